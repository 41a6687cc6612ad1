"""Dates written in Urdu, Persian, Dari, Pashto and Arabic: their digits, months and calendars."""

import re
from datetime import date

from sarhad.knowledge import solar

DIGITS = {ord(c): str(n % 10) for n, c in enumerate("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩")}
"""Digits of those scripts as European ones: one for one, so that places in a text stay what they are."""

GREGORIAN = {
    name: number
    for number, names in enumerate(
        (
            ("جنوری", "ژانویه", "جنوري", "يناير", "یناير"), ("فروری", "فوریه", "فبروري", "فبراير"), ("مارچ", "مارس"),
            ("اپریل", "آوریل", "اپرېل", "أبريل", "ابريل"), ("مئی", "مه", "مې", "مایو", "مايو"), ("جون", "ژوئن", "يونيو"),
            ("جولائی", "ژوئیه", "جولای", "يوليو"), ("اگست", "اوت", "اگسټ", "أغسطس", "اغسطس"),
            ("ستمبر", "سپتامبر", "سېپتمبر", "سبتمبر"), ("اکتوبر", "اکتبر", "أكتوبر", "اكتوبر"),
            ("نومبر", "نوامبر", "نوفمبر"), ("دسمبر", "دسامبر", "ډسمبر", "ديسمبر"),
        ),
        1,
    )
    for name in names
}  # fmt: skip
_LETTERS = str.maketrans("يك", "یک")
_NAMES = "|".join(sorted({*GREGORIAN, *solar.NUMBER}, key=len, reverse=True))
WRITTEN = (
    rf"\d{{1,2}}\s+(?:{_NAMES})(?:\s*ماه)?\s*[،,]?\s+\d{{4}}|(?<!\d)1[34]\d\d[-/]\d{{1,2}}[-/]\d{{1,2}}(?!\d)"
)
_WORDS = re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})\s+(?P<m>{_NAMES})(?:\s*ماه)?\s*[،,]?\s+(?P<y>\d{{4}})(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(?P<y>1[34]\d\d)(?P<s>[-/])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)")


def written_day(text: str) -> date | None:
    """The day of a date in one of these scripts, or of a Solar Hijri one in numbers; None where there is none.

    >>> written_day("۲۰ نومبر ۲۰۲۵"), written_day("1404/09/24")
    (datetime.date(2025, 11, 20), datetime.date(2025, 12, 15))
    """
    plain = text.translate(DIGITS)
    if match := _NUMBERS.search(plain):
        return solar.gregorian(int(match["y"]), int(match["m"]), int(match["d"]))
    match = _WORDS.search(plain)
    if match is None:
        return None
    year, name, day = int(match["y"]), match["m"], int(match["d"])
    if year <= solar.LAST_YEAR:
        month = solar.NUMBER.get(name) or solar.NUMBER.get(name.translate(_LETTERS))
        return solar.gregorian(year, month, day) if month else None
    try:
        return date(year, GREGORIAN[name], day) if name in GREGORIAN else None
    except ValueError:
        return None
