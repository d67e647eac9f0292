"""An article's tokens with its quoted stretches laid over them: what the finders of quotes share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from spacy.tokens import Doc

from generator.analysis.document import dateline
from generator.analysis.syntax import is_punctuation, words_of
from generator.model import PROSE, BlockKind, Span

_DATELINE = 120
"""Code points at the head of a passage in which a dateline ends."""
_COMMAS = frozenset((",", "-", "--", "—", "–", ";", ":"))
_STOPS = frozenset((".", "!", "?", ";"))


@dataclass(frozen=True, slots=True)
class Segment:
    """An outermost stretch between quotation marks, in tokens, marks included."""

    number: int
    first: int
    end: int
    start_char: int
    end_char: int
    closed: bool
    passage: int
    """In which passage it stands."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of prose, in tokens without the white space around it."""

    first: int
    end: int
    kind: BlockKind
    segments: tuple[Segment, ...]
    depth: int = 0
    """In how many block quotations its own block quotation stands."""


class Reading:
    """The passages of a document and which of its tokens are quoted.

    What is asked of every token lies in lists, one value a token.

    Args:
        doc: A parsed document with blocks and marks.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text: str = doc._.plain or doc.text
        self.tokens = words_of(doc)
        self.forms: list[str] = [word.text for word in self.tokens]
        self.starts: list[int] = [word.idx for word in self.tokens]
        self.ends: list[int] = [
            start + len(form) for start, form in zip(self.starts, self.forms, strict=True)
        ]
        self.parts: list[str] = [word.pos_ for word in self.tokens]
        """The parts of speech."""
        silent = {form for form in set(self.forms) if form.isspace() or is_punctuation(form)}
        self.silent: list[bool] = [form in silent for form in self.forms]
        """Which tokens are no words: punctuation and white space."""
        self.quoted: list[int] = [-1] * len(self.tokens)
        """For each token the number of its segment, or -1."""
        self.segments: list[Segment] = []
        self.passages: list[Passage] = []
        pairs = [pair for pair in doc._.marks if pair.depth == 0]
        at = 0
        for block in doc._.blocks:
            if block.kind not in PROSE:
                continue
            inside = []
            while at < len(pairs) and pairs[at].start < block.end:
                if pairs[at].start >= block.start and not self._nickname(pairs[at].start, pairs[at].end):
                    inside.append(self._segment(pairs[at].start, pairs[at].end, pairs[at].closed))
                at += 1
            first, end = self.range(block.start, block.end)
            self.passages.append(Passage(first, end, block.kind, tuple(inside), block.depth))

        self.commas = [0, *accumulate([form in _COMMAS for form in self.forms])]
        """For each token how many commas, dashes and colons stand before it."""
        self.datelines = frozenset(i for passage in self.passages for i in self._dateline(passage))
        """The tokens that say where it was reported ("OSLO, Feb. 4 —")."""
        self._quoted_before = [0, *accumulate([number >= 0 for number in self.quoted])]
        stops = {
            i for i, form in enumerate(self.forms) if (form in _STOPS or "\n" in form) and self.quoted[i] < 0
        }
        stops.update(s.end - 1 for s in self.segments if self._ends_sentence(s))
        self._sentences: list[tuple[int, int]] = []
        """For each token its sentence by the punctuation."""
        first = 0
        for stop in sorted(stops):
            self._sentences += [(first, stop)] * (stop + 1 - first)
            first = stop + 1
        self._sentences += [(first, len(self.tokens))] * (len(self.tokens) - first)

    def _ends_sentence(self, segment: Segment) -> bool:
        """Say whether a sentence ends with the mark that closes a quotation: 'He called it “a farce.” Most agreed.'."""
        end, forms = segment.end, self.forms
        return (
            segment.closed
            and forms[end - 2] == "."
            and end < len(forms)
            and self.quoted[end] < 0
            and forms[end][:1].isupper()
        )

    def _dateline(self, passage: Passage) -> range:
        start = self.starts[passage.first] if passage.first < len(self.starts) else 0
        length = dateline(self.text[start : start + _DATELINE])
        return range(passage.first, bisect_left(self.starts, start + length) if length else passage.first)

    def sentence(self, at: int) -> tuple[int, int]:
        """Return the sentence around a token by its punctuation: first and end; what is quoted does not end it."""
        return self._sentences[at]

    def quoted_words(self, spans: Iterable[tuple[int, int]]) -> int:
        """Return how many tokens of the spans are quoted."""
        before = self._quoted_before
        return sum([before[end] - before[first] for first, end in spans])

    def _nickname(self, start: int, end: int) -> bool:
        """Say whether the quoted words stand between two names: William "Bill" Smith."""
        first, stop = self.range(start, end)
        if not 0 < first <= stop - 2 < len(self.tokens) - 3 or stop - first > 5:
            return False
        names = all(self.parts[i] == "PROPN" and self.forms[i][:1].isupper() for i in (first - 1, stop))
        return names and not any(self.tokens[i].is_punct for i in range(first + 1, stop - 1))

    def _segment(self, start: int, end: int, closed: bool) -> Segment:
        first, stop = self.range(start, end)
        segment = Segment(len(self.segments), first, stop, start, end, closed, len(self.passages))
        self.segments.append(segment)
        self.quoted[first:stop] = [segment.number] * (stop - first)
        return segment

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens that stand in a stretch of characters, as first and end, white space trimmed."""
        first = max(0, bisect_right(self.starts, start) - 1)
        stop = bisect_left(self.starts, end)
        while first < stop and (self.tokens[first].is_space or self.ends[first] <= start):
            first += 1
        while stop > first and self.tokens[stop - 1].is_space:
            stop -= 1
        return first, stop

    def chars(self, first: int, end: int) -> Span:
        """Return the characters of the tokens first..end."""
        return Span(start=self.starts[first], end=self.ends[end - 1])

    def words(self, tokens: Iterable[int]) -> Iterator[int]:
        """Yield the tokens that are words."""
        return (i for i in tokens if not self.silent[i])
