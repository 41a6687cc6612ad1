"""Parties that every other pass left open: whom the encoder sees there, if only more likely than not.

It comes last. What the text told before ("the strike": whose it was) is more often right than a guess within the
sentence; where nothing was told before, the guess is better than nobody, and the statement is less certain for it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sarhad.codebook import Stance
from sarhad.reading import grammar
from sarhad.reading.draft import Draft
from sarhad.reading.heard import Sight
from sarhad.reading.overlooked import of_a_rival
from sarhad.reading.second import LIMITS, TOGETHER, Scene, charged_with, named_by, not_there
from sarhad.reading.sides import side, sides
from sarhad.reading.struck import struck
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token


def with_likely_parties(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The drafts, their open roles filled where the encoder sees somebody in them."""
    return [_filled(d, scene) for d in drafts]


def _filled(draft: Draft, scene: Scene) -> Draft:
    if draft.coded_by in ("silence", "project") or (draft.actors and draft.recipients):
        return draft
    sight = scene.ear.at(scene.doc, *draft.words) if not scene.ear.deaf else None
    if sight is None:
        return draft
    told = _with_recipients(_with_actors(draft, sight, scene), sight, scene)
    if told is draft:
        return draft
    new = frozenset(r for r in ("actors", "recipients") if getattr(told, r) and not getattr(draft, r))
    told = struck(replace(told, filled=draft.filled | new))
    return of_a_rival(charged_with(told)) if "actors" in new else told


def _with_actors(draft: Draft, sight: Sight, scene: Scene) -> Draft:
    """Whoever is seen to do it; nobody is told to have done what he denies or keeps silent on."""
    open_ = not draft.actors and draft.stance in (Stance.ASSERTS, Stance.ALLEGES)
    if not open_ or not_there(draft.token):
        return draft
    seen = named_by(sight, "actors", scene, LIMITS.role_last)
    hurt = _suffered(draft.token)
    told = [a for a in seen if a.span is None or not any(a.span.start <= at < a.span.end for at in hurt)]
    found = _apart(told, draft.recipients)
    return replace(draft, actors=found) if found else draft


def _suffered(act: "Token") -> list[int]:
    """ "The captain was the target of the raid": where each word stands of who is told to have undergone it."""
    above = act.head.head if act.dep_ == "pobj" and act.head.lower_ == "of" else act
    if above.lemma_.lower() not in ("target", "victim") or above.head.pos_ not in ("VERB", "AUX"):
        return []
    hurt = grammar.subject(above.head)
    return [t.idx for t in hurt.subtree] if hurt is not None else []


def _with_recipients(draft: Draft, sight: Sight, scene: Scene) -> Draft:
    """Whoever is seen to undergo it; what several do together is done to none of them."""
    together = draft.type in TOGETHER and len(sides(draft.actors)) > 1
    if draft.recipients or together:
        return draft
    found = _apart(named_by(sight, "recipients", scene, LIMITS.role_last), draft.actors)
    return replace(draft, recipients=found) if found else draft


def _apart(found: Sequence[Actor], others: Sequence[Actor]) -> tuple[Actor, ...]:
    """Those of no side that stands in the other role."""
    taken = sides(others)
    return tuple(a for a in found if side(a.code) not in taken)
