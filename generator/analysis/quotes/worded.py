"""Whose words, view or opinion the rest of a sentence is: "In the words of Roth, the bridge is 'a patient'"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.quotes.options import Option, trim
from generator.analysis.quotes.reading import Reading
from generator.analysis.quotes.speakers import Found, after_of, can_speak, phrase
from generator.analysis.quotes.taken import Taken

_OPENING = frozenset(("words", "view", "opinion", "eyes", "judgment", "judgement"))
_LEAST = 3
"""Words that the rest of the sentence must have."""


def find_worded(reading: Reading, taken: Taken) -> Iterator[tuple[Option, Found]]:
    """Yield the rest of the sentences that open with "In the words of X," and X.

    Args:
        reading: The article.
        taken: Which words direct speech holds: nothing is yielded that holds some of them.
    """
    forms = reading.forms
    for i in [i for i, form in enumerate(forms) if form in _OPENING]:
        first, end = reading.sentence(i)
        if i - first > 2 or [form.lower() for form in forms[first:i]] != ["in", "the"]:
            continue
        found = after_of(reading.tokens[i])
        if found is None or not can_speak(found.head):
            continue
        comma = phrase(found.head)[1]
        apart = [
            child.right_edge.i + 1
            for child in found.head.children
            if child.dep_ == "appos" and child.i > comma
        ]
        comma = max([comma, *apart])  # "of Roth, the engineer, the bridge is ..."
        if comma + _LEAST >= end or forms[comma] != ",":
            continue
        spans = trim(reading, comma + 1, end, i)
        if spans and not any(taken[at] for at in range(*spans[0])):
            yield (
                Option(reading.tokens[i], "worded", reading.tokens[spans[0][0]], spans),
                Found(found.head, "worded"),
            )
