"""Which time is an act's own: the way in the parse from the time up, and from the act up, to where they meet.

A time belongs to the act when neither way leaves the happening: "killed in a strike on Tuesday" is one happening,
"denied a part in the strike on Tuesday" is two, and Tuesday is the strike's. What is tied is marked with how
(`Tie`), so that a day told of a saying is never mistaken for the day of what is said.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from sarhad.codebook import QUAD, Auxiliary, DatePrecision, EventType, Quad
from sarhad.reading import grammar
from sarhad.reading.draft import Draft
from sarhad.reading.lexicon import load_lexicon
from sarhad.reading.times import TimeMention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERBAL = frozenset(k for k, q in QUAD.items() if q in (Quad.VERBAL_COOPERATION, Quad.VERBAL_CONFLICT))
"""Acts done by saying: the day of the saying is theirs."""


class Tie(IntEnum):
    """How an act came by its time, the closest first."""

    ITSELF = 0
    ARGUMENT = 1
    ABOVE = 2
    SAYING = 3


@dataclass(frozen=True, slots=True)
class Hung:
    """A time that stands for days, and the word of the parse it begins at."""

    time: TimeMention
    root: "Token"


@dataclass(frozen=True, slots=True)
class Tied:
    """A time of an act. `since`: the act runs from it to the day of publication."""

    time: TimeMention
    tie: Tie
    since: bool = False


def hung(doc: "Doc", times: Iterable[TimeMention]) -> tuple[Hung, ...]:
    """The times that stand for days, each with its place in the parse."""
    usable = [t for t in times if t.first is not None and t.last is not None and t.kind in ("day", "range")]
    spans = ((t, doc.char_span(t.start, t.end, alignment_mode="expand")) for t in usable)
    return tuple(Hung(t, span.root) for t, span in spans if span is not None and len(span))


def tied(draft: Draft, times: Sequence[Hung]) -> Tied | None:
    """The time told of the act itself, the most closely tied first, then the nearest; else none."""
    sentence = draft.token.sent
    near = [h for h in times if sentence.start <= h.root.i < sentence.end]
    found = [t for t in (_tie(draft, h) for h in near) if t is not None]
    found = [t for t in found if not _at_odds(draft, t)]
    return min(found, key=lambda t: (t.tie, abs(t.time.start - draft.token.idx)), default=None)


def _at_odds(draft: Draft, found: Tied) -> bool:
    """Whether tense and time exclude each other: "attributes it to the rise to power in 2021"."""
    coarse = found.time.precision in (
        DatePrecision.YEAR,
        DatePrecision.MONTH,
        DatePrecision.SEASON,
        DatePrecision.UNKNOWN,
    )
    return (
        coarse
        and not found.since
        and draft.token.tag_ in ("VBZ", "VBP")
        and not grammar.children(draft.token, "aux")
    )


def tied_to(verb: "Token", times: Sequence[Hung]) -> TimeMention | None:
    """The time that hangs on a verb of saying itself: "said on Tuesday", "said in a statement on Tuesday"."""
    for h in times:
        if abs(h.root.i - verb.i) > 40 or h.root.sent.start != verb.sent.start:
            continue
        for at in grammar.governors(h.root):
            if at.i == verb.i:
                return None if _after_a_happening(verb, h) else h.time
            if at.pos_ in ("VERB", "AUX") or (_happening(at) and at.lemma_.lower() not in _SAID_IN):
                break
    return None


# --- up from the time

_SAID_IN = frozenset(
    (
        "statement speech interview address briefing conference post tweet message letter sermon remark comment report "
        "broadcast article press news communique announcement video call conversation"
    ).split()
)
"""Where words are said: "in a statement on Sunday" is the day of the saying."""
_HAPPENINGS = frozenset(
    (
        "war coup revolution election withdrawal pullout takeover ascension overthrow ouster fall collapse outbreak launch "
        "creation establishment independence partition departure return breakdown signing capture inauguration start "
        "beginning uprising anniversary crisis earthquake escalation announcement decision vote referendum"
    ).split()
)
"""Happenings that are no acts of the lexicon; a day told with one is its own."""
_APART = frozenset(
    "after before following since until till despite amid over about against besides unlike for of to".split()
)
"""What stands behind one of these is another happening ("after the strike on Tuesday")."""


def _event_type(noun: "Token") -> EventType | None:
    """The type that the lexicon gives the noun with the word before it, else the noun alone."""
    before = noun.nbor(-1).lemma_.lower() if noun.i else ""
    entries = load_lexicon().nouns.get(noun.lemma_.lower(), ())
    return next((e.type for e in entries if not e.tail or e.tail[-1] == before), None)


def _happening(noun: "Token") -> bool:
    lemma = noun.lemma_.lower()
    return noun.pos_ in ("NOUN", "PROPN") and (_event_type(noun) is not None or lemma in _HAPPENINGS)


def _tie(draft: Draft, h: Hung) -> Tied | None:
    """How the time belongs to the act, if it does."""
    own = _own_words(draft)
    since = spoken = False
    barred = _names_something(h, own)
    for steps, at in enumerate((h.root, *grammar.governors(h.root))):
        mine = at.i in own
        if mine or at.is_ancestor(draft.token):
            if barred or (since and _unreal(draft)):
                return None
            return _at_home(draft, h, steps, since) if mine else _met(draft, h, at, since)
        mark = _since(at)
        if mark is not None:
            if _a_record(mark):
                return None
            since, barred = True, barred and at.pos_ == "VERB"
        elif steps:
            if barred and at.pos_ == "VERB":
                return None
            spoken = spoken or at.lemma_.lower() in _SAID_IN
            barred = barred or not (
                (spoken and at.pos_ == "NOUN") or _goes_on(draft, at, h.root.i < at.i, own)
            )
    return None


def _names_something(h: Hung, own: frozenset[int]) -> bool:
    """ "Killed one of the October 7 masterminds", "met on the March 9 report": the date is part of a name."""
    noun = h.root.head
    while noun.dep_ == "compound":
        noun = noun.head
    modifies = h.root.dep_ in ("nmod", "compound", "amod") and h.root.i < noun.i and noun.pos_ == "NOUN"
    dated = any(c.isdigit() for c in h.time.text)
    apart = noun.i not in own and noun.lemma_.lower() not in _WHERE_IT_HAPPENED and not _happening(noun)
    return modifies and dated and apart


_WHERE_IT_HAPPENED = frozenset("barrage salvo volley rally gathering ceremony funeral parade wedding".split())


def _unreal(draft: Draft) -> bool:
    return draft.aux in (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL)


def _at_home(draft: Draft, h: Hung, steps: int, since: bool) -> Tied | None:
    if draft.type in _JUDGES and _dates_what_is_judged(draft, h):
        return None
    return Tied(h.time, Tie.ITSELF if steps < 4 else Tie.ARGUMENT, since)


_JUDGES = frozenset((EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT, EventType.THREATEN))


def _dates_what_is_judged(draft: Draft, h: Hung) -> bool:
    return _after_a_happening(draft.token, h)


def _after_a_happening(verb: "Token", h: Hung) -> bool:
    """ "condemned the strike on April 1": a date of the calendar right after a happening is the happening's; a weekday
    may be the day of the words."""
    if h.root.i < verb.i or not any(c.isdigit() for c in h.time.text):
        return False
    between = verb.doc[verb.i + 1 : h.root.i]
    return any(_happening(t) and _event_type(t) not in VERBAL for t in between)


def _own_words(draft: Draft) -> frozenset[int]:
    return frozenset((draft.token.i, *range(draft.words[0], draft.words[1] + 1)))


_RECORD = re.compile(r"\b(?:first|only|last|most|least|worst|\w{2,}(?:i|ll|g|p|d|t|h|k|r|w|s)est)\b", re.I)


def _since(at: "Token") -> "Token | None":
    """The word "since" where the time has climbed to it or to the verb it opens."""
    if at.lower_ == "since":
        return at
    return next((c for c in at.children if c.lower_ == "since" and c.dep_ == "mark"), None)


def _a_record(since: "Token") -> bool:
    """ "the deadliest raid since March": the day tells of the last such raid."""
    before = since.doc[max(since.sent.start, since.i - 12) : since.i]
    return bool(_RECORD.search(before.text))


def _goes_on(draft: Draft, at: "Token", before: bool, own: frozenset[int]) -> bool:
    """Whether a time that has climbed to `at` may belong to something above it."""
    if at.pos_ in ("VERB", "AUX") and at.dep_ in grammar.CLAUSES:
        tells_it = at.dep_ in ("relcl", "acl") and at.head.i in own and _happening(at.head)
        return tells_it or _loose(at) or _harmed_when(draft, at, own)
    if _happening(at):
        return at.lemma_.lower() in _SAID_IN or _part_of(draft, at, before)
    return at.lower_ not in ("after", "before", "following", "until") or at.dep_ != "prep"


def _harmed_when(draft: Draft, at: "Token", own: frozenset[int]) -> bool:
    """ "Two were killed when guns shelled the town on Monday": the harm came the same day."""
    when = any(c.lower_ == "when" for c in at.children)
    return when and at.dep_ == "advcl" and at.head.i in own and draft.type is EventType.ASSAULT


def _part_of(draft: Draft, noun: "Token", before: bool) -> bool:
    """Whether a happening with a day beside it is part of the act: "killed in the clash on Tuesday", "rejected the offer on
    Tuesday"; not "condemned the clash on Tuesday", nor "rejected Tuesday's offer"."""
    kind = _event_type(noun)
    if kind is EventType.CONSULT and draft.type in VERBAL and noun.head.lower_ in ("in", "during", "at"):
        return True
    if noun.dep_ not in ("pobj", "dobj", "nsubj", "nsubjpass", "attr"):
        return False
    if _agreed_to(draft, noun, before):
        return kind is draft.type
    if noun.dep_ == "pobj" and noun.head.lower_ in _APART:
        return False
    return kind is draft.type or (kind in VERBAL and noun.dep_ == "dobj" and not before)


def _agreed_to(draft: Draft, noun: "Token", before: bool) -> bool:
    """ "Agreed to an immediate ceasefire on Tuesday": what is agreed to is the act itself, and the day is that of both; "from
    Tuesday" is the ceasefire's alone."""
    to = noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.i == draft.token.i
    return to and not before and not any(c.lower_ in _FROM_THEN for c in noun.children)


_FROM_THEN = ("from", "until", "till", "through", "by", "for")


def _loose(verb: "Token") -> bool:
    """A verb below that tells the same happening on: a participle, an infinitive, a verb joined without a subject."""
    if grammar.children(verb, "nsubj", "nsubjpass", "mark"):
        return False
    return verb.dep_ in ("xcomp", "conj", "advcl", "pcomp")


# --- up from the act


def _met(draft: Draft, h: Hung, top: "Token", since: bool) -> Tied | None:
    """The time hangs on `top`, above the act: does the act belong to what `top` tells?"""
    tie = Tie.ARGUMENT
    at = draft.token
    for _ in range(8):
        if at.i == top.i:
            return Tied(h.time, tie, since)
        step = _step(draft, h, at)
        if step is None:
            return None
        tie = max(tie, step)
        at = at.head
    return None


_ARGUMENTS = frozenset(("dobj", "nsubj", "nsubjpass", "attr", "pobj", "compound", "agent", "dative", "oprd", "appos", "nmod", "acomp"))  # fmt: skip


def _step(draft: Draft, h: Hung, at: "Token") -> Tie | None:
    """One step up from the act: what tie it leaves, None where the happening ends."""
    up = at.head
    if at.dep_ == "ccomp" or (at.dep_ == "advcl" and draft.cue == up.i):
        return Tie.SAYING if (draft.cue == up.i or _says(up)) and _on_the_day(draft, h, up) else None
    if at.dep_ in ("relcl", "acl"):
        return Tie.ARGUMENT if _event_type(up) is draft.type or _at_that_time(h, at, up) else None
    if at.dep_ == "advcl":
        if at.lower_ == "following":
            return None
        marks = {c.lower_ for c in at.children if c.dep_ == "mark" or c.tag_ == "WRB"}
        if not marks or marks & {"as", "when", "while"}:
            return Tie.ABOVE
        harmed = draft.type is EventType.ASSAULT and up.lemma_ in _HARMED
        return Tie.ABOVE if harmed and "after" in marks else None
    if at.dep_ == "xcomp":
        return None if _unreal(draft) and h.root.i < at.i else Tie.ABOVE
    if at.dep_ == "conj":
        apart = _directly_on(h, up) and bool(grammar.children(at, "nsubj", "nsubjpass"))
        return Tie.ABOVE if not apart or _fronted(h, up) else None
    if at.dep_ in ("prep", "agent"):
        measure = (at.lower_ == "of" and not _happening(up)) or up.lemma_ in ("responsible", "responsibility")
        return Tie.ARGUMENT if measure or at.lower_ not in _APART else None
    if at.dep_ == "pcomp":
        return Tie.ABOVE if at.head.lower_ not in _APART else None
    if at.dep_ in _ARGUMENTS:
        return Tie.ARGUMENT if _same_happening(draft, h, up) else None
    return None


def _at_that_time(h: Hung, clause: "Token", noun: "Token") -> bool:
    """ "in April, when Iran fired", "the raid on Tuesday, in which ten were killed": the clause tells what came about then."""
    opening = clause.doc[clause.left_edge.i : clause.i]
    then = any(t.lower_ in ("when", "where") or (t.lower_ == "which" and t.dep_ == "pobj") for t in opening)
    return then and (h.root.i == noun.i or noun.is_ancestor(h.root))


def _directly_on(h: Hung, verb: "Token") -> bool:
    """Whether the verb is the first above the time."""
    return next((g.i == verb.i for g in grammar.governors(h.root) if g.pos_ in ("VERB", "AUX")), False)


_RECALL = frozenset("follow precede mark recall commemorate avenge mirror echo resemble remember".split())
"""What these verbs speak of was at another time: "Tuesday's blast follows two attacks"."""
_HARMED = frozenset("kill injure wound die hurt hit damage destroy".split())
"""Harm that came "after gunmen opened fire" came the same day."""


def _on_the_day(draft: Draft, h: Hung, cue: "Token") -> bool:
    """Whether the day of a saying is the day of what it tells: of an act done by the words themselves, and of all that
    stands under a day set before the sentence."""
    if draft.type in VERBAL and draft.token.pos_ not in ("VERB", "AUX"):
        return False
    if _fronted(h, cue):
        return True
    before = any(c.lower_ == "had" for c in grammar.children(draft.token, "aux"))
    return draft.type in VERBAL and draft.type is not EventType.CONSULT and not before


def _fronted(h: Hung, verb: "Token") -> bool:
    """ "On Thursday the army said it had struck": a day set before it all frames what is said, too."""
    own = grammar.children(verb, "nsubj", "nsubjpass")
    return bool(own) and h.root.i < own[0].left_edge.i


def _says(verb: "Token") -> bool:
    return verb.lemma_.lower() in (
        "say",
        "tell",
        "report",
        "announce",
        "add",
        "state",
        "confirm",
        "claim",
        "warn",
    )


def _same_happening(draft: Draft, h: Hung, up: "Token") -> bool:
    """ "condemned the strike on Tuesday": the day is the condemnation's, not the strike's."""
    if up.lemma_.lower() in _RECALL:
        return False
    if up.pos_ not in ("VERB", "AUX") or draft.type in VERBAL:
        return True
    if h.root.i > draft.token.i and any(c.isdigit() for c in h.time.text):
        return True
    entries = load_lexicon().verbs.get(up.lemma_.lower(), ())
    return not any(e.type in VERBAL and e.type is not EventType.CONSULT and not e.objects for e in entries)
