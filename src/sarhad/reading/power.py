"""The day on which names are read in a text without a date: a group told apart from its country's government does not
hold it yet."""

import re
from datetime import date, timedelta
from itertools import pairwise

from sarhad.knowledge.actors import Actors, Hit

_GROUP_AFTER = re.compile(r"\s+government(?:['’]s)?\s+(?:and|or|with)\s+(?:the\s+)?", re.I)
_GROUP_BEFORE = re.compile(r"\s+(?:and|or|with)\s+(?:the\s+)?", re.I)
_GOVERNMENT = re.compile(r"\s+government\b", re.I)


def day_of_names(text: str, published: date | None, registry: Actors) -> date | None:
    """The day of publication; of a text without one the last on which the group ("talks between the Afghan government and
    the Taliban") was none, None where nothing tells."""
    if published is not None:
        return published
    hits = registry.find(text)
    days = [day for a, b in pairwise(hits) if (day := _before_power(text, a, b)) is not None]
    return min(days, default=None)


def _before_power(text: str, first: Hit, second: Hit) -> date | None:
    between = text[first.end : second.start]
    if first.entry.kind == "state" and _GROUP_AFTER.fullmatch(between):
        state, group = first, second
    elif (
        second.entry.kind == "state"
        and _GROUP_BEFORE.fullmatch(between)
        and _GOVERNMENT.match(text, second.end)
    ):
        state, group = second, first
    else:
        return None
    codes = [term.code for term in group.entry.terms]
    rose = len(codes) > 1 and "REB" in codes[0] and codes[-1].endswith((".GOV", ".MIL"))
    own = group.entry.country == state.entry.country
    return group.entry.terms[-1].start - timedelta(days=1) if rose and own else None
