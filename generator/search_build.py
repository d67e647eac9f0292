"""The search of a site: Pagefind's indexes of pages, quotations and disputes, and the files of names and facets."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from generator import search_records
from generator.errors import BriefingsError
from generator.search_index import settle

FOLDER = "pagefind"
PROGRAM = "pagefind.js"
"""The program of Pagefind that the search page loads; its own interfaces, 500 kB, are left out."""

BESIDE = ".rail"
"""What stands beside the text of a briefing: lists of names, which have files of their own, and pictures."""
TWICE = ".quotations, .disputes"
"""The quotations and disputes of a briefing's page, which have indexes of their own."""


def index(site: Path, sources: bool = True) -> None:
    """Make the search of a built site; the same pages give the same bytes.

    The pages that carry data-pagefind-body are indexed, or all of them if none does.

    Args:
        site: The folder of the site, with the data of its pages.
        sources: Whether the pages of briefings show the passages that hold their quotations and the evidence.
            Their words are indexed once then, and a search of 10,000 briefings sends a tenth less.

    Raises:
        BriefingsError: Pagefind fails, or its index is of a form that is not known here.
    """
    folder = site / FOLDER
    _pagefind(site, folder, leave_out=f"{BESIDE}, {TWICE}" if sources else BESIDE)
    kinds: dict[str, Callable[[search_records.Data], str | None]] = {
        search_records.QUOTATIONS: search_records.quotations_page,
        search_records.DISPUTES: search_records.disputes_page,
    }
    with tempfile.TemporaryDirectory(prefix=".search-", dir=site.parent) as room:
        for kind, document in kinds.items():
            pages = Path(room, kind)
            pages.mkdir()
            for path, data in search_records.briefings(site):
                html = document(data)
                if html is not None:
                    (pages / path).mkdir(parents=True)
                    (pages / path / "index.html").write_text(html, encoding="utf-8")
            if any(pages.iterdir()):
                _pagefind(pages, folder / kind)
                (folder / kind / PROGRAM).unlink()
    _files_of_names(site, folder)


def _pagefind(pages: Path, out: Path, leave_out: str = "") -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(out)]
    command += ["--exclude-selectors", leave_out] if leave_out else []
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BriefingsError(
            f"Pagefind did not index the site, and what was published before is as it was: "
            f"{(done.stderr or done.stdout).strip()}"
        )
    try:
        settle(out)
    except (ValueError, LookupError, OSError, EOFError) as error:
        raise BriefingsError(
            f"Pagefind made an index of a form that is not known here ({error}), and what was published "
            "before is as it was. Install the version of Pagefind that requirements.txt names."
        ) from error
    for file in out.iterdir():
        if file.suffix in {".js", ".css"} and file.name != PROGRAM:
            file.unlink()


def _files_of_names(site: Path, folder: Path) -> None:
    """Write the names of actors, the facets, and which files of names and which indexes there are."""
    names = search_records.names(site)
    (folder / "names").mkdir()
    for key, entries in names.items():
        _write(folder / "names" / search_records.names_file(key), entries)
    there = [
        kind for kind in (search_records.QUOTATIONS, search_records.DISPUTES) if (folder / kind).is_dir()
    ]
    _write(folder / "search.json", {"indexes": there, "names": " ".join(names)})
    _write(folder / "facets.json", search_records.offered(site))


def _write(file: Path, value: Mapping[str, Any] | list[Any]) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
