"""Commitments with the standing things they attach to: who opposes these, and which deeds of the parties undid or shut them.

To scrap a project breaks the promise of it; to shut what was opened reverses it; to shut what was only promised leaves it standing still.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sarhad.codebook import CommitmentStatus, Course, EventType
from sarhad.fusion.courses import carried_on
from sarhad.fusion.gathering import UNDATED, Gathering
from sarhad.fusion.sides import countries
from sarhad.records import Commitment, Standing, Statement, Step, kroc_so_far

_ENDS = re.compile(
    r"\b(?:cancel\w*|scrap\w*|withdr[ae]w\w*|pull(?:s|ed|ing)? out|revok\w*|abandon\w*|terminat\w*|annul\w*|tor[en] up|dismantl\w*)\b",
    re.I,
)
_SHUTS = re.compile(r"\b(?:clos(?:e[sd]?|ing)|shut(?:s|ting)?|suspend\w*|seal(?:s|ed|ing)?)\b", re.I)
_UNDOES = (EventType.COERCE, EventType.SANCTION, EventType.REJECT)
_DONE = (Course.UNDER_WAY, Course.CARRIED_OUT)


def attach(
    promised: Sequence[Commitment], things: Sequence[Standing], gathering: Gathering
) -> list[Commitment]:
    """Each commitment with the things it attaches to, the third parties that oppose them, and the deeds that undid them."""
    of: dict[str, list[Standing]] = {}
    for thing in things:
        for name in thing.commitments:
            of.setdefault(name, []).append(thing)
    return [_attached(c, of.get(c.id, ()), gathering) for c in promised]


def _attached(c: Commitment, things: Sequence[Standing], gathering: Gathering) -> Commitment:
    if not things:
        return c
    against = tuple(b for t in things for b in t.opposition)
    whole = replace(c, standing=tuple(t.id for t in things), blockers=(*c.blockers, *against))
    undone = [s for t in things for s in _undoings(c, t, gathering)]
    return _undo(whole, undone) if undone else whole


def _undo(c: Commitment, undone: Sequence[Step]) -> Commitment:
    """The history with these deeds; the newest sure step says how it stands."""
    history, sure, last = carried_on(c, undone)
    if last not in undone:
        return replace(c, history=history, kroc=kroc_so_far(sure))
    status = CommitmentStatus(last.label)
    over = status is CommitmentStatus.BROKEN
    return replace(
        c,
        history=history,
        kroc=kroc_so_far(sure),
        status=status,
        silent_since=None if over else last.published,
        course=last.course,
    )


def _undoings(c: Commitment, thing: Standing, gathering: Gathering) -> Iterator[Step]:
    """Plain deeds of those who undertook it against the named thing, told after it was promised."""
    known = {h.anchor for h in c.history}
    first = min((h.published for h in c.history if h.published), default=None)
    for report in thing.reports:
        s = report.statement
        theirs = countries(a.code for a in s.actors) & countries(c.by)
        later = first is not None and report.published is not None and report.published > first
        plain = s.plain and s.aux is None and not report.unsure and s.anchor not in known
        if s.type in _UNDOES and theirs and later and plain:
            yield from _undoing(s, c, gathering)


def _undoing(s: Statement, c: Commitment, gathering: Gathering) -> Iterator[Step]:
    published = gathering.printed(s) or ""
    if _ENDS.search(s.evidence.quote):
        yield _step(s, CommitmentStatus.BROKEN, Course.REVERSED, gathering)
    elif _SHUTS.search(s.evidence.quote):
        opened = any(
            h.course in _DONE and not h.unsure and (h.published or UNDATED) <= published for h in c.history
        )
        course = Course.REVERSED if opened else Course.STALLED
        yield _step(s, CommitmentStatus.STALLED, course, gathering)


def _step(s: Statement, status: CommitmentStatus, course: Course, gathering: Gathering) -> Step:
    step = gathering.step(s, status.value, note="a deed against the thing itself")
    return replace(step, course=course)
