"""Which reader a file gets, and which files of a folder are articles."""

from __future__ import annotations

from pathlib import Path

from generator.model import Article


def read_article(path: Path, encoding: str | None = None) -> Article:
    """Read one file."""
    text = path.read_text(encoding=encoding or "utf-8").replace("\r\n", "\n")
    from generator.analysis.document import _paragraphs

    return Article(source=str(path), text=text, title=path.stem, blocks=tuple(_paragraphs(text)))


def find_articles(path: Path) -> list[Path]:
    """Return the articles of a folder, or the file itself."""
    if not path.is_dir():
        return [path]
    return sorted(p for p in path.rglob("*") if p.suffix in {".txt", ".md"})
