"""Times carried over from where the text tells the same happening, or the same words, with their day.

Nothing is taken from the day of publication. `TimeSpan.why` says which rule carried the time: the same victim ("the
killing of Karimi" is one killing), "the attack" that points back, the speaker's dated words just before.

Read by eye on samples of real articles, a dozen of each: the same victim and "the attack" held nine times in twelve or
better. Left out, since they held less than half the time: that an undated act goes on under the day of the sentence
before, and that acts of the same parties are one act.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, EventType, Scope
from sarhad.reading import grammar
from sarhad.reading.draft import Draft
from sarhad.reading.when import VERBAL, Hung
from sarhad.records import Actor, TimeSpan

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A dated saying: where its cue stands, who spoke, and when."""

    at: int
    who: Actor
    time: TimeSpan


def carried(drafts: Sequence[Draft], sayings: Sequence[Saying], times: Sequence[Hung] = ()) -> list[Draft]:
    """`drafts` with the times that the text tells elsewhere of the same happening or the same words; `times`: all that
    the text tells."""
    out = [_known(d, _same_victim(d, drafts)) for d in drafts]
    out = _pointing_back(out, times)
    return [_known(d, _same_occasion(d, sayings)) for d in out]


def _known(draft: Draft, time: TimeSpan | None) -> Draft:
    return replace(draft, time=time) if time is not None and draft.time is None else draft


def _told(time: TimeSpan, why: str) -> TimeSpan:
    return replace(time, why=f"{why}: {time.mention}")


def _violent(draft: Draft) -> bool:
    done = draft.aux in (None, Auxiliary.HISTORICAL)
    return draft.type is EventType.ASSAULT and done and draft.scope is not Scope.TREND


def _dated(draft: Draft, days: int) -> TimeSpan | None:
    """The time of a violent act that was, where it is no wider than so many days."""
    fine = draft.time is not None and (draft.time.end - draft.time.start).days < days
    return draft.time if fine and _violent(draft) else None


# --- one death, told twice

_KILLING = frozenset("killing assassination murder death elimination martyrdom execution slaying".split())
_KILLS = frozenset(
    "kill assassinate murder die eliminate slay martyr execute strike hit target attack".split()
)
_MONTH = 32


def _same_victim(draft: Draft, drafts: Sequence[Draft]) -> TimeSpan | None:
    names = _victims(draft) if draft.time is None and _violent(draft) else frozenset()
    if not names:
        return None
    told = [t for d in drafts if (t := _dated(d, _MONTH)) is not None and names & _victims(d)]
    agreed = {(t.start, t.end) for t in told}
    return _told(told[0], "told of the same death elsewhere") if len(agreed) == 1 else None


def _victims(draft: Draft) -> frozenset[str]:
    """The last names of those killed: "Karimi's killing", "the death of Karimi", "killed the commander Ali Karimi"."""
    token = draft.token
    if token.lemma_.lower() in _KILLS and token.pos_ == "VERB":
        near = grammar.objects(token)
    elif token.lemma_.lower() in _KILLING:
        near = grammar.children(token, "poss")
        near += [o for _, o in grammar.prepositional(token, frozenset(("of",)))]
    else:
        return frozenset()
    heads = [n for h in near for n in (*grammar.conjuncts(h), *grammar.children(h, "appos"))]
    return frozenset(
        h.lower_ for h in heads if h.pos_ == "PROPN" and h.ent_type_ not in ("GPE", "NORP", "LOC")
    )


# --- "the attack"

_REACH, _NEXT = 260, 60
"""How many tokens back "the attack" may look for its day, and "the attack" of an old story for its own."""
_WEEK = 8
_EVENTS = frozenset(
    (
        "attack strike raid assault blast explosion bombing shooting shelling ambush operation airstrike incident bombardment clash "
        "killing massacre barrage"
    ).split()
)
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))


def _pointing_back(drafts: Sequence[Draft], times: Sequence[Hung]) -> list[Draft]:
    out: list[Draft] = []
    for draft in drafts:
        if draft.time is None and _violent(draft) and any(map(_given, _named(draft.token))):
            time = _antecedent(draft, out)
            draft = draft if time is not None and _told_otherwise(draft, time, times) else _known(draft, time)
        out.append(draft)
    return out


def _told_otherwise(draft: Draft, time: TimeSpan, times: Sequence[Hung]) -> bool:
    """ "The attack comes after a strike last week": the sentence tells another time, and whose it is, is open."""
    sentence = draft.token.sent
    near = (h.time for h in times if sentence.start <= h.root.i < sentence.end)
    return any((t.first, t.last) != (time.start, time.end) for t in near)


def _named(token: "Token") -> list["Token"]:
    """The nouns that may name the act itself: the act's own, or those of "killed in the strike", "the blast hit"."""
    if token.pos_ in ("NOUN", "PROPN"):
        return [token]
    within = [o for _, o in grammar.prepositional(token, frozenset(("in", "by", "during")))]
    return [*within, *grammar.children(token, "nsubj", "nsubjpass", "dobj")]


def _given(noun: "Token") -> bool:
    """ "the attack": one that the text has told; not "the largest attack", nor "the killing of two drivers"."""
    words = {c.dep_: c for c in noun.children}
    det = words.get("det")
    described = any(c.tag_ == "JJS" or (c.dep_ == "prep" and c.lower_ == "of") for c in noun.children)
    return noun.lemma_.lower() in _EVENTS and det is not None and det.lower_ in _DEFINITE and not described


def _antecedent(draft: Draft, told: Sequence[Draft]) -> TimeSpan | None:
    for earlier in reversed(told):
        behind = draft.token.i - earlier.token.i
        if behind > _REACH:
            return None
        old = earlier.aux is Auxiliary.HISTORICAL and behind > _NEXT
        time = _dated(earlier, _WEEK)
        if time is not None and not old and behind and _alike(draft, earlier):
            return _told(time, "told of the act it points back to")
    return None


def _alike(a: Draft, b: Draft) -> bool:
    """Nothing in the parties, the place or the toll says that these are two happenings."""
    if not (_meet(a.actors, b.actors) and _meet(a.recipients, b.recipients)):
        return False
    if a.deaths and b.deaths and (a.deaths.low, a.deaths.high) != (b.deaths.low, b.deaths.high):
        return False
    return a.place is None or b.place is None or a.place.country == b.place.country


def _meet(a: Iterable[Actor], b: Iterable[Actor]) -> bool:
    x, y = ({c.code.split(".")[0] for c in side if not c.code.startswith("UNK")} for side in (a, b))
    return not x or not y or bool(x & y)


# --- the same occasion of speech

_WORDS = 120
"""How many tokens on a speaker's words still belong to the occasion."""


def _same_occasion(draft: Draft, sayings: Sequence[Saying]) -> TimeSpan | None:
    """ "said on Tuesday …" some words before: the same speaker's demand or refusal is of that day."""
    speaker = _speaks(draft) if draft.time is None else None
    if speaker is None or speaker.code.startswith("UNK"):
        return None
    before = [s for s in sayings if 0 <= draft.token.i - s.at < _WORDS and _same_person(speaker, s.who)]
    before = [s for s in before if (s.time.end - s.time.start).days < _WEEK]
    return _told(before[-1].time, "the day of the speaker's words before") if before else None


def _same_person(one: Actor, other: Actor) -> bool:
    """One code, and one name or a pronoun: two ministers share a code."""
    named = one.mention.split()[-1:] == other.mention.split()[-1:]
    return one.code == other.code and (named or "pronoun" in (one.resolved_by, other.resolved_by))


def _speaks(draft: Draft) -> Actor | None:
    """Who does the act by speaking: "we demand" in a speaker's own words, "he urged" in a plain past."""
    token = draft.token
    said = draft.type in VERBAL and draft.type is not EventType.CONSULT and token.pos_ == "VERB"
    if not said or draft.aux not in (None, Auxiliary.NEGATION):
        return None
    if draft.speaker is not None:
        doer = grammar.subject(token)
        own = doer is not None and doer.lower_ in ("we", "i")
        return draft.speaker if own and token.tag_ != "VBD" else None
    named = draft.actors and draft.actors[0].resolved_by != "event"
    return draft.actors[0] if named and token.tag_ == "VBD" and token.dep_ != "relcl" else None
