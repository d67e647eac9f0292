"""The lead: the sentences of an article that say what it is about, verbatim."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from generator.analysis.document import block_of, dateline, prose_sentences
from generator.model import BODY, Span

LEAD_SENTENCES = 2
SHORTEST_LEAD = 8
"""Words; a shorter sentence at the head of an article is a teaser ("It is over.") and says little."""


@Language.component("briefings_summary", requires=["doc._.actors"], assigns=["doc._.summary"])
def summary(doc: Doc) -> Doc:
    """Take the first sentences of the body that are long enough; the first sentence if none is."""
    body = [
        sentence
        for sentence in prose_sentences(doc)
        if (block := block_of(doc, sentence.start_char)) is not None and block.kind in BODY
    ]
    lead = [s for s in body if sum(token.is_alpha for token in s) >= SHORTEST_LEAD][:LEAD_SENTENCES] or body[
        :1
    ]
    doc._.summary = tuple(Span(start=s.start_char + dateline(s.text), end=s.end_char) for s in lead)
    return doc
