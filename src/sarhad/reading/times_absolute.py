"""Dates that carry their own day, month or year: "11 October 2025", "Oct. 11", "mid-October", "in 2013", "the 1990s"."""

import re
from datetime import date

from sarhad.codebook import DatePrecision
from sarhad.reading.times_calendar import (
    Days,
    month_days,
    months_on,
    possible,
    shift,
    year_days,
)
from sarhad.reading.times_direction import intended
from sarhad.reading.times_entries import entry_day
from sarhad.reading.times_sense import (
    Context,
    Rule,
    Sense,
    day,
    days,
    month,
    open_value,
    rule,
    season,
)
from sarhad.reading.times_words import (
    DAY,
    MONTH,
    MONTHS,
    SEASON,
    SEASON_CODES,
    WEEKDAY,
    YEAR,
    month_number,
    weekday_number,
)

_TH = r"(?:st|nd|rd|th)?"
_OF_YEAR = r"(?:,?\s+(?:of\s+)?(?i:(?P<year>last|this|next)\s+year)(?!['’]s))?"
_LEAD = rf"(?:(?P<lead>{WEEKDAY}),?\s+)?"
PART = (
    r"(?P<part>(?i:(?:the\s+)?(?:very\s+)?(?:early|late|mid|middle|beginning|start|end|first half|second half|last days)"
    r"(?:[- ]+(?:in|of|to|part of|the)(?:\s+the)?)?(?:[- ]to[- ](?:late|mid))?)[-\s]+)?"
)
# a year-less day this far ahead of the anchor may still be meant when no verb tells; told as past, only this far
# where an intention stands before it ("agreed to meet on March 12"): ten months back a paper tells the year
_NEAR_AHEAD, _INTENDED_AHEAD = 30, 60


def nearest(options: list[date], told_ahead: bool | None, anchor: date) -> date:
    """Which of the same day in several years is meant: the past one, unless told as to come or very near."""
    behind = [o for o in options if o <= anchor]
    ahead = [o for o in options if o >= anchor]
    if not behind or not ahead:
        return (behind or ahead)[-1 if behind else 0]
    gap_back, gap_on = (anchor - behind[-1]).days, (ahead[0] - anchor).days
    if told_ahead is True and gap_on <= 300:
        return ahead[0]
    if told_ahead is None and gap_on <= _NEAR_AHEAD and gap_back > gap_on:
        return ahead[0]
    return behind[-1]


def yearless_day(month_: int, day_: int, ctx: Context, weekday: int | None = None) -> Sense | None:
    """The day of a month, the year told by the anchor, and by the weekday where one stands beside it."""
    if possible(2024, month_, day_) is None:
        return None
    if ctx.anchor is None:
        return open_value(f"XXXX-{month_:02d}-{day_:02d}")
    if told := _year_beside(ctx, _DATED_DAY, (month_, day_)):
        on = possible(told, month_, day_)
        return day(on) if on else None
    anchor = entry_day(ctx) or (ctx.anchor if ctx.day_anchor else _end_of(ctx))
    years = range(max(anchor.year - 1, 1), min(anchor.year + 1, 9999) + 1)
    options = [d for y in years if (d := possible(y, month_, day_))]
    if not options:
        return open_value(f"XXXX-{month_:02d}-{day_:02d}")
    if (opening := ctx.opened_by(DatePrecision.DAY)) and (closing := [d for d in options if d >= opening]):
        return day(closing[0])
    fitting = [d for d in options if d.weekday() == weekday]
    return day(nearest(fitting or options, told_ahead(options, anchor, ctx), anchor))


def told_ahead(options: list[date], anchor: date, ctx: Context) -> bool | None:
    """Whether the clause tells it as to come; an intention before it counts where the day is near ahead."""
    near = any(0 < (o - anchor).days <= _INTENDED_AHEAD for o in options)
    if near and ctx.ahead is not True and intended(ctx.text, ctx.start):
        return True
    return ctx.ahead


def _end_of(ctx: Context) -> date:
    assert ctx.anchor is not None
    if ctx.month_anchor:
        return month_days(ctx.anchor.year, ctx.anchor.month)[1]
    return year_days(ctx.anchor.year)[1]


def _full(match: re.Match[str], ctx: Context) -> Sense | None:
    on = possible(int(match["y"]), month_number(match["m"]), int(match["d"]))
    return day(on) if on else None


def _iso(match: re.Match[str], ctx: Context) -> Sense | None:
    on = possible(int(match["y"]), int(match["m"]), int(match["d"]))
    if on is None:
        return None
    return day(on, f"{on.isoformat()}T{match['hm']}" if match["hm"] else None)


def _slashed(match: re.Match[str], ctx: Context) -> Sense | None:
    a, b, y = int(match["a"]), int(match["b"]), int(match["y"])
    if len(match["y"]) == 2:
        y += 1900 if y > 50 else 2000
    elif len(match["y"]) != 4:
        return None
    options = [d for d in (possible(y, b, a), possible(y, a, b)) if d]
    if not options:
        return None
    habit = _habit(ctx.text)
    if habit is None and ctx.anchor:
        anchor = ctx.anchor
        options.sort(key=lambda d: (d > anchor, abs((anchor - d).days)))
    return day(options[-1 if habit == "month" else 0])


_IN_FIGURES = re.compile(r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/.]\d)")


def _habit(text: str) -> str | None:
    """Whether a text writes the day or the month first, as those of its dates tell that can be read one way only."""
    pairs = [(int(m[1]), int(m[3])) for m in _IN_FIGURES.finditer(text)]
    day_first = any(a > 12 >= b for a, b in pairs)
    month_first = any(b > 12 >= a for a, b in pairs)
    return None if day_first == month_first else "day" if day_first else "month"


def _day_month(match: re.Match[str], ctx: Context) -> Sense | None:
    if match["year"] and ctx.anchor:
        number = ctx.anchor.year + {"last": -1, "next": 1}.get(match["year"].lower(), 0)
        on = possible(number, month_number(match["m"]), int(match["d"]))
        return day(on) if on else None
    weekday = weekday_number(match["lead"]) if match["lead"] else None
    return yearless_day(month_number(match["m"]), int(match["d"]), ctx, weekday)


def _misspelt(match: re.Match[str], ctx: Context) -> Sense | None:
    """ "Jauary 14": one letter off a month's name, beside a number of a day."""
    odd = match["odd"].lower()
    number = next(
        (n for name, n in MONTHS.items() if len(name) > 5 and name != odd and _one_off(odd, name)), None
    )
    if number is None:
        return None
    if match["y"]:
        on = possible(int(match["y"]), number, int(match["d"]))
        return day(on) if on else None
    return yearless_day(number, int(match["d"]), ctx)


def _one_off(odd: str, name: str) -> bool:
    if len(odd) == len(name):
        return sum(a != b for a, b in zip(odd, name, strict=True)) == 1 or sorted(odd) == sorted(name)
    longer, shorter = (odd, name) if len(odd) > len(name) else (name, odd)
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def _day_range(match: re.Match[str], ctx: Context) -> Sense | None:
    month_, first, last = month_number(match["m"]), int(match["d"]), int(match["e"])
    # "between October 11 and 15" is a span, "on October 11 and 15" are two days
    if last <= first or (
        re.search(r"\band\b", match[0]) and not ctx.left().lower().rstrip().endswith("between")
    ):
        return None
    if match["y"]:
        a, b = possible(int(match["y"]), month_, first), possible(int(match["y"]), month_, last)
        return days((a, b), a.isoformat()) if a and b else None
    opening, closing = yearless_day(month_, first, ctx), yearless_day(month_, last, ctx)
    if opening is None or closing is None or opening.first is None or closing.first is None:
        return opening
    end = possible(opening.first.year, month_, last)
    return days((opening.first, end), opening.value) if end else None


def part_of(span: Days, part: str) -> Days:
    """The early, middle or late third of a span (a week at the end of a month)."""
    first, last = span
    third = ((last - first).days + 1) // 3
    part = part.lower()
    if re.search(r"\b(?:first half)", part):
        return first, shift(first, (last - first).days // 2)
    if re.search(r"\b(?:second half)", part):
        return shift(first, (last - first).days // 2 + 1), last
    if re.search(r"\b(?:beginning|start)\b", part) and 360 < (last - first).days < 370:
        return first, shift(first, 59)
    if re.search(r"\b(?:end|last days)\b", part):
        return shift(last, -6 if third <= 11 else -30), last
    if re.search(r"\b(?:early|beginning|start)\b", part):
        return first, shift(first, third - 1)
    if "mid" in part:
        return shift(first, third), shift(last, -third)
    if re.search(r"\blate\b", part):
        return shift(last, -third + 1), last
    return span


def narrowed(sense: Sense, part: str | None) -> Sense:
    """A month or year told in part ("late April"): its value stays, its days narrow."""
    if not part or sense.first is None or sense.last is None:
        return sense
    first, last = part_of((sense.first, sense.last), part)
    return Sense(value=sense.value, first=first, last=last, precision=sense.precision, kind="range")


def _month_year(match: re.Match[str], ctx: Context) -> Sense | None:
    return narrowed(month(int(match["y"]), month_number(match["m"])), match["part"])


def _month_relative_year(match: re.Match[str], ctx: Context) -> Sense | None:
    number, which = month_number(match["m"]), match["which"].lower()
    by = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(which.split()[-1], 0)
    if which == "that":
        told = ctx.narrated()
        return month(told.first.year, number) if told and told.first else None
    if ctx.anchor is None:
        return open_value(f"XXXX-{number:02d}", "range")
    return narrowed(month(ctx.anchor.year + by, number), match["part"])


_FOR = re.compile(
    r"\b(?:for|through|until|till|by|perhaps in|possibly in)\s+(?:(?:early|mid|late)[- ])?$", re.I
)


_MAY = re.compile(r"\s+(?:could|may|might|would)\b")


def _leans_ahead(ctx: Context) -> bool:
    """ "quotas for May", "agreed to admit them in March": read in the month or two before it."""
    return (
        _FOR.search(ctx.left()) is not None
        or _MAY.match(ctx.right()) is not None
        or intended(ctx.text, ctx.start)
    )


_RUN = r"\s*(?:,|,?\s*(?:and|or|to|until|till|through)\b|[-–—])\s*(?:early|late|mid)?[-\s]*"
_DATED_MONTH = re.compile(
    rf"{_RUN}(?:(?:{MONTH}),?(?:\s+and|,)\s+)?(?P<m>{MONTH}),?\s+(?:of\s+)?(?P<y>{YEAR})(?!\d)"
)
_DATED_DAY = re.compile(
    rf"{_RUN}(?:(?P<m>{MONTH})\s+(?P<d>{DAY})|(?P<e>{DAY}){_TH}\s+(?P<n>{MONTH})){_TH},?\s+(?P<y>{YEAR})(?!\d)"
)


def _year_beside(ctx: Context, pattern: re.Pattern[str], told: tuple[int, ...]) -> int | None:
    """ "in January and March 2026", "from 3 May to 7 June 2025": the year is told once, at the end."""
    match = pattern.match(ctx.text, ctx.end)
    if match is None:
        return None
    parts = match.groupdict()
    end = [month_number(parts["m"] or parts.get("n") or "")]
    if len(told) > 1:
        end.append(int(parts["d"] or parts["e"]))
    return int(parts["y"]) - (list(told) > end)


def recent_month(number: int, ctx: Context) -> Sense:
    """The month by its name alone: the most recent one begun, unless told as to come."""
    anchor = ctx.anchor
    if told := _year_beside(ctx, _DATED_MONTH, (number,)):
        return month(told, number)
    if anchor is None:
        return open_value(f"XXXX-{number:02d}", "range")
    if not ctx.month_anchor:
        return month(anchor.year, number)
    if opening := ctx.opened_by(DatePrecision.MONTH):
        return month(opening.year + (number < opening.month), number)
    behind = anchor.year if number <= anchor.month else anchor.year - 1
    months_ahead = (number - anchor.month) % 12
    if 0 < months_ahead <= (10 if ctx.ahead else 3 if _leans_ahead(ctx) else 0):
        return month(*months_on(anchor.year, anchor.month, months_ahead))
    return month(behind, number)


def _which_month(match: re.Match[str], ctx: Context) -> Sense | None:
    number, which = month_number(match["m"]), match["which"].lower()
    anchor = ctx.month_anchor
    if anchor is None:
        return recent_month(number, ctx)
    if which in ("last", "past"):
        return month(anchor.year if number < anchor.month else anchor.year - 1, number)
    if which in ("next", "coming"):
        return month(anchor.year if number > anchor.month else anchor.year + 1, number)
    return month(anchor.year, number)


_UNSURE_MONTH = re.compile(r"^(?:may|march|mar|dec|jan|sept?)$", re.I)
_TIME_WORD_BEFORE = re.compile(
    r"\b(?:in|of|since|until|till|by|from|to|through|between|and|during|for|before|after|every|each|late|early|mid|or|"
    r"as|end|last|next|this|on|throughout)[-\s]+(?:mid-|the\s+)?$",
    re.I,
)


def _the_march(name: str, ctx: Context) -> bool:
    """ "the March accession": a month in full before a noun."""
    noun = re.match(r"\s+(?!on\b|for\b|to\b|of\b|in\b|was\b|is\b|has\b)[a-z]{4,}", ctx.right())
    return name in ("March", "May") and ctx.left(5).lower().endswith("the ") and noun is not None


def _bare_month(match: re.Match[str], ctx: Context) -> Sense | None:
    name = match["m"]
    unsure = _UNSURE_MONTH.match(name.strip(". ")) or name[0] == name[:1].lower()
    if unsure and not match["part"] and not _the_march(name, ctx):
        if not _TIME_WORD_BEFORE.search(ctx.left()):
            return None
        if re.match(r"\s+(?:(?:I|he|she|it|we|they|you|be|have|not)\b|[A-Z])", ctx.right()):
            return None
    return narrowed(recent_month(month_number(name), ctx), match["part"])


def _season_year(match: re.Match[str], ctx: Context) -> Sense | None:
    return season(int(match["y"]), SEASON_CODES[match["s"].lower()])


_FIXED_FEASTS = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1),
    "new year's eve": (12, 31), "boxing day": (12, 26), "halloween": (10, 31), "valentine's day": (2, 14),
    "may day": (5, 1), "nowruz": (3, 20), "new year": (1, 1),
}  # fmt: skip


def _feast(match: re.Match[str], ctx: Context) -> Sense | None:
    name = re.sub(r"\s+", " ", match["f"].lower().replace("’", "'"))
    if name.startswith("thanksgiving"):
        return _thanksgiving(ctx)
    month_, day_ = _FIXED_FEASTS[name]
    if match["y"]:
        return day(date(int(match["y"]), month_, day_))
    return yearless_day(month_, day_, ctx)


def _thanksgiving(ctx: Context) -> Sense | None:
    if ctx.anchor is None:
        return open_value("XXXX-11-XX")
    years = (ctx.anchor.year - 1, ctx.anchor.year)
    thursdays = [shift(date(y, 11, 22), (3 - date(y, 11, 22).weekday()) % 7) for y in years]
    return day(nearest(thursdays, ctx.ahead, ctx.anchor))


RULES: tuple[Rule, ...] = (
    rule("full day first", rf"{_LEAD}(?i:the\s+)?(?P<d>{DAY}){_TH}(?:\s+(?:of\s+)?|-)(?P<m>{MONTH}),?(?:\s+|-)(?P<y>{YEAR})", _full, kind="month"),
    rule("full month first", rf"{_LEAD}(?P<m>{MONTH})\s+(?:the\s+)?(?P<d>{DAY}){_TH},?\s+(?P<y>{YEAR})", _full, kind="month"),
    rule("full year first", rf"(?P<y>{YEAR})\s+(?P<m>{MONTH})\s+(?P<d>{DAY})", _full, kind="month"),
    rule("iso", r"(?P<y>(?:19|20)\d\d)([-/])(?P<m>\d\d)\2(?P<d>\d\d)(?:[T ](?P<hm>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?", _iso),
    rule("slashed", r"(?P<a>\d{1,2})([/.])(?P<b>\d{1,2})\2(?P<y>\d{4}|\d\d)", _slashed),
    rule("days of month", rf"(?P<d>{DAY}){_TH}\s*(?:-|–|—|to|until|and)\s*(?P<e>{DAY}){_TH}\s+(?:of\s+)?(?P<m>{MONTH})(?:,?\s+(?P<y>{YEAR}))?", _day_range, kind="month"),
    rule("month days", rf"(?P<m>{MONTH})\s+(?P<d>{DAY}){_TH}\s*(?:-|–|—|to|until|and)\s*(?P<e>{DAY}){_TH}(?!:)(?:,?\s+(?P<y>{YEAR}))?", _day_range, kind="month"),
    rule("day month", rf"{_LEAD}(?i:the\s+(?=\d+(?:st|nd|rd|th)))?(?P<d>{DAY}){_TH}\s+(?:of\s+)?(?P<m>{MONTH}){_OF_YEAR}", _day_month, kind="month"),
    rule("month day", rf"(?:(?i:last|this past|this|next|coming)\s+)?{_LEAD}(?P<m>{MONTH})\s+(?:the\s+)?(?P<d>{DAY}){_TH}(?!\d|[.,:]\d){_OF_YEAR}", _day_month, kind="month"),
    rule("misspelt month day", rf"(?P<odd>[A-Z][a-z]{{1,7}}(?:uary|mber|ober|ust)),?\s+(?P<d>{DAY}){_TH}(?:,?\s+(?P<y>{YEAR}))?(?![\d:]|[.,]\d)", _misspelt),
    rule("misspelt day month", rf"(?P<d>{DAY}){_TH}\s+(?P<odd>[A-Z][a-z]{{1,7}}(?:uary|mber|ober|ust))(?:,?\s+(?P<y>{YEAR}))?", _misspelt),
    rule("month year", rf"{PART}(?P<m>{MONTH}),?\s+(?:of\s+)?(?P<y>{YEAR})", _month_year, kind="month"),
    rule("month of last year", rf"{PART}(?P<m>{MONTH}),?\s+(?:of\s+)?(?P<which>(?i:last|this|next|the previous|the following|that))\s+year", _month_relative_year, needs="year", kind="month"),
    rule("last month name", rf"(?P<which>(?i:last|this|next|past|coming))\s+(?P<m>{MONTH})", _which_month, kind="month"),
    rule("month", rf"{PART}(?P<m>{MONTH})", _bare_month, kind="month"),
    rule("season year", rf"(?i:(?:the\s+)?(?P<s>{SEASON})\s+(?:of\s+)?(?P<y>{YEAR}))", _season_year, needs="spring summer autumn fall winter"),
    rule("feast", rf"(?P<f>(?i:Christmas(?:\s+(?:Day|Eve))?|New Year['’]s\s+(?:Day|Eve)|Boxing Day|Halloween|Valentine['’]s Day|May Day|Nowruz|Thanksgiving(?:\s+Day)?))(?:,?\s+(?P<y>{YEAR}))?", _feast, needs="christmas new boxing hallow valent may nowruz thanks"),
)  # fmt: skip
