"""What each block of an article is: by its form, by its place, and by what stands around it.

A news page has three zones: what stands above the body (headline, subtitle, author, date, picture), the body, and
what the publisher puts below. The rule for every doubt: it is body text. A line that is taken for body does little
harm; a paragraph taken for a line of the publisher is lost to the briefing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.model import BODY, Block, BlockKind
from generator.sources.dates import dateline
from generator.sources.layout import Piece
from generator.sources.lines import Shape, credit_tail, is_name, is_section, shape_of
from generator.text import one_line

_SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_HEADER = 12
"""The lines above the body, at most."""
_HEADLINE = 25
"""Words of a headline, at most; the longest of 924 headlines of American newspapers has 22."""
_SUBTITLE = 45
_HEADING = 12
_HEADING_ENDS = (".", "!", ",", ";", ":", "”", '"', "’", "…", "?")


@dataclass(slots=True)
class Reading:
    """The blocks of an article and the facts that its lines state; the first line for a fact counts."""

    blocks: list[Block] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)


def read_roles(text: str, pieces: Sequence[Piece], titled: bool = False) -> Reading:
    """Say what each piece of a text is.

    Args:
        text: The article's text.
        pieces: Its pieces in order; one whose kind is set keeps it.
        titled: The title is known: no piece without a kind is the headline.

    Returns:
        The blocks, none with the kind of the body if the text has no body.
    """
    page = _Page(text, pieces)
    top = page.headline(titled)
    body = page.first_body(top)
    page.header(top, body)
    page.below(body)
    return page.reading()


class _Page:
    """The pieces of one article while their kinds are being settled."""

    def __init__(self, text: str, pieces: Sequence[Piece]) -> None:
        self.text = text
        self.pieces = pieces
        self.words = [one_line(text[piece.start : piece.end]) for piece in pieces]
        self.shapes = [
            None if piece.kind in ("heading", "quotation") else shape_of(words)
            for piece, words in zip(pieces, self.words, strict=True)
        ]
        if len(pieces) == 1 and _SENTENCE_END.search(self.words[0]):
            # A sentence that stands alone is the text, even where it reads like a caption (2 of 3,020 such texts).
            self.shapes = [None]
        if len(pieces) == 1 and any(character.isalnum() for character in self.words[0]):
            self.shapes = [None]  # a text of one block is its body, whatever the form
        self.kinds: list[BlockKind | None] = [piece.kind for piece in pieces]

        self.last_text = max((at for at in range(len(pieces)) if self._is_text(at)), default=-1)

    def headline(self, titled: bool) -> int:
        """Find the headline; return the number of the piece after it."""
        if "headline" in self.kinds:
            return self.kinds.index("headline") + 1
        for at in range(min(len(self.pieces), _HEADER)):
            shape = self.shapes[at]
            if shape and shape.kind == "headline":
                self.kinds[at] = "headline"
                return at + 1
            if shape and not (shape.unsigned and not titled):
                continue
            self.shapes[at] = None
            if at + 1 < len(self.pieces) and is_section(self.words[at]) and self._may_be_headline(at + 1):
                self.kinds[at] = "tagline"
                continue
            if not titled and self._may_be_headline(at):
                self.kinds[at] = "headline"
                return at + 1
            return 0
        return 0

    def _may_be_headline(self, at: int) -> bool:
        words = self.words[at]
        return (
            self.kinds[at] is None
            and self.shapes[at] is None
            and len(words.split()) <= _HEADLINE
            and dateline(words) is None
            and len(re.findall(r"[.!?][\"'”’]?\s+[A-Z\"“‘]", words)) <= 1
            and (self._text_follows(at) or (at + 1 < len(self.pieces) and not self._is_sentence(at)))
        )

    def first_body(self, top: int) -> int:
        """Return the number of the first piece of the body.

        Lines that are sentences may stand above the date or the author (a subtitle, a caption): the body begins
        after the last line of that sort, if no more than two such sentences stand before it. A picture is no such
        sign: it may stand inside the body, unless its line directly follows.
        """
        begin = top
        loose, sentence = 0, -1
        for at in range(top, min(len(self.pieces), top + _HEADER)):
            shape = self.shapes[at]
            if self.pieces[at].kind is not None:
                break
            if shape and shape.kind in ("byline", "dateline"):
                begin = at + 1
            elif shape and shape.kind in ("credit", "caption"):
                if sentence < begin or self.pieces[sentence].chunk == self.pieces[at].chunk:
                    begin = at + 1
            elif shape is None:
                if _SENTENCE_END.search(self.words[at]):
                    loose, sentence = loose + 1, at
                if loose > 2 or len(self.words[at].split()) > 60:
                    break
        if not any(self._is_text(at) for at in range(begin, len(self.pieces))):
            begin = top
        while begin < len(self.pieces) and (
            self.shapes[begin] or (self._is_subtitle(begin, top) and self._text_follows(begin))
        ):
            begin += 1
        return begin

    def _is_text(self, at: int) -> bool:
        return self.shapes[at] is None or self.kinds[at] in BODY

    def _text_follows(self, at: int) -> bool:
        return at < self.last_text

    def _is_subtitle(self, at: int, top: int) -> bool:
        return (
            top > 0
            and self.kinds[at] is None
            and len(self.words[at].split()) <= _SUBTITLE
            and not _SENTENCE_END.search(self.words[at])
            and "subtitle" not in self.kinds[:at]
            and at == top
        )

    def header(self, top: int, body: int) -> None:
        """Settle the pieces above the body."""
        subtitle = False
        for at in range(body):
            shape = self.shapes[at]
            if self.kinds[at] is not None:
                continue
            if shape:
                self.kinds[at] = shape.kind
            elif self._is_caption(at):
                self.kinds[at] = "caption"
            elif is_name(self.words[at]) and at >= top and self._beside(at, "dateline"):
                self.kinds[at] = "byline"
                self.shapes[at] = Shape("byline", {"byline": self.words[at]})
            elif not subtitle and at >= top and len(self.words[at].split()) <= _SUBTITLE:
                self.kinds[at] = "subtitle"
                subtitle = True
            else:
                self.kinds[at] = "paragraph"

    def _is_caption(self, at: int) -> bool:
        """Say whether an unknown line above the body is a caption: printed twice, or with a credit."""
        words = self.words[at]
        for other in (at - 1, at + 1):
            if 0 <= other < len(self.pieces) and len(words) > 30:
                first, second = sorted((words, self.words[other]), key=len)
                if second.startswith(first.rstrip(". ")) and len(first) > 30:
                    return True
        if credit_tail(words):
            return True
        after = at + 1
        return (
            after < len(self.pieces)
            and at > 0
            and self.kinds[at - 1] != "headline"
            and self.pieces[after].chunk == self.pieces[at].chunk
            and self._shape(after) == "credit"
        )

    def _shape(self, at: int) -> BlockKind | None:
        shape = self.shapes[at] if 0 <= at < len(self.pieces) else None
        return shape.kind if shape else None

    def _beside(self, at: int, kind: BlockKind) -> bool:
        return kind in (self._shape(at - 1), self._shape(at + 1))

    def below(self, body: int) -> None:
        """Settle the body and what the publisher puts below it."""
        last = max(
            (at for at in range(body, len(self.pieces)) if self._is_text(at) and self._is_sentence(at)),
            default=-1,
        )
        listing = False
        for at in range(body, len(self.pieces)):
            shape, piece = self.shapes[at], self.pieces[at]
            if shape and not shape.header_only and self._counts(at, shape, at > last):
                self.kinds[at] = shape.kind
                listing = shape.opens_list
            elif listing and at > last:
                self.kinds[at] = "tagline"
            elif piece.kind is not None:
                listing = False
            elif self._is_heading(at):
                self.kinds[at] = "heading"
                self.shapes[at] = None
            else:
                self.kinds[at] = "paragraph"
                self.shapes[at] = None
                listing = False

    def _counts(self, at: int, shape: Shape, after_body: bool) -> bool:
        """Say whether a form counts at this place: a date inside the body is a heading of it."""
        if self.pieces[at].kind == "item":
            return False
        return after_body or shape.kind not in ("dateline", "headline", "byline")

    def _is_sentence(self, at: int) -> bool:
        return bool(_SENTENCE_END.search(self.words[at])) or len(self.words[at].split()) > _HEADING

    def _is_heading(self, at: int) -> bool:
        words = re.sub(r"(?:\s*\[[^\]]*\])+$", "", self.words[at])
        if not words:
            return False
        return (
            at + 1 < len(self.pieces)
            and len(words.split()) <= _HEADING
            and not words.endswith(_HEADING_ENDS)
            and not words[0].islower()
            and not words.startswith(('"', "“", "‘", "'"))
            and self._text_follows(at)
        )

    def reading(self) -> Reading:
        """Return the blocks, a caption and its credit as two, and the facts."""
        found = Reading()
        placed: tuple[int, str] | None = None  # what the first paragraph says of place and date
        for at, piece in enumerate(self.pieces):
            kind = self.kinds[at] or "paragraph"
            shape = self.shapes[at]
            if shape and kind == shape.kind:
                for name, value in shape.facts.items():
                    found.facts.setdefault(name, value)
            if kind == "caption":
                found.blocks += self._caption(piece)
            else:
                if kind == "paragraph" and placed is None:
                    placed = dateline(self.words[at]) or (0, "")
                    if placed[1]:
                        found.facts.setdefault("date", placed[1])
                found.blocks.append(Block(start=piece.start, end=piece.end, kind=kind, depth=piece.depth))
        return found

    def _caption(self, piece: Piece) -> list[Block]:
        raw = self.text[piece.start : piece.end]
        tail = credit_tail(raw)
        if not tail:
            return [Block(start=piece.start, end=piece.end, kind="caption")]
        end = piece.start + len(raw[: tail[0]].rstrip())
        return [
            Block(start=piece.start, end=end, kind="caption"),
            Block(start=piece.start + tail[0], end=piece.end, kind="credit"),
        ]
