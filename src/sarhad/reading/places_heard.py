"""The encoder's word on where an act happened, asked last: where the parse ties no place of the sentence to the act.

It only chooses among the places that the parse leaves open: none that belongs to another act, none where somebody came
from, no land that acts. Of 21 acts so placed on coded articles 13 were right, two wrong, six left open by the coders.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sarhad.codebook import QUAD, Auxiliary, Quad
from sarhad.reading.draft import Draft
from sarhad.reading.heard import Heard, Sight
from sarhad.reading.places_apart import clause_of, gone_through, told_apart
from sarhad.reading.places_events import is_vast, venues
from sarhad.reading.places_mentions import PlaceMention
from sarhad.reading.places_roles import root_of
from sarhad.records import Place

LEAST = 0.5
DONE = (Quad.MATERIAL_CONFLICT, Quad.MATERIAL_COOPERATION)
"""Deeds; of words and talks the encoder takes what they are about for where they were said."""


def with_heard_places(
    doc: Any, drafts: Sequence[Draft], mentions: Sequence[PlaceMention], ear: Heard
) -> list[Draft]:
    """The drafts, deeds without a place given the one that the encoder sees."""
    if ear.deaf:
        return list(drafts)
    return [replace(d, place=_heard(doc, d, mentions, ear)) if _open(d) else d for d in drafts]


def _open(draft: Draft) -> bool:
    unreal = draft.aux in (Auxiliary.HYPOTHETICAL, Auxiliary.FUTURE)
    told = draft.place is not None or draft.coded_by in ("silence", "project")
    return QUAD[draft.type] in DONE and not unreal and not told


def _heard(doc: Any, draft: Draft, mentions: Sequence[PlaceMention], ear: Heard) -> Place | None:
    sight = ear.at(doc, *draft.words)
    if sight is None or told_apart(draft.token):
        return None
    seen = [m for m in venues(doc, draft.token, mentions) if _seen(m, sight)]
    own = clause_of(draft.token)
    found = {m.place.name: m.place for m in seen if not gone_through(root_of(doc, m.start, m.end), own)}
    if len(found) != 1:
        return None
    place = next(iter(found.values()))
    why = "; ".join(filter(None, ("where the encoder sees the act", place.why)))
    return None if is_vast(place) else replace(place, why=why)


def _seen(mention: PlaceMention, sight: Sight) -> bool:
    pieces = (p for p in sight.seen.roles.get("place", ()) if p.chance >= LEAST)
    return any(sight.start + p.start < mention.end and mention.start < sight.start + p.end for p in pieces)
