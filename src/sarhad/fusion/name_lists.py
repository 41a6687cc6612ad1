"""Names told one after another ("by Qatar, Turkey and the US president"), found in the registry of actors."""

import re
from datetime import date
from itertools import pairwise

from sarhad.knowledge.actors import Hit, load_actors

_BETWEEN = re.compile(
    r"^(?:[\s,&“”\"()]|and\b|as well as\b|along with\b|alongside\b|both\b|the\b|of\b|its\b|his\b|her\b|their\b|[’']s?|[A-Z][\w’'.-]*+|"
    r"(?:prime|foreign|deputy|vice|chief|special|senior|top|defen[cs]e|interior|acting|late|supreme|crown|caretaker|visiting|neighbou?ring|gulf|regional)\b|"
    r"(?:minister|president|premier|secretary|state|king|emir|prince|leader|envoy|ambassador|representative|adviser|advisor|chief|general|official|diplomat|mediator|counterpart|government|ministry|ministrie|host|officer|observer|authoritie|side|foe|nation|power|countr(?:y|ie))s?\b)*$"
)
"""What may stand between two names of one list: titles and capitals, no verb. A word in capitals is taken whole: taken letter by letter,
24 of them before a verb took three seconds."""
LIST = 90
"""Characters in which one list of names is told."""


def names_first(text: str, on: date | None) -> list[Hit]:
    """The names of the list that a text begins with."""
    out: list[Hit] = []
    at = 0
    for hit in load_actors().find(text, on):
        if hit.start > LIST + at or not _BETWEEN.match(text[at : hit.start]):
            break
        out.append(hit)
        at = hit.end
    return _one_list(out, text)


def _one_list(hits: list[Hit], text: str) -> list[Hit]:
    """ "X, Y and Z", but of "by Oman, Iran said" the first alone: a list ends with "and"."""
    gaps = [text[a.end : b.start] for a, b in pairwise(hits)]
    ends = [n for n, gap in enumerate(gaps) if re.search(r"\band\b|&|\bas well as\b", gap)]
    comma = next((n for n, gap in enumerate(gaps) if "," in gap), len(gaps))
    return hits[: max(comma, ends[-1] + 1 if ends else 0) + 1] if hits else hits


def names_last(text: str, on: date | None) -> list[Hit]:
    """The names of the list that a text ends with."""
    out: list[Hit] = []
    at = len(text)
    for hit in reversed(load_actors().find(text, on)):
        between = text[hit.end : at]
        if (
            (out and not _JOINED.search(between))
            or not _BETWEEN.match(between)
            or (not out and between.strip(" ’'s"))
        ):
            break
        out.insert(0, hit)
        at = hit.start
    return out


_JOINED = re.compile(r"\band\b|,|&")
