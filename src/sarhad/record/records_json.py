"""Exact passage of every frozen record to JSON and back.

Generic over the dataclass fields of `sarhad.records`: how to write and read a class is worked out once from its
type hints and kept. What equals a default of nothing (None or an empty tuple) is left out and read back as that
default, which makes a typical statement a third smaller; every other value is written, so a default that changes
later does not change what was kept.
"""

import base64
import json
import types
import typing
from collections.abc import Callable, Hashable
from dataclasses import Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, cast

from sarhad.errors import NotARecord
from sarhad.records import Evidence, Span

T = TypeVar("T")
Plain = Any
"""What JSON can hold: dict, list, str, int, float, bool, None."""

Pass = Callable[[Any], Any]
"""From a value to its plain form, or back."""

IN_ORDER = frozenset({Span, Evidence})
"""Written as bare lists of their values: they are most of a record, and their names half of its bytes."""

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_escaped = json.JSONEncoder(separators=(",", ":")).encode


def to_json(record: object) -> str:
    """The record as one line of JSON, exact."""
    return dumps(to_plain(record))


def from_json(kind: type[T], text: str) -> T:
    """The record of class `kind` that `to_json` wrote. NotARecord when the text holds no such record."""
    try:
        return from_plain(kind, json.loads(text))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise NotARecord(
            f"a row that should hold a {kind.__name__} does not ({error}); the record was changed by another hand"
        ) from error


def dumps(plain: Plain) -> str:
    """JSON that any database takes as text: other scripts as they are, lone surrogates escaped."""
    text = _compact(plain)
    try:
        text.encode()
    except UnicodeEncodeError:
        return _escaped(plain)
    return text


def to_plain(record: object) -> Plain:
    """The record as dicts and lists."""
    write = _writer(cast(Hashable, type(record)))
    return record if write is None else write(record)


def from_plain(kind: type[T], plain: Plain) -> T:
    """The record of class `kind` that `to_plain` took apart."""
    read = _reader(cast(Hashable, kind))
    made: T = plain if read is None else read(plain)
    return made


# --- writing


@cache
def _writer(hint: Hashable) -> Pass | None:
    """How to write a value of this type; None when JSON holds it as it is."""
    bare = _unwrap(hint)
    if is_dataclass(bare):
        return _record_writer(bare)
    origin, args = typing.get_origin(bare), typing.get_args(bare)
    if origin is tuple:
        return _many_writer(args[0]) if args[-1] is Ellipsis else _row_writer(args)
    if origin is frozenset:
        return sorted
    if isinstance(bare, type) and issubclass(bare, Enum):
        return attrgetter("value")
    if bare in (date, datetime):
        return cast(Pass, bare.isoformat)
    if bare is bytes:
        return lambda value: base64.b85encode(value).decode()
    return None


def _record_writer(kind: Any) -> Pass:
    hints = typing.get_type_hints(kind)
    names = [f.name for f in fields(kind)]
    inners = [_writer(hints[name]) for name in names]
    values = attrgetter(*names)
    if kind in IN_ORDER:
        return lambda record: [v if w is None else w(v) for w, v in zip(inners, values(record), strict=True)]
    plan = [(f.name, w, not _empty_default(f)) for f, w in zip(fields(kind), inners, strict=True)]

    def write(record: Any) -> dict[str, Any]:
        plain: dict[str, Any] = {}
        for (name, inner, always), value in zip(plan, values(record), strict=True):
            if value is None or value == ():
                if always:
                    plain[name] = None if value is None else []
            else:
                plain[name] = value if inner is None else inner(value)
        return plain

    return write


def _empty_default(field: Field[Any]) -> bool:
    return field.default is None or field.default == ()


def _many_writer(hint: Any) -> Pass:
    inner = _writer(hint)
    return list if inner is None else lambda values: [inner(v) for v in values]


def _row_writer(hints: tuple[Any, ...]) -> Pass:
    inners = [_writer(h) for h in hints]
    return lambda values: [v if w is None or v is None else w(v) for w, v in zip(inners, values, strict=True)]


# --- reading


@cache
def _reader(hint: Hashable) -> Pass | None:
    """How to read a value of this type; None when JSON gives it as it is."""
    bare = _unwrap(hint)
    if is_dataclass(bare):
        return _record_reader(bare)
    origin, args = typing.get_origin(bare), typing.get_args(bare)
    if origin is tuple:
        return _many_reader(args[0]) if args[-1] is Ellipsis else _row_reader(args)
    if origin is frozenset:
        return frozenset
    if isinstance(bare, type) and issubclass(bare, Enum):
        return {member.value: member for member in bare}.__getitem__
    if bare in (date, datetime):
        return cast(Pass, bare.fromisoformat)
    if bare is bytes:
        return base64.b85decode
    return None


def _record_reader(kind: Any) -> Pass:
    hints = typing.get_type_hints(kind)
    inners = {f.name: _reader(hints[f.name]) for f in fields(kind)}
    if kind in IN_ORDER:
        return _ordered_reader(kind, inners)

    def read(plain: Any) -> Any:
        made = {}
        for name, value in plain.items():
            if name in inners:  # a field that a later Sarhad gave up is passed over
                inner = inners[name]
                made[name] = value if inner is None or value is None else inner(value)
        return kind(**made)

    return read


def _ordered_reader(kind: Any, inners: dict[str, Pass | None]) -> Pass:
    plan = list(inners.items())

    def read(plain: Any) -> Any:
        pairs = zip(plan, plain, strict=True)
        return kind(**{name: value if inner is None else inner(value) for (name, inner), value in pairs})

    return read


def _many_reader(hint: Any) -> Pass:
    inner = _reader(hint)
    return tuple if inner is None else lambda values: tuple([inner(v) for v in values])


def _row_reader(hints: tuple[Any, ...]) -> Pass:
    inners = [_reader(h) for h in hints]
    return lambda values: tuple(
        [v if r is None or v is None else r(v) for r, v in zip(inners, values, strict=True)]
    )


def _unwrap(hint: Any) -> Any:
    """The type without its `| None`."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        bare = [a for a in typing.get_args(hint) if a is not type(None)]
        if len(bare) != 1:
            raise TypeError(f"a record field of type {hint} cannot be kept")
        return bare[0]
    return hint
