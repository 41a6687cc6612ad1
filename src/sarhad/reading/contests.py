"""Disputes that are visible inside one document: who asserts, who denies, evades, reframes or turns it round."""

from collections.abc import Sequence

from sarhad.codebook import DisputeKind, EventType, Stance
from sarhad.records import Actor, Contest, Statement


def contests(statements: Sequence[Statement]) -> tuple[Contest, ...]:
    """Each contested proposition of a document once, with the words that assert it and those that contest it."""
    by_anchor = {s.anchor: s for s in statements}
    out: dict[tuple[str, frozenset[str]], Contest] = {}
    for s in statements:
        how = _how(s)
        if how is None:
            continue
        asserting = _asserting(s, statements, by_anchor)
        contest = _contest(s, how, asserting)
        out.setdefault((contest.asserting.quote, frozenset(contest.contested_by)), contest)
    return tuple(out.values())


def _how(s: Statement) -> DisputeKind | None:
    if s.stance is Stance.NEITHER:
        return DisputeKind.NEITHER
    if s.stance is Stance.REFRAMES and s.type is EventType.REJECT:
        return DisputeKind.REFRAMES
    if s.type is EventType.REJECT and s.aux is None and _denies(s):
        return DisputeKind.DENIES
    return None


_DENIALS = ("den", "refut", "rebut", "disput", "dismiss", "reject")


def _denies(s: Statement) -> bool:
    return s.trigger.quote.lower().startswith(_DENIALS)


def _asserting(
    s: Statement, statements: Sequence[Statement], by_anchor: dict[str, Statement]
) -> Statement | None:
    """What is contested: the act it is about, or the accusation of the one who contests."""
    accusers = [
        x for x in statements if x.type is EventType.ACCUSE and _country(x.recipients) & _country(s.actors)
    ]
    target = by_anchor.get(s.about or "")
    if target is not None and target.stance is not Stance.DENIES:
        linked = [x for x in accusers if x.about == s.about]
        return linked[0] if linked else target
    near = sorted(accusers, key=lambda x: abs(x.evidence.span.start - s.evidence.span.start))
    return near[0] if near else None


def _country(actors: Sequence[Actor]) -> set[str]:
    return {a.code.split(".")[0] for a in actors}


def _contest(s: Statement, how: DisputeKind, asserting: Statement | None) -> Contest:
    evidence = asserting.evidence if asserting is not None else s.sentence
    return Contest(
        proposition=evidence.quote,
        asserted_by=_asserters(asserting) or _others(s),
        contested_by=tuple(dict.fromkeys(a.code for a in s.actors)),
        how=how,
        asserting=evidence,
        contesting=s.evidence,
    )


def _others(s: Statement) -> tuple[str, ...]:
    """Whom a denial is told to contradict."""
    own = {a.code for a in s.actors}
    return (
        tuple(dict.fromkeys(a.code for a in s.recipients if a.code not in own))
        if s.type is EventType.REJECT
        else ()
    )


def _asserters(s: Statement | None) -> tuple[str, ...]:
    if s is None:
        return ()
    if s.type is EventType.ACCUSE:
        return tuple(dict.fromkeys(a.code for a in s.actors))
    return (s.speaker.code,) if s.speaker is not None else ()
