"""Quotations over several paragraphs, each opened and only the last closed, whose cue stands behind the last."""

from __future__ import annotations

from generator.analysis.quotes.cues import speech_verbs
from generator.analysis.quotes.drafts import Draft
from generator.analysis.quotes.reading import Passage, Reading, Segment

_TAIL = 9
"""Tokens at the end of a paragraph in which a cue behind a comma says that its closing mark is missing."""


def left_open(reading: Reading, passage: Passage, before: list[Segment]) -> list[Segment]:
    """Return the quoted paragraphs that wait for a cue, after one more passage in which no quotation was found.

    Args:
        reading: The article.
        passage: The passage.
        before: The quoted paragraphs that waited before it.
    """
    if len(passage.segments) == 1:
        segment = passage.segments[0]
        whole = (segment.first, segment.end) == (passage.first, passage.end)
        if not segment.closed and whole and not lacks_mark(reading, segment):
            return [*before, segment]
    return []


def lacks_mark(reading: Reading, segment: Segment) -> bool:
    """Say whether a quoted paragraph left open ends with a cue of its own: '"We sail, Lund said.'."""
    tail = reading.tokens[max(segment.first, segment.end - _TAIL) : segment.end]
    comma = next((at for at, token in enumerate(tail) if token.text == ","), len(tail))
    return any(token.pos_ == "VERB" and token.lemma_ in speech_verbs() for token in tail[comma:])


def take_open(draft: Draft, waiting: list[Segment]) -> None:
    """Give a quotation the paragraphs directly before it that were left open."""
    if waiting and draft.segments and waiting[-1].number + 1 == draft.segments[0]:
        draft.spans[:0] = [(segment.first, segment.end) for segment in waiting]
        draft.segments[:0] = [segment.number for segment in waiting]
