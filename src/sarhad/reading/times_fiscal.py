"""Fiscal years: "FY2025-26", "fiscal year 2025-26", "the last fiscal year". Their days depend on whose they are.

The country is the one that the text names most; where none of the table is named, or two as often, a fiscal year told
by its number has a value and no days. First days: Pakistan and Bangladesh 1 July, India 1 April, the United States
1 October (the year it ends in names it), Iran and Afghanistan with the solar year.
"""

import re
from datetime import date

from sarhad.codebook import DatePrecision
from sarhad.knowledge.solar import gregorian
from sarhad.reading.times_calendar import Days, shift
from sarhad.reading.times_sense import Context, Rule, Sense, days, rule
from sarhad.reading.times_sense import year as calendar_year
from sarhad.reading.times_words import YEAR

_FIRST_MONTH = {"pakistan": 7, "bangladesh": 7, "india": 4, "united states": 10}
_SOLAR = ("iran", "afghanistan")
_NAMED = re.compile(
    r"\b(?:(?P<pakistan>Pakistan|Islamabad)|(?P<bangladesh>Bangladesh|Dhaka)|(?P<india>India\b|Indian\b|New Delhi)"
    r"|(?P<united_states>United States|U\.S\.|US\b|Washington)|(?P<iran>Iran|Tehran)|(?P<afghanistan>Afghan|Kabul))"
)


def whose(text: str) -> str | None:
    """The country of the table that a text names most often; None where none leads."""
    counts: dict[str, int] = {}
    for hit in _NAMED.finditer(text):
        name = (hit.lastgroup or "").replace("_", " ")
        counts[name] = counts.get(name, 0) + 1
    ranked = sorted(counts.values(), reverse=True)
    if not ranked or ranked[1:2] == ranked[:1]:
        return None
    return max(counts, key=lambda name: counts[name])


def fiscal_days(country: str | None, ends: int) -> Days | None:
    """First and last day of the fiscal year that ends in the year `ends`."""
    if country in _SOLAR:
        first, after = gregorian(ends - 622, 1, 1), gregorian(ends - 621, 1, 1)
        return (first, shift(after, -1)) if first and after else None
    month = _FIRST_MONTH.get(country or "")
    return (date(ends - 1, month, 1), shift(date(ends, month, 1), -1)) if month else None


def _sense(country: str | None, ends: int) -> Sense:
    span = fiscal_days(country, ends)
    if span is None:
        return Sense(value=f"FY{ends:04d}", kind="range")
    return days(span, f"FY{ends:04d}", DatePrecision.YEAR)


def _numbered(match: re.Match[str], ctx: Context) -> Sense | None:
    """ "FY2025-26", "FY26": named by the year they end in."""
    first, tail = match["y"], match["z"]
    ends = int(first[:2] + tail[-2:]) if tail else int(first)
    if len(first) == 2:
        ends = 2000 + int(tail or first)
    elif tail and ends != int(first) + 1:
        return None
    return _sense(whose(ctx.text), ends)


def _one_number(match: re.Match[str], ctx: Context) -> Sense | None:
    """ "fiscal 1988", "fiscal year 2024": the value keeps the number; the days are those of the year that ends in it."""
    number = int(match["y"])
    span = fiscal_days(whose(ctx.text), number)
    return days(span, f"{number:04d}", DatePrecision.YEAR) if span else calendar_year(number)


_BY = {
    "last": -1,
    "previous": -1,
    "past": -1,
    "outgoing": 0,
    "latest": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
}


def _told(match: re.Match[str], ctx: Context) -> Sense | None:
    """ "the last fiscal year": counted from the fiscal year that holds the day of publication."""
    which = (match["which"] or "").lower()
    if ctx.anchor is None or (not which and match["f"].lower() != "full"):
        return Sense(value="P1Y", kind="duration")
    by = _BY.get(which, 0)
    country = whose(ctx.text) if match["f"].lower() != "full" and ctx.day_anchor else None
    now = next((y for y in (ctx.anchor.year, ctx.anchor.year + 1) if _holds(country, y, ctx.anchor)), None)
    if now is None or (country or "") == "united states":
        return calendar_year(min(max(ctx.anchor.year + by, 1), 9999))
    return _sense(country, now + by)


def _holds(country: str | None, ends: int, on: date) -> bool:
    span = fiscal_days(country, ends) if 1900 < ends < 2100 else None
    return span is not None and span[0] <= on <= span[1]


_WHICH = r"(?:(?P<which>current|latest|last|next|previous|this|past|outgoing|coming|upcoming)\s+)?"
_FISCAL_YEAR = r"(?:fiscal|financial)\s+years?"
RULES: tuple[Rule, ...] = (
    rule("fiscal years told", rf"(?i:(?:the\s+)?(?:{_FISCAL_YEAR}\s+(?:of\s+)?|FY[-\s’']?)(?P<y>20\d\d|\d\d)\s?[-–/]\s?(?P<z>(?:20)?\d\d))", _numbered, needs="fiscal financial fy"),
    rule("fiscal year after", rf"(?i:(?P<y>20\d\d)\s?[-–/]\s?(?P<z>(?:20)?\d\d)\s+{_FISCAL_YEAR})", _numbered, needs="fiscal financial"),
    rule("fiscal short", r"FY[-\s’']?(?P<y>20\d\d|\d\d)(?P<z>)", _numbered, needs="fy"),
    rule("fiscal one number", rf"(?i:(?:the\s+)?(?:fiscal|financial)\s+(?:year\s+)?(?P<y>{YEAR}))", _one_number, needs="fiscal financial"),
    rule("fiscal year", rf"(?i:(?:the\s+)?{_WHICH}(?P<f>fiscal|financial|full)\s+year)", _told, needs="year"),
)  # fmt: skip
