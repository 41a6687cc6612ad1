"""Who claims responsibility for an incident, or denies a part in it, by the words that follow a report of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sarhad.codebook import Auxiliary, Avowal, EventType
from sarhad.fusion.charges_words import DENYING
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.name_lists import names_first, names_last
from sarhad.fusion.sides import side, vague
from sarhad.fusion.words import bare, sentences
from sarhad.knowledge.actors_provisional import PROVISIONAL
from sarhad.records import Avowed, Evidence, Incident, Statement

Starts = Mapping[str, Sequence[tuple[int, str]]]
"""Where each page tells of which incident surely."""
BREATH = 450
"""Characters behind a report in which somebody is told to claim it."""
_CLAIM = re.compile(
    r"\b(?:(?:claim(?:ed|s|ing)?|took|taken|taking|accept(?:ed|s)|admit(?:ted|s)|assum(?:ed|es)) (?:[\w-]+ ){0,2}?(?:responsibility|credit)"
    r"|claim(?:ed|s) (?:the|this|that|both|these) (?:[\w-]+ ){0,2}?(?:attacks?|bombings?|strikes?|blasts?|raids?|ambush|assaults?|killings?|shootings?))\b",
    re.I,
)
_CLAIMED_BY = re.compile(
    r"\b(?:(?:was|were|been|later|is) claimed by|responsibility (?:[\w-]+ ){0,4}?claimed by)\b", re.I
)
_NOBODY = re.compile(
    r"\b(?:no (?:group|one|party|side|organi[sz]ation|militant group|armed group)|nobody) (?:has|had|have)? ?(?:[\w-]+ ){0,3}?(?:claimed|taken|took|admitted)|"
    r"\b(?:there (?:was|has been|is)|with) no (?:immediate )?claims? of responsibility|\bno (?:immediate )?claims? of responsibility\b|"
    r"\bwas not (?:immediately )?claimed\b",
    re.I,
)
_NOT = re.compile(
    r"\b(?:not|never|n[’']t|without|denied|denies|declined|refus\w*|neither|nor|yet to|if|would|could|(?-i:may)|might)\b[^,;]*$",
    re.I,
)
_OF_ANOTHER = re.compile(r"\s+for (?:\w+ing\b|an?\b|two\b|three\b|several\b|another\b|other\b|some\b)", re.I)
"""Behind a claim in a sentence that follows: what it claims is a deed of its own."""
_DENIED = re.compile(
    r"\bden(?:y|ie[ds]|ying) (?:any |all |its |having |being )*(?:involve\w*|responsib\w*|role|part in|behind|carr(?:y|ied|ying) (?:it )?out|that it (?:was|had been|is) (?:involved|behind|responsible)|it was (?:involved|behind|responsible))",
    re.I,
)
_ANY = re.compile(r"claim|responsib|credit|den[yi]", re.I)


def starts_of(happened: Sequence[Incident]) -> dict[str, list[tuple[int, str]]]:
    """Where each page tells of which incident surely: what follows the next one's sentence is told of that one."""
    found: dict[str, list[tuple[int, str]]] = {}
    for i in happened:
        for r in i.reports:
            if not r.unsure:
                found.setdefault(r.statement.document_id, []).append((r.statement.sentence.span.start, i.id))
    return found


def end_of(s: Statement, i: Incident, starts: Starts) -> int:
    """Where what is told behind a report is no longer told of it."""
    others = [at for at, name in starts.get(s.document_id, ()) if name != i.id and at > s.sentence.span.start]
    return min([s.sentence.span.end + BREATH, *others])


def claims(i: Incident, starts: Starts, gathering: Gathering) -> Iterator[Avowed]:
    """Claims of responsibility and denials of a part in it, told in the sentence of a report or behind it."""
    for r in i.reports:
        s = r.statement
        if s.stance in DENYING or s.aux is Auxiliary.HISTORICAL or s.type is not EventType.ASSAULT:
            continue
        for sentence in behind(s, end_of(s, i, starts), gathering, _ANY):
            told = _claimed(sentence, s, unsure=r.unsure, gathering=gathering)
            yield from (a for a in told if not _of_others(a, s))


def behind(s: Statement, end: int, gathering: Gathering, words: re.Pattern[str]) -> Iterator[Evidence]:
    """The report's sentence and those that begin before `end`; none where none of the `words` stands."""
    document, own = gathering.documents[s.document_id], s.sentence.span
    if not words.search(document.text[own.start : end]):
        return
    after = sentences(document.text, own.end, min(len(document.text), end + BREATH))
    for span in (own, *(x for x in after if own.end <= x.start < end)):
        yield document.quote(bare(document.text, span))


def _of_others(a: Avowed, s: Statement) -> bool:
    """Who is told plainly to be struck, or not to have done it, claims another deed: the attack that the army's raid ended."""
    if a.how is not Avowal.CLAIMS or a.by is None or not s.plain:
        return False
    doers = {side(x.code) for x in s.actors if not vague(x.code)}
    return bool(doers) and side(a.by) not in doers


def _claimed(sentence: Evidence, s: Statement, *, unsure: bool, gathering: Gathering) -> Iterator[Avowed]:
    """Each who is told to claim it in this sentence; that nobody does."""
    on = gathering.published(s)
    own = sentence.span == s.sentence.span
    by = _claimers(sentence.quote, on, own=own) or _unlisted(sentence.quote, s, gathering, own=own)
    told: list[tuple[str | None, Avowal]] = [(code, Avowal.CLAIMS) for code in by]
    if _NOBODY.search(sentence.quote):
        told = [(None, Avowal.NOBODY)]
    told += [(by, Avowal.DENIES) for by in _deniers(sentence.quote, on)]
    for code, how in told:
        yield Avowed(
            how=how,
            by=code,
            evidence=sentence,
            family=gathering.family(s),
            published=gathering.printed(s),
            unsure=unsure,
        )


def _deniers(sentence: str, on: date | None) -> list[str]:
    """ "The Tehreek-e-Taliban Pakistan denied that it was involved"."""
    before = (sentence[: m.start()] for m in _DENIED.finditer(sentence))
    by = (h.code for text in before for h in names_last(_AUXILIARY.sub("", text), on))
    return list(dict.fromkeys(code for code in by if not vague(code)))


def _claimers(sentence: str, on: date | None, *, own: bool) -> list[str]:
    by: list[str] = []
    for m in _CLAIMED_BY.finditer(sentence):
        by += [h.code for h in names_first(sentence[m.end() :], on)]
    for before in _before_claims(sentence, own=own):
        by += [h.code for h in names_last(before, on)]
    return list(dict.fromkeys(code for code in by if not vague(code)))


def _before_claims(sentence: str, *, own: bool) -> Iterator[str]:
    """The words before each claim of this deed, up to the name."""
    for m in _CLAIM.finditer(sentence):
        before = sentence[: m.start()]
        another = not own and _OF_ANOTHER.match(sentence[m.end() :])
        if not another and not _NOT.search(before[-60:]):
            yield _AUXILIARY.sub("", before)


def _unlisted(sentence: str, s: Statement, gathering: Gathering, *, own: bool) -> list[str]:
    """A group that the registry does not know, by the code that the page's own reading gives its name."""
    named = list(_before_claims(sentence, own=own))
    if not named:
        return []
    told = gathering.reading_of[s.document_id].statements
    actors = (a for x in told for a in (*x.actors, *((x.speaker,) if x.speaker else ())))
    codes = (
        a.code for a in actors if a.resolved_by == PROVISIONAL and any(n.endswith(a.mention) for n in named)
    )
    return list(dict.fromkeys(codes))


_AUXILIARY = re.compile(
    r"(?:,? (?:which|who|that)| (?:has|have|had|later|quickly|immediately|promptly|also|since|publicly|officially|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"|,? an? [^,]{3,60},|, (?:known|linked|allied)[^,]{3,60},| \([^)]{2,20}\)| (?:militants?|fighters|group|rebels|insurgents|spokes\w+))*\s*$"
)
"""What may stand between a name and "claimed"."""
