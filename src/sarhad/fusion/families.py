"""Families: documents that descend from one telling. A family is one witness, however many pages repeat it.

Three things make a family: a duplicate shares the wording; a rewrite tells the same points in the same order in other words; two that
credit one agency with what they tell of one thing tell what it told. Update and same_event only say that two documents are about one
thing. How two documents stand to each other follows from the two alone.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from sarhad.codebook import Basis, Relation
from sarhad.fusion.duplicates import TEMPLATE_WORDS, decide, overlap
from sarhad.fusion.issues import issues, other_issue
from sarhad.fusion.marks import likeness
from sarhad.fusion.passages import aligned_sentences, shared_passages
from sarhad.fusion.rewrites import SHORTEST, Alignment, align, score
from sarhad.fusion.tellings import Telling, prepare
from sarhad.fusion.words import content
from sarhad.knowledge.wording import word_weights
from sarhad.records import Document, Family, Link, stable_id

REWRITE = 0.355
LIKE = 0.4
"""Texts less alike than this (cosine) are never aligned."""
ORDERLY = 0.55
RELATED = 0.34
"""Texts at least this much alike within `DAYS` are about one thing."""
TEASER = 0.5
"""So much alike must they be when one has fewer than four sentences: it is like every other teaser of its subject."""
CREDITED = 0.5
"""Texts at least this much alike that credit one agency print what it told."""
DAYS = 7
HEADLINES = 0.25
"""Headlines that share less of their words stand over two things: "… – cartoon" is under all a house's cartoons."""
COPIED = 0.35
"""A text that shares this much of its wording with another publisher's is no telling of its own."""


def relate(documents: Iterable[Document]) -> list[Link]:
    """Every relation found between documents, each pair told once with a < b."""
    from sarhad.fusion.kinship import KinShelves, meet

    shelves, links = KinShelves(), list[Link]()
    for document in sorted(documents, key=lambda d: d.id):
        links += meet(shelves, prepare(document))
    return sorted(links, key=lambda k: (k.a, k.b))


def relation(one: Telling, other: Telling) -> Link | None:
    """How two documents stand to each other, if they do at all."""
    a, b = (one, other) if one.document.id < other.document.id else (other, one)
    if a.template or b.template or _in_series(a.document, b.document):
        return None
    copy = decide(a.document.id, b.document.id, a.shingles, b.shingles)
    if copy is not None and _short(a, b) and _standing(a.document, b.document):
        return None
    if copy is not None:
        return _link(a, b, copy.relation, copy.why, copy.score)
    like = likeness(a.mark.vector, b.mark.vector) / 1_000_000
    if like < RELATED or not _days_allow(a.document, b.document):
        return None
    return _retold(a, b, like) or _loose(a, b, like)


def _short(a: Telling, b: Telling) -> bool:
    return max(len(a.shingles), len(b.shingles)) < TEMPLATE_WORDS


def _standing(a: Document, b: Document) -> bool:
    """Whether two short texts of one house under headlines with hardly a word in common share what that house prints everywhere."""
    if a.title is None or b.title is None or _two_houses(a, b):
        return False
    one, other = content(a.title), content(b.title)
    return len(one & other) < HEADLINES * len(one | other)


def _in_series(a: Document, b: Document) -> bool:
    """Whether two pages of one house are two issues of what it prints again and again, alike as they are."""
    return not _two_houses(a, b) and other_issue(issues(a.title or ""), issues(b.title or ""))


def _retold(a: Telling, b: Telling, like: float) -> Link | None:
    """The link of two houses' tellings of one telling."""
    if like < LIKE or not _two_houses(a.document, b.document):
        return None
    told = align(a.sentences, b.sentences, word_weights())
    return _reworded(a, b, told, like) or _taken_over(a, b) or _credited(a, b, like)


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
    reasons: dict[str, set[str]] = {}
    for link in binding:
        reasons.setdefault(_find(root, link.a), set()).add(f"{link.relation}: {link.why}")
    return [_family(g, reasons.get(name, set())) for name, g in groups.items()]


def _find(root: dict[str, str], item: str) -> str:
    while root[item] != item:
        root[item] = root[root[item]]  # each second step is spared the next time
        item = root[item]
    return item


def _family(members: Sequence[str], reasons: Collection[str]) -> Family:
    why = "; ".join(sorted(reasons)[:3])
    return Family(id=stable_id("f", members[0]), documents=tuple(members), founder=members[0], why=why)


def _reworded(a: Telling, b: Telling, alignment: Alignment, like: float) -> Link | None:
    told = score(alignment, like)
    if told < REWRITE or alignment.orderly < ORDERLY:
        return None
    why = f"the same points in the same order in other words ({alignment.covered:.0%} of the shorter told again)"
    return _link(a, b, Relation.REWRITE, why, told)


def _taken_over(a: Telling, b: Telling) -> Link | None:
    copied = overlap(a.shingles, b.shingles)[1]
    if copied < COPIED or min(len(a.sentences), len(b.sentences)) < SHORTEST:
        return None
    why = f"{copied:.0%} of the shorter one's wording is taken over"
    return _link(a, b, Relation.REWRITE, why, copied)


def _credited(a: Telling, b: Telling, like: float) -> Link | None:
    both = sorted(a.credits & b.credits)
    if not both or like < CREDITED:
        return None
    return _link(a, b, Relation.REWRITE, f"both credit {both[0]} (likeness {like:.2f})", like)


def _loose(a: Telling, b: Telling, like: float) -> Link | None:
    teaser = min(len(a.sentences), len(b.sentences)) < SHORTEST
    if (teaser and like < TEASER) or _far_apart(a.document, b.document):
        return None
    first, second = a.document.published.start, b.document.published.start
    found = Relation.UPDATE if first and second and first != second else Relation.SAME_EVENT
    return _link(a, b, found, f"about one thing (likeness {like:.2f})", like)


def _link(a: Telling, b: Telling, found: Relation, why: str, score: float) -> Link:
    """With its evidence: the passages that stand in both, else the sentences that are most alike."""
    left, right = a.document, b.document
    shared = shared_passages(left, right) or aligned_sentences(left, right, word_weights())
    return Link(a=left.id, b=right.id, relation=found, why=why, score=round(score, 4), shared=shared)


def _two_houses(a: Document, b: Document) -> bool:
    """An outlet does not rewrite itself: what it tells again is an update. Unknown outlets may be two."""
    return a.publisher is None or b.publisher is None or a.publisher.lower() != b.publisher.lower()


def _days_allow(a: Document, b: Document) -> bool:
    """Firm dates further apart than `DAYS` part two tellings; a header's date is only a claim and parts nothing."""
    return not (_firm(a) and _firm(b) and _far_apart(a, b))


def _far_apart(a: Document, b: Document) -> bool:
    """Whether any days on which the two may have been published lie further apart than `DAYS`."""
    x, y = a.published, b.published
    if x.start is None or x.end is None or y.start is None or y.end is None:
        return False
    return (x.start - y.end).days > DAYS or (y.start - x.end).days > DAYS


def _firm(document: Document) -> bool:
    return document.published.basis in (Basis.METADATA, Basis.DATELINE)
