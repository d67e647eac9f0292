"""What holds for the marks of every text: no error, true offsets, and a slip stays in its paragraph."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analysis.quotes.marks import Marked, find_marks, parser_view
from generator.model import Block

MARKS = "“”‘’\"'`´«»„‚‹›「」″＂"
PARAGRAPH = st.lists(
    st.sampled_from(
        [*MARKS, "word", "is", "sailors", "9", "s", " ", " ", " ", ".", "?", "—", "(", "`` ", "''", "'90s "]
    ),
    min_size=1,
    max_size=30,
).map("".join)
TEXTS = st.lists(PARAGRAPH.filter(str.strip), min_size=1, max_size=6).map(
    lambda parts: [part.strip() for part in parts]
)


def blocks(paragraphs: list[str]) -> tuple[Block, ...]:
    found, at = [], 0
    for part in paragraphs:
        found.append(Block(start=at, end=at + len(part), kind="paragraph"))
        at += len(part) + 2
    return tuple(found)


def marked(paragraphs: list[str]) -> tuple[Marked, ...]:
    return find_marks("\n\n".join(paragraphs), blocks(paragraphs))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_pairs_lie_in_their_paragraph_sorted_and_nested(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    pairs = marked(paragraphs)
    assert list(pairs) == sorted(pairs, key=lambda pair: (pair.start, -pair.end))
    for pair in pairs:
        assert any(block.start <= pair.start < pair.end <= block.end for block in blocks(paragraphs))
        around = [
            other for other in pairs if other.start <= pair.start and pair.end <= other.end and other != pair
        ]
        assert pair.depth == len(around)
    view = parser_view(text, pairs)
    assert len(view) == len(text)
    assert all(new == old or old in MARKS + ",\u00a0" for new, old in zip(view, text, strict=True))


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(MARKS), st.data())
def test_a_stray_mark_changes_no_other_paragraph(
    paragraphs: list[str], mark: str, data: st.DataObject
) -> None:
    """A quotation that is meant to run over paragraphs stands behind a colon or comma; there is none here."""
    at = data.draw(st.integers(0, len(paragraphs) - 1))
    spoiled = [*paragraphs]
    spoiled[at] = f"Word {spoiled[at]} {mark} word"
    plain = [*paragraphs]
    plain[at] = f"Word {plain[at]} word"

    def others(texts: list[str]) -> list[str]:
        text = "\n\n".join(texts)
        own = blocks(texts)[at]
        return [
            f"{text[pair.start : pair.end]} {pair.depth} {pair.closed}"
            for pair in marked(texts)
            if not own.start <= pair.start < own.end
        ]

    assert others(spoiled) == others(plain)


@pytest.mark.parametrize(
    "unit", ["“One word.", "‘One word.", "She said: “One", "One word.”", "'n' \"One\" ", '9" wide "']
)
def test_a_hundred_thousand_marks_in_as_many_paragraphs_take_seconds(unit: str) -> None:
    paragraphs = [unit] * 100_000
    start = time.process_time()
    marked(paragraphs)
    assert time.process_time() - start < 15
