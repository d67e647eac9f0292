"""The feeds: valid Atom and JSON Feed, readable, dated by the articles, with permalinks."""

from __future__ import annotations

import json
import re
import uuid
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from generator.check import fold
from generator.editorial.compile import Story, compile_collection
from generator.errors import SettingsError
from generator.model import Collection
from generator.outputs.feeds import ENTRIES
from generator.outputs.files import machine_files
from generator.settings import Settings, read_settings
from tests.pages.made import HARBOUR, collection, harbour

ROOT = Path(__file__).resolve().parents[2]
ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://example.org/desk/"
RFC3339 = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"


def made(site_url: str = SITE, of: Collection | None = None, **changes: object) -> dict[str, bytes]:
    settings: Settings = read_settings(ROOT / "mkdocs.yml", site_url=site_url)
    return machine_files(of or collection(), settings.model_copy(update=changes))


def atom(content: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(content)


def texts(element: ElementTree.Element, name: str) -> list[str]:
    return [found.text or "" for found in element.findall(ATOM + name)]


def links(element: ElementTree.Element, rel: str) -> list[str]:
    return [found.get("href", "") for found in element.findall(f"{ATOM}link") if found.get("rel") == rel]


@pytest.mark.parametrize("site_url", ["", SITE])
def test_every_feed_keeps_what_the_atom_standard_asks_for(site_url: str) -> None:
    """RFC 4287, 4.1.1 and 4.1.2: what a feed and an entry must have, and have once."""
    feeds = {name: content for name, content in made(site_url).items() if name.endswith("feed.xml")}
    assert len(feeds) > 40
    for name, content in feeds.items():
        feed = atom(content)
        assert feed.tag == f"{ATOM}feed"
        entries = feed.findall(f"{ATOM}entry")
        assert entries, name
        for element in (feed, *entries):
            ids, dates = texts(element, "id"), texts(element, "updated")
            assert len(ids) == len(dates) == len(texts(element, "title")) == 1
            assert re.match(r"https://|urn:uuid:", ids[0])
            assert re.fullmatch(RFC3339, dates[0])
            assert len(links(element, "alternate")) == 1
        assert len(feed.findall(f"{ATOM}author/{ATOM}name")) == 1
        assert [urljoin(SITE + name, link) for link in links(feed, "self")] == [SITE + name]
        ids = [texts(entry, "id")[0] for entry in entries]
        assert len(set(ids)) == len(ids)


def test_every_json_feed_keeps_its_standard() -> None:
    """JSON Feed 1.1: version and title; an id for each item, and content."""
    for name, content in made().items():
        if not name.endswith("feed.json"):
            continue
        feed: dict[str, Any] = json.loads(content)
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"]
        assert feed["feed_url"] == SITE + name
        for item in feed["items"]:
            assert isinstance(item["id"], str)
            assert item["id"].startswith(f"{SITE}briefings/")
            assert item["content_html"]
            assert re.fullmatch(RFC3339, item["date_published"])
            assert all(isinstance(tag, str) for tag in item.get("tags", []))


def test_both_feeds_tell_the_same() -> None:
    files = made()
    for name in [name for name in files if name.endswith("feed.xml")]:
        entries = atom(files[name]).findall(f"{ATOM}entry")
        items = json.loads(files[name.replace(".xml", ".json")])["items"]
        assert [texts(e, "id")[0] for e in entries] == [item["id"] for item in items]
        assert [texts(e, "content")[0] for e in entries] == [item["content_html"] for item in items]


@pytest.mark.parametrize("site_url", ["", SITE])
def test_an_entry_leads_to_its_briefing_and_to_the_original(site_url: str) -> None:
    name = "actors/tomas-rehn/feed.xml"
    entry = atom(made(site_url)[name]).find(f"{ATOM}entry")
    assert entry is not None
    assert urljoin(SITE + name, links(entry, "alternate")[0]) == f"{SITE}briefings/harbour/"
    assert links(entry, "via") == ["https://quay.example/night?a=1&b=%282%29"]


def test_without_an_address_of_the_site_the_ids_are_absolute_and_stay() -> None:
    one, two = (atom(made("")["feed.xml"]) for _ in range(2))
    ids = [texts(entry, "id")[0] for entry in one.findall(f"{ATOM}entry")]
    assert ids == [texts(entry, "id")[0] for entry in two.findall(f"{ATOM}entry")]
    assert all(uuid.UUID(name.removeprefix("urn:uuid:")).version == 5 for name in ids)


def test_the_feed_of_an_actor_holds_what_it_said_and_no_words_of_another() -> None:
    content = json.loads(made()["actors/tomas-rehn/feed.json"])["items"][0]["content_html"]
    assert "We signed nothing about nights" in content
    assert "walked away" not in content


def test_the_feed_of_a_dispute_holds_its_evidence() -> None:
    files = made()
    name = next(name for name in files if re.match(r"disputes/ostrel.*feed\.json", name))
    content = json.loads(files[name])["items"][0]["content_html"]
    assert "<strong>berth fees:</strong>" in content
    assert "Ostrel Ferries against Velmouth Harbour Board" in content
    assert "sued the Velmouth Harbour Board over berth fees" in content


def test_the_words_in_a_blockquote_are_the_articles() -> None:
    item = next(i for i in json.loads(made()["feed.json"])["items"] if i["url"].endswith("/harbour/"))
    quoted = re.findall(r"<blockquote><p>“?(.*?)”?</p></blockquote>", item["content_html"])
    assert len(quoted) >= 4
    for words in quoted:
        for part in words.replace("&#39;", "'").split(" … "):
            assert part in fold(HARBOUR)


def test_markup_in_an_article_is_text_in_a_feed() -> None:
    item = next(i for i in json.loads(made()["feed.json"])["items"] if i["url"].endswith("/crowded/"))
    assert "Gwen {{ 7*7 }} &lt;b&gt;Okoro&lt;/b&gt;" in item["content_html"]


def test_characters_that_xml_cannot_hold_do_not_break_a_feed() -> None:
    story = Story("harbour", (harbour(title="Board\x00 and \x0b union \ud800 clash \ufffe"),))
    feed = atom(made(of=compile_collection([story]))["feed.xml"])
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    assert texts(entry, "title") == ["Board… and union … clash …"]


def test_a_briefing_without_a_date_is_in_no_feed() -> None:
    for content in (content for name, content in made().items() if "feed." in name):
        assert b"Fog over Velmouth" not in content


def test_a_feed_is_dated_by_its_newest_article_and_the_newest_comes_first() -> None:
    feed = atom(made()["feed.xml"])
    dates = [texts(entry, "updated")[0] for entry in feed.findall(f"{ATOM}entry")]
    assert dates == sorted(dates, reverse=True)
    assert texts(feed, "updated") == dates[:1] == ["2026-05-01T00:00:00Z"]


def test_a_feed_does_not_grow_with_the_archive() -> None:
    many = [Story(f"harbour-{n:03}", (harbour(date=f"2026-0{1 + n % 9}-03"),)) for n in range(ENTRIES + 20)]
    files = made(of=compile_collection(many))
    assert len(atom(files["feed.xml"]).findall(f"{ATOM}entry")) == ENTRIES
    assert len(json.loads(files["actors/tomas-rehn/feed.json"])["items"]) < ENTRIES


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"entry\.html\.j2"):
        made(templates=tmp_path)
