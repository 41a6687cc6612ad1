"""Why a statement is coded as it is: which pass coded what, what else it might be, and what speaks against it."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.reading.assembly import Press, statements
from sarhad.reading.certainty import Doubt, doubts
from sarhad.reading.draft import Draft
from sarhad.reading.heard import Sight
from sarhad.reading.readable import readable
from sarhad.reading.reader import Work, at_work, coded
from sarhad.records import Document, Statement

if TYPE_CHECKING:
    from sarhad.reading import Tools

SHOWN = ("type", "mode", "aux", "scope", "actors", "recipients", "speaker", "stance", "place", "time", "deaths", "injured", "commitment", "ceasefire")  # fmt: skip
"""Fields whose origin is told."""
RUNNER_UP = 0.05
"""Chance from which another type is worth telling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One statement explained. `parts` says for each field that is filled which pass last set it; `types` are the
    encoder's likeliest types with their chance given that it is an act, `act` the chance that it is one (None where
    the encoder sees nothing); `doubts` what was taken off the confidence; `otherwise` how else it could be read; `kept` the
    statement as the record has it, which an earlier reader may have coded otherwise."""

    statement: Statement
    parts: tuple[tuple[str, str], ...]
    act: float | None
    types: tuple[tuple[EventType, float], ...]
    doubts: tuple[Doubt, ...]
    otherwise: tuple[str, ...]
    kept: Statement | None = None


def explain(document: Document, anchor: str, tools: "Tools", reader: str) -> Explanation | None:
    """The statement of `document` with this anchor, explained; None where this reader does not read it."""
    text = readable(document)
    if not text.passages:
        return None
    work = at_work(document, text, tools)
    origins: dict[tuple[int, int, bool], dict[str, str]] = {}

    def watch(name: str, before: Sequence[Draft], after: Sequence[Draft]) -> None:
        known = {_key(d): d for d in before}
        for draft in after:
            _note(origins.setdefault(_key(draft), {}), name, known.get(_key(draft)), draft)

    found = coded(work, watch)
    press = Press(document, text, work.doc, reader)
    for statement, draft in _paired(found.drafts, found.links, press):
        if statement.anchor == anchor:
            return _explained(statement, draft, origins.get(_key(draft), {}), work)
    return None


def _paired(drafts: Sequence[Draft], links: dict[int, int], press: Press) -> list[tuple[Statement, Draft]]:
    """Each statement with the draft it was made of; of two drafts of one anchor the first."""
    made: dict[str, Draft] = {}
    for draft in drafts:
        made.setdefault(press.anchor(draft), draft)
    return [(s, made[s.anchor]) for s in statements(drafts, links, press)]


def _key(draft: Draft) -> tuple[int, int, bool]:
    return (*draft.words, draft.coded_by == "silence")


def _note(origin: dict[str, str], name: str, before: Draft | None, after: Draft) -> None:
    for field in fields(Draft):
        value = getattr(after, field.name)
        if before is None or value != getattr(before, field.name):
            origin[field.name] = name


def _explained(statement: Statement, draft: Draft, origin: dict[str, str], work: Work) -> Explanation:
    sight = work.ear.at(work.doc, *draft.words)
    types = work.ear.ranked(sight) if sight is not None else ()
    parts = tuple((f, origin.get(f, "")) for f in SHOWN if getattr(draft, f) not in (None, ()))
    return Explanation(
        statement=statement,
        parts=parts,
        act=sight.act if sight is not None else None,
        types=tuple((k, p) for k, p in types[:3] if p >= RUNNER_UP),
        doubts=tuple(sorted(doubts(draft), key=lambda d: -d.weight)),
        otherwise=tuple(_otherwise(draft, sight, work)),
    )


def _otherwise(draft: Draft, sight: Sight | None, work: Work) -> list[str]:
    """Other readings that a person could hold."""
    if work.ear.deaf:
        return []
    if sight is None or sight.act < 0.5:
        return ["the encoder sees no act in these words"]
    out = []
    kind, chance = work.ear.ranked(sight)[0]
    if kind is not draft.type:
        out.append(f"the encoder takes it for {kind.value} ({chance:.0%})")
    for name, now in (("stance", draft.stance.value), ("aux", draft.aux.value if draft.aux else "")):
        label, chance = work.ear.facet(sight, name)
        if label != now:
            told = label or "a plain fact"
            out.append(f"the encoder hears {told} where {now or 'a plain fact'} was coded ({chance:.0%})")
    return out
