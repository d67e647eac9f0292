from spacy.language import Language

from generator.analysis.world import known, singular
from tests.analysis.actors.actor_texts import actor, body, read

TEXT = (
    "China and Mara Quist signed. Quist said that Beijing would pay. The Bank of Norway and a Dr. Varga were there. "
    "Quist met Varga in Oslo."
)


def test_actors_come_by_falling_salience_with_ids_of_their_own(nlp: Language) -> None:
    found = body(nlp, TEXT)._.actors
    weights = [one.salience for one in found]
    assert weights == sorted(weights, reverse=True)
    assert len({one.id for one in found}) == len(found)
    assert "mara-quist" in {one.id for one in found}


def test_aliases_are_names_in_the_order_of_the_text_and_never_pronouns(nlp: Language) -> None:
    doc = body(nlp, "Mara Quist spoke. She was tired. Quist left.")
    assert actor(doc, "Mara Quist").aliases == ("Quist",)


def test_no_pronoun_is_listed_as_an_actor(nlp: Language) -> None:
    assert body(nlp, "He said that they would come. She did not.")._.actors == ()


def test_the_same_text_gives_the_same_actors(nlp: Language) -> None:
    assert body(nlp, TEXT)._.actors == body(nlp, TEXT)._.actors


def test_an_article_without_prose_has_no_actors(nlp: Language) -> None:
    assert read(nlp, ("caption", "Mara Quist in Oslo"))._.actors == ()


def test_a_capital_belongs_to_its_country_in_the_lexicon() -> None:
    assert (known()["Beijing"].name, known()["Beijing"].sense) == ("China", "seat")
    assert known()["Georgia"].kind == "country"


def test_singular_of_common_plurals() -> None:
    assert [singular(word) for word in ("ministries", "policemen", "churches", "boss")] == [
        "ministry", "policeman", "church", "boss",
    ]  # fmt: skip
