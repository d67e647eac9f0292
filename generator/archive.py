"""Where analyses are kept between runs: one SQLite file, keyed by content."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.errors import BriefingsError
from generator.model import Analysis
from generator.text import digest

_SCHEMA = """
CREATE TABLE IF NOT EXISTS analysis (
    key TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    body TEXT NOT NULL
) WITHOUT ROWID
"""
_PACKAGE = Path(__file__).parent


def fingerprint(model: str, model_version: str) -> str:
    """Say which extractor makes the analyses: they are made anew when any part of it changes.

    Args:
        model: The name of the spaCy pipeline.
        model_version: Its version.

    Returns:
        A digest of the pipeline, of spaCy's version and of all code and lexicons that an analysis depends on.
    """
    parts = [model, model_version, version("spacy")]
    files: Iterable[Path] = (
        _PACKAGE / "model.py",
        _PACKAGE / "text.py",
        *_PACKAGE.glob("analysis/**/*.py"),
        *_PACKAGE.glob("sources/**/*.py"),
        *(path for path in _PACKAGE.glob("lexicons/**/*") if path.is_file()),
    )
    for path in sorted(files):
        parts += [path.relative_to(_PACKAGE).as_posix(), path.read_bytes().decode("utf-8", "replace")]
    return digest(*parts, length=32)


class Archive:
    """Analyses by the content of their articles.

    Args:
        path: The file; made if it is not there. `None`: an archive in memory, which forgets.
        maker: The fingerprint of the extractor; what another one has made is dropped.

    Raises:
        BriefingsError: The file is there and is no archive.
    """

    def __init__(self, path: Path | None, maker: str) -> None:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._maker = maker
        self._database = sqlite3.connect(path or ":memory:")
        try:
            self._database.execute(_SCHEMA)
            self._database.execute("DELETE FROM analysis WHERE fingerprint != ?", (maker,))
        except sqlite3.DatabaseError as error:
            self._database.close()
            raise BriefingsError(
                f"{path}: is not an archive of analyses ({error}). Delete it: the next run makes it anew."
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # Also after an error: an analysis that was finished is worth keeping.
        self._database.commit()
        self._database.close()

    def key(self, data: bytes, *circumstances: str) -> str:
        """Return the key of an article: its bytes and whatever else its analysis depends on."""
        return digest(self._maker, *circumstances, data.decode("latin-1"), length=64)

    def get(self, key: str) -> Analysis | None:
        """Return the analysis of that key, or None."""
        row = self._database.execute("SELECT body FROM analysis WHERE key = ?", (key,)).fetchone()
        return None if row is None else Analysis.model_validate_json(row[0])

    def put(self, key: str, analysis: Analysis) -> None:
        """Keep an analysis."""
        self._database.execute(
            "INSERT OR REPLACE INTO analysis VALUES (?, ?, ?)", (key, self._maker, analysis.model_dump_json())
        )
