"""The lines between two `---` at the top of a Markdown file: what is known about the article."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.errors import ArticleError
from generator.sources.dates import find_date, is_date_line
from generator.text import one_line

_FENCE = re.compile(r"---[ \t]*(?:\n|$)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_LONGEST = 20_000
"""Of front matter, in characters; YAML takes about a second for ten times as much."""
KEYS = {
    "title": ("title", "headline"),
    "subtitle": ("subtitle", "description", "standfirst"),
    "date": ("date", "published"),
    "byline": ("byline", "author", "authors"),
    "publisher": ("publisher", "publication"),
    "url": ("url", "link", "original", "source_url"),
    "topics": ("topics", "tags", "keywords", "categories"),
    "sample": ("sample",),
}
"""The keys that are read, in lower case; of several for one thing the first one that has a value counts."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says, and where the Markdown begins."""

    facts: dict[str, str] = field(default_factory=dict)
    """title, subtitle, date (ISO), byline, publisher, url, topics (with commas), sample; those given."""
    end: int = 0


def read_front_matter(text: str, source: str) -> FrontMatter:
    """Read the front matter of a Markdown file; a file without one has none.

    Args:
        text: The whole file.
        source: The article's path.

    Raises:
        ArticleError: It is not closed, is not YAML, or a value is not what the key takes.
    """
    if text.startswith("+++\n"):
        raise ArticleError(
            source, "has front matter between +++ (TOML). Write it as YAML between two lines ---."
        )
    opening = _FENCE.match(text)
    if not opening:
        return FrontMatter()
    closing = _CLOSE.search(text, opening.end(), opening.end() + _LONGEST)
    if not closing:
        raise ArticleError(
            source,
            "has front matter that is not closed. Put a line --- after its last line (and an empty line "
            "before a --- that is meant as a rule at the top).",
        )
    raw = _yaml(text[opening.end() : closing.start()], source)
    given = {str(key).lower(): value for key, value in raw.items()}
    facts: dict[str, str] = {}
    for name, keys in KEYS.items():
        for key in keys:
            value = given.get(key)
            if value is None or value == "" or name in facts:
                continue
            words = _value(name, key, value, source)
            if words:
                facts[name] = words
    return FrontMatter(facts, closing.end())


def _yaml(block: str, source: str) -> dict[Any, Any]:
    try:
        raw = yaml.safe_load(block)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 2
        raise ArticleError(
            source,
            f"has front matter that is not YAML: {error.problem or error.context} in line {line}. A value with "
            "a colon, a quotation mark or a # in it needs quotes around it.",
        ) from error
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        why = one_line(str(error))[:200]
        raise ArticleError(source, f"has front matter that is not YAML: {why}. Correct it.") from error
    if raw is None:
        return {}
    if not isinstance(raw, dict):
        raise ArticleError(
            source, "has front matter that is no list of keys and values. Write lines such as title: ..."
        )
    return raw


def _value(name: str, key: str, value: object, source: str) -> str:
    if name == "sample":
        if not isinstance(value, bool):
            raise _wrong(source, key, value, "true or false")
        return "yes" if value else ""
    if name == "date":
        return _date(key, value, source)
    if name in ("topics", "byline"):
        entries = value if isinstance(value, list) else [value]
        return ", ".join(_words(key, entry, source) for entry in entries)
    words = _words(key, value, source)
    if name == "url" and not re.fullmatch(r"https?://\S+", words, re.IGNORECASE):
        raise _wrong(source, key, value, "an address that begins with https:// or http://")
    return words


def _words(key: str, value: object, source: str) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float | datetime.date):
        raise _wrong(source, key, value, "words (put quotes around it)")
    return one_line(str(value))


def _date(key: str, value: object, source: str) -> str:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    found = find_date(value) if isinstance(value, str) and is_date_line(value) else None
    if not found:
        raise _wrong(source, key, value, "a date such as 2026-03-14")
    return found


def _wrong(source: str, key: str, value: object, wanted: str) -> ArticleError:
    what = repr(value)[:60] if isinstance(value, str | int | float) else f"a {type(value).__name__}"
    return ArticleError(source, f"has front matter where {key} is {what}. It must be {wanted}.")
