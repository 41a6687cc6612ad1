"""What a dependency parse says of a clause: subjects, objects, prepositions, governors, the extent of a clause.

The labels are those of spaCy's English models (ClearNLP style).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
CLAUSES = frozenset(
    ("ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "acl", "xcomp", "pcomp", "csubj")
)
RELATIVES = frozenset(("who", "which", "that", "whom", "where", "whose"))


def children(token: "Token", *labels: str) -> list["Token"]:
    """Children of `token` under one of the labels, in order of the text."""
    return [c for c in token.children if c.dep_ in labels]


def conjuncts(token: "Token") -> list["Token"]:
    """`token` and what is joined to it ("Pakistan and Iran"), in order."""
    out, queue = [token], [token]
    while queue:
        for c in queue.pop().children:
            if c.dep_ == "conj":
                out.append(c)
                queue.append(c)
    return sorted(out, key=lambda t: t.i)


def is_passive(verb: "Token") -> bool:
    """Whether the verb stands in the passive: "was hit", or "a building hit by"."""
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children) or _without_was(verb):
        return True
    bare = verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl", "amod")
    return (bare or _joined_passive(verb) or told_as_held(verb)) and not children(
        verb, "nsubj", "dobj", "aux"
    )


_HOLDING_FOR = frozenset("confirm believe report presume fear suspect say assume know declare".split())


def told_as_held(verb: "Token") -> bool:
    """ "Three commanders confirmed killed", "two men believed held in the camp"."""
    above = verb.head
    return verb.tag_ == "VBN" and verb.dep_ in ("xcomp", "oprd", "ccomp") and above.i == verb.i - 1 and (
        above.lemma_ in _HOLDING_FOR and above.tag_ in ("VBD", "VBN")
    )  # fmt: skip


def _without_was(verb: "Token") -> bool:
    """ "12 were killed and five taken hostage", "with six others injured": a participle that has a subject and no "was"."""
    if verb.tag_ != "VBN" or not children(verb, "nsubj") or children(verb, "aux"):
        return False
    if verb.dep_ != "pcomp" and not (verb.dep_ == "conj" and is_passive(verb.head)):
        return False
    return all(o.lower_ in _AS_CAPTIVE for o in children(verb, "dobj"))


_AS_CAPTIVE = frozenset(("hostage", "prisoner", "captive"))


def _joined_passive(verb: "Token") -> bool:
    """ "Was backed by X and listed by Y"."""
    by = any(c.lower_ == "by" for c in verb.children) or any(name == "by" for name, _ in _named_as(verb))
    told = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and by)
    return told and verb.dep_ == "conj" and verb.head.tag_ == "VBN" and is_passive(verb.head)


def antecedent(pronoun: "Token", verb: "Token") -> "Token":
    """For who, which and that of a relative clause the noun it stands for, else the token itself."""
    if pronoun.lower_ in RELATIVES and verb.dep_ == "relcl":
        return verb.head
    return pronoun


def subject(verb: "Token", depth: int = 0) -> "Token | None":
    """The grammatical subject, found through conjunctions, participles and infinitives."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    own = own or [s for a in children(verb, "aux", "auxpass") for s in children(a, "nsubj", "nsubjpass")]
    if own:
        return antecedent(own[0], verb)  # "Iran has, however, rejected" hangs its subject on "has"
    if depth > 6:
        return None
    return _inherited_subject(verb, depth) or _parted_subject(verb)


def _parted_subject(verb: "Token") -> "Token | None":
    """The noun that the parse hung elsewhere: right before the main verb ("… – Israeli missiles hit the town"), or
    a name taken for a time ("Pakistan, for example, has called")."""
    if verb.dep_ != "ROOT" or verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP") or verb.i == verb.sent.start:
        return None
    if children(verb, "csubj", "csubjpass"):
        return None  # "shelling across the border killed two": not the border
    apart = [
        c
        for c in verb.lefts
        if c.dep_ == "npadvmod" and c.pos_ == "PROPN" and c.ent_type_ not in ("DATE", "TIME")
    ]
    before = verb.nbor(-1)
    beside = before.pos_ in ("NOUN", "PROPN") and before.head.i != verb.i and verb.tag_ != "VBN"
    return apart[0] if apart else before if beside else None


def _inherited_subject(verb: "Token", depth: int) -> "Token | None":
    head = verb.head
    if verb.dep_ in ("advcl", "ccomp") and verb.tag_ in ("VBZ", "VBP"):
        return None  # a finite clause has its own subject or was misread ("after strikes against X")
    if verb.dep_ == "acl":
        return head
    if verb.dep_ == "relcl":
        return head
    if verb.dep_ in ("xcomp", "ccomp") and head.pos_ in ("VERB", "AUX"):
        objects = children(head, "dobj", "dative")
        return objects[0] if objects and not is_passive(head) else subject(head, depth + 1)
    if verb.dep_ in ("conj", "advcl", "xcomp") and head.pos_ in ("VERB", "AUX"):
        return _apposed(verb) or subject(head, depth + 1)
    if verb.dep_ == "xcomp" or (verb.dep_ == "conj" and head.pos_ in ("NOUN", "PROPN")):
        return None
    if verb.dep_ == "pcomp":
        return _subject_through_preposition(head, depth)
    if verb.dep_ == "aux" and head.pos_ in ("VERB", "AUX"):
        return subject(head, depth + 1)
    return None


def _subject_through_preposition(preposition: "Token", depth: int) -> "Token | None":
    """ "Accused X of doing": X; "responded by doing": the subject of responded; "has a history of doing": who has it,
    "its history of doing": whose it is."""
    governor = preposition.head
    if governor.pos_ == "NOUN":
        whose = children(governor, "poss")
        held = governor.dep_ == "dobj" and governor.head.lemma_ in _HELD
        return whose[0] if whose else subject(governor.head, depth + 1) if held else None
    if governor.pos_ not in ("VERB", "AUX"):
        return None
    objects = children(governor, "dobj")
    if objects and preposition.lower_ in ("of", "for", "from", "with") and not is_passive(governor):
        return objects[0]
    return subject(governor, depth + 1)


def _apposed(verb: "Token") -> "Token | None":
    """ "Struck the Front, a group based in X, also backed by Y": the group, which the participle follows."""
    first = verb.left_edge
    if verb.dep_ != "advcl" or verb.tag_ != "VBN" or first.i < 2 or first.nbor(-1).text != ",":
        return None
    last = first.nbor(-2)
    apposed = (t for t in (last, *last.ancestors) if t.dep_ == "appos" and t.right_edge.i == last.i)
    return next((t.head if t.head.pos_ == "PROPN" else t for t in apposed), None)


_HELD = frozenset("have play make show continue share bear shoulder".split())


def objects(verb: "Token") -> list["Token"]:
    """What the act is done to: direct object, subject of the passive, the noun of "a building hit by"."""
    if is_passive(verb):
        patient = subject(verb)
        return [patient] if patient is not None else []
    out = [antecedent(c, verb) if c.lower_ in RELATIVES else c for c in children(verb, "dobj", "dative")]
    # "contacted the minister to remind him": the parser often hangs the object under the infinitive
    for clause in children(verb, "ccomp") if not out else ():
        if any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children):
            out += children(clause, "nsubj")
    if (
        not out
        and verb.dep_ == "relcl"
        and children(verb, "nsubj")
        and children(verb, "nsubj")[0].lower_ not in RELATIVES
    ):
        out = [verb.head]
    return out


def prepositional(token: "Token", names: frozenset[str] | None = None) -> Iterator[tuple[str, "Token"]]:
    """(preposition, object) pairs that hang on `token`, nested ones ("in talks with") not included."""
    for first in token.children:
        if first.dep_ not in ("prep", "agent", "dative") or first.pos_ not in ("ADP", "SCONJ", "VERB"):
            continue
        for p in (first, *(c for c in first.children if c.dep_ == "conj" and c.pos_ == "ADP")):
            if names is None or p.lower_ in names:
                for c in p.children:
                    if c.dep_ in ("pobj", "pcomp"):
                        yield p.lower_, c


def agent(verb: "Token") -> "Token | None":
    """The doer named by a passive's "by"; "by Thursday" names none."""
    for name, c in (*prepositional(verb), *_named_as(verb)):
        if name == "by" and c.dep_ == "pobj" and c.ent_type_ not in ("DATE", "TIME"):
            return c
    return None


def _named_as(verb: "Token") -> Iterator[tuple[str, "Token"]]:
    """ "Listed as a terrorist group by X": what the parse hangs on the group."""
    for name, thing in prepositional(verb, frozenset(("as",))):
        if name == "as":
            yield from prepositional(thing, frozenset(("by",)))


def of_oneself(clause: "Token") -> bool:
    """ "claimed it had fired", "claimed to have fired": what one says of one's own doing."""
    own = children(clause, "nsubj", "nsubjpass")
    return not own or own[0].lower_ in ("it", "they", "he", "she", "we", "i")


def clause_head(token: "Token") -> "Token":
    """The verb of the smallest clause around `token` (the token itself when it is one)."""
    at = token
    while at.dep_ not in CLAUSES or (at.dep_ == "conj" and at.pos_ not in ("VERB", "AUX")):
        if at.head == at:
            break
        at = at.head
    return at


def governors(token: "Token") -> Iterator["Token"]:
    """Everything above `token` up to the root, nearest first."""
    at = token
    while at.head != at:
        at = at.head
        yield at


def finite(verb: "Token") -> "Token":
    """The verb that carries tense and negation for `verb`: itself, or the one its infinitive hangs on."""
    at = verb
    while at.dep_ in ("xcomp",) and at.head.pos_ in ("VERB", "AUX", "ADJ"):
        at = at.head
    return at


PAPERS = frozenset(
    "deal agreement accord pact treaty memorandum contract protocol document framework".split()
)
"""Papers that are signed: what they are for is undertaken."""


def undertaken(verb: "Token") -> list["Token"]:
    """ "Promised on Sunday to free them", "signed a deal in Doha to withdraw": what is undertaken, though the parse takes it for
    a purpose. Only of a verb that has no complement but a paper."""
    things = children(verb, "dobj", "nsubjpass")
    if children(verb, "xcomp", "ccomp") or any(o.lemma_.lower() not in PAPERS for o in things):
        return []
    after = (c for c in children(verb, "advcl") if c.i > verb.i)
    return [c for c in after if to_do(c) and not any(g.lower_ == "order" for g in c.children)]


def pledged_by(noun: "Token") -> bool:
    """ "Chad's commitment to open the crossing", "a pledge by Chad to free them": a promise told with whose it is and what of."""
    if noun.lemma_.lower() not in PROMISES:
        return False
    whose = children(noun, "poss") or any(name in ("by", "from") for name, _ in prepositional(noun))
    return bool(whose) and any(to_do(c) for c in children(noun, "acl", "relcl"))


PROMISES = frozenset("pledge promise vow commitment undertaking assurance guarantee".split())


def to_do(verb: "Token") -> bool:
    """An infinitive with "to"."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def extent(root: "Token", leave_out: frozenset[str], keep: "Token | None" = None) -> tuple[int, int]:
    """First and last token (inclusive) of `root`'s subtree without the subtrees under `leave_out` labels that lie at
    its edges. A subtree that holds `keep` stays."""
    kept = [root.i]
    for c in root.children:
        if c.dep_ in leave_out and not (keep is not None and c.left_edge.i <= keep.i <= c.right_edge.i):
            continue
        if c.dep_ == "punct":
            continue
        kept += [c.left_edge.i, c.right_edge.i]
    return min(kept), max(kept)
