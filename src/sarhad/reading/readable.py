"""The article as a parser should see it, with every character leading back to the document.

Pages come with marks that break a parse: Markdown links, bold stars, escaped brackets, typographic quotes. They are
taken out or replaced here; `Readable.span` maps any range back to the unaltered text of the document.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from sarhad.records import Document, Span

# A Markdown link keeps its words and loses its address; an image loses both. Initials behind a name ("the National
# News Agency (NNA) reported") tell nothing new, and the parser hangs the name elsewhere for them.
_MARKS = re.compile(
    r"!\[[^\]]*\]\([^)\s]*\)|\]\((?:https?:|/|#|mailto:)[^)\s]*\)|\*\*|__|\\(?=[\[\]])|(?<!\w)\[(?=[^\]\n]{1,200}\]\()|"
    r"(?<=[a-z]) \([A-Z]{2,8}\)(?!\()"
)
# "TEHRAN – ", "ISLAMABAD, Oct 28 (Agency) — ": where and when the report was filed.
_DATELINE = re.compile(
    r"([A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'-]+(?:[ /][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'-]+){0,3})(?:,[^–—\n]{0,40})?(?:\s*\([^)\n]{2,40}\))?\s*(?:–|—|--| - )\s*(?=\S)"
)
_ADDRESS = 20
"""Characters taken out in one place that only the address of a link has: bold stars and initials have fewer."""
_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "´": "'", "\xa0": " ", "\u200b": " ", "–": "-", "—": "-", "‑": "-", "\n": " ", "\r": " ", "\t": " "})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Readable:
    """`passages` are the texts to parse; joined by one space they make `text`. `starts` and `origins` say, for each
    unbroken run, where it begins in `text` and in the document. `dateline` is the place that opens the article
    ("TEHRAN - "), which is not parsed."""

    passages: tuple[str, ...]
    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    dateline: str | None = None

    def source(self, at: int) -> int:
        """Where the character `at` of `text` stands in the document."""
        run = bisect_right(self.starts, at) - 1
        return self.origins[run] + at - self.starts[run]

    def span(self, start: int, end: int) -> Span:
        """The document's range for `text[start:end]`; empty ranges are refused by Span."""
        return Span(start=self.source(start), end=self.source(end - 1) + 1)

    def between_links(self, start: int, end: int, at: int) -> tuple[int, int]:
        """The part of `text[start:end]` that holds the character `at` and that no address of a link interrupts."""
        breaks = [
            self.starts[run]
            for run in range(bisect_right(self.starts, start), bisect_right(self.starts, end - 1))
            if self.source(self.starts[run]) - self.source(self.starts[run] - 1) > _ADDRESS
        ]
        return max([start, *(b for b in breaks if b <= at)]), min([end, *(b for b in breaks if b > at)])


def _runs(document: Document, passage: Span) -> list[tuple[int, str]]:
    """Unbroken runs of one passage: (start in the document, words)."""
    raw = document.text[passage.start : passage.end]
    runs, at = [], 0
    for mark in _MARKS.finditer(raw):
        if mark.start() > at:
            runs.append((passage.start + at, raw[at : mark.start()]))
        at = mark.end()
    if at < len(raw):
        runs.append((passage.start + at, raw[at:]))
    return _stripped(runs)


def _stripped(runs: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The runs without white space at either end of the passage."""
    while runs and not runs[0][1].strip():
        runs.pop(0)
    while runs and not runs[-1][1].strip():
        runs.pop()
    if runs:
        start, run = runs[0]
        runs[0] = (start + len(run) - len(run.lstrip()), run.lstrip())
        start, run = runs[-1]
        runs[-1] = (start, run.rstrip())
    return runs


def readable(document: Document) -> Readable:
    """What of `document` is to be parsed: its passages, cleaned of marks, with the way back."""
    passages: list[str] = []
    starts: list[int] = [0]
    origins: list[int] = [0]
    length = 0
    line: str | None = None
    for passage in document.passages:
        runs = _runs(document, passage)
        opening = _DATELINE.match(runs[0][1]) if runs else None
        if opening:
            line = line or opening.group(1)
            runs = _stripped([(runs[0][0] + opening.end(), runs[0][1][opening.end() :]), *runs[1:]])
        words = "".join(run for _, run in runs).translate(_PLAIN)
        if not words:
            continue
        for origin, run in runs:
            starts.append(length)
            origins.append(origin)
            length += len(run)
        passages.append(words)
        length += 1  # the joining space
    return Readable(tuple(passages), " ".join(passages), tuple(starts), tuple(origins), line)
