"""Reads the registry's tables (data/actors/*.toml) into entries.

The tables are rows in long strings: a TOML parser passes over a string quickly, and 3,000 rows must load in a
quarter of a second.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from importlib import resources
from itertools import product

from sarhad.codebook.actors import COUNTRIES

FIRST, LAST = date.min, date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term in one office: the days it was held, both ends included, and the code it carries.

    `exact` when the days are known and the office had one holder: only such a term dates a text.
    """

    office: str
    code: str
    start: date
    end: date
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """One actor: a state, body, group, person or outlet.

    `terms` are in order of their start; a body has one without an office for all times, unless its code changed.
    `gender` is "m" or "f" for people, else "". `last` is a person's last name as the press uses it.
    """

    name: str
    kind: str
    country: str
    terms: tuple[Term, ...]
    gender: str = ""
    last: str = ""

    def code(self, on: date | None) -> str:
        """The code on that day; without a day the latest one."""
        return code_on(self, on)


GRACE = 45
"""Days by which a term's end may be off (hand-overs, acting holders) before a person counts as out of office."""

ROUGH_GRACE = 730
"""The same for a term known only by its months or years."""

_PARTY_OFFICES = frozenset({"president", "prime minister", "chancellor", "vice president", "party leader"})


def code_on(entry: ActorEntry, on: date | None) -> str:
    """The code of the term running on that day; between terms and after them what remains of the person."""
    if on is None:
        return entry.terms[-1].code
    running = [t for t in entry.terms if t.start <= on <= t.end]
    if running:
        return running[-1].code
    nearest = min(entry.terms, key=lambda t: _days_off(t, on))
    if _days_off(nearest, on) <= (GRACE if nearest.exact else ROUGH_GRACE):
        return nearest.code
    if "/" in nearest.code or not nearest.code.endswith(".GOV"):
        return nearest.code  # a dead commander is still his group's
    politician = any(t.office in _PARTY_OFFICES for t in entry.terms)
    return f"{entry.country}.{'PTY' if politician else 'UNK'}"


def _days_off(term: Term, on: date) -> int:
    return max((term.start - on).days, (on - term.end).days, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """One way to write an entry's name, and how it names it."""

    text: str
    how: str
    entry: int


Registry = tuple[list[ActorEntry], list[Alias]]


def read_registry() -> Registry:
    """Every entry and every alias of the data that ships."""
    entries: list[ActorEntry] = []
    aliases: list[Alias] = []
    tables = {
        name: tomllib.loads(
            resources.files(__package__).joinpath(f"data/actors/{name}.toml").read_text("utf-8")
        )
        for name in ("states", "groups", "bodies", "people")
    }
    _people(tables["people"], entries, aliases)
    _states(tables["states"], entries, aliases)
    _coded(tables["groups"]["rows"], "group", entries, aliases)
    for kind, rows in tables["bodies"].items():
        _coded(rows, kind, entries, aliases)
    return entries, aliases


def _rows(table: str) -> Iterator[list[str]]:
    for line in table.splitlines():
        if line.strip():
            yield [cell.strip() for cell in line.split("|")]


def spellings(names: str) -> list[str]:
    """The names in a cell: parted by ";", with {a,b} written out."""
    out: list[str] = []
    for name in names.split(";"):
        parts = re.split(r"\{([^}]*)\}", name.strip())
        choices = [part.split(",") if at % 2 else [part] for at, part in enumerate(parts)]
        out.extend(text for text in map("".join, product(*choices)) if text)
    return out


def _always(code: str) -> tuple[Term, ...]:
    return (Term(office="", code=code, start=FIRST, end=LAST),)


def changing(cell: str) -> tuple[Term, ...]:
    """Terms of a body from "A" or "A < day < B < day < C"."""
    parts = [part.strip() for part in cell.split("<")]
    days = [date.fromisoformat(day) for day in parts[1::2]]
    starts = [FIRST, *days]
    ends = [*(date.fromordinal(day.toordinal() - 1) for day in days), LAST]
    return tuple(
        Term(office="", code=code, start=start, end=end)
        for code, start, end in zip(parts[::2], starts, ends, strict=True)
    )


def _coded(table: str, kind: str, entries: list[ActorEntry], aliases: list[Alias]) -> None:
    for names, cell in _rows(table):
        texts = spellings(names)
        terms = changing(cell)
        entries.append(
            ActorEntry(name=texts[0], kind=KINDS[kind], country=terms[-1].code.split(".")[0], terms=terms)
        )
        aliases.extend(Alias(text=text, how=HOW[kind], entry=len(entries) - 1) for text in texts)


OTHER = "other"
"""How of a name that is no actor and hides the names inside it ("Gulf of Oman")."""

KINDS = {
    "group": "group", "forces": "force", "intelligence": "agency", "parliaments": "parliament",
    "courts": "court", "ministries": "ministry", "parties": "party", "igos": "igo", "ngos": "ngo",
    "media": "media", "business": "business",
}  # fmt: skip
HOW = dict.fromkeys(KINDS, "body") | {"group": "group", "forces": "force", "media": "media"}


def _states(tables: dict[str, str], entries: list[ActorEntry], aliases: list[Alias]) -> None:
    at: dict[str, int] = {}
    for iso, names, adjectives, plurals, capitals in _rows(tables["rows"]):
        entries.append(
            ActorEntry(name=COUNTRIES[iso], kind="state", country=iso, terms=_always(f"{iso}.GOV"))
        )
        at[iso] = len(entries) - 1
        for how, cell in (("name", names), ("adjective", f"{adjectives};{plurals}"), ("metonym", capitals)):
            aliases.extend(Alias(text=text, how=how, entry=at[iso]) for text in spellings(cell))
    for names, iso in _rows(tables["peoples"]):
        texts = spellings(names)
        entries.append(ActorEntry(name=texts[0], kind="people", country=iso, terms=_always(f"{iso}.GOV")))
        aliases.extend(Alias(text=text, how="adjective", entry=len(entries) - 1) for text in texts)
    for row in tables["others"].splitlines():
        texts = spellings(row)
        entries.extend(
            ActorEntry(name=text, kind="other", country="UNK", terms=_always("UNK.UNK")) for text in texts
        )
        first = len(entries) - len(texts)
        aliases.extend(Alias(text=text, how=OTHER, entry=first + at) for at, text in enumerate(texts))
    for names, code in _rows(tables["metonyms"]):
        texts = spellings(names)
        entries.append(ActorEntry(name=texts[0], kind="seat", country=code[:3], terms=_always(code)))
        aliases.extend(Alias(text=text, how="body", entry=len(entries) - 1) for text in texts)


def _people(tables: dict[str, str], entries: list[ActorEntry], aliases: list[Alias]) -> None:
    """Rows `sector[/slug] | office | names | gender | from..to, from..to`; the same first name again is the
    same person in another office; "/" parts people who share a row. A last name that is not the last word is marked with "~"."""
    for country, table in tables.items():
        terms: dict[str, list[Term]] = {}
        facts: dict[str, tuple[list[str], str]] = {}
        for sector, office, names, gender, days in _rows(table):
            code = sector if "." in sector else f"{country}.{sector}"
            people = names.split(" / ")
            if len(people) > 1:
                office += SHARED
            for person in people:
                name = person.split(";")[0].strip()
                terms.setdefault(name, []).extend(_terms(office, code, days))
                facts.setdefault(name, ([], gender))[0].extend(spellings(person))
        _succeed(terms)
        for name, (texts, gender) in facts.items():
            _person(country, name, texts, gender, terms[name], entries, aliases)


def _succeed(terms: dict[str, list[Term]]) -> None:
    """Ends each term on the day before another person's next term in the same office, if it would run into it."""
    by_office: dict[tuple[str, str], list[tuple[date, str]]] = {}
    for name, held in terms.items():
        for term in held:
            by_office.setdefault((term.office, term.code), []).append((term.start, name))
    for name, held in terms.items():
        for at, term in enumerate(held):
            others = by_office[term.office, term.code]
            following = [day for day, who in others if who != name and term.start < day <= term.end]
            if following:
                held[at] = replace(term, end=date.fromordinal(min(following).toordinal() - 1))


def _person(
    country: str, name: str, texts: list[str], gender: str, terms: list[Term], entries: list[ActorEntry], aliases: list[Alias]
) -> None:  # fmt: skip
    marked = [text[1:] for text in texts if text.startswith("~")]
    entries.append(
        ActorEntry(
            name=name,
            kind="person",
            country=country,
            terms=tuple(sorted(terms, key=lambda t: t.start)),
            gender=gender,
            last=marked[0] if marked else name.split()[-1],
        )
    )
    plain = dict.fromkeys(text for text in texts if not text.startswith("~"))
    aliases.extend(Alias(text=text, how="person", entry=len(entries) - 1) for text in plain)


SHARED = " (one of several)"
"""Ends the name of an office that several people hold at one time."""


def _terms(office: str, code: str, days: str) -> Iterator[Term]:
    for run in days.split(","):
        start, _, end = run.strip().partition("..")
        yield Term(
            office=office,
            code=code,
            start=_day(start, FIRST, last=False),
            end=_day(end, LAST, last=True),
            exact=start.count("-") == 2 and end.count("-") != 1 and SHARED not in office,
        )


def _day(text: str, default: date, *, last: bool) -> date:
    """A day; of a bare year or month the first or the last day."""
    if not text:
        return default
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    if not month:
        return date(year, 12, 31) if last else date(year, 1, 1)
    if day:
        return date(year, month, day)
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1) if last else date(year, month, 1)
