"""When, where and how many: the times, places and tolls of a document handed to the acts they belong to."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sarhad.codebook import EventType, Scope
from sarhad.reading import tolls
from sarhad.reading.dated import dated
from sarhad.reading.draft import Draft
from sarhad.reading.truce_life import life_of
from sarhad.reading.when import Hung, tied
from sarhad.reading.when_counted import counted
from sarhad.records import Place, Toll


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The times of a document, its day of publication, and the way to ask for the place of an act."""

    times: Sequence[Hung]
    published: date | None
    place_of: "Callable[[Draft], Place | None]"


def ground(draft: Draft, on: Ground) -> Draft:
    """`draft` with its time, place and toll."""
    draft = _timed(draft, on)
    deaths, injured = _toll_of(draft)
    rise = tolls.risen(draft.token) if draft.type is EventType.ASSAULT else None
    if rise is not None and (deaths is None or rise[0].low > deaths.low):
        deaths, first, last = rise
        clause = min(draft.clause[0], first.i), max(draft.clause[1], last.i)
        draft = replace(draft, clause=clause, scope=Scope.SINGLE)
    return replace(
        draft,
        place=on.place_of(draft),
        deaths=deaths,
        injured=injured,
    )


def _timed(draft: Draft, on: Ground) -> Draft:
    camera = _photographed(draft)
    life = life_of(draft.token)
    times = [h for h in on.times if camera is None or h.time.end < camera]
    told = [h for h in times if life is None or not life.dates_its_making(h.root)]
    found = counted(draft, told) or tied(draft, told)
    return draft if found is None else dated(draft, found, on.published)


_PHOTOGRAPHED = re.compile(
    r", (?:on )?[A-Z][a-z]+ \d{1,2}, \d{4}\W*$|, (?:on )?\d{1,2} [A-Z][a-z]+,? \d{4}\W*$"
)


def _photographed(draft: Draft) -> int | None:
    """From where on a time of the sentence, if it is a caption's, is the camera's: "A man walks past a house that a strike
    destroyed, August 9, 2024"."""
    sentence = draft.token.sent
    caption = sentence.root.tag_ in ("VBZ", "VBP") and sentence.root.i != draft.token.i
    return sentence.end_char - 3 if caption and _PHOTOGRAPHED.search(sentence.text) else None


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
