"""Markdown that is safe by default: every value is escaped, unless the program itself made it as Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined

from generator.text import one_line

# Read by every Markdown processor, with or without extensions, as the character itself.
_BACKSLASHED = frozenset("\\`*_{}[]#")
# Python-Markdown knows no backslash before these; a character reference works everywhere.
_REFERENCED = frozenset("<>&|~^")
# Each run of one of these would be markup of some extension: ==mark==, ++key++, --8<--, :::, $$math$$, ::.
_RUNS = re.compile(r"([=+:$!?/-])(?=\1)")
_EMOJI = re.compile(r":(?=[\w+-]+:)")
# At the start of a line: a heading, an item, a quotation, an admonition, a definition, a rule.
_LINE_START = re.compile(r"^([>+=:!?/$-])|^(\d+)([.)])")
# Control characters, surrogates and what turns the direction of the following text around: none can be shown.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]+")
_ELLIPSIS = "…"

# What is set on one line: a number with its unit, a day with its month, a title with its name.
_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.|January|February|March|April|May|June|July|August|"
    r"September|October|November|December"
)
_UNIT = (
    r"(?:million|billion|trillion|thousand|percent|per cent|%|km|kg|tons?|tonnes?|euros?|dollars?|pounds?)"
)
_BEFORE_DAY = re.compile(rf"\b({_MONTH}) (?=(?:\d{{1,2}}|\d{{4}})\b)")
_AFTER_NUMBER = re.compile(rf"(?<=\d) (?=(?:{_UNIT}|{_MONTH})(?!\w))")
_TITLE = re.compile(r"\b((?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Prof|Lt|Col|Capt|St|No)\.) (?=[A-Z\d])")
_NO_BREAK_SPACE = "\u00a0"


class Safe(str):
    """Markdown that the program itself made; everything else is escaped when a template shows it.

    The methods of `str` return plain strings, so that a value put together from several is escaped again:
    a mistake shows as too many backslashes, never as an open door.
    """

    __slots__ = ()


def shown(text: str) -> str:
    """Fold white space, and put an ellipsis where characters cannot be shown (controls, turned direction)."""
    return _UNSHOWN.sub(_ELLIPSIS, one_line(text))


def together(text: str) -> str:
    """Keep numbers with their units, days with their months and titles with their names on one line."""
    for pattern in (_BEFORE_DAY, _TITLE):
        text = pattern.sub(rf"\1{_NO_BREAK_SPACE}", text)
    return _AFTER_NUMBER.sub(_NO_BREAK_SPACE, text)


def escape(value: object) -> Safe:
    """Escape a value so that Markdown shows its words and nothing else; the result is on one line.

    Args:
        value: Text, or a number. None is refused: a template says in words what is not there.

    Raises:
        TypeError: The value is neither text nor a number.
    """
    if isinstance(value, Safe):
        return value
    if isinstance(value, Undefined):
        value = str(value)  # raises the error that names it
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TypeError(f"a template shows text and numbers, not {value!r}")
    return _escaped(str(value))


@lru_cache(maxsize=10_000)
def _escaped(text: str) -> Safe:
    """Names and titles stand on many pages: half of the time of writing them was this."""
    return Safe(_LINE_START.sub(_at_start, _inline(together(shown(text)))))


def piece(text: str) -> Safe:
    """Escape a part of a passage: as `escape`, but white space at its ends is kept, as one space."""
    folded = _UNSHOWN.sub(_ELLIPSIS, re.sub(r"\s+", " ", text))
    return Safe(_LINE_START.sub(_at_start, _inline(together(folded))))


def _inline(text: str) -> str:
    text = _RUNS.sub(lambda match: f"\x01{ord(match[1])};", text)
    text = _EMOJI.sub(f"\x01{ord(':')};", text)
    escaped = "".join(
        f"\\{char}" if char in _BACKSLASHED else f"&#{ord(char)};" if char in _REFERENCED else char
        for char in text
    )
    for name, number in (("lt", 60), ("gt", 62), ("amp", 38)):
        escaped = escaped.replace(f"&#{number};", f"&{name};")
    return escaped.replace("\x01", "&#")


def _at_start(match: re.Match[str]) -> str:
    if match[2]:
        return f"{match[2]}&#{ord(match[3])};"
    return f"\\{match[1]}" if match[1] in "+-!" else f"&#{ord(match[1])};"


def web_address(url: str | None) -> Safe | None:
    """Return a web address ready for a Markdown link, or None where it is none (as `javascript:` is)."""
    if not url:
        return None
    url = shown(url)
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return None
    return Safe(quote(url, safe="/:?#@!$&',;=+%-._~"))


def front_matter(values: Mapping[str, str | bool | Sequence[str]]) -> Safe:
    """Write front matter: YAML in which every text is quoted. Empty values are left out."""
    lines = ["---"]
    for name, value in values.items():
        if isinstance(value, bool | str):
            lines += [f"{name}: {_quoted(value)}"] if value else []
        elif value:
            lines += [f"{name}:", *(f"    - {_quoted(item)}" for item in value)]
    return Safe("\n".join([*lines, "---"]))


def _quoted(value: str | bool) -> str:
    text = json.dumps(shown(value) if isinstance(value, str) else value, ensure_ascii=False)
    return re.sub("[\u0080-\u009f\u2028\u2029\ufeff]", lambda match: f"\\u{ord(match[0]):04x}", text)


def environment(templates: Path) -> Environment:
    """Make the environment of the page templates.

    Every value is escaped when it is shown; a name that does not exist is an error.

    Args:
        templates: The folder that holds `pages`.
    """
    return Environment(
        loader=FileSystemLoader(templates / "pages"),
        undefined=StrictUndefined,
        finalize=escape,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def tidy(page: str) -> str:
    """Fold runs of empty lines, which templates leave behind, and let no line begin with a middle dot."""
    page = page.replace(" · ", f"{_NO_BREAK_SPACE}· ")
    return re.sub(r"[ \t]*\n(?:[ \t]*\n)+", "\n\n", page).strip("\n") + "\n"
