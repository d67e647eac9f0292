"""The site as its readers meet it: on a phone and a desk, by day and night, by keyboard and screen reader."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.served import Site, Visit

pytestmark = pytest.mark.browser

PAGES = {
    "front": "",
    "briefing": "briefings/harbour/",
    "sample": "briefings/envoy-recalled/",
    "crowded": "briefings/crowded/",
    "nothing found": "briefings/fog/",
    "actor": "actors/velmouth-harbour-board/",
    "dispute": "disputes/ostrel-ferries-velmouth-harbour-board-berth-fee-7aa7b3/",
    "briefings": "briefings/",
    "actors": "actors/",
    "disputes": "disputes/",
    "search": "search/?q=harbour&sort=date",
    "not found": "no/such/page/",
}
"""One of each kind."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Open = Callable[..., Visit]


@pytest.mark.parametrize("kind", PAGES)
def test_no_barrier_is_found_by_day_and_night_on_a_phone_and_a_desk(visit: Open, kind: str) -> None:
    page = visit(PAGES[kind]).page
    for width, scheme in ((320, "dark"), (320, "light"), (768, "light"), (1440, "light"), (1440, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
        assert not found.response["violations"], (width, scheme, found.generate_report())


@pytest.mark.parametrize("kind", PAGES)
def test_no_page_is_wider_than_the_screen(visit: Open, kind: str) -> None:
    page = visit(PAGES[kind]).page
    for width in (320, 360, 480, 768, 1024, 1280, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_page_of_all_is_wider_than_a_small_phone(visit: Open, site: Site) -> None:
    page = visit("", 320).page
    wide = []
    for path in sorted(site.folder.rglob("index.html")):
        page.goto(f"{site.address}{path.relative_to(site.folder).parent.as_posix()}/", wait_until="load")
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path.parent.name)
    assert wide == []


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_is_asked_of_another_host_and_the_browser_has_no_complaint(
    visit: Open, site: Site, kind: str
) -> None:
    seen = visit(PAGES[kind])
    assert [url for url in seen.requests if not url.startswith((site.address, "data:", "blob:"))] == []
    complaints = [text for text in seen.complaints if kind != "not found" or "404" not in text]
    assert complaints == []


@pytest.mark.parametrize("kind", ["front", "sample", "actor", "dispute", "actors", "disputes"])
def test_a_page_with_its_style_and_script_is_small(visit: Open, site: Site, kind: str) -> None:
    """Under 60 kB compressed."""
    seen = visit(PAGES[kind])
    total = 0
    for url in dict.fromkeys(seen.requests):
        path = site.folder / url.removeprefix(site.address).split("?")[0]
        total += len(gzip.compress((path / "index.html" if path.is_dir() else path).read_bytes()))
    assert total < 60_000


@pytest.mark.parametrize("kind", ["front", "sample", "actor"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_a_page_loads(visit: Open, kind: str, width: int) -> None:
    page = visit(PAGES[kind], width).page
    shift = page.evaluate(
        """() => new Promise((done) => {
            let total = 0;
            new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) total += entry.value;
            }).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => done(total), 200);
        })"""
    )
    assert shift == 0


@pytest.mark.parametrize("kind", ["sample", "search", "front", "actor", "dispute", "disputes"])
def test_everything_is_reached_by_keyboard_and_seen_when_it_is(visit: Open, kind: str) -> None:
    page = visit(PAGES[kind]).page
    page.evaluate("document.activeElement.blur()")
    wanted = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, input, select, summary")]
            .filter((e) => e.checkVisibility({ visibilityProperty: true }))
            .filter((e) => e.type !== "radio" || e.checked).length"""
    )
    reached = set()
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const e = document.activeElement, box = e.getBoundingClientRect();
                return { key: [...document.querySelectorAll("*")].indexOf(e),
                         outline: getComputedStyle(e).outlineStyle,
                         tag: e.tagName, inside: box.right > 0 && box.bottom > 0 };
            }"""
        )
        if seen["tag"] == "BODY":
            break
        reached.add(seen["key"])
        assert seen["outline"] != "none", seen
        assert seen["inside"], seen
    assert len(reached) == wanted


def test_the_first_key_skips_to_the_content(visit: Open) -> None:
    page = visit(PAGES["sample"]).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_a_slash_leads_to_the_search_and_enter_finds(visit: Open) -> None:
    page = visit(PAGES["front"]).page
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("berth fees")
    page.keyboard.press("Enter")
    page.wait_for_selector(".results li")
    assert page.locator(".results a").first.text_content() is not None
    assert "Ostrel" in page.locator(".results").inner_text()


def test_the_search_can_be_narrowed_and_its_address_kept(visit: Open) -> None:
    page = visit("search/?q=harbour").page
    page.wait_for_selector(".results li")
    page.locator("summary").click()
    page.wait_for_selector("select[data-facet=publisher]")
    page.select_option("select[data-facet=publisher]", "The Mole")
    expect(page.locator(".results > li")).to_have_count(1)
    assert "Ferry line sues" in page.locator(".results").inner_text()
    assert "publisher=The+Mole" in page.url
    page.reload()
    expect(page.locator(".results > li")).to_have_count(1)


def test_a_search_without_a_hit_says_so(visit: Open) -> None:
    page = visit("search/?q=zyzzogeton").page
    expect(page.locator(".search-status")).to_contain_text(
        "Nothing was found among briefings for “zyzzogeton”"
    )


def test_words_in_the_address_are_no_markup(visit: Open) -> None:
    seen = visit("search/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&publisher=%3Cb%3E")
    assert seen.page.locator("#search-page img, #search-page b").count() == 0


def test_the_choice_of_light_or_dark_is_remembered(visit: Open, site: Site) -> None:
    page = visit(PAGES["front"], color_scheme="light").page
    shade = "getComputedStyle(document.body).backgroundColor"
    day = page.evaluate(shade)
    page.locator(".appearance").click()
    assert page.evaluate(shade) == day
    page.locator(".appearance").click()
    night = page.evaluate(shade)
    assert night != day
    page.goto(site.address + PAGES["actors"])
    assert page.evaluate(shade) == night
    page.locator(".appearance").click()
    assert page.evaluate(shade) == day


def test_a_page_is_read_without_script(visit: Open) -> None:
    page = visit(PAGES["sample"], java_script_enabled=False).page
    assert page.locator(".quote").first.is_visible()
    page = visit("search/", java_script_enabled=False).page
    assert page.locator(".search-fallback").is_visible()


def test_a_link_to_the_source_lights_up_the_sentence(visit: Open) -> None:
    page = visit(PAGES["briefing"]).page
    page.locator(".quote .trail a", has_text="In the source").first.click()
    lit = page.locator(".sentence:target")
    assert "walked away" in lit.inner_text()
    usual = page.locator(".sentence:not(:target)").first
    colour = "(element) => getComputedStyle(element).backgroundColor"
    assert lit.evaluate(colour) != usual.evaluate(colour)


def test_a_link_to_folded_evidence_unfolds_it(visit: Open) -> None:
    page = visit(PAGES["crowded"]).page
    anchor = page.locator("details .evidence").first.get_attribute("id")
    assert not page.locator(f"#{anchor}").is_visible()
    page.evaluate(f"location.hash = '{anchor}'")
    expect(page.locator(f"#{anchor}")).to_be_visible()


def test_a_dot_in_time_leads_to_its_briefing(visit: Open) -> None:
    page = visit(PAGES["actor"]).page
    dot = page.locator(".timeline a").first
    dot.focus()
    page.keyboard.press("Enter")
    assert f"#{page.locator('.entry:target').get_attribute('id')}" == dot.get_attribute("href")
    assert page.locator(".entry:target").is_visible()


def test_a_name_in_the_picture_leads_to_the_page_of_the_actor(visit: Open) -> None:
    page = visit(PAGES["disputes"]).page
    node = page.locator(".graph a").first
    name = node.get_attribute("aria-label") or node.text_content() or ""
    node.click()
    expect(page.locator("h1")).to_have_text(name)


@pytest.mark.parametrize(("width", "facing"), [(390, False), (1280, True)])
def test_the_sides_of_a_dispute_face_each_other_where_there_is_room(
    visit: Open, width: int, facing: bool
) -> None:
    """On a phone they stand below each other, in the order in which they are read."""
    page = visit(PAGES["briefing"], width).page
    one, other = (page.locator(".dispute").first.locator(".camp").nth(n).bounding_box() for n in (0, 1))
    assert one
    assert other
    assert (one["y"] == other["y"]) == facing
    assert (one["x"] < other["x"]) == facing
    assert facing or one["y"] + one["height"] <= other["y"]


def test_the_share_of_voice_leads_to_the_words(visit: Open) -> None:
    page = visit(PAGES["briefing"]).page
    page.locator(".shares a", has_text="Tomas Rehn").click()
    assert page.evaluate("document.querySelector(':target').textContent") == "Tomas Rehn"


@pytest.mark.parametrize("width", [768, 1280, 1440])
def test_a_line_of_the_source_has_60_to_75_characters(visit: Open, width: int) -> None:
    """Measured on the passages that fill their lines."""
    page = visit(PAGES["sample"], width).page
    lengths = page.evaluate(
        """() => [...document.querySelectorAll(".passage")].flatMap((p) => {
            const lines = p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight);
            return lines > 3 ? [p.textContent.length / (lines - 0.5)] : [];
        })"""
    )
    assert lengths
    assert 55 <= sum(lengths) / len(lengths) <= 78


def test_reduced_motion_is_respected(visit: Open) -> None:
    page = visit(PAGES["front"], reduced_motion="reduce").page
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_short_names_and_dates_stay_on_one_line(visit: Open) -> None:
    page = visit(PAGES["sample"], 320).page
    broken = page.evaluate(
        """() => [...document.querySelectorAll(".name:not(.long), time")]
            .filter((e) => e.checkVisibility() && !e.closest(".side") && e.getClientRects().length > 1)
            .map((e) => e.textContent)"""
    )
    assert broken == []


def test_every_page_forbids_what_is_not_its_own(site: Site) -> None:
    for path in sorted(site.folder.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
        assert policy, path
        assert "default-src 'none'" in policy[1]
        assert "unsafe-inline" not in policy[1]
        is_search = path == Path(site.folder, "search", "index.html")
        assert ("wasm-unsafe-eval" in policy[1]) == is_search
        assert not re.search(
            r'\sstyle="|\son\w+="|<script(?![^>]*(?:src=|type="application/ld\+json"))', html
        ), path


@pytest.mark.parametrize("kind", ["nothing found", "actor", "briefing"])
def test_on_a_tablet_the_rules_above_sections_are_of_one_length(visit: Open, kind: str) -> None:
    page = visit(PAGES[kind], 768).page
    widths = page.evaluate(
        "() => [...document.querySelectorAll('.page > section > h2')].map((h) => h.getBoundingClientRect().width)"
    )
    assert len(widths) > 1
    assert len({round(width) for width in widths}) == 1


@pytest.mark.parametrize(
    ("kind", "item"), [("briefings", ".teaser"), ("disputes", ".contest"), ("actors", "li")]
)
@pytest.mark.parametrize(("width", "columns"), [(390, 1), (768, 2), (1280, 2)])
def test_an_index_uses_the_width_of_the_screen(
    visit: Open, kind: str, item: str, width: int, columns: int
) -> None:
    page = visit(PAGES[kind], width).page
    lefts = page.locator(f".page {item}").evaluate_all(
        "all => all.map((e) => e.getBoundingClientRect().left)"
    )
    assert len({round(left) for left in lefts}) == columns


def test_on_a_phone_the_head_of_the_page_is_in_the_order_of_the_keyboard(visit: Open) -> None:
    page = visit(PAGES["front"], 360).page
    boxes = [page.locator(place).bounding_box() for place in (".site-name", ".find input", ".appearance")]
    lefts = [box["x"] for box in boxes if box]
    assert len(lefts) == 3
    assert lefts == sorted(lefts)


def test_a_name_in_a_picture_is_told_in_full(visit: Open) -> None:
    page = visit(PAGES["crowded"]).page
    name = "The Interdepartmental Working Group on Harbour Dues, Berth Allocation and Night Work of Velmouth"
    expect(page.locator(".graph").get_by_role("link", name=name, exact=True)).to_have_count(1)


def test_a_link_to_a_further_piece_of_evidence_lights_up_what_holds_it(visit: Open) -> None:
    page = visit(PAGES["sample"]).page
    further = page.locator(".evidence .says > span[id]:not([class])").first.get_attribute("id")
    page.evaluate(f"location.hash = '{further}'")
    held = page.locator(f".evidence:has(#{further})")
    expect(held).to_be_visible()
    assert held.evaluate("(element) => getComputedStyle(element).outlineStyle") == "solid"


@pytest.mark.parametrize("kind", ["sample", "crowded", "actor"])
def test_nothing_of_a_rail_is_cut_off_on_a_small_phone(visit: Open, kind: str) -> None:
    page = visit(PAGES[kind], 320).page
    beyond = page.evaluate(
        """() => [...document.querySelectorAll(".rail svg:not(.wide), .rail .actor > *")]
            .filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth - 20)
            .map((e) => e.textContent)"""
    )
    assert beyond == []
