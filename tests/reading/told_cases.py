"""The cases of `tests/cases`: a sentence or short story, and what must and must not be read from it.

`tests/cases/README.md` explains the form.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sarhad.codebook import DatePrecision
from sarhad.records import Actor, Dating, Document, Reading, Span, Statement, Toll

FOLDER = Path(__file__).parents[1] / "cases"
PAPER_DAY = "2024-08-16"
"""The day a case was published, unless it says another."""

Wanted = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Case:
    """One case of a file; `group` is the file's name."""

    group: str
    text: str
    published: str = PAPER_DAY
    expect: tuple[Wanted, ...] = ()
    never: tuple[Wanted, ...] = ()
    absent: tuple[Wanted, ...] = ()
    contests: tuple[Wanted, ...] = ()
    why: str = ""
    xfail: str = ""
    rule: str = ""

    @property
    def name(self) -> str:
        """A short name for the test's id."""
        return f"{self.group}: {self.why or self.text[:60]}"


def told(text: str, published: str = PAPER_DAY, **more: Any) -> Document:
    """A document of one passage a paragraph, in English, published on a known day."""
    day = date.fromisoformat(published)
    dating = Dating(start=day, end=day, precision=DatePrecision.DAY, why="the case says so", settled=True)
    return Document(
        id="told", page_sha256="", text=text, source="told", passages=tuple(_passages(text)), language="en",
        published=dating, **more,
    )  # fmt: skip


def _passages(text: str) -> Iterator[Span]:
    at = 0
    for block in text.split("\n"):
        if block.strip():
            yield Span(start=at, end=at + len(block))
        at += len(block) + 1


def cases() -> list[Case]:
    """Every case of every file that holds cases."""
    out = []
    for path in sorted(FOLDER.glob("*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8")).get("case", []):
            row.pop("from", None)  # the file a known fault goes back to
            lists = {k: tuple(row.pop(k, ())) for k in ("expect", "never", "absent", "contests")}
            row["text"] = row["text"].strip()
            out.append(Case(**{"group": path.stem, **lists, **row}))
    return out


def matches(wanted: Wanted, s: Statement, reading: Reading) -> bool:
    """Whether `s` is what `wanted` describes; fields that `wanted` leaves out are not looked at."""
    return all(_FIELDS[key](value, s, reading) for key, value in wanted.items())


def _codes(actors: tuple[Actor, ...]) -> list[str]:
    return sorted({a.code for a in actors})


def _toll(value: Any, toll: Toll | None) -> bool:
    """`4` is exactly four, `[4]` at least four, `"none"` no count."""
    if toll is None:
        return bool(value == "none")
    if isinstance(value, int):
        return (toll.low, toll.high) == (value, value)
    return bool(value != "none" and toll.low == value[0] and toll.high is None)


def _about(value: str, s: Statement, reading: Reading) -> bool:
    target = next((x for x in reading.statements if x.anchor == s.about), None)
    return value == (target.type.value if target else "none")


def _about_quote(value: str, s: Statement, reading: Reading) -> bool:
    return any(x.anchor == s.about and value in x.evidence.quote for x in reading.statements)


_FIELDS = {
    "type": lambda v, s, r: s.type.value == v,
    "mode": lambda v, s, r: (s.mode or "none") == v,
    "aux": lambda v, s, r: (s.aux.value if s.aux else "none") == v,
    "scope": lambda v, s, r: s.scope.value == v,
    "stance": lambda v, s, r: s.stance.value == v,
    "plain": lambda v, s, r: s.plain is v,
    "actors": lambda v, s, r: _codes(s.actors) == sorted(v),
    "recipients": lambda v, s, r: _codes(s.recipients) == sorted(v),
    "parties": lambda v, s, r: sorted(s.codes) == sorted(v),
    "speaker": lambda v, s, r: (s.speaker.code if s.speaker else "none") == v,
    "place": lambda v, s, r: (s.place.name if s.place else "none") == v,
    "deaths": lambda v, s, r: _toll(v, s.deaths),
    "injured": lambda v, s, r: _toll(v, s.injured),
    "status": lambda v, s, r: (s.commitment.status.value if s.commitment else "none") == v,
    "blocker": lambda v, s, r: v in ((s.commitment.blocker if s.commitment else None) or "none"),
    "object": lambda v, s, r: v in (s.commitment.object if s.commitment else "none"),
    "phase": lambda v, s, r: (s.ceasefire.phase.value if s.ceasefire else "none") == v,
    "fire_held_by": lambda v, s, r: sorted(s.ceasefire.parties if s.ceasefire else ()) == sorted(v),
    "mediators": lambda v, s, r: sorted(s.ceasefire.mediators if s.ceasefire else ()) == sorted(v),
    "trigger": lambda v, s, r: v in s.trigger.quote,
    "quote": lambda v, s, r: v in s.evidence.quote,
    "date": lambda v, s, r: (f"{s.time.start}..{s.time.end}" if s.time else "none") == v,
    "about": _about,
    "about_quote": _about_quote,
}  # fmt: skip


def row(s: Statement) -> str:
    """One statement on one line, for the message of a failing case."""
    who = "+".join(_codes(s.actors)) or "-"
    whom = "+".join(_codes(s.recipients)) or "-"
    extras = [
        f"{k}={v}"
        for k, v in (
            ("aux", s.aux), ("stance", s.stance), ("scope", s.scope),
            ("speaker", s.speaker and s.speaker.code), ("place", s.place and s.place.name),
            ("dead", s.deaths and (s.deaths.low, s.deaths.high)),
            ("hurt", s.injured and (s.injured.low, s.injured.high)),
            ("commitment", s.commitment and (s.commitment.status.value, s.commitment.object, s.commitment.blocker)),
            ("truce", s.ceasefire and (s.ceasefire.phase.value, s.ceasefire.parties, s.ceasefire.mediators)),
        ) if v
    ]  # fmt: skip
    return f"{s.type}/{s.mode or '-'} {who} -> {whom} <{s.trigger.quote}> {' '.join(map(str, extras))}"


def faults(case: Case, reading: Reading) -> list[str]:
    """What is wrong with `reading` by `case`; empty when nothing is."""
    out = []
    for wanted in case.expect:
        if not any(matches(wanted, s, reading) for s in reading.statements):
            out.append(f"not read: {dict(wanted)}")
    for wanted in case.never:
        out += [
            f"told as fact: {row(s)}" for s in reading.statements if s.plain and matches(wanted, s, reading)
        ]
    for wanted in case.absent:
        out += [f"read at all: {row(s)}" for s in reading.statements if matches(wanted, s, reading)]
    for wanted in case.contests:
        if not any(_contest(wanted, reading, i) for i in range(len(reading.contests))):
            out.append(
                f"no contest {dict(wanted)} in {[(c.asserted_by, c.contested_by, c.how.value) for c in reading.contests]}"
            )
    return out


def _contest(wanted: Wanted, reading: Reading, i: int) -> bool:
    c = reading.contests[i]
    return (
        sorted(wanted.get("asserted_by", c.asserted_by)) == sorted(c.asserted_by)
        and sorted(wanted.get("contested_by", c.contested_by)) == sorted(c.contested_by)
        and wanted.get("how", c.how.value) == c.how.value
    )
