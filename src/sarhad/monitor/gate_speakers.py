"""Who accuses, denies, demands or threatens: why those who were read may not be the ones who say so."""

import re

from sarhad.codebook import EventType
from sarhad.codebook.actors import sector_of
from sarhad.monitor.clauses import (
    anonymous,
    before_party,
    behind_the_verb,
    former,
    from_trigger,
    leaves,
    only_an_epithet,
    opening,
    some_of_them,
    somebodys,
    to_the_verb,
)
from sarhad.monitor.support import Seen
from sarhad.monitor.wording import bare
from sarhad.records import Actor, Statement


def speaker_against(s: Statement, seen: Seen) -> str:
    """Whether those named are the ones who say so."""
    if not s.actors or all(anonymous(a) for a in s.actors):
        return "nobody is named who says so"
    if s.type is EventType.ACCUSE and not s.recipients:
        return "whom it is aimed at is not told"
    if any(a.resolved_by in ("adjective", "place") or only_an_epithet(a, s) for a in s.actors):
        return "who says so is only an adjective"
    if leaves(s) and any(a.resolved_by == "pronoun" and not seen.alone(a, opening(s)) for a in s.actors):
        return "who leaves it is told by a pronoun"
    if (s.speaker is not None and s.speaker.code not in s.codes) or _told_by_another(s):
        return "somebody else tells of it, and whose word it is may be misread"
    if any(sector_of(a.code) in ("CVL", "BUS", "MED", "JRN") or former(a, s) for a in s.actors):
        return "it may be a private person who says so"
    if any(some_of_them(a, s, seen) for a in s.actors):
        return "who says so is not named beside it"
    if any(_only_he(a) for a in s.actors) or _it_reads(s):
        return "who says so is told by a pronoun"
    if _of_its_own_deed(s):
        return "it may claim a deed of its own, and charge nobody"
    if any(
        behind_the_verb(a, s)
        or _another_subject(a, s)
        or _only_where(a, s)
        or somebodys(a, s)
        or _joined_to_the_noun(a, s)
        or _beside_who_speaks(a, s)
        for a in s.actors
    ):
        return "who says so may be misread"
    return ""


def _only_where(a: Actor, s: Statement) -> bool:
    """ "The killing of X in the Iranian capital Tehran has rocked the region, threatening …": Tehran is where it was."""
    return a.resolved_by in ("metonym", "place") and _IN_TOWN.search(before_party(a, s)) is not None


_IN_TOWN = re.compile(
    r"\b(?:in|at|near|outside)\s+(?:the\s+(?:\w+\s+)?(?:capital|city|town)(?:\s+of)?\s+)?$", re.I
)


def _another_subject(a: Actor, s: Statement) -> bool:
    """ "X named nobody, but its media accused Y": the clause behind "but" has a subject of its own."""
    return _BUT_THEY.search(to_the_verb(a, s)) is not None


_BUT_THEY = re.compile(
    r",\s*(?:but|while|whereas|although|though)\s+[^,;]*\b(?:media|press|newspapers?|outlets?|officials|analysts|critics|experts|"
    r"lawmakers|activists|residents|observers|diplomats)\b",
    re.I,
)


def _only_he(a: Actor) -> bool:
    """ "He", of whom only the country or body is known: somebody else of it may be meant."""
    return a.resolved_by == "pronoun" and a.name is None and a.mention.casefold() in ("he", "she")


def _it_reads(s: Statement) -> bool:
    """ "It calls for a truce": a paper may be meant."""
    it = any(a.resolved_by == "pronoun" and a.mention.casefold() == "it" for a in s.actors)
    return (
        it
        and s.type is EventType.REQUEST
        and s.trigger.quote.casefold().startswith(("calls", "demands", "urges"))
    )


def _of_its_own_deed(s: Statement) -> bool:
    """ "The army claimed its strikes killed a commander"."""
    return s.type is EventType.ACCUSE and _CLAIMS_ITS_OWN.match(from_trigger(s)) is not None


_CLAIMS_ITS_OWN = re.compile(r"claim\w*\s+(?:that\s+)?(?:its|their|his|it had|they had|to have)\b", re.I)
_TOLD_THAT = re.compile(
    r"\b(?:said|says|saying|claim(?:s|ed|ing)?|told\b[^.;“”\"]{2,40}|wrote|writes|announced|insisted|added)\b(?:[^.;“”\"]{0,60}?\bthat)?\s+(?:the\s+)?$"
)


def _told_by_another(s: Statement) -> bool:
    """ "X said in a post that Y had asked for a truce": Y's words by X's."""
    if s.speaker is not None or not s.actors:
        return False
    spans = [a.span for a in s.actors if a.span is not None and s.sentence.span.covers(a.span)]
    if len(spans) < len(s.actors) or any(a.resolved_by not in ("name", "metonym") for a in s.actors):
        return False
    before = bare(s.sentence.quote[: min(x.start for x in spans) - s.sentence.span.start])
    return _TOLD_THAT.search(f"{before} ") is not None


_WHOM_OTHERS = re.compile(r"\bwhom?\s+(?:many|some|most|several|the|his|her|critics|others|observers|[A-Z])")
_LISTED = re.compile(r"\b(?:including|such as|among them|along with)\b[^.;:]*$", re.I)
_SIDE_CLAUSE = re.compile(r"\b(?:while|as|when|after|before|because|since)\s+(?:the\s+)?$", re.I)


def _beside_who_speaks(a: Actor, s: Statement) -> bool:
    """ "Seventeen officials, including generals of X, urged", "Y spoke while X battled smog, urging": X is not the one."""
    if a.span is None or not s.sentence.span.covers(a.span) or a.span.start > s.trigger.span.start:
        return False
    before, between = before_party(a, s), bare(to_the_verb(a, s))
    if _LISTED.search(before[-60:]) or _WHOM_OTHERS.search(between):
        return True  # "X, whom many observers accuse"
    if not s.trigger.quote.casefold().split(" ")[0].endswith("ing"):
        return False
    aside = "," in between and len(before.split()) > 1 and _SIDE_CLAUSE.search(before) is not None
    return aside or re.search(r"[:;]", between) is not None


_NOUN = re.compile(
    r"(?:accusations?|allegations?|condemnations?|criticisms?|denials?|objections?|threats|warnings)$", re.I
)


def _joined_to_the_noun(a: Actor, s: Statement) -> bool:
    """ "The crash that killed X and the accusations against Y": "and" opens another matter, and X says nothing."""
    if not _NOUN.match(s.trigger.quote.strip()):
        return False
    between = to_the_verb(a, s)
    return (
        re.search(r"\band\b", between) is not None
        and re.search(r"\b(?:repeat|renew|rais|level|mad|voic)\w*\b", between) is None
    )
