"""Disputes that are visible inside one document: who asserts, who denies, evades, reframes or turns it round.

A denial is paired only with an assertion that it surely answers: told in the same sentence or at most two sentences before, laid at
the door of the one who denies (or made by the one who is contradicted), and about the same thing in its words. A denial that answers
nothing of the kind stays a statement of its own, and so does a silence that answers no hostile act of the silent one.
"""

import re
from collections.abc import Iterable, Sequence

from sarhad.codebook import QUAD, Auxiliary, CeasefirePhase, DisputeKind, EventType, Quad, Scope, Stance
from sarhad.reading.matter import matter
from sarhad.records import Actor, Contest, Statement

LIKELY = 0.6
"""Confidence from which a denial is set beside what it answers: both stand in the text, and the answer is checked again."""
SILENT = 0.5
"""A silence tells no act whose words could be misread."""
FARTHEST = 1500
"""Characters between an accusation and a denial that names the accuser."""
REACH = 260
"""Characters between the end of the asserting sentence and the start of the answering one: room for one sentence between."""


def contests(statements: Sequence[Statement]) -> tuple[Contest, ...]:
    """Each contested proposition of a document once, with the words that assert it and those that contest it."""
    out: dict[tuple[str, frozenset[str]], Contest] = {}
    for s in statements:
        how = _how(s)
        if how is None or s.confidence < (SILENT if how is DisputeKind.NEITHER else LIKELY):
            continue
        asserting = _asserting(s, how, statements)
        if asserting is None:
            continue
        contest = _contest(s, how, asserting, statements)
        if contest.contested_by and not set(contest.asserted_by) & set(contest.contested_by):
            out.setdefault((contest.asserting.quote, frozenset(contest.contested_by)), contest)
    return _silent_once(tuple(out.values()), statements)


def _silent_once(found: Sequence[Contest], told: Sequence[Statement]) -> tuple[Contest, ...]:
    """The contests, each side's silence on what befell the same ones once, in its fullest words."""
    hit = {s.evidence.span: frozenset(r.code for r in s.recipients) for s in told}
    fullest: dict[tuple[frozenset[str], frozenset[str]], Contest] = {}
    for c in found:
        key = (frozenset(c.contested_by), hit.get(c.asserting.span, frozenset()))
        before = fullest.get(key)
        if c.how is DisputeKind.NEITHER and (
            before is None or len(c.contesting.quote) > len(before.contesting.quote)
        ):
            fullest[key] = c
    return tuple(c for c in found if c.how is not DisputeKind.NEITHER or c in fullest.values())


def _how(s: Statement) -> DisputeKind | None:
    if s.stance is Stance.NEITHER:
        return DisputeKind.NEITHER
    if s.type is not EventType.REJECT or s.aux not in (None, Auxiliary.HISTORICAL):
        return None
    if s.stance is Stance.REFRAMES:
        return DisputeKind.REFRAMES
    return DisputeKind.DENIES if _denies(s) else None


_DENIALS = ("den", "refut", "rebut", "disput")
_REFUSALS = ("dismiss", "reject")
_CLAIM = re.compile(
    r"accusation|alleg|charge|claim|report|account|version|assertion|suggestion|notion|narrative|baseless|unfounded|false|blame|\bth(?:is|at|ese|ose)\b|\bit\b",
    re.I,
)


def _denies(s: Statement) -> bool:
    """ "Rejected" denies only what was claimed; an offer, a ceasefire or a candidate that is rejected is refused."""
    verb = s.trigger.quote.lower()
    return verb.startswith(_DENIALS) or (
        verb.startswith(_REFUSALS) and _CLAIM.search(_after(s) or s.evidence.quote) is not None
    )


def _after(s: Statement) -> str:
    """The clause from its trigger on."""
    return s.evidence.quote[max(0, s.trigger.span.end - s.evidence.span.start) :]


# --- what is contested


def _asserting(s: Statement, how: DisputeKind, told: Sequence[Statement]) -> Statement | None:
    """The nearest assertion that `s` surely answers, the accusation itself before its content."""
    silent = how is DisputeKind.NEITHER
    linked = next((x for x in told if x.anchor == s.about), None)
    if linked is not None and (
        _others_word(linked, s) if silent else how is DisputeKind.DENIES and _told_of(linked, s, told)
    ):
        return linked
    if linked is not None and how is DisputeKind.DENIES and _THE_CHARGE.search(_after(s)):
        if (charge := _charge_of(linked, s, told)) is not None:
            return charge
    fits = [x for x in told if (_hostile_of(x, s) if silent else _laid_at(x, s))]
    sure = [x for x in fits if _own_words(x, s) and (_answered(x, s) or (not silent and _named(x, s)))]
    return max(sure, key=lambda x: (x.sentence.span, x.type is EventType.ACCUSE, _before(x, s)), default=None)


_THE_CHARGE = re.compile(r"\b(?:accusation|allegation|charge)s?\b", re.I)
""" "Denied the report" may mean another's; "the accusation" is the one made."""


def _charge_of(linked: Statement, s: Statement, told: Sequence[Statement]) -> Statement | None:
    """The accusation, aimed at the one who denies, in which what he denies is charged."""
    return next(
        (
            x
            for x in told
            if x.type is EventType.ACCUSE
            and x.about == linked.anchor
            and _parties(x.recipients) & _parties(s.actors)
        ),
        None,
    )


def _before(x: Statement, s: Statement) -> bool:
    return x.evidence.span.start < s.evidence.span.start


def _own_words(x: Statement, s: Statement) -> bool:
    """A denial is never the assertion that it denies."""
    refuses = x.type is EventType.REJECT and not _breach(x)
    if x.anchor == s.anchor or refuses or x.stance in (Stance.DENIES, Stance.NEITHER):
        return False
    if x.trigger.span.overlaps(s.trigger.span) or x.evidence.span == s.evidence.span:
        return False
    return _beside(s) or not x.evidence.span.covers(s.evidence.span)


def _breach(x: Statement) -> bool:
    """A truce told as broken on one side's word: the verb is one of refusing, and it is a charge like any other."""
    broken = x.ceasefire is not None and x.ceasefire.phase is CeasefirePhase.VIOLATED
    return broken and x.stance is Stance.ALLEGES and x.aux is None


def _answered(x: Statement, s: Statement) -> bool:
    """In the same sentence or up to two before, and the one the denial speaks about or about the same matter."""
    if not x.sentence.span.overlaps(s.sentence.span):
        if not 0 <= s.sentence.span.start - x.sentence.span.end <= REACH:
            return False
    elif _before(x, s) and _beside(s):
        return True
    return x.anchor == s.about or x.about == s.about is not None or _one_matter(x, s)


def _named(x: Statement, s: Statement) -> bool:
    """At a distance: a denial that names its accuser and answers the accusation in its own words."""
    if x.type is not EventType.ACCUSE or not _parties(x.actors) & _parties(s.recipients):
        return False
    if abs(x.evidence.span.start - s.evidence.span.start) > FARTHEST:
        return False
    return bool(
        _parties(x.recipients) & _parties(s.actors) and matter(x.evidence.quote) & matter(s.evidence.quote)
    )


def _beside(s: Statement) -> bool:
    """Whether a denial is set beside what it denies: "a charge that Kabul denies", "which Tehran denies"."""
    return s.stance is not Stance.NEITHER and _CHARGE.match(s.evidence.quote) is not None


def _laid_at(x: Statement, s: Statement) -> bool:
    """Whether `x` is somebody else's charge against the one who denies, or the word of the one who is contradicted."""
    own = _parties(s.actors)
    if x.type in _CHARGES:
        accusers = _parties(x.actors)
        accused = _parties(x.recipients)
        charged = own & accused if accused else accusers & _parties(s.recipients)
        if x.type is EventType.REQUEST and not _beside(s):
            return False
        return bool(charged) and not accusers <= own
    teller = _parties(_one(x.speaker))
    doers = _doers(x)
    named = bool(teller & _parties(s.recipients)) and (
        not doers or _INVOLVED.search(s.evidence.quote) is not None
    )
    answered = own & doers or named
    if not answered or teller & own or not (teller or x.stance is Stance.ALLEGES):
        return False
    return (
        _breach(x) or QUAD[x.type] not in _WORDS or bool(matter(x.evidence.quote) & matter(s.evidence.quote))
    )


def _doers(x: Statement) -> frozenset[str]:
    """Who is told to have done it; of a truce broken by nobody named, on one side's word, the other side."""
    doers = _parties(x.actors)
    if not _breach(x) or not _parties(_one(x.speaker)) & doers or x.ceasefire is None:
        return doers
    return doers | frozenset(map(_party, x.ceasefire.parties))


_CHARGES = (EventType.ACCUSE, EventType.REQUEST)
_INVOLVED = re.compile(r"\binvolve|\bresponsib", re.I)
"""Who denies involvement answers whoever told of the act, whomever the clause names as its doer."""
_WORDS = (Quad.VERBAL_CONFLICT, Quad.VERBAL_COOPERATION)
_CHARGE = re.compile(r"(?:an? |the |all )?(?:accusation|allegation|charge|claim|assertion)s?\b|which\b", re.I)


def _others_word(x: Statement, s: Statement) -> bool:
    """Whether it is not the word of the one who answers."""
    return not _parties(_one(x.speaker)) & _silent(s)


def _told_of(x: Statement, s: Statement, told: Sequence[Statement]) -> bool:
    """Whether somebody else says it of the one who denies."""
    charged = x.stance is Stance.ALLEGES or _asserters(x, told) != ()
    said = {w[:4] for w in matter(x.sentence.quote)}
    hostile = QUAD[x.type] is Quad.MATERIAL_CONFLICT and bool(said & {w[:4] for w in matter(_after(s))})
    return charged and hostile and _others_word(x, s) and bool(_parties(x.actors) & _parties(s.actors))


def _silent(s: Statement) -> frozenset[str]:
    return _parties(_one(s.speaker) or s.actors)


def _hostile_of(x: Statement, s: Statement) -> bool:
    """Whether `x` tells a hostile act, done or alleged, of the one who keeps silent, or charges it with one."""
    silent = _silent(s)
    if x.aux not in (None, Auxiliary.HISTORICAL) or _parties(_one(x.speaker)) & silent:
        return False
    if x.type is EventType.ACCUSE:
        return bool(silent & _parties(x.recipients)) and not silent & _parties(x.actors)
    if (
        "continu" in x.evidence.quote
        or QUAD[x.type] is not Quad.MATERIAL_CONFLICT
        or x.scope is not Scope.SINGLE
        or not _before(x, s)
    ):
        return False
    return bool(silent & _parties(x.actors)) and _parties(x.actors) <= silent


def _parties(actors: Iterable[Actor]) -> frozenset[str]:
    """The state behind its organs; a named group by itself."""
    return frozenset(_party(a.code) for a in actors if not a.code.startswith("UNK."))


def _party(code: str) -> str:
    country, _, rest = code.partition(".")
    _, _, slug = rest.partition("/")
    return slug or country


# --- whether it is about one matter

_POINTING = re.compile(
    r"\W*(?:\w+ly )?(?:(?:it|this|these|them|so|that)\b(?=\W*(?:$|and\b|but\b|as\b|on\b|again\b|in\b))|"
    r"(?:having |being |playing |what (?:it|he|she|they) (?:called|described as) )?(?:(?:the|any|all|such|these|those|its|his|their|both|direct|baseless|this|that|a) )*"
    r"(?:accusations?|allegations?|charges?|claims?|assertions?|involve\w*|responsib\w+|wrongdoing|role|part in|links?|reports?)\b(?! (?:that|of)\b)|"
    r"(?:that )?(?:it|he|she|they) (?:was|were|had been|is|are) (?:\w+ )?(?:involved|responsible|behind|to blame))",
    re.I,
)
"""What a denial points back to when it does not say itself what it denies."""
_POINTED = re.compile(
    r"\b(?:figures?|numbers?|toll|claims?|charges?|accusations?|allegations?|this|that|it|which)\b", re.I
)
"""The same as the subject of a passive: "the figure is disputed by"."""


def _one_matter(x: Statement, s: Statement) -> bool:
    """Words in common beyond names, or a denial that points back: "denied it", "rejected the accusation", "denied involvement"."""
    if matter(x.sentence.quote) & matter(s.evidence.quote):
        return True
    if s.stance is Stance.NEITHER:
        return _asked_about_it(s)
    after = _after(s)
    if after.lstrip().startswith("by "):
        return _POINTED.search(s.evidence.quote) is not None
    return _POINTING.match(after) is not None


def _asked_about_it(s: Statement) -> bool:
    """ "Has not commented" answers the act told before it; "declined to say what it expects" answers something else."""
    rest = s.sentence.quote[max(0, s.trigger.span.end - s.sentence.span.start) :]
    return _ASKED.search(rest) is None or _DEED.search(rest) is not None


_ASKED = re.compile(r"\b(?:on|about|regarding|over|whether|what|how|why|who|if|when)\b", re.I)
_DEED = re.compile(
    r"\b(?:the|this|that|these|those|its|their) (?:\w+ )?(?:operation|attack|strike|raid|killing|assassination|explosion|blast|incident|bombing|shooting)s?\b",
    re.I,
)


# --- the contest


def _contest(s: Statement, how: DisputeKind, asserting: Statement, told: Sequence[Statement]) -> Contest:
    content = next((x for x in told if x.anchor == asserting.about), None)
    proposition = content.evidence if content is not None else asserting.evidence
    return Contest(
        proposition=proposition.quote,
        asserted_by=_asserters(asserting, told),
        contested_by=_codes(
            (s.speaker,) if s.speaker and s.stance is Stance.NEITHER else s.actors or _one(s.speaker)
        ),
        how=how,
        asserting=asserting.evidence,
        contesting=s.evidence,
    )


def _one(actor: Actor | None) -> tuple[Actor, ...]:
    return (actor,) if actor is not None else ()


def _asserters(s: Statement, told: Sequence[Statement]) -> tuple[str, ...]:
    """Who makes the charge: the accuser, the one cited for it, else nobody but the press."""
    if s.type in _CHARGES:
        return _codes(s.actors)
    accusers = [a for x in told if x.type is EventType.ACCUSE and x.about == s.anchor for a in x.actors]
    return _codes(_one(s.speaker)) or _codes(accusers)


def _codes(actors: Iterable[Actor]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a.code for a in actors))
