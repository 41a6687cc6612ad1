"""Stories: documents about one occurrence.

TF-IDF over title (weighted), lead and names, cosine inside a window of days, average linkage. Two documents further apart than the
window are never compared, though a story may run on for longer from one document to the next.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sarhad.fusion.likeness import idf, unit
from sarhad.fusion.linkage import Pair, cluster
from sarhad.fusion.words import names, stems
from sarhad.records import Story, stable_id

FLOOR = 0.14
WINDOW = 20
LEAD = 1200
TITLE_WEIGHT = 3.0
NAME_WEIGHT = 1.5
COMMON = 0.25
"""A word that stands in more than this share of the documents proposes no pair (it still weighs in the cosine)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """What a story is told from: id, title, text, day of publication where known."""

    id: str
    title: str
    text: str
    published: date | None = None


Vector = dict[str, float]


def stories(rows: Iterable[StoryRow], *, floor: float = FLOOR, window: int = WINDOW) -> list[Story]:
    """Every row in exactly one story, in order of time."""
    ordered = sorted(rows, key=lambda r: (r.published or date.max, r.id))
    table = similarities([r.published for r in ordered], vectors(ordered), window)
    groups = cluster(len(ordered), table, floor)
    return [_story([ordered[i] for i in group]) for group in groups]


def vectors(rows: Sequence[StoryRow]) -> list[Vector]:
    """One TF-IDF vector of length 1 a row."""
    counts = [bag(r) for r in rows]
    weights = idf(counts)
    return [unit(c, weights) for c in counts]


def similarities(days: Sequence[date | None], weights: Sequence[Vector], window: int) -> dict[Pair, float]:
    """Cosine of every pair inside the window that shares a word that is not everywhere."""
    limit = max(8, int(COMMON * len(weights)))
    index: dict[str, list[int]] = {}
    for i, vector in enumerate(weights):
        for word in vector:
            index.setdefault(word, []).append(i)
    out: dict[Pair, float] = {}
    for i, vector in enumerate(weights):
        scores: dict[int, float] = {}
        for word, weight in vector.items():
            postings = index[word]
            if len(postings) <= limit:
                for j in postings:
                    if j >= i:
                        break
                    scores[j] = scores.get(j, 0.0) + weight * weights[j][word]
        for j, score in scores.items():
            if score > 0.02 and _near(days[i], days[j], window):
                out[j, i] = round(score, 9)
    return out


def _near(a: date | None, b: date | None, window: int) -> bool:
    return a is None or b is None or abs((a - b).days) <= window


def bag(row: StoryRow) -> Mapping[str, float]:
    """The words of the title (weighted) and the lead, and the names in them."""
    lead = row.text[:LEAD]
    out: Counter[str] = Counter()
    for word in stems(lead):
        out[word] += 1
    for word in stems(row.title):
        out[word] += TITLE_WEIGHT  # type: ignore[assignment]
    for name in names(f"{row.title} {lead}"):
        out["^" + name] += NAME_WEIGHT  # type: ignore[assignment]
    return out


def _story(rows: Sequence[StoryRow]) -> Story:
    founder = rows[0]
    title = founder.title or founder.text.strip().split("\n", 1)[0][:120]
    return Story(id=stable_id("st", founder.id), documents=tuple(r.id for r in rows), title=title)
