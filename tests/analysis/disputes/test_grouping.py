"""Disputes are made of what several sentences show."""

from __future__ import annotations

import pytest

from generator.analysis.disputes.grouping import with_both_marks
from generator.model import Span


@pytest.mark.parametrize(
    ("text", "phrase", "whole"),
    [
        (
            'for calling them "spoilt tourists" in May',
            'calling them "spoilt tourists',
            'calling them "spoilt tourists"',
        ),
        (
            "for calling them “spoilt tourists” in May",
            "calling them “spoilt tourists",
            "calling them “spoilt tourists”",
        ),
        ('for calling them "spoilt" tourists" in May', 'them "spoilt" tourists', 'them "spoilt" tourists'),
        ('for calling them "spoilt tourists, all" in May', 'them "spoilt tourists', 'them "spoilt tourists'),
    ],
)
def test_an_issue_takes_the_closing_mark_that_stands_behind_it(text: str, phrase: str, whole: str) -> None:
    start = text.index(phrase)
    found = with_both_marks(Span(start=start, end=start + len(phrase)), text)
    assert found.of(text) == whole
