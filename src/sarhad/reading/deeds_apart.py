"""Two deeds that are not one: another day, another country, other victims, only expected, or the answer to it."""

from sarhad.codebook import Auxiliary
from sarhad.codebook.actors import country_of
from sarhad.reading.draft import Draft
from sarhad.reading.has_no_part import apart
from sarhad.reading.sides import sides


def another(draft: Draft, earlier: Draft) -> bool:
    """Whether the deed told before cannot be the one that `draft` tells, by who is hit and how it is told."""
    return of_own_state(draft, earlier) or _expected_or_answered(draft, earlier) or _of_others(draft, earlier)


def elsewhere(draft: Draft, earlier: Draft) -> bool:
    """Told of another country's ground, or of another day: not the same happening."""
    grounds = draft.place, earlier.place
    if (
        grounds[0]
        and grounds[1]
        and grounds[0].country
        and grounds[1].country
        and grounds[0].country != grounds[1].country
    ):
        return True
    return draft.time is not None and earlier.time is not None and not draft.time.meets(earlier.time)


def _expected_or_answered(draft: Draft, earlier: Draft) -> bool:
    """ "An expected attack in response to the killing": what was done is not what is only expected, nor what it answers."""
    only_expected = earlier.aux in _NOT_YET and draft.aux not in _NOT_YET
    here = earlier.token.sent.start == draft.token.sent.start
    return only_expected or (here and apart(draft.token, earlier.token, doer=True))


def _of_others(draft: Draft, earlier: Draft) -> bool:
    """ "The killing of a leader" of a group, after an attack on others: not the deed told before."""
    hit, before = (sides(d.recipients) - {"UNK"} for d in (draft, earlier))
    return any("/" in s for s in hit) and bool(before) and not hit & before


_NOT_YET = (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL)


def of_own_state(draft: Draft, earlier: Draft) -> bool:
    """A state strikes not its own soil or forces, and takes no hostages among its own people."""
    states = {country_of(a.code) for a in earlier.actors if a.code[4:] in ("GOV", "MIL")}
    own = [r for r in draft.recipients if country_of(r.code) in states]
    return any(draft.mode == "abduct" or not r.code.endswith(".CVL") for r in own)
