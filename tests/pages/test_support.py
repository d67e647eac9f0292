"""Who stands with whom is drawn, and told with its sentence, wherever the two are."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.editorial.compile import Story, compile_collection
from generator.model import Support
from generator.pages.graph import Edge, with_support
from generator.pages.render import render
from generator.settings import Settings, read_settings
from tests.pages.made import HARBOUR, harbour, span
from tests.pages.test_render import words


@pytest.fixture(scope="module")
def settings() -> Settings:
    return read_settings(Path(__file__).resolve().parents[2] / "mkdocs.yml")


def test_support_is_drawn_and_told_on_the_pages_of_both(settings: Settings) -> None:
    article = harbour()
    shows = span(HARBOUR, "Ships waited off the mole.")
    support = Support(
        start=shows.start, end=shows.end, source="ines-castellan", target="dockers’-union", predicate="back"
    )
    pages = render(
        compile_collection([Story("harbour", (article.model_copy(update={"support": (support,)}),))]),
        settings,
        {},
    )
    for path in ("actors/ines-castellan.md", "actors/dockers-union.md"):
        rail = words(pages[path])
        assert "Ines Castellan stands with Dockers’ Union Ships waited off the mole. 3 March 2026" in rail
    assert "Who stands with whom" not in pages["actors/tomas-rehn.md"]
    picture = pages["briefings/harbour.md"]
    assert "Ines Castellan stands with Dockers’ Union" in picture[: picture.index("</figure>")]
    assert picture.count("stroke-dasharray") == 1


def test_support_is_drawn_only_beside_who_disputes_and_never_between_two_at_odds() -> None:
    found = (Edge("a", "b", 1, 0),)
    pairs = [("c", "a"), ("b", "a"), ("x", "y"), ("d", "b"), ("e", "b")]
    assert with_support(found, pairs, 4)[1:] == (
        Edge("c", "a", 0, 0, support=True),
        Edge("d", "b", 0, 0, support=True),
    )
