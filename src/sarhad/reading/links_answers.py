"""Which deed a denial or a silence answers: the likeliest one told before that may be laid at its door."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, EventType, Stance
from sarhad.reading.draft import Draft
from sarhad.reading.links_back import (
    ASKED,
    DEEDS,
    OF_CHARGES,
    counted,
    doers,
    heads,
    kinship,
    of_one_day,
    sides,
    tellings,
    wanted,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 220
"""A denial answers what was told at most this many tokens before it, unless it says itself which act it means."""
_JUST = 25
"""Who "has not commented" is silent on what the clause before tells."""
BESIDE = 45
"""Tokens around a judgement or a refusal within which what it speaks of is told."""


def answered(i: int, draft: Draft, drafts: Sequence[Draft], spoken: Collection[int] = ()) -> int | None:
    """What a denial or a silence answers: the likeliest act told before that may be laid at its door."""
    own = own_sides(draft)
    words = heads(draft)
    kinds = _meant(draft, words)
    if not own or not kinds:
        return None
    outright = _charged_outright(drafts) if any(w.lemma_.lower() in _CHARGES for w in words) else set()
    if draft.type is EventType.REJECT and outright:
        kinds |= {EventType.REJECT}  # "violating the truce" is charged, too
    fits = [
        (_likeness(draft, drafts[j], words, own, j in spoken or j in outright), j)
        for j in tellings(draft.token.i, kinds, drafts)
        if j != i
        and _answers_for(own, drafts[j], draft)
        and (drafts[j].type is not EventType.REJECT or j in outright)
    ]
    return max((f for f in fits if _surely(draft, drafts[f[1]], f[0])), default=((), None))[1]


_CHARGES = frozenset("accusation allegation charge".split())


def _charged_outright(drafts: Sequence[Draft]) -> set[int]:
    """The acts that stand in what an accusation charges: "the accusation" is one of these before it is what a ministry counts."""
    told = [d.content for d in drafts if d.type is EventType.ACCUSE and d.content is not None]
    return {
        j
        for j, d in enumerate(drafts)
        if d.stance is Stance.ALLEGES and any(first <= d.token.i < last for first, last in told)
    }


def own_sides(draft: Draft) -> set[str]:
    """Whose denial or silence it is: of a silence told with the deed ("has not confirmed that ...") the speaker's."""
    spoken = sides((draft.speaker,)) if draft.speaker is not None else set()
    told = sides(draft.actors)
    return (spoken or told) if draft.stance is Stance.NEITHER else (told or spoken)


DENYING = frozenset("deny refute rebut dispute".split())
_REFUSING = frozenset("reject dismiss refuse rebuff spurn".split())


def _meant(draft: Draft, words: "Sequence[Token]") -> frozenset[EventType]:
    """The types of act that a denial or a silence may be about: "it" is denied if done, rejected if asked for."""
    verb = draft.token.lemma_.lower()
    if draft.type is EventType.REJECT and verb in _REFUSING and any(w.pos_ == "PRON" for w in words):
        return ASKED
    if (
        draft.type is EventType.REJECT
        and verb not in _REFUSING | DENYING
        and draft.stance is not Stance.REFRAMES
    ):
        return frozenset()
    kinds = frozenset[EventType]().union(*(wanted(w) for w in words))
    if draft.stance is Stance.DENIES:
        return KEPT_SILENT
    if draft.stance is Stance.NEITHER:
        charge = any(w.lemma_.lower() in OF_CHARGES for w in words)
        return kinds & (DEEDS if charge else KEPT_SILENT) or KEPT_SILENT
    if draft.stance is Stance.REFRAMES or (verb in DENYING and not words):
        return kinds or DEEDS
    return kinds


KEPT_SILENT = frozenset((EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE))
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
    nobody = not doers(told) and (alike >= 1 or -away <= BESIDE)
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
    charged = told.stance is Stance.ALLEGES and 0 < draft.token.i - told.token.i <= BESIDE
    named = doers(told)
    return not named or struck or charged or bool(sides(told.actors) & own)


def _by_others(draft: Draft, told: Draft, own: set[str]) -> bool:
    """ "Has not confirmed that its leader was killed by Israel": whose deed it was is told with the silence."""
    doer, done = sides(draft.actors) - own, sides(doers(told))
    return bool(doer and done) and not doer & done
