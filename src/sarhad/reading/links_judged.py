"""Which deed a judgement speaks of: "the attack" that was told before, the same deed told again, the deed of whom it names."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from sarhad.codebook import EventType, Scope
from sarhad.reading.draft import Draft
from sarhad.reading.links_back import (
    bare,
    heads,
    kinship,
    of_one_side,
    points_back,
    sides,
    tellings,
    wanted,
)
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_CHARGING = frozenset("accuse blame allege claim charge suspect attribute implicate investigate".split())


def charges(draft: Draft) -> bool:
    """Whether a verbal act lays a deed at somebody's door, rather than judging it."""
    return draft.token.lemma_.lower() in _CHARGING


def pointed(draft: Draft, drafts: Sequence[Draft], spoken: Collection[int] = ()) -> int | None:
    """ "Condemned the attack": the attack that was told before, of those who are blamed if anybody is."""
    judges = draft.token.pos_ == "VERB" and not charges(draft)
    words = [w for w in heads(draft) if bare(w) or (judges and of_one_side(w))]
    kinds = frozenset[EventType]().union(*(wanted(w) for w in words))
    fits = [j for j in tellings(draft.token.i, kinds, drafts) if of_one_matter(draft, drafts[j])]
    near = any(c.lower_ in _THIS for w in words for c in w.children)
    if near:
        fits = [j for j in fits if kinship(words, drafts[j])] or fits
    return max(fits, key=lambda j: _aptness(words, drafts[j], j if near else -j, j in spoken), default=None)


def told_before(inside: int | None, drafts: Sequence[Draft]) -> int | None:
    """ "Condemned the rebels' raid on the town", where the raid was told: the first telling of the same deed."""
    if inside is None or drafts[inside].token.pos_ != "NOUN" or drafts[inside].deaths is not None:
        return None
    again = drafts[inside]
    kinds = frozenset((again.type,))
    return next((j for j in tellings(again.token.i, kinds, drafts) if _one_deed(drafts[j], again)), None)


def _one_deed(told: Draft, again: Draft) -> bool:
    """Whether two tellings of one kind name the same doers and the same victims, and no two days or places."""
    both = [(sides(told.actors), sides(again.actors)), (_lands(told.recipients), _lands(again.recipients))]
    if not all(a & b for a, b in both) or not kinship([again.token], told) or told.aux is not again.aux:
        return False
    days = told.time is None or again.time is None or told.time.meets(again.time)
    return days and (told.place is None or again.place is None or told.place.country == again.place.country)


def _lands(actors: Sequence[Actor]) -> set[str]:
    return {a.code[:3] for a in actors} - {"UNK"}


_THIS = frozenset(("this", "these", "such", "that", "those"))


def _aptness(
    words: "Sequence[Token]", told: Draft, place: int, spoken: bool
) -> tuple[bool, int, bool, bool, int]:
    """ "The attack" is the one that the text is about, as a rule the first told; "this attack" the last."""
    today = told.aux is None and told.scope is Scope.SINGLE
    return today, kinship(words, told), spoken, told.type is EventType.ASSAULT, place


def first_told(j: int, drafts: Sequence[Draft]) -> int:
    """ "Reacting to the attack, he called it a crime": the attack that was told before."""
    word = drafts[j].token
    if not points_back(drafts[j]):
        return j
    fits = [k for k in tellings(word.i, wanted(word), drafts) if kinship([word], drafts[k])]
    return max(fits, key=lambda k: _aptness([word], drafts[k], -k, False), default=j)


def of_one_matter(draft: Draft, other: Draft) -> bool:
    """Who is blamed or refused is who did or asked it, as far as both are told."""
    own = {a.code for a in draft.actors}
    meant = {a.code[:3] for a in draft.recipients if a.code not in own} - {"UNK"}
    doers = {a.code[:3] for a in other.actors if a.resolved_by != "event"} - {"UNK"}
    return not meant or not doers or bool(meant & doers)
