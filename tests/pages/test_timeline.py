"""Time as a picture: told in words, with dots that a finger can hit, inside its frame."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from generator.pages.timeline import BIN, WIDTH, Event, timeline

LANES = ("Quotations", "Disputes")


def word(count: int, lane: str) -> str:
    return f"{count} of {lane}"


def drawn(*events: Event) -> ET.Element:
    figure = timeline(events, LANES, word)
    assert figure is not None
    return ET.fromstring(figure)


def test_what_is_all_of_one_day_needs_no_picture() -> None:
    assert timeline([], LANES, word) is None
    events = [Event("2026-01-01", "Quotations", 1, "#a"), Event("2026-01-01", "Disputes", 2, "#b")]
    assert timeline(events, LANES, word) is None


def test_the_picture_tells_in_words_what_it_shows() -> None:
    figure = drawn(Event("2026-03-01", "Disputes", 2, "#b"), Event("2026-01-01", "Quotations", 3, "#a"))
    label = (figure[0].get("aria-label") or "").replace("\u00a0", " ")
    assert label == "Over time. 1 January 2026: 3 of Quotations; 1 March 2026: 2 of Disputes"


def test_each_dot_leads_to_its_place_and_says_what_it_is() -> None:
    figure = drawn(Event("2026-01-01", "Quotations", 3, "#a"), Event("2026-03-01", "Quotations", 1, "#b"))
    links = figure.findall(".//a")
    assert [link.get("href") for link in links] == ["#a", "#b"]
    assert all(link.get("aria-label") for link in links)


def test_a_lane_without_events_is_left_out() -> None:
    figure = drawn(Event("2026-01-01", "Disputes", 1, "#a"), Event("2026-03-01", "Disputes", 1, "#b"))
    assert "Quotations" not in "".join(figure.itertext())


def test_many_days_become_dots_that_do_not_touch() -> None:
    events = [
        Event(f"2026-{m:02}-{d:02}", "Quotations", 1, f"#{m}-{d}") for m in range(1, 13) for d in (1, 9, 20)
    ]
    figure = drawn(*events)
    places = [float(c.get("cx", "")) for c in figure.iter("circle") if c.get("class") == "reach"]
    assert 2 < len(places) < len(events)
    assert all(b - a > 0.5 * BIN for a, b in pairwise(places))
    label = (figure[0].get("aria-label") or "").replace("\u00a0", " ")
    assert sum(int(part.split(": ")[1].split()[0]) for part in label[11:].split("; ")) == len(events)


@pytest.mark.parametrize("last", ["2026-01-02", "2026-01-30", "2026-05-03", "2027-02-28", "2041-01-01"])
def test_everything_lies_inside_the_picture(last: str) -> None:
    figure = drawn(Event("2026-01-01", "Quotations", 900, "#a"), Event(last, "Disputes", 1, "#b"))
    for circle in figure.iter("circle"):
        assert 0 < float(circle.get("cx", "")) < WIDTH
    ticks = [text for text in figure.iter("text") if text.get("class") == "when"]
    assert 2 <= len(ticks) <= 6
    assert all(0 < float(tick.get("x", "")) <= WIDTH for tick in ticks)


def test_words_are_no_markup() -> None:
    events = [Event("2026-01-01", "<b>", 1, '#"x'), Event("2026-03-01", "<b>", 1, "#b")]
    figure = timeline(events, ("<b>",), lambda count, lane: f'{count} "{lane}"')
    assert figure is not None
    assert "b" not in {tag.tag for tag in ET.fromstring(figure).iter()}
