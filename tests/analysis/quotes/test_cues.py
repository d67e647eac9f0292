from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.quotes.cues import act_of, lexicon, speech_verbs


@pytest.mark.parametrize(
    ("sentence", "cue", "act"),
    [
        ("Kroll said the dam leaks.", "said", "statement"),
        ("Kroll believes the dam leaks.", "believes", "belief"),
        ("Kroll plans to close the dam.", "plans", "plan"),
        ("Kroll denied the dam leaks.", "denied", "denial"),
        ("Kroll did not deny the leaks.", "deny", "statement"),
        ("Kroll declined to comment on the leaks.", "declined", "refusal"),
        ("Kroll refused to close the dam.", "refused", "plan"),
        ("Kroll refused to say who owns the dam.", "say", "refusal"),
        ("Kroll did not say whether the dam leaks.", "say", "refusal"),
        ("Kroll did not say that the dam leaks.", "say", "statement"),
        ("The board did not respond to a letter.", "respond", "refusal"),
        ("Neither firm has commented on the leaks.", "commented", "refusal"),
        ("Kroll responded to the letter.", "responded", "statement"),
        ("Kroll's promise that the dam holds was empty.", "promise", "plan"),
        ("Kroll's fear that the dam leaks grew.", "fear", "belief"),
    ],
)
def test_a_cue_has_an_act(nlp: Language, sentence: str, cue: str, act: str) -> None:
    token = next(token for token in nlp(sentence) if token.text == cue)
    assert act_of(token, clause=True) == act


def test_an_ambiguous_verb_states_something_only_with_a_clause(nlp: Language) -> None:
    verb = next(token for token in nlp("Norway maintains a fleet.") if token.text == "maintains")
    assert act_of(verb, clause=True) == "statement"
    assert act_of(verb, clause=False) == "belief"


def test_the_lexicon_is_lower_case_lemmas_in_known_classes() -> None:
    acts = {"statement", "belief", "plan", "denial", "refusal"}
    assert set(lexicon()) == acts | {
        "nouns",
        "ambiguous",
        "aspectual",
        "done",
        "inverting",
        "worded",
        "closing",
        "hearsay",
        "reaction",
        "naming",
    }
    assert all(word == word.lower() for words in lexicon().values() for word in words)
    assert {"say", "deny", "add"} <= speech_verbs()
