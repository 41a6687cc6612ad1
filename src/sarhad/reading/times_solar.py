"""Dates of the Solar Hijri calendar of Iran and Afghanistan, told with their year: "7 Aban 1404", "Mizan 20, 1404"."""

import re

from sarhad.knowledge.solar import gregorian
from sarhad.reading.times_sense import Context, Rule, Sense, day, rule
from sarhad.reading.times_words import DAY

_MONTHS = (
    ("farvardin", "hamal"), ("ordibehesht", "sawr", "saur"), ("khordad", "jawza"), ("tir", "saratan"), ("mordad", "asad"),
    ("shahrivar", "sunbula"), ("mehr", "mizan"), ("aban", "aqrab"), ("azar", "qaws"), ("dey", "jadi"), ("bahman", "dalwa"),
    ("esfand", "hut"),
)  # fmt: skip
_NUMBER = {name: n for n, names in enumerate(_MONTHS, 1) for name in names}
_YEAR = r"(?P<y>13[5-9]\d|14[0-4]\d)"
_NAME = rf"(?P<m>(?i:{'|'.join(_NUMBER)}))"


def _told(match: re.Match[str], ctx: Context) -> Sense | None:
    on = gregorian(int(match["y"]), _NUMBER[match["m"].lower()], int(match["d"]))
    return day(on) if on else None


_NEEDS = " ".join(_NUMBER)
RULES: tuple[Rule, ...] = (
    rule("solar day first", rf"(?P<d>{DAY})\s+{_NAME},?\s+{_YEAR}", _told, needs=_NEEDS),
    rule("solar month first", rf"{_NAME}\s+(?P<d>{DAY}),?\s+{_YEAR}", _told, needs=_NEEDS),
)
