"""Clauses around a trigger: what stands before it, whether it is told as done, who is named by words that name nobody."""

import re

from sarhad.codebook import Auxiliary, EventType
from sarhad.codebook.actors import country_of
from sarhad.monitor.support import Seen
from sarhad.records import Actor, Statement

VERBAL = frozenset((EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN))


TRUCE = re.compile(
    r"cease-?\s?fire|truce|armistice|cessation of hostilities|humanitarian pause|hold(?:ing)? fire", re.I
)


_HEDGE = re.compile(
    r"\b(?:would|could|might|(?-i:may)|can|should|if|unless|whether|possible|possibly|potential|potentially|alleged plans?|"
    r"plans?|planned|planning|prospect|risk|fear\w*|threat\w*|attempt\w*|tried|trying|try|seek\w*|sought|want\w*|wish\w*|hop\w+|"
    r"condition\w*|expect\w*|intend\w*|aim\w*|prepar\w+|ready|readiness|able|ability|capab\w+|prevent\w*|avoid\w*|avert\w*|deter|fail\w*|"
    r"(?:claim|alleg|believ|suspect|purport|report|said|thought|accus)\w* (?:to have|of having|to be)|against any|refrain\w*|not|never|no|without|before|until|instead of|rather than|accus\w+ of|like|imagin\w+|should)\b[^.;:]*$",
    re.I,
)
"""Words that, before the trigger in its clause, may take the deed back."""


WILL = re.compile(r"\b(?:will|’ll|'ll|going to|set to|due to|vow\w* to|to)\s+(?:\w+ly\s+)?(?:be\s+)?$", re.I)


_WHERE_THEY_MEET = re.compile(
    r"\b(?:leaders|ministers|presidents|diplomats|members|envoys|delegat\w+)\b", re.I
)


def opening(s: Statement) -> str:
    """The sentence up to its trigger: "The rebels said that they had "."""
    return s.sentence.quote[: max(0, s.trigger.span.start - s.sentence.span.start)]


def before_trigger(s: Statement) -> str:
    """The words of the sentence before the trigger, from the last break of the clause on."""
    words = opening(s)
    if s.trigger.quote.endswith("ing"):
        words = re.split(r"[,“”\"]", words)[-1]
    return re.split(
        r"[;:]|, (?:and|but|which|who|while|after|as) |\b(?:after|when|while|as|that|which)\b", words
    )[-1]


def from_trigger(s: Statement) -> str:
    """The words of the sentence from the trigger on."""
    return s.sentence.quote[max(0, s.trigger.span.start - s.sentence.span.start) :]


def before_party(a: Actor, s: Statement) -> str:
    """The sentence up to a party that it names; "" of one named elsewhere."""
    inside = a.span is not None and s.sentence.span.covers(a.span)
    return s.sentence.quote[: a.span.start - s.sentence.span.start] if inside and a.span else ""


def behind_party(a: Actor, s: Statement) -> str:
    """The sentence behind a party that it names; "" of one named elsewhere."""
    inside = a.span is not None and s.sentence.span.covers(a.span)
    return s.sentence.quote[a.span.end - s.sentence.span.start :] if inside and a.span else ""


def behind_trigger(s: Statement) -> str:
    """The sentence behind its trigger."""
    return s.sentence.quote[max(0, s.trigger.span.end - s.sentence.span.start) :]


def to_the_verb(a: Actor, s: Statement) -> str:
    """The words between a party and the verb behind it; "" of a party that stands elsewhere."""
    if a.span is None or not s.sentence.span.covers(a.span) or a.span.end > s.trigger.span.start:
        return ""
    at = s.sentence.span.start
    return s.sentence.quote[a.span.end - at : s.trigger.span.start - at]


def from_verb_to(a: Actor, s: Statement) -> str:
    """The words between the verb and a party behind it; "" of one that stands elsewhere."""
    if a.span is None or not s.sentence.span.covers(a.span) or a.span.start < s.trigger.span.end:
        return ""
    at = s.sentence.span.start
    return s.sentence.quote[s.trigger.span.end - at : a.span.start - at]


def hedged(s: Statement) -> bool:
    if s.aux in (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL, Auxiliary.NEGATION):
        return True
    before = before_trigger(s)[-_reach(s) :]
    return bool(_HEDGE.search(before) or WILL.search(before))


def _reach(s: Statement) -> int:
    """How far before its trigger a clause is looked at: "should be … and expressed" takes nothing back, since a
    modal governs no past tense but its own."""
    return 25 if s.trigger.quote.split(" ")[0].endswith("ed") else 90


def only_an_epithet(a: Actor, s: Statement) -> bool:
    """ "A UN-appointed expert", "pro-Palestine protesters": the name says of whom, not who."""
    if a.span is None or not s.sentence.span.covers(a.span):
        return False
    if re.search(r"(?:pro|anti)[-‑][A-Z]", a.mention, re.I):
        return True
    words, at = s.sentence.quote, a.span.start - s.sentence.span.start
    behind = re.match(r"[-‑][a-z]", words[at + a.span.end - a.span.start :])
    return bool(behind or re.search(r"(?:pro|anti)[-‑]$", words[:at], re.I))


def former(a: Actor, s: Statement) -> bool:
    """A former official speaks for nobody."""
    if not a.official:
        return True
    if a.span is None or not s.sentence.span.covers(a.span):
        return False
    at = a.span.start - s.sentence.span.start
    around = s.sentence.quote[max(0, at - 25) : at + len(a.mention) + 25]
    return bool(
        re.search(r"\b(?:former|ex-|then-|retired|analyst|expert|professor|author|fellow)\b", around, re.I)
    )


def some_of_them(a: Actor, s: Statement, seen: Seen) -> bool:
    """ "nine members", "officials": several who carry no name of their own, unless it follows ("officials in Jordan")."""
    if a.resolved_by not in ("description", "open") or seen.blind or not _SEVERAL.search(a.mention):
        return False
    if seen.names(a.mention) or BOTH.search(a.mention):
        return False
    if a.span is None:
        return True
    if a.span is not None:
        after = s.sentence.quote[max(0, a.span.end - s.sentence.span.start) :]
        if re.match(r"\s+(?:of|from)\s", after) and seen.names(after[:80]):
            return False  # "the foreign ministers of Pakistan and Uzbekistan"
    if _WHERE_THEY_MEET.search(a.mention):
        return True  # "the leaders in Putrajaya" are not Malaysia's
    end = a.span.end - s.sentence.span.start
    return not seen.names(s.sentence.quote[max(0, end) : max(0, end) + 24])


_SEVERAL = re.compile(
    r"\b(?:members|officials|ministers|leaders|troops|people|lawmakers|diplomats|allies|forces|others|groups|politicians|sources)\b",
    re.I,
)


BOTH = re.compile(r"\b(?:both|two|joint)\b", re.I)


def anonymous(a: Actor) -> bool:
    return country_of(a.code) == "UNK"


_THEIR_OWN = re.compile(
    r"(?:’s|'s|’|')\s+(?:\w+\s+)?(?:partners?|allies|ally|backers?|supporters?|sponsors?|constitution|charter|laws?|doctrine|buyers?|customers?|neighbou?rs?)\b", re.I
)  # fmt: skip


def somebodys(a: Actor, s: Statement) -> bool:
    """ "Against Iran's trade partners", "Ukraine's supporters offered": these are meant, not Iran, not Ukraine."""
    return _THEIR_OWN.match(behind_party(a, s)) is not None


_ENDS = re.compile(
    r"(?:suspend|fr[eo]e?z|paus|put|plac|call\w* off|scrap|terminat|renounc|tear|tore|abandon|quit|withdr[ae]w|pull\w* out|walk\w* (?:away|out))",
    re.I,
)
_AGREED = re.compile(r"\b(?:cease-?fire|truce|armistice|agreement|accord|deal|pact)s?\b", re.I)


def leaves(s: Statement) -> bool:
    """ "Thailand has suspended the agreement": told of a party, and of what was agreed."""
    told = s.type is EventType.REJECT and s.aux is None and _ENDS.match(s.trigger.quote) is not None
    return told and _AGREED.search(s.evidence.quote) is not None and bool(s.actors)


_BEHIND = re.compile(r"\b(?:by|of|from|according to)\b[^,;]*$|[“”\"]")
RIGHT_BEHIND = 12
"""Characters behind a verb in which its own subject may stand in inverted order."""


def behind_the_verb(a: Actor, s: Statement) -> bool:
    """ "Was killed while visiting X, hours after Y …": Y, told behind the verb and not with "by" or "of", does not do it;
    in "…, warned Y" it stands right behind, and so may one who speaks stand behind his own words."""
    between = from_verb_to(a, s)
    return len(between) > RIGHT_BEHIND and _BEHIND.search(between) is None
