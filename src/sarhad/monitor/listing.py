"""One kind of thing, whole and uncut: what `sarhad incidents` and its sisters show."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from sarhad.knowledge.theatres import Theatre
from sarhad.monitor.ceasefire_lines import ceasefire_lines
from sarhad.monitor.commitment_lines import commitment_lines
from sarhad.monitor.desk import Desk, set_up
from sarhad.monitor.dispute_lines import dispute_lines
from sarhad.monitor.incident_lines import background_lines, incident_lines
from sarhad.monitor.nothing import narrowed, why_nothing
from sarhad.monitor.row_lines import TITLES, line_of
from sarhad.monitor.rows import ROWS, rows_of
from sarhad.monitor.selecting import belongs, left_out, select
from sarhad.monitor.support import Find
from sarhad.monitor.talk_lines import talk_lines
from sarhad.monitor.wording import Names, capital
from sarhad.records import Filters, Fused, Line, Reading, Section

KINDS: Mapping[str, tuple[str, Callable[[Desk], tuple[Line, ...]]]] = {
    "incidents": ("Incidents", lambda desk: (*incident_lines(desk), *background_lines(desk))),
    "talks": ("Talks and visits", talk_lines),
    "disputes": ("Claims that somebody contests", dispute_lines),
    "commitments": ("Commitments", commitment_lines),
    "ceasefires": ("Ceasefires", ceasefire_lines),
}


def empty_words(kind: str) -> str:
    """What a list says where nothing of its kind is told."""
    return TITLES[kind][1] if kind in ROWS else "None of this kind is told."


def list_section(
    kind: str,
    fused: Fused,
    readings: Sequence[Reading],
    names: Names,
    *,
    find: Find | None = None,
    trusted: frozenset[str] = frozenset(),
    filters: Filters | None = None,
    theatre: Theatre | None = None,
) -> Section:
    """Every line of one kind that passes the filters, in the brief's wording and order, and how many are kept apart; where there
    is none, why."""
    lines_of = partial(_lines, kind, fused, readings, names, find=find, trusted=trusted)
    chosen = filters or Filters()
    title, lines = (TITLES if kind in ROWS else KINDS)[kind][0], lines_of(chosen, theatre)
    apart = _apart(kind, fused, chosen, theatre, lines)
    if lines:
        more = (Line(text=f"and kept apart, {_WHY_APART}: {apart} (--json has all)"),) if apart else ()
        return Section(key=kind, title=title, lines=(*lines, *more), empty=empty_words(kind))
    if apart:
        return Section(key=kind, title=title, lines=(), empty=capital(_kept_apart(apart)))
    less = narrowed(chosen, theatre)
    held = len(lines_of(Filters(), None)) if less else 0
    hidden = _apart(kind, fused, Filters(), None, ()) if less and not held else 0
    beside = f"Nothing passes these filters; without them: {_kept_apart(hidden)}"
    empty = beside if hidden else why_nothing(empty_words(kind), held, readings)
    return Section(key=kind, title=title, lines=(), empty=empty)


def _apart(kind: str, fused: Fused, filters: Filters, theatre: Theatre | None, lines: Sequence[Line]) -> int:
    """How many pass the filters that no line tells."""
    known = () if kind in ROWS else getattr(select(fused, filters, theatre), kind)
    return len({k.id for k in known} - {line.refers_to for line in lines})


_WHY_APART = "as unsure or as one country's own affair"


def _kept_apart(number: int) -> str:
    return f"none is told plainly; kept apart, {_WHY_APART}: {number} (--json has all)."


def _lines(
    kind: str,
    fused: Fused,
    readings: Sequence[Reading],
    names: Names,
    filters: Filters,
    theatre: Theatre | None,
    *,
    find: Find | None,
    trusted: frozenset[str],
) -> tuple[Line, ...]:
    told = select(fused, filters, theatre)
    newest = max((r.document.published.end for r in readings if r.document.published.end), default=date.min)
    desk = replace(
        set_up(told, readings, names, newest, find=find, trusted=trusted),
        wanted=lambda s: belongs(s, filters, theatre),
        left_out=left_out(fused, told, readings, filters),
    )
    if kind not in ROWS:
        return KINDS[kind][1](desk)
    promised = {c.id: c for c in fused.commitments}
    rows = rows_of(kind, fused, readings, filters, theatre)
    return tuple(line_of(r, desk, promised) for r in rows)
