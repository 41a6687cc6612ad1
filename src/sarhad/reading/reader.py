"""The reader: readable text → parse → actors, times, places → drafts → grounded, linked → statements, contests."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from sarhad.codebook import QUAD, DatePrecision, EventType, PlaceLevel, Quad
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
from sarhad.reading.force_of_state import with_force_of_state
from sarhad.reading.grounding import Ground, ground
from sarhad.reading.heard import Heard, heard
from sarhad.reading.inference import inferred
from sarhad.reading.left_open import with_likely_parties
from sarhad.reading.lexicon import load_lexicon
from sarhad.reading.links import about, without_echoes, without_idle_silences
from sarhad.reading.links_beside import beside
from sarhad.reading.modality_words import as_said
from sarhad.reading.modes import with_modes
from sarhad.reading.named import mark, titled
from sarhad.reading.overlooked import second_opinion
from sarhad.reading.placed import Placed
from sarhad.reading.places import PlaceMention, dateline, event_place, locate
from sarhad.reading.places_apart import clause_of
from sarhad.reading.places_heard import with_heard_places
from sarhad.reading.places_home import spoken_of_alone, with_home_affairs
from sarhad.reading.places_parties import place_of_parties
from sarhad.reading.places_recalled import with_answered_places, with_recalled_places, with_scenes
from sarhad.reading.places_roles import REACHED, VISITS
from sarhad.reading.power import day_of_names
from sarhad.reading.projects import with_stalled
from sarhad.reading.readable import Readable, readable
from sarhad.reading.second import Scene
from sarhad.reading.spoken_of import told_as_acts
from sarhad.reading.stance import charged
from sarhad.reading.statements import drafts
from sarhad.reading.times import find_times
from sarhad.reading.times_known import with_known_years
from sarhad.reading.times_quoted import with_quoted_days
from sarhad.reading.triggers import Trigger, find_triggers
from sarhad.reading.truces import with_truces
from sarhad.reading.truces_lived import with_lives
from sarhad.reading.undertakings import with_undertakings
from sarhad.reading.when import hung, tied_to
from sarhad.reading.when_carried import Saying, carried
from sarhad.reading.when_headed import with_headed_days
from sarhad.reading.worth_telling import worth_telling
from sarhad.records import SILENT, Document, Place, Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sarhad.reading import Tools


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One parsed document with what the passes look up in it."""

    document: Document
    text: Readable
    doc: "Doc"
    parties: Placed
    said: Sequence[Frame]
    located: Sequence[PlaceMention]
    grounds: Ground
    triggers: Sequence[Trigger]
    ear: Heard
    tools: "Tools"


def read_english(document: Document, tools: "Tools", reader: str) -> Reading:
    """The reading of an English document."""
    text = readable(document)
    if not text.passages:
        return Reading(
            document=document, reader=reader, unread="no sentence of an article was found on the page"
        )
    work = at_work(document, text, tools)
    found = coded(work)
    read = statements(found.drafts, found.links, Press(document, text, work.doc, reader))
    why = None if read else why_silent(work)
    return Reading(document=document, reader=reader, statements=read, contests=contests(read), unread=why)


SHORT = 25
"""Words below which a text hardly tells an act."""


def why_silent(work: Work) -> str:
    """Why nothing was found in a document that was read."""
    if len(work.text.text.split()) < SHORT:
        return f"{SILENT}it has fewer than {SHORT} words"
    if work.document.language == "und":
        return f"{SILENT}its language could not be told"
    if work.triggers or work.ear.runs(0.5):
        return f"{SILENT}its words for acts join no states, forces, groups or bodies"
    return f"{SILENT}no word of it names an act"


def at_work(document: Document, text: Readable, tools: "Tools") -> Work:
    """The document parsed, with its times, places, parties and sayings."""
    doc = tagger.parse(text, tools.parser)
    published = _anchor_day(document)
    told = find_times(text.text, published, anchor_precision=document.published.precision)
    times = with_quoted_days(with_known_years(told, text.text, published), doc, published)
    located = locate(doc, tools.places)
    line = tools.places.resolve(text.dateline.title()) if text.dateline else dateline(located)
    on = day_of_names(text.text, published, tools.actors)
    people = [(h.start, h.end) for h in tools.actors.find(text.text, on) if h.how == "person"]
    mark(doc, ((t.start, t.end) for t in times), ((m.start, m.end) for m in located), [*people, *titled(doc)])
    said = frames(doc)
    linked = link(doc, on, tools.actors, places=_countries(located))
    return Work(
        document=document,
        text=text,
        doc=doc,
        parties=Placed(linked, said, doc.text, tools.actors, on),
        said=said,
        located=located,
        grounds=Ground(times=hung(doc, times), published=published, place_of=_placer(doc, located, line)),
        triggers=find_triggers(doc, load_lexicon()),
        ear=heard(text.passages, tools.encoder, tools.actors),
        tools=tools,
    )


@dataclass(frozen=True, slots=True)
class Coded:
    """The acts of a document, and which of them speaks about which."""

    drafts: tuple[Draft, ...]
    links: dict[int, int]


Watch = Callable[[str, Sequence[Draft], Sequence[Draft]], None]
"""Told of every pass: its name, the drafts before it and after it."""


def coded(work: Work, watch: Watch | None = None) -> Coded:
    """Every pass in order, each on what the one before left."""
    found: list[Draft] = []
    for name, step in _passes(work):
        after = step(found)
        if watch is not None:
            watch(name, found, after)
        found = after
    links = about(found)
    told = with_answered_places(with_counterparts(found, links), links)
    told = with_likely_parties(told, scene_of(work))
    told = [ascribed(d) for d in told]
    told = [replace(d, confidence=certainty(d)) for d in told]
    if watch is not None:
        watch("denials and counterparts", found, told)
    return Coded(tuple(told), beside(told, links))


def scene_of(work: Work) -> Scene:
    """What the encoder's passes look at."""
    return Scene(doc=work.doc, triggers=work.triggers, ear=work.ear, parties=work.parties, said=work.said)


def _passes(work: Work) -> list[tuple[str, Callable[[list[Draft]], list[Draft]]]]:
    doc, located, parties, grounds = work.doc, work.located, work.parties, work.grounds
    country = work.tools.places.country
    scene = scene_of(work)
    return [
        ("lexicon and grammar", lambda _: drafts(doc, parties, work.triggers, work.said)),
        ("encoder", lambda found: second_opinion(found, scene)),
        ("threats and demands", lambda found: [as_said(d) for d in found]),
        ("only spoken of", told_as_acts),
        ("the life of a truce", lambda found: with_lives(found, scene)),
        ("times, places and tolls beside it", lambda found: [ground(d, grounds) for d in found]),
        ("places told before", lambda found: with_recalled_places(doc, found, located)),
        (
            "places of the parties",
            lambda found: [
                d if d.place else replace(d, place=place_of_parties(d, located, country)) for d in found
            ],
        ),
        ("what the text told before", lambda found: with_scenes(doc, inferred(found), located)),
        ("places heard", lambda found: with_heard_places(doc, found, located, work.ear)),
        (
            "home affairs",
            lambda found: with_home_affairs(found, spoken_of_alone(located, parties.everyone), country),
        ),
        (
            "days told before",
            lambda found: carried(found, _sayings(work.said, parties, grounds), grounds.times),
        ),
        (
            "days told above",
            lambda found: with_headed_days(found, work.text.passages, grounds.times, grounds.published),
        ),
        (
            "background",
            lambda found: with_background(
                found,
                backdrop(
                    grounds.times,
                    grounds.published,
                    told=work.document.published.precision is DatePrecision.DAY,
                ),
            ),
        ),
        ("undertakings", lambda found: with_undertakings(found, work.ear)),
        ("standing projects", lambda found: with_stalled(found, doc, parties, work.said)),
        (
            "truces",
            lambda found: sorted(
                filter(worth_telling, with_truces(found, parties, located)), key=lambda d: (d.clause, d.words)
            ),
        ),
        ("charges", lambda found: [charged(d) for d in found]),
        ("modes", lambda found: with_modes(found, work.ear)),
        ("force of a state", with_force_of_state),
        ("echoes", without_echoes),
        ("silences", without_idle_silences),
    ]


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
            return _venue(draft, located) or (line if _of_a_party(line, draft) else None)
        if place is None or draft.type in _PLACED:
            return place
        named = [a.span for a in (*draft.actors, *draft.recipients) if a.span is not None]
        a_party = place.span is not None and any(place.span.overlaps(s) for s in named)
        return None if a_party else place

    return place_of


def _of_a_party(line: Place | None, draft: Draft) -> bool:
    """A reporter's town is where talks are held that its country joins, and where a visit goes; not where ministers met
    on a screen."""
    parties = {a.code[:3] for a in (*draft.actors, *draft.recipients)}
    return line is not None and (line.country in parties or draft.token.lemma_.lower() in VISITS)


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
