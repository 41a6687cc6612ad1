"""When, where and how many: the times, places and tolls of a document handed to the acts they belong to."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, DatePrecision, EventType, Scope
from sarhad.reading import grammar, modality, tolls
from sarhad.reading.draft import Draft
from sarhad.reading.times import TimeMention
from sarhad.records import Place, TimeSpan, Toll

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONG_AGO = timedelta(days=92)
"""Background is what lies more than about three months before publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The times of a document, its day of publication, and the way to ask for the place of an act."""

    times: Sequence[TimeMention]
    published: date | None
    place_of: "Callable[[Draft], Place | None]"


def ground(draft: Draft, on: Ground) -> Draft:
    """`draft` with its time, place and toll, and "historical" where the time or the words put it far back."""
    time = _time_of(draft, on)
    deaths, injured = _toll_of(draft)
    rise = tolls.risen(draft.token) if deaths is None and draft.type is EventType.ASSAULT else None
    if rise is not None:
        deaths, first, last = rise
        clause = min(draft.clause[0], first.i), max(draft.clause[1], last.i)
        draft = replace(draft, clause=clause, scope=Scope.SINGLE)
    return replace(
        draft,
        time=time,
        place=on.place_of(draft),
        deaths=deaths,
        injured=injured,
        aux=draft.aux or _historical(draft, time, on.published),
    )


def _historical(draft: Draft, time: TimeSpan | None, published: date | None) -> Auxiliary | None:
    if time is not None and published is not None:
        return Auxiliary.HISTORICAL if published - time.end > LONG_AGO else None
    return Auxiliary.HISTORICAL if modality.told_as_past(draft.token) else None


def _chars(draft: Draft) -> tuple[int, int]:
    doc = draft.token.doc
    first, last = draft.clause
    return doc[first].idx, doc[last].idx + len(doc[last])


def _time_of(draft: Draft, on: Ground) -> TimeSpan | None:
    """The time told in the clause, nearest the trigger; else one that hangs on a verb the clause depends on."""
    start, end = _chars(draft)
    usable = [
        t for t in on.times if t.first is not None and t.last is not None and t.kind in ("day", "range")
    ]
    inside = [t for t in usable if start <= t.start and t.end <= end and not _of_another(draft, t)]
    if inside:
        return _span(min(inside, key=lambda t: abs(t.start - draft.token.idx)))
    above = _above(draft, [t for t in usable if not _of_the_photograph(draft, t)])
    return _span(above) if above is not None else None


def _of_another(draft: Draft, time: TimeMention) -> bool:
    return _told_beside(draft, time) or _names_an_event(draft, time) or _of_the_photograph(draft, time)


def _names_an_event(draft: Draft, time: TimeMention) -> bool:
    """ "in the aftermath of the October 7 attacks": the day belongs to the attacks it names."""
    span = draft.token.doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None or not len(span) or span.root.dep_ not in ("compound", "nmod", "amod", "poss"):
        return False
    event: Token = span.root.head
    mine = draft.token.i
    return bool(event.pos_ == "NOUN" and mine not in (event.i, event.head.i))


_PHOTOGRAPHED = re.compile(
    r", (?:on )?[A-Z][a-z]+ \d{1,2}, \d{4}\W*$|, (?:on )?\d{1,2} [A-Z][a-z]+,? \d{4}\W*$"
)


def _of_the_photograph(draft: Draft, time: TimeMention) -> bool:
    """ "A man walks past a house that a strike destroyed, August 9, 2024": the day of the caption is the camera's."""
    sentence = draft.token.sent
    caption = sentence.root.tag_ in ("VBZ", "VBP") and _PHOTOGRAPHED.search(sentence.text)
    return bool(caption) and sentence.root.i != draft.token.i and time.end >= sentence.end_char - 3


def _told_beside(draft: Draft, time: TimeMention) -> bool:
    """ "Hamas, which attacked last October, rejected": the relative clause keeps its time to itself."""
    holder = _governor_at(draft.token.doc, time)
    if holder is None or holder.dep_ not in ("relcl", "advcl", "acl"):
        return False
    mine = draft.token.i
    if holder.head.i == mine and draft.token.pos_ == "NOUN":
        return False  # "the attack that killed 12 on Saturday"
    return holder.i != mine and not (holder.left_edge.i <= mine <= holder.right_edge.i)


def _above(draft: Draft, usable: Sequence[TimeMention]) -> TimeMention | None:
    """A time that stands under the same finite verb ("On Tuesday X said ..., killing Y"), but not the time of a
    saying for what is said."""
    sentence = draft.token.sent
    low, high = sentence.start_char, sentence.end_char
    near = [t for t in usable if low <= t.start < high]
    for t in near:
        holder = _governor_at(draft.token.doc, t)
        if holder is None:
            continue
        if holder.i == draft.token.i or (
            holder.is_ancestor(draft.token) and (draft.cue is None or holder.i != draft.cue)
        ):
            if not _speech_between(holder, draft):
                return t
    return None


def _speech_between(holder: "Token", draft: Draft) -> bool:
    return draft.cue is not None and (holder.i == draft.cue or holder.is_ancestor(draft.token.doc[draft.cue]))


def _governor_at(doc: "Doc", time: TimeMention) -> "Token | None":
    span = doc.char_span(time.start, time.end, alignment_mode="expand")
    return grammar.clause_head(span.root) if span is not None and len(span) else None


def _span(t: TimeMention) -> TimeSpan | None:
    if t.first is None or t.last is None:
        return None
    return TimeSpan(
        mention=t.text,
        start=t.first,
        end=t.last,
        precision=t.precision or DatePrecision.DAY,
        why=t.value or "",
    )


def _toll_of(draft: Draft) -> tuple[Toll | None, Toll | None]:
    """Deaths and injuries told in the clause of an act of force somebody owns or denies; else none."""
    if draft.type is not EventType.ASSAULT or draft.stance.value == "neither":
        return None, None
    first, last = draft.clause
    inside = [t for t in draft.token.doc[first : last + 1] if t.pos_ == "VERB" and t.i != draft.token.i]
    verbs = [draft.token, *(v for v in inside if not tolls.of_another_act(v, draft.token))]
    verbs += tolls.consequences(draft.token)
    deaths = injured = None
    for verb in verbs:
        more = tolls.tolls(verb)
        deaths, injured = deaths or more[0], injured or more[1]
    return deaths, injured
