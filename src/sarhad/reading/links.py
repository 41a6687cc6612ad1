"""Which statement speaks about which: an accusation and its content, a denial and what it denies."""

from collections.abc import Sequence

from sarhad.codebook import EventType, Stance
from sarhad.reading.draft import Draft
from sarhad.reading.links_answers import KEPT_SILENT, answered, own_sides
from sarhad.reading.links_back import (
    OF_DEEDS,
    heads,
    note,
    points_back,
    wanted,
)
from sarhad.reading.links_judged import charges, pointed, told_before


def about(drafts: Sequence[Draft]) -> dict[int, int]:
    """Index of each verbal act to the index of the act it speaks about."""
    out: dict[int, int] = {}
    for i, draft in enumerate(drafts):
        if draft.type is EventType.ACCUSE and draft.stance is not Stance.NEITHER:
            inside, before = _content(i, draft, drafts), pointed(draft, drafts, out.values())
            again = told_before(inside, drafts)
            note(out, i, *((inside, before) if charges(draft) else (before, again, inside)))
    for i, draft in enumerate(drafts):
        if draft.stance is Stance.NEITHER:
            again = _silent_before(i, draft, drafts, out) if not heads(draft) else None
            note(out, i, again, answered(i, draft, drafts, out.values()))
        elif draft.type is EventType.REJECT:
            answer = None if _tells_nothing(draft) else answered(i, draft, drafts, out.values())
            told = _content(i, draft, drafts)
            first = draft.content is None or told is None or _charged_before(drafts, answer)
            note(out, i, *((answer, told) if first else (told, answer)))
        elif draft.stance is Stance.DENIES and draft.type in KEPT_SILENT:
            note(out, i, answered(i, draft, drafts, out.values()))
    return out


def _silent_before(i: int, draft: Draft, drafts: Sequence[Draft], out: dict[int, int]) -> int | None:
    """ "The army has not commented", said again: on what it was first silent on."""
    own = own_sides(draft)
    before = [j for j in out if j < i and drafts[j].stance is Stance.NEITHER and own_sides(drafts[j]) & own]
    return out[before[-1]] if before else None


def _tells_nothing(draft: Draft) -> bool:
    """A clause of its own that tells no act, and points at none: "having any involvement" does."""
    return draft.hollow and not any(wanted(w) for w in heads(draft))


def _charged_before(drafts: Sequence[Draft], answer: int | None) -> bool:
    """What one side is charged with and denies is told once, where it is charged."""
    return answer is not None and drafts[answer].stance is Stance.ALLEGES


def without_echoes(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that only repeat: the attack in "condemned the attack", told before, and a second part
    of one silence or denial ("neither confirmed nor denied involvement in the killing")."""
    told = list(drafts)
    gone: set[int] = set()
    for i, draft in enumerate(told):
        if draft.type is EventType.ACCUSE and pointed(draft, told) is not None:
            tops = set() if charges(draft) else {w.i for w in heads(draft)}
            gone |= {j for j, d in enumerate(told) if d.token.i in tops and points_back(d)}
            gone |= {j for j, d in enumerate(told) if tops and _called(d, draft)}
        if draft.stance is Stance.NEITHER and i not in gone:
            gone |= {j for j, d in enumerate(told) if j > i and _same_silence(draft, d)}
    return [d for j, d in enumerate(told) if j not in gone]


def without_idle_silences(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without silences on nothing that is told: who "did not respond to a request for comment" on a page about
    a market left no deed open."""
    told = any(d.type in KEPT_SILENT | {EventType.ACCUSE} and d.coded_by != "silence" for d in drafts)
    return [d for d in drafts if told or d.coded_by != "silence" or _names_a_deed(d)]


def _names_a_deed(draft: Draft) -> bool:
    """ "Has not commented on the strike", "neither confirmed nor denied striking", "has not claimed responsibility"."""
    words = {t.lemma_.lower() for t in draft.token.subtree if t.pos_ == "NOUN"}
    return bool(words & OF_DEEDS) or draft.token.lemma_ in ("confirm", "claim", "acknowledge")


def _called(draft: Draft, verb: Draft) -> bool:
    """ "Condemned the incident as a terrorist attack": what it is called."""
    head = draft.token.head
    return draft.token.pos_ == "NOUN" and head.lower_ == "as" and verb.token.i < head.i and head.head.i in (
        verb.token.i, *(w.i for w in heads(verb))
    )  # fmt: skip


def _same_silence(draft: Draft, other: Draft) -> bool:
    one = draft.speaker is not None and other.speaker is not None and draft.speaker.code == other.speaker.code
    said = other.stance in (Stance.NEITHER, Stance.DENIES)
    return one and said and other.type is draft.type and draft.token.sent.start == other.token.sent.start


def _content(i: int, draft: Draft, drafts: Sequence[Draft]) -> int | None:
    """The act told inside what a verbal act speaks of. A judgement of "the attack" has it elsewhere; who is blamed for
    "the attack" is told here."""
    if draft.content is None:
        return None
    low, high = draft.content
    tops = set() if charges(draft) else {w.i for w in heads(draft)}
    inside = [
        j
        for j, d in enumerate(drafts)
        if j != i
        and low <= d.token.i < high
        and d.token.i != draft.token.i
        and not (d.token.i in tops and points_back(d))
    ]
    material = [j for j in inside if drafts[j].type not in (EventType.ACCUSE, EventType.CONSULT)]
    chosen = material or inside
    return chosen[0] if chosen else None
