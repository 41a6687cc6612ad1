"""Projects told to be on hold: the pipeline, the railway, the fence, the crossing that was promised and does not come.

A project is no act, so no trigger names it; its standing is read off the predicate ("has been on hold due to ..."). Which
project is meant, and whose it is, says `projects_named`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, EventType
from sarhad.reading import grammar
from sarhad.reading.attribution import Frame
from sarhad.reading.draft import Draft
from sarhad.reading.projects_named import PROJECTS, WORKS, Project, project, whose
from sarhad.reading.roles import Parties
from sarhad.reading.stance import voice
from sarhad.reading.undertakings import STALLED, stalled
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HOLDING = frozenset(
    (
    "be face suffer remain stay encounter stall delay suspend freeze shelve block hold languish put halt stop pause come "
    "grind make see"
    ).split()
)  # fmt: skip
_BY_OTHERS = frozenset("halt stop pause delay suspend freeze shelve block hold make see".split())
"""Verbs that tell a project held up only in the passive or of the work itself: "work was halted", "the work stopped"."""
_DELAYED = re.compile(r"\b(delays?|setbacks?|obstacles?|hurdles?)\b", re.I)
_STANDS = re.compile(
    r"\b(?:halted|paused|stopped|unfinished|unbuilt|(?:no|little) (?:progress|headway)|in abeyance)\b|"
    r"\b(?:at|to) an? (?:\w+ )?(?:halt|standstill|stop)\b",
    re.I,
)
_OPEN = frozenset("may might could would should can will shall must".split())
_DOUBTS = frozenset("if unless whether lest".split())


def with_stalled(found: Sequence[Draft], doc: "Doc", parties: Parties, said: Sequence[Frame]) -> list[Draft]:
    """The drafts with the stalled projects; work that is told to stand still is not told as joint work beside it."""
    held = list(stalled_projects(doc, parties, said, found))
    return [*(d for d in found if not any(_same_work(d, h) for h in held)), *held]


def _same_work(draft: Draft, held: Draft) -> bool:
    """ "Work on the pipeline has stalled", where the encoder alone sees work under way."""
    inside = held.clause[0] <= draft.token.i <= held.clause[1]
    return inside and draft.coded_by == "encoder" and draft.type is EventType.COOPERATE


def stalled_projects(
    doc: "Doc", parties: Parties, said: Sequence[Frame] = (), told: Sequence[Draft] = ()
) -> Iterator[Draft]:
    """A draft for each clause that tells a project to be held up, with what holds it up. `told` are the other acts of the text:
    who undertook the same project there is whose it is."""
    for verb in doc:
        if verb.pos_ not in ("VERB", "AUX") or verb.lemma_.lower() not in _HOLDING:
            continue
        if verb.dep_ in ("aux", "auxpass") or _left_open(verb):
            continue
        first, last = grammar.extent(
            verb, frozenset(("conj", "cc", "punct", "parataxis", "nsubj", "nsubjpass"))
        )
        words = doc[first : last + 1].text
        noun = _spoken_of(verb)
        found = project(noun, verb) if noun is not None else None
        if found is None or not _held(verb, words):
            continue
        owners = whose(found, parties, told)
        if not owners and not found.built:
            continue  # of "the project" or "the plan" of nobody nothing can be seen done or not done
        yield _draft(verb, found, owners, (first, last), parties, said)


def _draft(
    verb: "Token",
    found: Project,
    owners: tuple[Actor, ...],
    clause: tuple[int, int],
    parties: Parties,
    said: Sequence[Frame],
) -> Draft:
    word = _word(verb)
    heard = voice(verb, said, hostile=False)
    speaker = parties.speaker(heard.source)[:1] if heard.source is not None else ()
    told = [found.noun.left_edge.i] if found.noun.head == verb else []
    first, last = min(clause[0], word.i, *told), max(clause[1], word.i)
    return Draft(
        token=word,
        words=(word.i, word.i),
        clause=(first, last),
        type=EventType.COOPERATE,
        aux=Auxiliary.NEGATION,
        actors=owners,
        speaker=speaker[0] if speaker else None,
        stance=heard.stance,
        cue=heard.cue.i if heard.cue is not None else None,
        commitment=stalled(found.name, verb.doc[clause[0] : clause[1] + 1].text),
        coded_by="project",
    )


def _left_open(verb: "Token") -> bool:
    """ "May be delayed", "if work stops", "was put off but will not stall", "is no longer on hold", "the line, which had been on hold":
    not told as standing still."""
    aux = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    over = any(c.lower_ == "longer" for c in verb.children) or (verb.dep_ == "relcl" and "had" in aux)
    return bool(over or aux & _OPEN or marks & _DOUBTS or "to" in aux)


def _spoken_of(verb: "Token") -> "Token | None":
    """What is told to stand still: the subject, of "put on hold" the object; for "the pipeline with Iran, which has faced delays"
    the project, not its partner."""
    lemma = verb.lemma_.lower()
    if lemma == "put":
        return next(iter(grammar.objects(verb)), None) if _on_hold(verb) else None
    if lemma in _BY_OTHERS and grammar.children(verb, "dobj"):
        return None  # "Kabul halted the project" is Kabul's deed
    found = grammar.subject(verb)
    if found is None or verb.dep_ != "relcl" or found.dep_ != "pobj":
        return found
    return found if found.lemma_.lower() in PROJECTS | WORKS else found.head.head


def _on_hold(verb: "Token") -> bool:
    """ "put the market on hold"."""
    return any(
        name == "on" and o.lower_ in ("hold", "ice")
        for t in (verb, *grammar.children(verb, "dobj"))
        for name, o in grammar.prepositional(t)
    )


def _held(verb: "Token", words: str) -> bool:
    if any(c.dep_ == "neg" for c in verb.children):
        return False
    if verb.lemma_ in ("face", "suffer", "encounter"):
        return bool(STALLED.search(words) or _DELAYED.search(words))
    own = f"{words} {_none_of(verb)}"
    return bool(STALLED.search(own) or _STANDS.search(own))


def _none_of(verb: "Token") -> str:
    """ "No progress": told before the verb."""
    found = grammar.children(verb, "nsubj", "nsubjpass")
    return " ".join(s.doc[s.left_edge.i : s.i + 1].text for s in found if s.lemma_.lower() in WORKS)


_TELLS = frozenset(
    "hold stalled delayed delays shelved limbo suspended frozen halt standstill unfinished unbuilt abeyance".split()
)


def _word(verb: "Token") -> "Token":
    """The word that tells it: "hold" of "on hold", "delays", else the verb."""
    inner = [t for t in verb.subtree if t.i > verb.i and t.lower_ in _TELLS]
    return inner[0] if inner else verb
