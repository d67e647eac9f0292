"""How much of the words each speaker has."""

from __future__ import annotations

import re

import pytest

from generator.editorial.compile import Story, compile_collection
from generator.model import Quote
from generator.pages.speech import Speech, percent, speech
from tests.pages.made import HARBOUR, harbour, span, speaker


def counted(*quotes: Quote) -> Speech:
    briefing = compile_collection([Story("it", (harbour(quotes=quotes, disputes=()),))]).briefings[0]
    return speech(briefing, range(len(briefing.quotes)))


def quote(words: str, kind: str) -> Quote:
    return Quote(
        id=words, spans=(span(HARBOUR, words),), kind=kind, speaker=speaker(HARBOUR, "Officials", None)
    )


def test_words_are_counted_as_quoted_or_reported() -> None:
    direct = quote("“The union has walked away,”", "direct")
    assert counted(direct) == Speech(quoted=5, reported=0)
    assert counted(quote("the port would reopen on Oct. 14", "indirect")) == Speech(quoted=0, reported=7)


def test_a_word_in_two_quotations_counts_once() -> None:
    inner, outer = quote("signed nothing", "mixed"), quote("“We signed nothing about nights,”", "direct")
    assert counted(inner, outer) == Speech(quoted=5, reported=0)


@pytest.mark.parametrize(
    ("part", "whole", "words"), [(1, 3, "33 %"), (1, 900, "under 1 %"), (0, 5, "0 %"), (0, 0, "0 %")]
)
def test_a_share_is_worded(part: int, whole: int, words: str) -> None:
    assert re.sub("\u00a0", " ", percent(part, whole)) == words
