"""Reading: what one document tells, clause by clause, in the codebook's form."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sarhad.knowledge.actors import Actors
from sarhad.knowledge.places import Places
from sarhad.records import Document, Reading

if TYPE_CHECKING:
    from spacy.language import Language

    from sarhad.reading.explained import Explanation
    from sarhad.reading.tagger_encoder import Encoder

READER = "encoder-3"
"""Name and version of the reader; a change of what it reads changes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What reading needs from outside: the parser, who is who, what lies where."""

    parser: "Language"
    actors: Actors
    places: Places
    encoder: "Encoder | None" = None


def load_tools(*, names: bool = False) -> Tools:
    """The tools of an ordinary run, each loaded once; `names`: the parser also tags names, as single skills want it."""
    from sarhad.knowledge.actors import load_actors
    from sarhad.knowledge.places import load_places
    from sarhad.reading.tagger import load_parser
    from sarhad.reading.tagger_encoder import load_encoder

    parser = load_parser(names=names)
    return Tools(parser=parser, actors=load_actors(), places=load_places(), encoder=load_encoder())


def read(document: Document, tools: Tools) -> Reading:
    """The statements and contests of an English document; `unread` says why there are none to be had."""
    from sarhad.reading.reader import read_english

    if document.language not in ("en", "und"):
        return Reading(
            document=document, reader=READER, unread=f"language {document.language} is not read yet"
        )
    return read_english(document, tools, READER)


def explain(document: Document, anchor: str, tools: Tools) -> "Explanation | None":
    """Why the statement with this anchor is coded as it is; None where this reader does not read it."""
    from sarhad.reading.explained import explain as explained

    return explained(document, anchor, tools, READER)
