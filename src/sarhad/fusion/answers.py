"""Who answers an allegation in the same text: a denial or a silence told near it, by the one it is laid at."""

from sarhad.codebook import Auxiliary, EventType
from sarhad.fusion.charges_words import DENYING
from sarhad.fusion.denied import REACH
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.sides import side
from sarhad.records import Actor, Statement


def denials(s: Statement, gathering: Gathering) -> list[Statement]:
    """Denials of `s` and silences about it; one told far from it may answer something else and is left alone."""
    replies = gathering.replies.get(s.anchor, ())
    told = [s, *(r for r in replies if r.type is EventType.ACCUSE)]
    return [r for r in replies if _contests(r) and _of_the_accused(r, s) and any(_near(r, x) for x in told)]


def _contests(r: Statement) -> bool:
    return (r.type is EventType.REJECT or r.stance in DENYING) and r.aux in (None, Auxiliary.HISTORICAL)


def _of_the_accused(r: Statement, s: Statement) -> bool:
    doers = {side(a.code) for a in s.actors}
    return not doers or bool(doers & {side(a.code) for a in _voices(r)})


def _voices(r: Statement) -> tuple[Actor, ...]:
    return (r.speaker,) if r.stance in DENYING and r.speaker is not None else r.actors


def _near(r: Statement, x: Statement) -> bool:
    if r.sentence.span.overlaps(x.sentence.span):
        return True
    return -REACH <= r.sentence.span.start - x.sentence.span.end <= REACH
