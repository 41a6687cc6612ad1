"""Headline and lead of one page are one telling, and so are the clauses of one sentence.

A headline leaves out who says so, where and when; a clause, what stands at the end of its sentence. Each is told on the word of whoever
tells the act beneath or around it, and a headline stands for the first act beneath it that it may mean. In doubt it stands alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sarhad.codebook import QUAD, CeasefirePhase, PlaceLevel, Quad, Stance
from sarhad.fusion.charges_words import DENYING
from sarhad.fusion.sides import countries, sides
from sarhad.fusion.spots import one_name
from sarhad.fusion.tolls import fit
from sarhad.records import Document, Span, Statement

AT_THE_TOP = 3
"""Passages among which a headline is looked for: the name of a section and a line of its own may stand above it."""
BROAD = (PlaceLevel.COUNTRY, PlaceLevel.ADM1, PlaceLevel.OTHER)


def leads(document: Document, told: Sequence[Statement]) -> dict[str, Statement]:
    """By the anchor of each statement of the headline the first act beneath it that it may mean, where there is one. `told` are
    the surer ones first."""
    heading = heading_of(document)
    if heading is None:
        return {}
    beneath = [s for s in told if s.sentence.span.start >= heading.end]
    above = (s for s in told if heading.start <= s.sentence.span.start < heading.end)
    return {h.anchor: lead for h in above if (lead := next((s for s in beneath if _means(h, s)), None))}


def heading_of(document: Document) -> Span | None:
    """Where the headline stands in the text, if it does."""
    title = document.title.strip() if document.title else ""
    for span in document.passages[:AT_THE_TOP] if title else ():
        line = document.text[span.start : span.end].lstrip("# ").strip()
        if line and (title.startswith(line) or line.startswith(title)) and len(line) <= 2 * len(title):
            return span
    return None


def _means(h: Statement, s: Statement) -> bool:
    """Whether a headline may be of this act: nothing is told otherwise, and one thing that is told is the same."""
    if (
        not (_of_a_deed(h) and _of_a_deed(s))
        or h.type is not s.type
        or h.aux is not s.aux
        or h.stance in DENYING
        or s.stance in DENYING
    ):
        return False
    doers = _common(sides(a.code for a in h.actors), sides(a.code for a in s.actors))
    struck = _common(_struck(h), _struck(s))
    tolls = [fit(a, b) for a, b in ((h.deaths, s.deaths), (h.injured, s.injured)) if a and b]
    tellers = _common(*(sides((x.speaker.code,) if x.speaker else ()) for x in (h, s)))
    days = [h.time.meets(s.time)] if h.time and s.time else []
    placed = _placed(h, s)
    if False in (tellers, doers, struck, placed, *tolls, *days):
        return False
    return True in (doers, struck, placed, *tolls)


def _of_a_deed(s: Statement) -> bool:
    """A deed, or a breach of a ceasefire: who spoke with whom is told on nobody's word alone."""
    breach = s.ceasefire is not None and s.ceasefire.phase is CeasefirePhase.VIOLATED
    return breach or QUAD[s.type] is Quad.MATERIAL_CONFLICT


def _struck(s: Statement) -> frozenset[str]:
    codes = [a.code for a in s.recipients]
    return sides(codes) | countries(c for c in codes if "/" not in c)


def _common(a: frozenset[str], b: frozenset[str]) -> bool | None:
    """None where one of them tells nobody."""
    return bool(a & b) if a and b else None


def _placed(h: Statement, s: Statement) -> bool | None:
    """True for one named place, False for two that cannot be one; a broad place holds any of its country and is no likeness."""
    a, b = h.place, s.place
    if a is None or b is None:
        return None
    if a.country and b.country and a.country != b.country:
        return False
    if one_name(a, b):
        return None if a.level is PlaceLevel.COUNTRY else True
    return None if a.level in BROAD or b.level in BROAD else False


# --- who tells it


def on_their_word(told: Sequence[Statement], under: Mapping[str, Statement]) -> Iterator[Statement]:
    """The statements of a page, each with the teller of the act that it heads or is part of."""
    speaking: dict[tuple[object, ...], list[Statement]] = {}
    for s in told:
        if s.speaker is not None:
            speaking.setdefault(_deed(s), []).append(s)
    whole = {s.anchor: _of_its_sentence(s, speaking.get(_deed(s), ())) for s in told}
    for s in told:
        mine, lead = whole[s.anchor], under.get(s.anchor)
        yield _on_the_word_of(mine, whole[lead.anchor]) if lead else mine


def _deed(s: Statement) -> tuple[object, ...]:
    """What two clauses that tell one deed have in common."""
    return s.type, sides(a.code for a in s.actors)


def _of_its_sentence(s: Statement, speaking: Sequence[Statement]) -> Statement:
    """ "Forces shelled a village and killed two, according to the army": the shelling, too."""
    around = (t for t in speaking if t.evidence.span.covers(s.evidence.span))
    whole = next(around, None) if _of_a_deed(s) else None
    return _on_the_word_of(s, whole) if whole else s


def _on_the_word_of(s: Statement, teller: Statement) -> Statement:
    if s.speaker is not None or s.stance is not Stance.ASSERTS:
        return s
    return replace(s, speaker=teller.speaker, stance=teller.stance)
