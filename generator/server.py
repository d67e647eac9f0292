"""A small web server on this machine for looking at the built site, search included."""

from __future__ import annotations

import errno
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.errors import BriefingsError
from generator.settings import Settings

HOST = "127.0.0.1"
"""Nobody but this machine can see the site."""
_TYPES = {
    # The search needs them right, and what Python knows differs between machines.
    ".wasm": "application/wasm",
    ".js": "text/javascript",
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".pdf": "application/pdf",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".webmanifest": "application/manifest+json",
}


def serve(settings: Settings, port: int = 8000, ready: Callable[[str], None] | None = None) -> None:
    """Show the built site on this machine until Ctrl+C.

    Args:
        settings: The site's settings; the site is read from `site_dir`.
        port: The port; 0 for any that is free.
        ready: Told where the site can be looked at, once it can; without it that is printed.

    Raises:
        BriefingsError: There is no site, or the port is taken.
    """
    with server(settings, port) as running:
        # Flushed: whoever reads it through a pipe must not wait for the end of the server.
        (ready or partial(print, flush=True))(f"The site is at {address(settings, running)} (Ctrl+C ends)")
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            return


def server(settings: Settings, port: int) -> ThreadingHTTPServer:
    """Make the server, bound to its port but not yet answering.

    Raises:
        BriefingsError: There is no site, or the port is taken.
    """
    site = settings.path(settings.site_dir)
    if not (site / "index.html").is_file():
        raise BriefingsError(f"{site}: holds no site. Run `briefings build` first.")
    try:
        return ThreadingHTTPServer((HOST, port), partial(_Handler, site=site, base=_base(settings)))
    except (OSError, OverflowError) as error:
        taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        why = "is taken" if taken else f"cannot be used ({error})"
        raise BriefingsError(f"Port {port} {why}. Choose another one with --port.") from error


def address(settings: Settings, running: ThreadingHTTPServer) -> str:
    """Return the address of the front page on a server."""
    return f"http://{HOST}:{running.server_port}{_base(settings)}"


def _base(settings: Settings) -> str:
    """Return the path below which the site lies on its host: links from the page of errors start with it."""
    return f"{urlsplit(settings.site_url).path.rstrip('/')}/"


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site, its own page for what is not there, and no listing of folders."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | _TYPES

    def __init__(self, *given: Any, site: Path, base: str, **more: Any) -> None:
        self._site, self._base = site, base
        super().__init__(*given, directory=str(site), **more)

    def translate_path(self, path: str) -> str:
        """Find the file of an address; what lies outside of the site has none."""
        inside = urlsplit(path).path
        if not inside.startswith(self._base):
            return str(self._site / "outside-of-the-site")
        return super().translate_path("/" + inside.removeprefix(self._base))

    def do_GET(self) -> None:
        """Answer; who asks for the root of the host is sent to the site."""
        if self.path == "/" != self._base:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", self._base)
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            super().do_GET()

    def list_directory(self, path: Any) -> None:  # noqa: ARG002 - the parameter that http.server gives
        """List nothing."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where something is not there."""
        page = self._site / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", _TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        """Let the browser ask again each time: the site may have been built anew."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of each request."""
