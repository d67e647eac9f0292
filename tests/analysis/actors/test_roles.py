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
