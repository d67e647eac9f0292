from dataclasses import replace

from generator.analysis.actors.salience import Features, salience

PLAIN = Features(
    mentions=3,
    first=0.5,
    headline=False,
    lead=False,
    subject=0.5,
    modifier=0.0,
    speaks=False,
    spread=0.2,
    kind="person",
)


def test_salience_lies_between_0_and_1() -> None:
    most = Features(10**6, 0.0, True, True, 1.0, 0.0, True, 1.0, "country")
    least = Features(1, 1.0, False, False, 0.0, 1.0, False, 0.0, "place")
    assert 0 <= salience(least) < 0.05
    assert 0.95 < salience(most) <= 1


def test_what_is_named_more_or_earlier_or_in_the_headline_weighs_more() -> None:
    base = salience(PLAIN)
    assert salience(replace(PLAIN, mentions=8)) > base
    assert salience(replace(PLAIN, first=0.1)) > base
    assert salience(replace(PLAIN, headline=True)) > base
    assert salience(replace(PLAIN, lead=True)) > base
    assert salience(replace(PLAIN, subject=1.0)) > base
    assert salience(replace(PLAIN, speaks=True)) > base


def test_a_word_that_only_qualifies_and_a_place_weigh_less() -> None:
    assert salience(replace(PLAIN, modifier=1.0)) < salience(PLAIN)
    assert salience(replace(PLAIN, kind="place")) < salience(PLAIN)
