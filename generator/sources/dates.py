"""Dates as newspapers print them."""

from __future__ import annotations

import datetime
import re

_NAMES = "january february march april may june july august september october november december".split()
_MONTHS = {name[:3]: number for number, name in enumerate(_NAMES, 1)}
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in _NAMES)
_MONTH = rf"(?P<month>{_MONTH}|sept)\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})\b"
_FULL = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_MONTH}\s+{_DAY}\s*,?\s+{_YEAR}",
        rf"\b{_DAY}(?:\s+of)?[\s-]+{_MONTH}[\s,-]+{_YEAR}",
        r"\b(?P<year>\d{4})(?P<separator>[-/.])(?P<month>\d{1,2})(?P=separator)(?P<day>\d{1,2})(?!\d)",
        r"\b(?P<first>\d{1,2})(?P<separator>[-/.])(?P<second>\d{1,2})(?P=separator)(?P<year>\d{4})\b",
    )
)
_WITHOUT_YEAR = re.compile(
    rf"\b(?:{_MONTH}\s+{_DAY}\b)".replace("?P<month>", "").replace("?P<day>", ""), re.I
)
_DAY_FIRST = re.compile(rf"\b{_DAY}\s+{_MONTH}".replace("?P<month>", "").replace("?P<day>", ""), re.I)
_AGO = re.compile(r"\b\d+\s+(?:second|minute|hour|day|week|month|year)s?\s+ago\b", re.IGNORECASE)
_TIME = re.compile(
    r"\bT?\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?\s?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?", re.I
)
_AROUND = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|first|originally|published|posted|updated?|last|modified|created|released|issued|revised|dated?|on|at|the|of|and"
    r"|e[sd]?t|c[sd]t|m[sd]t|p[sd]?t|gmt|utc|bst|ist|cet|cest|local time|z\b)\b|[+-]\d{2}:?\d{2}\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:published|posted|created|released|issued|revised|updated?|last modified|dated?)\b", re.I
)
_PUBLISHED = re.compile(r"\b(?:published|posted|created|released|issued)\b", re.IGNORECASE)
_EDGES = " \t,|•·–—-:;/()[]@."
_CAPITAL = r"[^\W\d_a-z][\w.'’-]*"
_PLACE = re.compile(
    rf"(?:{_CAPITAL}(?: (?:{_CAPITAL}|of|de|la|upon|am|an|der)){{0,4}}(?:, {_CAPITAL}(?: {_CAPITAL}){{0,2}}){{0,2}}"
    r"(?: ?\([^()]{2,40}\))?,? )?"
)
_BEHIND_DATE = re.compile(r"(?: ?[(/][^()/]{2,40}[)/])?\s*(?:—|–|--?)(?:\s+(?=[^\Wa-z]|[\"“‘'«„])|$)")
_DIGIT = re.compile(r"\d")
_LONGEST = 140
"""Of a line of dates, in characters."""


def find_date(text: str) -> str | None:
    """Return the first full date in a text as YYYY-MM-DD, the date of publication before that of an update.

    A date in figures alone counts only where it can be read in one way: 23/04/2026 does, 03/04/2026 does not.
    """
    label = _PUBLISHED.search(text)
    for start in (label.end() if label else 0, 0):
        found = sorted(
            (match.start(), iso)
            for pattern in _FULL
            for match in pattern.finditer(text, start)
            if (iso := _iso(match.groupdict()))
        )
        if found:
            return found[0][1]
    return None


def is_date_line(line: str) -> bool:
    """Say whether a line is a date and nothing else; weekday, time and "Updated" may stand with it."""
    if len(line) > _LONGEST or not _DIGIT.search(line):
        return False
    rest, dates = line, 0
    for pattern in (*_FULL, _AGO):
        rest, found = pattern.subn(" ", rest)
        dates += found
    if not dates:
        for pattern in (_DAY_FIRST, _WITHOUT_YEAR):
            rest, found = pattern.subn(" ", rest)
            dates += found
        if not dates and not (_LABEL.search(line) and _TIME.search(line)):
            return False
    return (
        not _AROUND.sub(" ", _TIME.sub(" ", rest))
        .strip(_EDGES)
        .replace(",", "")
        .strip(_EDGES)
        .strip("|")
        .split()
    )


def dateline(line: str) -> tuple[int, str] | None:
    """Return the date at the head of a report: "OSLO, Norway, October 5, 2026 (Wire) - The council ...".

    Args:
        line: A paragraph in one line.

    Returns:
        Where the report begins behind the dash, and the date as YYYY-MM-DD; None where the paragraph begins otherwise.
    """
    head = line[:_LONGEST]
    if not _DIGIT.search(head):
        return None
    found = sorted(
        (match.start(), match.end(), iso)
        for pattern in _FULL
        for match in pattern.finditer(head)
        if (iso := _iso(match.groupdict()))
    )
    if not found:
        return None
    start, end, iso = found[0]
    behind = _BEHIND_DATE.match(line, end)
    return (behind.end(), iso) if behind and _PLACE.fullmatch(head[:start]) else None


def without_dates(line: str) -> str:
    """Return a line without the dates, times and weekdays in it, trimmed of what is left at its ends."""
    rest = line
    for pattern in (*_FULL, _AGO, _TIME):
        rest = pattern.sub(" ", rest)
    if rest != line:
        rest = _AROUND.sub(lambda match: match[0] if match[0].islower() else " ", rest)
    return " ".join(rest.split()).strip(_EDGES)


def _iso(parts: dict[str, str | None]) -> str | None:
    year = int(parts["year"] or 0)
    if parts.get("first"):
        first, second = int(parts["first"] or 0), int(parts["second"] or 0)
        if parts["separator"] == "." or first > 12 or first == second:
            day, month = first, second
        elif second > 12:
            month, day = first, second
        else:
            return None
    else:
        name = (parts["month"] or "").lower()
        month, day = int(name) if name.isdigit() else _MONTHS[name[:3]], int(parts["day"] or 0)
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
