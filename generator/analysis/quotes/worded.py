"""Whose words, view or account a sentence is: "In the words of Roth, the bridge is 'a patient'", "as Roth put it"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.quotes.cues import lexicon
from generator.analysis.quotes.options import Option, trim
from generator.analysis.quotes.reading import Reading
from generator.analysis.quotes.speakers import Found, after_of, can_speak, phrase, subject
from generator.analysis.quotes.taken import Taken
from generator.analysis.syntax import Word

_BEFORE = frozenset(("in", "by"))
_LEAST = 3
"""Words that the rest of the sentence must have."""


def find_worded(reading: Reading, taken: Taken) -> Iterator[tuple[Option, Found]]:
    """Yield what stands in somebody's words, view or account, and him.

    That is the rest of a sentence that opens so, or the quoted words right behind: "It is, in Roth's words, 'a wreck'".

    Args:
        reading: The article.
        taken: Which words direct speech holds: nothing is yielded that holds some of them.
    """
    nouns = lexicon()["worded"]
    for token in reading.tokens:
        if token.lower_ == "put" or token.lower_ == "puts":
            found = _put(token)
        elif token.lower_ in nouns:
            found = _of_whom(reading, token)
        else:
            continue
        if found is None or reading.quoted[token.i] >= 0:
            continue
        speaker, start, comma = found
        first, end = reading.sentence(token.i)
        if reading.forms[comma : comma + 1] != [","] or comma + _LEAST >= end:
            continue
        behind = reading.quoted[comma + 1]
        if start == first:
            spans = trim(reading, comma + 1, end, token.i)
        elif behind >= 0 and behind != reading.quoted[comma]:
            segment = reading.segments[behind]
            spans = ((segment.first, segment.end),)
        else:
            continue
        if spans and not any(taken[at] for at in range(*spans[0])):
            root = reading.tokens[spans[0][0]]
            yield Option(token, "worded", root, spans), Found(speaker, "worded")


def _of_whom(reading: Reading, noun: Word) -> tuple[Word, int, int] | None:
    """Return whose words they are ("in the words of Roth", "in Roth's view"), where that begins and where it ends."""
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is not None:
        start = noun.left_edge.i - 1
        if start < 0 or reading.forms[start].lower() not in _BEFORE:
            return None
        return owner, start, noun.i + 1
    if noun.i < 2 or [reading.forms[i].lower() for i in (noun.i - 2, noun.i - 1)] != ["in", "the"]:
        return None
    found = after_of(noun)
    if found is None or not can_speak(found.head):
        return None
    end = phrase(found.head)[1]
    apart = [
        child.right_edge.i + 1 for child in found.head.children if child.dep_ == "appos" and child.i > end
    ]
    return found.head, noun.i - 2, max([end, *apart])  # "of Roth, the engineer, the bridge is ..."


def _put(verb: Word) -> tuple[Word, int, int] | None:
    """Read "as Roth put it to the committee"."""
    marks = [child for child in verb.children if child.dep_ in ("mark", "advmod") and child.lower_ == "as"]
    thing = [child for child in verb.children if child.dep_ == "dobj" and child.lower_ == "it"]
    found = subject(verb)
    if not marks or not thing or found is None or not can_speak(found.head) or found.head.lower_ == "one":
        return None
    return found.head, marks[0].i, max(thing[0].i, verb.right_edge.i) + 1
