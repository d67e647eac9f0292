"""The passages of the source that serve as evidence, with the claims marked in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import PROSE, Analysis, Span
from generator.pages.links import Anchors, sentence_anchor
from generator.pages.markdown import Safe, piece

WHOLE_PARAGRAPH = 600
"""A paragraph of at most as many code points is shown whole; of a longer one what is around the claims."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one paragraph."""

    text: Safe
    gap: bool
    """Whether something of the article is left out before it."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is shown of one article, and where on the page each of its sentences is found."""

    passages: tuple[Passage, ...]
    cut_off: bool
    """Whether something of the article's prose is left out after the last passage."""
    places: tuple[tuple[Span, str], ...]
    """The sentences that are shown, in order, with their anchors."""

    def place(self, span: Span) -> str | None:
        """Return the anchor of the first shown sentence that shares a character with the span, if any."""
        return next((anchor for sentence, anchor in self.places if sentence.overlaps(span)), None)


def excerpt(
    article: Analysis,
    claims: Sequence[Span],
    quoted: Sequence[Span],
    anchors: Anchors,
    *,
    whole: bool = False,
) -> Excerpt:
    """Choose and mark what of an article is shown.

    Args:
        article: The article.
        claims: What is to be shown: evidence of disputes, quotations, lead sentences.
        quoted: What is marked in it: the words of quotations.
        anchors: Names the places on the page.
        whole: Show all of its prose.
    """
    passages: list[Passage] = []
    places: list[tuple[Span, str]] = []
    left_out = False
    for block in article.blocks:
        if block.kind not in PROSE:
            continue
        sentences = [s for s in article.sentences if block.holds(s)] or [
            Span(start=block.start, end=block.end)
        ]
        if block.kind == "headline" or not (whole or any(claim.overlaps(block) for claim in claims)):
            # The headline stands at the top of the page.
            left_out = left_out or block.kind != "headline"
            continue
        short = block.end - block.start <= WHOLE_PARAGRAPH
        runs = [sentences] if whole or short else _runs(sentences, claims)
        for run in runs:
            named = [(sentence, anchors(sentence_anchor(article, sentence))) for sentence in run]
            places += named
            starts, ends = run[0] == sentences[0], run[-1] == sentences[-1]
            stretch = Span(
                start=block.start if starts else run[0].start, end=block.end if ends else run[-1].end
            )
            text = _marked(article, stretch, named, quoted, claims)
            passages.append(Passage(text, left_out or not starts))
            left_out = not ends
    return Excerpt(tuple(passages), left_out, tuple(places))


def _runs(sentences: Sequence[Span], claims: Sequence[Span]) -> list[list[Span]]:
    """Return the sentences that hold claims, each with its neighbours, as runs without a gap."""
    wanted = {
        near
        for at, sentence in enumerate(sentences)
        if any(claim.overlaps(sentence) for claim in claims)
        for near in (at - 1, at, at + 1)
    }
    runs: list[list[Span]] = []
    for at, sentence in enumerate(sentences):
        if at in wanted:
            if at - 1 in wanted and runs:
                runs[-1].append(sentence)
            else:
                runs.append([sentence])
    return runs


def _marked(
    article: Analysis,
    stretch: Span,
    named: Sequence[tuple[Span, str]],
    quoted: Sequence[Span],
    claims: Sequence[Span],
) -> Safe:
    """Write the stretch with an element for each sentence and a mark for each quotation in it."""
    parts, at = [], stretch.start
    for sentence, anchor in named:
        parts.append(piece(article.text[at : sentence.start]))
        kind = "sentence claim" if any(claim.overlaps(sentence) for claim in claims) else "sentence"
        parts.append(Safe(f'<span class="{kind}" id="{anchor}">'))
        parts += _quotations(article, sentence, quoted)
        parts.append(Safe("</span>"))
        at = sentence.end
    parts.append(piece(article.text[at : stretch.end]))
    return Safe("".join(parts).strip())


def _quotations(article: Analysis, sentence: Span, quoted: Sequence[Span]) -> Iterable[Safe]:
    at = sentence.start
    for start, end in union(quoted, sentence):
        yield piece(article.text[at:start])
        yield Safe("<mark>")
        yield piece(article.text[start:end])
        yield Safe("</mark>")
        at = end
    yield piece(article.text[at : sentence.end])


def union(spans: Iterable[Span], within: Span) -> list[tuple[int, int]]:
    """Clip the spans to `within` and join those that overlap or touch; in order."""
    joined: list[tuple[int, int]] = []
    for span in sorted((s for s in spans if s.overlaps(within)), key=lambda s: s.start):
        start, end = max(span.start, within.start), min(span.end, within.end)
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
