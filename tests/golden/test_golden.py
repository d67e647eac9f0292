"""The committed pages are what the code makes of the committed articles: a change shows as a diff."""

from __future__ import annotations

from pathlib import Path

from generator.generate import generate
from generator.settings import read_settings

ROOT = Path(__file__).resolve().parents[2]


def test_the_committed_pages_are_what_the_code_gives(tmp_path: Path) -> None:
    """The archive is empty, so every article is analysed anew; `briefings generate` mends a difference."""
    report = generate(read_settings(ROOT / "mkdocs.yml", archive=tmp_path / "archive.sqlite"), check=True)
    assert (report.changes.added, report.changes.changed, report.changes.removed) == ((), (), ())
    assert report.briefings >= 8
