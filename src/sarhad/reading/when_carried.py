"""Times carried over from where the text tells the same happening, or the same saying, with its day.

Nothing is taken from the day of publication. What is carried says so in `TimeSpan.why`, with the rule that carried it:
the same victim, "the attack" that points back, the one dated telling with the same parties, the same occasion of speech.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, DatePrecision, EventType, Scope
from sarhad.reading import grammar
from sarhad.reading.draft import Draft
from sarhad.reading.when import VERBAL
from sarhad.records import Actor, TimeSpan

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A dated saying: where its cue stands, who spoke (a code), and when."""

    at: int
    code: str
    time: TimeSpan


def carried(drafts: Sequence[Draft], sayings: Sequence[Saying]) -> list[Draft]:
    """`drafts` with the times that the text tells elsewhere of the same happening or the same saying."""
    out = [_known(d, rule) for d in drafts for rule in [_same_victim(d, drafts)]]
    out = _pointing_back(out)
    out = [_known(d, _one_telling(d, out)) for d in out]
    return [_known(d, _same_occasion(d, sayings)) for d in out]


def _known(draft: Draft, time: TimeSpan | None) -> Draft:
    return replace(draft, time=time) if time is not None and draft.time is None else draft


def _told(time: TimeSpan, why: str) -> TimeSpan:
    return replace(time, why=f"{why}: {time.mention}")


# --- one death, told twice

_DONE = (None, Auxiliary.HISTORICAL)


def _violent(draft: Draft) -> bool:
    return draft.type is EventType.ASSAULT and (draft.aux in _DONE) and draft.scope is not Scope.TREND


def _dated(draft: Draft) -> bool:
    return draft.time is not None and draft.time.precision is not DatePrecision.YEAR


_KILLS = frozenset(
    "kill assassinate murder assassination killing murder death die eliminate slay martyr execute elimination strike airstrike blast explosion attack hit target destroy".split()
)


def _victims(draft: Draft) -> frozenset[str]:
    """The last names of those hit: "Haniyeh's killing", "killed the commander Fuad Shukr"."""
    if draft.token.lemma_.lower() not in _KILLS:
        return frozenset()
    token = draft.token
    if token.pos_ == "VERB":
        near = grammar.objects(token)
    else:
        near = [c for c in token.children if c.dep_ == "poss"]
        near += [o for _, o in grammar.prepositional(token, frozenset(("of",)))]
    heads = [n for h in near for n in (*grammar.conjuncts(h), *grammar.children(h, "appos"))]
    return frozenset(
        h.lower_ for h in heads if h.pos_ == "PROPN" and h.ent_type_ not in ("GPE", "NORP", "LOC")
    )


def _same_victim(draft: Draft, drafts: Sequence[Draft]) -> TimeSpan | None:
    if draft.time is not None or not _violent(draft):
        return None
    names = _victims(draft)
    if not names:
        return None
    times = {
        (d.time.start, d.time.end): d.time for d in drafts if d.time and _violent(d) and names & _victims(d)
    }
    return _told(next(iter(times.values())), "told of the same death elsewhere") if len(times) == 1 else None


# --- "the attack"

_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_REACH = 260


def _pointing_back(drafts: Sequence[Draft]) -> list[Draft]:
    out: list[Draft] = []
    for draft in drafts:
        if draft.time is None and _violent(draft) and _refers(draft):
            draft = _known(draft, _antecedent(draft, out))
        if draft.time is None and _violent(draft) and _narrated(draft):
            draft = _known(draft, _going_on(draft, out))
        out.append(draft)
    return out


_NEXT = 60


def _narrated(draft: Draft) -> bool:
    """A plain past ("killed", "was hit"): the telling goes on. "Had killed" and "has killed" step out of it."""
    token = draft.token
    auxes = {c.lower_ for c in grammar.children(token, "aux", "auxpass")}
    if token.lemma_ not in ("kill", "injure", "wound", "die", "hurt") or any(
        a.resolved_by != "event" for a in draft.actors
    ):
        return False
    return token.tag_ in ("VBD", "VBN") and not auxes & {"had", "has", "have", "'s", "been"}


def _going_on(draft: Draft, told: Sequence[Draft]) -> TimeSpan | None:
    earlier = next((d for d in reversed(told) if d.type is EventType.ASSAULT), None)
    if (
        earlier is None
        or earlier.time is None
        or not _violent(earlier)
        or draft.token.i - earlier.token.i > _NEXT
    ):
        return None
    if earlier.aux is Auxiliary.HISTORICAL or (earlier.time.end - earlier.time.start).days > 2:
        return None
    return _told(earlier.time, "told of the act it goes on from") if _alike(draft, earlier) else None


def _refers(draft: Draft) -> bool:
    """Whether the act is told as known: "the attack", "killed in the strike"."""
    own = draft.token if draft.token.pos_ in ("NOUN", "PROPN") else None
    nouns = (
        [own]
        if own is not None
        else [o for _, o in grammar.prepositional(draft.token, frozenset(("in", "by", "during")))]
    )
    nouns += grammar.children(draft.token, "nsubj", "nsubjpass", "dobj") if own is None else []
    return any(_definite(n) and _event_word(n) for n in nouns)


def _event_word(noun: "Token") -> bool:
    return noun.lemma_.lower() in _EVENT_WORDS


_EVENT_WORDS = frozenset(
    "attack strike raid assault blast explosion bombing shooting shelling ambush operation airstrike incident bombardment clash killing massacre barrage attacks".split()
)


def _definite(noun: "Token") -> bool:
    return any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in noun.children)


def _antecedent(draft: Draft, told: Sequence[Draft]) -> TimeSpan | None:
    for earlier in reversed(told):
        if draft.token.i - earlier.token.i > _REACH:
            return None
        if earlier.time is None or not _violent(earlier) or not _alike(draft, earlier):
            continue
        if earlier.token.i == draft.token.i:
            continue
        return _told(earlier.time, "told of the act it points back to")
    return None


def _codes(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(a.code for a in actors if not a.code.startswith("UNK"))


def _meet(a: Sequence[Actor], b: Sequence[Actor]) -> bool:
    x, y = ({c.split(".")[0] for c in _codes(z)} for z in (a, b))
    return not x or not y or bool(x & y)


def _alike(a: Draft, b: Draft) -> bool:
    """Nothing in the parties, the place or the toll says that these are two happenings."""
    if not (_meet(a.actors, b.actors) and _meet(a.recipients, b.recipients)):
        return False
    if a.deaths and b.deaths and (a.deaths.low, a.deaths.high) != (b.deaths.low, b.deaths.high):
        return False
    return _near(a, b)


def _near(a: Draft, b: Draft) -> bool:
    p, q = a.place, b.place
    if p is None or q is None or p.name == q.name:
        return True
    return (
        p.country == q.country and (p.latitude is None or q.latitude is None)
        if hasattr(p, "latitude")
        else p.country == q.country
    )


# --- one dated telling with the same parties


def _one_telling(draft: Draft, drafts: Sequence[Draft]) -> TimeSpan | None:
    if (
        draft.time is not None
        or not _violent(draft)
        or draft.scope is not Scope.SINGLE
        or draft.token.tag_ in ("VBG", "VBZ", "VBP")
    ):
        return None
    same = [d for d in drafts if d.time is not None and _violent(d) and _same_parties(draft, d)]
    times = {(d.time.start, d.time.end): d.time for d in same if d.time is not None}
    return _told(next(iter(times.values())), "told of the same act elsewhere") if len(times) == 1 else None


def _same_parties(a: Draft, b: Draft) -> bool:
    if a.mode != b.mode and a.mode and b.mode:
        return False
    shared = _codes(a.actors) & _codes(b.actors), _codes(a.recipients) & _codes(b.recipients)
    place = a.place is not None and b.place is not None and a.place.name == b.place.name
    if b.time is None or (b.time.end - b.time.start).days > 2 or b.scope is not Scope.SINGLE:
        return False
    return sum((bool(shared[0]), bool(shared[1]), place)) >= 2 and _alike(a, b)


# --- the same occasion of speech


def _same_occasion(draft: Draft, sayings: Sequence[Saying]) -> TimeSpan | None:
    if draft.time is not None or draft.type not in VERBAL or draft.aux not in (None, Auxiliary.NEGATION):
        return None
    code = draft.speaker.code if draft.speaker is not None else draft.actors[0].code if draft.actors else None
    if code is None or code.startswith("UNK"):
        return None
    if draft.speaker is None and draft.token.tag_ != "VBD":
        return None
    before = [
        s
        for s in sayings
        if s.code == code
        and s.time.precision is DatePrecision.DAY
        and s.at <= draft.clause[1]
        and draft.token.i - s.at < _REACH
    ]
    if not before:
        return None
    return _told(before[-1].time, "the day of the speaker's words before")
