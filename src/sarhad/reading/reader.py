"""The reader: readable text → parse → actors, times, places → drafts → grounded, linked → statements, contests."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from sarhad.codebook import QUAD, EventType, PlaceLevel, Quad
from sarhad.reading import tagger
from sarhad.reading.actors import link
from sarhad.reading.ascribed import ascribed
from sarhad.reading.assembly import Press, statements
from sarhad.reading.attribution import Frame, frames
from sarhad.reading.background import backdrop, with_background
from sarhad.reading.certainty import certainty
from sarhad.reading.contests import contests
from sarhad.reading.counterparts import with_counterparts
from sarhad.reading.dated import span_of
from sarhad.reading.draft import Draft
from sarhad.reading.grounding import Ground, ground
from sarhad.reading.inference import inferred
from sarhad.reading.lexicon import load_lexicon
from sarhad.reading.links import about
from sarhad.reading.placed import Placed
from sarhad.reading.places import PlaceMention, dateline, event_place, locate
from sarhad.reading.places_events import clause_of
from sarhad.reading.places_parties import place_of_parties
from sarhad.reading.places_recalled import with_answered_places, with_recalled_places, with_scenes
from sarhad.reading.places_roles import REACHED
from sarhad.reading.projects import stalled_projects
from sarhad.reading.readable import readable
from sarhad.reading.stance import charged
from sarhad.reading.statements import drafts, worth_telling
from sarhad.reading.times import find_times
from sarhad.reading.times_known import with_known_years
from sarhad.reading.truces import with_truces
from sarhad.reading.when import hung, tied_to
from sarhad.reading.when_carried import Saying, carried
from sarhad.records import Document, Place, Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sarhad.reading import Tools


def read_english(document: Document, tools: "Tools", reader: str) -> Reading:
    """The reading of an English document."""
    text = readable(document)
    if not text.passages:
        return Reading(
            document=document, reader=reader, unread="no sentence of an article was found on the page"
        )
    doc = tagger.parse(text, tools.parser)
    published = _anchor_day(document)
    told = find_times(text.text, published, anchor_precision=document.published.precision)
    times = with_known_years(told, text.text, published)
    located = locate(doc, tools.places)
    line = tools.places.resolve(text.dateline.title()) if text.dateline else dateline(located)
    said = frames(doc)
    linked = Placed(
        link(doc, published, tools.actors, places=_countries(located)),
        said,
        doc.text,
        tools.actors,
        published,
    )
    days = hung(doc, times)
    grounds = Ground(times=days, published=published, place_of=_placer(doc, located, line))
    found = [ground(d, grounds) for d in drafts(doc, linked, load_lexicon(), said)]
    found = with_recalled_places(doc, found, located)
    found = [
        d if d.place else replace(d, place=place_of_parties(d, located, tools.places.country)) for d in found
    ]
    found = with_scenes(doc, inferred(found), located)
    found = carried(found, _sayings(said, linked, grounds))
    found = with_background(found, backdrop(days, published))
    found = [*found, *stalled_projects(doc, linked)]
    found = sorted(filter(worth_telling, with_truces(found, linked)), key=lambda d: (d.clause, d.words))
    found = [charged(d) for d in found]
    links = about(found)
    found = with_answered_places(with_counterparts(found, links), links)
    found = [ascribed(d) for d in found]
    found = [replace(d, confidence=certainty(d)) for d in found]
    read = statements(found, links, Press(document, text, doc, reader))
    return Reading(document=document, reader=reader, statements=read, contests=contests(read))


def _sayings(said: Sequence[Frame], linked: Placed, on: Ground) -> list[Saying]:
    """The sayings that are told with their day, and who spoke."""
    out = []
    for frame in said:
        time = tied_to(frame.cue, on.times)
        span = span_of(time) if time is not None else None
        who = linked.speaker(frame.source) if span is not None and frame.source is not None else ()
        out += [Saying(at=frame.cue.i, who=a, time=span) for a in who[:1] if span is not None]
    return sorted(out, key=lambda s: s.at)


def _countries(located: Sequence[PlaceMention]) -> list[tuple[int, int, str]]:
    """Whose ground is spoken of; a gulf is nobody's, though it bears a country's name."""
    return [
        (m.start, m.end, m.place.country)
        for m in located
        if m.place.country and not _OF_WATER.search(m.place.name)
    ]


_OF_WATER = re.compile(r"^(?:Gulf|Sea|Bay) of\b|\b(?:Sea|Gulf|Ocean)$")


def _placer(
    doc: "Doc", located: Sequence[PlaceMention], line: Place | None
) -> Callable[[Draft], Place | None]:
    """The place of an act. The dateline answers only for talks and visits; words are said in a town, not in a party."""

    def place_of(draft: Draft) -> Place | None:
        place = event_place(doc, draft.token, located, verbal=draft.type not in _PLACED)
        if place is not None and draft.type is EventType.CONSULT and _in_topic(draft.token, place):
            place = None
        if place is None and draft.type is EventType.CONSULT:
            return _venue(draft, located) or line
        if place is None or draft.type in _PLACED:
            return place
        named = [a.span for a in (*draft.actors, *draft.recipients) if a.span is not None]
        a_party = place.span is not None and any(place.span.overlaps(s) for s in named)
        return None if a_party else place

    return place_of


def _in_topic(talk: "Token", place: Place) -> bool:
    """ "discussed operations in Gaza", "talks on Syria": what is talked of is not where."""
    span = place.span and talk.doc.char_span(place.span.start, place.span.end, alignment_mode="expand")
    at = span.root if span else talk
    goals = (talk.i, clause_of(talk).i)
    while at.head.i != at.i and at.i != talk.i:
        object_ = at.dep_ == "dobj" and at.head.lemma_.lower() not in REACHED
        topic = object_ or (at.dep_ == "prep" and at.lower_ in _TOPIC)
        if topic and at.head.i in goals:
            return True
        at = at.head
    return False


_TOPIC = frozenset(("on", "about", "over", "regarding", "into"))


def _venue(draft: Draft, located: Sequence[PlaceMention]) -> Place | None:
    """A town named in the quote of a talk, in the role of a place."""
    words = draft.token.doc[draft.clause[0] : draft.clause[1] + 1]
    inside = [m for m in located if words.start_char <= m.start < words.end_char and m.role == "venue"]
    return next((m.place for m in inside if m.place.level is PlaceLevel.TOWN), None)


_PLACED = frozenset(k for k, q in QUAD.items() if q in (Quad.MATERIAL_CONFLICT, Quad.MATERIAL_COOPERATION)) - {EventType.SANCTION} | {EventType.CONSULT}  # fmt: skip


def _anchor_day(document: Document) -> date | None:
    """The day that relative times hang on: the last day the date of publication allows."""
    return document.published.end
