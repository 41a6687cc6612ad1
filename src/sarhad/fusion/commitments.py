"""Commitments: an undertaking and what became of it, threaded across documents by parties and object.

Two reports are of one undertaking only when the same parties undertake it, within two years, and its object shares a word that says
which one it is: "a deal", "cooperation" and "talks" fit any.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from sarhad.codebook import Auxiliary, CommitmentStatus, EventType, Stance
from sarhad.fusion.alike_vows import Vow, kept_apart, likenesses
from sarhad.fusion.courses import with_recalls
from sarhad.fusion.gathering import LATEST, Gathering
from sarhad.fusion.linkage import attach, cluster
from sarhad.fusion.sides import side
from sarhad.fusion.standing import names_in
from sarhad.fusion.subjects import subjects
from sarhad.fusion.vows import EMPTY, WORDS_OF_PROMISE, called, is_vow, partners, perhaps_vow
from sarhad.fusion.words import content
from sarhad.records import Commitment, Span, Statement, Step, last_moving, stable_id

FLOOR = 0.5
AGAIN = 21
"""A pledge of a known undertaking this many days after the first is a pledge made again; sooner, the same one told again."""
OVER = (CommitmentStatus.KEPT, CommitmentStatus.BROKEN)


def commitments(gathering: Gathering) -> list[Commitment]:
    """Every undertaking with its history, in order of its first report; sure steps found it, unsure ones are added."""
    told_with = partners(gathering.statements)
    sure = [s for s in gathering.statements if is_vow(s, told_with)]
    known = {s.anchor for s in sure}
    unsure = [s for s in gathering.told() if s.anchor not in known and perhaps_vow(s)]
    vows = [_vow(s, gathering) for s in (*sure, *unsure)]
    table = likenesses(vows, FLOOR)

    def apart(i: int, j: int) -> bool:
        return kept_apart(vows[i], vows[j])

    firm = {pair: score for pair, score in table.items() if pair[1] < len(sure)}
    groups = attach(cluster(len(sure), firm, FLOOR, apart=apart), len(vows), table, FLOOR, apart)
    return [_commitment([vows[i].statement for i in g], known, gathering) for g in groups]


def _vow(s: Statement, gathering: Gathering) -> Vow:
    told = s.commitment.object if s.commitment else ""
    named = called(s)
    return Vow(
        statement=s,
        parties=frozenset(side(a.code) for a in s.actors),
        subjects=(subjects(told) or subjects(s.evidence.quote)) - WIDE,
        words=content(told) - EMPTY - named,
        wider=content(s.evidence.quote) - EMPTY - named,
        published=gathering.published(s),
        toward=frozenset(side(a.code) for a in s.recipients),
        things=names_in(s.evidence.quote),
    )


WIDE = frozenset(
    (
        "trade",
        "counter-terrorism",
        "ceasefire",
        "talks",
        "defence",
        "retaliation",
        "mediation",
        "aid",
        "shipping",
    )
)
"""Subjects under which two parties undertake many things."""


def _commitment(every: Sequence[Statement], sure: Collection[str], gathering: Gathering) -> Commitment:
    told = [s for s in every if s.anchor in sure]
    history = _told_history(every, sure, gathering)
    voice = told or list(every)
    founder = voice[0]
    steps = [h for h in history if not h.unsure] or history
    stands = last_moving(steps)
    status = CommitmentStatus(stands.label)
    stalled = [s.commitment.blocker for s in voice if s.commitment and s.commitment.blocker]
    by = _undertakers(voice)
    toward = dict.fromkeys(a.code for s in voice for a in s.recipients if a.code not in by)
    return Commitment(
        id=stable_id("k", founder.anchor),
        object=founder.commitment.object if founder.commitment else founder.evidence.quote,
        by=by,
        toward=tuple(toward),
        status=status,
        history=tuple(history),
        blocker=stalled[-1] if stalled and status not in OVER else None,
        silent_since=None if status in OVER else steps[-1].published,
        witnesses=gathering.witnesses(told),
    )


def _told_history(every: Sequence[Statement], sure: Collection[str], gathering: Gathering) -> list[Step]:
    """Sure and unsure steps in order of publication; what is unsure makes no later promise one made again."""
    ordered = sorted(every, key=lambda s: _order(s, gathering))
    firm = {h.anchor: h for h in _history([s for s in ordered if s.anchor in sure], gathering)}
    loose = {h.anchor: replace(h, unsure=True) for h in _history(ordered, gathering)}
    return list(with_recalls(firm.get(s.anchor) or loose[s.anchor] for s in ordered))


def _order(s: Statement, gathering: Gathering) -> tuple[date, str, Span]:
    return gathering.published(s) or LATEST, s.document_id, s.evidence.span


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
    steps: list[Step] = []
    for s in told:
        step = _step(s, gathering)
        day = gathering.published(s)
        anew = step.label in WORDS_OF_PROMISE and _promises(s) and bool(steps)
        late = promised is not None and day is not None and (day - promised).days >= AGAIN
        if anew and (late or (_AGAIN.search(s.evidence.quote) and promised)):
            step = replace(step, label=CommitmentStatus.REPLEDGED.value, note=f"told as {step.label}")
        if step.label != CommitmentStatus.OFFERED:
            promised = promised or day
        steps.append(step)
    return tuple(steps)


_AGAIN = re.compile(r"\b(?:again|once more|anew|renew\w*|reaffirm\w*|reiterat\w*|repeat\w*)\b", re.I)


def _promises(s: Statement) -> bool:
    """A promise made again needs a promise of its own: background and mentions repeat nothing."""
    if s.type is not EventType.AGREE or s.aux is Auxiliary.HISTORICAL:
        return False
    return s.stance is Stance.ASSERTS and _PLEDGES.search(s.evidence.quote) is not None


_PLEDGES = re.compile(
    r"\b(?:agree[ds]?|agreeing|pledg\w+|vow\w*|promis\w+|commit(?:s|ted|ting)?|reaffirm\w*|reiterat\w+|undert\w+|resolv\w+|assur\w+|guarantee\w*|sign(?:s|ed|ing)?|decid\w+)\b",
    re.I,
)


def _step(s: Statement, gathering: Gathering) -> Step:
    undertaking = s.commitment
    label = undertaking.status if undertaking else CommitmentStatus.PLEDGED
    blocker = undertaking.blocker if undertaking else None
    clause = blocker is not None and f"because {blocker}" in s.evidence.quote
    blocked = f"blocked {'because' if clause else 'by'} {blocker}" if blocker else ""
    return gathering.step(s, label.value, note=blocked)
