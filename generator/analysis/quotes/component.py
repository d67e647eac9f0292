"""Quotes: what was said, and the words that say who said it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from generator.analysis.quotes.alone import alone
from generator.analysis.quotes.choosing import choose_speaker
from generator.analysis.quotes.cues import act_of
from generator.analysis.quotes.direct import find_direct
from generator.analysis.quotes.drafts import Draft, continue_quotes
from generator.analysis.quotes.indirect import choose, weigh_clauses
from generator.analysis.quotes.marks import find_marks
from generator.analysis.quotes.naming import only_names
from generator.analysis.quotes.nested import find_told
from generator.analysis.quotes.reading import Reading
from generator.analysis.quotes.taken import Taken
from generator.model import Quote, QuoteKind, Speaker, Told


@Language.component(
    "briefings_quotes", requires=["token.dep", "token.lemma", "doc._.marks"], assigns=["doc._.quotes"]
)
def quotes(doc: Doc) -> Doc:
    """Find the direct, mixed and indirect speech of an article, and the speaker's words beside each cue."""
    if not doc._.marks:
        doc._.marks = find_marks(doc._.plain or doc.text, doc._.blocks)
    reading = Reading(doc)
    drafts = find_quotes(reading)
    for draft in drafts:
        choose_speaker(reading, draft)
        for inner in draft.told:
            choose_speaker(reading, inner)
    doc._.quotes = tuple(_quote(reading, draft, f"q{number}") for number, draft in enumerate(drafts, 1))
    return doc


def find_quotes(reading: Reading) -> list[Draft]:
    """Find the quotes of an article in the order of the text, each with the speaker that its construction names."""
    direct, pending = find_direct(reading)
    taken = Taken(reading, direct)
    scored = weigh_clauses(reading, taken)
    reported = [draft for draft in choose(reading, scored, taken) if not only_names(reading, draft)]
    drafts, lone = continue_quotes(reading, taken.left() + reported, pending)
    held = {number for draft in drafts for number in draft.segments}
    drafts += alone(reading, [segment for segment in lone if segment.number not in held])
    find_told(reading, drafts, scored, taken.swallowed())
    return sorted(drafts, key=lambda draft: (draft.spans[0], draft.spans[-1]))


def _quote(reading: Reading, draft: Draft, name: str) -> Quote:
    cue = draft.cue
    return Quote(
        id=name,
        spans=tuple(reading.chars(*span) for span in draft.spans),
        kind=cast(QuoteKind, draft.kind),
        speaker=_speaker(reading, draft),
        cue=reading.chars(cue.i, cue.i + 1) if cue is not None else None,
        act=act_of(cue, clause=draft.clause) if cue is not None else "statement",
        told=tuple(_told(reading, draft)),
        confidence=round(draft.likely, 3),
    )


def _speaker(reading: Reading, draft: Draft) -> Speaker | None:
    if draft.speaker is None:
        return None
    first, end = draft.speaker
    return Speaker(start=reading.starts[first], end=reading.ends[end - 1])


def _told(reading: Reading, draft: Draft) -> Iterator[Told]:
    """Yield what a quote tells of others, where it says of whom."""
    for inner in sorted(draft.told, key=lambda inner: inner.spans[0]):
        speaker = _speaker(reading, inner)
        if speaker is not None and inner.cue is not None:
            yield Told(
                spans=tuple(reading.chars(*span) for span in inner.spans),
                speaker=speaker,
                cue=reading.chars(inner.cue.i, inner.cue.i + 1),
            )
