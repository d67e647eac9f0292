"""The search of the published site: what is found, how it is narrowed down, and that each result leads to its place."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.server import address, server
from generator.settings import read_settings
from tests.browser.served import Site, Visit

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def titles(page: Page) -> list[str]:
    """The titles of the results that are shown."""
    expect(page.locator(".results li h2").first).to_be_visible()
    return [title.strip() for title in page.locator(".results > li > h2").all_inner_texts()]


def links(page: Page) -> list[str]:
    """Where the results lead."""
    expect(page.locator(".results li h2").first).to_be_visible()
    return page.locator(".results h2 a").evaluate_all("links => links.map(link => link.getAttribute('href'))")


def told(page: Page, words: str) -> None:
    """Wait for what the status line says."""
    expect(page.locator(".search-status")).to_contain_text(words)


def choose(page: Page, facet: str, value: str) -> None:
    """Choose or type a value of a facet, and wait for the results."""
    page.locator(".narrow summary").click()
    control = page.locator(f"[data-facet={facet}]")
    expect(control).to_be_visible()
    if control.evaluate("element => element.tagName") == "SELECT":
        control.select_option(value)
    else:
        control.fill(value)
        control.press("Tab")
    told(page, value)


def test_the_name_of_an_actor_leads_to_its_page_whatever_is_searched_for(visit: Open) -> None:
    for kind in ("", "&kind=quotation", "&kind=dispute"):
        page = visit(f"search/?q=velmouth+harb{kind}").page
        named = page.locator(".search-names a", has_text="Velmouth Harbour Board")
        expect(named).to_have_attribute("href", "/actors/velmouth-harbour-board/")


def test_actors_are_found_by_the_beginning_of_any_word_of_their_names(visit: Open) -> None:
    page = visit("search/?q=castell&kind=actor").page
    assert "Ines Castellan" in titles(page)
    assert "/actors/ines-castellan/" in links(page)


def test_a_name_in_other_letters_is_found(visit: Open) -> None:
    page = visit("search/?q=משה&kind=actor").page
    assert titles(page) == ["משה כהן"]


def test_a_quotation_is_a_result_with_its_speaker_and_its_permalink(visit: Open, site: Site) -> None:
    page = visit("search/?q=%22berths+that+do+not+exist%22&kind=quotation").page
    assert titles(page) == ["Lena Ostrel"]
    (link,) = links(page)
    assert re.fullmatch(r"/briefings/ferry/#q-\w+", link)
    assert "We pay for berths that do not exist" in page.locator(".results blockquote").inner_text()
    page.locator(".results h2 a").click()
    expect(page).to_have_url(site.address.rstrip("/") + link)
    target = page.locator(":target")
    expect(target).to_contain_text("We pay for berths that do not exist")
    expect(target).to_be_in_viewport()


def test_the_name_of_a_speaker_finds_what_the_speaker_said(visit: Open) -> None:
    page = visit("search/?q=rehn&kind=quotation").page
    assert titles(page) == ["Tomas Rehn", "Tomas Rehn"]


def test_only_the_quotations_of_a_chosen_speaker_are_shown(visit: Open) -> None:
    page = visit("search/?q=point&kind=quotation").page
    choose(page, "speaker", "Delegate 7")
    expect(page.locator(".results > li:not(.rest) h2").first).to_contain_text("Delegate 7")
    assert {title for title in titles(page) if title} == {"Delegate 7"}


def test_a_dispute_is_a_result_with_its_sides_and_its_permalink(visit: Open) -> None:
    page = visit("search/?q=berth+fees&kind=dispute").page
    assert titles(page) == ["Berth fees: Ostrel Ferries against Velmouth Harbour Board"]
    assert re.fullmatch(r"/briefings/ferry/#e-\w+", links(page)[0])


def test_the_kind_is_chosen_by_keyboard_and_kept_in_the_address(visit: Open) -> None:
    page = visit("search/?q=harbour").page
    told(page, "briefings for “harbour”")
    page.locator("#q").press("Tab")
    page.keyboard.press("ArrowRight")
    told(page, "quotations from")
    assert "kind=quotation" in page.url
    page.keyboard.press("ArrowRight")
    told(page, "evidence from")
    page.reload()
    told(page, "evidence from")
    expect(page.get_by_role("radio", name="Disputes")).to_be_checked()


@pytest.mark.parametrize(
    ("facet", "value"),
    [
        ("publisher", "Quay Gazette"),
        ("actor", "Ostrel Ferries"),
        ("dispute", "berth fees"),
        ("speaker", "Lena Ostrel"),
        ("topic", "labour"),
    ],
)
def test_a_facet_alone_finds_the_briefing_that_carries_it(
    visit: Open, site: Site, facet: str, value: str
) -> None:
    titled = {
        "publisher": "harbour",
        "actor": "ferry",
        "dispute": "ferry",
        "speaker": "ferry",
        "topic": "harbour",
    }
    page = visit(f"search/?{facet}={value.replace(' ', '+')}").page
    wanted = next(b.title for b in site.collection.briefings if b.slug == titled[facet])
    assert wanted in titles(page)


@pytest.mark.parametrize("kind", ["briefing", "quotation", "dispute"])
def test_the_newest_come_first_if_that_is_asked_for(visit: Open, kind: str) -> None:
    page = visit(f"search/?q=harbour&kind={kind}&sort=date").page
    links_of = {"briefing": "h2 a", "quotation": "h2 a", "dispute": "h2 a"}[kind]
    expect(page.locator(".results h2").first).to_be_visible()
    found = page.locator(f".results {links_of}").evaluate_all("all => all.map(a => a.pathname.split('/')[2])")
    dates = {"ferry": 2, "harbour": 1}
    known = [dates[slug] for slug in found if slug in dates]
    assert known == sorted(known, reverse=True)
    assert set(known) == {1, 2}


def test_each_year_of_the_briefings_can_be_chosen(visit: Open, site: Site) -> None:
    page = visit("search/?q=harbour").page
    page.locator(".narrow summary").click()
    expect(page.locator("select[data-facet=year] option").nth(1)).to_be_attached()
    offered = page.locator("select[data-facet=year] option").evaluate_all("all => all.map(one => one.value)")
    years = sorted({b.date[:4] for b in site.collection.briefings if b.date}, reverse=True)
    assert [value for value in offered if value] == years


def test_the_number_of_results_is_told_to_a_screen_reader(visit: Open) -> None:
    page = visit("search/?q=%22berths+that+do+not+exist%22&kind=quotation").page
    status = page.get_by_role("status")
    expect(status).to_have_text('1 quotation from 1 briefing for “"berths that do not exist"”.')


def test_where_nothing_is_found_the_page_says_where_else_to_look(visit: Open) -> None:
    page = visit("search/?q=%22berths+that+do+not+exist%22&kind=dispute&year=1999").page
    told(page, 'Nothing was found among disputes for “"berths that do not exist"” (year: 1999)')
    page.locator(".search-nothing").get_by_role("link", name="quotations").click()
    told(page, "Nothing was found among quotations")
    page.get_by_role("link", name="search without narrowing down").click()
    told(page, '1 quotation from 1 briefing for “"berths that do not exist"”.')


def test_an_empty_search_says_how_to_search(visit: Open) -> None:
    page = visit("search/").page
    expect(page.locator(".search-hint")).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "q"


def test_further_results_are_shown_and_the_first_of_them_gets_the_focus(visit: Open) -> None:
    page = visit("search/?q=delegate&kind=actor").page
    expect(page.locator(".results > li")).to_have_count(10)
    page.get_by_role("button", name="More results").press("Enter")
    expect(page.locator(".results > li")).to_have_count(20)
    assert page.evaluate("[...document.querySelectorAll('.results a')].indexOf(document.activeElement)") == 10


def test_nothing_is_loaded_before_it_is_asked_for(visit: Open) -> None:
    seen = visit("search/")
    assert [url for url in seen.requests if "/pagefind/" in url] == []
    seen.page.locator("#q").fill("harbour")
    told(seen.page, "briefings for “harbour”")
    assert [url for url in seen.requests if "quotations" in url or "facets" in url] == []


@pytest.mark.parametrize("kind", ["briefing", "quotation", "dispute", "actor"])
def test_no_barrier_is_found_in_any_kind_of_result(visit: Open, kind: str) -> None:
    seen = visit(f"search/?q=harbour&kind={kind}")
    expect(seen.page.locator(".results li").first).to_be_visible()
    for width, scheme in ((320, "dark"), (1280, "light")):
        seen.page.set_viewport_size({"width": width, "height": 900})
        seen.page.emulate_media(color_scheme=scheme)
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
        found = Axe().run(seen.page, options={"runOnly": {"type": "tag", "values": WCAG}})
        assert not found.response["violations"], found.generate_report()
    assert seen.complaints == []


def test_the_search_works_on_the_server_of_briefings_serve_below_a_path(browser: Browser, site: Site) -> None:
    config = site.folder.parent / "mkdocs.yml"
    config.write_text("site_name: Desk\nsite_url: https://example.org/desk/\n")
    settings = read_settings(config, site_dir=site.folder)
    running = server(settings, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    page = browser.new_page()
    try:
        for kind in ("briefing", "quotation", "dispute", "actor"):
            page.goto(f"{address(settings, running)}search/?q=Velmouth&kind={kind}")
            page.locator(".results h2 a").first.click()
            expect(page).to_have_url(re.compile("/desk/(actors|briefings)/"))
            expect(page.locator("h1")).not_to_contain_text("not here")
    finally:
        page.close()
        running.shutdown()
        running.server_close()
