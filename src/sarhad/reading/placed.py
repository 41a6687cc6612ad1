"""Who a phrase of the parsed text stands for, and where it is named: "we", "the two sides", "the joint statement"."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from sarhad.knowledge.actors import Actors
from sarhad.reading import grammar
from sarhad.reading.actors import Linked
from sarhad.reading.attribution import Frame
from sarhad.records import Actor, Span

if TYPE_CHECKING:
    from spacy.tokens import Token


class Placed:
    """The linker's answers, each actor with the range of the parsed text that names it."""

    def __init__(
        self, linked: Linked, frames: Sequence[Frame], text: str, registry: Actors, on: date | None
    ) -> None:
        self._linked = linked
        self._frames = frames
        self._text = text.lower()
        self._registry = registry
        self._on = on
        self._pairs = _pairs(linked, text)
        self._ranges = {
            id(a): Span(start=m.start_char, end=m.end_char) for m in linked.mentions for a in m.actors
        }

    @property
    def everyone(self) -> tuple[Actor, ...]:
        """Every actor mentioned, as often as it is."""
        return tuple(a for m in self._linked.mentions for a in m.actors)

    def named(self, start: int, end: int) -> tuple[Actor, ...]:
        """Every actor named in a range of the parsed text."""
        return tuple(a for m in self._linked.mentions if start <= m.start_char < end for a in m.actors)

    def expand(self, token: "Token") -> tuple[Actor, ...]:
        """The actors of the noun phrase headed at `token`."""
        source = _sayer(token) or self._first_person(token)
        if source is not None:
            named = self.expand(source)
            if named:
                return tuple(replace(a, resolved_by="pronoun") for a in named[:1])
        if (
            token.lower_ in _PAIRS
            and any(c.lower_ == "the" for c in token.children)
            and not self._linked.expand(token)
        ):
            return self._last_pair(token)
        if _impersonal(token):
            return self._pair_just_told(token)
        if token.lemma_.lower() in _PAPERS and not self._linked.expand(token):
            return self._signatories(token)
        found = self._linked.expand(token)
        if token.lower_ == "bombers":  # "U.S. bombers" fly; those who blow themselves up are told one by one
            found = tuple(
                replace(a, code=a.code.replace(".UAF", ".MIL")) if not a.code.startswith("UNK") else a
                for a in found
            )
        if token.lower_ == "camp":  # a camp of refugees that is raided is a place
            found = tuple(a for a in found if not a.code.endswith(".REF"))
        if (
            len({a.code for a in found}) > 1
            and all(_PAIR_WORDS.match(a.mention) for a in found)
            and not _both_just_told(token, found)
        ):
            common = self._common_pair(token.idx)
            if common and {a.code for a in common} != {a.code for a in found}:
                return _named(token, common)
        return tuple(replace(a, span=self._ranges[id(a)]) if id(a) in self._ranges else a for a in found)

    def speaker(self, token: "Token") -> tuple[Actor, ...]:
        """Actors of a phrase that speaks: a capital that speaks is the government there."""
        found = self.expand(token)
        if found or token.pos_ != "PROPN":
            return found
        hits = [h for h in self._registry.find(token.text, self._on) if h.how in ("metonym", "name")]
        span = Span(start=token.idx, end=token.idx + len(token.text))
        return tuple(
            Actor(mention=token.text, code=h.code, name=h.entry.name, span=span, resolved_by=h.how)
            for h in hits[:1]
        )

    def _first_person(self, token: "Token") -> "Token | None":
        """ "We", "us": whoever speaks the words."""
        if token.lower_ not in _FIRST or token.text == "US":
            return None
        frame = next(
            (f for f in self._frames if f.source is not None and f.holds(token) and f.source.i != token.i),
            None,
        )
        return (
            frame.source
            if frame is not None and frame.source is not None and frame.source.lower_ not in _FIRST
            else None
        )

    def _signatories(self, paper: "Token") -> tuple[Actor, ...]:
        """ "The joint statement": the two parties named together last before it."""
        joint = any(c.lower_ in ("joint", "trilateral") for c in paper.children) or self._joint_before(paper)
        return self._last_pair(paper) if joint else ()

    def _last_pair(self, token: "Token") -> tuple[Actor, ...]:
        """The two sides named together last before `token`, else the first two governments of the text."""
        before = [m for m in self._linked.mentions if m.start_char < token.idx]
        pairs = [
            m.actors
            for m in before
            if len({a.code for a in m.actors}) > 1 and not any(_private(a) for a in m.actors)
        ]
        common = self._common_pair(token.idx)
        counts = Counter(a.code for m in before for a in m.actors if a.code.endswith(".GOV"))
        by_code = {a.code: a for m in before for a in m.actors}
        chosen = common or (pairs[-1] if pairs else tuple(by_code[c] for c, _ in counts.most_common(2)))
        return _named(token, chosen)

    def _pair_just_told(self, token: "Token") -> tuple[Actor, ...]:
        """Whoever "it was agreed" by: the two joined in this sentence or the one before ("talks between Chad and Sudan")."""
        start = token.doc[max(0, token.sent.start - 1)].sent.start
        near = [actors for at, _, actors in self._pairs if token.doc[start].idx <= at < token.idx]
        return near[-1] if near else ()

    def _common_pair(self, before: int) -> tuple[Actor, ...]:
        """The two sides most often joined by "and" so far ("Pakistan and Iran")."""
        told = [(codes, actors) for start, codes, actors in self._pairs if start < before]
        counts = Counter(codes for codes, _ in told)
        return dict(told)[counts.most_common(1)[0][0]] if counts else ()

    def _joint_before(self, paper: "Token") -> bool:
        return "joint statement" in self._text[: paper.idx] and any(c.lower_ == "the" for c in paper.children)


def _impersonal(token: "Token") -> bool:
    """ "It was agreed that the crossing would reopen"."""
    verb = token.head
    passive = (
        token.dep_ == "nsubjpass" and token.lower_ == "it" and verb.lemma_.lower() in ("agree", "decide")
    )
    return passive and bool(grammar.children(verb, "ccomp", "xcomp"))


def _both_just_told(token: "Token", found: Sequence[Actor]) -> bool:
    """ "Both" for the two of the sentence before, which needs no look further back."""
    return token.lower_ == "both" and all(a.resolved_by == "pronoun" for a in found)


def _private(actor: Actor) -> bool:
    """Firms, papers and civilians are no "side" of talks."""
    return actor.code.split(".")[1].split("/")[0] in ("BUS", "MED", "JRN", "CVL", "NGO", "EDU", "LAB")


_FIRST = frozenset("we us i me our ours my".split())
_PAIRS = frozenset("countries nations sides neighbours neighbors parties leaders".split())
_PAIR_WORDS = re.compile(
    r"(?:both|they|their|them|the two|the (?:countries|nations|sides|neighbou?rs))\b", re.I
)


_PAPERS = frozenset(["statement", "communique", "communiqué", "declaration"])
_SAY = frozenset(
    "say tell add claim state confirm announce insist warn deny admit acknowledge argue maintain report".split()
)


_JOINED = re.compile(r"\s*(?:and|-|/)\s*(?:the|its)?\s*")


def _named(token: "Token", actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """`actors` as the noun phrase at `token` stands for them."""
    words = token.doc[token.left_edge.i : token.i + 1]
    span = Span(start=words.start_char, end=words.end_char)
    return tuple(replace(a, mention=words.text, span=span, resolved_by="description") for a in actors)


def _pairs(linked: Linked, text: str) -> list[tuple[int, frozenset[str], tuple[Actor, ...]]]:
    """Where two states or groups of different countries are joined: (start, codes, actors)."""
    out: list[tuple[int, frozenset[str], tuple[Actor, ...]]] = []
    named = [
        m for m in linked.mentions if m.kind in ("state", "group", "person", "people") and len(m.actors) == 1
    ]
    for a, b in zip(named, named[1:], strict=False):
        if 0 < b.start_char - a.end_char <= 60 and _JOINED.fullmatch(text[a.end_char : b.start_char]):
            actors = (a.actors[0], b.actors[0])
            codes = frozenset(x.code for x in actors)
            if any(_no_side(x) for x in actors) or _NO_PAIR.match(text, b.end_char):
                continue
            if len({c.split(".")[0] for c in codes}) == 2:
                out.append((a.start_char, codes, actors))
    return out


def _no_side(actor: Actor) -> bool:
    return actor.code.startswith("UNK") or actor.code.endswith(".UNK") or _private(actor)


_NO_PAIR = re.compile(
    r"['’]s?\b|\s+border|(?:-led)?(?!\W+(?:\w+\W+){0,5}?(?:each other|exchang|trad))"
    r"(?:[\s-]+[\w’'-]+){0,3}?[\s-]+(?:air ?)?(?:strike|attack|raid|bombing|bombard|shelling|invasion|offensive|assault|war)",
    re.I,
)
"""After two names: what is joined is no pair of sides ("the X-Y border", "X and Y's group", "X and Y launched strikes")."""


def _sayer(token: "Token") -> "Token | None":
    """ "The army said it had struck": the subject of the saying, for the pronoun that opens what is said."""
    if (
        token.pos_ != "PRON"
        or token.lower_ not in ("it", "he", "she", "they")
        or token.dep_ not in ("nsubj", "nsubjpass")
    ):
        return None
    clause = token.head
    if clause.dep_ != "ccomp" or clause.head.lemma_.lower() not in _SAY or clause.head.i > token.i:
        return None
    source = grammar.subject(clause.head)
    if source is None or source.i == token.i or source.pos_ == "PRON":
        return None
    return source if _agrees(token, source) else None


def _agrees(pronoun: "Token", source: "Token") -> bool:
    """ "Officials say he ordered it": not the officials."""
    if pronoun.lower_ == "they":
        return True
    return source.tag_ not in ("NNS", "NNPS") and not (
        pronoun.lower_ in ("he", "she") and source.ent_type_ == "GPE"
    )
