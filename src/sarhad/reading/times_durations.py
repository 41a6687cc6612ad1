"""How long, how often, and times that no calendar fixes: "three days", "the past two years", "daily", "recently"."""

import re
from datetime import date

from sarhad.codebook import DatePrecision
from sarhad.reading.times_absolute import yearless_day
from sarhad.reading.times_calendar import shift
from sarhad.reading.times_sense import Context, Rule, Sense, duration_value, ref, rule
from sarhad.reading.times_story import moved
from sarhad.reading.times_words import (
    DAY,
    HEDGE,
    MONTH,
    NUMBER,
    SEASON,
    SEASON_CODES,
    UNIT,
    VAGUE,
    WEEKDAY,
    month_number,
    number,
    unit_code,
    weekday_number,
)

# "three-quarters", "a quarter", "a second" are no times
_FRACTION = re.compile(
    r"(?:\S+\s+)*?(?:an?|one|three-quarters?|[\w-]+(?:\s+than)?\s+a)[\s-]*(?:quarter|second)?s?$", re.I
)


# "the eight-month-old truce" is a length of time, "a four-month-old girl" an age
_OLD_THING = r"-old\s+(?!baby|bab|boy|girl|infant|son|daughter|child|twin|bro|sis|pupp)[a-z]"


def _duration(match: re.Match[str], ctx: Context) -> Sense | None:
    young = re.match(r"months?|weeks?|days?|hours?", match["u"], re.I) and re.match(_OLD_THING, ctx.right(30))
    if not young and re.match(r"[-\s]olds?\b|\s+of\s+age\b|-(?:earlier|ago|to-date|end)\b", ctx.right(12)):
        return None
    if unit_code(match["u"]) in ("Q", "TS") and _FRACTION.match(match[0]):
        return None
    amount, unit = number(match["n"]), unit_code(match["u"])
    if match["half"] and amount is not None:
        amount += 0.5
    return Sense(value=duration_value(amount, unit), kind="duration")


def _bare_units(match: re.Match[str], ctx: Context) -> Sense | None:
    if re.search(r"\b(?:early|late|small|wee|opening|working|business)\s+$|\d[\s-]$", ctx.left(), re.I):
        return None  # "in the early hours of Sunday"; "52 years old"
    if re.match(r"[-\s]old\b", ctx.right(5)):
        return None
    return Sense(value=duration_value(None, unit_code(match["u"])), kind="duration")


def _one_long(match: re.Match[str], ctx: Context) -> Sense | None:
    return Sense(value=duration_value(1, unit_code(match["u"])), kind="duration")


def _past_units(match: re.Match[str], ctx: Context) -> Sense | None:
    """ "the past two years": a span that ends at the anchor (or begins there, when to come)."""
    amount, unit = _amount(match), unit_code(match["u"])
    value = duration_value(amount, unit)
    to_come = match["which"].lower() in ("next", "coming", "following")
    if ctx.day_anchor is None or amount is None or unit.startswith("T"):
        return Sense(value=value, kind="duration")
    anchor = ctx.day_anchor
    other = moved(anchor, amount if to_come else -amount, unit)
    first, last = (anchor, other) if to_come else (other, anchor)
    return Sense(value=value, first=first, last=last, precision=_grain(unit), kind="range")


def _amount(match: re.Match[str]) -> float | None:
    if match["n"]:
        return number(match["n"])
    return None if match["u"].lower().endswith("s") else 1


def _grain(unit: str) -> DatePrecision:
    return {
        "D": DatePrecision.DAY,
        "W": DatePrecision.WEEK,
        "2W": DatePrecision.WEEK,
        "M": DatePrecision.MONTH,
    }.get(unit, DatePrecision.YEAR)


# "in recent days" looks back from the day before the anchor
_RECENT_BACK = {"D": 6, "W": 28, "M": 120}


def _recent(match: re.Match[str], ctx: Context) -> Sense | None:
    unit = unit_code(match["u"])
    to_come = match["which"].lower() in ("coming", "next")
    value = duration_value(None, unit)
    back = _RECENT_BACK.get(unit)
    if ctx.day_anchor is None or back is None:
        return Sense(value=value)
    anchor = ctx.day_anchor
    span = (anchor, shift(anchor, back)) if to_come else (shift(anchor, -back), shift(anchor, -1))
    return Sense(value=value, first=span[0], last=span[1], precision=_grain(unit), kind="ref")


def _nine_months(match: re.Match[str], ctx: Context) -> Sense | None:
    return Sense(value=duration_value(number(match["n"]), unit_code(match["u"])), kind="duration")


_SETS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip


def _set(match: re.Match[str], ctx: Context) -> Sense | None:
    return Sense(value=_SETS[match["s"].lower()], kind="set")


def _every(match: re.Match[str], ctx: Context) -> Sense | None:
    amount = number(match["n"]) if match["n"] else 1
    return Sense(value=duration_value(amount, unit_code(match["u"])), kind="set")


def _weekdays(match: re.Match[str], ctx: Context) -> Sense | None:
    return Sense(value=f"XXXX-WXX-{weekday_number(match['wd']) + 1}", kind="set")


def _each_month(match: re.Match[str], ctx: Context) -> Sense | None:
    return Sense(value=f"XXXX-{month_number(match['m']):02d}", kind="set")


def _each_season(match: re.Match[str], ctx: Context) -> Sense | None:
    return Sense(value=f"XXXX-{SEASON_CODES[match['s'].lower()]}", kind="set")


_PRESENT = re.compile(r"now|current|present|moment|nowadays", re.I)


def _ref(match: re.Match[str], ctx: Context) -> Sense | None:
    word = match[0].lower()
    if word == "now" and re.match(r"\s+that\b", ctx.right(8)):
        return None
    if _PRESENT.search(word):
        return _present(ctx.anchor)
    return ref("FUTURE_REF" if re.search(r"future|soon|term", word) else "PAST_REF")


def _present(anchor: date | None) -> Sense:
    return Sense(value="PRESENT_REF", first=anchor, last=anchor, kind="ref")


def _clock_value(hour: int, minute: int, half: str) -> str | None:
    if half.startswith("p") and hour < 12:
        hour += 12
    if half.startswith("a") and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour < 25 and minute < 60 else None


def _clock(match: re.Match[str], ctx: Context) -> Sense | None:
    if re.match(r":\d", ctx.right(2)):
        return None
    if match["noon"]:
        told = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}[match["noon"].lower()]
    else:
        clock = _clock_value(int(match["h"]), int(match["min"] or 0), (match["half"] or "").lower())
        if clock is None:
            return None
        told = clock
    on = _clock_day(match, ctx)
    if on is None:
        return Sense(value=f"XXXX-XX-XXT{told}", kind="day")
    return Sense(value=f"{on.isoformat()}T{told}", first=on, last=on, precision=DatePrecision.DAY, kind="day")


def _clock_day(match: re.Match[str], ctx: Context) -> date | None:
    from sarhad.reading.times_days import weekday_near

    if ctx.day_anchor is None:
        return None
    if match["wd"]:
        return weekday_near(weekday_number(match["wd"]), ctx.day_anchor, ctx.ahead)
    if match["cm"]:
        named = yearless_day(month_number(match["cm"]), int(match["cd"]), ctx)
        return named.first if named else None
    told = ctx.narrated() if "\n" not in ctx.text[ctx.last_end : ctx.start] else None
    return told.first if told and told.precision is DatePrecision.DAY else ctx.day_anchor


_HEDGED = rf"(?:{HEDGE}\s+)?"
_ZONE_TOLD = r"(?:\s*\(?(?:GMT|UTC|E[SD]?T|C[SD]T|P[SD]?T|M[SD]T|CEST|CET|EEST|EET|BST|IST|PKT|IRST|AFT|[Ll]ocal [Tt]ime)\)?)"
_ZONE = rf"{_ZONE_TOLD}?"
RULES: tuple[Rule, ...] = (
    rule("duration", rf"(?i:{_HEDGED}(?P<n>{NUMBER}|{VAGUE})(?P<half>\s+and\s+a\s+half)?(?:\s+(?:more|full|whole|straight|consecutive|additional))?(?:\s+|-)(?P<u>{UNIT})(?:-long)?)", _duration, kind="unit"),
    rule("bare units", r"(?i:(?P<u>seconds|minutes|hours|days|nights|weeks|months|years|decades|centuries)(?:-long)?)", _bare_units),
    rule("long units", r"(?i:(?P<u>day|week|month|year|decade|century)-long)", _one_long, needs="-long"),
    rule("past units", rf"(?i:(?:the\s+|at\s+least\s+the\s+)?(?P<which>past|last|next|coming|following|previous)\s+(?:(?P<n>{NUMBER}|{VAGUE})\s+)?(?P<u>{UNIT}))", _past_units, needs="past last next coming following previous"),
    rule("recent", r"(?i:(?:the\s+)?(?P<which>recent|coming|past|last|next)\s+(?P<u>days|weeks|months|years|decades))", _recent, needs="recent coming past last next"),
    rule("first months", rf"(?i:the\s+(?:first|last|latest)?\s*(?P<n>{NUMBER})\s+(?P<u>{UNIT}))", _nine_months, kind="unit"),
    rule("set", rf"(?i:(?P<s>{'|'.join(_SETS)}))", _set),
    rule("every", rf"(?i:(?:every|each)\s+(?:(?P<n>{NUMBER})\s+)?(?P<u>{UNIT}))", _every, needs="every each"),
    rule("weekdays", rf"(?i:every|each)\s+(?P<wd>{WEEKDAY})", _weekdays, needs="every each"),
    rule("each month", rf"(?i:every|each)\s+(?P<m>{MONTH})", _each_month, needs="every each"),
    rule("each season", rf"(?i:(?:every|each)\s+(?P<s>{SEASON}))", _each_season, needs="every each"),
    rule("ref", rf"(?i:now|nowadays|currently|recently|(?<=the\s)current|the\s+(?:near\s+|recent\s+)?(?:future|past)(?!\s+(?:\w+\s+){{0,4}}{UNIT}\b)|the\s+(?:near|short|medium|long|longer)\s+term|at\s+present|at\s+the\s+moment|recent(?=\s+[a-z]))", _ref),
    rule("clock", rf"(?i:(?P<noon>noon|midday|midnight)|(?P<h>\d{{1,2}})(?:[:.](?P<min>\d\d))?\s*(?P<half>[ap]\.?\s?m\b)(?:\.?{_ZONE_TOLD})?)(?:[.,]{{0,2}}\s+(?:on\s+)?(?:(?P<wd>{WEEKDAY})|(?P<cm>{MONTH})\s+(?P<cd>{DAY})(?!\d)))?", _clock),
    rule("clock 24", rf"(?P<noon>)(?P<h>[01]?\d|2[0-3]):(?P<min>[0-5]\d)(?P<half>){_ZONE}(?:\s+(?:on\s+)?(?:(?P<wd>{WEEKDAY})|(?P<cm>{MONTH})\s+(?P<cd>{DAY})(?!\d)))?", _clock),
)  # fmt: skip
