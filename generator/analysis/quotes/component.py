"""Quotes: what was said, and the words that say who said it."""

from __future__ import annotations

from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from generator.analysis.quotes.choosing import choose_speaker
from generator.analysis.quotes.cues import act_of
from generator.analysis.quotes.direct import find_direct
from generator.analysis.quotes.drafts import Draft, continue_quotes
from generator.analysis.quotes.indirect import find_indirect
from generator.analysis.quotes.marks import find_marks
from generator.analysis.quotes.naming import only_names
from generator.analysis.quotes.reading import Reading
from generator.analysis.quotes.taken import Taken
from generator.model import Quote, QuoteKind, Speaker


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
    doc._.quotes = tuple(_quote(reading, draft, f"q{number}") for number, draft in enumerate(drafts, 1))
    return doc


def find_quotes(reading: Reading) -> list[Draft]:
    """Find the quotes of an article in the order of the text, each with the speaker that its construction names."""
    direct, pending = find_direct(reading)
    taken = Taken(reading, direct)
    reported = [draft for draft in find_indirect(reading, taken) if not only_names(reading, draft)]
    drafts = continue_quotes(reading, taken.left() + reported, pending)
    return sorted(drafts, key=lambda draft: (draft.spans[0], draft.spans[-1]))


def _quote(reading: Reading, draft: Draft, name: str) -> Quote:
    cue = draft.cue
    speaker = None
    if draft.speaker is not None:
        first, end = draft.speaker
        speaker = Speaker(start=reading.starts[first], end=reading.ends[end - 1])
    return Quote(
        id=name,
        spans=tuple(reading.chars(*span) for span in draft.spans),
        kind=cast(QuoteKind, draft.kind),
        speaker=speaker,
        cue=reading.chars(cue.i, cue.i + 1) if cue is not None else None,
        act=act_of(cue, clause=draft.clause) if cue is not None else "statement",
        confidence=round(draft.likely, 3),
    )
