"""Charges between parties, and the denials that answer one, wherever they are told: what disputes and accusations are threaded from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sarhad.codebook import Auxiliary, EventType, Manner, Stance
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
    charged = s.type is EventType.ACCUSE and s.mode not in OTHER_MODES and s.stance is Stance.ASSERTS
    denied = s.type is EventType.REJECT and _DENIES.search(s.evidence.quote) is not None
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


_DENIES = re.compile(
    r"\bden(?:y|ie[ds]|ying)\b|\b(?:reject|dismiss|refut|rebuff)\w* (?:[\w’'-]+ ){0,4}(?:alleg|accus|claim|charge|report|assertion|blame)\w*|\bbaseless\b|\bunfounded\b",
    re.I,
)
EMPTY = content(
    "accuse accuses accused accusing blame blamed blames allege alleged alleges charge charges charged claim claims claimed deny denied denies reject "
    "rejected rejects dismiss dismissed allegation allegations accusation accusations government country side officials said"
)
"""Words that fit any charge."""


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
    """The last day of which there is a page: silence cannot be told of later ones."""
    return max(
        (r.document.published.start for r in gathering.readings if r.document.published.start), default=None
    )


def days_of_silence(since: str, gathering: Gathering) -> int | None:
    """From a day to the newest page; None where the day is not known to the day."""
    last = newest(gathering)
    return (last - date.fromisoformat(since)).days if last and len(since) == 10 else None
