"""Who is who: states, bodies, armed groups, outlets and office-holders, found in text and coded for a day.

`load_actors()` gives the registry that ships; `Actors.find` finds every name in a text. A hit tells how it names its
actor: "name" of a state, its "adjective", a "metonym" (a capital; whether it acts is for the syntax to say), a
"body", "force", "group", "media" or "person".
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sarhad.codebook.actors import is_code
from sarhad.errors import TheatreError
from sarhad.knowledge.actors_load import OTHER, ActorEntry, Alias, Term, changing, read_registry
from sarhad.knowledge.actors_offices import OFFICE_BEFORE, office_matches
from sarhad.knowledge.actors_trie import Trie, fold
from sarhad.records import Span

__all__ = ["ActorEntry", "Actors", "Hit", "Term", "Window", "load_actors"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A name found in a text: half-open offsets, whose it is, how it names them, and their code on the day asked."""

    start: int
    end: int
    text: str
    entry: ActorEntry
    how: str
    code: str

    @property
    def name(self) -> str:
        """The registry's name; of a row that lists several bodies under one code ("IRNA; Tasnim; Fars"), the one meant."""
        several = self.how in ("body", "force", "media") and "/" not in self.code
        return self.text if several and not _same_body(self.text, self.entry.name) else self.entry.name


def _same_body(told: str, listed: str) -> bool:
    """One inside the other, or its initials: "Revolutionary Guard", "IRGC"."""
    a, b = told.casefold(), listed.casefold()
    initials = {"".join(w[0] for w in x.split() if w[0].isupper()) for x in (told, listed)}
    return a in b or b in a or bool({told, listed} & initials)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A person named together with an office: the text was written about days within `start`..`end`."""

    person: str
    office: str
    start: date
    end: date
    span: Span


class Actors:
    """The registry. Immutable; `with_theatre` gives a wider one."""

    __slots__ = ("_adjectives", "_aliases", "_by_last", "_entries", "_holders", "_people", "_trie")

    def __init__(self, entries: Sequence[ActorEntry], aliases: Sequence[Alias]) -> None:
        self._entries = tuple(entries)
        self._aliases = tuple(aliases)
        self._trie = Trie((alias.text, at) for at, alias in enumerate(self._aliases))
        self._adjectives = {
            alias.text: self._entries[alias.entry].country for alias in aliases if alias.how == "adjective"
        }
        self._holders: dict[tuple[str, str], list[tuple[Term, ActorEntry]]] = {}
        self._people: dict[str, ActorEntry] = {}
        self._by_last: dict[str, list[ActorEntry]] = {}
        for entry in self._entries:
            if entry.kind == "person":
                self._people[entry.name] = entry
                self._by_last.setdefault(entry.last, []).append(entry)
                for term in entry.terms:
                    self._holders.setdefault((entry.country, term.office), []).append((term, entry))

    @property
    def entries(self) -> tuple[ActorEntry, ...]:
        """Every actor known."""
        return self._entries

    def find(self, text: str, on: date | None = None) -> list[Hit]:
        """Every name in the text, longest first from the left, none overlapping, coded for the day."""
        hits = (self._hit(text, start, end, found, on) for start, end, found in self._trie.scan(fold(text)))
        return [hit for hit in hits if hit.how != OTHER]

    def _hit(self, text: str, start: int, end: int, found: tuple[int, ...], on: date | None) -> Hit:
        alias = self._aliases[found[0] if len(found) == 1 else self._best(found, on)]
        if alias.text.endswith(".") and text[end : end + 1] == ".":
            end += 1
        entry = self._entries[alias.entry]
        return Hit(
            start=start,
            end=end,
            text=text[start:end],
            entry=entry,
            how=alias.how,
            code=entry.code(on).replace("*", "UNK"),
        )

    def _best(self, found: tuple[int, ...], on: date | None) -> int:
        """Of several actors with one name the one in office on that day, else the first registered."""
        for at in found:
            entry = self._entries[self._aliases[at].entry]
            if on and entry.kind == "person" and any(t.start <= on <= t.end for t in entry.terms):
                return at
        return found[0]

    def holder(self, country: str, office: str, on: date) -> ActorEntry | None:
        """Who held an office that day: `holder("IRN", "president", date(2024, 1, 1))`."""
        for term, entry in self._holders.get((country, office), ()):
            if term.start <= on <= term.end:
                return entry
        return None

    def offices(self) -> Iterator[tuple[str, str]]:
        """Every (country, office) with a known holder."""
        return iter(self._holders)

    def holders(self, country: str, office: str) -> tuple[tuple[Term, ActorEntry], ...]:
        """Every known holder of an office, by the start of the term."""
        return tuple(sorted(self._holders.get((country, office), ()), key=lambda pair: pair[0].start))

    def terms(self, person: str) -> tuple[Term, ...]:
        """Every known term of a person by their registered name; empty for a stranger."""
        entry = self._people.get(person)
        return entry.terms if entry else ()

    def country_of_adjective(self, word: str) -> str | None:
        """`country_of_adjective("Iranian") == "IRN"`; None for any other word."""
        country = self._adjectives.get(word)
        return None if country == "UNK" else country

    def with_theatre(self, extra: Mapping[str, str]) -> "Actors":
        """A registry that also knows `extra`: names to codes ("A < day < B" where a code changes). They win."""
        entries, aliases = list(self._entries), []
        for name, cell in extra.items():
            entries.append(_extra(name, cell))
            aliases.append(Alias(text=name, how=_extra_how(entries[-1]), entry=len(entries) - 1))
        return Actors(entries, [*aliases, *self._aliases])

    def told_office(self, text: str, hit: Hit) -> Term | None:
        """The latest term of the office that the words before a person's name give them; None when they give none,
        or a former one."""
        title = OFFICE_BEFORE.search(text, max(0, hit.start - 70), hit.start)
        if title is None or title["gone"]:
            return None
        held = [term for term in hit.entry.terms if office_matches(term.office, title["office"])]
        return held[-1] if held else None

    def called(self, last: str, country: str, on: date | None) -> ActorEntry | None:
        """The one person of a country in office that day with this last name; None for none or several."""
        held = [
            entry
            for entry in self._by_last.get(last, ())
            if entry.country == country and (on is None or any(t.start <= on <= t.end for t in entry.terms))
        ]
        return held[0] if len(held) == 1 else None

    def windows(self, text: str, hits: Iterable[Hit] | None = None) -> list[Window]:
        """People named with an office they once held, and when they held it: what a text says of its own date.
        Former, late and coming holders say nothing and are left out."""
        out: list[Window] = []
        for hit in self.find(text) if hits is None else hits:
            title = (
                OFFICE_BEFORE.search(text, max(0, hit.start - 70), hit.start) if hit.how == "person" else None
            )
            if title is None or title["gone"]:
                continue
            out.extend(
                Window(
                    person=hit.entry.name,
                    office=term.office,
                    start=term.start,
                    end=term.end,
                    span=Span(start=title.start("office"), end=hit.end),
                )
                for term in hit.entry.terms
                if term.exact and office_matches(term.office, title["office"])
            )
        return out


def _extra(name: str, cell: str) -> ActorEntry:
    terms = changing(cell)
    for term in terms:
        if not is_code(term.code):
            raise TheatreError(
                f"{name}: {term.code!r} is no actor code; write it like PAK.GOV or PAK.REB/ttp"
            )
    return ActorEntry(name=name, kind="extra", country=terms[-1].code[:3], terms=terms)


def _extra_how(entry: ActorEntry) -> str:
    sector = entry.terms[-1].code[4:7]
    return {"REB": "group", "MIL": "force", "COP": "force", "MED": "media"}.get(sector, "body")


@cache
def load_actors() -> Actors:
    """The registry that ships with Sarhad, read once."""
    return Actors(*read_registry())
