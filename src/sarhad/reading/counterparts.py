"""Whom a verbal act is aimed at when its clause does not say: the accuser a denial answers, the accused of a content."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sarhad.codebook import EventType, Stance
from sarhad.reading.draft import Draft
from sarhad.records import Actor


def with_counterparts(drafts: Sequence[Draft], about: Mapping[int, int]) -> list[Draft]:
    """Drafts whose missing recipient is told by the act they speak about."""
    return [_aimed(i, d, drafts, about) for i, d in enumerate(drafts)]


def _aimed(i: int, draft: Draft, drafts: Sequence[Draft], about: Mapping[int, int]) -> Draft:
    target = drafts[about[i]] if i in about else None
    if draft.type is EventType.ACCUSE and not draft.recipients and target is not None:
        return replace(draft, recipients=_others(target.actors, draft.actors))
    if draft.type is EventType.REJECT and target is not None and _is_answer(draft, target):
        accuser = _accuser(about[i], drafts, about) or (
            (target.speaker,) if target.speaker is not None else ()
        )
        return replace(draft, recipients=_others(accuser, draft.actors)) if accuser else draft
    if draft.stance is Stance.NEITHER and target is not None:
        return replace(
            draft, type=target.type, mode=target.mode, recipients=_others(target.recipients, draft.actors)
        )
    return draft


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
