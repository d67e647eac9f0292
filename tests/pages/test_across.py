"""Pages across briefings: what an actor said and with whom it is at odds, and how a dispute went on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.check import fold, read_page
from generator.editorial.compile import Story, compile_collection
from generator.model import Analysis, Collection
from generator.pages.render import render
from generator.pages.sheet_selection import Excerpt, Plea, Selection
from generator.pages.views import Folded, folded
from generator.pages.wording import Wording, unlinked
from generator.settings import Settings, read_settings
from tests.pages.made import blocks, collection, crowded, empty, ferry, harbour, sentences
from tests.pages.test_render import html, only, words

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def settings() -> Settings:
    return read_settings(ROOT / "mkdocs.yml")


@pytest.fixture(scope="module")
def pages(settings: Settings) -> dict[str, str]:
    return render(collection(), settings, {})


def later(article: Analysis, date: str) -> Analysis:
    return article.model_copy(update={"date": date, "source": f"{date}.txt", "title": f"Again on {date}"})


def thrice() -> Collection:
    """The same dispute in three briefings, the middle one first."""
    dates = {"b": "2026-02-01", "a": "2026-03-01", "c": "2026-01-01"}
    return compile_collection([Story(slug, (later(ferry(), date),)) for slug, date in dates.items()])


def dispute(made: dict[str, str], issue: str) -> str:
    return next(page for name, page in made.items() if name.startswith("disputes/") and issue in name)


def test_a_dispute_is_told_from_its_beginning_through_all_briefings(settings: Settings) -> None:
    page = words(dispute(render(thrice(), settings, {}), "berth"))
    told = page[page.index("How it went on") :]
    places = [told.index(f"Again on {date}") for date in ("2026-01-01", "2026-02-01", "2026-03-01")]
    assert places == sorted(places)
    assert "3 sentences of evidence in 3 briefings" in page


def test_a_dispute_of_several_days_has_a_picture_of_time_and_one_of_a_day_has_none(
    settings: Settings,
) -> None:
    assert '<figure class="timeline"' in dispute(render(thrice(), settings, {}), "berth")
    assert '<figure class="timeline"' not in dispute(render(collection(), settings, {}), "berth")


def test_each_side_has_its_words_or_the_page_says_that_none_were_found(settings: Settings) -> None:
    article = ferry()
    changed = article.model_copy(
        update={
            "disputes": (
                article.disputes[0].model_copy(update={"parties": ("lena-ostrel", "velmouth-harbour-board")}),
            )
        }
    )
    made = render(compile_collection([Story("it", (changed,))]), settings, {})
    for page in (made["briefings/it.md"], dispute(made, "berth")):
        sides = words(page).split("Evidence:")[0].split("How it went on")[0]
        assert "Lena Ostrel who runs the line “We pay for berths that do not exist”" in sides
        assert "Velmouth Harbour Board No words of this side on it were found." in sides


def test_what_is_told_of_a_side_carries_who_tells_it(settings: Settings) -> None:
    article = harbour()
    made = render(compile_collection([Story("it", (harbour(disputes=article.disputes[1:]),))]), settings, {})
    for page in (made["briefings/it.md"], dispute(made, "tomas-rehn")):
        assert "rejected the charge of breach. according to Ines Castellan" in words(page)


def test_other_disputes_of_the_same_parties_are_named(settings: Settings) -> None:
    article = ferry()
    tolls = article.disputes[0].model_copy(update={"issue": "Friday", "id": "d2"})
    changed = article.model_copy(update={"disputes": (*article.disputes, tolls)})
    made = render(compile_collection([Story("it", (changed,))]), settings, {})
    assert "Also between them Friday" in words(dispute(made, "berth"))
    assert "Also between them" not in words(dispute(render(collection(), settings, {}), "berth"))


def test_an_actor_is_at_odds_only_with_those_it_stands_against(pages: dict[str, str]) -> None:
    """Of the three parties of one dispute, two are not against each other."""
    page = words(pages["actors/tomas-rehn.md"])
    odds = page[page.index("At odds with") : page.index("Quotations", page.index("At odds with"))]
    assert "Velmouth Harbour Board" in odds
    assert "Ines Castellan" not in odds


def test_the_page_of_an_actor_tells_over_what_it_is_at_odds(pages: dict[str, str]) -> None:
    page = words(pages["actors/velmouth-harbour-board.md"])
    assert "over blocking the night shift" in page
    assert "over berth fees" in page
    assert "spoken of in 2" in page or "spoken of in 1" in page


def test_the_page_of_an_actor_of_several_days_has_a_picture_of_time(pages: dict[str, str]) -> None:
    page = pages["actors/velmouth-harbour-board.md"]
    assert page.count('<figure class="timeline"') == 1
    ids = read_page(html(page)).ids
    assert {"in-harbour", "in-ferry"} <= ids, "the dots lead there"


def test_the_index_of_disputes_shows_who_disputes_whom_and_ranks(settings: Settings) -> None:
    stories = [Story(f"f{n}", (later(ferry(), f"2026-01-0{n}"),)) for n in (1, 2)]
    made = render(compile_collection([*stories, Story("harbour", (harbour(),))]), settings, {})
    page = made["disputes/index.md"]
    assert 'href="../actors/velmouth-harbour-board/"' in page
    ranked = words(page)
    assert ranked.index("berth fees", ranked.index("Ranked")) < ranked.index("blocking the night shift")


def unfolded(page: str, fold: str = "<details") -> str:
    """The page without what is folded away."""
    while fold in page:
        start = page.rindex(fold)
        end = page.index("</details>", start) + len("</details>")
        page = page[:start] + page[end:]
    return page


def test_a_page_of_two_hundred_quotations_is_folded_to_what_is_read_at_once(settings: Settings) -> None:
    page = html(only(crowded(), settings=settings))
    for kind in ("quote", "passage"):
        assert page.count(f'class="{kind}') == 200
        assert 20 < unfolded(page).count(f'class="{kind}') <= 40


def test_what_is_printed_is_folded_only_where_print_opens_it(settings: Settings) -> None:
    """The style for print opens the folds of evidence; what is in any other is not printed."""
    briefing = compile_collection([Story("it", (crowded(),))]).briefings[0]
    actors = briefing.actors[18:24]
    chosen = Selection(
        title=Excerpt(),
        actors=tuple(actor.id for actor in actors),
        disputes=(Plea(id=briefing.disputes[0].id, evidence=3),),
        quotes=(150, 190),
    )
    page = html(only(crowded(), settings=settings, selections={"it": chosen}))
    kept = unfolded(page, '<details class="beyond-sheet"')
    assert all(f">Point {number} stands" in kept for number in chosen.quotes)
    assert all(f">{actor.name}</a> <svg" in kept for actor in actors)
    assert '<details class="proofs"' in kept


def test_folding_leaves_what_is_printed_and_does_not_fold_a_few() -> None:
    class Entry:
        def __init__(self, name: str, shown: bool) -> None:
            self.name, self.print = name, "" if shown else "beyond-sheet"

    entries = [Entry(name, name in "ag") for name in "abcdefgh"]
    cut: Folded[Entry] = folded(entries, 2)  # type: ignore[type-var]
    assert "".join(e.name for e in cut.open) == "abg"
    assert "".join(e.name for e in cut.rest) == "cdefh"
    assert folded(entries[:4], 2).rest == ()  # type: ignore[type-var]


def test_evidence_has_the_same_permalink_on_the_page_of_its_dispute(pages: dict[str, str]) -> None:
    at_briefing = {i for i in read_page(html(pages["briefings/ferry.md"])).ids if i.startswith("e-")}
    at_dispute = {i for i in read_page(html(dispute(pages, "berth"))).ids if i.startswith("e-")}
    assert at_briefing == at_dispute
    assert len(at_dispute) == 1


def test_the_share_of_voice_adds_up_and_leads_to_the_quotations(pages: dict[str, str]) -> None:
    page = pages["briefings/harbour.md"]
    shares = page[page.index("## Share of voice") : page.index("## Key actors")]
    assert shares.count("(#said") == 2
    assert "39 %" in fold(shares)
    assert "1 other" in fold(shares)
    assert "Officials" not in shares, "nobody's share is told of one without a name"
    assert "Of 23 words that the article reports as said by somebody" in words(page)
    assert "Share of voice" not in pages["briefings/ferry.md"], "one speaker has all of it"


def test_words_of_nobody_count_in_no_share(settings: Settings) -> None:
    article = harbour()
    quotes = tuple(q.model_copy(update={"speaker": None}) if q.id == "q4" else q for q in article.quotes)
    page = words(
        render(
            compile_collection([Story("harbour", (article.model_copy(update={"quotes": quotes}),))]),
            settings,
            {},
        )["briefings/harbour.md"]
    )
    assert "Of 16 words that the article reports as said by somebody" in page
    assert "Not attributed" not in page[page.index("Share of voice") : page.index("Key actors")]


def test_the_front_page_shows_disputes_of_several_briefings(settings: Settings) -> None:
    """The newest briefing has four, and the two of an older one still come third and fourth."""
    stories = [Story("crowded", (crowded(),)), Story("harbour", (harbour(),))]
    page = words(render(compile_collection(stories), settings, {})["index.md"])
    listed = page[page.index("Latest disputes") : page.index("Most quoted voices")]
    order = ["Point 0", "Point 1", "blocking the night shift", "Tomas Rehn", "Point 2", "Point 3"]
    places = [listed.index(name) for name in order]
    assert places == sorted(places)


def test_a_long_name_may_break_whether_it_is_a_link_or_not() -> None:
    wording = Wording(())
    assert unlinked("Ann Bell", wording) == '<span class="name">Ann Bell</span>'
    assert unlinked("National Office for Research Integrity", wording).startswith('<span class="name long">')


def test_all_of_an_article_is_shown_where_the_settings_say_so(settings: Settings) -> None:
    lines = " ".join(
        f"Sentence number {n} tells of the weather and of nothing else at all." for n in range(20)
    )
    text = f"Fog\n\nFog lay over the mole.\n\n{lines}\n"
    article = empty().model_copy(
        update={"text": text, "title": "Fog", "blocks": blocks(text), "sentences": sentences(text)}
    )
    for shows, expected in (("excerpts", False), ("full", True), ("none", False)):
        page = words(only(article, settings=settings.model_copy(update={"source_text": shows})))
        assert ("Fog lay over the mole. Sentence number 0" in page) == expected
        assert ("Sentence number 19 tells" in page) == expected


def test_no_attribute_list_is_read_as_words(pages: dict[str, str]) -> None:
    """A missing line break in a template would show it."""
    assert [path for path, page in pages.items() if re.search(r"\{:? ?[.#]", words(page))] == []
