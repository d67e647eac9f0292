"""Which words of an article quotes hold already, and which of those a longer reported clause may take over."""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.quotes.drafts import Draft
from generator.analysis.quotes.reading import Reading

_FREE = -1
_LIKELY = 0.5
"""How likely a clause must be to take over a quotation that lies in it."""


class Taken:
    """The words of quotes and of their cues.

    A quotation that lies in a longer reported clause together with its own cue, and does not stand as a sentence of its
    own, is a part of that clause ("Moe says the guests shouted “More!”"): the clause may take it over.

    Args:
        reading: The article.
        direct: Its direct speech.
    """

    def __init__(self, reading: Reading, direct: Sequence[Draft]) -> None:
        self._reading = reading
        self._direct = direct
        self._holder = [_FREE] * len(reading.tokens)
        for number, draft in enumerate(direct):
            for first, end in draft.spans:
                self._holder[first:end] = [number] * (end - first)
            if draft.cue is not None:
                self._holder[draft.cue.i] = number

    def __getitem__(self, at: int) -> bool:
        """Say whether a token is held."""
        return self._holder[at] != _FREE

    def may_end(self, spans: Sequence[tuple[int, int]]) -> bool:
        """Say whether no end of a reported clause cuts through a quote."""
        holder = self._holder
        for first, end in spans:
            if holder[first] != _FREE and not self._inside(holder[first], spans):
                return False
            if holder[end - 1] != _FREE and not self._inside(holder[end - 1], spans):
                return False
        return True

    def take(self, spans: Sequence[tuple[int, int]], likely: float) -> bool:
        """Give the words of a reported clause to it, unless another quote needs them.

        Returns:
            Whether the clause has them now.
        """
        held: set[int] = set()
        for first, end in spans:
            held.update(self._holder[first:end])
        held.discard(_FREE)
        if held and (likely < _LIKELY or not all(self._inside(number, spans) for number in held)):
            return False
        for first, end in spans:
            self._holder[first:end] = [len(self._direct)] * (end - first)
        return True

    def left(self) -> list[Draft]:
        """Return the direct speech that no clause has taken over."""
        return [
            draft for number, draft in enumerate(self._direct) if self._holder[draft.spans[0][0]] == number
        ]

    def swallowed(self) -> list[Draft]:
        """Return the direct speech that clauses have taken over."""
        return [
            draft for number, draft in enumerate(self._direct) if self._holder[draft.spans[0][0]] != number
        ]

    def _inside(self, number: int, spans: Sequence[tuple[int, int]]) -> bool:
        """Say whether a quotation and its cue lie in the spans of a clause."""
        if number >= len(self._direct):
            return False
        draft = self._direct[number]
        if draft.cue is None or len(draft.spans) > 1:
            return False
        ((first, end),) = draft.spans
        return self._is_part(first) and any(
            low <= min(first, draft.cue.i) and max(end, draft.cue.i + 1) <= high for low, high in spans
        )

    def _is_part(self, first: int) -> bool:
        """Say whether quoted words go on with the words before them: no comma and no capital sets them apart."""
        forms = self._reading.forms
        if first + 1 < len(forms) and forms[first + 1][:1].islower():
            return True
        return first > 0 and forms[first - 1][-1:].isalnum()
