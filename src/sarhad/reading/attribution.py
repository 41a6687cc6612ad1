"""Who says what: the cues of a document, their sources and the words that hang on them.

A frame is one cue ("said", "according to", "accused") with its source and its content. Quotation marks carry a
source over sentences that name none. Words without a source ("reportedly", "alleged") make a frame of their own.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sarhad.reading import grammar

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


class Manner(StrEnum):
    """How the source stands to the content."""

    SAYS = "says"
    ALLEGES = "alleges"
    DENIES = "denies"
    HEDGES = "hedges"
    CONDEMNS = "condemns"


@dataclass(frozen=True, slots=True)
class Frame:
    """`cue` names the saying; `source` is the head of who says it (None: nobody named); the content is the half-open
    token range `start`..`end` without the cue's own words in `outside`."""

    cue: "Token"
    source: "Token | None"
    start: int
    end: int
    manner: Manner
    outside: tuple[int, int] = (0, 0)

    def holds(self, token: "Token") -> bool:
        """Whether `token` belongs to what is said."""
        out = self.outside[0] <= token.i < self.outside[1]
        return self.start <= token.i < self.end and not out and token.i != self.cue.i

    def __len__(self) -> int:
        return self.end - self.start


_SAY = frozenset(
    (
        "say tell add note state announce report argue insist maintain explain stress emphasise emphasize "
        "believe think acknowledge admit confirm reveal write post tweet quote cite declare suggest reiterate "
        "reaffirm warn remark comment observe assert contend disclose recall recount predict estimate "
        "conclude understand hear testify brief inform assure vow pledge promise claim hail ask hint indicate "
        "signal caution repeat continue point recognise recognize clarify urge dub label boast brag gloat"
    ).split()
)
_BOASTING = frozenset(("boast", "brag", "gloat"))
_ASIDES = frozenset(
    "say add note report state write explain argue tell announce claim warn insist continue".split()
)
_ALLEGE = frozenset("accuse blame allege claim charge suspect attribute implicate".split())
_CONDEMN = frozenset(
    "condemn denounce criticise criticize decry deplore blast slam describe call brand label lambast".split()
)
DENYING = frozenset("deny refute rebut dispute dismiss reject".split())
_CUE_VERBS = _SAY | _ALLEGE | DENYING | _CONDEMN
_HEDGES = frozenset(
    (
        "allegedly reportedly purportedly supposedly apparently apparent alleged suspected purported reported so- "
        "called"
    ).split()
)
_PASSIVE_HEDGES = frozenset("accuse suspect allege believe think report say understand blame claim".split())
_NOUN_CUES = frozenset("accusation allegation claim charge suggestion assertion".split())


def frames(doc: "Doc") -> list[Frame]:
    """All frames of a document, shorter contents (the innermost) first."""
    found: list[Frame] = []
    for token in doc:
        if token.lower_ in _HEDGES and token.dep_ in ("amod", "advmod"):
            found.append(_hedge(token))
        elif token.pos_ == "VERB" and token.lemma_.lower() in _CUE_VERBS:
            found += _verb_frames(token)
        elif token.lower_ in _CONVICTION:
            found += _conviction(token)
        elif token.lower_ == "according":
            found += _according(token)
        elif token.lemma_.lower() in _TELLINGS and token.dep_ == "nsubj" and _called_false(token.head):
            found += _false_telling(token)
        elif token.lemma_.lower() in _NOUN_CUES and token.pos_ == "NOUN":
            found += _noun_frame(token)
    found += _quotation_frames(doc, found)
    return sorted(found, key=len)


_CONVICTION = frozenset("convinced certain sure confident adamant aware".split())


def _conviction(word: "Token") -> list[Frame]:
    """ "Hamas is convinced that ...": what one is sure of is that one's own word."""
    doer = grammar.subject(word) or (grammar.subject(word.head) if word.head.lemma_ == "be" else None)
    if doer is None or doer.pos_ == "PRON":
        return []
    return [_frame(word, c, Manner.SAYS, doer) for c in grammar.children(word, "ccomp")]


def _manner(verb: "Token") -> Manner:
    lemma = verb.lemma_.lower()
    if lemma in DENYING:
        return Manner.DENIES
    if lemma in _CONDEMN:
        return Manner.CONDEMNS
    if lemma == "claim" and any(grammar.of_oneself(c) for c in grammar.children(verb, "ccomp", "xcomp")):
        return Manner.SAYS
    return Manner.ALLEGES if lemma in _ALLEGE else Manner.SAYS


def _source(verb: "Token") -> "Token | None":
    if grammar.is_passive(verb):
        return grammar.agent(verb)
    before = [s for s in grammar.children(verb, "nsubj") if s.i < verb.i]
    return (
        before[-1] if len(before) > 1 else grammar.subject(verb)
    )  # "the guards, Chad said on Monday, fired"


def _verb_frames(verb: "Token") -> list[Frame]:
    manner = _manner(verb)
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_.lower() in ("say", "report", "believe"):
        return []
    contents = grammar.children(verb, "ccomp")
    if verb.lemma_.lower() == "claim":
        contents += grammar.children(verb, "xcomp")  # "claims to have shelled the village"
    if verb.lemma_.lower() in _BOASTING:
        contents += [
            c for _, c in grammar.prepositional(verb, frozenset(("of", "about"))) if c.pos_ == "VERB"
        ]
    if manner is Manner.DENIES and verb.dep_ == "relcl":
        return [_denied_before(verb)]
    if verb.lemma_.lower() in ("call", "describe") and not contents and not grammar.children(verb, "dobj"):
        return []
    if not contents and verb.lemma_.lower() in _REPORTING:
        contents += [o for o in grammar.children(verb, "dobj") if _tells_an_act(o)]
    if manner is not Manner.SAYS:
        contents += _accusation_contents(verb)
    if grammar.is_passive(verb) and verb.lemma_.lower() in _PASSIVE_HEDGES:
        contents += grammar.children(verb, "xcomp")
        unnamed = grammar.agent(verb) is None and verb.lemma_.lower() != "accuse"
        manner = Manner.HEDGES if unnamed else Manner.ALLEGES
    out = [_frame(verb, c, manner) for c in (*contents, *_told_along(verb, contents))]
    if not out and _is_parenthetical(verb):
        out.append(_around(verb, manner))
    return out


def _told_along(verb: "Token", contents: list["Token"]) -> list["Token"]:
    """ "announced that it had ended the siege, killed 33 and freed the rest": the later verbs belong to what is told."""
    if not any(a.lower_ == "had" for c in contents for a in grammar.children(c, "aux")):
        return []
    return [
        c
        for c in grammar.children(verb, "conj")
        if c.i > contents[-1].i and c.tag_ in ("VBD", "VBN") and not grammar.children(c, "nsubj", "nsubjpass")
    ]


_REPORTING = frozenset("report confirm announce record acknowledge admit recall describe document".split())


def _tells_an_act(noun: "Token") -> bool:
    """ "reported more than 50 people killed", "confirmed the death of": what is reported is an act."""
    return any(c.dep_ in ("acl", "relcl") and c.pos_ == "VERB" for c in noun.children) or noun.lemma_.lower() in (
        "death", "killing", "attack", "strike", "casualty", "arrest", "withdrawal", "deployment", "blast", "explosion",
    )  # fmt: skip


def _denied_before(verb: "Token") -> Frame:
    """ "the killing of four children, which Iran denied": what is denied stands before."""
    head = verb.head
    while head.dep_ in ("pobj", "prep") and head.head.i != head.i:
        head = head.head
    return Frame(verb, _source(verb), head.left_edge.i, verb.left_edge.i, Manner.DENIES)


def _accusation_contents(verb: "Token") -> list["Token"]:
    """ "of providing", "for the attack", "for attacking"; for "blame X on Y" the thing blamed."""
    out = [c for name, c in grammar.prepositional(verb) if name in ("of", "for", "with")]
    joined = [
        q
        for p in verb.children
        if p.dep_ == "prep"
        for q in p.children
        if q.dep_ == "conj" and q.pos_ == "ADP"
    ]
    out += [c for q in joined for c in q.children if c.dep_ in ("pobj", "pcomp")]
    accused = [n for o in grammar.objects(verb) for n in grammar.conjuncts(o)]
    out += [
        c for n in accused for name, c in grammar.prepositional(n, frozenset(("of",))) if c.dep_ == "pcomp"
    ]
    if verb.lemma_.lower() in ("blame", "attribute") and any(
        name in ("on", "to") for name, _ in grammar.prepositional(verb)
    ):
        out += grammar.children(verb, "dobj")
    if verb.lemma_.lower() in (DENYING | _CONDEMN) or verb.lemma_.lower() in ("allege", "claim"):
        out += grammar.children(verb, "xcomp", "dobj")
    if verb.lemma_.lower() in _CONDEMN:
        out += [c for name, c in grammar.prepositional(verb) if name in ("over", "as")]
    return out


def _frame(cue: "Token", content: "Token", manner: Manner, source: "Token | None" = None) -> Frame:
    return Frame(cue, source or _source(cue), content.left_edge.i, content.right_edge.i + 1, manner)


def _is_parenthetical(verb: "Token") -> bool:
    """ "..., X said." where the parser hung the saying under what is said."""
    if verb.dep_ not in ("parataxis", "advcl", "ccomp", "conj", "dep") or verb.lemma_.lower() not in _SAY:
        return False
    own = grammar.children(verb, "nsubj")
    if verb.lemma_.lower() not in _ASIDES or any(
        c.dep_ in ("neg", "preconj") or c.lower_ == "neither" for c in verb.children
    ):
        return False
    return (
        bool(own)
        and not grammar.children(verb, "dobj", "mark")
        and (verb.i > verb.head.i or _between_commas(verb))
        and verb.i - own[0].i in range(-8, 9)
    )


def _between_commas(verb: "Token") -> bool:
    """ "The village, Chad said, was shelled": what is said stands on both sides."""
    first, last = verb.left_edge, verb.right_edge
    inside = verb.dep_ == "parataxis" and first.i > verb.sent.start
    return bool(inside and first.text == "," and last.text == ",")


def _around(verb: "Token", manner: Manner) -> Frame:
    head = verb.head
    closed = next(
        (t.i for t in verb.doc[verb.i + 1 : verb.right_edge.i + 1] if t.text == ","), verb.right_edge.i + 1
    )
    return Frame(
        verb,
        _source(verb),
        head.left_edge.i,
        max(head.right_edge.i, verb.right_edge.i) + 1,
        manner,
        outside=(verb.left_edge.i, closed),
    )


def _according(token: "Token") -> list[Frame]:
    inner = [c for c in token.children if c.lower_ == "to"]
    sources = [o for p in inner for o in p.children if o.dep_ == "pobj"]
    if not sources:
        return []
    clause = _vouched_for(grammar.clause_head(token.head))
    edges = (token.left_edge.i, token.right_edge.i + 1)
    return [Frame(token, sources[0], clause.left_edge.i, clause.right_edge.i + 1, Manner.SAYS, outside=edges)]


def _vouched_for(clause: "Token") -> "Token":
    """ "They shelled the town, killing six, according to X": who counts the dead tells the shelling, too."""
    return clause.head if clause.dep_ == "advcl" and clause.tag_ == "VBG" else clause


def _noun_frame(token: "Token") -> list[Frame]:
    """ "Taliban allegations of Pakistani airstrikes", "claims that ...": the content hangs on the noun."""
    contents = grammar.children(token, "acl", "ccomp", "relcl")
    contents = [c for c in contents if c.dep_ != "relcl" and any(g.lower_ == "that" for g in c.children)]
    contents += [c for name, c in grammar.prepositional(token) if name in ("of", "that")]
    sources = grammar.children(token, "poss", "compound", "amod", "nmod")
    source = next((s for s in sources if s.ent_type_ or s.pos_ in ("PROPN", "PRON")), None)
    source = source or next((c for name, c in grammar.prepositional(token) if name in ("by", "from")), None)
    return [Frame(token, source, c.left_edge.i, c.right_edge.i + 1, Manner.ALLEGES) for c in contents]


_TELLINGS = frozenset("report claim story rumour rumor news information allegation accusation".split())
_FALSE = frozenset(
    "false untrue fake baseless unfounded fabricated wrong incorrect lie fabrication groundless fiction".split()
)
_FITS = frozenset("correspond true accurate hold".split())


def _called_false(verb: "Token") -> bool:
    """ "... is false", "does not correspond to reality"."""
    told = [verb, *grammar.children(verb, "acomp", "attr")]
    negated = any(c.dep_ == "neg" for c in verb.children)
    return any(t.lemma_.lower() in (_FITS if negated else _FALSE) for t in told)


def _false_telling(noun: "Token") -> list[Frame]:
    """ "X said the report that its units had opened fire was false": what is reported is denied."""
    saying = noun.head.head if noun.head.dep_ == "ccomp" else None
    source = _source(saying) if saying is not None and saying.pos_ == "VERB" else None
    contents = grammar.children(noun, "acl", "ccomp", "relcl")
    return [_frame(noun.head, c, Manner.DENIES, source) for c in contents]


def _hedge(token: "Token") -> Frame:
    head = token.head
    doing = head.head if head.dep_ in ("nsubj",) and head.head.pos_ == "VERB" else head
    return Frame(token, None, doing.left_edge.i, doing.right_edge.i + 1, Manner.HEDGES)


# --- quotation marks


def quotations(doc: "Doc") -> list[tuple[int, int]]:
    """Token ranges between double quotation marks. A mark left open, as where every paragraph of a long quotation
    opens anew, closes at the next that opens, at most 200 tokens on."""
    out: list[tuple[int, int]] = []
    start: int | None = None
    for mark in (t for t in doc if t.text in ('"', "''", "``")):
        opens = _opens(mark, start is not None)
        if start is not None and mark.i - start <= _LONGEST:
            out.append((start, mark.i))
        start = mark.i + 1 if opens else None
    return out


_LONGEST = 200


def _opens(mark: "Token", inside: bool) -> bool:
    """A mark with a space before it and none behind opens; where the spaces do not tell, marks take turns."""
    space_before = mark.i == 0 or bool(mark.nbor(-1).whitespace_) or mark.nbor(-1).is_bracket
    space_behind = bool(mark.whitespace_) or mark.i + 1 == len(mark.doc) or mark.nbor(1).is_punct
    return space_before if space_before != space_behind else not inside


def _quotation_frames(doc: "Doc", found: list[Frame]) -> list[Frame]:
    """Frames for quoted words that no cue of their own sentence holds: the nearest cue beside them, else the last
    speaker of the quotation before."""
    out: list[Frame] = []
    last: Frame | None = None
    for start, end in quotations(doc):
        if end - start < 4:
            continue
        held = next(
            (
                f
                for f in found
                if f.manner is not Manner.HEDGES and f.source is not None and _touches(f, start, end)
            ),
            None,
        )
        beside = held or _beside(doc, found, start, end) or _bare_cue(doc, start, end)
        if beside is None and last is not None and start - last.end < 60:
            beside = last
        if beside is not None:
            frame = Frame(beside.cue, beside.source, start, end, beside.manner)
            out.append(frame)
            last = frame
    return out


def _touches(frame: Frame, start: int, end: int) -> bool:
    return min(frame.end, end) - max(frame.start, start) >= 0.5 * (end - start)


def _beside(doc: "Doc", found: list[Frame], start: int, end: int) -> Frame | None:
    near = [
        f
        for f in found
        if f.manner is Manner.SAYS and (0 <= start - f.cue.i <= 12 or 0 <= f.cue.i - end <= 12)
    ]
    return min(near, key=lambda f: min(abs(start - f.cue.i), abs(f.cue.i - end)), default=None)


def _bare_cue(doc: "Doc", start: int, end: int) -> Frame | None:
    """'"...", X said.' parsed as a sentence of its own."""
    window: Span = doc[max(0, start - 8) : min(len(doc), end + 9)]
    for token in window:
        if token.pos_ == "VERB" and token.lemma_.lower() in _SAY and not start <= token.i < end:
            source = grammar.subject(token)
            if source is not None and not start <= source.i < end:
                return Frame(token, source, start, end, Manner.SAYS)
    return None
