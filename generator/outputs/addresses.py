"""Where the files for machines lie, and permalinks from them to the published pages."""

from __future__ import annotations

import posixpath
from urllib.parse import urlsplit

DATA, ATOM, JSON_FEED = "data.json", "feed.xml", "feed.json"
"""Names of the files beside a page: of its data and of its two feeds."""


def folder(page: str) -> str:
    """Return the folder of a published page, with a slash at its end: "actors/rehn.md" -> "actors/rehn/".

    Args:
        page: The path of the page in docs_dir; files beside the published page lie in this folder there, too.
    """
    path = page.removesuffix(".md")
    path = posixpath.dirname(path) if posixpath.basename(path) == "index" else path
    return f"{path}/" if path else ""


class Addresses:
    """Makes permalinks: absolute where it is known where the site will be, else relative to the file.

    Args:
        site_url: Where the site will be published; empty if that is not known.
    """

    def __init__(self, site_url: str) -> None:
        known = urlsplit(site_url).scheme in {"http", "https"}
        self.site = f"{site_url.rstrip('/')}/" if known else ""

    def page(self, origin: str, page: str, anchor: str = "") -> str:
        """Return the address of a page or of a place on it.

        Args:
            origin: The folder of the file that holds the link ("actors/rehn/"; empty: the root of the site).
            page: The path of the page in docs_dir.
            anchor: The place on it.
        """
        return self.file(origin, folder(page)) + (f"#{anchor}" if anchor else "")

    def file(self, origin: str, path: str) -> str:
        """Return the address of a file or folder of the published site, as seen from `origin`."""
        if self.site:
            return self.site + path
        relative = posixpath.relpath(path or ".", origin or ".")
        return f"{relative}/" if path.endswith("/") or not path else relative
