"""HTML inside of Markdown: the block quotations of it, and the marks of short ones."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BREAKS = frozenset("p br div li ul ol footer figcaption figure h1 h2 h3 h4 h5 h6 blockquote hr".split())
_HIDDEN = frozenset(("script", "style", "template"))
_SENTENCE_END = re.compile(r"(?:[.!?…][\"'”’»)\]]*|[\"”])\s*\Z")
_Q = {"<q>": "“", "</q>": "”"}


class HtmlQuotes(HTMLParser):
    """Reads the pieces of HTML of one Markdown file in order, and keeps what stands in block quotations.

    A block quotation may hold Markdown between its tags: `depth` says whether one is open.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.depth = 0
        """How many block quotations are open."""
        self._hidden = 0
        self._words: list[str] = []
        self._found: list[tuple[str, int]] = []

    def read(self, html: str) -> list[tuple[str, int]]:
        """Return the paragraphs in block quotations of a piece of HTML, each with how many stand around it."""
        self.feed(html)
        self._end_paragraph()
        found, self._found = self._found, []
        return found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph or a block quotation; "<cite>" behind a sentence begins a line of its own."""
        del attrs
        if tag in _BREAKS or (tag == "cite" and _SENTENCE_END.search("".join(self._words))):
            self._end_paragraph()
        if tag == "blockquote":
            self.depth += 1
        elif tag in _HIDDEN:
            self._hidden += 1
        elif tag == "q":
            self._words.append("“")

    def handle_endtag(self, tag: str) -> None:
        """End a paragraph or a block quotation."""
        if tag in _BREAKS:
            self._end_paragraph()
        if tag == "blockquote":
            self.depth = max(0, self.depth - 1)
        elif tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag == "q":
            self._words.append("”")

    def handle_data(self, data: str) -> None:
        """Keep the words of a block quotation."""
        if self.depth and not self._hidden:
            self._words.append(data)

    def _end_paragraph(self) -> None:
        words = " ".join("".join(self._words).split())
        self._words.clear()
        if words and self.depth:
            self._found.append((words, self.depth))


def mark_of(tag: str) -> str:
    """Return the quotation mark that a browser shows for "<q>" or "</q>", or nothing for any other tag."""
    return _Q.get(tag.lower().replace(" ", ""), "")
