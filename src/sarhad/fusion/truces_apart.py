"""Where one ceasefire of a pair ends and the next begins: by long silence, and by an agreement of its own day after an end or "anew"."""

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta

from sarhad.codebook import CeasefirePhase
from sarhad.fusion.gathering import LATEST, Gathering
from sarhad.fusion.truces_whose import ANEW, made_on, next_made
from sarhad.records import Statement

SILENCE = 270
"""Days without any report after which the same parties' next ceasefire is another one."""
WEEK = timedelta(days=7)
"""A "new" truce so soon after the other may be the other's terms told anew."""
OPEN = (CeasefirePhase.CALLED_FOR, CeasefirePhase.OFFERED, CeasefirePhase.TALKS, CeasefirePhase.TALKS_FAILED)
_OVER = (CeasefirePhase.ENDED, CeasefirePhase.COLLAPSED)
_MADE = (CeasefirePhase.AGREED, CeasefirePhase.IN_EFFECT)
_AGAIN = re.compile(
    r"\b(?:renew|resum|restor|reinstat|revive|reaffirm|recommit|return|uphold|extend|prolong|expand|consolidat|maintain|keep)\w*\b",
    re.I,
)
Order = tuple[str, str, int]


def order(s: Statement, gathering: Gathering) -> Order:
    """In order of the days told, else of publication; then by document and place in it."""
    return gathering.when(s).isoformat(), s.document_id, s.evidence.span.start


def apart(told: Sequence[Statement], gathering: Gathering) -> list[list[Statement]]:
    """Threads of one pair; what has no day joins the pair's last thread."""
    dated = [s for s in told if gathering.when(s) < LATEST]
    out: list[list[Statement]] = []
    for s in sorted(dated, key=lambda s: _in_order(s, dated, gathering)):
        if not out or (gathering.when(s) - gathering.when(out[-1][-1])).days > SILENCE:
            out.append([s])
        elif _begins(s, out[-1], gathering):
            kept, ahead = _parted(out[-1])
            out[-1] = kept
            out.append([*ahead, s])
        else:
            out[-1].append(s)
    undated = [s for s in told if gathering.when(s) == LATEST]
    return [*out[:-1], [*undated, *out[-1]]] if out else [undated] if undated else []


def _in_order(s: Statement, told: Sequence[Statement], gathering: Gathering) -> Order:
    """ "After the last truce fell apart", told when the next was agreed: before the next."""
    following = next_made(s, told, gathering) if _is_over(s) else None
    return (following.isoformat(), "", -1) if following is not None else order(s, gathering)


def _begins(s: Statement, thread: Iterable[Statement], gathering: Gathering) -> bool:
    """Whether `s` tells a ceasefire agreed on its own day after the thread's was over, or one that it calls new."""
    day = made_on(s)
    if day is None or _AGAIN.search(s.evidence.quote):
        return False
    before = [t for t in thread if (m := made_on(t)) is None or m < day]
    if any(_is_over(t) and (t.time is None or t.time.start < day) for t in before):
        return any(_stands(t) for t in before)
    dated = [m for t in before if (m := made_on(t)) is not None]
    return bool(dated) and day - max(dated) > WEEK and ANEW.search(s.evidence.quote) is not None


def _parted(thread: Sequence[Statement]) -> tuple[list[Statement], list[Statement]]:
    """The thread up to its end, with breaches told after it; calls, offers and talks since then lead to the next."""
    made = [n for n, t in enumerate(thread) if made_on(t) is not None]
    ends = [n for n, t in enumerate(thread) if _is_over(t) and (not made or n > made[-1])]
    over = ends[0] if ends else len(thread) - 1
    ahead = [t for t in thread[over + 1 :] if t.ceasefire and t.ceasefire.phase in OPEN]
    return [t for t in thread if t not in ahead], ahead


def _stands(s: Statement) -> bool:
    return s.ceasefire is not None and s.ceasefire.phase in _MADE and s.plain


def _is_over(s: Statement) -> bool:
    return s.ceasefire is not None and s.ceasefire.phase in _OVER and s.plain


def nearest(s: Statement, threads: Sequence[Sequence[Statement]], gathering: Gathering) -> int | None:
    """Of a pair's threads the last that had begun when `s` was told, else the first; None where all are far from it in time."""
    when = gathering.when(s)
    near = [
        n
        for n, told in enumerate(threads)
        if any(abs((gathering.when(t) - when).days) <= SILENCE for t in told)
    ]
    begun = [n for n in near if any(gathering.when(t) <= when for t in threads[n])]
    found = begun or near[:1]
    return found[-1] if found else None
