"""Whether two clauses are about one matter: the beginnings of words that they share, names left out."""

import re

_WORD = re.compile(r"[a-z]{4,}")
_EMPTY = frozenset(
    "that this with from have been were they them their which would could about after before when while said says also more into over than other "
    "such some what will there these those accus accuse deny denie denied reject blame claim alleg charge commen respon reques minist spokes offici govern "
    "milita army force countr".split()
)
_ALIKE = (
    (re.compile(r"haven|sanctuar|shelter|harbou?r|hide-?out|\bsoil\b|territory"), "haven"),
    (re.compile(r"\btalks?\b|negotiat|dialogue"), "talks"),
)
"""Two ways of naming one standing matter."""


def matter(text: str) -> frozenset[str]:
    """Beginnings of the words in lower case: nouns and verbs, no names."""
    words = {w[:6] for w in _WORD.findall(re.sub(r"\b[A-Z]\w*", " ", text))}
    standing = {name for pattern, name in _ALIKE if pattern.search(text)}
    return frozenset((words | standing) - _EMPTY)
