from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.quotes.features import option_features
from generator.analysis.quotes.options import options
from generator.analysis.quotes.reading import Reading


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Kroll said that the dam leaks badly.", "far ccomp next"),
        ("Kroll said on Monday in Oslo that the dam leaks.", "far ccomp far"),
        ("Kroll said that the dam leaks badly.", "closes ccomp True"),
        ('Kroll said the dam "leaks like a sieve."', "marks all"),
    ],
)
def test_a_feature_says_where_a_part_stands(nlp: Language, text: str, feature: str) -> None:
    reading = Reading(nlp(text))
    cue = next(word for word in reading.tokens if word.lemma == "say")
    names = [name for option in options(reading, cue) for name in option_features(reading, option)]
    assert feature in names
