"""What programs find in the published pages: descriptions, feeds, data, icons, and nothing of another host."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from tests.browser.served import Site

pytestmark = pytest.mark.browser


def head(site: Site, page: str) -> str:
    return Path(site.folder, page, "index.html").read_text(encoding="utf-8").split("</head>")[0]


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("", "WebSite"),
        ("briefings/harbour", "Article"),
        ("actors/tomas-rehn", "ProfilePage"),
        ("actors", None),
        ("search", None),
    ],
)
def test_a_page_is_described_in_the_words_of_schema_org(site: Site, page: str, kind: str | None) -> None:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head(site, page))
    if kind is None:
        assert found == []
        return
    record = json.loads(found[0])
    assert record.get("@type", record.get("@graph", [{}])[0].get("@type")) == kind


def test_the_quotations_in_the_description_are_places_on_the_page(site: Site) -> None:
    html = Path(site.folder, "briefings/harbour/index.html").read_text(encoding="utf-8")
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    quotations = [node for node in json.loads(found[0])["@graph"] if node["@type"] == "Quotation"]
    assert len(quotations) == 3
    for quotation in quotations:
        assert f'id="{quotation["@id"].removeprefix("#")}"' in html


@pytest.mark.parametrize("page", ["", "briefings/harbour", "actors/tomas-rehn", "search"])
def test_every_file_that_a_head_names_is_there(site: Site, page: str) -> None:
    base = f"http://site/{page}/" if page else "http://site/"
    links = re.findall(r'<(?:link|script)[^>]+(?:href|src)="([^"]+)"', head(site, page))
    assert len(links) > 8
    for link in links:
        path = urljoin(base, link).removeprefix("http://site/")
        assert Path(site.folder, path).is_file(), link


def test_the_page_of_an_actor_names_its_own_feeds_and_data(site: Site) -> None:
    links = re.findall(r'rel="alternate" type="([^"]+)"[^>]+href="([^"]+)"', head(site, "actors/tomas-rehn"))
    base = "http://site/actors/tomas-rehn/"
    assert [(kind, urljoin(base, link).removeprefix("http://site/")) for kind, link in links] == [
        ("application/atom+xml", "feed.xml"),
        ("application/feed+json", "feed.json"),
        ("application/atom+xml", "actors/tomas-rehn/feed.xml"),
        ("application/feed+json", "actors/tomas-rehn/feed.json"),
        ("application/json", "actors/tomas-rehn/data.json"),
    ]


def test_the_manifest_is_right_and_its_icons_are_there(site: Site) -> None:
    manifest = json.loads(Path(site.folder, "manifest.webmanifest").read_text(encoding="utf-8"))
    assert manifest["name"] == "Briefings"
    for icon in manifest["icons"]:
        content = Path(site.folder, icon["src"]).read_bytes()
        if icon["type"] == "image/png":
            width = int.from_bytes(content[16:20])
            assert icon["sizes"] == f"{width}x{width}"


def test_feeds_and_sitemap_are_well_formed_where_they_are_published(site: Site) -> None:
    for name in ("feed.xml", "sitemap.xml"):
        assert ElementTree.fromstring(Path(site.folder, name).read_bytes()) is not None
    assert "Allow: /" in Path(site.folder, "robots.txt").read_text()
