"""Days that a sentence counts from another: "on 8 October - a day after the attack on X", "on Monday, two days before the raid".

The day told beside such words is that of something else; the act's own is so many days off.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sarhad.codebook import DatePrecision
from sarhad.reading import grammar
from sarhad.reading.draft import Draft
from sarhad.reading.times_words import number
from sarhad.reading.when import Hung, Tie, Tied

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNTED = re.compile(
    r"(?:['’]s [\w’'-]+)?\s*[-–—,(]*\s*(?:just |only )?(?P<n>an?|the|one|two|three|four|five|six|\d)\s+days?\s+"
    r"(?P<way>after|before)\s+(?:[\w’'-]+\s+){0,6}$",
    re.I,
)
"""Between a day and the act: at most six words of the act's own phrase, and no comma."""


def counted(draft: Draft, times: Sequence[Hung]) -> Tied | None:
    """The day of an act that its sentence counts from a day told just before; None where it counts none."""
    sentence, act = draft.token.sent, _first_of(draft.token)
    for h in times:
        day = h.time.first
        if day is None or day != h.time.last or h.time.precision is not DatePrecision.DAY:
            continue
        if not sentence.start <= h.root.i < act.i:
            continue
        found = _COUNTED.fullmatch(
            sentence.text, h.time.end - sentence.start_char, act.idx - sentence.start_char
        )
        if found is not None and _hangs_on(act, found.start("way")):
            told = int(number(found["n"]) or 1)
            off = timedelta(days=told if found["way"].lower() == "before" else -told)
            return Tied(replace(h.time, first=day + off, last=day + off), Tie.ARGUMENT)
    return None


def _first_of(verb: "Token") -> "Token":
    """ "A day after they stormed the post and killed four": what is counted for the first verb is counted for all of its doer's."""
    while verb.dep_ == "conj" and verb.head.i < verb.i and not grammar.children(verb, "nsubj", "nsubjpass"):
        verb = verb.head
    return verb


def _hangs_on(act: "Token", way: int) -> bool:
    """Whether the act hangs on the "after": not "on 8 October a day after the raid X struck", where it only follows."""
    at = act.sent.start_char + way
    before = act.doc[act.sent.start : act.i]
    return any(
        t.idx == at and (t.is_ancestor(act) or (t.head == act and act.dep_ == "advcl")) for t in before
    )
