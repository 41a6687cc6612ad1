"""Whose a role is: the names that modify a noun, and the code that noun gets from them."""

from dataclasses import dataclass

from sarhad.codebook.actors import Sector
from sarhad.knowledge.actors import Hit
from sarhad.reading import actors_words as words
from sarhad.reading.actors_grammar import FROM, Token, complements, conjuncts, hyphen_word, modifiers
from sarhad.reading.actors_roles import role_of
from sarhad.reading.actors_spans import Names

STATES = frozenset(["state", "people"])
_ARMED = frozenset([Sector.UAF, Sector.REB, Sector.MIL])
_ANY_STATE = frozenset(["regional", "neighboring", "neighbouring", "foreign", "world", "global", "other", "international", "various", "several", "many", "major", "visiting"])  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Owners:
    """The names that say whose a noun is; `patron` when a name only backs it ("Iran-backed militia"),
    `after` when they follow it ("ministers of Iran")."""

    hits: tuple[Hit, ...] = ()
    patron: bool = False
    after: bool = False


def owners(names: Names, token: Token) -> Owners:
    """Adjectives and possessors first, else "of …", "from …", "operating from …"."""
    inside = [hit for word in modifiers(token) for hit in names.all_headed(word.i)]
    backed = [hit for hit in inside if _tail(names, hit) in words.BACKED]
    mine = [hit for hit in inside if hit not in backed and _may_own(hit, token)]
    if mine or backed:
        return Owners(hits=tuple(mine), patron=bool(backed) and not mine)
    return Owners(hits=tuple(_after(names, token)), after=True)


def _after(names: Names, token: Token) -> list[Hit]:
    found: list[Hit] = []
    for prep, noun in complements(token):
        if prep not in FROM:
            continue
        for joined in (noun, *conjuncts(noun)):
            hit = names.headed(joined.i)
            inner = [h for w in modifiers(joined) if (h := names.headed(w.i)) is not None]
            of_a_body = hit is not None and hit.entry.kind not in STATES
            states = [h for h in inner if of_a_body and h.entry.kind in STATES]
            told = [*states, hit] if hit else inner
            found += [h for h in told if h.how != "person" and h.entry.kind != "media"]
    return found


def _may_own(hit: Hit, token: Token) -> bool:
    if hit.how == "metonym":
        return role_of(token) is not Sector.CVL
    return hit.how != "person" or token.lemma_.lower() not in words.SOURCES


def _tail(names: Names, hit: Hit) -> str:
    return hyphen_word(names.doc, names.index(hit.end - 1))


def code_for(names: Names, hit: Hit, sector: Sector, token: Token) -> str:
    """The code of a role noun owned by a name: "Hezbollah fighters" are Hezbollah, "Iranian officials" IRN.GOV."""
    country = hit.entry.country
    if sector is Sector.REB and hit.entry.kind in STATES and _is_proxy(token):
        return "UNK.REB"
    if hit.entry.kind in STATES or hit.entry.kind == "seat" or _tail(names, hit) in words.OF_THEIR_OWN:
        settlers = country == "ISR" and token.lemma_.lower() == "settler"
        return "ISR.CVL/settlers" if settlers else coded(country, sector)
    if hit.how == "person":
        return hit.code if sector in (Sector.GOV, Sector.UNK) else coded(country, sector)
    if hit.code.startswith("IGO.IGO") and sector is Sector.MIL:
        return _peace_force(names) or hit.code.replace("IGO.IGO", "IGO.MIL")
    if hit.code[4:] == "GOV" and country != "*":
        return coded(country, sector)
    return hit.code


def _is_proxy(token: Token) -> bool:
    return "proxy" in {token.lemma_.lower(), *(child.lemma_.lower() for child in token.lefts)}


def _peace_force(names: Names) -> str | None:
    """The one peace force that the document names; None for none or several."""
    forces = {hit.code for hit in names.hits.values() if hit.code.startswith("IGO.MIL")}
    return forces.pop() if len(forces) == 1 else None


def inherited(code: str, sector: Sector) -> str:
    """The code of a role whose owner was coded: a state's gets the role's sector, a group's stays."""
    if code[:3] in ("UNK", "IGO", "NGO", "ISM") or code[4:7] in ("REB", "PTY", "OPP"):
        return code
    return coded(code[:3], sector)


def coded(country: str, sector: Sector) -> str:
    """A code; bodies of no country are coded by their kind: `coded("UNK", Sector.IGO) == "IGO.IGO"`."""
    if sector in (Sector.IGO, Sector.NGO) and country == "UNK":
        return f"{sector}.{sector}"
    return f"{country}.{sector}"


def of_no_one_country(token: Token) -> bool:
    """ "Regional leaders", "other countries": governments, but nobody says whose."""
    return any(child.lower_ in _ANY_STATE for child in token.lefts)


def based(names: Names, whose: Owners) -> bool:
    """ "Afghan-based groups": groups of a country in which they only sit are armed ones in this press."""
    return any(hit.entry.kind in STATES and _tail(names, hit) == "based" for hit in whose.hits)


def by_patron(sector: Sector) -> str:
    """The code of what somebody else backs: "Iran-backed militia" is a rebel group of no known country."""
    return "UNK.REB" if sector in _ARMED else f"UNK.{sector}"


def joined_to(hit: Hit, body: Hit, text: str) -> bool:
    """ "Indian and Pakistani army officers": the first of two states before a body's name has officers of its own there."""
    state = hit.entry.kind in STATES and hit.entry.country != body.entry.country
    return state and text[hit.end : body.start].strip() in ("and", "&")
