"""How far a deed does what was promised, by the numbers told."""

import re

from sarhad.fusion.amounts import amount
from sarhad.fusion.courses import BEGUN, IN_FULL, IN_PART
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.pledged import Pledge
from sarhad.fusion.words import content
from sarhad.records import Statement


def how_far(s: Statement, pledge: Pledge, gathering: Gathering) -> tuple[int, str]:
    """How far by the numbers, and those numbers in words."""
    done = amount(s.evidence.quote, pledge.things)
    if done.vague or pledge.amount.vague or _going_on(s) or _place_alone(s, pledge):
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


def _going_on(s: Statement) -> bool:
    return s.trigger.quote.endswith("ing") or _UNDER_WAY.search(s.evidence.quote) is not None


def _place_alone(s: Statement, pledge: Pledge) -> bool:
    """ "Left Kharog" of "withdraw its troops from Kharog": whether all of them left is not told."""
    told = s.evidence.quote
    return bool(pledge.places) and not pledge.things & content(told) and not _WHOLLY.search(told)


_WHOLLY = re.compile(r"\b(?:all|full|fully|complete|completely|entire|entirely)\b", re.I)
_UNDER_WAY = re.compile(r"\b(?:beg[aiu]n\w*|start(?:s|ed|ing)?|continu\w+|under ?way)\b", re.I)
_THE = re.compile(r"\b(?:the|these|those|its|their)\b", re.I)


def _whole(pledge: Pledge, gathering: Gathering) -> float | None:
    """How many there are by the pages that tell the promise; None where they tell none, or several numbers."""
    pages = dict.fromkeys(p.document_id for p in pledge.told)
    told = (t for page in pages for t in (*gathering.told_in[page], *gathering.faint_in[page]))
    found = {n for t in told if (n := amount(t.evidence.quote, pledge.things).number) and n > 1}
    return found.pop() if len(found) == 1 else None
