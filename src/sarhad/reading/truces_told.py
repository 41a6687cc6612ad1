"""How a truce and held fire are told: by a truce that takes effect, by praise of it, by strikes that are halted."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sarhad.codebook import EventType, Stance
from sarhad.reading import grammar
from sarhad.reading.draft import Draft
from sarhad.reading.kind import GOOD
from sarhad.reading.truce_life import TRUCES

_EFFECT = re.compile(r"\b(?:take|takes|took|taken|taking|come|comes|came|coming|go|goes|went|enter\w*) (?:in)?(?:to )?(?:effect|force)\b", re.I)  # fmt: skip


def as_told(draft: Draft) -> Draft:
    """ "The truce took effect" is fire held; "the truce is good news, she said" is her praise."""
    token = draft.token
    if draft.type is not EventType.AGREE or token.lemma_.lower() not in TRUCES:
        return draft
    after = token.doc[token.i : token.sent.end].text
    own = {token.head.i, *(c.i for c in grammar.children(token, "acl", "relcl"))}
    started = _EFFECT.search(after)
    if started and any(t.i in own for t in token.sent if t.lemma_ in ("take", "come", "go", "enter")):
        return replace(draft, type=EventType.RETREAT, mode="ceasefire")
    praised = token.dep_ == "nsubj" and token.head.lemma_ == "be" and GOOD.search(after)
    if praised and draft.speaker is not None and draft.aux is None:
        return replace(
            draft, type=EventType.SUPPORT, actors=(draft.speaker,), recipients=(), speaker=None,
            stance=Stance.ASSERTS, commitment=None,
        )  # fmt: skip
    return draft


def with_held_fire(drafts: Sequence[Draft]) -> list[Draft]:
    """ "If the strikes on the port were halted": whose strikes they are, and at whom, is told by the noun."""
    strikes = {d.token.i: d for d in drafts if d.type is EventType.ASSAULT}
    return [_of_its_strikes(d, strikes) for d in drafts]


def _of_its_strikes(draft: Draft, strikes: Mapping[int, Draft]) -> Draft:
    if draft.type is not EventType.RETREAT or draft.mode != "ceasefire" or draft.actors:
        return draft
    own = grammar.children(draft.token, "nsubjpass", "nsubj")
    strike = next((strikes[n.i] for n in own if n.i in strikes), None)
    if strike is None:
        return draft
    return replace(draft, actors=strike.actors, recipients=draft.recipients or strike.recipients)
