from __future__ import annotations

from spacy.language import Language

from generator.analysis.pipeline import prepare
from generator.analysis.quotes.indirect import weights
from generator.analysis.quotes.reading import Reading
from generator.sources.read import parse_article

TEXT = "Harbour shut\n\n“We\u00a0sail,” said Lund,, who\u2009left.\n\nIt rains – ‘a lot’.\n"


def test_the_lists_say_what_the_tokens_say(nlp: Language) -> None:
    doc = prepare(nlp, parse_article(TEXT.encode(), "harbour.txt"))
    for name, component in nlp.pipeline:
        if name == "briefings_quotes":
            break
        doc = component(doc)
    reading = Reading(doc)
    assert reading.text == doc.text
    assert reading.forms == [token.text for token in doc]
    assert reading.parts == [token.pos_ for token in doc]
    assert reading.starts == [token.idx for token in doc]
    assert reading.ends == [token.idx + len(token) for token in doc]


def test_weights_are_whole_hundredths_and_bound_what_a_speaker_adds() -> None:
    fitted = weights()
    assert all(isinstance(weight, int) for weight in fitted.features.values())
    who = [weight for name, weight in fitted.features.items() if name.startswith("who ")]
    for part, most in fitted.most.items():
        how = [
            weight
            for name, weight in fitted.features.items()
            if name.startswith("how ") and name.split()[-1] == part
        ]
        assert most >= max(who) + max(how, default=0)
