"""The documentation says what the code does: every command, option, setting and field, and no other."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from generator.cli import ALL_WELL, DIFFERENT, SOME_ARTICLES, WRONG_USAGE, app
from generator.settings import Settings
from generator.sources.front_matter import KEYS
from generator.sources.read import READERS

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
REFERENCE = (DOCS / "reference.md").read_text(encoding="utf-8")
COMMANDS: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
PAGES = sorted(path.name for path in DOCS.glob("*.md"))
NOT_SETTINGS = {"root", "config"}
SHARED_WITH_MKDOCS = {"site_name", "site_url", "docs_dir", "site_dir"}


def section(title: str, level: int = 2) -> str:
    """The text below a heading of the reference, up to the next one of its level or above."""
    found = re.search(
        rf"^{'#' * level} {re.escape(title)}\n(.*?)(?=^#{{1,{level}}} |\Z)",
        REFERENCE,
        re.DOTALL | re.MULTILINE,
    )
    assert found, f"docs/reference.md has no section {title!r}"
    return found[1]


def rows(text: str) -> list[list[str]]:
    """The rows of the tables in a text, without their heads."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines if "`" in line[:4]]


def parameters(command: str) -> Iterator[list[str]]:
    """What the table of a command must hold: name, meaning, default."""
    for parameter in COMMANDS[command].params:
        if parameter.param_type_name == "argument":
            yield [f"`{parameter.metavar}`", parameter.help, ""]
        else:
            default = None if parameter.is_flag else parameter.default
            yield [f"`{parameter.opts[0]}`", parameter.help, "" if default is None else f"`{default}`"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_is_documented_in_the_words_of_its_help(command: str) -> None:
    documented = [[*row, ""][:3] for row in rows(section(f"briefings {command}", level=3))]
    assert documented == list(parameters(command))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_introduced_with_the_first_line_of_its_help(command: str) -> None:
    assert section(f"briefings {command}", level=3).strip().startswith(COMMANDS[command].help.split("\n")[0])


def test_no_command_is_documented_that_does_not_exist() -> None:
    assert set(re.findall(r"^### briefings (\S+)$", REFERENCE, re.MULTILINE)) == set(COMMANDS)


@pytest.mark.parametrize("page", [*PAGES, "../README.md", "../CONTRIBUTING.md", "../CHANGELOG.md"])
def test_every_command_and_option_in_a_text_exists(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    for command, rest in re.findall(
        r"(?<![\w/.])briefings (extract|generate|corrections|check|build|serve)\b([^`\n]*)", text
    ):
        known = {name for parameter in COMMANDS[command].params for name in parameter.opts} | {"--help"}
        assert set(re.findall(r"(?<!\S)--[a-z-]+", rest)) <= known, f"briefings {command}{rest}"
    for target in re.findall(r"`make ([a-z]+)", text):
        assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE), (
            target
        )


def test_every_setting_is_documented_with_its_default() -> None:
    documented = {row[0]: row[1] for row in rows(section("Settings"))}
    assert documented == {f"`{name}`": default for name, default in defaults()}


def defaults() -> Iterator[tuple[str, str]]:
    """The settings and their defaults as the reference writes them."""
    for name, field in Settings.model_fields.items():
        if name not in NOT_SETTINGS:
            value = field.default
            if value is None or value == "":
                yield name, "none"
            else:
                yield name, f"`{'[' + ', '.join(value) + ']' if isinstance(value, tuple) else value}`"


def test_the_choices_of_a_setting_are_documented() -> None:
    text = section("Settings")
    schema = json.dumps(Settings.model_json_schema())
    choices = [
        choice for found in re.findall(r'"enum": \[([^]]*)\]', schema) for choice in json.loads(f"[{found}]")
    ]
    assert choices
    for choice in choices:
        assert f"`{choice}`" in text, choice


def test_the_settings_of_the_example_are_those_that_exist() -> None:
    example = re.search(r"```yaml\n(.*?)```", section("Settings"), re.DOTALL)
    assert example
    names = set(re.findall(r"^ {4}(\w+):", example[1], re.MULTILINE))
    assert names == set(Settings.model_fields) - NOT_SETTINGS - SHARED_WITH_MKDOCS


def test_the_exit_codes_are_documented() -> None:
    documented = {int(row[0].strip("`")) for row in rows(section("Exit codes"))}
    assert documented == {ALL_WELL, SOME_ARTICLES, WRONG_USAGE, DIFFERENT}


def test_every_field_of_the_contract_is_documented() -> None:
    schema = json.loads((ROOT / "generator" / "analysis.schema.json").read_text(encoding="utf-8"))
    parts = {"Analysis": schema, **schema["$defs"]}
    for name, part in parts.items():
        documented = {row[0].strip("`") for row in rows(section(name, level=3))}
        assert documented == set(part["properties"]), name


def test_every_format_and_every_key_of_front_matter_is_documented() -> None:
    text = section("Articles")
    for suffix in READERS:
        assert f"`{suffix}`" in text
    documented = {row[0].strip("`"): re.findall(r"`(\w+)`", row[1]) for row in rows(text)}
    assert documented == {name: list(keys) for name, keys in KEYS.items()}


def test_every_dependency_is_documented_in_the_version_that_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    names = {re.split(r"[^\w-]", entry)[0].lower() for entry in wanted}
    pinned = dict(re.findall(r"^([\w-]+)==(\S+)", (ROOT / "requirements-test.txt").read_text(), re.MULTILINE))
    text = (DOCS / "dependencies.md").read_text(encoding="utf-8")
    documented = {row[0].strip("`"): row[1] for row in rows(text)}
    assert documented == {name: pinned[name] for name in names}


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_the_links_of_a_page_outside_of_the_docs_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if not re.match(r"[a-z]+:", link):
            assert (ROOT / link).exists(), link


def test_the_docs_build_without_a_warning(tmp_path: Path) -> None:
    """With links and anchors checked by MkDocs."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", "mkdocs-docs.yml"]
    done = subprocess.run(
        [*command, "--site-dir", tmp_path], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, [line for line in done.stderr.splitlines() if "WARNING" in line]) == (0, [])
