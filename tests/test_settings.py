from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import SettingsError
from generator.settings import read_settings


def write(folder: Path, text: str) -> Path:
    path = folder / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_paths_are_relative_to_the_folder_of_mkdocs_yml(tmp_path: Path) -> None:
    config = write(tmp_path, "site_name: X\ndocs_dir: pages\nextra: {briefings: {articles: in}}\n")
    settings = read_settings(config)
    assert settings.path(settings.articles) == tmp_path / "in"
    assert settings.path(settings.docs_dir) == tmp_path / "pages"


def test_paths_on_the_command_line_are_relative_to_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "desk").mkdir()
    config = write(tmp_path / "desk", "site_name: X\n")
    assert read_settings(config, articles=Path("in")).articles == tmp_path / "in"


def test_what_is_not_given_keeps_the_setting(tmp_path: Path) -> None:
    config = write(tmp_path, "extra: {briefings: {model: en_core_web_md}}\n")
    assert read_settings(config, model=None).model == "en_core_web_md"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("extra: {briefings: {articels: in}}", "articels"),
        ("extra: {briefings: {page_size: many}}", "page_size"),
        ("extra: {briefings: {source_text: all}}", "source_text"),
        ("extra: [", "not valid YAML"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        read_settings(write(tmp_path, text))


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="--config"):
        read_settings(tmp_path / "mkdocs.yml")
