"""From the lexicon's type to the act's own: a vow to strike is a threat, a call named "a crime" is an accusation."""

from collections.abc import Callable

from sarhad.codebook import EventType
from sarhad.reading.clauses import own_clause
from sarhad.reading.kind import Kind
from sarhad.reading.kinds_force import (
    alerting,
    answering,
    assault_mode,
    blast,
    dying,
    firing,
    hitting,
    moving,
    operating,
    preparing,
    returning,
    under_fire,
)
from sarhad.reading.kinds_refused import refusal
from sarhad.reading.kinds_talks import (
    calling,
    easing,
    failing,
    gathering,
    phone_call,
    talking,
    talks_end,
    talks_fail,
    travelling,
    truce_holds,
)
from sarhad.reading.kinds_warned import warning
from sarhad.reading.kinds_words import (
    agreeing,
    asking,
    branding,
    breaching,
    claiming,
    clarifying,
    committing,
    denial,
    feeling,
    offering,
    pressing,
    refusing,
    threat,
    wanting,
    working,
)
from sarhad.reading.triggers import Trigger


def kind_of(trigger: Trigger, words: str) -> Kind:
    """The act `trigger` names in its clause."""
    return refusal(trigger, _named(trigger, words))


def _named(trigger: Trigger, words: str) -> Kind:
    entry = trigger.entry
    for option, rule in _RULES.items():
        if entry.has(option):
            return rule(trigger, words)
    mode = entry.mode
    if trigger.noun_entry is not None and trigger.noun_entry.type is entry.type:
        mode = trigger.noun_entry.mode or mode
    if entry.type is EventType.AGREE:
        return agreeing(trigger, mode)
    if entry.type is EventType.ASSAULT:
        return Kind(EventType.ASSAULT, assault_mode(trigger, words) or mode)
    return Kind(entry.type, mode)


def kind_told(trigger: Trigger) -> Kind:
    """The act `trigger` names in the clause that tells it."""
    start, end = own_clause(trigger)
    return kind_of(trigger, trigger.token.doc[start : end + 1].text)


_RULES: dict[str, Callable[[Trigger, str], Kind]] = {
    "committing": committing,
    "pressing": pressing,
    "working": working,
    "talksend": talks_end,
    "callnoun": calling,
    "refusing": refusing,
    "offering": offering,
    "easing": easing,
    "asking": asking,
    "gathering": gathering,
    "talking": talking,
    "warning": warning,
    "threat": threat,
    "threatnoun": threat,
    "branding": branding,
    "breach": breaching,
    "violationnoun": breaching,
    "phoning": phone_call,
    "truceholds": truce_holds,
    "holding": truce_holds,
    "failing": failing,
    "talksfail": talks_fail,
    "clarifying": clarifying,
    "denial": denial,
    "wantingother": wanting,
    "wanting": wanting,
    "claiming": claiming,
    "dying": dying,
    "hitting": hitting,
    "firing": firing,
    "blast": blast,
    "alerting": alerting,
    "refugees": returning,
    "travelling": travelling,
    "operating": operating,
    "underfire": under_fire,
    "answering": answering,
    "moving": moving,
    "preparing": preparing,
    "feeling": feeling,
}
