"""Works told to stand still, with the undertakings that they hold up.

"Work on the pipeline has stalled" names nobody, and "work on the Pakistani section" one of two: the standing thing says whose promise
it is. Where one undertaking of the thing was told before, the stall is a step of it; where none was, the stall stands by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sarhad.codebook import CommitmentStatus, Course, Stance
from sarhad.fusion.courses import blockers_of, carried_on, when_told
from sarhad.fusion.gathering import UNDATED, Gathering
from sarhad.fusion.sides import countries
from sarhad.fusion.vows import EMPTY
from sarhad.fusion.words import content
from sarhad.records import Blocker, Commitment, Standing, Statement, Step, stable_id

NOTE = "told of the same work"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The commitments with the stalls of their works, and those of which nobody knows a promise."""

    commitments: tuple[Commitment, ...]
    things: tuple[Standing, ...]


def with_stalls(promised: Sequence[Commitment], things: Sequence[Standing], gathering: Gathering) -> Held:
    """Each stall with the undertaking it holds up."""
    known = {c.id: c for c in promised}
    goes: dict[str, str] = {}
    for thing in things:
        own = [known[n] for n in thing.commitments if n in known]
        for c in filter(_only_stalled, own):
            host = _host(c, [o for o in own if o.id != c.id])
            if host is not None:
                goes.setdefault(c.id, host.id)
    told_of = _by_word(promised)
    for c in filter(_only_stalled, promised):
        host = None if c.id in goes else _host(c, _of_the_same_work(c, told_of))
        if host is not None:
            goes[c.id] = host.id
    for gone, into in goes.items():
        known[into] = _joined(
            known[into], [replace(h, note=NOTE) for h in known[gone].history], known[gone].blockers
        )
    kept = [known[c.id] for c in promised if c.id not in goes]
    nobodys = _of_nobody(gathering, {h.anchor for c in kept for h in c.history})
    return _placed(kept, nobodys, things, goes, gathering)


def _placed(
    kept: Sequence[Commitment],
    nobodys: Sequence[Statement],
    things: Sequence[Standing],
    goes: Mapping[str, str],
    gathering: Gathering,
) -> Held:
    """The stalls of nobody told, each with the last undertaking of its thing, else by itself."""
    known = {c.id: c for c in kept}
    thing_of = {r.statement.anchor: n for n, t in enumerate(things) for r in t.reports}
    own = [list(dict.fromkeys(goes.get(c, c) for c in t.commitments)) for t in things]
    for s in nobodys:
        n = thing_of.get(s.anchor)
        steps = [_step(s, gathering)]
        blockers = list(blockers_of(s, gathering))
        hosts = [known[c] for c in own[n] if c in known] if n is not None else []
        host = _latest(steps[0], hosts)
        if host is None:
            name = stable_id("k", s.anchor) if n is None else stable_id("k", "stalled", things[n].id)
            host = known.get(name) or _alone(name, s)
            if n is not None and name not in own[n]:
                own[n].append(name)
        known[host.id] = _joined(host, steps, blockers)
    told = tuple(replace(t, commitments=tuple(c)) for t, c in zip(things, own, strict=True))
    return Held(commitments=tuple(known.values()), things=told)


def _only_stalled(c: Commitment) -> bool:
    return all(h.label == CommitmentStatus.STALLED for h in c.history)


def _host(c: Commitment, others: Sequence[Commitment]) -> Commitment | None:
    """The last undertaking of the thing that was told before, by or toward parties among whom those of the stall are."""
    mine = countries(c.by)
    of = [o for o in others if mine and mine <= countries((*o.by, *o.toward)) and not _only_stalled(o)]
    return _latest(c.history[0], of)


def _by_word(promised: Iterable[Commitment]) -> Mapping[str, Sequence[Commitment]]:
    """The commitments by each word of their object: of thousands few share one."""
    found: dict[str, list[Commitment]] = {}
    for c in promised:
        for word in content(c.object) - EMPTY:
            found.setdefault(word, []).append(c)
    return found


def _of_the_same_work(stalled: Commitment, told_of: Mapping[str, Sequence[Commitment]]) -> list[Commitment]:
    """ "The trade corridor" of "open a trade corridor through Dawki": a work without a name of its own, told in the same words."""
    words = content(stalled.object) - EMPTY
    fewest = min((told_of[w] for w in words), key=len, default=())
    return [o for o in fewest if words <= content(o.object)]


def _latest(step: Step, hosts: Sequence[Commitment]) -> Commitment | None:
    """The one last told of before the step; a stall of old that is recalled on the page of a new promise is before it."""
    before = [
        (h.published or UNDATED, c.id, c)
        for c in hosts
        for h in c.history[:1]
        if when_told(h) < when_told(step)
    ]
    return max(before, key=lambda row: row[:2])[2] if before else None


def _of_nobody(gathering: Gathering, known: set[str]) -> list[Statement]:
    """Stalls of which no party is told, in order of publication."""
    found = (
        s
        for s in gathering.told()
        if s.commitment is not None
        and s.commitment.status is CommitmentStatus.STALLED
        and not s.actors
        and s.stance in (Stance.ASSERTS, Stance.ALLEGES)
        and s.anchor not in known
    )
    return sorted(found, key=lambda s: (gathering.printed(s) or UNDATED, s.document_id, s.evidence.span))


def _step(s: Statement, gathering: Gathering) -> Step:
    step = gathering.step(
        s, CommitmentStatus.STALLED.value, note=NOTE, unsure=s.anchor not in gathering.by_anchor
    )
    return replace(step, course=Course.STALLED)


def _alone(name: str, s: Statement) -> Commitment:
    """A stall of which no promise is known."""
    return Commitment(
        id=name,
        object=s.commitment.object if s.commitment else s.evidence.quote,
        by=(),
        toward=(),
        status=CommitmentStatus.STALLED,
        history=(),
        witnesses=0,
        course=Course.STALLED,
    )


def _joined(c: Commitment, steps: Sequence[Step], blockers: Sequence[Blocker]) -> Commitment:
    """The history with these stalls; the newest sure step says how it stands."""
    history, sure, stands = carried_on(c, steps)
    told = (sure or history)[-1].published
    whole = replace(c, history=history, blockers=(*c.blockers, *blockers))
    if stands not in steps:
        return replace(whole, silent_since=c.silent_since and told)
    return replace(
        whole,
        status=CommitmentStatus.STALLED,
        course=Course.STALLED,
        blocker=blockers[-1].what if blockers else c.blocker,
        silent_since=told,
    )
