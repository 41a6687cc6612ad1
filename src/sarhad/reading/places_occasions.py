"""Where words were exchanged, told by an occasion: "during the visit", "the meeting discussed", and who speaks on."""

from collections.abc import Iterator, Sequence
from typing import Any

from sarhad.codebook import QUAD, EventType, Quad
from sarhad.knowledge.places import POINTS
from sarhad.knowledge.places_names import words
from sarhad.reading.draft import Draft
from sarhad.reading.places_apart import clause_of
from sarhad.reading.places_told import NEAR, POINTING, Recalled, Told, one_place

VISIT = words("visit trip tour arrive arrival travel fly")
ROUND = words("meet meeting talk round discussion session dialogue consultation negotiation")
FORUM = words("conference summit forum event congress gathering")
OCCASION = VISIT | ROUND | FORUM
AT = words("during at in on after following throughout of")
VERBAL = frozenset(k for k, q in QUAD.items() if q in (Quad.VERBAL_CONFLICT, Quad.VERBAL_COOPERATION)) - {
    EventType.CONSULT
}


def of_the_words(draft: Draft, recent: Sequence[Told], here: int) -> Recalled | None:
    """Where a talk or a verbal act was, by its occasion or by who speaks on; `here`: the number of its sentence."""
    place = _of_the_occasion(draft, recent, here)
    return place or (_still_speaking(draft, recent, here) if draft.type in VERBAL else None)


def _of_the_occasion(draft: Draft, recent: Sequence[Told], here: int) -> Recalled | None:
    """ "During the visit he met …", "The meeting discussed …": where the visit or the meeting was told."""
    for noun in _occasions(draft):
        itself = [t for t in recent if t.place and t.token.i == noun.i != draft.token.i]
        talks = [t for t in recent if t.place and t.token.i < noun.i and t.lemma in OCCASION]
        same = [t for t in talks if t.lemma == noun.lemma_.lower()]
        kind = next(k for k in (VISIT, ROUND, FORUM) if noun.lemma_.lower() in k)
        found = itself or same or [t for t in talks if here - t.sentence <= NEAR and t.lemma in kind]
        if found and (itself or _definite(noun)):
            return one_place(found, f"where “{found[-1].token.text}” was told")
    return None


def _occasions(draft: Draft) -> Iterator[Any]:
    """The nouns of occasions that the act is told of, or at."""
    token = draft.token
    if token.pos_ == "NOUN" and token.lemma_.lower() in OCCASION:
        yield token
        return
    saying = [token.doc[draft.cue]] if draft.cue is not None else []
    as_subject = draft.type in (EventType.CONSULT, EventType.REJECT)
    clause = clause_of(token)
    joined = [clause.head] if clause.dep_ == "conj" and clause.head.pos_ == "VERB" else []
    for anchor in {t.i: t for t in (token, clause, *joined, *saying)}.values():
        yield from _occasions_at(anchor, as_subject)


def _occasions_at(verb: Any, as_subject: bool) -> Iterator[Any]:
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in AT:
            yield from (t for t in child.subtree if t.pos_ == "NOUN" and t.lemma_.lower() in OCCASION)
        elif as_subject and child.dep_ == "nsubj" and child.lemma_.lower() in OCCASION:
            yield child


def _definite(noun: Any) -> bool:
    if noun.lemma_ == "sideline":
        return False
    return any(c.lower_ in POINTING or c.dep_ == "poss" for c in noun.children)


def _still_speaking(draft: Draft, before: Sequence[Told], here: int) -> Recalled | None:
    """ "Speaking in Baku, he … . He called for …": who speaks on as "he" speaks on there."""
    if not draft.actors or any(a.resolved_by != "pronoun" for a in draft.actors):
        return None
    last = [t for t in before if t.draft and t.draft.type in VERBAL and here - t.sentence == 1]
    codes = {a.code for a in draft.actors}
    if any({a.code for a in t.draft.actors} != codes for t in last if t.draft):
        return None
    found = one_place(last, "where the speaker spoke before")
    return found if found and found[0].level in POINTS else None
