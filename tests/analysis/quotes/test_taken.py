from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from generator.analysis.quotes.drafts import Draft
from generator.analysis.quotes.marks import find_marks
from generator.analysis.quotes.reading import Reading
from generator.analysis.quotes.taken import Taken


def reading_of(nlp: Language, text: str) -> Reading:
    doc: Doc = nlp.make_doc(text)
    nlp.get_pipe("briefings_blocks")(doc)
    doc._.marks = find_marks(text, doc._.blocks)
    return Reading(doc)


def quoted(reading: Reading, cue: str) -> Draft:
    """The first quotation of a reading, with the word that is its cue."""
    segment = reading.segments[0]
    token = next(token for token in reading.tokens if token.text == cue)
    return Draft([(segment.first, segment.end)], "direct", token, segments=[0])


def test_a_likely_clause_takes_over_the_quotation_and_cue_that_lie_in_it(nlp: Language) -> None:
    reading = reading_of(nlp, 'Moe says the guests shouted "More soup!" at the gate.')
    taken = Taken(reading, [quoted(reading, "shouted")])
    clause = [(2, len(reading.tokens) - 1)]
    assert taken.may_end(clause)
    assert not taken.take(clause, 0.4)
    assert taken.take(clause, 0.9)
    assert taken.left() == []


def test_a_sentence_of_its_own_stays_a_quote(nlp: Language) -> None:
    reading = reading_of(nlp, 'Moe says the guests shouted, "More soup!" at the gate.')
    direct = quoted(reading, "shouted")
    taken = Taken(reading, [direct])
    assert not taken.take([(2, len(reading.tokens) - 1)], 0.9)
    assert taken.left() == [direct]


def test_a_clause_without_the_cue_does_not_take_the_quotation(nlp: Language) -> None:
    reading = reading_of(nlp, 'Moe says the guests shouted "More soup!" at the gate.')
    direct = quoted(reading, "says")
    taken = Taken(reading, [direct])
    assert not taken.take([(2, len(reading.tokens) - 1)], 0.9)
    assert taken.left() == [direct]


def test_no_two_clauses_share_a_word(nlp: Language) -> None:
    reading = reading_of(nlp, "Moe says the guests left early.")
    taken = Taken(reading, [])
    assert taken.take([(2, 5)], 0.9)
    assert not taken.take([(3, 6)], 0.99)
