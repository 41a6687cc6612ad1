"""The brief, in the order a monitoring mission reports. Every line leads back to the sentence it came from."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from sarhad.codebook import Stance
from sarhad.knowledge.theatres import Theatre
from sarhad.monitor.ceasefire_lines import standing_lines
from sarhad.monitor.commitment_lines import undertaking_lines
from sarhad.monitor.conflict_lines import (
    contradiction_lines,
    date_lines,
    drift_lines,
    family_lines,
    story_lines,
)
from sarhad.monitor.desk import Desk, capped, said, set_up
from sarhad.monitor.dispute_lines import dispute_lines, unanswered_lines
from sarhad.monitor.gate import domestic
from sarhad.monitor.incident_lines import background_lines, incident_lines
from sarhad.monitor.nothing import beside_the_point, left_out_words
from sarhad.monitor.selecting import belongs, in_period, left_out, printed_span, select
from sarhad.monitor.situation import Arrow, arrow, situation_lines
from sarhad.monitor.support import Find
from sarhad.monitor.talk_lines import offer_lines, talk_lines
from sarhad.monitor.wording import Names, act, count, file_name, printed, why_dropped
from sarhad.records import (
    SCREENED,
    SILENT,
    UNSURE,
    Brief,
    Dropped,
    Filters,
    Fused,
    Line,
    Reading,
    Section,
    Statement,
)


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
    find: Find | None = None,
    trusted: frozenset[str] = frozenset(),
    lost_before: int = 0,
) -> Brief:
    """What the record holds for a theatre and a period. `filters` narrows further, to an actor or a place.

    `find` answers which parties a text names: without it no line is checked against the names in its sentence.
    `trusted` are the ids of statements and threads that a person accepted or corrected. `dropped` are the pages that the
    newest run of taking in lost; those `lost_before` are only counted.
    """
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
    desk = set_up(told, inside, names or Names(), today, readings, find=find, trusted=trusted)
    desk = replace(
        desk,
        wanted=lambda s: belongs(s, chosen, theatre),
        left_out=left_out(fused, told, readings, chosen),
    )
    direction = arrow(desk, since, until) if inside else Arrow(word="unclear", why=_no_document(readings))
    return Brief(
        theatre=_heading(theatre, chosen),
        since=since,
        until=until,
        arrow=direction.word,
        arrow_why=direction.why,
        sections=_sections(
            desk, _situation(desk, direction, chosen), _unread(desk, dropped, lost_before), chosen
        ),
        documents=len(inside),
        families=len({desk.families.get(r.document.id, r.document.id) for r in inside}),
    )


def _no_document(readings: Sequence[Reading]) -> str:
    none = "no document of the record is of this theatre and period"
    return none if readings else "the record holds no document yet"


def _situation(desk: Desk, direction: Arrow, wanted: Filters) -> tuple[Line, ...]:
    """The direction alone where there is nothing to tell of. What the filters leave out is named, not counted as none."""
    lines = situation_lines(desk, direction)
    if not desk.readings:
        return lines[:1]
    if left := left_out_words(wanted):
        return (*lines[:2], Line(text=f"LEFT OUT of a brief so narrowed: {left}."))
    return lines


def _heading(theatre: Theatre | None, wanted: Filters) -> str:
    """The theatre, and to what the brief is narrowed: "everything in the record of actor PAK.GOV at Spinwan"."""
    narrowed = (
        f" of actor {wanted.actor}" if wanted.actor else "",
        f" of type {wanted.type.value}" if wanted.type else "",
        f" at {wanted.place}" if wanted.place else "",
    )
    return (theatre.title if theatre else "everything in the record") + "".join(narrowed)


def _touches(reading: Reading, filters: Filters, theatre: Theatre | None) -> bool:
    """A document counts when it was published in the period and tells of the theatre.

    One without a date belongs to the whole record; one of which nothing is known is listed whatever it tells.
    """
    if not in_period(*printed_span(reading.document.published.date), filters):
        return False
    if theatre is None or reading.unknown:
        return True
    return any(belongs(s, Filters(), theatre) for s in reading.statements)


def _newest(readings: Sequence[Reading]) -> date:
    ends = [r.document.published.end for r in readings if r.document.published.end]
    return max(ends, default=date.min)


def _sections(
    desk: Desk, situation: tuple[Line, ...], unread: tuple[Line, ...], wanted: Filters
) -> tuple[Section, ...]:
    talks = (*capped(offer_lines(desk), "talks", 8), *capped(talk_lines(desk), "talks"))
    words = (*capped(dispute_lines(desk), "disputes"), *_spread(unanswered_lines(desk)))
    parts = (
        Section(key="situation", title="Situation", lines=situation),
        Section(key="ceasefires", title="Ceasefires", lines=capped(standing_lines(desk), "ceasefires", 8), empty="No ceasefire is told."),
        Section(key="incidents", title="Incidents", lines=capped(incident_lines(desk), "incidents", 20), empty="No incident is told."),
        Section(key="background", title="Background told again", lines=capped(background_lines(desk), "incidents", 6), empty="Nothing of earlier days is told again."),
        Section(key="disputes", title="Accusations and denials, demands and threats", lines=words, empty="Nobody accuses or denies."),
        Section(key="talks", title="Talks, visits and offers", lines=talks, empty="No talks are told."),
        Section(key="commitments", title="Commitments", lines=capped(undertaking_lines(desk), "commitments", 20), empty="Nothing was promised."),
        Section(key="conflicts", title="Contradictions, wrong dates and copies", lines=_conflicts(desk), empty="None seen."),
        Section(key="unread", title="What could not be read", lines=unread, empty="Everything could be read." if desk.readings else "There was nothing to read."),
        Section(key="unsure", title="What the reader is unsure of", lines=_unsure(desk), empty="Nothing is kept apart."),
    )  # fmt: skip
    return tuple(replace(s, lines=_once(s.lines), empty=_why_empty(s, wanted)) for s in parts)


def _why_empty(section: Section, wanted: Filters) -> str:
    side = beside_the_point(section.key, wanted)
    return f"Left out: {side[1]}." if side else section.empty


def _once(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """No line twice in one section."""
    return tuple({line.text: line for line in reversed(lines)}.values())[::-1]


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


def _unread(desk: Desk, dropped: Sequence[Dropped], before: int) -> tuple[Line, ...]:
    kept = Counter(r.unread for r in desk.readings if r.unread)
    lines = [_kept(reason, desk) for reason in sorted(kept)]
    gone = [
        Line(text=f"DROPPED at {d.stage}: {file_name(d.source) or d.document_id} — {why_dropped(d)}")
        for d in dropped
    ]
    earlier = (
        f"DROPPED earlier: {count(before, 'page')}, in runs before the newest (sarhad documents --dropped)"
    )
    return (*lines, *capped(gone, "documents --dropped"), *([Line(text=earlier)] if before else []))


def _kept(reason: str, desk: Desk) -> Line:
    ids = [r.document.id for r in desk.readings if r.unread == reason]
    shown = ", ".join(map(desk.label, ids[:4])) + (f" and {len(ids) - 4} more" if len(ids) > 4 else "")
    head = (
        "NOTHING FOUND" if reason.startswith(SILENT)
        else "SCREENED OUT" if reason.startswith(SCREENED) else "KEPT, NOT READ"
    )  # fmt: skip
    why = reason.removeprefix(SCREENED)
    return Line(text=f"{head} — {why}: {count(len(ids), 'document')} ({shown})")


UNSURE_DOCUMENTS, UNSURE_LINES, UNSURE_MOST = 12, 4, 10
"""Documents the last section shows, and lines of each (more where the documents are few): enough to check the reader,
not to drown the brief."""


def _unsure(desk: Desk) -> tuple[Line, ...]:
    """What is kept off the plain lines, grouped by document, each with what speaks against it."""
    groups: dict[str, dict[str, Statement]] = {}
    for reading in desk.readings:
        doubtful = (
            s
            for s in reading.statements
            if not desk.plain(s) and desk.wanted(s) and not domestic(s, desk.seen)
        )
        for s in sorted(doubtful, key=lambda s: (-s.confidence, s.evidence.span)):
            groups.setdefault(s.document_id, {}).setdefault(said(s), s)
    order = sorted(groups, key=lambda d: (-max(s.confidence for s in groups[d].values()), d))
    room = UNSURE_DOCUMENTS * UNSURE_LINES // max(1, len(order))
    each = max(UNSURE_LINES, min(UNSURE_MOST, room))
    shown = [_doubts(d, list(groups[d].values()), desk, each) for d in order[:UNSURE_DOCUMENTS]]
    left = sum(len(groups[d]) for d in order[UNSURE_DOCUMENTS:])
    more = (
        [Line(text=f"and {left} more in other documents (sarhad export --form jsonl --of statements)")]
        if left
        else []
    )
    return (*shown, *more)


def _doubts(document_id: str, statements: list[Statement], desk: Desk, most: int) -> Line:
    """One document's doubtful statements: the likeliest ones, and how many more."""
    shown = statements[:most]
    left = len(statements) - len(shown)
    more = (f"and {left} more (sarhad show {desk.name(document_id)})",) if left else ()
    return Line(
        text=f"{desk.label(document_id)}, {printed(desk.published(document_id))}: {count(len(statements), 'statement')} kept apart",
        citations=tuple(desk.cite_statement(s) for s in shown),
        refers_to=document_id,
        details=(*(_doubt(s, desk) for s in shown), *more),
    )


def _doubt(s: Statement, desk: Desk) -> str:
    if s.stance is Stance.NEITHER and s.speaker is not None:
        return f"{desk.names.actor(s.speaker)} neither confirms nor denies: {said(s)} ({_why(s, desk)})"
    noun, before = act(s.type, s.mode)
    actors, toward = desk.names.actors(s.actors), desk.names.actors(s.recipients)
    what = noun + (f" by {actors}" if actors else "") + (f" {before} {toward}" if toward else "")
    return f"perhaps {what}: {said(s)} ({_why(s, desk)})"


def _why(s: Statement, desk: Desk) -> str:
    """What was doubted: the reason it was kept apart, or what is missing."""
    why = desk.doubts.get(s.anchor, "")
    missing = "" if s.actors else "who acts is not told"
    tense = f"told as {s.aux.value}" if s.aux else ""
    inferred = f"inferred ({s.coded_by})" if s.coded_by not in ("", "lexicon") else ""
    told = [p for p in (missing, tense, inferred) if p]
    return "; ".join([why, *told]) if s.confidence >= UNSURE else "; ".join(told) or why
