"""What of an article tells its main event: the headline, the description and the lead, in one parse.

A headline is cut where its colons, bars and dashes cut it, and each piece is parsed as a sentence of its own: the
parser reads "Valley floods: Army opens two camps" as one noun phrase. Every word leads back to where it stood.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sarhad.reading.readable import Readable, readable
from sarhad.records import Document, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TITLE, DESCRIPTION, TEXT = "title", "description", "text"

LEAD = 1_600
"""Characters of the article that are parsed: news tells its main event in the first paragraphs."""

_CUT = re.compile(r"\s*[|•·]\s*|:\s+|;\s+|\s+-+\s+|\s*\.\.\.\s*|(?<=[?!])\s+")
_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "´": "'", "\xa0": " ", "–": "-", "—": "-", "‑": "-", "\n": " ", "\t": " "})  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the parsed text, `start`..`end`, from one part of the article; `origin` is where it begins there
    (for the text: in the readable text)."""

    name: str
    start: int
    end: int
    origin: int


@dataclass(frozen=True, slots=True)
class Told:
    """The parse of headline, description and lead, and the way back to each."""

    doc: "Doc"
    parts: tuple[Part, ...]
    title: str
    description: str
    text: Readable

    def part(self, at: int) -> Part:
        """The part that holds the character `at` of the parsed text."""
        return next((p for p in reversed(self.parts) if p.start <= at), self.parts[0])

    def words(self, start: int, end: int) -> tuple[str, str, Span]:
        """What stands at `start`..`end` of the parsed text: the part's name, its words in readable form, and where."""
        part = self.part(start)
        first, last = start - part.start + part.origin, min(end, part.end) - part.start + part.origin
        if part.name == TEXT:
            return part.name, self.text.text[first:last], self.text.span(first, last)
        whole = self.title if part.name == TITLE else self.description
        return part.name, whole[first:last], Span(start=first, end=last)


def told(document: Document, description: str, parser: "Language") -> Told | None:
    """The parts of an article, parsed together; None when there is nothing to read."""
    from spacy.tokens import Doc

    text = readable(document)
    title = document.title or ""
    pieces = [(TITLE, at, piece) for at, piece in _pieces(calm(title.translate(_PLAIN), text.text))]
    if description and not text.text.startswith(description.translate(_PLAIN)[:60]):
        pieces.append((DESCRIPTION, 0, description.translate(_PLAIN)))
    pieces += [(TEXT, at, piece) for at, piece in _lead(text, title)]
    if not pieces:
        return None
    docs = list(parser.pipe([words for _, _, words in pieces]))
    parts, at = [], 0
    for (name, origin, words), doc in zip(pieces, docs, strict=True):
        parts.append(Part(name, at, at + len(words), origin))
        at += len(doc.text) + (not doc[-1].whitespace_)
    joined = Doc.from_docs(docs) if len(docs) > 1 else docs[0]
    return Told(joined, tuple(parts), title, description, text)


def _pieces(title: str) -> Iterator[tuple[int, str]]:
    """The sentences of a headline with where each begins."""
    at = 0
    for cut in [*_CUT.finditer(title), None]:
        piece = title[at : cut.start() if cut else len(title)]
        kept = piece.strip()
        if kept:
            yield at + len(piece) - len(piece.lstrip()), kept
        at = cut.end() if cut else at


def _lead(text: Readable, title: str) -> Iterator[tuple[int, str]]:
    """The first passages, up to LEAD characters and the end of a sentence; the headline is not told twice."""
    at = 0
    for passage in text.passages:
        if at > LEAD:
            return
        left = LEAD - at
        end = len(passage) if len(passage) <= left else passage.rfind(". ", 0, left) + 1 or left
        if passage[:end].strip() and passage.strip() != title.translate(_PLAIN).strip():
            yield at, passage[:end]
        at += len(passage) + 1


def calm(title: str, text: str) -> str:
    """A headline in ordinary letters: "Army Kills Ten In Raid" as "Army kills ten in raid". What the text writes
    small is written small, letter for letter; names stay."""
    words = _WORD.findall(title)
    large = [w for w in words if w[0].isupper()]
    if len(words) < 4 or len(large) < 0.7 * len(words):
        return _WORD.sub(lambda m: _spoken(m.group(), text) if _shouted(m.group()) else m.group(), title)
    first = words[0]
    return _WORD.sub(lambda m: m.group() if m.group() == first else _spoken(m.group(), text), title)


_SMALL = frozenset(
    (
        "a an the in on at of to for from with by as and or but after before over into amid near against between "
        "under is are was were be been has have had will not its his her their that"
    ).split()
)


def _shouted(word: str) -> bool:
    """A word in capitals too long for initials: "CLEARED", not "US"."""
    return word.isupper() and len(word) > 4


def _spoken(word: str, text: str) -> str:
    small = word.lower()
    initials = word.isupper() and not _shouted(word)
    if len(small) != len(word) or not word[0].isupper() or (initials and len(word) > 1):
        return word
    if small in _SMALL:
        return small
    return small if re.search(rf"(?<!\w){re.escape(small)}(?!\w)", text) else word
