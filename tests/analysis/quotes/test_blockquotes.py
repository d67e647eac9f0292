from __future__ import annotations

from spacy.language import Language

from generator.analysis.pipeline import analyse
from generator.sources.read import parse_article


def quoted(nlp: Language, text: str, suffix: str = "md") -> list[tuple[list[str], str]]:
    analysis = next(analyse(nlp, [parse_article(text.encode(), f"a.{suffix}")]))
    return [
        (
            [span.of(analysis.text) for span in quote.spans],
            quote.speaker.of(analysis.text) if quote.speaker else "-",
        )
        for quote in analysis.quotes
        if quote.kind == "direct"
    ]


HEAD = "# Voices from the valley\n\nThe Lantern asked its readers about the weir.\n\n"


def test_a_block_is_quoted_without_marks_and_has_no_speaker_where_none_is_named(nlp: Language) -> None:
    assert quoted(nlp, HEAD + "> Water remembers.\n\nOthers disagree.") == [(["Water remembers."], "-")]


def test_the_sentence_before_introduces_it(nlp: Language) -> None:
    text = (
        "# Letters\n\nThe minister Piet Lund wrote to the council:\n\n> The gates hold.\n>\n> They are new.\n"
    )
    ((said, speaker),) = quoted(nlp, text)
    assert said == ["The gates hold.", "They are new."]
    assert speaker.endswith("Piet Lund")


def test_a_signature_names_the_speaker_and_is_not_said(nlp: Language) -> None:
    text = HEAD + "> The fish are gone.\n>\n> — Ole Brandt, fisherman\n\n> It floods.\n>\n> – Hanna Moe\n"
    assert quoted(nlp, text) == [(["The fish are gone."], "Ole Brandt"), (["It floods."], "Hanna Moe")]


def test_an_inner_block_is_not_put_into_the_outer_speakers_mouth(nlp: Language) -> None:
    text = "# Letters\n\nKarin Dahl answered the ministry:\n\n> > The weir is safe.\n>\n> It is not safe.\n"
    found = {said[0]: speaker for said, speaker in quoted(nlp, text)}
    assert found["The weir is safe."] == "-"
    assert found["It is not safe."].endswith("Dahl")


def test_a_pull_quote_says_nothing_new(nlp: Language) -> None:
    text = (
        HEAD
        + '"The gates will hold for years," said Piet Lund.\n\n> The gates will hold for years\n\nIt rained.'
    )
    assert [said for said, _ in quoted(nlp, text)] == [['"The gates will hold for years,"']]


def test_the_marks_of_plain_text_are_not_said(nlp: Language) -> None:
    text = "Letters about the weir\n\nPiet Lund wrote:\n\n> The gates hold.\n\nIt rained on Monday."
    assert quoted(nlp, text, "txt") == [(["The gates hold."], "Piet Lund")]


def test_a_note_of_the_editors_is_no_quotation(nlp: Language) -> None:
    assert quoted(nlp, HEAD + "> **Update:** The council meets at ten.\n\nIt rained.") == []
