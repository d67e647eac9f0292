"""Which reader a file gets, and which files of a folder are articles."""

from __future__ import annotations

from pathlib import Path

from generator.model import Article, Block


def read_article(path: Path) -> Article:
    """Read one file."""
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    from generator.analysis.document import _paragraphs

    return Article(source=str(path), text=text, title=path.stem, blocks=tuple(_paragraphs(text)))
