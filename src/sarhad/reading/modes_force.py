"""By which means force was used, where the clause does not say: who is killed by name is a target, and "the strike" is
the air strike told before or after.

A means is carried only between tellings that may be one act. Where they tell several, it stays open.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, EventType
from sarhad.reading import grammar
from sarhad.reading.deeds_apart import elsewhere
from sarhad.reading.draft import Draft
from sarhad.reading.means import means_told
from sarhad.reading.modes_targets import targeted
from sarhad.reading.places_recalled import ANY_FORCE, KILLING, bare_passive, kin, meet, pointing_noun, victims
from sarhad.reading.places_told import FAR, NEAR
from sarhad.reading.sides import sides

if TYPE_CHECKING:
    from spacy.tokens import Token

MEANS = frozenset("aerial drone heavy-weapons explosives firearms suicide-attack targeted".split())


@dataclass(frozen=True, slots=True)
class Blow:
    """An act of force told, with the number of its sentence."""

    draft: Draft
    sentence: int

    @property
    def token(self) -> "Token":
        return self.draft.token

    @property
    def lemma(self) -> str:
        return str(self.token.lemma_).lower()


def with_means(found: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of force with the means that the document tells."""
    blows = [i for i, d in enumerate(found) if d.type is EventType.ASSAULT and d.coded_by != "silence"]
    if not blows:
        return list(found)
    doc = found[0].token.doc
    starts = [s.start for s in doc.sents]
    out = [targeted(_in_its_words(d)) if d.type is EventType.ASSAULT else d for d in found]
    for _ in range(2):  # what is told by what was told by another
        story = [Blow(out[i], bisect_right(starts, out[i].token.i)) for i in blows]
        for i, blow in zip(blows, story, strict=True):
            mode = _means(blow, story) if blow.draft.mode in (None, "explosives") else None
            mode = mode if blow.draft.mode is None or mode == "suicide-attack" else None
            out[i] = replace(out[i], mode=mode) if mode is not None else out[i]
    return out


def _in_its_words(draft: Draft) -> Draft:
    """The means told by the clause of an act that the encoder alone sees, and by the word "bomb", whoever bombs."""
    if draft.coded_by == "silence":
        return replace(draft, mode="targeted") if _OF_A_DEATH.search(draft.text) else draft
    if _stopped(draft):
        return replace(draft, mode=None)
    if draft.token.lemma_.lower() == "bomb" and draft.token.pos_ == "VERB":
        return replace(draft, mode="explosives" if _irregular(draft) else "aerial")
    if draft.coded_by != "encoder":
        return draft
    own = draft.token.doc[draft.words[0] : draft.words[1] + 1].text
    return replace(draft, mode=means_told(own, draft.text) or draft.mode)


def _stopped(draft: Draft) -> bool:
    """What stops a missile in the air is no means of harming anybody."""
    verb = draft.token
    if verb.lemma_.lower() in ("intercept", "interception"):
        return True
    things = {o.lemma_.lower() for o in grammar.objects(verb)} if verb.pos_ == "VERB" else set()
    down = verb.lemma_.lower() == "down" or any(c.lower_ == "down" for c in verb.children)
    return down and bool(things & {"missile", "rocket", "drone", "projectile", "uav"})


_OF_A_DEATH = re.compile(r"\bassassinat\w+|\b(?:his|her|['’]s) (?:death|killing)\b", re.I)
"""What a party keeps silent on that is asked about the death of one person."""


def _irregular(draft: Draft) -> bool:
    """Whether armed groups or nobody known did it, who have no aircraft."""
    return any(a.code[4:7] in ("REB", "UAF", "CRM") for a in draft.actors)


def _means(blow: Blow, story: Sequence[Blow]) -> str | None:
    """The one means of the tellings that are most surely of the same act."""
    if blow.draft.aux in _NOT_DONE:
        return None
    others = [b for b in story if b.token.i != blow.token.i and _fits(blow, b)]
    for same in (_same_victim, _pointed_at, _beside, _goes_on, _same_sides, _one_story):
        modes = {b.draft.mode for b in same(blow, others)}
        if modes:
            only = next(iter(modes)) if len(modes) == 1 else None
            return only if only in MEANS else None
    return None


_NOT_DONE = (Auxiliary.HYPOTHETICAL, Auxiliary.FUTURE)
_HURT = frozenset("kill injure wound die".split())


def _same_victim(blow: Blow, others: Sequence[Blow]) -> list[Blow]:
    """A person is killed once, by one means."""
    mine = victims(blow.token) if blow.lemma in KILLING else frozenset()
    return [b for b in others if b.draft.mode and b.lemma in KILLING and mine & victims(b.token)]


def _pointed_at(blow: Blow, others: Sequence[Blow]) -> list[Blow]:
    """ "The strike", "killed in the raid": the last act told before that the noun may stand for."""
    noun = pointing_noun(blow.draft) or _another(blow.token)
    if noun is None:
        return []
    before = [b for b in others if b.token.i < noun.i and blow.sentence - b.sentence <= FAR]
    again = [b for b in before if b.lemma == noun.lemma_.lower()]
    akin = [b for b in before if blow.sentence - b.sentence <= NEAR and b.lemma in kin(noun.lemma_.lower())]
    return _last(again or akin)


def _another(token: "Token") -> "Token | None":
    """ "Another strike": one of the kind told before."""
    near = [token, *(c for c in token.children if c.dep_ == "nsubj")]
    again = (t for t in near if any(c.lower_ == "another" for c in t.children))
    return next((t for t in again if t.lemma_.lower() not in ANY_FORCE), None)


def _beside(blow: Blow, others: Sequence[Blow]) -> list[Blow]:
    """ "Twelve were killed when a rocket hit the field": told in one sentence."""
    if blow.lemma not in _HURT:
        return []
    return [b for b in others if b.sentence == blow.sentence and b.draft.mode and b.draft.mode != "targeted"]


def _goes_on(blow: Blow, others: Sequence[Blow]) -> list[Blow]:
    """ "Four others were killed": people hurt, and no act of its own told."""
    if blow.lemma not in _HURT or not bare_passive(blow.token) or _SINCE.search(blow.draft.text):
        return []
    return _last([b for b in others if 0 < blow.sentence - b.sentence <= NEAR])


def _same_sides(blow: Blow, others: Sequence[Blow]) -> list[Blow]:
    """ "Israeli strikes on Lebanon", where all that Israel is told to have done to Lebanon was done from the air."""
    if blow.draft.aux is Auxiliary.HISTORICAL or blow.lemma in ANY_FORCE:
        return []
    akin = kin(blow.lemma)
    told = [b for b in others if b.draft.mode and b.draft.mode != "targeted" and b.lemma in akin]
    return [b for b in told if _both_told(blow, b)]


def _one_story(blow: Blow, others: Sequence[Blow]) -> list[Blow]:
    """Where a document tells of one means again and again, and of no other, its dead died of it."""
    again = blow.lemma in _HURT or (blow.lemma not in _WARS and _definite(blow.token))
    if blow.draft.aux is not None or not again or _SINCE.search(blow.draft.text):
        return []
    told = [b for b in others if b.draft.mode in MEANS and b.draft.mode != "targeted" and b.draft.aux is None]
    return told if len(told) >= _OFTEN else []


_OFTEN = 2
_WARS = frozenset(
    "war conflict fighting hostility violence campaign operation offensive invasion clash".split()
)
_SINCE = re.compile(r"\bsince\b", re.I)
"""The dead of a whole war."""


def _definite(token: "Token") -> bool:
    return any(c.lower_ in ("the", "this", "that", "these") for c in token.children)


def _both_told(blow: Blow, other: Blow) -> bool:
    a, b = blow.draft, other.draft
    return bool(sides(a.actors) & sides(b.actors)) and bool(sides(a.recipients) & sides(b.recipients))


def _last(blows: Sequence[Blow]) -> list[Blow]:
    last = max((b.sentence for b in blows), default=0)
    return [b for b in blows if b.sentence == last]


def _fits(blow: Blow, other: Blow) -> bool:
    """Whether the two may be one act: told of the same time and ground, no doer or victim against another."""
    a, b = blow.draft, other.draft
    past = (a.aux is Auxiliary.HISTORICAL) == (b.aux is Auxiliary.HISTORICAL)
    if not past or b.aux in _NOT_DONE or elsewhere(a, b):
        return False
    return meet(a.actors, b.actors) and meet(a.recipients, b.recipients)
