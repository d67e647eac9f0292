"""How a plain text is laid out: its lines, or its paragraphs where they were wrapped by hand."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import BlockKind

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]*\S[^\n\r\v\f\x85\u2028\u2029]*")
_BULLET = re.compile(r"(?:[-*•·‣▪●◦–—]|\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S*\w)")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_WIDEST = 132
"""Text wrapped by hand is never wider, in characters."""
_NARROWEST = 40
_WRAPPED_SHARE = 0.7
_CLAUSE = 30
"""A line at least that long (characters) that ends in mid-sentence goes on in the next line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that will be a block: a line, or the lines of a wrapped paragraph."""

    start: int
    end: int
    chunk: int
    """Pieces with no empty line between them have the same number."""
    kind: BlockKind | None = None
    """What it is, where the layout says so."""
    depth: int = 0
    """Of a block quotation: in how many others it stands."""


def pieces(text: str) -> list[Piece]:
    """Split a text into pieces, in order; together they hold every character that is not white space."""
    lines = list(_lines(text))
    width = _wrap_width(text, lines)
    found: list[Piece] = []
    for position, line in enumerate(lines):
        last = lines[position - 1] if position else None
        if found and last and last.chunk == line.chunk and _goes_on(text, last, line, width):
            found[-1] = Piece(found[-1].start, line.end, line.chunk, found[-1].kind)
        else:
            found.append(Piece(line.start, line.end, line.chunk, _kind(text, line)))
    return found


def _lines(text: str) -> Iterator[Piece]:
    chunk, end = 0, 0
    for match in _LINE.finditer(text):
        words = match[0].strip()
        start = match.start() + match[0].index(words)
        gap = text[end:start]
        if end and (gap.count("\n") or gap.count("\r")) + gap.count("\f") + gap.count("\u2029") > 1:
            chunk += 1
        yield Piece(start, start + len(words), chunk)
        end = start + len(words)


def _kind(text: str, line: Piece) -> BlockKind | None:
    if text[line.start] == ">":
        return "quotation"
    return "item" if _BULLET.match(text, line.start, line.end) else None


def _wrap_width(text: str, lines: Sequence[Piece]) -> int | None:
    """Return the width to which the text was wrapped by hand, in characters, or None if it was not.

    A text is wrapped if nearly every line of its longer paragraphs is so full that the next word had no room.
    """
    chunks: dict[int, list[Piece]] = {}
    for line in lines:
        chunks.setdefault(line.chunk, []).append(line)
    long = [chunk for chunk in chunks.values() if len(chunk) >= 3]
    if not long:
        return None
    widths = sorted(max(line.end - line.start for line in chunk) for chunk in long)
    width = widths[len(widths) // 2]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    pairs = [pair for chunk in long for pair in itertools.pairwise(chunk)]
    full = sum(_is_full(text, line, after, width) for line, after in pairs)
    return width if full >= _WRAPPED_SHARE * len(pairs) else None


def _is_full(text: str, line: Piece, after: Piece, width: int) -> bool:
    first_word = text[after.start : after.end].split(maxsplit=1)[0]
    return (line.end - line.start) + 1 + len(first_word) > width


def _goes_on(text: str, line: Piece, after: Piece, width: int | None) -> bool:
    """Say whether the second of two adjacent lines goes on with the paragraph of the first."""
    if _kind(text, after) == "quotation":
        return _kind(text, line) == "quotation"
    if _kind(text, after) == "item":
        return False
    if width is not None:
        indented = _indent(text, after) > _indent(text, line) and _kind(text, line) is None
        return _is_full(text, line, after, width) and not indented
    words = text[line.start : line.end]
    return len(words) >= _CLAUSE and text[after.start].islower() and not _SENTENCE_END.search(words[-8:])


def _indent(text: str, line: Piece) -> int:
    start = line.start
    while start and text[start - 1] in " \t":
        start -= 1
    return sum(4 if character == "\t" else 1 for character in text[start : line.start])
