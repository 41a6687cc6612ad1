"""The speaker and stance of an act: which frames hold it, and which of them counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, CeasefirePhase, EventType, Stance
from sarhad.reading import grammar
from sarhad.reading.attribution import Frame, Manner
from sarhad.reading.draft import Draft
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Voice:
    """Who stands behind an act: `source` heads the noun phrase of the speaker (None: the outlet, or nobody named);
    `cue` is the word that says so."""

    source: "Token | None" = None
    cue: "Token | None" = None
    stance: Stance = Stance.ASSERTS


_STANCE = {
    Manner.SAYS: Stance.ASSERTS,
    Manner.ALLEGES: Stance.ALLEGES,
    Manner.DENIES: Stance.DENIES,
    Manner.HEDGES: Stance.ALLEGES,
    Manner.CONDEMNS: Stance.ALLEGES,
}


def voice(token: "Token", frames: Sequence[Frame], *, hostile: bool = True) -> Voice:
    """The innermost frame that holds `token` speaks; an allegation or denial further out still marks the stance.

    `frames` come innermost first. A hedge ("reportedly") alleges, whoever speaks. What is condemned is alleged only
    where it is a hostile act (`hostile`): condemned talks were held all the same.
    """
    holding = [f for f in frames if f.holds(token) and (hostile or f.manner is not Manner.CONDEMNS)]
    holding = [f for f in holding if not _beside_what_is_said(token, f)]
    if not holding:
        return _avowed(token)
    named = next((f for f in holding if f.source is not None and f.manner is not Manner.HEDGES), None)
    marked = next((f for f in holding if f.manner is not Manner.SAYS), None)
    stance = _STANCE[marked.manner] if marked is not None else Stance.ASSERTS
    if marked is not None and marked.source is not None:
        named = marked
    if named is None:
        return Voice(None, marked.cue if marked else None, stance)
    if (marked is None or marked is named) and _left_open(named.cue):
        stance = Stance.NEITHER
    return Voice(named.source, named.cue, stance)


def _avowed(token: "Token") -> Voice:
    """ "Claimed responsibility for the attack", "took credit for a raid": that he did it is his own word."""
    verb = token
    if token.dep_ == "pobj" and token.head.lower_ == "for":
        noun = token.head.head
        verb = noun if noun.pos_ == "VERB" else noun.head
    credit = any(o.lemma_ in ("responsibility", "credit") for o in grammar.children(verb, "dobj"))
    doer = grammar.subject(verb)
    if not credit or verb.lemma_ not in _AVOWING or doer is None or grammar.children(verb, "neg"):
        return Voice()
    nobody = any(t.lower_ in ("no", "none", "nobody") for t in (doer, *doer.children))
    return Voice() if nobody else Voice(doer, verb)


_AVOWING = frozenset("claim take accept admit assume".split())
_WHO = frozenset(("who", "which", "whom", "whose"))


def _beside_what_is_said(token: "Token", frame: Frame) -> bool:
    """Whether the outlet adds the act to another's judgement: "described it as revenge for the general, who was killed
    on Monday". In quotation marks nobody adds."""
    if frame.manner is not Manner.CONDEMNS or any(t.text == '"' for t in token.doc[frame.start : frame.end]):
        return False
    at = token
    while at.head.i != at.i and frame.holds(at) and frame.holds(at.head):
        if at.dep_ == "relcl" and _added(at):
            return True
        at = at.head
    return False


def _added(clause: "Token") -> bool:
    """ "…, who was killed on Monday": a relative clause behind a comma."""
    first = clause.left_edge
    return first.i > 0 and first.nbor(-1).text == "," and first.lower_ in _WHO


_CONFIRMING = frozenset("confirm acknowledge verify substantiate claim".split())


def _left_open(cue: "Token") -> bool:
    """ "has not yet confirmed that", "did not say it was involved": neither said nor denied."""
    if not any(c.dep_ == "neg" for c in cue.children):
        return False
    return cue.lemma_.lower() in _CONFIRMING or (cue.lemma_ == "say" and _of_itself(cue))


def _of_itself(cue: "Token") -> bool:
    """Whether the clause told speaks of who says it: "did not say it was involved"."""
    told = [s for c in grammar.children(cue, "ccomp") for s in grammar.children(c, "nsubj", "nsubjpass")]
    return any(s.lower_ in ("it", "he", "she", "they", "we") for s in told)


_PARTIES = frozenset("GOV MIL REB LEG PTY SPY".split())
_CHARGES = frozenset((EventType.AID, EventType.SUPPORT, EventType.COERCE, EventType.REQUEST, EventType.SANCTION, EventType.THREATEN, EventType.ACCUSE))  # fmt: skip
_WRONGS = frozenset((EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE))
_OUTLETS = frozenset(("MED", "JRN", "UNK"))
_BLAME = re.compile(
    r"\b(responsible for|behind|orchestrat\w+|mastermind\w*|plotted|planned|carried out|"
    r"involved in|took part in|the work of)\b",
    re.I,
)


_JUDGED = frozenset((EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.SANCTION))
_JUDGEMENT = re.compile(
    r"\b(unlawful\w*|illegal(?:ly)?|extra-?judicial\w*|disproportionate\w*|indiscriminate\w*|arbitrar\w+|unprovoked|"
    r"unjustifi\w+|(?:war |against )?crimes? (?:against humanity|of war)|war crimes?|genocid\w+|massacre\w*|atrocit\w+|"
    r"ethnic cleansing|widespread and systematic|systematically|in (?:breach|violation) of)\b",
    re.I,
)


def by_an_adversary(
    kind: EventType, mode: str | None, speaker: Actor | None, actors: Sequence[Actor], clause: str
) -> bool:
    """Whether the clause tells a hostile act of one side in the words of another: an accusation, not a report.

    Counts of one's own dead are reports; so is what an outlet or an agency of the UN says, but for a breach.
    """
    if speaker is None:
        return False
    country, _, sector = speaker.code.partition(".")
    side, own = sector.split("/")[0], {a.code.split(".")[0] for a in actors}
    if kind is EventType.ASSAULT and not own & {country} and _BLAME.search(clause) and side not in _OUTLETS:
        return True  # "officials said that he was behind the raid": whoever he is
    if country not in own and side not in _OUTLETS and kind in _JUDGED and _JUDGEMENT.search(clause):
        return True  # "the mission found unlawful killings": a finding of guilt, whoever is meant
    if kind is EventType.ASSAULT and country not in own and side in _PARTIES and _AT_US.search(clause):
        return True  # "they attacked us": the victim's own word for who did it
    if not actors or country in own or country == "UNK":
        return False
    if kind is EventType.REJECT and mode == "yield":
        return True
    if kind in _WRONGS and side not in _OUTLETS:
        return True  # a body or a firm that tells what a foreign power did to others charges it, too
    if kind is EventType.ASSAULT and side == "IGO":
        return True  # a body's finding against a state; its own posts are hit as IGO.MIL, and told as fact
    return side in _PARTIES and kind in _CHARGES


_AT_US = re.compile(r"\b(?:attack|hit|struck|bomb|shell|kill|target|assassinat|invad|strik)\w* (?:us|our)\b")
NOT_DONE = frozenset((Auxiliary.NEGATION, Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL))
"""Nobody is charged with what he has not done."""


def charged(draft: Draft) -> Draft:
    """The draft as a charge, once all its parties are known: who did it may be told sentences before."""
    if draft.stance is not Stance.ASSERTS:
        return draft
    if _unseen(draft) or _broken_by_nobody_told(draft):
        return replace(draft, stance=Stance.ALLEGES)
    if draft.aux in NOT_DONE:
        return draft
    said = draft.token.doc[draft.token.sent.start : draft.clause[1] + 1].text
    hostile = by_an_adversary(draft.type, draft.mode, draft.speaker, draft.actors, said)
    return replace(draft, stance=Stance.ALLEGES) if hostile else draft


def _broken_by_nobody_told(draft: Draft) -> bool:
    """ "The truce was broken, according to Chad": on the word of one of its sides, and the outlet names nobody who did it."""
    truce, verb = draft.ceasefire, draft.token
    if truce is None or truce.phase is not CeasefirePhase.VIOLATED or draft.type is not EventType.REJECT:
        return False
    side = draft.speaker is not None and draft.speaker.code[:3] in {p[:3] for p in truce.parties}
    passive = bool(grammar.children(verb, "nsubjpass")) and grammar.agent(verb) is None
    return side and passive and draft.aux not in NOT_DONE


NETWORKS = frozenset(("cyber", "misinformation"))
"""Modes of deeds on networks."""


def _unseen(draft: Draft) -> bool:
    """A deed on a network in somebody else's mouth: who hacked or spread lies is ascribed, never seen."""
    if draft.type is not EventType.COERCE or draft.mode not in NETWORKS or draft.speaker is None:
        return False
    return bool(draft.actors) and draft.speaker.code[:3] not in {a.code[:3] for a in draft.actors}
