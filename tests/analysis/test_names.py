import pytest

from generator.analysis.names import (
    abbreviates,
    bare_body,
    bare_person,
    gender_of,
    holds_in_order,
    key,
    same_person,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [("The Hague", "Hague"), ("U.S.", "US"), ("Norway's", "norway"), ("Tom  Roe", "tom roe")],
)
def test_key_folds_what_does_not_tell_names_apart(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("acronym", "name", "fits"),
    [
        ("NFC", "Northern Fisheries Commission", True),
        ("DHF", "Department of Harbours and Fisheries", True),
        ("DOHAF", "Department of Harbours and Fisheries", True),
        ("USCC", "U.S.-China Economic and Security Review Commission", True),
        ("NFB", "Northern Fisheries Commission", False),
        ("NC", "Northern Fisheries Commission", False),
    ],
)
def test_an_acronym_is_made_of_first_letters(acronym: str, name: str, fits: bool) -> None:
    assert abbreviates(acronym, name.split()) is fits


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Charles J. Penrose", "Charles Penrose", True),
        ("C. Penrose", "Charles Penrose", True),
        ("Bill Harlan", "Joan Harlan", False),
        ("Ito Haruka", "Haruka Ito", True),
        ("Johan A. Moe", "Johan B. Moe", False),
        ("Ana Lucía Brandão", "Ana Brandão", True),
        ("Larry Penrose", "Lawrence Penrose", True),
        ("Bob Penrose", "Bill Penrose", False),
        ("Julia Penrose", "Julie Penrose", False),
        ("Mohamed Talaat", "Mohammed Talaat", True),
        ("Duncan Ferris", "Malcolm Duncan Ferris", True),
        ("Van Hoorn", "Piet Van Hoorn", True),
        ("Lucía Brandão", "Ana Brandão", False),
    ],
)
def test_two_full_names_are_of_one_person_only_if_nothing_in_them_differs(
    one: str, other: str, same: bool
) -> None:
    assert same_person(one.split(), other.split()) is same


def test_the_legal_form_is_no_part_of_a_companys_name() -> None:
    assert bare_body(("Calder", ",", "Inc.")) == ("Calder",)
    assert bare_body(("Calder", "Group")) == ("Calder", "Group")
    assert bare_body(("Co",)) == ("Co",)


def test_titles_and_letters_after_a_name_are_no_part_of_it() -> None:
    assert bare_person(("Dr.", "Helen", "Varga", "OBE")) == ("Helen", "Varga")


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Mrs Adeyemi", "f"),
        ("Peter Moe", "m"),
        ("Anna Moe", "f"),
        ("Moe", None),
        ("X. Moe", None),
        ("Kwabena Moe", "m"),
        ("Ildikó Moe", "f"),
        ("Winifred Moe", "f"),
        ("Robin Moe", None),
        ("Canon Felix Moe", "m"),
    ],
)
def test_gender_comes_from_a_title_or_a_first_name(name: str, gender: str | None) -> None:
    assert gender_of(name.split()) == gender


def test_a_short_name_is_the_beginning_or_the_end_of_a_long_one() -> None:
    long = ["northern", "fisheries", "commission"]
    assert holds_in_order(long, ["northern", "fisheries"])
    assert holds_in_order(long, ["commission"])
    assert not holds_in_order(long, ["fisheries"])
    assert not holds_in_order(long, long)
