"""Which names of a document are places, and which place each means: one sense per document."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sarhad.codebook import PlaceLevel
from sarhad.knowledge.places import PlaceHit, Places, adjectives, place_of, record_of, same_place
from sarhad.knowledge.places_choice import Candidate, known_enough, point_of, seat, weigh, without_shadows
from sarhad.knowledge.places_coherence import Scored, settle
from sarhad.knowledge.places_names import fold, words
from sarhad.knowledge.places_scan import WORD
from sarhad.records import Place

GEOGRAPHIC = words("GPE LOC FAC")
NOT_PLACES = words("PERSON NORP LANGUAGE MONEY PERCENT QUANTITY ORDINAL CARDINAL DATE TIME")
INSIDE = words("in near outside at inside")
WELL_KNOWN = 100_000
"""A town of this size is taken for a place without further signs; a smaller one needs a sign."""
LARGE = (PlaceLevel.COUNTRY, PlaceLevel.ADM1)
NAMED_MOST = 12
INITIALS = ("US", "U.S.", "UK", "U.K.", "UN", "EU")
AS_ADJECTIVE, NAME_GOES_ON = re.compile(r" \w"), re.compile(r"\s+[A-Z]")
RIVAL, SMALL = 20, 5_000
"""A name speaks for a country when every place of that name within a twentieth of the largest lies there."""


def places_of(doc: Any, registry: Places) -> list[PlaceHit]:
    """The hits of the gazetteer that are places here, by the tagger's word beside the gazetteer's."""
    hits = registry.find(doc.text, weak=True)
    persons = _persons(doc)
    shown = frozenset(h.text for h in hits if _shown(doc, h)) - persons
    return [h for h in hits if _is_place(doc, h, persons, shown)]


def _shown(doc: Any, hit: PlaceHit) -> bool:
    """Whether this mention shows the name to be a place: the tagger says so, or "in" stands before it."""
    span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
    return any(e.label_ in GEOGRAPHIC and e.start == span.start and e.end == span.end for e in span.ents)


def _persons(doc: Any) -> frozenset[str]:
    """Words of full names: after "Robert Clark", neither "Clark" nor "Robert" is a place."""
    return frozenset(t.text for e in doc.ents if e.label_ == "PERSON" and len(e) > 1 for t in e)


def _is_place(doc: Any, hit: PlaceHit, persons: frozenset[str], shown: frozenset[str]) -> bool:
    span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    labels = {e.label_: e for e in span.ents} or {t.ent_type_: t for t in span if t.ent_type_}
    located = bool(span.start and doc[span.start - 1].lower_ in INSIDE)
    if hit.weak:
        return hit.text not in persons and _weak_place(doc, hit, span, labels, located)
    if _firm(hit):
        return "PERSON" not in labels or _alone(span, "PERSON") or located
    if hit.text in persons and not located:
        return False
    return located or hit.text in shown or not _doubtful(hit, labels)


def _firm(hit: PlaceHit) -> bool:
    return any(c.entry.seed or c.entry.level is PlaceLevel.COUNTRY for c in hit.candidates)


def _doubtful(hit: PlaceHit, labels: Mapping[str, Any]) -> bool:
    """A small place that the tagger takes for something else, or for nothing."""
    known = any(
        c.entry.population >= WELL_KNOWN or c.entry.level is PlaceLevel.ADM1
        for c in hit.candidates
        if not c.alias
    )
    if GEOGRAPHIC & labels.keys():
        return False
    other = NOT_PLACES & labels.keys()
    return not (known or " " in hit.text) or (bool(other) and not (known and other == {"PERSON"}))


def _weak_place(doc: Any, hit: PlaceHit, span: Any, labels: Mapping[str, Any], located: bool) -> bool:
    everyday = any(c.everyday for c in hit.candidates)
    geographic = any(e.start == span.start for e in span.ents if e.label_ in GEOGRAPHIC)
    if everyday:
        return geographic and located
    return (geographic and len(hit.text) > 2) or (located and not NOT_PLACES & labels.keys())


def _alone(span: Any, label: str) -> bool:
    """Whether the tagger's entity is this name and nothing more: a lone "Natanz" is no person."""
    return any(e.label_ == label and e.start == span.start and e.end == span.end for e in span.ents)


# --- what stands around decides


def countries_of(text: str, hits: Sequence[PlaceHit]) -> tuple[str, ...]:
    """Countries the text speaks of, most often named first."""
    seen: Counter[str] = Counter()
    known = adjectives()
    for word in WORD.finditer(text):
        if word.group() in known:
            seen[known[word.group()]] += 1
    for hit in hits:
        if country := _surely(hit):
            seen[country] += 1
    return tuple(code for code, _ in seen.most_common(NAMED_MOST))


def _surely(hit: PlaceHit) -> str | None:
    """The country that a name alone speaks for, if it does."""
    entries = [c.entry for c in hit.candidates]
    sure = next((e for e in entries if e.level is PlaceLevel.COUNTRY or e.seed), None)
    if sure:
        rivals = any(e.level is PlaceLevel.ADM1 for e in entries)
        return sure.country if sure.seed or not rivals else None
    if not entries:
        return None
    firmest = [c.entry for c in hit.candidates if not c.alias] or entries
    most = max(e.population for e in firmest)
    homes = {e.country for e in firmest if e.population * RIVAL >= most}
    return homes.pop() if len(homes) == 1 and most >= SMALL else None


def senses_of(
    text: str, hits: Sequence[PlaceHit], registry: Places, home: Sequence[str] = (), *, given: bool = False
) -> dict[str, Place]:
    """Folded name → place: all names of the text chosen together, then again with what "Hyderabad, Pakistan" says.

    With `given` the names are known to be places, and the smallest hamlet counts.
    """
    names = {fold(h.text): h for h in reversed(hits)}
    countries = (*countries_of(text, hits), *home)
    scored = {n: [(c, weigh(c, countries)) for c in without_shadows(h.candidates)] for n, h in names.items()}
    senses = _records(settle(scored), names, countries, given)
    said = {fold(h.text): p for h in reversed(hits) if (p := _said_where(text, h, hits, senses, registry))}
    if said:
        sure = {n: _only(s, said[n]) if n in said else s for n, s in scored.items()}
        senses = _records(settle(sure), names, countries, given) | said
    return senses


def _only(scored: Scored, place: Place) -> Scored:
    """The candidates that a place told by the text leaves: itself."""
    return [(c, s) for c, s in scored if same_place(place_of(c.entry, place.mention, ""), place)] or scored


def _records(
    chosen: Mapping[str, Candidate], names: Mapping[str, PlaceHit], countries: Sequence[str], given: bool
) -> dict[str, Place]:
    """The chosen candidates as places, without hamlets for which nothing else in the text speaks."""
    seats = {n: seat(c, names[n].candidates).entry for n, c in chosen.items()}
    points = {n: point_of(e) for n, e in seats.items() if e.level is not PlaceLevel.COUNTRY}
    found = {}
    for name, entry in seats.items():
        others = [p for n, p in points.items() if p and n != name]
        if given or known_enough(entry, countries, others):
            found[name] = record_of(entry, names[name].text, len(names[name].candidates), countries)
    return found


def sense_here(
    text: str, hit: PlaceHit, hits: Sequence[PlaceHit], senses: Mapping[str, Place], registry: Places
) -> Place | None:
    """The document's sense, unless the very next name says otherwise ("Hyderabad, Pakistan")."""
    return _said_where(text, hit, hits, senses, registry) or senses.get(fold(hit.text))


def _said_where(
    text: str, hit: PlaceHit, hits: Sequence[PlaceHit], senses: Mapping[str, Place], registry: Places
) -> Place | None:
    """The place of a name that a larger one follows after a comma."""
    after = next((h for h in hits if h.start == hit.end + 2 and text[hit.end : h.start] == ", "), None)
    if after is None or (AS_ADJECTIVE if after.text in INITIALS else NAME_GOES_ON).match(text, after.end):
        return None  # "in London, US Defence Secretary …", "in Geneva, US envoys" say nothing about the town
    larger = senses.get(fold(after.text))
    if larger is None or larger.country is None or larger.level not in LARGE:
        return None
    own = senses.get(fold(hit.text))
    if own and own.level in LARGE and own.country == larger.country:
        return None
    inside = tuple(c for c in hit.candidates if c.entry.country == larger.country and c.entry.level not in LARGE
                   and (larger.level is PlaceLevel.COUNTRY or registry.lies_in(c.entry, larger)))  # fmt: skip
    return registry.choose(inside, hit.text, countries=(larger.country,))


def resolve_spans(
    text: str, spans: Sequence[tuple[int, int]], registry: Places, *, home: Sequence[str] = ()
) -> tuple[Place | None, ...]:
    """The place of each given name, for texts whose names of places are already marked. Adjectives mean their country."""
    hits = [_given(text, start, end, registry) for start, end in spans]
    senses = senses_of(text, hits, registry, home, given=True)
    return tuple(
        sense_here(text, h, hits, senses, registry)
        or registry.country(adjectives().get(h.text.rstrip("s"), ""))
        for h in hits
    )


def _given(text: str, start: int, end: int, registry: Places) -> PlaceHit:
    name = text[start:end]
    found = registry.candidates(name) or registry.candidates(name, short=True)
    return PlaceHit(start=start, end=end, text=name, candidates=found)
