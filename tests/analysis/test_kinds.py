import pytest

from generator.analysis.kinds import head_word, of_label, of_name, of_noun
from generator.analysis.votes import Votes


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
        ("Mount Linden", None),
        ("Clean Harbours Act", "thing"),
        ("Marxism", "thing"),
        ("Peter Moe", "person"),
        ("President Moe", "person"),
        ("NFC", "organization"),
    ],
)
def test_a_name_is_judged_by_its_words(name: str, kind: str | None) -> None:
    assert of_name(name.split())[0] == kind


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
