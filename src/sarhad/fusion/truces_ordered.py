"""The steps of a ceasefire in order of time: by the days told, a headline with the page it heads, an agreement told again with its first telling."""

from collections.abc import Collection, Mapping, Sequence

from sarhad.codebook import CeasefirePhase
from sarhad.fusion.gathering import UNDATED, Gathering
from sarhad.fusion.truces_apart import order
from sarhad.records import Statement

ORDER = tuple(CeasefirePhase)


def day_by_day(told: Sequence[Statement], gathering: Gathering) -> list[Statement]:
    """In order of the days; of one day's pages the one first that tells the earliest phase, of one sentence's steps as they come about.

    An agreement told again stands with the page that told it first.
    """
    days: dict[tuple[object, ...], set[str]] = {}
    for s in told:
        if s.time:
            days.setdefault((s.document_id, phase_of(s)), set()).add(s.time.start.isoformat())
    rows = [(*_when(s, days, gathering), _rank(s), s) for s in told]
    first: dict[tuple[str, str], int] = {}
    made: dict[str, tuple[str, str, int]] = {}
    for when, document, rank, s in rows:
        first[when, document] = min(rank, first.get((when, document), rank))
        if phase_of(s) is CeasefirePhase.AGREED:
            here = (gathering.printed(s) or UNDATED, document, s.sentence.span.start)
            made[when] = min(here, made.get(when, here))

    def place(row: tuple[str, str, int, Statement]) -> tuple[object, ...]:
        when, document, rank, s = row
        start = s.sentence.span.start
        agreed = phase_of(s) is CeasefirePhase.AGREED
        told_first, told_at = made[when][1:] if agreed else (document, start)
        page = gathering.printed(s) or UNDATED, document
        return when, first[when, told_first], told_first, told_at, rank, page, start, s.evidence.span.start

    return [s for *_, s in sorted(rows, key=place)]


def _when(
    s: Statement, days: Mapping[tuple[object, ...], Collection[str]], gathering: Gathering
) -> tuple[str, str]:
    """Its day and its document; a headline that names no day is of the day that its page tells below it."""
    beneath = days.get((s.document_id, phase_of(s)), ()) if s.time is None else ()
    day, document, _ = order(s, gathering)
    return (next(iter(beneath)) if len(beneath) == 1 else day), document


def _rank(s: Statement) -> int:
    return ORDER.index(s.ceasefire.phase) if s.ceasefire else 0


def phase_of(s: Statement) -> CeasefirePhase | None:
    """The phase that a statement tells of a ceasefire."""
    return s.ceasefire.phase if s.ceasefire else None
