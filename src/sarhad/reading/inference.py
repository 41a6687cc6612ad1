"""What a document tells of an act elsewhere: the strike's doer, the host of a visit, whom a denial contradicts.

Only what the text itself says is carried over, from the nearest act before; the statement's confidence falls a little.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, EventType
from sarhad.reading.draft import Draft
from sarhad.records import Actor, Span

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
    return [_soil(d) for d in out]


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
                time=draft.time or earlier.time,
                confidence=draft.confidence - 0.1,
            )
    return draft


def _kind(draft: Draft) -> str:
    return {"aerial": "strike", "drone": "strike", "heavy-weapons": "strike", "explosives": "blast"}.get(draft.mode or "", "attack")


def _event_noun(draft: Draft) -> "Token | None":
    first, last = draft.clause
    if draft.token.lemma_.lower() in _EVENTS:
        return draft.token
    for token in draft.token.doc[first : last + 1]:
        if token.lemma_.lower() in _EVENTS and token.pos_ == "NOUN" and token.dep_ in ("pobj", "nsubj", "dobj", "nsubjpass"):
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
    visits = {
        (_country(d.actors[0]), _country(d.recipients[0]))
        for d in drafts
        if d.type is EventType.CONSULT and d.mode == "visit" and d.actors and d.recipients
    }
    return [_hosted(d, visits) for d in drafts]


def _hosted(draft: Draft, visits: set[tuple[str, str]]) -> Draft:
    if draft.type is not EventType.CONSULT or draft.recipients or draft.mode in ("phone", "third-party", "multilateral"):
        return draft
    countries = list(dict.fromkeys(_country(a) for a in draft.actors))
    if len(countries) != 2:
        return draft
    first, second = countries
    host = draft.place.country if draft.place is not None else None
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


# --- people and soil of the place


def _soil(draft: Draft) -> Draft:
    """Unnamed people hit in a known country are that country's; a bare country that is hit is its soil."""
    if draft.type is not EventType.ASSAULT:
        return draft
    country = draft.place.country if draft.place is not None else None
    if not draft.recipients and draft.target is not None and country is not None:
        return replace(draft, recipients=(_thing(draft, draft.target, country),))
    return replace(draft, recipients=tuple(_grounded(r, country) for r in draft.recipients))


def _thing(draft: Draft, span: tuple[int, int], country: str) -> Actor:
    """A building, a town, a village in a known country: its soil, told as such."""
    words = draft.token.doc[span[0] : span[1] + 1]
    at = Span(start=words.start_char, end=words.end_char)
    people = words.root.lemma_.lower() in _PEOPLE
    return Actor(mention=words.text, code=f"{country}.{'CVL' if people else 'UNK'}", span=at, resolved_by="place")


_PEOPLE = frozenset("people person other family resident civilian worker child woman man villager worshipper passenger pilgrim".split())


def _grounded(actor: Actor, country: str | None) -> Actor:
    if actor.code == "UNK.CVL" and country is not None:
        return replace(actor, code=f"{country}.CVL")
    bare = actor.code.endswith(".GOV") and actor.name is not None and actor.mention.lower() == actor.name.lower()
    return replace(actor, code=f"{_country(actor)}.UNK") if bare and len(_country(actor)) == 3 else actor
