"""What a document tells of an act elsewhere: the strike's doer, the host of a visit, whom a denial contradicts.

Only what the text itself says is carried over, from the nearest act before; an actor so found is marked ("event"),
and the statement is less certain for it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sarhad.codebook import EventType, PlaceLevel
from sarhad.reading import grammar
from sarhad.reading.ceasefires import TRUCE
from sarhad.reading.draft import Draft
from sarhad.reading.inference_events import same_events
from sarhad.reading.sides import side, sides
from sarhad.reading.struck import struck
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token


def inferred(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with parties carried over where the words point back to an act already told."""
    out = same_events(drafts)
    out = _hosts(out)
    out = _talking_sides(out)
    out = _antagonists(out)
    return [struck(d) for d in out]


# --- a meeting at one side's place is a visit


def _hosts(drafts: Sequence[Draft]) -> list[Draft]:
    drafts = [_destination(d) if d.type is EventType.CONSULT else d for d in drafts]
    visits = {
        (_country(a), _country(d.recipients[0]))
        for d in drafts
        if d.type is EventType.CONSULT and d.mode == "visit" and d.recipients
        for a in d.actors
    }
    return [_hosted(d, visits) for d in drafts]


def _destination(draft: Draft) -> Draft:
    """ "a visit to Islamabad": the government whose capital or country it is."""
    place = draft.place
    if (
        draft.mode != "visit"
        or draft.recipients
        or place is None
        or place.country is None
        or not draft.actors
    ):
        return draft
    if place.country in {_country(a) for a in draft.actors}:
        return draft
    host = Actor(
        mention=place.mention,
        code=f"{place.country}.GOV",
        name=place.name,
        span=place.span,
        resolved_by="place",
    )
    return replace(draft, recipients=(host,))


def _hosted(draft: Draft, visits: set[tuple[str, str]]) -> Draft:
    if (
        draft.type is not EventType.CONSULT
        or draft.recipients
        or draft.mode in ("phone", "third-party", "multilateral")
    ):
        return draft
    countries = list(dict.fromkeys(_country(a) for a in draft.actors))
    hosts = [h for _, h in visits if h in countries]
    if len(countries) > 2 and hosts and all((c, hosts[0]) in visits for c in countries if c != hosts[0]):
        return _split(draft, hosts[0])
    if len(countries) != 2 or len({a.span for a in draft.actors}) == 1:
        return draft
    first, second = countries
    host = draft.place.country if draft.place is not None and draft.place.level is PlaceLevel.TOWN else None
    if (first, second) in visits or host == second:
        return _split(draft, second)
    if (second, first) in visits or host == first:
        return _split(draft, first)
    return draft


def _split(draft: Draft, host: str) -> Draft:
    return replace(
        draft,
        mode="visit",
        actors=tuple(a for a in draft.actors if _country(a) != host),
        recipients=tuple(a for a in draft.actors if _country(a) == host),
    )


def _country(actor: Actor) -> str:
    return actor.code.split(".")[0]


# --- "the talks", "the deal": the sides that were told to talk

_JUDGED = frozenset(
    "welcome praise hail reject criticise criticize condemn support back denounce endorse oppose urge demand want".split()
)
_SIDED = (EventType.CONSULT, EventType.AGREE, EventType.REJECT, EventType.RETREAT)
_BETWEEN_SIDES = frozenset(
    (
    "talk negotiation round discussion dialogue meeting deal agreement ceasefire truce pact accord "
    "process disagreement difference deadlock"
    ).split()
)  # fmt: skip


def _talking_sides(drafts: Sequence[Draft]) -> list[Draft]:
    talkers: tuple[Actor, ...] = ()
    opponents: tuple[Actor, ...] = ()
    bargainers: tuple[Actor, ...] = ()
    sentence: tuple[int, tuple[Actor, ...]] = (-1, ())
    visit: Draft | None = None
    brokers, allies = _brokers(drafts), _allies(drafts)
    out: list[Draft] = []
    for draft in drafts:
        draft = _of_several(draft)
        named = (*draft.actors, *draft.recipients)
        start = draft.token.sent.start
        truce = TRUCE.search(draft.token.sent.text) is not None
        if draft.type in _SIDED and not named and _sided(draft) and not _anothers(draft.token):
            same = sentence[1] if sentence[0] == start else ()
            sides = same or ((bargainers or opponents or talkers) if truce else (talkers or opponents))
            carried = tuple(replace(a, resolved_by="event") for a in sides)
            draft = _as_before(replace(draft, actors=carried), visit)
            sentence = (start, sides)
            talkers = sides or talkers
            bargainers = (sides if truce else ()) or bargainers
        elif draft.type is EventType.AGREE and _of_a_deal(draft):
            draft = _with_the_other(draft, bargainers or talkers, brokers)
        elif frozenset(side(a.code) for a in named) in allies:
            pass
        elif draft.type in (EventType.CONSULT, EventType.AGREE) and draft.mode != "third-party":
            visit = draft if draft.type is EventType.CONSULT and draft.recipients else visit
            talkers = _governing(named) or talkers
            bargainers = (_governing(named) if truce else ()) or bargainers
        elif draft.type in (EventType.ACCUSE, EventType.REJECT, EventType.ASSAULT, EventType.REQUEST):
            opponents = _governing(named) or opponents
        out.append(draft)
    return out


def _of_several(draft: Draft) -> Draft:
    """ "Their first meeting": of two at least; whom one alone was read from is open again."""
    whose = [c.lower_ for c in draft.token.children if c.dep_ == "poss"]
    alone = draft.type is EventType.CONSULT and not draft.recipients and len(sides(draft.actors)) == 1
    return replace(draft, actors=()) if alone and whose == ["their"] else draft


def _allies(drafts: Sequence[Draft]) -> set[frozenset[str]]:
    """Sides told to strike or threaten somebody together: not the two of a deal."""
    hostile = (EventType.ASSAULT, EventType.THREATEN)
    together = {
        frozenset(side(a.code) for a in d.actors) for d in drafts if d.type in hostile and d.recipients
    }
    return {sides for sides in together if len(sides) == 2} - enemies_of(
        [d for d in drafts if not (d.recipients and len(d.actors) > 1)]
    )


def _of_a_deal(draft: Draft) -> bool:
    """ "Would send negotiators to finalise the deal": one side told, the other only meant."""
    deals = {"deal", "agreement", "accord", "truce", "ceasefire"}
    words = {t.lemma_.lower() for t in draft.token.children} | {draft.token.lemma_.lower()}
    return bool(words & deals) and not draft.recipients and len({_country(a) for a in draft.actors}) == 1


def _with_the_other(draft: Draft, sides: Sequence[Actor], brokers: set[str]) -> Draft:
    own = {side(a.code) for a in draft.actors}
    others = [a for a in sides if side(a.code) not in own]
    if len(others) != 1 or len(sides) < 2 or side(others[0].code) in brokers:
        return draft
    return replace(draft, recipients=(replace(others[0], resolved_by="event"),))


def _brokers(drafts: Sequence[Draft]) -> set[str]:
    """Sides told to host or to mediate, which are no party to the deal."""
    return {
        side(a.code)
        for d in drafts
        if d.type is EventType.CONSULT and d.mode == "third-party"
        for a in d.actors
    }


def _as_before(draft: Draft, visit: Draft | None) -> Draft:
    """ "The meeting" of a visit told before: the visitor met the host."""
    if visit is None or draft.type is not EventType.CONSULT:
        return draft
    hosts = {_country(a) for a in visit.recipients}
    sides = {_country(a) for a in draft.actors}
    if sides != hosts | {_country(a) for a in visit.actors} or sides == hosts:
        return draft
    guests = tuple(a for a in draft.actors if _country(a) not in hosts)
    return replace(draft, actors=guests, recipients=tuple(a for a in draft.actors if _country(a) in hosts))


def _anothers(noun: "Token") -> bool:
    """What belongs to an act of its own: "prior to this meeting, X held talks", "France welcomed the deal"."""
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and noun.head.lemma_ in _JUDGED:
        return True
    if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "to") and _is_near(noun.head.head):
        return True
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ in ("to", "before", "after", "since", "following")
        and not (noun.head.lower_ == "to" and noun.head.head.lower_ != "prior")
    )


def _is_near(word: "Token") -> bool:
    """ "X is on the cusp of a deal", "X is close to a deal": X, not those told to talk before."""
    return word.lemma_.lower() in ("cusp", "verge", "brink", "close", "near")


def _governing(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    sides = [replace(a, code=a.code.replace(".MIL", ".GOV")) if "/" not in a.code else a for a in actors]
    kept = {a.code: a for a in sides if a.code[4:7] in ("GOV", "REB") and _country(a) != "UNK"}
    return tuple(kept.values()) if len({_country(a) for a in kept.values()}) == 2 else ()


def _sided(draft: Draft) -> bool:
    if draft.token.lemma_.lower() in _BETWEEN_SIDES:
        return True
    doer = grammar.subject(draft.token) if draft.token.pos_ == "VERB" else None
    return doer is not None and doer.lemma_.lower() in _BETWEEN_SIDES


# --- whom a threat of revenge or a denial is aimed at


def _antagonists(drafts: Sequence[Draft]) -> list[Draft]:
    """Revenge is threatened against whoever the text tells to have struck; an unspecific denial answers the accuser."""
    struck, accused = _pairs(drafts, EventType.ASSAULT), _pairs(drafts, EventType.ACCUSE)
    opposed = struck + accused + [(b, a) for a, b in struck + accused]
    out: list[Draft] = []
    for draft in drafts:
        if draft.type is EventType.THREATEN and not draft.recipients:
            draft = _against(_against(draft, struck), opposed)
        elif draft.type is EventType.REJECT and not draft.recipients and draft.token.lemma_ == "deny":
            before = [
                d for d in drafts if d.token.i < draft.token.sent.end
            ]  # no answer to a charge told later
            draft = _against(_against(draft, _pairs(before, EventType.ACCUSE)), opposed)
        elif draft.type is EventType.ASSAULT and _answers(draft):
            draft = _against(_against(draft, struck), opposed)
        out.append(draft)
    return out


Pairs = list[tuple[tuple[Actor, ...], tuple[Actor, ...]]]
"""Who acts against whom."""


def _pairs(drafts: Sequence[Draft], kind: EventType) -> Pairs:
    return [(_parties(d.actors), _parties(d.recipients)) for d in drafts if d.type is kind]


def _answers(draft: Draft) -> bool:
    """ "A retaliation from X is certain": told to be aimed at somebody, not at whom."""
    told = draft.token.lemma_.lower() in ("retaliation", "response", "reprisal", "revenge", "retaliate")
    return told and not draft.recipients and len(draft.actors) > 0


def _parties(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    return tuple(a for a in actors if a.code.split(".")[1].split("/")[0] in ("GOV", "MIL", "REB", "UNK"))


def enemies_of(drafts: Sequence[Draft]) -> set[frozenset[str]]:
    """Pairs of sides told to fight, to accuse or to threaten each other."""
    hostile = (EventType.ASSAULT, EventType.ACCUSE, EventType.THREATEN)
    return {
        frozenset((side(a.code), side(b.code)))
        for d in drafts
        if d.type in hostile
        for a in d.actors
        for b in (*d.recipients, *d.actors)
    }


def _against(draft: Draft, pairs: Pairs) -> Draft:
    if draft.recipients:
        return draft
    own = {side(a.code) for a in draft.actors}
    votes: dict[str, tuple[int, Actor]] = {}
    for doers, done_to in pairs:
        if own & {side(a.code) for a in done_to}:
            for a in doers:
                if side(a.code) not in own and _country(a) != "UNK":
                    code = a.code.replace(".MIL", ".GOV") if "/" not in a.code else a.code
                    votes[code] = (votes.get(code, (0, a))[0] + 1, a)
    if not votes:
        return draft
    code, (_, actor) = max(votes.items(), key=lambda v: v[1][0])
    return replace(
        draft,
        recipients=(replace(actor, code=code, resolved_by="event"),),
    )
