from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from generator.editorial.compile import Story, compile_collection
from generator.errors import SettingsError
from generator.model import Briefing, Collection
from generator.pages.sheet import PAPERS, Press, Selection, select_all, sheet_files
from generator.pages.sheet_contents import contents
from generator.settings import Settings, read_settings
from tests.pages.made import collection, harbour

ROOT = Path(__file__).resolve().parents[2]
SIZES = {"a4": (595, 842), "letter": (612, 792)}
"""Width and height in points."""
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2010\u2066\u2067\u2068\u2069"))
"""Places to break a word at, hyphens set at such a place, and isolates."""


@pytest.fixture(scope="module")
def settings() -> Settings:
    return read_settings(ROOT / "mkdocs.yml").model_copy(update={"site_url": "https://desk.example/b/"})


@pytest.fixture(scope="module")
def press(settings: Settings) -> Press:
    return Press(settings)


@pytest.fixture(scope="module")
def made() -> Collection:
    return collection()


@pytest.fixture(scope="module")
def selections(made: Collection, settings: Settings) -> dict[str, Selection]:
    return select_all(made, settings)


@pytest.fixture(scope="module")
def sheets(made: Collection, selections: dict[str, Selection], settings: Settings) -> dict[str, bytes]:
    return sheet_files(made, selections, settings)


def one(made: Collection, slug: str) -> Briefing:
    return next(briefing for briefing in made.briefings if briefing.slug == slug)


def words(pdf: bytes) -> str:
    """The text of a sheet on one line, as a program reads it."""
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(text.translate(INVISIBLE).split())


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text.translate(INVISIBLE))


def test_each_briefing_has_a_sheet_of_one_page_on_each_paper(sheets: dict[str, bytes]) -> None:
    assert sorted(sheets) == [
        f"{slug}-{paper}.pdf" for slug in ("crowded", "ferry", "fog", "harbour") for paper in ("a4", "letter")
    ]
    for name, pdf in sheets.items():
        pages = PdfReader(io.BytesIO(pdf)).pages
        paper = name.removesuffix(".pdf").rpartition("-")[2]
        assert (name, len(pages)) == (name, 1)
        assert tuple(round(float(side)) for side in pages[0].mediabox[2:]) == SIZES[paper]


def test_every_word_of_the_selection_is_inside_the_page(
    sheets: dict[str, bytes], made: Collection, selections: dict[str, Selection], settings: Settings
) -> None:
    """All but letters from right to left, whose order in a PDF is that of the ink."""
    for briefing in made.briefings:
        said = contents(briefing, selections[briefing.slug], settings.site_name, "")
        for paper in ("a4", "letter"):
            shown = squeezed(words(sheets[f"{briefing.slug}-{paper}.pdf"]))
            texts = [said["title"], *said["lead"], *(actor["name"] for actor in said["actors"])]
            texts += [
                dispute[key] for dispute in said["disputes"] for key in ("parties", "issue", "evidence")
            ]
            texts += [quote[key] for quote in said["quotes"] for key in ("words", "speaker", "role")]
            missing = [text for text in texts if text.isprintable() and squeezed(text) not in shown]
            assert [text for text in missing if not re.search(r"[\u0590-\u06ff]", text)] == []


def test_every_line_starts_within_the_margins(sheets: dict[str, bytes]) -> None:
    for name, pdf in sheets.items():
        page = PdfReader(io.BytesIO(pdf)).pages[0]
        width, height = (float(side) for side in page.mediabox[2:])
        places: list[tuple[float, float]] = []

        def note(
            text: str,
            page: list[float],
            line: list[float],
            *_: object,
            to: list[tuple[float, float]] = places,
        ) -> None:
            if text.strip():
                x, y = line[4], line[5]
                to.append((page[0] * x + page[2] * y + page[4], page[1] * x + page[3] * y + page[5]))

        page.extract_text(visitor_text=note)
        assert places, name
        assert all(50 <= x <= width - 50 and 35 <= y <= height - 35 for x, y in places), name


def test_a_sheet_is_pdf_ua_with_its_fonts_inside_and_no_date(sheets: dict[str, bytes]) -> None:
    for pdf in sheets.values():
        reader = PdfReader(io.BytesIO(pdf))
        assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
        assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
        assert str(reader.trailer["/Root"]["/Lang"]).startswith("en")
        assert reader.metadata is not None
        assert reader.metadata.title
        assert reader.metadata.creation_date is None
        fonts = reader.pages[0]["/Resources"]["/Font"].values()
        described = [font.get_object()["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts]
        assert described
        assert all("/FontFile3" in font or "/FontFile2" in font for font in described)


def roles(node: Any) -> list[str]:
    """The roles of a structure tree, in reading order."""
    node = node.get_object()
    if isinstance(node, list):
        return [role for child in node for role in roles(child)]
    if not isinstance(node, dict):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + (roles(node["/K"]) if "/K" in node else [])


def test_a_screen_reader_can_go_from_one_item_to_the_next(
    sheets: dict[str, bytes], made: Collection, selections: dict[str, Selection]
) -> None:
    for briefing in made.briefings:
        chosen = selections[briefing.slug]
        reader = PdfReader(io.BytesIO(sheets[f"{briefing.slug}-a4.pdf"]))
        found = roles(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
        assert found.count("/BlockQuote") == len(chosen.quotes)
        assert found.count("/LI") == len(chosen.actors)
        shown = [chosen.disputes, chosen.quotes, chosen.actors]
        assert found.count("/H1") == sum(bool(part) for part in shown)
        assert found.count("/Title") == 1


def test_the_sheet_of_a_dispute_says_who_when_what_and_according_to_whom(sheets: dict[str, bytes]) -> None:
    text = words(sheets["harbour-a4.pdf"])
    for said in (
        "3 March 2026",
        "Sample: the events, people and organisations on this sheet are invented.",
        "From Quay Gazette, 3 March 2026",
        "Velmouth Harbour Board against Dockers’ Union over blocking the night shift",
        "According to Ines Castellan:",
        "“The union has walked away, … from its own signature.” — Ines Castellan, the board’s director",
        "desk.example/b/briefings/harbour",
    ):
        assert said in text, said


def test_names_from_right_to_left_leave_the_words_around_them_in_order(
    made: Collection, selections: dict[str, Selection], settings: Settings
) -> None:
    said = contents(one(made, "crowded"), selections["crowded"], settings.site_name, "")
    parties = [dispute["parties"] for dispute in said["disputes"]]
    assert "\u2066משה\u00a0כהן\u2069 against Gwen {{ 7*7 }} <b>Okoro</b>" in parties
    evidence = [dispute["evidence"] for dispute in said["disputes"]]
    assert "\u2066משה כהן said: “Point 2 stands, whatever they say.”\u2069" in evidence


def test_the_address_of_the_full_page_is_there_as_a_link_and_a_qr_code(
    sheets: dict[str, bytes], made: Collection, settings: Settings
) -> None:
    page = PdfReader(io.BytesIO(sheets["harbour-a4.pdf"])).pages[0]
    links = [note.get_object()["/A"]["/URI"] for note in page["/Annots"]]
    assert links == ["https://desk.example/b/briefings/harbour/"]
    assert b"QR code of the address of the full page" in sheets["harbour-a4.pdf"]
    unpublished = Press(settings.model_copy(update={"site_url": ""}))
    pdf = unpublished.pdf(one(made, "harbour"), unpublished.select(one(made, "harbour")), "a4")
    assert "/Annots" not in PdfReader(io.BytesIO(pdf)).pages[0]
    assert b"QR code" not in pdf
    assert "the full page shows where" in words(pdf)


def test_what_is_left_out_is_counted_on_the_sheet(
    sheets: dict[str, bytes], made: Collection, selections: dict[str, Selection]
) -> None:
    chosen, whole = selections["crowded"], one(made, "crowded")
    left = len(whole.quotes) - len(chosen.quotes)
    assert 0 < len(chosen.quotes) < 20
    assert f"{left} further quotations" in words(sheets["crowded-letter.pdf"])
    assert f"{len(whole.actors) - len(chosen.actors)} further actors" in words(sheets["crowded-letter.pdf"])


def test_a_sheet_says_that_nothing_was_found(sheets: dict[str, bytes]) -> None:
    text = words(sheets["fog-a4.pdf"])
    assert "No dispute was found in the sources." in text
    assert "No quotation was found in the sources." in text
    assert "Left out here" not in text
    assert "No dispute" not in words(sheets["harbour-a4.pdf"])


def test_markup_in_an_article_stays_text(made: Collection, press: Press) -> None:
    """Neither Typst's markup nor its code is read in a value."""
    title = '#panic("x") *bold* $x$ [a] <label> @ref \\ // no'
    briefing = one(made, "harbour").model_copy(update={"title": title})
    assert title in words(press.pdf(briefing, press.select(briefing), "a4"))


def test_letters_without_a_font_become_squares_and_the_sheet_says_so(made: Collection, press: Press) -> None:
    briefing = one(made, "harbour").model_copy(update={"title": "港 closes 🙂"})
    text = words(press.pdf(briefing, press.select(briefing), "a4"))
    assert "□ closes □" in text
    assert "□ stands for a character that the fonts of this sheet do not have." in text
    assert "□" not in words(press.pdf(one(made, "harbour"), press.select(one(made, "harbour")), "a4"))


@pytest.mark.parametrize(
    "title",
    [
        "A title that goes on and on without an end " * 40,
        "Donaudampfschifffahrt" * 60,
        "שביתה בנמל " * 40,
        "إضراب في الميناء " * 40,
        "港" * 500,
    ],
)
def test_a_title_of_any_length_and_script_leaves_one_page(made: Collection, press: Press, title: str) -> None:
    briefing = one(made, "crowded").model_copy(update={"title": title.strip()})
    chosen = press.select(briefing)
    assert chosen.title.length is not None
    assert all(press.fits(briefing, paper, chosen) for paper in PAPERS)
    assert "the rest of the title" in chosen.left_out


def test_a_rail_longer_than_the_page_is_shortened(made: Collection, press: Press) -> None:
    briefing = one(made, "crowded")
    long = [actor.model_copy(update={"role": "delegate of the quay " * 6}) for actor in briefing.actors]
    briefing = briefing.model_copy(update={"actors": tuple(long), "title": "A long hearing " * 15})
    chosen = press.select(briefing)
    assert 0 < len(chosen.actors) < 8
    assert chosen.disputes
    assert all(press.fits(briefing, paper, chosen) for paper in PAPERS)


def test_a_lead_of_any_length_leaves_one_page(press: Press) -> None:
    text = harbour().text + "\n\n" + "The board spoke of ever higher costs and ever emptier berths, " * 200
    article = harbour(text=text)
    long = article.summary[0].model_copy(update={"start": len(harbour().text) + 2, "end": len(text)})
    (briefing,) = compile_collection(
        [Story("long", (article.model_copy(update={"summary": (long,)}),))]
    ).briefings
    chosen = press.select(briefing)
    assert chosen.lead[0].length is not None
    assert chosen.disputes
    assert all(press.fits(briefing, paper, chosen) for paper in PAPERS)


def test_the_same_briefings_give_the_same_bytes(sheets: dict[str, bytes]) -> None:
    """In another process, another folder and with another hash seed."""
    program = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path\n"
        "from tests.pages.made import collection\n"
        "from generator.pages.sheet import select_all, sheet_files\n"
        "from generator.settings import read_settings\n"
        "s = read_settings(Path(sys.argv[2])).model_copy(update={'site_url': 'https://desk.example/b/'})\n"
        "c = collection()\n"
        "for name, pdf in sheet_files(c, select_all(c, s), s).items():\n"
        "    print(name, hashlib.sha256(pdf).hexdigest())\n"
    )
    command = [sys.executable, "-c", program, str(ROOT), str(ROOT / "mkdocs.yml")]
    environment = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT), "TZ": "Asia/Tokyo"}
    told = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd="/", env=environment
    ).stdout
    assert told.splitlines() == [f"{name} {hashlib.sha256(pdf).hexdigest()}" for name, pdf in sheets.items()]


def test_only_the_papers_of_the_settings_are_made(
    made: Collection, selections: dict[str, Selection], settings: Settings
) -> None:
    only = settings.model_copy(update={"sheets": ("a4",)})
    assert {name[-6:] for name in sheet_files(made, selections, only)} == {"a4.pdf"}


def test_without_a_template_the_message_says_what_to_do(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"sheet\.typ: is missing.*restore it"):
        Press(settings.model_copy(update={"templates": tmp_path}))


def test_a_template_that_is_not_right_is_named(settings: Settings, tmp_path: Path, made: Collection) -> None:
    folder = tmp_path / "sheet"
    folder.mkdir()
    for name in ("parts.typ", "probe.typ"):
        (folder / name).write_bytes((ROOT / "templates" / "sheet" / name).read_bytes())
    (folder / "sheet.typ").write_text("#unknown-part()")
    with pytest.raises(SettingsError, match=r"sheet\.typ: cannot set the sheet of .*unknown"):
        select_all(made, settings.model_copy(update={"templates": tmp_path}))


def test_a_sheet_is_made_in_a_moment(made: Collection, settings: Settings) -> None:
    """Goal: about 25 ms of processor time for each sheet; the bound leaves room for a slow machine."""
    started = time.process_time()
    sheets = sheet_files(made, select_all(made, settings), settings)
    assert (time.process_time() - started) / len(sheets) < 0.25
