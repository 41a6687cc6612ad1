"""Who and what was struck: the people, the soil, the army or the government of a place, and who is meant by a deed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sarhad.codebook import EventType
from sarhad.codebook.actors import COUNTRIES
from sarhad.reading.draft import Draft
from sarhad.records import Actor, Place, Span


def struck(draft: Draft) -> Draft:
    """The draft, its parties read as what they are when struck, fighting or spoken of."""
    return _protesters(_soil(_stately(draft)))


def _country(actor: Actor) -> str:
    return actor.code.split(".")[0]


def _protesters(draft: Draft) -> Draft:
    """ "Security forces killed 50 protesters": protesters nobody names, of the state that puts them down."""
    states = {_country(a) for a in draft.actors if a.code[4:] in ("GOV", "MIL", "COP", "SPY")}
    if draft.type not in _PUT_DOWN or len(states) != 1:
        return draft
    code = f"{states.pop()}.CVL"
    own = (r.code == "UNK.CVL" and _PROTESTING.search(r.mention) for r in draft.recipients)
    done_to = (replace(r, code=code) if o else r for r, o in zip(draft.recipients, own, strict=True))
    return replace(draft, recipients=tuple(done_to))


_PUT_DOWN = (EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE)
_PROTESTING = re.compile(r"(?:protest(?:e|o)rs?|protests?|demonstrat(?:or|ion)s?|dissidents?|dissent)$", re.I)


def _stately(draft: Draft) -> Draft:
    """ "condemned the Israeli strike": the one condemned is the government."""
    if draft.type is EventType.ASSAULT:
        return draft
    return replace(draft, recipients=tuple(_as_state(r) for r in draft.recipients))


def _as_state(actor: Actor) -> Actor:
    if not actor.code.endswith(".MIL") or len(_country(actor)) != 3:
        return actor
    bare = actor.resolved_by == "adjective" or (actor.resolved_by == "name" and actor.name in _STATES)
    deed = actor.resolved_by == "description" and _DEED.search(actor.mention)
    return replace(actor, code=f"{_country(actor)}.GOV") if bare or deed else actor


_STATES = frozenset(COUNTRIES.values())
_DEED = re.compile(
    r"(?:strike|attack|raid|bombing|shelling|incursion|invasion|withdrawal|offensive|operation)s?$", re.I
)


def _soil(draft: Draft) -> Draft:
    """Unnamed people hit in a known country are that country's; a bare country that is hit is its soil."""
    if draft.type is not EventType.ASSAULT:
        return draft
    country = draft.place.country if draft.place is not None else None
    mutual = len({_country(a) for a in draft.actors}) > 1
    if not draft.recipients and draft.target is not None and country is not None and not mutual:
        return replace(draft, recipients=(_thing(draft, draft.target, country),))
    own = {_country(a) for a in draft.actors}
    draft = replace(draft, actors=tuple(_of_the_land(a, draft.place) for a in draft.actors))
    hit = (_by_what_is_hit(r, draft) for r in draft.recipients)
    return replace(draft, recipients=_people_first([_grounded(r, draft.place, own) for r in hit], draft))


def _people_first(done_to: Sequence[Actor], draft: Draft) -> tuple[Actor, ...]:
    """ "Four pilgrims were killed in a blast in northern Iran": the pilgrims, not the soil they stood on."""
    people = [a for a in done_to if not a.code.endswith((".UNK", ".GOV"))]
    place = draft.place.span if draft.place is not None else None
    lands = {_country(a) for a in people if a.code.endswith(".CVL")}

    def stays(actor: Actor) -> bool:
        if actor in people or actor.span is None:
            return True
        return actor.code not in {f"{land}.UNK" for land in lands} and not (
            place and actor.span.overlaps(place)
        )

    return tuple(filter(stays, done_to)) if people else tuple(done_to)


def _of_the_land(actor: Actor, place: Place | None) -> Actor:
    """ "Militant attacks in Karachi": armed people nobody names, of the country where they struck."""
    if actor.code != "UNK.UAF" or actor.resolved_by != "description" or place is None or not place.country:
        return actor
    return replace(actor, code=f"{place.country}.UAF")


_SOLDIERLY = re.compile(
    r"militar|army|corps|rangers|troop|soldier|\bforces?\b|\bbases?\b|nav(?:y|al)|defen[cs]e|missile|\bguards?\b|warship|barrack|"
    r"\bair(?:base|field|force| force| base)?\b|\bposts?\b|outpost|position|checkpoint|garrison|installation|convoy|armou?red|tanks?\b",
    re.I,
)


def _by_what_is_hit(actor: Actor, draft: Draft) -> Actor:
    """ "Struck Iranian nuclear sites": the country's soil; "a Pakistani convoy of troops": its army; "the Chinese
    consulate": its government."""
    thing = _thing_of(actor, draft)
    if thing is None or not actor.code.endswith((".MIL", ".GOV")) or len(_country(actor)) != 3:
        return actor
    sector = _sector(thing, "")
    how = "description" if sector == "GOV" else actor.resolved_by  # an embassy stays its government's
    return replace(actor, code=f"{_country(actor)}.{sector}", resolved_by=how)


def _thing_of(actor: Actor, draft: Draft) -> str | None:
    """The phrase of the thing whose owner alone was resolved ("Iranian" of "Iranian nuclear sites"); None for others."""
    if actor.resolved_by not in ("adjective", "name") or actor.span is None:
        return None
    doc = draft.token.doc
    words = doc.char_span(actor.span.start, actor.span.end, alignment_mode="expand")
    head = words.root if words is not None else draft.token
    while head.dep_ in ("amod", "compound", "nmod", "poss") and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    if words is None or words.start <= head.i < words.end or head == draft.token:
        return None
    return str(doc[min(words.start, head.left_edge.i) : head.i + 1].text)


def _thing(draft: Draft, span: tuple[int, int], country: str) -> Actor:
    """A building, a town, a village in a known country: its soil, told as such."""
    words = draft.token.doc[span[0] : span[1] + 1]
    at = Span(start=words.start_char, end=words.end_char)
    sector = _sector(words.text, words.root.lemma_)
    sector = "CVL" if sector == "UNK" and _hurts(draft) else sector
    country = "UNK" if _DIPLOMATIC.search(words.text) else country  # whose embassy it is nobody says
    return Actor(
        mention=words.text,
        code=f"{country}.{sector}",
        span=at,
        resolved_by="place",
    )


def _sector(thing: str, head: str) -> str:
    """Homes and schools are civilians', hotels and factories business's; a building or a town is nobody's told."""
    named = {word.strip("“”\"',.").lower() for word in thing.split()}
    if head.lower() in _PEOPLE:
        return "CVL"
    if "west" in named:
        named.discard("bank")  # the West Bank is no bank
    sectors = (
        (_OFFICIAL, "GOV"),
        (_OF_POLICE, "COP"),
        (_OF_CIVILIANS, "CVL"),
        (_OF_BUSINESS, "BUS"),
        (_OF_FAITH, "REL"),
    )
    of = next((sector for words, sector in sectors if named & words), None)
    return of or ("MIL" if _SOLDIERLY.search(thing) else "UNK")


def _hurts(draft: Draft) -> bool:
    """Whether the word tells of people hurt: what is killed is somebody, whatever the noun."""
    return draft.token.lemma_.lower() in _HURTING


_HURTING = frozenset(
    "kill injure wound martyr murder massacre execute behead abduct kidnap maim killing murder".split()
)
_DIPLOMATIC = re.compile(r"embass|consul|diploma", re.I)
_OF_POLICE = frozenset("police".split())
_OF_FAITH = frozenset("mosque mosques church churches shrine temple synagogue imambargah".split())


_OF_CIVILIANS = frozenset(
    "home homes house houses apartment apartments residence residences residential school schools seminary college university "
    "hospital hospitals clinic ambulance ambulances market markets bazaar bus buses wedding funeral shelter civilian".split()
)
_OF_BUSINESS = frozenset(
    "hotel hotels factory factories refinery refineries tanker tankers ship ships vessel vessels company bank banks shop shops "
    "mall plaza warehouse pipeline oilfield oilfields oil gas pumping".split()
)


_PEOPLE = frozenset(
    (
        "people person other family resident civilian worker child woman man villager worshipper passenger "
        "pilgrim"
    ).split()
)


_OFFICIAL = frozenset(
    (
    "government president minister ministry officials administration office embassy consulate leader "
    "prime king regime authorities consular diplomats diplomatic ambassador"
    ).split()
)  # fmt: skip


_NATIONALITY = re.compile(r"(?<=\s)[A-Z]|^(?!(?:At|More|Over|About|Nearly|Some|Several|Dozens|Scores|Hundreds|Thousands|The|Those|These|Many|All|Other|Another|No|A|An|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Around|Up|Fewer)\b)[A-Z]")  # fmt: skip
"""A capital in "Chinese workers" tells whose they are; the one in "Four others" only opens the sentence."""


_LANDS = frozenset(
    "country countries nation nations state states kingdom emirate republic neighbour neighbor neighbours neighbors capital".split()
)


def _grounded(actor: Actor, place: Place | None, doers: set[str]) -> Actor:
    if actor.code.endswith(".CVL") and place is not None and not _NATIONALITY.search(actor.mention):
        return replace(actor, code=f"{place.country or 'UNK'}.CVL")
    if actor.code in ("UNK.REL", "UNK.BUS") and place is not None and place.country:
        return replace(actor, code=f"{place.country}.{actor.code[4:]}")
    if (
        actor.code.endswith((".CVL", ".BUS"))
        and _country(actor) in doers
        and not _NATIONALITY.search(actor.mention)
    ):
        return replace(
            actor, code=f"UNK.{actor.code[4:]}"
        )  # whose people they are was only guessed from who acts
    words = actor.mention.lower().split()
    called = _country(actor) != "UNK" and bool(words) and words[-1] in _LANDS
    named = actor.resolved_by in ("name", "metonym") or called
    bare = actor.code.endswith(".GOV") and named and not set(words) & _OFFICIAL
    return replace(actor, code=f"{_country(actor)}.UNK") if bare and len(_country(actor)) == 3 else actor
