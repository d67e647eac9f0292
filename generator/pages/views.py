"""What the templates of pages are filled with: plain values, one record for each kind of thing that is shown."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.excerpts import Passage
from generator.pages.markdown import Safe


@dataclass(frozen=True, slots=True)
class ActorView:
    """A name with its link, if it has a page."""

    id: str
    name: str
    link: Safe
    """The name as Markdown, linked."""
    role: Safe | None
    kind: str
    named: int
    width: int
    """Length of its bar, 0 to 100."""
    print: Safe


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A sentence that shows a dispute."""

    anchor: str
    sides: Safe
    """Who is against whom in it."""
    teller: Safe | None
    """Who says so, if not the article."""
    words: str
    mark: Safe
    place: Safe | None
    """The link to the sentence in its paragraph."""
    source: str
    """The publisher, where the briefing has several."""
    print: Safe


@dataclass(frozen=True, slots=True)
class DisputeView:
    """A dispute with its sides."""

    id: str
    page: Safe
    issue: str
    mark: Safe
    kind: str
    sides: tuple[ActorView, ...]
    relation: str
    open: tuple[EvidenceView, ...]
    folded: tuple[EvidenceView, ...]
    print: Safe


@dataclass(frozen=True, slots=True)
class QuoteView:
    """Something that somebody said."""

    anchor: str
    words: Safe
    direct: bool
    attribution: Safe | None
    led_in: bool
    """Whether the words that lead up to a reported clause stand before it already."""
    inferred: bool
    """Whether the way in which the speaker was found is wrong more often than others."""
    about: tuple[Safe, ...]
    place: Safe | None
    source: str
    print: Safe


@dataclass(frozen=True, slots=True)
class Voice:
    """The quotations of one speaker."""

    anchor: str
    heading: Safe
    """The speaker's name, or the article's words for a speaker without one."""
    role: Safe | None
    quotes: tuple[QuoteView, ...]
    known: bool
    print: Safe


@dataclass(frozen=True, slots=True)
class SourceView:
    """An article, and what is shown of it."""

    title: str
    mark: Safe
    publisher: str
    """The publisher, else the by-line."""
    about: str
    """Publisher and date."""
    address: Safe | None
    passages: tuple[Passage, ...]
    cut_off: bool
