"""Dates as pages word them."""

from __future__ import annotations

import datetime

_MONTHS = "January February March April May June July August September October November December".split()


def day(date: str | None) -> str:
    """Word a date ("2014-10-22") as "22 October 2014", kept on one line; without one, nothing."""
    if date is None:
        return ""
    known = datetime.date.fromisoformat(date)
    return f"{known.day}\u00a0{_MONTHS[known.month - 1]}\u00a0{known.year}"


def year(date: str | None) -> str:
    """Return the year of a date; without one, nothing."""
    return date[:4] if date else ""
