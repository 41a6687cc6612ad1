"""From a parsed document to its statements: every pass in order, each on its own.

triggers → told in their own right → kind → roles → voice → modality → place, time, toll → undertaking, truce → links.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sarhad.codebook import QUAD, Auxiliary, EventType, Quad, Stance, mode_belongs
from sarhad.reading import clauses, grammar, modality, selection
from sarhad.reading.attribution import Frame
from sarhad.reading.draft import Draft
from sarhad.reading.kinds import kind_told
from sarhad.reading.kinds_refused import of_a_refusal, refuses
from sarhad.reading.kinds_words import PEOPLE
from sarhad.reading.roles import Parties, roles, target
from sarhad.reading.roles_answerable import reporter
from sarhad.reading.stance import Voice, voice
from sarhad.reading.triggers import Trigger
from sarhad.reading.verbal import left_unsaid, verbal_acts
from sarhad.reading.worth_telling import only_named
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the passes share about one document."""

    parties: Parties
    frames: Sequence[Frame]


def drafts(doc: "Doc", parties: Parties, triggers: Sequence[Trigger], said: Sequence[Frame]) -> list[Draft]:
    """Every act that the lexicon's words of a parsed document tell, in order of the text, without places and times (the caller adds them)."""
    setting = Setting(parties=parties, frames=said)
    found = [d for t in selection.told(triggers) for d in _draft(t, setting)]
    taken = {i for d in found for i in range(d.words[0], d.words[1] + 1)}
    spoken = [
        d
        for d in verbal_acts(doc, setting.frames, parties)
        if not taken & set(range(d.words[0], d.words[1] + 1)) or d.coded_by == "silence"
    ]
    silent = {i for d in spoken if d.coded_by == "silence" for i in range(d.words[0], d.words[1] + 1)}
    kept = left_unsaid([d for d in found if d.token.i not in silent], spoken)
    kept = [_own_threat(d, setting) for d in kept]
    return sorted((d for d in kept if not only_named(d)), key=lambda d: (d.clause, d.words))


# --- one trigger


def _draft(trigger: Trigger, setting: Setting) -> Iterable[Draft]:
    clause = clauses.clause(trigger)
    kind = kind_told(trigger)
    if kind.type is None or _set_beside(trigger.token):
        return
    found = (
        of_a_refusal(trigger, setting.parties) if refuses(trigger, kind) else roles(trigger, setting.parties)
    )
    if trigger.entry.has("weak") and not (found.actors and found.recipients):
        if not (trigger.entry.has("mutual") and len(found.actors) > 1):
            return
    if trigger.entry.has("act") and not found.actors and not _has_subject(trigger.token):
        return
    heard = _as_reported(trigger.token, setting) or voice(
        trigger.token, setting.frames, hostile=kind.type in _HOSTILE
    )
    aux = (
        Auxiliary.NEGATION
        if kind.negated and kind.type is EventType.COERCE
        else modality.auxiliary(trigger.token, kind.type)
    )
    if kind.negated and kind.type is EventType.REJECT:
        aux = None
    speaker = _speaker(heard.source, found.actors, setting)
    stance = Stance.REFRAMES if kind.reframes else heard.stance
    if aux is Auxiliary.NEGATION and _of_ones_own(kind.type, speaker, found.actors, trigger.token):
        aux, stance = None, Stance.DENIES
    modal = _demanded(trigger.token, speaker, found.actors)
    if modal is not None and speaker is not None:
        asked = (*found.actors, *(r for r in found.recipients if r.code != speaker.code))
        yield Draft(
            token=modal, words=(modal.i, modal.i), clause=clause, type=EventType.REQUEST, mode="change",
            actors=(speaker,), recipients=asked, cue=heard.cue.i if heard.cue is not None else None,
        )  # fmt: skip
        return
    yield Draft(
        token=trigger.token,
        words=(trigger.first, trigger.last),
        clause=clause,
        type=kind.type,
        mode=kind.mode if mode_belongs(kind.type, kind.mode) else None,
        aux=aux,
        scope=modality.scope(trigger.noun or trigger.token),
        actors=_in_own_words(found.actors, trigger.token, heard.source, setting),
        recipients=found.recipients,
        speaker=speaker,
        stance=stance,
        cue=heard.cue.i if heard.cue is not None else None,
        content=_content(trigger, setting.frames),
        failed=kind.failed,
        target=target(trigger) if kind.type is EventType.ASSAULT else None,
    )


_HOSTILE = frozenset(k for k, q in QUAD.items() if q >= Quad.VERBAL_CONFLICT) | {
    EventType.AID,
    EventType.SUPPORT,
}


def _as_reported(token: "Token", setting: Setting) -> Voice | None:
    by = reporter(token, setting.parties)
    return Voice(by, token.head) if by is not None else None


def _demanded(token: "Token", speaker: Actor | None, actors: Sequence[Actor]) -> "Token | None":
    """ "Sharif said the world must act": the modal that makes it the speaker's demand."""
    if speaker is None or not actors or speaker.code in {a.code for a in actors} or token.pos_ != "VERB":
        return None
    if grammar.is_passive(token) or token.lemma_ in ("be", "consider", "remain", "know"):
        return None
    return next((a for a in grammar.children(token, "aux") if a.lower_ in ("must", "should")), None)


def _of_ones_own(
    kind: EventType | None, speaker: Actor | None, actors: Sequence[Actor], token: "Token"
) -> bool:
    """ "We have not attacked anybody", "the army said it had not struck": violence told not to be one's own is denied."""
    if kind is not EventType.ASSAULT or speaker is None or token.pos_ != "VERB":
        return False
    doer = grammar.subject(token)
    own = speaker.code.split(".")[0] in {a.code.split(".")[0] for a in actors}
    promised = any(
        c.lower_ in ("will", "would", "'ll", "wo", "shall") for c in grammar.children(token, "aux")
    )
    return not promised and (own or (doer is not None and doer.lower_ in ("we", "i")))


def _set_beside(token: "Token") -> bool:
    """ "As opposed to the militant options": set beside them, nothing is resisted."""
    return bool(token.lower_ == "opposed" and token.i and token.nbor(-1).lower_ == "as")


def _has_subject(token: "Token") -> bool:
    """Whether a person or body, if unresolved, is told to act."""
    doer = grammar.agent(token) if grammar.is_passive(token) else grammar.subject(token)
    return doer is not None and (doer.pos_ in ("PROPN", "PRON") or doer.lemma_.lower() in PEOPLE)


def _speaker(source: "Token | None", actors: Sequence[Actor], setting: Setting) -> Actor | None:
    if source is None:
        return None
    named = setting.parties.speaker(source) or _issuer(source, setting)
    if named:
        return named[0]
    words = source.doc[source.left_edge.i : source.right_edge.i + 1]
    if source.pos_ == "PRON" or len(words) > 12:
        return None
    return Actor(mention=source.text, code="UNK.UNK", resolved_by="open")


_DOCUMENTS = frozenset("report statement release document letter study communique survey dossier".split())
_ISSUES = frozenset("release publish issue send file submit circulate".split())
_FAR_BACK = 200


def _issuer(source: "Token", setting: Setting) -> tuple[Actor, ...]:
    """ "The report said": whose report it is, as told with it or where it was named before."""
    if source.lemma_.lower() not in _DOCUMENTS:
        return ()
    back = source.doc[max(0, source.i - _FAR_BACK) : source.i]
    same = [source, *(t for t in reversed(back) if t.lemma_.lower() == source.lemma_.lower())]
    return next((found for t in same for n in _owners(t) if (found := setting.parties.speaker(n))), ())


def _owners(paper: "Token") -> list["Token"]:
    """ "The UN's report", "a report by the army", "the army released a report"."""
    owners = grammar.children(paper, "poss", "compound", "nmod", "amod")
    owners += [o for _, o in grammar.prepositional(paper, frozenset(("by", "from")))]
    up = paper.head
    issued = paper.dep_ == "dobj" and up.lemma_.lower() in _ISSUES
    issuer = grammar.subject(up) if issued else None
    return [*owners, *([issuer] if issuer is not None else [])]


def _in_own_words(
    actors: tuple[Actor, ...], token: "Token", source: "Token | None", setting: Setting
) -> tuple[Actor, ...]:
    """ "We condemn": the speaker acts; "I spoke with X": with X; "they struck", in the speaker's words: somebody else."""
    doer = grammar.subject(token) if token.pos_ == "VERB" else None
    if doer is None or source is None:
        return actors
    if doer.lower_ == "they" and _quoted(token):
        speaking = {a.code for a in setting.parties.speaker(source)}
        return tuple(a for a in actors if a.code not in speaking)
    if doer.lower_ not in ("we", "i"):
        return actors
    own = tuple(replace(a, mention=doer.text, resolved_by="pronoun") for a in setting.parties.expand(source))
    codes = {a.code for a in own}
    others = (a for a in actors if a.resolved_by != "pronoun" and a.code not in codes)
    return (*own, *others) if own else actors


def _quoted(token: "Token") -> bool:
    """Whether the token stands behind a quotation mark that its sentence opens."""
    before = token.doc[token.sent.start : token.i]
    return sum(t.text in ('"', "“") for t in before) % 2 == 1


def _content(trigger: Trigger, found: Sequence[Frame]) -> tuple[int, int] | None:
    """The token range that an accusation, denial or condemnation speaks of."""
    if trigger.type not in (EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN):
        return None
    own = [f for f in found if f.cue.i == trigger.token.i]
    if own:
        return min(f.start for f in own), max(f.end for f in own)
    inside = [*grammar.objects(trigger.token), *(o for _, o in grammar.prepositional(trigger.token))]
    edges = [(o.left_edge.i, o.right_edge.i + 1) for o in inside]
    return (min(a for a, _ in edges), max(b for _, b in edges)) if edges else None


def _own_threat(draft: Draft, setting: Setting) -> Draft:
    """ "we will strike": an assault announced by the one who would do it is a threat."""
    if draft.type is not EventType.ASSAULT or draft.aux is not Auxiliary.FUTURE or draft.speaker is None:
        return draft
    if draft.speaker.code.split(".")[0] in {a.code.split(".")[0] for a in draft.actors}:
        return replace(
            draft, type=EventType.THREATEN, mode="violence", aux=None, speaker=None, stance=Stance.ASSERTS
        )
    return draft
