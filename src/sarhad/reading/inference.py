"""What a document tells of an act elsewhere: the strike's doer, the host of a visit, whom a denial contradicts.

Only what the text itself says is carried over, from the nearest act before; an actor so found is marked ("event"),
and the statement is less certain for it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, EventType, PlaceLevel
from sarhad.reading import grammar
from sarhad.reading.ceasefires import TRUCE
from sarhad.reading.draft import Draft
from sarhad.records import Actor, Place, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_EVENTS = {
    "strike": "strike", "airstrike": "strike", "raid": "strike", "bombing": "strike", "bombardment": "strike", "shelling": "strike",
    "attack": "attack", "assault": "attack", "assassination": "killing", "killing": "killing", "explosion": "blast",
    "blast": "blast", "operation": "operation", "offensive": "operation", "shooting": "attack", "ambush": "attack",
    "invasion": "operation", "campaign": "operation", "clash": "clash", "fighting": "clash", "bomb": "blast",
}  # fmt: skip
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "'s"))
_REACH = 260
"""How many tokens back a definite noun ("the strike") may look for its event."""


def inferred(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with parties carried over where the words point back to an act already told."""
    out = _same_event(drafts)
    out = _hosts(out)
    out = _talking_sides(out)
    out = _antagonists(out)
    return [_soldiers(_soil(_stately(d))) for d in out]


# --- "the strike" points back


def _same_event(drafts: Sequence[Draft]) -> list[Draft]:
    told: list[tuple[str, Draft]] = []
    out: list[Draft] = []
    for draft in drafts:
        if draft.type is not EventType.ASSAULT or draft.coded_by == "silence":
            out.append(draft)
            continue
        named = _event_noun(draft)
        if named is not None and not draft.actors and _definite(named):
            draft = _with_doer(draft, _family(named), told)
        elif not draft.actors and _victims_only(draft):
            draft = _with_doer(draft, "attack", [t for t in told if draft.token.i - t[1].token.i <= _NEXT])
        out.append(draft)
        if draft.actors and draft.aux is not Auxiliary.NEGATION:
            told.append((_family(named) if named is not None else _kind(draft), draft))
    return out


def _with_doer(draft: Draft, kind: str, told: Sequence[tuple[str, Draft]]) -> Draft:
    for known, earlier in reversed(told):
        if draft.token.i - earlier.token.i > _REACH:
            break
        compatible = known == kind or {known, kind} <= {"strike", "attack", "killing"}
        victims = {r.code for r in draft.recipients}
        if compatible and not victims & {a.code for a in earlier.actors}:
            return replace(
                draft,
                actors=tuple(replace(a, resolved_by="event") for a in earlier.actors),
                recipients=draft.recipients,
                mode=draft.mode or earlier.mode,
                place=draft.place or earlier.place,
            )
    return draft


_NEXT = 70
"""An undirected "four others were killed" continues what was told at most this many tokens before."""


def _victims_only(draft: Draft) -> bool:
    """Civilians told dead or hurt in the passive, by nobody: the strike just told goes on."""
    token = draft.token
    if token.lemma_ not in ("kill", "injure", "wound", "die") or not draft.recipients:
        return False
    return all(r.code.endswith((".CVL", ".UNK")) for r in draft.recipients)


def _kind(draft: Draft) -> str:
    return {"aerial": "strike", "drone": "strike", "heavy-weapons": "strike", "explosives": "blast"}.get(
        draft.mode or "", "attack"
    )


def _event_noun(draft: Draft) -> "Token | None":
    first, last = draft.clause
    if draft.token.lemma_.lower() in _EVENTS:
        return draft.token
    for token in draft.token.doc[first : last + 1]:
        if (
            token.lemma_.lower() in _EVENTS
            and token.pos_ == "NOUN"
            and token.dep_ in ("pobj", "nsubj", "dobj", "nsubjpass")
        ):
            if token.head.i == draft.token.i or token.head.head.i == draft.token.i:
                return token
    return None


def _family(noun: "Token") -> str:
    return _EVENTS.get(noun.lemma_.lower(), "attack")


def _definite(noun: "Token") -> bool:
    own = {c.lower_ for c in noun.children if c.dep_ in ("det", "case")}
    day = any(c.dep_ == "poss" and c.ent_type_ == "DATE" for c in noun.children)
    return bool(own & _DEFINITE) or day


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
    out: list[Draft] = []
    for draft in drafts:
        named = (*draft.actors, *draft.recipients)
        start = draft.token.sent.start
        truce = TRUCE.search(draft.token.sent.text) is not None
        if draft.type in _SIDED and not named and _sided(draft):
            same = sentence[1] if sentence[0] == start else ()
            sides = same or ((bargainers or opponents or talkers) if truce else (talkers or opponents))
            draft = replace(
                draft,
                actors=tuple(replace(a, resolved_by="event") for a in sides),
            )
            sentence = (start, sides)
            talkers = sides or talkers
            bargainers = (sides if truce else ()) or bargainers
        elif draft.type in (EventType.CONSULT, EventType.AGREE) and draft.mode != "third-party":
            talkers = _governing(named) or talkers
            bargainers = (_governing(named) if truce else ()) or bargainers
        elif draft.type in (EventType.ACCUSE, EventType.REJECT, EventType.ASSAULT, EventType.REQUEST):
            opponents = _governing(named) or opponents
        out.append(draft)
    return out


def _governing(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    sides = [replace(a, code=a.code.replace(".MIL", ".GOV")) if "/" not in a.code else a for a in actors]
    kept = {a.code: a for a in sides if a.code.split(".")[1].split("/")[0] in ("GOV", "REB")}
    return tuple(kept.values()) if len({_country(a) for a in kept.values()}) == 2 else ()


def _sided(draft: Draft) -> bool:
    if draft.token.lemma_.lower() in _BETWEEN_SIDES:
        return True
    doer = grammar.subject(draft.token) if draft.token.pos_ == "VERB" else None
    return doer is not None and doer.lemma_.lower() in _BETWEEN_SIDES


# --- whom a threat of revenge or a denial is aimed at

_REVENGE = ("retaliat", "reveng", "respon", "aveng", "punish", "hit back")


def _antagonists(drafts: Sequence[Draft]) -> list[Draft]:
    """Revenge is threatened against whoever the text tells to have struck; an unspecific denial answers the accuser."""
    struck = [(_parties(d.actors), _parties(d.recipients)) for d in drafts if d.type is EventType.ASSAULT]
    accused = [(_parties(d.actors), _parties(d.recipients)) for d in drafts if d.type is EventType.ACCUSE]
    opposed = struck + accused + [(b, a) for a, b in struck + accused]
    out: list[Draft] = []
    for draft in drafts:
        if (
            draft.type is EventType.THREATEN
            and not draft.recipients
            and any(w in draft.text.lower() for w in _REVENGE)
        ):
            draft = _against(_against(draft, struck), opposed)
        elif draft.type is EventType.REJECT and not draft.recipients and draft.token.lemma_ == "deny":
            draft = _against(_against(draft, accused), opposed)
        out.append(draft)
    return out


def _parties(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    return tuple(a for a in actors if a.code.split(".")[1].split("/")[0] in ("GOV", "MIL", "REB", "UNK"))


def _against(draft: Draft, pairs: Sequence[tuple[tuple[Actor, ...], tuple[Actor, ...]]]) -> Draft:
    if draft.recipients:
        return draft
    own = {_country(a) for a in draft.actors}
    votes: dict[str, tuple[int, Actor]] = {}
    for doers, done_to in pairs:
        if own & {_country(a) for a in done_to}:
            for a in doers:
                if _country(a) not in own | {"UNK"}:
                    code = a.code.replace(".MIL", ".GOV") if "/" not in a.code else a.code
                    votes[code] = (votes.get(code, (0, a))[0] + 1, a)
    if not votes:
        return draft
    code, (_, actor) = max(votes.items(), key=lambda v: v[1][0])
    return replace(
        draft,
        recipients=(replace(actor, code=code, resolved_by="event"),),
    )


# --- people and soil of the place


def _stately(draft: Draft) -> Draft:
    """ "condemned the Israeli strike": the one condemned is the government."""
    if draft.type is EventType.ASSAULT:
        return draft
    return replace(draft, recipients=tuple(_as_state(r) for r in draft.recipients))


_FIGHTS = frozenset("clash fighting fight skirmish exchange battle firefight trade exchanging".split())


def _soldiers(draft: Draft) -> Draft:
    """A state that trades fire with an armed group does so with its army."""
    words = {draft.token.lemma_.lower()} | {t.lemma_.lower() for t in draft.token.children}
    if draft.type is not EventType.ASSAULT or len(draft.actors) < 2 or not words & _FIGHTS:
        return draft
    if not any(".REB" in a.code for a in draft.actors):
        return draft
    return replace(draft, actors=tuple(replace(a, code=a.code.replace(".GOV", ".MIL")) for a in draft.actors))


def _as_state(actor: Actor) -> Actor:
    adjective = actor.resolved_by == "adjective" and actor.code.endswith(".MIL")
    return replace(actor, code=f"{_country(actor)}.GOV") if adjective else actor


def _soil(draft: Draft) -> Draft:
    """Unnamed people hit in a known country are that country's; a bare country that is hit is its soil."""
    if draft.type is not EventType.ASSAULT:
        return draft
    country = draft.place.country if draft.place is not None else None
    if not draft.recipients and draft.target is not None and country is not None:
        return replace(draft, recipients=(_thing(draft, draft.target, country),))
    own = {_country(a) for a in draft.actors}
    hit = (_no_soldiers(r, draft) for r in draft.recipients)
    return replace(draft, recipients=tuple(_grounded(r, draft.place, own) for r in hit))


_SOLDIERLY = re.compile(
    r"militar|army|troop|soldier|force|base|nav(?:y|al)|defen[cs]e|missile|guard|warship|barrack|air", re.I
)


def _no_soldiers(actor: Actor, draft: Draft) -> Actor:
    """ "struck Iranian nuclear sites": the country's soil, not its army."""
    if actor.resolved_by != "adjective" or not actor.code.endswith(".MIL") or draft.target is None:
        return actor
    words = draft.token.doc[draft.target[0] : draft.target[1] + 1].text
    return actor if _SOLDIERLY.search(words) else replace(actor, code=f"{_country(actor)}.UNK")


def _thing(draft: Draft, span: tuple[int, int], country: str) -> Actor:
    """A building, a town, a village in a known country: its soil, told as such."""
    words = draft.token.doc[span[0] : span[1] + 1]
    at = Span(start=words.start_char, end=words.end_char)
    people = words.root.lemma_.lower() in _PEOPLE
    return Actor(
        mention=words.text, code=f"{country}.{'CVL' if people else 'UNK'}", span=at, resolved_by="place"
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
    "prime king regime authorities"
    ).split()
)  # fmt: skip


_NATIONALITY = re.compile(r"(?<=\s)[A-Z]|^(?!(?:At|More|Over|About|Nearly|Some|Several|Dozens|Scores|Hundreds|Thousands|The|Those|These|Many|All|Other|Another|No|A|An|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Around|Up|Fewer)\b)[A-Z]")  # fmt: skip
"""A capital in "Chinese workers" tells whose they are; the one in "Four others" only opens the sentence."""


def _grounded(actor: Actor, place: Place | None, doers: set[str]) -> Actor:
    if actor.code.endswith(".CVL") and place is not None and not _NATIONALITY.search(actor.mention):
        return replace(actor, code=f"{place.country or 'UNK'}.CVL")
    if (
        actor.code.endswith((".CVL", ".BUS"))
        and _country(actor) in doers
        and not _NATIONALITY.search(actor.mention)
    ):
        return replace(
            actor, code=f"UNK.{actor.code[4:]}"
        )  # whose people they are was only guessed from who acts
    bare = (
        actor.code.endswith(".GOV")
        and actor.resolved_by in ("name", "metonym")
        and not set(actor.mention.lower().split()) & _OFFICIAL
    )
    return replace(actor, code=f"{_country(actor)}.UNK") if bare and len(_country(actor)) == 3 else actor
