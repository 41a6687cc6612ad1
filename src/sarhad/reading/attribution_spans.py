"""Who says what, in spans: each saying of a document with its source, its cue and its content.

Direct and indirect speech, "according to", asides, what is wanted, promised or refused, and judgements of others
("condemned the strike"). A saying inside another's content is told as well, with the one that holds it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sarhad.codebook import Stance
from sarhad.reading.attribution_cues import Range
from sarhad.reading.attribution_nesting import holders, untangled
from sarhad.reading.attribution_phrases import according, adjective_saying, heading, noun_saying, transcript
from sarhad.reading.attribution_quotes import quotations
from sarhad.reading.attribution_saying import Saying
from sarhad.reading.attribution_speech import carried_on, in_speech, quoted, running
from sarhad.reading.attribution_unsourced import hedge
from sarhad.reading.attribution_verbs import verb_saying

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Chars = tuple[int, int]
"""Half-open range of characters in the text of the parse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says what. `source` is None where nobody is named. An aside stands inside its `content`. `within` is the
    place in the same tuple of the attribution whose content holds this one, None for what the text itself attributes.
    `why` says which word was the cue and where the content was found."""

    source: Chars | None
    cue: Chars
    content: Chars
    stance: Stance
    why: str
    within: int | None = None


def attributions(doc: "Doc") -> tuple[Attribution, ...]:
    """All attributions of a parsed document, in order of their cues. What stands in quotation marks is told only
    within the speech that it belongs to: whose words they are is not known otherwise."""
    quotes = quotations(doc)
    found = [s for s in map(_at, doc) if s is not None]
    found = [quoted(s, quotes) for s in (*found, *transcript(doc))] + heading(doc)
    found = untangled(doc, running(doc, carried_on(doc, _one_a_cue(found)), quotes))
    known = [
        s for s, h in zip(found, holders(found), strict=True) if h is not None or not in_speech(s, quotes)
    ]
    return _records(doc, known)


_FINITE = frozenset(("ROOT", "ccomp", "relcl", "advcl"))
"""Where a verb stands that the tagger took for another part of speech, as in headlines."""


def _at(token: "Token") -> Saying | None:
    """The saying a token is the cue of."""
    if token.lower_ == "according":
        return according(token)
    if (token.pos_ in ("VERB", "AUX") and token.lemma_ != "be") or token.dep_ in _FINITE:
        return verb_saying(token)
    if token.pos_ == "NOUN":
        return noun_saying(token) or adjective_saying(token)
    if token.dep_ in ("amod", "advmod"):
        return hedge(token)
    return adjective_saying(token) if token.dep_ in ("acomp", "attr") else None


def _one_a_cue(found: Sequence[Saying]) -> list[Saying]:
    """At most one saying for each word of a cue; the one whose cue ends first stays."""
    out: list[Saying] = []
    for s in sorted(found, key=lambda s: s.cue[1]):
        if not any(o.cue[0] < s.cue[1] and s.cue[0] < o.cue[1] for o in out[-3:]):
            out.append(s)
    return out


def _records(doc: "Doc", found: Sequence[Saying]) -> tuple[Attribution, ...]:
    return tuple(
        Attribution(
            source=_chars(doc, s.source) if s.source else None,
            cue=_chars(doc, s.cue),
            content=_chars(doc, s.content),
            stance=s.stance,
            why=s.how,
            within=holder,
        )
        for s, holder in zip(found, holders(found), strict=True)
    )


def _chars(doc: "Doc", part: Range) -> Chars:
    last = doc[part[1] - 1]
    return doc[part[0]].idx, last.idx + len(last)
