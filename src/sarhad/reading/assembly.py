"""From drafts to statements: offsets led back to the document, ids made, links kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sarhad.reading.clauses import trimmed
from sarhad.reading.draft import Draft
from sarhad.reading.readable import Readable
from sarhad.records import Actor, Document, Evidence, Place, Statement, TimeSpan, stable_id

if TYPE_CHECKING:
    from spacy.tokens import Doc


_ENOUGH = 40
"""Characters of a clause between two links that are recognised as its act; of 27 quotes with an address in them 19 have them."""


@dataclass(frozen=True, slots=True)
class Press:
    """What is needed to print a statement: the document, its readable text and parse, and who reads."""

    document: Document
    readable: Readable
    doc: "Doc"
    reader: str

    def quote(self, first: int, last: int) -> Evidence:
        """The document's words under the tokens `first`..`last` (inclusive)."""
        start, end = self.doc[first].idx, self.doc[last].idx + len(self.doc[last])
        return self.document.quote(self.readable.span(start, end))

    def clause(self, draft: Draft) -> Evidence:
        """The words of the clause; up to the address of a link only, where those tell the act by themselves."""
        first, last = min(draft.clause[0], draft.words[0]), max(draft.clause[1], draft.words[1])
        start, end = self.doc[first].idx, self.doc[last].idx + len(self.doc[last])
        low, high = self.readable.between_links(start, end, self.doc[draft.words[0]].idx)
        if (low, high) != (start, end) and high - low >= _ENOUGH:
            inside = [t.i for t in self.doc[first : last + 1] if low <= t.idx < high]
            if draft.words[1] in inside:
                first, last = trimmed(self.doc, inside[0], inside[-1])
        return self.quote(first, last)

    def anchor(self, draft: Draft) -> str:
        """The id of what `draft` tells, whoever reads it."""
        trigger = self.quote(*draft.words)
        return stable_id(
            "s",
            self.document.id,
            trigger.span.start,
            trigger.span.end,
            trigger.quote,
            draft.coded_by == "silence",
        )


def statements(drafts: Sequence[Draft], about: Mapping[int, int], press: Press) -> tuple[Statement, ...]:
    """One statement a draft, in the order of the words that name the acts; two drafts of one anchor (same clause, same
    trigger) are one."""
    anchors = [press.anchor(d) for d in drafts]
    out: dict[str, Statement] = {}
    for i, draft in enumerate(drafts):
        target = about.get(i)
        out.setdefault(
            anchors[i], _statement(draft, anchors[i], anchors[target] if target is not None else None, press)
        )
    return tuple(sorted(out.values(), key=lambda s: (s.trigger.span.start, s.trigger.span.end)))


def _statement(draft: Draft, anchor: str, about: str | None, press: Press) -> Statement:
    sentence = draft.token.sent
    return Statement(
        id=stable_id("r", anchor, press.reader),
        anchor=anchor,
        evidence=press.clause(draft),
        trigger=press.quote(*draft.words),
        sentence=press.quote(sentence.start, sentence.end - 1),
        type=draft.type,
        mode=draft.mode,
        aux=draft.aux,
        scope=draft.scope,
        actors=tuple(_actor(a, press) for a in draft.actors),
        recipients=tuple(_actor(a, press) for a in draft.recipients),
        speaker=_actor(draft.speaker, press) if draft.speaker is not None else None,
        stance=draft.stance,
        about=about,
        place=_place(draft.place, press),
        time=_time(draft.time, press),
        deaths=draft.deaths,
        injured=draft.injured,
        commitment=draft.commitment,
        ceasefire=draft.ceasefire,
        confidence=round(draft.confidence, 3),
        coded_by=draft.coded_by,
    )


def _actor(actor: Actor, press: Press) -> Actor:
    if actor.span is None:
        return actor
    span = press.readable.span(actor.span.start, actor.span.end)
    return replace(actor, span=span, mention=press.document.quote(span).quote)


def _place(place: Place | None, press: Press) -> Place | None:
    if place is None or place.span is None:
        return place
    span = press.readable.span(place.span.start, place.span.end)
    return replace(place, span=span, mention=press.document.quote(span).quote)


def _time(time: TimeSpan | None, press: Press) -> TimeSpan | None:
    if time is None or time.span is None:
        return time
    span = press.readable.span(time.span.start, time.span.end)
    return replace(time, span=span, mention=press.document.quote(span).quote)
