"""What is told without a source: "reportedly", "alleged", "was accused of", "is believed to"."""

from typing import TYPE_CHECKING

from sarhad.reading.attribution_cues import load_cues, verb_range
from sarhad.reading.attribution_saying import Saying

if TYPE_CHECKING:
    from spacy.tokens import Token


def hedge(token: "Token") -> Saying | None:
    """ "reportedly fled", "the alleged attack": the clause or noun phrase that the word hedges."""
    word = load_cues().hedges.get(token.lower_)
    if word is None or token.dep_ not in ("amod", "advmod"):
        return None
    head = token.head
    start, end = head.left_edge.i, head.right_edge.i + 1
    return Saying((token.i, token.i + 1), None, (start, end), word.stance, f"{token.lower_}: nobody named")


def nobody_named(verb: "Token") -> Saying | None:
    """ "was accused of lying", "is believed to have fled": content without the subject, who is in it."""
    word = load_cues().unsourced.get(verb.lemma_.lower())
    if word is None or not any(c.dep_ == "auxpass" for c in verb.children):
        return None
    start, end = verb_range(verb)
    how = f"{word.word}: nobody named"
    for c in (c for c in verb.children if c.i >= end):
        if c.dep_ == "prep" and c.lower_ in word.frames and c.right_edge.i > c.i:
            return Saying((start, c.i + 1), None, (c.i + 1, c.right_edge.i + 1), word.stance, how)
        if c.dep_ in ("xcomp", "ccomp"):
            content = max(c.left_edge.i, end), c.right_edge.i + 1
            return Saying((start, end), None, content, word.stance, how)
    return None
