"""Whatever refers back: pronouns, pairs ("both countries"), stand-ins ("the group", "the president")."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from sarhad.codebook.actors import Sector
from sarhad.knowledge.actors import Hit
from sarhad.reading import actors_words as words
from sarhad.reading.actors_grammar import (
    FROM,
    Token,
    complements,
    conjuncts,
    governing_verb,
    is_expletive,
    own_verbs,
    words_before,
)
from sarhad.reading.actors_mention import ActorMention
from sarhad.reading.actors_people import bears
from sarhad.reading.actors_spans import stands_as_place
from sarhad.reading.actors_whose import STATES, inherited, owners
from sarhad.records import Actor

if TYPE_CHECKING:
    from sarhad.reading.actors_linker import Linker

_NO_STATE = frozenset(["UNK", "IGO", "NGO", "ISM"])
_HOME = frozenset([Sector.GOV, Sector.MIL, Sector.COP, Sector.LEG, Sector.JUD, Sector.SPY])
_BACK = frozenset([*_HOME, Sector.REF, Sector.MED, Sector.OPP])
_ARMS = frozenset([Sector.MIL, Sector.COP, Sector.SPY])
_UNOFFICIAL = frozenset(["UAF", "CVL", "REF", "UNK", "CRM"])
_THE, _THESE = frozenset(["the", "this", "that"]), frozenset(["such", "these", "those"])
_NAMED = frozenset(["state", "body", "group", "media"])
FORCE_REACH = 3  # sentences back that "soldiers" looks for whose they are
SPEAKER_REACH = 4  # sentences back that "we" looks for who speaks
GROUND_REACH = 1  # sentences back that civilians look for the country whose ground is spoken of
Fits = Callable[[ActorMention], bool]


class References:
    """Resolves against the walk's memory; what does not resolve is open or None."""

    def __init__(self, walk: "Linker") -> None:
        self.walk = walk

    # --- pronouns

    def pronoun(self, token: Token) -> ActorMention | None:
        """The mention of a pronoun, possessives and relatives included."""
        word = token.lower_
        if token.tag_ in ("WP", "WDT", "WP$"):
            return self._relative(token)
        if word in words.GENDER:
            return self._person(token, words.GENDER[word])
        if word in words.PLURAL:
            return self._they(token)
        if word in words.NEUTER and not is_expletive(token, words.EXPLETIVE_VERBS, words.SELF):
            return self._it(token)
        if word in words.FIRST_PERSON:
            return self._speaker(token)
        if word == "those" and any(c.lower_ in ("responsible", "behind") for c in token.rights):
            country, how = self.country(token, Sector.UAF)
            return self.walk.make(token, [(f"{country}.UAF", how, None)], "people", plural=True)
        if word == "both" and token.dep_ in ("nsubj", "pobj", "dobj", "nsubjpass"):
            return self._pair(token, lambda a: True, as_state=False, story=0.0)
        return None

    def _it(self, token: Token) -> ActorMention | None:
        """ "It" and "its": one state, body, group; a news outlet only where it speaks."""
        verb = governing_verb(token)
        speaks = verb is not None and token.dep_ == "nsubj" and verb.lemma_.lower() in words.SPEECH

        def fits(mention: ActorMention) -> bool:
            one = (
                mention.kind in _NAMED and len(mention.actors) == 1 and mention.actors[0].code[:3] not in doer
            )
            whole = token.head.lemma_.lower() not in words.GROUND or _is_government(mention)
            return (
                one
                and whole
                and not self._told_between(mention, token)
                and (speaks or mention.kind != "media")
            )

        doer = self._doers(token) | self._spoken_to(token)
        return self._joined_with(token) or self._back(token, fits)

    def _told_between(self, mention: ActorMention, token: Token) -> bool:
        """ "Chad freed nine, the Red Cross said, of the forty whom it had promised to free": who is put in between commas as the
        teller is not what a relative clause of the sentence around him speaks of."""
        verb, head = governing_verb(token), self.walk.doc[mention.head]
        said = head.head
        if (
            verb is None
            or verb.dep_ != "relcl"
            or head.sent != token.sent
            or said.lemma_.lower() not in words.SPEECH
        ):
            return False
        first, last = min(head.left_edge.i, said.i), max(head.right_edge.i, said.i)
        doc = self.walk.doc
        beside = [doc[first - 1].text, doc[last + 1 : last + 2].text] if first else []
        return bool(head.dep_ == "nsubj") and beside == [",", ","]

    def _joined_with(self, token: Token) -> ActorMention | None:
        """ "Iran and its allies": whose they are stands right before them."""
        head = token.head
        if token.dep_ != "poss" or head.dep_ != "conj" or head.head.i > token.i:
            return None
        there = self.walk.resolve(head.head)
        return (
            self.walk.again(token, there, "pronoun") if there is not None and there.kind in _NAMED else None
        )

    def _spoken_to(self, token: Token) -> set[str]:
        """The country that "it" accuses, urges or hits: "it also accused the British government" is not Britain."""
        verb = governing_verb(token)
        if verb is None or token.dep_ != "nsubj" or verb.lemma_.lower() not in words.ADDRESSED | words.HARMS:
            return set()
        told = (self.walk.resolve(c) for c in verb.rights if c.dep_ == "dobj")
        return {a.code[:3] for there in told if there is not None for a in there.actors} - _NO_STATE

    def _doers(self, token: Token) -> set[str]:
        """The country of whose deed "its" suffers, in whatever words it is named."""
        at = self._doer(token)
        there = self.walk.resolve(self.walk.doc[at]) if at >= 0 else None
        return {a.code[:3] for a in there.actors} if there is not None else set()

    def _doer(self, token: Token) -> int:
        """Whose deed "its" suffers: in "Iran killed one of its commanders", "Iran's killing of …" it is not Iran."""
        here = token
        for _ in range(6):
            if here.head.i == here.i:
                return -1
            here = here.head
            lemma = here.lemma_.lower()
            if here.pos_ == "NOUN" and (lemma in words.DEEDS or lemma in words.MILITARY_ACTS):
                doer = next((c.i for c in here.lefts if c.dep_ == "poss"), -1)
                return int(doer) if doer != token.i else -1
            if here.pos_ == "VERB":
                doer = next((c.i for c in here.lefts if c.dep_ == "nsubj"), -1)
                return int(doer) if lemma in words.KILLS else -1
        return -1

    def _they(self, token: Token) -> ActorMention | None:
        """ "They" and "their": the parties joined as a subject before, else a plural, else a body or state."""
        joint = self._joint(token)
        if joint is not None:
            return joint
        verb = governing_verb(token)
        if verb is not None and token.dep_ == "nsubj" and verb.lemma_.lower() in words.DIPLOMACY:
            there = self._back(token, lambda m: m.plural and m.actors[0].code[4:7] not in _UNOFFICIAL)
            there = there or self._two_people(token)
            if there is not None:
                return there
        many = self._back(token, lambda m: m.plural and m.kind != "media")
        return many or self._back(token, lambda m: m.kind in _NAMED)

    def _joint(self, token: Token) -> ActorMention | None:
        """ "Iran and Pakistan … their border": parties joined as the subject of this sentence or the one before."""
        for sentence in self._sentences_back(token, 1):
            for word in sentence:
                if word.i < token.i and word.dep_ in ("nsubj", "nsubjpass") and conjuncts(word):
                    heads = (word, *conjuncts(word))
                    found = [m for head in heads if (m := self.walk.resolve(head)) is not None]
                    actors = [a for m in found for a in m.actors if m.kind in (*_NAMED, "person")]
                    if len(found) == len(heads) and len({a.code for a in actors}) > 1:
                        triples = [(a.code, "pronoun", a.name) for a in actors]
                        return self.walk.make(token, triples, "pair", plural=True)
        return None

    def _two_people(self, token: Token) -> ActorMention | None:
        here = self.walk.names.sentence[token.i]
        two = self.walk.memory.pair(here, _is_state, of="person", reach=1)
        triples = [(a.code, "pronoun", a.name) for a in two]
        return self.walk.make(token, triples, "pair", plural=True) if two else None

    def _person(self, token: Token, gender: str) -> ActorMention | None:
        def fits(mention: ActorMention) -> bool:
            one = mention.kind == "person" or (mention.kind == "people" and not mention.plural)
            called = words.CALLED.get(self.walk.doc[mention.head].lemma_.lower(), "")
            return one and (mention.gender or called) in ("", gender)

        return self._back(token, fits)

    def _back(self, token: Token, fits: Fits) -> ActorMention | None:
        own = own_verbs(token) if token.dep_ in ("dobj", "pobj", "dative") else []
        there = self.walk.memory.antecedent(self.walk.names.sentence[token.i], fits, own=own)
        if there is None:
            return None
        return self.walk.again(token, there, "pronoun")

    def _relative(self, token: Token) -> ActorMention | None:
        verb = governing_verb(token)
        if verb is None or verb.dep_ != "relcl" or stands_as_place(verb.head):
            return None  # "a strike in Syria, which killed two": the strike did
        there = self.walk.resolve(verb.head)
        return self.walk.again(token, there, "pronoun") if there else None

    def _speaker(self, token: Token) -> ActorMention | None:
        """ "We" and "our" are the speaker's: of this sentence, else of the one before."""
        for word in (word for near in self._sentences_back(token, SPEAKER_REACH) for word in near):
            if word.dep_ == "nsubj" and word.head.lemma_.lower() in words.SPEECH:
                there = self.walk.resolve(word) if word.lower_ not in words.FIRST_PERSON else None
                if there is not None:
                    return self.walk.again(token, there, "pronoun")
        return None

    def _sentences_back(self, token: Token, reach: int) -> Iterator[Token]:
        sentence = token.sent
        yield sentence
        for _ in range(reach):
            if sentence.start == 0:
                return
            sentence = self.walk.doc[sentence.start - 1].sent
            yield sentence

    def partitive(self, token: Token) -> ActorMention | None:
        """ "Dozens of Israeli settlers", "one of its commanders": what follows "of"."""
        if token.lemma_.lower() not in words.QUANTITY:
            return None
        for prep in token.rights:
            if prep.dep_ == "prep" and prep.lower_ == "of":
                inner = next((c for c in prep.children if c.dep_ == "pobj"), None)
                there = self.walk.resolve(inner) if inner is not None else None
                if there is not None:
                    how = there.actors[0].resolved_by
                    return self.walk.again(token, there, "description" if how != "open" else how, "people")
        return None

    # --- pairs

    def pair(self, token: Token) -> ActorMention | None:
        """ "Both countries", "the two leaders", "the pair": the two parties last spoken of."""
        lemma = token.lemma_.lower()
        if lemma in ("pair", "duo") and words_before(token) & _THE:
            return self._pair(token, _is_state, as_state=True, people=True)
        if not _is_two(token) or owners(self.walk.names, token).hits:
            return None
        if lemma in words.GROUP_WORDS:
            return self._pair(token, lambda a: a.code[4:8] == "REB/", as_state=False)
        if lemma in words.PAIR_NOUNS["party"] or lemma == "other":
            return self._pair(token, self._is_side, as_state=False)
        if lemma in words.PAIR_NOUNS["state"]:
            return self._pair(token, _is_state, as_state=True)
        if lemma in words.PAIR_NOUNS["person"]:
            return self._pair(token, _is_state, as_state=True, people=True)
        return None

    def _is_side(self, actor: Actor) -> bool:
        """A state whose armed group is named more often than itself is not the side meant: Hezbollah, not Lebanon."""
        told = self.walk.memory.told
        home = actor.code[:3]
        groups = [n for code, n in told.items() if code.startswith(f"{home}.REB/")]
        return "/" in actor.code or max(groups, default=0) <= told[home]

    def _pair(
        self,
        token: Token,
        keep: Callable[[Actor], bool],
        *,
        as_state: bool,
        people: bool = False,
        story: float = 6.0,
    ) -> ActorMention | None:
        here, memory = self.walk.names.sentence[token.i], self.walk.memory

        def told(actor: Actor) -> bool:
            return actor.code[:3] not in ("UNK", "IGO", "NGO") and actor.code[4:7] != "MED" and keep(actor)

        actors = memory.pair(here, told, of="person") if people else ()
        if not story and (two := memory.just_told(here, told)):
            return self.walk.make(token, [(a.code, "pronoun", a.name) for a in two], "pair", plural=True)
        actors = actors or memory.pair(here, told, story=story)
        if len(actors) < 2:
            return None
        triples = [(_of_pair(actor, as_state), "description", actor.name) for actor in actors]
        return self.walk.make(token, triples, "pair", plural=True)

    # --- stand-ins

    def stand_in(self, token: Token, sector: Sector | None) -> ActorMention | None:
        """ "The group", "the agency", "the president", "such groups": the last one named that it can mean."""
        told, lemma = words_before(token), token.lemma_.lower()
        if lemma in words.ANY_SIDE and told & {"all", "any", "every", "other"} and sector is None:
            return self.walk.make(token, [("UNK.UNK", "open", None)], "people", plural=True)
        hits = tuple(h for h in owners(self.walk.names, token).hits if h.entry.country != "UNK")
        if hits:
            return self._theirs(token, hits) if lemma in words.GROUP_WORDS and "the" in told else None
        if {"all", "such"} <= told:
            return (
                self.walk.make(token, [("UNK.UNK", "open", None)], "people", plural=True) if sector else None
            )
        if told & _THESE and token.tag_ == "NNS":
            return self._these(token, lemma, sector)
        if lemma == "peacekeeper":
            return self._last(token, lambda m: m.actors[0].code.startswith("IGO.MIL"))
        if token.tag_ not in ("NN", "NNP") or not told & _THE:
            return None
        return self._titled(token, lemma) or self._entity(token, lemma, sector)

    def _theirs(self, token: Token, hits: tuple[Hit, ...]) -> ActorMention | None:
        """ "The Palestinian group": the group of that country last named."""
        if len(hits) != 1 or hits[0].entry.kind not in STATES or token.tag_ != "NN":
            return None
        stem = f"{hits[0].entry.country}.REB/"
        return self._last(token, lambda m: m.actors[0].code.startswith(stem))

    def _entity(self, token: Token, lemma: str, sector: Sector | None) -> ActorMention | None:
        if lemma in words.GROUP_WORDS or sector is Sector.REB:
            group = self._last(token, lambda m: "/" in m.actors[0].code and m.actors[0].code[4:7] == "REB")
            return group or self._last(token, lambda m: m.actors[0].code[:3] in ("IGO", "NGO"))
        if lemma in words.AGENCY_WORDS and sector is None:
            return self._last(token, lambda m: m.actors[0].code[:3] in ("IGO", "NGO") or m.kind == "media")
        if lemma == "kingdom":
            return self._last(token, lambda m: m.kind == "state" and m.actors[0].code[:3] in words.KINGDOMS)
        if lemma in words.COUNTRY_WORDS:
            return self._country(token)
        return None

    def _country(self, token: Token) -> ActorMention | None:
        """ "The country": whom the subject harms is not itself, whom it addresses is; else the state named last."""
        verb = governing_verb(token)
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
        suffers = token.dep_ in ("dobj", "poss") and subject is not None and subject.i < token.i
        doer = self.walk.resolve(subject) if suffers and subject is not None else None
        own = doer.actors[0].code[:3] if doer is not None and doer.actors[0].code[:3] not in _NO_STATE else ""
        others = words.HARMS | words.ADDRESSED if token.dep_ == "dobj" else words.HARMS
        harmed = verb is not None and verb.lemma_.lower() in others
        if own and not harmed:
            return self.walk.make(token, [(f"{own}.GOV", "description", None)], "state")
        there = self._last(token, lambda m: m.kind == "state" and m.actors[0].code[:3] not in ("UNK", own))
        focus = self.walk.memory.focus(but=own)
        if there is not None or focus is None:
            return there
        return self.walk.make(token, [(f"{focus}.GOV", "description", None)], "state")

    def _last(self, token: Token, fits: Fits) -> ActorMention | None:
        there = self.walk.memory.latest(lambda m: len(m.actors) == 1 and fits(m))
        if there is None:
            return None
        if there.kind == "state":
            actor = there.actors[0]
            triple = (f"{actor.code[:3]}.GOV", "description", actor.name)
            return self.walk.make(token, [triple], "state", entity=there.entity)
        return self.walk.again(token, there, "group" if there.kind == "group" else "description")

    def _these(self, token: Token, lemma: str, sector: Sector | None) -> ActorMention | None:
        def fits(mention: ActorMention) -> bool:
            alike = self.walk.doc[mention.head].lemma_.lower() == lemma
            return mention.kind in ("people", "group") and (alike or mention.actors[0].code[4:7] == sector)

        return (
            self.walk.again(token, there, "description") if (there := self.walk.memory.latest(fits)) else None
        )

    def _titled(self, token: Token, lemma: str) -> ActorMention | None:
        there = self.walk.memory.titled(lambda known: bears(known, lemma))
        return self.walk.known(token, there, "office") if there else None

    # --- whose

    def owned(self, token: Token, sector: Sector) -> list[tuple[str, str, str | None]]:
        """What a role gets from its possessor or from what follows: "their forces", "head of its drone unit"."""
        owners_ = [c for c in token.lefts if c.dep_ == "poss"]
        theirs = owners_ and token.lemma_.lower() in words.OWN_PEOPLE  # "its citizens in Syria"
        for prep, noun in complements(token):
            if prep in FROM and not theirs:
                owners_ += [noun, *conjuncts(noun), *(c for c in noun.lefts if c.dep_ == "poss")]
        codes: dict[str, None] = {}
        for owner in owners_:
            there = self.walk.resolve(owner)
            if (there is not None and there.kind not in ("person", "people", "media")) or (
                there and owner.dep_ == "poss"
            ):
                codes.update(
                    dict.fromkeys(inherited(a.code, sector) for a in there.actors if a.resolved_by != "open")
                )
        known = [code for code in codes if not code.startswith("UNK.")] or list(codes)
        return [(code, "description", None) for code in known]

    def country(self, token: Token, sector: Sector) -> tuple[str, str]:
        """(country, how) of a role that nobody owns: as the same role before, as the ground spoken of, as the
        country most named; ("UNK", "open") when nothing tells."""
        if (sector in _BACK and words_before(token) & (_THE | _THESE)) or sector is Sector.REF:
            same = self.walk.memory.latest(lambda m: _same_sector(m, sector))
            if same is not None:
                return same.actors[0].code[:3], "description"
        if token.lemma_.lower() in words.OWN_PEOPLE:
            there = self.walk.memory.antecedent(self.walk.names.sentence[token.i], _is_government, reach=0)
            if there is not None:
                return there.actors[0].code[:3], "description"
        victims = token.dep_ in ("nsubjpass", "dobj", "conj")
        here = self.walk.ground(token.i, 0) if victims else None
        if sector in _ARMS and here is None:
            same = self.walk.memory.antecedent(
                self.walk.names.sentence[token.i], lambda m: _same_sector(m, sector), reach=FORCE_REACH
            )
            if same is not None:
                return same.actors[0].code[:3], "description"
        if token.lemma_.lower() in words.AT_SEA:
            return "UNK", "open"  # ships are of whatever flag, wherever they sail
        ground = self.walk.ground(token.i, GROUND_REACH if sector in (Sector.CVL, Sector.REL) else 0)
        if ground is not None and sector not in (Sector.MED, Sector.GOV, Sector.NGO, Sector.IGO):
            return ground, "description"
        if sector is Sector.GOV and words_before(token) & _THE:
            there = self.walk.memory.antecedent(self.walk.names.sentence[token.i], _is_government, reach=1)
            if there is not None:
                return there.actors[0].code[:3], "description"
        at_home = sector in _HOME or token.lemma_.lower() in words.CROWDS
        focus = self.walk.memory.focus() if at_home else None
        return (focus, "description") if focus is not None else ("UNK", "open")


def _is_government(mention: ActorMention) -> bool:
    return mention.actors[0].code[4:] == "GOV" and mention.actors[0].code[:3] not in _NO_STATE


def _is_two(token: Token) -> bool:
    told = words_before(token)
    alone = token.tag_ == "NNS" and told == {"the"}
    if alone and token.lemma_.lower() in ("country", "side", "party", "nation", "neighbour", "neighbor"):
        return True
    if "both" in told or (
        token.lemma_.lower() in ("neighbour", "neighbor") and "the" in told and token.tag_ == "NNS"
    ):
        return True
    return "two" in told and bool(told & {"the", "these", "those", "their"})


def _same_sector(mention: ActorMention, sector: Sector) -> bool:
    code = mention.actors[0].code
    return code[4:7] == sector and code[:3] not in _NO_STATE


def _of_pair(actor: Actor, as_state: bool) -> str:
    if as_state or actor.code[4:7] in ("MIL", "UNK", "CVL"):
        return f"{actor.code[:3]}.GOV"
    return actor.code


def _is_state(actor: Actor) -> bool:
    return actor.code[:3] not in _NO_STATE and actor.code[4:7] not in ("REB", "MED", "CVL", "UAF", "REF")
