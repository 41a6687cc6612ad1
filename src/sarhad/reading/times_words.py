"""Words that tell a time, and the pieces of pattern made from them."""

import re

from sarhad.codebook.numbers import NUMBERS

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri",
         "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "W",
    "fortnight": "2W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
    "centurie": "CE",
}  # fmt: skip
SMALL = {"zero": 0} | {word: n for word, n in NUMBERS.items() if n < 20}
TENS = {word: n for word, n in NUMBERS.items() if n >= 20}
ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4,
}  # fmt: skip
SEASON_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAY_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "noon": "MI"}
VAGUE = "several|a few|few|many|some|a couple of|couple of|numerous|countless|a number of|dozens of"


def _cased(words: str) -> str:
    return "|".join(f"{w.capitalize()}|{w.upper()}" for w in words.split())


MONTH_FULL = _cased("january february march april may june july august september october november december")
MONTH = f"(?:{MONTH_FULL}|(?:{_cased('jan feb mar apr jun jul aug sept sep oct nov dec')})\\.?)"
WEEKDAY_FULL = _cased("monday tuesday wednesday thursday friday saturday sunday")
# "Sun" and "Sat" are names and verbs too: short forms count only with a full stop, or before a comma or a number
WEEKDAY = rf"(?:{WEEKDAY_FULL}|(?:{_cased('mon tues tue wed thurs thur thu fri sat sun')})(?:\.|(?=,?\s+\d)|(?=,\s+[A-Z][a-z]{{2,}}\.?\s\d)))"
NUMBER_WORD = "|".join([*SMALL, *TENS])
NUMBER = rf"(?:(?:(?:{NUMBER_WORD}|an?|\d{{1,3}})\s+)(?:hundred|thousand)|\d{{1,4}}(?:[.,]\d+)?(?:\s1/2)?|(?:(?:{'|'.join(TENS)})[- ])?(?:{NUMBER_WORD})|an?|one|half an?)"
UNIT = "(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|centur(?:y|ie))s?"
DAY_PART = "(?:morning|afternoon|evening|night)"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
SEASON = "(?:spring|summer|autumn|fall|winter)"
ORDINAL = "(?:first|second|third|fourth|final|1st|2nd|3rd|4th)"
HEDGE = "(?:about|around|some|nearly|almost|roughly|approximately|over|more than|less than|at least|just|barely|just over|just under|well over)"


def month_number(word: str) -> int:
    """ "Oct." → 10."""
    return MONTHS[word.strip(". ").lower()]


def weekday_number(word: str) -> int:
    """Monday is 0."""
    return WEEKDAYS[word.strip(". ").lower()]


def unit_code(word: str) -> str:
    """ "weeks" → "W"."""
    word = word.lower()
    return UNITS["century" if word.startswith("centur") else word.removesuffix("s")]


def number(text: str) -> float | None:
    """ "twenty-one" → 21, "2 1/2" → 2.5, "a" → 1; None for "several" and the like."""
    text = text.strip().lower().replace(",", "")
    if match := re.fullmatch(r"(\d+) 1/2", text):
        return int(match[1]) + 0.5
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text)
    if text in ("a", "an", "one", "the"):
        return 1
    if text.startswith("half"):
        return 0.5
    if text.endswith("couple of"):
        return 2
    if scale := next((n for word, n in (("hundred", 100), ("thousand", 1000)) if text.endswith(word)), 0):
        amount = number(text.rsplit(" ", 1)[0])
        return None if amount is None else amount * scale
    parts = re.split(r"[- ]", text)
    if all(p in SMALL or p in TENS for p in parts):
        return sum(SMALL.get(p, 0) + TENS.get(p, 0) for p in parts)
    return None
