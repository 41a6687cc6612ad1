"""The clauses of a headline and of the lead that may tell the main event, and which of them does."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sarhad.reading import grammar
from sarhad.reading.five_w_parts import DESCRIPTION, TEXT, TITLE, Told

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its subject; `subject` None where the headline is a noun phrase. `said_by` heads who is cited
    for it. `part` and `rank` tell where it stands: the n-th sentence of that part."""

    predicate: "Token"
    subject: "Token | None"
    said_by: "Token | None"
    part: str
    rank: int


SAYING = frozenset(
    (
        "say tell report state announce claim believe think confirm add note warn reveal allege suggest argue show "
        "insist declare admit find hear indicate"
    ).split()
)
_ASKING = re.compile(r"(?:why|how|what|who|when|where|which|whose)\b", re.I)
_NOBODY = frozenset("it there this that these those what which who".split())
_ONESELF = frozenset("it they he she we i".split())
_HARMED = frozenset("dead injured wounded hurt missing killed feared".split())
LEAD_SENTENCES = 5
MARKS = frozenset("after as because while when amid before over despite following if unless until".split())


def main_clause(told: Told) -> Clause | None:
    """The clause that tells the main event: the headline's, where it is a sentence, else the lead's best."""
    found = clauses(told)
    titles = [c for c in found if c.part == TITLE and _is_news(c)]
    if titles:
        return titles[0]
    named = content(told.title)
    lead = [
        c
        for c in found
        if c.part in (TEXT, DESCRIPTION) and c.rank < LEAD_SENTENCES and c.subject is not None
    ]
    return max(lead, key=lambda c: _weight(c, named), default=None)


def clauses(told: Told) -> list[Clause]:
    """One clause a sentence, in order of the article."""
    ranks: dict[str, int] = {}
    found = []
    verbs = _verbs_only(told)
    for sentence in told.doc.sents:
        part = told.part(sentence.start_char).name
        rank = ranks.get(part, 0)
        ranks[part] = rank + 1
        hidden = _hidden_verb(sentence, verbs) if part == TITLE else None
        clause = hidden or _clause(sentence, part, rank)
        if clause is not None:
            found.append(clause)
    return found


def _clause(sentence: "Span", part: str, rank: int) -> Clause | None:
    predicate, subject, said_by = _unwrapped(sentence.root)
    if predicate.pos_ in ("VERB", "AUX"):
        return Clause(predicate, subject, said_by, part, rank)
    done = _short_passive(predicate)
    if done is not None:
        return Clause(done, predicate, said_by, part, rank)
    if predicate.lower_ in _HARMED and (counted := grammar.children(predicate, "amod", "nummod", "nsubj")):
        return Clause(predicate, counted[-1], said_by, part, rank)  # "Several dead in blast"
    return Clause(predicate, None, said_by, part, rank) if part == TITLE else None


def _unwrapped(root: "Token") -> tuple["Token", "Token | None", "Token | None"]:
    """What is said instead of the saying, its subject, and who says it: "five were hurt, police said"."""
    said_by, subject = None, _subject(root)
    for _ in range(3):
        told = _said(root)
        if told is None:
            break
        said_by = said_by or subject
        # "the army says it struck": the army struck
        subject = subject if told[1].lower_ in _ONESELF and subject is not None else told[1]
        root = told[0]
    return root, subject, said_by


def _said(verb: "Token") -> tuple["Token", "Token"] | None:
    """The predicate and subject of what a verb of saying tells; None where it tells no clause."""
    if verb.lemma_.lower() not in SAYING:
        return None
    for inner in grammar.children(verb, "ccomp"):
        if own := _subject(inner):
            return inner, own
    for noun in grammar.children(verb, "dobj"):
        if done := _short_passive(noun):
            return done, noun  # "Army says ten soldiers killed"
    return None


def _subject(verb: "Token") -> "Token | None":
    own = grammar.children(verb, "nsubj", "nsubjpass", "csubj")
    if own:
        return own[0]
    there = grammar.children(verb, "attr") if grammar.children(verb, "expl") else []
    return there[0] if there else None


def _short_passive(noun: "Token") -> "Token | None":
    """ "Nine killed in raid", "Clinic director freed": a passive without its auxiliary."""
    done = [c for c in grammar.children(noun, "acl") if c.tag_ in ("VBN", "VBD", "VBZ")]
    return done[0] if done else None


# --- verbs that a headline hides among its nouns


def _verbs_only(told: Told) -> frozenset[str]:
    """The lemmas that the lead uses as verbs and never as nouns."""
    lead = [t for t in told.doc if told.part(t.idx).name != TITLE and t.pos_ in ("VERB", "NOUN")]
    nouns = {t.lemma_.lower() for t in lead if t.pos_ == "NOUN"}
    return frozenset(t.lemma_.lower() for t in lead if t.pos_ == "VERB") - nouns


def _hidden_verb(sentence: "Span", verbs: frozenset[str]) -> Clause | None:
    """ "River change upsets anglers", parsed as four nouns: the lead says "has upset", so "upsets" is the verb."""
    if sentence.root.pos_ in ("VERB", "AUX") and sentence.root.lemma_.lower() in verbs:
        return None
    for token in sentence[1:-1]:
        if token.lower_ in MARKS:
            break
        before = token.nbor(-1)
        name = (
            token.pos_ in ("NOUN", "PROPN")
            and token.lower_ == token.text
            and before.pos_ in ("NOUN", "PROPN")
        )
        agrees = (
            token.lower_.endswith("s")
            or before.tag_.endswith("S")
            or "and" in sentence.doc[sentence.start : token.i].text.split()
        )
        if name and agrees and _as_verb(token) in verbs:
            return Clause(token, before, None, TITLE, 0)
    return None


def _as_verb(token: "Token") -> str:
    """What the lemma of "stages", "crosses" or "lead" would be, were it a verb."""
    word: str = token.lower_
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


# --- which clause it is


def _is_news(clause: Clause) -> bool:
    """A headline's sentence that tells somebody's act: no question, no bare quotation, no pronoun."""
    words = clause.predicate.sent.text.strip()
    if clause.subject is None or clause.subject.lower_ in _NOBODY or clause.subject.pos_ == "PRON":
        return False
    bare = clause.predicate.lemma_.lower() in SAYING and not grammar.children(
        clause.predicate, "dobj", "prep"
    )
    return not (bare or words.endswith("?") or _ASKING.match(words) or words[0] in "'\"")


def _weight(clause: Clause, named: frozenset[str]) -> float:
    """How well a clause of the lead tells what the headline names."""
    sentence = clause.predicate.sent
    shared = len(named & content(sentence.text)) / max(1, len(named))
    early = 0.15 * clause.rank + (0.1 if clause.part == TEXT else 0.0)
    vague = 0.3 if clause.subject is None or clause.subject.pos_ == "PRON" else 0.0
    # '"We wait," says Marwan': a quotation turned round tells no event
    spoken = 0.4 if clause.subject is not None and clause.subject.i > clause.predicate.i else 0.0
    return shared - early - vague - spoken


_EMPTY = frozenset(
    (
        "a an the of in on at to for and or by with from that this is was were are be been has have had it its as "
        "after before over into not will would he she they his her their who which but about up out"
    ).split()
)
_STEM = 4
"""Letters that must agree: "bomb" and "bombing", "attack" and "attackers"."""


def content(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, in small letters and cut to a stem."""
    return frozenset(w[:_STEM] for w in re.findall(r"\w+", text.lower()) if w not in _EMPTY)


@dataclass(frozen=True, slots=True)
class Nearby:
    """A sentence seen from the main event: `words` are the event's own, `echo` the share of them it holds, `rank`
    its place in its part."""

    sentence: "Span"
    words: frozenset[str]
    echo: float
    part: str
    rank: int

    @property
    def nearness(self) -> float:
        """How near to the main event, about -1 to 1."""
        return self.echo - 0.12 * (self.rank + (self.part == TEXT))

    @property
    def close(self) -> bool:
        """Whether it tells of the main event at all: it opens its part or says some of its words."""
        return self.rank == 0 or self.echo >= CLOSE


CLOSE = 0.2


def nearby(told: Told, words: frozenset[str]) -> list[Nearby]:
    """Each sentence of the parse with its nearness to the main event's words."""
    ranks: dict[str, int] = {}
    rows = []
    for sentence in told.doc.sents:
        part = told.part(sentence.start_char).name
        echo = len(words & content(sentence.text)) / max(1, len(words))
        rows.append(Nearby(sentence, words, echo, part, ranks.get(part, 0)))
        ranks[part] = ranks.get(part, 0) + 1
    return rows


def around(near: Sequence[Nearby], at: int) -> Nearby | None:
    """The sentence that holds the character `at`."""
    return next((n for n in near if n.sentence.start_char <= at < n.sentence.end_char), None)
