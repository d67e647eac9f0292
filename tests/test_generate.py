"""The main job from end to end: articles in a folder, pages and sheets out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.errors import ArticleError, BriefingsError
from generator.generate import Report, generate
from generator.settings import Settings, read_settings

ROOT = Path(__file__).resolve().parents[1]

GOOD = """Harbour board and union clash over night work

VELMOUTH, March 3, 2026 - The Velmouth Harbour Board accused the dockers' union on Tuesday
of blocking the night shift.

"The union has walked away from its own signature," said Ines Castellan, the board's director.

Tomas Rehn, the union's secretary, rejected the charge. "We signed nothing about nights," he said.
"""
OTHER = GOOD.replace("Harbour board and union clash over night work", "Board rebukes union over nights")
GERMAN = (
    "Die Hafenbehörde warf der Gewerkschaft am Dienstag vor, die Nachtschicht zu blockieren. "
    "„Die Gewerkschaft hat ihre eigene Unterschrift vergessen“, sagte die Direktorin der Behörde. "
    "Der Sekretär der Gewerkschaft wies den Vorwurf zurück und sprach von einem Missverständnis.\n\n"
) * 3

BAD: Mapping[str, bytes] = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "binary.txt": bytes(range(256)) * 20,
    "picture.txt": b"\x89PNG\r\n\x1a\n" + b"\0" * 500,
    "latin.txt": "Hafen: café und Maß, “quoted”.\n\nMore text here.\n".encode("cp1252"),
    "no-body.md": b"---\ntitle: Only a headline\n---\n",
    "german.txt": GERMAN.encode(),
    "huge.txt": (GOOD * (5_000_000 // len(GOOD) + 1)).encode(),
    "broken.md": b"---\ntitle: [never closed\n---\n\nThe harbour board met on Tuesday.\n",
    "unclosed.md": b"---\ntitle: Fees\n\nThe harbour board met on Tuesday.\n",
    "report.pdf": b"%PDF-1.7\n",
}
"""File name -> content: none of them can be used, each for a reason of its own."""


@pytest.fixture
def desk(tmp_path: Path) -> Settings:
    (tmp_path / "mkdocs.yml").write_text("site_name: Desk\ndocs_dir: briefings\n", encoding="utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "harbour.txt").write_text(GOOD, encoding="utf-8")
    return read_settings(tmp_path / "mkdocs.yml", templates=ROOT / "templates")


def put(desk: Settings, name: str, content: str | bytes) -> None:
    path = desk.path(desk.articles) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def pages(desk: Settings) -> dict[str, bytes]:
    docs = desk.path(desk.docs_dir)
    return {p.relative_to(docs).as_posix(): p.read_bytes() for p in sorted(docs.rglob("*")) if p.is_file()}


def run(desk: Settings) -> tuple[Report, list[ArticleError]]:
    errors: list[ArticleError] = []
    return generate(desk, on_error=errors.append), errors


def test_an_article_becomes_a_page_with_its_actors_dispute_quotes_and_both_sheets(desk: Settings) -> None:
    report, errors = run(desk)
    assert (report.briefings, report.articles, report.left_out, errors) == (1, 1, 0, [])
    made = pages(desk)
    page = made["briefings/harbour.md"].decode()
    for words in (
        "Velmouth Harbour Board",
        "Tomas Rehn",
        "The union has walked away from its own signature",
        "We signed nothing about nights",
    ):
        assert words in page
    assert {"index.md", "sheets/harbour-a4.pdf", "sheets/harbour-letter.pdf"} <= set(made)
    assert any(name.startswith("actors/") for name in made)


@pytest.mark.parametrize("name", BAD)
def test_an_article_that_cannot_be_used_is_named_and_the_others_are_built(desk: Settings, name: str) -> None:
    put(desk, name, BAD[name])
    report, errors = run(desk)
    assert [error.source for error in errors] == [name]
    assert len(errors[0].problem) > 20, "the message says what is wrong and what to do"
    assert (report.briefings, report.left_out) == (1, 1)
    assert "briefings/harbour.md" in pages(desk)


def test_all_bad_articles_together_do_no_harm_to_the_good_one(desk: Settings) -> None:
    generate(desk)
    before = pages(desk)
    for name, content in BAD.items():
        put(desk, name, content)
    _, errors = run(desk)
    assert sorted(error.source for error in errors) == sorted(BAD)
    assert pages(desk) == before


def test_an_article_that_became_unusable_keeps_its_published_page(desk: Settings) -> None:
    put(desk, "second.txt", OTHER)
    generate(desk)
    assert "briefings/second.md" in pages(desk)
    put(desk, "second.txt", b"")
    run(desk)
    assert "briefings/second.md" in pages(desk)


def test_the_page_of_a_deleted_article_goes_and_a_page_by_hand_stays(desk: Settings) -> None:
    put(desk, "second.txt", OTHER)
    generate(desk)
    by_hand = desk.path(desk.docs_dir) / "about.md"
    by_hand.write_text("# About us\n", encoding="utf-8")
    (desk.path(desk.articles) / "second.txt").unlink()
    generate(desk)
    made = pages(desk)
    assert "about.md" in made
    assert not [name for name in made if "second" in name]


def test_nothing_usable_is_an_error_and_nothing_is_written(desk: Settings) -> None:
    generate(desk)
    before = pages(desk)
    put(desk, "harbour.txt", b"")
    with pytest.raises(BriefingsError, match="nothing was written"):
        run(desk)
    assert pages(desk) == before


def test_two_articles_with_the_same_title_get_an_address_each(desk: Settings) -> None:
    put(desk, "again.txt", GOOD)
    put(desk, "again.md", "---\ntitle: Harbour board and union clash over night work\n---\n\n" + GOOD)
    report, errors = run(desk)
    assert (report.briefings, errors) == (3, [])
    assert [note.split(": has the same headline as ")[0] for note in report.notes] == [
        "again.txt",
        "harbour.txt",
    ]
    names = [name for name in pages(desk) if re.fullmatch(r"briefings/(harbour|again[^/]*)\.md", name)]
    assert len(names) == 3


def test_a_folder_of_articles_is_one_briefing(desk: Settings) -> None:
    put(desk, "strike/first.txt", OTHER)
    put(desk, "strike/second.md", "---\ntitle: The strike goes on\npublisher: Quay Gazette\n---\n\n" + GOOD)
    report, _ = run(desk)
    assert (report.briefings, report.articles) == (2, 3)
    assert "Quay Gazette" in pages(desk)["briefings/strike.md"].decode()


def test_what_usually_lies_beside_articles_is_no_article(desk: Settings) -> None:
    for name in ("README.md", "LICENSE", "notes.yml", ".hidden.txt", "quay.png"):
        put(desk, name, GOOD)
    report, errors = run(desk)
    assert (report.briefings, errors) == (1, [])


def test_an_unbalanced_mark_costs_that_quotation_at_most(desk: Settings) -> None:
    put(desk, "harbour.txt", GOOD.replace('signature,"', "signature,"))
    report, errors = run(desk)
    assert (report.briefings, errors) == (1, [])
    (note,) = report.notes
    assert note.startswith("harbour.txt: line ")
    assert "The union has walked away" in note
    assert "We signed nothing about nights" in pages(desk)["briefings/harbour.md"].decode()


def test_a_second_run_analyses_and_writes_nothing(desk: Settings) -> None:
    assert generate(desk).analysed == 1
    again = generate(desk)
    assert (again.analysed, bool(again.changes)) == (0, False)


def test_a_check_writes_nothing_and_says_what_would_change(desk: Settings) -> None:
    generate(desk)
    before = pages(desk)
    put(desk, "harbour.txt", GOOD.replace("Tomas Rehn", "Thomas Rehn"))
    assert "briefings/harbour.md" in generate(desk, check=True).changes.changed
    assert pages(desk) == before


@pytest.mark.parametrize(
    "words", ["{{ 7*7 }}", "{% raw %}", "<script>x</script>", "[a](javascript:b)", "# x"]
)
def test_words_of_an_article_never_become_markup_or_code(desk: Settings, words: str) -> None:
    from markdown import markdown

    put(desk, "harbour.txt", GOOD.replace("We signed nothing", f"We {words} signed nothing"))
    generate(desk)
    page = pages(desk)["briefings/harbour.md"].decode()
    html = markdown(page, extensions=["attr_list", "md_in_html", "meta"])
    assert "49" not in re.sub(r'="[^"]*"', "", html)
    assert "<script" not in html
    assert 'href="javascript' not in html


SCRIPT = """
import pathlib, sys
from generator.generate import generate
from generator.settings import read_settings
generate(read_settings(pathlib.Path(sys.argv[1]), templates=pathlib.Path(sys.argv[2]),
                       docs_dir=pathlib.Path(sys.argv[3]), archive=pathlib.Path(sys.argv[4])))
"""


def test_the_same_articles_give_the_same_bytes(desk: Settings, tmp_path: Path) -> None:
    """Whatever the seed of Python's hashes, and from whatever folder."""
    put(desk, "strike/first.txt", OTHER)
    put(desk, "strike/second.txt", GOOD)
    outcomes = []
    for seed, folder in (("0", ROOT), ("1", tmp_path), ("2", Path("/"))):
        out = tmp_path / f"out-{seed}"
        subprocess.run(
            [sys.executable, "-c", SCRIPT, desk.config, ROOT / "templates", out, out / ".archive.sqlite"],
            cwd=folder,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        )
        (out / ".archive.sqlite").unlink()
        outcomes.append({p.relative_to(out): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()})
    assert len(outcomes[0]) > 5
    assert outcomes[0] == outcomes[1] == outcomes[2]
