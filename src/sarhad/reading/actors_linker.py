"""The walk over a parsed document that makes its actor mentions."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sarhad.codebook.actors import Sector
from sarhad.knowledge.actors import Actors, Hit
from sarhad.reading import actors_words as words
from sarhad.reading.actors_grammar import (
    FROM,
    Doc,
    Token,
    complements,
    conjuncts,
    governing_verb,
    hyphen_before,
    hyphen_word,
    is_subject,
    modifiers,
    phrase_start,
)
from sarhad.reading.actors_memory import Known, Memory, Seen
from sarhad.reading.actors_mention import ActorMention
from sarhad.reading.actors_references import References
from sarhad.reading.actors_roles import role_of
from sarhad.records import Actor

_NOMINAL = frozenset(["NOUN", "PROPN"])
_STATE = frozenset(["state", "people"])
_PLACE_DEPS = frozenset(["in", "at", "near", "into", "inside", "across", "through", "over", "throughout", "within", "around", "from", "off", "outside"])  # fmt: skip
_ACTING = frozenset(["with", "between", "against", "by", "to", "for", "among", "of"])
_ADDRESS = frozenset(["urge", "accuse", "ask", "tell", "blame", "press", "pressure", "warn", "remind", "inform", "call", "assure", "criticise", "criticize", "thank", "condemn", "help", "support", "join", "back", "threaten", "allow", "force", "push", "want", "let", "invite", "give", "offer"])  # fmt: skip


class Linker:
    """One document's walk. `run` gives the mentions."""

    def __init__(
        self, doc: Doc, on: date | None, registry: Actors, places: Sequence[tuple[int, int, str]]
    ) -> None:
        self.doc, self.on, self.registry = doc, on, registry
        self.memory = Memory()
        self.sentence = _sentences(doc)
        self.hits, self.heads, self.spans = self._tokens(registry.find(doc.text, on))
        self.grounds = self._grounds(places)
        self.references = References(self)
        self.found: list[ActorMention] = []

    # --- the walk

    def run(self) -> list[ActorMention]:
        """Every mention, in order of its head."""
        self._meet_people()
        for token in self.doc:
            mention = self._mention(token)
            if mention is not None:
                self.found.append(mention)
                self._note(token, mention)
        return self.found

    def _mention(self, token: Token) -> ActorMention | None:
        hit = self.hits.get(token.i)
        if hit is not None:
            return self.named(token, hit) if self.heads[token.i] == token.i else None
        if token.pos_ == "PRON" or token.tag_ in ("PRP$", "WP", "WDT"):
            return self.references.pronoun(token)
        if token.pos_ in _NOMINAL or (
            token.pos_ in ("ADJ", "NUM", "DET") and token.dep_ in ("nsubj", "pobj", "dobj", "nsubjpass")
        ):
            return self.described(token)
        return None

    def _note(self, token: Token, mention: ActorMention) -> None:
        if not mention.actors or (mention.actors[0].resolved_by == "open" and mention.kind != "person"):
            return
        verb = governing_verb(token)
        self.memory.note(
            Seen(
                mention=mention,
                sentence=self.sentence[token.i],
                verb=verb.i if verb is not None else -1,
                subject=is_subject(token),
                place=self.is_place(token, mention.kind),
            )
        )

    # --- names

    def named(self, token: Token, hit: Hit) -> ActorMention | None:
        """The mention of a registered name."""
        if hit.entry.kind in _STATE:
            return self._state(token, hit)
        if hit.how == "person":
            return self._person(token, hit)
        return self._body(token, hit)

    def _state(self, token: Token, hit: Hit) -> ActorMention | None:
        before = hyphen_before(self.doc, self.spans[token.i][0])
        if hit.how == "metonym" and not self._acts(token):
            return None
        if before in ("anti", "pro", "non", "post", "ex"):
            return None
        code, how = f"{hit.entry.country}.GOV", hit.how
        head = token.head
        if token.dep_ in ("amod", "compound", "nmod", "poss") and head.pos_ in _NOMINAL:
            code = f"{hit.entry.country}.{_sector_for(head, hit, token)}"
        elif hit.how == "adjective" and token.tag_ in ("NNPS", "NNS", "NNP", "NN"):
            code = f"{hit.entry.country}.{_demonym(token)}"
        elif token.dep_ in ("amod", "compound"):
            code = f"{hit.entry.country}.GOV"
        return self.make(token, [(code, how, hit.entry.name)], "state", entity=hit.entry.name, inner=True)

    def _acts(self, token: Token) -> bool:
        """Whether a capital stands for its government here."""
        top = token
        while top.dep_ == "conj" and top.head.i != top.i:
            top = top.head
        if top.dep_ == "nsubj":
            return True
        if top.dep_ == "pobj":
            return top.head.lower_ in ("with", "between", "against", "by") or (
                top.head.lower_ == "to" and top.head.head.lemma_ in _ADDRESS
            )
        if top.dep_ in ("dobj", "dative"):
            return top.head.lemma_.lower() in _ADDRESS
        if top.dep_ == "poss":
            return top.head.lemma_.lower() not in words.GROUND and top.head.pos_ == "NOUN"
        return top.dep_ in ("compound", "nmod", "amod") and role_of(top.head) in (Sector.GOV, Sector.MIL)

    def _person(self, token: Token, hit: Hit) -> ActorMention:
        actor = (hit.code, "name", hit.entry.name)
        return self.make(token, [actor], "person", entity=hit.entry.name, gender=hit.entry.gender)

    def _body(self, token: Token, hit: Hit) -> ActorMention | None:
        code, how = hit.code, "name"
        if hit.entry.country == "*":
            country = self.country(token) or self.memory.focus()
            code, how = f"{country or 'UNK'}.{code[2:]}", "description" if country else "open"
        tail = hyphen_word(self.doc, self.spans[token.i][1])
        if tail in words.BACKED:
            pass
        kind = {"group": "group", "media": "media", "extra": "body"}.get(hit.entry.kind, "body")
        return self.make(token, [(code, how, hit.entry.name)], kind, entity=hit.entry.name, plural=True)

    # --- descriptions

    def described(self, token: Token) -> ActorMention | None:
        """The mention of a noun that is no registered name: a person, a pair, a role, a stand-in."""
        pair = self.references.pair(token)
        if pair is not None:
            return pair
        if token.pos_ == "PROPN":
            known = self._by_name(token)
            if known is not None:
                return known
        if token.dep_ in ("compound", "nmod", "amod") and self._is_actor_noun(token.head):
            return None
        sector = role_of(token)
        stand_in = self.references.stand_in(token, sector)
        if stand_in is not None:
            return stand_in
        return self._role(token, sector)

    def _is_actor_noun(self, head: Token) -> bool:
        return head.i in self.hits or role_of(head) is not None or head.ent_type_ == "PERSON"

    def _by_name(self, token: Token) -> ActorMention | None:
        """A person by their last name, or a stranger with a title or an apposition."""
        if token.dep_ == "compound" and token.head.pos_ == "PROPN":
            return None
        known = self.memory.people.get(token.text)
        if known is not None:
            return self._again(token, known)
        if token.ent_type_ == "PERSON":
            return self.make(token, [("UNK.UNK", "open", None)], "person")
        return None

    def _again(self, token: Token, known: Known) -> ActorMention:
        triples = [(a.code, "name" if known.entity else "description", a.name) for a in known.actors]
        return self.make(token, triples, "person", entity=known.entity, gender=known.gender)

    def _role(self, token: Token, sector: Sector | None) -> ActorMention | None:
        hits = self.modifying_hits(token)
        lemma = token.lemma_.lower()
        if sector is None:
            owners = [h for h in hits if h.entry.kind not in _STATE and h.how != "person"]
            if owners and (lemma in words.GENERIC or token.lower_ in words.GENERIC):
                return self.make(
                    token, [(owners[-1].code, "description", owners[-1].entry.name)], "people", plural=True
                )
            return None
        codes = list(dict.fromkeys(self._code(token, hit, sector) for hit in hits))
        how = "description" if codes else "open"
        if not codes:
            country, how = self.references.country_of(token, sector)
            codes = [f"{country}.{sector}"]
        plural = token.tag_ in ("NNS", "NNPS") or lemma in ("police", "people", "army", "military")
        return self.make(token, [(code, how, None) for code in codes], "people", plural=plural)

    def _code(self, token: Token, hit: Hit, sector: Sector) -> str:
        country = hit.entry.country
        last = self.spans[self.heads_of(hit)][1]
        tail = hyphen_word(self.doc, last)
        if tail in words.BACKED:
            return f"UNK.{Sector.REB if sector in (Sector.UAF, Sector.MIL) else sector}"
        if hit.how == "person":
            return f"{country}.{sector if sector is not Sector.CVL else hit.code[4:]}"
        if hit.entry.kind in _STATE or hit.entry.kind == "seat":
            if sector is Sector.CVL and country == "ISR" and token.lemma_.lower() == "settler":
                return "ISR.CVL/settlers"
            return f"{country}.{sector}"
        if tail in words.OF_THEIR_OWN:
            return f"{country}.{sector}"
        if hit.code[4:7] == "GOV" and country != "*":
            return f"{country}.{sector}"
        if country == "*":
            return f"{self.memory.focus() or 'UNK'}.{sector}"
        return hit.code

    # --- what modifies a noun

    def heads_of(self, hit: Hit) -> int:
        """Index of a hit's head token."""
        return self._head_by_start[hit.start]

    def modifying_hits(self, token: Token) -> list[Hit]:
        """Names that say whose the noun is: adjectives and possessors first, else "of …", "from …"."""
        inside = [self.hits[word.i] for word in modifiers(token) if self.heads.get(word.i) == word.i]
        inside = [hit for hit in inside if not (hit.how == "metonym" and role_of(token) is Sector.CVL)]
        if inside:
            return inside
        after = []
        for prep, noun in complements(token):
            if prep in FROM:
                nouns = [noun, *conjuncts(noun)]
                after += [
                    self.hits[n.i] for n in nouns if self.heads.get(n.i) == n.i and self._owns(self.hits[n.i])
                ]
                if not after:
                    after += [h for n in nouns for h in self._inner(n)]
        return after

    def _inner(self, noun: Token) -> list[Hit]:
        found = [self.hits[w.i] for w in modifiers(noun) if self.heads.get(w.i) == w.i]
        return [hit for hit in found if self._owns(hit)]

    def _owns(self, hit: Hit) -> bool:
        return hit.how != "person" and hit.entry.kind != "media"

    def country(self, token: Token) -> str | None:
        """The country that a noun's modifiers name."""
        countries = [h.entry.country for h in self.modifying_hits(token) if len(h.entry.country) == 3]
        return countries[0] if countries else None

    # --- people

    def _meet_people(self) -> None:
        """Every person named in full anywhere: headlines use the last name before the text gives the whole."""
        for index in sorted(set(self.heads.values())):
            hit, token = self.hits[index], self.doc[index]
            if hit.how == "person":
                actor = Actor(mention=hit.text, code=hit.code, name=hit.entry.name, resolved_by="name")
                self._know(hit.entry.last, actor, hit.entry.gender, hit.entry.name, _titles(token))
        for ent in self.doc.ents:
            if ent.label_ == "PERSON" and ent.root.i not in self.hits:
                self._meet_stranger(ent)

    def _meet_stranger(self, ent: Token) -> None:
        root = ent.root
        role = next((r for r in _role_words(root) if role_of(r) is not None), None)
        if role is None:
            return
        sector = role_of(role)
        hits = self.modifying_hits(role) or self.modifying_hits(root)
        if sector is None or not hits:
            return
        codes = dict.fromkeys(self._code(role, hit, sector) for hit in hits[:1])
        name = str(ent.text).split()[-1].removesuffix("’s").removesuffix("'s")
        for code in codes:
            actor = Actor(mention=ent.text, code=code, name=None, resolved_by="description")
            self._know(name, actor, "", "", _titles(root) | {role.lemma_.lower()})

    def _know(self, last: str, actor: Actor, gender: str, entity: str, titles: frozenset[str]) -> None:
        before = self.memory.people.get(last)
        if before is not None and before.entity and not entity:
            return
        titles = titles | before.titles if before is not None and before.entity == entity else titles
        self.memory.people[last] = Known(actors=(actor,), entity=entity, gender=gender, titles=titles)

    # --- making mentions

    def make(
        self, token: Token, triples: Iterable[tuple[str, str, str | None]], kind: str, *,
        entity: str = "", gender: str = "", plural: bool = False, inner: bool = False,
    ) -> ActorMention:  # fmt: skip
        """A mention headed at the token. `inner` keeps it to the name itself."""
        span = self.spans.get(token.i, (token.i, token.i))
        first = span[0] if inner else min(span[0], phrase_start(token))
        start, end = self.doc[first].idx, self.doc[span[1]].idx + len(self.doc[span[1]])
        text = self.doc.text[start:end]
        actors = tuple(
            Actor(mention=text, code=code, name=name, resolved_by=how, official=True)
            for code, how, name in triples
        )
        return ActorMention(
            start_char=start, end_char=end, first=first, head=token.i, actors=actors, kind=kind,
            entity=entity, gender=gender, plural=plural or len(actors) > 1,
        )  # fmt: skip

    def again(self, token: Token, mention: ActorMention, how: str, kind: str = "") -> ActorMention:
        """A mention at the token of what another mention names."""
        made = self.make(token, [(a.code, how, a.name) for a in mention.actors], kind or mention.kind)
        return replace(made, entity=mention.entity, gender=mention.gender, plural=mention.plural)

    # --- where

    def is_place(self, token: Token, kind: str) -> bool:
        """Whether a country is named only as the place."""
        return kind == "state" and token.dep_ == "pobj" and token.head.lower_ in _PLACE_DEPS

    def ground(self, at: int) -> str | None:
        """The country whose ground a token's sentence speaks of."""
        return next((iso for index, iso in self.grounds if self.sentence[index] == self.sentence[at]), None)

    def _grounds(self, places: Sequence[tuple[int, int, str]]) -> list[tuple[int, str]]:
        told = [(self._index(start), iso) for start, _, iso in places]
        for index in sorted(set(self.heads.values())):
            hit = self.hits[index]
            if (
                hit.entry.kind == "state"
                and hit.entry.country != "UNK"
                and self.is_place(self.doc[index], "state")
            ):
                told.append((index, hit.entry.country))
        return sorted(told)

    def _tokens(self, hits: list[Hit]) -> tuple[dict[int, Hit], dict[int, int], dict[int, tuple[int, int]]]:
        self._starts = [token.idx for token in self.doc]
        self._head_by_start: dict[int, int] = {}
        by_token: dict[int, Hit] = {}
        heads: dict[int, int] = {}
        spans: dict[int, tuple[int, int]] = {}
        for hit in hits:
            first, last = self._index(hit.start), self._index(hit.end - 1)
            root = self.doc[first : last + 1].root.i
            self._head_by_start[hit.start] = root
            for at in range(first, last + 1):
                by_token[at], heads[at] = hit, root
            spans[root] = (first, last)
        return by_token, heads, spans

    def _index(self, char: int) -> int:
        return max(bisect_right(self._starts, char) - 1, 0)


def _sentences(doc: Doc) -> list[int]:
    out: list[int] = []
    for number, sentence in enumerate(doc.sents):
        out.extend([number] * len(sentence))
    return out


def _sector_for(head: Token, hit: Hit, token: Token) -> Sector:
    """What a country's adjective stands for before a noun: its forces before strikes, its soil before ground."""
    lemma = head.lemma_.lower()
    if lemma in words.MILITARY_ACTS or head.lower_ in words.MILITARY_ACTS:
        return Sector.MIL
    if lemma in words.GROUND:
        return Sector.UNK
    return Sector.GOV


def _demonym(token: Token) -> Sector:
    """ "Four Pakistanis" are people; "the Saudis" their government; "undocumented Afghans" refugees."""
    told = {child.lower_ for child in token.lefts}
    if told & {"undocumented", "displaced", "registered", "illegal", "refugee"}:
        return Sector.REF
    counted = any(child.dep_ == "nummod" for child in token.lefts)
    return Sector.GOV if "the" in told and not counted and token.dep_ == "nsubj" else Sector.CVL


def _titles(token: Token) -> frozenset[str]:
    return frozenset(word.lemma_.lower() for word in _role_words(token))


def _role_words(token: Token) -> list[Token]:
    """Title nouns of a name: before it, in apposition to it, or the noun it is in apposition to."""
    near = [w for w in modifiers(token) if w.pos_ in _NOMINAL and w.dep_ in ("compound", "nmod")]
    near += [c for c in token.children if c.dep_ == "appos"]
    if token.dep_ == "appos":
        near.append(token.head)
    return list(reversed(near))
