import pytest
from spacy.language import Language

from tests.analysis.actors.actor_texts import body, mentions


def kinds(nlp: Language, text: str) -> dict[str, str]:
    return {actor.name: actor.kind for actor in body(nlp, text)._.actors}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Lumio shares rose by 3 percent.", "Lumio", "organization"),
        ("Employees of Tarvo walked out on Monday.", "Tarvo", "organization"),
        ("Residents of Dolny Vrh fear the quarry.", "Dolny Vrh", "place"),
        ("The Sorva burst its banks on Monday.", "Sorva", "place"),
        ("The persecution of the Veldists ended in 1781.", "Veldists", "group"),
    ],
)
def test_the_words_around_a_name_show_its_kind(nlp: Language, text: str, name: str, kind: str) -> None:
    assert kinds(nlp, text)[name] == kind


def test_a_medicine_is_no_actor(nlp: Language) -> None:
    assert "Veltacin" not in kinds(nlp, "Doctors prescribe Veltacin to patients with asthma.")


def test_a_person_is_no_thing_for_what_follows_a_comma(nlp: Language) -> None:
    assert kinds(nlp, "With the help of Colin Ferrold, a prize was founded.")["Colin Ferrold"] == "person"


def test_members_stand_for_the_only_party_of_their_name(nlp: Language) -> None:
    doc = body(nlp, "The Green Alliance won twelve seats. The Greens lost two.")
    assert mentions(doc, "Green Alliance") == ["Green Alliance", "Greens"]


def test_members_of_two_parties_stand_for_neither(nlp: Language) -> None:
    doc = body(nlp, "The Green Alliance and the Green Union split. The Greens lost two.")
    assert "Greens" not in mentions(doc, "Green Alliance") + mentions(doc, "Green Union")


def test_the_capital_in_the_name_of_a_body_is_the_city(nlp: Language) -> None:
    assert kinds(nlp, "She left the University of Copenhagen in May.")["Copenhagen"] == "place"


@pytest.mark.parametrize(
    "text", ["Foss accused Kroll of hiding the audit.", "Luntz repeatedly attacked Kroll."]
)
def test_one_word_that_accuses_is_a_name(nlp: Language, text: str) -> None:
    assert {text.split()[0], "Kroll"} <= set(kinds(nlp, text))


def test_a_noun_that_accuses_is_no_name(nlp: Language) -> None:
    found = kinds(nlp, "Critics attacked Kroll. Campaigners blamed Kroll.")
    assert [name for name, kind in found.items() if kind == "person"] == ["Kroll"]


def test_a_hyphen_is_no_dash_of_a_dateline(nlp: Language) -> None:
    assert "ISIS" in kinds(nlp, "ISIS carried out a multi-pronged attack on Iran.")


def test_people_of_two_countries_make_both_actors(nlp: Language) -> None:
    assert {"Chile", "Norway"} <= set(kinds(nlp, "Chilean and Norwegian envoys quarrelled over cod."))
