"""The article that the product is judged on first, read as an editor reads it.

It is not ours and stays out of the repository; the tests that need it are skipped where it is absent. They
hold names, counts and relations, not its sentences.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from generator.analysis.pipeline import analyse
from generator.model import Actor, Analysis, Dispute, Quote
from generator.sources.read import read_article

pytestmark = pytest.mark.quality


@pytest.fixture(scope="module")
def seed(nlp: Language, shared: Path) -> Analysis:
    return next(analyse(nlp, [read_article(shared / "seed" / "china-north-korea.txt")]))


def named(seed: Analysis, name: str) -> Actor:
    return next(actor for actor in seed.actors if actor.name == name)


def known_as(seed: Analysis, words: str) -> list[str]:
    """The names of the actors that the article calls so."""
    return [actor.name for actor in seed.actors if words in (actor.name, *actor.aliases)]


def speaker(seed: Analysis, quote: Quote) -> str | None:
    actor = quote.speaker.actor if quote.speaker else None
    return seed.actor(actor).name if actor else None


COMMISSION = "U.S.-China Economic and Security Review Commission"


def test_the_lines_around_the_body_are_told_from_it(seed: Analysis) -> None:
    kinds = [block.kind for block in seed.blocks]
    assert kinds[:6] == ["headline", "subtitle", "caption", "caption", "credit", "dateline"]
    assert kinds[-1] == "tagline"
    assert set(kinds[6:-1]) == {"paragraph"}
    assert (seed.date, seed.topics) == ("2014-10-22", ("China", "North Korea"))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Beijing", "China"),
        ("Pyongyang", "North Korea"),
        ("Washington", "United States"),
        ("USCC", COMMISSION),
        ("Tkacik", "John Tkacik"),
        ("Kim", "Kim Jong Un"),
    ],
)
def test_an_actor_of_several_names_is_one(seed: Analysis, words: str, name: str) -> None:
    assert known_as(seed, words) == [name]
    assert [actor.name for actor in seed.actors].count(name) == 1


def test_the_two_countries_lead_and_are_countries(seed: Analysis) -> None:
    assert {actor.name for actor in seed.actors[:2]} == {"China", "North Korea"}
    assert {actor.kind for actor in seed.actors[:2]} == {"country"}
    assert COMMISSION in {actor.name for actor in seed.actors[:5]}


@pytest.mark.parametrize(
    ("name", "words"), [("John Tkacik", "State Department China specialist"), ("Dean Boyd", "CIA spokesman")]
)
def test_a_person_stands_with_the_role_that_the_article_gives(seed: Analysis, name: str, words: str) -> None:
    role = named(seed, name).role
    assert role is not None
    assert words in role
    assert role in seed.text


@pytest.mark.parametrize("words", ["Taepodong", "KN-08", "Scud", "Nodong", "Marxism", "Sept", "missile"])
def test_a_weapon_a_date_or_an_idea_is_no_actor(seed: Analysis, words: str) -> None:
    assert not [actor.name for actor in seed.actors if words.lower() in actor.name.lower()]


def test_every_quotation_is_whole_and_has_its_speaker(seed: Analysis) -> None:
    """Twelve quotations fill their sentences; each opens and closes where the article has its marks."""
    direct = [quote for quote in seed.quotes if quote.kind == "direct"]
    openings = {
        "Sino-North Korean": COMMISSION,
        "This is driven": COMMISSION,
        "For its part": COMMISSION,
        "This current upswing": COMMISSION,
        "China assesses": COMMISSION,
        "Preserving this": COMMISSION,
        "We have no": "Dean Boyd",
        "Beijing assumes": COMMISSION,
        "Most recently": COMMISSION,
        "China took": "John Tkacik",
        "Pyongyang has detonated": "John Tkacik",
        "The USCC draft": "John Tkacik",
    }
    found = {}
    for quote in direct:
        for span in quote.spans:
            words = span.of(seed.text)
            for opening in openings:
                if words.lstrip("'‘\"").startswith(opening):
                    found[opening] = speaker(seed, quote)
                    assert words[0] in "'‘\"", "it begins with its mark"
                    assert words[-1] in '"”', "it ends with its mark"
    # A quotation that the next one continues may be one with it.
    joined = {"Preserving this", "This is driven"}
    assert {k: v for k, v in found.items() if k not in joined} == {
        k: v for k, v in openings.items() if k not in joined
    }
    assert all(found.get(key, COMMISSION) == COMMISSION for key in joined)


def test_nobody_is_given_words_that_are_anothers(seed: Analysis) -> None:
    """In direct speech only these three speak, and Mao in a quotation of his own words."""
    speakers = {speaker(seed, quote) for quote in seed.quotes if quote.kind == "direct"}
    assert speakers <= {COMMISSION, "John Tkacik", "Dean Boyd", "Mao Zedong", None}


def between(seed: Analysis, one: str, other: str) -> list[Dispute]:
    ids = {named(seed, one).id, named(seed, other).id}
    return [dispute for dispute in seed.disputes if ids <= set(dispute.parties)]


def directions(seed: Analysis, disputes: list[Dispute]) -> set[tuple[str, str]]:
    return {
        (seed.actor(e.source).name, seed.actor(e.target).name)
        for dispute in disputes
        for e in dispute.evidence
        if e.source and e.target
    }


def test_the_two_allies_resent_each_other(seed: Analysis) -> None:
    found = directions(seed, between(seed, "China", "North Korea"))
    assert found >= {("China", "North Korea"), ("North Korea", "China")}


def test_the_specialist_contradicts_the_commission_and_not_the_reverse(seed: Analysis) -> None:
    found = directions(seed, between(seed, "John Tkacik", COMMISSION))
    assert found == {("John Tkacik", COMMISSION)}


def test_china_is_against_the_united_states_according_to_the_commission(seed: Analysis) -> None:
    disputes = between(seed, "China", "United States")
    assert ("China", "United States") in directions(seed, disputes)
    commission = named(seed, COMMISSION).id
    assert commission in {e.attributed_to for dispute in disputes for e in dispute.evidence}


@pytest.mark.parametrize("name", ["Dean Boyd", "Mao Zedong", "Russia"])
def test_who_only_stands_by_is_no_party(seed: Analysis, name: str) -> None:
    ids = {actor.id for actor in seed.actors if actor.name == name}
    assert not [dispute for dispute in seed.disputes if ids & set(dispute.parties)]


def test_the_reporting_commission_is_at_odds_with_nobody_it_reports_on(seed: Analysis) -> None:
    commission = named(seed, COMMISSION).id
    assert not [
        evidence
        for dispute in seed.disputes
        for evidence in dispute.evidence
        if evidence.source == commission
    ]


def test_a_briefing_has_few_disputes(seed: Analysis) -> None:
    assert 2 <= len(seed.disputes) <= 8
