"""The people a document names, met before it is read: headlines use a last name before the text gives the whole."""

from dataclasses import replace

from sarhad.codebook.actors import Sector
from sarhad.knowledge.actors import Actors, Hit
from sarhad.knowledge.actors_offices import bare_office
from sarhad.reading.actors_grammar import Token, modifiers
from sarhad.reading.actors_memory import Known
from sarhad.reading.actors_roles import role_of
from sarhad.reading.actors_spans import Names
from sarhad.reading.actors_whose import code_for, owners
from sarhad.reading.actors_words import TITLE_KIN
from sarhad.records import Actor

_NOMINAL = frozenset(["NOUN", "PROPN"])


def meet_people(names: Names) -> dict[str, Known]:
    """Last name → person: the registry's people, and strangers whose title or apposition tells what they are."""
    people: dict[str, Known] = {}
    for at in names.all_heads():
        hit = names.hits[at]
        if hit.how == "person":
            actor = Actor(mention=hit.text, code=hit.code, name=hit.entry.name, resolved_by="name")
            offices = frozenset(_last_word(bare_office(term.office)) for term in hit.entry.terms)
            told = titles(names.doc[at]) | offices
            before = people.get(hit.entry.last)
            if before is not None and before.entity == hit.entry.name:
                told |= before.titles
            known = Known(actors=(actor,), entity=hit.entry.name, gender=hit.entry.gender, titles=told)
            people[hit.entry.last] = known
            people.setdefault(hit.text.split()[-1], known)  # "Maulana Fazl" is Fazl from then on
    for ent in names.doc.ents:
        if ent.label_ == "PERSON" and ent.root.i not in names.hits:
            _meet_stranger(names, ent, people)
    return people


def _meet_stranger(names: Names, ent: Token, people: dict[str, Known]) -> None:
    last = str(ent.text).split()[-1].removesuffix("’s").removesuffix("'s")
    if last in people or not last[:1].isupper():
        return
    for role in role_words(ent.root):
        sector = role_of(role)
        if sector is None or sector is Sector.CVL:
            continue
        found = owners(names, role).hits or owners(names, ent.root).hits
        if found:
            code = code_for(names, found[0], sector, role)
            actor = Actor(mention=ent.text, code=code, name=str(ent.text), resolved_by="description")
            told = titles(ent.root) | {_title(role)}
            people[last] = Known(actors=(actor,), entity="", gender="", titles=frozenset(told))
            return


def by_title(text: str, hits: list[Hit], registry: Actors) -> list[Hit]:
    """People whom the text gives an office they once held get that office's code, in office or not on the day: the
    text knows its own day better than a header does."""
    told = {}
    for hit in hits:
        if hit.how == "person" and hit.entry.name not in told:
            term = registry.told_office(text, hit)
            if term is not None:
                told[hit.entry.name] = term.code
    return [replace(h, code=told[h.entry.name]) if h.entry.name in told else h for h in hits]


def titles(token: Token) -> frozenset[str]:
    """The lemmas of a name's title words."""
    return frozenset(_title(word) for word in role_words(token))


def _last_word(office: str) -> str:
    return PRESS if office.endswith(PRESS) else office.split()[-1]


PRESS = "press secretary"


def _title(word: Token) -> str:
    """ "Secretary" alone is never the press secretary."""
    lemma = str(word.lemma_).lower()
    return f"press {lemma}" if word.i and word.nbor(-1).lower_ == "press" else lemma


def role_words(token: Token) -> list[Token]:
    """Title nouns of a name: nearest before it, in apposition to it, or the noun it is in apposition to."""
    near = [c for c in token.children if c.dep_ == "appos"]
    if token.dep_ == "appos":
        near.append(token.head)
    near += [w for w in modifiers(token) if w.dep_ in ("compound", "nmod") and w.pos_ in _NOMINAL]
    near += [w for w in modifiers(token) if w.dep_ == "amod" and role_of(w) is not None]
    return list(reversed(near))


def bears(known: Known, title: str) -> bool:
    """Whether a person is known by a title, or by one of its kin ("premier", "minister")."""
    return title in known.titles or bool(TITLE_KIN.get(title, frozenset()) & known.titles)
