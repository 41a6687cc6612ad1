"""Which place each name of a document means: one sense per document."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sarhad.codebook import PlaceLevel
from sarhad.knowledge.places import PlaceHit, Places, adjectives, place_of, record_of, same_place
from sarhad.knowledge.places_choice import Candidate, known_enough, point_of, seat, weigh, without_shadows
from sarhad.knowledge.places_coherence import Scored, settle
from sarhad.knowledge.places_countries import peoples
from sarhad.knowledge.places_names import fold
from sarhad.knowledge.places_scan import WORD
from sarhad.records import Place

LARGE = (PlaceLevel.COUNTRY, PlaceLevel.ADM1)
NAMED_MOST = 12
INITIALS = ("US", "U.S.", "UK", "U.K.", "UN", "EU")
AS_ADJECTIVE, NAME_GOES_ON = re.compile(r" \w"), re.compile(r"\s+[A-Z]")
STATE_AFTER = re.compile(r" state\b")
PART_WORD = re.compile(
    r"^(?:(?:North|South|East|West|Central|Greater|Inner|Downtown|Metropolitan|Metro|Upper|Lower|Old|Port of|City of|"
    r"Town of|Village of|County|Co\.)[ -]|(?:North|South)[ -]?(?:east|west)(?:ern)? |(?:North|South|East|West)ern )+"
)
BESIDE_WORD = re.compile(
    r"(?: (?:City|Town|Township|Village|Harbou?r|Bay|Beach|Heights|Hills|Airport|International|Airfield|Port|Co\.?|County|District|"
    r"Province|Prefecture|Region|Municipality|Square))+$"
)
RIVAL, SMALL = 20, 5_000
"""A name speaks for a country when every place of that name within a twentieth of the largest lies there."""


@dataclass(frozen=True, slots=True)
class Vote:
    """A name or adjective that speaks for a country. `hint`: a town does, which says less than the country's own name."""

    country: str
    name: str
    hint: bool = False


def votes_of(text: str, hits: Sequence[PlaceHit]) -> list[Vote]:
    """What speaks for which country, mention by mention."""
    known = adjectives()
    said = [Vote(known[w.group()], w.group()) for w in WORD.finditer(text) if w.group() in known]
    return said + [vote for hit in hits if (vote := _vote(hit))]


def countries_of(votes: Iterable[Vote]) -> tuple[str, ...]:
    """The countries that are spoken for, most often first."""
    seen = Counter(vote.country for vote in votes)
    return tuple(country for country, _ in seen.most_common(NAMED_MOST))


def _vote(hit: PlaceHit) -> Vote | None:
    """The country that a name alone speaks for, if it does."""
    entries = [c.entry for c in hit.candidates]
    sure = next((e for e in entries if e.level is PlaceLevel.COUNTRY or e.seed), None)
    if sure:
        rivals = any(e.level is PlaceLevel.ADM1 for e in entries) and not sure.seed
        return Vote(sure.country, fold(hit.text)) if sure.country and not rivals else None
    firmest = [c.entry for c in hit.candidates if not c.alias] or entries
    most = max(firmest, key=lambda e: e.population, default=None)
    if most is None or most.population < SMALL:
        return None
    homes = {e.country for e in firmest if e.population * RIVAL >= most.population}
    hint = most.level is PlaceLevel.TOWN
    return Vote(most.country, fold(hit.text), hint) if most.country and len(homes) == 1 else None


def senses_of(
    text: str, hits: Sequence[PlaceHit], registry: Places, home: Sequence[str] = (), *, given: bool = False
) -> dict[str, Place]:
    """Folded name → place: all names of the text chosen together, then again with what "Hyderabad, Pakistan" says.

    With `given` the names are known to be places, and the smallest hamlet counts.
    """
    names = {fold(h.text): h for h in reversed(hits)}
    votes = votes_of(text, hits)
    countries = (*countries_of(votes), *home)
    scored = {n: _weighed(h, votes, home) for n, h in names.items()}
    senses = _records(settle(scored), names, countries, given)
    said = _said(text, hits, senses, registry)
    if said:
        sure = {n: _only(s, said[n]) if n in said else s for n, s in scored.items()}
        senses = _records(settle(sure), names, countries, given) | said
    return senses


def _said(
    text: str, hits: Sequence[PlaceHit], senses: Mapping[str, Place], registry: Places
) -> dict[str, Place]:
    """The places that the text itself tells, from right to left: "Hamilton, Ontario, Canada"."""
    said: dict[str, Place] = {}
    for hit in reversed(hits):
        if place := _told(text, hit, hits, {**senses, **said}, registry):
            said[fold(hit.text)] = place
    return said


def _weighed(hit: PlaceHit, votes: Sequence[Vote], home: Sequence[str]) -> Scored:
    """The candidates with what each is worth alone. A name's own vote does not count: "Paris" is no sign that the text is
    about France when the question is which Paris it means."""
    others = [v for v in votes if v.name != fold(hit.text)]
    countries = (*countries_of(others), *home)
    hinted = frozenset(countries) - {v.country for v in others if not v.hint} - {*home}
    return [(c, weigh(c, countries, hinted)) for c in without_shadows(hit.candidates)]


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
    return _told(text, hit, hits, senses, registry) or senses.get(fold(hit.text))


def _told(
    text: str, hit: PlaceHit, hits: Sequence[PlaceHit], senses: Mapping[str, Place], registry: Places
) -> Place | None:
    """What the words right after a name say of it: the larger place, or that it is the state ("New York state")."""
    if STATE_AFTER.match(text, hit.end):
        states = tuple(c for c in hit.candidates if c.entry.level is PlaceLevel.ADM1 and not c.alias)
        return registry.choose(states, hit.text)
    return _of_the_land(text, hit, senses, registry) or _said_where(text, hit, hits, senses, registry)


_TOWN_OF = re.compile(
    r"\b(?P<adjective>[A-Z][a-z]+) (?:[a-z-]+ ){0,2}?(?:town|city|village|settlement|district|province|port|suburb|neighbou?rhood)"
    r" (?:of )?$"
)


def _of_the_land(text: str, hit: PlaceHit, senses: Mapping[str, Place], registry: Places) -> Place | None:
    """ "The Lebanese town of Shaqra", where the only one that is known lies in another land: a town there, and no more is known."""
    said = _TOWN_OF.search(text, max(0, hit.start - 60), hit.start)
    land = adjectives().get(said["adjective"]) if said else None
    own = senses.get(fold(hit.text))
    if land is None or own is None or own.country in (None, land):
        return None
    inside = tuple(c for c in hit.candidates if c.entry.country == land)
    why = "the text tells its country; no list has it there"
    return registry.choose(inside, hit.text, countries=(land,)) or Place(
        mention=hit.text, name=hit.text, country=land, level=PlaceLevel.OTHER, why=why
    )


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
    inside = tuple(
        c for c in hit.candidates if c.entry.country == larger.country and _within(c, larger, registry)
    )
    return registry.choose(inside, hit.text, countries=(larger.country,))


def _within(candidate: Candidate, larger: Place, registry: Places) -> bool:
    """Whether a candidate may lie inside a country or a first-level area: "Ontario, Canada" is a province."""
    if larger.level is PlaceLevel.COUNTRY:
        return candidate.entry.level is not PlaceLevel.COUNTRY
    return candidate.entry.level not in LARGE and registry.lies_in(candidate.entry, larger)


def resolve_spans(
    text: str, spans: Sequence[tuple[int, int]], registry: Places, *, home: Sequence[str] = ()
) -> tuple[Place | None, ...]:
    """The place of each given name, for texts whose names of places are already marked. An adjective means its country."""
    hits = [_given(text, start, end, registry) for start, end in spans]
    senses = senses_of(text, hits, registry, home, given=True)
    votes = countries_of(votes_of(text, hits))
    return tuple(
        sense_here(text, h, hits, senses, registry) or _of_people(h.text, votes, registry) for h in hits
    )


def _of_people(name: str, countries: Sequence[str], registry: Places) -> Place | None:
    """The country or region of an adjective or a people: "Afghan", "Ossetians"."""
    for word in (name, name.removesuffix("s")):
        if word in adjectives():
            return registry.country(adjectives()[word], name)
        if word in peoples():
            return registry.resolve(peoples()[word], countries=countries)
    return None


def core_of(name: str) -> str:
    """The place that another is part of or beside, by its name: "North Marlow", "Port of Marlow", "Marlow Harbour"."""
    return BESIDE_WORD.sub("", PART_WORD.sub("", name))


def _given(text: str, start: int, end: int, registry: Places) -> PlaceHit:
    name = text[start:end]
    found = (
        registry.candidates(name)
        or registry.candidates(name, short=True)
        or registry.candidates(core_of(name))
    )
    return PlaceHit(start=start, end=end, text=name, candidates=found)
