"""What an act is coded with, and the words that tell it: force, blame, praise, another frame."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.reading.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

FORCE = re.compile(
    r"\b(retaliat|respon[ds]|reveng|aveng|punish|destroy|crush|strike|attack|annihilat|obliterat|eliminat|hit back|"
    r"war|force|consequence|price|pay dearly|harsh|severe|fight|defend|eradicat|wipe|bomb|kill|act against|target|pursue|"
    r"hunt|invade|occupy|escalat|military|decisive|all options|repercussion)", re.I)  # fmt: skip


BAD = re.compile(
    r"\b(unaccept\w+|illegal\w*|unlawful\w*|crim\w+|terror\w*|barbari\w+|heinous|reprehensible|cowardly|shameful\w*|"
    r"aggress\w+|violat\w+|genocid\w+|massacre|outrag\w+|disgrac\w+|provocat\w+|reckless\w*|irresponsib\w+|hostile|"
    r"unjust\w*|baseless|blatant|brutal\w*|horrif\w+|intolerable|inadmissible|unwarranted|wrong|failure|failed|disaster|"
    r"catastroph\w+|threat|dangerous|escalatory|hypocri\w+|liar?s?|false|propaganda|coward\w*|evil|breach|grave|appalling|"
    r"inhuman\w*|unjustif\w+|absurd|destabili\w+|malign|mistake|treacher\w+|ethnic cleansing|war of choice)", re.I)  # fmt: skip


GOOD = re.compile(r"\b(welcome|positive|constructive|historic|good news|important step|success\w*|brotherly|friend\w*|partner\w*|milestone|encouraging|step forward|workable)\b", re.I)  # fmt: skip


REFRAME = re.compile(r"\b(internal (?:matter|problem|issue|affair)|domestic (?:matter|problem|issue)|private capacity|personal capacity|self-defen[cs]e|defensive|defen[cs]e of|not (?:aimed|directed|targeted)|routine|misunderstanding|accident\w*|unintentional\w*|by mistake|warning shots?)\b", re.I)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """The type and mode an act is coded with; None for the type means it tells no act after all."""

    type: EventType | None
    mode: str | None = None
    failed: bool = False
    negated: bool = False
    reframes: bool = False


def subtree(token: "Token") -> str:
    words: str = token.doc[token.left_edge.i : token.right_edge.i + 1].text
    return words


def words_after(trigger: Trigger) -> str:
    token = trigger.token
    words: str = token.doc[trigger.last + 1 : max(trigger.last + 1, token.right_edge.i + 1)].text
    return words
