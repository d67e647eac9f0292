from __future__ import annotations

from spacy.language import Language

from tests.analysis.quotes.test_component import analysed, words

LEAD = "Mara Voss, a biologist, spoke to Jonas Reed about the eels."


def turns(nlp: Language, *paragraphs: str) -> list[tuple[list[str], str]]:
    analysis = analysed(nlp, *paragraphs)
    return [
        (words(analysis, quote), quote.speaker.of(analysis.text) if quote.speaker else "-")
        for quote in analysis.quotes
        if quote.kind == "direct"
    ]


def test_who_is_introduced_answers_and_the_other_asks(nlp: Language) -> None:
    assert turns(nlp, LEAD, "Q: Are there eels?", "A: A few are left.") == [
        (["Are there eels?"], "Jonas Reed"),
        (["A few are left."], "Mara Voss"),
    ]


def test_nobody_answers_where_the_article_does_not_say_who(nlp: Language) -> None:
    """Two names and no word of an interview: either may answer."""
    found = turns(
        nlp, "Mara Voss and Piet Lund have argued for years.", "Q: Should it go?", "A: It should go."
    )
    assert [speaker for _, speaker in found] == ["-", "-"]


def test_a_turn_goes_on_until_the_next_one(nlp: Language) -> None:
    found = turns(nlp, LEAD, "Q: Are there eels?", "A: A few.", "They hide by day.", "Q: And at night?")
    assert found[1] == (["A few.", "They hide by day."], "Mara Voss")


def test_the_last_turn_does_not_swallow_the_article(nlp: Language) -> None:
    found = turns(nlp, LEAD, "Q: Are there eels?", "A: A few.", "The ministry plans a review in March.")
    assert found[-1] == (["A few."], "Mara Voss")


def test_stage_directions_are_not_said(nlp: Language) -> None:
    found = turns(nlp, "ARLEN: Order, please.", "(APPLAUSE)", "VOSS: Thank you.", "ARLEN: We begin.")
    assert [said for said, _ in found] == [["Order, please."], ["Thank you."], ["We begin."]]


def test_a_list_of_facts_is_no_talk(nlp: Language) -> None:
    facts = [
        "WHO: Edda Lang and the crew.",
        "WHAT: An open day.",
        "Cost: Nine crowns.",
        "Cost: Two crowns for children.",
    ]
    assert turns(nlp, "The company invites its neighbours.", *facts) == []


def test_initials_stand_for_the_only_name_that_has_them(nlp: Language) -> None:
    lead = "Jonas Reed met Mara Voss at the weir."
    found = turns(nlp, lead, "JR: Are there eels?", "MV: A few.", "JR: And at night?", "MV: None.")
    assert [speaker for _, speaker in found] == ["Jonas Reed", "Mara Voss"] * 2


def test_a_list_of_figures_is_no_talk(nlp: Language) -> None:
    votes = [
        "Lund: 547.",
        "Voss: 46.",
        "Lund: 2,316 in the second round.",
        "Voss: 1,547 in the second round.",
    ]
    assert turns(nlp, "Piet Lund and Mara Voss stood for mayor.", *votes) == []
