"""What a sentence itself names: a party that a line prints must be seen where the line's words stand.

An actor that the reader carried over ("the group", "they", "both sides") counts as seen when its state or body is
named in the sentence or, for words that point back, shortly before it.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from sarhad.codebook.actors import COUNTRIES, country_of, sector_of
from sarhad.records import Actor, Document, Evidence, Statement

Find = Callable[[str], Sequence[str]]
"""The codes of all states, groups, bodies and people that a text names, as often as it names them."""

BEFORE = 260
"""Characters before a sentence in which a pronoun's noun is looked for: about one sentence."""

FAR = 500
"""Characters before "both sides" among which the two parties named last are looked for."""

LEADING = 2
"""Parties a document names most often: "both sides", "the two countries", "they" may stand for these all through it."""

BESIDE = 45
"""Characters around an office in which its country stands where it is first told ("Interior Minister of Pakistan")."""

OWN = frozenset(("name", "adjective", "metonym", "office", "place"))
NAMELESS = frozenset(("UNK", "IGO", "NGO", "ISM", "IMG", "MNC"))
_MARKS = re.compile(r"\banniversar|\byears? (?:on|later|after)\b|\bcommemorat|\bremember", re.I)
_LISTS = re.compile(
    r"\b(?:timelines?|chronolog\w+|(?:a|brief|short|key) (?:history|dates)|fast facts|in dates)\b", re.I
)
_TWO = re.compile(r"\b(both|two|pair|sides|countries|nations|leaders|neighbou?rs|joint|they|their)\b", re.I)
_STATES = re.compile(
    r"\b(?:countries|nations|states|governments|officials|ministers|leaders|presidents)\b", re.I
)
_EPITHET = re.compile(
    r"\b[A-Z][\w.]*-(?:backed|led|linked|allied|aligned|affiliated|supported|funded|sponsored|armed|trained|friendly|born|made)\b"
    r"|(?:\b|(?<=[a-z]))(?:[Pp]ro|[Aa]nti)-[A-Z]\w+"
    r"|\b[A-Z]\w+ (?:apologists?|sympathi[sz]ers?|supporters?|critics?|experts?|analysts?|hawks?|watchers?|caucus|lobby)\b"
)
"""Words that name a party and mean somebody else: "the Iran-backed group", "pro-Palestine protesters"."""
_VENUE = re.compile(
    r"\b(?:talks?|met|meet(?:ing)?s?|negotiations?|discussions?|summit|round|held|visit) in (?:[A-Z][\w’'-]+ ?)+"
    r"|^[A-Z][A-Z ]+(?:, [A-Z][\w ]+)? [–—-] "
)
""" "Held talks in Tbilisi": the host is neither of the two."""
_BARE_BODY = re.compile(r"(?:[Tt]he )?(?:Congress|Senate|House of Representatives)")
"""Bodies of many countries, and parties, that are called so: they are of the country the document is about."""
_OURS = frozenset(("we", "us", "our", "i", "my"))
"""Whoever speaks, and nobody besides."""
_DUO = re.compile(r"^(?:the )?(?:pair|duo|two men|two women)$|^(?:both|the) (?:men|women)$", re.I)
_WEAPONS = re.compile(
    r"^(?:the )?(?:(?:war)?(?:planes|jets|ships)|drones|missiles|rockets|aircraft|helicopters)$", re.I
)
"""Without a country beside them they may be anybody's."""
_NO_FIRST_NAME = re.compile(
    r"\w*(?:[Pp]resident|[Mm]inister|[Ss]ecretary|[Gg]overnor|[Ll]eader|[Cc]hief)|Mr|Mrs|Ms|Sir|Lord|Dr|Sen|Senator|Rep|Gov|Gen|General|Chancellor|"
    r"King|Queen|Prince|Emir|Amir|Sheikh|Ayatollah|Premier|Ambassador|Admiral|Colonel|Speaker|Envoy|Judge|Pope|Director|Commander|Spokes\w+|"
    r"When|As|After|While|If|But|And|Then|Meanwhile|Why|How|What|Since|Before|Did|Can|Will"
)
_PERSON = re.compile(r"^(?:he|she|his|her|him|the \w+ ?\w*)$", re.I)


class Seen:
    """Which parties are named where. `find` None means that everything counts as seen."""

    def __init__(self, documents: Mapping[str, Document], find: Find | None) -> None:
        self._documents = documents
        self._find = _without_epithets(find) if find else None
        self._known: dict[str, frozenset[str]] = {}
        self._leading: dict[str, frozenset[str]] = {}

    @cached_property
    def blind(self) -> bool:
        """Whether nothing can be looked up."""
        return self._find is None

    def year(self, document_id: str) -> int | None:
        """The year in which a document was published; None where that is not known."""
        document = self._documents.get(document_id)
        printed = document.published.date if document is not None else None
        return int(printed[:4]) if printed else None

    def marks_a_day(self, document_id: str) -> bool:
        """Whether the title of a document says that it marks an anniversary."""
        document = self._documents.get(document_id)
        return document is not None and _MARKS.search(document.title or "") is not None

    def lists_dates(self, document_id: str) -> bool:
        """Whether the title of a document says that it goes through years: a timeline, a chronology."""
        document = self._documents.get(document_id)
        return document is not None and _LISTS.search(document.title or "") is not None

    def names(self, text: str) -> frozenset[str]:
        """Keys of the parties a text names: countries, and groups or bodies by their slug."""
        if text not in self._known:
            codes = self._find(text) if self._find else ()
            self._known[text] = frozenset(key for code in codes for key in _keys(code))
        return self._known[text]

    def before(self, evidence: Evidence, reach: int) -> str:
        """The text before an evidence, `reach` characters of it, within the article."""
        document = self._documents.get(evidence.document_id)
        if document is None:
            return ""
        end = evidence.span.start
        return document.text[max(0, end - reach) : end]

    def after(self, evidence: Evidence, reach: int) -> str:
        """The text behind an evidence, `reach` characters of it."""
        document = self._documents.get(evidence.document_id)
        return "" if document is None else document.text[evidence.span.end :][:reach]

    def actor(self, actor: Actor, statement: Statement) -> bool:
        """Whether this party is named in the statement's sentence, or shortly before it for words that point back."""
        if self.blind or country_of(actor.code) == "UNK":
            return True
        if actor.mention.casefold() in _OURS and statement.speaker is not None:
            return statement.speaker.code == actor.code
        if _somebody_else(actor, statement):
            return False
        if self._another_of_the_name(actor, statement.document_id):
            return False
        if _BARE_BODY.fullmatch(actor.mention.strip()):
            return country_of(actor.code) in self.leading(statement.document_id)
        sentence = statement.sentence
        inside = actor.span is not None and sentence.span.covers(actor.span)
        if inside and actor.resolved_by in OWN:
            return True
        wanted = _keys(actor.code)
        if wanted & self.names(actor.mention):
            return True
        if _TWO.search(actor.mention):
            return self._one_of_both(actor, statement, wanted)
        if inside and actor.span is not None and wanted & self._nearest(actor.span.start, sentence, actor):
            return True
        if actor.span is None and wanted & self.names(sentence.quote):
            return True
        return self._told_beside(actor, statement, wanted)

    def alone(self, actor: Actor, text: str) -> bool:
        """Whether a text names this party, and nobody besides."""
        named = self.names(text)
        return bool(named) and named <= _keys(actor.code)

    def _another_of_the_name(self, actor: Actor, document_id: str) -> bool:
        """Whether the text gives a bare last name to somebody with another first name, and never the one known by it."""
        document, last = self._documents.get(document_id), actor.mention
        if document is None or not actor.name or " " not in actor.name or not actor.name.endswith(f" {last}"):
            return False
        if actor.name in document.text:
            return False
        firsts = re.findall(rf"[a-z,] \[?([A-Z][a-z]+) {re.escape(last)}\b", document.text)
        # spelt otherwise, a first name keeps its first letter
        initials = {word[0] for word in actor.name.split()}
        return any(f[0] not in initials and not _NO_FIRST_NAME.fullmatch(f) for f in firsts)

    def _nearest(self, start: int, sentence: Evidence, actor: Actor) -> frozenset[str]:
        """The party named last before a word that points back; for a person all that are named shortly before."""
        document = self._documents.get(sentence.document_id)
        if document is None or self._find is None:
            return frozenset()
        reach = min(start, sentence.span.start)
        codes = self._find(document.text[max(0, reach - BEFORE) : start])
        person = actor.name is not None and _PERSON.search(actor.mention) is not None
        if person and _called(actor, document.text[max(0, reach - BEFORE) : start]):
            return _keys(actor.code)
        return frozenset(key for code in (codes if person else codes[-1:]) for key in _keys(code))

    def _one_of_both(self, actor: Actor, statement: Statement, wanted: frozenset[str]) -> bool:
        """ "They", "both countries": the parties the document is about; an armed group is no country."""
        if _STATES.search(actor.mention) and sector_of(actor.code) in ("REB", "UAF"):
            return False
        if wanted & self.leading(statement.document_id):
            return True
        document = self._documents.get(statement.document_id)
        if actor.span is None or document is None or self._find is None:
            return False
        before = document.text[max(0, actor.span.start - FAR) : actor.span.start]
        codes = self._find(_VENUE.sub(" ", before))
        doers = frozenset(k for a in statement.actors if a not in statement.recipients for k in _keys(a.code))
        # who offers it to both is neither
        others = doers if actor in statement.recipients else frozenset[str]()
        keys = dict.fromkeys(key for code in reversed(codes) for key in _keys(code) if key not in others)
        return bool(wanted & set(list(keys)[:2]))

    def _told_beside(self, actor: Actor, statement: Statement, wanted: frozenset[str]) -> bool:
        """An office or body that the document tells with its country elsewhere."""
        document = self._documents.get(statement.document_id)
        if document is None or not actor.mention[:1].isupper():
            return False
        spots = (m.start() for m in re.finditer(re.escape(actor.mention), document.text))
        return any(
            wanted & self.names(document.text[max(0, s - BESIDE) : s + len(actor.mention) + BESIDE])
            for s in spots
        )

    def leading(self, document_id: str) -> frozenset[str]:
        """The parties that a document names most often."""
        if document_id not in self._leading:
            document = self._documents.get(document_id)
            words = _BARE_BODY.sub(" ", document.article()) if document else ""
            codes = self._find(words) if self._find else ()
            often = Counter(key for code in codes for key in _keys(code))
            self._leading[document_id] = frozenset(key for key, _ in often.most_common(LEADING))
        return self._leading[document_id]

    def code(self, code: str, statement: Statement, reach: int = BEFORE) -> bool:
        """Whether the party of a bare code is named in the sentence or shortly before it."""
        if self.blind:
            return True
        sentence = statement.sentence
        wanted = _keys(code)
        return bool(wanted & self.names(sentence.quote) or wanted & self.names(self.before(sentence, reach)))


def _without_epithets(find: Find) -> Find:
    return lambda text: find(_EPITHET.sub(" ", text))


def _somebody_else(actor: Actor, statement: Statement) -> bool:
    """ "The pair" are people, no states; "jets" may be anybody's; the name in an epithet is not the one meant."""
    if _WEAPONS.match(actor.mention):
        return True
    if _DUO.match(actor.mention):
        return (
            actor.name is None
            or actor.name in COUNTRIES.values()
            or sector_of(actor.code) not in ("GOV", "LEG", "MIL", "PTY")
        )
    if actor.span is None or not statement.sentence.span.covers(actor.span):
        return False
    at, words = actor.span.start - statement.sentence.span.start, statement.sentence.quote
    return any(m.start() <= at < m.end() for m in _EPITHET.finditer(words))


def _called(actor: Actor, text: str) -> bool:
    """Whether a word of a person's name stands in the text: people are called by their last name after the first time."""
    return any(word in text for word in (actor.name or "").split() if len(word) > 3)


def _keys(code: str) -> frozenset[str]:
    """ "PAK.REB/ttp" → {"ttp"}, "PAK.GOV" → {"PAK"}: a named group is its own, not its country's."""
    slug = code.partition("/")[2]
    country = country_of(code)
    if slug:
        return (
            frozenset({slug})
            if country in NAMELESS or sector_of(code) in ("REB", "UAF")
            else frozenset({slug, country})
        )
    return frozenset({country})
