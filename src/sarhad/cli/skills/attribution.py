"""`sarhad skill attribution`: id, text → attributions, each with source, cue and content as [start, end] or null."""

from collections.abc import Iterable, Iterator

from sarhad.cli.skills.rows import Row, text_of


def attribution(given: Iterable[Row]) -> Iterator[Row]:
    """Who says what in each text."""
    from sarhad.pipeline import load_tools
    from sarhad.reading.attribution import frames

    parser = load_tools().parser
    for row in given:
        doc = parser(text_of(row))
        told = []
        for frame in frames(doc):
            source = frame.source
            content = doc[frame.start : frame.end]
            told.append(
                {
                    "source": [
                        doc[source.left_edge.i].idx,
                        doc[source.right_edge.i].idx + len(doc[source.right_edge.i]),
                    ]
                    if source is not None
                    else None,
                    "cue": [frame.cue.idx, frame.cue.idx + len(frame.cue)],
                    "content": [content.start_char, content.end_char],
                    "manner": frame.manner.value,
                }
            )
        yield {"id": row["id"], "attributions": told}
