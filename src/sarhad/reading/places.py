"""Where: the places of a document, each resolved once for the whole document, and the place of one act.

A capital that acts ("Islamabad said") is a government, not a venue: every mention carries the role it plays, and the
reader chooses. An adjective is no place, except before soil, territory, airspace, border or capital. An act whose
clause and sentence name no place has none: never the capital, never the dateline (save for talks, which the caller
says).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sarhad.codebook import PlaceLevel
from sarhad.knowledge.places import PlaceHit, Places, adjectives
from sarhad.knowledge.places_names import fold
from sarhad.reading.places_phrases import Phrase, phrases
from sarhad.records import Place, Span

VENUE, TARGET, ACTOR, DATELINE = "venue", "target", "actor-like", "dateline"
LOCATIVE = frozenset(
    [
        "in",
        "at",
        "near",
        "from",
        "outside",
        "to",
        "across",
        "along",
        "over",
        "around",
        "inside",
        "into",
        "toward",
        "towards",
        "through",
        "throughout",
        "within",
        "beyond",
        "between",
        "via",
        "off",
        "above",
        "below",
        "amid",
        "up",
        "down",
    ]
)
AGAINST = frozenset(["on", "against", "of", "upon"])
REACHED = frozenset(["visit", "leave", "reach", "enter", "tour", "depart", "quit", "flee", "cross"])
HIT = frozenset(
    [
        "attack",
        "hit",
        "strike",
        "bomb",
        "shell",
        "target",
        "invade",
        "pound",
        "raid",
        "pummel",
        "rock",
        "storm",
        "seize",
        "capture",
        "occupy",
        "besiege",
    ]
)
HOSTS = frozenset(["host", "see", "witness"])
FINE = {
    PlaceLevel.SITE: 0,
    PlaceLevel.TOWN: 1,
    PlaceLevel.ADM2: 2,
    PlaceLevel.ADM1: 3,
    PlaceLevel.OTHER: 4,
    PlaceLevel.COUNTRY: 5,
}
NOT_PLACES = frozenset(
    ["PERSON", "NORP", "LANGUAGE", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "DATE", "TIME"]
)
DATELINE_END = re.compile(r"[^.\n]{0,60}?(?:\([A-Z][^)\n]{1,40}\)|\s[-–—]|:|,\s+\w+\.?\s+\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place in a text. `start` and `end` are offsets in `doc.text`; `role` is venue, target, actor-like or dateline."""

    start: int
    end: int
    place: Place
    role: str

    @property
    def venue(self) -> bool:
        """Whether something may have happened there, as this mention puts it."""
        return self.role != ACTOR


def locate(doc: Any, registry: Places, *, home: Sequence[str] = ()) -> tuple[PlaceMention, ...]:
    """The places of a whole document, in order. `home`: countries to prefer where the text names none."""
    hits = [h for h in registry.find(doc.text, weak=True) if _is_place(doc, h)]
    countries = (*_countries(doc, hits, registry), *home)
    senses = _senses(hits, countries, registry)
    named = [_mention(doc, h, _local(doc.text, h, hits, senses, registry)) for h in hits]
    found = _with_phrases(doc, [m for m in named if m], registry)
    return tuple(_roled(doc, m) for m in found)


def dateline(mentions: Iterable[PlaceMention]) -> Place | None:
    """The place of the document's dateline, if it has one."""
    return next((m.place for m in mentions if m.role == DATELINE), None)


def event_place(
    doc: Any, trigger: Any, mentions: Sequence[PlaceMention], dateline: Place | None = None
) -> Place | None:
    """Where the act at `trigger` happened: attached to its clause, else in its sentence, else unknown.

    Hand a `dateline` only for talks and visits: it says where the reporter sat, not where the bomb fell.
    """
    sentence = trigger.sent
    here = [
        m
        for m in mentions
        if sentence.start_char <= m.start < sentence.end_char and m.role not in (ACTOR, DATELINE)
    ]
    attached = [m for m in here if _governed(_root(doc, m), trigger)]
    if attached:
        return _reason(_finest(attached, trigger), "told in the clause of the act")
    rest = [m for m in here if m.role == VENUE]
    if rest:
        return _reason(_nearest(rest, trigger), "named in the same sentence")
    return _reason_place(dateline, "from the dateline") if dateline else None


# --- which names are places, and which place each means


def _is_place(doc: Any, hit: PlaceHit) -> bool:
    """Drops persons and names inside longer names, by the tagger's word beside the gazetteer's."""
    span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
    labels = (
        {e.label_: e for e in span.doc.ents if e.start < span.end and span.start < e.end}
        if span is not None
        else {}
    )
    firm = any(c.entry.seed or c.entry.level is PlaceLevel.COUNTRY for c in hit.candidates)
    if not hit.weak:
        person = labels.get("PERSON")
        return firm or person is None or len(person) == len(span) or _located(doc, span)
    geographic = any(label in labels and labels[label].start == span.start for label in ("GPE", "LOC", "FAC"))
    return (geographic and len(hit.text) > 2) or (
        _located(doc, span) and not set(labels) & NOT_PLACES and not _lower_twin(doc, hit)
    )


def _located(doc: Any, span: Any) -> bool:
    return bool(span.start and doc[span.start - 1].lower_ in ("in", "near", "outside", "at", "inside"))


def _lower_twin(doc: Any, hit: PlaceHit) -> bool:
    return any(c.everyday for c in hit.candidates)


def _countries(doc: Any, hits: Sequence[PlaceHit], registry: Places) -> tuple[str, ...]:
    """Countries the text speaks of, most often named first."""
    seen: Counter[str] = Counter()
    words = adjectives()
    for token in doc:
        if token.text in words:
            seen[words[token.text]] += 1
    for hit in hits:
        sure = [c.entry for c in hit.candidates if c.entry.level is PlaceLevel.COUNTRY or c.entry.seed]
        rivals = sum(c.entry.level is PlaceLevel.ADM1 for c in hit.candidates)
        if sure and sure[0].country and not (rivals and not sure[0].seed):
            seen[sure[0].country] += 1
        elif not sure and hit.candidates:
            best = max(hit.candidates, key=lambda c: c.entry.population).entry
            if best.population >= 500_000 and best.country:
                seen[best.country] += 1
    return tuple(code for code, _ in seen.most_common(12))


def _senses(hits: Sequence[PlaceHit], countries: Sequence[str], registry: Places) -> dict[str, Place]:
    """One sense per document: the firm names first, the rest beside them."""
    senses: dict[str, Place] = {}
    by_rivals = sorted(
        hits, key=lambda h: (not any(c.entry.seed for c in h.candidates), len(h.candidates), h.start)
    )
    for hit in by_rivals:
        key = fold(hit.text)
        if key in senses:
            continue
        near = [p for p in senses.values() if p.level is not PlaceLevel.COUNTRY][:12]
        place = registry.choose(hit.candidates, hit.text, countries=countries, near=near)
        if place:
            senses[key] = place
    return senses


def _local(
    text: str, hit: PlaceHit, hits: Sequence[PlaceHit], senses: dict[str, Place], registry: Places
) -> Place | None:
    """The document's sense, unless the very next name says otherwise ("Hyderabad, Pakistan")."""
    sense = senses.get(fold(hit.text))
    after = next((h for h in hits if h.start == hit.end + 2 and text[hit.end : h.start] == ", "), None)
    larger = senses.get(fold(after.text)) if after else None
    if not (larger and larger.country and larger.level in (PlaceLevel.COUNTRY, PlaceLevel.ADM1)):
        return sense
    if sense and sense.country == larger.country and larger.level is PlaceLevel.COUNTRY:
        return sense
    inside = tuple(c for c in hit.candidates if c.entry.country == larger.country
                   and (larger.level is PlaceLevel.COUNTRY or registry.province(c.entry) == larger.name))  # fmt: skip
    return registry.choose(inside, hit.text, countries=(larger.country,)) or sense


def _mention(doc: Any, hit: PlaceHit, place: Place | None) -> PlaceMention | None:
    if place is None:
        return None
    return PlaceMention(
        start=hit.start, end=hit.end, place=_said(place, doc.text, hit.start, hit.end), role=ACTOR
    )


def _said(place: Place, text: str, start: int, end: int) -> Place:
    return replace(place, mention=text[start:end], span=Span(start=start, end=end))


# --- phrases: southern Lebanon, Afghan soil, the Iranian capital, the Israel-Lebanon border


def _with_phrases(doc: Any, named: Sequence[PlaceMention], registry: Places) -> list[PlaceMention]:
    """Phrases replace the names they hold."""
    made = [
        m
        for m in (
            _phrase(doc, p, registry) for p in phrases(doc.text, [(m.start, m.end, m.place) for m in named])
        )
        if m
    ]
    taken = [(m.start, m.end) for m in made]
    kept = [m for m in named if not any(s < m.end and m.start < e for s, e in taken)]
    return sorted([*kept, *made], key=lambda m: m.start)


def _phrase(doc: Any, phrase: Phrase, registry: Places) -> PlaceMention | None:
    place = _place_of_phrase(phrase, registry)
    if place is None:
        return None
    said = _said(place, doc.text, phrase.start, phrase.end)
    return PlaceMention(start=phrase.start, end=phrase.end, place=said, role=ACTOR)


def _place_of_phrase(phrase: Phrase, registry: Places) -> Place | None:
    if phrase.kind == "country" and phrase.country:
        place = registry.country(phrase.country)
        return replace(place, why=phrase.why) if place else None
    if phrase.kind == "capital" and phrase.country:
        place = registry.capital(phrase.country)
        return replace(place, why=phrase.why) if place else None
    level = PlaceLevel.TOWN if phrase.kind == "part of a town" else PlaceLevel.OTHER
    return Place(mention=phrase.name, name=phrase.name, country=phrase.country, level=level, why=phrase.why)


# --- roles


def _roled(doc: Any, mention: PlaceMention) -> PlaceMention:
    return replace(mention, role=_role(doc, mention))


def _role(doc: Any, mention: PlaceMention) -> str:
    if _opens(doc.text, mention):
        return DATELINE
    root = _root(doc, mention)
    if root is None:
        return ACTOR
    if root.dep_ in ("pobj", "pcomp") or root.head.pos_ == "ADP":
        return _by_preposition(root.head)
    if root.dep_ in ("appos", "conj", "npadvmod", "nmod", "compound") and root.head is not root:
        return _role_of_head(root)
    if root.dep_ == "dobj":
        lemma = root.head.lemma_.lower()
        return VENUE if lemma in REACHED else TARGET if lemma in HIT else ACTOR
    if (
        root.dep_ == "nsubj"
        and root.head.lemma_.lower() in HOSTS
        and mention.place.level in (PlaceLevel.TOWN, PlaceLevel.SITE)
    ):
        return VENUE
    if root.dep_ == "nsubjpass" and root.head.lemma_.lower() in HIT:
        return TARGET
    return ACTOR


def _role_of_head(token: Any) -> str:
    """A name beside another name plays its role: "in Halifax, Canada", "in Lebanon and Syria"."""
    for _ in range(4):
        token = token.head
        if token.dep_ == "pobj":
            return _by_preposition(token.head)
        if token.dep_ not in ("appos", "conj", "npadvmod", "nmod", "compound"):
            break
    return VENUE if token.ent_type_ in ("GPE", "LOC", "FAC") and token.dep_ == "pobj" else ACTOR


def _by_preposition(preposition: Any) -> str:
    word = preposition.lower_
    if word in AGAINST:
        return (
            TARGET
            if word != "of" or (preposition.head.pos_ == "NOUN" and _role_noun(preposition.head))
            else ACTOR
        )
    return VENUE if word in LOCATIVE else ACTOR


def _role_noun(noun: Any) -> bool:
    """Whether the noun before "of" is a part of a place or an act on it ("the outskirts of", "the bombing of")."""
    return noun.lemma_.lower() in (
        "outskirt", "city", "town", "village", "province", "district", "region", "part", "area", "north", "south", "east",
        "west", "coast", "centre", "center", "suburb", "port", "vicinity", "invasion", "bombing", "shelling", "bombardment",
        "siege", "occupation", "capture", "capital", "state", "island", "valley", "street", "neighborhood", "neighbourhood",
    )  # fmt: skip


def _opens(text: str, mention: PlaceMention) -> bool:
    """Whether the mention stands in a dateline: at the head of a line, before "(AP) —", a colon or a dash."""
    head = text.rfind("\n", 0, mention.start) + 1
    if mention.start - head > 40 or not all(
        w[:1].isupper() or not w.isalpha() for w in text[head : mention.start].split()
    ):
        return False
    match = DATELINE_END.match(text, mention.end)
    shouted = text[mention.start : mention.end].isupper() and len(mention.place.mention) > 3
    return (
        bool(match) and (shouted or "(" in match.group() or "—" in match.group() or "–" in match.group())
        if match
        else False
    )


# --- the place of an act


def _root(doc: Any, mention: PlaceMention) -> Any:
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return span.root if span is not None else None


def _governed(token: Any, trigger: Any) -> bool:
    """Whether `token` hangs on `trigger`'s clause: up the tree without passing another verb."""
    if token is None:
        return False
    clause = _clause(trigger)
    for step in (token, *token.ancestors):
        if step.i in (trigger.i, clause.i):
            return True
        if step.pos_ in ("VERB", "AUX") and step.dep_ not in ("aux", "auxpass", "amod"):
            return False
    return False


def _clause(trigger: Any) -> Any:
    """The verb that carries the trigger's clause."""
    for step in (trigger, *trigger.ancestors):
        if step.pos_ in ("VERB", "AUX"):
            return step
    return trigger


def _finest(mentions: Sequence[PlaceMention], trigger: Any) -> PlaceMention:
    venues = [m for m in mentions if m.role == VENUE] or list(mentions)
    return min(venues, key=lambda m: (FINE[m.place.level], abs(m.start - trigger.idx)))


def _nearest(mentions: Sequence[PlaceMention], trigger: Any) -> PlaceMention:
    return min(mentions, key=lambda m: (abs(m.start - trigger.idx), FINE[m.place.level]))


def _reason(mention: PlaceMention, why: str) -> Place:
    return _reason_place(mention.place, why)


def _reason_place(place: Place, why: str) -> Place:
    return replace(place, why="; ".join(filter(None, (why, place.why))))
