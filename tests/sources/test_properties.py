"""What holds for every input: no other error, every character in a block, linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import ArticleError
from generator.sources.dates import find_date, is_date_line
from generator.sources.decoding import decode
from generator.sources.layout import pieces
from generator.sources.read import parse_article
from generator.sources.roles import read_roles

LINES = st.sampled_from(
    [
        "", " ", "The council voted on Monday, its chair said.", "By Anna Tamm", "March 3, 2026",
        "(AFP/Getty Images)",
        "Read more:", "Published under: A , B", "- an item", "> a quotation", "# Heading",
        "* * *", "---", "Sample article",
        "The pier in March. (Jane Roe/AFP)", "Title: A", "“Unbalanced", "<b>{{ x }}</b>",
        "\x0c", "\x1b[0m", "\u2029",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=14).map("\n".join)
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["a.txt", "a.md"]))
def test_blocks_hold_every_character_in_order_and_nothing_else_is_raised(text: str, source: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    try:
        article = parse_article(data, source)
    except ArticleError:
        return
    at = 0
    for block in article.blocks:
        assert block.start >= at
        assert not article.text[at : block.start].strip()
        assert block.of(article.text) == block.of(article.text).strip()
        at = block.end
    assert not article.text[at:].strip()
    assert article.title.strip()
    assert article == parse_article(data, source)
    if source == "a.txt":
        assert article.text == data.decode().removeprefix("\ufeff").replace("\r\n", "\n")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([None, "utf-16", "windows-1252", "idna", "utf-7", "x"]))
def test_bytes_of_any_kind_are_a_text_or_an_error(data: bytes, encoding: str | None) -> None:
    try:
        text = decode(data, "a.txt", encoding)
    except ArticleError:
        return
    assert text.strip()
    assert text.encode("utf-8")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=150))
def test_dates_are_found_in_any_text_without_an_error(text: str) -> None:
    is_date_line(text)
    found = find_date(text)
    assert found is None or len(found) == 10


@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        "A line of text, they said.\n",
        "a\n\n",
        "- x\n",
        "(AFP/",
        "By A ",
        "Photo: ",
        "1 May ",
        ". ",
        "“",
        "\t \n",
    ],
)
def test_a_long_text_is_read_in_linear_time(unit: str) -> None:
    """Four times the text takes about four times as long, whatever the machine; quadratic time would be sixteen."""

    def seconds(size: int) -> float:
        text = "Headline\n\n" + unit * (size // len(unit) - 10) + "end"
        start = time.process_time()
        read_roles(text, pieces(text))
        return time.process_time() - start

    assert seconds(600_000) < 8 * seconds(150_000) + 0.5
