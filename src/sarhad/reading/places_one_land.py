"""The country that a text alone speaks of: what is done there among its own people is done there, named or not.

"Why is the internet slow in Ghana? … The government has blocked the platforms": a text of which seven names in ten, of
places and of parties, are one country's. Acts with another country's party keep their place open, and so does what may
be or will be.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sarhad.codebook import Auxiliary, EventType
from sarhad.reading.draft import Draft
from sarhad.reading.places_mentions import PlaceMention
from sarhad.records import Actor, Place

SHARE = 0.7
"""On coded articles acts so placed were right nineteen times in twenty; at half of the names, half of the time."""
LEAST = 8
"""Names below which a share says nothing."""
AT_HOME = (EventType.COERCE, EventType.ASSAULT, EventType.PROTEST)
"""What states and people do on their own ground; troops and help are also sent elsewhere."""
NO_LAND = frozenset(("UNK", "IGO", "NGO", "ISM"))


def spoken_of_alone(located: Sequence[PlaceMention], parties: Iterable[Actor]) -> str | None:
    """The country that nearly all places and parties of a text belong to, by ISO 3166-1 alpha-3."""
    lands = Counter(m.place.country for m in located if m.place.country)
    lands.update(a.code[:3] for a in parties if a.code[:3] not in NO_LAND)
    if lands.total() < LEAST:
        return None
    land, told = lands.most_common(1)[0]
    return land if told >= SHARE * lands.total() else None


def with_one_land(drafts: Sequence[Draft], land: Place | None) -> list[Draft]:
    """The drafts, home affairs without a place given the country that the text alone speaks of."""
    if land is None:
        return list(drafts)
    there = replace(land, why="the one country that the text speaks of")
    return [replace(d, place=there) if _at_home(d, land) else d for d in drafts]


def _at_home(draft: Draft, land: Place) -> bool:
    if draft.place or draft.type not in AT_HOME or draft.coded_by == "silence":
        return False
    if draft.aux in (Auxiliary.HYPOTHETICAL, Auxiliary.FUTURE):
        return False
    return {a.code[:3] for a in (*draft.actors, *draft.recipients)} <= {land.country, "UNK"}
