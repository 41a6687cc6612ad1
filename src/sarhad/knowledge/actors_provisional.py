"""An entry for a group the registry does not know: a code made from its name alone, the same in every document."""

import re
import unicodedata

from sarhad.codebook.actors import Sector
from sarhad.knowledge.actors_load import FIRST, LAST, ActorEntry, Term

PROVISIONAL = "provisional"
"""How a hit on such an entry names its actor; `Actor.resolved_by` says the same."""


def slug(name: str) -> str:
    """`slug("The Sons of the Marsh") == "sons-of-the-marsh"`: lower case, plain letters, hyphens, no article before."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    return "-".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def provisional(name: str, country: str | None) -> ActorEntry:
    """An armed group by its name. `country` only where the name itself tells it, so that every text makes one code."""
    code = f"{country or 'UNK'}.{Sector.REB}/{slug(name)}"
    term = Term(office="", code=code, start=FIRST, end=LAST)
    return ActorEntry(name=name, kind="group", country=country or "UNK", terms=(term,))
