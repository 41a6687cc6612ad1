"""Weeks, months, quarters, seasons and years told from the day of writing: "last week", "the third quarter"."""

import re
from datetime import date

from sarhad.codebook import DatePrecision
from sarhad.reading.times_absolute import narrowed
from sarhad.reading.times_calendar import (
    months_on,
    quarter_of,
    season_days,
    shift,
    week_days,
    week_value,
)
from sarhad.reading.times_days import coarse_today
from sarhad.reading.times_sense import (
    Context,
    Rule,
    Sense,
    day,
    days,
    duration_value,
    month,
    open_value,
    quarter,
    rule,
    season,
    week,
    year,
)
from sarhad.reading.times_story import moved, story_unit, year_before
from sarhad.reading.times_words import (
    ORDINAL,
    ORDINALS,
    SEASON,
    SEASON_CODES,
    YEAR,
    unit_code,
)

_EARLIER, _LATER = re.compile(r"\bearlier\b", re.I), re.compile(r"\blater\b", re.I)


def _cut(sense: Sense, words: str, ctx: Context) -> Sense:
    """ "earlier this month" ends the day before the anchor, "later this month" begins after it; "this year" so far."""
    anchor = ctx.day_anchor
    if anchor is None or sense.first is None or sense.last is None:
        return sense
    first, last = sense.first, sense.last
    if _EARLIER.search(words):
        if sense.precision is DatePrecision.WEEK:
            first = shift(first, -1)  # papers often count the week from Sunday
        last = max(first, shift(anchor, -1))
    elif _LATER.search(words):
        first = min(last, anchor)
    else:
        return narrowed(sense, words)
    return Sense(value=sense.value, first=first, last=last, precision=sense.precision, kind="range")


_STEP = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "this": 0,
    "the current": 0,
    "current": 0,
}


def _this_unit(match: re.Match[str], ctx: Context) -> Sense | None:
    which, unit = match["which"].lower().removeprefix("the "), match["u"].lower()
    lead = match["lead"] or ""
    if which in ("following", "previous"):
        return story_unit(unit, 1 if which == "following" else -1, ctx)
    by = _STEP[which]
    if ctx.anchor is None:
        return open_value({"week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(unit, "XXXX"), "range")
    sense = _unit_at(unit, ctx.anchor, by, ctx)
    if sense is None:
        return None
    long_last = which == "last" and re.match(r"(?:\S+\s)*the\s+last", match[0], re.I) and unit != "quarter"
    if (which == "past" or long_last) and ctx.day_anchor and unit != "weekend":
        span = moved(ctx.day_anchor, -1, unit_code(unit)), ctx.day_anchor
        return days(span, duration_value(1, unit_code(unit)), sense.precision)
    if by == 0 and not lead.strip() and ctx.day_anchor:
        to_come = ctx.ahead and unit not in ("decade", "century")
        return _cut(sense, "later", ctx) if to_come else _so_far(sense, ctx.day_anchor)
    return _cut(sense, lead, ctx) if lead.strip() else sense


def _so_far(sense: Sense, anchor: date) -> Sense:
    assert sense.first is not None
    return Sense(
        value=sense.value,
        first=sense.first,
        last=max(sense.first, anchor),
        precision=sense.precision,
        kind="range",
    )


def _unit_at(unit: str, anchor: date, by: int, ctx: Context) -> Sense | None:
    if unit in ("week", "weekend") and ctx.day_anchor is None:
        return coarse_today(ctx)
    if unit == "week":
        return week(shift(anchor, by * 7))
    if unit == "weekend":
        return _weekend(anchor, by)
    if unit == "month":
        return month(*months_on(anchor.year, anchor.month, by)) if ctx.month_anchor else year(anchor.year)
    if unit == "quarter":
        year_, month_ = months_on(anchor.year, anchor.month, by * 3)
        return quarter(year_, (month_ - 1) // 3 + 1)
    if unit == "year":
        return year(min(max(anchor.year + by, 1), 9999))
    if unit == "decade":
        first = min(max((anchor.year // 10 + by) * 10, 1), 9980)
        return days((date(first, 1, 1), date(first + 9, 12, 31)), f"{first // 10}", DatePrecision.YEAR)
    first = min(max((anchor.year // 100 + by) * 100, 1), 9900)
    return days((date(first, 1, 1), date(first + 99, 12, 31)), f"{first // 100:02d}", DatePrecision.YEAR)


def _weekend(anchor: date, by: int) -> Sense:
    saturday = shift(week_days(anchor)[0], 5)
    if by <= 0 and saturday > anchor:
        saturday = shift(saturday, -7)
    if by > 0 and saturday <= anchor:
        saturday = shift(saturday, 7)
    return days((saturday, shift(saturday, 1)), f"{week_value(saturday)}-WE")


def _the_weekend(match: re.Match[str], ctx: Context) -> Sense | None:
    if ctx.day_anchor is None:
        return open_value("XXXX-WXX-WE", "range")
    return _weekend(ctx.day_anchor, 1 if ctx.ahead else 0)


def _unit_part(match: re.Match[str], ctx: Context) -> Sense | None:
    unit, lead = match["u"].lower(), match["lead"].lower()
    if ctx.anchor is None:
        return open_value("XXXX", "range")
    sense = _unit_at(unit, ctx.anchor, 0, ctx)
    if sense is None or sense.first is None or sense.last is None:
        return sense
    if unit == "week":
        first, last = {"end": (4, 6), "middle": (2, 4)}.get(lead, (-1, 1))
        monday = sense.first
        span = (shift(monday, first), shift(monday, last))
        return Sense(value=sense.value, first=span[0], last=span[1], precision=sense.precision, kind="range")
    return narrowed(sense, lead)


def _year_end(match: re.Match[str], ctx: Context) -> Sense | None:
    if ctx.anchor is None:
        return open_value("XXXX-12")
    back = re.search(r"\b(?:since|at last)\s+$", ctx.left(), re.I)
    return day(date(max(ctx.anchor.year - (1 if back else 0), 1), 12, 31))


def _the_year(match: re.Match[str], ctx: Context) -> Sense | None:
    if re.match(
        r"\s+(?:\d|ending|ended|to|when|that|of|two thousand|nineteen|(?:before|after|earlier)\b)",
        ctx.right(),
    ):
        return (
            Sense(value="P1Y", kind="duration") if re.match(r"\s+(?:ending|ended|to)", ctx.right()) else None
        )
    return year(ctx.anchor.year) if ctx.anchor else open_value("XXXX", "range")


# --- quarters and seasons


def _quarter(match: re.Match[str], ctx: Context) -> Sense | None:
    word = match["o"] or match["q"]
    number_ = ORDINALS[word.lower()] if word.lower() in ORDINALS else int(word)
    when = (match["y"] or match["py"] or match["rel"] or match["prel"] or "").lower()
    if when.isdigit():
        return quarter(int(when), number_)
    if ctx.anchor is None:
        return open_value(f"XXXX-Q{number_}", "range")
    anchor = ctx.anchor
    by = -1 if when.startswith(("last", "a year", "previous")) else 1 if when.startswith("next") else 0
    begun = number_ <= quarter_of(anchor)
    year_ = anchor.year + by
    if not when and not begun and ctx.ahead is not True:
        year_ = anchor.year - 1
    return quarter(year_, number_)


def _the_quarter(match: re.Match[str], ctx: Context) -> Sense | None:
    if told := ctx.quarter_told():
        assert told.value is not None
        return year_before(told) if match["back"] else quarter(int(told.value[:4]), int(told.value[-1]))
    if ctx.anchor is None:
        return open_value("XXXX-QX", "range")
    year_, month_ = months_on(ctx.anchor.year, ctx.anchor.month, -3)
    sense = quarter(year_, (month_ - 1) // 3 + 1)
    return year_before(sense) if match["back"] else sense


def _season(match: re.Match[str], ctx: Context) -> Sense | None:
    code, which = SEASON_CODES[match["s"].lower()], (match["which"] or "").lower()
    if ctx.anchor is None:
        return open_value(f"XXXX-{code}", "range")
    anchor = ctx.anchor
    begun = [y for y in (anchor.year - 1, anchor.year) if season_days(max(y, 1), code)[0] <= anchor]
    year_ = begun[-1]
    if which == "this":
        year_ = anchor.year
    elif which in ("next", "coming"):
        year_ = begun[-1] + 1
    elif which in ("last", "past") and season_days(year_, code)[1] >= anchor:
        year_ -= 1
    elif not which and ctx.ahead is True:
        year_ = begun[-1] + 1
    return season(year_, code)


_LEAD_IN = r"(?P<lead>(?:(?:the\s+)?(?:earlier|later|early|late|mid|end|beginning|start|middle|rest|remainder)[-\s]+(?:in\s+|of\s+|on\s+)?)?)"
RULES: tuple[Rule, ...] = (
    rule("this unit", rf"(?i:{_LEAD_IN}(?P<which>(?:the\s+)?(?:last|past|previous|next|coming|following|current)|this)\s+(?P<u>week|weekend|month|quarter|year|decade|century))", _this_unit, kind="unit"),
    rule("the weekend", r"(?i:the\s+weekend)", _the_weekend, needs="weekend"),
    rule("part of the unit", r"(?i:(?:the\s+)?(?P<lead>start|beginning|end|middle)\s+of\s+(?:the|this)\s+(?P<u>week|month|year|quarter|decade|century))", _unit_part, needs="of"),
    rule("year end", r"(?i:(?:around\s+)?(?:the\s+)?year(?:['’]s)?[- ]end)", _year_end, needs="end"),
    rule("the year", r"(?i:(?<=for\s)the\s+year|(?<=in\s)the\s+year|(?<=of\s)the\s+year)", _the_year, needs="the"),
    rule("quarter", rf"(?i:(?:(?P<prel>last|this|next)\s+year['’]s\s+)?(?:the\s+)?(?:(?P<py>{YEAR})(?:['’]s)?\s+)?(?:fiscal\s+)?(?:(?P<o>{ORDINAL})[- ](?:fiscal[- ])?quarter|Q(?P<q>[1-4]))(?:\s+(?:of\s+)?(?:fiscal\s+)?(?:(?P<y>{YEAR})|(?P<rel>(?:last|this|next|a|the previous)\s+year)))?)", _quarter, needs="quarter q1 q2 q3 q4"),
    rule("the quarter", r"(?i:(?:the\s+)?(?:(?:latest|recent|just-ended|most\s+recent)\s+(?:quarter|period)|the\s+quarter(?!-?finals?)|(?P<back>(?:the\s+)?year[- ](?:ago|earlier)(?:\s+(?:quarter|period))?)))", _the_quarter, needs="quarter period year"),
    rule("season", rf"(?i:(?:(?P<which>last|this|next|past|coming)\s+|(?<=in\s)the\s+|(?<=during\s)the\s+|(?<=over\s)the\s+|(?:early|late)\s+)(?P<s>{SEASON}))(?!\s+of\s+[a-z])", _season, needs="spring summer autumn fall winter"),
)  # fmt: skip
