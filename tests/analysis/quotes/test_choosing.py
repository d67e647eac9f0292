from __future__ import annotations

from spacy.language import Language

from generator.analysis.quotes.choosing import GIVEN, SURE, candidates, choose_speaker, speaker_weights
from generator.analysis.quotes.drafts import Draft
from generator.analysis.quotes.reading import Reading


def draft_of(nlp: Language, text: str, cue: str, said: str) -> tuple[Reading, Draft]:
    """Return a quote of an indirect clause without a speaker yet."""
    reading = Reading(nlp(text))
    first, end = reading.range(text.index(said), text.index(said) + len(said))
    word = next(token for token in reading.tokens if token.text == cue)
    return reading, Draft([(first, end)], "indirect", word)


def names(reading: Reading, draft: Draft) -> list[str]:
    return [choice.head.text if choice.head is not None else "-" for choice in candidates(reading, draft)]


def test_nobody_and_the_nouns_outside_of_the_quote_are_candidates(nlp: Language) -> None:
    reading, draft = draft_of(
        nlp, "On Monday the mayor told Kroll that the dam leaks.", "told", "the dam leaks"
    )
    found = names(reading, draft)
    assert found[0] == "-"
    assert {"mayor", "Kroll"} <= set(found)
    assert "dam" not in found


def test_candidates_end_with_the_sentence(nlp: Language) -> None:
    reading, draft = draft_of(nlp, "Weiss left. Kroll said that the dam leaks.", "said", "that the dam leaks")
    assert "Weiss" not in names(reading, draft)


def test_the_subject_is_chosen_among_several_nouns(nlp: Language) -> None:
    reading, draft = draft_of(
        nlp, "On Monday the mayor told Kroll that the dam leaks.", "told", "that the dam leaks"
    )
    choose_speaker(reading, draft)
    assert draft.speaker is not None
    assert " ".join(reading.tokens[i].text for i in range(*draft.speaker)) == "the mayor"
    assert draft.likely >= SURE


def test_where_nobody_is_likely_there_is_no_speaker(nlp: Language) -> None:
    reading, draft = draft_of(nlp, "It was said that the dam leaks.", "said", "that the dam leaks")
    choose_speaker(reading, draft)
    assert draft.speaker is None


def test_a_continued_quote_has_the_speaker_and_the_likelihood_of_the_one_before(nlp: Language) -> None:
    reading, first = draft_of(nlp, "Kroll said that the dam leaks.", "said", "that the dam leaks")
    choose_speaker(reading, first)
    more = Draft([(0, 1)], "direct", how="continued", after=first)
    choose_speaker(reading, more)
    assert (more.speaker, more.likely) == (first.speaker, first.likely)


def test_the_weights_say_how_sure_forms_without_a_choice_are() -> None:
    given = speaker_weights().given
    assert set(given) <= GIVEN
    assert all(0 <= share <= 1 for share in given.values())
    assert 0 < SURE < 1


def test_two_who_speak_together_stay_together(nlp: Language) -> None:
    reading, draft = draft_of(
        nlp, "Denney and Kroll said that demand is weak.", "said", "that demand is weak"
    )
    choose_speaker(reading, draft)
    assert draft.speaker is not None
    assert " ".join(reading.tokens[i].text for i in range(*draft.speaker)) == "Denney and Kroll"


def test_an_owned_claim_is_not_told_by_who_disputes_it(nlp: Language) -> None:
    """What stands in somebody's suggestion is never the words of whoever takes issue with it."""
    doc = nlp("Vey took issue with the report's suggestion that the bridge at Norlake was unsafe.")
    speakers = [doc.text[q.speaker.start : q.speaker.end] for q in doc._.quotes if q.speaker is not None]
    assert "Vey" not in speakers
