"""What the templates of pages are filled with: plain values, one record for each kind of thing that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from generator.pages.excerpts import Passage
from generator.pages.markdown import Safe
from generator.pages.speech import Speech

HIDDEN = Safe("beyond-sheet")
"""Class of what the printed page leaves out."""
KINDS = {"country": "country", "organization": "organization", "group": "group", "place": "place"}
"""What stands for a role where an actor has none."""
FEWEST_FOLDED = 3
"""To fold away fewer things costs the reader more than it spares."""


class Printable(Protocol):
    """Something that may be on the printed page."""

    @property
    def print(self) -> Safe:
        """Empty, or the class of what the printed page leaves out."""


Entry = TypeVar("Entry", bound=Printable)


@dataclass(frozen=True, slots=True)
class Folded(Generic[Entry]):
    """A list of which the end is folded away; what is printed never is."""

    open: tuple[Entry, ...]
    rest: tuple[Entry, ...]


def folded(entries: Sequence[Entry], most: int) -> Folded[Entry]:
    """Leave the first `most` entries and all that are printed; fold the others if they are not just a few."""
    rest = tuple(entry for number, entry in enumerate(entries) if number >= most and entry.print)
    if len(rest) < FEWEST_FOLDED:
        return Folded(tuple(entries), ())
    return Folded(tuple(e for number, e in enumerate(entries) if number < most or not e.print), rest)


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
    corrected: Safe | None
    """What an editor changed, here as in all records below."""
    print: Safe


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A sentence that shows a dispute."""

    anchor: str
    others: tuple[str, ...]
    """Anchors of further pieces of evidence that are shown with it: of one sentence, or of one quotation."""
    source_actor: str | None
    """The actor who is against another in it."""
    sides: Safe
    """Who is against whom in it."""
    teller: Safe | None
    """Who says so, if not the article."""
    words: Safe
    mark: Safe
    place: Safe | None
    """The link to the sentence in its paragraph."""
    source: str
    """The publisher, where the briefing has several."""
    corrected: Safe | None
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
    others: tuple[tuple[Safe, Safe], ...]
    """Quoted words in it that are of somebody else: who, and the words."""
    place: Safe | None
    source: str
    corrected: Safe | None
    print: Safe


@dataclass(frozen=True, slots=True)
class BackerView:
    """One who stands with a side of a dispute, and the sentence that shows it."""

    name: Safe
    teller: Safe | None
    words: str
    mark: Safe
    place: Safe | None


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a dispute, and what it says there."""

    actor: ActorView
    said: QuoteView | None
    told: EvidenceView | None
    """Where no words of its own are known: the sentence that tells what it, or who speaks for it, does."""
    spoken_for: bool
    """Whether that sentence tells of one who speaks for it."""
    backers: tuple[BackerView, ...]


@dataclass(frozen=True, slots=True)
class DisputeView:
    """A dispute with its sides."""

    id: str
    page: Safe
    issue: str
    mark: Safe
    heading: Safe
    """The issue, or the parties where no phrase says what it is over."""
    kind: str
    camps: tuple[tuple[SideView, ...], ...]
    """Two sides of one or several parties; more where the parties do not part into two."""
    relation: str
    teller: Safe | None
    """According to whom all of it is told, if to one."""
    evidence: tuple[EvidenceView, ...]
    sentences: int
    """How many sentences the evidence has."""
    corrected: Safe | None
    print: Safe


@dataclass(frozen=True, slots=True)
class Voice:
    """The quotations of one speaker."""

    anchor: str
    heading: Safe
    """The speaker's name, linked, or the article's words for a speaker without one."""
    name: str
    mark: Safe
    role: Safe | None
    quotes: Folded[QuoteView]
    count: int
    known: bool
    """Whether words say who speaks."""
    named: bool
    """Whether it is an actor with a name."""
    speech: Speech
    print: Safe


@dataclass(frozen=True, slots=True)
class ShareView:
    """How much of the words one speaker has."""

    name: str
    mark: Safe
    link: Safe | None
    """To the speaker's quotations on the page."""
    percent: Safe
    quoted: int
    """Length of the bar of direct speech, 0 to 100."""
    whole: int
    """Length of the whole bar."""


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
    further: tuple[Passage, ...]
    """Passages that are folded away."""
    cut_off: bool
