"""Where an act happened that the text tells again: "the raid", "four were killed in the strike", "during the visit".

A place is carried only along words that point back to an act whose place was told: a definite noun, the victim's
name, the thing that was hit, an occasion. Where two places fit equally well, the place stays unknown.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sarhad.codebook import Auxiliary, EventType, PlaceLevel
from sarhad.knowledge.places_names import words
from sarhad.reading.draft import Draft
from sarhad.reading.places_apart import HARM, clause_of
from sarhad.reading.places_events import is_vast, told_with
from sarhad.reading.places_mentions import PlaceMention
from sarhad.reading.places_occasions import OCCASION, of_the_words
from sarhad.reading.places_told import FAR, NEAR, POINTING, Recalled, Told, one_place
from sarhad.records import Place

KILLING = words(
    "kill killing assassinate assassination murder death die slay slaying martyr eliminate elimination"
)
"""A person is killed once: wherever the name is told again, it was there."""
Recall = Callable[[Draft, Sequence[Told]], Recalled | None]
_HAPPENING = HARM | OCCASION
UNTOLD = ("silence", "project")
"""Drafts that tell no happening."""
PART_OF = words("in during from by of after following through at as with into")
THINGS = words(
    "facility base tower building compound headquarters post outpost checkpoint camp convoy consulate embassy hospital school "
    "mosque church market shrine hotel plant site airport port bridge station depot ship vessel tanker boat bus train house "
    "home seminary prison factory refinery field village town city position"
)


def with_recalled_places(doc: Any, drafts: Sequence[Draft], mentions: Sequence[PlaceMention]) -> list[Draft]:
    """The drafts, those without a place given that of the told act they point back to."""
    return _carried(doc, drafts, mentions, _recalled)


def with_scenes(doc: Any, drafts: Sequence[Draft], mentions: Sequence[PlaceMention]) -> list[Draft]:
    """The drafts of force, those without a place given the one place of the force told just before. To be asked last:
    it says where, and is too weak to say whose people were hit."""
    return _carried(doc, drafts, mentions, _in_the_scene)


def _carried(
    doc: Any, drafts: Sequence[Draft], mentions: Sequence[PlaceMention], recall: Recall
) -> list[Draft]:
    if not mentions or all(d.place for d in drafts):
        return list(drafts)
    story = _story(doc, drafts, mentions)
    out: dict[int, Draft] = {}
    for i, draft in sorted(enumerate(drafts), key=lambda row: row[1].token.i):
        found = None if draft.place or draft.coded_by in UNTOLD else recall(draft, story)
        if found is not None:
            story = [replace(t, place=found[0]) if t.token.i == draft.token.i else t for t in story]
            why = "; ".join(filter(None, (found[1], found[0].why)))
            draft = replace(draft, place=replace(found[0], why=why))
        out[i] = draft
    return [out[i] for i in range(len(drafts))]


def _story(doc: Any, drafts: Sequence[Draft], mentions: Sequence[PlaceMention]) -> list[Told]:
    starts = [s.start for s in doc.sents]
    by_token = {d.token.i: d for d in drafts}
    acts = (t for t in doc if t.i in by_token or t.lemma_.lower() in _HAPPENING)
    out = []
    for token in acts:
        draft = by_token.get(token.i)
        place = draft.place if draft else told_with(doc, token, mentions, own_only=True)
        place = None if place is not None and is_vast(place) else place
        if draft is not None or place is not None:
            out.append(Told(token, bisect_right(starts, token.i), place, draft))
    return out


def _around(draft: Draft, story: Sequence[Told]) -> tuple[int, list[Told]]:
    """The number of the draft's sentence, and what is told there and in the sentences before."""
    here = next(t.sentence for t in story if t.token.i == draft.token.i)
    return here, [t for t in story if 0 <= here - t.sentence <= FAR]


def _recalled(draft: Draft, story: Sequence[Told]) -> Recalled | None:
    here, recent = _around(draft, story)
    if draft.type is not EventType.ASSAULT:
        return of_the_words(draft, recent, here)
    before = [t for t in recent if t.token.i < draft.token.i]
    return _of_the_victim(draft, story) or _of_the_act(draft, before, here) or _of_the_thing(draft, before)


def _in_the_scene(draft: Draft, story: Sequence[Told]) -> Recalled | None:
    if draft.type is not EventType.ASSAULT:
        return None
    here, recent = _around(draft, story)
    return _of_the_scene(draft, [t for t in recent if t.token.i < draft.token.i], here)


# --- violence


def _of_the_victim(draft: Draft, story: Sequence[Told]) -> Recalled | None:
    if draft.token.lemma_.lower() not in KILLING:
        return None
    mine = victims(draft.token)
    again = [t for t in story if t.place and t.lemma in KILLING and mine & victims(t.token)]
    most = Counter(t.place.name for t in again if t.place).most_common(2)
    if len(most) == 2 and most[0][1] > most[1][1]:
        again = [t for t in again if t.place and t.place.name == most[0][0]]
    return one_place(again, "where the same death was told")


def victims(token: Any) -> frozenset[str]:
    """Last names that an act of killing tells as killed."""
    lemma = token.lemma_.lower()
    near = [
        c
        for c in token.children
        if c.dep_ in ("dobj", "nsubjpass", "poss") or (lemma == "die" and c.dep_ == "nsubj")
    ]
    near += [o for c in token.children if c.lower_ == "of" for o in c.children]
    named = [token.head if n.lower_ == "who" and token.dep_ == "relcl" else n for n in near]
    return frozenset(
        t.text for n in named for t in (n, *(c for c in n.children if c.dep_ == "appos")) if _is_person(t)
    )


def _is_person(token: Any) -> bool:
    return bool(
        token.ent_type_ == "PERSON"
        or (token.tag_ == "NNP" and token.ent_type_ not in ("GPE", "NORP", "ORG", "LOC", "FAC"))
    )


def _of_the_act(draft: Draft, before: Sequence[Told], here: int) -> Recalled | None:
    noun = pointing_noun(draft)
    if noun is not None:
        return _of_the_noun(draft, noun, before, here)
    if draft.aux in (Auxiliary.HYPOTHETICAL, Auxiliary.FUTURE) or not bare_passive(draft.token):
        return None
    last = max((t.sentence for t in before if t.lemma in HARM), default=0)
    near = [t for t in before if t.place and here - t.sentence <= NEAR and t.lemma in HARM]
    if len({t.place.name for t in near if t.place}) != 1:
        return None  # two attacks in two places: which one is meant is open
    found = [t for t in near if t.sentence == last and _fits(draft, t)]
    return one_place(found, f"where “{found[-1].token.text}” was told before") if found else None


def _of_the_noun(draft: Draft, noun: Any, before: Sequence[Told], here: int) -> Recalled | None:
    """The last act told by the same noun, else the last near by that the noun may stand for."""
    fitting = [t for t in before if t.token.i < noun.i and _fits(draft, t)]
    again = [t for t in fitting if t.lemma == noun.lemma_.lower()]
    akin = kin(noun.lemma_.lower())
    found = again or [t for t in fitting if here - t.sentence <= NEAR and t.lemma in akin]
    return one_place(found, f"where “{found[-1].token.text}” was told before") if found else None


KINDS = tuple(map(words, (
    "strike airstrike raid bombing bombardment shelling barrage hit target pound bomb shell pummel bombard fire launch attack kill destroy injure wound",
    "blast explosion bombing explode detonate bomb rock attack kill injure wound",
    "operation offensive incursion invasion campaign raid invade",
    "clash fighting firefight skirmish battle",
    "ambush shooting open fire shoot attack kill wound injure assault",
)))  # fmt: skip
ANY_FORCE = words("attack assault incident killing assassination attempt")


def kin(noun: str) -> frozenset[str]:
    """What else may tell the act that a noun points back to: "the blast" is a bombing or an explosion."""
    if noun in ANY_FORCE:
        return HARM - words("seize capture occupy besiege take retake recapture overrun")
    return frozenset().union(*(kind for kind in KINDS if noun in kind)) or frozenset((noun,))


def pointing_noun(draft: Draft) -> Any:
    """ "The raid", "killed in the strike", "Thursday's strikes": the noun that points back to an act told before."""
    return next((n for n in _nouns_of_force(draft) if _points_back(n)), None)


def _points_back(noun: Any) -> bool:
    own = {c.lower_ for c in noun.children if c.dep_ == "det"}
    day = any(c.dep_ == "poss" and c.ent_type_ == "DATE" for c in noun.children)
    its_own = any(c.lower_ in ("of", "on", "against", "in", "at") and c.dep_ == "prep" for c in noun.children)
    counted = any(c.dep_ == "nummod" for c in noun.children)  # "the two killings" were in two places
    return bool(own & POINTING or day) and not its_own and not counted


def _nouns_of_force(draft: Draft) -> Iterator[Any]:
    token = draft.token
    if token.pos_ in ("NOUN", "PROPN"):
        yield token
        return
    for child in token.children:
        if (
            child.dep_ in ("nsubj", "nsubjpass", "dobj")
            and child.lemma_.lower() in HARM
            and child.pos_ == "NOUN"
        ):
            yield child
        elif child.dep_ in ("prep", "agent") and child.lower_ in PART_OF:
            yield from (o for o in child.children if o.dep_ == "pobj" and o.lemma_.lower() in HARM)


def bare_passive(token: Any) -> bool:
    """ "Four others were killed": victims told, and no act of their own."""
    if (
        token.pos_ != "VERB"
        or token.lemma_.lower() not in HARM
        or any(c.lower_ == "being" for c in token.children)
    ):
        return False
    suffers = any(c.dep_ == "nsubjpass" for c in token.children) or token.lemma_.lower() == "die"
    by = any(c.dep_ == "agent" for c in token.children)
    own = (o for c in token.children if c.dep_ == "prep" for o in c.children)
    return suffers and not by and not any(o.lemma_.lower() in HARM for o in own)


def _fits(draft: Draft, told: Told) -> bool:
    """Whether the two may be one act: told as done and of the same time, no doer or victim against another."""
    other = told.draft
    if other is None:
        return True
    if other.coded_by == "silence" or (draft.aux is Auxiliary.HISTORICAL) != (
        other.aux is Auxiliary.HISTORICAL
    ):
        return False
    if draft.time and other.time and (draft.time.end < other.time.start or other.time.end < draft.time.start):
        return False
    return meet(draft.actors, other.actors) and meet(draft.recipients, other.recipients)


def meet(left: Sequence[Any], right: Sequence[Any]) -> bool:
    a, b = ({x.code.split(".")[0] for x in side} - {"UNK"} for side in (left, right))
    return not a or not b or bool(a & b)


def _of_the_scene(draft: Draft, before: Sequence[Told], here: int) -> Recalled | None:
    """ "They stormed the house and took two men": what a verb goes on to tell, where all that was told just before has
    one place."""
    verb = draft.token
    another = any(
        c.dep_ == "nsubj" and c.lemma_.lower() in HARM for c in verb.children
    )  # "a blast killed ten"
    if verb.pos_ != "VERB" or another or draft.aux in (Auxiliary.HYPOTHETICAL, Auxiliary.FUTURE):
        return None
    near = [t for t in before if t.place and here - t.sentence <= NEAR and t.lemma in HARM]
    places = {t.place.name: t.place for t in near if t.place}
    if len(places) != 1 or not any(_fits(draft, t) for t in near):
        return None
    return next(iter(places.values())), f"where “{near[-1].token.text}” was told before"


def _of_the_thing(draft: Draft, before: Sequence[Told]) -> Recalled | None:
    """ "Israel attacked the facility": the last act told at a facility."""
    for thing in _things(draft.token):
        same = [
            t for t in before if _finer(t.place) and t.lemma in HARM and _speaks_of(t.token, thing.lemma_)
        ]
        if same:
            return one_place(same, f"where the {thing.text} was told before")
    return None


def _finer(place: Place | None) -> bool:
    return place is not None and place.level is not PlaceLevel.COUNTRY


def _things(token: Any) -> Iterator[Any]:
    near = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass")]
    near += [o for c in token.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
    for noun in near:
        if noun.lemma_.lower() in THINGS and any(c.lower_ in POINTING for c in noun.children):
            yield noun


def _speaks_of(act: Any, thing: str) -> bool:
    return any(t.lemma_ == thing for t in (*act.subtree, *clause_of(act).subtree))


def with_answered_places(drafts: Sequence[Draft], links: Mapping[int, int]) -> list[Draft]:
    """A silence or an evasion happened nowhere itself: its place is that of the act it leaves open."""
    return [
        replace(d, place=drafts[links[i]].place)
        if d.coded_by == "silence" and not d.place and i in links
        else d
        for i, d in enumerate(drafts)
    ]
