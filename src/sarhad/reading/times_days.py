"""Days told from the day of writing: "yesterday", "on Tuesday morning", "last Wednesday", "overnight"."""

import re
from datetime import date

from sarhad.codebook import DatePrecision
from sarhad.reading.times_absolute import yearless_day
from sarhad.reading.times_calendar import (
    months_on,
    possible,
    shift,
    week_days,
)
from sarhad.reading.times_sense import (
    Context,
    Rule,
    Sense,
    day,
    days,
    month,
    open_value,
    rule,
    year,
)
from sarhad.reading.times_words import (
    DAY,
    DAY_PART,
    DAY_PARTS,
    MONTH,
    WEEKDAY,
    YEAR,
    month_number,
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


def with_part(on: date, part: str | None) -> Sense:
    code = DAY_PARTS.get((part or "").lower())
    return day(on, f"{on.isoformat()}T{code}" if code else None)


def coarse_today(ctx: Context) -> Sense:
    """Today where the anchor is no finer than a month: the anchor's own span."""
    if ctx.anchor is None:
        return open_value("PRESENT_REF", "ref")
    if ctx.month_anchor:
        return month(ctx.anchor.year, ctx.anchor.month)
    return year(ctx.anchor.year)


def _named_day(match: re.Match[str], ctx: Context) -> Sense | None:
    name = re.sub(r"\s+", " ", match["n"].lower())
    if ctx.day_anchor is None:
        return coarse_today(ctx) if ctx.anchor else open_value("XXXX-XX-XX")
    part = "night" if name == "tonight" else match["part"]
    return with_part(shift(ctx.day_anchor, _BY_NAME[name]), part)


def _this_morning(match: re.Match[str], ctx: Context) -> Sense | None:
    if ctx.day_anchor is None:
        return coarse_today(ctx) if ctx.anchor else open_value("XXXX-XX-XX")
    back = -1 if match["w"].lower() in ("last", "yesterday") else 0
    return with_part(shift(ctx.day_anchor, back), match["part"])


def _overnight(match: re.Match[str], ctx: Context) -> Sense | None:
    if ctx.day_anchor is None:
        return coarse_today(ctx) if ctx.anchor else open_value("XXXX-XX-XX")
    on = ctx.day_anchor
    return days((shift(on, -1), on), f"{shift(on, -1).isoformat()}TNI")


def weekday_near(weekday: int, anchor: date, told_ahead: bool | None) -> date:
    """The weekday meant: the most recent one (the anchor's own day included), or the next when told as to come."""
    if told_ahead is True:
        return shift(anchor, (weekday - anchor.weekday()) % 7)
    return shift(anchor, -((anchor.weekday() - weekday) % 7))


def _weekday(match: re.Match[str], ctx: Context) -> Sense | None:
    name, which = match["wd"], (match["which"] or "").lower()
    if (len(name.strip(".")) <= 3 and name.isupper()) or _NAMED_DAY.search(ctx.left()):
        return None
    number_ = weekday_number(name)
    if ctx.day_anchor is None:
        return open_value(f"XXXX-WXX-{number_ + 1}")
    on = _of_the_week_told(number_, which, ctx)
    return with_part(on or _weekday_on(number_, which, ctx.day_anchor, ctx.ahead), match["part"])


# "the Good Friday agreement", "Bloody Sunday" are names
_NAMED_DAY = re.compile(r"\b(?:Good|Black|Bloody|Ash|Palm|Cyber|Super|Holy|Maundy|Easter|Shrove)\s+$")


def _of_the_week_told(weekday: int, which: str, ctx: Context) -> date | None:
    """ "last week they hit the post on Tuesday, then on Friday": of the week told before it in the same sentence."""
    told = ctx.before[-1] if ctx.before else None
    between = ctx.text[ctx.last_end : ctx.start]
    if which or told is None or told.precision is not DatePrecision.WEEK or told.first is None:
        return None
    if len(between) > 80 or re.search(r"[.!?\n]", between) or told.first.weekday():
        return None
    return shift(told.first, weekday)


def _weekday_on(weekday: int, which: str, anchor: date, told_ahead: bool | None) -> date:
    back, on = (anchor.weekday() - weekday) % 7, (weekday - anchor.weekday()) % 7
    if which in ("last", "past", "previous"):
        return shift(anchor, -(back if back > 1 else back + 7))  # of yesterday nobody says "last Thursday"
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


def _numbered(match: re.Match[str], ctx: Context) -> Sense | None:
    """ "on the 15th": of the month told before it, else the nearest past one."""
    number_ = int(match["d"])
    told = ctx.narrated()
    if told and told.first:
        on = possible(told.first.year, told.first.month, number_)
        return day(on) if on else None
    if ctx.day_anchor is None:
        return open_value(f"XXXX-XX-{number_:02d}")
    anchor = ctx.day_anchor
    year_, month_ = (
        (anchor.year, anchor.month) if number_ <= anchor.day else months_on(anchor.year, anchor.month, -1)
    )
    on = possible(year_, month_, number_)
    return day(on) if on else None


_AND = re.compile(r"(?:,|,?\s+and)\s+(?:on\s+)?(?:the\s+)?")


def _further(match: re.Match[str], ctx: Context) -> Sense | None:
    """ "October 11, 12 and 15": the days after the first are of its month."""
    told = ctx.before[-1] if ctx.before else None
    if told is None or told.kind != "day" or told.value is None or not ctx.last_end:
        return None
    after_number = re.search(r"\d(?:st|nd|rd|th)?$", ctx.text[max(0, ctx.last_end - 4) : ctx.last_end])
    if not after_number or not _AND.fullmatch(ctx.text, ctx.last_end, ctx.start):
        return None
    number_ = int(match["d"])
    if told.first is None:
        open_month = re.match(r"XXXX-\d\d-", told.value)
        return open_value(f"{open_month[0]}{number_:02d}") if open_month else None
    on = possible(told.first.year, told.first.month, number_)
    return day(on) if on and on > told.first else None


def _further_first(match: re.Match[str], ctx: Context) -> Sense | None:
    """ "11 and 15 October": the first day takes its month from the last."""
    month_ = month_number(match["m"])
    if match["y"]:
        on = possible(int(match["y"]), month_, int(match["d"]))
        return day(on) if on else None
    return yearless_day(month_, int(match["d"]), ctx)


def _part_of_day(match: re.Match[str], ctx: Context) -> Sense | None:
    """ "in the morning": of the day told before it in the same paragraph, else of the day of writing."""
    if re.match(r"\s+of\b|\s+hours\b", ctx.right(8)):
        return None
    told = ctx.narrated() if "\n" not in ctx.text[ctx.last_end : ctx.start] else None
    on = told.first if told and told.precision is DatePrecision.DAY else ctx.day_anchor
    return with_part(on, match["part"] or match["night"] or match["mid"]) if on else None


_TH = r"(?:st|nd|rd|th)?"
_EARLIER = r"(?:(?i:(?P<rest>earlier|later|late|early)(?:\s+on)?)\s+)?"
RULES: tuple[Rule, ...] = (
    rule("named day", rf"(?i:(?:(?:earlier|later|late|early)\s+)?(?P<n>today|tonight|yesterday|tomorrow|the day before yesterday|the day after tomorrow)(?:\s+(?P<part>{DAY_PART}))?)", _named_day, needs="day night tomorrow"),
    rule("this morning", r"(?i:(?P<w>this|last)\s+(?P<part>morning|afternoon|evening|night))", _this_morning, needs="this last"),
    rule("overnight", r"(?i:overnight)", _overnight, needs="overnight"),
    rule("weekday", rf"{_EARLIER}(?:(?P<which>(?i:last|past|previous|next|this coming|coming|this|following))\s+)?(?P<wd>{WEEKDAY})(?:\s+(?P<part>(?i:{DAY_PART})))?", _weekday),
    rule("weekday of week", rf"(?P<wd>{WEEKDAY})\s+(?i:(?:of\s+)?(?P<which>last|this|next)\s+week)", _weekday_of_week, needs="week"),
    rule("week ago weekday", rf"(?i:(?:a|one)\s+week\s+ago\s+(?:on\s+)?)(?P<wd>{WEEKDAY})", _week_ago_weekday, needs="ago"),
    rule("further day first", rf"(?P<d>{DAY}){_TH}(?=(?:,\s*{DAY}{_TH})*,?\s+and\s+{DAY}{_TH}\s+(?:of\s+)?(?P<m>{MONTH})(?:,?\s+(?P<y>{YEAR}))?)", _further_first),
    rule("further day", rf"(?P<d>{DAY}){_TH}(?=\s*(?:[.,;:)]|$|(?:and|in|at|by|to|with|when|as|but)\b))", _further),
    rule("part of the day", r"(?i:(?:(?:early|late|later)\s+)?(?<=in\s)the\s+(?P<part>morning|afternoon|evening)|(?:during|in)\s+the\s+(?P<night>night)|(?:by|(?<=in\s)the)\s+(?:mid|early|late)[- ](?P<mid>morning|afternoon|evening))", _part_of_day, needs="morning afternoon evening night"),
    rule("numbered day", rf"(?<=[Oo]n )the\s+(?P<d>{DAY})(?:st|nd|rd|th)(?=\s*[,.;]|\s+(?:both|it|they|he|she)\b)", _numbered, needs="the"),
)  # fmt: skip
