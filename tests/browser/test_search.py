"""The search of the published site: what is found, and how facets narrow it down."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.server import address, server
from generator.settings import read_settings
from tests.browser.served import Site, Visit

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]


def titles(page: Page) -> list[str]:
    """The titles of the results that are shown."""
    expect(page.locator(".search-status")).to_contain_text("page")
    expect(page.locator(".results li h2").first).to_be_visible()
    return page.locator(".results > li > h2").all_inner_texts()


def pages_found(page: Page) -> int:
    """How many pages the status line tells of."""
    expect(page.locator(".search-status")).to_contain_text("page")
    return int(page.locator(".search-status").inner_text().split()[0])


def choose(page: Page, facet: str, value: str) -> None:
    """Choose a value of a facet, and wait for the results."""
    page.locator(".search-page summary").click()
    page.locator(f"select[data-facet={facet}]").select_option(value)
    expect(page.locator(".search-status")).to_contain_text(value)


def test_the_name_of_an_actor_leads_to_its_page(visit: Open) -> None:
    page = visit("search/?q=Velmouth+Harbour+Board").page
    assert "Velmouth Harbour Board" in titles(page)[:3]


def test_words_that_were_said_lead_to_the_quotation(visit: Open) -> None:
    page = visit("search/?q=%22berths+that+do+not+exist%22").page
    found = page.locator(".results a").evaluate_all("links => links.map(link => link.href)")
    assert any("/briefings/ferry/" in link for link in found)


def test_the_kind_of_page_narrows_the_results_down(visit: Open) -> None:
    page = visit("search/?q=harbour").page
    everything = pages_found(page)
    choose(page, "kind", "actor")
    assert 0 < pages_found(page) < everything
    kinds = page.locator(".results > li > p.meta").all_inner_texts()
    assert kinds
    assert {kind.split(" · ")[0] for kind in kinds} == {"actor"}


@pytest.mark.parametrize(
    ("facet", "value"),
    [
        ("publisher", "Quay Gazette"),
        ("actor", "Ostrel Ferries"),
        ("dispute", "berth fees"),
        ("topic", "labour"),
    ],
)
def test_a_facet_alone_finds_the_briefing_that_carries_it(
    visit: Open, site: Site, facet: str, value: str
) -> None:
    titled = {"publisher": "harbour", "actor": "ferry", "dispute": "ferry", "topic": "harbour"}
    page = visit(f"search/?{facet}={value.replace(' ', '+')}&kind=briefing").page
    wanted = next(b.title for b in site.collection.briefings if b.slug == titled[facet])
    assert wanted in titles(page)


def test_each_year_of_the_briefings_can_be_chosen(visit: Open, site: Site) -> None:
    page = visit("search/?q=harbour").page
    page.locator(".search-page summary").click()
    expect(page.locator("select[data-facet=year] option").nth(1)).to_be_attached()
    offered = page.locator("select[data-facet=year] option").evaluate_all("all => all.map(one => one.value)")
    years = sorted({b.date[:4] for b in site.collection.briefings if b.date}, reverse=True)
    assert [value for value in offered if value] == years


def test_the_search_works_on_the_server_of_briefings_serve_below_a_path(browser: Browser, site: Site) -> None:
    config = site.folder.parent / "mkdocs.yml"
    config.write_text("site_name: Desk\nsite_url: https://example.org/desk/\n")
    settings = read_settings(config, site_dir=site.folder)
    running = server(settings, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    page = browser.new_page()
    try:
        page.goto(f"{address(settings, running)}search/?q=Velmouth")
        assert any("Velmouth" in title for title in titles(page))
        page.locator(".results h2 a").first.click()
        expect(page).to_have_url(re.compile("/desk/(actors|briefings|disputes)/"))
    finally:
        page.close()
        running.shutdown()
        running.server_close()
