"""The form for corrections: it changes nothing as it is, and each line of it can be used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli import ALL_WELL, app
from generator.editorial.corrections import Corrections
from generator.editorial.corrections_file import parse_corrections
from generator.errors import BriefingsError
from generator.form import form
from generator.settings import Settings, read_settings
from generator.stories import Newsroom, edition

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = """Quarrel over the dam in Lorenz City

LORENZ CITY, May 4, 2026 - Environment Minister Clara Voss rejected a report by the
River Watch Institute on Monday.

"The report is wrong on every count: #1 and all the others," Voss said.

The institute accused the ministry of hiding data on the dam. Tomas "Tom" Rehn, its director, said that
he would sue.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Settings:
    (tmp_path / "mkdocs.yml").write_text("site_name: Desk\n", encoding="utf-8")
    (tmp_path / "articles").mkdir()
    for name in ("dam", "other"):
        (tmp_path / "articles" / f"{name}.txt").write_text(ARTICLE, encoding="utf-8")
    return read_settings(tmp_path / "mkdocs.yml", templates=ROOT / "templates")


def refuse(error: Exception) -> None:
    raise error


def used(text: str) -> str:
    """The form with every correction in force: each # but those before words of the article taken away."""
    lines = (re.sub(r"^( {4,6})# (?=- \w+: |  \w+: |title: )", r"\1", line) for line in text.splitlines())
    return "\n".join(lines)


def test_the_form_changes_nothing_as_it_is(desk: Settings) -> None:
    known = parse_corrections(form(desk, ["dam"])).corrections
    assert list(known.briefings) == ["dam"]
    assert known.words() == frozenset()
    assert known.briefings["dam"].quotations == ()


def test_every_line_of_the_form_finds_what_it_is_about(desk: Settings) -> None:
    """What it says is what was found: each correction is refused because nothing is to be corrected."""
    text = used(form(desk, ["dam"]))
    known = parse_corrections(text)
    wanted = known.corrections.briefings["dam"]
    assert len(wanted.actors) > 2
    assert len(wanted.quotations) > 1
    assert wanted.disputes
    assert wanted.evidence
    made = edition(Newsroom(desk, refuse).stories(), known)
    assert made.unapplied == ()
    lists = (wanted.actors, wanted.quotations, wanted.disputes, wanted.evidence)
    assert len(made.idle) == 1 + sum(map(len, lists))


def test_a_speaker_who_is_no_actor_is_left_open(desk: Settings) -> None:
    text = ARTICLE + '\n"It leaks," a visitor said.\n'
    (desk.path(desk.articles) / "dam.txt").write_text(text, encoding="utf-8")
    assert '#   speaker:    # no actor: "a visitor"' in form(desk, ["dam"])


def test_without_a_name_the_form_is_of_all_briefings(desk: Settings) -> None:
    assert list(parse_corrections(form(desk, [])).corrections.briefings) == ["dam", "other"]


def test_the_form_shows_what_is_corrected_already(desk: Settings) -> None:
    (desk.path(desk.articles) / "corrections.yml").write_text(
        "briefings:\n  dam:\n    title: The dam\n", encoding="utf-8"
    )
    assert '# title: "The dam"' in form(desk, ["dam"])


def test_a_name_that_there_is_not_is_an_error_that_names_the_nearest(desk: Settings) -> None:
    with pytest.raises(BriefingsError, match="nearest: dam"):
        form(desk, ["dams"])


def test_the_command_prints_the_form(desk: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.root)
    result = CliRunner().invoke(app, ["corrections", "dam"])
    assert result.exit_code == ALL_WELL
    assert parse_corrections(result.stdout).corrections != Corrections()
    assert result.stdout == form(desk, ["dam"])
