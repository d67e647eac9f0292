"""The words beside a quotation are shown as a phrase that can be read by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import fold, missing_words, read_page
from generator.editorial.compile import Story, compile_collection
from generator.model import Analysis, Quote, Speaker, Told
from generator.pages.render import render
from generator.pages.wording import credit
from generator.settings import Settings, read_settings
from tests.pages.made import HARBOUR, blocks, harbour, sentences, span, speaker
from tests.pages.test_render import html, only, words


@pytest.fixture(scope="module")
def settings() -> Settings:
    return read_settings(Path(__file__).resolve().parents[2] / "mkdocs.yml")


@pytest.mark.parametrize(
    ("line", "cue", "phrase"),
    [
        (
            "“It leaks,” Orla Finch told reporters on the quay. She left.",
            "told",
            "Orla Finch told reporters on the quay",
        ),
        ("“It leaks,” Orla Finch said. She left.", "said", "Orla Finch said"),
        ("“It leaks,” Orla Finch told Mr. Bell. She left.", "told", "Orla Finch"),
        ("Orla Finch told the board: “It leaks.” She left.", "told", "Orla Finch told the board"),
        ("Orla Finch told “It leaks,” as she does. She left.", "told", "Orla Finch"),
    ],
)
def test_who_told_is_shown_with_who_was_told(line: str, cue: str, phrase: str) -> None:
    text = f"A leak\n\n{line}\n"
    quoted = line[line.index("“") : line.index("”") + 1]
    quote = Quote(
        id="q1",
        spans=(span(text, quoted),),
        kind="direct",
        speaker=speaker(text, "Orla Finch", None),
        cue=span(text, cue),
    )
    article = Analysis(
        source="leak.txt",
        text=text,
        title="A leak",
        blocks=blocks(text),
        sentences=sentences(text),
        quotes=(quote,),
    )
    briefing = compile_collection([Story("leak", (article,))]).briefings[0]
    assert credit(briefing, 0, briefing.quotes[0].quote) == phrase


def test_a_denial_never_reads_as_the_statement_that_is_denied(settings: Settings) -> None:
    text = "A hearing\n\nRehn denied that he had signed. That he had left, Rehn never said.\n"
    denied = Quote(
        id="a",
        spans=(span(text, "that he had signed"),),
        kind="indirect",
        act="denial",
        speaker=Speaker(**span(text, "Rehn").model_dump()),
        cue=span(text, "denied"),
    )
    behind = denied.model_copy(
        update={
            "spans": (span(text, "That he had left"),),
            "speaker": Speaker(**span(text, "Rehn", 1).model_dump()),
            "cue": span(text, "said"),
        }
    )
    article = Analysis(
        source="a.txt",
        text=text,
        title="A hearing",
        blocks=blocks(text),
        sentences=sentences(text),
        quotes=(denied, behind),
    )
    page = words(only(article, settings=settings))
    assert "Rehn denied that he had signed" in page
    assert "Denied: That he had left" in page


def test_words_of_another_in_a_quotation_are_given_to_him(settings: Settings) -> None:
    article = harbour()
    first, *others = article.quotes
    inner = Told(
        spans=(span(HARBOUR, "“from its own signature.”"),),
        speaker=Speaker(**span(HARBOUR, "Tomas Rehn").model_dump(), actor="tomas-rehn"),
        cue=span(HARBOUR, "said"),
    )
    told = article.model_copy(update={"quotes": (first.model_copy(update={"told": (inner,)}), *others)})
    page = render(compile_collection([Story("harbour", (told,))]), settings, {})["briefings/harbour.md"]
    assert "In it, words of Tomas Rehn: “from its own signature.”" in words(page)
    assert not list(missing_words(read_page(html(page)).quoted, [fold(HARBOUR)]))
