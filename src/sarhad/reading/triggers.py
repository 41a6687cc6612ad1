"""Which words of a document name an act: the lexicon held against the parse.

A trigger is a token, the lexicon entry it matched, and the range of tokens that name the act. What one clause tells
twice ("carried out strikes", "held talks") is one trigger: the verb and its noun are joined here.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.reading import grammar
from sarhad.reading.lexicon import Entry, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Trigger:
    """`token` heads the words that name the act; `first`..`last` are the token range of those words; `noun` is the
    event noun that a verb was joined with ("carried out [strikes]")."""

    token: "Token"
    entry: Entry
    first: int
    last: int
    noun: "Token | None" = None
    noun_entry: Entry | None = None

    @property
    def type(self) -> EventType:
        return self.entry.type


def find_triggers(doc: "Doc", lexicon: Lexicon) -> list[Trigger]:
    """All triggers of a parsed document in order of the text."""
    found: dict[int, Trigger] = {}
    for token in doc:
        trigger = _verb(token, lexicon) or _noun(token, lexicon)
        if trigger:
            found[token.i] = trigger
    joined = _told_once(_join(found))
    return [t for _, t in sorted(joined.items())]


# --- single words and phrases


def _verb(token: "Token", lexicon: Lexicon) -> Trigger | None:
    if _there_is(token):
        return _of_noun(token, lexicon)
    if token.pos_ != "VERB" or token.dep_ in ("amod", "compound", "aux"):
        return None
    if token.dep_ == "conj" and token.head.pos_ not in ("VERB", "AUX"):
        return None  # "limited and targeted raids"
    for entry in lexicon.verbs.get(token.lemma_.lower(), ()):
        last = _tail(token, entry)
        if last is None or (entry.objects and not _has_object(token, entry)):
            continue
        if entry.has("toact") and not _told_to_act(token):
            continue  # "told reporters that the base was hit" holds what was said, it asks for nothing
        return Trigger(token, entry, min(token.i, last), max(token.i, last))
    return None


def _there_is(token: "Token") -> bool:
    """ "There has been fighting between X and Y": a noun, parsed as a verb."""
    return token.tag_ == "VBG" and bool(grammar.children(token, "expl"))


def _told_to_act(verb: "Token") -> bool:
    """ "Told its nationals to leave", "were advised to register"."""
    tasks = [c for c in grammar.children(verb, "xcomp", "ccomp") if c.tag_ == "VB"]
    to_act = any(a.lower_ == "to" for c in tasks for a in c.children)
    return to_act and bool(grammar.objects(verb))


def _tail(token: "Token", entry: Entry) -> int | None:
    """Token index of the phrase's last word, or None when the phrase is not there."""
    at: int = token.i
    for word in entry.tail:
        match = next((c for c in token.children if c.lemma_.lower() == word and _belongs(c, token)), None)
        if match is None:
            nearby = [t for t in token.doc[token.i + 1 : token.i + 3] if t.lower_ == word]
            match = nearby[0] if nearby else None
        if match is None:
            return None
        at = match.i
    return at


def _belongs(word: "Token", verb: "Token") -> bool:
    """Whether a word after a verb is part of its phrase: "called on Iran", not "called Iran on Tuesday"."""
    if word.i <= verb.i:
        return False
    return word.dep_ != "prep" or not any(
        verb.i < o.i < word.i for o in grammar.children(verb, "dobj", "oprd")
    )


def _has_object(verb: "Token", entry: Entry) -> bool:
    return object_noun(verb, entry) is not None


def object_noun(verb: "Token", entry: Entry) -> "Token | None":
    """The object that satisfies the entry, looked for among objects, complements and objects of prepositions."""
    near = [*grammar.objects(verb), *grammar.children(verb, "attr", "oprd")]
    near += [c for _, c in grammar.prepositional(verb) if _ in ("of", "to", "on", "in", "with", "for", "at")]
    near += grammar.children(verb, "xcomp", "ccomp") if "commitment" not in entry.objects else []
    if verb.lemma_ in OPENS and not grammar.objects(verb):
        near += grammar.children(verb, "nsubj")  # "the crossing reopened on Monday"
    for head in near:
        for noun in grammar.conjuncts(head):
            if noun.lemma_.lower() in entry.objects:
                return noun
            inner = [
                c
                for c in noun.children
                if c.dep_ in ("compound", "amod", "nmod") and c.lemma_.lower() in entry.objects
            ]
            if inner:
                return noun
            for _, deep in grammar.prepositional(noun, frozenset(("of", "for"))):
                measured = noun.lemma_.lower() in _MEASURES or (noun.pos_ == "NUM" and noun.lower_ != "one")
                if deep.lemma_.lower() in entry.objects and measured:
                    return deep
            if noun.pos_ == "NUM" and "prisoner" in entry.objects and not list(grammar.prepositional(noun)):
                return noun  # "has yet to release the other nine"
    return _the_offer(verb) if "offer" in entry.objects else None


def _the_offer(verb: "Token") -> "Token | None":
    """ "Accepted it", of an offer made in this sentence or the one before."""
    it = next((o for o in grammar.objects(verb) if o.lower_ in ("it", "this", "that")), None)
    start = verb.doc[max(0, verb.sent.start - 1)].sent.start
    made = any(t.lemma_.lower() in ("offer", "proposal") for t in verb.doc[start : verb.i])
    return it if made else None


OPENS = frozenset(("open", "reopen", "resume"))
_MEASURES = frozenset(
    (
        "number series wave barrage range dozen hundred thousand lot kind form type round set tonne ton "
        "shipment"
    ).split()
)


def _noun(token: "Token", lexicon: Lexicon) -> Trigger | None:
    if token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.dep_ in ("amod", "nmod"):
        return None
    if token.dep_ == "compound" and token.head.pos_ in ("NOUN", "PROPN"):
        return None
    return _of_noun(token, lexicon)


def _of_noun(token: "Token", lexicon: Lexicon) -> Trigger | None:
    word = token.lower_ if token.tag_ == "VBG" else token.lemma_.lower()
    for entry in lexicon.nouns.get(word, ()):
        first = _words_before(token, entry) if entry.tail else token.i
        if first is not None:
            head = token.doc[first] if "of" in entry.tail else token  # "an exchange of fire between"
            return Trigger(head, entry, first, token.i)
    return None


def _words_before(token: "Token", entry: Entry) -> int | None:
    """Where the phrase that ends in `token` begins; hyphens count as part of a word ("cross-border")."""
    doc = token.doc
    at: int = token.i
    for word in reversed(entry.tail):
        start, words = at - 1, ""
        while start >= 0 and at - start <= 3:
            words = doc[start].lemma_.lower() + words
            if words == word:
                break
            start -= 1
        else:
            return None
        if start < 0:
            return None
        at = start
    return at


# --- one act told by verb and noun together


def _join(found: dict[int, Trigger]) -> dict[int, Trigger]:
    """Drop the noun of "carried out strikes", keep its entry with the verb when both name the same type."""
    out = dict(found)
    for i, trigger in found.items():
        if trigger.entry.part != "v":
            continue
        for noun in _core_nouns(trigger.token):
            other = found.get(noun.i)
            if other is not None and other.entry.part == "n" and _same_act(trigger, other):
                out.pop(noun.i, None)
                out[i] = Trigger(
                    trigger.token,
                    trigger.entry,
                    trigger.first,
                    trigger.last,
                    noun=other.token,
                    noun_entry=other.entry,
                )
    return out


def _told_once(found: dict[int, Trigger]) -> dict[int, Trigger]:
    """ "an attack that killed 12", "killed 12 and wounded 20", "raided the camp, killing two": one happening, told by its
    first word; "targeted and hit two ships" is told by the one that names what was hit."""
    out = dict(found)
    for i, trigger in found.items():
        if trigger.type is not EventType.ASSAULT:
            continue
        other = _told_above(trigger, out)
        if other is not None and _of_one_happening(trigger, other):
            out.pop(i, None)
        shared = trigger.token.head
        if trigger.token.dep_ == "conj" and shared.i in out and _object_shared(trigger.token):
            if out[shared.i].type is EventType.ASSAULT:
                out.pop(shared.i)
    return out


_HURT = frozenset("kill injure wound martyr maim".split())


def _of_one_happening(trigger: Trigger, other: Trigger) -> bool:
    token = trigger.token
    if token.dep_ in ("relcl", "acl"):
        by_noun = other.entry.part == "n" or other.noun is not None
        return by_noun and token.lemma_ in _HARM
    if other.entry.part != "v":
        return False
    if token.dep_ in ("conj", "advcl") and token.lemma_ in ("injure", "wound"):
        return True
    if token.lemma_ not in _HURT:
        return False
    return (token.dep_ == "advcl" and token.tag_ == "VBG") or _with_more_hurt(token)


def _with_more_hurt(verb: "Token") -> bool:
    """ "killed six, with twenty more injured"."""
    return verb.dep_ in ("pcomp", "pobj") and verb.head.lower_ == "with"


def _object_shared(verb: "Token") -> bool:
    """ "targeted and hit two ships": the verb before has its object from this one."""
    first = verb.head
    between = first.doc[first.i + 1 : verb.i]
    joined = all(t.dep_ in ("cc", "advmod", "punct") for t in between)
    return joined and first.pos_ == "VERB" and not grammar.is_passive(first) and bool(grammar.objects(verb))


def _told_above(trigger: Trigger, found: dict[int, Trigger]) -> Trigger | None:
    """The violent word a harm hangs on: its head, or the noun above it ("an attack on a mosque that killed six")."""
    token = trigger.token
    at = token.head
    at = at.head if _with_more_hurt(token) else at
    relative = token.dep_ in ("relcl", "acl")
    for _ in range(8):
        other = found.get(at.i)
        if other is not None and other.type is EventType.ASSAULT and at.i != token.i:
            return other
        if at.dep_ not in _WITHIN or not relative or _tells_of_people(token):
            return None
        at = at.head
    return None


_WITHIN = frozenset(("pobj", "prep", "advmod", "dobj", "acl", "compound", "appos", "npadvmod"))


def _tells_of_people(verb: "Token") -> bool:
    """ "gunmen who killed": people act for themselves; "the death of X, who was killed" tells of X again."""
    return any(c.lower_ == "who" and c.dep_ != "nsubjpass" for c in verb.children)


_HARM = frozenset("kill injure wound leave hit target strike destroy claim martyr".split())


def _same_act(verb: Trigger, noun: Trigger) -> bool:
    if verb.type is noun.type:
        return True
    # "reach a ceasefire", "sign an agreement", "call for a ceasefire", "violate the truce": the verb's act is the one told
    return noun.type is EventType.AGREE and verb.type in (
        EventType.AGREE,
        EventType.REQUEST,
        EventType.REJECT,
    )


_DATING = frozenset(("since", "before", "until"))
"""What an act is dated by is another act: "there were clashes since the attack"."""


def _core_nouns(verb: "Token") -> list["Token"]:
    """Nouns that belong to the verb's own telling: its objects, its subject, the objects of its prepositions."""
    heads = [*grammar.objects(verb), *grammar.children(verb, "attr", "nsubj")]
    heads += [c for name, c in grammar.prepositional(verb) if c.dep_ == "pobj" and name not in _DATING]
    if verb.lemma_ == "claim":
        heads += [c for o in grammar.objects(verb) for _, c in grammar.prepositional(o, frozenset(("for",)))]
    return [n for h in heads for n in grammar.conjuncts(h)]
