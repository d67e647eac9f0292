"""A built site, served on this machine, and a Chromium that may reach nothing else."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.outputs.files import machine_files
from generator.pages.render import render
from generator.pages.sheet import select_all
from generator.settings import Settings, read_settings
from generator.site import build
from generator.stories import Newsroom, edition
from tests.browser.served import Site, Visit
from tests.pages.made import stories

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The sample articles, corrected as they are, and some made by hand, published."""
    room = tmp_path_factory.mktemp("published")
    settings: Settings = read_settings(
        ROOT / "mkdocs.yml", docs_dir=room / "docs", site_dir=room / "site", archive=room / "archive.sqlite"
    )

    def refuse(error: Exception) -> None:
        raise error

    newsroom = Newsroom(settings, refuse)
    collection = edition([*newsroom.stories(), *stories()], newsroom.corrections()).collection
    selections = select_all(collection, settings)
    pages = {name: text.encode() for name, text in render(collection, settings, selections).items()}
    for name, content in {**pages, **machine_files(collection, settings)}.items():
        path = room / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    build(settings)
    handler = functools.partial(Quiet, directory=str(room / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}/"
        yield Site(address, room / "site", room / "docs", collection, selections)
    finally:
        server.shutdown()
        server.server_close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files, with the site's own page where there is none, and says nothing about it."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium: the one named by CHROMIUM, else one on the machine, else Playwright's own."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        if path is None and not Path(playwright.chromium.executable_path).exists():
            complaint = "no Chromium on this machine: the browser tests did not run"
            pytest.fail(complaint) if os.environ.get("CI") == "true" else pytest.skip(complaint)
        found = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Callable[..., Visit]]:
    """Open a page of the site; every request it makes and every complaint of the browser is kept."""
    contexts = []

    def open_page(path: str, width: int = 1280, height: int = 900, **options: object) -> Visit:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        contexts.append(context)
        seen = Visit(context.new_page())
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        seen.page.on("console", lambda message: seen.complaints.append(f"{message.type}: {message.text}"))
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        seen.page.goto(site.address + path)
        seen.page.wait_for_load_state("networkidle")
        return seen

    yield open_page
    for context in contexts:
        context.close()
