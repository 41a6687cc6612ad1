"""Deeds that do what was undertaken: "five drivers were released" after "promised to free the drivers".

A deed keeps a promise when those who promised it do it, after it was promised, in a word of the same kind (freeing, opening, pulling
out, giving, building) to the same thing. How far follows from the numbers told: fewer than promised is a part, and where it is not
told how many were promised no more is said than that it has begun. A deed of nobody told, or one that is read unsurely, is an unsure
step: it moves no status, but what it tells is not passed over in silence.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sarhad.codebook import Auxiliary, CommitmentStatus, Course, EventType, Stance
from sarhad.fusion.amounts import amount
from sarhad.fusion.courses import IN_FULL, IN_PART, carried_on
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.how_far import how_far
from sarhad.fusion.pledged import KINDS, Pledge, pledge_of
from sarhad.fusion.sides import countries, side
from sarhad.fusion.standing import names_in
from sarhad.fusion.vows import EMPTY
from sarhad.fusion.words import content
from sarhad.records import Commitment, Statement, Step, kroc_so_far

DEED = "a deed that does what was promised"
DEEDS = (EventType.RETREAT, EventType.AID, EventType.COOPERATE, EventType.CONCEDE)
LASTS = timedelta(days=180)
"""Days after the last word of a promise in which a deed of the same kind is told as keeping it; later it may be of another one."""
NEAR = timedelta(days=30)
"""The same for a deed of which nobody says whose it is."""
WITHHELD = "told as not done"
_EACH = frozenset(("free", "leave", "lift"))
"""What each of several has to do for himself: one who frees his prisoners has kept the half of it."""
_MISSED = re.compile(r"\b(?:fail|miss|broke|breach|reneg|refus)\w*", re.I)
_HAD = re.compile(r"\bhad\b|\bearlier\b|\bprevious(?:ly)?\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A statement that tells something done, or not done, with what it is found by."""

    statement: Statement
    kinds: frozenset[str]
    words: frozenset[str]
    published: date


def fulfilled(promised: Sequence[Commitment], gathering: Gathering) -> list[Commitment]:
    """Each commitment with the deeds that do what it promises."""
    shelf: dict[tuple[str, str], list[Deed]] = {}
    for deed in _deeds(gathering):
        for kind in deed.kinds:
            for word in deed.words:
                shelf.setdefault((kind, word), []).append(deed)
    return [_kept(c, shelf, gathering) for c in promised] if shelf else list(promised)


def _deeds(gathering: Gathering) -> Iterator[Deed]:
    for s in gathering.told():
        published = gathering.published(s)
        told = s.aux in (None, Auxiliary.NEGATION) and s.stance is Stance.ASSERTS
        if s.type not in DEEDS or not told or published is None:
            continue
        if s.commitment is not None or s.ceasefire is not None:
            continue
        kinds = frozenset(k for k, words in KINDS.items() if words.search(s.trigger.quote))
        if kinds:
            words = content(s.evidence.quote) - EMPTY
            yield Deed(statement=s, kinds=kinds, words=words, published=published)


def _kept(c: Commitment, shelf: Mapping[tuple[str, str], list[Deed]], gathering: Gathering) -> Commitment:
    pledge = pledge_of(c, gathering)
    if pledge is None:
        return c
    known = {h.anchor for h in c.history}
    found: dict[str, Deed] = {}
    for kind in sorted(pledge.kinds):
        for word in sorted(pledge.things | pledge.places):
            for deed in shelf.get((kind, word), ()):
                if (
                    deed.statement.anchor not in known
                    and deed.statement.anchor not in found
                    and _does(deed, pledge, gathering)
                ):
                    found[deed.statement.anchor] = deed
    return _with(c, [_step(d, pledge, gathering) for d in found.values()]) if found else c


def _does(deed: Deed, pledge: Pledge, gathering: Gathering) -> bool:
    s = deed.statement
    whose = frozenset(side(a.code) for a in s.actors)
    done_to = countries(a.code for a in s.recipients) - countries(a.code for a in s.actors)
    lasts = max(pledge.last + (LASTS if whose else NEAR), pledge.due or date.min)
    if not pledge.first <= deed.published <= lasts or (whose and not whose & pledge.sides):
        return False
    if pledge.lands and done_to and not pledge.lands & done_to:
        return False
    text = s.evidence.quote.lower()
    if pledge.names and not any(n in text for n in pledge.names):
        return False
    own = names_in(s.evidence.quote)
    told = [names_in(p.evidence.quote) for p in pledge.told]
    if any(kind in own and not words & own[kind] for t in told for kind, words in t.items()):
        return False
    return not _too_many(s, pledge) and _after(s, pledge, gathering)


def _too_many(s: Statement, pledge: Pledge) -> bool:
    """Two hundred are not the eighteen that were promised."""
    done, meant = amount(s.evidence.quote, pledge.things).number, pledge.amount.number
    return done is not None and meant is not None and meant > 1 and done > 2 * meant


def _after(s: Statement, pledge: Pledge, gathering: Gathering) -> bool:
    """Told after the promise: on a later day, behind it on its page, or on a page that says it "had promised"."""
    earlier = [p for p in pledge.told if gathering.published(p) != gathering.published(s)]
    if any((gathering.published(p) or date.max) < (gathering.published(s) or date.min) for p in earlier):
        return True
    here = [p for p in pledge.told if p.document_id == s.document_id]
    return any(p.evidence.span.start < s.evidence.span.start or _HAD.search(p.evidence.quote) for p in here)


def _step(deed: Deed, pledge: Pledge, gathering: Gathering) -> Step:
    s = deed.statement
    if s.aux is Auxiliary.NEGATION:
        return _withheld(s, pledge, gathering)
    kroc, how = how_far(s, pledge, gathering)
    if kroc == IN_FULL and pledge.kinds & _EACH and _one_of_several(s, pledge):
        kroc, how = IN_PART, ", by one of those who promised it"
    full = kroc == IN_FULL
    status = CommitmentStatus.KEPT if full else CommitmentStatus.IN_PROGRESS
    unsure = s.anchor not in gathering.by_anchor or not s.actors
    step = gathering.step(s, status.value, note=f"{DEED}{how}", unsure=unsure)
    return replace(step, kroc=kroc, course=Course.CARRIED_OUT if full else Course.UNDER_WAY)


def _one_of_several(s: Statement, pledge: Pledge) -> bool:
    return len(pledge.sides) > 1 and len({side(a.code) for a in s.actors} & pledge.sides) == 1


def _withheld(s: Statement, pledge: Pledge, gathering: Gathering) -> Step:
    """ "Has yet to free the others"; by the day it was due "failed to" breaks the promise. Another's word for it moves nothing."""
    late = pledge.due is not None and pledge.due < (gathering.published(s) or date.min)
    broken = late and _MISSED.search(s.evidence.quote) is not None
    status = CommitmentStatus.BROKEN if broken else CommitmentStatus.STALLED
    own = s.speaker is None or side(s.speaker.code) in pledge.sides
    sure = s.anchor in gathering.by_anchor and bool(s.actors) and own
    step = gathering.step(s, status.value, note=WITHHELD, unsure=not sure)
    return replace(step, course=Course.LAPSED if broken else Course.STALLED)


def _with(c: Commitment, steps: Sequence[Step]) -> Commitment:
    """The history with these deeds; the newest sure step says how it stands, and what is told of did not lapse in silence."""
    history, sure, stands = carried_on(c, steps)
    told = max((h.published or "" for h in history), default="") or None
    if stands not in steps:
        course = stands.course if c.course is Course.LAPSED else c.course
        return replace(c, history=history, course=course, silent_since=c.silent_since and told)
    status = CommitmentStatus(stands.label)
    over = status in (CommitmentStatus.KEPT, CommitmentStatus.BROKEN)
    return replace(
        c,
        history=history,
        status=status,
        kroc=kroc_so_far(sure),
        course=stands.course,
        blocker=None if over else c.blocker,
        silent_since=None if over else told,
    )
