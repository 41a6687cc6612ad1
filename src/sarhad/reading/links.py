"""Which statement speaks about which: an accusation and its content, a denial and what it denies."""

from collections.abc import Sequence

from sarhad.codebook import EventType, Stance
from sarhad.reading.draft import Draft

_SPEAKING = frozenset((EventType.ACCUSE, EventType.REJECT))
_KEPT_SILENT = frozenset((EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE))
"""What one is asked about and does not comment on; talks and threats are not kept silent."""
_NEAR = 220
"""A denial answers what was told at most this many tokens before it."""


def about(drafts: Sequence[Draft]) -> dict[int, int]:
    """Index of each verbal act to the index of the act it speaks about."""
    out: dict[int, int] = {}
    for i, draft in enumerate(drafts):
        target = _content(i, draft, drafts) if draft.type in _SPEAKING else None
        if target is None and (draft.type is EventType.REJECT or draft.coded_by == "silence"):
            target = _answered(i, draft, drafts)
        if target is not None:
            out[i] = target
    return out


def _content(i: int, draft: Draft, drafts: Sequence[Draft]) -> int | None:
    if draft.content is None:
        return None
    low, high = draft.content
    inside = [
        j for j, d in enumerate(drafts) if j != i and low <= d.token.i < high and d.token.i != draft.token.i
    ]
    material = [j for j in inside if drafts[j].type not in (EventType.ACCUSE, EventType.CONSULT)]
    chosen = material or inside
    return chosen[0] if chosen else None


def _answered(i: int, draft: Draft, drafts: Sequence[Draft]) -> int | None:
    """The nearest allegation before it in which the one who denies is named as the doer; else the nearest act of its."""
    who = {a.code for a in draft.actors}
    countries = {c.split(".")[0] for c in who}
    before = [
        (abs(draft.token.i - d.token.i), j)
        for j, d in enumerate(drafts)
        if j != i and abs(draft.token.i - d.token.i) <= _NEAR and d.type not in _SPEAKING and d.stance is not Stance.NEITHER
        and (d.type in _KEPT_SILENT or draft.coded_by != "silence")
        and countries & {a.code.split(".")[0] for a in d.actors}
    ]  # fmt: skip
    alleged = [(n, j) for n, j in before if drafts[j].stance is Stance.ALLEGES]
    chosen = min(alleged, default=None) or (
        min(before, default=None) if draft.stance is Stance.NEITHER else None
    )
    return chosen[1] if chosen else None
