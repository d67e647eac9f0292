from __future__ import annotations

import spacy
from spacy.tokens import Doc

from generator.analysis.document import block_of, prose_sentences
from generator.model import Block


def made(text: str, sentences: list[str], blocks: tuple[Block, ...] = ()) -> Doc:
    """A document whose sentences begin where they are said to."""
    doc = spacy.blank("en")(text)
    starts, at = set(), 0
    for sentence in sentences:
        at = text.index(sentence, at)
        starts.add(at)
        at += len(sentence)
    for token in doc:
        token.is_sent_start = token.idx in starts
    doc._.blocks = blocks or (Block(start=0, end=len(text), kind="paragraph"),)
    return doc


def test_a_closing_mark_belongs_to_the_sentence_before_it() -> None:
    doc = made('"It is late." He left.', ['"It is late.', '" He left.'])
    assert [s.text for s in prose_sentences(doc)] == ['"It is late."', "He left."]


def test_an_opening_mark_belongs_to_the_sentence_behind_it() -> None:
    doc = made('He left. "It is late."', ["He left.", '"It is late."'])
    assert [s.text for s in prose_sentences(doc)] == ["He left.", '"It is late."']


def test_a_mark_alone_is_no_sentence() -> None:
    doc = made('"It is late."', ['"It is late.', '"'])
    assert [s.text for s in prose_sentences(doc)] == ['"It is late."']


def test_only_prose_has_sentences() -> None:
    text = "A quay. / AP\n\nIt is late."
    blocks = (Block(start=0, end=12, kind="caption"), Block(start=14, end=25, kind="paragraph"))
    doc = made(text, ["A quay. / AP", "It is late."], blocks)
    assert [s.text for s in prose_sentences(doc)] == ["It is late."]
    found = block_of(doc, 15)
    assert (found and found.kind, block_of(doc, 13)) == ("paragraph", None)
