"""The words beside a quotation are shown as a phrase that can be read by itself."""

from __future__ import annotations

import pytest

from generator.editorial.compile import Story, compile_collection
from generator.model import Analysis, Quote
from generator.pages.wording import credit
from tests.pages.made import blocks, sentences, span, speaker


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
