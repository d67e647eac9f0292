"""Whether a sentence tells of what is long past: old quarrels are background, no live dispute."""

from __future__ import annotations

import re

YEAR = re.compile(r"(?<![\d$€£,.])(1[5-9]\d\d|20\d\d)(?![\d,]\d|\d)")
RECENT = 3
"""Years back from the latest year that the article names; what is older is background."""
BACKGROUND = re.compile(
    r"\b(?:centur(?:y|ies)|decades? ago|years? (?:ago|earlier|before)|(?:has|have|had) previously|in the past|"
    r"historically|history of|at the time of|cold war|world war|until (?:then|recently)|last decade)\b",
    re.IGNORECASE,
)


def latest_year(text: str) -> int | None:
    """Return the latest year that a text names, or None."""
    years = [int(year) for year in YEAR.findall(text)]
    return max(years) if years else None


def is_background(sentence: str, latest: int | None) -> bool:
    """Say whether a sentence only tells of the past: all its years are old, or a phrase says so.

    Args:
        sentence: The words of the sentence.
        latest: The latest year that the article names.
    """
    years = [int(year) for year in YEAR.findall(sentence)]
    if years and latest is not None and max(years) <= latest - RECENT:
        return True
    return BACKGROUND.search(sentence) is not None
