"""Who claims an incident, who is accused of it and who denies it, as details of its line."""

from collections.abc import Iterator

from sarhad.codebook import Avowal
from sarhad.codebook.actors import country_of
from sarhad.monitor.desk import Desk, quoted
from sarhad.monitor.wording import count, join, printed
from sarhad.records import Avowed, Incident

LEADS = {
    Avowal.CLAIMS: "claimed by",
    Avowal.NOBODY: "claimed by nobody",
    Avowal.DENIES: "denied by",
    Avowal.NEITHER: "neither confirmed nor denied by",
    Avowal.SILENT: "no answer by",
}


def avowal_words(incident: Incident, desk: Desk) -> tuple[str, ...]:
    """Each party once in each part, in its newest words; what the reader doubts is left out."""
    newest: dict[tuple[object, ...], Avowed] = {}
    for a in incident.avowals:
        if not a.unsure and (a.anchor is None or a.anchor not in desk.doubts):
            newest[
                a.how,
                a.by and country_of(a.by) + a.by.partition("/")[2],
                tuple(sorted({country_of(c) for c in a.of})),
            ] = a
    return tuple(line for a in newest.values() for line in _line(a, desk))


def _line(a: Avowed, desk: Desk) -> Iterator[str]:
    words = quoted(a.evidence.quote, 160)
    when = f" ({printed(a.published)})" if a.published else ""
    thread = f" (show {a.thread})" if a.thread else ""
    if a.how is Avowal.ACCUSES:
        silent = f"; no answer in the record for {count(a.silent_days, 'day')}" if a.silent_days else ""
        accused = join(map(desk.names.of, a.of)) or "somebody not named"
        yield f"{accused} accused by {desk.names.of(a.by or '')}{when}: {words}{silent}{thread}"
    elif a.by is None:
        yield f"{LEADS[a.how]}{when}: {words}"
    else:
        yield f"{LEADS[a.how]} {desk.names.of(a.by)}{when}: {words}{thread}"
