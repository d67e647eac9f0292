"""Proof of a published site: every word of an article or an editor stands there, every link leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from generator.errors import ArticleError, BriefingsError
from generator.model import Collection
from generator.progress import tracked
from generator.settings import Settings
from generator.stories import Newsroom, edition
from generator.text import plain_spaces

QUOTED = "from-article"
"""The class of an element whose whole text is an article's: the templates put it on every quoted word."""
EDITED = "from-editor"
"""The class of an element whose whole text is an editor's, from the file of corrections."""
OUTSIDE = ("http:", "https:", "mailto:", "data:", "javascript:", "//")
ELLIPSIS = "…"
"""Stands on a page where words of the article were left out; the parts between are looked up one by one."""
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass(frozen=True, slots=True)
class Proof:
    """What a check found."""

    pages: int
    quoted: int
    """How many quoted passages were looked up."""
    edited: int
    """How many words of editors were looked up in their corrections."""
    links: int
    """How many links within the site were followed."""
    problems: tuple[str, ...]
    """One sentence each, naming the page; empty: the site is proved."""


@dataclass(slots=True)
class Page:
    """What a check needs of one HTML page."""

    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    quoted: list[str] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects the ids, links, quoted texts and editors' words of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._open: list[tuple[str, list[str] | None, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.page.ids.add(given["id"])
        self.page.links += [given[name] for name in ("href", "src") if given.get(name)]
        if tag not in VOID:
            classes = given.get("class", "").split()
            kept = self.page.quoted if QUOTED in classes else self.page.edited if EDITED in classes else None
            self._open.append((tag, kept, []))

    def handle_endtag(self, tag: str) -> None:
        if all(name != tag for name, *_ in self._open):
            return
        while self._open:
            name, kept, words = self._open.pop()
            if kept is not None:
                kept.append("".join(words))
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        for _, kept, words in self._open:
            if kept is not None:
                words.append(data)


def read_page(html: str) -> Page:
    """Collect the ids, the links and the quoted texts of an HTML page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


def fold(text: str) -> str:
    """Fold white space and odd spaces, which publishing may change; every other character counts."""
    return " ".join(plain_spaces(text).split())


def missing_words(quoted: Iterable[str], texts: Iterable[str]) -> Iterator[str]:
    """Yield the quoted texts that stand in none of the folded texts, word for word.

    A page leaves out words only with an ellipsis: each part between is looked up by itself, in one text.
    """
    texts = tuple(texts)
    for words in quoted:
        parts = [part for part in map(str.strip, fold(words).split(ELLIPSIS)) if part]
        whole = fold(words)
        if not any(whole in text or all(part in text for part in parts) for text in texts):
            yield whole


def check(settings: Settings, *, on_error: Callable[[ArticleError], None] | None = None) -> Proof:
    """Prove the published site against the articles.

    Args:
        settings: The site's settings; the site is read from `site_dir`.
        on_error: Called for each article that cannot be used; without it the first one ends the check.

    Raises:
        ArticleError: An article cannot be used and there is no `on_error`.
        BriefingsError: There is no site to check.
    """

    def raise_it(error: ArticleError) -> None:
        raise error

    site = settings.path(settings.site_dir)
    files = sorted(site.rglob("*.html"))
    if not files:
        raise BriefingsError(f"{site}: holds no page. Run `briefings generate` and `briefings build` first.")
    newsroom = Newsroom(settings, on_error or raise_it)
    corrections = newsroom.corrections()
    texts = _texts(edition(newsroom.stories(), corrections).collection)
    edited = {fold(words) for words in corrections.corrections.words()}
    pages = {
        file.relative_to(site).as_posix(): read_page(file.read_text(encoding="utf-8"))
        for file in tracked(files, "Reading pages", len(files))
    }
    problems = [
        f'{name}: quotes what no article says: "{words}"'
        for name, page in pages.items()
        for words in missing_words(page.quoted, _texts_of(name, texts))
    ]
    problems += [
        f'{name}: gives as words of an editor what {corrections.name} does not say: "{fold(words)}"'
        for name, page in pages.items()
        for words in page.edited
        if fold(words) not in edited
    ]
    links = [
        (name, link) for name, page in pages.items() for link in page.links if not link.startswith(OUTSIDE)
    ]
    problems += [
        f"{name}: the link {link} leads nowhere ({why})"
        for name, link in links
        if (why := _lost(site, name, link, pages, urlsplit(settings.site_url).path or "/"))
    ]
    return Proof(
        pages=len(pages),
        quoted=sum(len(page.quoted) for page in pages.values()),
        edited=sum(len(page.edited) for page in pages.values()),
        links=len(links),
        problems=tuple(problems),
    )


def _texts(collection: Collection) -> dict[str, list[str]]:
    return {briefing.slug: [fold(a.text) for a in briefing.articles] for briefing in collection.briefings}


def _texts_of(page: str, texts: Mapping[str, list[str]]) -> list[str]:
    """Return the texts that a page may quote: a briefing's page its own articles, any other page all."""
    match = re.fullmatch(r"briefings/([^/]+?)(?:/index)?\.html", page)
    if match and match[1] in texts:
        return texts[match[1]]
    return [text for several in texts.values() for text in several]


def _lost(site: Path, name: str, link: str, pages: Mapping[str, Page], prefix: str) -> str | None:
    """Say why a link within the site leads nowhere, or return None."""
    # Resolved against a stand-in host: a page of errors carries links from the root of the host.
    target, anchor = urldefrag(urljoin(f"http://site{prefix}{name}", link))
    path = unquote(urlsplit(target).path)
    if not path.startswith(prefix):
        return "outside of the site"
    inside = path.removeprefix(prefix)
    if inside.endswith("/") or not inside:
        inside += "index.html"
    if inside not in pages:
        return None if (site / inside).is_file() else "no such file"
    if anchor and unquote(anchor) not in pages[inside].ids:
        return "no such place on the page"
    return None
