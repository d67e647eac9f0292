"""The search as files: which indexes there are, what is in them, and nothing that is not needed."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from generator.outputs.files import machine_files
from generator.search_build import index
from generator.settings import read_settings
from tests.pages.made import collection

ROOT = Path(__file__).resolve().parents[1]
PAGE = """<html lang="en"><body data-pagefind-body><h1>Ferry</h1><aside class="rail">Ostrelrail</aside>
<section class="quotations">Berthquote</section><section class="source">Berthsource</section></body></html>"""


def made(folder: Path, sources: bool) -> Path:
    """Index a site of one page and the data of a few."""
    for name, content in machine_files(collection(), read_settings(ROOT / "mkdocs.yml")).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (folder / "briefings/ferry/index.html").write_text(PAGE)
    index(folder, sources)
    return folder / "pagefind"


def contents(folder: Path) -> list[str]:
    """The texts of the documents of an index."""
    return [
        json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))["content"]
        for file in sorted((folder / "fragment").iterdir())
    ]


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("room") / "site", sources=True)


def test_what_has_an_index_of_its_own_is_indexed_once(search: Path) -> None:
    (page,) = contents(search)
    assert "Berthsource" in page
    assert "Berthquote" not in page
    assert "Ostrelrail" not in page
    assert any("We pay for berths that do not exist" in text for text in contents(search / "quotations"))
    assert any("sued the Velmouth Harbour Board" in text for text in contents(search / "disputes"))


def test_where_no_passage_is_shown_the_quotations_are_found_with_their_page(tmp_path: Path) -> None:
    (page,) = contents(made(tmp_path / "site", sources=False))
    assert "Berthquote" in page


def test_there_is_a_document_for_each_briefing_with_quotations_and_none_for_the_others(search: Path) -> None:
    assert len(contents(search / "quotations")) == 3
    assert len(contents(search / "disputes")) == 3


def test_every_file_of_names_that_is_listed_is_there_and_no_other(search: Path) -> None:
    listed = json.loads((search / "search.json").read_text(encoding="utf-8"))
    assert listed["indexes"] == ["quotations", "disputes"]
    assert len(listed["names"].split()) == len(list((search / "names").iterdir())) > 10


def test_no_interface_of_pagefind_is_published(search: Path) -> None:
    programs = [path.name for path in search.rglob("*") if path.suffix in {".js", ".css"}]
    assert programs == ["pagefind.js"]


def test_a_site_without_data_has_a_search_of_its_pages_alone(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text('<html lang="en"><body>Quay</body></html>')
    index(tmp_path / "site")
    search = tmp_path / "site/pagefind"
    assert json.loads((search / "search.json").read_text()) == {"indexes": [], "names": ""}
    assert [text.rstrip(".") for text in contents(search)] == ["Quay"]
