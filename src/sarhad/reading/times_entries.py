"""Lists of dates: "January 6, 2020 - Speaks at the funeral of X, killed on January 3". The day that heads an entry gives its year."""

import re
from datetime import date

from sarhad.reading.times_calendar import possible
from sarhad.reading.times_sense import Context
from sarhad.reading.times_words import DAY, MONTH, YEAR, month_number

_HEAD = re.compile(
    rf"(?:^|[\n.!?]|\s{{2}})\s*(?:(?P<m>{MONTH})\s+(?P<d>{DAY})|(?P<e>{DAY})\s+(?P<n>{MONTH})),?\s+(?P<y>{YEAR})\s*[-–—:]\s"
)
_LONG = 400
"""Characters: an entry is a few sentences."""


def entry_day(ctx: Context) -> date | None:
    """The day that heads the entry in which an expression stands, if it stands in one."""
    before = ctx.left(_LONG)
    heads = list(_HEAD.finditer(before, before.rfind("\n") + 1))
    if not heads:
        return None
    told = heads[-1].groupdict()
    return possible(int(told["y"]), month_number(told["m"] or told["n"]), int(told["d"] or told["e"]))
