"""What of a briefing stands on its one page: a ranking, and how far down the ranking the page reaches."""

from __future__ import annotations

from generator.model import Frozen


class Excerpt(Frozen):
    """A text that may be too long for the sheet, and how much of it is shown."""

    index: int = 0
    """Which of the briefing's lead sentences (0 for the title)."""
    length: int | None = None
    """How many code points of it are shown, an ellipsis after them; None: all of it."""


class Plea(Frozen):
    """A dispute on the sheet, with the one piece of evidence that stands for it."""

    id: str
    """The id of the Contest."""
    evidence: int
    """Which piece of the Contest's evidence."""


class Selection(Frozen):
    """What of a briefing is on its one page, in print and in the PDF sheets of every paper size.

    Everything else of the briefing is only on the full page.
    """

    title: Excerpt = Excerpt()
    lead: tuple[Excerpt, ...] = ()
    """Lead sentences, by their place in Briefing.lead, in its order."""
    actors: tuple[str, ...] = ()
    """Ids of KeyActors, in the briefing's order."""
    disputes: tuple[Plea, ...] = ()
    """In the briefing's order."""
    quotes: tuple[int, ...] = ()
    """Places in Briefing.quotes, the strongest first."""
    left_out: str = ""
    """What is only on the full page, as a phrase ("3 further quotations and 1 further dispute"); empty: nothing."""
