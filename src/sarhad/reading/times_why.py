"""Why a time means the days it was given: a short reason for each, from the rule that read it."""

from sarhad.codebook import DatePrecision
from sarhad.reading.times_sense import Context, Sense

_OUTRIGHT = (
    "full day first", "full month first", "full year first", "iso", "slashed", "month year", "years", "year",
    "spelled year", "decade", "century", "season year", "solar day first", "solar month first", "solar month year",
    "solar year", "solar year known", "lunar day first", "lunar month first",
)  # fmt: skip
_LENGTHS = ("duration", "bare units", "long units", "first months")
_STORY = (
    "later", "next day", "that year", "that month", "day before", "night before", "since then", "same period",
    "numbered day", "further day", "part of the day", "the quarter",
)  # fmt: skip
_BY_RULE = (
    dict.fromkeys(_OUTRIGHT, "told in full")
    | dict.fromkeys(_LENGTHS, "a length of time: its days are not told")
    | dict.fromkeys(_STORY, "counted from the time told before it")
    | {
        "fiscal years told": "a fiscal year, its days by the country the text is about",
        "fiscal year after": "a fiscal year, its days by the country the text is about",
        "fiscal short": "a fiscal year, its days by the country the text is about",
        "fiscal one number": "a fiscal year, its days by the country the text is about",
        "slashed": "told in figures: day or month first as the text's other dates have it, else the nearer past day",
        "lunar day first": "a lunar date: a day either way, as the new moon is seen",
        "lunar month first": "a lunar date: a day either way, as the new moon is seen",
        "lunar feast": "a lunar feast: a day either way, as the new moon is seen",
        "recent": "told vaguely: the days before publication",
    }
)


def why(rule_name: str, sense: Sense, ctx: Context) -> str:
    """The reason in words; a time without days says what it lacks."""
    if sense.kind == "set":
        return "told as returning: no single days"
    if sense.first is None and sense.kind == "duration":
        return _BY_RULE["duration"]
    if sense.first is None:
        return _open(rule_name, sense, ctx)
    if sense.value == "PRESENT_REF":
        return "the time of writing"
    if rule_name in _BY_RULE and not (rule_name in _STORY and ctx.narrated() is None):
        return _BY_RULE[rule_name]
    return _from_publication(sense, ctx)


def _open(rule_name: str, sense: Sense, ctx: Context) -> str:
    if (sense.value or "").startswith("FY"):
        return "a fiscal year, and the text does not tell whose"
    if rule_name in _STORY:
        return "the time it counts from is not known well enough"
    if "X" in (sense.value or "") and ctx.anchor is None:
        return "the date of publication it hangs on is unknown"
    return "told vaguely: nothing fixes its days"


def _from_publication(sense: Sense, ctx: Context) -> str:
    """Which way the days lie from the date of publication, where the text gave no year or no date."""
    if ctx.anchor is None or sense.first is None or sense.last is None:
        return "told in full"
    if sense.precision is DatePrecision.DAY and sense.first == sense.last == ctx.anchor:
        return "counted from publication: that day"
    if sense.first > ctx.anchor:
        return (
            "counted from publication: told as to come"
            if ctx.ahead
            else "counted from publication: the nearest to come"
        )
    if sense.last <= ctx.anchor:
        return "counted from publication: the last one before it"
    return "counted from publication: the one that holds it"
