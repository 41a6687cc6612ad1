"""Home affairs: what a state does to its own people, and what is done in the one country that a text speaks of.

"Why is the internet slow in Ghana? … The government has blocked the platforms": a text of which seven names in ten, of
places and of parties, are one country's. Acts with another country's party keep their place open, and so does what may
be or will be.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from sarhad.codebook import Auxiliary, EventType
from sarhad.reading.draft import Draft
from sarhad.reading.places_mentions import PlaceMention
from sarhad.records import Actor, Place

SHARE = 0.7
"""Of 23 acts so placed on coded articles 18 were right, none wrong, five left open by the coders; at half of the names as
many were wrong as right."""
LEAST = 8
"""Names below which a share says nothing."""
AT_HOME = (EventType.COERCE, EventType.ASSAULT, EventType.PROTEST)
"""What states and people do on their own ground; troops and help are also sent elsewhere."""
NO_LAND = frozenset(("UNK", "IGO", "NGO", "ISM"))


STATE = frozenset(("GOV", "MIL", "COP", "JUD", "SPY"))
PEOPLE = frozenset(("CVL", "OPP", "PTY", "JRN", "MED", "REL"))


def spoken_of_alone(located: Sequence[PlaceMention], parties: Iterable[Actor]) -> str | None:
    """The country that nearly all places and parties of a text belong to, by ISO 3166-1 alpha-3."""
    lands = Counter(m.place.country for m in located if m.place.country)
    lands.update(a.code[:3] for a in parties if a.code[:3] not in NO_LAND)
    if lands.total() < LEAST:
        return None
    land, told = lands.most_common(1)[0]
    return land if told >= SHARE * lands.total() else None


def with_home_affairs(
    drafts: Sequence[Draft], alone: str | None, country: Callable[[str], Place | None]
) -> list[Draft]:
    """The drafts, home affairs without a place given their country: the one that the text alone speaks of (`alone`), or
    the one whose state acts on its own people. `country`: by ISO 3166-1 alpha-3."""
    return [_placed(d, alone, country) if _open(d) else d for d in drafts]


def _open(draft: Draft) -> bool:
    unreal = draft.aux in (Auxiliary.HYPOTHETICAL, Auxiliary.FUTURE)
    return draft.type in AT_HOME and not (draft.place or unreal or draft.coded_by == "silence")


def _placed(draft: Draft, alone: str | None, country: Callable[[str], Place | None]) -> Draft:
    own = _own_people(draft)
    lands = {a.code[:3] for a in (*draft.actors, *draft.recipients)}
    if own is not None:
        land, why = country(own), "a state acts on its own people at home"
    elif alone is not None and lands <= {alone, "UNK"}:
        land, why = country(alone), "the one country that the text speaks of"
    else:
        return draft
    return replace(draft, place=replace(land, why=why)) if land else draft


def _own_people(draft: Draft) -> str | None:
    """The country whose state arrests, silences or shoots its own people."""
    doers = {tuple(a.code.split("/")[0].split(".")) for a in draft.actors}
    hit = {tuple(a.code.split("/")[0].split(".")) for a in draft.recipients}
    lands = {c[0] for c in doers | hit}
    at_home = bool(doers and hit) and {c[1] for c in doers} <= STATE and {c[1] for c in hit} <= PEOPLE
    return lands.pop() if at_home and len(lands) == 1 and draft.aux is not Auxiliary.NEGATION else None
