"""Take the pictures of the documentation: `python tools/make_gallery.py [NAME ...]`.

The samples are published into a folder that is thrown away, and Chromium takes each picture of SHOTS at a fixed size,
as WebP (those of the README as PNG), into docs/images. It needs the tools of `make test-environment` and a Chromium:
the one named by CHROMIUM, else one on the machine, else Playwright's own.
"""

from __future__ import annotations

import base64
import functools
import http.server
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from generator.generate import generate
from generator.pages.sheet import Press, select_all
from generator.settings import Settings, read_settings
from generator.site import build
from generator.stories import Newsroom, edition

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
QUALITY = 72
"""Of WebP, in percent: text stays sharp, and a page weighs 30 to 80 kB."""
STORY, DISPUTE = "harbour-strike", "dockworkers-federation-of-canada-meridian-terminals"
SHEET_PPI = 90
A4 = (794, 1123)
"""A sheet of A4 in CSS pixels."""


class Shot(NamedTuple):
    """A picture: a page, and the part of it that is seen at the top or around an element."""

    path: str
    width: int
    height: int
    scheme: str = "light"
    element: str = ""
    paper: bool = False
    """Whether the page is shown as it is printed."""


PHONE = 390
SHOTS = {
    "front": Shot("", 1024, 900),
    "front-dark": Shot("", 1024, 900, "dark"),
    "front-phone": Shot("", PHONE, 900),
    "briefing-page": Shot(f"briefings/{STORY}/", 1024, 1250),
    "briefing-dark": Shot(f"briefings/{STORY}/", 1024, 1250, "dark"),
    "briefing-tablet": Shot(f"briefings/{STORY}/", 768, 1250),
    "briefing-phone": Shot(f"briefings/{STORY}/", PHONE, 1500),
    "no-dispute": Shot("briefings/lisbon-museum/", 1024, 800),
    "print": Shot(f"briefings/{STORY}/", *A4, paper=True),
    "dispute-page": Shot(f"disputes/{DISPUTE}-*/", 1024, 900),
    "dispute-phone": Shot(f"disputes/{DISPUTE}-*/", PHONE, 1000),
    "disputes": Shot("disputes/", 1024, 1000),
    "disputes-dark": Shot("disputes/", 1024, 1000, "dark"),
    "actor": Shot("actors/claire-beaumont/", 1024, 920),
    "actor-phone": Shot("actors/claire-beaumont/", PHONE, 1150, "dark"),
    "actors": Shot("actors/", 1024, 700),
    "search": Shot("search/?q=salmon&kind=quotation", 1024, 860),
    "search-phone": Shot("search/?q=salmon&kind=quotation", PHONE, 900),
    "not-found": Shot("no/such/page/", PHONE, 560),
    "briefing.png": Shot(f"briefings/{STORY}/", 1280, 1000),
    "dispute.png": Shot(f"briefings/{STORY}/", 1280, 0, element=".dispute"),
}
SHEETS = {"sheet-a4": STORY, "sheet.png": STORY}


def main(wanted: list[str]) -> None:
    """Take the pictures that are named, or all of them."""
    with tempfile.TemporaryDirectory() as room:
        settings = read_settings(
            ROOT / "mkdocs.yml",
            docs_dir=Path(room, "docs"),
            site_dir=Path(room, "site"),
            archive=Path(room, "archive.sqlite"),
        )
        generate(settings)
        build(settings)
        with served(Path(room, "site")) as address, chromium() as browser:
            for name, shot in SHOTS.items():
                if not wanted or name in wanted:
                    _write(name, _taken(browser, address, Path(room, "site"), name, shot))
            for name, slug in SHEETS.items():
                if not wanted or name in wanted:
                    _write(name, _sheet(browser, settings, name, slug))


def _write(name: str, picture: bytes) -> None:
    file = IMAGES / (name if "." in name else f"{name}.webp")
    file.write_bytes(picture)
    print(f"{file.relative_to(ROOT)}: {len(picture) // 1024} kB")


def _taken(browser: Browser, address: str, site: Path, name: str, shot: Shot) -> bytes:
    """Open the page of a shot and take its picture."""
    height = shot.height or 1000
    page = browser.new_page(
        viewport={"width": shot.width, "height": height},
        color_scheme="dark" if shot.scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    path = shot.path
    if "*" in path:
        path = f"{sorted(site.glob(path))[0].relative_to(site).as_posix()}/"
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    if shot.paper:
        page.emulate_media(media="print", color_scheme="light")
        # The margins of @page, which the screen does not have.
        page.evaluate("document.body.style.padding = '13mm 15mm 12mm'")
    box: dict[str, float] = {"x": 0, "y": 0, "width": shot.width, "height": height}
    if shot.element:
        found = page.locator(shot.element).first.bounding_box()
        assert found, f"{shot.path} has no {shot.element}"
        box = {"x": found["x"], "y": found["y"], "width": found["width"], "height": found["height"]}
    picture = _picture(page, name, box)
    page.close()
    return picture


def _sheet(browser: Browser, settings: Settings, name: str, slug: str) -> bytes:
    """Set the sheet of a briefing and take its picture."""
    newsroom = Newsroom(settings, _refuse)
    collection = edition(newsroom.stories(), newsroom.corrections()).collection
    briefing = next(briefing for briefing in collection.briefings if briefing.slug == slug)
    chosen = select_all(collection, settings)[slug]
    drawn = Press(settings)._ask(  # the same layout as that of the PDF, drawn instead
        briefing, chosen, "a4", lambda sheet: sheet.compile(format="png", ppi=SHEET_PPI)
    )
    assert isinstance(drawn, bytes)
    page = browser.new_page(viewport={"width": 100, "height": 100})
    source = f"data:image/png;base64,{base64.b64encode(drawn).decode()}"
    page.set_content(f'<style>body {{ margin: 0 }}</style><img src="{source}">')
    size = page.locator("img").bounding_box()
    assert size
    picture = drawn if name.endswith(".png") else _picture(page, name, dict(size))
    page.close()
    return picture


def _picture(page: Page, name: str, box: dict[str, Any]) -> bytes:
    session = page.context.new_cdp_session(page)
    form = {"format": "png"} if name.endswith(".png") else {"format": "webp", "quality": QUALITY}
    clip = {**box, "scale": 1}
    answer = session.send("Page.captureScreenshot", {**form, "clip": clip, "captureBeyondViewport": True})
    return base64.b64decode(answer["data"])


def _refuse(error: Exception) -> None:
    raise error


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a site on this machine, with its own page for what is not there."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

        def send_head(self) -> Any:
            if not Path(self.translate_path(self.path)).exists():
                self.path = "/404.html"
            return super().send_head()

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a Chromium without the machine's own scale and hinting, so that pictures are alike."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    flags = ["--no-sandbox", "--font-render-hinting=none", "--force-device-scale-factor=1"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
