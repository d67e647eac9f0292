"""The repository itself: its layout is as documented, imports go one way, everything needed is declared and pinned."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 400
"""Lines of a Python file: a longer one holds more than one concern."""
PYTHON = sorted(
    path
    for folder in ("generator", "tests", "tools", "benchmarks")
    for path in (ROOT / folder).rglob("*.py")
    if "__pycache__" not in path.parts
)
PACKAGE = [path for path in PYTHON if path.is_relative_to(ROOT / "generator")]
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
HOUSE = re.search(r"## The house.*?```\n(.*?)```", ARCHITECTURE, re.DOTALL)


def tracked() -> list[str]:
    """The files under version control."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("not a working copy of a Git repository")
    return [name for name in done.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def house() -> dict[str, int | None]:
    """The layout that docs/architecture.md shows: path -> floor."""
    assert HOUSE
    found: dict[str, int | None] = {}
    above: list[str] = []
    for line in HOUSE[1].splitlines():
        match = re.match(r"( *)(\S+) +(?:floor (\d):)?", line)
        assert match, line
        above = [*above[: len(match[1]) // 2], match[2].rstrip("/")]
        path = "/".join(above)
        found[path] = int(match[3]) if match[3] else None
    return found


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, but for those that only its type hints need."""
    waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            waiting += ast.iter_child_nodes(node)


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def room(module: str) -> str | None:
    """The entry of the house that a module of the package belongs to."""
    parts = module.split(".")
    if parts[0] != "generator" or len(parts) < 2:
        return None
    return next(
        (name for name in (f"generator/{parts[1]}", f"generator/{parts[1]}.py") if name in house()), None
    )


def test_the_layout_is_the_documented_one() -> None:
    there = {name.split("/")[0] for name in tracked() if "/" in name and not name.startswith(".")}
    there |= {
        f"generator/analysis/{folder.name}"
        for folder in (ROOT / "generator" / "analysis").iterdir()
        if (folder / "__init__.py").exists()
    }
    there |= {
        "/".join(name.split("/")[:2])
        for name in tracked()
        if name.startswith("generator/") and not name.endswith(("__init__.py", "py.typed"))
    }
    documented = {name for name in house() if "." not in name or name.startswith("generator/")}
    assert there == documented


def test_no_module_imports_from_a_floor_above_its_own() -> None:
    floors = house()
    wrong = []
    for path in PACKAGE:
        own = room(module_name(path))
        for other in {room(module) for module in imports(path)} - {None, own}:
            above, below = floors[own or ""], floors[other or ""]
            if above is not None and below is not None and below > above:
                wrong.append(f"{own} (floor {above}) imports {other} (floor {below})")
    assert wrong == []


def test_the_rooms_of_the_analysis_know_only_what_is_found_before_them() -> None:
    """Actors know nothing of quotes or disputes, quotes nothing of the other two; disputes come last."""
    allowed = {"quotes": {"quotes"}, "actors": {"actors"}, "disputes": {"quotes", "disputes"}}
    for name, known in allowed.items():
        for path in (ROOT / "generator" / "analysis" / name).glob("*.py"):
            rooms = {
                m[1] for module in imports(path) if (m := re.match(r"generator\.analysis\.(\w+)\.", module))
            }
            assert rooms & set(allowed) <= known, path


def test_no_two_modules_import_each_other() -> None:
    """Nor any number of them in a circle; what is imported for types alone does not count."""
    names = {module_name(path): path for path in PACKAGE}
    below = {name: {module for module in imports(path) if module in names} for name, path in names.items()}
    while free := {name for name, needs in below.items() if not needs & set(below)}:
        below = {name: needs for name, needs in below.items() if name not in free}
    assert sorted(below) == []


def test_a_file_is_short_enough_for_one_concern() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8").count("\n") for path in PYTHON
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def declared(*extras: str) -> set[str]:
    """The packages that pyproject.toml names, normalized."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    entries = [
        *project["dependencies"],
        *(e for extra in extras for e in project["optional-dependencies"][extra]),
    ]
    return {normal(re.split(r"[^\w.-]", entry)[0]) for entry in entries}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize(("folder", "extras"), [("generator", ()), ("tests", ("test",))])
def test_every_package_that_is_imported_is_declared(folder: str, extras: tuple[str, ...]) -> None:
    """And not only installed because another package needs it."""
    carriers = packages_distributions()
    ours = {part for path in PYTHON for part in path.relative_to(ROOT).with_suffix("").parts}
    known = declared(*extras)
    for path in PYTHON:
        if not path.is_relative_to(ROOT / folder):
            continue
        for name in {module.split(".")[0] for module in imports(path)} - set(sys.stdlib_module_names) - ours:
            found = {normal(carrier) for carrier in carriers.get(name, [])}
            # The Markdown library is MkDocs' own: tests read pages with the one that MkDocs uses.
            assert found & known or name == "markdown", f"{path.name} imports {name}"


def pins(name: str) -> dict[str, str]:
    """The pinned versions of a requirements file."""
    lines = (ROOT / name).read_text(encoding="utf-8")
    return {
        normal(key): value for key, value in re.findall(r"^([\w.-]+)(?:\[\w+\])?==(\S+)", lines, re.MULTILINE)
    }


def test_every_declared_package_is_pinned_and_tested_in_the_version_that_is_used() -> None:
    """`make lock` mends it."""
    used, tested = pins("requirements.txt"), pins("requirements-test.txt")
    assert declared() <= set(used)
    assert declared("test") <= set(tested)
    assert used.items() <= tested.items()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_every_pin_has_hashes(name: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / name).read_text(encoding="utf-8").strip())
    assert len(entries) > 40
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_no_file_holds_a_path_of_a_machine_or_the_host_of_a_package_index() -> None:
    folders = "|".join(("home", "root", "Users", "work", "opt", "mnt", "tmp"))
    machine = re.compile(rf"(?<![\w.:/~>}}-])/(?:{folders})/[a-z]")
    hosts = [".".join(name) for name in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"))]
    for name in tracked():
        data = (ROOT / name).read_bytes()
        if b"\0" in data:
            continue
        text = data.decode("utf-8")
        assert not machine.search(text), f"{name}: {machine.search(text)}"
        assert not [host for host in hosts if host in text], name


@pytest.mark.parametrize(
    "name",
    [
        ".venv/bin/python",
        "site/index.html",
        ".briefings/archive.sqlite",
        "briefings/sheets/x-a4.pdf",
        "build/docs/x",
    ],
)
def test_what_is_made_is_ignored(name: str) -> None:
    tracked()
    done = subprocess.run(["git", "check-ignore", "--quiet", name], cwd=ROOT, check=False)
    assert done.returncode == 0


def test_continuous_integration_runs_everything() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert script.read_text(encoding="utf-8").startswith("#!/usr/bin/env bash\n")
    assert "make test" in script.read_text(encoding="utf-8")


def test_every_target_of_the_makefile_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    internal = {"environment", "test-environment"}
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE)) - internal
    assert targets == set(re.findall(r"^([a-z-]+):.* ## \w", makefile, re.MULTILINE))
