from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.disputes.answers import DEFENDING
from generator.analysis.disputes.grouping import MOST, Finding, group
from generator.analysis.disputes.history import is_background, is_sport, latest_year
from generator.analysis.disputes.predicates import find_matches, lexicon
from generator.analysis.disputes.ranking import Stage
from generator.analysis.disputes.weights import probability, weights
from generator.analysis.pipeline import analyse
from generator.analysis.syntax import read_words
from generator.model import Analysis, Article, Block, Evidence, Span


def read(nlp: Language, text: str) -> Analysis:
    article = Article(
        source="own", text=text, title="own", blocks=(Block(start=0, end=len(text), kind="paragraph"),)
    )
    return next(analyse(nlp, [article]))


def finding(
    source: str, target: str, *, start: int = 0, anchor: int = 0, probability: float = 0.9
) -> Finding:
    evidence = Evidence(start=start, end=start + 5, source=source, target=target, predicate="accuse")
    return Finding(evidence, "accusation", probability, Span(start=start, end=start + 2), anchor)


def test_prepositions_stay_words() -> None:
    """YAML reads a bare "on" as a truth value; the frame must not."""
    places = {
        place for several in lexicon().entries.values() for p in several for place in (*p.whom, *p.over)
    }
    assert "on" in places
    assert "true" not in places


def test_every_entry_has_a_place_for_the_opposed() -> None:
    empty = {(p.name, p.kind) for several in lexicon().entries.values() for p in several if not p.whom}
    assert {name for name, _ in empty} >= DEFENDING
    assert {kind for _, kind in empty} == {"denial"}  # they answer a charge, and name nobody


def test_a_phrase_goes_before_its_first_word(nlp: Language) -> None:
    words = read_words(nlp("Maria Keller took issue with the report."))
    assert "take issue" in [match.predicate.name for match in find_matches(words)]


def test_support_lowers_the_probability() -> None:
    assert weights()["kind support verb"] < 0
    assert probability(["kind accusation verb"]) > probability(["kind support verb"])


def test_a_feature_counts_once() -> None:
    assert probability(["mutual", "mutual"]) == probability(["mutual"])


def test_both_ways_round_are_one_dispute() -> None:
    disputes = group([finding("a", "b"), finding("b", "a", start=10, anchor=9)], "x" * 20, Stage())
    assert [d.parties for d in disputes] == [("a", "b")]
    assert [e.start for e in disputes[0].evidence] == [0, 10]


def test_parties_named_together_are_one_dispute() -> None:
    disputes = group([finding("a", "b"), finding("a", "c")], "x" * 20, Stage())
    assert [d.parties for d in disputes] == [("a", "b", "c")]


def test_an_article_has_a_bounded_number_of_disputes() -> None:
    many = [finding("a", f"b{n}", start=n, anchor=n) for n in range(MOST + 3)]
    assert len(group(many, "x" * 40, Stage())) == MOST


def test_the_headline_counts_more() -> None:
    found = [finding("c", "d", start=30, anchor=1), finding("a", "b", start=0, anchor=2)]
    assert group(found, "x" * 40, Stage(body=20))[0].parties == ("a", "b")


@pytest.mark.parametrize(
    ("sentence", "background"),
    [
        ("In 1962 the two fought a war.", True),
        ("The two quarrelled again in 2024.", False),
        ("The company has previously been fined.", True),
        ("The ban begins on Monday.", False),
    ],
)
def test_what_is_old_is_background(sentence: str, background: bool) -> None:
    assert is_background(sentence, 2025) is background


def test_the_latest_year_is_no_amount() -> None:
    assert latest_year("Of 2,099 boats 12 were from 1999, said the ministry in 2021.") == 2021


def test_politics_of_sport_is_no_sport() -> None:
    assert not is_sport("the federation accused the league of hiding the report on the match".split())
    assert is_sport("the striker scored two goals in the final of the tournament before halftime".split())


def test_who_reports_a_quarrel_is_no_party_to_it(nlp: Language) -> None:
    analysis = read(nlp, "Maria Keller said Norway had accused Chile of breaking the fishing accord.")
    names = {actor.id: actor.name for actor in analysis.actors}
    (evidence,) = [e for dispute in analysis.disputes for e in dispute.evidence]
    assert (names[evidence.source or ""], names[evidence.target or ""]) == ("Norway", "Chile")
    assert names[evidence.attributed_to or ""] == "Maria Keller"


def test_the_issue_is_verbatim_and_has_its_span(nlp: Language) -> None:
    analysis = read(nlp, "Norway accused Chile of illegal fishing in the strait.")
    (dispute,) = analysis.disputes
    assert dispute.issue_span is not None
    assert dispute.issue_span.of(analysis.text) == dispute.issue
    assert "fishing" in dispute.issue


def test_a_denial_answers_the_charge_before_it(nlp: Language) -> None:
    analysis = read(nlp, "Norway accused Chile of spying. Chile denied the charge.")
    names = {actor.id: actor.name for actor in analysis.actors}
    pairs = [(names[e.source or ""], names[e.target or ""]) for d in analysis.disputes for e in d.evidence]
    assert pairs == [("Norway", "Chile"), ("Chile", "Norway")]


def test_who_rejects_a_claim_about_somebody_is_not_against_him(nlp: Language) -> None:
    found = read(nlp, "Maria Keller took issue with the claim that Chile had closed its ports to Peru.")
    keller = next(actor.id for actor in found.actors if actor.name == "Maria Keller")
    assert not [dispute for dispute in found.disputes if keller in dispute.parties]
    found = read(nlp, "Maria Keller took issue with Chile's claim that the ports were closed.")
    assert [dispute for dispute in found.disputes if keller in dispute.parties]


def test_a_name_after_the_verb_does_not_say_who_its_subject_is(nlp: Language) -> None:
    found = read(nlp, "The group holds Maria Keller responsible for the fall of its founder, Jonas Brandt.")
    assert found.disputes == ()
