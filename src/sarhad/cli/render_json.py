"""Records as JSON: the same names as in `sarhad.records`, days in ISO form."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any


def plain(value: Any) -> Any:
    """A record as dicts, lists, strings and numbers."""
    if is_dataclass(value) and not isinstance(value, type):
        named = {f.name: plain(getattr(value, f.name)) for f in fields(value)}
        return named if "id" in named or not hasattr(value, "id") else {"id": value.id, **named}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(map(plain, value))
    return [plain(v) for v in value] if isinstance(value, tuple | list) else value


def as_json(value: Any, *, indent: int | None = 2) -> str:
    """One JSON text; letters of every script stay themselves, lone surrogates are escaped."""
    return printable(json.dumps(plain(value), ensure_ascii=False, indent=indent))


def printable(text: str) -> str:
    """JSON that UTF-8 can carry: a lone surrogate, left of a broken byte, as its JSON escape."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
