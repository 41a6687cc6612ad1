"""Charges between parties, and the denials that answer one, wherever they are told: what disputes and accusations are threaded from."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from sarhad.codebook import Auxiliary, EventType, Manner, Stance
from sarhad.fusion.charges_words import DENIES, EMPTY
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.sides import side, vague
from sarhad.fusion.words import content
from sarhad.records import Actor, Evidence, Position, Statement

CAPITALS = re.compile(r"\b[A-Z][\w’'-]*")
OTHER_MODES = ("disapprove", "investigate")
"""To condemn is not to charge with a deed, and a court is answered in court."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """One party's charge against another, or (`denial`) the other's word against it, as one statement tells it."""

    statement: Statement
    accusers: frozenset[str]
    accused: frozenset[str]
    denial: bool
    published: date | None
    words: frozenset[str]
    positions: tuple[Position, ...]

    @property
    def document_id(self) -> str:
        return self.statement.document_id


def charges(gathering: Gathering) -> list[Charge]:
    """Every sure charge and denial between two named parties, in order of publication."""
    return [c for s in gathering.statements for c in _charge(s, gathering)]


def _charge(s: Statement, gathering: Gathering) -> Iterator[Charge]:
    if s.aux not in (None, Auxiliary.HISTORICAL) or s.stance not in (Stance.ASSERTS, Stance.DENIES):
        return
    accuses = s.type is EventType.ACCUSE and s.mode not in OTHER_MODES and s.stance is Stance.ASSERTS
    charged = accuses and _CHARGES.search(s.evidence.quote) is not None
    denied = s.type is EventType.REJECT and DENIES.search(s.evidence.quote) is not None
    by, of = _named(s.actors), _named(s.recipients)
    if not (charged or denied) or not by or not of or by & of:
        return
    told = gathering.by_anchor.get(s.about or "")
    text = f"{s.evidence.quote} {told.evidence.quote if told else ''}"
    manner, stance = (Manner.DENIES, Stance.DENIES) if denied else (Manner.ALLEGES, Stance.ALLEGES)
    codes = dict.fromkeys(a.code for a in s.actors if not vague(a.code))
    yield Charge(
        statement=s,
        accusers=of if denied else by,
        accused=by if denied else of,
        denial=denied,
        published=gathering.published(s),
        words=content(CAPITALS.sub(" ", text)) - EMPTY,
        positions=tuple(
            position(code, stance, manner, s.evidence, gathering, anchor=s.anchor) for code in codes
        ),
    )


_CHARGES = re.compile(
    r"\b(?:accus|blam|alleg)\w*|\bcharg(?:es|ed|ing)\b|\bresponsible\b|\bresponsibility\b|\bpoint\w* (?:the|a) finger\b|\bfault\w*",
    re.I,
)
"""Words of a charge: to warn of something is to charge nobody."""


def _named(actors: tuple[Actor, ...]) -> frozenset[str]:
    return frozenset(side(a.code) for a in actors if not vague(a.code))


def position(
    speaker: str,
    stance: Stance,
    manner: Manner,
    evidence: Evidence,
    gathering: Gathering,
    *,
    anchor: str | None = None,
) -> Position:
    """Where a speaker stands by one sentence."""
    document = gathering.documents[evidence.document_id]
    return Position(
        speaker=speaker,
        stance=stance,
        evidence=evidence,
        published=document.published.date,
        family=gathering.family_of[document.id],
        manner=manner,
        anchor=anchor,
    )


def newest(gathering: Gathering) -> date | None:
    """The last day of which there is a page: nothing is known of later ones."""
    days = (r.document.published.start for r in gathering.readings)
    return max((d for d in days if d), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """On which days a page tells of a side: only where it tells of both could one have answered the other."""

    pages: Mapping[str, Mapping[str, date]]
    known: dict[tuple[frozenset[str], frozenset[str]], date | None] = field(default_factory=dict)

    def last_of(self, one: Collection[str], other: Collection[str]) -> date | None:
        """The last day of which a page tells of a side among `one` and of a side among `other`."""
        key = frozenset(one), frozenset(other)
        if key not in self.known:
            self.known[key] = self._last(*key)
        return self.known[key]

    def _last(self, one: Collection[str], other: Collection[str]) -> date | None:
        days = [
            first[page]
            for a in one
            for b in other
            for first, second in [(self.pages.get(a, {}), self.pages.get(b, {}))]
            for page in first.keys() & second.keys()
        ]
        return max(days, default=None)

    def silence(self, since: str | None, one: Collection[str], other: Collection[str]) -> int | None:
        """Days from `since` to that day; None where a day is not known to the day."""
        last = self.last_of(one, other)
        known = since is not None and len(since) == DAY_PRINTED and last is not None
        return max(0, (last - date.fromisoformat(since)).days) if known and last and since else None


DAY_PRINTED = len("2025-10-11")


def presence(gathering: Gathering) -> Presence:
    """Whom each page tells of, by its sure statements."""
    pages: dict[str, dict[str, date]] = {}
    for s in gathering.statements:
        day = gathering.published(s)
        for a in (*s.actors, *s.recipients, *([s.speaker] if s.speaker else ())):
            if day is not None and not vague(a.code):
                pages.setdefault(side(a.code), {})[s.document_id] = day
    return Presence(pages=pages)
