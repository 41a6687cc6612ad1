"""The place of one act, chosen among a document's places, with a reason."""

import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sarhad.codebook import PlaceLevel
from sarhad.knowledge.places import POINTS
from sarhad.knowledge.places_names import words
from sarhad.reading.places_apart import (
    ANSWERS,
    HARM,
    OTHER_ACTS,
    SUFFERED,
    TALK,
    clause_of,
    gone_through,
    of_another,
    told_apart,
)
from sarhad.reading.places_mentions import PlaceMention
from sarhad.reading.places_roles import (
    BESIDE,
    HIT,
    LAUNCHED,
    ORIGIN,
    VENUE,
    hung_on,
    is_passage,
    root_of,
    used,
)
from sarhad.reading.places_sought import DEPARTING, sought
from sarhad.records import Place

FINE = {
    PlaceLevel.SITE: 0,
    PlaceLevel.TOWN: 1,
    PlaceLevel.ADM2: 2,
    PlaceLevel.ADM1: 3,
    PlaceLevel.OTHER: 4,
    PlaceLevel.COUNTRY: 5,
}
CLOSE = words("relcl acl xcomp ccomp advcl csubj pcomp")
"""Clauses whose places are the act's own often enough (a half of the time and more on coded articles)."""
SPEAKING = words("speak address talk meet visit")
PASSAGE = re.compile(r"\b(?:strait|canal|mandab|crossing|border|line|valley|heights)\b", re.I)
TRUCES = words("ceasefire truce deal agreement speech address funeral statement call")


def event_place(
    doc: Any,
    trigger: Any,
    mentions: Sequence[PlaceMention],
    dateline: Place | None = None,
    *,
    verbal: bool = False,
) -> Place | None:
    """Where the act at `trigger` happened: told with it, in its clause, close by in its sentence, else unknown.

    Hand a `dateline` only for talks and visits: it says where the reporter sat, not where the bomb fell. With `verbal`
    (a charge, a demand, a promise) only a place told with the act counts.
    """
    found = (
        told_with(doc, trigger, mentions, verbal=verbal)
        or _linked(doc, trigger, mentions)
        or _where(doc, trigger, mentions)
    )
    if found is None and not verbal and not told_apart(trigger):
        found = _close(doc, trigger, mentions) or _launched_from(doc, trigger, mentions)
    return found or (_with_reason(dateline, "from the dateline") if dateline else None)


def told_with(
    doc: Any, trigger: Any, mentions: Sequence[PlaceMention], *, verbal: bool = False, own_only: bool = False
) -> Place | None:
    """The place told with the act, else (unless `own_only`) in its clause; None where neither tells one."""
    here = venues(doc, trigger, mentions)
    if verbal:
        here = [m for m in here if m.role == VENUE and m.place.level in POINTS and not _of_the_doer(doc, m)]
    own = [m for m in here if _is_own(root_of(doc, m.start, m.end), trigger)]
    if own:
        return _with_reason(_finest(own, trigger).place, "told with the act")
    if verbal or own_only:
        return None
    clause = clause_of(trigger)
    if told_apart(trigger):
        return None
    attached = [
        m
        for m in here
        if not is_vast(m.place)
        and _under(root := root_of(doc, m.start, m.end), trigger, clause)
        and not _of_what_it_hinders(root, trigger)
    ]
    return (
        _with_reason(_finest(attached, trigger).place, "told in the clause of the act") if attached else None
    )


def _is_own(root: Any, trigger: Any) -> bool:
    """ "The attack on Dahieh", "the attack, which hit Dahieh", "Syrian soil used for attacks"."""
    if root is not None and (verb := used(root)) and verb.i == clause_of(trigger).i:
        return True
    hit = (c for c in trigger.children if c.dep_ == "relcl" and c.lemma_.lower() in HIT)
    goals = (trigger, *hit) if trigger.lemma_.lower() in HARM else (trigger,)
    return any(_under(root, trigger, goal) for goal in goals)


def _of_what_it_hinders(root: Any, trigger: Any) -> bool:
    """ "The killing does not help talks over a ceasefire in Gaza": the place is that of the talks, not of the killing."""
    apart = trigger.pos_ == "NOUN" and trigger.dep_ == "nsubj" and trigger.lemma_.lower() in HARM
    return apart and any(t.lemma_.lower() in OTHER_ACTS and t.i != trigger.i for t in _nominal(root))


def _linked(doc: Any, trigger: Any, mentions: Sequence[PlaceMention]) -> Place | None:
    """A place told in a clause that belongs to the act: "the attack that hit Dahieh", "agreed to reopen the strait",
    "speaking in New York, he called for"."""
    here = venues(doc, trigger, mentions)
    for clause, fits in _clauses(trigger):
        told = [m for m in here if fits(m.place) and _under(root_of(doc, m.start, m.end), trigger, clause)]
        if told:
            return _with_reason(
                _finest(told, trigger).place, f"told with “{clause.text}”, a clause of the act"
            )
    return None


def _where(doc: Any, trigger: Any, mentions: Sequence[PlaceMention]) -> Place | None:
    """ "Events in Bajaur, where two men were shot": the place right before the word; none in "officials in Kabul said the
    valley where two men were shot was calm"."""
    own = clause_of(trigger)
    opening = next((c for c in own.children if c.lower_ == "where"), None)
    if opening is None:
        return None
    before = [m for m in venues(doc, trigger, mentions) if m.end <= opening.idx]
    if not before or _told_between(doc, before[-1].end, opening):
        return None
    return _with_reason(before[-1].place, "told of by “where”")


def _told_between(doc: Any, end: int, opening: Any) -> bool:
    """Whether a verb stands between a place and the word that points back."""
    return any(t.pos_ in ("VERB", "AUX") for t in doc[: opening.i] if t.idx >= end)


def _clauses(trigger: Any) -> Iterator[tuple[Any, Callable[[Place], bool]]]:
    harm = trigger.lemma_.lower() in HARM
    own = clause_of(trigger)
    for child in trigger.children:
        if harm and child.dep_ in ("relcl", "acl"):
            yield child, _anywhere
        elif child.dep_ in ("xcomp", "ccomp") and child.lemma_.lower() in DEPARTING:
            yield child, _anywhere  # "urged them to leave Libya"
            yield trigger, _anywhere  # "told those in Libya to leave"
        elif child.dep_ in ("advcl", "prep") and child.lemma_.lower() in SPEAKING:
            yield child, _pointed
        elif child.lower_ == "by" and trigger.lemma_.lower() in ANSWERS:
            yield from (
                (c, _anywhere) for c in child.children if c.dep_ == "pcomp"
            )  # "by firing into Orland"
    yield from ((verb, _passed) for verb in sought(trigger))
    if harm:
        yield from ((verb, _anywhere) for verb in _same_force(trigger, own))


def _same_force(trigger: Any, own: Any) -> Iterator[Any]:
    """Words of the sentence that tell the same use of force as the act at `trigger`, in the clause `own`."""
    if own.dep_ in ("relcl", "acl") and own.head.lemma_.lower() in HARM:
        yield own.head
        if clause_of(own.head).lemma_.lower() in SUFFERED:
            yield clause_of(own.head)  # "hundreds in Lebanon were injured in an attack targeting …"
    if trigger.dep_ == "nsubj":
        yield from (
            c for c in own.children if c.dep_ == "xcomp" and c.pos_ == "VERB"
        )  # "strikes began raining down on …"
    first = own.head if own.dep_ == "conj" else own
    joined = (v for v in (first, *first.conjuncts) if v.i != own.i and v.lemma_.lower() in HARM)
    yield from (v for v in joined if not _has_subject(max(v, own, key=lambda t: t.i)))  # "struck and killed"
    if first.dep_ == "advcl" and first.tag_ == "VBG":
        yield from _last_force(first)  # "launched strikes in Lebanon, killing twelve"


def _has_subject(verb: Any) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _last_force(participle: Any) -> Iterator[Any]:
    """The word of force told last before a participle, whatever the parse hangs it on."""
    start = participle.left_edge.i
    before = (t for t in reversed(participle.doc[participle.sent.start : start]) if t.lemma_.lower() in HARM)
    last = next(before, None)
    if last is not None:
        yield last
        yield clause_of(last)


def _anywhere(place: Place) -> bool:
    return bool(place.name)


def _passed(place: Place) -> bool:
    return is_passage(place) and not is_vast(place)


def _pointed(place: Place) -> bool:
    return place.level in POINTS


def _close(doc: Any, trigger: Any, mentions: Sequence[PlaceMention]) -> Place | None:
    """The one place of the sentence, when its clause and the act's hang on each other."""
    here = venues(doc, trigger, mentions)
    named = {m.place.name for m in _within(trigger.sent, mentions) if m.venue}
    if not here or len(named) != 1:
        return None
    level = here[0].place.level
    if (
        level is PlaceLevel.COUNTRY
        or is_vast(here[0].place)
        or (trigger.lemma_.lower() not in HARM and level not in POINTS)
    ):
        return None  # "talks … threats in Afghanistan": an area in the sentence is mostly what they spoke of
    root = root_of(doc, here[0].start, here[0].end)
    own, other = clause_of(trigger), clause_of(root)
    above = other in own.ancestors and own.dep_ in CLOSE and (own.dep_ != "ccomp" or _in_subject(root))
    above = above and not gone_through(root, own)
    tied = (own in other.ancestors and other.dep_ in CLOSE) or above
    if trigger.lemma_.lower() in HARM:
        tied = (tied and not _of_words(root)) or _of_force(root)
    return _with_reason(here[0].place, "the one place its sentence names") if tied else None


def is_vast(place: Place) -> bool:
    """Whether a place is a part of the world rather than a spot: "the Middle East", "the Gulf"; told in passing, it
    says where the story plays."""
    return place.level is PlaceLevel.OTHER and place.country is None and not PASSAGE.search(place.name)


def _in_subject(root: Any) -> bool:
    """ "Police in Quetta said four were killed", but not "he said in a speech in Beirut that …"."""
    return any(step.dep_ == "nsubj" for step in _nominal(root))


def _of_words(root: Any) -> bool:
    """Whether a place is told of talks or a truce: "to reach a ceasefire in Gaza"."""
    return any(step.lemma_.lower() in TALK | TRUCES for step in _nominal(root))


def _nominal(root: Any) -> Iterator[Any]:
    """A name and what it hangs on, up to its verb."""
    return itertools.takewhile(lambda t: t.pos_ not in ("VERB", "AUX"), (root, *root.ancestors))


def _of_force(root: Any) -> bool:
    """Whether the place at `root` is told of some use of force, not of what else the sentence tells."""
    for step in root.ancestors:
        if step.lemma_.lower() in HARM:
            return True
        if step.pos_ in ("VERB", "AUX"):
            return False
    return False


def _launched_from(doc: Any, trigger: Any, mentions: Sequence[PlaceMention]) -> Place | None:
    """ "A missile was fired from Yemen": where it was fired, if the sentence tells no place where it fell."""
    if trigger.lemma_.lower() not in LAUNCHED or venues(doc, trigger, mentions):
        return None
    here = [m for m in _within(trigger.sent, mentions) if m.role == ORIGIN]
    own = [m for m in here if _under(root_of(doc, m.start, m.end), trigger, trigger)]
    return _with_reason(own[0].place, "where it was launched") if len(own) == 1 else None


def _within(sentence: Any, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    return [m for m in mentions if sentence.start_char <= m.start < sentence.end_char]


def venues(doc: Any, trigger: Any, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The sentence's places where something may have happened, save those of two countries told together: what
    happened "in Israel and Lebanon" has no one place."""
    here = [m for m in _within(trigger.sent, mentions) if m.venue]
    roots = [(root_of(doc, m.start, m.end), m) for m in here]
    by_root = {root.i: m.place.country for root, m in roots if root is not None}
    return [
        m
        for root, m in roots
        if root is None or not (_of_two_countries(root, by_root) or of_another(root, trigger))
    ]


def _of_two_countries(root: Any, countries: Mapping[int, str | None]) -> bool:
    joined = {countries[t.i] for t in (root, *root.conjuncts) if t.i in countries}
    return len(joined) > 1 and None not in joined


def _of_the_doer(doc: Any, mention: PlaceMention) -> bool:
    """ "The administration in Washington demanded": the place belongs to who acts; "talks in Doha failed" there."""
    root = root_of(doc, mention.start, mention.end)
    steps = _nominal(root) if root is not None else ()
    return any(step.dep_ == "nsubj" and step.lemma_.lower() not in TALK for step in steps)


def _under(token: Any, act: Any, goal: Any) -> bool:
    """Whether `token` hangs on `goal` (or on the act), with no other verb between."""
    if token is None:
        return False
    for step in (token, *token.ancestors):
        if step.i in (act.i, goal.i) or (step.pos_ == "ADP" and hung_on(step).i == act.i):
            return True
        if (
            step.pos_ in ("VERB", "AUX")
            and step.dep_ not in ("aux", "auxpass", "amod")
            and step.lower_ not in BESIDE
        ):
            return False
    return False


def _finest(mentions: Sequence[PlaceMention], trigger: Any) -> PlaceMention:
    """The first place after the act (else the nearest), or a finer one in the same country: "near Khost in eastern
    Afghanistan"; but "the attack on Israel … in Gaza" was on Israel."""
    first = min(mentions, key=lambda m: (m.start < trigger.idx, abs(m.start - trigger.idx)))
    alike = [m for m in mentions if m.place.country == first.place.country and m.place.country]
    return min(alike or [first], key=lambda m: (FINE[m.place.level], abs(m.start - trigger.idx)))


def _with_reason(place: Place, why: str) -> Place:
    return replace(place, why="; ".join(filter(None, (why, place.why))))
