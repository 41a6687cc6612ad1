"""A truce suspended, called off or left, also where the clause calls it only "the agreement".

The reader codes a ceasefire where a page speaks of one. "Thailand has suspended the agreement that it signed two weeks ago" need not;
that the agreement is a truce is seen from the pages that told of its signing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from sarhad.codebook import Auxiliary, CeasefirePhase, EventType, Stance
from sarhad.fusion.gathering import LATEST, Gathering
from sarhad.fusion.sides import countries, parties_of, sides
from sarhad.records import Statement, Truce

_WORD = r"(?:cease-?\s?fire|truce|armistice|agreement|accord|deal|pact)s?"
_FILL = r"(?:(?!(?:under|after|as|in|on|for|during|if|until|to|over|trade|water|visa|transit|fishing|energy|gas)\b)[\w.’'“”\"-]+ ){0,6}?"
_MADE = r"(?:,? (?:that|which|between|with|agreed|signed|reached|brokered|announced|struck|mediated)\b[^.;]{0,80}?)?"
"""What recalls how it was made may stand between the truce and its verb."""
_OTHER = r"(?! (?:on|about|for|over|governing|covering)\b(?! (?:an? |the )?(?:cease|truce|border|end)))"
SUSPENDED = re.compile(
    rf"\b(?:suspend(?:s|ed|ing)?|fr[eo]e?z(?:es?|en|ing)|paus(?:es|ed|ing)) (?:(?:the )?implementation of |its (?:part|participation) in )?{_FILL}{_WORD}\b{_OTHER}|"
    rf"\b(?:puts?|putting|placed) {_FILL}{_WORD} (?:with (?:the )?\w+ )?on (?:hold|ice)\b|"
    rf"\b{_WORD}{_MADE} (?:was|were|is|are|has been|had been|have been) (?:suspended|frozen|on hold|put on hold)\b",
    re.I,
)
_LEFT = re.compile(
    rf"\b(?:call(?:s|ed|ing) off|scrap(?:s|ped|ping)|terminat(?:es|ed|ing)|renounc(?:es|ed|ing)|t(?:ears?|ore|earing) up|abandon(?:s|ed|ing)|"
    rf"quit(?:s|ting)?|withdr[ae]w(?:s|n|ing)? from|pull(?:s|ed|ing) out of|walk(?:s|ed|ing) (?:away from|out of)) {_FILL}{_WORD}\b{_OTHER}|"
    rf"\b{_WORD}{_MADE} (?:was|were|has been|had been) (?:called off|scrapped|terminated|abandoned)\b",
    re.I,
)
_NOT_DONE = re.compile(
    r"\b(?:will|would|(?-i:may)|might|could|can|should|must|shall|to|not|never|if|unless|whether|without|threat\w*|den(?:y|ie[sd]|ying)|consider\w*|plan\w*)\b"
    r"[^.;,]{0,30}$|n[’']t\b[^.;,]{0,20}$",
    re.I,
)
_LEAVES = (EventType.REJECT, EventType.RETREAT, EventType.SANCTION, EventType.AGREE)
_STANDS = (CeasefirePhase.AGREED, CeasefirePhase.IN_EFFECT, CeasefirePhase.EXTENDED)
_NAMED = re.compile(r"\bcease-?fire|\btruce|\bhostilities\b|\bpeace\b", re.I)
RECENT = timedelta(days=60)
"""An agreement of two sides left so soon after their truce, and called nothing else, is that truce's."""
SEASON = timedelta(days=270)


def left(s: Statement) -> bool:
    """Whether the clause tells as done that a truce or an agreement is suspended or left."""
    if s.type not in _LEAVES or s.aux in (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL):
        return False
    if s.stance in (Stance.DENIES, Stance.NEITHER) or (s.aux is Auxiliary.NEGATION and s.ceasefire is None):
        return False
    quote = s.evidence.quote
    found = SUSPENDED.search(quote) or _LEFT.search(quote)
    return found is not None and not _NOT_DONE.search(quote[: found.start()])


def as_left(s: Statement) -> Statement:
    """A statement of a truce that is suspended or left tells that it is over, whatever phase its words named besides."""
    if (
        s.ceasefire is None
        or s.ceasefire.phase in (CeasefirePhase.VIOLATED, CeasefirePhase.COLLAPSED)
        or not left(s)
    ):
        return s
    past = s.aux if s.aux is Auxiliary.HISTORICAL else None
    return replace(s, aux=past, ceasefire=replace(s.ceasefire, phase=CeasefirePhase.ENDED))


def leavings(coded: Sequence[Statement], gathering: Gathering) -> Iterator[Statement]:
    """Statements without a ceasefire in which one of two sides that hold one leaves "the agreement" with the other."""
    firm = [s for s in coded if s.ceasefire and s.ceasefire.phase in _STANDS and s.plain and s.aux is None]
    for s in gathering.told():
        if s.ceasefire is not None or s.type is EventType.AGREE or not left(s):
            continue
        truce = _truce_of(s, firm, gathering)
        if truce is not None:
            yield replace(s, ceasefire=truce)


def _truce_of(s: Statement, firm: Iterable[Statement], gathering: Gathering) -> Truce | None:
    """The truce of the two that the sentence names, agreed not long before."""
    doing = sides(a.code for a in s.actors)
    named = sides(a.code for a in (*s.actors, *s.recipients)) | countries(a.code for a in s.recipients)
    day = gathering.when(s)
    near = SEASON if _NAMED.search(s.sentence.quote) else RECENT
    for t in firm:
        pair = parties_of(t)
        behind = day - gathering.when(t) if day < LATEST and gathering.when(t) < LATEST else None
        if behind is None or len(pair) != 2 or not timedelta() <= behind <= near:
            continue
        if doing & pair and pair <= named and t.ceasefire is not None:
            return Truce(parties=t.ceasefire.parties, phase=CeasefirePhase.ENDED)
    return None
