"""Which names of a document are places: the gazetteer's word beside the tagger's.

Two measures. `places_of` is the reader's: a name that only helps to name a school, a firm or a police force is no
place where something happened. `toponyms_of` is the map's: there "the Marlow Fire Department" names Marlow.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sarhad.codebook import PlaceLevel
from sarhad.knowledge.places import PlaceHit, Places
from sarhad.knowledge.places_names import fold, words

GEOGRAPHIC = words("GPE LOC FAC")
NOT_PLACES = words("PERSON NORP LANGUAGE MONEY PERCENT QUANTITY ORDINAL CARDINAL DATE TIME")
INSIDE = words("in near outside at inside")
WELL_KNOWN = 100_000
"""A town of this size is taken for a place without further signs; a smaller one needs a sign."""


def places_of(doc: Any, registry: Places) -> list[PlaceHit]:
    """The hits of the gazetteer that are places here, by the tagger's word beside the gazetteer's."""
    hits = registry.find(doc.text, weak=True)
    persons = _persons(doc)
    shown = frozenset(h.text for h in hits if _shown(doc, h)) - persons
    return [h for h in hits if _is_place(doc, h, persons, shown)]


AREA = words("County Parish Borough Township District Province")
"""Last words that make two words the name of an area, whatever stands behind: "Marlow County Jail"."""
OF_PLACE = re.compile(
    r"\s(?:man|woman|men|women|couple|teen|teenager|boy|girl|resident|residents|native|police|firefighters|officials|"
    r"mayor|home|house|residence|area|school|schools|council|city|senior|student|students|business|family|families|"
    r"Police|Mayor|City|Council|Fire|Hospital|Public|High|Elementary|Middle|Community|Town|Village|Township|School|"
    r"Schools|Library|Chamber|Board|County|Municipal|Volunteer|Sheriff|Department|Airport|Regional|Area|Township)\b"
)
"""Words that follow the name of a town: "a Marlow man", "Marlow High"."""
HOME_OF = re.compile(r"(?:\b\d{1,2},? of|\b(?:[RD]|DFL|GOP)-|\bboth of|, of) ?$")
"""What stands before somebody's town: "James Hill, 31, of Marlow", "(R-Marlow)"."""
DATELINE = re.compile(r"\s*(?:,[^.\n]{1,20})?\s*(?:\([A-Z][^)\n]{1,30}\))?\s*(?:--|[-–—])\s")


STREET = re.compile(
    r"\s(?:Road|Rd|Street|St|Drive|Dr|Avenue|Ave|Lane|Ln|Boulevard|Blvd|Parkway|Pkwy|Highway|Route|Trail|Court|Way|"
    r"Place|Circle|Terrace|Turnpike|Expressway|War|Day|House|Award|Cup)\b"
)
"""What makes a name that of a street, or of something else that lies nowhere near."""
LISTED = re.compile(r"(?:,|,? and|,? or|,? &) ")
COUNTIES = re.compile(r"(?:(?:, [A-Z][\w.]+)*,? and [A-Z][\w.]+)? [Cc]ounties\b")


def toponyms_of(doc: Any, registry: Places) -> list[PlaceHit]:
    """Every hit that names a place, also inside the name of an institution."""
    hits = registry.find(doc.text, weak=True)
    persons = _persons(doc)
    shown = frozenset(h.text for h in hits if _shown(doc, h)) - persons
    sure = [_is_place(doc, h, persons, shown) for h in hits]
    proven = frozenset(fold(h.text) for h, yes in zip(hits, sure, strict=True) if yes)
    named = [
        yes or (_may_name(doc, h, persons) and _names_one(doc, h, proven))
        for h, yes in zip(hits, sure, strict=True)
    ]
    listed = [yes or _beside(doc, hits, named, i, persons) for i, yes in enumerate(named)]
    return [h for h, yes in zip(hits, listed, strict=True) if yes]


def _may_name(doc: Any, hit: PlaceHit, persons: frozenset[str]) -> bool:
    """Whether a hit is no person's name and no street's."""
    span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
    longer = any(e.label_ == "PERSON" and len(e) > len(span) for e in span.ents)
    return not longer and not set(hit.text.split()) & persons and not STREET.match(doc.text, hit.end)


def _names_one(doc: Any, hit: PlaceHit, proven: frozenset[str]) -> bool:
    """Whether a hit that is no place for the reader names one all the same."""
    text = doc.text
    if (" " in hit.text and hit.text.split()[-1] in AREA) or fold(hit.text) in proven:
        return True
    if any(c.everyday for c in hit.candidates):
        return False
    shouted = hit.text.isupper() and DATELINE.match(text, hit.end)
    homed = HOME_OF.search(text, max(0, hit.start - 14), hit.start) or _of_a_person(doc, hit)
    return bool(shouted or homed or OF_PLACE.match(text, hit.end) or COUNTIES.match(text, hit.end))


def _of_a_person(doc: Any, hit: PlaceHit) -> bool:
    """ "James Hill of Marlow"."""
    first = doc.char_span(hit.start, hit.end, alignment_mode="expand").start
    return bool(first > 1 and doc[first - 1].lower_ == "of" and doc[first - 2].ent_type_ == "PERSON")


def _beside(
    doc: Any, hits: Sequence[PlaceHit], named: Sequence[bool], i: int, persons: frozenset[str]
) -> bool:
    """Whether a hit stands in a list beside a place: "Marlow, Bourne End and Henley"."""
    pairs = [(i - 1, i, i - 1), (i, i + 1, i + 1)]
    beside = any(
        left >= 0
        and right < len(hits)
        and named[other]
        and LISTED.fullmatch(doc.text, hits[left].end, hits[right].start)
        for left, right, other in pairs
    )
    return beside and not any(c.everyday for c in hits[i].candidates) and _may_name(doc, hits[i], persons)


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
