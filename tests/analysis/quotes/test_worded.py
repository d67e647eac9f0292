from __future__ import annotations

import pytest
from spacy.language import Language

from tests.analysis.quotes.test_component import analysed


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            'In the words of Tomas Reyl, the bridge is "a patient that nobody visits."',
            'the bridge is "a patient that nobody visits."',
            "Tomas Reyl",
        ),
        ("In the view of economist Dario Penn, the bank waited.", "the bank waited", "economist Dario Penn"),
        (
            "In the opinion of Tomas Reyl, the city's engineer, the bridge should close.",
            "the bridge should close",
            "Tomas Reyl",
        ),
    ],
)
def test_a_sentence_in_the_words_of_somebody_is_his(
    nlp: Language, text: str, said: str, speaker: str
) -> None:
    analysis = analysed(nlp, text)
    (quote,) = analysis.quotes
    assert quote.speaker is not None
    assert [analysis.text[span.start : span.end] for span in quote.spans] == [said]
    assert analysis.text[quote.speaker.start : quote.speaker.end] == speaker


def test_what_cannot_speak_has_no_view(nlp: Language) -> None:
    assert analysed(nlp, "In the eyes of the law, nothing has changed in Oslo.").quotes == ()
