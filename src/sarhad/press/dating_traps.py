"""Dates on a page that a reader could take for its date of publication, and why they are not."""

from sarhad.codebook import DatePrecision
from sarhad.knowledge.dating_support import DatingSupport, ToldTime
from sarhad.records import DateConflict, Document


def date_traps(document: Document, support: DatingSupport) -> tuple[DateConflict, ...]:
    """The settled date's conflicts that stand in the text, then the dates told that are not the publication's:
    those on pictures, in other articles' lines, in copyright lines, without a year, of the background, or counted from
    the publication (each wording once)."""
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
    for told in support.counted:
        if (
            not told.noise
            and told.text not in {c.text for c in out.values()}
            and _another_day(told, document)
        ):
            out.setdefault((told.text, None), DateConflict(text=told.text, why=_COUNTED, span=told.span))
    return tuple(out.values())


_COUNTED = "counted from the publication: the day of an event, not of publication"


def _another_day(told: ToldTime, document: Document) -> bool:
    """Not the publication's own weekday ("Friday" in a story published on a Friday)."""
    published = document.published
    if published.start is None or published.precision is not DatePrecision.DAY:
        return True
    return f"{published.start:%A}".lower() not in told.text.lower()


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
