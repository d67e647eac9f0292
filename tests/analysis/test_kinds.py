import pytest

from generator.analysis.actors.votes import Votes
from generator.analysis.kinds import head_word, like_person, of_label, of_name, of_noun


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("spokeswoman", "person"),
        ("protesters", "group"),
        ("ministry", "organization"),
        ("republic", "organization"),
        ("country", "country"),
        ("missile", "thing"),
        ("missiles", "thing"),
        ("weather", None),
    ],
)
def test_a_common_noun_tells_what_it_stands_for(noun: str, kind: str | None) -> None:
    assert of_noun(noun) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Norway", "country"),
        ("Foreign Trade Bank", "organization"),
        ("Department of Harbours", "organization"),
        ("Calder Industries Inc.", "organization"),
        ("Mount Linden", "place"),
        ("Saint Petersburg", "place"),
        ("Halden Station", "place"),
        ("Linden Vale", None),
        ("Clean Harbours Act", "thing"),
        ("Marxism", "thing"),
        ("Peter Moe", "person"),
        ("President Moe", "person"),
        ("NFC", "organization"),
    ],
)
def test_a_name_is_judged_by_its_words(name: str, kind: str | None) -> None:
    assert of_name(name.split())[0] == kind


@pytest.mark.parametrize(
    ("name", "like"),
    [
        ("Orrin Clarke", True),
        ("Clarke", False),
        ("Northern Clarke", True),
        ("Norway Clarke", False),
        ("Harbour Bank", False),
        ("Orrin Vexley", False),
    ],
)
def test_a_frequent_surname_at_the_end_makes_a_person_of_what_begins_with_no_known_word(
    name: str, like: bool
) -> None:
    assert like_person(name.split()) is like


def test_a_label_that_is_no_actor_is_a_thing() -> None:
    assert of_label("PRODUCT") == "thing"
    assert of_label("DATE") is None


def test_the_head_of_a_name_stands_before_of() -> None:
    assert head_word(("Bank", "of", "Norway")) == "Bank"


def test_a_full_name_decides_what_its_surname_is() -> None:
    votes = Votes()
    votes.enter("dean boyle", ("Dean", "Boyle"))
    votes.add("dean boyle", "person")
    votes.enter("boyle", ("Boyle",))
    votes.add("boyle", "organization", 3.0)
    votes.agree_on_people()
    assert votes.leading("boyle") == "person"
    assert votes.bearers() == {"Boyle"}


def test_without_votes_nothing_leads() -> None:
    assert Votes().leading("x") is None
