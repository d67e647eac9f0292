"""What the components write on a spaCy document, and the first component: blocks and sentence starts.

Every component reads and writes typed, frozen values in extension attributes of the `Doc`; character offsets are
those of the article's text, since the document's text has the same length (characters are replaced one for one).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from generator.model import PROSE, Block

EXTENSIONS = {
    "source": "",  # str: the article's own text; empty: the document's text is the article's own
    "plain": "",  # str: the document's text, if kept: joining it from the tokens takes 0.2 % of the parse's time
    "blocks": (),  # tuple[model.Block, ...]: the article's blocks; empty: each paragraph is one
    "marks": (),  # tuple[marks.Marked, ...]: pairs of quotation marks
    "words": None,  # list[syntax.Word]: the parse, once something has read it; None before
    "quotes": (),  # tuple[model.Quote, ...]
    "columns": None,  # columns.Columns: the tokens as lists, while actors are looked for; None before and after
    "mentions": (),  # tuple[mentions.Found, ...]
    "actors": (),  # tuple[model.Actor, ...]
    "disputes": (),  # tuple[model.Dispute, ...]
    "support": (),  # tuple[model.Support, ...]
    "summary": (),  # tuple[model.Span, ...]
}


def register() -> None:
    """Declare the extension attributes; calling it again changes nothing."""
    for name, default in EXTENSIONS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


register()


@Language.component("briefings_blocks", assigns=["doc._.blocks", "token.is_sent_start"])
def blocks(doc: Doc) -> Doc:
    """Find the blocks if the reader has not given them, and let no sentence cross the edge of one.

    It must stand before the parser: the parser keeps the sentence starts that it finds.
    """
    if not doc._.blocks:
        doc._.blocks = tuple(_paragraphs(doc.text))
    starts = {block.start for block in doc._.blocks}
    # As one array: setting a single token's start looks through the whole document (2.9 s for 400,000 characters).
    values: Any = doc.to_array("SENT_START")
    inside_new = False
    for token in doc:
        inside_new = inside_new or _starts_block(token, starts)
        if inside_new and not token.is_space:
            values[token.i] = 1
            inside_new = False
    doc.from_array(["SENT_START"], values.reshape(-1, 1))
    return doc


def _starts_block(token: Token, starts: set[int]) -> bool:
    """Say whether a block starts inside the token (a token of white space may reach up to the start)."""
    return any(position in starts for position in range(token.idx, token.idx + len(token)))


def _paragraphs(text: str) -> Iterator[Block]:
    for match in re.finditer(r"\S(?:.*?\S)?(?=\s*\n\s*\n|\s*\Z)", text, re.DOTALL):
        yield Block(start=match.start(), end=match.end(), kind="paragraph")


def words(doc: Doc, start: int, end: int) -> str:
    """Return the article's own characters of a stretch, as it prints them (the parser's are made plain)."""
    return str((doc._.source or doc.text)[start:end])


def prose_sentences(doc: Doc) -> list[Span]:
    """Return the sentences of the prose blocks, trimmed of white space, in order."""
    spans = [(block.start, block.end) for block in doc._.blocks if block.kind in PROSE]
    found: list[Span] = []
    at = 0
    for sentence in doc.sents:
        first, last = sentence.start, sentence.end
        while first < last and doc[first].is_space:
            first += 1
        while last > first and doc[last - 1].is_space:
            last -= 1
        if first == last:
            continue
        start = doc[first].idx
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at == len(spans) or spans[at][0] > start:
            continue
        if found and found[-1].end == first:
            # The parser gives a mark that closes a quotation to the next sentence where it has the chance.
            while first < last and doc[first].is_quote and not doc[first - 1].whitespace_:
                first += 1
            found[-1] = doc[found[-1].start : first]
        if first < last:
            found.append(doc[first:last])
    return found


def block_of(doc: Doc, position: int) -> Block | None:
    """Return the block that holds the character, or None (binary search)."""
    low, high = 0, len(doc._.blocks)
    while low < high:
        middle = (low + high) // 2
        if doc._.blocks[middle].end <= position:
            low = middle + 1
        else:
            high = middle
    if low < len(doc._.blocks) and doc._.blocks[low].start <= position:
        found: Block = doc._.blocks[low]
        return found
    return None


_DATELINE = re.compile(
    r"(?:(?:[A-Z][A-Z.'’-]{2,}(?: [A-Z][A-Z.'’-]+){0,3}(?:, [^—–!?\"“”]{1,40}?)?(?:\s*\([^)]{2,30}\))?"
    r"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}(?:, [A-Z][\w.]+)? \((?:AP|AFP|Reuters|UPI|CNN|DPA|ANSA)\))\s*)?"
    r"(?:—|–|--?)\s+(?=[\"“‘'A-Z\d])"
)


def dateline(sentence: str) -> int:
    """Return how many characters at the head of a sentence say where it was reported ("OSLO (Wire) - "), or 0.

    The parser may end a sentence behind the place: then the dash that is left counts.
    """
    found = _DATELINE.match(sentence)
    return found.end() if found else 0
