"""Which project a clause speaks of, and whose it is: "work on the Pakistani section" is of the pipeline named before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sarhad.reading import grammar
from sarhad.reading.draft import Draft
from sarhad.reading.roles import Parties
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

BUILT = frozenset(
    (
    "pipeline railway corridor rail road crossing market port dam canal bridge tunnel highway refinery fence fencing "
    "barrier wall terminal"
    ).split()
)  # fmt: skip
"""Works that stand on the ground: told as held up though nobody says whose they are."""
PROJECTS = BUILT | frozenset(
    "project plan programme program scheme line link route zone initiative agreement deal venture plant facility".split()
)
WORKS = frozenset("work construction progress headway building laying".split())
_PARTS = frozenset("section stretch side portion leg part phase segment half".split())
_PLANNED = frozenset("plan project programme program scheme agreement deal".split())
_BACK = 60
"""Tokens before "the Pakistani section" in which the whole is named."""


@dataclass(frozen=True, slots=True)
class Project:
    """`noun` is what the predicate is told of, `core` the thing itself, `part` the section of it that is spoken of."""

    noun: "Token"
    core: "Token"
    part: "Token | None" = None

    @property
    def built(self) -> bool:
        """Whether it is a work that stands on the ground."""
        return any(_lemma(t) in BUILT for t in (self.core, *grammar.children(self.core, "compound")))

    @property
    def name(self) -> str:
        """What it is called, in the text's words."""
        kept = [c for c in self.core.children if c.dep_ in ("compound", "amod", "nmod", "nummod")]
        start = min([self.core.i, *(c.left_edge.i for c in kept)])
        words: str = self.core.doc[start : self.core.i + 1].text
        return words


def project(noun: "Token", verb: "Token") -> Project | None:
    """The project that a noun stands for; None where it stands for none."""
    if _lemma(noun) in WORKS:
        thing = next(
            (o for t in (noun, verb) for _, o in grammar.prepositional(t, frozenset(("on", "of")))), None
        )
        thing = thing or next((c for c in grammar.children(noun, "compound") if _lemma(c) in PROJECTS), None)
        found = project(thing, verb) if thing is not None and _lemma(thing) not in WORKS else None
        return replace(found, noun=noun) if found is not None else None
    if _lemma(noun) in _PARTS:
        whole = _whole(noun)
        return Project(noun, whole, noun) if whole is not None else None
    if not any(_lemma(t) in PROJECTS for t in (noun, *grammar.children(noun, "compound"))):
        return None
    if _lemma(noun) in _PLANNED:
        meant = (o for _, o in grammar.prepositional(noun, frozenset(("for", "on"))) if _lemma(o) in BUILT)
        return Project(noun, next(meant, noun))
    return Project(noun, noun)


def _lemma(token: "Token") -> str:
    """ "The crossing" is parsed as a verb at times."""
    found: str = token.lemma_.lower()
    return token.lower_ if token.lower_ in ("crossing", "building", "fencing") else found


def _whole(part: "Token") -> "Token | None":
    """ "The Pakistani section of the pipeline", or the last work named before."""
    of = [o for _, o in grammar.prepositional(part, frozenset(("of",)))]
    back = part.doc[max(0, part.i - _BACK) : part.i]
    known = [*of, *(t for t in reversed(back) if t.pos_ in ("NOUN", "PROPN"))]
    return next((t for t in known if _lemma(t) in BUILT and t.dep_ != "compound"), None)


_RUNS = frozenset("between of by with from to".split())


def whose(found: Project, parties: Parties, told: Sequence[Draft]) -> tuple[Actor, ...]:
    """The parties of the project: its owners, those it runs between or is named for, else those who undertook it earlier in the
    text. Whoever only speaks of it owns no work by that: the ministry of a neighbour tells of delays, too."""
    own = (_owners(t, parties) for t in (found.part, found.core, found.noun) if t is not None)
    return (
        next((actors for actors in own if actors), ())
        or _undertook(found, told)
        or _named_before(found, parties)
    )


def _owners(noun: "Token", parties: Parties) -> tuple[Actor, ...]:
    """ "Iran's pipeline", "the line between Chad and Sudan", "the Iran–Pakistan gas pipeline"."""
    whose = [c for c in noun.children if c.dep_ == "poss"]
    whose += [o for _, o in grammar.prepositional(noun, _RUNS)]
    found = tuple(a for o in whose for a in parties.expand(o) if _state(a))
    return _once(found or tuple(a for a in parties.named(*_name_of(noun)) if _state(a)))


def _name_of(noun: "Token") -> tuple[int, int]:
    """The text of a noun with what stands before it ("the Iran–Pakistan gas pipeline")."""
    return noun.doc[noun.left_edge.i].idx, noun.idx + len(noun)


def _state(actor: Actor) -> bool:
    return actor.code.partition(".")[2] in ("GOV", "MIL", "UNK") and not actor.code.startswith("UNK")


def _undertook(found: Project, told: Sequence[Draft]) -> tuple[Actor, ...]:
    """Those whom the text tells, before this clause, to have undertaken a work of this kind; nobody where it tells of several."""
    named = [found.core, *grammar.children(found.core, "compound")]
    word = next((w for t in named if (w := _lemma(t)) in BUILT), "")
    bound = {
        frozenset(a.code for a in d.actors): d.actors
        for d in told
        if d.commitment is not None
        and d.actors
        and d.token.i < found.noun.i
        and word
        and word in d.text.lower()
    }
    return _meant(found, bound)


def _named_before(found: Project, parties: Parties) -> tuple[Actor, ...]:
    """ "The pipeline" of a text that named it in full before; nobody's where it named several."""
    if not found.built or not any(c.lower_ == "the" for c in found.core.children):
        return ()
    before = (t for t in found.core.doc[: found.noun.left_edge.i] if t.pos_ in ("NOUN", "PROPN"))
    named = [_owners(t, parties) for t in before if _lemma(t) == _lemma(found.core)]
    return _meant(found, {frozenset(a.code for a in actors): actors for actors in named if actors})


def _meant(found: Project, bound: Mapping[frozenset[str], tuple[Actor, ...]]) -> tuple[Actor, ...]:
    actors = next(iter(bound.values())) if len(bound) == 1 else ()
    return tuple(replace(a, mention=found.noun.text, span=None, resolved_by="event") for a in actors)


def _once(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    return tuple({a.code: a for a in reversed(actors)}.values())[::-1]
