from __future__ import annotations

from spacy.language import Language

from tests.analysis.quotes.test_component import analysed, words


def direct(nlp: Language, *paragraphs: str) -> list[list[str]]:
    analysis = analysed(nlp, *paragraphs)
    return [words(analysis, quote) for quote in analysis.quotes if quote.kind == "direct"]


def test_a_cue_behind_the_last_paragraph_counts_for_those_left_open_before(nlp: Language) -> None:
    parts = ['"The gates will hold.', '"They are new.', '"Careful people built them," Lund said.']
    assert direct(nlp, *parts) == [[parts[0], parts[1], '"Careful people built them,"']]


def test_a_paragraph_that_only_lacks_its_closing_mark_is_not_given_to_the_next_speaker(nlp: Language) -> None:
    assert direct(nlp, '"The gates will hold, Lund said on Monday.', '"They will not," said Voss.') == [
        ['"They will not,"']
    ]
