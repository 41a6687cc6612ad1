"""Acts of violence told again: "the strike", "the 7 October attack", "four others were killed" point back to a telling
with parties."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, EventType, Stance
from sarhad.codebook.actors import country_of
from sarhad.reading import grammar
from sarhad.reading.deeds_apart import another, elsewhere, of_own_state
from sarhad.reading.draft import Draft
from sarhad.reading.sides import side, sides
from sarhad.reading.struck import struck

if TYPE_CHECKING:
    from spacy.tokens import Token

_EVENTS = {
    "strike": "strike", "airstrike": "strike", "raid": "strike", "bombing": "strike", "bombardment": "strike", "shelling": "strike",
    "attack": "attack", "assault": "attack", "assassination": "killing", "killing": "killing", "explosion": "blast",
    "blast": "blast", "operation": "operation", "offensive": "operation", "shooting": "attack", "ambush": "attack",
    "invasion": "operation", "campaign": "operation", "clash": "clash", "fighting": "clash", "bomb": "blast",
}  # fmt: skip
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "'s"))
_FORCE = frozenset(("strike", "attack", "killing"))
_REACH = 260
"""How many tokens back a definite noun ("the strike") may look for its event."""


def same_events(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with the doers and the hurt carried over from the telling that the words point back to."""
    told: list[tuple[str, Draft]] = []
    out: list[Draft] = []
    for draft in drafts:
        if draft.type is not EventType.ASSAULT:
            out.append(draft)
            continue
        named = _event_noun(draft)
        if named is not None and not draft.recipients and _definite(named) and _is_of(draft, named):
            draft = _with_victims(draft, _family(named), told)
        if draft.coded_by == "silence":
            out.append(draft)
            continue
        draft = _answered(_of_that_day(draft, drafts), out)
        if named is not None and not draft.actors and _definite(named):
            draft = _with_doer(draft, _family(named), told)
        elif not draft.actors and _victims_only(draft):
            draft = _with_doer(draft, "attack", [t for t in told if draft.token.i - t[1].token.i <= _NEXT])
        draft = _by_the_only_foe(_on_that_victim(draft, drafts), drafts)
        out.append(draft)
        if (draft.actors or draft.recipients) and draft.aux is not Auxiliary.NEGATION:
            told.append((_family(named) if named is not None else _kind(draft), draft))
    return out


def _of_that_day(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """ "The 7 October attack": whoever is told, before or after, to have attacked on that day."""
    if (
        draft.type is not EventType.ASSAULT
        or draft.actors
        or draft.time is None
        or draft.coded_by == "silence"
    ):
        return draft
    named = _event_noun(draft)
    if named is None or not _definite(named) or draft.time.start != draft.time.end:
        return draft
    same = [
        d
        for d in drafts
        if d.actors and d.time is not None and (d.time.start, d.time.end) == (draft.time.start, draft.time.end)
        and (noun := _event_noun(d)) is not None and _family(noun) == _family(named)
        and not of_own_state(draft, d)
    ]  # fmt: skip
    if len({frozenset(a.code for a in d.actors) for d in same}) != 1:
        return draft
    return replace(draft, actors=tuple(replace(a, resolved_by="event") for a in same[0].actors))


_ANSWERS = frozenset("response retaliation reprisal revenge retaliate avenge respond".split())


def _answered(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """ "Set out to destroy X in response to an attack on its soil": X attacked."""
    if draft.type is not EventType.ASSAULT or draft.actors or draft.token.pos_ != "NOUN":
        return draft
    if not any(t.lemma_.lower() in _ANSWERS for t in islice(draft.token.ancestors, 4)):
        return draft
    hurt = {country_of(r.code) for r in draft.recipients} - {"UNK"}
    here = [d for d in drafts if d.type is EventType.ASSAULT and d.token.sent.start == draft.token.sent.start]
    blows = [d for d in here if d.recipients and hurt & {country_of(a.code) for a in d.actors}]
    struck_back = {r.code: r for d in blows for r in d.recipients if "/" in r.code or r.code.endswith(".GOV")}
    groups = [r for r in struck_back.values() if "/" in r.code] or list(struck_back.values())
    return replace(draft, actors=tuple(replace(a, resolved_by="event") for a in groups[:1]))


def _with_doer(draft: Draft, kind: str, told: Sequence[tuple[str, Draft]]) -> Draft:
    for known, earlier in reversed(told):
        if draft.token.i - earlier.token.i > _REACH:
            break
        compatible = known == kind or {known, kind} <= _FORCE
        victims = {r.code for r in draft.recipients}
        if another(draft, earlier):
            continue
        if (
            compatible
            and earlier.actors
            and not victims & {a.code for a in earlier.actors}
            and not elsewhere(draft, earlier)
        ):
            told_again = replace(
                draft,
                actors=tuple(replace(a, resolved_by="event") for a in earlier.actors),
                mode=draft.mode or earlier.mode,
                place=draft.place or earlier.place,
            )
            return _charged_too(told_again, earlier)
    return draft


def _on_that_victim(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """ "The death of Karam", who is told elsewhere to have been killed by X: one is killed once."""
    victims = set(_people_hit(draft))
    if draft.actors or not victims:
        return draft
    return _by_those(draft, [d for d in drafts if victims & set(_people_hit(d))])


def _by_the_only_foe(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """ "The death of a commander" of a group that the text tells, near by, only one side to have struck."""
    groups = sides(draft.recipients)
    if draft.actors or not groups or any("/" not in g for g in groups):
        return draft
    return _by_those(draft, [d for d in drafts if groups & sides(d.recipients)], reach=_REACH)


def _by_those(draft: Draft, blows: Sequence[Draft], reach: int | None = None) -> Draft:
    """The draft with the doer of the blows told as fact, where all of them have the same and none is in dispute."""
    blows = [d for d in blows if d.type is EventType.ASSAULT and d.aux is not Auxiliary.NEGATION]
    told = [d for d in blows if d.actors]
    if (
        any(d.stance is not Stance.ASSERTS for d in blows)
        or len({frozenset(sides(d.actors)) for d in told}) != 1
    ):
        return draft
    known = [d for d in told if _as_fact(d) and not elsewhere(draft, d) and not of_own_state(draft, d)]
    known = [d for d in known if reach is None or abs(d.token.i - draft.token.i) <= reach]
    if not known:
        return draft
    nearest = min(known, key=lambda d: abs(d.token.i - draft.token.i))
    return replace(draft, actors=tuple(replace(a, resolved_by="event") for a in nearest.actors))


def _as_fact(deed: Draft) -> bool:
    """Told by the outlet, or by the doer: what others say of somebody's deed is theirs to prove."""
    return deed.speaker is None or side(deed.speaker.code) in sides(deed.actors)


def _people_hit(draft: Draft) -> list[str]:
    """The last names of those told hit."""
    out = []
    for hit in draft.recipients:
        span = hit.span and draft.token.doc.char_span(hit.span.start, hit.span.end, alignment_mode="expand")
        words = [t for t in span or () if t.ent_type_ == "PERSON"]
        out += [words[-1].text.removesuffix("’s").removesuffix("'s")] if words else []
    return out


def _charged_too(draft: Draft, earlier: Draft) -> Draft:
    """Whose deed it is was only alleged: told again it is no more than that, in the mouth of who alleged it."""
    if earlier.stance is not Stance.ALLEGES or draft.stance is not Stance.ASSERTS:
        return draft
    return replace(draft, stance=Stance.ALLEGES, speaker=draft.speaker or earlier.speaker)


def _is_of(draft: Draft, noun: "Token") -> bool:
    """Whether the noun is the act told ("the strike was …", "did not claim the strike"), not one that it answers."""
    return draft.target is None and (draft.token.i == noun.i or draft.coded_by == "silence")


def _with_victims(draft: Draft, kind: str, told: Sequence[tuple[str, Draft]]) -> Draft:
    """ "The strike", "denied a part in the attack": whom the same act was told to hit, when last it was told."""
    for known, earlier in reversed(told):
        if draft.token.i - earlier.token.i > _REACH:
            break
        strangers = bool(draft.actors and earlier.actors) and not sides(draft.actors) & sides(earlier.actors)
        same = bool(draft.actors and earlier.actors) and not strangers and {known, kind} <= _FORCE
        compatible = _killed(earlier) if kind == "killing" else known == kind or same
        hit = struck(earlier).recipients
        own = sides(draft.actors) & sides(hit)
        if compatible and hit and not strangers and not own and not elsewhere(draft, earlier):
            return replace(draft, recipients=tuple(replace(a, resolved_by="event") for a in hit))
    return draft


def _killed(draft: Draft) -> bool:
    """ "The assassination" is of somebody told, not of people counted."""
    dead = draft.token.lemma_.lower() in _KILLING or draft.mode == "targeted"
    return dead and any(not r.code.endswith((".CVL", ".UNK")) for r in draft.recipients)


_KILLING = frozenset("kill killing assassinate assassination murder eliminate elimination".split())


_NEXT = 70
"""An undirected "four others were killed" continues what was told at most this many tokens before."""


def _victims_only(draft: Draft) -> bool:
    """Civilians told dead or hurt in the passive, by nobody: the strike just told goes on."""
    token = draft.token
    harmed = token.lemma_ in _HARMED or draft.mode == "abduct"
    if not harmed or not draft.recipients or _apart(token):
        return False
    return all(r.code.endswith((".CVL", ".UNK")) for r in draft.recipients)


_HARMED = frozenset(("kill", "injure", "wound", "die"))


def _apart(verb: "Token") -> bool:
    """ "Were killed when a rocket hit a field", "after a strike": its own happening is told with it; "have been killed
    since then" sums up many."""
    when = [c for c in grammar.children(verb, "advcl") if any(w.lower_ in ("when", "as") for w in c.children)]
    beside = [o for name, o in grammar.prepositional(verb) if name != "since"]
    events = [o for o in (*beside, *grammar.children(verb, "nsubj")) if o.lemma_.lower() in _EVENTS]
    own = any(c.lower_ in ("a", "an") for o in events for c in o.children)
    perfect = any(c.lemma_ == "have" for c in verb.children)
    since = any(c.lower_ == "since" for c in verb.subtree)
    return bool(when) or own or (perfect and since and not events)


def _kind(draft: Draft) -> str:
    return {"aerial": "strike", "drone": "strike", "heavy-weapons": "strike", "explosives": "blast"}.get(
        draft.mode or "", "attack"
    )


def _event_noun(draft: Draft) -> "Token | None":
    first, last = draft.clause
    if draft.token.lemma_.lower() in _EVENTS:
        return draft.token
    told = draft.token.head  # "the attack that killed 12"
    if draft.token.dep_ == "relcl" and told.lemma_.lower() in _EVENTS and not grammar.is_passive(draft.token):
        return told
    above = told.head.head  # "the attack on the town that killed 12"
    if draft.token.dep_ == "relcl" and told.dep_ == "pobj" and above.lemma_.lower() in _EVENTS:
        return above
    for token in draft.token.doc[first : last + 1]:
        if (
            token.lemma_.lower() in _EVENTS
            and token.pos_ == "NOUN"
            and token.dep_ in ("pobj", "nsubj", "dobj", "nsubjpass")
        ):
            near = token.head.i == draft.token.i or token.head.head.i == draft.token.i
            near = near and token.head.lower_ not in _ASIDE
            if near or draft.coded_by == "silence":  # "claimed responsibility for the attack"
                return token
    return None


_ASIDE = frozenset("since after before following until despite".split())
"""Prepositions whose event is another one: "since the attack a campaign has killed hundreds"."""


def _family(noun: "Token") -> str:
    return _EVENTS.get(noun.lemma_.lower(), "attack")


def _definite(noun: "Token") -> bool:
    own = {c.lower_ for c in noun.children if c.dep_ in ("det", "case")}
    day = any(c.dep_ == "poss" and c.ent_type_ == "DATE" for c in noun.children)
    return bool(own & _DEFINITE) or day
