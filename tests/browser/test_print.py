"""Printing a briefing from a browser gives its sheet: one page, with every word of the selection on it."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable, Iterator

import pytest
from pypdf import PdfReader

from generator.model import Briefing
from generator.pages.sheet_contents import contents
from generator.pages.sheet_selection import Selection
from tests.browser.served import Site, Visit

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
WAYS = {
    "desk": {"width": 1280, "color_scheme": "light"},
    "phone": {"width": 360, "color_scheme": "light", "is_mobile": True, "has_touch": True},
    "dark": {"width": 1280, "color_scheme": "dark"},
}
PAPERS = {"A4": (595, 842), "Letter": (612, 792)}
"""Width and height in points."""
OTHER_DIRECTION = re.compile(r"[\u0590-\u06ff]")


def letters(text: str) -> str:
    """Only letters and digits, whatever their case: an issue becomes a heading, and ligatures are the font's."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text)).casefold()


def texts(briefing: Briefing, chosen: Selection) -> Iterator[str]:
    """What the printed page must hold, piece by piece."""
    said = contents(briefing, chosen, "", "")
    yield said["title"].removesuffix(" …")
    yield from (sentence.removesuffix(" …") for sentence in said["lead"])
    for actor in said["actors"]:
        yield from (actor["name"], actor["role"], actor["mentions"])
    for dispute in said["disputes"]:
        yield from (dispute["issue"], dispute["evidence"], dispute["according_to"])
        if " against " in dispute["parties"]:
            yield dispute["parties"]
    for quote in said["quotes"]:
        yield quote["speaker"]
        yield from quote["words"].split("…")
    yield said["left_out"]


def test_each_briefing_prints_on_one_page_with_all_words_of_its_sheet(visit: Open, site: Site) -> None:
    pages = [visit("", **way).page for way in WAYS.values()]
    troubles = []
    for briefing in site.collection.briefings:
        for page in pages:
            page.goto(f"{site.address}briefings/{briefing.slug}/")
        for paper, size in PAPERS.items():
            printed = [PdfReader(io.BytesIO(page.pdf(format=paper))).pages for page in pages]
            assert all([*map(float, its[0].mediabox[2:])] == pytest.approx(size, abs=1) for its in printed)
            # What is drawn alike holds the same words: they are read once for all ways.
            drawn = {its[0].get_contents().get_data(): its[0] for its in printed}
            shown = [letters(sheet.extract_text()) for sheet in drawn.values()]
            lost = [
                text
                for text in texts(briefing, site.selections[briefing.slug])
                if not all(letters(text) in there for there in shown) and not OTHER_DIRECTION.search(text)
            ]
            if {len(its) for its in printed} != {1} or lost:
                troubles.append((briefing.slug, paper, [len(its) for its in printed], lost))
    assert troubles == []


def test_what_is_dark_on_the_screen_is_black_on_white_on_paper(visit: Open) -> None:
    page = visit("briefings/harbour/", color_scheme="dark").page
    page.emulate_media(media="print")
    colours = page.evaluate(
        "['body', 'h1'].map(at => { const s = getComputedStyle(document.querySelector(at));"
        " return [s.color, s.backgroundColor] })"
    )
    assert colours[0] == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert colours[1][0] == "rgb(0, 0, 0)"


def test_what_serves_the_screen_alone_is_not_printed(visit: Open) -> None:
    page = visit("briefings/crowded/").page
    page.emulate_media(media="print")
    for part in ("nav", ".find", ".sheets", ".source", ".skip"):
        for place in page.locator(part).all():
            assert not place.is_visible(), part


def test_the_sheets_are_linked_from_the_page_of_the_briefing(visit: Open) -> None:
    page = visit("briefings/harbour/").page
    links = page.locator("a.sheet").evaluate_all("links => links.map(link => link.href)")
    assert [link.rpartition("/")[2] for link in links] == ["harbour-a4.pdf", "harbour-letter.pdf"]
    assert all("/sheets/" in link for link in links)
