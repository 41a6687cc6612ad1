"""Which statements surely tell a phase of a ceasefire, by the words of their clause.

"Ceasefire talks", "a ceasefire proposal" and "hopes of a truce" are no ceasefire; fighting beside the word "ceasefire" is no breach of one.
"""

import re

from sarhad.codebook import Auxiliary, CeasefirePhase, EventType, Stance
from sarhad.fusion.truces_left import left
from sarhad.records import Statement

_FIRM = (
    CeasefirePhase.AGREED,
    CeasefirePhase.IN_EFFECT,
    CeasefirePhase.EXTENDED,
    CeasefirePhase.ENDED,
    CeasefirePhase.COLLAPSED,
)
_PROSPECT = re.compile(
    r"\bpropos\w+|\bnegotiat\w+|\btalks?\b|\bdiscuss\w+|\bhop(?:e|es|ed|ing)\b|\bprospects?\b|\bpush\w*|\bcall(?:s|ed|ing)?\b|\buntil\b|\bunless\b|\bif\b|\bwill\b|\bwould\b|\bnot\b|\bno\b|\bwithout\b|\bappear\w*|\boff-ramp|\btry\w*|\bsense of\b|\bcould\b|\bmight\b|\b(?-i:may)\b|\bshould\b|"
    r"\bseek\w*|\bsought\b|\burg\w+|\bbid\b|\befforts?\b|\bpotential\b|\bpossib\w+|\bopportunit\w+|\brefus\w+|\breject\w+|\bdemand\w*|\bpressur\w+|\btowards?\b|\belusive\b|\bchances?\b|\bdraft\b|"
    r"\bto (?:reach|secure|achieve|agree|broker|establish|negotiate|accept|conclude|strike|get|bring about|finali[sz]e|end|stop)\b|\bnear(?:ing)? (?:a|to)\b|\bclose to\b|\bwant\w*|\bneed\w*|\bplans? for\b|\?",
    re.I,
)
_MADE = re.compile(
    r"\bagree(?:d|s)?\b|\bannounc\w+|\bdeclar\w+|\bsign(?:s|ed|ing)\b|\breach(?:ed|es)\b|\baccept(?:ed|s)\b|\bbroker(?:ed|s)\b|\bsecured\b|\bstruck\b|\b(?:came|come|went|go(?:es)?|entered|enter) into (?:effect|force)\b|"
    r"\b(?:took|take|takes) effect\b|\bconcluded\b|\bestablished\b|\bmediated\b|\bproduced\b|\byielded\b|\bled to\b|\bresulted in\b|\b(?:under|since|after) (?:the|a) (?:\w+[ -]){0,3}(?:cease-?fire|truce)",
    re.I,
)
_HOLDS = re.compile(
    r"\bh[eo]ld(?:s|ing)?\b|\bin(?:to)? (?:effect|force|place)\b|\beffect\b|\bobserv\w+|\bbeg[au]n\b|\bstart(?:ed|s)\b|\bsince the (?:cease|truce)|\bhonou?r\w*|\bkeep\w*|\bkept\b|\bstands?\b|\bstood\b|\bquiet\b|\bremain(?:s|ed)?\b|\bcontinu\w+|\brespect\w*|\bupheld\b|\bmaintain\w*|\bsurviv\w+|\bprevail\w*|\bendur\w+",
    re.I,
)
_BREACH = re.compile(
    r"\bviolat\w+|\bbreach\w*|\bbreak(?:s|ing)?\b|\bbroke\b(?! (?:up|down|off|out))|\bbroken\b(?! (?:up|down|off|out))|\bflout\w*|\bundermin\w+|\binfring\w+|\bshatter\w*|\bdisregard\w*|\bdefi(?:ed|ance)\b|\bdespite (?:the|a|an) (?:\w+[ -]){0,3}(?:cease-?fire|truce)",
    re.I,
)
_NEWS = re.compile(r"\b(?:news|word|story)\b.{0,40}\bbroke\b", re.I)
_DENIED = re.compile(
    r"\bden(?:y|ie[ds]|ying)\b|\breject\w*|\bdismiss\w*|\brefut\w*|\b(?:no|not|without|never)\b.{0,20}\b(?:violat|breach|br[eo]ak)\w*",
    re.I,
)
_OVER = re.compile(
    r"\bend(?:s|ed|ing)?\b|\bcollaps\w+|\bexpir\w+|\bterminat\w+|\bcalled off\b|\bover\b|\bdead\b|\bf(?:ell|alls?|allen) apart\b|\bbroke(?:n)? down\b|\bunravel\w*|\bcrumbl\w+|\br[au]ns? out\b|\babandon\w+|\bscrap\w+|\bwithdr[ae]w\w*|\blapsed?\b|\bshort-lived\b",
    re.I,
)
_LONGER = re.compile(r"\bexten(?:d|s)\w*|\bprolong\w*|\brenew\w*", re.I)
_SPOKEN = re.compile(
    r"\btalk\w*|\bnegotiat\w+|\bmediat\w+|\bdiscuss\w+|\brounds?\b|\bm[e]{1,2}t(?:s|ing|ings)?\b", re.I
)
_CALLED = re.compile(
    r"\bcall(?:s|ed|ing)?\b|\burg\w+|\bdemand\w*|\bappeal\w*|\bpress(?:es|ed|ing)?\b|\bpush\w*|\bseek\w*|\bplea\w*|\bask\w*|\bwant\w*|\binsist\w*|\bneed\w*",
    re.I,
)
_OFFERED = re.compile(
    r"\bpropos\w+|\boffer\w*|\bput forward\b|\bpresent(?:s|ed|ing)\b|\bready to\b|\bwilling\b|\bopen to\b|\bdraft\b",
    re.I,
)
_FAILED = re.compile(
    r"\bfail\w*|\bcollaps\w+|\bbr(?:eak|oke|oken) (?:down|up|off)|\bwithout (?:an? )?(?:agreement|deal|result|breakthrough)|\bstall\w*|\bdeadlock\w*|"
    r"\bno (?:deal|agreement|breakthrough|result)|\bwalk\w* out|\bsuspend\w*|\bended in\b|"
    r"\breject\w*|\brefus\w+|\bdeclin\w+|\bturn\w* down\b|\brebuff\w*|\bneither\b.{0,40}\bagree\w*",
    re.I,
)
_LIVES = (
    CeasefirePhase.IN_EFFECT,
    CeasefirePhase.EXTENDED,
    CeasefirePhase.ENDED,
    CeasefirePhase.COLLAPSED,
)
_WORDS = {
    CeasefirePhase.CALLED_FOR: _CALLED,
    CeasefirePhase.OFFERED: _OFFERED,
    CeasefirePhase.TALKS: _SPOKEN,
    CeasefirePhase.TALKS_FAILED: _FAILED,
    CeasefirePhase.AGREED: _MADE,
    CeasefirePhase.IN_EFFECT: _HOLDS,
    CeasefirePhase.EXTENDED: _LONGER,
    CeasefirePhase.ENDED: _OVER,
    CeasefirePhase.COLLAPSED: _OVER,
}
_BY_THEM = re.compile(
    r"\b(?:brokered|mediated|proposed|backed|facilitated|sponsored|put forward|negotiated) by\b", re.I
)


def tells_phase(s: Statement) -> bool:
    """Whether `s` surely tells the phase it is coded with."""
    if s.ceasefire is None or s.stance in (Stance.DENIES, Stance.NEITHER) or _mediators_only(s):
        return False
    phase, quote = s.ceasefire.phase, s.evidence.quote
    if phase is CeasefirePhase.VIOLATED:
        return _breach(s, quote)
    if phase not in _FIRM:
        return _open_phase(s, phase)
    if s.aux in (Auxiliary.HYPOTHETICAL, Auxiliary.NEGATION) or s.type in _NO_PHASE or _denial(s):
        return False
    if phase is CeasefirePhase.ENDED and left(s):
        return True
    before = _TALKS_OVER.sub(" ", _up_to_the_verb(s) if phase in _LIVES else quote)
    return _WORDS[phase].search(quote) is not None and _PROSPECT.search(before) is None


def _denial(s: Statement) -> bool:
    """ "Chad denied that the truce had collapsed": what is denied is told as not so."""
    return s.type is EventType.REJECT and _DENIED.match(s.trigger.quote) is not None


def _up_to_the_verb(s: Statement) -> str:
    """ "The truce expired without a new one": where the verb tells the phase, what stands behind it takes nothing back."""
    told = s.ceasefire is not None and _WORDS[s.ceasefire.phase].search(s.trigger.quote)
    behind = s.trigger.span.start - s.evidence.span.start
    return s.evidence.quote[: max(0, behind)] if told else s.evidence.quote


def perhaps_phase(s: Statement) -> bool:
    """Whether a thread keeps `s` as an unsure step: the words of the phase are there, the reading of them is not sure.

    A ceasefire told as not asked for, and talks told as not held or only possible, say where a party stands.
    """
    if s.ceasefire is None or s.stance in (Stance.DENIES, Stance.NEITHER) or s.type is EventType.ASSAULT:
        return False
    phase = s.ceasefire.phase
    if tells_phase(s):
        return True
    return phase in _UNTOLD and _WORDS[phase].search(s.evidence.quote) is not None


_UNTOLD = (CeasefirePhase.CALLED_FOR, CeasefirePhase.OFFERED, CeasefirePhase.TALKS)


_TALKS_OVER = re.compile(
    r"\b(?:after|following|followed by|during|at)(?: the (?:end|close|conclusion|last day) of)? (?:[\w-]+ ){0,4}(?:talks|negotiations|discussions)\b|"
    r"\b(?:talks|negotiations|discussions) (?:[\w-]+ ){0,8}?(?=produced|yielded|led to|resulted in|secured)",
    re.I,
)
"""Talks that are over when the ceasefire is agreed."""


def _open_phase(s: Statement, phase: CeasefirePhase) -> bool:
    """Called for, offered, talked about: by the words of the clause, and talks only as talks."""
    if s.type is EventType.ASSAULT or s.aux in (
        Auxiliary.NEGATION,
        Auxiliary.HYPOTHETICAL,
        Auxiliary.HISTORICAL,
    ):
        return False
    if phase is CeasefirePhase.TALKS and (s.type is not EventType.CONSULT or s.aux is Auxiliary.FUTURE):
        return False
    return _WORDS[phase].search(s.evidence.quote) is not None


_NO_PHASE = (EventType.ASSAULT, EventType.ACCUSE, EventType.THREATEN, EventType.REQUEST)


def _breach(s: Statement, quote: str) -> bool:
    """An act told as a breach, or the charge of one; a plan, a condition and a denied breach are none."""
    if s.aux not in (None, Auxiliary.HISTORICAL):
        return False
    if _NEWS.search(quote) or _DENIED.search(quote):
        return False
    return _BREACH.search(quote) is not None or (
        s.stance is Stance.ALLEGES and s.type is not EventType.CONSULT
    )


def _mediators_only(s: Statement) -> bool:
    """ "A proposal brokered by the United States and France": they would not be the ones to hold fire."""
    by = _BY_THEM.search(s.evidence.quote)
    if by is None:
        return False
    tail = s.evidence.quote[by.end() :]
    named = {a.code for a in (*s.actors, *s.recipients) if a.mention and a.mention in tail}
    return bool(s.ceasefire and set(s.ceasefire.parties) & named)
