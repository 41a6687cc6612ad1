"""Verbal acts that no single verb names: a judgement in quotes, "must", "will respond", "has not commented".

Each reader here looks at one frame (who says what) and answers drafts, or none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sarhad.codebook import EventType, Stance
from sarhad.reading import grammar
from sarhad.reading.attribution import Frame, Manner
from sarhad.reading.draft import Draft
from sarhad.reading.kind import BAD
from sarhad.reading.links_back import OF_DEEDS
from sarhad.reading.roles import Parties
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HITS_BACK = frozenset(
    (
        "respond retaliate strike hit attack punish avenge defend destroy fight act crush confront target "
        "pursue"
    ).split()
)


def verbal_acts(doc: "Doc", frames: Sequence[Frame], parties: Parties) -> Iterator[Draft]:
    """Drafts of the verbal acts found in the frames of a document."""
    seen: set[int] = set()
    for frame in frames:
        if frame.manner is not Manner.SAYS or frame.source is None:
            continue
        source = parties.expand(frame.source)
        if not source:
            continue
        for draft in (
            *_judgement(frame, source, parties),
            *_guilt(frame, source, parties),
            *_must(frame, source, parties),
            *_threat(frame, source, parties),
        ):
            if draft.token.i not in seen:
                seen.add(draft.token.i)
                yield draft
    yield from _silences(doc, parties)


def _predicates(frame: Frame) -> Iterator["Token"]:
    """Verbs that carry a clause inside the frame."""
    for token in frame.cue.doc[frame.start : frame.end]:
        if (
            token.pos_ in ("VERB", "AUX")
            and frame.holds(token)
            and token.dep_ in ("ccomp", "ROOT", "conj", "advcl", "parataxis")
        ):
            yield token


def _judgement(frame: Frame, source: tuple[Actor, ...], parties: Parties) -> Iterator[Draft]:
    """ "said the strike was unacceptable": the speaker condemns whoever the clause is about."""
    for verb in _predicates(frame):
        if verb.lemma_ not in ("be", *_BREAKS):
            continue
        complements = grammar.children(verb, "acomp", "attr", "prep") if verb.lemma_ == "be" else [verb]
        words = " ".join(c.doc[max(c.left_edge.i, verb.i) : c.right_edge.i + 1].text for c in complements)
        about = grammar.subject(verb)
        if (
            not complements
            or about is None
            or not BAD.search(words)
            or any(c.dep_ == "neg" for c in verb.children)
        ):
            continue
        blamed = tuple(a for a in parties.expand(about) if a.code not in {s.code for s in source})
        if not blamed and not (_of_a_deed(about) and _CRIME.search(words)):
            continue
        yield _draft(verb, complements[0], frame, EventType.ACCUSE, "disapprove", source, blamed)


_BREAKS = ("violate", "breach", "flout")
_CRIME = re.compile(
    r"\b(?:crim\w+|illegal|unlawful|terroris\w+|barbari\w+|heinous|reprehensible|cowardly|aggression|massacre|genocid\w+|"
    r"unacceptable|inadmissible|unjustif\w+|(?:violation of|breach of|violat\w+|breach\w*|flout\w*) (?:[\w'’-]+ ){0,3}?(?:laws?|rights|charter|conventions?))\b",
    re.I,
)  # fmt: skip


def _of_a_deed(token: "Token") -> bool:
    """ "It was a war crime", "the raid was a violation of international law": whose deed is told elsewhere."""
    return token.lower_ in ("it", "this", "that", "these") or token.lemma_.lower() in OF_DEEDS


def _guilt(frame: Frame, source: tuple[Actor, ...], parties: Parties) -> Iterator[Draft]:
    """ "said he was responsible for the raid", "believes the group was behind it": the speaker accuses whoever it was."""
    for verb in _predicates(frame):
        complements = grammar.children(verb, "acomp", "prep") if verb.lemma_ == "be" else []
        guilty = next((c for c in complements if c.lower_ in ("responsible", "behind")), None)
        who = grammar.subject(verb)
        if guilty is None or who is None or any(c.dep_ == "neg" for c in verb.children):
            continue
        blamed = tuple(a for a in parties.expand(who) if a.code not in {s.code for s in source})
        if not blamed:
            continue
        told = _draft(verb, guilty, frame, EventType.ACCUSE, "allege", source, blamed)
        yield replace(told, words=(guilty.i, guilty.i), content=(guilty.i + 1, guilty.right_edge.i + 1))


def _must(frame: Frame, source: tuple[Actor, ...], parties: Parties) -> Iterator[Draft]:
    """ "said Kabul must act": the speaker demands it."""
    for verb in _predicates(frame):
        modal = next((a for a in grammar.children(verb, "aux") if a.lower_ in ("must", "should")), None)
        asked = grammar.subject(verb)
        if modal is None or asked is None:
            continue
        of = tuple(a for a in parties.expand(asked) if a.code not in {s.code for s in source})
        if of:
            yield _draft(verb, modal, frame, EventType.REQUEST, "change", source, of)


def _threat(frame: Frame, source: tuple[Actor, ...], parties: Parties) -> Iterator[Draft]:
    """ "said it would respond", "we will retaliate": the speaker's own side threatens force."""
    own = {s.code.split(".")[0] for s in source}
    for verb in _predicates(frame):
        coming = any(a.lower_ in ("will", "would", "'ll", "shall") for a in grammar.children(verb, "aux"))
        if not coming or verb.lemma_ not in _HITS_BACK or any(c.dep_ == "neg" for c in verb.children):
            continue
        doer = grammar.subject(verb)
        if doer is None or not (
            doer.lower_ in ("we", "i") or own & {a.code.split(".")[0] for a in parties.expand(doer)}
        ):
            continue
        against = [a for o in grammar.objects(verb) for a in parties.expand(o)]
        against += [
            a
            for _, o in grammar.prepositional(verb, frozenset(("against", "to", "on")))
            for a in parties.expand(o)
        ]
        toward = tuple(a for a in against if a.code.split(".")[0] not in own)
        yield _draft(verb, verb, frame, EventType.THREATEN, "violence", source, toward)


def _draft(
    verb: "Token",
    word: "Token",
    frame: Frame,
    kind: EventType,
    mode: str,
    source: tuple[Actor, ...],
    toward: tuple[Actor, ...],
) -> Draft:
    first, last = grammar.extent(verb, frozenset(("advcl", "conj", "cc", "parataxis", "punct", "mark")))
    return Draft(
        token=word,
        words=(min(word.i, verb.i), max(word.i, verb.i)) if abs(word.i - verb.i) < 4 else (word.i, word.i),
        clause=(first, last),
        type=kind,
        mode=mode,
        actors=source,
        recipients=toward,
        cue=frame.cue.i,
        coded_by="verbal",
    )


# --- the silent and the evasive


_CHARGED = frozenset("charge accusation allegation claim complaint".split())


def _silences(doc: "Doc", parties: Parties) -> Iterator[Draft]:
    """ "has not commented", "neither confirmed nor denied": stance neither of the silent party on what is told."""
    for verb in doc:
        if verb.pos_ != "VERB" or verb.lemma_ not in (
            "comment",
            "confirm",
            "claim",
            "acknowledge",
            "respond",
            "decline",
            "answer",
        ):
            continue
        if verb.lemma_ == "answer" and not {o.lemma_.lower() for o in grammar.objects(verb)} & _CHARGED:
            continue
        if not _is_silent(verb):
            continue
        who = grammar.subject(verb)
        silent = parties.expand(who) if who is not None else ()
        if not silent:
            continue
        first, last = grammar.extent(
            verb, frozenset(("advcl", "conj", "cc", "parataxis", "punct", "mark", "ccomp"))
        )
        joined = [c for c in grammar.children(verb, "conj") if c.lemma_ == "deny"]
        last = max([last, *(c.right_edge.i for c in joined)])
        yield Draft(
            token=verb, words=(verb.i, max([verb.i, *(c.i for c in joined)])), clause=(first, last), type=EventType.ASSAULT,
            actors=silent, speaker=silent[0], stance=Stance.NEITHER, content=_left_unsaid(verb), coded_by="silence",
        )  # fmt: skip


def left_unsaid(found: Sequence[Draft], spoken: Sequence[Draft]) -> list[Draft]:
    """All drafts; where a noun names what one is silent about ("has not commented on the killing"), the two are one."""
    told, silences = list(found), []
    for silence in spoken:
        n = next((n for n, d in enumerate(told) if _is_about(silence, d)), None)
        if n is None:
            silences.append(silence)
        else:
            told[n] = _kept_silent(told[n], silence)
    return told + silences


def _is_about(silence: Draft, deed: Draft) -> bool:
    if silence.coded_by != "silence":
        return False
    inside = silence.content is not None and silence.content[0] <= deed.token.i < silence.content[1]
    return inside and deed.token.pos_ == "NOUN" and deed.type is EventType.ASSAULT


def _kept_silent(deed: Draft, silence: Draft) -> Draft:
    """The deed, its doer left open where the silent one's own people were hit."""
    own = {a.code.split(".")[0] for a in silence.actors}
    hit = any(r.code.split(".")[0] in own for r in deed.recipients)
    return replace(
        deed, actors=deed.actors or (() if hit else silence.actors), speaker=silence.speaker, stance=Stance.NEITHER,
        clause=(min(deed.clause[0], silence.clause[0]), max(deed.clause[1], silence.clause[1])), coded_by="silence",
    )  # fmt: skip


def _left_unsaid(verb: "Token") -> tuple[int, int] | None:
    """The tokens of what one is silent about: "has not commented on the killing"."""
    named = [o for o in grammar.objects(verb) if o.i > verb.i]
    named += [o for _, o in grammar.prepositional(verb, frozenset(("on", "about", "of", "to")))]
    return (named[0].left_edge.i, named[-1].right_edge.i + 1) if named else None


def _is_silent(verb: "Token") -> bool:
    words = {c.lower_ for c in verb.children}
    no = any(c.dep_ == "neg" for c in verb.children)
    if (
        verb.lemma_ in ("comment", "confirm", "claim", "respond", "acknowledge")
        and verb.dep_ == "xcomp"
        and "yet" in {t.lower_ for t in verb.head.subtree}
    ):
        return True
    if verb.lemma_ == "decline":
        return any(c.lemma_ in ("comment", "confirm", "say") for c in grammar.children(verb, "xcomp"))
    if verb.lemma_ == "confirm":
        denies = any(c.lemma_ == "deny" for c in grammar.children(verb, "conj"))
        if denies:
            return no or "neither" in words or "nor" in words
        return no and not grammar.children(verb, "ccomp")  # what is told with "that" is an act of its own
    if verb.lemma_ == "claim":
        return no and any(o.lemma_ == "responsibility" for o in grammar.objects(verb))
    if verb.lemma_ == "respond":
        return no and any(t.lemma_ in ("request", "comment") for t in verb.subtree)
    return no
