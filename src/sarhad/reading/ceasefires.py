"""What a clause says of a ceasefire: its phase, its parties, who mediates."""

import re
from collections.abc import Iterable, Sequence

from sarhad.codebook import CeasefirePhase, EventType
from sarhad.records import Actor, Truce

TRUCE = re.compile(r"\b(cease-?\s?fires?|truces?|armistice|humanitarian pauses?|pause in (?:the )?(?:fighting|hostilities)|cessation of (?:hostilities|fighting)|halt (?:to|in) (?:the )?(?:fighting|hostilities)|end to (?:the )?(?:fighting|hostilities|war))\b", re.I)  # fmt: skip
_ARMED = frozenset(("GOV", "MIL", "REB"))
_EXTENDED = re.compile(r"\b(extend|extension|prolong|renew)", re.I)
_COLLAPSED = re.compile(r"\b(collaps|broke down|breakdown|fell apart|unravel|in tatters)", re.I)
ENDED = re.compile(
    r"\b(?:expired|lapsed|over after|ended(?! (?!after|when|as|amid|with|on|in|at|by|following|because)"
    r"(?:[\w-]+ ){0,4}(?:fighting|wars?|hostilities|clashes|conflict|bloodshed|violence)\b)"
    r"(?! (?!after|on|in|at|by|following)(?:[\w-]+ ){0,3}(?:days|weeks|months|years)\b(?! (?:later|after|ago|before|earlier)\b)))\b",
    re.I,
)
"""A truce that "ended weeks of fighting" is not over; one that "ended after three days" or "amid clashes" is; one "to expire" is not yet."""
_HOLDS = re.compile(r"\b(hold(?:s|ing)?|held|still stands|in (?:effect|force|place)|took effect|taking effect|come into|came into|fragile|observ)", re.I)  # fmt: skip
_TOOK_EFFECT = re.compile(
    r"\b(took effect|taken effect|came into (?:force|effect)|went into effect|in force since)\b", re.I
)
_DECLARED_OVER = re.compile(r"\bend (?:to|of) (?:the|its|their|a) (?:cease-?fire|truce)|called off the (?:cease-?fire|truce)|(?:cease-?fire|truce) (?:is|was|to be) over\b", re.I)  # fmt: skip
_BREACH = re.compile(
    r"\b(violat|breach|broke(?:n)?\b(?! (?:down|up|off|out))|break(?:s|ing)? the|flout|shatter)", re.I
)
_FEARED = re.compile(r"\b(?:could|(?-i:may)|might|would|risk\w*|fears?|threaten\w*)\b[^.;]{0,40}\b(?:violat|breach|break|collaps|unravel|undermin|derail)", re.I)  # fmt: skip
_HANGS = re.compile(r"\b(?:contingent|conditional|conditioned|hing(?:es?|ed|ing)|depends?|dependent) (?:up)?on\b|\bsubject to\b", re.I)  # fmt: skip
PROPOSED = re.compile(r"\b(?:offer|propos|plan\b|framework|initiative|draft|float|put forward)", re.I)
WANTED = re.compile(
    r"\b(?:hope[sd]?|must|should|need(?:s|ed)?|time for|urg(?:e[sd]?|ing)|call(?:s|ed|ing)? for|demand\w*)\b",
    re.I,
)
_SOUGHT = re.compile(
    r"\b(?:try|tries|trying|tried|efforts?|aim(?:s|ed|ing)?|seek\w*|basis for|chances? of|prospects? (?:of|for)|cusp|close to|"
    r"closer to|brink of|bring(?:ing)? about|towards?|talks|negotiat\w+|potential|possible|terms of)\b", re.I)  # fmt: skip
_NEARING = re.compile(r"\b(?:(?:basis|groundwork|foundation) for|cusp of|brink of|closer? to)\b", re.I)
TERMS = re.compile(r"\b(?:changes?|conditions?|amendments?|terms)\b[^.;]*\b(?:proposal|deal|agreement|plan|talks|text|draft)\b", re.I)  # fmt: skip
_DISAGREED = re.compile(r"\b(?:disagree\w*|differ\w*|rifts?|dispute\w*|lack of trust)\b", re.I)
STANDING = re.compile(
    r"\b(?:despite|in spite of|notwithstanding|since|under|during|(?:hours?|days?|minutes?|weeks?) (?:into|after)|after|"
    r"violat\w+|breach\w*|defiance of|shatter\w*|broke|breaking)\b[^.;]{0,40}?"
    + TRUCE.pattern.removeprefix(r"\b"),
    re.I,
)
"""A truce told as standing when something is done: what strikes then breaks it."""

_BY_TYPE = {
    EventType.REQUEST: CeasefirePhase.CALLED_FOR,
    EventType.CONSULT: CeasefirePhase.TALKS,
    EventType.RETREAT: CeasefirePhase.IN_EFFECT,
    EventType.ASSAULT: CeasefirePhase.VIOLATED,
    EventType.CONCEDE: CeasefirePhase.AGREED,
    EventType.SUPPORT: CeasefirePhase.AGREED,
}


def phase(
    kind: EventType, clause: str, *, offered: bool, failed: bool, sought: bool = False
) -> CeasefirePhase:
    """The phase one act puts a ceasefire in, by its type and the words of its clause; `sought` where it is not done."""
    still_open = offered or sought or kind in (EventType.REQUEST, EventType.REJECT, EventType.CONSULT)
    of_its_life = _of_its_life(kind, clause, failed=failed, still_open=still_open)
    if of_its_life is not None:
        return of_its_life
    if kind in (EventType.AGREE, EventType.CONCEDE):
        return _of_agreeing(clause, offered=offered, sought=sought)
    if kind is EventType.REJECT:
        if _DISAGREED.search(clause):
            return CeasefirePhase.IN_EFFECT
        return CeasefirePhase.OFFERED if PROPOSED.search(clause) else CeasefirePhase.CALLED_FOR
    if kind is EventType.REQUEST and TERMS.search(clause):
        return CeasefirePhase.TALKS
    if _HOLDS.search(clause) and kind not in (EventType.REQUEST, EventType.CONSULT):
        return CeasefirePhase.IN_EFFECT
    return _BY_TYPE.get(kind, CeasefirePhase.AGREED)


def _of_its_life(kind: EventType, clause: str, *, failed: bool, still_open: bool) -> CeasefirePhase | None:
    """What a clause tells outright: over, in force, failed, broken, prolonged, collapsed; one that is offered, asked for or refused is not prolonged."""
    if kind is EventType.ASSAULT and STANDING.search(clause):
        return CeasefirePhase.VIOLATED
    if _FEARED.search(clause):
        return CeasefirePhase.IN_EFFECT
    if _DECLARED_OVER.search(clause):
        return CeasefirePhase.ENDED
    if _TOOK_EFFECT.search(clause):
        return CeasefirePhase.IN_EFFECT
    if failed:
        return CeasefirePhase.TALKS_FAILED
    told = (
        (_BREACH, CeasefirePhase.VIOLATED),
        (_EXTENDED, CeasefirePhase.EXTENDED),
        (_COLLAPSED, CeasefirePhase.COLLAPSED),
    )
    found = next((reached for words, reached in told if words.search(clause)), None)
    return None if found is CeasefirePhase.EXTENDED and still_open else found


def _of_agreeing(clause: str, *, offered: bool, sought: bool) -> CeasefirePhase:
    """Agreed, unless it is ended, wanted, sought or only offered; what hangs on a condition is agreed on it."""
    if ENDED.search(clause):
        return CeasefirePhase.ENDED
    if _HANGS.search(clause):
        return CeasefirePhase.AGREED
    if sought and WANTED.search(clause):
        return CeasefirePhase.CALLED_FOR
    if offered and PROPOSED.search(clause):
        return CeasefirePhase.OFFERED
    if _NEARING.search(clause):
        return CeasefirePhase.TALKS
    if sought:
        return CeasefirePhase.TALKS if _SOUGHT.search(clause) else CeasefirePhase.OFFERED
    if offered:
        return CeasefirePhase.OFFERED
    if _REVIVING.search(clause) and not _MADE.search(clause):
        return CeasefirePhase.TALKS
    stands = _STILL.search(clause) and not _MADE.search(clause)
    return CeasefirePhase.IN_EFFECT if stands else CeasefirePhase.AGREED


_STILL = re.compile(r"\bstill (?:stands|holds|holding|in (?:effect|force|place))\b|\bha(?:s|d) (?:\w+ )?held\b|\bis holding\b", re.I)  # fmt: skip
_REVIVING = re.compile(r"\b(?:reviving|restoring|reinstating|resurrecting|salvaging)\b", re.I)
"""Whoever speaks of reviving a truce has none."""
_MADE = re.compile(r"\b(?:agreed|reached|announced|declared|signed (?:an?|the)\b)", re.I)


def fighters(parties: Iterable[Actor]) -> tuple[str, ...]:
    """Those among `parties` who could hold fire: governments, armies (as their government) and armed groups."""
    out: list[str] = []
    for a in parties:
        country, _, sector = a.code.partition(".")
        if sector.split("/")[0] not in _ARMED or country in ("UNK", "IGO", "NGO"):
            continue
        code = f"{country}.GOV" if sector.split("/")[0] in ("MIL", "GOV") else a.code
        if code not in out:
            out.append(code)
    return tuple(out)


def truce(
    kind: EventType,
    clause: str,
    parties: Sequence[str],
    mediators: Sequence[str],
    *,
    offered: bool = False,
    failed: bool = False,
    sought: bool = False,
) -> Truce:
    """The record of what one clause says of a ceasefire."""
    return Truce(
        parties=tuple(parties),
        phase=phase(kind, clause, offered=offered, failed=failed, sought=sought),
        mediators=tuple(m for m in mediators if m not in parties),
    )
