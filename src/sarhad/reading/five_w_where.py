"""Where the main event was: the most precise place told with it or first after it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sarhad.codebook import PlaceLevel
from sarhad.reading.five_w_clauses import Nearby, around
from sarhad.reading.five_w_parts import TITLE, Told
from sarhad.reading.places import TARGET, VENUE, PlaceMention
from sarhad.reading.places_roles import LOCATIVE, PLACE_NOUNS
from sarhad.records import Place

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LEVEL = {PlaceLevel.SITE: 0.5, PlaceLevel.TOWN: 0.5, PlaceLevel.ADM2: 0.4, PlaceLevel.ADM1: 0.3, PlaceLevel.OTHER: 0.1, PlaceLevel.COUNTRY: 0.0}  # fmt: skip
_ROLE = {VENUE: 0.5, TARGET: 0.4}
_BUILT = frozenset(("FAC", "LOC"))
_THROUGH = frozenset(("of", "in", "near", "at", "on", "outside"))
_BESIDE = frozenset(("outside", "inside", "near"))
LONGEST = 8
"""Words of a place's phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A phrase that may tell where, tokens `first`..`last`. `place` is what it was resolved to, None for a building
    or a stretch of land that no gazetteer holds; `fit` is how well its role and precision fit."""

    first: int
    last: int
    place: Place | None
    fit: float
    why: str


def best_spot(told: Told, located: Sequence[PlaceMention], near: Sequence[Nearby]) -> Spot | None:
    """The place of the main event among all that are named; None when none may be one."""
    often = Counter(m.place.name for m in located)
    rows = [(_weight(spot, told, near, often), spot) for spot in _spots(told, located)]
    told_near = sorted(((w, s) for w, s in rows if w is not None), key=lambda row: -row[0])
    return _finer(told_near[0][1], [s for _, s in told_near[1:]]) if told_near else None


def _weight(spot: Spot, told: Told, near: Sequence[Nearby], often: Counter[str]) -> float | None:
    """Its fit, how near to the main event it is told, and how often."""
    here = around(near, told.doc[spot.first].idx)
    broad = spot.place is not None and spot.place.level is PlaceLevel.COUNTRY
    if here is None or not (here.close or (here.rank < 3 and not broad)):
        return None  # a country named away from the event is most often a party or the background
    named = min(often[spot.place.name], 4) if spot.place else 1
    background = 0.2 if _of_background(told.doc[spot.first : spot.last + 1].root) else 0.0
    return spot.fit + here.nearness + 0.1 * named - background


_LASTING = frozenset("war conflict crisis unrest violence fighting turmoil".split())


def _of_background(noun: "Token") -> bool:
    """ "Fuel prices rose amid the war in X": X is where the war is, not where prices rose."""
    return noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in _LASTING


_WIDE = (PlaceLevel.COUNTRY, PlaceLevel.ADM1, PlaceLevel.OTHER)


def _finer(best: Spot, others: Sequence[Spot]) -> Spot:
    """The town within the country told: "a boy is trapped in Peru ... fell into a shaft in Arequipa"."""
    if best.place is None or best.place.level not in _WIDE or best.place.country is None:
        return best
    within = (
        s
        for s in others
        if s.place is not None and s.place.country == best.place.country and s.place.level not in _WIDE
    )
    return next(within, best)


def _spots(told: Told, located: Sequence[PlaceMention]) -> Iterator[Spot]:
    covered: set[int] = set()
    for mention in located:
        span = told.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None or not len(span):
            continue
        covered.update(range(span.start, span.end))
        named_after = _as_modifier(span, mention.place) if told.part(mention.start).name == TITLE else None
        role = _ROLE.get(mention.role, named_after)
        if role is not None:
            first, last = _phrase(span)
            fit = role + _LEVEL[mention.place.level]
            yield Spot(
                first=first,
                last=last,
                place=mention.place,
                fit=fit,
                why=f"{mention.role}: {mention.place.why}",
            )
    yield from _unlisted(told, covered)


def _as_modifier(span: "Span", place: Place) -> float | None:
    """ "the Quetta blast": the town an event is named after; a country there is a party."""
    named_after = span.root.dep_ in ("compound", "nmod") and span.root.head.pos_ == "NOUN"
    return 0.0 if named_after and place.level in (PlaceLevel.TOWN, PlaceLevel.SITE, PlaceLevel.ADM2) else None


def _unlisted(told: Told, covered: set[int]) -> Iterator[Spot]:
    """Places no gazetteer holds: "outside Falcon Tower", "near the bus depot", where a preposition says where."""
    for noun in told.doc:
        if (
            noun.i in covered
            or noun.lower_ == "front"
            or noun.dep_ != "pobj"
            or noun.head.lower_ not in LOCATIVE
        ):
            continue
        built = noun.ent_type_ in _BUILT or (noun.pos_ == "PROPN" and noun.head.lower_ in _BESIDE)
        if built or noun.lemma_.lower() in PLACE_NOUNS:
            first, last = _phrase(told.doc[noun.i : noun.i + 1])
            if not covered & set(range(first, last + 1)):
                yield Spot(
                    first=first,
                    last=last,
                    place=None,
                    fit=0.9 if built else 0.5,
                    why="named with a preposition of place",
                )


def _phrase(span: "Span") -> tuple[int, int]:
    """First and last token of the phrase a place stands in: "a tunnel near Lasbela", "Quetta, Balochistan"."""
    head = _carrier(span.root)
    first, last = head.left_edge.i, max(span[-1].i, _right(head))
    if last - first >= LONGEST or not first <= span[0].i <= last:
        return span[0].i, max(span[-1].i, _right(span.root)) if _right(span.root) - span[
            0
        ].i < LONGEST else span[-1].i
    return first, last


def _carrier(token: "Token") -> "Token":
    """The noun whose phrase tells the place: up through names beside names and through "of" and "in"."""
    at = token
    for _ in range(4):
        up = at.head
        if at.dep_ == "pobj" and up.lower_ in _THROUGH and _is_place(up.head):
            at = up.head
        elif at.dep_ in ("compound", "nmod", "appos", "poss") and _is_place(up):
            at = up
        else:
            break
    return at


def _is_place(noun: "Token") -> bool:
    """A noun of place that itself hangs on a preposition."""
    placed = noun.dep_ in ("pobj", "appos") and noun.pos_ in ("NOUN", "PROPN") and noun.lower_ != "front"
    return placed and (noun.lemma_.lower() in PLACE_NOUNS or noun.ent_type_ in ("FAC", "LOC", "GPE"))


def _right(head: "Token") -> int:
    last: int = head.i
    for child in (c for c in head.rights if c.dep_ != "case"):
        if child.dep_ in ("relcl", "acl", "conj", "cc", "advcl"):
            break
        if child.dep_ == "appos" and child.ent_type_ != "GPE":
            break
        if child.dep_ == "prep" and child.lower_ not in _THROUGH:
            break
        last = last if child.is_punct else child.right_edge.i
    return last
