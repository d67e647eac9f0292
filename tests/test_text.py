from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.text import digest, distinct, one_line, plain_spaces, slug


@given(st.text())
def test_a_slug_is_always_a_safe_file_name(text: str) -> None:
    name = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name)
    assert len(name) <= 80


def test_a_slug_keeps_letters_with_accents_as_plain_ones() -> None:
    assert slug("Élodie Ørsted & the Łódź pact") == "elodie-orsted-the-lodz-pact"


def test_two_texts_without_latin_letters_get_two_slugs() -> None:
    assert slug("会议") != slug("法院")


def test_a_long_slug_ends_with_a_whole_word() -> None:
    assert slug("commission " * 20) == "-".join(["commission"] * 7)


@given(st.text())
def test_plain_spaces_keeps_every_offset(text: str) -> None:
    assert len(plain_spaces(text)) == len(text)


def test_plain_spaces_makes_no_break_spaces_plain() -> None:
    assert plain_spaces("10\u00a0%\u202fof\u200b it") == "10 % of  it"


def test_one_line_folds_white_space() -> None:
    assert one_line("  a\n\n b\u2028c ") == "a b c"


def test_a_digest_tells_the_borders_of_its_parts() -> None:
    assert digest("ab", "c") != digest("a", "bc")


def test_a_digest_never_changes() -> None:
    assert digest("North Quay") == "03d1eeac"


def test_distinct_numbers_what_is_taken() -> None:
    taken = {"quay"}
    assert [distinct("quay", taken), distinct("quay", taken), distinct("pier", taken)] == [
        "quay-2",
        "quay-3",
        "pier",
    ]
