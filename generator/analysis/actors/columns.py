"""A document as plain lists, one value a token: what the actor components read instead of spaCy's token objects.

Reading a token attribute through spaCy takes about as long as the parse takes for a hundredth of a token; the actor
components look at every token several times and have 6 % of the parse's time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from spacy.tokens import Doc

from generator.analysis.document import dateline, register, words
from generator.analysis.world import Known, Lexicon, own_lexicon
from generator.model import BODY, PROSE, BlockKind

register()  # the components that read columns read the document's extension attributes too

_ATTRIBUTES: list[int | str] = [
    "POS",
    "TAG",
    "DEP",
    "ENT_TYPE",
    "ENT_IOB",
    "HEAD",
    "SENT_START",
    "ORTH",
    "IDX",
]


@dataclass(frozen=True, slots=True)
class Columns:
    """The tokens of a document; every list has one value a token."""

    text: list[str]
    start: list[int]
    """Offset of the first character."""
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    """Index of the syntactic head; the token itself for a root."""
    entity: list[str]
    """Label of the entity recognizer, empty for none."""
    begins: list[bool]
    """The token begins a recognized entity."""
    sentence: list[int]
    """Number of the sentence."""
    block: list[int]
    """Number of the block in doc._.blocks; -1 outside the prose blocks."""
    kinds: list[BlockKind]
    """What each block is; one value a block."""
    lexicon: Lexicon = field(default_factory=own_lexicon)
    """The names that are known."""

    @property
    def known(self) -> Mapping[str, Known]:
        """The names that are known, and what they stand for."""
        return self.lexicon.known

    def end(self, token: int) -> int:
        """Return the offset after the token's last character."""
        return self.start[token] + len(self.text[token])

    def words(self, first: int, last: int) -> str:
        """Return the tokens from `first` up to but not including `last`, joined as they are printed."""
        parts = []
        for i in range(first, last):
            if i > first and self.start[i] > self.end(i - 1):
                parts.append(" ")
            parts.append(self.text[i])
        return "".join(parts)


def noun_at(cols: Columns, token: int) -> str:
    """Return the noun that ends with a token, in lower case; what hyphens join is one: "start-up", "think-tank"."""
    word = cols.text[token].lower()
    joined = token > 1 and cols.text[token - 1] == "-" and cols.end(token - 2) == cols.start[token] - 1
    return f"{cols.text[token - 2].lower()}-{word}" if joined else word


def columns(doc: Doc, lexicon: Lexicon | None = None) -> Columns:
    """Read a parsed document.

    Args:
        doc: The document.
        lexicon: The names that are known, where a user has added some.
    """
    table = doc.to_array(_ATTRIBUTES).astype("int64").T.tolist()
    strings = doc.vocab.strings

    def names(column: Sequence[int]) -> list[str]:
        # to_array gives unsigned hashes; as int64 the large ones come out negative.
        known = {value: strings[value % 2**64] for value in set(column)}
        return [known[value] for value in column]

    sentence, number = [], -1
    for value in table[6]:
        number += value == 1
        sentence.append(max(number, 0))
    start = table[8]
    return Columns(
        text=names(table[7]),
        start=start,
        pos=names(table[0]),
        tag=names(table[1]),
        dep=names(table[2]),
        head=[i + offset for i, offset in enumerate(table[5])],
        entity=names(table[3]),
        begins=[value == 3 for value in table[4]],
        sentence=sentence,
        block=_blocks(doc, start),
        kinds=[cast(BlockKind, block.kind) for block in doc._.blocks],
        lexicon=lexicon or own_lexicon(),
    )


def _dateline(doc: Doc) -> tuple[int, int]:
    """Return where the dateline of the article stands: its place and agency are no part of the story."""
    for block in doc._.blocks:
        if block.kind in BODY:
            return block.start, block.start + dateline(words(doc, block.start, block.end))
    return 0, 0


def _blocks(doc: Doc, start: list[int]) -> list[int]:
    found, at, blocks = [], 0, doc._.blocks
    if not blocks:
        return [0] * len(start)
    opening, cut = _dateline(doc)
    ends = [block.end for block in blocks]
    begins = [block.start if block.kind in PROSE else block.end for block in blocks]
    for position in start:
        while at < len(ends) and ends[at] <= position:
            at += 1
        inside = at < len(ends) and begins[at] <= position and not opening <= position < cut
        found.append(at if inside else -1)
    return found
