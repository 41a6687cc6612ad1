"""What the command-line tests share: a page to read, and how a command ended."""

from collections.abc import Callable
from dataclasses import dataclass

PAGE = """Gunmen attack a post near Spin Boldak

KANDAHAR, October 14, 2025 – Gunmen killed four soldiers at a post near Spin Boldak on Monday, Pakistan's army said. Kabul denied
that the men had come from Afghanistan.

Pakistan and Iran agreed in Islamabad to set up new border markets.
"""


@dataclass(frozen=True)
class Ended:
    status: int
    out: str
    err: str


Sarhad = Callable[..., Ended]
