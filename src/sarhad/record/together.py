"""Merges and splits: a person says that two documents are of one family or one story, or that one is not of the one it is in.

Nothing is rewritten: what joining found stays as it was found, a judgement is laid over it each time, and once it is taken back what was
found stands again. Pure.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sarhad.codebook import Relation
from sarhad.record.moments import recorded
from sarhad.records import Judgement, Link, Story, stable_id

KINDS = ("family", "story")
BINDING = (Relation.DUPLICATE, Relation.REWRITE)


def together(
    links: Iterable[Link], stories: Iterable[Story], judgements: Iterable[Judgement]
) -> tuple[list[Link], list[Story]]:
    """Links and stories as people merged and split them, in the order in which they did."""
    links, stories = list(links), list(stories)
    standing = (j for j in judgements if j.undone_at is None and j.verdict in ("merge", "split"))
    for judgement in sorted(standing, key=lambda j: (recorded(j.made_at), j.id)):
        if judgement.field == "family":
            links = _link(links, judgement)
        elif judgement.field == "story":
            stories = _story(stories, judgement)
    return sorted(links, key=lambda k: (k.a, k.b)), stories


def _link(links: Sequence[Link], judgement: Judgement) -> list[Link]:
    """A document that is split off is bound to none; two that are merged are bound, whatever else stands between them."""
    target, other = judgement.target, judgement.value or ""
    if judgement.verdict == "split":
        return [k for k in links if target not in (k.a, k.b) or k.relation not in BINDING]
    a, b = sorted((target, other))
    why = f"a person's word: {judgement.reason}".removesuffix(": ")
    said = Link(a=a, b=b, relation=Relation.REWRITE, why=why, score=1.0)
    between = [k for k in links if (k.a, k.b) == (a, b)]
    kept = [k for k in links if (k.a, k.b) != (a, b)]
    return [*kept, replace(said, shared=between[0].shared) if between else said]


def _story(stories: Sequence[Story], judgement: Judgement) -> list[Story]:
    """The earlier of two stories takes in the later; a document that is split off founds a story of its own."""
    target = next((s for s in stories if judgement.target in s.documents), None)
    if target is None:
        return list(stories)
    if judgement.verdict == "split":
        return _parted(stories, target, judgement.target)
    other = next((s for s in stories if judgement.value in s.documents), target)
    first, second = sorted((target, other), key=stories.index)
    if first == second:
        return list(stories)
    whole = replace(first, documents=(*first.documents, *second.documents))
    return [whole if s == first else s for s in stories if s != second]


def _parted(stories: Sequence[Story], story: Story, document_id: str) -> list[Story]:
    """The rest keeps the story's id and title, which judgements and citations hang on."""
    if len(story.documents) == 1:
        return list(stories)
    rest = replace(story, documents=tuple(d for d in story.documents if d != document_id))
    alone = replace(story, id=stable_id("st", document_id, "alone"), documents=(document_id,))
    return [part for s in stories for part in ((rest, alone) if s == story else (s,))]
