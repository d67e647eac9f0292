"""A line of time as SVG: when there was how much of what, each dot a link, with a text for who does not see it."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape as escape_html

from generator.pages.dates import day
from generator.pages.markdown import Safe

WIDTH, LEFT, RIGHT = 560.0, 130.0, 24.0
_TOP, _LANE = 6.0, 38.0
BIN = 40.0
"""Dots nearer to each other than this become one: on a phone the picture is 0.6 times as large, and a finger needs
24 CSS pixels."""
MOST_TICKS = 5
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day."""

    date: str
    lane: str
    """The kind of thing, in the plural."""
    count: int
    link: str
    """A place on the page of the picture."""


def timeline(events: Sequence[Event], lanes: Sequence[str], word: Callable[[int, str], str]) -> Safe | None:
    """Draw what happened when.

    Args:
        events: In any order.
        lanes: The kinds of events, from the top; one without events is left out.
        word: Words a number of things of a lane: (2, "Quotations") -> "2 quotations".

    Returns:
        A figure as HTML on one line, or None where all is of one day.
    """
    days = sorted({event.date for event in events})
    if len(days) < 2:
        return None
    first, last = (datetime.date.fromisoformat(date).toordinal() for date in (days[0], days[-1]))

    def at(date: str) -> float:
        run = datetime.date.fromisoformat(date).toordinal() - first
        return LEFT + run / (last - first) * (WIDTH - LEFT - RIGHT)

    used = [lane for lane in lanes if any(event.lane == lane for event in events)]
    height = _TOP + _LANE * len(used) + 22
    parts, told = [], []
    for number, lane in enumerate(used):
        y = _TOP + _LANE * (number + 0.5)
        parts.append(
            '<path class="lane" stroke="currentColor" stroke-opacity="0.3" '
            f'd="M{LEFT:.0f} {y:.1f}H{WIDTH - RIGHT:.0f}"/>'
            f'<text x="0" y="{y + 4:.1f}">{escape_html(lane)}</text>'
        )
        for group in _groups([event for event in events if event.lane == lane], at):
            words = f"{_period(group)}: {word(sum(event.count for event in group), lane)}"
            told.append(words)
            parts.append(_dot(group, sum(at(event.date) for event in group) / len(group), y, words))
    ticks = "".join(_tick(x, label, height) for x, label in _ticks(first, last))
    return Safe(
        f'<figure class="timeline" data-pagefind-ignore="all"><svg viewBox="0 0 {WIDTH:.0f} {height:.0f}" '
        f'width="{WIDTH:.0f}" fill="currentColor" font-size="12" role="group" '
        f'aria-label="Over time. {escape_html("; ".join(told))}">{ticks}{"".join(parts)}</svg></figure>'
    )


def _groups(events: Sequence[Event], at: Callable[[str], float]) -> list[list[Event]]:
    groups: list[list[Event]] = []
    for event in sorted(events, key=lambda event: event.date):
        if groups and at(event.date) - at(groups[-1][0].date) < BIN:
            groups[-1].append(event)
        else:
            groups.append([event])
    return groups


def _period(group: Sequence[Event]) -> str:
    first, last = day(group[0].date), day(group[-1].date)
    return first if first == last else f"{first} to {last}"


def _dot(group: Sequence[Event], x: float, y: float, words: str) -> str:
    radius = 4 + min(2.2 * math.sqrt(sum(event.count for event in group)), 12)
    label = escape_html(words)
    return (
        f'<a href="{escape_html(group[-1].link)}" aria-label="{label}"><title>{label}</title>'
        f'<circle class="reach" cx="{x:.1f}" cy="{y:.1f}" r="19" fill-opacity="0"/>'
        f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/></a>'
    )


def _ticks(first: int, last: int) -> list[tuple[float, str]]:
    """Choose the days that are named: years, months, or the first and the last day."""

    def at(date: datetime.date) -> float:
        return LEFT + (date.toordinal() - first) / (last - first) * (WIDTH - LEFT - RIGHT)

    start, end = datetime.date.fromordinal(first), datetime.date.fromordinal(last)
    months = [
        datetime.date(year, month, 1)
        for year in range(start.year, end.year + 1)
        for month in range(1, 13)
        if first <= datetime.date(year, month, 1).toordinal() <= last
    ]
    years = [date for date in months if date.month == 1]
    if len(years) >= 3:
        step = -(-len(years) // MOST_TICKS)
        return [(at(date), str(date.year)) for date in years[::step]]
    if len(months) >= 2:
        step = -(-len(months) // MOST_TICKS)
        return [(at(date), f"{_MONTHS[date.month - 1]} {date.year}") for date in months[::step]]
    return [(at(date), f"{date.day} {_MONTHS[date.month - 1]}") for date in (start, end)]


def _tick(x: float, label: str, height: float) -> str:
    anchor = "end" if x > WIDTH - RIGHT - 20 else "middle"
    at = WIDTH if anchor == "end" else x
    return (
        '<path class="tick" stroke="currentColor" stroke-opacity="0.15" '
        f'd="M{x:.1f} {_TOP:.0f}V{height - 18:.0f}"/>'
        f'<text class="when" x="{at:.1f}" y="{height - 4:.0f}" text-anchor="{anchor}">{label}</text>'
    )
