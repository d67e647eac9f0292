"""Words read off a document are what spaCy's tokens are."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token

from generator.analysis.syntax import Word, read_words, sentences_of, words_of

TEXT = (
    'Keller, Lind and Berg, who had met in Bergen, accused a firm of fraud. "We did nothing," they said.\n\n'
    "Was the port, which Norway and Chile had built, ever closed, sold or leased? Nobody - not even Keller - knows."
)
ATTRIBUTES = "i idx text lower_ lemma_ pos_ tag_ dep_ ent_type_".split()
FLAGS = "is_alpha is_space is_punct is_upper is_sent_start".split()
RELATIONS = "children subtree conjuncts sent lefts rights ancestors doc".split()


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(TEXT)


def places(tokens: object) -> list[int]:
    return [token.i for token in tokens]


@pytest.mark.parametrize("attribute", ATTRIBUTES + FLAGS)
def test_attributes_are_those_of_tokens(doc: Doc, attribute: str) -> None:
    assert [getattr(word, attribute) for word in read_words(doc)] == [
        getattr(token, attribute) for token in doc
    ]


@pytest.mark.parametrize(
    "relation", ["children", "subtree", "conjuncts", "sent", "lefts", "rights", "ancestors", "doc"]
)
def test_relations_are_those_of_tokens(doc: Doc, relation: str) -> None:
    assert [places(getattr(w, relation)) for w in read_words(doc)] == [
        places(getattr(t, relation)) for t in doc
    ]


@pytest.mark.parametrize("relation", ["head", "left_edge", "right_edge"])
def test_related_words_are_those_of_tokens(doc: Doc, relation: str) -> None:
    assert [getattr(w, relation).i for w in read_words(doc)] == [getattr(t, relation).i for t in doc]


def test_edges_are_found_where_clauses_interleave(nlp: Language) -> None:
    crossed = nlp("A quay that nobody wanted was built in Bergen .")
    for at, head in enumerate((1, 5, 4, 4, 7, 5, 5, 5, 7, 5)):  # "wanted" hangs on "in", far behind it
        crossed[at].head = crossed[head]
    words = read_words(crossed)
    assert [(w.left_edge.i, w.right_edge.i) for w in words] == [
        (t.left_edge.i, t.right_edge.i) for t in crossed
    ]


def test_words_are_read_once(nlp: Language) -> None:
    doc = nlp("Keller left.")
    assert words_of(doc) is words_of(doc)


def test_a_word_hangs_below_another_as_tokens_do(doc: Doc) -> None:
    def below(all_of: list[Word] | list[Token]) -> list[tuple[int, int]]:
        return [(a.i, b.i) for a in all_of for b in all_of if a.is_ancestor(b)]

    assert below(read_words(doc)) == below(list(doc))


def test_sentences_are_those_of_the_document(doc: Doc) -> None:
    assert [places(sentence) for sentence in sentences_of(read_words(doc))] == [places(s) for s in doc.sents]


def test_a_document_without_words_has_no_sentences(nlp: Language) -> None:
    assert list(sentences_of(read_words(nlp.make_doc("")))) == []
