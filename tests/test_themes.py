"""The pages in the themes and builders of others: every page is there, every link leads somewhere, nothing is left raw.

Material and Zensical, 190 MB, are only tested where `sh tools/themes.sh build/themes` has put them, as continuous
integration does.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from generator.check import OUTSIDE, read_page
from generator.outputs.files import machine_files
from generator.pages.render import render
from generator.settings import read_settings
from tests.pages.made import collection

ROOT = Path(__file__).resolve().parents[1]
_APART = ROOT / "build" / "themes" / "bin" / "python"
PYTHON = str(_APART) if _APART.is_file() else sys.executable
"""What has the themes and builders that are not small."""
PAGES = "markdown_extensions: [attr_list, md_in_html]\nplugins: []\nuse_directory_urls: true\n"
LEFTOVERS = re.compile(r"\{\{|\{%|\{ ?[.#:]|\]\(|markdown=|\*\*|^#+ |\\[\\`*_{}\[\]#]", re.MULTILINE)
"""What no reader should see: template tags, attribute lists, links, emphasis, headings and escapes of Markdown."""


def mkdocs(theme: str, python: str = sys.executable, **options: str) -> Callable[[Path], list[str]]:
    """Return what builds a project with a theme for MkDocs."""

    def prepare(folder: Path) -> list[str]:
        more = "".join(f"\n  {name}: {value}" for name, value in options.items())
        (folder / "mkdocs.yml").write_text(
            f"site_name: Desk\ndocs_dir: docs\n{PAGES}theme:\n  name: {theme}{more}\n"
        )
        return [python, "-m", "mkdocs", "build", "--quiet", "--config-file", "mkdocs.yml"]

    return prepare


def properdocs(folder: Path) -> list[str]:
    """Return what builds a project in our theme with the successor of MkDocs."""
    theme = f"theme:\n  name: null\n  custom_dir: {ROOT / 'templates' / 'theme'}\n"
    (folder / "mkdocs.yml").write_text(f"site_name: Desk\ndocs_dir: docs\n{PAGES}{theme}")
    return [sys.executable, "-m", "properdocs", "build", "--quiet", "--config-file", "mkdocs.yml"]


def zensical(folder: Path) -> list[str]:
    """Return what builds a project with Zensical."""
    (folder / "mkdocs.yml").write_text(f"site_name: Desk\ndocs_dir: docs\n{PAGES}")
    return [PYTHON, "-m", "zensical", "build", "--config-file", "mkdocs.yml"]


BUILDERS: dict[str, tuple[str, Callable[[Path], list[str]]]] = {
    "mkdocs": ("mkdocs", mkdocs("mkdocs", highlightjs="false")),
    "readthedocs": ("mkdocs", mkdocs("readthedocs", highlightjs="false")),
    "properdocs": ("properdocs", properdocs),
    "material": ("material", mkdocs("material", PYTHON, font="false")),
    "zensical": ("zensical", zensical),
}


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of a few briefings with all that lies beside them."""
    folder = tmp_path_factory.mktemp("project") / "docs"
    settings = read_settings(ROOT / "mkdocs.yml")
    pages = {name: text.encode() for name, text in render(collection(), settings, {}).items()}
    sheets = {f"sheets/{b.slug}-{p}.pdf": b"%PDF" for b in collection().briefings for p in settings.sheets}
    for name, content in {**pages, **machine_files(collection(), settings), **sheets}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module", params=BUILDERS)
def built(request: pytest.FixtureRequest, docs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as one of the builders makes it."""
    package, prepare = BUILDERS[request.param]
    python = PYTHON if package in {"material", "zensical"} else sys.executable
    if subprocess.run([python, "-c", f"import {package}"], capture_output=True, check=False).returncode:
        pytest.skip(f"{package} is not installed: sh tools/themes.sh build/themes")
    folder = tmp_path_factory.mktemp(request.param)
    shutil.copytree(docs, folder / "docs")
    done = subprocess.run(prepare(folder), cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def published(page: str) -> str:
    """Where a page lies in the site."""
    path = page.removesuffix(".md")
    return "index.html" if path == "index" else f"{path.removesuffix('/index')}/index.html"


class Body(HTMLParser):
    """The text of a page, without scripts, styles and code."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self._off = "", 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._off += tag in {"script", "style", "title"}
        assert "markdown" not in dict(attrs)

    def handle_endtag(self, tag: str) -> None:
        self._off -= tag in {"script", "style", "title"}

    def handle_data(self, data: str) -> None:
        self.text += "" if self._off else data


def test_every_page_and_every_file_beside_it_exists(built: Path, docs: Path) -> None:
    pages = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    assert len(pages) > 45
    assert [page for page in pages if not (built / published(page)).is_file()] == []
    assert (built / "feed.xml").read_bytes() == (docs / "feed.xml").read_bytes()
    data = json.loads((built / "briefings/harbour/data.json").read_text(encoding="utf-8"))
    assert data["id"] == "harbour"


def test_every_link_of_our_pages_leads_somewhere(built: Path, docs: Path) -> None:
    read = {
        published(path.relative_to(docs).as_posix()): read_page(
            (built / published(path.relative_to(docs).as_posix())).read_text(encoding="utf-8")
        )
        for path in docs.rglob("*.md")
    }
    lost, followed = [], 0
    for name, page in sorted(read.items()):
        for link in page.links:
            # Zensical moves links in HTML as if they were Markdown's: those to a page's data miss it.
            moved = built.parent.name.startswith("zensical") and link.endswith("data.json")
            if link.startswith(OUTSIDE) or moved:
                continue
            followed += 1
            target, anchor = urldefrag(urljoin(f"http://site/{name}", link))
            path = unquote(urlsplit(target).path).removeprefix("/")
            path += "index.html" if path.endswith("/") or not path else ""
            missing = not (built / path).is_file()
            # Themes have places of their own, such as Material's "__search".
            ours = anchor and path in read and not anchor.startswith("__")
            if missing or (ours and unquote(anchor) not in read[path].ids):
                lost.append((name, link))
    assert lost == []
    assert followed > 1000


def test_no_template_and_no_markdown_is_left_raw(built: Path, docs: Path) -> None:
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        body = Body()
        body.feed((built / published(name)).read_text(encoding="utf-8"))
        # Words of an invented article that look like a template's.
        text = body.text.replace("{{ 7*7 }}", "")
        assert not LEFTOVERS.search(text), (name, LEFTOVERS.search(text))
