"""Armed groups a text names that the registry does not know: found by what the text calls them, or by their name.

"The militant group Sons of the Marsh", "the Marsh Resistance Front, a separatist group", "Lashkar-e-Marsh". Nothing
is guessed: without such words a strange name stays what it was. Found once, a name counts all over the document.
"""

import re
from collections.abc import Iterator, Sequence

from sarhad.knowledge.actors import Actors, Hit
from sarhad.knowledge.actors_provisional import PROVISIONAL, provisional

_WORD = r"[A-Z][\w’']*"
_NAME = rf"{_WORD}(?:(?:[ -](?:of|for|al|ul|e|the|and))*[ -]{_WORD}){{0,5}}"
_KIND = (
    r"(?:militant|armed|rebel|separatist|terrorist|terror|insurgent|jihadist|jihadi|extremist|guerrilla|secessionist)"
    r" (?:group|outfit|organi[sz]ation|faction|movement|militia|network)"
)
_ARMED = r"(?:Liberation|Resistance|Mujah[ie]d\w+|Fedayeen|Guerrilla|Separatist)"
_BODY = r"(?:Front|Army|Forces?|Movement|Brigades?|Union|Council|Fighters)"
_OF_KIND = re.compile(rf"\b{_KIND}\b")
_CALLED = re.compile(rf"{_KIND},? (?:(?:called|named|known as) (?:the )?)?(?P<name>{_NAME})")
_EXPLAINED = re.compile(
    r"(?<!in )(?<!in the )(?<!across the )(?<!leader )(?<!commander )(?<!chief )(?<!official )"
    rf"\b(?P<name>{_NAME})(?: \([A-Z]{{2,6}}\))?, (?:an?|the) (?:[a-z][\w-]* |[A-Z][a-z]+ ){{0,4}}\Z"
)
_BEFORE = 130
"""Characters before "a militant group" in which the name stands that it explains."""
_OF_A_PERSON = re.compile(
    r"[’']| [a-z]+(?:er|ief|ead|ial)s?\b"
)  # "the militant group’s", "militant group leader"
_BY_NAME = re.compile(
    rf"\b(?P<name>(?:{_WORD} ){{0,3}}{_ARMED} {_BODY}(?: of {_WORD})?|"
    rf"(?:Lashkar|Jaish|Sipah|Katibat|Liwa|Saraya|Jund)[ -](?:(?:[a-z]{{1,2}}|al|ul)-)?{_WORD})"
)
_CLAIMS = re.compile(
    rf"\b(?P<name>(?:{_WORD}[ -](?:of (?:the )?)?){{1,5}}"
    r"(?:Fronts?|Movement|Brigades?|Organi[sz]ation|Group|Resistance|Alliance|Coalition|Fighters|Militia|Battalions?|Network))"
    r"(?: \([A-Z]{2,6}\))?,?(?: (?:has|have|had|later|also|quickly|since|which|on \w+day))* "
    r"(?:claim(?:ed|s) (?:responsibility|credit)|(?:took|taken) responsibility|said it (?:had )?(?:carried out|was behind))\b"
)
"""Who claims an attack fights, whatever he is called: "the Delta Democratic Organisation claimed responsibility"."""
_ARTICLES = re.compile(r"(?:The|A|An|This|That|These|Those|But|And)\s+")
_WHERE = re.compile(r"(?:In|On|At|From|Across|Inside)\s")
_SHORT = re.compile(r"\s\((?P<short>[A-Z]{2,6})\)")


def with_unknown_groups(text: str, hits: Sequence[Hit], registry: Actors) -> list[Hit]:
    """The hits, and those of armed groups that no entry of the registry names, in order."""
    taken = [(hit.start, hit.end) for hit in hits if hit.how != "adjective"]
    found: list[Hit] = []
    for name, called in _names(text, taken):
        entry = provisional(name, _country(name, registry))
        code = entry.terms[0].code
        for at in re.finditer(rf"\b{re.escape(called)}\b", text):
            if not _overlaps(at.span(), taken):
                taken.append(at.span())
                found.append(
                    Hit(start=at.start(), end=at.end(), text=called, entry=entry, how=PROVISIONAL, code=code)
                )
    spans = [(hit.start, hit.end) for hit in found]
    kept = [hit for hit in hits if not _overlaps((hit.start, hit.end), spans)]
    return sorted([*kept, *found], key=lambda hit: hit.start)


def _names(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """(name, as called): the name itself, longest first, and its letters where brackets give them."""
    names: dict[str, int] = {}
    for match in _told(text):
        if _WHERE.match(match["name"]):
            continue
        name = _ARTICLES.sub("", match["name"], count=1)
        end = match.end("name")
        if _is_a_name(name) and not _overlaps((end - len(name), end), taken):
            names.setdefault(name, end)
    for name, end in sorted(names.items(), key=lambda item: -len(item[0])):
        yield name, name
        short = _SHORT.match(text, end)
        if short is not None and not _overlaps(short.span("short"), taken):
            yield name, short["short"]


_DAYS = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|Oct(?:ober)?|"
    r"November|December)\Z"
)


def _told(text: str) -> Iterator[re.Match[str]]:
    yield from _BY_NAME.finditer(text)
    yield from _CLAIMS.finditer(text)
    for kind in _OF_KIND.finditer(text):
        after = _CALLED.match(text, kind.start())
        if after is not None:
            yield after
        before = _EXPLAINED.search(text, max(0, kind.start() - _BEFORE), kind.start())
        if before is not None and not _OF_A_PERSON.match(text, kind.end()):
            yield before


def _is_a_name(name: str) -> bool:
    """Two words or more, none a day: a single capital after "militant group" is as often the next phrase's."""
    return len(re.split(r"[ -]", name)) > 1 and not any(_DAYS.match(word) for word in name.split())


def _overlaps(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


def _country(name: str, registry: Actors) -> str | None:
    """The country whose adjective or name stands in the name: "Ruritanian Liberation Front"."""
    told = [registry.country_of_adjective(word) for word in name.split()]
    return next((country for country in told if country is not None), None)
