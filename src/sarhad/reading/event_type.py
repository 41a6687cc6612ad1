"""Which type of event a sentence tells between two parties that are marked in it.

The lexicon finds the words that name an act; the parse says which of them joins the two parties: the one on the way
from the one to the other, of which the source is the subject (or the agent) and below which the target stands. A
word of `data/lexicon_parties.tsv` counts only here, where both parties are known; the reader, which has to find them
first, would take too much for an act.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, EventType
from sarhad.reading import grammar, modality
from sarhad.reading.event_type_told import as_told
from sarhad.reading.kinds import kind_told
from sarhad.reading.lexicon import load_lexicon
from sarhad.reading.triggers import Trigger, find_triggers
from sarhad.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The type of event between two parties; `trigger` are the words that name it, and `why` they were chosen. Where
    no word of the lexicon names it, `trigger` is None and the type a default."""

    type: EventType
    trigger: str | None
    why: str


def event_type(doc: "Doc", source: Span | None, target: Span | None) -> Typed:
    """The type of the event that `source` does to `target`; spans are offsets in the text of `doc`."""
    parties = _Parties.of(doc, source, target)
    if (duty := _duty(parties)) is not None:
        return Typed(type=EventType.REQUEST, trigger=duty.text, why="the source says what the target must do")
    triggers = find_triggers(doc, load_lexicon(parties_known=True))
    ranked = sorted(((_fit(t, parties), t) for t in triggers), key=lambda row: -row[0])
    for _, trigger in ranked:
        kind = kind_told(trigger)
        if kind.type is not None:
            if kind.type is EventType.REQUEST and _hostile(trigger, triggers, parties):
                why = "a hostile act called for against the target"
                return Typed(type=EventType.THREATEN, trigger=trigger.token.text, why=why)
            aux = Auxiliary.NEGATION if kind.negated else modality.auxiliary(trigger.token, kind.type)
            told = as_told(trigger, kind.type, aux)
            return Typed(type=told.type, trigger=doc[trigger.first : trigger.last + 1].text, why=told.why)
    return _by_default(parties)


def _by_default(parties: "_Parties") -> Typed:
    """No word of the lexicon: one who speaks of another is taken to fault them, one who acts to deal with them."""
    words = parties.source or parties.target
    speaks = words is not None and any(t.lemma_.lower() in _SPEAKS for t in words.root.ancestors)
    if speaks:
        return Typed(
            type=EventType.ACCUSE, trigger=None, why="no word of the lexicon: one speaks of the other"
        )
    return Typed(
        type=EventType.CONSULT, trigger=None, why="no word of the lexicon: some dealing, not told which"
    )


_SPEAKS = frozenset("say tell state claim note add describe write tweet argue think believe".split())
_HOSTILE = (EventType.SANCTION, EventType.ASSAULT, EventType.COERCE)


@dataclass(frozen=True, slots=True)
class _Parties:
    """The two phrases and the tokens on the way from the one's head to the other's."""

    source: "Words | None"
    target: "Words | None"
    path: tuple[int, ...]

    @classmethod
    def of(cls, doc: "Doc", source: Span | None, target: Span | None) -> "_Parties":
        one, other = _words(doc, source), _words(doc, target)
        joined = _path(one.root, other.root) if one is not None and other is not None else ()
        return cls(one, other, tuple(joined))


def _words(doc: "Doc", span: Span | None) -> "Words | None":
    found = doc.char_span(span.start, span.end, alignment_mode="expand") if span is not None else None
    return found if found is not None and len(found) else None


def _path(one: "Token", other: "Token") -> Sequence[int]:
    """Token indexes from one token to another along the parse, both ends included."""
    up = [one.i, *(t.i for t in grammar.governors(one))]
    down = [other.i, *(t.i for t in grammar.governors(other))]
    meet = next((i for i in up if i in down), None)
    if meet is None:
        return [*up, *reversed(down)]
    return [*up[: up.index(meet) + 1], *reversed(down[: down.index(meet)])]


def _fit(trigger: Trigger, parties: _Parties) -> float:
    """How well a trigger joins the parties."""
    token = trigger.token
    own = {token.i, trigger.noun.i if trigger.noun is not None else token.i}
    fit = 0.0
    on_path = own & set(parties.path)
    if on_path:
        fit += 3.0 - 0.1 * parties.path.index(min(on_path, key=parties.path.index))
    if parties.source is not None and _does(token, parties.source):
        fit += 2.0
    if parties.target is not None and _above(token, parties.target.root):
        fit += 1.0
    if trigger.entry.part == "v":
        fit += 0.4
    if any(_inside(token, words) for words in (parties.source, parties.target) if words is not None):
        fit -= 6.0  # what stands within a party's own words says who it is, not what it does
    anchor = parties.source or parties.target
    far: int = abs(token.i - anchor.root.i) if anchor is not None else token.i
    return fit - 0.02 * far


def _hostile(call: Trigger, triggers: Sequence[Trigger], parties: _Parties) -> bool:
    """ "called for sanctions against X": the act called for stands between the call and the target."""
    if parties.target is None:
        return False
    way = {t.i for t in grammar.governors(parties.target.root)}
    return call.token.i in way and any(
        t.type in _HOSTILE and t.entry.part == "n" and t.token.i in way and t.token.i > call.token.i
        for t in triggers
    )


_MUST = frozenset(("must", "should", "ought"))


def _duty(parties: _Parties) -> "Token | None":
    """ "Ankara said Athens must withdraw": the modal of a duty that one party lays on the other."""
    if parties.source is None or parties.target is None:
        return None
    for token in parties.target.doc:
        if token.lower_ in _MUST and token.dep_ == "aux" and token.i > parties.target.start:
            own = grammar.subject(token.head)
            said = any(g.i in parties.path for g in grammar.governors(token.head))
            if (
                said
                and own is not None
                and _inside(own, parties.target)
                and not _does(token.head, parties.source)
            ):
                return token
    return None


def _does(token: "Token", source: "Words") -> bool:
    """Whether the source is the one who does what the token names."""
    doer = grammar.agent(token) if grammar.is_passive(token) else grammar.subject(token)
    return doer is not None and any(_inside(n, source) for n in grammar.conjuncts(doer))


def _above(token: "Token", below: "Token") -> bool:
    return any(t.i == token.i for t in grammar.governors(below))


def _inside(token: "Token", words: "Words") -> bool:
    return bool(words.start <= token.i < words.end)
