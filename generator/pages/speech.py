"""How much of what is reported as said each speaker has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Briefing
from generator.pages.markdown import Safe

_WORD = re.compile(r"\w[\w’'-]*")


@dataclass(frozen=True, slots=True)
class Speech:
    """Words that articles report as said by one speaker; a word in two quotations counts once."""

    quoted: int
    """In quotation marks, as direct speech."""
    reported: int
    """In clauses that report it, those that hold some quoted words included."""

    @property
    def words(self) -> int:
        """All of them."""
        return self.quoted + self.reported


def speech(briefing: Briefing, quotes: Iterable[int]) -> Speech:
    """Count the words of quotations.

    Args:
        briefing: The briefing.
        quotes: Places in `briefing.quotes`.
    """
    direct: set[tuple[int, int]] = set()
    reported: set[tuple[int, int]] = set()
    for number in quotes:
        said = briefing.quotes[number]
        held = direct if said.quote.kind == "direct" else reported
        for span in said.quote.spans:
            words = _WORD.finditer(briefing.articles[said.article].text, span.start, span.end)
            held.update((said.article, word.start()) for word in words)
    return Speech(quoted=len(direct), reported=len(reported - direct))


def percent(part: int, whole: int) -> Safe:
    """Word a share: "34 %", "under 1 %"."""
    share = round(100 * part / whole) if whole else 0
    return Safe(f"{share}\u00a0%" if share or not part else "under 1\u00a0%")
