"""Which steps of a commitment or a ceasefire may stand on a plain line, and which belong together.

Fusion strings together what it takes for one thread. A line says more than its steps do: that one promise became
another's repetition, that a truce between these two stands. So each step must show it in its own sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sarhad.codebook import Auxiliary, CeasefirePhase, CommitmentStatus
from sarhad.codebook.actors import country_of
from sarhad.monitor.clauses import TRUCE, leaves
from sarhad.monitor.desk import Desk
from sarhad.monitor.gate import domestic
from sarhad.monitor.gate_talks import undertakes
from sarhad.monitor.until import phase_of
from sarhad.records import Ceasefire, Commitment, Statement, Step, last_moving

PROMISES = frozenset((CommitmentStatus.PLEDGED, CommitmentStatus.REPLEDGED, CommitmentStatus.OFFERED))
STANDS = frozenset(
    p.value for p in (CeasefirePhase.AGREED, CeasefirePhase.IN_EFFECT, CeasefirePhase.EXTENDED)
)
WISHES = frozenset((CeasefirePhase.CALLED_FOR.value, CeasefirePhase.OFFERED.value))
"""Calls and offers name their parties themselves: "a ceasefire" in the next sentence may be another's."""

_OVER = frozenset((CeasefirePhase.ENDED.value, CeasefirePhase.COLLAPSED.value))
"""A truce that is left may be called "the agreement"; then both parties stand beside it."""

REACH = 400
"""Characters before a sentence in which the parties of a truce may be named."""

_OPEN = re.compile(
    r"\b(?:would|could|might|(?-i:may)|should|if|unless|whether|propos\w+|plan|offer\w*|call\w*|urg\w+|demand\w*|want\w*|seek\w*|"
    r"hop\w+|push\w*|toward|towards|efforts?|talks?|negotiat\w+|no|not|without|until|potential|possible|desire|elusive|"
    r"reject\w*|refus\w*|fail\w*|for a|for an immediate|prospects?|condition\w*)\b",
    re.I,
)
_TALKS_OVER = re.compile(
    r"\b(?:after|following|during|at)(?: the (?:end|close|conclusion|last day) of)? (?:[\w-]+ ){0,4}(?:talks|negotiations)\b",
    re.I,
)
"""Talks at whose end the ceasefire is made."""
_WORD = re.compile(r"[a-z]{4,}|\b(?!(?:19|20)\d\d\b)\d{2,}\b")
"""Words, and numbers that count something: "120 prisoners" are the same 120 in the promise and in the headline on it."""
_EMPTY = frozenset(
    "that this with their they them have been will would both sides countries pledged agreed said also into from "
    "including ensure commitment committed expressed enhance strengthen importance highlighted emphasized stressed "
    "need joint statement between further promote work together efforts continue".split()
)


ALIKE = 2
"""Words of substance that two steps of one undertaking share."""
BOUND = ("a deed", "told of the same")
"""Notes of steps that were joined by who acts on what: a deed is seldom told in the words of the promise."""


def commitments(desk: Desk) -> list[Commitment]:
    """Undertakings by named parties, each with the steps that speak of the same thing."""
    found = [part for c in desk.fused.commitments for part in _parts(c, desk)]
    return [c for c in found if _undertaken(c, desk)]


def _parts(c: Commitment, desk: Desk) -> list[Commitment]:
    """The steps in groups that share words of substance; a step alone is a commitment of its own."""
    if c.id in desk.trusted:
        return [c]
    groups: list[list[Step]] = []
    for step in c.history:
        words = substance(step, desk)
        shared = [(len(words & substance(g[0], desk)), -n) for n, g in enumerate(groups)]
        most, nearest = max(shared, default=(0, 0))
        joined = groups and (most >= ALIKE or step.note.startswith(BOUND))
        group = groups[-nearest] if joined else None
        if group is None:
            groups.append([step])
        else:
            group.append(step)
    if len(groups) < 2:
        return [c] if c.history else []
    return [_part(c, steps, n, desk) for n, steps in enumerate(groups)]


def substance(step: Step, desk: Desk) -> frozenset[str]:
    """Words of a step's clause that say what is undertaken, by their first six letters."""
    told = desk.statements.get(step.anchor)
    text = told.evidence.quote if told else step.evidence.quote
    if told is not None and told.commitment is not None:
        text = f"{text} {told.commitment.object}"  # "resume it (work on the pipeline)"
    return frozenset(w[:6] for w in _WORD.findall(text.casefold()) if w not in _EMPTY) - desk.names_in(text)


def _part(c: Commitment, steps: Sequence[Step], number: int, desk: Desk) -> Commitment:
    told = desk.statements.get(steps[0].anchor)
    named = told.commitment.object if told and told.commitment else c.object
    label = CommitmentStatus(last_moving(steps).label)
    if len(steps) == 1 and "told as" in steps[0].note and told and told.commitment:
        label = told.commitment.status
        steps = [replace(steps[0], label=label.value, note="")]
    by = tuple(dict.fromkeys(a.code for a in told.actors)) if told else c.by
    return replace(
        c,
        id=c.id if number == 0 else steps[0].anchor,
        object=named,
        by=by or c.by,
        status=label,
        blocker=_blocker(steps, desk) or c.blocker if label is CommitmentStatus.STALLED else None,
        history=tuple(steps),
        silent_since=max((s.published or "" for s in steps), default="") or None,
        kroc=max((s.kroc for s in steps if s.kroc is not None), default=None),
    )


def _blocker(steps: Sequence[Step], desk: Desk) -> str | None:
    """What the last of these steps that names something says is in the way."""
    told = [s.commitment for h in steps if (s := desk.statements.get(h.anchor)) and s.commitment]
    return next((u.blocker for u in reversed(told) if u.blocker), None)


def _undertaken(c: Commitment, desk: Desk) -> bool:
    if c.id in desk.trusted:
        return True
    if all(country_of(code) == "UNK" for code in c.by) and not _held_up(c, desk):
        return False
    told = [desk.statements.get(s.anchor) for s in c.history]
    if told and all(s is not None and domestic(s, desk.seen) for s in told):
        return False
    promises = [
        s for s in told if s is not None and s.commitment is not None and s.commitment.status in PROMISES
    ]
    return all(s.confidence >= 1.0 or not undertakes(s) for s in promises)


def _held_up(c: Commitment, desk: Desk) -> bool:
    """A work that stands still by the word of somebody named, told with another country: whose it is is not read, and the line says so."""
    if c.by or c.status is not CommitmentStatus.STALLED:
        return False
    told = [(h.speaker, s) for h in c.history if h.speaker and (s := desk.statements.get(h.anchor))]
    return any(len(desk.seen.names(s.sentence.quote) | {country_of(by)} - {"UNK"}) > 1 for by, s in told)


def ceasefires(desk: Desk) -> list[Ceasefire]:
    """Truces between two named parties, with the steps whose own words show them."""
    return [kept for c in desk.fused.ceasefires if (kept := _truce(c, desk)) is not None]


def _truce(c: Ceasefire, desk: Desk) -> Ceasefire | None:
    if c.id in desk.trusted:
        return c
    if len({country_of(p) + p.partition("/")[2] for p in c.parties}) < 2:
        return None
    steps = tuple(s for s in c.history if _shows(s, c, desk))
    if not steps or all(_of_the_proposers(s, c, desk) for s in steps):
        return None
    if steps == c.history:
        return c
    kept = replace(c, history=steps, phase=phase_of(steps))
    held = any(s.label in STANDS for s in steps)
    return kept if held else replace(kept, since=None, before=None, after=None)


def _of_the_proposers(step: Step, c: Ceasefire, desk: Desk) -> bool:
    """ "France and the United States proposed a truce": it is not theirs, and whose it would be is not read."""
    told = desk.statements.get(step.anchor)
    if told is None or step.label not in WISHES or told.confidence >= 1.0:
        return False
    doers = {country_of(a.code) for a in told.actors}
    return not told.recipients and len(doers) > 1 and {country_of(p) for p in c.parties} <= doers


def _shows(step: Step, c: Ceasefire, desk: Desk) -> bool:
    told = desk.statements.get(step.anchor)
    if told is None:
        return False
    if told.confidence >= 1.0:
        return True
    if not TRUCE.search(told.sentence.quote):
        return step.label in _OVER and leaves(told) and all(desk.seen.code(p, told) for p in c.parties)
    if step.label in STANDS and not _theirs(told, c):
        return False
    reach = 0 if step.label in WISHES else REACH
    if not all(desk.seen.code(p, told, reach) for p in c.parties):
        return False
    return step.label not in STANDS or not _wished(told)


def _theirs(told: Statement, c: Ceasefire) -> bool:
    """Whether those who are told to agree are of this truce: another group's word is another truce."""
    sides = {country_of(p) + p.partition("/")[2] for p in (*c.parties, *c.mediators)}
    doers = {country_of(a.code) + a.code.partition("/")[2] for a in told.actors} - {"UNK"}
    states = {country_of(p) for p in c.parties if "/" not in p}
    return not doers or bool(doers & sides) or bool({d[:3] for d in doers} & states)


def _wished(told: Statement) -> bool:
    """Whether the truce is proposed, sought or hoped for rather than made."""
    if told.aux in (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL):
        return True
    found = TRUCE.search(told.evidence.quote) or TRUCE.search(told.sentence.quote)
    text = told.evidence.quote if TRUCE.search(told.evidence.quote) else told.sentence.quote
    before = text[: found.start()] if found else text
    after = text[found.end() : found.end() + 12] if found else ""
    return bool(_OPEN.search(_TALKS_OVER.sub(" ", before)[-80:])) or bool(
        re.match(r"\s+(?:proposal|plan|talks|negotiat|offer)", after, re.I)
    )
