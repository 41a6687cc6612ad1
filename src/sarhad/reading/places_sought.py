"""What is asked for, promised or refused, and has a place of its own: "agreed to reopen the crossing", "a demand to open
the strait", "told those in Libya to leave"."""

from collections.abc import Iterator
from typing import Any

from sarhad.knowledge.places_names import words
from sarhad.reading.places_roles import PASSING

DEPARTING = words("leave flee travel evacuate depart")
"""What people are asked to do about a place."""
CONTENT = frozenset(("xcomp", "ccomp", "pcomp", "acl", "prep", "pobj", "dobj", "acomp", "attr"))
HINGES = words("be hinge depend mean require include")
"""Verbs that join words of agreement with what is agreed: "the truce hinges on reopening the strait"."""
DEEP = 5


def sought(trigger: Any) -> Iterator[Any]:
    """The words that tell what an act is about, the nearest first."""
    joined = trigger.dep_ == "nsubj" and trigger.head.lemma_.lower() in HINGES
    level = [trigger.head if joined else trigger]
    for _ in range(DEEP):
        level = [c for t in level for c in t.children if c.dep_ in CONTENT or (joined and c.dep_ == "advcl")]
        yield from (
            t
            for t in level
            if t.lemma_.lower() in PASSING or (t.head.i == trigger.i and t.dep_ in ("xcomp", "ccomp"))
        )
