"""The command: what it prints, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli import ALL_WELL, DIFFERENT, SOME_ARTICLES, WRONG_USAGE, app, main

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = """Minister rejects report on river dam

LORENZ CITY, May 4, 2026 - Environment Minister Clara Voss rejected a report by the
River Watch Institute on Monday.

"The report is wrong on every count," Voss said.

The institute accused the ministry of hiding data on the dam.
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: Desk\ndocs_dir: briefings\nextra:\n  briefings:\n    templates: {ROOT / 'templates'}\n",
        encoding="utf-8",
    )
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "dam.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_extract_prints_one_json_object_per_article_in_the_order_given(desk: Path) -> None:
    (desk / "articles" / "a.txt").write_text(ARTICLE.replace("Voss", "Foss"), encoding="utf-8")
    result = CliRunner().invoke(app, ["extract", "articles/dam.txt", "articles/a.txt"])
    assert result.exit_code == ALL_WELL
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [article["source"] for article in found] == ["articles/dam.txt", "articles/a.txt"]
    (quote,) = [quote for quote in found[0]["quotes"] if quote["kind"] == "direct"]
    (span,) = quote["spans"]
    assert found[0]["text"][span["start"] : span["end"]] == '"The report is wrong on every count,"'


def test_extract_takes_a_folder_for_all_articles_in_it(desk: Path) -> None:
    (desk / "articles" / "more").mkdir()
    (desk / "articles" / "more" / "b.md").write_text("---\ntitle: B\n---\n\n" + ARTICLE, encoding="utf-8")
    (desk / "articles" / "README.md").write_text("Put articles here.\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["extract", "articles"])
    sources = [Path(json.loads(line)["source"]).name for line in result.stdout.splitlines()]
    assert sorted(sources) == ["b.md", "dam.txt"]


@pytest.mark.parametrize("command", [["extract", "articles"], ["generate"]])
def test_a_bad_article_is_named_and_the_exit_code_says_so(desk: Path, command: list[str]) -> None:
    (desk / "articles" / "empty.txt").write_bytes(b"")
    result = CliRunner().invoke(app, command)
    assert result.exit_code == SOME_ARTICLES
    (line,) = [line for line in result.stderr.splitlines() if line.startswith("Left out:")]
    assert "empty.txt" in line


@pytest.mark.usefixtures("desk")
def test_a_path_that_is_not_there_is_named() -> None:
    result = CliRunner().invoke(app, ["extract", "articles/dam.txt", "articles/nowhere.txt"])
    assert result.exit_code == SOME_ARTICLES
    assert "articles/nowhere.txt" in result.stderr
    assert len(result.stdout.splitlines()) == 1


def test_generate_says_what_it_made_and_check_what_it_would(desk: Path) -> None:
    first = CliRunner().invoke(app, ["generate"])
    assert (first.exit_code, first.stdout.split(" from ")[0]) == (ALL_WELL, "1 briefing")
    assert CliRunner().invoke(app, ["generate", "--check"]).exit_code == ALL_WELL
    page = desk / "briefings" / "briefings" / "dam.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nby hand\n", encoding="utf-8")
    second = CliRunner().invoke(app, ["generate", "--check"])
    assert second.exit_code == DIFFERENT
    assert "changed: briefings/dam.md" in second.stdout


def test_other_folders_can_be_named_on_the_command_line(desk: Path) -> None:
    (desk / "elsewhere").mkdir()
    (desk / "articles" / "dam.txt").rename(desk / "elsewhere" / "dam.txt")
    result = CliRunner().invoke(app, ["generate", "--articles", "elsewhere", "--out", "drafts"])
    assert result.exit_code == ALL_WELL
    assert (desk / "drafts" / "briefings" / "dam.md").is_file()


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["generate", "--config", "nowhere.yml"], "nowhere.yml: cannot be read"),
        (["generate", "--articles", "nowhere"], "is no folder"),
        (["generate", "--model", "xx_no_such"], "is not installed"),
        (["extract", "--model", "xx_no_such", "articles"], "is not installed"),
        (["check"], "briefings build"),
    ],
)
def test_an_error_that_the_user_can_mend_is_one_line(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    words: str,
) -> None:
    monkeypatch.setattr("sys.argv", ["briefings", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == WRONG_USAGE
    said = capsys.readouterr().err
    assert words in said
    assert "Traceback" not in said


@pytest.mark.usefixtures("desk")
def test_a_wrong_option_is_wrong_usage() -> None:
    assert CliRunner().invoke(app, ["generate", "--no-such"]).exit_code == WRONG_USAGE
