"""The brief, in the order a monitoring mission reports. Every line leads back to the sentence it came from."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from sarhad.knowledge.theatres import Theatre
from sarhad.monitor.ceasefire_lines import ceasefire_lines
from sarhad.monitor.certainty import only_sure
from sarhad.monitor.commitment_lines import commitment_lines
from sarhad.monitor.conflict_lines import (
    contradiction_lines,
    date_lines,
    drift_lines,
    family_lines,
    story_lines,
)
from sarhad.monitor.desk import Desk, capped, said, set_up
from sarhad.monitor.dispute_lines import dispute_lines, unanswered_lines
from sarhad.monitor.incident_lines import incident_lines
from sarhad.monitor.selecting import belongs, in_period, printed_span, select
from sarhad.monitor.situation import arrow, situation_lines
from sarhad.monitor.talk_lines import offer_lines, talk_lines
from sarhad.monitor.wording import Names, act, count, printed
from sarhad.records import UNSURE, Brief, Dropped, Filters, Fused, Line, Reading, Section, Statement


def make_brief(
    fused: Fused,
    readings: Sequence[Reading],
    dropped: Sequence[Dropped],
    *,
    theatre: Theatre | None = None,
    since: date | None = None,
    until: date | None = None,
    names: Names | None = None,
    filters: Filters | None = None,
) -> Brief:
    """What the record holds for a theatre and a period. `filters` narrows further, to an actor or a place."""
    chosen = replace(
        filters or Filters(),
        since=since or (filters.since if filters else None) or (theatre.since if theatre else None),
        until=until or (filters.until if filters else None),
        theatre_codes=frozenset(),
    )
    told = select(fused, chosen, theatre)
    inside = [r for r in readings if _touches(r, chosen, theatre)]
    since, until = chosen.since, chosen.until
    today = until or _newest(inside)
    sure = only_sure(told, tuple(readings))
    desk = set_up(sure, inside, names or Names(), today, readings)
    desk = replace(desk, wanted=lambda s: belongs(s, chosen, theatre))
    direction = arrow(desk, since, until)
    return Brief(
        theatre=theatre.title if theatre else "everything in the record",
        since=since,
        until=until,
        arrow=direction.word,
        arrow_why=direction.why,
        sections=_sections(desk, situation_lines(desk, direction), dropped),
        documents=len(inside),
        families=len({desk.families.get(r.document.id, r.document.id) for r in inside}),
    )


def _touches(reading: Reading, filters: Filters, theatre: Theatre | None) -> bool:
    """A document counts when it was published in the period and tells of the theatre.

    One without a date belongs to the whole record; one that is not read is listed whatever it tells.
    """
    if not in_period(*printed_span(reading.document.published.date), filters):
        return False
    if theatre is None or reading.unread:
        return True
    return any(belongs(s, Filters(), theatre) for s in reading.statements)


def _newest(readings: Sequence[Reading]) -> date:
    ends = [r.document.published.end for r in readings if r.document.published.end]
    return max(ends, default=date.min)


def _sections(desk: Desk, situation: tuple[Line, ...], dropped: Sequence[Dropped]) -> tuple[Section, ...]:
    talks = (*capped(offer_lines(desk), "talks", 8), *capped(talk_lines(desk), "talks"))
    words = (*capped(dispute_lines(desk), "disputes"), *_spread(unanswered_lines(desk)))
    return (
        Section(key="situation", title="Situation", lines=situation),
        Section(key="ceasefires", title="Ceasefires", lines=capped(ceasefire_lines(desk), "ceasefires", 8), empty="No ceasefire is told."),
        Section(key="incidents", title="Incidents", lines=capped(incident_lines(desk), "incidents", 20), empty="No incident is told."),
        Section(key="disputes", title="Accusations and denials, demands and threats", lines=words, empty="Nobody accuses or denies."),
        Section(key="talks", title="Talks, visits and offers", lines=talks, empty="No talks are told."),
        Section(key="commitments", title="Commitments", lines=capped(commitment_lines(desk), "commitments", 20), empty="Nothing was promised."),
        Section(key="conflicts", title="Contradictions, wrong dates and copies", lines=_conflicts(desk), empty="None seen."),
        Section(key="unread", title="What could not be read", lines=_unread(desk, dropped), empty="Everything could be read."),
        Section(key="unsure", title="What the reader is unsure of", lines=capped(_unsure(desk), "export --form jsonl --of statements", 12), empty="Nothing is kept apart."),
    )  # fmt: skip


def _spread(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """A share for each kind, so that many accusations do not hide the threats."""
    kinds = dict.fromkeys(line.text.partition(" (")[0] for line in lines)
    return tuple(
        line
        for kind in kinds
        for line in capped([x for x in lines if x.text.startswith(kind)], "search WORDS", 8)
    )


def _conflicts(desk: Desk) -> tuple[Line, ...]:
    parts: tuple[tuple[Callable[[Desk], tuple[Line, ...]], int], ...] = (
        (date_lines, 20), (family_lines, 12), (contradiction_lines, 12), (drift_lines, 6), (story_lines, 8),
    )  # fmt: skip
    return tuple(line for part, cap in parts for line in capped(part(desk), "brief --format json", cap))


def _unread(desk: Desk, dropped: Sequence[Dropped]) -> tuple[Line, ...]:
    kept = Counter(r.unread for r in desk.readings if r.unread)
    lines = [_kept(reason, desk) for reason in sorted(kept)]
    gone = [Line(text=f"DROPPED at {d.stage}: {d.source or d.document_id} — {d.reason}") for d in dropped]
    return (*lines, *capped(gone, "documents --dropped"))


def _kept(reason: str, desk: Desk) -> Line:
    ids = [r.document.id for r in desk.readings if r.unread == reason]
    shown = ", ".join(map(desk.label, ids[:4])) + (f" and {len(ids) - 4} more" if len(ids) > 4 else "")
    return Line(text=f"KEPT, NOT READ — {reason}: {count(len(ids), 'document')} ({shown})")


def _unsure(desk: Desk) -> list[Line]:
    doubtful = [s for r in desk.readings for s in r.statements if s.confidence < UNSURE and desk.wanted(s)]
    return [_doubt(s, desk) for s in sorted(doubtful, key=lambda s: (-s.confidence, s.anchor))]


def _doubt(s: Statement, desk: Desk) -> Line:
    noun, before = act(s.type, s.mode)
    actors, toward = desk.names.actors(s.actors), desk.names.actors(s.recipients)
    what = noun + (f" by {actors}" if actors else "") + (f" {before} {toward}" if toward else "")
    text = f"perhaps {what} ({printed(desk.published(s.document_id))}): {said(s)}"
    return Line(text=text, citations=(desk.cite_statement(s),), refers_to=s.anchor)
