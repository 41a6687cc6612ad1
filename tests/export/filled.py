"""A record of any class with something in every field, made from its types: what an export leaves out shows."""

import types
import typing
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from itertools import count
from typing import Any

from sarhad.records import Document, Evidence, Span

DAY = date(2025, 10, 11)
PAGE = Document(id="d1", page_sha256="0", text="Words told here.", source="test", passages=())
WORDS: Evidence = PAGE.quote(Span(start=0, end=10))
_numbers = count(1)


def filled(kind: Any) -> Any:
    """A value of this type with nothing left empty."""
    if kind is Evidence:
        return WORDS
    if is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return kind(**{f.name: filled(hints[f.name]) for f in fields(kind)})  # type: ignore[operator]
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return (filled(args[0]),) if args[-1] is Ellipsis else tuple(map(filled, args))
    if origin in (types.UnionType, typing.Union):
        return filled(next(a for a in args if a is not type(None)))
    return _bare(kind)


def _bare(kind: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    plain = {
        str: f"words {next(_numbers)}",
        int: 3,
        float: 0.5,
        bool: True,
        date: DAY,
        datetime: datetime(2025, 10, 11),
    }
    return plain[kind]
