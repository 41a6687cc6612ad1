"""What a text is made of for comparing it with another: words, stems, names, sentences."""

import re
from functools import lru_cache

from sarhad.records import Span

STOP = frozenset(
    [
        "a",
        "about",
        "above",
        "after",
        "again",
        "against",
        "all",
        "also",
        "am",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "became",
        "because",
        "become",
        "been",
        "before",
        "being",
        "below",
        "between",
        "both",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "doing",
        "down",
        "during",
        "each",
        "either",
        "even",
        "ever",
        "every",
        "few",
        "for",
        "from",
        "further",
        "get",
        "got",
        "had",
        "has",
        "have",
        "having",
        "he",
        "her",
        "here",
        "hers",
        "him",
        "his",
        "how",
        "however",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "itself",
        "just",
        "last",
        "like",
        "made",
        "make",
        "many",
        "may",
        "me",
        "might",
        "more",
        "most",
        "much",
        "must",
        "my",
        "neither",
        "new",
        "no",
        "nor",
        "not",
        "now",
        "of",
        "off",
        "on",
        "once",
        "one",
        "only",
        "onto",
        "or",
        "other",
        "our",
        "out",
        "over",
        "own",
        "per",
        "said",
        "same",
        "say",
        "says",
        "saying",
        "she",
        "should",
        "since",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "though",
        "three",
        "through",
        "thus",
        "to",
        "told",
        "too",
        "two",
        "under",
        "until",
        "up",
        "upon",
        "us",
        "use",
        "very",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "whether",
        "which",
        "while",
        "who",
        "whom",
        "whose",
        "why",
        "will",
        "with",
        "within",
        "without",
        "would",
        "yet",
        "you",
        "your",
        "according",
        "added",
        "adding",
        "amid",
        "among",
        "around",
        "including",
        "mr",
        "mrs",
        "ms",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "year",
        "years",
        "month",
        "months",
        "week",
        "weeks",
        "day",
        "days",
        "ago",
        "today",
        "yesterday",
        "tomorrow",
        "percent",
        "news",
        "report",
        "reports",
        "reported",
    ]
)
"""Words that tell nothing about what a text is about: function words, verbs of saying, days and months."""

_WORD = re.compile(r"\w+")
_NAME = re.compile(r"\b[A-Z][\w’'-]*[\w]")
_NUMBER = re.compile(r"\b\d[\d,.]*\b")
_END = re.compile(r"(?<=[.!?؟۔])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n+")
_SUFFIXES = (
    "ization", "isation", "ational", "fulness", "ousness", "iveness", "ations", "ation", "ments", "ment", "ness",
    "ities", "ity", "ingly", "edly", "ing", "ies", "ied", "ers", "er", "ed", "es", "ly", "al", "s",
)  # fmt: skip


def tokens(text: str) -> list[str]:
    """Every word of a text in lower case, in order."""
    return _WORD.findall(text.lower())


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word without its commonest English endings; meant for comparing, not for reading."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)] + ("y" if suffix in ("ies", "ied") else "")
    return word


def stems(text: str) -> list[str]:
    """Stems of the words that carry meaning, in order."""
    return [stem(w) for w in tokens(text) if w not in STOP and len(w) > 1]


@lru_cache(maxsize=50_000)
def content(text: str) -> frozenset[str]:
    """The set of stems that carry meaning."""
    return frozenset(stems(text))


def in_common(a: str, b: str) -> tuple[int, float]:
    """How many content words two texts have in common, and their share: twice that over the words of both."""
    x, y = content(a), content(b)
    shared = len(x & y)
    return shared, 2 * shared / max(1, len(x) + len(y))


def one_clause(a: str, b: str) -> bool:
    """One clause printed twice, in texts too short or too different to be a family: who drops "said" knows no more than who
    said it. Houses that tell a deed for themselves share about half of the words. One may have left out what follows (a toll,
    "according to …"): then it stands in the other word for word."""
    shared, share = in_common(a, b)
    short, long = sorted((_in_a_row(a), _in_a_row(b)), key=len)
    return shared >= CLAUSE and (share >= ALIKE or short in long)


def _in_a_row(text: str) -> str:
    return f" {' '.join(_IN_A_ROW.findall(text.casefold()))} "


_IN_A_ROW = re.compile(r"[\w’]+")


CLAUSE, ALIKE = 5, 0.8
"""Content words that a clause must have to be known again, and the share of them in common."""


def names(text: str) -> frozenset[str]:
    """Capitalised words, lower-cased and without a possessive: a cheap stand-in for named entities."""
    found = (m.group().removesuffix("’s").removesuffix("'s").lower() for m in _NAME.finditer(text))
    return frozenset(w for w in found if w not in STOP and len(w) > 2)


def numbers(text: str) -> frozenset[str]:
    """Figures as they stand, without thousands separators."""
    return frozenset(m.group().rstrip(".,").replace(",", "") for m in _NUMBER.finditer(text))


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Sentence-like stretches of `text[start:end]`, offsets counted in `text`."""
    stop = len(text) if end is None else end
    out, here = [], start
    for cut in _END.finditer(text, start, stop):
        out.append((here, cut.start()))
        here = cut.end()
    out.append((here, stop))
    return [Span(start=a, end=b) for a, b in out if text[a:b].strip()]


def bare(text: str, span: Span) -> Span:
    """The stretch without the white space at its edges."""
    told = text[span.start : span.end]
    start = span.start + len(told) - len(told.lstrip())
    return Span(start=start, end=start + len(told.strip()))
