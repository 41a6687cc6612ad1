"""The lunar Hijri calendar: "27 Rabi al-Thani 1447", "during Ramadan", "Eid al-Fitr".

Months begin with the sighted moon, a day apart from country to country, so a date is reckoned by the tabular calendar
(30-year cycle, 11 leap years) and given a day either way; its precision stays the day, its kind is range.
"""

import re
from datetime import date

from sarhad.codebook import DatePrecision
from sarhad.reading.times_calendar import Days, shift
from sarhad.reading.times_sense import Context, Rule, Sense, days, open_value, rule
from sarhad.reading.times_words import DAY

# romanised as papers of Pakistan, Iran and the Arab world do; the article between the two words is written in many ways
_AL = r"[\s-]+(?:(?:al|ul|us|as|ath|uth|as?s)[\s-]+)?"
_MONTHS = (
    r"Muharram(?:[\s-]ul[\s-]Haram)?", r"Safar", rf"Rabi{_AL}(?:Awwal|Awal|Avval)", rf"Rabi{_AL}(?:Thani|Sani|Akhir)",
    rf"(?:Jumada|Jamadi){_AL}(?:Awwal|Awal|Ula|Oula)", rf"(?:Jumada|Jamadi){_AL}(?:Thani|Thaniya|Sani|Akhirah?)", r"Rajab",
    r"Sha['’]?ban", r"Ram[az]d?[ae]?zan|Ramadh?an|Ramzan", r"Shawwal", rf"(?:Dhu|Zu|Zil?){_AL}?(?:Qa['’]?d(?:ah?|h)?|Qadah)",
    rf"(?:Dhu|Zu|Zil?){_AL}?(?:Hijj?ah?|Hajj?)",
)  # fmt: skip
_NAME = "|".join(f"(?P<m{n}>{name})" for n, name in enumerate(_MONTHS, 1))
_YEAR = r"(?P<y>1[34]\d\d)"
_ORDINAL_OF_EPOCH = 227014  # the day before 1 Muharram of the year 1, 16 July 622 (Julian)


def lunar_day(year: int, month: int, day: int) -> date:
    """The Gregorian day of a lunar Hijri one by the tabular calendar; the sighted month may differ by a day.

    >>> lunar_day(1447, 1, 1)
    datetime.date(2025, 6, 27)
    """
    before = (59 * (month - 1) + 1) // 2
    return date.fromordinal(_ORDINAL_OF_EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + before + day)


def _about(first: date, last: date) -> Sense:
    first, last = shift(first, -1), shift(last, 1)
    return days((first, last), f"{first}/{last}", DatePrecision.DAY)


def _month_told(match: re.Match[str]) -> int:
    return next(n for n in range(1, 13) if match[f"m{n}"])


def _told(match: re.Match[str], ctx: Context) -> Sense | None:
    on = lunar_day(int(match["y"]), _month_told(match), int(match["d"]))
    return _about(on, on)


# month and day of the first day, how many days
_FEASTS = {
    "ramadan": (9, 1, 29),
    "fitr": (10, 1, 3),
    "adha": (12, 10, 3),
    "ashura": (1, 10, 1),
    "muharram": (1, 1, 29),
}


def _spans(name: str, anchor: date) -> list[Days]:
    month, day, length = _FEASTS[name]
    year = (anchor.year - 622) * 33 // 32
    starts = [lunar_day(y, month, day) for y in range(year - 1, year + 4)]
    return [(s, shift(s, length - 1)) for s in starts]


def _feast(match: re.Match[str], ctx: Context) -> Sense | None:
    """The last one begun before publication, the next where it is told as to come or "next"."""
    name = next(n for n in _FEASTS if match[n])
    if ctx.day_anchor is None or not 650 < ctx.day_anchor.year < 9000:
        return open_value("XXXX", "range")
    anchor, which = ctx.day_anchor, (match["which"] or "").lower()
    spans = _spans(name, anchor)
    if which == "next" or (ctx.ahead is True and which != "last"):
        return _about(*next(s for s in spans if s[1] >= anchor))
    begun = [s for s in spans if s[0] <= (shift(anchor, -30) if which == "last" else shift(anchor, 1))]
    return _about(*begun[-1])


_WHICH = r"(?:(?P<which>(?i:last|this|next))\s+)?(?:the\s+(?:holy\s+)?month\s+of\s+)?"
_BEFORE = r"(?<=\bin )|(?<=\bof )|(?<=during )|(?<=before )|(?<=after )|(?<=since )|(?<=until )|(?<=\bfor )|(?<=this )|(?<=last )|(?<=next )|(?<=the )"
_NEEDS = "muharram safar rabi juma jamadi rajab sha ram shawwal qa hij haj"
RULES: tuple[Rule, ...] = (
    rule("lunar day first", rf"(?P<d>{DAY})(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_NAME}),?\s+{_YEAR}(?:\s*(?:AH|H|Hijri|A\.H\.))?", _told, needs=_NEEDS),
    rule("lunar month first", rf"(?:{_NAME})\s+(?P<d>{DAY}),?\s+{_YEAR}(?:\s*(?:AH|H|Hijri|A\.H\.))?", _told, needs=_NEEDS),
    rule("lunar feast", rf"{_WHICH}(?:(?P<ramadan>(?:{_BEFORE})Ram(?:adh?an|zan|azan)(?!\s+[A-Z]))|(?P<muharram>(?:{_BEFORE})Muharram(?!\s+[A-Z]))|(?P<fitr>Eid[\s-](?:al|ul)[\s-]Fitr)|(?P<adha>Eid[\s-](?:al|ul)[\s-](?:Adha|Azha))|(?P<ashura>Ashura))", _feast, needs="ramadan ramadhan ramzan ramazan muharram eid ashura"),
)  # fmt: skip
