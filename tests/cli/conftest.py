"""The command line called in this process, in an empty folder, with what it printed and how it ended."""

from pathlib import Path

import pytest
from ended import PAGE, Ended, Sarhad

from sarhad.cli.app import run


@pytest.fixture
def sarhad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Sarhad:
    """`sarhad("add", "page.txt")` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "SARHAD_RECORD",
        "SARHAD_THEATRES",
        "SARHAD_MAX_BYTES",
        "SARHAD_TIMEOUT",
        "SARHAD_ALLOW_PRIVATE",
    ):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: object) -> Ended:
        capfd.readouterr()
        status = run([str(a) for a in arguments])
        printed = capfd.readouterr()
        return Ended(status, printed.out, printed.err)

    return call


@pytest.fixture
def kept(sarhad: Sarhad, tmp_path: Path) -> Sarhad:
    """The same with one page kept in sarhad.db."""
    (tmp_path / "spin-boldak.txt").write_text(PAGE, encoding="utf-8")
    ended = sarhad("add", "spin-boldak.txt")
    assert ended.status == 0, ended.err
    return sarhad
