"""Words before a colon ("SMITH: ...", "Q: ...", "Cost: ..."): whom they name, and when they are nobody."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Literal

import yaml

from generator.analysis.kinds import of_noun
from generator.analysis.world import first_names, titles

Part = Literal["asks", "answers"]
"""What a label that is no name says: this one asks, that one answers."""

_LETTER = re.compile(r"(?P<label>Q|A|Question|Answer)\s*(?:[.:)]|[-–—](?=\s))[*_]*\s+", re.IGNORECASE)
_NAME = re.compile(
    r"(?P<label>[^\W\d_][\w.'’&-]*(?:,? [^\W_][\w.'’&-]*){0,4}?)\s*"
    r"(?:\([^():]{1,40}\)|\[[^\]:]{1,40}\])?\s*:[*_]*(?=\s)"
)
AFTER_NAME = frozenset("on to about after over as at in amid vs".split())
"""What stands behind a speaker before the colon: "Lund on the weir: ..."."""
_SMALL = frozenset("of the de da di van von der den al bin ibn and for".split())
"""Words of a name that are written small."""


@dataclass(frozen=True, slots=True)
class Label:
    """The words before a colon at the head of a passage, in characters of the text."""

    words: str
    start: int
    end: int
    body: int
    """Where what follows the label begins."""
    part: Part | None

    @property
    def capitals(self) -> bool:
        """Whether the label is written in capitals."""
        return self.words.upper() == self.words and len(self.words) > 1

    @property
    def initials(self) -> bool:
        """Whether the label may be the initials of a name: two or three capitals."""
        return re.fullmatch(r"(?:[A-Z]\.?){2,3}", self.words) is not None


@functools.cache
def _words() -> Mapping[str, frozenset[str]]:
    raw = yaml.safe_load(
        resources.files("generator").joinpath("lexicons/labels.yml").read_text(encoding="utf-8")
    )
    return {name: frozenset(words) for name, words in raw.items()}


def label_at(text: str, start: int, end: int) -> Label | None:
    """Return the label that a passage begins with.

    Args:
        text: The text.
        start: Where the passage begins; a quotation mark may stand before the label.
        end: Where it ends.
    """
    if start < end and text[start] in "\"'“‘*":
        start += 1
    match = _LETTER.match(text, start, end) or _NAME.match(text, start, end)
    if match is None:
        return None
    words = match["label"].rstrip(",")
    lower = words.lower()
    part: Part | None = None
    if lower in _words()["asks"]:
        part = "asks"
    elif lower in _words()["answers"]:
        part = "answers"
    elif match.re is _LETTER:
        return None
    body = match.end()
    while body < end and text[body].isspace():
        body += 1
    if body >= end or not _is_written_as_name(words):
        return None
    return Label(words, match.start("label"), match.start("label") + len(words), body, part)


def _is_written_as_name(words: str) -> bool:
    parts = words.replace(",", " ").split()
    return all(part[0].isupper() or part in _SMALL for part in parts) and not parts[0].islower()


def is_nobody(words: str) -> bool:
    """Say whether a label announces a fact, a heading or a note: "Cost", "Update", "Editor's note"."""
    return words.lower().strip(" *_") in _words()["nobody"]


def is_role(words: str) -> bool:
    """Say whether the words of a label are known for a person's: a title, a role or a first name."""
    parts = words.replace(",", " ").split()
    if not parts:
        return False
    return (
        of_noun(parts[-1]) == "person"
        or parts[0].lower() in titles().gender
        or (len(parts) > 1 and parts[0].capitalize() in first_names())
    )
