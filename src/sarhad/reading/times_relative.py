"""Times told from the day of writing or from the story: "yesterday", "last week", "on Tuesday", "two days later"."""

import re
from datetime import date

from sarhad.codebook import DatePrecision
from sarhad.reading.times_absolute import narrowed
from sarhad.reading.times_calendar import (
    month_days,
    months_on,
    quarter_of,
    season_days,
    shift,
    week_days,
    week_value,
)
from sarhad.reading.times_sense import (
    Context,
    Rule,
    Sense,
    day,
    days,
    month,
    open_value,
    quarter,
    ref,
    rule,
    season,
    week,
    year,
)
from sarhad.reading.times_words import (
    DAY_PART,
    DAY_PARTS,
    HEDGE,
    NUMBER,
    ORDINAL,
    ORDINALS,
    SEASON,
    SEASON_CODES,
    UNIT,
    VAGUE,
    WEEKDAY,
    YEAR,
    number,
    unit_code,
    weekday_number,
)

_BY_NAME = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}


def _with_part(on: date, part: str | None) -> Sense:
    code = DAY_PARTS.get((part or "").lower())
    return day(on, f"{on.isoformat()}T{code}" if code else None)


def _coarse_today(ctx: Context) -> Sense:
    """Today where the anchor is no finer than a month: the anchor's own span."""
    if ctx.anchor is None:
        return open_value("PRESENT_REF", "ref")
    if ctx.month_anchor:
        return month(ctx.anchor.year, ctx.anchor.month)
    return year(ctx.anchor.year)


def _named_day(match: re.Match[str], ctx: Context) -> Sense | None:
    name = re.sub(r"\s+", " ", match["n"].lower())
    if ctx.day_anchor is None:
        return _coarse_today(ctx) if ctx.anchor else open_value("XXXX-XX-XX")
    part = "night" if name == "tonight" else match["part"]
    return _with_part(shift(ctx.day_anchor, _BY_NAME[name]), part)


def _this_morning(match: re.Match[str], ctx: Context) -> Sense | None:
    if ctx.day_anchor is None:
        return _coarse_today(ctx) if ctx.anchor else open_value("XXXX-XX-XX")
    back = -1 if match["w"].lower() in ("last", "yesterday") else 0
    return _with_part(shift(ctx.day_anchor, back), match["part"])


def _overnight(match: re.Match[str], ctx: Context) -> Sense | None:
    if ctx.day_anchor is None:
        return _coarse_today(ctx) if ctx.anchor else open_value("XXXX-XX-XX")
    on = ctx.day_anchor
    return days((shift(on, -1), on), f"{shift(on, -1).isoformat()}TNI")


def weekday_near(weekday: int, anchor: date, told_ahead: bool | None) -> date:
    """The weekday meant: the most recent one (the anchor's own day included), or the next when told as to come."""
    if told_ahead is True:
        return shift(anchor, (weekday - anchor.weekday()) % 7)
    return shift(anchor, -((anchor.weekday() - weekday) % 7))


def _weekday(match: re.Match[str], ctx: Context) -> Sense | None:
    name, which = match["wd"], (match["which"] or "").lower()
    if len(name.strip(".")) <= 3 and name.isupper():
        return None
    number_ = weekday_number(name)
    if ctx.day_anchor is None:
        return open_value(f"XXXX-WXX-{number_ + 1}")
    on = _weekday_on(number_, which, ctx.day_anchor, ctx.ahead)
    return _with_part(on, match["part"])


def _weekday_on(weekday: int, which: str, anchor: date, told_ahead: bool | None) -> date:
    back, on = (anchor.weekday() - weekday) % 7, (weekday - anchor.weekday()) % 7
    if which in ("last", "past", "previous"):
        return shift(anchor, -(back or 7))
    if which in ("next", "coming", "this coming", "following"):
        return shift(anchor, on or 7)
    if which == "this":
        return shift(anchor, -back if told_ahead is False else on)
    return weekday_near(weekday, anchor, told_ahead)


def _weekday_of_week(match: re.Match[str], ctx: Context) -> Sense | None:
    if ctx.day_anchor is None:
        return open_value(f"XXXX-WXX-{weekday_number(match['wd']) + 1}")
    by = {"last": -7, "next": 7}.get(match["which"].lower(), 0)
    monday = week_days(shift(ctx.day_anchor, by))[0]
    return day(shift(monday, weekday_number(match["wd"])))


def _week_ago_weekday(match: re.Match[str], ctx: Context) -> Sense | None:
    if ctx.day_anchor is None:
        return None
    return day(shift(weekday_near(weekday_number(match["wd"]), ctx.day_anchor, False), -7))


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
        return _story_unit(unit, 1 if which == "following" else -1, ctx)
    by = _STEP[which]
    if ctx.anchor is None:
        return open_value({"week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(unit, "XXXX"), "range")
    sense = _unit_at(unit, ctx.anchor, by, ctx)
    if sense is None:
        return None
    if by == 0 and not lead.strip() and ctx.day_anchor:
        return _cut(sense, "later", ctx) if ctx.ahead else _so_far(sense, ctx.day_anchor)
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
        return _coarse_today(ctx)
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


# --- so many units ago, later, earlier


def moved(anchor: date, amount: float, unit: str) -> date:
    """`amount` units after `anchor` (before it when negative)."""
    if unit in ("D", "W", "2W"):
        return shift(anchor, round(amount * {"D": 1, "W": 7, "2W": 14}[unit]))
    months = round(amount * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit])
    year_, month_ = months_on(anchor.year, anchor.month, months)
    return min(
        date(year_, month_, min(anchor.day, 28)) if anchor.day > 28 else date(year_, month_, anchor.day),
        month_days(year_, month_)[1],
    )


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
        return _with_part(ctx.day_anchor, None) if ctx.day_anchor else ref("PAST_REF")
    if ctx.anchor is None:
        return open_value("PAST_REF", "ref")
    if unit == "Y" and amount == 1 and (told := ctx.quarter_told()):
        return _year_before(told)
    hedge = (match["hedge"] or "").lower()
    if unit == "Y" and amount == 1 and ctx.month_anchor:
        close = moved(ctx.anchor, -11 if hedge in ("nearly", "almost", "just under") else -12, "M")
        return month(close.year, close.month) if hedge else year(close.year)
    return at_grain(moved(ctx.anchor, -amount, unit), unit, amount)


def _year_before(told: Sense) -> Sense:
    assert told.value is not None
    return quarter(int(told.value[:4]) - 1, int(told.value[-1]))


def _story_anchor(ctx: Context) -> date | None:
    told = ctx.narrated()
    return told.first if told else ctx.anchor


def _later(match: re.Match[str], ctx: Context) -> Sense | None:
    amount, unit = _counted(match)
    bound = match["way"].lower() in ("on", "after", "before", "prior")
    if bound and re.match(r"\s+\w", ctx.right(3)):
        return None
    forward = match["way"].lower() in ("later", "after", "on", "afterward", "afterwards", "hence")
    if not forward and unit == "Y" and amount == 1 and (told := ctx.quarter_told()):
        return _year_before(told)
    if amount is None:
        return Sense(value=duration_value(None, unit), kind="duration")
    from_ = _story_anchor(ctx)
    if from_ is None or unit.startswith("T"):
        return Sense(value=duration_value(amount, unit), kind="duration")
    return at_grain(moved(from_, amount if forward else -amount, unit), unit, amount)


def _from_now(match: re.Match[str], ctx: Context) -> Sense | None:
    amount, unit = _counted(match)
    if amount is None or ctx.anchor is None or unit.startswith("T"):
        return ref("FUTURE_REF")
    return at_grain(moved(ctx.anchor, amount, unit), unit, amount)


def _story_unit(unit: str, by: int, ctx: Context) -> Sense | None:
    from_ = _story_anchor(ctx)
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
    told = ctx.narrated()
    if told is None or (
        told.precision is not DatePrecision.DAY and which not in ("same", "that", "that same")
    ):
        return open_value("XXXX-XX-XX") if ctx.day_anchor is None else day(shift(ctx.day_anchor, by))
    assert told.first is not None
    return _with_part(shift(told.first, by), match["part"])


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
    from_ = _story_anchor(ctx)
    if from_ is None:
        return open_value("XXXX-XX-XX")
    return day(shift(from_, 1 if match["w"].lower() in ("after",) else -1))


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


def _fiscal(match: re.Match[str], ctx: Context) -> Sense | None:
    which = (match["which"] or "").lower()
    if ctx.anchor is None or (not which and match["f"].lower() != "full"):
        return Sense(value="P1Y", kind="duration")
    by = {"last": -1, "previous": -1, "past": -1, "latest": -1, "next": 1}.get(which, 0)
    return year(min(max(ctx.anchor.year + by, 1), 9999))


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
        return _year_before(told) if match["back"] else quarter(int(told.value[:4]), int(told.value[-1]))
    if ctx.anchor is None:
        return open_value("XXXX-QX", "range")
    year_, month_ = months_on(ctx.anchor.year, ctx.anchor.month, -3)
    sense = quarter(year_, (month_ - 1) // 3 + 1)
    return _year_before(sense) if match["back"] else sense


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


def duration_value(amount: float | None, unit: str) -> str:
    """3, "D" → P3D; 2.5, "Y" → P2Y6M; None → X."""
    scale = {"2W": ("W", 2), "DE": ("Y", 10), "CE": ("Y", 100), "Q": ("M", 3)}.get(unit)
    if scale and amount is not None:
        unit, amount = scale[0], amount * scale[1]
    prefix = "PT" if unit.startswith("T") else "P"
    letter = unit.removeprefix("T") if unit.startswith("T") else unit
    if amount is None:
        return f"{prefix}X{letter}"
    if amount == int(amount):
        return f"{prefix}{int(amount)}{letter}"
    smaller = {"Y": (12, "M"), "H": (60, "M"), "D": (24, "H"), "W": (7, "D"), "M": (30, "D")}.get(letter)
    if smaller is None or amount >= 1000:
        return f"{prefix}{amount:g}{letter}"
    whole, rest = int(amount), round((amount - int(amount)) * smaller[0])
    return f"{prefix}{f'{whole}{letter}' if whole else ''}{'T' if letter == 'D' else ''}{rest}{smaller[1]}"


_LEAD_IN = r"(?P<lead>(?:(?:the\s+)?(?:earlier|later|early|late|mid|end|beginning|start|middle|rest|remainder)[-\s]+(?:in\s+|of\s+|on\s+)?)?)"
_HEDGED = rf"(?:(?P<hedge>{HEDGE})\s+)?"
_N = (
    rf"(?P<n>{NUMBER}|{VAGUE})(?:\s+(?:more|full|whole|long|short|straight|consecutive|and a half))?(?:\s+|-)"
)
_U = rf"(?P<u>{UNIT})"
RULES: tuple[Rule, ...] = (
    rule("named day", rf"(?i:(?P<n>today|tonight|yesterday|tomorrow|the day before yesterday|the day after tomorrow)(?:\s+(?P<part>{DAY_PART}))?)", _named_day),
    rule("this morning", r"(?i:(?P<w>this|last)\s+(?P<part>morning|afternoon|evening|night))", _this_morning),
    rule("overnight", r"(?i:overnight)", _overnight),
    rule("weekday", rf"(?:(?P<which>(?i:last|past|previous|next|this coming|coming|this|following))\s+)?(?P<wd>{WEEKDAY})(?:\s+(?P<part>(?i:{DAY_PART})))?", _weekday),
    rule("weekday of week", rf"(?P<wd>{WEEKDAY})\s+(?i:(?:of\s+)?(?P<which>last|this|next)\s+week)", _weekday_of_week),
    rule("week ago weekday", rf"(?i:(?:a|one)\s+week\s+ago\s+(?:on\s+)?)(?P<wd>{WEEKDAY})", _week_ago_weekday),
    rule("this unit", rf"(?i:{_LEAD_IN}(?P<which>(?:the\s+)?(?:last|past|previous|next|coming|following|current)|this)\s+(?P<u>week|weekend|month|quarter|year|decade|century))", _this_unit),
    rule("the weekend", r"(?i:the\s+weekend)", _the_weekend),
    rule("ago", rf"(?i:{_HEDGED}{_N}{_U}\s+(?:ago|back))", _ago),
    rule("later", rf"(?i:{_HEDGED}{_N}{_U}\s+(?P<way>later|earlier|after|afterwards?|before|previously|prior|on)(?=[\s.,;:]))", _later),
    rule("elapsed", rf"(?i:{_HEDGED}{_N}{_U}(?=\s+(?:have|has)\s+(?:now\s+)?(?:e?lapsed|passed|gone)))", _elapsed),
    rule("from now", rf"(?i:{_HEDGED}{_N}{_U}\s+(?:from\s+now|hence|from\s+today))", _from_now),
    rule("next day", r"(?i:(?:the\s+)?(?P<w>next|following|previous|same|that same|that)\s+(?:day|(?P<part>morning|afternoon|evening|night)))", _next_day),
    rule("that year", r"(?i:(?:the\s+same|that(?:\s+same)?)\s+(?P<u>week|month|year))", _that_year),
    rule("part of the unit", r"(?i:(?:the\s+)?(?P<lead>start|beginning|end|middle)\s+of\s+(?:the|this)\s+(?P<u>week|month|year|quarter|decade|century))", _unit_part),
    rule("year end", r"(?i:(?:around\s+)?(?:the\s+)?year(?:['’]s)?[- ]end)", _year_end),
    rule("fiscal year", r"(?i:(?:the\s+)?(?:(?P<which>current|latest|last|next|previous|this|past)\s+)?(?P<f>fiscal|financial|full)\s+year)", _fiscal),
    rule("the year", r"(?i:(?<=for\s)the\s+year|(?<=in\s)the\s+year|(?<=of\s)the\s+year)", _the_year),
    rule("day before", r"(?i:(?:the|a)\s+day\s+(?P<w>before|after|earlier))", _day_before),
    rule("since then", r"(?i:(?<=since\s)then|ever\s+since|(?<=since\s)that\s+time)", _since_then),
    rule("quarter", rf"(?i:(?:(?P<prel>last|this|next)\s+year['’]s\s+)?(?:the\s+)?(?:(?P<py>{YEAR})(?:['’]s)?\s+)?(?:fiscal\s+)?(?:(?P<o>{ORDINAL})[- ](?:fiscal[- ])?quarter|Q(?P<q>[1-4]))(?:\s+(?:of\s+)?(?:fiscal\s+)?(?:(?P<y>{YEAR})|(?P<rel>(?:last|this|next|a|the previous)\s+year)))?)", _quarter),
    rule("the quarter", r"(?i:(?:the\s+)?(?:(?:latest|recent|just-ended|most\s+recent)\s+(?:quarter|period)|the\s+quarter|(?P<back>(?:the\s+)?year[- ](?:ago|earlier)(?:\s+(?:quarter|period))?)))", _the_quarter),
    rule("season", rf"(?i:(?:(?P<which>last|this|next|past|coming)\s+|(?<=in\s)the\s+|(?<=during\s)the\s+|(?:early|late)\s+)(?P<s>{SEASON}))(?!\s+of\s+[a-z])", _season),
)  # fmt: skip
