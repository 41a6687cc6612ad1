"""The part of a clause that tells the act itself, and what of the coding its words bear out."""

import re
from collections.abc import Mapping

from sarhad.codebook import EventType
from sarhad.monitor.selecting import printed_span
from sarhad.monitor.wording import days
from sarhad.records import Statement, TimeSpan

DEADLY = re.compile(
    r"kill|dead|death|die[ds]?\b|dying|martyr|casualt|injur|wound|hurt|assassinat|murder|execut|slain|slay|lives",
    re.I,
)

BEHIND = re.compile(
    r"\b(?:in response to|in retaliation (?:for|to|against)|in revenge for|in answer to|following|because of|over the|since the|ahead of)\b",
    re.I,
)
"""What stands behind these words is told of another deed."""

_BORNE_OUT: Mapping[str, re.Pattern[str]] = {
    "firearms": re.compile(r"\bshot|shoot|gunfire|\bfired?\b|firing|bullet|sniper|ambush", re.I),
    "heavy-weapons": re.compile(
        r"missile|rocket(?! (?:forces?|units?|commanders?|chiefs?|division))|shell|artiller|mortar|(?<!storage )(?<!fuel )(?<!oil )(?<!gas )(?<!water )\btanks?\b|barrage|bombard|projectile",
        re.I,
    ),
    "aerial": re.compile(r"\bair|jet|warplane|bomb|aircraft|helicopter|aerial|fighter", re.I),
    "drone": re.compile(r"drone|uav|unmanned|quadcopter", re.I),
    "explosives": re.compile(r"bomb|explo|blast|\bied|mine|grenade|detonat|pager", re.I),
    "suicide-attack": re.compile(r"suicide", re.I),
    "abduct": re.compile(r"abduct|kidnap|captur|hostage|seiz|captive", re.I),
    "targeted": re.compile(r"assassin|kill|murder|slain", re.I),
}


def own_part(s: Statement) -> str:
    """The clause up to where it turns to another deed ("in response to …")."""
    quote = s.evidence.quote
    found = BEHIND.search(quote, max(0, s.trigger.span.end - s.evidence.span.start))
    return quote[: found.start()] if found else quote


_CLAUSE = re.compile(r"\b(?:after|before|when|while|as|since|until|who|which|that)\b", re.I)
_AT = r"\b(?:in|at|near|outside|inside|on|around|across|over|into|to|toward|towards|visit\w*|from|hit|hits|struck|of|for)\b[^,.;]{0,40}"


NAMES_A_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|overnight|earlier|ago|weekend|fortnight|(?:last|past) (?:night|day|week|month|year)|"
    r"(?:this|the same) (?:morning|afternoon|evening|day|week)|next day|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? \d|"
    r"\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:in|since|early|mid|late)[- ]+(?:january|february|march|april|may|june|july|"
    r"august|september|october|november|december|jan|feb|aug|sept?|oct|nov|dec)\b|on that (?:\w+ )?day\b)",
    re.I,
)
"""A sentence with such words tells a day, whether or not the reader tied it to the act."""
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.I)
_NEAR_NOW = re.compile(
    r"\b(?:night|morning|afternoon|evening|today|now|hours?)\b|\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b",
    re.I,
)


def tells(s: Statement, mention: str) -> bool:
    """Whether a day or place stands in the trigger's own clause: behind "after" or "before" another act is told."""
    quote = own_part(s)
    at = quote.find(mention)
    if at < 0:
        return _told_just_before(s, mention)
    start = max(0, s.trigger.span.start - s.evidence.span.start)
    first, last = sorted((at, start))
    return not _CLAUSE.search(quote, first, last)


def year_is_known(s: Statement, published: str | None) -> bool:
    """Whether "October 7" can be given its year: the words tell it, or the document's date is finer than a year.

    "This morning" and "last night" count from the minute of writing, which in a page kept up over days nobody knows.
    """
    if s.time is not None and _NEAR_NOW.search(s.time.mention) and not _WEEKDAY.search(s.time.mention):
        return False
    told = s.time is not None and re.search(r"\b(?:19|20)\d\d\b", s.time.mention) is not None
    return told or (published is not None and len(published) > 4)


def day_told(s: Statement, published: str | None, *, planned: bool = False) -> str:
    """The day in words that the clause of `s` tells; "" where it tells none that may stand."""
    if s.time is None or not tells(s, s.time.mention) or not may_stand(s, s.time, published, planned=planned):
        return ""
    return days(s.time.start, s.time.end, s.time.precision)


def may_stand(s: Statement, time: TimeSpan, published: str | None, *, planned: bool = False) -> bool:
    """Whether the time of `s` is a day of the calendar and no day of the telling. A day after publication is misread: no one
    reports it as done, unless it is `planned`."""
    _, last = printed_span(published)
    ahead = not planned and last is not None and time.start > last
    if _WEEKS_AGO.search(time.mention) or THAT_DAY.search(time.mention):
        return False  # "six weeks ago" is no week of the calendar; which day "that day" is is told elsewhere
    return not ahead and not _day_of_telling(s) and year_is_known(s, published)


THAT_DAY = re.compile(
    r"\b(?:on|of|from|since) that (?:[a-z]+ )?day\b|\b(?:that|the) (?:very )?same day\b|^that day$", re.I
)
_WEEKS_AGO = re.compile(r"\b(?:weeks|months) ago\b", re.I)
_TELLS = (
    r"(?:according to [^,.;“”]{3,70}?|\b(?:said|says|announced|confirmed|reported|told [^,.;“”]{3,50}?|(?:in|said in) an? [\w ]{0,20}?"
    r"(?:statement|post|interview|speech|briefing)(?: [^,.;“”]{0,30})?))\s+(?:early |late |on |also )*"
)


def _day_of_telling(s: Statement) -> bool:
    """ "According to responders on Saturday": they said so on that day, and nothing tells when it was done."""
    if s.time is None or s.confidence >= 1.0:
        return False
    words = s.sentence.quote
    return (
        words.count(s.time.mention) == 1 and re.search(_TELLS + re.escape(s.time.mention), words) is not None
    )


def _told_just_before(s: Statement, mention: str) -> bool:
    """ "the strike on the consulate on April 1, which killed two": the clause goes on about the act before it."""
    if not re.match(r"(?:which|that|killing|wounding|injuring|leaving)\b", s.evidence.quote, re.I):
        return False
    end = s.evidence.span.start - s.sentence.span.start
    return mention in s.sentence.quote[max(0, end - len(mention) - 12) : max(0, end)]


def happens_at(s: Statement, mention: str) -> bool:
    """The same for a place, which also needs its preposition: a "message to Tehran" was sent, nothing happened there."""
    if not tells(s, mention):
        return (
            mention not in s.evidence.quote
            and _stands_beside(s, mention)
            and _led_in(s.sentence.quote, mention)
        )
    return _led_in(own_part(s), mention)


BESIDE = 60


def _stands_beside(s: Statement, mention: str) -> bool:
    """Whether a place outside the clause stands right by it: "posted his response to the killing … attacks in Gaza" does not."""
    words, first = s.sentence.quote, s.evidence.span.start - s.sentence.span.start
    at, last = words.find(mention), s.evidence.span.end - s.sentence.span.start
    between = words[at + len(mention) : first] if at < first else words[last:at]
    return (
        at >= 0
        and len(between) <= BESIDE
        and not re.search(r"[;:“”\"]", between)
        and not _CLAUSE.search(between)
    )


def _led_in(text: str, mention: str) -> bool:
    found = re.search(_AT + re.escape(mention), text, re.I)
    return found is not None and not re.search(
        r"\b(?:message|signal|warning|sources?|officials?|aimed|fle[ed]\w*|leav\w+|evacuat\w+|displac\w+|escap\w+)\b",
        text[max(0, found.start() - 10) : found.end()],
        re.I,
    )


def mode_of(s: Statement) -> str | None:
    """The mode as read, where the clause's own words bear it out; None otherwise."""
    if s.type is not EventType.ASSAULT or s.mode is None or s.confidence >= 1.0:
        return s.mode
    pattern, words = _BORNE_OUT.get(s.mode), _own_clause(s)
    if s.mode == "heavy-weapons" and not _fired(s):
        return None
    if s.mode == "firearms" and _BORNE_OUT["heavy-weapons"].search(words):
        return "heavy-weapons"
    return s.mode if pattern is None or pattern.search(words) else None


def _fired(s: Statement) -> bool:
    """Whether rockets or shells are what the deed was done with: the trigger says so, or stands behind them or before
    "with". "Struck the launcher from which rockets were fired" was done from the air, as far as is told."""
    if _FIRES.match(s.trigger.quote.strip()):
        return True
    start = max(0, s.trigger.span.start - s.sentence.span.start)
    before, after = s.sentence.quote[max(0, start - 80) : start], s.sentence.quote[start:]
    pattern = _BORNE_OUT["heavy-weapons"]
    with_it = (
        re.search(r"\b(?:with|by|using|in an?|from|of)\s+[^.;]{0,60}$", after[: found.start()])
        if (found := pattern.search(after))
        else None
    )
    return bool(pattern.search(before) or with_it)


_FIRES = re.compile(
    r"fir\w+|launch\w*|shell\w*|bombard\w*|rocket|missile|barrage|volley|salvo|artiller|shoot\w*|shot|unleash\w*|rain\w*|pound\w*",
    re.I,
)


def takes_people(s: Statement) -> bool:
    """ "Captured a fighter": he is taken; nothing is seized from him."""
    if s.mode != "seize" or s.confidence >= 1.0:
        return False
    start = max(0, s.trigger.span.start - s.sentence.span.start)
    return _PEOPLE_TAKEN.match(s.sentence.quote[start:]) is not None


_PEOPLE_TAKEN = re.compile(
    r"(?:captur|seiz|detain)\w*\W+(?:(?!from\b)[\w’'-]+\W+){0,4}?(?:fighters?|militants?|soldiers?|men|man|wom[ae]n|people|persons?|terrorists?|operatives?"
    r"|commanders?|members?|suspects?|crew|sailors?|hostages?)\b",
    re.I,
)


def _own_clause(s: Statement) -> str:
    """The own part from the last turn to another deed before the trigger: "X began firing the day after Y's attack"."""
    part = own_part(s)
    start = max(0, s.trigger.span.start - s.evidence.span.start)
    turns = [m.end() for m in re.finditer(r"\b(?:after|before|since|until|amid)\b", part[:start], re.I)]
    return part[turns[-1] if turns else 0 :]
