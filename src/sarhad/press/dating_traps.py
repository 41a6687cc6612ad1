"""Dates on a page that a reader could take for its date of publication, and why they are not."""

from sarhad.knowledge.dating_support import DatingSupport, ToldTime
from sarhad.records import DateConflict, Document


def date_traps(document: Document, support: DatingSupport) -> tuple[DateConflict, ...]:
    """The settled date's conflicts that stand in the text, then the dates told that are not the publication's:
    those on pictures, in other articles' lines, in copyright lines, without a year, or of the background."""
    out: dict[tuple[str, int | None], DateConflict] = {}
    for conflict in document.published.conflicts:
        if conflict.text and conflict.text in document.text:
            out.setdefault((conflict.text, conflict.span.start if conflict.span else None), conflict)
    for told in support.told:
        why = _why(told, document)
        if why and all(told.span != c.span for c in out.values()):
            out.setdefault(
                (told.text, told.span.start), DateConflict(text=told.text, why=why, span=told.span)
            )
    return tuple(out.values())


def _why(told: ToldTime, document: Document) -> str | None:
    published = document.published
    if told.on and published.start and published.start <= told.on <= (published.end or published.start):
        return None
    if told.caption:
        return "the date of a picture, not of publication"
    if told.noise:
        return "outside the article: another page's date or a copyright line"
    if told.day and not told.year:
        return "the day of an event; the year is not told"
    if told.ahead is True:
        return "a day still to come"
    return "told as background or as an event, not as publication"
