"""Places that no gazetteer lists, told by a word for their kind beside a place that is known: "the Kalash neighbourhood of
Quetta", "the village of Sarkani in Kunar".

The known place gives the country; the name is the text's. Without a known place beside it such a name stays unread.
"""

import re
from collections.abc import Iterator, Sequence

from sarhad.codebook import PlaceLevel
from sarhad.knowledge.places import adjectives
from sarhad.knowledge.places_names import words
from sarhad.reading.places_phrases import Named
from sarhad.records import Place

LEVELS = {
    "village": PlaceLevel.TOWN,
    "town": PlaceLevel.TOWN,
    "neighbourhood": PlaceLevel.SITE,
    "neighborhood": PlaceLevel.SITE,
    "suburb": PlaceLevel.SITE,
    "area": PlaceLevel.SITE,
    "tehsil": PlaceLevel.ADM2,
}
KIND = rf"(?P<kind>{'|'.join(LEVELS)})"
WORD = r"(?:[Aa]l-)?[A-Z][\w’']+(?:-[\w’']+){0,3}"
NAME = rf"(?P<name>{WORD}(?: {WORD}){{0,2}})"
"""A hyphen stands inside a word alone: where it also parted words, a long key such as "A-A-A-…" took cubic time."""
OF = re.compile(rf"\b{KIND} of {NAME}")
BEFORE = re.compile(rf"\b{NAME} {KIND}\b(?! of (?:operation|responsib|control))")
BESIDE = 40
"""Characters between the name and the known place."""
NO_NAMES = words(
    "the a an this that another one christian muslim shia shiite sunni druze jewish kurdish baloch pashtun arab hindu sikh "
    "green western eastern northern southern central border free security buffer safe"
)
"""What stands in capitals before a word for a kind of place and names none: "a Christian village"."""


def unlisted(text: str, named: Sequence[Named]) -> Iterator[Named]:
    """Spans of such names, each with its place."""
    taken = 0
    for match in sorted((*OF.finditer(text), *BEFORE.finditer(text)), key=lambda m: m.start("name")):
        start, end = match.span("name")
        start += len(match["name"]) - len(_LEADING.sub("", match["name"]))
        name, whole = text[start:end], (min(start, match.start("kind")), match.end())
        known = any(s < whole[1] and whole[0] < e for s, e, _ in named)
        if start < taken or known or not _is_name(name):
            continue
        beside = _beside(*whole, text, named)
        if beside is not None:
            taken = end
            yield start, end, _place(name, match["kind"], beside)


_LEADING = re.compile(r"^(?:(?:In|At|Near|From|To|On|Outside|Inside|Around|Across|The|Meanwhile) )*")
"""What stands in capitals because it opens the sentence."""


def _is_name(name: str) -> bool:
    parts = re.split(r"[ -]", name)
    shouted = any(len(w) > 3 and w.isupper() for w in parts)
    return not shouted and not any(w.lower() in NO_NAMES or w in adjectives() for w in parts)


def _beside(start: int, end: int, text: str, named: Sequence[Named]) -> Place | None:
    """The known place right behind ("…, in southern Y", "of the Y district"), else right before. Near a country may be in the
    next one, and what a village is shelled from or flees to is not where it lies."""
    behind = [(s, p) for s, _, p in named if end <= s <= end + BESIDE and _joined(text[end:s], p)]
    ahead = [(-e, p) for _, e, p in named if start - 2 <= e <= start]
    found = [p for _, p in sorted(behind + ahead, key=lambda row: row[0]) if p.country]
    return found[0] if found else None


def _joined(between: str, place: Place) -> bool:
    near = _NEAR.search(between) is not None and place.level is PlaceLevel.COUNTRY
    return _JOINS.fullmatch(between) is not None and not near


_JOINS = re.compile(
    r" ?,? ?(?:(?!(?:from|to|by|with|against|and|or|for|on|into|towards?|while|after|before|who|which|that|said|was|were|is|are|has|had)\b"
    r"|[a-z-]+(?:ed|ing)\b)[a-z-]+ ){0,6}"
)
_NEAR = re.compile(r"\b(?:near|outside|border|frontier)\b")


def _place(name: str, kind: str, beside: Place) -> Place:
    return Place(
        mention=name,
        name=name,
        country=beside.country,
        level=LEVELS[kind],
        why=f"{kind} told beside {beside.name}",
    )
