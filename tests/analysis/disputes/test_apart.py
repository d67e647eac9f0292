"""Two issues of the same parties are two disputes; many sentences on one thing are one."""

from __future__ import annotations

from spacy.language import Language

from tests.analysis.disputes.test_component import read

HARBOUR = (
    "Maria Keller accused Jonas Brandt of selling the harbour below its price. The harbour lies north of Graz. "
    "It is the oldest harbour of the river. Fishermen have used the harbour for decades. Visitors like the view. "
)
SCHOOL = "In May the town opened a new school. The school has twelve classrooms. Parents praised the school. "


def issues(nlp: Language, text: str) -> list[str]:
    return sorted(dispute.issue for dispute in read(nlp, text).disputes)


def test_two_things_to_which_the_article_comes_back_are_two_disputes(nlp: Language) -> None:
    text = HARBOUR + SCHOOL + "Keller also accused Brandt of hiding a crack in the wall of the school."
    assert issues(nlp, text) == [
        "hiding a crack in the wall of the school",
        "selling the harbour below its price",
    ]


def test_a_denial_belongs_to_the_matter_before_it(nlp: Language) -> None:
    text = HARBOUR + SCHOOL + "Keller also accused Brandt of hiding a crack in the school. Brandt denied it."
    by_size = {len(dispute.evidence): dispute.issue for dispute in read(nlp, text).disputes}
    assert by_size == {1: "selling the harbour below its price", 2: "hiding a crack in the school"}


def test_another_word_that_the_article_does_not_come_back_to_is_no_second_issue(nlp: Language) -> None:
    text = HARBOUR + "In May the town opened a new school. Keller also accused Brandt of cowardice."
    assert len(issues(nlp, text)) == 1


def test_two_things_of_one_sentence_are_one_matter(nlp: Language) -> None:
    joined = "The harbour pays for the school. "
    text = (
        HARBOUR + SCHOOL + joined + "Keller also accused Brandt of hiding a crack in the wall of the school."
    )
    assert len(issues(nlp, text)) == 1


def test_charges_that_stand_together_are_one_dispute(nlp: Language) -> None:
    text = (
        "Maria Keller accused Jonas Brandt of selling the harbour below its price. "
        "She accused Brandt of hiding a crack in the wall of the school. "
    )
    assert len(issues(nlp, text + SCHOOL + "The harbour is old. Fishermen like the harbour.")) == 1
