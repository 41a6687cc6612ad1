"""Where an act happened, as those who act or count tell by what they are.

Shelter is given on one's own soil; a health ministry, rescuers and the police count the dead of their own country.
Everything else that parties do, they may do anywhere, save what a state does to its own people (`places_home`).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from sarhad.codebook import EventType
from sarhad.knowledge.places_names import words
from sarhad.reading.draft import Draft
from sarhad.reading.places_mentions import PlaceMention
from sarhad.records import Actor, Place

SHELTER = words("host shelter harbour harbor house sanctuary haven refuge asylum")
COUNTING = re.compile(
    r"\b(?:health|hospitals?|emergency services?|rescue\w*|ambulance|civil defen[cs]e|medics?|red crescent)\b",
    re.I,
)


def place_of_parties(
    draft: Draft, mentions: Sequence[PlaceMention], country: Callable[[str], Place | None]
) -> Place | None:
    """The place of those who shelter or count the dead; None for every other act. `country`: by ISO 3166-1 alpha-3."""
    if draft.type is EventType.AID and any(
        t.lemma_.lower() in SHELTER for t in (draft.token, *draft.token.children)
    ):
        return _land(draft.actors, country, "shelter is given on one's own soil")
    return _of_the_count(draft, mentions, country) if draft.type is EventType.ASSAULT else None


def _of_the_count(
    draft: Draft, mentions: Sequence[PlaceMention], country: Callable[[str], Place | None]
) -> Place | None:
    """ "Gaza's health ministry said twelve were killed"."""
    counted = draft.deaths is not None or draft.injured is not None
    body = next((a for a in (draft.speaker, *draft.actors) if a and COUNTING.search(a.mention)), None)
    if not counted or body is None:
        return None
    why = "where those are who count the dead"
    return _named_in(body, mentions, why) or _land((body,), country, why)


def _named_in(body: Actor, mentions: Sequence[PlaceMention], why: str) -> Place | None:
    """ "Gaza's health ministry": the place in the name itself."""
    here = [m.place for m in mentions if body.span is not None and body.span.start <= m.start < body.span.end]
    return replace(here[0], why=why) if len(here) == 1 else None


def _land(parties: tuple[Actor, ...], country: Callable[[str], Place | None], why: str) -> Place | None:
    codes = {p.code.split(".")[0] for p in parties}
    place = country(codes.pop()) if len(codes) == 1 else None
    if place is None:
        return None
    return replace(place, mention=parties[0].mention, span=parties[0].span, why=why)
