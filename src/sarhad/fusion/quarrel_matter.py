"""What a quarrel is about: the deed, and the people and places named that are no party to it.

"The assassination of Haniyeh" and "Haniyeh's death" are one matter, though they share no word but the name; "a strike that killed eight"
and "a strike that killed thirty" share only words that fit any strike.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sarhad.fusion.words import content, names
from sarhad.knowledge.actors import load_actors

_DEEDS = {
    "death": r"kill\w*|assassinat\w*|deaths?|dead|died|dies|martyr\w*|murder\w*|slain|massacre\w*",
    "strike": r"strikes?|struck|attack\w*|bomb\w*|raid\w*|shell(?:ed|ing|s)|rockets?|missiles?|drones?|explosions?|explod\w*|blasts?|hit|fired?|shot|shooting|sabotage\w*",
    "shelter": r"shelter\w*|harbou?r(?:s|ed|ing)?|safe havens?|sanctuar\w*|hide-?outs?|soil (?:to )?(?:be )?used|us\w+ [\w’']+ (?:soil|territory)",
    "support": r"fund\w*|financ\w*|back(?:s|ed|ing)|supply|supplie[sd]|supplying|train(?:ed|ing)|arm(?:s|ing)",
    "mines": r"(?:land)?mines?|mined",
    "hack": r"hack\w*|cyber\w*|meddl\w*",
    "breach": r"violat\w*|breach\w*|broke[n]?|incursion\w*|cross(?:ed|ing)",
    "seizure": r"seiz\w*|detain\w*|arrest\w*|abduct\w*|kidnap\w*|hostages?",
    "weapons": r"enrich\w*|nuclear|weapons?|chemical",
}
_DEED = {name: re.compile(rf"\b(?:{words})\b", re.I) for name, words in _DEEDS.items()}
COMMON = content(
    "kill kills killed killing killings assassinate assassinated assassination death deaths dead died attack attacks attacked strike strikes struck air "
    "airstrike airstrikes missile missiles rocket rockets drone drones bombing explosion explosions people person wounded injured least dozens hundreds "
    "others war military forces army operation operations involvement responsibility responsible comment commented confirm confirmed recent early "
    "morning night city capital area southern northern eastern western leader leaders group groups militant militants fighters soldiers security "
    "health ministry territory strip authorities source sources agency told according region senior head chief commander carried carry carrying out behind hit targeted"
)
"""Words that fit any deed of war: in common they prove nothing."""
TELLING = frozenset(("shelter", "mines", "hack"))
"""Deeds that are charged for months in like words: between the same two they are one matter, whoever is named."""
_CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """The kinds of deed that are spoken of, and who and what is named."""

    deeds: frozenset[str]
    names: frozenset[str]


def matter_of(sentences: Iterable[str]) -> Matter:
    """The matter of a quarrel by the sentences that tell it."""
    told = list(dict.fromkeys(sentences))
    text = " ".join(told)
    deeds = frozenset(name for name, words in _DEED.items() if words.search(text))
    return Matter(deeds=deeds, names=frozenset(n for s in told for n in _named(s)))


def _named(sentence: str) -> frozenset[str]:
    """Capitalised words that name no state, body, group or outlet, nor a day; the first word of a sentence is capital anyhow."""
    first = len(sentence) - len(sentence.lstrip())
    masked = list(sentence)
    hits = load_actors().find(sentence)
    for hit in hits:
        if hit.how != "person":
            masked[hit.start : hit.end] = " " * (hit.end - hit.start)
    text = "".join(masked)
    opening = re.match(r"\W*\w+", text[first:])
    people = {hit.entry.last.lower() for hit in hits if hit.how == "person"}
    rest = text[first + (opening.end() if opening else 0) :]
    return frozenset((names(rest) | people) - _CALENDAR)


def one_matter(a: Matter, b: Matter) -> bool:
    """One deed to one who is named in both, or two names in common."""
    shared = a.names & b.names
    return len(shared) > 1 or (bool(shared) and bool(a.deeds & b.deeds))
