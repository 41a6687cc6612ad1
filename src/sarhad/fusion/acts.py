"""Which statements may stand for an incident: one act that somebody did to somebody, or that has a toll or a place of its own.

Precision first. "The war", "strikes since last year" and totals of a whole conflict are many acts; police dealing with the public at
home, an act without doer and victim and background without a day are left to be read as statements.
"""

import re

from sarhad.codebook import QUAD, Auxiliary, DatePrecision, EventType, PlaceLevel, Quad, Scope
from sarhad.codebook.actors import sector_of
from sarhad.fusion.sides import country
from sarhad.fusion.victims import victims
from sarhad.records import Statement, TimeSpan

LONGEST = 10
"""Days beyond which an interval is a series of acts, not one."""
MONTH = 31
ACCEPTED = 1.0
"""What a person accepted is an act, whatever its words: no reading is as sure."""
WAR_TOLL = 500
"""So many dead without a day are the dead of a war."""
TOWNS = (PlaceLevel.SITE, PlaceLevel.TOWN)
HOME = frozenset(("COP", "MIL", "SPY", "JUD", "GOV"))
"""Agents of a state who act on people of their own country."""
STRUCK = frozenset(("CVL", "REB", "OPP", "UAF", "CRM", "REL", "JRN", "REF"))
ARMED = frozenset(("REB", "UAF", "CRM"))
NARROW = (DatePrecision.DAY, DatePrecision.WEEK, DatePrecision.MONTH)

_MANY = re.compile(
    r"\bsporadic\w*|\bevery few\b|\b(?:targets|positions|strongholds|sites) (?:that|which) killed\b|"
    r"\bbetween (?:[A-Z]\w+ )?\d{1,2}(?:st|nd|rd|th)? and\b|\blaunch\w* (?:\w+[ -]){0,4}(?:war|campaign|offensive|operation|invasion)\b|"
    r"\boccasions\b|\b(?:thousands|hundreds|dozens|scores|series|waves?|months|weeks|string) of (?:\w+[ -]){0,3}(?:strikes|attacks|airstrikes|raids|clashes|bombings|assaults)\b|\b[Ss]ince (?:the (?:start|beginning|outbreak|onset)|then|\d{4}|last|(?:early|late|mid)|[A-Z])|\bso far\b|\bthus far\b|"
    r"\bin (?:the|this|its) (?:\w+[ -]){0,3}(?:war|conflict|years?|months|decades?)\b|\b(?:during|throughout) (?:the|this|its|their) (?:\w+[ -]){0,3}(?:war|conflict|campaign|offensive|years?)|"
    r"\b(?:over|in|for|during) (?:the )?(?:past|last|recent|previous) (?:\w+ )?(?:weeks|months|years|decades?|year)\b|\b(?:every|each) (?:day|week|month|year|night)\b|"
    r"\b(?:almost|nearly) daily\b|\bdaily\b|\bin total\b|\bin recent (?:weeks|months|years|days)\b|\b(?:repeatedly|frequently|regularly|often|routinely|constantly)\b|"
    r"\b(?:years|months|weeks|decades) of\b|\bhas been (?:\w+ )?(?:attacking|bombing|striking|shelling|bombarding|fighting|killing)\b|\bcontinu\w+|\bongoing\b|\bstill\b|"
    r"\b(?:is|are|been|keeps?|were) (?:\w+ly )?(?:target|fight|attack|bomb|strik|kill|hitt|shell|pound)\w*ing\b"
)
"""Words of a run of acts or of a total over a long time."""

_UNSURE = re.compile(
    r"\b(?:would|will|could|might|(?-i:may)|should|if|whether|proposing|propos(?:e|es|ed|al)|calls? for|implications|fears?|risks?|likely|potential\w*|possib\w+|threaten\w*|plan(?:s|ned|ning)? to|"
    r"prepar\w+|ready to|in order to|want\w*|intend\w*|hypothetical|scenarios?|allow(?:s|ed|ing)? \w+ to|order(?:s|ed)? to|aim(?:s|ed)? to|hop\w+ to|vow\w*|pledg\w+)\b|\?",
    re.I,
)
"""Words of what may, should or is wished to happen: an incident is told as done."""
_WISHED = re.compile(
    r"\b(?:propos|urg|suggest|call|threaten|demand|want|consider|discuss|warn|advis|order|plan|vow|if|whether|should|could)\w*(?: (?:that|for|to|of|on))?\s*$",
    re.I,
)
"""What the clause hangs on in its sentence when it is only wished, threatened or weighed."""
_RUN = re.compile(
    r"\b(?:so|thus) far\b|\bto date\b|^\W*since\b|\bha(?:s|ve) (?:\w+ )?(?:fired|launched|struck|killed|carried out|conducted|bombed|shelled|attacked|targeted|hit)\b.*\bsince\b",
    re.I,
)
_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|many|numerous) (?:\w+ ){0,2}(?:strikes|airstrikes|attacks|raids|assaults|bombings|clashes)\b",
    re.I,
)
_WAR = re.compile(
    r"\b(?:wars?|warfare|invasion|invad\w+|offensive|campaign|fight\w*|conflict|battle\w*|fought|combat)\b",
    re.I,
)
"""What the act is called when it is many."""
_NOUN = re.compile(
    r"(?:[\w-]+ )*(?:attacks?|(?:air ?)?strikes?|bombardments?|shelling|bombings?|raids?|barrages?|assaults?|violence|explosions?|blasts?|killings?|assassinations?)",
    re.I,
)
"""An act only named ("the bombardment of the south") is one act when a day, a toll or a town is told with it."""
_TALLY = re.compile(
    r"\bha(?:ve|s|d) (?:\w+ )?(?:been (?:\w+ )?killed|died|killed|been (?:\w+ )?wounded|been (?:\w+ )?injured)\b",
    re.I,
)
_LONG_AGO = re.compile(
    r"\b(?:years?|months?|weeks?|decades?) (?:after|before|later|earlier|ago|since)\b", re.I
)
FINER = (*TOWNS, PlaceLevel.ADM2, PlaceLevel.ADM1, PlaceLevel.OTHER)


def is_act(s: Statement) -> bool:
    """Whether a sure statement tells (or alleges, or denies) one act of material conflict that can be told from others."""
    if QUAD[s.type] is not Quad.MATERIAL_CONFLICT or not _once(s):
        return False
    if s.aux not in (None, Auxiliary.HISTORICAL):
        return False
    if s.confidence >= ACCEPTED and s.scope is Scope.SINGLE:
        return True
    if _MANY.search(s.evidence.quote):
        return False
    if (
        _wished(s)
        or _civil(s)
        or _UNSURE.search(s.evidence.quote)
        or _WAR.search(s.trigger.quote)
        or _undated_total(s)
    ):
        return False
    return _one_time(s.time, background=s.aux is Auxiliary.HISTORICAL) and _told_apart(s) and not _at_home(s)


def _once(s: Statement) -> bool:
    """One act; also the strikes of one day that left one toll in one town, which the press counts together."""
    if s.scope is Scope.SINGLE:
        return True
    deadly = s.deaths is not None and s.deaths.low > 0
    return s.scope is Scope.SERIES and deadly and _on_a_day(s) and _placed(s, TOWNS)


def _wished(s: Statement) -> bool:
    return (
        _WISHED.search(s.sentence.quote[: max(0, s.evidence.span.start - s.sentence.span.start)]) is not None
    )


def _civil(s: Statement) -> bool:
    """Papers, firms and civilians of one country do not strike another: such a doer is misread."""
    doers = {sector_of(a.code) for a in s.actors}
    if s.type is not EventType.ASSAULT or not doers or not doers <= UNARMED:
        return False
    return not {country(a.code) for a in s.actors} & {country(a.code) for a in s.recipients}


UNARMED = frozenset(("CVL", "MED", "JRN", "REF", "BUS", "REL", "NGO", "IGO"))


def _undated_total(s: Statement) -> bool:
    """ "Fifteen people have died", "killed months after": without a day, a tally or something long past."""
    quote = s.evidence.quote
    if _RUN.search(s.sentence.quote) or (s.time is None and _SEVERAL.search(quote)):
        return True
    if s.time is None and s.deaths is not None and s.deaths.low >= WAR_TOLL:
        return True
    if s.time is not None or (victims(s) and _placed(s, TOWNS)):
        return False  # nobody is killed twice
    return _TALLY.search(quote) is not None or _LONG_AGO.search(quote) is not None


def _one_time(time: TimeSpan | None, *, background: bool) -> bool:
    """A day, a few days or a month that one act fell in; background needs one told, an open year is none."""
    if time is None:
        return not background
    if time.precision is DatePrecision.MONTH:
        return (time.end - time.start).days <= MONTH
    return (time.end - time.start).days <= LONGEST and not (background and time.precision not in NARROW)


def _told_apart(s: Statement) -> bool:
    """Somebody did it to somebody, and something tells it from others of its kind: a day, a toll, a place, a victim's name.

    "Israel struck Lebanon" alone fits a hundred happenings; so does "the attack" with neither doer nor victim.
    """
    toll = any(t is not None and t.low > 0 for t in (s.deaths, s.injured))
    named = [a for a in (*s.actors, *s.recipients) if known(a.code)]
    if s.actors and s.recipients and named:
        fine = TOWNS if _NOUN.fullmatch(s.trigger.quote) else FINER
        return toll or s.time is not None or _placed(s, fine) or bool(victims(s))
    return toll and _on_a_day(s) and _placed(s, FINER) if not named else toll or _placed(s, TOWNS)


def _on_a_day(s: Statement) -> bool:
    """Dead of one day in one place are told from all others, whoever they were."""
    return s.time is not None and s.time.precision is DatePrecision.DAY


def _placed(s: Statement, levels: tuple[PlaceLevel, ...]) -> bool:
    return s.place is not None and s.place.level in levels and place_fits(s)


def place_fits(s: Statement) -> bool:
    """Whether the place lies in the land that was struck: "missiles at Israel" do not fall on the town named beside them in another."""
    soil = {country(a.code) for a in s.recipients if sector_of(a.code) == "UNK"} - {None}
    others = [a for a in s.recipients if sector_of(a.code) != "UNK"]
    return not soil or bool(others) or s.place is None or s.place.country is None or s.place.country in soil


def known(code: str) -> bool:
    """Whether a code says at least a country, a body or a group."""
    return not code.startswith("UNK.") or "/" in code


def _at_home(s: Statement) -> bool:
    """Both sides of one country, unless its agents meet its civilians, opposition or armed groups."""
    doers = {country(a.code) for a in s.actors if known(a.code)}
    hit = {country(a.code) for a in s.recipients if known(a.code)}
    if not doers or doers != hit or len(doers) > 1 or None in doers:
        return False
    doing = {sector_of(a.code) for a in s.actors}
    struck = {sector_of(a.code) for a in s.recipients}
    return not (
        (doing & HOME and struck & STRUCK)
        or (doing & ARMED and struck & (HOME | {"CVL", "REL", "JRN", "REF", "BUS"}))
    )
