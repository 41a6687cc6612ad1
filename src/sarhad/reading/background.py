"""What lies far back: an act more than about three months before the paper's day is background ("historical").

Three proofs, the first that speaks decides: the act's own day; words ("in the past", "has a history of"); a plain past
beside nothing but old dates ("In response to the attacks of 2019 the army swept the valley").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, DatePrecision
from sarhad.reading import grammar
from sarhad.reading.draft import Draft
from sarhad.reading.times import TimeMention
from sarhad.reading.when import Hung

if TYPE_CHECKING:
    from spacy.tokens import Token

LONG_AGO = timedelta(days=92)
"""Background is what lies more than about three months before publication."""


_PAST = re.compile(
    r"\b(?:historically|previously|for (?:[\w-]+ ){0,4}decades|for (?:many )?years|"
    r"previous (?:administration|government|period|regime|era)|decades (?:ago|of)|in the past(?! (?:few|couple|\d|one|two|three|four|five|"
    r"six|seven|24|48|week|month|day|hour|year))|years ago|a (?:decade|century) ago|cold war|world war|colonial|(?:an?|its|their|[’']s) (?:\w+ )?history of)\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backdrop:
    """The times of a document, the day it is not older than (its day of publication, where that is known), and whether
    the page tells that day."""

    times: Sequence[Hung]
    written: date | None
    told: bool = True

    def old(self, last: date) -> bool:
        """Whether what ended on `last` was over long before the text was written."""
        return self.written is not None and self.written - last > LONG_AGO

    def over(self, time: TimeMention) -> bool:
        """Whether a time of the text lies far back."""
        return time.last is not None and (self.old(time.last) or self.of_another_year(time.text))

    def of_another_year(self, words: str) -> bool:
        """ "In March 2018": who writes in that year leaves the year out. Where the page tells its day, that decides."""
        return not self.told and _YEAR.search(words) is not None


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def backdrop(times: Sequence[Hung], published: date | None, *, told: bool = True) -> Backdrop:
    """Without a day of publication a text is no older than the latest day it tells in full."""
    days = [
        h.time.last
        for h in times
        if h.time.precision is DatePrecision.DAY and h.time.last is not None and h.time.kind == "day"
    ]
    return Backdrop(times=times, written=published or max(days, default=None), told=told)


def with_background(drafts: Sequence[Draft], behind: Backdrop) -> list[Draft]:
    """The drafts, those that lie far back marked; an act told plainly right after one of the past goes on from it."""
    out: list[Draft] = []
    for draft in drafts:
        aux = draft.aux
        if (
            aux is None
            and not _under_way(draft)
            and (_far_back(draft, behind) or _goes_on(draft, out, behind))
        ):
            aux = Auxiliary.HISTORICAL
        if aux is Auxiliary.HYPOTHETICAL and _aim_of_old(draft, behind):
            aux = Auxiliary.HISTORICAL
        out.append(replace(draft, aux=aux))
    return out


_NOW = frozenset("ongoing continuing continued recent".split())


def _under_way(draft: Draft) -> bool:
    """ "An ongoing campaign which has killed hundreds": it began long ago, and it is news."""
    if any(c.lower_ == "recently" for c in grammar.clause_head(draft.token).children):
        return True
    return any(
        c.lower_ in _NOW
        or (c.dep_ == "relcl" and any(a.lower_ in ("has", "have") for a in grammar.children(c, "aux")))
        for c in draft.token.children
    )


def _far_back(draft: Draft, behind: Backdrop) -> bool:
    if draft.time is not None:
        return behind.old(draft.time.end) or (
            behind.of_another_year(draft.time.mention)
            and draft.time.end != behind.written
            and not _to_come(draft)
        )
    return _told_as_past(draft, behind) or _among_old_days(draft, behind)


def _to_come(draft: Draft) -> bool:
    """ "Is to meet in 2026"."""
    verb = draft.token if draft.token.pos_ == "VERB" else grammar.clause_head(draft.token)
    return verb.tag_ in ("VBZ", "VBP", "VB") and not plain_past(draft.token)


def _told_as_past(draft: Draft, behind: Backdrop) -> bool:
    """Words that put the act far back open its sentence or stand in its clause; or it is one of the old wars."""
    doc, sentence = draft.token.doc, draft.token.sent
    first, last = draft.clause
    beside = doc[max(sentence.start, first - _BESIDE) : min(sentence.end, last + 1 + _BESIDE)]
    opening = doc[sentence.start : sentence.start + _BESIDE]
    named = doc[draft.token.left_edge.i : draft.token.right_edge.i + 1]
    told = (
        _PAST.search(beside.text)
        or _OVER_YEARS.search(beside.text)
        or _PAST.search(opening.text)
        or _OLD_WARS.search(named.text)
    )
    war = _WAR_OF.search(beside.text)
    old = war is not None and behind.old(date(int(war[1]), 12, 31))
    return bool(told) or old or _years_before(draft.token)


def _years_before(token: "Token") -> bool:
    """ "comes three years after a bomb killed 13": whatever "comes" is, the bomb lies years before it."""
    clause = token if token.pos_ == "VERB" else grammar.clause_head(token)
    after = next((c for c in clause.children if c.lower_ == "after" and c.dep_ == "mark"), None)
    return after is not None and after.i > 0 and after.nbor(-1).lemma_ in ("year", "decade")


_OLD_WARS = re.compile(
    r"\b(?:Soviet (?:invasion|occupation|war)|(?:American|US|U\.S\.)(?:-led)? invasion|invasion of (?:Iraq|Kuwait|Afghanistan)|"
    r"Iran[-–]Iraq [Ww]ar|Gulf [Ww]ar|Six-Day War|Yom Kippur War|Vietnam War|Korean War|Islamic Revolution|"
    r"(?:First|Second) Intifada)\b"
)
"""Wars of the last century and the invasions of 2001 and 2003: background in any text this reader is made for."""
_OVER_YEARS = re.compile(
    r"\b(?:in recent years|(?:in|over) the (?:past|last) (?:few|several|two|three|four|five|ten|\d+) years|over the (?:years|(?:past|last) decade))\b",
    re.I,
)
"""What went on over years."""
_WAR_OF = re.compile(
    r"\b(?:during|in) the ((?:19|20)\d\d) (?:[\w-]+ ){0,2}"
    r"(?:war|conflict|uprising|revolution|invasion|protests|elections?|crisis|campaign|offensive|unrest|coup)\b",
    re.I,
)
"""A war known by its year: background where the year was over before the text's own."""
_BESIDE = 5
_BEFORE_A_NOUN = ("compound", "nmod", "amod", "nummod", "poss")


def _aim_of_old(draft: Draft, behind: Backdrop) -> bool:
    """ "Launched in 2013 to carry gas": what an act of the past was for is as old as that act."""
    aim, verb = draft.token, draft.token.head
    if aim.tag_ != "VB" or aim.dep_ != "advcl" or verb.pos_ != "VERB":
        return False
    done = plain_past(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl")
    days = _days_near(draft, behind)
    return done and bool(days) and all(behind.over(d) for d in days)


def _days_near(draft: Draft, behind: Backdrop) -> list[TimeMention]:
    sentence = draft.token.sent
    return [
        h.time
        for h in behind.times
        if sentence.start <= h.root.i < sentence.end
        and h.time.last is not None
        and not (h.root.dep_ in _BEFORE_A_NOUN and h.root.i < h.root.head.i)
        and not _in_an_aside(h.root, draft.token)
    ]


def _in_an_aside(day: "Token", token: "Token") -> bool:
    """ "Discussed the project, which was launched in 2013": the day of a clause that only describes something."""
    return any(
        up.dep_ in ("relcl", "acl") and not up.left_edge.i <= token.i <= up.right_edge.i
        for up in (day, *day.ancestors)
    )


def _fresh_day(draft: Draft, behind: Backdrop) -> bool:
    """ "Denied a part in Tuesday's blast": the sentence speaks of a day not long past."""
    sentence = draft.token.sent
    return any(
        sentence.start <= h.root.i < sentence.end and h.time.last is not None and not behind.over(h.time)
        for h in behind.times
    )


def _among_old_days(draft: Draft, behind: Backdrop) -> bool:
    days = _days_near(draft, behind)
    said = draft.cue is not None and plain_past(draft.token.doc[draft.cue])
    return bool(days) and (said or plain_past(told_by(draft.token))) and all(behind.over(d) for d in days)


def told_by(token: "Token") -> "Token":
    """The verb whose tense counts: "attended, despite others boycotting it" is told by "attended"."""
    at = token if token.pos_ == "VERB" else grammar.clause_head(token)
    while at.tag_ == "VBG" and at.head != at and not grammar.children(at, "aux"):
        at = grammar.clause_head(at.head)
    return at


def plain_past(token: "Token") -> bool:
    """ "killed", "was hit", a noun beside such a verb: the telling stands in the past; "has killed" does not."""
    verb = token if token.pos_ == "VERB" else grammar.clause_head(token)
    auxes = {c.lower_ for c in grammar.children(verb, "aux", "auxpass")}
    if auxes & {"was", "were"}:
        return not auxes & {"has", "have"}
    if "had" in auxes:
        return True
    return verb.tag_ == "VBD" and not auxes


_NEXT = 40


def _goes_on(draft: Draft, told: Sequence[Draft], behind: Backdrop) -> bool:
    if any(c.lower_ in ("the", "this") and c.dep_ == "det" for c in draft.token.children):
        return False  # told elsewhere: its day is that of the other telling
    before = told[-1] if told else None
    if before is None or before.aux is not Auxiliary.HISTORICAL or draft.time is not None:
        return False
    if draft.token.i - before.token.i > _NEXT or _days_near(draft, behind) or _fresh_day(draft, behind):
        return False
    between = draft.token.doc[before.token.i : draft.token.i]
    sentences = sum(bool(t.is_sent_start) for t in between)
    return plain_past(told_by(draft.token)) and sentences < 2 and "\n" not in between.text
