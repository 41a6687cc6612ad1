"""Families: documents that descend from one telling. A family is one witness, however many pages repeat it.

Two relations make a family: a duplicate shares the wording; a rewrite tells the same points in the same order in other words. The other
two, update and same_event, only say that two documents are about one thing.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sarhad.codebook import Basis, Relation
from sarhad.fusion.duplicates import near_duplicates, overlap, shingles
from sarhad.fusion.likeness import alike, idf
from sarhad.fusion.passages import shared_passages
from sarhad.fusion.rewrites import SHORTEST, Alignment, Sentence, align, score, sentence
from sarhad.fusion.words import sentences, stems
from sarhad.records import Document, Family, Link, stable_id

REWRITE = 0.355
LIKE = 0.4
"""Texts less alike than this (cosine) are never aligned."""
ORDERLY = 0.55
RELATED = 0.3
"""Texts at least this much alike within `DAYS` are about one thing."""
DAYS = 7
COPIED = 0.35
"""A text that shares this much of its wording with another publisher's is no telling of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A document prepared for comparing."""

    document: Document
    text: str
    sentences: tuple[Sentence, ...]
    bag: dict[str, float]


def relate(documents: Iterable[Document]) -> list[Link]:
    """Every relation found between documents, each pair told once with a < b."""
    tellings = [_prepare(d) for d in sorted(documents, key=lambda d: d.id)]
    known = {t.document.id: t.document for t in tellings}
    copies = [
        _link(known[k.a], known[k.b], k.relation, k.why, k.score)
        for k in near_duplicates((t.document.id, t.text) for t in tellings)
    ]
    taken = {(k.a, k.b) for k in copies}
    return sorted([*copies, *_retold(tellings, taken)], key=lambda k: (k.a, k.b))


def families(documents: Iterable[Document], links: Iterable[Link]) -> list[Family]:
    """Components over duplicate and rewrite, in order of time; a document of its own is a family of one."""
    ordered = sorted(documents, key=lambda d: (d.published.start or date.max, d.id))
    binding = [k for k in links if k.relation in (Relation.DUPLICATE, Relation.REWRITE)]
    root = {d.id: d.id for d in ordered}
    for link in binding:
        a, b = _find(root, link.a), _find(root, link.b)
        root[max(a, b)] = min(a, b)
    groups: dict[str, list[str]] = {}
    for d in ordered:
        groups.setdefault(_find(root, d.id), []).append(d.id)
    return [_family(g, binding) for g in groups.values()]


def _find(root: dict[str, str], item: str) -> str:
    while root[item] != item:
        item = root[item]
    return item


def _family(members: Sequence[str], binding: Sequence[Link]) -> Family:
    inside = sorted({f"{k.relation}: {k.why}" for k in binding if k.a in members}) if len(members) > 1 else []
    why = "; ".join(inside[:3])
    return Family(id=stable_id("f", members[0]), documents=tuple(members), founder=members[0], why=why)


def _prepare(document: Document) -> Telling:
    text = document.article() or document.text
    found = [text[s.start : s.end] for s in sentences(text)]
    prepared = (sentence(t) for t in found)
    return Telling(
        document=document,
        text=text,
        sentences=tuple(s for s in prepared if len(s.words) >= 4),
        bag=dict(Counter(stems(text))),
    )


def _retold(tellings: Sequence[Telling], taken: set[tuple[str, str]]) -> list[Link]:
    """Rewrites, updates and documents of the same event among the pairs that are no duplicates."""
    everywhere = Counter(s.words for t in tellings for s in set(t.sentences))
    own = [tuple(s for s in t.sentences if everywhere[s.words] < 3) for t in tellings]
    weights = idf([t.bag for t in tellings])
    out = []
    for i, j, like in alike([t.bag for t in tellings], RELATED):
        a, b = tellings[i].document, tellings[j].document
        if (a.id, b.id) in taken or not _days_allow(a, b):
            continue
        rewrite = None
        if like >= LIKE and _two_houses(a, b):
            rewrite = _reworded(a, b, align(own[i], own[j], weights), like) or _taken_over(
                tellings[i], tellings[j]
            )
        out.append(rewrite or _loose(a, b, like))
    return out


def _reworded(a: Document, b: Document, alignment: Alignment, like: float) -> Link | None:
    told = score(alignment, like)
    if told < REWRITE or alignment.orderly < ORDERLY:
        return None
    why = f"the same points in the same order in other words ({alignment.covered:.0%} of the shorter told again)"
    return _link(a, b, Relation.REWRITE, why, told)


def _taken_over(a: Telling, b: Telling) -> Link | None:
    copied = overlap(shingles(a.text), shingles(b.text))[1]
    if copied < COPIED or min(len(a.sentences), len(b.sentences)) < SHORTEST:
        return None
    why = f"{copied:.0%} of the shorter one's wording is taken over"
    return _link(a.document, b.document, Relation.REWRITE, why, copied)


def _loose(a: Document, b: Document, like: float) -> Link:
    first, second = a.published.start, b.published.start
    relation = Relation.UPDATE if first and second and first != second else Relation.SAME_EVENT
    return _link(a, b, relation, f"about one thing (likeness {like:.2f})", like)


def _link(a: Document, b: Document, relation: Relation, why: str, score: float) -> Link:
    return Link(
        a=a.id, b=b.id, relation=relation, why=why, score=round(score, 4), shared=shared_passages(a, b)
    )


def _two_houses(a: Document, b: Document) -> bool:
    """An outlet does not rewrite itself: what it tells again is an update. Unknown outlets may be two."""
    return a.publisher is None or b.publisher is None or a.publisher.lower() != b.publisher.lower()


def _days_allow(a: Document, b: Document) -> bool:
    """Firm dates further apart than `DAYS` part two tellings; a header's date is only a claim and parts nothing."""
    if not (_firm(a) and _firm(b)):
        return True
    x, y = a.published, b.published
    if x.start is None or x.end is None or y.start is None or y.end is None:
        return True
    return (x.start - y.end).days <= DAYS and (y.start - x.end).days <= DAYS


def _firm(document: Document) -> bool:
    return document.published.start is not None and document.published.basis in (
        Basis.METADATA,
        Basis.DATELINE,
    )
