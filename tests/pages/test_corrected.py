"""What an editor corrected is seen as such: in words, beside the thing, with what the program had found."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from markdown import markdown
from pypdf import PdfReader

from generator.check import fold, missing_words, read_page
from generator.editorial.compile import Story, collect, drafts
from generator.editorial.correct import correct
from generator.editorial.corrections import Corrections
from generator.model import Collection
from generator.outputs.files import machine_files
from generator.pages.render import render
from generator.pages.sheet import select_all, sheet_files
from generator.settings import Settings, read_settings
from tests.pages.made import FERRY, HARBOUR, ferry, harbour

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = "Night *work* <script>x</script> {{ 7*7 }}"
CORRECTIONS = Corrections.model_validate(
    {
        "everywhere": {"actors": [{"actor": "Velmouth Harbour Board", "name": "Port of Velmouth"}]},
        "briefings": {
            "harbour": {
                "title": HOSTILE,
                "new_actors": [{"name": "Mara Vey", "kind": "person", "role": "spokeswoman"}],
                "actors": [{"actor": "Tomas Rehn", "role": "none"}],
                "quotations": [
                    {"quotation": "walked away", "speaker": "Tomas Rehn"},
                    {"quotation": "Nobody did", "drop": True},
                    {"quotation": "the port would reopen", "speaker": "Mara Vey"},
                ],
                "disputes": [{"dispute": "night shift", "issue": "work at night", "who": "Dockers’ Union"}],
                "evidence": [{"evidence": "rejected the charge", "according_to": "the article"}],
            }
        },
    }
)


@pytest.fixture(scope="module")
def settings() -> Settings:
    return read_settings(ROOT / "mkdocs.yml")


@pytest.fixture(scope="module")
def made() -> Collection:
    stories = [Story("harbour", (harbour(),)), Story("ferry", (ferry(),))]
    briefings, unapplied = correct(drafts(stories), CORRECTIONS)
    assert unapplied == ()
    return collect(briefings)


@pytest.fixture(scope="module")
def pages(made: Collection, settings: Settings) -> dict[str, str]:
    return render(made, settings, select_all(made, settings))


def published(page: str) -> str:
    html = markdown(page.split("\n---\n", 1)[1], extensions=["attr_list", "md_in_html", "toc"])
    return fold(re.sub(r"<[^>]+>", "", html).replace("&lt;", "<").replace("&gt;", ">"))


@pytest.mark.parametrize(
    "words",
    [
        "Headline corrected by an editor (headline of the article: Harbour board and union clash over night work)",
        "Corrected by an editor (found as Velmouth Harbour Board)",
        "Corrected by an editor (role found: the union’s secretary)",
        "Corrected by an editor (not found by the program)",
        "Corrected by an editor (speaker found: Ines Castellan)",
        "Corrected by an editor (speaker found: Officials)",
        "(issue found: blocking the night shift; found: Port of Velmouth against Dockers’ Union)",
        "Corrected by an editor (found according to Ines Castellan)",
        "Taken off this page by an editor: 1 quotation that the program had found.",
    ],
)
def test_a_briefing_says_what_was_corrected_and_what_was_found(pages: dict[str, str], words: str) -> None:
    assert words in published(pages["briefings/harbour.md"])


def test_the_pages_of_actors_and_disputes_say_it_too(pages: dict[str, str]) -> None:
    board, rehn = (
        published(pages["actors/velmouth-harbour-board.md"]),
        published(pages["actors/tomas-rehn.md"]),
    )
    assert "Corrected by an editor (found as Velmouth Harbour Board)" in board
    assert "Corrected by an editor (speaker found: Ines Castellan)" in rehn
    (dispute,) = [page for name, page in pages.items() if name.startswith("disputes/dockers")]
    assert "Corrected by an editor (issue found: blocking the night shift;" in published(dispute)


def test_words_of_an_editor_are_marked_as_such_and_those_of_articles_stay_theirs(
    pages: dict[str, str],
) -> None:
    for name, page in pages.items():
        html = markdown(page.split("\n---\n", 1)[1], extensions=["attr_list", "md_in_html", "toc"])
        known = read_page(html)
        assert {fold(words) for words in known.edited} <= {fold(words) for words in CORRECTIONS.words()}, name
        assert not list(missing_words(known.quoted, [fold(HARBOUR), fold(FERRY)])), name
    html = markdown(
        pages["briefings/harbour.md"].split("\n---\n", 1)[1], extensions=["attr_list", "md_in_html"]
    )
    assert {fold(words) for words in read_page(html).edited} == {
        fold(words) for words in (HOSTILE, "Port of Velmouth", "Mara Vey", "spokeswoman", "work at night")
    }


def test_corrections_add_no_row_to_the_printed_page(pages: dict[str, str], settings: Settings) -> None:
    """Its parts are placed by their rows: a further one would push the rail and the end of the page away."""
    plain = render(collect(drafts([Story("harbour", (harbour(),))])), settings, {})["briefings/harbour.md"]
    assert rows(plain) == rows(pages["briefings/harbour.md"])


def rows(page: str) -> list[str]:
    """The elements that a page is made of, without what is in them and the line that says what was left out."""
    html = markdown(page.split("\n---\n", 1)[1], extensions=["attr_list", "md_in_html", "toc"])
    html = re.sub(r'<p class="print-only.*?</p>', "", html)
    depth, found = 0, []
    for close, tag, empty in re.findall(r"<(/?)(\w+)[^>]*?(/?)>", html):
        if tag in {"br", "rect", "line", "path"} or empty:
            continue
        if not close and depth == 0:
            found.append(tag)
        depth += -1 if close else 1
    assert depth == 0
    return found


def test_words_of_an_editor_never_become_markup(pages: dict[str, str]) -> None:
    html = markdown(
        pages["briefings/harbour.md"].split("\n---\n", 1)[1], extensions=["attr_list", "md_in_html"]
    )
    assert "<script" not in html
    assert "<em>work" not in html


def test_words_that_an_editor_gives_to_another_are_not_shown_as_those_beside_them(
    pages: dict[str, str],
) -> None:
    page = published(pages["briefings/harbour.md"])
    assert "said Ines Castellan" not in page.split("From the source")[0]
    assert "no words beside it say who" not in page


def test_a_page_without_a_correction_says_nothing_of_editors(settings: Settings) -> None:
    plain = render(collect(drafts([Story("harbour", (harbour(),))])), settings, {})
    assert not [name for name, page in plain.items() if "editor" in page]


def test_the_data_tells_what_was_corrected(made: Collection, settings: Settings) -> None:
    data: dict[str, Any] = json.loads(machine_files(made, settings)["briefings/harbour/data.json"])
    first = data["quotes"][0]
    assert first["speaker"] == {"actor": "tomas-rehn", "name": "Tomas Rehn"}
    assert first["corrected"] == [{"what": "speaker", "found": "Ines Castellan"}]
    assert data["corrected"] == [{"what": "title", "found": "Harbour board and union clash over night work"}]
    assert [drop["found"] for drop in data["dropped"]] == ["“Nobody did.”"]
    added = next(actor for actor in data["actors"] if actor["name"] == "Mara Vey")
    assert added["corrected"] == [{"what": "added"}]
    assert data["disputes"][0]["corrected"][0] == {"what": "issue", "found": "blocking the night shift"}


def test_a_feed_says_it(made: Collection, settings: Settings) -> None:
    feed = json.loads(machine_files(made, settings)["feed.json"])
    told = "".join(item["content_html"] for item in feed["items"])
    assert told.count("Tomas Rehn (corrected by an editor)") == 1
    assert "against Port of Velmouth (corrected by an editor)" in told


def test_a_sheet_says_it_on_its_one_page(made: Collection, settings: Settings) -> None:
    pdf = sheet_files(made, select_all(made, settings), settings)["harbour-a4.pdf"]
    reader = PdfReader(io.BytesIO(pdf))
    text = fold(reader.pages[0].extract_text())
    assert len(reader.pages) == 1
    assert "corrected by an editor" in text
    assert "The headline is an editor’s." in text
