"""Where sentences end, before anything is parsed: what the encoder reads, and what is remembered as read."""

import itertools
import re

_END = re.compile(
    r"(?<=[a-z0-9)\]%”\"'’][.?!])[\"”’')]?\s+(?=[\"“‘'(\[]?[A-Z0-9])|(?<=[.?!][\"”’'])\s+(?=[\"“‘'(\[]?[A-Z])|"
    r"(?<=[A-Z]{2}[.?!])\s+(?=[\"“‘'(\[]?[A-Z0-9])"
)
_ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Adm|Brig|Gov|Sen|Rep|Sheikh|St|No|vs|approx|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.\s+$"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Ranges of a text that are sentences, without the white space between them; titles and ranks end none."""
    cuts = [m for m in _END.finditer(text) if not _ABBREVIATED.search(text, max(0, m.start() - 8), m.end())]
    edges = [0, *(m.end() for m in cuts), len(text)]
    trimmed = (
        (a + len(text[a:b]) - len(text[a:b].lstrip()), a + len(text[a:b].rstrip()))
        for a, b in itertools.pairwise(edges)
    )
    return [(a, b) for a, b in trimmed if a < b]
