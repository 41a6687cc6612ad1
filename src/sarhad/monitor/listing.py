"""One kind of thing, whole and uncut: what `sarhad incidents` and its sisters show."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sarhad.knowledge.theatres import Theatre
from sarhad.monitor.ceasefire_lines import ceasefire_lines
from sarhad.monitor.commitment_lines import commitment_lines
from sarhad.monitor.desk import Desk, set_up
from sarhad.monitor.dispute_lines import dispute_lines
from sarhad.monitor.incident_lines import background_lines, incident_lines
from sarhad.monitor.row_lines import TITLES, line_of
from sarhad.monitor.rows import ROWS, rows_of
from sarhad.monitor.selecting import belongs, left_out, select
from sarhad.monitor.support import Find
from sarhad.monitor.talk_lines import talk_lines
from sarhad.monitor.wording import Names
from sarhad.records import Filters, Fused, Line, Reading, Section

KINDS: Mapping[str, tuple[str, Callable[[Desk], tuple[Line, ...]]]] = {
    "incidents": ("Incidents", lambda desk: (*incident_lines(desk), *background_lines(desk))),
    "talks": ("Talks and visits", talk_lines),
    "disputes": ("Claims that somebody contests", dispute_lines),
    "commitments": ("Commitments", commitment_lines),
    "ceasefires": ("Ceasefires", ceasefire_lines),
}


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
    """Every line of one kind that passes the filters, in the brief's wording and order."""
    chosen = filters or Filters()
    told = select(fused, chosen, theatre)
    newest = max((r.document.published.end for r in readings if r.document.published.end), default=date.min)
    desk = replace(
        set_up(told, readings, names, newest, find=find, trusted=trusted),
        wanted=lambda s: belongs(s, chosen, theatre),
        left_out=left_out(fused, told, readings, chosen),
    )
    if kind in ROWS:
        title, empty = TITLES[kind]
        promised = {c.id: c for c in fused.commitments}
        rows = rows_of(kind, fused, readings, chosen, theatre)
        return Section(
            key=kind, title=title, lines=tuple(line_of(r, desk, promised) for r in rows), empty=empty
        )
    title, lines = KINDS[kind]
    return Section(key=kind, title=title, lines=lines(desk), empty="None of this kind.")
