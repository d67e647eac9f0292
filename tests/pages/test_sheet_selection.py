from __future__ import annotations

import pytest

from generator.model import Block, Briefing, Said
from generator.pages import sheet_words as words
from generator.pages.sheet_selection import Item, Selection, longest, rank, select, strongest
from tests.pages.made import collection


def made(slug: str) -> Briefing:
    return next(briefing for briefing in collection().briefings if briefing.slug == slug)


def with_quote(briefing: Briefing, place: int, **changes: object) -> Briefing:
    said = briefing.quotes[place]
    other = Said(article=said.article, quote=said.quote.model_copy(update=changes))
    quotes = (*briefing.quotes[:place], other, *briefing.quotes[place + 1 :])
    return briefing.model_copy(update={"quotes": quotes})


@pytest.mark.parametrize("guess", range(12))
@pytest.mark.parametrize("room", range(11))
def test_the_longest_beginning_that_fits_is_found_from_any_guess(room: int, guess: int) -> None:
    assert longest(10, guess, lambda number: number <= room) == room


def test_a_good_guess_takes_two_layouts_and_no_more() -> None:
    asked: list[int] = []
    assert longest(200, 12, lambda number: not asked.append(number) and number <= 12) == 12  # type: ignore[func-returns-value]
    assert asked == [12, 13]


def test_everything_is_shown_if_it_fits_and_nothing_is_said_to_be_left_out() -> None:
    briefing = made("harbour")
    chosen = select(briefing, [lambda _: True])
    assert len(chosen.actors) == len(briefing.actors)
    assert [plea.id for plea in chosen.disputes] == [contest.id for contest in briefing.disputes]
    assert sorted(chosen.quotes) == list(range(len(briefing.quotes)))
    assert chosen.left_out == ""


def test_the_second_paper_counts_as_much_as_the_first() -> None:
    def narrow(chosen: Selection) -> bool:
        return len(chosen.quotes) <= 1

    chosen = select(made("harbour"), [lambda _: True, narrow])
    assert len(chosen.quotes) == 1
    assert "3 further quotations" in chosen.left_out.replace("\u00a0", " ")


def test_room_that_is_left_goes_to_the_next_that_are_short_enough() -> None:
    briefing = made("harbour")
    quotes = [item.place for item in rank(briefing) if item.kind == "quote"]
    lengths = {place: len(words.quote_words(briefing, briefing.quotes[place])) for place in quotes}
    longer = max(quotes[:-1], key=lambda place: lengths[place])
    assert lengths[quotes[-1]] < lengths[longer], "the last of the ranking is the shorter one"

    def without_it(chosen: Selection) -> bool:
        return longer not in chosen.quotes

    chosen = select(briefing, [without_it])
    assert longer not in chosen.quotes
    assert quotes[-1] in chosen.quotes


def test_nothing_but_title_and_lead_is_shown_if_nothing_else_fits() -> None:
    chosen = select(made("harbour"), [lambda _: False])
    assert (len(chosen.lead), chosen.actors, chosen.disputes, chosen.quotes) == (1, (), (), ())


def test_a_dispute_and_a_quotation_come_in_turns() -> None:
    """However many quotations there are, the disputes are not crowded out of a short page."""
    kinds = [item.kind for item in rank(made("crowded"))]
    assert kinds[:8].count("dispute") == 4
    assert kinds[:8].count("quote") == 4
    assert Item("lead", 0) not in rank(made("crowded"))


def test_no_voice_fills_the_sheet() -> None:
    briefing = made("crowded")
    first = [words.speaker_name(briefing, briefing.quotes[place]) for place in strongest(briefing)[:10]]
    assert len(set(first)) == 10


def test_own_words_go_before_reported_ones_and_known_speakers_before_unknown_ones() -> None:
    briefing = made("harbour")
    assert strongest(briefing)[-1] == 3  # "Officials said the port would reopen"
    doubtful = with_quote(briefing, 0, confidence=0.1)
    assert strongest(doubtful).index(0) > strongest(doubtful).index(1)


@pytest.mark.parametrize(
    "changes",
    [{"speaker": None}, {"kind": "indirect", "act": "belief"}, {"kind": "indirect", "act": "plan"}],
    ids=["nobody", "believed", "planned"],
)
def test_what_nobody_is_known_to_have_said_is_no_quotation_of_the_sheet(changes: dict[str, object]) -> None:
    assert 3 not in strongest(with_quote(made("harbour"), 3, **changes))


def test_a_snippet_counts_only_in_the_own_words_of_the_speaker() -> None:
    briefing = made("harbour")
    span = briefing.quotes[3].quote.spans[0]
    snippet = (span.model_copy(update={"end": span.start + 20}),)
    assert 3 not in strongest(with_quote(briefing, 3, spans=snippet))
    assert 2 in strongest(briefing)  # “Nobody did.”


def test_a_pronoun_as_speaker_names_nobody_unless_the_actor_is_known() -> None:
    briefing = made("harbour")
    assert words.speaker_name(briefing, briefing.quotes[1]) == "Tomas Rehn"
    speaker = briefing.quotes[1].quote.speaker
    assert speaker is not None
    unknown = with_quote(briefing, 1, speaker=speaker.model_copy(update={"actor": None}))
    assert words.speaker_name(unknown, unknown.quotes[1]) == ""
    assert 1 not in strongest(unknown)


def test_a_quotation_of_the_headline_is_not_repeated() -> None:
    briefing = made("harbour")
    span = briefing.quotes[0].quote.spans[0]
    headline = Block(start=span.start, end=span.end, kind="headline")
    article = briefing.articles[0].model_copy(update={"blocks": (headline,)})
    assert 0 not in strongest(briefing.model_copy(update={"articles": (article,)}))


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("“No berth is free.”", "No berth is free."),
        ("'closer than before,\"", "closer than before,"),
        ("“‘Never,’ he told us”", "‘Never,’ he told us"),
        ("“It was the dockers’", "It was the dockers’"),
        ("‘It was the dockers’’", "It was the dockers’"),
        ("``Two boats.''", "Two boats."),
        ("„Kein Kran“", "Kein Kran"),
        ("« Trois grues »", "Trois grues"),
        ("no marks at all", "no marks at all"),
    ],
)
def test_only_the_outer_marks_are_taken_off(text: str, bare: str) -> None:
    assert words.without_marks(text) == bare


def test_the_comma_that_leads_on_to_the_speaker_is_left_out_and_no_word() -> None:
    briefing = made("harbour")
    assert words.quote_words(briefing, briefing.quotes[1]) == "“We signed nothing about nights”"
    assert (
        words.quote_words(briefing, briefing.quotes[0])
        == "“The union has walked away, … from its own signature.”"
    )


@pytest.mark.parametrize(
    ("date", "worded"), [("2026-03-03", "3 March 2026"), ("2014-10-22", "22 October 2014"), (None, "")]
)
def test_a_date_is_worded(date: str | None, worded: str) -> None:
    assert words.day(date) == worded


@pytest.mark.parametrize(
    ("text", "length", "shown"),
    [
        ("The quay is closed today", 13, "The quay is"),
        ("The quay, closed", 10, "The quay"),
        ("Donaudampfschifffahrt", 8, "Donaudam"),
    ],
)
def test_a_text_is_cut_at_the_end_of_a_word_where_there_is_one(text: str, length: int, shown: str) -> None:
    assert text[: words.cut(text, length)] == shown


def test_only_words_too_wide_for_the_rail_get_places_to_break() -> None:
    assert words.settable("Kraftfahrzeug-Haftpflicht") != "Kraftfahrzeug-Haftpflicht"
    assert words.settable("Interdepartmental Group") == "Interdepartmental Group"
    assert words.settable("a\u202eb\x07c") == "abc"
