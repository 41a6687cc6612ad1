"""Whom a verbal act is aimed at when its clause does not say: the accuser a denial answers, the accused of a content."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sarhad.codebook import EventType, Stance
from sarhad.reading.draft import Draft
from sarhad.reading.inference import enemies_of
from sarhad.reading.links_answers import DENYING
from sarhad.reading.links_back import ASKED
from sarhad.reading.roles import DEED_WORDS
from sarhad.reading.sides import side
from sarhad.records import Actor


def with_counterparts(drafts: Sequence[Draft], about: Mapping[int, int]) -> list[Draft]:
    """Drafts whose missing recipient is told by the act they speak about."""
    aimed = [_aimed(i, d, drafts, about) for i, d in enumerate(drafts)]
    enemies = enemies_of(aimed)
    return [_at_the_other_side(_blaming(d, aimed), enemies) for d in aimed]


_NEAR = 120
"""Tokens back that a condemnation may look for the deed it condemns: four or five sentences."""


def _blaming(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """ "France expressed concern", "he condemned the act": at whoever did the violence told beside or just before."""
    if draft.type is not EventType.ACCUSE or draft.recipients or not draft.actors:
        return draft
    if draft.mode == "investigate":
        return draft  # who looks into a deed does not yet say whose it is
    here = draft.token.sent
    deeds = [d for d in drafts if d.type is EventType.ASSAULT and d.coded_by != "silence" and _held(d, draft)]
    beside = [d for d in deeds if d.token.sent.start == here.start]
    before = [d for d in deeds if 0 < here.start - d.token.i <= _NEAR]
    deed = min(beside, key=lambda d: abs(d.token.i - draft.token.i)) if beside else _told(before)
    if deed is None:
        return draft
    doers = [replace(a, resolved_by="event") for a in deed.actors if a.code[:3] != "UNK"]
    return replace(draft, recipients=_others(doers, draft.actors)) if _foreign(doers, draft.actors) else draft


def _held(deed: Draft, blame: Draft) -> bool:
    """Told as done, or alleged by who blames: that somebody else charges it on a third is not what is condemned, nor is
    whoever denies it or keeps silent on it the one condemned."""
    if deed.stance in (Stance.DENIES, Stance.NEITHER):
        return False
    if deed.stance is not Stance.ALLEGES or deed.speaker is None:
        return True
    return deed.speaker.code[:3] in {a.code[:3] for a in blame.actors}


def _told(before: Sequence[Draft]) -> Draft | None:
    """The last deed whose doer is known; none where the last two are of nobody known."""
    return next((d for d in reversed(before[-2:]) if d.actors), None)


def _foreign(doers: Sequence[Actor], own: Sequence[Actor]) -> bool:
    return not {a.code[:3] for a in doers} & {a.code[:3] for a in own}


_TRUCE_WORDS = frozenset((EventType.AGREE, EventType.REQUEST, EventType.CONCEDE))


def _at_the_other_side(draft: Draft, enemies: set[frozenset[str]]) -> Draft:
    """What one side of a war offers, asks or grants of its ceasefire is meant for the other."""
    truce = draft.ceasefire
    if truce is None or draft.recipients or draft.type not in _TRUCE_WORDS or not draft.actors:
        return draft
    own = {side(a.code) for a in draft.actors}
    sides = {side(p): p for p in truce.parties}
    if len(sides) < 2 or set(sides) <= own or not own & set(sides):
        return draft
    mention = draft.token.text
    aimed = [
        Actor(mention=mention, code=p, resolved_by="event")
        for s, p in sides.items()
        if any(frozenset((s, o)) in enemies for o in own - {s})
    ]
    return replace(draft, recipients=tuple(aimed))


def _aimed(i: int, draft: Draft, drafts: Sequence[Draft], about: Mapping[int, int]) -> Draft:
    target = drafts[about[i]] if i in about else None
    if draft.type is EventType.ACCUSE and not draft.recipients and target is not None:
        if target.token.sent.start != draft.token.sent.start and not _held(target, draft):
            return draft
        told = [a for a in target.actors if a.mention.lower() not in DEED_WORDS]
        return replace(draft, recipients=_others(told, draft.actors))
    if target is not None and _refuses(draft, target):
        draft = replace(draft, mode="yield")
    if draft.type is EventType.REJECT and target is not None and _is_answer(draft, target):
        accuser = _accuser(about[i], drafts, about) or (
            (target.speaker,) if target.speaker is not None else ()
        )
        others = _others(accuser, draft.actors)
        return replace(draft, recipients=others) if others else draft
    if draft.stance is Stance.NEITHER and target is not None:
        mode = (draft.mode if draft.type is target.type else None) or target.mode
        about_whom = _others(target.recipients, draft.actors) or draft.recipients
        return replace(draft, type=target.type, mode=mode, recipients=about_whom)
    return draft


def _refuses(draft: Draft, target: Draft) -> bool:
    """ "It was rejected", of a proposal or a demand."""
    denied = draft.token.lemma_.lower() in DENYING
    return draft.type is EventType.REJECT and draft.mode is None and target.type in ASKED and not denied


def _is_answer(draft: Draft, target: Draft) -> bool:
    return not draft.recipients or target.stance is Stance.ALLEGES


def _accuser(target: int, drafts: Sequence[Draft], about: Mapping[int, int]) -> tuple[Actor, ...]:
    for i, draft in enumerate(drafts):
        if draft.type is EventType.ACCUSE and about.get(i) == target:
            return draft.actors
    return ()


def _others(actors: Sequence[Actor], own: Sequence[Actor]) -> tuple[Actor, ...]:
    mine = {a.code for a in own}
    return tuple(a for a in actors if a.code not in mine)
