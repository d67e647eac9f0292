"""Markdown with front matter: the readable text of it, without the marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model import Article, BlockKind
from generator.sources.article import make_article
from generator.sources.front_matter import read_front_matter
from generator.sources.html_quotes import HtmlQuotes, mark_of
from generator.sources.layout import Piece
from generator.sources.roles import read_roles
from generator.text import one_line


@dataclass(frozen=True, slots=True)
class _Passage:
    words: str
    kind: BlockKind | None
    chunk: int
    depth: int = 0
    """Of a block quotation: in how many others it stands."""


def read_markdown(text: str, source: str) -> Article:
    """Read a Markdown file: headings, paragraphs, block quotations and list items become blocks.

    The article's text is what a reader of the page reads: the words of links, no marks, no HTML but the block
    quotations of it, no code, no table, no struck-out words. A title and subtitle of the front matter come first.
    Paragraphs are looked at as lines of a plain text are: a date, a caption or a line of the publisher is recognised.

    Args:
        text: The decoded file.
        source: The article's path.

    Raises:
        ArticleError: The front matter is broken, there is no body, or it is in another language.
    """
    front = read_front_matter(text, source)
    passages = list(_passages(text[front.end :]))
    title = front.facts.get("title", "")
    first = next((at for at, passage in enumerate(passages) if passage.kind == "heading"), None)
    if first is not None and (one_line(passages[first].words) == title or (not title and first == 0)):
        passages[first] = _Passage(passages[first].words, "headline", passages[first].chunk)
    elif title:
        passages.insert(0, _Passage(title, "headline", -2))
    subtitle = front.facts.get("subtitle", "")
    if subtitle and all(passage.words != subtitle for passage in passages):
        at = 1 if passages and passages[0].kind == "headline" else 0
        passages.insert(at, _Passage(subtitle, "subtitle", -1))
    article_text, pieces = _joined(passages)
    reading = read_roles(article_text, pieces)
    return make_article(source, article_text, reading.blocks, reading.facts | front.facts)


def _joined(passages: Sequence[_Passage]) -> tuple[str, list[Piece]]:
    parts, pieces, at = [], [], 0
    for number, passage in enumerate(passages):
        if number:
            gap = "\n" if passages[number - 1].chunk == passage.chunk else "\n\n"
            parts.append(gap)
            at += len(gap)
        parts.append(passage.words)
        pieces.append(Piece(at, at + len(passage.words), passage.chunk, passage.kind, passage.depth))
        at += len(passage.words)
    return "".join(parts), pieces


def _passages(markdown: str) -> Iterator[_Passage]:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    around: list[str] = []
    html = HtmlQuotes()
    for number, token in enumerate(parser.parse(markdown)):
        depth = around.count("blockquote_open") + html.depth
        if token.nesting == 1:
            around.append(token.type)
        elif token.nesting == -1:
            around.pop()
        elif token.type == "html_block":
            for words, inside in html.read(token.content):
                yield _Passage(words, "quotation", number, around.count("blockquote_open") + inside - 1)
        elif token.type == "inline" and "table_open" not in around:
            kind = _kind(around) or ("quotation" if html.depth else None)
            children = token.children or []
            if kind is None and len(children) == 1 and children[0].type == "image":
                kind = "caption"
            for words in _words(children):
                yield _Passage(words, kind, number, max(0, depth - 1) if kind == "quotation" else 0)


def _kind(around: Sequence[str]) -> BlockKind | None:
    if "heading_open" in around:
        return "heading"
    if "blockquote_open" in around:
        return "quotation"
    return "item" if "list_item_open" in around else None


def _words(tokens: Sequence[Token]) -> list[str]:
    """Return the words of a paragraph, one string a line (lines end at hard breaks)."""
    lines: list[list[str]] = [[]]
    struck = 0
    for token in tokens:
        if token.type in ("s_open", "s_close"):
            struck += token.nesting
        elif struck:
            continue
        elif token.type == "hardbreak":
            lines.append([])
        elif token.type == "softbreak":
            lines[-1].append(" ")
        elif token.type == "image":
            lines[-1].append(token.content if len(tokens) == 1 else "")
        elif token.type == "html_inline":
            lines[-1].append(mark_of(token.content))
        elif token.type in ("text", "code_inline", "text_special"):
            lines[-1].append(token.content)
    return [line for line in ("".join(parts).strip() for parts in lines) if line]
