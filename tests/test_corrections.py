"""Corrections from end to end: a file beside the articles, pages that follow it, and that come back without it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.check import check
from generator.cli import ALL_WELL, SOME_ARTICLES, app
from generator.errors import SettingsError
from generator.generate import generate
from generator.settings import Settings, read_settings
from generator.site import build

ROOT = Path(__file__).resolve().parents[1]
HARBOUR = """Harbour board and union clash over night work

VELMOUTH, March 3, 2026 - The Velmouth Harbour Board accused the dockers' union on Tuesday
of blocking the night shift.

"The union has walked away from its own signature," said Ines Castellan, the board's director.

Tomas Rehn, the union's secretary, rejected the charge. "We signed nothing about nights," he said.
"""
FAIR = """Fair opens in Ostrel

OSTREL, March 5, 2026 - The Ostrel Fair opened on Thursday.

"It is the largest so far," said Lena Ostrel, who runs the fair.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Settings:
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: Desk\ndocs_dir: briefings\ntheme:\n  name: null\n  custom_dir: {ROOT / 'templates' / 'theme'}\n"
        "not_in_nav: '*'\nplugins: []\nmarkdown_extensions: [attr_list, md_in_html]\n",
        encoding="utf-8",
    )
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "articles" / "fair.txt").write_text(FAIR, encoding="utf-8")
    return read_settings(tmp_path / "mkdocs.yml", templates=ROOT / "templates")


def put(desk: Settings, text: str) -> None:
    (desk.path(desk.articles) / "corrections.yml").write_text(text, encoding="utf-8")


def pages(desk: Settings) -> dict[str, bytes]:
    docs = desk.path(desk.docs_dir)
    return {p.relative_to(docs).as_posix(): p.read_bytes() for p in sorted(docs.rglob("*")) if p.is_file()}


SPEAKER = """briefings:
  harbour:
    quotations:
      - quotation: We signed nothing
        speaker: Ines Castellan
"""


def test_a_correction_changes_what_it_touches_and_nothing_is_analysed_again(desk: Settings) -> None:
    generate(desk)
    before = pages(desk)
    put(desk, SPEAKER)
    report = generate(desk)
    assert (report.analysed, report.unapplied) == (0, ())
    after = pages(desk)
    assert b"speaker found: " in after["briefings/harbour.md"]
    touched = {name for name in before | after if before.get(name) != after.get(name)}
    assert touched
    assert not [name for name in touched if "fair" in name or "ostrel" in name]


def test_without_the_correction_every_page_comes_back(desk: Settings) -> None:
    generate(desk)
    before = pages(desk)
    put(desk, SPEAKER)
    generate(desk)
    (desk.path(desk.articles) / "corrections.yml").unlink()
    generate(desk)
    assert pages(desk) == before


def test_a_corrected_site_is_proved_and_words_that_no_editor_wrote_are_found(desk: Settings) -> None:
    put(desk, "briefings:\n  harbour:\n    title: Night work in Velmouth\n")
    generate(desk)
    build(desk)
    proof = check(desk)
    assert proof.problems == ()
    assert proof.edited > 2
    put(desk, "briefings:\n  harbour:\n    title: Night work in Ostrel\n")
    assert any("Night work in Velmouth" in problem for problem in check(desk).problems)


def test_a_correction_that_does_not_apply_is_named_and_everything_else_is_built(
    desk: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(desk, SPEAKER.replace("We signed", "We sang"))
    monkeypatch.chdir(desk.root)
    command = ["generate", "--config", str(desk.config)]
    text = desk.config.read_text(encoding="utf-8")
    desk.config.write_text(
        f"{text}extra:\n  briefings:\n    templates: {ROOT / 'templates'}\n", encoding="utf-8"
    )
    result = CliRunner().invoke(app, command)
    assert result.exit_code == SOME_ARTICLES
    assert "Not applied: corrections.yml, line 4: no quotation here holds “We sang nothing”" in result.stderr
    assert "briefings/harbour.md" in pages(desk)
    put(desk, SPEAKER)
    assert CliRunner().invoke(app, command).exit_code == ALL_WELL


def test_a_correction_of_what_is_right_is_a_note_and_no_failure(desk: Settings) -> None:
    put(desk, "briefings:\n  fair:\n    title: Fair opens in Ostrel\n")
    report = generate(desk)
    assert report.unapplied == ()
    assert "corrections.yml, line 3: the program has it so already. Delete this correction." in report.notes


def test_a_file_that_cannot_be_understood_stops_before_anything_is_written(desk: Settings) -> None:
    put(desk, SPEAKER.replace("speaker:", "speeker:"))
    with pytest.raises(SettingsError, match=r"corrections\.yml, line 5: .*`speaker`"):
        generate(desk)
    assert not desk.path(desk.docs_dir).exists()


def test_the_file_can_lie_elsewhere(desk: Settings) -> None:
    (desk.root / "editors.yml").write_text(SPEAKER, encoding="utf-8")
    generate(desk.model_copy(update={"corrections": Path("editors.yml")}))
    assert b"speaker found: " in pages(desk)["briefings/harbour.md"]


def test_a_file_that_is_set_must_be_there(desk: Settings) -> None:
    with pytest.raises(SettingsError, match="is not there"):
        generate(desk.model_copy(update={"corrections": Path("editors.yml")}))
