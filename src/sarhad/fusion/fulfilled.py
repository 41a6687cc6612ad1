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

from sarhad.codebook import CommitmentStatus, Course, EventType, Stance
from sarhad.fusion.amounts import NUMBER_WORDS, VAGUE, Amount, amount
from sarhad.fusion.courses import BEGUN, IN_FULL, IN_PART, kroc_so_far, with_steps
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.lands import land_named
from sarhad.fusion.sides import countries, side
from sarhad.fusion.standing import names_in
from sarhad.fusion.vows import EMPTY
from sarhad.fusion.words import content, stem, stems
from sarhad.records import Commitment, Statement, Step, last_moving

DEED = "a deed that does what was promised"
DEEDS = (EventType.RETREAT, EventType.AID, EventType.COOPERATE, EventType.CONCEDE)
KINDS = {
    kind: re.compile(rf"\b(?:{words})\b", re.I)
    for kind, words in {
        "free": r"releas(?:e[sd]?|ing)|free(?:s|d|ing)?|hand(?:s|ed|ing)? over|handover|repatriat\w+|set free|let go|return(?:s|ed|ing)?|swap\w*",
        "open": r"(?:re)?open(?:s|ed|ing)?|inaugurat\w+|resum\w+|restor\w+|unblock\w*",
        "leave": r"withdr[ae]w\w*|pull(?:s|ed|ing)? (?:out|back)|vacat\w+|le(?:ave|aves|ft|aving)",
        "give": r"sen[dt]s?|sending|deliver\w*|provid\w+|donat\w+|suppl(?:y|ies|ied|ying)|ship(?:s|ped|ping)?|g[ia]ve[sn]?|giving|transfer\w*|disburs\w+",
        "build": r"buil[dt]s?|building|construct(?:s|ed|ing)?|complet\w+|finish\w*|l(?:ay|ays|aid|aying)|erect\w*|install\w*",
        "lift": r"lift(?:s|ed|ing)?|eas(?:e[sd]?|ing)|waiv\w+|remov\w+|scrap(?:s|ped|ping)?",
        "post": r"deploy\w*|post(?:s|ed|ing)?|station(?:s|ed|ing)?",
    }.items()
}
LASTS = timedelta(days=180)
"""Days after the last word of a promise in which a deed of the same kind is told as keeping it; later it may be of another one."""
NEAR = timedelta(days=30)
"""The same for a deed of which nobody says whose it is."""
_BESIDE = re.compile(
    r"\b(?:who|whom|which|that|since|by|within|after|before|until|if|provided|unless|as|in (?:return|exchange)|on condition|because|for)\b|[,;(]",
    re.I,
)
_HAD = re.compile(r"\bhad\b|\bearlier\b|\bprevious(?:ly)?\b", re.I)
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """What a commitment promises, as a deed would have to show it."""

    kinds: frozenset[str]
    things: frozenset[str]
    names: frozenset[str]
    amount: Amount
    sides: frozenset[str]
    lands: frozenset[str]
    first: date
    last: date
    due: date | None
    told: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A statement that tells something done, with what it is found by."""

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
        if s.type not in DEEDS or s.aux is not None or s.stance is not Stance.ASSERTS or published is None:
            continue
        if s.commitment is not None or s.ceasefire is not None:
            continue
        kinds = frozenset(k for k, words in KINDS.items() if words.search(s.trigger.quote))
        if kinds:
            words = content(s.evidence.quote) - EMPTY
            yield Deed(statement=s, kinds=kinds, words=words, published=published)


def _kept(c: Commitment, shelf: Mapping[tuple[str, str], list[Deed]], gathering: Gathering) -> Commitment:
    pledge = _pledge(c, gathering)
    if pledge is None:
        return c
    known = {h.anchor for h in c.history}
    found: dict[str, Deed] = {}
    for kind in sorted(pledge.kinds):
        for word in sorted(pledge.things):
            for deed in shelf.get((kind, word), ()):
                if (
                    deed.statement.anchor not in known
                    and deed.statement.anchor not in found
                    and _does(deed, pledge, gathering)
                ):
                    found[deed.statement.anchor] = deed
    return _with(c, [_step(d, pledge, gathering) for d in found.values()]) if found else c


def _pledge(c: Commitment, gathering: Gathering) -> Pledge | None:
    """What is promised; None where it tells no deed of a kind that is known, or no thing."""
    told = tuple(s for h in c.history if not h.unsure and (s := gathering.by_anchor.get(h.anchor)))
    days = [d for s in told if (d := gathering.published(s))]
    core = _core(c.object)
    kinds = frozenset(k for k, words in KINDS.items() if words.match(core))
    things, names = _things(core)
    if not told or not days or not kinds or not things:
        return None
    return Pledge(
        kinds=kinds,
        things=things,
        names=names,
        amount=amount(core, things),
        sides=frozenset(side(code) for code in c.by),
        lands=countries(c.toward)
        | frozenset(land for w in _CAPITAL.findall(core) if (land := land_named(w))),
        first=min(days),
        last=max(days),
        due=c.deadline.end if c.deadline else None,
        told=told,
    )


def _core(told: str) -> str:
    """ "Release 18 soldiers" of "release 18 soldiers whom it has held since July"."""
    words = told.strip().removeprefix("to ").removeprefix("for ")
    cut = _BESIDE.search(words)
    return words[: cut.start()] if cut and cut.start() else words


def _things(core: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stem of what the deed is done to, and the names told with it: two crossings are told apart by their towns."""
    capitals = [w.removesuffix("’s").removesuffix("'s") for w in _CAPITAL.findall(core)]
    names = frozenset(w.lower() for w in capitals if not land_named(w))
    verbs = frozenset(
        stem(m.group().lower().split()[0]) for words in KINDS.values() for m in words.finditer(core)
    )
    phrase = _ASIDE.split(core, maxsplit=1)[0]
    plain = {stem(w.lower()) for w in capitals} | verbs | EMPTY | NUMBER_WORDS | VAGUE
    told = [w for w in stems(phrase) if w not in plain and not w[0].isdigit()]
    return frozenset(told[-1:]), names


_ASIDE = re.compile(
    r"(?<=\w\W)\b(?:in|on|at|from|to|with|between|near|along|inside|under|over|against|across|into)\b", re.I
)


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
    kroc, how = _how_far(s, pledge, gathering)
    full = kroc == IN_FULL
    status = CommitmentStatus.KEPT if full else CommitmentStatus.IN_PROGRESS
    unsure = s.anchor not in gathering.by_anchor or not s.actors
    step = gathering.step(s, status.value, note=f"{DEED}{how}", unsure=unsure)
    return replace(step, kroc=kroc, course=Course.CARRIED_OUT if full else Course.UNDER_WAY)


def _how_far(s: Statement, pledge: Pledge, gathering: Gathering) -> tuple[int, str]:
    """How far by the numbers, and those numbers in words."""
    done = amount(s.evidence.quote, pledge.things)
    if (
        done.vague
        or pledge.amount.vague
        or _UNDER_WAY.search(s.evidence.quote)
        or s.trigger.quote.endswith("ing")
    ):
        return BEGUN, "; whether it is all is not told"
    meant = pledge.amount.number or done.of or _whole(pledge, gathering)
    if done.some and done.number is None:
        return IN_PART, ", in part"
    if done.every and (done.of is None or done.number is None):
        return IN_FULL, ""
    if meant is not None and done.number is not None:
        told = f": {done.number:,.0f} of {meant:,.0f}"
        return (IN_FULL, "") if done.number >= meant else (IN_PART, told)
    if meant is None and done.number is None:
        return IN_FULL, ""
    if done.number is None:
        # "the soldiers" are those that were promised; of "soldiers" it is not told how many
        return (IN_FULL, "") if _THE.search(s.evidence.quote) else (BEGUN, "; how many is not told")
    return BEGUN, f": {done.number:,.0f}; how many were promised is not told"


_UNDER_WAY = re.compile(r"\b(?:beg[aiu]n\w*|start(?:s|ed|ing)?|continu\w+|under ?way)\b", re.I)
_THE = re.compile(r"\b(?:the|these|those|its|their)\b", re.I)


def _whole(pledge: Pledge, gathering: Gathering) -> float | None:
    """How many there are by the pages that tell the promise; None where they tell none, or several numbers."""
    pages = dict.fromkeys(p.document_id for p in pledge.told)
    told = (t for page in pages for t in (*gathering.told_in[page], *gathering.faint_in[page]))
    found = {n for t in told if (n := amount(t.evidence.quote, pledge.things).number) and n > 1}
    return found.pop() if len(found) == 1 else None


def _with(c: Commitment, steps: Sequence[Step]) -> Commitment:
    """The history with these deeds; the newest sure step says how it stands, and what is told of did not lapse in silence."""
    history = with_steps(c, steps)
    sure = [h for h in history if not h.unsure]
    stands = last_moving(sure or history)
    told = max((h.published or "" for h in history), default="") or None
    if stands not in steps:
        course = stands.course if c.course is Course.LAPSED else c.course
        return replace(c, history=history, course=course, silent_since=c.silent_since and told)
    status = CommitmentStatus(stands.label)
    kept = status is CommitmentStatus.KEPT
    return replace(
        c,
        history=history,
        status=status,
        kroc=kroc_so_far(sure),
        course=stands.course,
        blocker=None if kept else c.blocker,
        silent_since=None if kept else told,
    )
