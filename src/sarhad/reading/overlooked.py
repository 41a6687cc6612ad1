"""What lexicon and grammar overlooked: acts that the encoder alone sees, told by the same rules as every act."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sarhad.codebook import QUAD, Auxiliary, EventType, Quad, Stance, mode_belongs
from sarhad.reading import clauses, grammar, modality
from sarhad.reading.draft import Draft
from sarhad.reading.heard import Sight, tokens_of
from sarhad.reading.kinds import kind_told
from sarhad.reading.lexicon import usual
from sarhad.reading.roles import roles
from sarhad.reading.second import (
    LIMITS,
    TELLING,
    Scene,
    not_there,
    weighed,
    with_aux,
    with_parties,
    with_stance,
)
from sarhad.reading.stance import voice
from sarhad.reading.triggers import Trigger
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


def second_opinion(found: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The drafts with what the encoder adds to them, and the acts it alone sees; in order of the text."""
    if scene.ear.deaf:
        return list(found)
    known = [_sought(weighed(d, scene), found) for d in found]
    return sorted([*known, *_overlooked(known, scene)], key=lambda d: (d.clause, d.words))


def _overlooked(found: Sequence[Draft], scene: Scene) -> list[Draft]:
    out: list[Draft] = []
    taken = {i for d in found for i in (*range(d.words[0], d.words[1] + 1), d.token.i)}
    taken |= _no_acts(scene.triggers)
    for run in scene.ear.runs(LIMITS.act):
        words = _words(scene.doc, run)
        best = max(run, key=lambda s: s.act)
        if words is None or taken & set(range(words.start, words.end)) or not _likely(best, scene):
            continue
        kind, token = scene.ear.type_of(best), words.root
        if _told_already(token, kind, [*found, *out]) or _held(token, found) or not_there(token):
            continue
        draft = _sought(_draft(words, best, scene), found)
        if not _only_dates(draft):
            out.append(draft)
        taken |= set(range(words.start, words.end))
    return out


def _no_acts(triggers: Sequence[Trigger]) -> set[int]:
    """Words that the lexicon holds and that tell no act here: "fired two hundred workers", "a campaign against polio"."""
    out: set[int] = set()
    for trigger in triggers:
        if kind_told(trigger).type is None and not trigger.entry.has("working"):
            out |= {trigger.token.i, *range(trigger.first, trigger.last + 1)}
            out |= {trigger.noun.i} if trigger.noun is not None else set()
    return out


def _likely(sight: Sight, scene: Scene) -> bool:
    kind, sure = scene.ear.ranked(sight)[0]
    return sure >= LIMITS.type and sight.act >= (LIMITS.seldom_right if kind in LIMITS.seldom else LIMITS.act)


_NAMING = frozenset(("VERB", "NOUN", "ADJ"))


def _words(doc: "Doc", run: Sequence[Sight]) -> "Span | None":
    """The tokens of a run; None where none of them can name an act."""
    first, last = run[0], run[-1]
    span = doc.char_span(first.start + first.seen.start, last.start + last.seen.end, alignment_mode="expand")
    return span if span is not None and span.root.pos_ in _NAMING else None


def _told_already(token: "Token", kind: EventType, found: Sequence[Draft]) -> bool:
    """Whether an act of this type is told by the same clause."""
    return any(d.type is kind and d.clause[0] <= token.i <= d.clause[1] for d in found)


_HOLDING = frozenset((EventType.AGREE, EventType.CONSULT, EventType.THREATEN, EventType.REJECT, EventType.SANCTION, EventType.COOPERATE))  # fmt: skip
_NEAR = 5


def _held(token: "Token", found: Sequence[Draft]) -> bool:
    """Whether the word is part of what another act is about ("agreed to open", "postponed her visit")."""
    heads = {d.token.i for d in found if d.type in _HOLDING}
    return any(t.i in heads for t in itertools.islice(token.ancestors, _NEAR))


_SOUGHT = frozenset("effort attempt bid push hope close near verge brink".split())
_SEEK = frozenset("try seek hope aim attempt strive".split())


def _sought(draft: Draft, found: Sequence[Draft]) -> Draft:
    """ "Ordered a strike", "efforts to bring both to talks", "close to a truce": what is asked for or sought need not have
    been done. Where the encoder had no part in it the grammar has decided that already."""
    if draft.aux is not None or not (draft.coded_by == "encoder" or draft.filled):
        return draft
    heads = {d.token.i for d in found if d.type is EventType.REQUEST and d.token.i != draft.token.i}
    above = itertools.islice(_leading_to(draft.token), _NEAR)
    asked = any(t.i in heads or t.lemma_.lower() in _SOUGHT for t in above)
    asked = asked or draft.token.lemma_.lower() in _SEEK
    return replace(draft, aux=Auxiliary.HYPOTHETICAL) if asked else draft


_TOWARD = frozenset("for to of toward towards at on into".split())
_GOES_ON = frozenset("continue keep proceed go".split())
_STEPS = ("advmod", "xcomp", "dobj", "pobj", "acl", "compound", "conj", "pcomp", "ccomp", "advcl")


def _leading_to(token: "Token") -> Iterator["Token"]:
    """The words whose content `token` is part of: no clause of its own, no cause ("due to the violence"), nothing that goes on."""
    at = token
    while at.head != at:
        aside = at.dep_ == "prep" and at.lower_ not in _TOWARD
        finite = at.pos_ in ("VERB", "AUX") and bool(grammar.children(at, "nsubj", "nsubjpass"))
        told = finite and not any(c.lower_ == "to" and c.dep_ == "aux" for c in at.children)
        if aside or told or at.dep_ not in (*_STEPS, "prep") or at.head.lemma_ in _GOES_ON:
            return
        at = at.head
        yield at


_SINCE = frozenset("since before after when until during".split())


def _only_dates(draft: Draft) -> bool:
    """ "Since the war began": violence of nobody, told to date something else."""
    if draft.type is not EventType.ASSAULT or draft.actors or draft.recipients or draft.token.pos_ != "NOUN":
        return False
    head = grammar.clause_head(draft.token)
    marks = {c.lower_ for c in head.children if c.dep_ in ("mark", "advmod")} | {draft.token.head.lower_}
    return bool(marks & _SINCE)


# --- one act that the encoder sees


def _draft(words: "Span", sight: Sight, scene: Scene) -> Draft:
    token, kind = words.root, scene.ear.type_of(sight)
    mode = scene.ear.facet(sight, "mode")[0] or None
    told = _told(token) if kind is EventType.ASSAULT else token
    trigger = Trigger(told, usual(kind, "v" if told.pos_ == "VERB" else "n"), words.start, words.end - 1)
    parties = roles(trigger, scene.parties)
    heard = voice(token, scene.said, hostile=QUAD[kind] is Quad.MATERIAL_CONFLICT)
    source = heard.source
    speaker = scene.parties.speaker(source)[:1] if source is not None else _speaker(sight, scene)
    draft = Draft(
        token=token,
        words=(words.start, words.end - 1),
        clause=clauses.widened(scene.doc, clauses.clause(trigger), token),
        type=kind,
        mode=mode if mode_belongs(kind, mode) else None,
        aux=modality.auxiliary(token, kind),
        scope=modality.scope(token),
        actors=parties.actors,
        recipients=parties.recipients,
        speaker=speaker[0] if speaker else None,
        stance=heard.stance,
        cue=heard.cue.i if heard.cue is not None else None,
        coded_by="encoder",
        seen=sight.act,
    )
    draft = with_stance(with_parties(draft, sight, scene), sight, scene)
    return of_a_rival(_for_oneself(_denying(with_aux(draft, sight, scene))))


_WORDS_OF_DENIAL = (EventType.REJECT, EventType.ACCUSE)


def _denying(draft: Draft) -> Draft:
    """ "Has not confirmed", "we do not believe such reports": the "not" is part of what is told, and that was."""
    if draft.aux is not Auxiliary.NEGATION:
        return draft
    words = draft.token.doc[draft.words[0] : draft.words[1] + 1]
    refusing = (
        draft.type in _WORDS_OF_DENIAL
        and any(t.dep_ == "neg" for t in words)
        and draft.token.lemma_.lower() not in _SEEK
    )
    return replace(draft, aux=None) if refusing or draft.stance is Stance.NEITHER else draft


def _told(token: "Token") -> "Token":
    """ "Confirmed the death of its commander", "announced that he was killed": what is told is the death."""
    if token.lemma_.lower() not in TELLING:
        return token
    return next(iter([*grammar.children(token, "dobj"), *grammar.children(token, "ccomp")]), token)


def _speaker(sight: Sight, scene: Scene) -> tuple[Actor, ...]:
    pieces = sight.seen.roles["speaker"]
    heads = [t for t, sure in tokens_of(scene.doc, sight, pieces) if sure >= LIMITS.speaker]
    return next((found[:1] for t in heads if (found := scene.parties.speaker(t))), ())


_IN_WORDS = frozenset((EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN, EventType.SUPPORT, EventType.AGREE, EventType.CONCEDE))  # fmt: skip


def _for_oneself(draft: Draft) -> Draft:
    """Who threatens, refuses or thanks in words of their own is the doer, and nobody's speaker."""
    own = draft.speaker is not None and draft.speaker.code in {a.code for a in draft.actors}
    return replace(draft, speaker=None) if own and draft.type in _IN_WORDS else draft


def of_a_rival(draft: Draft) -> Draft:
    """What a state says another did to hurt: a claim, as long as nothing else tells it."""
    if draft.stance is not Stance.ASSERTS or draft.speaker is None or draft.type is not EventType.ASSAULT:
        return draft
    who = draft.speaker.code[:3]
    rival = (
        who not in ("UNK", "IGO", "NGO")
        and bool(draft.actors)
        and who not in {a.code[:3] for a in draft.actors}
    )
    return replace(draft, stance=Stance.ALLEGES) if rival else draft
