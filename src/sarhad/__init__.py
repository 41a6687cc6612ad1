"""Sarhad keeps the record of a border from its open press.

A handful of verbs; everything else is found by its room. Nothing heavy is loaded before it is asked for.

    import sarhad
    reading = sarhad.read_text(text, published="2024-04-24")
    record = sarhad.open_record("sarhad.db")
    record.add("press/")
    record.incidents(actor="PAK.REB/ttp")
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sarhad.errors import SarhadError
    from sarhad.fusion import fuse
    from sarhad.library import open_record
    from sarhad.monitor import make_brief
    from sarhad.pipeline import read_page, read_text

__all__ = ["SarhadError", "__version__", "fuse", "make_brief", "open_record", "read_page", "read_text"]

_ROOMS = {
    "SarhadError": "sarhad.errors",
    "fuse": "sarhad.fusion",
    "make_brief": "sarhad.monitor",
    "open_record": "sarhad.library",
    "read_page": "sarhad.pipeline",
    "read_text": "sarhad.pipeline",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("sarhad")
    if name not in _ROOMS:
        raise AttributeError(f"module 'sarhad' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_ROOMS[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
