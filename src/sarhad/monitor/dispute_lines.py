"""Accusations, denials, demands and threats as lines: who says what of whom, and how the other side answers."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from sarhad.codebook import Auxiliary, DisputeKind, EventType, Stance
from sarhad.codebook.actors import country_of
from sarhad.monitor.desk import Desk, cited, quoted, said, word_of
from sarhad.monitor.gate import domestic
from sarhad.monitor.gate_words import breach_claimed, falls, of_talks
from sarhad.monitor.incident_lines import is_old
from sarhad.monitor.own_words import day_told
from sarhad.monitor.targets import aimed_at
from sarhad.monitor.verbs import LEADS, lead_of, several, verb_of
from sarhad.monitor.wording import CONTESTS, as_reported, capital, count, join, printed
from sarhad.records import Dispute, Line, Position, Statement

_ANSWER = re.compile(
    r"\bden(?:y|ies|ied|ying|ial)|reject|dismiss|neither|confirm|refut|declin|silen|insist|clarif|label|dispute|rebuff|contest|"
    r"n['’]t\b|no comment|contrary|false|baseless|untrue",
    re.I,
)
"""What an answer to a claim must say somewhere."""

ANSWERS = {
    Stance.DENIES: CONTESTS[DisputeKind.DENIES],
    Stance.NEITHER: CONTESTS[DisputeKind.NEITHER],
    Stance.REFRAMES: CONTESTS[DisputeKind.REFRAMES],
}


def dispute_lines(desk: Desk) -> tuple[Line, ...]:
    """Claims that somebody contests, the most widely told first."""
    fine = [d for d in desk.fused.disputes if is_told(d, desk)]
    order = sorted(fine, key=lambda d: (-d.witnesses, -len(d.positions), d.id))
    lines = {line.text: line for line in (dispute_line(d, desk) for d in order)}
    return tuple(lines.values())


def is_told(dispute: Dispute, desk: Desk) -> bool:
    """Both sides named, not the same, and each side's words stand for themselves."""
    if dispute.id in desk.trusted:
        return True
    if not dispute.asserted_by or not dispute.contested_by:
        return False
    if any(country_of(c) == "UNK" for c in (*dispute.asserted_by, *dispute.contested_by)):
        return False
    if set(dispute.asserted_by) & set(dispute.contested_by):
        return False
    contests = [p for p in dispute.positions if p.stance not in (Stance.ASSERTS, Stance.ALLEGES)]
    if not contests:
        return True
    return any(
        _ANSWER.search(p.evidence.quote) or _ANSWER.search(desk.cite(p.evidence).quote) for p in contests
    )


def dispute_line(dispute: Dispute, desk: Desk) -> Line:
    """The claim in its own words, who makes it, who answers how."""
    asserts = [p for p in dispute.positions if p.stance in (Stance.ASSERTS, Stance.ALLEGES)]
    contests = [p for p in dispute.positions if p not in asserts]
    answer = _words(contests, desk)
    claim = _words(asserts, desk)
    claim = claim or quoted(desk.names.spell(dispute.proposition))
    sides = _sides(dispute.asserted_by, asserts, desk)
    who = f"{capital(sides)} {'say' if several(dispute.asserted_by, sides) else 'says'}"
    text = (
        f"{who if dispute.asserted_by else 'It is said'}: {claim} — "
        f"{_how(dispute, contests)} {_sides(dispute.contested_by, contests, desk)}"
        f"{f': {answer}' if answer and _bare(answer) != _bare(claim) else ''} "
        f"{desk.told_by(p.evidence.document_id for p in dispute.positions)}"
    )
    return Line(
        text=text,
        citations=cited(desk.cite(p.evidence) for p in (*asserts[:1], *contests[:1], *dispute.positions)),
        refers_to=dispute.id,
        details=(*_positions(dispute, desk), *_unanswered(dispute)),
    )


def _positions(dispute: Dispute, desk: Desk) -> tuple[str, ...]:
    if len(dispute.positions) < 3:
        return ()
    return tuple(_position(p, desk) for p in dispute.positions if " " in p.evidence.quote.strip())


def _unanswered(dispute: Dispute) -> Iterator[str]:
    if dispute.silent_days and dispute.unanswered_since:
        yield f"said anew on {printed(dispute.unanswered_since)}; no answer in the record for {count(dispute.silent_days, 'day')}"


def _sides(codes: tuple[str, ...], positions: list[Position], desk: Desk) -> str:
    people = [p.name for p in positions if p.name and p.speaker in codes and " " in p.name.strip()]
    if people and len(codes) == 1:
        return (
            f"{people[0]} ({desk.names.of(codes[0])})"
            if desk.names.of(codes[0]) not in people[0]
            else people[0]
        )
    return desk.names.all(codes) or "someone not named"


def _how(dispute: Dispute, contests: list[Position]) -> str:
    """In the newest answer's manner, which is the one that is quoted."""
    newest = max(contests, key=lambda p: (p.published or "", -p.evidence.span.start), default=None)
    return ANSWERS.get(newest.stance, CONTESTS[dispute.how]) if newest else CONTESTS[dispute.how]


def _bare(words: str) -> str:
    return words.strip(" .“”")


def _words(positions: list[Position], desk: Desk) -> str:
    """The fullest of these positions in the text's own words; of several that say enough, the newest."""
    if not positions:
        return ""
    best = max(positions, key=lambda p: (_says(p), p.published or "", -p.evidence.span.start))
    told = desk.statement_at(best.evidence)
    return said(told) if told else quoted(best.evidence.quote)


def _says(p: Position) -> int:
    """How much its words tell, up to what tells enough: "Iran blamed the incident on Israel" leaves open which."""
    return min(ENOUGH, len(re.findall(r"[^\W\d_]{4,}", p.evidence.quote)))


ENOUGH = 8
"""Longer words with which a clause says what it speaks of."""


def _position(p: Position, desk: Desk) -> str:
    who = p.name or desk.names.of(p.speaker)
    return f"{printed(p.published)}: {who} {(p.manner or p.stance).value} – {quoted(p.evidence.quote, 180)} [{desk.name(p.evidence.document_id)}]"


def unanswered_lines(desk: Desk) -> tuple[Line, ...]:
    """Accusations, denials, demands and threats that are part of no dispute, grouped by who and toward whom."""
    positions = [p for d in desk.fused.disputes if is_told(d, desk) for p in d.positions]
    used = {_at(p) for p in positions}
    sentences = {(p.evidence.document_id, desk.cite(p.evidence).start) for p in positions}
    loose = [
        s
        for s in _verbal(desk)
        if (s.document_id, s.evidence.span.start) not in used
        and (s.document_id, s.sentence.span.start) not in sentences
    ]
    keyed = sorted(((_key(s, desk), s) for s in loose), key=lambda pair: pair[0])
    groups = groupby(keyed, key=lambda pair: pair[0])
    lines = [_group([s for _, s in pairs], desk) for _, pairs in groups]
    return tuple(line for _, line in sorted(lines, key=lambda pair: pair[0]))


def _at(position: Position) -> tuple[str, int]:
    return position.evidence.document_id, position.evidence.span.start


def _verbal(desk: Desk) -> Iterable[Statement]:
    for s in desk.told():
        told = s.aux in (None, Auxiliary.HISTORICAL) and (s.plain or s.type is EventType.REJECT)
        of_nobody = of_talks(s) or falls(s) or breach_claimed(s)
        if s.type in LEADS and not of_nobody and told and s.actors and not domestic(s, desk.seen):
            yield s


Key = tuple[str, tuple[str, ...], tuple[str, ...], str]


def _key(s: Statement, desk: Desk) -> Key:
    """Who speaks how toward whom, on one day of publication or in one undated text. Toward nobody named, each document
    stands alone: such words have little in common."""
    toward = sorted({a.code for a in aimed_at(s)}) or [s.anchor]
    when = desk.published(s.document_id) or s.document_id
    return f"{s.type} {verb_of(s)}", tuple(sorted({a.code for a in s.actors})), tuple(toward), when


def _group(statements: list[Statement], desk: Desk) -> tuple[tuple[object, ...], Line]:
    kind = statements[0].type
    newest = max(statements, key=lambda s: (desk.published(s.document_id) or "", len(s.evidence.quote)))
    named = tuple(a for a in newest.actors if country_of(a.code) != "UNK") or newest.actors
    actors = desk.names.actors(named)
    toward = join(desk.names.actor(a) for a in aimed_at(newest))
    verb = verb_of(replace(newest, actors=named), actors)
    clause = f"{actors} {verb} {toward}" if toward else f"{actors} {verb.partition(',')[0]}"
    documents = {s.document_id for s in statements}
    times = _times(statements, desk)
    often = f", {times} times" if times > 1 else ""
    when = f"{_long_ago(newest, desk)}{as_reported(desk.reported(newest.document_id))}{often}"
    text = f"{lead_of(newest)} ({when}): {word_of(newest, desk)}{capital(clause)} — {said(newest)} {desk.told_by(documents)}"
    families = {desk.families.get(d, d) for d in documents}
    rank = (
        list(LEADS).index(kind),
        not newest.recipients,
        -len(families),
        -len(statements),
        newest.document_id,
        newest.evidence.span,
    )
    citations = cited(desk.cite_statement(s) for s in (newest, *statements))
    others = {s.document_id: s for s in statements if s.document_id != newest.document_id}
    details = tuple(
        f"{printed(desk.published(d))}: {said(s, 180)} [{desk.name(d)}]" for d, s in list(others.items())[:4]
    )
    details = (*details, *_silence(statements, desk))
    return rank, Line(text=text, citations=citations, refers_to=newest.anchor, details=details)


def _long_ago(s: Statement, desk: Desk) -> str:
    """ "2018, " of words that the report dates long before itself: retold, not said anew."""
    dated = s.time is not None and _dates(s.time.mention, s) and is_old(s, desk)
    told = day_told(s, desk.published(s.document_id)) if dated else ""
    return f"{told}, " if told else ""


def _dates(mention: str, s: Statement) -> bool:
    """ "In 2018", no "a 2006 resolution"."""
    named = re.search(rf"\b(?:an?|the|its|their|that|this)\s+{re.escape(mention)}", s.sentence.quote)
    return _YEAR.search(mention) is not None and named is None


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
""""A year ago" may belong to what is spoken of; "in 2018" dates the words."""


def _silence(statements: list[Statement], desk: Desk) -> Iterator[str]:
    """How long the record holds no answer to a charge; nothing where it may hold one."""
    told = {s.anchor for s in statements}
    for a in desk.fused.accusations:
        if a.silent_days and any(p.anchor in told for p in a.positions):
            yield (
                f"no answer of {desk.names.all(a.against)} in the record for {count(a.silent_days, 'day')}, "
                f"from {printed(a.unanswered_since)} to {printed(a.heard_until)} (show {a.id})"
            )


def _times(statements: list[Statement], desk: Desk) -> int:
    """How often it is told, a family's copies counted once."""
    each = Counter(s.document_id for s in statements)
    most: dict[str, int] = {}
    for document, number in each.items():
        family = desk.families.get(document, document)
        most[family] = max(number, most.get(family, 0))
    return sum(most.values())
