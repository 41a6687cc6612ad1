"""Which statement speaks about which: an accusation and its content, a denial and what it denies."""

from collections.abc import Sequence

from sarhad.codebook import EventType, Stance
from sarhad.reading.draft import Draft
from sarhad.records import Actor

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
        if (
            target is None
            and not draft.hollow
            and (draft.type is EventType.REJECT or draft.coded_by == "silence")
        ):
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
    sides = {_side(a) for a in draft.actors}
    before = [
        (abs(draft.token.i - d.token.i), j)
        for j, d in enumerate(drafts)
        if j != i and abs(draft.token.i - d.token.i) <= _NEAR and d.type not in _SPEAKING and d.stance is not Stance.NEITHER
        and (d.type in _KEPT_SILENT or draft.coded_by != "silence")
        and sides & {_side(a) for a in d.actors}
    ]  # fmt: skip
    alleged = [(n, j) for n, j in before if drafts[j].stance is Stance.ALLEGES]
    chosen = min(alleged, default=None) or (
        min(before, default=None) if draft.stance is Stance.NEITHER else None
    )
    return chosen[1] if chosen else None


def _side(actor: Actor) -> str:
    """Whose deeds one answers for: a state for its forces and offices, an armed group for its own."""
    country, _, sector = actor.code.partition(".")
    return actor.code if sector.split("/")[0] in ("REB", "UAF", "CRM", "OPP") else country


# --- what stands beside


_DEEDS = frozenset(
    (EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.AID, EventType.MOBILIZE)
)
_ANSWERED = frozenset(
    (EventType.REQUEST, EventType.AGREE, EventType.CONSULT, EventType.RETREAT, EventType.COOPERATE)
)
_BESIDE = 45
"""Tokens around a judgement or a refusal within which what it speaks of is told."""


def beside(drafts: Sequence[Draft], links: dict[int, int]) -> dict[int, int]:
    """The links with those of judgements and refusals that name no content of their own: a deed of the same sentence
    or the one before for an accusation, a demand, proposal or meeting for a refusal."""
    out = dict(links)
    for i, draft in enumerate(drafts):
        if i in out or draft.type not in _SPEAKING or _has_content(draft):
            continue
        wanted = _DEEDS if draft.type is EventType.ACCUSE else _DEEDS | _ANSWERED
        near = [
            (_far(draft, other), j)
            for j, other in enumerate(drafts)
            if j != i
            and other.type in wanted
            and other.stance is not Stance.NEITHER
            and _of_one_matter(draft, other)
        ]
        best = min((row for row in near if row[0] <= _BESIDE), default=None)
        if best is not None:
            out[i] = best[1]
    return out


def _has_content(draft: Draft) -> bool:
    """ "Denied that the tax would rise": it says itself what it denies."""
    return draft.type is EventType.REJECT and draft.content is not None


def _far(draft: Draft, other: Draft) -> int:
    """How many tokens away the other stands; in another sentence only what was told before counts."""
    away: int = draft.token.i - other.token.i
    mine, theirs = draft.token.sent, other.token.sent
    if mine.start == theirs.start:
        return abs(away)
    return away + 10 if theirs.end == mine.start else 10 * _BESIDE


def _of_one_matter(draft: Draft, other: Draft) -> bool:
    """Who is blamed or refused is who did or asked it, as far as both are told."""
    meant = {a.code[:3] for a in draft.recipients} - {"UNK"}
    doers = {a.code[:3] for a in other.actors} - {"UNK"}
    return not meant or not doers or bool(meant & doers)
