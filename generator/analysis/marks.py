"""Quotation marks: which open, which close, which belong together; and a plain view of them for the parser."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from generator.model import Block


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between quotation marks, marks included."""

    start: int
    end: int
    depth: int = 0
    """0 outermost; 1 inside another, and so on."""
    closed: bool = True
    """False: the closing mark is missing (a paragraph that the next one continues, or a slip)."""


def find_marks(text: str, blocks: tuple[Block, ...]) -> tuple[Marked, ...]:
    """Pair the quotation marks of a text, block by block; sorted by start, outer before inner."""
    return ()


def parser_view(text: str, marks: tuple[Marked, ...]) -> str:
    """Return the text with plain marks and spaces for the parser, character for character."""
    return text


@Language.component("briefings_marks", assigns=["doc._.marks"])
def marks(doc: Doc) -> Doc:
    """Pair the quotation marks, unless that was done before the parse."""
    if not doc._.marks:
        doc._.marks = find_marks(doc.text, doc._.blocks)
    return doc
