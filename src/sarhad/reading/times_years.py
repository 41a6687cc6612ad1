"""Years and spans of years told outright: "in 2013", "2021-22", "the 1990s", "the first half of 2024"."""

import re
from datetime import date

from sarhad.codebook import DatePrecision
from sarhad.reading.times_absolute import PART, narrowed
from sarhad.reading.times_calendar import half_days, year_days
from sarhad.reading.times_sense import Context, Rule, Sense, days, month, rule, year
from sarhad.reading.times_words import MONTH, UNIT, YEAR, month_number
from sarhad.reading.times_words import number as number_told

_COUNTED = re.compile(
    r"\b(?:least|about|some|nearly|more than|over|only|up to|total of|almost|around|another|killed|killing|than|the other"
    r"|no\.?|number|flight|highway|route|room|page|approximately|roughly|exceed\w*|worth)\s+$",
    re.I,
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|from|until|till|of|before|after|during|between|through|early|late|mid|fiscal|and|to|around|the|year"
    r"|for|as of|than|back to)[-\s]+(?:the\s+)?(?:early|late|mid|year)?[-\s]*$",
    re.I,
)
_THINGS_AFTER = re.compile(
    r"\s*(?:%|percent|per cent|people|troops|soldiers|men|women|children|civilians|dollars|rupees|tons|tonnes|points"
    r"|miles|km|kilomet\w+|meters|metres|feet|barrels|pounds|euros|jobs|employees|shares|homes|houses|refugees|times"
    r"|fighters|members|m\b|freestyle|workers|students|troops|rockets|missiles|drones|megawatts?|MW|acres|hectares|of the|[a-z]+(?:ians|ers|ees)\b)",
)


def _year(match: re.Match[str], ctx: Context) -> Sense | None:
    number, left, right = int(match["y"]), ctx.left(), ctx.right()
    if _COUNTED.search(left) or _THINGS_AFTER.match(right) or re.match(r"[,.:]\d|[-–/]\d{3}|'?s\b", right):
        return None
    if re.search(r"[\d,.:/#№]$|\bUS\$\s*$|\b[A-Z]{2,}-$", left) and not re.search(r"\s$|[-–]$|[a-z,]$", left):
        return None
    before = bool(_YEAR_BEFORE.search(left)) or bool(match["part"])
    if not before and not 1900 <= number <= 2100:
        return None
    if not before and number % 100 == 0 and re.match(r"\s+[a-z]+s\b", right):
        return None
    return narrowed(year(number), match["part"])


def _year_range(match: re.Match[str], ctx: Context) -> Sense | None:
    first, tail = int(match["y"]), match["z"]
    last = int(match["y"][: 4 - len(tail)] + tail)
    if not first < last <= first + 60:
        return None
    return days((year_days(first)[0], year_days(last)[1]), f"{first:04d}", DatePrecision.YEAR)


_SPELLED_DECADES = {
    w: n
    for n, w in enumerate(
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"], 2
    )
}


def _decade(match: re.Match[str], ctx: Context) -> Sense | None:
    if word := match["w"]:
        tens = 190 + _SPELLED_DECADES[word.lower()]
    elif match["y"]:
        tens = int(match["y"]) // 10
    else:
        tens = (190 if int(match["short"]) > 20 else 200) + int(match["short"]) // 10
    span = (date(tens * 10, 1, 1), date(tens * 10 + 9, 12, 31))
    sense = days(span, f"{tens}", DatePrecision.YEAR)
    return narrowed(sense, match["part"])


def _century(match: re.Match[str], ctx: Context) -> Sense | None:
    number = int(re.sub(r"\D", "", match["n"]))
    if not 1 <= number <= 30:
        return None
    first = max((number - 1) * 100, 1)
    return days(
        (date(first, 1, 1), date((number - 1) * 100 + 99, 12, 31)), f"{number - 1:02d}", DatePrecision.YEAR
    )


def _half_year(match: re.Match[str], ctx: Context) -> Sense | None:
    half = 1 if match["h"].lower() == "first" else 2
    word = (match["y"] or match["rel"] or "").lower()
    if word.isdigit():
        number = int(word)
    elif ctx.anchor is None:
        return None
    else:
        number = ctx.anchor.year + (-1 if word.startswith("last") else 1 if word.startswith("next") else 0)
    return days(half_days(number, half), f"{number:04d}-H{half}", DatePrecision.SEASON)


def _spelled_year(match: re.Match[str], ctx: Context) -> Sense | None:
    value = number_told(match["n"].lower()) if match["n"] else 0
    if value is None:
        return None
    if not match["n"] and not match["m"] and not _YEAR_BEFORE.search(ctx.left()) and "year" not in match[0]:
        return None  # "two thousand, or more, were hurt"
    base = 1900 if match["c"].lower().startswith("nineteen") else 2000
    if match["m"]:
        return month(base + int(value), month_number(match["m"]))
    return year(base + int(value))


_TENS_WORDS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
RULES: tuple[Rule, ...] = (
    rule("half year", rf"(?i:the\s+(?P<h>first|second|last)\s+half\s+of\s+(?:(?P<y>{YEAR})|(?P<rel>(?:this|last|next|the)\s+year)))", _half_year, needs="half"),
    rule("years", rf"(?P<y>{YEAR})\s?[-–—/]\s?(?P<z>\d\d(?:\d\d)?)", _year_range),
    rule("year", rf"{PART}(?P<y>{YEAR})", _year),
    rule("spelled year", rf"(?i:(?:the year\s+)?(?:(?P<m>{MONTH})\s+)?(?P<c>nineteen|two thousand)(?!\s+(?:and\s+)?(?:\w+\s+)?(?:{UNIT}|people|men|troops|dollars)\b)(?:[- ](?:and\s+)?(?P<n>(?:(?:{_TENS_WORDS})(?:[- ][a-z]+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|nineteen)))?)", _spelled_year, needs="nineteen thousand"),
    rule("decade", rf"(?i:(?P<part>(?:the\s+)?(?:early|late|mid)[-\s]+(?:the\s+)?)?(?:the\s+)?(?:(?P<y>(?:1[5-9]|20)\d0)['’]?s|['’`](?P<short>\d0)s|(?P<w>{'|'.join(_SPELLED_DECADES)})))", _decade, needs="0s 0's 0’s ies"),
    rule("century", r"(?i:(?:the\s+)?(?P<n>\d{1,2}(?:st|nd|rd|th))[- ]century)", _century, needs="centur"),
)  # fmt: skip
