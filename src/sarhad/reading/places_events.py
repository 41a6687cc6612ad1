"""The place of one act, chosen among a document's places, with a reason."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sarhad.codebook import PlaceLevel
from sarhad.knowledge.places import POINTS
from sarhad.knowledge.places_names import words
from sarhad.reading.places_mentions import PlaceMention
from sarhad.reading.places_roles import HIT, VENUE, is_passage, root_of
from sarhad.records import Place

FINE = {
    PlaceLevel.SITE: 0,
    PlaceLevel.TOWN: 1,
    PlaceLevel.ADM2: 2,
    PlaceLevel.ADM1: 3,
    PlaceLevel.OTHER: 4,
    PlaceLevel.COUNTRY: 5,
}
CLOSE = words("relcl acl xcomp ccomp advcl csubj pcomp")
"""Clauses whose places are the act's own often enough (a half of the time and more on coded articles)."""
HARM = HIT | words(
    "kill die wound injure explode detonate blast explosion bombing airstrike shelling clash raid ambush killing "
    "assassination assault shooting crash fire launch incursion offensive death operation martyr"
)
TALK = words(
    "meet meeting talk summit round negotiation visit conference gathering consultation session discussion arrive"
)
SPEAKING = words("speak address talk meet visit")
RECALLS = words("the this that")
LOOK_BACK = 3
"""Sentences. "Four others were killed in the strike" speaks of the strike just told."""


def event_place(
    doc: Any,
    trigger: Any,
    mentions: Sequence[PlaceMention],
    dateline: Place | None = None,
    *,
    verbal: bool = False,
) -> Place | None:
    """Where the act at `trigger` happened: told with it, in its clause, close by in its sentence, else unknown.

    Hand a `dateline` only for talks and visits: it says where the reporter sat, not where the bomb fell. With `verbal`
    (a charge, a demand, a promise) only a place told with the act counts.
    """
    found = _told(doc, trigger, mentions, verbal) or _linked(doc, trigger, mentions)
    if found is None and not verbal:
        found = _close(doc, trigger, mentions) or _recalled(doc, trigger, mentions)
    return found or (_with_reason(dateline, "from the dateline") if dateline else None)


def _told(doc: Any, trigger: Any, mentions: Sequence[PlaceMention], verbal: bool) -> Place | None:
    here = [m for m in _within(trigger.sent, mentions) if m.venue]
    if verbal:
        here = [m for m in here if m.role == VENUE and m.place.level in POINTS]
    own = [m for m in here if _under(root_of(doc, m.start, m.end), (trigger.i,))]
    if own:
        return _with_reason(_finest(own, trigger).place, "told with the act")
    if verbal:
        return None
    clause = clause_of(trigger)
    attached = [m for m in here if _under(root_of(doc, m.start, m.end), (trigger.i, clause.i))]
    return (
        _with_reason(_finest(attached, trigger).place, "told in the clause of the act") if attached else None
    )


def _linked(doc: Any, trigger: Any, mentions: Sequence[PlaceMention]) -> Place | None:
    """A place told in a clause that belongs to the act: "the attack that hit Dahieh", "agreed to reopen the strait",
    "speaking in New York, he called for"."""
    here = [m for m in _within(trigger.sent, mentions) if m.venue]
    for clause, fits in _clauses(trigger):
        told = [m for m in here if fits(m.place) and _under(root_of(doc, m.start, m.end), (clause.i,))]
        if told:
            return _with_reason(
                _finest(told, trigger).place, f"told with “{clause.text}”, a clause of the act"
            )
    return None


def _clauses(trigger: Any) -> Iterator[tuple[Any, Callable[[Place], bool]]]:
    harm = trigger.lemma_.lower() in HARM
    own = clause_of(trigger)
    for child in trigger.children:
        if harm and child.dep_ in ("relcl", "acl"):
            yield child, _anywhere
        elif child.dep_ in ("xcomp", "ccomp"):
            yield from ((verb, is_passage) for verb in (child, *_complements(child)))
        elif child.dep_ in ("advcl", "prep") and child.lemma_.lower() in SPEAKING:
            yield child, _pointed
    if harm and own.dep_ in ("relcl", "acl") and own.head.lemma_.lower() in HARM:
        yield own.head, _anywhere


def _complements(verb: Any) -> Iterator[Any]:
    return (c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "pcomp"))


def _anywhere(place: Place) -> bool:
    return bool(place.name)


def _pointed(place: Place) -> bool:
    return place.level in POINTS


def _close(doc: Any, trigger: Any, mentions: Sequence[PlaceMention]) -> Place | None:
    """The one place of the sentence, when its clause and the act's hang on each other."""
    here = [m for m in _within(trigger.sent, mentions) if m.venue]
    if len({m.place.name for m in here}) != 1:
        return None
    level = here[0].place.level
    if level is PlaceLevel.COUNTRY or (trigger.lemma_.lower() not in HARM and level not in POINTS):
        return None  # "talks … threats in Afghanistan": an area in the sentence is mostly what they spoke of
    own = clause_of(trigger)
    other = clause_of(root_of(doc, here[0].start, here[0].end))
    down = own in other.ancestors and other.dep_ in CLOSE
    harm = own.lemma_.lower() in HARM and other.lemma_.lower() in HARM
    up = other in own.ancestors and (own.dep_ in CLOSE or (harm and own.dep_ == "conj"))
    return _with_reason(here[0].place, "the one place its sentence names") if down or up else None


def _recalled(doc: Any, trigger: Any, mentions: Sequence[PlaceMention]) -> Place | None:
    """Violence or talks told again ("the strike", "four were killed", "the meeting") were where they were told before."""
    kind = _kind(trigger)
    noun = trigger.pos_ in ("NOUN", "PROPN")
    if kind is None or (noun and not _definite(trigger)) or (kind is TALK and not noun):
        return None
    if any(m.venue for m in _within(trigger.sent, mentions)):
        return None
    told: list[tuple[Any, Place]] = []
    for sentence in _before(trigger.sent, doc):
        harm = (t for t in reversed(list(sentence)) if t.lemma_.lower() in kind)
        told.extend((t, p) for t in harm if (p := _told(doc, t, mentions, False)))
    if len({p.name for _, p in told}) != 1:
        return None  # two attacks in two places: which one is meant is open
    token, place = told[0]
    return _with_reason(place, f"where “{token.text}” was told before")


def _kind(trigger: Any) -> frozenset[str] | None:
    lemma = trigger.lemma_.lower()
    return next((kind for kind in (HARM, TALK) if lemma in kind), None)


def _definite(noun: Any) -> bool:
    return any(child.lower_ in RECALLS or child.dep_ == "poss" for child in noun.children)


def _before(sentence: Any, doc: Any) -> Iterator[Any]:
    for _ in range(LOOK_BACK):
        if sentence.start == 0:
            return
        sentence = doc[sentence.start - 1].sent
        yield sentence


def _within(sentence: Any, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    return [m for m in mentions if sentence.start_char <= m.start < sentence.end_char]


def _under(token: Any, goals: tuple[int, ...]) -> bool:
    """Whether `token` hangs on one of the `goals`, with no other verb between."""
    if token is None:
        return False
    for step in (token, *token.ancestors):
        if step.i in goals:
            return True
        if step.pos_ in ("VERB", "AUX") and step.dep_ not in ("aux", "auxpass", "amod"):
            return False
    return False


def clause_of(token: Any) -> Any:
    """The verb that carries the clause a token stands in."""
    return next((step for step in (token, *token.ancestors) if step.pos_ in ("VERB", "AUX")), token)


def _finest(mentions: Sequence[PlaceMention], trigger: Any) -> PlaceMention:
    """The first place after the act (else the nearest), or a finer one in the same country: "near Khost in eastern
    Afghanistan"; but "the attack on Israel … in Gaza" was on Israel."""
    first = min(mentions, key=lambda m: (m.start < trigger.idx, abs(m.start - trigger.idx)))
    alike = [m for m in mentions if m.place.country == first.place.country and m.place.country]
    return min(alike or [first], key=lambda m: (FINE[m.place.level], abs(m.start - trigger.idx)))


def _with_reason(place: Place, why: str) -> Place:
    return replace(place, why="; ".join(filter(None, (why, place.why))))
