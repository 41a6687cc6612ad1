"""Which statements surely tell of an undertaking, which perhaps do, and which only sound like one."""

import re
from collections.abc import Collection, Iterable, Mapping

from sarhad.codebook import Auxiliary, CommitmentStatus, EventType, Stance
from sarhad.codebook.actors import COUNTRIES, NOT_A_STATE, country_of
from sarhad.fusion.lands import land_named
from sarhad.fusion.subjects import subjects
from sarhad.fusion.words import content, stem, tokens
from sarhad.records import Statement

WORDS_OF_PROMISE = (CommitmentStatus.OFFERED, CommitmentStatus.PLEDGED)


Partners = Mapping[str, Collection[str]]
"""The countries that a page tells to talk or agree with another."""


def partners(told: Iterable[Statement]) -> Partners:
    """By page: a promise of one of two neighbours who are told to meet or agree is made toward the other."""
    found: dict[str, set[str]] = {}
    for s in told:
        homes = {country_of(a.code) for a in (*s.actors, *s.recipients)} - NOT_A_STATE
        if s.type in (EventType.CONSULT, EventType.AGREE) and len(homes) > 1:
            found.setdefault(s.document_id, set()).update(homes)
    return found


def is_vow(s: Statement, told_with: Partners | None = None) -> bool:
    """An undertaking needs somebody who undertakes something in words of undertaking; "the commitment came after …" does not.

    A ceasefire is threaded as a ceasefire. What is only possible, or told as not happening, is none, unless it is an offer or stands still.
    """
    if s.commitment is None or not _undertaken(s) or not content(s.commitment.object) - EMPTY - called(s):
        return False
    if s.ceasefire is not None and s.commitment.status is not CommitmentStatus.STALLED:
        return False
    promised = s.commitment.status in (*WORDS_OF_PROMISE, CommitmentStatus.REPLEDGED)
    return _between_countries(s, (told_with or {}).get(s.document_id, ())) and (
        not promised or _UNDERTAKES.search(s.evidence.quote) is not None
    )


def perhaps_vow(s: Statement) -> bool:
    """What a thread keeps as an unsure step: an undertaking that is read unsurely, or told in other words than those of one.

    Whoever holds fire undertakes it as a party to the ceasefire; help that another offers with it is an undertaking of its own.
    """
    if s.commitment is None or not _undertaken(s) or s.type not in BINDING:
        return False
    if not content(s.commitment.object) - EMPTY - called(s) and not subjects(s.evidence.quote):
        return False
    if _UNDERTAKES.search(s.evidence.quote) is None and _LEANS.search(s.evidence.quote) is None:
        return False
    return s.ceasefire is None or not {a.code for a in s.actors} & set(s.ceasefire.parties)


_LEANS = re.compile(
    r"\b(?:emphasi[sz]|stress|highlight|underlin|underscor|determin|offer|agree|promis|commit)\w*|\bimportance\b|\bneed (?:for|to)\b|"
    r"\befforts? to\b|\bwork(?:s|ed|ing)? (?:to|on)\b|\bread(?:y|iness)\b|\bwilling\w*|\bproposals?\b|\bon hold\b|\bdelay\w*|\bstall\w*",
    re.I,
)
"""Words in which an undertaking is stressed, leant to or worked on without being given."""
BINDING = (EventType.AGREE, EventType.COOPERATE, EventType.CONCEDE, EventType.AID)
"""Kinds of act by which somebody undertakes something."""


def _undertaken(s: Statement) -> bool:
    """Somebody is told to undertake something that is no harm; what is possible, denied or undone is no undertaking."""
    if s.commitment is None or not s.actors or s.stance in (Stance.NEITHER, Stance.DENIES):
        return False
    if s.aux in (Auxiliary.NEGATION, Auxiliary.HYPOTHETICAL) and not _left_open(s):
        return False
    return not _harm(s.commitment.object)


def _left_open(s: Statement) -> bool:
    """Offered in words of offering or on a condition, or standing still."""
    status = s.commitment.status if s.commitment else None
    tied = s.commitment is not None and s.commitment.blocker is not None
    offered = status is CommitmentStatus.OFFERED and (tied or _OFFERS.search(s.evidence.quote) is not None)
    return status is CommitmentStatus.STALLED or offered


_OFFERS = re.compile(
    r"\boffer\w*|\bpropos(?:e|es|ed|ing)\b|\bready\b|\bwilling\w*|\bin (?:return|exchange)\b|\bon condition\b|\bprovided\b|\bsubject to\b|\bconditional\w*|\bas long as\b|\bprepared to\b|\bunder review\b|\bif\b",
    re.I,
)


def _harm(told: str) -> bool:
    """A vow to strike is a threat, no undertaking; a promise to stop striking is one."""
    return _STRIKES.search(told) is not None and _STOPS.search(told) is None


_STRIKES = re.compile(
    r"\bbomb\w*|\bdestroy\w*|\bdefeat\w*|\b(?:a|re)?veng\w+|\bretaliat\w+|\bpunish\w*|\battack\w*|\bstrik(?:e|es|ing)\b|\bcrush\w*|\beliminat\w+|\bkill\w*|\bannihilat\w+|\bpay\b|\bresistance\b|\bcrimes?\b|\bharsh\b|\bblood\b|\bcut off\b|\bbombers?\b|\brockets?\b|\bthreat\b|\binflict\w*|\breckoning\b|\b(?:expand|tighten)\w*\b.{0,40}\bsanctions\b|\b(?:its|the|their) (?:war|strikes|offensive|campaign) (?:on|against)\b|\bblockad\w*|"
    r"\bimpos\w+|\b(?:close|seal|shut)\w* (?:off |down )?(?:the |its |their )?(?:[A-Z]?[\w-]+ ){0,3}(?:strait|border|crossings?|airspace|waterway)\b",
    re.I,
)
_STOPS = re.compile(
    r"\b(?:stop|halt|suspend|end|cease|refrain|prevent|curb|combat|counter|fight|tackle|pause|avoid|protect|investigat)\w*",
    re.I,
)


BODIES = NOT_A_STATE - {"UNK"}


def _between_countries(s: Statement, neighbours: Collection[str]) -> bool:
    """Whether it binds or concerns more than one country: promises to voters and draft laws at home are none of a border's business."""
    homes = {country_of(a.code) for a in (*s.actors, *s.recipients)} - {"UNK"}
    told = f"{s.evidence.quote} {s.commitment.object if s.commitment else ''}"
    if len(homes) > 1 or homes & BODIES or subjects(told) or _OF_THE_BORDER.search(told):
        return True
    if any(name in s.evidence.quote for code, name in COUNTRIES.items() if code not in homes):
        return True
    if s.type is EventType.THREATEN:
        return False  # "promised that the culprits would be caught": the law's course at home
    abroad = {land_named(w) for w in _CAPITAL.findall(s.evidence.quote)} - {None}
    return bool(abroad - homes or homes & set(neighbours))


_OF_THE_BORDER = re.compile(
    r"\b(?:cross-)?border\w*|\bfrontiers?\b|\bneighbou?r\w*|\bdemarcat\w+|\bdeminin?g?\w*", re.I
)
_CAPITAL = re.compile(r"\b[A-Z][a-z][\w’'-]+")


_UNDERTAKES = re.compile(
    r"\bagree(?:s|d|ing)?\b(?! (?:that|with)\b)(?!\W*$)|\bpledg\w+|\bvow\w*|\bpromis\w+|\bcommit(?:s|ted|ting)? to\b|\bcommitment|\bcommitted to\b|\breaffirm\w*|\breiterat\w+|\bundert\w+|\bassur\w+|\bguarantee\w*|"
    r"\bsign(?:s|ed|ing)?\b|\boffer(?:s|ed|ing)? (?:to|its|their|his|her|help|support|mediat\w+|talks|aid)\b|\bpropos\w+|\bready (?:to|for)\b|\bwilling(?:ness)?\b|\bset to\b|\bplan(?:s|ned|ning)? (?:to|a|for)\b|"
    r"\b(?:is|are) (?:now )?to\b|\bshall\b|\bmust\b|\boblig\w+|\bcommit(?:s|ted|ting)? \w+sel(?:f|ves) to\b|\b(?:its|their|his|her) word\b|"
    r"\bplanned\b|(?:\bwill|\bwould|'ll|’ll) (?:soon |also )?(?:meet|hold|visit|host|open|reopen|release|free|repatriate|vacate|lift|send|provide|return|withdraw|speak|travel|join|deploy|hand|begin|start|resume|allow|build|supply|work|help|complete|take part|attend|exchange)\b|\bintend\w*|\bintent\w*|\bresolv\w+|\bdecid\w+|\bannounc\w+|\bsworn?\b|\bdue to\b|\bexpected to\b|\bto (?:hold|visit|open|reopen|return|send|release|withdraw|exchange|form|build|finish|complete)\b",
    re.I,
)


def called(s: Statement) -> frozenset[str]:
    """Words that name the parties."""
    return frozenset(
        stem(w) for a in (*s.actors, *s.recipients) for w in tokens(f"{a.mention} {a.name or ''}")
    )


EMPTY = frozenset(
    stem(w)
    for w in (
        "ceasefire truce cease fire deal deals agreement agreements agree agreed accord pact treaty talks talk dialogue negotiations peace cooperation cooperate "
        "ties relations relationship support trade commitment pledge promise vow vowed pledged promised readiness plan plans effort efforts side sides country "
        "countries both two three parties bilateral joint mutual issues matters further continue ensure work working strengthen enhance expand boost increase "
        "proposal proposals propose proposed proposes visit meeting meet meetings hold round secretary foreign leader leaders official region world monday tuesday wednesday thursday friday saturday sunday week month today "
        "temporary apparent immediate delicate fragile permanent durable lasting brokered backed administration allies other day days "
        "provide make take give full fully first next new important also government ministry minister president prime officials military forces armed"
    ).split()
)
"""Words that fit any undertaking."""
