"""What the docs name exists, and what exists is named: commands, options, settings, exports, theatres."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
TEXTS = {p.relative_to(ROOT).as_posix(): p.read_text(encoding="utf-8") for p in PAGES if p.exists()}
README = TEXTS["README.md"]
EVERYTHING = "\n".join(TEXTS.values())


def commands() -> dict[str, set[str]]:
    """Every command with its options, as the application has them."""
    from typer.main import get_command

    from sarhad.cli.app import app

    found: dict[str, set[str]] = {}
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        options = {o for p in command.params for o in p.opts if o.startswith("--")}
        for sub in getattr(command, "commands", {}).values():
            options |= {o for p in sub.params for o in p.opts if o.startswith("--")}
        found[name] = options | {"--help", "--debug"}
    return found


def code_of(text: str) -> list[str]:
    """Lines of shell blocks and inline code."""
    blocks = re.findall(r"```sh\n(.*?)```", text, flags=re.S)
    return [line.split("#")[0].strip() for b in blocks for line in b.splitlines()] + re.findall(
        r"`([^`\n]+)`", text
    )


def test_every_command_stands_in_the_readme_and_no_other() -> None:
    assert set(re.findall(r"^\| `sarhad (\w+)`", README, flags=re.M)) == set(commands())


@pytest.mark.parametrize("page", TEXTS)
def test_commands_and_options_that_a_page_names_exist(page: str) -> None:
    known = commands()
    for line in code_of(TEXTS[page]):
        for call in re.findall(r"(?:^|&& |; )sarhad ([a-z]+)([^&;]*)", line):
            name, rest = call
            assert name in known, f"{page}: sarhad {name}"
            for option in re.findall(r"(?<!\S)--[a-z-]+", rest):
                assert option in known[name], f"{page}: sarhad {name} {option}"


def test_every_setting_is_in_the_readme_and_read_by_the_code() -> None:
    code = (ROOT / "src" / "sarhad" / "settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r"SARHAD_[A-Z_]+", code))
    assert read <= set(re.findall(r"SARHAD_[A-Z_]+", README)), "settings the README does not name"
    named = set(re.findall(r"SARHAD_[A-Z_]+", EVERYTHING)) - {
        "SARHAD_DATA",
        "SARHAD_WRITE_DOCS",
    }  # for measuring and for writing the docs
    assert named <= read, "settings that nothing reads"


def test_links_between_pages_lead_somewhere() -> None:
    for page, text in TEXTS.items():
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
            if "://" not in target:
                assert ((ROOT / page).parent / target).exists(), f"{page}: {target}"


def test_the_public_verbs_are_in_the_readme() -> None:
    import sarhad

    for verb in sarhad.__all__:
        if verb.islower() and not verb.startswith("_"):
            assert f"sarhad.{verb}" in README


def test_the_theatre_in_the_docs_is_in_order(tmp_path: Path) -> None:
    from sarhad.knowledge.theatres import check

    [draft] = re.findall(r"```toml\n(.*?)```", TEXTS["docs/theatres.md"], flags=re.S)[:1]
    (tmp_path / "thai-cambodian.toml").write_text(draft, encoding="utf-8")
    assert check(tmp_path / "thai-cambodian.toml") == []


def test_the_aims_in_the_benchmarks_are_those_of_the_bench() -> None:
    bench, page = (ROOT / "scripts" / "bench").read_text(encoding="utf-8"), TEXTS["docs/benchmarks.md"]
    aims = re.search(r"AIMS = \{(.*?)\n\}", bench, flags=re.S)
    assert aims
    for number in re.findall(r"\(-?(\d\.\d+),", aims.group(1)):
        assert number in page, number


def test_every_script_and_make_target_named_is_there() -> None:
    for script in re.findall(r"`scripts/(\w+)", EVERYTHING):
        assert (ROOT / "scripts" / script).exists() or (ROOT / "scripts" / f"{script}.py").exists(), script
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.M))
    for line in (x for text in TEXTS.values() for x in code_of(text)):
        for target in re.findall(r"^make (\w+)", line):
            assert target in targets
