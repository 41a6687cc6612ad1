"""`sarhad skill stories` and `sarhad skill duplicates`: id, title, text, published → story, or the duplicates' ids."""

from collections.abc import Iterable, Iterator

from sarhad.cli.skills.rows import Row, day_of, text_of


def stories(given: Iterable[Row]) -> Iterator[Row]:
    """Which occurrence each document tells."""
    from sarhad.fusion.stories import StoryRow, stories

    made = [
        StoryRow(id=str(r["id"]), title=r.get("title") or "", text=text_of(r), published=day_of(r))
        for r in given
    ]
    for story in stories(made):
        for document_id in story.documents:
            yield {"id": document_id, "story": story.id}


def duplicates(given: Iterable[Row]) -> Iterator[Row]:
    """Reposts and rewrites of each document."""
    from sarhad.fusion.duplicates import near_duplicates

    pairs = [(str(r["id"]), text_of(r)) for r in given]
    found: dict[str, list[str]] = {document_id: [] for document_id, _ in pairs}
    for link in near_duplicates(pairs):
        found[link.a].append(link.b)
        found[link.b].append(link.a)
    for document_id, others in found.items():
        yield {"id": document_id, "duplicates": sorted(others)}
