"""Which dispute comes first: the main quarrel of the article."""

from __future__ import annotations

from collections.abc import Iterable

from generator.analysis.disputes.camps import Camps
from generator.analysis.disputes.ranking import IN_LEAD, IN_TITLE, Stage, importance, set_stage
from generator.model import Actor, Block, Mention, Span

TEXT = "Vey attacks Holm. Osk warns Holm of it. Rell met Osk."


def actor(name: str) -> Actor:
    start = TEXT.index(name)
    return Actor(
        id=name,
        name=name,
        kind="person",
        salience=0.5,
        mentions=(Mention(start=start, end=start + len(name)),),
    )


def told(
    *pairs: Iterable[str], sure: float = 0.8, start: int = 90
) -> list[tuple[frozenset[str], float, int]]:
    return [(frozenset(pair), sure, start) for pair in pairs]


def test_who_stands_in_the_title_is_most_prominent_then_who_stands_in_the_lead() -> None:
    blocks = [Block(start=0, end=17, kind="headline"), Block(start=18, end=53, kind="paragraph")]
    sentences = [Span(start=0, end=17), Span(start=18, end=39), Span(start=40, end=53)]
    stage = set_stage(map(actor, ("Vey", "Holm", "Osk", "Rell")), blocks, sentences)
    assert stage.billing == {"Vey": IN_TITLE, "Holm": IN_TITLE, "Osk": IN_LEAD, "Rell": 0.0}
    assert stage.body == 18


def test_the_two_of_the_title_come_before_two_of_whom_the_title_names_one() -> None:
    stage = Stage({"a": 0.9, "b": 0.9, "c": 0.9}, {"a": IN_TITLE, "b": IN_TITLE, "c": IN_LEAD})
    assert importance(told("ab"), stage) > importance(told("ac"), stage)


def test_a_dispute_is_as_central_as_the_party_that_the_article_is_less_about() -> None:
    stage = Stage({"a": 0.9, "b": 0.5, "c": 0.1})
    assert importance(told("ab"), stage) > importance(told("ac"), stage)


def test_more_sentences_weigh_more_and_each_further_one_adds_less() -> None:
    one, two, three = (importance(told(*["ab"] * n), Stage()) for n in (1, 2, 3))
    assert one < two < three
    assert three - two < two - one


def test_the_head_of_the_article_weighs_more_than_its_body() -> None:
    stage = Stage(body=50)
    assert importance(told("ab", start=10), stage) > importance(told("ab", start=60), stage)


def test_a_body_is_as_prominent_as_whoever_speaks_for_it() -> None:
    stage = Stage({"a": 0.5, "boss": 0.5, "b": 0.5}, {"a": IN_TITLE, "boss": IN_TITLE})
    camps = Camps({"boss": "b"})
    assert importance(told(("a", "b"), ("a", "boss")), stage, camps) > importance(
        told(("a", "b"), ("a", "b")), stage, camps
    )
