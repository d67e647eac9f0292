"""Where each page lies, how pages link to each other, and anchors that outlive regeneration."""

from __future__ import annotations

import posixpath

from generator.editorial.permalinks import evidence_anchor as evidence_anchor
from generator.editorial.permalinks import quote_anchor as quote_anchor
from generator.editorial.permalinks import quote_anchors as quote_anchors
from generator.model import Analysis, Span
from generator.pages.markdown import Safe
from generator.text import digest, one_line

FRONT, SEARCH = "index.md", "search.md"
# MkDocs takes pages of these names for the index of their folder. No slug has an underscore.
_RESERVED = frozenset({"index", "readme", "page"})


def briefing_page(slug: str) -> str:
    """Return the path of a briefing's page in docs_dir."""
    return f"briefings/{_file(slug)}"


def actor_page(actor_id: str) -> str:
    """Return the path of an actor's page in docs_dir."""
    return f"actors/{_file(actor_id)}"


def dispute_page(contest_id: str) -> str:
    """Return the path of a dispute's page in docs_dir."""
    return f"disputes/{_file(contest_id)}"


def index_page(kind: str, number: int = 1) -> str:
    """Return the path of a page of an index ("briefings", "actors" or "disputes"), counted from 1."""
    return f"{kind}/index.md" if number == 1 else f"{kind}/page/{number}.md"


def _file(name: str) -> str:
    return f"{name}_.md" if name in _RESERVED else f"{name}.md"


def relative(origin: str, target: str, anchor: str = "") -> Safe:
    """Return the link from one page to another, or to a place on it."""
    if origin == target and anchor:
        return Safe(f"#{anchor}")
    # With a slash before them: else the working folder is asked for, twice.
    path = posixpath.relpath(f"/{target}", f"/{posixpath.dirname(origin)}")
    return Safe(f"{path}#{anchor}" if anchor else path)


def published(origin: str, target: str) -> str:
    """Return the address of a page as seen from another published one: MkDocs mends no link in an SVG."""
    return posixpath.relpath(f"/{_folder(target)}", f"/{_folder(origin)}") + "/"


def _folder(page: str) -> str:
    path = page.removesuffix(".md")
    return posixpath.dirname(path) if posixpath.basename(path) == "index" else path


def sheet_address(slug: str, paper: str) -> Safe:
    """Return the address of a sheet as seen from the published page of its briefing."""
    return Safe(f"../../sheets/{slug}-{paper}.pdf")


def sentence_anchor(article: Analysis, sentence: Span) -> str:
    """Name a sentence of the source by its words."""
    return f"s-{digest(one_line(sentence.of(article.text)))}"


class Anchors:
    """Gives each place of a page an anchor of its own: equal ones are numbered in the order of the page."""

    def __init__(self) -> None:
        self._count: dict[str, int] = {}

    def __call__(self, wanted: str) -> str:
        """Return `wanted`, or `wanted-2`, `wanted-3` ... where it has been given before."""
        number = self._count[wanted] = self._count.get(wanted, 0) + 1
        return wanted if number == 1 else f"{wanted}-{number}"
