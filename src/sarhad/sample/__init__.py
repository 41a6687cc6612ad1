"""The sample press: thirty pages and a feed from invented outlets, to try Sarhad on. See README.md beside this file."""

from pathlib import Path


def sample_folder() -> Path:
    """Where the sample pages lie, ready for `sarhad add`."""
    return Path(__file__).resolve().parent / "press"
