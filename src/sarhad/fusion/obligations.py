"""Standing obligations: what a state owes its neighbours without a new promise, and who says that it keeps or breaks it.

One is told of on every border: that armed groups may not use a state's soil against another. A charge of harbouring them says that it is
broken, the denial that it is kept; both are a party's word. They stand in the history as such and move no status.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from sarhad.codebook import Auxiliary, CommitmentStatus, EventType, Stance
from sarhad.codebook.actors import sector_of
from sarhad.fusion.gathering import LATEST, Gathering
from sarhad.fusion.sides import country
from sarhad.fusion.subjects import subjects
from sarhad.records import Actor, Commitment, Statement, Step, stable_id

SOIL = "keep armed groups from using its soil against others"
CHARGES = (EventType.ACCUSE, EventType.REQUEST)
NOT_YET = (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL)
_GROUPS = re.compile(
    r"\b(?:militan|terror|insurgen|rebel|separatis|extremis|jihadis)\w*|\barmed groups?\b|\bfighters\b|\bTaliban\b|\bTehree[kc]\b",
    re.I,
)
STATE = frozenset(("GOV", "MIL", "UNK", "COP", "SPY"))


def obligations(gathering: Gathering) -> list[Commitment]:
    """The soil of each state of which it is said that armed groups use it, with who says and who denies so."""
    told: dict[str, list[tuple[Statement, CommitmentStatus, str]]] = {}
    for s in sorted(gathering.told(), key=lambda s: _order(s, gathering)):
        for land, label, note in _steps(s):
            told.setdefault(land, []).append((s, label, note))
    return [_commitment(land, steps, gathering) for land, steps in sorted(told.items()) if _charged(steps)]


def _charged(steps: list[tuple[Statement, CommitmentStatus, str]]) -> bool:
    """A denial alone answers nothing that is told."""
    return any(label is CommitmentStatus.BROKEN for _, label, _ in steps)


def _order(s: Statement, gathering: Gathering) -> tuple[object, ...]:
    return gathering.published(s) or LATEST, s.document_id, s.evidence.span, s.anchor


def _steps(s: Statement) -> Iterator[tuple[str, CommitmentStatus, str]]:
    """Whose obligation the statement speaks of, and how."""
    quote = s.evidence.quote
    if s.type not in (*CHARGES, EventType.REJECT, EventType.COERCE) or s.aux in NOT_YET:
        return
    if _GROUPS.search(quote) is None or "soil" not in subjects(quote):
        return
    if s.type in CHARGES and s.stance is Stance.ASSERTS and s.aux is not Auxiliary.NEGATION:
        accusers = {country(a.code) for a in s.actors}
        yield from (
            (land, CommitmentStatus.BROKEN, "alleged")
            for land in _states(s.recipients)
            if land not in accusers
        )
    elif s.type is EventType.REJECT:
        yield from ((land, CommitmentStatus.KEPT, "denied that it is broken") for land in _states(s.actors))
    elif s.type is EventType.COERCE and s.aux is Auxiliary.NEGATION:
        yield from ((land, CommitmentStatus.BROKEN, "told as not acting") for land in _states(s.actors))


def _states(actors: tuple[Actor, ...]) -> list[str]:
    lands = (country(a.code) for a in actors if sector_of(a.code) in STATE)
    return list(dict.fromkeys(land for land in lands if land))


def _commitment(
    land: str, told: list[tuple[Statement, CommitmentStatus, str]], gathering: Gathering
) -> Commitment:
    return Commitment(
        id=stable_id("k", "soil", land),
        object=SOIL,
        by=(f"{land}.GOV",),
        toward=(),
        status=CommitmentStatus.PLEDGED,
        history=tuple(_step(s, label, note, gathering) for s, label, note in told),
        silent_since=gathering.printed(told[-1][0]),
        witnesses=0,
    )


def _step(s: Statement, label: CommitmentStatus, note: str, gathering: Gathering) -> Step:
    speaker = s.speaker or next(iter(s.actors), None)
    step = gathering.step(s, label.value, note=note, unsure=True)
    return replace(step, speaker=speaker.code if speaker else None)
