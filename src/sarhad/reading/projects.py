"""Projects told to be on hold: the pipeline, the railway, the crossing that was promised and does not come.

A project is no act, so no trigger names it; its standing is read off the predicate ("has been on hold due to ...").
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, EventType
from sarhad.reading import grammar
from sarhad.reading.draft import Draft
from sarhad.reading.roles import Parties
from sarhad.reading.undertakings import STALLED, stalled
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PROJECTS = frozenset(
    (
    "pipeline project railway corridor rail road crossing market port dam plan programme program scheme "
    "line link route zone initiative agreement deal construction work bridge highway refinery venture"
    ).split()
)  # fmt: skip
_HOLDING = frozenset(
    "be face suffer remain stay encounter stall delay suspend freeze shelve block hold languish put".split()
)
_DELAYED = re.compile(r"\b(delays?|setbacks?|obstacles?|hurdles?)\b", re.I)


def stalled_projects(doc: "Doc", parties: Parties) -> Iterator[Draft]:
    """A draft for each clause that tells a project to be held up, with what holds it up."""
    for verb in doc:
        if (
            verb.pos_ not in ("VERB", "AUX")
            or verb.lemma_.lower() not in _HOLDING
            or verb.dep_ in ("aux", "auxpass")
        ):
            continue
        if verb.lemma_.lower() == "put" and not _on_hold(verb):
            continue
        first, last = grammar.extent(
            verb, frozenset(("conj", "cc", "punct", "parataxis", "nsubj", "nsubjpass"))
        )
        words = doc[first : last + 1].text
        project = (
            next(iter(grammar.children(verb, "dobj")), None)
            if verb.lemma_.lower() == "put"
            else _spoken_of(verb)
        )
        if project is None or not _is_project(project) or not _held(verb, words):
            continue
        word = _word(verb)
        yield Draft(
            token=word,
            words=(word.i, word.i),
            clause=(min(first, word.i), max(last, word.i)),
            type=EventType.COOPERATE,
            aux=Auxiliary.NEGATION,
            actors=_whose(project, verb, parties),
            commitment=stalled(_name(project), words),
            coded_by="project",
        )


def _spoken_of(verb: "Token") -> "Token | None":
    """The subject; for "the pipeline with Iran, which has faced delays" the project, not its partner."""
    found = grammar.subject(verb)
    if found is None or verb.dep_ != "relcl" or found.dep_ != "pobj" or _is_project(found):
        return found
    return found.head.head


def _on_hold(verb: "Token") -> bool:
    """ "put the market on hold"."""
    return any(
        name == "on" and o.lower_ in ("hold", "ice")
        for t in (verb, *grammar.children(verb, "dobj"))
        for name, o in grammar.prepositional(t)
    )


def _is_project(noun: "Token") -> bool:
    if noun.lemma_.lower() in ("work", "construction", "progress"):
        return any(_is_project(o) for _, o in grammar.prepositional(noun, frozenset(("on", "of"))))
    return any(
        t.lemma_.lower() in _PROJECTS
        for t in (noun, *noun.children)
        if t.dep_ in ("compound",) or t.i == noun.i
    )


def _held(verb: "Token", words: str) -> bool:
    if any(c.dep_ == "neg" for c in verb.children):
        return False
    return bool(
        STALLED.search(words) or (verb.lemma_ in ("face", "suffer", "encounter") and _DELAYED.search(words))
    )


def _word(verb: "Token") -> "Token":
    """The word that tells it: "hold" of "on hold", "delays", else the verb."""
    inner = [t for t in verb.subtree if t.i > verb.i and t.lower_ in ("hold", "stalled", "delayed", "delays", "shelved", "limbo", "suspended", "frozen")]  # fmt: skip
    return inner[0] if inner else verb


def _whose(project: "Token", verb: "Token", parties: Parties) -> tuple[Actor, ...]:
    """The parties of the project: its owners, those it runs between, else those who are told to speak of it."""
    for c in project.children:
        if c.dep_ == "poss":
            found = parties.expand(c)
            if found:
                return found
    for _, o in grammar.prepositional(project, frozenset(("between", "of", "by", "with"))):
        found = parties.expand(o)
        if found:
            return found
    outer = grammar.subject(project.head) if project.head.pos_ == "VERB" else None
    above = project
    for _ in range(4):
        above = above.head
        if above.pos_ == "VERB" and above.i != verb.i:
            outer = grammar.subject(above)
            break
    return parties.expand(outer) if outer is not None and outer.i != project.i else ()


def _name(project: "Token") -> str:
    kept = [c for c in project.children if c.dep_ in ("compound", "amod", "nmod")]
    start = min([project.i, *(c.left_edge.i for c in kept)])
    words: str = project.doc[start : project.i + 1].text
    return words
