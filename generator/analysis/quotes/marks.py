"""Quotation marks: which open, which close, which belong together; and a plain view of them for the parser.

A mark's place decides before its shape does: after a space and before a word it opens, after a word and before a
space it closes, whatever its typography. So one kind may open and another close ('like this"), and a mark of the
wrong direction does no harm. Where the place says nothing, the shape decides, then what is open.

The marks of each block are paired alone, in one pass; a missing mark therefore costs one quotation at most.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from generator.model import Block
from generator.text import plain_spaces


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between quotation marks, marks included."""

    start: int
    end: int
    depth: int = 0
    """0 outermost; 1 inside another, and so on."""
    closed: bool = True
    """False: the closing mark is missing (a paragraph that the next one continues, or a slip)."""
    opened: bool = True
    """False: the opening mark stands in a paragraph before."""


OPENERS = frozenset("“„«‹‘‚`‟‛「『")
CLOSERS = frozenset("”»›’´」』")
DOUBLE = frozenset('“”„«»‟"″＂「」『』')
_MARK = re.compile(
    r"[“”„«»‟\"″＂「」『』‘’'＇‚‹›`‛´,](?:(?<=`)`|(?<=')'|(?<=´)´|(?<=’)’|(?<=‘)‘|(?<=,),(?=\w)|(?<!,))"
)
"""A mark, or two that are one; the set of all first characters stands at the head, since the search is fast then."""
_AND = re.compile(r"['’‘](?<!\w['’‘])[nN]['’](?=\W)")
"""Rock 'n' roll."""
_VALUE = re.compile(r"""\w=(["'])[^"'<>\n]{0,200}?\1(?=[\s/>])""")
"""The value of an attribute in markup that an article shows: <a href="...">."""
_BEFORE_OPENING = frozenset("([{-–—/:…=>*_|#")
"""Characters after which a mark opens as it does after a space."""
_AFTER_CLOSING = frozenset(")]}-–—/.,;:!?…<*_|")
"""Characters before which a mark closes as it does before a space."""
_ENDS = frozenset(".,!?;…—–-)")
"""Characters that end quoted words: a single mark behind one of them is no apostrophe."""
_STOPS = (",", ".", "!", "?")
_ELIDED = re.compile(
    r"(?:\d0s|\d\ds?|em|til|till|tis|twas|twere|cause|cuz|bout|round|cept|nother|neath|n|kay|er|im|ere|gainst)\b",
    re.IGNORECASE,
)
"""Words that are written with an apostrophe at their head: '90s, 'em, 'til."""
_BEFORE_SENTENCE = frozenset((": ", ", ", ". ", "? ", "! "))
"""What stands before a quoted sentence inside of a paragraph."""
_PLURAL = re.compile(r"[sSzx]\Z")

_DIMENSION = re.compile(r"[ -](?:wide|deep|long|high|tall|thick|across|by|x|pipes?|screens?|in diameter)\b")
"""What stands behind inches and feet: a 9" pipe."""

Place = Literal["open", "close", "either", "inside"]


class _Mark(NamedTuple):
    start: int
    end: int
    double: bool
    place: Place
    strong: bool
    """Behind punctuation: surely no apostrophe."""


def find_marks(text: str, blocks: tuple[Block, ...]) -> tuple[Marked, ...]:
    """Pair the quotation marks of a text, block by block; sorted by start, outer before inner.

    Args:
        text: The article's own text.
        blocks: Its blocks, in order; without any, the text is one block.

    Returns:
        The pairs, and the openings that nothing closes: those of a paragraph that the next one continues end with
        the paragraph, a slip ends before the next opening mark or with the paragraph.
    """
    spans = [(block.start, block.end) for block in blocks] or [(0, len(text))]
    found: list[list[Marked]] = []
    stray: list[_Mark | None] = []
    for number, (start, end) in enumerate(spans):
        after = spans[number + 1][0] if number + 1 < len(spans) else start
        goes_on = after > start and text[after] in _SINGLE
        marks = list(_scan(text, start, end))
        pairs, lost = _pair(text, start, end, marks, goes_on) if marks else ([], None)
        found.append(pairs)
        stray.append(lost)
    _join(text, spans, found, stray)
    return tuple(pair for pairs in found for pair in pairs)


_SINGLE = frozenset("'‘‚‹`")
_PARAGRAPHS = 5
"""Over how many paragraphs a quotation may run whose opening mark is not repeated."""


def _join(
    text: str, spans: Sequence[tuple[int, int]], found: list[list[Marked]], stray: Sequence[_Mark | None]
) -> None:
    """Join a quotation that is opened in one paragraph and closed in a later one, with no mark between.

    Only behind a colon or comma ("She said: “One." and below it "Two.”"): else the marks are two slips.
    """
    for number, pairs in enumerate(found):
        if not pairs or pairs[-1].closed or pairs[-1].depth or text[pairs[-1].start] in _SINGLE:
            continue
        if text[max(0, pairs[-1].start - 2) : pairs[-1].start] not in (": ", ", "):
            continue
        for last in range(number + 1, min(number + _PARAGRAPHS, len(spans))):
            if found[last]:
                break
            closing = stray[last]
            if closing is not None:
                for between in range(number + 1, last):
                    found[between].append(Marked(*spans[between], closed=False, opened=False))
                found[last].append(Marked(spans[last][0], closing.end, opened=False))
                break


def _scan(text: str, start: int, end: int) -> Iterator[_Mark]:
    """Yield what may be a quotation mark in a block, with what its place says; apostrophes are left out."""
    elided = {at for match in _AND.finditer(text, start, end) for at in (match.start(), match.end() - 1)}
    if text.find("=", start, end) >= 0:
        values = _VALUE.finditer(text, start, end)
        elided |= {at for match in values for at in (match.start() + 2, match.end() - 1)}
    for match in _MARK.finditer(text, start, end):
        a, b = match.span()
        if a in elided:
            continue
        shape = match[0]
        before = text[a - 1] if a > start else " "
        after = text[b] if b < end else " "
        double = len(shape) == 2 or shape in DOUBLE
        if not double and before.isalnum() and after.isalnum():
            continue  # an apostrophe: isn't
        if (
            before.isdigit()
            and shape in "\"″'"
            and (after.isalnum() or after in " -,.")
            and _is_measure(text, a, start)
        ):
            continue  # 6'2", a 9" pipe
        place = _place(shape, before, after)
        if not double and place == "open" and _ELIDED.match(text, b, end):
            continue
        strong = before in _ENDS or before in CLOSERS or before in DOUBLE or before == "'"
        yield _Mark(a, b, double, place, strong)


def _is_measure(text: str, at: int, start: int) -> bool:
    """Say whether the number before a mark measures feet or inches: 6'2", not 'in 2012"."""
    match = re.search(r"(\d{1,2}['’])?(\d{1,2})\Z", text[max(start, at - 6) : at])
    if match is not None and _DIMENSION.match(text, at + 1):
        return True
    return match is not None and (match[1] is not None or text[at] in "'") and text[at - 3 : at - 2] != "0"


def _place(shape: str, before: str, after: str) -> Place:
    can_open = (
        not after.isspace() and (before.isspace() or before in _BEFORE_OPENING) and after not in ",;:!?"
    )
    can_close = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    if before in OPENERS or (before in "\"'" and not can_close):
        can_open = can_open or not after.isspace()
    if after in CLOSERS or after in "\"'":
        can_close = can_close or not before.isspace()
        can_open = can_open and not before.isalnum()
    if can_open and not can_close:
        return "open"
    if can_close and not can_open:
        return "close"
    if shape[0] in OPENERS and not (before.isalnum() and after.isspace()):
        return "open"
    if shape[0] in CLOSERS:
        return "close"
    if before.isalnum() and after.isalnum():
        return "inside"
    return "either"


def _pair(
    text: str, start: int, end: int, marks: Sequence[_Mark], goes_on: bool
) -> tuple[list[Marked], _Mark | None]:
    """Pair the marks of one block with a stack.

    Args:
        text: The article's text.
        start: Where the block begins.
        end: Where it ends.
        marks: Its marks.
        goes_on: The next block begins with a single mark: this one may be left open.

    Returns:
        The pairs, and the only double mark of the block if it closes and nothing opens.
    """
    stray: _Mark | None = None
    closes_later = _singles_to_come(marks)
    stack: list[_Mark] = []
    found: list[Marked] = []
    doubles = 0  # how many of the stack are double

    def close(position: int, mark: _Mark) -> None:
        nonlocal doubles
        for lost in stack[position + 1 :]:
            # An opening that is inside of a closed pair and itself not closed: an apostrophe, or a slip.
            doubles -= lost.double
        opened = stack[position]
        doubles -= opened.double
        del stack[position:]
        found.append(Marked(opened.start, mark.end, depth=position))

    for number, mark in enumerate(marks):
        place = mark.place
        if place == "inside" and not mark.double:
            continue
        if place in ("either", "inside"):
            place = "close" if any(m.double == mark.double for m in stack[-2:]) else "open"
        if place == "open":
            stack.append(mark)
            doubles += mark.double
            continue
        position = _closes(mark, stack, doubles)
        if position is None:
            stray = mark if mark.double else stray
            continue
        weak = not mark.double and not mark.strong and _possessive(text, mark, end)
        if weak and (closes_later[number] or (goes_on and stack[0].start == start)):
            continue
        close(position, mark)
    found += _unclosed(text, start, end, stack, marks, goes_on)
    found.sort(key=lambda pair: (pair.start, -pair.end))
    return _with_depth(found), stray if sum(mark.double for mark in marks) == 1 else None


def _closes(mark: _Mark, stack: Sequence[_Mark], doubles: int) -> int | None:
    """Return which open mark a closing one closes: its own kind first, then the other.

    Only the top three are looked at: quotations are not nested deeper, and the search stays constant.
    """
    reach = range(len(stack) - 1, max(-1, len(stack) - 4), -1)
    for position in reach:
        if stack[position].double == mark.double:
            return position
    if not stack:
        return None
    if mark.double and not doubles:
        return max(0, len(stack) - 3)  # opened by a single mark, closed by a double one: the outermost
    if not mark.double and mark.strong and len(stack) == 1:
        return 0
    return None


def _singles_to_come(marks: Sequence[_Mark]) -> list[bool]:
    """Say for each mark whether a better closing one than it comes before the next opening one."""
    later, answer = False, []
    for mark in reversed(marks):
        answer.append(later)
        if mark.place == "open":
            later = False
        elif mark.place == "close" and (mark.strong or mark.double):
            later = True
    answer.reverse()
    return answer


def _possessive(text: str, mark: _Mark, end: int) -> bool:
    """Say whether a single mark may be the apostrophe of a plural ("the workers' union")."""
    if _PLURAL.search(text[mark.start - 1 : mark.start]) is None:
        return False
    if text[mark.end : mark.end + 1] in _STOPS and text[mark.end + 1 : min(mark.end + 2, end)] in ("'", "’"):
        return True  # 'It is the sailors'.'
    follows = text[mark.end : min(mark.end + 2, end)]
    return len(follows) == 2 and follows[0] == " " and (follows[1].isalnum())


def _unclosed(
    text: str, start: int, end: int, stack: Sequence[_Mark], marks: Sequence[_Mark], goes_on: bool
) -> Iterator[Marked]:
    """Yield the openings that nothing closes.

    A single one only at the head of the block, or behind a colon where the next block goes on (else an apostrophe).
    """
    openings: dict[str, list[int]] = {}
    for mark in marks:
        if mark.place == "open" and mark.double:
            openings.setdefault(text[mark.start], []).append(mark.start)
    for mark in stack:
        introduced = goes_on and text[max(start, mark.start - 2) : mark.start] in _BEFORE_SENTENCE
        if not mark.double and mark.start != start and not introduced:
            continue
        # An opening of the same shape says that this one was to be closed before it; “...” inside of " does not.
        same = openings.get(text[mark.start], [])
        after = bisect_right(same, mark.start)
        stop = same[after] if after < len(same) else end
        stop -= len(text[mark.start : stop]) - len(text[mark.start : stop].rstrip())
        if stop > mark.end:
            yield Marked(mark.start, stop, closed=False)


def _with_depth(found: Sequence[Marked]) -> list[Marked]:
    """Set the depth of pairs that are sorted by start, outer before inner.

    An unclosed one may cross others, since its end is guessed: it ends with the pair around it, and one that ends
    inside of a closed pair is no quotation.
    """
    kept: list[Marked] = []
    around: list[Marked] = []
    crossed: set[Marked] = set()
    for pair in found:
        while around and around[-1].end <= pair.start:
            around.pop()
        if around and around[-1].end < pair.end:
            if pair.closed:
                while around and around[-1].end < pair.end:
                    crossed.add(around.pop())
            else:
                pair = replace(pair, end=around[-1].end)
        around.append(pair)
        kept.append(pair)
    ends: list[int] = []
    result = []
    for pair in kept:
        if pair in crossed:
            continue
        while ends and ends[-1] <= pair.start:
            ends.pop()
        result.append(replace(pair, depth=len(ends)))
        ends.append(pair.end)
    return result


def parser_view(text: str, marks: tuple[Marked, ...]) -> str:
    """Return the text with plain marks and spaces for the parser, character for character.

    Outer quotations get double marks and inner ones single marks, whatever the article uses: a parser knows a
    quotation by them. Marks of two characters ('' and ``) stay two characters.
    """
    plain = plain_spaces(text)
    for odd, mark in _PLAIN:
        plain = plain.replace(odd, mark)
    changed = list(plain)
    for pair in marks:
        mark = '"' if pair.depth % 2 == 0 else "'"
        ends = ([pair.start] if pair.opened else []) + ([pair.end - 1] if pair.closed else [])
        for at in ends:
            if plain[at] == "`" or plain[at : at + 2] == "``":
                changed[at] = "'"
            twin = at + 1 if at == pair.start else at - 1
            if (
                plain[at] in "'`"
                and 0 <= twin < len(plain)
                and plain[twin] == plain[at]
                and text[twin] == text[at]
            ):
                changed[at] = changed[twin] = "'"
                continue
            changed[at] = mark
    return "".join(changed)


_PLAIN = (*((odd, '"') for odd in "“”„‟«»″＂「」『』"), *((odd, "'") for odd in "‘’‚‹›‛´＇"))
"""Each odd mark with its plain one; replacing one after the other is ten times as fast as a table of characters."""


@Language.component("briefings_marks", assigns=["doc._.marks"])
def marks(doc: Doc) -> Doc:
    """Pair the quotation marks, unless that was done before the parse."""
    if not doc._.marks:
        doc._.marks = find_marks(doc._.plain or doc.text, doc._.blocks)
    return doc
