from __future__ import annotations

import pytest

from generator.sources.dates import dateline
from generator.sources.read import parse_article


@pytest.mark.parametrize(
    "head",
    [
        "OSLO, October 5, 2026 - ",
        "OSLO, Norway, Oct. 5, 2026 (Wire) -- ",
        "New York, 5 October 2026 — ",
        "Oct 5, 2026 /Wire/ – ",
    ],
)
def test_a_report_may_begin_with_place_and_date(head: str) -> None:
    assert dateline(head + "The council met.") == (len(head), "2026-10-05")


@pytest.mark.parametrize(
    "line",
    [
        "In an email dated Oct. 5, 2026 — weeks before the vote — the mayor wrote to all.",
        "Carl Moe (October 5, 1926 – May 1, 1990) was a mayor of Oslo.",
        "The council met on October 5, 2026 - it was late.",
        "The council met.",
        "",
    ],
)
def test_a_sentence_with_a_date_is_no_dateline(line: str) -> None:
    assert dateline(line) is None


def test_the_date_at_the_head_of_a_wrapped_text_is_the_articles() -> None:
    text = (
        "OSLO, October 5, 2026 - The council met on Monday and voted for the new\n"
        "ferry line and for the bridge, which will be built in the spring of the\n"
        "next year by the company that built the old one.\n\nThe vote was close.\n"
    )
    article = parse_article(text.encode(), "a.txt")
    assert article.date == "2026-10-05"
    assert [block.kind for block in article.blocks] == ["paragraph", "paragraph"]
