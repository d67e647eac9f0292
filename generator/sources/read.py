"""Which reader a file gets, and which files of a folder are articles."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath

from generator.errors import ArticleError
from generator.model import Article
from generator.sources.decoding import decode
from generator.sources.markdown import read_markdown
from generator.sources.news_text import read_news_text

Reader = Callable[[str, str], Article]
"""Makes an article of a decoded text and its path, or raises ArticleError."""

READERS: dict[str, Reader] = {
    ".txt": read_news_text,
    ".text": read_news_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
}
"""The reader of each suffix, in lower case."""

_IGNORED_NAMES = ("readme", "license", "licence", "notice", "copying", "thumbs.db", "desktop.ini")
_IGNORED_SUFFIXES = frozenset(
    ".yml .yaml .png .jpg .jpeg .gif .svg .webp .avif .ico .bmp .tif .tiff .heic".split()
)


def read_article(path: Path, encoding: str | None = None) -> Article:
    """Read an article from a file.

    Args:
        path: The file; it stands in the article as `source`, as given.
        encoding: The encoding where it is not UTF-8 (or UTF-16 or UTF-32 with a byte order mark).

    Raises:
        ArticleError: The file cannot be read, or is no article in English.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ArticleError(str(path), "is not there. Check the path.") from error
    except OSError as error:
        raise ArticleError(
            str(path), f"cannot be read ({error.strerror}). Check the file's permissions."
        ) from error
    return parse_article(data, str(path), encoding)


def parse_article(data: bytes, source: str, encoding: str | None = None) -> Article:
    """Read an article from the bytes of a file.

    Args:
        data: What is in the file.
        source: The file's path; its suffix says the format.
        encoding: The encoding where it is not UTF-8 (or UTF-16 or UTF-32 with a byte order mark).

    Raises:
        ArticleError: It is no article in English; the message says what to do.
    """
    suffix = PurePath(source).suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        kind = f"a file of type {suffix!r}" if suffix else "a file without a suffix"
        raise ArticleError(
            source,
            f"is left out: {kind} is not read. Save the article as plain text (.txt) or Markdown (.md), or "
            "take the file out of the folder.",
        )
    return reader(decode(data, source, encoding), source)


def find_articles(path: Path) -> list[Path]:
    """Return the article files in a folder and the folders in it, or the file itself.

    Files of a type that is not read are among them, so that reading names them; what usually lies beside articles
    is not (see `is_ignored`).

    Args:
        path: A folder or a file.

    Returns:
        The files, sorted by folder and name, code point by code point.
    """
    if not path.is_dir():
        return [path]
    return sorted(_files(path), key=lambda file: file.relative_to(path).parts)


def is_ignored(path: Path) -> bool:
    """Say whether nobody means a file as an article: README, LICENSE, YAML, pictures, dot files."""
    name = path.name.lower()
    return (
        name.startswith((".", "~$"))
        or name.endswith("~")
        or name in _IGNORED_NAMES
        or name.split(".", 1)[0] in _IGNORED_NAMES
        or path.suffix.lower() in _IGNORED_SUFFIXES
    )


def _files(folder: Path) -> Iterator[Path]:
    seen: set[str] = set()
    for name, folders, files in os.walk(folder, followlinks=True):
        real = os.path.realpath(name)
        if real in seen:  # a link to a folder above
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(entry for entry in folders if not entry.startswith((".", "__")))
        yield from (file for file in (Path(name, entry) for entry in files) if not is_ignored(file))
