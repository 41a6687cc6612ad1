"""What only looks like a report of the day: pictures, lists of dates, questions, days long past that are told again."""

import re

from sarhad.monitor.captions import of_a_picture
from sarhad.monitor.clauses import before_party
from sarhad.monitor.support import BEFORE, Seen
from sarhad.records import Actor, Statement


def no_report(s: Statement, seen: Seen) -> str:
    """What only looks like a report of the day: a picture, a list of dates, a question inside a sentence, a relative."""
    if of_a_picture(s, seen.after(s.sentence, BEFORE)):
        return "it is told of a picture"
    if _LISTED.search(seen.before(s.sentence, 60)):
        return "its day stands before it, in a list of dates"
    if s.time is None and seen.lists_dates(s.document_id):
        return "it stands in a list of dates, and which is its own is not read"
    if _of_an_older_year(s, seen):
        return "a year long past stands before it"
    if _of_the_day_marked(s, seen):
        return "it may be of the day that is commemorated"
    if any(_kin(a, s) for a in (*s.actors, *s.recipients)):
        return "the one named may be a relative only"
    if _ASKED.match(s.evidence.quote):
        return "it is asked, not told"
    return ""


def _of_an_older_year(s: Statement, seen: Seen) -> bool:
    """ "It won in June 1967. … It captured the hills": undated, and the year told last before it is long past."""
    published = seen.year(s.document_id)
    told = _IN_A_YEAR.findall(seen.before(s.sentence, BEFORE))
    here = _YEAR.search(s.sentence.quote)
    return (
        s.time is None and not here and bool(told) and published is not None and int(told[-1]) < published - 1
    )


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_IN_A_YEAR = re.compile(r"\b(?:[Ii]n|[A-Z][a-z]{2,8}|\d{1,2},) ((?:19|20)\d\d)\b")


def _of_the_day_marked(s: Statement, seen: Seen) -> bool:
    """ "On October 7", on a page that marks the anniversary of a day: the year may be any."""
    words = s.sentence.quote
    return seen.marks_a_day(s.document_id) and bool(_NO_YEAR.search(words)) and not _YEAR.search(words)


_NO_YEAR = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?\b|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_ASKED = re.compile(r"(?:how (?:many|much|often)|whether|why)\b", re.I)


_LISTED = re.compile(
    r"(?:[\n.!?\u2022]|\s{2})\s*(?:[A-Z][a-z]+\.? \d{1,2},? (?:19|20)\d\d|\d{1,2} [A-Z][a-z]+ (?:19|20)\d\d|(?:19|20)\d\d)\s?[-–—:]\s+$"
)
""" "November 16, 2023 - In a press release …": a timeline's entry."""

_KIN = re.compile(
    r"\b(?:sons?|daughters?|wi(?:fe|ves)|husbands?|widows?|brothers?|sisters?|fathers?|mothers?|nieces?|nephews?|cousins?|relatives?|famil(?:y|ies)|"
    r"(?:grand|step)\w+|in-law) of (?:(?!and\b)[\w’'-]+\s+){0,4}$"
)


def _kin(a: Actor, s: Statement) -> bool:
    """ "The niece of the former chief of X" is not X."""
    return _KIN.search(before_party(a, s)) is not None


def only_dates(s: Statement) -> bool:
    """ "Since one side attacked", "the day after the deadly attack by X", "a memorial for those killed": told only to date or
    explain something else. With no day of its own it may be of this morning or of years ago: of ten such lines in one
    draw five were fresh news told as background."""
    at = s.evidence.span.start - s.sentence.span.start
    words, start = s.sentence.quote, max(0, s.trigger.span.start - s.sentence.span.start)
    return bool(
        _DATES.search(words[:at])
        or _DATES_FIRST.match(s.evidence.quote)
        or (_NOUN.match(s.trigger.quote) and _BEHIND_A_DATE.search(words[:start]))
        or _LOOKING_BACK.search(words)
    )


_DATES = re.compile(r"\b(?:since|when|after|before|following)\s*$", re.I)
_DATES_FIRST = re.compile(r"(?:since|when|after|before|following)\b", re.I)
_NOUN = re.compile(
    r"(?:attacks?|strikes?|assaults?|killings?|assassinations?|invasions?|raids?|bombardments?|massacres?)\b",
    re.I,
)
_BEHIND_A_DATE = re.compile(
    r"\b(?:after|before|since|following|wake of|anniversary of|aftermath of|response to|retaliation for)\b(?:[^\w,;:“”]+[\w’'-]+){0,5}\W*$",
    re.I,
)
_LOOKING_BACK = re.compile(
    r"\b(?:memorials?|anniversar\w+|commemorat\w+|one year (?:after|on|since)|a year (?:after|ago|since))\b",
    re.I,
)
