"""The drafts of a truce's life: one for the verb that tells what became of it, one for the words that recall how it was made."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, CeasefirePhase, EventType
from sarhad.reading import grammar, modality
from sarhad.reading.draft import Draft
from sarhad.reading.roles_parties import expand
from sarhad.reading.second import Scene
from sarhad.reading.stance import Voice, voice
from sarhad.reading.truce_life import MAKING, SEEMING, Life, lives, recalled
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_BETWEEN_THEM = frozenset("broker mediate facilitate negotiate".split())
_CLAUSE_ENDS = frozenset((",", ";", ":", ".", "-", "–", "—", '"'))
_NEXT_CLAUSE = frozenset(("but", "while", "although", "though", "as", "because"))


def with_lives(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The drafts with what their sentences tell of a truce: that it holds, ran out, broke down; and apart from it how it was made."""
    out = [_as_recalled(_as_aimed_at(d), scene) for d in drafts]
    for sentence in scene.doc.sents:
        for told in lives(sentence):
            out = [_apart(d, told) for d in out if not _told_by(d, told)]
            out += [_life(told, scene), *_making(told, out, scene)]
    return sorted(out, key=lambda d: (d.clause, d.words))


def _told_by(draft: Draft, told: Life) -> bool:
    """The same told by the noun or the verb alone: "the truce" is no agreement where it is told to hold."""
    return draft.token.i in (told.truce.i, *range(told.verb.i, told.last + 1))


def _apart(draft: Draft, told: Life) -> Draft:
    """What recalls the making of the truce, without what became of it."""
    if draft.type is not EventType.AGREE or not told.truce.i < draft.token.i < told.verb.i:
        return draft
    return replace(draft, clause=_words_of(told))


def _as_aimed_at(draft: Draft) -> Draft:
    """ "Talks on extending the truce": nothing is extended yet."""
    token = draft.token
    aim = token.tag_ == "VBG" and token.dep_ == "pcomp" and token.head.lower_ in _AIMS
    if draft.type is EventType.AGREE and draft.aux is None and token.lemma_.lower() in _PROLONGS and aim:
        return replace(draft, aux=Auxiliary.HYPOTHETICAL)
    return draft


_PROLONGS = frozenset(("extend", "prolong", "renew"))
_AIMS = frozenset("on about over for of at toward towards".split())


def _as_recalled(draft: Draft, scene: Scene) -> Draft:
    """ "Accused it of breaking the truce agreed on 6 March": the agreement alone, and not by those who accuse."""
    truce = recalled(draft.token) if draft.type is EventType.AGREE else None
    if truce is None:
        return draft
    doc, first = draft.token.doc, truce.left_edge.i
    after = doc[draft.token.i + 1 : draft.token.sent.end]
    last = next((t.i for t in after if t.pos_ in _ANOTHER_CLAUSE), draft.token.sent.end) - 1
    named = scene.parties.named(doc[first].idx, doc[last].idx + len(doc[last]))
    own = [a for a in draft.actors if a.code in {n.code for n in named}]
    return replace(draft, clause=(first, last), actors=tuple(own), recipients=())


_ANOTHER_CLAUSE = ("VERB", "AUX", "SCONJ", "PUNCT")


def _words_of(told: Life) -> tuple[int, int]:
    """The truce with what is told with it, up to its verb."""
    last: int = told.verb.i - 1
    while last > told.truce.i and told.verb.doc[last].pos_ in ("AUX", "PUNCT", "ADV"):
        last -= 1
    return told.truce.left_edge.i, last


def _life(told: Life, scene: Scene) -> Draft:
    """The act of the verb, of the sides that the words for the truce name, or of the one told to have done it."""
    heard = _voice(told, scene)
    doers = expand(grammar.agent(told.verb), scene.parties)
    sides = tuple(a for a in _sides(told, scene) if a.code not in {d.code for d in doers})
    speaker = scene.parties.speaker(heard.source)[:1] if heard.source is not None else ()
    return Draft(
        token=told.verb,
        words=(told.verb.i, told.last),
        clause=(told.truce.left_edge.i, _until(told)),
        type=told.type,
        mode="ceasefire" if told.type is EventType.RETREAT else None,
        aux=modality.auxiliary(told.verb, told.type) or (Auxiliary.FUTURE if _to_come(told) else None),
        actors=doers or sides,
        recipients=sides if doers else (),
        speaker=speaker[0] if speaker else None,
        stance=heard.stance,
        cue=heard.cue.i if heard.cue is not None else None,
    )


def _to_come(told: Life) -> bool:
    """ "Is to take effect", "expires", "begins on Monday": still ahead; "takes effect", on no day, need not be."""
    verb = told.verb
    if verb.tag_ == "VB":
        return verb.head.lemma_ not in SEEMING
    if verb.pos_ != "VERB" or verb.tag_ not in ("VBZ", "VBP"):
        return False
    dated = any(t.ent_type_ == "DATE" for t in verb.doc[told.last + 1 : _until(told) + 1])
    return told.phase is CeasefirePhase.ENDED or (dated and verb.lemma_ in _STARTS)


_STARTS = frozenset(("begin", "start", "take", "come", "go", "enter"))


def _voice(told: Life, scene: Scene) -> Voice:
    """Who says what became of the truce; not who announced the truce, and also where the parse lost "…, the army said"."""
    heard = voice(told.verb, scene.said, hostile=False)
    if heard.cue is not None and _between(told, heard.cue) and heard.cue.lemma_.lower() in MAKING:
        heard = Voice()
    cue = told.verb.sent.root
    if heard.source is not None or cue.i <= told.last or cue.lemma_ not in _SAYS:
        return heard
    who = [s for s in grammar.children(cue, "nsubj") if s.i > told.last]
    return Voice(who[0], cue, heard.stance) if who else heard


_SAYS = frozenset("say add state claim announce report".split())


def _until(told: Life) -> int:
    """The last word of the verb's clause."""
    end: int = told.verb.sent.end
    after = told.verb.doc[told.last + 1 : end]
    marks = (t.i for t in after if t.text in _CLAUSE_ENDS or t.lower_ in _NEXT_CLAUSE)
    return next(marks, end) - 1


def _between(told: Life, cue: "Token") -> bool:
    """Whether a saying stands between the truce and its verb: "the truce, Chad said, collapsed"."""
    return bool(told.truce.i < cue.i < told.verb.i)


def _sides(told: Life, scene: Scene) -> tuple[Actor, ...]:
    """Who is named with the truce, less who brokered it or says what became of it."""
    doc = told.verb.doc
    heard = _voice(told, scene)
    aside = heard.source if heard.cue is not None and _between(told, heard.cue) else None
    start, end = told.truce.left_edge.idx, (aside.left_edge if aside is not None else told.verb).idx
    named = {a.code: a for a in scene.parties.named(start, end)}
    for word in doc[told.truce.i : told.verb.i]:
        if word.lemma_.lower() in _BETWEEN_THEM:
            others = scene.parties.named(word.idx, doc[_phrase_end(word, told)].idx)
            named = {code: a for code, a in named.items() if code not in {o.code for o in others}}
    return tuple(named.values())


def _phrase_end(word: "Token", told: Life) -> int:
    """Where "brokered by Qatar and Egypt" ends: at a comma, the next word on its making, or the verb."""
    end: int = told.verb.i
    after = word.doc[word.i + 1 : end]
    return next((t.i for t in after if t.text == "," or t.lemma_.lower() in MAKING), end)


def _making(told: Life, drafts: Sequence[Draft], scene: Scene) -> Iterator[Draft]:
    """ "The truce reached on 6 March": the agreement of that day, where nothing tells it yet."""
    between = told.verb.doc[told.truce.i + 1 : told.verb.i]
    made = next((t for t in between if t.lemma_.lower() in MAKING and t.pos_ == "VERB"), None)
    if made is None or any(told.truce.i < d.token.i < told.verb.i for d in drafts):
        return
    if any(t.ent_type_ == "DATE" for t in between[made.i - between.start :]):
        yield Draft(
            token=made, words=(made.i, made.i), clause=_words_of(told), type=EventType.AGREE,
            actors=_sides(told, scene),
        )  # fmt: skip
