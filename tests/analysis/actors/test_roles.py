import pytest
from spacy.language import Language

from tests.analysis.actors.actor_texts import actor, body


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("CIA spokesman Neil Brodie declined.", "Neil Brodie", "CIA spokesman"),
        ("Olga Weber, a former energy adviser, spoke.", "Olga Weber", "former energy adviser"),
        ("The union's president, Sam Ortega, spoke.", "Sam Ortega", "union's president"),
        ("Yusuf Demir, chairman of the board, spoke.", "Yusuf Demir", "chairman of the board"),
        ("Mr Moe spoke.", "Moe", None),
    ],
)
def test_a_role_is_what_the_article_says_verbatim(
    nlp: Language, text: str, name: str, role: str | None
) -> None:
    doc = body(nlp, text)
    found = actor(doc, name)
    assert found.role == role
    assert role is None or (found.role_span is not None and found.role_span.of(doc.text) == role)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The mayor of Lisbon, Rosa Delgado, praised the firemen.", "Rosa Delgado", "mayor of Lisbon"),
        ("According to the judge, Emil Varga, the sentence was mild.", "Emil Varga", "judge"),
        ("In front of the mayor, Jana Holm said that the roof leaked.", "Jana Holm", None),
    ],
)
def test_a_role_before_a_comma_needs_no_help_of_the_parser(
    nlp: Language, text: str, name: str, role: str | None
) -> None:
    assert actor(body(nlp, text), name).role == role
