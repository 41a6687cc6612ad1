"""A mention of actors in a parsed document, and all of them by token."""

from collections.abc import Sequence
from dataclasses import dataclass

from sarhad.reading.actors_grammar import Doc, Token, conjuncts, modifiers
from sarhad.records import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """A noun phrase and the actors it names or stands for.

    Offsets are in the parsed text; `head` and `first` are token indexes. `kind` is person, state, group, body,
    media, people (a description), pronoun or pair. `entity` is the registry's name, "" for none; `gender` is told
    for known people; `plural` for phrases that "they" may take up.
    """

    start_char: int
    end_char: int
    first: int
    head: int
    actors: tuple[Actor, ...]
    kind: str
    entity: str = ""
    gender: str = ""
    plural: bool = False


class Linked:
    """Every actor mention of one parsed document, by token."""

    __slots__ = ("_cover", "_doc", "_headed", "mentions")

    def __init__(self, doc: Doc, mentions: Sequence[ActorMention]) -> None:
        self.mentions = tuple(sorted(mentions, key=lambda m: (m.start_char, m.head)))
        self._doc = doc
        self._headed: list[ActorMention | None] = [None] * len(doc)
        self._cover: list[ActorMention | None] = [None] * len(doc)
        for mention in sorted(self.mentions, key=lambda m: m.start_char - m.end_char):
            self._headed[mention.head] = mention
            for at in range(mention.first, mention.head + 1):
                self._cover[at] = mention

    def at(self, token: Token | int) -> ActorMention | None:
        """The mention headed at the token, else the smallest one whose phrase covers it."""
        at = token if isinstance(token, int) else token.i
        return self._headed[at] or self._cover[at]

    def headed(self, token: Token | int) -> ActorMention | None:
        """The mention headed at exactly this token."""
        return self._headed[token if isinstance(token, int) else token.i]

    def expand(self, token: Token) -> tuple[Actor, ...]:
        """The actors of the phrase headed at the token and of those joined to it.

        A phrase that is no actor itself gives its modifiers' ("US-Israeli strikes", "Israel's air campaign").
        """
        found: list[Actor] = []
        for head in (token, *conjuncts(token)):
            mention = self._headed[head.i]
            found.extend(mention.actors if mention else self._of_modifiers(head))
        return tuple(dict.fromkeys(found))

    def _of_modifiers(self, head: Token) -> list[Actor]:
        if head.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM"):
            return []
        found = (self._headed[word.i] for word in modifiers(head))
        return [actor for mention in found if mention for actor in mention.actors]
