"""The schema.org descriptions: valid JSON-LD, nobody is given words that are not surely theirs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.outputs.data import Desk
from generator.outputs.structured import described, front, script
from generator.settings import read_settings
from tests.pages.made import collection

ROOT = Path(__file__).resolve().parents[2]
TYPES = "Article NewsArticle Quotation Person Organization Country Thing ProfilePage WebPage WebSite".split()


@pytest.fixture(scope="module", params=["", "https://example.org/"])
def desk(request: pytest.FixtureRequest) -> Desk:
    return Desk.of(collection(), read_settings(ROOT / "mkdocs.yml", site_url=request.param))


@pytest.fixture
def harbour(desk: Desk) -> list[dict[str, Any]]:
    data = desk.briefing(next(b for b in desk.briefings if b.slug == "harbour"))
    record = described(data, "Desk")
    assert record is not None
    assert record["@context"] == "https://schema.org"
    return record["@graph"]


def of_type(graph: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [node for node in graph if node["@type"] == name]


def test_a_briefing_is_an_article_based_on_its_source(harbour: list[dict[str, Any]]) -> None:
    (article,) = of_type(harbour, "Article")
    assert article["headline"] == "Harbour board and union clash over night work"
    assert article["datePublished"] == "2026-03-03"
    (source,) = article["isBasedOn"]
    assert (source["@type"], source["publisher"]["name"]) == ("NewsArticle", "Quay Gazette")
    assert source["url"].startswith("https://quay.example/")


def test_a_quotation_is_part_of_the_page_and_names_its_speaker(harbour: list[dict[str, Any]]) -> None:
    first = of_type(harbour, "Quotation")[0]
    (article,) = of_type(harbour, "Article")
    assert first["isPartOf"] == {"@id": article["@id"]}
    assert {"@id": first["@id"]} in article["hasPart"]
    speaker = next(node for node in harbour if node["@id"] == first["spokenByCharacter"]["@id"])
    assert (speaker["@type"], speaker["name"]) == ("Person", "Ines Castellan")
    assert first["creator"] == first["spokenByCharacter"]


def test_a_reported_clause_is_nobodys_quotation_and_an_unsure_speaker_is_not_named(
    harbour: list[dict[str, Any]],
) -> None:
    texts = {node["text"]: node for node in of_type(harbour, "Quotation")}
    assert not any("the port would reopen" in text for text in texts)
    assert "spokenByCharacter" not in texts["Nobody did."]


def test_every_node_has_a_known_type_and_every_reference_leads_to_one(desk: Desk) -> None:
    records = [
        *(described(desk.briefing(briefing), "Desk") for briefing in desk.briefings),
        *(described(desk.actor(dossier), "Desk") for dossier in desk.actors.values()),
        *(described(desk.dispute(dossier), "Desk") for dossier in desk.disputes.values()),
    ]
    assert len(records) > 40
    for record in records:
        assert record is not None
        ids = [node["@id"] for node in record["@graph"]]
        assert len(set(ids)) == len(ids)
        for node in record["@graph"]:
            assert node["@type"] in TYPES
            for name in ("about", "hasPart", "creator", "spokenByCharacter", "isPartOf"):
                values = node.get(name, [])
                for value in values if isinstance(values, list) else [values]:
                    if set(value) == {"@id"}:
                        assert value["@id"] in ids


def test_nothing_in_an_article_ends_the_script_element() -> None:
    written = script({"name": "</script><script>alert(1)</script><!-- & \u2028"})
    assert not set(written) & set("<>&\u2028")
    assert json.loads(written)["name"].startswith("</script>")


def test_the_front_page_tells_of_its_search_where_its_address_is_known() -> None:
    assert "potentialAction" not in front("Desk", "")
    found = front("Desk", "https://example.org/desk")["potentialAction"]["target"]["urlTemplate"]
    assert found == "https://example.org/desk/search/?q={words}"


def test_a_page_of_another_kind_is_not_described() -> None:
    assert described({"type": "recipe"}, "Desk") is None
