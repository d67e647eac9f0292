"""The published site: built beside its place, indexed for the search, and put there only when all is well."""

from __future__ import annotations

import gzip
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build as build_pages
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.errors import BriefingsError
from generator.progress import working
from generator.search_build import index
from generator.server import serve
from generator.settings import Settings
from generator.site_context import Descriptions

__all__ = ["build", "serve"]

_EPOCH = "SOURCE_DATE_EPOCH"


def build(settings: Settings) -> None:
    """Publish the pages with MkDocs and index them with Pagefind.

    The site is built in a folder beside its place and moved there as a whole at the end: readers never see
    half of one, and whatever fails, what was published before stays. The same pages give the same bytes.

    Args:
        settings: The site's settings; the pages are in `docs_dir`, the site goes to `site_dir`.

    Raises:
        BriefingsError: There are no pages, MkDocs warns of something, or the site cannot be put there.
    """
    docs = settings.path(settings.docs_dir)
    site = settings.path(settings.site_dir).resolve()
    if not any(docs.rglob("*.md")):
        raise BriefingsError(f"{docs}: holds no page. Run `briefings generate` first.")
    _may_replace(site, settings)
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent) as room:
            fresh = Path(room, "fresh")
            with working("Publishing the pages"):
                _render(settings, docs, fresh)
            with working("Indexing them for the search"):
                index(fresh, sources=settings.source_text != "none")
            _publish(fresh, site, Path(room, "before"))
    except OSError as error:
        raise BriefingsError(
            f"{site}: the site cannot be put there ({error.strerror or error}); what was published before is "
            "as it was. Check the permissions and the room on the disk, or choose another folder with "
            "--site-dir."
        ) from error


def _may_replace(site: Path, settings: Settings) -> None:
    """Make sure that the folder is ours to replace: a wrong `site_dir` must not cost anybody their files."""
    ours = (settings.root, settings.docs_dir, settings.articles, settings.templates)
    for path in (settings.path(path).resolve() for path in ours):
        if path.is_relative_to(site) or (path != settings.root.resolve() and site.is_relative_to(path)):
            raise BriefingsError(
                f"{site}: site_dir must lie apart from {path}. Mend it in {settings.config}."
            )
    if site.exists() and not site.is_dir():
        raise BriefingsError(
            f"{site}: is a file, and site_dir must be a folder. Mend it in {settings.config}."
        )
    if site.is_dir() and any(site.iterdir()) and not (site / "index.html").is_file():
        raise BriefingsError(
            f"{site}: holds files but no site, and building would delete them. Empty it, or choose another "
            "folder with --site-dir."
        )


def _render(settings: Settings, docs: Path, site: Path) -> None:
    """Let MkDocs make the HTML; a warning of it is an error."""
    with _complaints() as complaints, _no_clock() as dated:
        try:
            config = load_config(
                str(settings.config),
                docs_dir=str(docs),
                site_dir=str(site),
                strict=True,
                site_url=settings.site_url,
            )
            config.plugins["briefings"] = Descriptions(settings, docs)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build_pages(config)
            finally:
                config.plugins.on_shutdown()
        except (MkDocsException, TemplateError) as error:
            told = "; ".join(dict.fromkeys([*complaints, str(error)]))
            raise BriefingsError(
                f"{settings.config}: MkDocs did not build the site, and what was published before is as it "
                f"was: {told}"
            ) from error
    _settle_sitemap(site, dated)


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect what MkDocs warns of, instead of printing it."""
    told: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            told.append(record.getMessage())

    logger, collector = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    logger.addHandler(collector)
    try:
        yield told
    finally:
        logger.removeHandler(collector)


@contextmanager
def _no_clock() -> Iterator[bool]:
    """Stop the clock that MkDocs reads, unless somebody has; say whether somebody has."""
    known = os.environ.get(_EPOCH)
    os.environ.setdefault(_EPOCH, "0")
    try:
        yield known is not None
    finally:
        if known is None:
            del os.environ[_EPOCH]


def _settle_sitemap(site: Path, dated: bool) -> None:
    """Take the date of the build out of the sitemap, and the time and path of it out of the packed one."""
    sitemap = site / "sitemap.xml"
    if not sitemap.is_file():
        return
    text = sitemap.read_bytes()
    if not dated:
        text = re.sub(rb"\s*<lastmod>1970-01-01</lastmod>", b"", text)
    sitemap.write_bytes(text)
    (site / "sitemap.xml.gz").write_bytes(gzip.compress(text, mtime=0))


def _publish(fresh: Path, site: Path, before: Path) -> None:
    """Move the new site into place and the old one out; if that fails, the old one moves back."""
    had_one = site.exists()
    if had_one:
        site.rename(before)
    try:
        fresh.rename(site)
    except OSError:
        if had_one:
            before.rename(site)
        raise
    shutil.rmtree(before, ignore_errors=True)
