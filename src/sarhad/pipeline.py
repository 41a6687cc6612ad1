"""The straight line, on one screen: page → document → reading → record → what many documents tell together."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from sarhad.errors import SarhadError, Unreadable
from sarhad.records import Claims, Document, Dropped, Fused, Page, Reading

if TYPE_CHECKING:
    from sarhad.knowledge.theatres import Theatre
    from sarhad.press.fetch import Transport
    from sarhad.press.intake import IntakeOptions
    from sarhad.reading import Tools
    from sarhad.record import Record, View

READ = ("en", "und")
"""Languages that are read; a text too short to tell its language is tried."""

LONGEST = 300_000
"""Characters of an article that are parsed: a book's worth, at which the parser still stays under 2 GB."""

LANGUAGES = {
    "ur": "Urdu", "fa": "Persian", "ps": "Pashto", "ar": "Arabic", "hi": "Hindi", "tr": "Turkish", "th": "Thai",
    "km": "Khmer", "bn": "Bengali", "ru": "Russian", "fr": "French", "de": "German", "es": "Spanish", "zh": "Chinese",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one page: kept, silent (read, nothing found), known (already there), screened (of no matter to
    the theatre), unread (kept, not read) or dropped, and why."""

    what: str
    source: str
    document_id: str = ""
    why: str = ""


@cache
def load_tools(*, names: bool = False) -> "Tools":
    """Model, actors and places, loaded once: about two seconds, so nothing asks for them before it must. `names`: with
    the parser's tagger of names."""
    from sarhad import reading

    return reading.load_tools(names=names)


def tools_for(theatre: "Theatre | None") -> "Tools":
    """The same with a theatre's own names and places."""
    tools = load_tools()
    if theatre is None:
        return tools
    actors = tools.actors.with_theatre(theatre.aliases)
    return replace(tools, actors=actors, places=tools.places.with_places(theatre.own_places))


def read_page(page: Page, tools: "Tools | None" = None, screen: "Theatre | None" = None) -> Reading | Dropped:
    """Clean, propose a date, settle it with what the text tells, read with the settled date as anchor.

    `screen`: a page that names nothing of this theatre is not read, and its reading says so.
    """
    from sarhad.press.clean import clean
    from sarhad.press.dating import propose

    document = clean(page)
    if isinstance(document, Dropped):
        return document
    return read_document(replace(document, published=propose(page, document)), tools, screen)


def read_document(
    document: Document, tools: "Tools | None" = None, screen: "Theatre | None" = None
) -> Reading:
    """The reading of a document whose date is proposed. Only English is read; the rest is kept and says so.

    The date is settled before the statements are read: what settles it (offices held, days and years told) needs
    no parse, so times are anchored once, and on the right day.
    """
    from sarhad.press.dating import settle
    from sarhad.reading import READER, read
    from sarhad.reading.dating_support import gather, office_windows
    from sarhad.reading.screen import screened

    if why := _unread(document):
        return Reading(document=document, reader=READER, unread=why)
    ready = tools or load_tools()
    support = gather(document, office_windows(ready.actors.windows(document.text)))
    settled = replace(document, published=settle(document, support))
    if screen is not None and (why := screened(settled, screen, ready)):
        reader = f"{READER} screened for {screen.name}"  # a name of its own: it may be read later by the same reader
        return Reading(document=settled, reader=reader, unread=why)
    return read(settled, ready)


def _unread(document: Document) -> str | None:
    """Why this document is kept without being read, if it is."""
    if document.language.partition("-")[0] not in READ:
        return f"{language_name(document.language)}: only English is read so far"
    length = sum(len(p) for p in document.passages)
    return f"{length:,} characters: longer than the {LONGEST:,} that are read" if length > LONGEST else None


def language_name(tag: str) -> str:
    """ "language ur (Urdu)" for the languages of the borders Sarhad was made for, else the tag."""
    name = LANGUAGES.get(tag.partition("-")[0])
    return f"language {tag} ({name})" if name else f"language {tag}"


def read_text(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Reading:
    """The reading of a plain text, e.g. `read_text(text, published="2024-04-24").statements`."""
    claims = Claims(id=id, title=title, outlet=outlet, date=published, url=url)
    page = Page(
        body=text.encode("utf-8", "surrogateescape"), source="text", media_type="text/plain", claims=claims
    )
    reading = read_page(page)
    if isinstance(reading, Dropped):
        raise Unreadable(f"the text cannot be read: {reading.reason}; give a text with at least one sentence")
    return reading


def add(
    record: "Record",
    sources: Iterable[str],
    *,
    options: "IntakeOptions",
    transport: "Transport | None" = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    theatre: "Theatre | None" = None,
    screen: bool = False,
    again: bool = False,
) -> Iterator[Outcome]:
    """Take in, read and keep, page by page; each outcome is told as soon as it is safe in the record.

    With `screen` a page that names nothing of the theatre is kept, but not read.

    A page that is there already is left alone; with `again` it is read once more, as after a new version of the
    reader: its new reading is kept beside the old one and told instead.
    """
    from sarhad.press.intake import take_in

    record.begin_intake()
    for taken in take_in(sources, options=options, transport=transport, clock=clock):
        if not again and isinstance(taken, Page) and record.has(taken.sha256, taken.claims):
            yield Outcome(what="known", source=taken.source, why="already in the record")
            continue
        result = read_safely(taken, theatre, screen=screen) if isinstance(taken, Page) else taken
        yield _keep(record, taken, result)


def read_safely(page: Page, theatre: "Theatre | None" = None, *, screen: bool = False) -> Reading | Dropped:
    """`read_page` for a long run: a page that breaks a stage is dropped with its reason, the run goes on."""
    try:
        return read_page(page, tools_for(theatre), theatre if screen else None)
    except SarhadError:
        raise
    except Exception as error:
        reason = f"reading broke off ({type(error).__name__}: {str(error)[:120]}); please report this page"
        return Dropped(document_id=page.claims.id or "", stage="read", reason=reason, source=page.source)


def _keep(record: "Record", taken: Page | Dropped, result: Reading | Dropped) -> Outcome:
    from sarhad.press.intake import NOT_THERE

    if isinstance(result, Dropped) or isinstance(taken, Dropped):
        lost = result if isinstance(result, Dropped) else Dropped(document_id="", stage="intake", reason="")
        if lost.stage != NOT_THERE:  # a mistyped path is told once, and is no gap in the record
            record.drop(lost)
        return Outcome(what="dropped", source=lost.source, document_id=lost.document_id, why=lost.reason)
    new = record.keep(taken, result)
    what = _became(result) if new else "known"
    return Outcome(what=what, source=taken.source, document_id=result.document.id, why=result.unread or "")


def _became(reading: Reading) -> str:
    if reading.unread is None:
        return "kept"
    return "silent" if reading.silent else "unread" if reading.unknown else "screened"


def fuse_record(record: "Record", view: "View", mark: str) -> Fused:
    """Put together everything that a view of a record shows, as people judged it, and keep that under a mark."""
    from sarhad.fusion import fuse
    from sarhad.growing import grow
    from sarhad.record import together

    links, stories = grow(record, (r.document for r in view.readings))
    fused = fuse(view.readings, grown=together(links, stories, view.judgements))
    record.keep_fused(fused, mark)
    return fused
