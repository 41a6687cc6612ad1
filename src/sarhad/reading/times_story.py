"""Times told by counting: "two weeks ago", "four days later", "the next day", "since then"."""

import re
from datetime import date

from sarhad.codebook import DatePrecision
from sarhad.reading.times_calendar import (
    month_days,
    months_on,
    shift,
)
from sarhad.reading.times_days import with_part
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
    ref,
    rule,
    week,
    year,
)
from sarhad.reading.times_words import (
    HEDGE,
    MONTH,
    NUMBER,
    UNIT,
    VAGUE,
    YEAR,
    month_number,
    number,
    unit_code,
)


def moved(anchor: date, amount: float, unit: str) -> date:
    """`amount` units after `anchor` (before it when negative)."""
    if unit in ("D", "W", "2W"):
        return shift(anchor, round(amount * {"D": 1, "W": 7, "2W": 14}[unit]))
    months = round(amount * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit])
    year_, month_ = months_on(anchor.year, anchor.month, months)
    longest = month_days(year_, month_)[1]
    return longest.replace(day=min(anchor.day, longest.day))


def at_grain(on: date, unit: str, amount: float) -> Sense:
    """A day as finely as "N units ago" tells it: a day, a week, a month, a year."""
    if unit == "D" and amount <= 31:
        return day(on)
    if unit in ("D", "W", "2W"):
        sense = week(on)
        return Sense(
            value=sense.value, first=shift(on, -3), last=shift(on, 3), precision=sense.precision, kind="range"
        )
    if unit in ("M", "Q") or amount < 1:
        return month(on.year, on.month)
    return year(on.year)


def _counted(match: re.Match[str]) -> tuple[float | None, str]:
    return number(match["n"]), unit_code(match["u"])


def _ago(match: re.Match[str], ctx: Context) -> Sense | None:
    amount, unit = _counted(match)
    if amount is None:
        return ref("PAST_REF")
    if unit.startswith("T"):
        return with_part(ctx.day_anchor, None) if ctx.day_anchor else ref("PAST_REF")
    if ctx.anchor is None:
        return open_value("PAST_REF", "ref")
    if unit == "Y" and amount == 1 and (told := ctx.quarter_told()):
        return year_before(told)
    hedge = (match["hedge"] or "").lower()
    if unit == "Y" and amount == 1 and ctx.month_anchor:
        close = moved(ctx.anchor, -11 if hedge in ("nearly", "almost", "just under") else -12, "M")
        return month(close.year, close.month) if hedge else year(close.year)
    return at_grain(moved(ctx.anchor, -amount, unit), unit, amount)


def year_before(told: Sense) -> Sense:
    assert told.value is not None
    return quarter(int(told.value[:4]) - 1, int(told.value[-1]))


def _story_anchor(ctx: Context, unit: str, forward: bool) -> date | None:
    """The day to count from: of the time told before; backwards the day of publication where none was told."""
    told = ctx.narrated_to(unit)
    if told:
        return told.last if forward and unit == "D" else told.first
    return None if forward or ctx.narrated() else ctx.anchor


def _later(match: re.Match[str], ctx: Context) -> Sense | None:
    amount, unit = _counted(match)
    bound = match["way"].lower() in ("on", "after", "before", "prior")
    if bound and re.match(r"\s+\w", ctx.right(3)):
        return None
    forward = match["way"].lower() in ("later", "after", "on", "afterward", "afterwards", "hence")
    if not forward and unit == "Y" and amount == 1 and (told := ctx.quarter_told()):
        return year_before(told)
    if amount is None:
        return Sense(value=duration_value(None, unit), kind="duration")
    from_ = _story_anchor(ctx, unit, forward)
    if from_ is None or unit.startswith("T"):
        return Sense(value=duration_value(amount, unit), kind="duration")
    return at_grain(moved(from_, amount if forward else -amount, unit), unit, amount)


def _from_now(match: re.Match[str], ctx: Context) -> Sense | None:
    amount, unit = _counted(match)
    if amount is None or ctx.anchor is None or unit.startswith("T"):
        return ref("FUTURE_REF")
    return at_grain(moved(ctx.anchor, amount, unit), unit, amount)


def story_unit(unit: str, by: int, ctx: Context) -> Sense | None:
    from_ = _story_anchor(ctx, unit_code(unit), by > 0)
    if from_ is None:
        return open_value("XXXX-XX-XX")
    if unit == "day":
        return day(shift(from_, by))
    if unit == "week":
        return week(shift(from_, by * 7))
    if unit == "month":
        return month(*months_on(from_.year, from_.month, by))
    if unit == "year":
        return year(from_.year + by) if 1 < from_.year < 9990 else None
    return None


def _next_day(match: re.Match[str], ctx: Context) -> Sense | None:
    which = match["w"].lower()
    by = {"next": 1, "following": 1, "previous": -1, "same": 0, "that": 0, "that same": 0}[which]
    from_ = _story_anchor(ctx, "D", by > 0)
    if from_ is None:
        return open_value("XXXX-XX-XX")
    return with_part(shift(from_, by), match["part"])


def _that_year(match: re.Match[str], ctx: Context) -> Sense | None:
    told, unit = ctx.narrated(), match["u"].lower()
    if told is None or told.first is None:
        return None
    on = told.first
    return {"week": week(on), "month": month(on.year, on.month), "year": year(on.year)}[unit]


def _day_before(match: re.Match[str], ctx: Context) -> Sense | None:
    """ "the day before", "the day after": from the time told before it."""
    if re.match(r"\s+(?:yesterday|tomorrow)", ctx.right()):
        return None
    if re.match(r"\s+(?:the|a|an|its?|their|his|her|[A-Z])", ctx.right()):
        return None
    forward = match["w"].lower() == "after"
    from_ = _story_anchor(ctx, "D", forward)
    return day(shift(from_, 1 if forward else -1)) if from_ else open_value("XXXX-XX-XX")


def _since_then(match: re.Match[str], ctx: Context) -> Sense | None:
    told = ctx.narrated()
    if told is None or told.first is None or ctx.anchor is None or told.first > ctx.anchor:
        return ref("PAST_REF")
    return days((told.first, ctx.anchor), "PAST_REF", told.precision)


def _elapsed(match: re.Match[str], ctx: Context) -> Sense | None:
    amount, unit = _counted(match)
    if amount is None or ctx.month_anchor is None or unit.startswith("T"):
        return None
    on = moved(ctx.month_anchor, -amount, unit)
    return month(on.year, on.month) if unit in ("M", "Y", "DE") else at_grain(on, unit, amount)


def _years_ago_this(match: re.Match[str], ctx: Context) -> Sense | None:
    """ "two years ago this month": that month of an earlier year."""
    if ctx.anchor is None or not ctx.month_anchor:
        return ref("PAST_REF")
    on = moved(ctx.anchor, -(number(match["n"]) or 1), "Y")
    if match["today"] and ctx.day_anchor:
        return day(on)
    return week(on) if match["u"] and match["u"].lower() == "week" else month(on.year, on.month)


def _that_month(match: re.Match[str], ctx: Context) -> Sense | None:
    """ "that February": of the year told before it."""
    told, month_ = ctx.narrated(), month_number(match["m"])
    return month(told.first.year, month_) if told and told.first else None


def _same_period(match: re.Match[str], ctx: Context) -> Sense | None:
    """ "the same month last year": of the time told before it, a year back; else the year alone."""
    told, unit = ctx.narrated(), match["u"].lower()
    if ctx.anchor is None and not match["y"]:
        return ref("PAST_REF")
    told_year = told.first.year if told and told.first else ctx.anchor.year if ctx.anchor else 0
    number_ = int(match["y"]) if match["y"] else told_year - 1
    if told is None or told.first is None or unit in ("day", "time", "week"):
        return year(number_)
    if unit == "month" or told.precision is DatePrecision.MONTH:
        return month(number_, told.first.month)
    if told.precision is DatePrecision.SEASON and "-Q" in (told.value or ""):
        return quarter(number_, (told.first.month - 1) // 3 + 1)
    return year(number_)


def _night_before(match: re.Match[str], ctx: Context) -> Sense | None:
    """ "the night before": of the day told before it."""
    forward = match["w"].lower() == "after"
    from_ = _story_anchor(ctx, "D", forward) if ctx.day_anchor or ctx.narrated() else None
    if from_ is None:
        return open_value("XXXX-XX-XX")
    return with_part(shift(from_, 1 if forward else -1), match["part"])


_HEDGED = rf"(?:(?P<hedge>{HEDGE})\s+)?"
_N = (
    rf"(?P<n>{NUMBER}|{VAGUE})(?:\s+(?:more|full|whole|long|short|straight|consecutive|and a half))?(?:\s+|-)"
)
_U = rf"(?P<u>{UNIT})"
RULES: tuple[Rule, ...] = (
    rule("ago", rf"(?i:{_HEDGED}{_N}{_U}(?:\s+or\s+(?:so|more))?\s+(?:ago|back))", _ago, needs="ago back"),
    rule("later", rf"(?i:{_HEDGED}{_N}{_U}\s+(?P<way>later|earlier|after|afterwards?|before|previously|prior|on)(?=[\s.,;:]))", _later, needs="later earlier after before previously prior on", kind="unit later"),
    rule("elapsed", rf"(?i:{_HEDGED}{_N}{_U}(?=\s+(?:have|has)\s+(?:now\s+)?(?:e?lapsed|passed|gone)))", _elapsed, needs="lapsed passed gone"),
    rule("from now", rf"(?i:{_HEDGED}{_N}{_U}\s+(?:from\s+now|hence|from\s+today))", _from_now, needs="now hence today"),
    rule("next day", r"(?i:(?:the\s+)?(?P<w>next|following|previous|same|that same|that)\s+(?:day|(?P<part>morning|afternoon|evening|night)))", _next_day, needs="next following previous same that"),
    rule("same period", rf"(?i:the\s+(?:same|corresponding)\s+(?P<u>day|week|month|quarter|period|time)\s+(?:of\s+)?(?:the\s+)?(?:(?P<last>last|previous)\s+year|(?P<y>{YEAR})|(?:a|one)\s+year\s+(?:ago|earlier)))", _same_period, needs="same corresponding"),
    rule("night before", r"(?i:the\s+(?P<part>night|evening|morning)\s+(?P<w>before|after))(?!\s+(?:the|a|an|its?|their|his|her)\b|\s+[A-Z])", _night_before, needs="before after"),
    rule("years ago this month", r"(?i:(?P<n>a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+years?\s+ago\s+(?:(?P<today>today)|this\s+(?P<u>week|month)))", _years_ago_this, needs="ago"),
    rule("that month", rf"(?i:that)\s+(?P<m>{MONTH})(?!\s+\d)", _that_month, needs="that"),
    rule("that year", r"(?i:(?:the\s+same|that(?:\s+same)?)\s+(?P<u>week|month|year))", _that_year, needs="same that"),
    rule("day before", r"(?i:(?:the|a)\s+day\s+(?P<w>before|after|earlier))", _day_before, needs="day"),
    rule("since then", r"(?i:(?<=since\s)then|ever\s+since|(?<=since\s)that\s+time)", _since_then, needs="then since that"),
)  # fmt: skip
