from __future__ import annotations

import time

import pytest

from generator.analysis.quotes.marks import Marked, find_marks, parser_view
from generator.model import Block


def blocks(text: str) -> tuple[Block, ...]:
    found, at = [], 0
    for part in text.split("\n\n"):
        found.append(Block(start=at, end=at + len(part), kind="paragraph"))
        at += len(part) + 2
    return tuple(found)


def outer(text: str) -> list[str]:
    return [text[m.start : m.end] for m in find_marks(text, blocks(text)) if m.depth == 0]


def inner(text: str) -> list[str]:
    return [text[m.start : m.end] for m in find_marks(text, blocks(text)) if m.depth > 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We sail,” she said.", ["“We sail,”"]),
        ('"We sail," she said.', ['"We sail,"']),
        ("'We sail,' she said.", ["'We sail,'"]),
        ("‘We sail,’ she said.", ["‘We sail,’"]),
        ("``We sail,'' she said.", ["``We sail,''"]),
        ("''We sail,'' she said.", ["''We sail,''"]),
        ("«We sail», she said.", ["«We sail»"]),
        ("»We sail«, she said.", ["»We sail«"]),
        ("„We sail“, she said.", ["„We sail“"]),
        ("”We sail,” she said.", ["”We sail,”"]),
        ("'We sail,\" she said.", ["'We sail,\""]),
        ('‘We sail," she said.', ['‘We sail,"']),
        ('“We sail," she said.', ['“We sail,"']),
        ("It—“we sail”—was clear.", ["“we sail”"]),
        ('She said ("we sail") so.', ['"we sail"']),
    ],
)
def test_a_pair_of_any_typography_is_found(text: str, expected: list[str]) -> None:
    assert outer(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It isn't Anna's, and the sailors' boats aren't either.",
        "The crew of the ’90s sang rock ’n’ roll ’til dawn.",
        "She is 5'11\" tall.",
        "The dogs’ owners and the cats’ owners met.",
    ],
)
def test_apostrophes_and_measures_are_no_marks(text: str) -> None:
    assert outer(text) == []


def test_an_apostrophe_inside_single_marks_does_not_close_them() -> None:
    assert outer("'It isn't the sailors' fault,' she said.") == ["'It isn't the sailors' fault,'"]


def test_the_seed_typography_opens_single_and_closes_double_around_curly_inner_marks() -> None:
    text = "'They want a ‘reset’ of the harbor’s rules,\" she said. 'It’s late.\""
    assert outer(text) == ["'They want a ‘reset’ of the harbor’s rules,\"", "'It’s late.\""]
    assert inner(text) == ["‘reset’"]


def test_nested_quotations_have_depth() -> None:
    text = "\"He told me, 'Go home,'\" she said."
    assert find_marks(text, ()) == (Marked(0, 24), Marked(13, 23, depth=1))


def test_paragraphs_each_opened_and_the_last_closed_are_marked_unclosed_to_their_end() -> None:
    text = "“One.\n\n“Two.\n\n“Three.” He left."
    assert [(m.closed, text[m.start : m.end]) for m in find_marks(text, blocks(text))] == [
        (False, "“One."),
        (False, "“Two."),
        (True, "“Three.”"),
    ]


def test_a_missing_closing_mark_costs_that_quotation_only() -> None:
    text = "“We sail, she said. “They stay,” he said.\n\n“Good,” said Ann."
    assert outer(text)[1:] == ["“They stay,”", "“Good,”"]


def test_a_missing_opening_mark_costs_that_quotation_only() -> None:
    assert outer("We sail,” she said. “They stay,” he said.") == ["“They stay,”"]


def test_the_view_of_the_parser_has_the_same_length_and_plain_marks() -> None:
    text = "'We\u00a0sail," + "\" she said. “They ‘may’ stay.” ``No,'' he said."
    marks = find_marks(text, ())
    view = parser_view(text, marks)
    assert len(view) == len(text)
    assert view == "\"We sail,\" she said. \"They 'may' stay.\" ''No,'' he said."


def test_a_hundred_thousand_marks_in_one_block_take_seconds() -> None:
    for text in ("“a” ‘b’ " * 25_000, "“" * 100_000, "'a " * 100_000, '"' * 100_001):
        start = time.process_time()
        parser_view(text, find_marks(text, ()))
        assert time.process_time() - start < 10


def test_the_values_of_markup_are_not_quoted() -> None:
    text = 'See <a href="ferry.example" rel="next">the “old” pier</a>.'
    assert outer(text) == ["“old”"]
