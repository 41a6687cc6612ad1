"""The walk over a parsed document that makes its actor mentions."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sarhad.codebook.actors import Sector
from sarhad.knowledge.actors import Actors, Hit
from sarhad.knowledge.actors_provisional import PROVISIONAL
from sarhad.reading import actors_words as words
from sarhad.reading.actors_grammar import Doc, Token, governing_verb, is_subject, phrase_start
from sarhad.reading.actors_memory import Known, Memory, Seen, side
from sarhad.reading.actors_mention import ActorMention
from sarhad.reading.actors_naming import state_code
from sarhad.reading.actors_people import by_title, meet_people
from sarhad.reading.actors_references import References
from sarhad.reading.actors_roles import role_of
from sarhad.reading.actors_spans import Names, stands_as_place
from sarhad.reading.actors_unknown import with_unknown_groups
from sarhad.reading.actors_whose import (
    STATES,
    Owners,
    based,
    by_patron,
    code_for,
    coded,
    joined_to,
    of_no_one_country,
    owners,
)
from sarhad.records import Actor

_NOMINAL = frozenset(["NOUN", "PROPN"])
_ARGUMENT = frozenset(["nsubj", "pobj", "dobj", "nsubjpass", "conj"])
_PLURALS = frozenset(["police", "people", "army", "military", "personnel", "crowd", "family", "team"])
Coded = tuple[str, str, str | None]  # code, how it was resolved, name


class Linker:
    """One document's walk. `run` gives the mentions, `resolve` one of them, also ahead of the walk."""

    def __init__(
        self, doc: Doc, on: date | None, registry: Actors, places: Sequence[tuple[int, int, str]]
    ) -> None:
        self.doc, self.on, self.registry = doc, on, registry
        self.text = str(doc.text)  # spaCy joins the tokens anew each time it is asked
        known = by_title(self.text, registry.find(self.text, on), registry)
        self.names = Names(doc, with_unknown_groups(self.text, known, registry))
        self.memory = Memory()
        self.memory.people = meet_people(self.names)
        self.memory.told.update(side(self.names.hits[at].code) for at in self.names.all_heads())
        self.grounds = self.names.grounds(places)
        self.references = References(self)
        self._done: dict[int, ActorMention | None] = {}

    def run(self) -> list[ActorMention]:
        """Every mention, in order of its head."""
        found = []
        for token in self.doc:
            mention = self.resolve(token)
            if mention is not None:
                found.append(mention)
                self._note(token, mention)
        return found

    def resolve(self, token: Token) -> ActorMention | None:
        """The mention headed at the token; None for a token that heads none."""
        if token.i not in self._done:
            self._done[token.i] = None  # a phrase that leads back to itself stays open
            self._done[token.i] = self._mention(token)
        return self._done[token.i]

    def _mention(self, token: Token) -> ActorMention | None:
        if token.i in self.names.hits:
            hit = self.names.headed(token.i)
            return self._named(token, hit) if hit is not None else None
        partitive = self.references.partitive(token)
        if partitive is not None:
            return partitive
        if token.pos_ == "PRON" or token.tag_ in ("PRP$", "WP", "WDT"):
            return self.references.pronoun(token)
        if token.pos_ in _NOMINAL or _stands_alone(token):
            return self._described(token)
        if token.pos_ == "ADJ" and token.dep_ == "amod" and token.lemma_.lower() in words.ARMED_ADJECTIVES:
            return self._described(token)
        return None

    def _note(self, token: Token, mention: ActorMention) -> None:
        if mention.actors[0].code == "UNK.UNK" and mention.kind != "person":
            return
        verb = governing_verb(token)
        self.memory.note(
            Seen(
                mention=mention,
                sentence=self.names.sentence[token.i],
                verb=verb.i if verb is not None else -1,
                subject=is_subject(token),
                controls=_controls(token),
                again=mention.actors[0].resolved_by in ("pronoun", "office"),
                place=mention.kind == "state" and (stands_as_place(token) or token.dep_ == "amod"),
            )
        )

    # --- names

    def _named(self, token: Token, hit: Hit) -> ActorMention | None:
        entry = hit.entry
        if entry.kind in STATES:
            code = state_code(self.names, token, hit)
            if code is None:
                return None
            inner = token.dep_ in ("amod", "compound", "nmod")
            triples = [
                (f"{h.entry.country}{code[3:]}", h.how, h.entry.name) for h in self.names.all_headed(token.i)
            ]
            if hit.how == "adjective" and code[4:] != "GOV" and not inner:
                return self.make(token, triples, "people", plural=token.tag_ in ("NNS", "NNPS"))
            return self.make(token, triples, "state", entity=entry.name, inner=inner)
        if hit.how == "person":
            triple = (hit.code, "name", entry.name)
            return self.make(token, [triple], "person", entity=entry.name, gender=entry.gender)
        code, how = hit.code, _named_how(hit)
        if entry.country == "*":
            country = self._country(token) or self.memory.focus()
            code, how = (f"{country}{code[3:]}", "description") if country else (code, "open")
        kind = entry.kind if entry.kind in ("group", "media") else "body"
        joined = [h for h in owners(self.names, token).hits if joined_to(h, hit, self.text)]
        beside: list[Coded] = [
            (f"{h.entry.country}{code[3:7]}", "description", None) for h in joined if kind == "body"
        ]
        return self.make(token, [*beside, (code, how, hit.name)], kind, entity=entry.name, plural=True)

    def _country(self, token: Token) -> str | None:
        found = [hit.entry.country for hit in owners(self.names, token).hits]
        return next((country for country in found if len(country) == 3), None)

    # --- descriptions

    def _described(self, token: Token) -> ActorMention | None:
        """A noun that is no registered name: a pair, a person, a stand-in, a role."""
        if token.dep_ == "npadvmod" or (token.dep_ in ("compound", "nmod", "amod") and not self._does(token)):
            return None
        pair = self.references.pair(token)
        if pair is not None:
            return pair
        if token.pos_ == "PROPN":
            person = self._by_name(token)
            if person is not None:
                return person
        named = self._apposed(token)
        if named is not None:
            return named
        sector = role_of(token)
        return self.references.stand_in(token, sector) or self._role(token, sector)

    def _does(self, token: Token) -> bool:
        """Whether a noun before a noun is the one who acts: "army operation", "militant violence"."""
        head = token.head
        if head.i in self.names.hits or role_of(head) is not None or head.ent_type_ == "PERSON":
            return False
        lemma = head.lemma_.lower()
        return lemma in words.MILITARY_ACTS or lemma in words.DEEDS or head.lower_ in words.MILITARY_ACTS

    def _by_name(self, token: Token) -> ActorMention | None:
        """A person by their last name; a stranger of whom nothing is known stays open."""
        known = self.memory.people.get(token.text)
        if known is not None:
            return self.known(token, known)
        if token.ent_type_ == "PERSON" and role_of(token) is None:
            return self._stranger(token)
        return None

    def _stranger(self, token: Token) -> ActorMention:
        """A name nobody knows, with the title it stands with: "militant commander Gul Zaman"."""
        for child in token.lefts:
            sector = role_of(child) if child.dep_ in ("compound", "nmod", "amod") else None
            if sector is not None:
                owned = self.references.owned(token, sector) or self.references.owned(child, sector)
                coded_ = (owned or [self._homeless(token, sector)])[0]
                person = self.registry.called(token.text, coded_[0][:3], self.on)
                if person is not None:  # "Pakistan's minister Tarar"
                    triple = (person.code(self.on), "office", person.name)
                    return self.make(token, [triple], "person", entity=person.name, gender=person.gender)
                return self.make(token, [coded_], "person")
        return self._described_beside(token) or self.make(token, [("UNK.UNK", "open", None)], "person")

    def _described_beside(self, token: Token) -> ActorMention | None:
        """ "Gul Zaman, a commander of its southern wing": what stands beside the name tells whose they are."""
        for child in token.children:
            sector = role_of(child) if child.dep_ == "appos" else None
            told = self.resolve(child) if sector not in (None, Sector.CVL, Sector.UNK) else None
            if told is None or told.actors[0].resolved_by == "open" or told.actors[0].code.startswith("UNK"):
                continue
            triples = [(a.code, "description", None) for a in told.actors]
            made = self.make(token, triples, "person")
            self.memory.people.setdefault(token.text, Known(actors=made.actors, entity="", gender="", titles=frozenset((str(child.lemma_).lower(),))))  # fmt: skip
            return made
        return None

    def known(self, token: Token, known: Known, how: str = "") -> ActorMention:
        """A mention at the token of a person known."""
        ways = how or ("name" if known.entity else "description")
        triples = [(actor.code, ways, actor.name) for actor in known.actors]
        return self.make(token, triples, "person", entity=known.entity, gender=known.gender)

    def _apposed(self, token: Token) -> ActorMention | None:
        """ "The armed group Hezbollah", "Qatar's spokesman, X": what the name beside the noun is."""
        beside = [child.i for child in token.children if child.dep_ == "appos"]
        if token.lemma_.lower() in words.GROUP_WORDS and token.i + 1 in self.names.hits:
            beside.append(self.names.heads[token.i + 1])  # parsers often part "the armed group | Hezbollah"
        for at in beside:
            hit = self.names.headed(at)
            if hit is not None and hit.entry.kind not in STATES and hit.entry.kind != "media":
                triple = (hit.code, _named_how(hit), hit.name)
                kind = "person" if hit.how == "person" else "group" if hit.how == "group" else "body"
                return self.make(token, [triple], kind, entity=hit.entry.name, gender=hit.entry.gender)
        return None

    def _role(self, token: Token, sector: Sector | None) -> ActorMention | None:
        whose = owners(self.names, token)
        plural = token.tag_ in ("NNS", "NNPS") or token.lemma_.lower() in _PLURALS
        triples = self._of_a_body(token, whose) if sector is None else self._in_relation(token, sector, whose)
        if triples:
            return self.make(token, triples, "people", plural=plural)
        hits = [hit for hit in whose.hits if hit.entry.country != "*"]
        if (
            sector is Sector.PTY
            and plural
            and not hits
            and not any(c.dep_ == "compound" for c in token.children)
        ):
            return None  # "all parties", "the warring parties": sides, not politics
        if sector is None or (token.lemma_.lower() in words.THINGS_OF_FORCE and not hits):
            return None  # "a wave of airstrikes": a deed, nobody's forces
        holder = self._holder(token, hits)
        if holder is not None:
            return holder
        bodies = [hit for hit in hits if hit.entry.kind not in STATES]
        joined = [hit for hit in hits if bodies and joined_to(hit, bodies[0], self.text)]
        codes = dict.fromkeys(code_for(self.names, hit, sector, token) for hit in [*joined, *bodies] or hits)
        triples = [(code, "description", None) for code in codes]
        if whose.patron:
            triples = [(by_patron(sector), "description", None)]
        if whose.after or not triples:
            triples = self.references.owned(token, sector) or triples
        return self.make(token, triples or [self._homeless(token, sector)], "people", plural=plural)

    def _of_a_body(self, token: Token, whose: Owners) -> list[Coded]:
        """What a noun of no sector gets from its owner: "Afghan-based groups", "a NATO source"."""
        lemma = token.lemma_.lower()
        if lemma in words.ARMED_GROUPS and based(self.names, whose):
            return [(f"{whose.hits[0].entry.country}.REB", "description", None)]
        bodies = [hit for hit in whose.hits if hit.entry.kind not in STATES]
        named = bodies and lemma in words.GENERIC
        return [(bodies[-1].code, "description", bodies[-1].name)] if named else []

    def _in_relation(self, token: Token, sector: Sector, whose: Owners) -> list[Coded]:
        """Who is somebody's without being theirs: neighbours, allies, enemies; "the international community"."""
        lemma = token.lemma_.lower()
        if lemma in words.NEIGHBOURS and (whose.hits or any(c.dep_ == "poss" for c in token.lefts)):
            return [("UNK.GOV", "description", None)]
        if lemma == "ally":
            return [(self._allies(token), "description", None)]
        return [("UNK.UNK", "open", None)] if sector is Sector.UNK else []

    def _holder(self, token: Token, hits: list[Hit]) -> ActorMention | None:
        """ "The Turkish president": who holds that office, where the registry knows and the day is known."""
        if (
            self.on is None
            or len(hits) != 1
            or hits[0].entry.kind != "state"
            or token.tag_ not in ("NN", "NNP")
        ):
            return None
        before = [c.lemma_.lower() for c in token.lefts if c.dep_ in ("amod", "compound", "nmod")][-1:]
        called = " ".join([*before, token.lemma_.lower()])
        office = words.OFFICES.get(called) or words.OFFICES.get(token.lemma_.lower())
        if office is None or not _is_definite(token):
            return None
        person = self.registry.holder(hits[0].entry.country, office, self.on)
        if person is None:
            return None
        code = person.code(self.on)
        triple = (code, "office", person.name)
        return self.make(token, [triple], "person", entity=person.name, gender=person.gender)

    def _allies(self, token: Token) -> str:
        """Iran's and armed groups' allies are armed groups in this press, anyone else's are governments."""
        codes = [code for code, _, _ in self.references.owned(token, Sector.GOV)]
        codes += [hit.code for hit in owners(self.names, token).hits]
        return "UNK.REB" if any(c[:3] == "IRN" or c[4:7] == "REB" for c in codes) else "UNK.GOV"

    def _homeless(self, token: Token, sector: Sector) -> Coded:
        """The code of a role of which nothing in the phrase says whose it is."""
        if "IRN" in self.memory.told and "Guard" in {token.text, *(child.text for child in token.lefts)}:
            return ("IRN.MIL", "description", None)  # "two Guard generals": the Revolutionary Guard for short
        lemma = token.lemma_.lower()
        if lemma in words.NOBODYS or (lemma in words.POWERS and token.tag_ == "NNS"):
            return (f"UNK.{sector}", "open", None)
        beside = self._beside(token, sector)
        if beside is not None:
            return (coded(beside, sector), "description", None)
        if of_no_one_country(token) and sector in (Sector.GOV, Sector.LEG, Sector.MED):
            return (f"UNK.{sector}", "description", None)
        if lemma == "settler" and "ISR" in self.memory.told:
            return ("ISR.CVL/settlers", "description", None)
        group = self._of_the_group(token, sector)
        if group is not None:
            return (group, "description", None)
        country, how = self.references.country(token, sector)
        return (coded(country, sector), how, None)

    def _of_the_group(self, token: Token, sector: Sector) -> str | None:
        """ "A senior commander was killed": of the armed group, or of the forces, last spoken of."""
        if sector is not Sector.MIL or token.lemma_.lower() != "commander":
            return None
        near = self.memory.antecedent(
            self.names.sentence[token.i], lambda m: m.actors[0].code[4:7] in ("MIL", "REB"), reach=1
        )
        return near.actors[0].code if near is not None and "REB/" in near.actors[0].code else None

    def _beside(self, token: Token, sector: Sector) -> str | None:
        """ "Pakistan's president and other officials": of the country of whom they are named with."""
        if token.dep_ != "conj" or sector not in words.OFFICIAL or token.lemma_.lower() in words.POWERS:
            return None
        first = self.resolve(token.head) if any(c.lower_ == "other" for c in token.lefts) else None
        codes = (
            {actor.code[:3] for actor in first.actors}
            if first is not None and first.kind != "state"
            else set()
        )
        return codes.pop() if len(codes) == 1 and not codes & {"UNK", "IGO", "NGO", "ISM"} else None

    # --- making mentions

    def make(
        self, token: Token, triples: Iterable[Coded], kind: str, *,
        entity: str = "", gender: str = "", plural: bool = False, inner: bool = False,
    ) -> ActorMention:  # fmt: skip
        """A mention headed at the token. `inner` keeps it to the name itself."""
        first, last = self.names.span(token)
        if not inner:
            first = min(first, phrase_start(token))
        start, end = self.doc[first].idx, self.doc[last].idx + len(self.doc[last])
        text = self.text[start:end]
        actors = tuple(
            Actor(mention=text, code=code, name=_of_its_own(text, code, name), resolved_by=how)
            for code, how, name in triples
        )
        return ActorMention(
            start_char=start, end_char=end, first=first, head=token.i, actors=actors, kind=kind,
            entity=entity, gender=gender, plural=plural or len(actors) > 1,
        )  # fmt: skip

    def again(self, token: Token, mention: ActorMention, how: str, kind: str = "") -> ActorMention:
        """A mention at the token of what another mention names."""
        opened = all(actor.resolved_by == "open" for actor in mention.actors)
        triples = [(actor.code, "open" if opened else how, actor.name) for actor in mention.actors]
        made = self.make(token, triples, kind or mention.kind)
        return replace(made, entity=mention.entity, gender=mention.gender, plural=mention.plural)

    def ground(self, at: int, reach: int) -> str | None:
        """The country whose ground is spoken of: in the token's sentence, else in the last ones before it."""
        here = self.names.sentence[at]
        told = [(self.names.sentence[index], iso) for index, iso in self.grounds]
        near = sorted(
            (abs(index - at), iso) for index, iso in self.grounds if self.names.sentence[index] == here
        )
        same = [iso for _, iso in near]
        before = [iso for sentence, iso in told if here - reach <= sentence < here]
        return same[0] if same else before[-1] if before else None


def _named_how(hit: Hit) -> str:
    """By its name, or by a name the registry does not know."""
    return PROVISIONAL if hit.how == PROVISIONAL else "name"


def _stands_alone(token: Token) -> bool:
    """An adjective or number in a noun's place: "the wounded", "251 taken hostage"."""
    if token.dep_ not in _ARGUMENT or token.pos_ not in ("ADJ", "NUM", "DET", "VERB"):
        return False
    return token.pos_ == "NUM" or any(child.dep_ in ("det", "nummod") for child in token.lefts)


def _is_definite(token: Token) -> bool:
    """Told as the one holder: "the Turkish president", "Turkey's president", not "a former president"."""
    told = {child.lower_ for child in token.lefts}
    if told & (words.GONE | {"a", "an", "deputy", "acting", "next", "new", "assistant", "any", "no"}):
        return False
    return "the" in told or token.tag_ == "NNP" or any(child.dep_ == "poss" for child in token.lefts)


def _controls(token: Token) -> bool:
    """Who is urged to do something does it: "Pakistan urged Iran to act against militants on its soil"."""
    verb = token.head
    return token.dep_ == "dobj" and any(c.dep_ in ("xcomp", "ccomp") for c in verb.children)


def _of_its_own(text: str, code: str, name: str | None) -> str | None:
    """Outlets of a country share one code in the registry: each is called as the text calls it."""
    return text.removeprefix("the ").removeprefix("The ") if name and code.endswith(".MED") else name
