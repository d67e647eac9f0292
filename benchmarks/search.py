"""What a search costs its reader: `python benchmarks/search.py [--briefings 10000] [--keep FOLDER]`.

An invented archive (benchmarks/archive.py) is put into a site beside the real search page, indexed, and searched in a
Chromium. Counted is every byte of the bodies that the server sends until the first results are there, the search page
included, compressed with gzip where static hosts do so. The pages of briefings are written without MkDocs, with the
words that a page has: MkDocs would take hours and changes no word. The figures go to standard output as Markdown.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import os
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager, suppress
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

from archive import Archive
from playwright.sync_api import expect, sync_playwright

from generator.model import Briefing
from generator.outputs.data import Desk, encoded
from generator.outputs.files import machine_files
from generator.pages.wording import quoted_words
from generator.search_build import index
from generator.search_records import facets, filter_name
from generator.settings import read_settings
from generator.site import build

ROOT = Path(__file__).resolve().parents[1]
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".webmanifest"}
KINDS = ("briefing", "quotation", "dispute", "actor")


def page(briefing: Briefing, data: dict[str, Any]) -> str:
    """Write a briefing's page with the words that the theme and the templates give it."""
    names = {actor.id: actor.name for actor in briefing.actors}
    lines = [
        f'<html lang="en"><title>{escape(briefing.title)}</title><body><div data-pagefind-body>',
        '<div hidden data-pagefind-ignore="index">',
        *(
            f'<b data-pagefind-filter="{filter_name(facet, value)}">{escape(value)}</b>'
            for facet, values in facets(data).items()
            for value in values
        ),
        f'<b data-pagefind-sort="date" data-pagefind-meta="date">{briefing.date}</b></div>',
        f"<h1>{escape(briefing.title)}</h1>",
        *(f"<p>{escape(briefing.words(0, lead.span))}</p>" for lead in briefing.lead),
        '<section class="disputes"><h2 id="disputes">Disputes</h2>',
    ]
    for contest in briefing.disputes:
        sides = " against ".join(names[party] for party in contest.parties)
        lines.append(f'<h3 id="{contest.id}">{escape(contest.issue)}</h3><p>{escape(sides)}</p>')
        lines += [f"<p>{escape(briefing.words(0, proof.evidence))}</p>" for proof in contest.evidence]
    lines.append('</section><section class="quotations"><h2 id="quotations">Quotations</h2>')
    for actor in briefing.actors:
        said = [s for s in briefing.quotes if s.quote.speaker and s.quote.speaker.actor == actor.id]
        if said:
            lines.append(f'<h3 id="said-by-{actor.id}">{escape(actor.name)}</h3>')
        lines += [
            f'<p id="q-{n}">{escape(quoted_words(briefing, 0, s.quote))}</p>' for n, s in enumerate(said)
        ]
    lines.append(f'</section><h2 id="source">From the source</h2><p>{escape(briefing.articles[0].text)}</p>')
    return "\n".join([*lines, "</div></body></html>"])


def lay_out(archive: Archive, room: Path) -> Path:
    """Make a site with the real search page and the pages and data of the archive; return its folder."""
    docs, site = room / "docs", room / "site"
    docs.mkdir()
    (docs / "index.md").write_text("# Front\n")
    (docs / "search.md").write_text(
        '---\ntitle: Search\nkind: search\n---\n\n<div id="search-page" hidden></div>\n'
    )
    settings = read_settings(ROOT / "mkdocs.yml", docs_dir=docs, site_dir=site)
    build(settings)
    shutil.rmtree(site / "pagefind")
    desk = Desk.of(archive.collection(), settings)
    for briefing in desk.briefings:
        folder = site / "briefings" / briefing.slug
        folder.mkdir(parents=True)
        data = desk.briefing(briefing)
        (folder / "data.json").write_bytes(encoded(data))
        (folder / "index.html").write_text(page(briefing, data), encoding="utf-8")
    for actor_id, dossier in desk.actors.items():
        folder = site / "actors" / actor_id
        folder.mkdir(parents=True)
        (folder / "data.json").write_bytes(encoded(desk.actor(dossier)))
    print(
        f"{len(desk.briefings):,} briefings, {len(desk.actors):,} actors, {len(desk.disputes):,} disputes, ",
        end="",
    )
    print(f"{sum(len(b.quotes) for b in desk.briefings):,} quotations.\n")
    return site


class Counting(http.server.SimpleHTTPRequestHandler):
    """Serves files, compressed as static hosts do, and counts the bytes of their bodies."""

    sent: dict[str, int] = {}  # noqa: RUF012 - one count for all answers
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {".wasm": "application/wasm"}

    def do_GET(self) -> None:
        """Answer, and count."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        packed = path.suffix in COMPRESSED
        body = gzip.compress(body, 6) if packed else body
        Counting.sent[self.path] = Counting.sent.get(self.path, 0) + len(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        with suppress(ConnectionError):
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


@contextmanager
def served(site: Path) -> Any:
    """Serve a folder; gives its address."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Counting, directory=str(site))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def searches(archive: Archive) -> dict[str, Callable[[int], str]]:
    """What is searched for: a name, a rare, a usual and a frequent word, two words."""
    return {
        "a name": lambda n: archive.names[(40 + 700 * n) % len(archive.names)],
        "a rare word": lambda n: archive.words[15_000 + 500 * n],
        "a usual word": lambda n: archive.words[1_500 + 100 * n],
        "a frequent word": lambda n: archive.words[80 + 20 * n],
        "two words": lambda n: f"{archive.words[300 + 50 * n]} {archive.words[2_000 + 50 * n]}",
    }


def measure(site: Path, archive: Archive, repeats: int = 5) -> None:
    """Search, and print what was sent."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    print(
        "| first results of | "
        + " | ".join(f"{kind}s" for kind in KINDS)
        + " |\n|---|"
        + "---:|" * len(KINDS)
    )
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, word in searches(archive).items():
            cells = []
            for kind in KINDS:
                sizes = []
                for n in range(repeats):
                    Counting.sent = {}
                    context = browser.new_context()
                    tab = context.new_page()
                    tab.goto(f"{address}search/?q={quote_plus(word(n))}&kind={kind}")
                    expect(tab.locator(".search-status")).not_to_be_empty(timeout=60_000)
                    # They are shown when all of the first ten are there; a name asks for one more file.
                    expect(tab.locator(".results > li, .search-nothing:not([hidden])").first).to_be_attached(
                        timeout=60_000
                    )
                    tab.wait_for_load_state("networkidle")
                    sizes.append(sum(Counting.sent.values()))
                    context.close()
                cells.append(f"{statistics.median(sizes) / 1000:.0f} ({max(sizes) / 1000:.0f})")
            print(f"| {name} | " + " | ".join(cells) + " |", flush=True)
        browser.close()


def size(folder: Path) -> str:
    """Word how large a folder is, in MB and files."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return f"{sum(path.stat().st_size for path in files) / 1e6:.1f} MB in {len(files):,} files"


def data_cost(number: int) -> None:
    """Print what data and feeds of an archive cost."""
    collection = Archive(number).collection()
    settings = read_settings(ROOT / "mkdocs.yml", site_url="https://example.org/")
    started = time.perf_counter()
    files = machine_files(collection, settings)
    took = time.perf_counter() - started
    print(
        f"\nData and feeds of {number:,} briefings: {took:.1f} s.\n\n| files | number | MB |\n|---|---:|---:|"
    )
    groups: dict[str, list[int]] = {}
    for path, content in files.items():
        kind, _, rest = path.partition("/")
        groups.setdefault(f"{kind}/NAME/{rest.partition('/')[2]}" if rest else kind, []).append(len(content))
    for group, sizes in sorted(groups.items()):
        print(f"| {group} | {len(sizes):,} | {sum(sizes) / 1e6:.1f} |")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--briefings", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="an empty folder for the site, to look at it afterwards")
    chosen = parser.parse_args()
    archive = Archive(chosen.briefings)
    room = chosen.keep or Path(tempfile.mkdtemp(prefix="search-"))
    try:
        site = lay_out(archive, room)
        started = time.perf_counter()
        index(site)
        print(
            f"The search of it is made in {time.perf_counter() - started:.0f} s and takes {size(site / 'pagefind')}.\n"
        )
        print("Kilobytes sent, the search page included: the median of five searches, and the most.\n")
        measure(site, archive)
        data_cost(min(1000, chosen.briefings))
    finally:
        if not chosen.keep:
            shutil.rmtree(room)


if __name__ == "__main__":
    main()
