import pytest

from generator.analysis.disputes.settled import is_settled


@pytest.mark.parametrize(
    ("rest", "following"),
    [
        ("in 2020; the two sides shook hands in public last year.", ""),
        ("over shifts and was long ago reconciled to it, lent it a van.", ""),
        ("over the price of shares.", "They have since made a film together."),
        ("with legal action last spring, but he thought better of it.", ""),
        ("in 2019, but the case was settled.", ""),
    ],
)
def test_peace_is_told(rest: str, following: str) -> None:
    assert is_settled(rest, following)


@pytest.mark.parametrize(
    ("rest", "following"),
    [
        ("over shares.", "They have never made up."),
        ("over shares.", "They refused to shake hands."),
        ("over shares.", "The two should settle the matter in court, he said."),
        ("in May.", "They have since filed three more suits."),
        ("of lying.", ""),
        ("over shares.", "She and her husband made up the numbers."),
    ],
)
def test_no_peace_is_told(rest: str, following: str) -> None:
    assert not is_settled(rest, following)
