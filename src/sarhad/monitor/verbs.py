"""The word of a line that tells words: "ACCUSED", "denies, answering", "warns"."""

import re
from collections.abc import Collection, Mapping

from sarhad.codebook import EventType, Stance
from sarhad.monitor.clauses import leaves
from sarhad.monitor.targets import aimed_at
from sarhad.records import Statement

LEADS = {
    EventType.ACCUSE: "ACCUSED",
    EventType.REJECT: "REFUSED OR DENIED",
    EventType.REQUEST: "DEMANDED",
    EventType.THREATEN: "THREATENED",
}
VERBS: Mapping[tuple[EventType, str], tuple[str, str]] = {
    (EventType.ACCUSE, ""): ("accuses", "accuse"),
    (EventType.ACCUSE, "disapprove"): ("condemns or criticises", "condemn or criticise"),
    (EventType.ACCUSE, "investigate"): ("investigates or sues", "investigate or sue"),
    (EventType.REJECT, ""): ("rejects or opposes, toward", "reject or oppose, toward"),
    (EventType.REJECT, "leave"): (
        "suspends or leaves an agreement, with",
        "suspend or leave an agreement, with",
    ),
    (EventType.REJECT, "deny"): ("denies, answering", "deny, answering"),
    (EventType.REJECT, "reframe"): ("tells it differently, answering", "tell it differently, answering"),
    (EventType.REJECT, "neither"): (
        "neither confirms nor denies, answering",
        "neither confirm nor deny, answering",
    ),
    (EventType.REQUEST, ""): ("urges", "urge"),
    (EventType.THREATEN, ""): ("threatens or warns", "threaten or warn"),
    (EventType.THREATEN, "warn"): ("warns", "warn"),
}
"""One and several; by mode where it changes the word. A denial is told by its trigger: it has no mode."""


_MANY = re.compile(
    r"(?:forces|guards|troops|groups|people|civilians|refugees|officials|police|leaders|ministers|courts)(?: \(.*\))?$"
)


def several(codes: Collection[str], called: str) -> bool:
    """Whether those who speak take the verb of many: two of them, or one that is called "armed forces"."""
    return len(set(codes)) > 1 or _MANY.search(called) is not None


def _warns(s: Statement) -> bool:
    """Told in that very word, which may threaten nobody ("warned against a new cold war")."""
    return s.type is EventType.THREATEN and s.trigger.quote.casefold().startswith("warn")


def lead_of(s: Statement) -> str:
    """The capital word that opens its line."""
    return "WARNED" if _warns(s) else LEADS[s.type]


def verb_of(s: Statement, called: str = "") -> str:
    """ "accuses", "denies, answering": the word between who speaks (`called` in the line) and whom it is aimed at."""
    many = several([a.code for a in s.actors], called)
    denial = s.type is EventType.REJECT and (
        s.stance is Stance.DENIES or s.trigger.quote.casefold().startswith("den")
    )
    if s.stance is Stance.REFRAMES:
        return VERBS[EventType.REJECT, "reframe"][many]
    if s.type is EventType.REQUEST and not aimed_at(s):
        return ("demands", "demand")[many]
    if s.type is EventType.ACCUSE and s.trigger.quote.casefold().startswith(("accus", "blam")):
        return VERBS[EventType.ACCUSE, ""][many]
    if leaves(s):
        return VERBS[EventType.REJECT, "leave"][many]
    mode = "neither" if s.stance is Stance.NEITHER else "deny" if denial else s.mode or ""
    mode = "warn" if _warns(s) else mode
    forms = VERBS.get((s.type, mode), VERBS[s.type, ""])
    return forms[many]
