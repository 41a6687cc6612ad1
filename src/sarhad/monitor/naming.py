"""Names for codes from the registry of actors; loaded when a brief is first worded."""

from functools import cache

from sarhad.codebook.actors import COUNTRIES
from sarhad.monitor.wording import Names


@cache
def registry_names() -> Names:
    """Readable names as the registry knows them: groups and bodies by their slug, countries by their code."""
    from sarhad.knowledge.actors import load_actors

    named: dict[str, str] = {}
    for entry in load_actors().entries:
        if entry.kind != "person":
            for term in entry.terms:
                if "/" in term.code:
                    named.setdefault(term.code, entry.name)
    return Names(known=named.get, countries=COUNTRIES)


def registry_find(text: str) -> tuple[str, ...]:
    """The codes of every state, group, body and person of the registry that a text names, in its order."""
    from sarhad.knowledge.actors import load_actors

    return tuple(hit.code for hit in load_actors().find(text, None))
