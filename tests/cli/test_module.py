"""`python -m sarhad` is the command."""

import subprocess
import sys

import sarhad


def test_the_package_runs_as_a_module() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "sarhad", "--version"], capture_output=True, text=True, check=True
    )
    assert ended.stdout == f"sarhad {sarhad.__version__}\n"
