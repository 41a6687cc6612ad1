"""Settings, read once at the edge from the environment and handed down."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything a run can be told from outside.

    record             SARHAD_RECORD       the record file
    max_page_bytes     SARHAD_MAX_BYTES    pages larger than this are dropped
    fetch_seconds      SARHAD_TIMEOUT      time allowed for one URL, in seconds
    allow_private      SARHAD_ALLOW_PRIVATE  fetch loopback and private addresses ("1")
    theatres           SARHAD_THEATRES     folder of the user's own theatre files
    """

    record: Path = Path("sarhad.db")
    max_page_bytes: int = 20_000_000
    fetch_seconds: float = 20.0
    allow_private: bool = False
    theatres: Path | None = None


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings as the environment gives them; unset means the default. ValueError for a number that is none."""
    default = Settings()
    theatres = environment.get("SARHAD_THEATRES")
    return Settings(
        record=Path(environment.get("SARHAD_RECORD", default.record)),
        max_page_bytes=int(environment.get("SARHAD_MAX_BYTES", default.max_page_bytes)),
        fetch_seconds=float(environment.get("SARHAD_TIMEOUT", default.fetch_seconds)),
        allow_private=environment.get("SARHAD_ALLOW_PRIVATE", "") == "1",
        theatres=Path(theatres) if theatres else None,
    )
