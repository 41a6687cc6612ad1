"""What a clause says of a ceasefire: its phase, its parties, who mediates."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from sarhad.codebook import CeasefirePhase, EventType
from sarhad.records import Actor, Truce

TRUCE = re.compile(r"\b(cease-?\s?fires?|truces?|armistice|cessation of (?:hostilities|fighting)|halt (?:to|in) (?:the )?(?:fighting|hostilities)|end to (?:the )?(?:fighting|hostilities|war))\b", re.I)  # fmt: skip
_ARMED = frozenset(("GOV", "MIL", "REB"))
_EXTENDED = re.compile(r"\b(extend|extension|prolong|renew)", re.I)
_COLLAPSED = re.compile(r"\b(collaps|broke down|breakdown|fell apart|unravel|in tatters)", re.I)
_ENDED = re.compile(r"\b(expire|short-lived|ended|lapsed|over after)\b", re.I)
_HOLDS = re.compile(r"\b(hold(?:s|ing)?|held|in (?:effect|force|place)|took effect|taking effect|come into|came into|fragile|observ)", re.I)  # fmt: skip
_MAY = re.compile(r"\b(could|may|might|would|risks?|fears?|threaten\w*)\b", re.I)
_TOOK_EFFECT = re.compile(
    r"\b(took effect|taken effect|came into (?:force|effect)|went into effect|in force since)\b", re.I
)
_DECLARED_OVER = re.compile(r"\bend (?:to|of) (?:the|its|their|a) (?:cease-?fire|truce)|called off the (?:cease-?fire|truce)|(?:cease-?fire|truce) (?:is|was|to be) over\b", re.I)  # fmt: skip
_BREACH = re.compile(r"\b(violat|breach|broke(?:n)?\b(?! down)|break(?:s|ing)? the|flout)", re.I)

_BY_TYPE = {
    EventType.REQUEST: CeasefirePhase.CALLED_FOR,
    EventType.CONSULT: CeasefirePhase.TALKS,
    EventType.RETREAT: CeasefirePhase.IN_EFFECT,
    EventType.ASSAULT: CeasefirePhase.VIOLATED,
    EventType.CONCEDE: CeasefirePhase.AGREED,
    EventType.SUPPORT: CeasefirePhase.AGREED,
}


def phase(kind: EventType, clause: str, *, offered: bool, failed: bool) -> CeasefirePhase:
    """The phase one act puts a ceasefire in, by its type and the words of its clause."""
    if _MAY.search(clause) and (_BREACH.search(clause) or _COLLAPSED.search(clause)):
        return CeasefirePhase.IN_EFFECT
    if _DECLARED_OVER.search(clause):
        return CeasefirePhase.ENDED
    if _TOOK_EFFECT.search(clause):
        return CeasefirePhase.IN_EFFECT
    if failed:
        return CeasefirePhase.TALKS_FAILED
    if _BREACH.search(clause):
        return CeasefirePhase.VIOLATED
    if _EXTENDED.search(clause):
        return CeasefirePhase.EXTENDED
    if _COLLAPSED.search(clause):
        return CeasefirePhase.COLLAPSED
    if kind in (EventType.AGREE, EventType.CONCEDE):
        if _ENDED.search(clause):
            return CeasefirePhase.ENDED
        return CeasefirePhase.OFFERED if offered else CeasefirePhase.AGREED
    if kind is EventType.REJECT:
        return CeasefirePhase.TALKS_FAILED if failed else CeasefirePhase.CALLED_FOR
    if _HOLDS.search(clause) and kind not in (EventType.REQUEST, EventType.CONSULT):
        return CeasefirePhase.IN_EFFECT
    return _BY_TYPE.get(kind, CeasefirePhase.AGREED)


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


def main_dyad(pairs: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The two sides that a document tells fighting or negotiating most often; empty when nothing stands out."""
    counts = Counter(tuple(sorted(p)) for p in pairs if p[0] != p[1])
    return counts.most_common(1)[0][0] if counts else ()


def truce(
    kind: EventType,
    clause: str,
    parties: Sequence[str],
    mediators: Sequence[str],
    *,
    offered: bool = False,
    failed: bool = False,
) -> Truce:
    """The record of what one clause says of a ceasefire."""
    return Truce(
        parties=tuple(parties),
        phase=phase(kind, clause, offered=offered, failed=failed),
        mediators=tuple(m for m in mediators if m not in parties),
    )
