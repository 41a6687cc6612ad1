"""Where: the places of a document, each resolved once for the whole document, and the place of one act.

A capital that acts ("Islamabad said") is a government, not a venue: every mention carries the role it plays, and the
reader chooses. An adjective is no place, except before soil, territory, airspace, border or capital. An act whose
clause and sentence name no place has none: never the capital, never the dateline (save for talks, which the caller
says).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sarhad.codebook import PlaceLevel
from sarhad.knowledge.places import Places
from sarhad.reading.places_again import again
from sarhad.reading.places_events import event_place
from sarhad.reading.places_found import places_of, toponyms_of
from sarhad.reading.places_lands import lands
from sarhad.reading.places_mentions import PlaceMention
from sarhad.reading.places_phrases import Named, Phrase, phrases
from sarhad.reading.places_roles import ACTOR, DATELINE, ORIGIN, TARGET, VENUE, role_of
from sarhad.reading.places_senses import resolve_spans, sense_here, senses_of
from sarhad.reading.places_unlisted import unlisted
from sarhad.records import Place, Span

__all__ = [
    "ACTOR",
    "DATELINE",
    "ORIGIN",
    "TARGET",
    "VENUE",
    "PlaceMention",
    "dateline",
    "event_place",
    "locate",
    "resolve_spans",
    "toponyms",
]


def locate(doc: Any, registry: Places, *, home: Sequence[str] = ()) -> tuple[PlaceMention, ...]:
    """The places of a whole document, in order. `home`: countries to prefer where the text names none."""
    text = str(doc.text)  # spaCy joins the tokens anew each time it is asked
    hits = places_of(doc, text, registry)
    senses = senses_of(text, hits, registry, home)
    sensed = ((h, sense_here(text, h, hits, senses, registry)) for h in hits)
    named = [(h.start, h.end, place) for h, place in sensed if place]
    found = _with_phrases(text, named, registry)
    found = [*found, *unlisted(text, found)]
    found = sorted([*found, *again(text, found)], key=lambda row: row[0])
    told = [_mention(doc, text, row) for row in found]
    told += [_mention(doc, text, row) for row in lands(text, told, registry.country)]
    return tuple(sorted(told, key=lambda m: m.start))


def toponyms(doc: Any, registry: Places) -> tuple[PlaceMention, ...]:
    """Every name of a place in a document, in order, each with its place: for maps, not for acts.

    Here a name inside the name of an institution counts, and phrases ("southern Lebanon", "the city") do not.
    """
    text = str(doc.text)
    hits = toponyms_of(doc, text, registry)
    senses = senses_of(text, hits, registry)
    sensed = ((h, sense_here(text, h, hits, senses, registry)) for h in hits)
    return tuple(_mention(doc, text, (h.start, h.end, place)) for h, place in sensed if place)


def dateline(mentions: Iterable[PlaceMention]) -> Place | None:
    """The place of the document's dateline, if it has one."""
    return next((m.place for m in mentions if m.role == DATELINE), None)


def _mention(doc: Any, text: str, row: Named) -> PlaceMention:
    start, end, place = row
    said = replace(place, mention=text[start:end], span=Span(start=start, end=end))
    return PlaceMention(start=start, end=end, place=said, role=role_of(doc, text, said, start, end))


def _with_phrases(text: str, named: Sequence[Named], registry: Places) -> list[Named]:
    """Phrases ("southern Lebanon", "Afghan soil") replace the names they hold."""
    sensed = ((p, _place_of(p, registry)) for p in phrases(text, named))
    made = [(p.start, p.end, place) for p, place in sensed if place]
    kept = [n for n in named if not any(s < n[1] and n[0] < e for s, e, _ in made)]
    return sorted([*kept, *made], key=lambda row: row[0])


def _place_of(phrase: Phrase, registry: Places) -> Place | None:
    if phrase.kind in ("country", "capital") and phrase.country:
        place = (registry.country if phrase.kind == "country" else registry.capital)(phrase.country)
        return replace(place, why=phrase.why) if place else None
    level = PlaceLevel.TOWN if phrase.kind == "part of a town" else PlaceLevel.OTHER
    return Place(mention=phrase.name, name=phrase.name, country=phrase.country, level=level, why=phrase.why)
