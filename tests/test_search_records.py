"""What the search finds besides pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.outputs.files import machine_files
from generator.search_records import (
    MOST_VALUES,
    briefings,
    disputes_page,
    facets,
    filter_name,
    names,
    names_file,
    offered,
    quotations_page,
    said,
    words,
)
from generator.settings import read_settings
from tests.pages.made import collection

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for name, content in machine_files(collection(), read_settings(ROOT / "mkdocs.yml")).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def harbour(site: Path) -> dict[str, Any]:
    return json.loads((site / "briefings/harbour/data.json").read_text(encoding="utf-8"))


def test_each_quotation_stands_under_its_speaker_with_its_anchor(harbour: dict[str, Any]) -> None:
    page = quotations_page(harbour)
    assert page is not None
    first = harbour["quotes"][0]["id"]
    assert f'<h2 id="{first}">Ines Castellan</h2><p>“The union has walked away' in page
    assert ">Officials</h2><p>" in page


def test_a_denial_is_never_found_without_the_words_that_deny_it() -> None:
    quote = {"kind": "indirect", "act": "denial", "text": "that he had lied"}
    assert said({**quote, "reporting": "Rehn denied"}) == "Rehn denied that he had lied"
    assert said(quote) == "Denied: that he had lied"


def test_each_piece_of_evidence_stands_under_issue_and_sides(harbour: dict[str, Any]) -> None:
    page = disputes_page(harbour)
    assert page is not None
    assert ">blocking the night shift: Velmouth Harbour Board against Dockers’ Union</h2>" in page


def test_a_briefing_without_disputes_or_quotations_has_no_document(site: Path) -> None:
    fog = dict(briefings(site))["briefings/fog"]
    assert quotations_page(fog) is None
    assert disputes_page(fog) is None
    assert facets(fog)["year"] == []


def test_markup_in_a_name_is_text(site: Path) -> None:
    page = quotations_page(dict(briefings(site))["briefings/crowded"])
    assert page is not None
    assert "Gwen {{ 7*7 }} &lt;b&gt;Okoro&lt;/b&gt;" in page


def test_a_name_is_found_by_each_of_its_words_without_accents(site: Path) -> None:
    found = names(site)
    for key in ("vel", "har", "boa"):
        assert "Velmouth Harbour Board" in [entry[0] for entry in found[key]]
    assert words("José O’Neill-Ávila") == ["jose", "o", "neill", "avila"]


def test_the_best_known_actor_comes_first(site: Path) -> None:
    delegates = names(site)["del"]
    assert delegates == sorted(delegates, key=lambda e: (-e[4] - e[5] - e[6], e[1]))
    assert len(delegates) == 29


@pytest.mark.parametrize(("key", "file"), [("abc", "61-62-63.json"), ("משה", "5de-5e9-5d4.json")])
def test_the_file_of_names_has_a_name_that_every_system_takes(key: str, file: str) -> None:
    assert names_file(key) == file


def test_the_values_of_a_facet_are_those_of_most_briefings_and_not_all_of_a_large_archive(site: Path) -> None:
    values = offered(site)
    assert values["actor"][0] == ["Velmouth Harbour Board", 2]
    assert all(len(several) <= MOST_VALUES for several in values.values())


@pytest.mark.parametrize(
    ("facet", "value", "name"),
    [
        ("year", "2026", "year"),
        ("actor", "Velmouth", "actor-v"),
        ("actor", "Ávila", "actor-"),
        ("speaker", "משה", "speaker-"),
        ("dispute", "“no” to fees", "dispute-"),
        ("actor", "", "actor-"),
    ],
)
def test_a_facet_of_many_values_is_kept_apart_by_first_letters(facet: str, value: str, name: str) -> None:
    assert filter_name(facet, value) == name
