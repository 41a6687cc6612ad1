"""Which statement speaks about which: an accusation and its content, a denial and what it denies."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, EventType, Scope, Stance
from sarhad.reading.draft import Draft
from sarhad.reading.links_back import (
    ASKED,
    DEEDS,
    bare,
    counted,
    doers,
    heads,
    kinship,
    of_one_side,
    of_one_day,
    points_back,
    proposal_again,
    proposes,
    sides,
    tellings,
    wanted,
)

from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEAKING = frozenset((EventType.ACCUSE, EventType.REJECT))
_NEAR = 220
"""A denial answers what was told at most this many tokens before it, unless it says itself which act it means."""


def about(drafts: Sequence[Draft]) -> dict[int, int]:
    """Index of each verbal act to the index of the act it speaks about."""
    out: dict[int, int] = {}
    for i, draft in enumerate(drafts):
        if draft.type is EventType.ACCUSE and draft.stance is not Stance.NEITHER:
            inside, before = _content(i, draft, drafts), _pointed(i, draft, drafts, out.values())
            _note(out, i, *((inside, before) if _charges(draft) else (before, _told_before(inside, drafts), inside)))
    for i, draft in enumerate(drafts):
        if draft.stance is Stance.NEITHER:
            again = _silent_before(i, draft, drafts, out) if not heads(draft) else None
            _note(out, i, again, _answered(i, draft, drafts, out.values()))
        elif draft.type is EventType.REJECT:
            answer = None if _tells_nothing(draft) else _answered(i, draft, drafts, out.values())
            told = _content(i, draft, drafts)
            first = draft.content is None or told is None or _charged_before(drafts, answer)
            _note(out, i, *((answer, told) if first else (told, answer)))
        elif draft.stance is Stance.DENIES and draft.type in _KEPT_SILENT:
            _note(out, i, _answered(i, draft, drafts, out.values()))
    return out


def _silent_before(i: int, draft: Draft, drafts: Sequence[Draft], out: dict[int, int]) -> int | None:
    """ "The army has not commented", said again: on what it was first silent on."""
    own = _own(draft)
    before = [j for j in out if j < i and drafts[j].stance is Stance.NEITHER and _own(drafts[j]) & own]
    return out[before[-1]] if before else None


def _tells_nothing(draft: Draft) -> bool:
    """A clause of its own that tells no act, and points at none: "having any involvement" does."""
    return draft.hollow and not any(wanted(w) for w in heads(draft))


def _charged_before(drafts: Sequence[Draft], answer: int | None) -> bool:
    """What one side is charged with and denies is told once, where it is charged."""
    return answer is not None and drafts[answer].stance is Stance.ALLEGES


def _note(out: dict[int, int], i: int, *found: int | None) -> None:
    target = next((j for j in found if j is not None), None)
    if target is not None:
        out[i] = target


def without_echoes(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that only repeat: the attack in "condemned the attack", told before, and a second part
    of one silence or denial ("neither confirmed nor denied involvement in the killing")."""
    told = list(drafts)
    gone: set[int] = set()
    for i, draft in enumerate(told):
        if draft.type is EventType.ACCUSE and _pointed(i, draft, told) is not None:
            tops = set() if _charges(draft) else {w.i for w in heads(draft)}
            gone |= {j for j, d in enumerate(told) if d.token.i in tops and points_back(d)}
            gone |= {j for j, d in enumerate(told) if tops and _called(d, draft)}
        if draft.stance is Stance.NEITHER and i not in gone:
            gone |= {j for j, d in enumerate(told) if j > i and _same_silence(draft, d)}
    return [d for j, d in enumerate(told) if j not in gone]


def _called(draft: Draft, verb: Draft) -> bool:
    """ "Condemned the incident as a terrorist attack": what it is called."""
    head = draft.token.head
    return draft.token.pos_ == "NOUN" and head.lower_ == "as" and verb.token.i < head.i and head.head.i in (
        verb.token.i, *(w.i for w in heads(verb))
    )  # fmt: skip


def _same_silence(draft: Draft, other: Draft) -> bool:
    one = draft.speaker is not None and other.speaker is not None and draft.speaker.code == other.speaker.code
    said = other.stance in (Stance.NEITHER, Stance.DENIES)
    return one and said and other.type is draft.type and draft.token.sent.start == other.token.sent.start


_CHARGING = frozenset("accuse blame allege claim charge suspect attribute implicate investigate".split())


def _charges(draft: Draft) -> bool:
    return draft.token.lemma_.lower() in _CHARGING


def _content(i: int, draft: Draft, drafts: Sequence[Draft]) -> int | None:
    """The act told inside what a verbal act speaks of. A judgement of "the attack" has it elsewhere; who is blamed for
    "the attack" is told here."""
    if draft.content is None:
        return None
    low, high = draft.content
    tops = set() if _charges(draft) else {w.i for w in heads(draft)}
    inside = [
        j
        for j, d in enumerate(drafts)
        if j != i
        and low <= d.token.i < high
        and d.token.i != draft.token.i
        and not (d.token.i in tops and points_back(d))
    ]
    material = [j for j in inside if drafts[j].type not in (EventType.ACCUSE, EventType.CONSULT)]
    chosen = material or inside
    return chosen[0] if chosen else None


def _pointed(i: int, draft: Draft, drafts: Sequence[Draft], spoken: Collection[int] = ()) -> int | None:
    """ "Condemned the attack": the attack that was told before, of those who are blamed if anybody is."""
    judges = draft.token.pos_ == "VERB" and not _charges(draft)
    words = [w for w in heads(draft) if bare(w) or (judges and of_one_side(w))]
    kinds = frozenset[EventType]().union(*(wanted(w) for w in words))
    fits = [j for j in tellings(draft.token.i, kinds, drafts) if _of_one_matter(draft, drafts[j])]
    near = any(c.lower_ in _THIS for w in words for c in w.children)
    if near:
        fits = [j for j in fits if kinship(words, drafts[j])] or fits
    return max(fits, key=lambda j: _aptness(words, drafts[j], j if near else -j, j in spoken), default=None)


def _told_before(inside: int | None, drafts: Sequence[Draft]) -> int | None:
    """ "Condemned the rebels' raid on the town", where the raid was told: the first telling of the same deed."""
    if inside is None or drafts[inside].token.pos_ != "NOUN" or drafts[inside].deaths is not None:
        return None
    again = drafts[inside]
    kinds = frozenset((again.type,))
    return next((j for j in tellings(again.token.i, kinds, drafts) if _one_deed(drafts[j], again)), None)


def _one_deed(told: Draft, again: Draft) -> bool:
    """Whether two tellings of one kind name the same doers and the same victims, and no two days or places."""
    both = [(sides(told.actors), sides(again.actors)), (_lands(told.recipients), _lands(again.recipients))]
    if not all(a & b for a, b in both) or not kinship([again.token], told) or told.aux is not again.aux:
        return False
    days = told.time is None or again.time is None or told.time.meets(again.time)
    return days and (told.place is None or again.place is None or told.place.country == again.place.country)


def _lands(actors: Sequence[Actor]) -> set[str]:
    return {a.code[:3] for a in actors} - {"UNK"}


_THIS = frozenset(("this", "these", "such", "that", "those"))


def _aptness(words: "Sequence[Token]", told: Draft, place: int, spoken: bool) -> tuple[bool, int, bool, bool, int]:
    """ "The attack" is the one that the text is about, as a rule the first told; "this attack" the last."""
    today = told.aux is None and told.scope is Scope.SINGLE
    return today, kinship(words, told), spoken, told.type is EventType.ASSAULT, place


def _answered(i: int, draft: Draft, drafts: Sequence[Draft], spoken: Collection[int] = ()) -> int | None:
    """What a denial or a silence answers: the likeliest act told before that may be laid at its door."""
    own = _own(draft)
    words = heads(draft)
    kinds = _meant(draft, words)
    if not own or not kinds:
        return None
    fits = [
        (_likeness(draft, drafts[j], words, own, j in spoken), j)
        for j in tellings(draft.token.i, kinds, drafts)
        if j != i and _answers_for(own, drafts[j], draft)
    ]
    return max((f for f in fits if _surely(draft, drafts[f[1]], f[0])), default=((), None))[1]


def _own(draft: Draft) -> set[str]:
    """Whose denial or silence it is: of a silence told with the deed ("has not confirmed that ...") the speaker's."""
    spoken = sides((draft.speaker,)) if draft.speaker is not None else set()
    told = sides(draft.actors)
    return (spoken or told) if draft.stance is Stance.NEITHER else (told or spoken)


_DENYING = frozenset("deny refute rebut dispute".split())
_REFUSING = frozenset("reject dismiss refuse rebuff spurn".split())


def _meant(draft: Draft, words: "Sequence[Token]") -> frozenset[EventType]:
    """The types of act that a denial or a silence may be about: "it" is denied if done, rejected if asked for."""
    verb = draft.token.lemma_.lower()
    if draft.type is EventType.REJECT and verb in _REFUSING and any(w.pos_ == "PRON" for w in words):
        return ASKED
    if (
        draft.type is EventType.REJECT
        and verb not in _REFUSING | _DENYING
        and draft.stance is not Stance.REFRAMES
    ):
        return frozenset()
    kinds = frozenset[EventType]().union(*(wanted(w) for w in words))
    if draft.stance is Stance.DENIES:
        return _KEPT_SILENT
    if draft.stance is Stance.NEITHER:
        return kinds & _KEPT_SILENT or _KEPT_SILENT
    if draft.stance is Stance.REFRAMES or (verb in _DENYING and not words):
        return kinds or DEEDS
    return kinds


_KEPT_SILENT = frozenset((EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE))
"""What one is asked about and does not comment on; talks and threats are not kept silent."""
Likeness = tuple[int, bool, bool, bool, int]


def _likeness(draft: Draft, told: Draft, words: "Sequence[Token]", own: set[str], spoken: bool) -> Likeness:
    """How likely a denial means an act: words or the day in common, told as a charge, laid at its own side, near."""
    return (
        kinship(words, told)
        + bool(words) * of_one_day(draft, told)
        + 2 * _in_one_sentence(draft, told)
        - _long_past(draft, told),
        told.stance is Stance.ALLEGES,
        bool(sides(told.actors) & own) or counted(words, told),
        spoken,
        told.token.i - draft.token.i,
    )


def _long_past(draft: Draft, told: Draft) -> bool:
    """What is denied today is seldom an act of long ago."""
    return told.aux is Auxiliary.HISTORICAL and draft.aux is not Auxiliary.HISTORICAL


def _in_one_sentence(draft: Draft, told: Draft) -> bool:
    return draft.type is EventType.REJECT and draft.token.sent.start == told.token.sent.start


def _surely(draft: Draft, told: Draft, like: Likeness) -> bool:
    """A denial answers a charge, or what others say of it; a silence, a deed of the silent one or of nobody known."""
    alike, charge, own, _, away = like
    if draft.stance is Stance.NEITHER:
        return (
            alike >= 1 or (-away <= _NEAR and (charge or own)) or (-away <= _JUST and draft.content is None)
        )
    if draft.stance is Stance.REFRAMES:
        return charge and -away <= _NEAR
    nobody = not doers(told) and (alike >= 1 or -away <= _BESIDE)
    said = charge or own or nobody or told.type in ASKED or counted(heads(draft), told)
    return said and (alike >= 2 or -away <= _NEAR)


def _answers_for(own: set[str], told: Draft, draft: Draft) -> bool:
    """Whether an act can be laid at the door of a side: its own, one asked of it, or nobody's; and not its own word."""
    if told.speaker is not None and sides((told.speaker,)) & own:
        return False
    if told.type is EventType.REQUEST:
        return bool(sides(told.recipients) & own) and not sides(told.actors) & own
    if told.type is EventType.AGREE:
        return not sides(told.actors) <= own
    if draft.stance is Stance.DENIES:
        return bool(sides(told.actors) & own)
    if draft.stance is Stance.NEITHER and _by_others(draft, told, own):
        return False
    struck = draft.stance is Stance.NEITHER and bool(sides(told.recipients) & own)
    charged = told.stance is Stance.ALLEGES and 0 < draft.token.i - told.token.i <= _BESIDE
    named = doers(told)
    return not named or struck or charged or bool(sides(told.actors) & own)


def _by_others(draft: Draft, told: Draft, own: set[str]) -> bool:
    """ "Has not confirmed that its leader was killed by Israel": whose deed it was is told with the silence."""
    doer, done = sides(draft.actors) - own, sides(doers(told))
    return bool(doer and done) and not doer & done


# --- what stands beside


_ANSWERED = frozenset(
    (EventType.REQUEST, EventType.AGREE, EventType.CONSULT, EventType.RETREAT, EventType.COOPERATE)
)
_JUST = 25
"""Who "has not commented" is silent on what the clause before tells."""
_BESIDE = 45
"""Tokens around a judgement or a refusal within which what it speaks of is told."""


def beside(drafts: Sequence[Draft], links: dict[int, int]) -> dict[int, int]:
    """The links with those of judgements and refusals that name no content of their own: a deed of the same sentence
    or the one before for an accusation, a demand, proposal or meeting for a refusal."""
    out = dict(links)
    for i, draft in enumerate(drafts):
        if i in out or draft.type not in _SPEAKING or _has_content(draft):
            continue
        wanted = DEEDS if draft.type is EventType.ACCUSE else DEEDS | _ANSWERED
        near = [
            (not _under(draft, other), _far(draft, other), j)
            for j, other in enumerate(drafts)
            if j != i
            and other.type in wanted
            and other.stance is not Stance.NEITHER
            and _of_one_matter(draft, other)
        ]
        best = min((row for row in near if row[1] <= _BESIDE), default=None)
        if best is not None:
            out[i] = _first_told(best[2], drafts)
    for i, draft in enumerate(drafts):
        if draft.type is EventType.SUPPORT:
            _note(out, i, _praised(draft, drafts))
        if draft.type is EventType.AGREE:
            _note(out, i, _proposed(draft, drafts))
    for i, draft in enumerate(drafts):
        if draft.type is EventType.ACCUSE and _charges(draft) and not _has_own(i, draft, drafts, out):
            _note(out, i, _charged_again(i, draft, drafts, out), out.get(i))
    for i, draft in enumerate(drafts):
        if draft.type is EventType.REJECT and draft.token.lemma_.lower() in _DENYING and not draft.hollow:
            charge = _charge_of(draft, drafts, out)
            _note(out, i, *((charge, out.get(i)) if _charged_just(draft, drafts) else (out.get(i), charge)))
    return out


def _first_told(j: int, drafts: Sequence[Draft]) -> int:
    """ "Reacting to the attack, he called it a crime": the attack that was told before."""
    word = drafts[j].token
    if not points_back(drafts[j]):
        return j
    fits = [k for k in tellings(word.i, wanted(word), drafts) if kinship([word], drafts[k])]
    return max(fits, key=lambda k: _aptness([word], drafts[k], -k, False), default=j)


def _proposed(draft: Draft, drafts: Sequence[Draft]) -> int | None:
    """ "The proposal was met with hope": the proposal told before."""
    if not proposal_again(draft):
        return None
    told = tellings(draft.token.i, ASKED, drafts)
    return next((j for j in reversed(told) if proposes(drafts[j])), None)


def _praised(draft: Draft, drafts: Sequence[Draft]) -> int | None:
    """The act that a praise tells as its object: "heartened that troops freed the hostages", "welcomed the talks"."""
    kinds = DEEDS | {EventType.CONSULT, EventType.RETREAT, EventType.COOPERATE}
    return next((j for j, d in enumerate(drafts) if d.type in kinds and _is_object(draft, d)), None)


def _is_object(draft: Draft, other: Draft) -> bool:
    at = other.token
    while at.head.i != at.i and at.i != draft.token.i and at.dep_ in _OBJECTS:
        if at.dep_ == "prep" and at.lower_ not in _PRAISED_FOR:
            return False
        at = at.head
    return at.i == draft.token.i != other.token.i


_PRAISED_FOR = frozenset(("for", "of", "in", "over", "with"))
_OBJECTS = frozenset(("dobj", "ccomp", "pcomp", "pobj", "prep"))


def _has_own(i: int, draft: Draft, drafts: Sequence[Draft], links: dict[int, int]) -> bool:
    """Whether a charge tells itself what it charges."""
    return i in links and draft.token.is_ancestor(drafts[links[i]].token)


def _charged_again(i: int, draft: Draft, drafts: Sequence[Draft], links: dict[int, int]) -> int | None:
    """ "Has blamed the group": for what the same accuser charged it with before."""
    mine, theirs = sides(draft.actors), sides(draft.recipients)
    before = [
        j
        for j, d in enumerate(drafts[:i])
        if d.type is EventType.ACCUSE
        and sides(d.actors) & mine
        and sides(d.recipients) & theirs
        and j in links
        and drafts[links[j]].stance is Stance.ALLEGES
    ]
    return links[before[-1]] if before else None


def _charged_just(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "They blamed the group, which denied any involvement": the charge is told in the same sentence."""
    bare_denial = all(w.lemma_.lower() in _NO_PART for w in heads(draft))
    own, at = sides(draft.actors), draft.token.sent.start
    return bare_denial and any(
        d.type is EventType.ACCUSE and d.token.sent.start == at and sides(d.recipients) & own for d in drafts
    )


_NO_PART = frozenset("involvement role part responsibility link connection it this that charge claim".split())


def _under(draft: Draft, other: Draft) -> bool:
    """Whether the other is told in the clause that hangs on the word of judging: "suggested that rebels did it"."""
    return draft.token.i < other.token.i and draft.token.is_ancestor(other.token)


def _charge_of(draft: Draft, drafts: Sequence[Draft], links: dict[int, int]) -> int | None:
    """ "They blamed the group, which denied involvement": what the last accusation before it speaks of."""
    own = sides(draft.actors)
    charges = [
        j
        for j, d in enumerate(drafts)
        if d.type is EventType.ACCUSE
        and sides(d.recipients) & own
        and not sides(d.actors) & own
        and abs(draft.token.i - d.token.i) <= _BESIDE
    ]
    return links.get(charges[-1]) if charges else None


def _has_content(draft: Draft) -> bool:
    """ "Denied that the tax would rise": it says itself what it denies."""
    return draft.type is EventType.REJECT and draft.content is not None


def _far(draft: Draft, other: Draft) -> int:
    """How many tokens away the other stands; in another sentence only what was told before counts."""
    away: int = draft.token.i - other.token.i
    mine, theirs = draft.token.sent, other.token.sent
    if mine.start == theirs.start:
        return abs(away)
    return away + 10 if theirs.end == mine.start else 10 * _BESIDE


def _of_one_matter(draft: Draft, other: Draft) -> bool:
    """Who is blamed or refused is who did or asked it, as far as both are told."""
    own = {a.code for a in draft.actors}
    meant = {a.code[:3] for a in draft.recipients if a.code not in own} - {"UNK"}
    doers = {a.code[:3] for a in other.actors if a.resolved_by != "event"} - {"UNK"}
    return not meant or not doers or bool(meant & doers)
