"""Who would hold their fire, and who mediates: read over the whole document, and beside each word for a truce."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sarhad.codebook import EventType
from sarhad.reading.ceasefires import TRUCE, fighters
from sarhad.reading.draft import Draft
from sarhad.reading.places import PlaceMention
from sarhad.reading.roles import Parties

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides of the truce that a document is about, those of the truces of single countries, the mediators."""

    main: tuple[str, ...]
    of_country: dict[str, tuple[str, ...]]
    grounds: tuple[tuple[int, str], ...]
    mediators: tuple[str, ...]
    circle: frozenset[str]
    """They, the mediators, and who else agrees to the truce or is charged with breaking it."""

    def told_by(self, draft: Draft) -> tuple[str, ...]:
        """The sides of the truce that a draft's words name: that of the ground told with it, else the document's."""
        words = draft.token.doc[draft.clause[0] : draft.clause[1] + 1]
        inside = [c for at, c in self.grounds if words.start_char <= at < words.end_char]
        return next((self.of_country[c] for c in inside if c in self.of_country), self.main)


def sides(drafts: Sequence[Draft], parties: Parties, located: Sequence[PlaceMention]) -> Sides:
    """The sides and mediators of the truces of a document."""
    text = drafts[0].token.doc.text
    mediators = _mediators(drafts, text, parties)
    grounds = tuple(_grounds(text, located))
    fights = list(_fights(drafts))
    known = Counter(f for a in parties.named(0, len(text)) for f in fighters((a,)))
    of_country = {c: found for _, c in grounds if (found := _of_ground(c, fights, drafts, known))}
    counts: Counter[Pair] = Counter()
    for weight, pairs in (
        (8, _beside(text, parties)),
        (6, _with_whom(drafts, parties)),
        (6, [p for _, c in grounds if len(p := of_country.get(c, ())) == 2]),
        (4, _told_with(drafts)),
        (2, fights),
        (1, _quarrels(drafts)),
    ):
        for a, b in pairs:
            a, b = _by_name(a, known), _by_name(b, known)
            if a != b and not {a, b} & set(mediators):
                counts[(min(a, b), max(a, b))] += weight
    main = counts.most_common(1)[0][0] if counts else ()
    third = [
        f
        for d in drafts
        if d.type in _BINDS and TRUCE.search(d.text)
        for f in fighters((*d.actors, *d.recipients))
    ]
    others = tuple(m for m in mediators if m not in main)
    return Sides(main, of_country, grounds, others, frozenset((*main, *mediators, *third)))


def _by_name(code: str, known: Counter[str]) -> str:
    """ "The rebels" are the one armed group of their country that the page names."""
    groups = [c for c in known if c.startswith(f"{code}/")] if code.endswith(".REB") else []
    return groups[0] if len(groups) == 1 else code


_DEALS = frozenset((EventType.AGREE, EventType.CONSULT, EventType.ACCUSE, EventType.REQUEST))
_OF_ONES_OWN = frozenset((EventType.AGREE, EventType.REJECT, EventType.RETREAT, EventType.CONCEDE))
_BINDS = frozenset((EventType.AGREE, EventType.ACCUSE, EventType.CONCEDE))
_PAIR = re.compile(
    r"(?:the )?[A-Z][\w.’']+(?:\s?[-–—/]\s?|\s+and\s+)(?:the )?[A-Z][\w.’']*\w(?:['’]s?)?\s+(?:[\w-]+\s+){0,2}$"
)


def _beside(text: str, parties: Parties) -> Iterator[Pair]:
    """ "The U.S.-Iran ceasefire", "a truce between Israel and Hamas": pairs named right beside the word."""
    for match in TRUCE.finditer(text):
        after = re.match(r"(?: deal| agreement| proposal| talks)? between\b", text[match.end() :])
        before = _PAIR.search(text[max(0, match.start() - 60) : match.start()])
        if after:
            where = (match.end(), match.end() + 80)
        elif before:
            where = (max(0, match.start() - 60) + before.start(), match.start())
        else:
            continue
        found = fighters(parties.named(*where))
        if len(found) >= 2:
            yield found[0], found[1]


_WITH = re.compile(TRUCE.pattern + r"(?: deal| agreement)? with ", re.I)


def _with_whom(drafts: Sequence[Draft], parties: Parties) -> Iterator[Pair]:
    """ "The rebels suspended the truce with the army", "the army says the truce with the rebels holds": who acts or speaks, and with whom."""
    for d in drafts:
        start = d.token.doc[d.clause[0]].idx
        match = _WITH.search(d.text)
        if match is None or d.type not in _OF_ONES_OWN:
            continue
        at = start + match.end()
        other = fighters(parties.named(at, at + _NAME))[:1]
        own = (f for f in fighters((*d.actors, *filter(None, (d.speaker,)))) if f not in other)
        yield from ((f, o) for o in other for f in own)


_NAME = 30
"""Characters after "truce with" in which the other side is named."""
_THERE = re.compile(r"^(?: deal| agreement| proposal)?s? (?:in|for|across|over|to) (?:the (?:war|conflict|fighting|hostilities) in )?(?:the )?$")  # fmt: skip


def _grounds(text: str, located: Sequence[PlaceMention]) -> Iterator[tuple[int, str]]:
    """Where the truce is to hold: "a ceasefire in Gaza", "the Lebanon truce"; the place of its talks is another."""
    for match in TRUCE.finditer(text):
        for place in located:
            country = place.place.country
            behind = _THERE.match(text[match.end() : place.start]) if place.start >= match.end() else None
            ahead = (
                text[place.end : match.start()] in (" ", " Strip ") if place.end <= match.start() else False
            )
            if country and (behind or ahead):
                yield match.start(), country


def _fights(drafts: Sequence[Draft]) -> Iterator[Pair]:
    for d in drafts:
        if d.type is EventType.ASSAULT:
            for a in fighters(d.actors):
                for b in fighters((*d.recipients, *d.actors)):
                    if a != b:
                        yield a, b


_QUARREL = frozenset((EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.COERCE))


def _quarrels(drafts: Sequence[Draft]) -> Iterator[Pair]:
    for d in drafts:
        if d.type in _QUARREL:
            for a in fighters(d.actors):
                yield from ((a, b) for b in fighters(d.recipients) if a != b)


def _told_with(drafts: Sequence[Draft]) -> Iterator[Pair]:
    """Who agrees on it, talks of it, charges whom with breaking it, or is asked for it with whom; who says that the other broke it."""
    for d in drafts:
        if d.type is EventType.REJECT and d.speaker is not None and TRUCE.search(d.text):
            yield from ((a, b) for a in fighters(d.actors) for b in fighters((d.speaker,)) if a != b)
        if d.type in _DEALS and TRUCE.search(d.text) and not puts_forward(d):
            asked = d.type is EventType.REQUEST
            found = fighters(d.recipients if asked else (*d.actors, *d.recipients))
            if len(found) == 2:
                yield found[0], found[1]


def puts_forward(draft: Draft) -> bool:
    """ "The ceasefire proposal made by X and Y": two who propose a truce need not be those who fight."""
    return draft.type is EventType.AGREE and draft.token.lemma_.lower() in _PUT_FORWARD


_PUT_FORWARD = frozenset("propose proposal plan initiative suggest".split())


def _of_ground(
    country: str, fights: Iterable[Pair], drafts: Sequence[Draft], known: Counter[str]
) -> tuple[str, ...]:
    """Who fights on a country's ground: its armed group that the text names most, else its government, and its foe."""
    own = [c for c, _ in known.most_common() if c.startswith(country)]
    own = [c for c in own if ".REB" in c] or own
    if not own:
        return ()
    foes = Counter(
        a if b[:3] == country else b for a, b in fights if (a[:3] == country) != (b[:3] == country)
    )
    for d in drafts:
        struck = {r.code[:3] for r in d.recipients} | {d.place.country if d.place else None}
        if d.type is EventType.ASSAULT and country in struck:
            foes.update(f for f in fighters(d.actors) if f[:3] != country)
    return (own[0], foes.most_common(1)[0][0]) if foes else ()


_UNDER = r"\b(?:under|through|with|via|by|after|following) (?:the )?(?:[\w-]+ )?"
"""Mediation that was taken up; one offered or refused makes no mediator."""
_BY = re.compile(
    rf"\b(?:mediated|brokered|facilitated|sponsored) (?:jointly )?by\b|{_UNDER}mediation (?:of|by|from)\b|"
    rf"{_UNDER}(?:auspices|good offices) of\b|\bmediators(?=,? (?-i:[A-Z]))",
    re.I,
)
_AS = re.compile(
    r"(?:[A-Z][\w.’'-]*(?:,\s+|\s+and\s+|\s+)(?:the\s+)?){1,8}(?:(?:acting|serving) as )?(?:mediators?|mediating|facilitating)\b|"
    rf"(?i:{_UNDER})[A-Z][\w.’']+(?:-led| Union| Nations)? mediation\b"
)
_OF_WHOM = re.compile(r"\b((?:[A-Z]\.)+|[A-Z][\w’']+(?: [A-Z][\w’']+)?)[ -](?:brokered|mediated)\b")
_STOP = re.compile(
    r"[;:”\"]|(?<![A-Z])\.|\b(?:that|which|who|between|with|to|said|told|in|on|at|for|after|over|its|their)\b"
)
_MEDIATED = re.compile(r"\b(?:mediat|broker|facilitat)", re.I)


def _mediators(drafts: Sequence[Draft], text: str, parties: Parties) -> tuple[str, ...]:
    """ "Brokered by Qatar and Egypt", "a US-mediated truce", "Qatar acting as mediator"; an offer makes no mediator."""
    found = [a.code for d in drafts if _mediates(d) for a in d.actors]
    for match in _BY.finditer(text):
        words = _STOP.split(text[match.end() : match.end() + 60])[0]
        found += [a.code for a in parties.named(match.start(), match.end() + len(words))]
    for match in _OF_WHOM.finditer(text):
        found += [a.code for a in parties.named(*match.span(1))]
    for match in _AS.finditer(text):
        found += [a.code for a in parties.named(*match.span())]
    kept = [c for c in found if c.split(".")[-1].split("/")[0] in ("GOV", "IGO") and not c.startswith("UNK")]
    return tuple(dict.fromkeys(kept))


def _mediates(draft: Draft) -> bool:
    told = draft.coded_by != "encoder" and draft.aux is None and draft.type is EventType.CONSULT
    return told and draft.mode == "third-party" and bool(_MEDIATED.search(draft.text))
