"""Which deed a denial denies: one that is laid at the denier, by its words, then by nearness; never the denier's own charge.

"It denied that its guns had fired on the village" is read as a denial and, inside it, as the denied deed; what it answers is the deed
told before. Two deeds in the sentence before are told apart by the words that the denial has in common with one of them.
"""

import re
from collections.abc import Mapping

from sarhad.codebook import QUAD, Auxiliary, EventType, Quad, Stance
from sarhad.fusion.charges_words import DENIES, DENYING, EMPTY
from sarhad.fusion.sides import sides
from sarhad.fusion.words import content
from sarhad.records import Statement

REACH = 260
"""Characters between the sentence that tells a deed and the one that denies it."""
_NEXT = re.compile(
    r"\b(?:and|but) (?:accus|blam|said|sa(?:ys|ying)|call|claim)\w*|\bsaying\b|\binstead\b", re.I
)
"""Where the denial ends and the denier's own word begins."""
_EMPTY = frozenset(w.removesuffix("e") for w in EMPTY)
_UNHURT = re.compile(
    r"\b(?:los(?:t|ing|s|ses)|shot down|downed|crashed|been hit|struck|destroyed|captured)\b", re.I
)
"""What one denies to have suffered; that others than it says were hit denies no deed."""


def answered(r: Statement, by_anchor: Mapping[str, Statement]) -> str | None:
    """The anchor of what a statement of a page answers: as it was read, or the deed that a denial fits better. `by_anchor` are
    all that the page tells."""
    about = _beyond_itself(r, by_anchor)
    if not _denies(r):
        return about.anchor if about else r.about
    who = sides(a.code for a in ((r.speaker,) if r.stance in DENYING and r.speaker else r.actors))
    words = _words(r)
    fits = [s for s in by_anchor.values() if _laid_at(s, r, who, words)]
    best = max(fits, key=lambda s: (len(words & _told(s)), s is about, s.evidence.span), default=None)
    if about is not None and (_charges(about, who) or about in fits):
        more = best is not None and len(words & _told(best)) > len(words & _told(about))
        return best.anchor if best is not None and more else about.anchor
    if best is not None and (not words or words & _told(best)):
        return best.anchor
    return None if about is None or _its_own(about, who) else about.anchor


def _beyond_itself(r: Statement, by_anchor: Mapping[str, Statement]) -> Statement | None:
    """What `r` is about; where that is the denied deed inside it, what that answers."""
    about, seen = by_anchor.get(r.about or ""), {r.anchor}
    while about is not None and about.stance in DENYING and about.sentence.span == r.sentence.span:
        if about.anchor in seen:
            return None
        seen.add(about.anchor)
        about = by_anchor.get(about.about or "")
    return None if about is r else about


def _denies(r: Statement) -> bool:
    if r.aux not in (None, Auxiliary.HISTORICAL):
        return False
    return r.stance is Stance.DENIES or (
        r.type is EventType.REJECT and DENIES.search(r.evidence.quote) is not None
    )


def _words(r: Statement) -> frozenset[str]:
    """What it says that it denies; nothing where it only denies "the charge"."""
    parties = _content(" ".join(a.mention for a in (*r.actors, *r.recipients)))
    return _content(_NEXT.split(_from(r, r.trigger.span.end))[0]) - _EMPTY - parties


def _content(text: str) -> frozenset[str]:
    """Content words, "drone" and "drones" alike."""
    return frozenset(w.removesuffix("e") for w in content(text))


def _told(s: Statement) -> frozenset[str]:
    """From its own verb on: the clause may begin with another deed."""
    return _content(f"{_from(s, s.trigger.span.start)} {s.place.name if s.place else ''}")


def _from(s: Statement, at: int) -> str:
    """Its clause from a place of the text on."""
    span = s.evidence.span
    return s.evidence.quote[at - span.start if span.start <= at <= span.end else 0 :]


def _laid_at(s: Statement, r: Statement, who: frozenset[str], words: frozenset[str]) -> bool:
    """A deed told shortly before that the denier is said to have done, or to have suffered and denies to have."""
    if QUAD[s.type] is not Quad.MATERIAL_CONFLICT or s.stance in DENYING or _its_own(s, who):
        return False
    if s.aux not in (None, Auxiliary.HISTORICAL) or s.evidence.span.start >= r.evidence.span.start:
        return False
    if r.sentence.span.start - s.sentence.span.end > REACH or s.evidence.span.overlaps(r.trigger.span):
        return False
    if who & sides(a.code for a in s.actors):
        return True
    suffered = who & sides(a.code for a in s.recipients) and _UNHURT.search(r.evidence.quote)
    return bool(suffered and words & _told(s))


def _its_own(s: Statement, who: frozenset[str]) -> bool:
    """The denier tells it itself, of others."""
    teller = s.actors if s.type is EventType.ACCUSE else (s.speaker,) if s.speaker else ()
    return bool(who & sides(a.code for a in teller)) and (
        s.type is EventType.ACCUSE or not who & sides(a.code for a in s.actors)
    )


def _charges(s: Statement, who: frozenset[str]) -> bool:
    accused = s.recipients if s.type is EventType.ACCUSE else s.actors
    return bool(who & sides(a.code for a in accused))
