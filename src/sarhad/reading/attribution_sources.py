"""Who is cited: the noun phrase of a cue's source, as the text gives it."""

from typing import TYPE_CHECKING

from sarhad.reading import grammar
from sarhad.reading.actors_words import ROLES
from sarhad.reading.attribution_cues import Range, chain_start
from sarhad.reading.attribution_quotes import MARKS

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_LONGEST = 45
PAPERS = frozenset(
    (
        "accord ad advertisement affidavit agreement amendment analysis article audit average ballot bill "
        "biography blog book brief broadcast brochure bulletin cable calculation census chapter chart charter clip "
        "column commercial communication communique complaint data declaration decree directive document "
        "documentary dossier draft editorial email essay estimate evaluation evidence experiment figure filing "
        "film finding footage forecast graph guideline headline index indictment inquiry interview investigation "
        "law lawsuit leaflet letter manifesto manual memo memoir memorandum message movie newsletter novel order "
        "page pamphlet paper passage petition podcast poll post probe program programme projection questionnaire "
        "record recording release report research resolution review rule ruling section site speech spot statement "
        "statistic statute story study submission suit survey tape text transcript treaty tweet verdict video "
        "website"
    ).split()
)
"""Nouns of a text or a count that says or shows something."""
_PEOPLE = frozenset(
    (
        "activist actor actress adversary advocate agency aide airline all ally american analyst anchor announcer "
        "anybody anyone appointee artist association athlete attorney audience author backer bank billionaire bloc "
        "boss both boy brother bureau bureaucracy business bystander camp campaign campaigner candidate celebrity "
        "ceo chairman chairwoman challenger chamber charity child church citizen city clergy cleric club coach "
        "coalition colleague college columnist commission committee community conservative constituency contender "
        "corporation council country couple court creditor crew critic crowd daughter delegate democrat "
        "demonstrator department doctor dozen each economist elder electorate elite enemy establishment everybody "
        "everyone executive expert faction family farmer father federation few firm folk foundation founder friend "
        "generation girl graduate group guy half hardliner historian hopeful hospital host house household hundred "
        "husband imam immigrant incumbent individual industry insider institute institution judge juror jury kid "
        "lady lawmaker lawyer league lender liberal lobby loyalist magazine majority man manufacturer many mate "
        "media member men migrant millionaire minority mob moderate mogul most mother movement narrator nation "
        "network newcomer newspaper ngo nobody nominee nonprofit number nurse observer one onlooker opponent "
        "organisation organization other others outlet outsider pair panel panelist parent patient peer people "
        "percent person physician plaintiff pollster pope population press priest producer professor progressive "
        "protester public publication pundit quarter rabbi refugee relative republican resident respondent "
        "retailer rival sceptic scholar school scientist score senate several shareholder side singer sister "
        "skeptic society some somebody someone son source specialist spouse staff stakeholder star station "
        "strategist student supporter surgeon surrogate survivor teacher team third those thousand town "
        "tribe tribesman tribunal tycoon union university vast veteran victim villager voter wife witness woman "
        "women world"
    ).split()
)
"""Nouns and quantities of people and bodies, beside those that tell a role in the press."""
_PERSONAL = frozenset("i we you he she they who it that which".split())
_ENDINGS = ("er", "or", "ist", "man", "men", "woman", "women", "ian", "crat", "ee", "ant", "ent")


def subject(verb: "Token") -> "Token | None":
    """The head of who says it: the verb's own subject, or that of the verb it is joined to or depends on."""
    at = chain_start(verb)
    for _ in range(8):
        own = grammar.children(at, *_SUBJECTS)
        if own:
            return own[0]
        if at.dep_ == "acl":
            return _of_noun(at)
        if at.dep_ not in _UPWARD or at.head == at:
            return _beside(verb)
        if at.dep_ in ("ccomp", "xcomp") and at.head.pos_ == "VERB" and not grammar.is_passive(at.head):
            objects = grammar.children(at.head, "dobj")
            if objects:
                return objects[0]
        at = at.head
    return None


_UPWARD = frozenset("conj advcl xcomp ccomp pcomp prep dep acomp attr relcl".split())


def _of_noun(verb: "Token") -> "Token | None":
    """ "footage of him asking": him; "his attempt to argue": his; "took the chance to remind": who took it."""
    noun = verb.head
    if not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children) or can_speak(noun):
        return noun
    owners = grammar.children(noun, "poss")
    if owners:
        return owners[0]
    return (
        next(iter(grammar.children(noun.head, *_SUBJECTS)), noun) if noun.dep_ in ("dobj", "attr") else noun
    )


def _beside(verb: "Token") -> "Token | None":
    """Where the parse gives a finite verb no subject: the name or pronoun that stands just before it."""
    at = verb.i - 1
    while at > 0 and verb.doc[at].dep_ in ("aux", "auxpass", "neg", "advmod"):
        at -= 1
    if verb.doc[at].text == ",":  # "Mr. Khan, a lawyer, said"
        commas = [t.i for t in verb.doc[max(verb.sent.start, at - 15) : at] if t.text == ","]
        at = commas[-1] - 1 if commas else at
    if at < 0 or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.doc[at].sent != verb.sent:
        return None
    before = verb.doc[at]
    return (
        before if before.pos_ in ("PROPN", "PRON") or (before.pos_ == "NOUN" and can_speak(before)) else None
    )


def can_speak(noun: "Token") -> bool:
    """Whether a noun may stand for somebody or for a paper that says something."""
    if noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or noun.lower_ in _PERSONAL or noun.pos_ == "PROPN":
        return True
    lemma = noun.lemma_.lower()
    if lemma in ROLES or lemma in PAPERS or lemma in _PEOPLE or noun.pos_ == "NUM":
        return True
    return lemma.endswith(_ENDINGS) and not lemma.endswith("ment")


def is_paper(noun: "Token") -> bool:
    """Whether a noun names a text or a count that shows something: a poll, a report."""
    return noun.lemma_.lower() in PAPERS


def noun_range(noun: "Token", cue: Range) -> Range:
    """The noun phrase of `noun` with its appositions and relative clauses, up to the cue where the cue stands in it."""
    doc = noun.doc
    start, end = noun.left_edge.i, noun.right_edge.i + 1
    if start <= cue[0] < end:
        start, end = (start, cue[0]) if noun.i < cue[0] else (cue[1], end)
    for mark in (t for t in doc[start:end] if t.text in MARKS):
        start, end = (mark.i + 1, end) if mark.i < noun.i else (start, mark.i)
    if noun.i > cue[0]:
        end = min([end, *(c.left_edge.i for c in noun.children if c.dep_ == "relcl" and _after_comma(c))])
    end = min(end, max(noun.i + 1, start + _LONGEST))
    while end - 1 > noun.i and _is_loose(doc[end - 1]):
        end -= 1
    while start < noun.i and _is_loose(doc[start]):
        start += 1
    return start, end


def _is_loose(token: "Token") -> bool:
    """A mark or an "and" at the edge of a noun phrase."""
    return (token.is_punct and not token.is_bracket) or token.dep_ in ("cc", "preconj")


def _after_comma(clause: "Token") -> bool:
    return bool(clause.left_edge.i > 0 and clause.doc[clause.left_edge.i - 1].text == ",")
