"""The data beside a page: what the page says, nothing that an article does not say, and permalinks that lead there."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.check import fold
from generator.editorial.compile import Story, collect, compile_collection, drafts
from generator.editorial.correct import correct
from generator.editorial.corrections import Corrections
from generator.model import Told
from generator.outputs.addresses import Addresses, folder
from generator.outputs.data import Desk
from generator.outputs.files import machine_files
from generator.pages.links import actor_page, briefing_page, dispute_page
from generator.pages.render import render
from generator.settings import Settings, read_settings
from tests.pages.made import HARBOUR, collection, ferry
from tests.pages.made import harbour as harbour_article

ROOT = Path(__file__).resolve().parents[2]
DOCS = (ROOT / "docs" / "reference-data.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def settings() -> Settings:
    return read_settings(ROOT / "mkdocs.yml")


@pytest.fixture(scope="module")
def files(settings: Settings) -> dict[str, bytes]:
    return machine_files(collection(), settings)


@pytest.fixture(scope="module")
def harbour(files: dict[str, bytes]) -> dict[str, Any]:
    return json.loads(files["briefings/harbour/data.json"])


def test_every_page_of_a_briefing_an_actor_and_a_dispute_has_its_data(
    files: dict[str, bytes], settings: Settings
) -> None:
    pages = [name for name in render(collection(), settings, {}) if re.match(r"\w+/(?!index|page/)", name)]
    assert len(pages) > 40
    assert {folder(page) + "data.json" for page in pages} <= set(files)
    assert len([name for name in files if name.endswith("/data.json")]) == len(pages)


def test_the_text_of_a_quotation_and_its_offsets_are_the_articles(harbour: dict[str, Any]) -> None:
    first = harbour["quotes"][0]
    assert first["text"] == "The union has walked away, … from its own signature."
    assert [HARBOUR[s["start"] : s["end"]] for s in first["spans"]] == [
        "“The union has walked away,”",
        "“from its own signature.”",
    ]
    assert first["speaker"]["name"] == "Ines Castellan"
    for quote in harbour["quotes"]:
        for part in quote["text"].split(" … "):
            assert part in fold(HARBOUR)


def test_evidence_says_who_is_against_whom_and_who_says_so(harbour: dict[str, Any]) -> None:
    unnamed = next(dispute for dispute in harbour["disputes"] if "issue" not in dispute)
    proof = unnamed["evidence"][0]
    assert fold(HARBOUR[proof["start"] : proof["end"]]) == proof["text"]
    assert (proof["source"], proof["attributed_to"]) == ("tomas-rehn", "ines-castellan")


def test_the_whole_text_of_an_article_is_in_no_file(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        assert b"Ships waited off the mole" not in content, name


@pytest.mark.parametrize("site_url", ["", "https://example.org/desk/", "https://example.org/desk"])
def test_permalinks_are_absolute_where_the_address_of_the_site_is_known(
    settings: Settings, site_url: str
) -> None:
    desk = Desk.of(collection(), settings.model_copy(update={"site_url": site_url}))
    record = desk.briefing(next(b for b in desk.briefings if b.slug == "harbour"))
    quote, actor = record["quotes"][0], record["actors"][0]
    if site_url:
        assert quote["url"] == f"https://example.org/desk/briefings/harbour/#{quote['id']}"
        assert actor["url"] == "https://example.org/desk/actors/velmouth-harbour-board/"
    else:
        assert quote["url"] == f"./#{quote['id']}"
        assert actor["url"] == "../../actors/velmouth-harbour-board/"


def test_an_address_that_no_browser_opens_makes_no_permalink() -> None:
    assert Addresses("ftp://example.org/").page("", "briefings/a.md") == "briefings/a/"


@pytest.mark.parametrize(
    ("page", "where"),
    [
        ("index.md", ""),
        ("briefings/index.md", "briefings/"),
        (briefing_page("index"), "briefings/index_/"),
        (actor_page("rehn"), "actors/rehn/"),
        (dispute_page("a-b"), "disputes/a-b/"),
    ],
)
def test_a_file_lies_in_the_folder_of_the_published_page(page: str, where: str) -> None:
    assert folder(page) == where


def test_an_actor_with_much_to_say_has_as_much_data_as_its_page_and_the_count_of_all(
    settings: Settings,
) -> None:
    desk = Desk.of(collection(), settings.model_copy(update={"page_size": 5}))
    dossier = max(desk.actors.values(), key=lambda dossier: len(dossier.said))
    record = desk.actor(dossier)
    assert len(record["quotes"]) == 5
    assert record["counts"]["quotes"] == len(dossier.said) > 5


def test_every_field_is_documented_and_no_other(files: dict[str, bytes], settings: Settings) -> None:
    found: dict[str, set[str]] = {}

    def walk(kind: str, value: Any) -> None:
        if isinstance(value, dict):
            if kind not in {"names"}:
                found.setdefault(kind, set()).update(value)
            for name, part in value.items():
                walk(name, part)
        elif isinstance(value, list):
            for part in value:
                walk(kind, part)

    quote, *others = harbour_article().quotes
    assert quote.speaker is not None
    assert quote.cue is not None
    inner = Told(spans=quote.spans[1:], speaker=quote.speaker, cue=quote.cue)
    quotes = (quote.model_copy(update={"told": (inner,)}), *others)
    signed = Story("signed", (harbour_article(byline="Ada Quay", quotes=quotes), ferry()))
    more = machine_files(compile_collection([signed]), settings)
    wanted = {
        "actors": [{"actor": "Tomas Rehn", "name": "T. Rehn"}],
        "evidence": [{"evidence": "sued", "drop": True}],
    }
    edited, _ = correct(drafts([signed]), Corrections.model_validate({"briefings": {"signed": wanted}}))
    corrected = machine_files(collect(edited), settings)
    for name, content in [*files.items(), *more.items(), *corrected.items()]:
        if name.endswith("data.json"):
            walk(name.split("/")[0], json.loads(content))
    documented = set(re.findall(r"^\| `(\w+)`", DOCS, re.MULTILINE))
    columns = {
        c for n, c in files.items() if n.endswith(".csv") for c in c.decode().split("\r\n")[0].split(",")
    }
    assert documented == {name for names in found.values() for name in names} | columns


def test_the_same_briefings_give_the_same_bytes(files: dict[str, bytes], settings: Settings) -> None:
    assert machine_files(collection(), settings) == files
    assert list(machine_files(collection(), settings)) == list(files)
