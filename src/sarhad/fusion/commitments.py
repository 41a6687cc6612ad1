"""Commitments: an undertaking and what became of it, threaded across documents by parties and object."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sarhad.codebook import CommitmentStatus, Stance
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.linkage import Pair, cluster
from sarhad.fusion.sides import side
from sarhad.fusion.subjects import subjects
from sarhad.fusion.words import content
from sarhad.records import Commitment, Statement, Step, stable_id

FLOOR = 0.5
AGAIN = 21
"""A pledge of a known undertaking this many days after the first is a pledge made again; sooner, the same one told again."""
OVER = (CommitmentStatus.KEPT, CommitmentStatus.BROKEN)
WORDS_OF_PROMISE = (CommitmentStatus.OFFERED, CommitmentStatus.PLEDGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vow:
    """A statement about an undertaking with what it is threaded by."""

    statement: Statement
    parties: frozenset[str]
    subjects: frozenset[str]
    words: frozenset[str]
    wider: frozenset[str]


def commitments(gathering: Gathering) -> list[Commitment]:
    """Every undertaking with its history, in order of its first report."""
    vows = [_vow(s) for s in gathering.statements if _is_vow(s)]
    table: dict[Pair, float] = {}
    for j, b in enumerate(vows):
        for i, a in enumerate(vows[:j]):
            if score := alike(a, b):
                table[i, j] = score
    groups = cluster(len(vows), table, FLOOR)
    return [_commitment([vows[i].statement for i in g], gathering) for g in groups]


def _is_vow(s: Statement) -> bool:
    """An undertaking needs somebody who undertakes it; "the commitment came after …" names neither who nor what."""
    return s.commitment is not None and bool(s.actors) and s.stance is not Stance.NEITHER


def _vow(s: Statement) -> Vow:
    told = s.commitment.object if s.commitment else ""
    return Vow(
        statement=s,
        parties=frozenset(side(a.code) for a in s.actors),
        subjects=subjects(told) or subjects(s.evidence.quote),
        words=content(told),
        wider=content(s.evidence.quote),
    )


def alike(a: Vow, b: Vow) -> float:
    """0 to 1: the same people undertake it, and the object is the same thing or told in the same words."""
    if not a.parties & b.parties:
        return 0.0
    who = len(a.parties & b.parties) / len(a.parties | b.parties)
    thing = _common(a.subjects, b.subjects)
    words = max(_share(a.words, b.words), 0.6 * _share(a.wider, b.wider))
    return (
        round((0.4 + 0.6 * who) * max(0.75 * thing + 0.35 * words, words), 6)
        if thing or words >= 0.5
        else 0.0
    )


def _common(a: frozenset[str], b: frozenset[str]) -> float:
    """Between Jaccard and containment: a list of five undertakings is near each of them, but not the same."""
    return (len(a & b) / len(a | b) + len(a & b) / min(len(a), len(b))) / 2 if a and b else 0.0


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _commitment(told: Sequence[Statement], gathering: Gathering) -> Commitment:
    history = _history(told, gathering)
    founder = told[0]
    last = history[-1]
    status = CommitmentStatus(last.label)
    stalled = [s.commitment.blocker for s in told if s.commitment and s.commitment.blocker]
    by = _undertakers(told)
    toward = dict.fromkeys(a.code for s in told for a in s.recipients if a.code not in by)
    return Commitment(
        id=stable_id("k", founder.anchor),
        object=founder.commitment.object if founder.commitment else founder.evidence.quote,
        by=by,
        toward=tuple(toward),
        status=status,
        history=history,
        blocker=stalled[-1] if stalled and status not in OVER else None,
        silent_since=None if status in OVER else last.published,
        witnesses=gathering.witnesses(told),
    )


def _undertakers(told: Sequence[Statement]) -> tuple[str, ...]:
    """Those whom at least half of the reports name, so that one slip does not put a stranger under an obligation."""
    named = [frozenset(a.code for a in s.actors) for s in told]
    often = [
        c for s in told for c in (a.code for a in s.actors) if 2 * sum(c in n for n in named) >= len(named)
    ]
    return tuple(dict.fromkeys(often or [a.code for a in told[0].actors]))


def _history(told: Sequence[Statement], gathering: Gathering) -> tuple[Step, ...]:
    """Steps in order of publication; a later promise of the known thing is a promise made again."""
    promised: date | None = None
    steps = []
    for s in told:
        step = _step(s, gathering)
        day = gathering.published(s)
        if step.label in WORDS_OF_PROMISE and promised and day and (day - promised).days >= AGAIN:
            step = replace(step, label=CommitmentStatus.REPLEDGED.value, note=f"told as {step.label}")
        if step.label != CommitmentStatus.OFFERED:
            promised = promised or day
        steps.append(step)
    return tuple(steps)


def _step(s: Statement, gathering: Gathering) -> Step:
    undertaking = s.commitment
    return Step(
        label=undertaking.status.value if undertaking else CommitmentStatus.PLEDGED.value,
        published=gathering.printed(s),
        evidence=s.evidence,
        anchor=s.anchor,
        family=gathering.family(s),
        time=s.time,
        aux=s.aux,
        speaker=s.speaker.code if s.speaker else None,
        note=f"blocked by {undertaking.blocker}" if undertaking and undertaking.blocker else "",
    )
