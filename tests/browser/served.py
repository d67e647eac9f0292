"""What the tests in a browser hand around."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from generator.model import Collection
from generator.pages.sheet_selection import Selection


@dataclass(frozen=True)
class Site:
    """A site as its readers find it."""

    address: str
    """Ends with a slash."""
    folder: Path
    docs: Path
    collection: Collection
    selections: dict[str, Selection]


@dataclass
class Visit:
    """A page that is open, and what happened while it was."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
