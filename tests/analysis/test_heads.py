"""The head of a phrase is spaCy's, and mentions stand at theirs."""

from __future__ import annotations

import spacy
from spacy.language import Language

from generator.analysis.heads import actor_heads, head_of
from generator.analysis.syntax import read_words
from generator.model import Actor, Mention


def test_heads_of_all_stretches_are_those_of_spans(nlp: Language) -> None:
    doc = nlp("The mayor of Brod, Anna Foss, said on Monday that no ship would sail. Nobody asked her why.")
    words = read_words(doc)
    stretches = [(i, k) for i in range(len(doc)) for k in range(i + 1, len(doc) + 1)]
    assert [head_of(words[i:k]).i for i, k in stretches] == [doc[i:k].root.i for i, k in stretches]


def test_the_shorter_of_two_mentions_with_one_head_counts() -> None:
    doc = spacy.blank("en")("Beijing bank acts")
    for token, head in ((0, 1), (1, 2), (2, 2)):
        doc[token].head = doc[head]
    long, short = Mention(start=0, end=12), Mention(start=8, end=12)
    doc._.actors = (
        Actor(id="long", name="x", kind="other", salience=1, mentions=(long,)),
        Actor(id="short", name="y", kind="other", salience=1, mentions=(short,)),
    )
    assert actor_heads(doc) == {1: "short"}
