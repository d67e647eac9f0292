from __future__ import annotations

import time

import pytest
import spacy
from spacy.language import Language

from generator.analysis.pipeline import analyse, installed_model
from generator.analysis.quotes.choosing import SURE
from generator.analysis.quotes.component import quotes
from generator.analysis.quotes.marks import marks
from generator.analysis.quotes.options import options
from generator.analysis.quotes.places import by_place
from generator.analysis.quotes.reading import Reading
from generator.model import Analysis, Article, Block, Quote


def analysed(nlp: Language, *paragraphs: str, kind: str = "paragraph") -> Analysis:
    text, found = "\n\n".join(paragraphs), []
    at = 0
    for part in paragraphs:
        found.append(Block(start=at, end=at + len(part), kind=kind))
        at += len(part) + 2
    return next(analyse(nlp, [Article(source="own", text=text, title="own", blocks=tuple(found))]))


def words(analysis: Analysis, quote: Quote) -> list[str]:
    return [span.of(analysis.text) for span in quote.spans]


def test_the_component_works_alone_in_another_pipeline() -> None:
    """No reader, no blocks given: added to a plain spaCy pipeline after its parser."""
    other = spacy.load(installed_model("en_core_web_sm")[0])
    other.add_pipe("briefings_blocks", first=True)
    other.add_pipe("briefings_quotes")
    doc = other('"The lock is shut," Kroll said.')
    assert [doc.text[s.start : s.end] for q in doc._.quotes for s in q.spans] == ['"The lock is shut,"']


def test_an_empty_document_has_no_quotes(nlp: Language) -> None:
    assert quotes(marks(nlp.make_doc("")))._.quotes == ()


def test_spans_are_those_of_the_articles_own_text(nlp: Language) -> None:
    found = analysed(nlp, '‘The\u00a0lock isn’t shut," Kroll said.')
    assert words(found, found.quotes[0]) == ['‘The\u00a0lock isn’t shut,"']


def test_an_interrupted_quotation_is_one_quote_of_several_spans(nlp: Language) -> None:
    found = analysed(nlp, '"The lock," Kroll said, "is shut."')
    assert [words(found, quote) for quote in found.quotes] == [['"The lock,"', '"is shut."']]


def test_a_quotation_over_paragraphs_is_one_quote(nlp: Language) -> None:
    found = analysed(nlp, "Kroll said: “The lock is shut.", "“It stays shut.", "“That is all.”")
    assert [len(quote.spans) for quote in found.quotes] == [3]


def test_captions_and_datelines_hold_no_quotes(nlp: Language) -> None:
    assert analysed(nlp, '"The lock is shut," Kroll said.', kind="caption").quotes == ()


def test_the_kind_says_how_much_is_quoted(nlp: Language) -> None:
    found = analysed(
        nlp,
        '"The lock is shut," Kroll said.',
        'Kroll said the lock was "shut for good."',
        "Kroll said the lock was shut.",
    )
    assert [quote.kind for quote in found.quotes] == ["direct", "mixed", "indirect"]


def test_ids_are_in_the_order_of_the_text(nlp: Language) -> None:
    found = analysed(nlp, "Kroll said the lock was shut.", '"It is open," Weiss said.')
    assert [quote.id for quote in found.quotes] == ["q1", "q2"]
    assert found.quotes[0].spans[0].start < found.quotes[1].spans[0].start


def test_confidence_is_a_share_and_no_speaker_stands_below_the_threshold(nlp: Language) -> None:
    found = analysed(nlp, '"The lock is shut," Kroll said. The harbor was accused of hiding the leaks.')
    for quote in found.quotes:
        assert 0 <= quote.confidence <= 1
        assert quote.speaker is None or quote.confidence >= SURE


@pytest.mark.parametrize("mark", ['"', "'", "“"])
def test_a_flood_of_marks_takes_time_in_proportion(nlp: Language, mark: str) -> None:
    """Twice the marks must not take four times the time (the parse is left out)."""

    def seconds(times: int) -> float:
        doc = spacy.blank("en")(f"{mark}a, he said. " * times)
        for token in doc:
            token.dep_, token.lemma_ = "dep", token.lower_
        start = time.perf_counter()
        quotes(marks(doc))
        return time.perf_counter() - start

    seconds(100)
    assert seconds(8_000) < 6 * seconds(2_000) + 0.5
    assert nlp is not None


@pytest.mark.parametrize(
    ("text", "reports"),
    [("They continued to back it.", False), ("He continued that the port was open.", True)],
)
def test_what_somebody_goes_on_to_do_is_not_said(nlp: Language, text: str, reports: bool) -> None:
    reading = Reading(nlp(text))
    cue = next(word for word in reading.tokens if word.lemma == "continue")
    assert bool(list(options(reading, cue))) == reports


def test_what_was_said_of_someone_does_not_begin_with_a_bare_who(nlp: Language) -> None:
    analysis = analysed(
        nlp, 'The port sold its crane to an owner who was once described by Mara Quist as "slow to pay."'
    )
    assert [words(analysis, quote) for quote in analysis.quotes] == [['as "slow to pay."']]


def test_a_quotation_is_taken_whole_where_the_parser_ends_a_sentence_inside_it(nlp: Language) -> None:
    text = 'Harker has said that the port would "shut its gates for good. I do not know when, but it will."'
    (quote,) = analysed(nlp, text).quotes
    assert quote.spans[-1].of(text).endswith('but it will."')


def test_a_paragraph_of_quoted_words_continues_the_speech_that_ends_the_one_before(nlp: Language) -> None:
    said = '"This is our harbor, and we will look after it ourselves."'
    found = analysed(nlp, "Kroll said that for years the board had ignored the leaks.", said)
    quote = found.quotes[-1]
    assert quote.spans[0].of(found.text) == said
    assert quote.speaker is not None
    assert quote.speaker.of(found.text) == "Kroll"


def test_narration_behind_the_speech_ends_it(nlp: Language) -> None:
    found = analysed(
        nlp, "Kroll said that the dam leaks. Weiss shook hands.", '"We will look after it ourselves."'
    )
    said = next(q for q in found.quotes if q.spans[0].of(found.text).startswith('"We'))
    assert said.speaker is not None
    assert said.speaker.of(found.text) == "Weiss"


@pytest.mark.parametrize("tail", ["when asked about the storm", "adding that the storm had damaged it"])
def test_the_tail_of_the_cue_s_sentence_does_not_part_a_quotation(nlp: Language, tail: str) -> None:
    text = f'"The pier is closed," Harker said, {tail}. "It will open in May."'
    quote = next(quote for quote in analysed(nlp, text).quotes if quote.kind == "direct")
    assert [span.of(text) for span in quote.spans] == ['"The pier is closed,"', '"It will open in May."']


def test_a_clause_may_end_before_a_relative_clause_or_go_on_to_the_end_of_the_sentence(nlp: Language) -> None:
    text = "Kroll said the dam leaks, which Weiss denies."
    reading = Reading(nlp(text))
    said = next(token for token in reading.tokens if token.text == "said")
    known = list(options(reading, said))
    more = {option.spans for option in by_place(reading, said, known)}
    assert more.isdisjoint(option.spans for option in known)
    assert reading.range(text.index("the dam"), text.index(", which")) in {spans[0] for spans in more}
