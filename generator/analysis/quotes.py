"""Quotes: what was said, and the words that say who said it."""

from __future__ import annotations

from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from generator.analysis.cues import act_of
from generator.analysis.direct import find_direct
from generator.analysis.drafts import Draft, continue_quotes
from generator.analysis.indirect import find_indirect, weights
from generator.analysis.marks import find_marks
from generator.analysis.reading import Reading
from generator.model import Quote, QuoteKind, Speaker


@Language.component(
    "briefings_quotes", requires=["token.dep", "token.lemma", "doc._.marks"], assigns=["doc._.quotes"]
)
def quotes(doc: Doc) -> Doc:
    """Find the direct, mixed and indirect speech of an article, and the speaker's words beside each cue."""
    if not doc._.marks:
        doc._.marks = find_marks(doc.text, doc._.blocks)
    reading = Reading(doc)
    drafts, pending = find_direct(reading)
    drafts += find_indirect(reading, drafts)
    drafts = continue_quotes(reading, drafts, pending)
    drafts.sort(key=lambda draft: (draft.spans[0], draft.spans[-1]))
    doc._.quotes = tuple(_quote(reading, draft, f"q{number}") for number, draft in enumerate(drafts, 1))
    return doc


SURE = 0.5
"""A speaker found in a construction that is more often wrong than right is left out; see docs/quality-quotes.md."""


def _quote(reading: Reading, draft: Draft, name: str) -> Quote:
    cue = draft.cue
    kind = "" if draft.kind == "indirect" else "quoted "
    sure = weights().speakers.get(kind + draft.how, 0.0 if draft.speaker is None else 0.75)
    speaker = reading.chars(*draft.speaker) if draft.speaker and sure >= SURE else None
    return Quote(
        id=name,
        spans=tuple(reading.chars(*span) for span in draft.spans),
        kind=cast(QuoteKind, draft.kind),
        speaker=Speaker(start=speaker.start, end=speaker.end) if speaker else None,
        cue=reading.chars(cue.i, cue.i + 1) if cue is not None else None,
        act=act_of(cue, clause=draft.clause) if cue is not None else "statement",
        confidence=sure,
    )
