"""Whatever refers back: pronouns, pairs ("both countries"), stand-ins ("the group", "the president")."""

from typing import TYPE_CHECKING

from sarhad.codebook.actors import Sector
from sarhad.reading import actors_words as words
from sarhad.reading.actors_grammar import Token, governing_verb
from sarhad.reading.actors_mention import ActorMention
from sarhad.records import Actor

if TYPE_CHECKING:
    from sarhad.reading.actors_linker import Linker

_GROUPS = frozenset(["REB", "UAF"])
_HOME = frozenset([Sector.GOV, Sector.MIL, Sector.COP, Sector.LEG, Sector.JUD, Sector.SPY])


class References:
    """Resolves against the walk's memory; what does not resolve is open or None."""

    def __init__(self, walk: "Linker") -> None:
        self.walk = walk

    # --- pronouns

    def pronoun(self, token: Token) -> ActorMention | None:
        """The mention of a pronoun, possessives and relatives included."""
        word = token.lower_
        if token.tag_ in ("WP", "WDT", "WP$") or (word == "that" and token.dep_ == "nsubj"):
            return self._relative(token)
        if word in words.GENDER:
            return self._back(
                token,
                lambda m: (
                    m.kind in ("person", "people") and not m.plural and m.gender in ("", words.GENDER[word])
                ),
            )
        if word in words.PLURAL:
            return self._back(token, lambda m: m.plural) or self._back(
                token, lambda m: m.kind in ("state", "body", "group")
            )
        if word in words.NEUTER and token.dep_ not in ("expl",):
            return self._back(
                token, lambda m: m.kind in ("state", "body", "group", "media") and len(m.actors) == 1
            )
        if word in words.FIRST_PERSON:
            return self._speaker(token)
        if word == "both" and token.dep_ in ("nsubj", "pobj", "dobj", "nsubjpass"):
            return self._pair(token, lambda a: True)
        return None

    def _back(self, token: Token, fits) -> ActorMention | None:  # type: ignore[no-untyped-def]
        verb = governing_verb(token)
        own = verb.i if verb is not None and token.dep_ in ("dobj", "pobj", "dative") else -1
        there = self.walk.memory.antecedent(self.walk.sentence[token.i], fits, not_verb=own)
        return (
            self.walk.again(token, there, "pronoun", "pronoun" if there.kind != "person" else "person")
            if there
            else None
        )

    def _relative(self, token: Token) -> ActorMention | None:
        verb = governing_verb(token)
        if verb is None or verb.dep_ != "relcl":
            return None
        there = next((m for m in reversed(self.walk.found) if m.head == verb.head.i), None)
        return self.walk.again(token, there, "pronoun", "pronoun") if there else None

    def _speaker(self, token: Token) -> ActorMention | None:
        """ "We" and "our" are the speaker's: of this sentence, else of the one before."""
        here = self.walk.sentence[token.i]
        for near in (token.sent, *self._around(token)):
            for word in near:
                if word.dep_ == "nsubj" and word.head.lemma_.lower() in words.SPEECH and word.i != token.i:
                    there = self._headed(word)
                    if there is not None and there.actors:
                        return self.walk.again(token, there, "pronoun", "pronoun")
        del here
        return None

    def _around(self, token: Token) -> list[Token]:
        start = token.sent.start
        return [self.walk.doc[start - 1].sent] if start > 0 else []

    def _headed(self, word: Token) -> ActorMention | None:
        done = next((m for m in reversed(self.walk.found) if m.head == word.i), None)
        if done is not None:
            return done
        if (
            word.lower_ in words.FIRST_PERSON or word.i < self.walk.found[-1].head
            if self.walk.found
            else False
        ):
            return None
        hit = self.walk.hits.get(word.i)
        if hit is not None:
            return self.walk.named(word, hit)
        return self.walk.described(word) if word.pos_ in ("NOUN", "PROPN") else self.pronoun(word)

    # --- pairs

    def pair(self, token: Token) -> ActorMention | None:
        """ "Both countries", "the two leaders": the two parties last spoken of."""
        told = {child.lower_ for child in token.lefts}
        lemma = token.lemma_.lower()
        two = (
            "both" in told
            or ("two" in told and told & {"the", "these", "those", "their"})
            or (lemma == "neighbour" and "the" in told)
        )
        if not two or self.walk.modifying_hits(token):
            return None
        if lemma in words.PAIR_NOUNS["state"] and lemma not in ("military", "army", "people"):
            return self._pair(token, lambda a: _is_state(a))
        if lemma in words.PAIR_NOUNS["party"] or lemma == "other":
            return self._pair(token, lambda a: True)
        if lemma in words.PAIR_NOUNS["person"]:
            return self._pair(token, lambda a: a.code[4:7] in ("GOV", "LEG", "MIL") and _is_state(a))
        return None

    def _pair(self, token: Token, keep) -> ActorMention | None:  # type: ignore[no-untyped-def]
        actors = self.walk.memory.pair(
            self.walk.sentence[token.i], lambda a: not a.code.startswith("UNK") and keep(a)
        )
        if len(actors) < 2:
            return None
        lemma = token.lemma_.lower()
        as_state = lemma in words.PAIR_NOUNS["state"] or lemma in words.PAIR_NOUNS["person"]
        triples = [
            (
                f"{a.code[:3]}.GOV" if as_state or a.code[4:7] in ("MIL", "UNK", "CVL") else a.code,
                "description",
                a.name,
            )
            for a in actors
        ]
        return self.walk.make(token, triples, "pair", plural=True)

    # --- stand-ins

    def stand_in(self, token: Token, sector: Sector | None) -> ActorMention | None:
        """ "The group", "the agency", "the country", "the president": the last one named that it can mean."""
        if not any(c.lower_ in ("the", "this", "that") for c in token.lefts) or self.walk.modifying_hits(
            token
        ):
            return None
        lemma = token.lemma_.lower()
        if token.tag_ in ("NN", "NNP"):
            if sector in (Sector.GOV, Sector.MIL, Sector.LEG, Sector.REL, Sector.COP):
                known = self._titled(lemma)
                if known is not None:
                    return known
            if lemma in words.GROUP_WORDS or sector is Sector.REB:
                return self._last(
                    token, lambda m: any(a.code[4:7] in _GROUPS and "/" in a.code for a in m.actors)
                ) or self._agency(token, lemma)
            if lemma in words.AGENCY_WORDS and not sector:
                return self._agency(token, lemma)
            if lemma in words.COUNTRY_WORDS:
                return self._last(token, lambda m: m.kind == "state" and m.actors[0].code[:3] != "UNK")
        return None

    def _agency(self, token: Token, lemma: str) -> ActorMention | None:
        return self._last(token, lambda m: m.actors[0].code[:3] in ("IGO", "NGO"))

    def _last(self, token: Token, fits) -> ActorMention | None:  # type: ignore[no-untyped-def]
        there = self.walk.memory.latest(lambda m: m.kind != "pronoun" and len(m.actors) == 1 and fits(m))
        if there is None:
            return None
        made = self.walk.again(token, there, "group" if there.kind == "group" else "description")
        if there.kind == "state":
            return self.walk.make(
                token,
                [(f"{there.actors[0].code[:3]}.GOV", "description", there.actors[0].name)],
                "state",
                entity=there.entity,
            )
        return made

    def _titled(self, lemma: str) -> ActorMention | None:
        return None

    # --- whose

    def country_of(self, token: Token, sector: Sector) -> tuple[str, str]:
        """(country, how) of a role noun with no country of its own; ("UNK", "open") when nothing tells."""
        owner = next((c for c in token.lefts if c.dep_ == "poss"), None)
        if owner is not None:
            there = next((m for m in reversed(self.walk.found) if m.head == owner.i), None)
            if there is not None and there.actors[0].code[:3] not in ("UNK", "IGO", "NGO", "ISM"):
                return there.actors[0].code[:3], "description"
        if sector in _HOME:
            same = self.walk.memory.latest(
                lambda m: m.actors[0].code[4:7] == sector and m.actors[0].code[:3] != "UNK"
            )
            if same is not None and any(c.lower_ == "the" for c in token.lefts):
                return same.actors[0].code[:3], "description"
        ground = self.walk.ground(token.i)
        if ground is not None and sector not in (Sector.MED, Sector.GOV):
            return ground, "description"
        if sector in _HOME:
            focus = self.walk.memory.focus()
            if focus is not None:
                return focus, "description"
        return "UNK", "open"


def _is_state(actor: Actor) -> bool:
    return actor.code[:3] not in ("UNK", "IGO", "NGO", "ISM") and actor.code[4:7] not in (
        "REB",
        "MED",
        "CVL",
        "UAF",
        "REF",
    )
