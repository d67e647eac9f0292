"""What a correction is about: found as a reader names it, and never lost in silence."""

from __future__ import annotations

from typing import Any

import pytest

from generator.editorial.compile import Story
from tests.editorial.desk import (
    BOARD,
    FOUND,
    corrected,
    refused,
)
from tests.pages.made import harbour


@pytest.mark.parametrize(
    ("lists", "words"),
    [
        ({"actors": [{"actor": "Tomas Rhen", "drop": True}]}, "The nearest: Tomas Rehn."),
        ({"actors": [{"actor": "Tomas Rehn", "name": "Tomas Rehn"}]}, "has it so already"),
        ({"actors": [{"actor": "Tomas Rehn", "name": "Ines Castellan"}]}, "Write `same_as`"),
        ({"actors": [{"actor": "Tomas Rehn", "same_as": "Lena Ostrell"}]}, "The nearest: Lena Ostrel"),
        ({"new_actors": [{"name": "Tomas Rehn", "kind": "person"}]}, "the program found Tomas Rehn"),
        (
            {"quotations": [{"quotation": "We signed it all", "drop": True}]},
            "“We signed nothing about nights,”",
        ),
        ({"quotations": [{"quotation": "q-00000000", "drop": True}]}, "no quotation has the permalink"),
        ({"quotations": [{"quotation": "Nobody did", "speaker": "Tomas Rehn"}]}, "has it so already"),
        ({"quotations": [{"quotation": "Nobody did", "speaker": "Mara Vey"}]}, "under `new_actors`"),
        ({"evidence": [{"evidence": "the charge of arson", "drop": True}]}, "rejected the charge of breach"),
        (
            {"evidence": [{"evidence": "rejected the charge", "against": "Tomas Rehn"}]},
            "give `who` and `against`",
        ),
        (
            {"evidence": [{"evidence": "accused the Dockers", "who": "Tomas Rehn"}]},
            "there is no actor “Tomas Rehn”",
        ),
        ({"disputes": [{"dispute": "berth fees", "drop": True}]}, "blocking the night shift: Velmouth"),
        ({"disputes": [{"dispute": [BOARD, "Mara Vey"], "drop": True}]}, "no actor “Mara Vey”"),
        ({"title": "Harbour board and union clash over night work"}, "has it so already"),
        ({"lead": ["The weather was foul"]}, "no sentence here holds"),
    ],
)
def test_what_fits_nothing_or_changes_nothing_is_named(lists: dict[str, Any], words: str) -> None:
    assert words in refused(**lists)


def test_what_fits_more_than_one_thing_is_named_with_what_tells_them_apart() -> None:
    problem = refused(lead=["the"])
    assert "sentences hold “the”" in problem
    assert "Give more of its words" in problem


def test_two_actors_of_one_name_are_told_apart_by_their_ids() -> None:
    twice = (*harbour().actors, harbour().actors[3].model_copy(update={"id": "another", "salience": 0.1}))
    story = Story("harbour", (harbour(actors=twice),))
    wanted = {"quotations": [{"quotation": "walked away", "speaker": "Tomas Rehn"}]}
    _, (one,) = corrected({"briefings": {"harbour": wanted}}, [story])
    assert "Tomas Rehn (tomas-rehn); Tomas Rehn (tomas-rehn-2)" in one.problem
    assert "new_actors" not in one.problem
    wanted["quotations"][0]["speaker"] = "tomas-rehn-2"
    briefings, unapplied = corrected({"briefings": {"harbour": wanted}}, [story])
    assert unapplied == ()
    assert briefings["harbour"].quotes[0].changes


def test_a_briefing_that_is_not_there_is_named() -> None:
    briefings, (one,) = corrected({"briefings": {"harbor": {"title": "x"}}})
    assert briefings == FOUND
    assert one.place == ("briefings", "harbor")
    assert "The nearest: harbour" in one.problem


def test_a_second_correction_of_one_thing_is_named() -> None:
    one = {"quotation": "Nobody did", "drop": True}
    briefings, (second,) = corrected({"briefings": {"harbour": {"quotations": [one, one]}}})
    assert second.place == ("briefings", "harbour", "quotations", 1)
    assert len(briefings["harbour"].quotes) == 3


def test_apart_belongs_to_one_briefing() -> None:
    _, (one,) = corrected({"everywhere": {"actors": [{"actor": BOARD, "apart": True}]}})
    assert "below `briefings`" in one.problem
