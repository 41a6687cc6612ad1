"""Means to keep a ceasefire, agreed or not: monitors, verification, a hotline, a committee.

Read from clauses that stand in one breath with a ceasefire's steps. A means asked for or talked over is proposed, never agreed.
"""

import re
from collections.abc import Iterable, Sequence

from sarhad.codebook import Arrangement, Auxiliary, EventType, Stance
from sarhad.fusion.gathering import UNDATED, Gathering
from sarhad.fusion.truces import Spots, host
from sarhad.records import UNSURE, Mechanism, Statement

_KINDS = {
    Arrangement.HOTLINE: re.compile(r"\bhot-?\s?lines?\b|\bdirect (?:phone |military )?lines?\b", re.I),
    Arrangement.VERIFICATION: re.compile(r"\bverif(?:y|ied|ies|ying|ication)\b", re.I),
    Arrangement.MONITORING: re.compile(
        r"\bmonitor(?:s|ing|ed)?\b(?! (?:group|organi[sz]ation|agency|service))|\bobservers?\b|\bobserver mission\b|\bpeace monitors\b",
        re.I,
    ),
    Arrangement.COMMITTEE: re.compile(
        r"\b(?:joint|liaison|military|technical|coordination|bilateral|tripartite|trilateral|ceasefire|contact) "
        r"(?:[\w-]+ ){0,2}(?:committees?|commissions?|working groups?|mechanisms?|boards?)\b",
        re.I,
    ),
}
_REFUSED = re.compile(
    r"\breject\w*|\brefus\w+|\bfail\w* to (?:agree|set up|establish)|\bwithout (?:an? |any )?(?:\w+ )?(?:agreement|deal)\b|"
    r"\bno (?:agreement|deal|accord)\b|\bdeclin\w+|\brul\w+ out\b|\bno (?:\w+ )?(?:monitor\w*|verification|hotline|mechanism|committee)\b",
    re.I,
)
_SOUGHT = re.compile(
    r"\bpropos\w+|\bdiscuss\w+|\bcall(?:s|ed|ing)? for\b|\burg\w+|\bdemand\w*|\bsuggest\w*|\bwould\b|\bcould\b|\bshould\b|\bmight\b|\b(?-i:may)\b|"
    r"\bif\b|\bwant\w*|\bseek\w*|\bsought\b|\boffer\w*|\bneed\w*|\bask\w*|\binsist\w*|\btalks? on\b|\bplans?\b|\bconsider\w*",
    re.I,
)
_MADE = re.compile(
    r"\bagree[ds]?\b|\bset(?:ting)? up\b|\bestablish\w*|\bcreat\w+|\bsign\w*|\bform(?:ed|s)\b|\bactivat\w+|\binstall\w*|\breopen\w*|"
    r"\bin place\b|\b(?:is|are) to (?:monitor|verify|oversee|watch)\b|\bdeploy\w*|\bprovid\w+ for\b|\bwill (?:be )?(?:monitor|verif|oversee|oversaw)\w*|\bundertook\b|\bpledged\b",
    re.I,
)


def mechanisms(known: Sequence[Spots], gathering: Gathering) -> list[tuple[Mechanism, ...]]:
    """For each ceasefire what is told of the means to keep it, in order of telling; one row a kind, standing and sentence."""
    found: list[dict[tuple[str, str, str, int], Mechanism]] = [{} for _ in known]
    for s in gathering.told():
        kinds = [k for k, words in _KINDS.items() if words.search(s.evidence.quote)]
        standing = standing_of(s) if kinds else None
        n = host(s, known, gathering) if standing else None
        if n is None or standing is None:
            continue
        for kind in kinds:
            key = (kind.value, standing, s.document_id, s.sentence.span.start)
            found[n].setdefault(key, _mechanism(kind, standing, s, gathering))
    return [tuple(sorted(rows.values(), key=_order)) for rows in found]


def standing_of(s: Statement) -> str | None:
    """ "agreed", "proposed" or "refused", by the words of the clause; None where they say neither."""
    if s.stance in (Stance.DENIES, Stance.NEITHER):
        return None
    quote = s.evidence.quote
    if s.type is EventType.REJECT or s.aux is Auxiliary.NEGATION or _REFUSED.search(quote):
        return "refused"
    if s.type is EventType.REQUEST or s.aux is Auxiliary.HYPOTHETICAL or _SOUGHT.search(quote):
        return "proposed"
    return "agreed" if _MADE.search(quote) and s.plain else None


def agreed(rows: Iterable[Mechanism]) -> frozenset[Arrangement]:
    """The means that somebody surely tells as agreed."""
    return frozenset(m.kind for m in rows if m.standing == "agreed" and not m.unsure)


def _mechanism(kind: Arrangement, standing: str, s: Statement, gathering: Gathering) -> Mechanism:
    return Mechanism(
        kind=kind,
        standing=standing,
        evidence=s.evidence,
        family=gathering.family(s),
        published=gathering.printed(s),
        unsure=s.confidence < UNSURE or s.stance is Stance.ALLEGES,
    )


def _order(m: Mechanism) -> tuple[str, str, int, str]:
    return m.published or UNDATED, m.evidence.document_id, m.evidence.span.start, m.kind.value
