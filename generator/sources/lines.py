"""What a line of a news page is by its form alone: a byline, a credit, a caption, a line of the publisher."""

from __future__ import annotations

import functools
import importlib.resources
import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.model import BlockKind
from generator.sources.dates import dateline, find_date, is_date_line, without_dates
from generator.text import one_line

LONGEST_LINE = 400
"""A longer block is never a line of the publisher, in characters (a caption may take three sentences)."""
_SAMPLE = re.compile(r"\W*sample article\b", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_HANDLE = re.compile(r"(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w{2,30}|(?:www\.)?[\w-]+(?:\.[\w-]+)+/\S*|www\.\S+)")
_SPEECH = re.compile(r"[\"“”„«»]|['‘’](?:\s|$)")
_BY = re.compile(
    r"(?:(?:words|text|story|written|reported|report|posted|analysis) )?by\b\s*:?\s+(?=\S)", re.IGNORECASE
)
_PARTICLES = frozenset(
    "de da di del della du dos van von der den ten ter bin ibn al el la le of the y e i".split()
)
_LOWER_IN_BYLINE = frozenset("and in at for of the with from to on a".split()) | _PARTICLES
_NAME_WORD = re.compile(r"[A-Z\u00c0-\u00de\u0100-\u024f][\w.'’-]*$")
_NAME_SPLIT = re.compile(r"\s*(?:[,;|/•·]|\s[-–—]\s|\s(?:and|&|in|at|for|with|from)\s)\s*")
# April, May and June are people's names as well; a date with one of them has a figure beside it.
_NOT_NAMES = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|july|august|september|october|november"
    r"|december)\b|\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a line is by its form, and what it states."""

    kind: BlockKind
    facts: dict[str, str] = field(default_factory=dict)
    """title, date, byline, publisher, url, topics (with commas), sample."""
    header_only: bool = False
    """It counts only above the body: lower down the form is that of a sentence of the body too."""
    unsigned: bool = False
    """A byline without "By": at the top of a text it is rather the headline."""
    opens_list: bool = False
    """The lines that follow it belong to it ("Related:")."""


@dataclass(frozen=True, slots=True)
class _Forms:
    labels: dict[str, str]
    """Label in lower case -> topics, related, title, byline, date, publisher or url; "source" -> source."""
    marks: frozenset[str]
    sections: frozenset[str]
    opening: re.Pattern[str]
    contribution: re.Pattern[str]
    picture: re.Pattern[str]
    caption: re.Pattern[str]
    credit: re.Pattern[str]
    tail: re.Pattern[str]
    roles: re.Pattern[str]
    agency: re.Pattern[str]


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@functools.cache
def _forms() -> _Forms:
    raw: dict[str, Any] = yaml.safe_load(
        importlib.resources.files("generator").joinpath("lexicons/news_lines.yml").read_text(encoding="utf-8")
    )
    labels = {label: fact for fact, words in raw["facts"].items() for label in words}
    labels |= dict.fromkeys(raw["topics"], "topics") | dict.fromkeys(raw["related"], "related")
    labels["source"] = "source"
    agency = rf"(?:{_any(raw['agencies'])})"
    person = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|da|van|von|der|al|bin)){0,4}"
    picture = rf"(?i:{_any(raw['picture_credits'])})\s*(?::|\bby\b|(?<=courtesy of))\s*"
    signed = (
        rf"(?:{agency}(?: (?:Photo|photo|Images|Pictures))?(?:\s*[/,|-]\s*{person})*"
        rf"|{person}(?:\s*/\s*{person})*\s*/\s*{agency}(?:\s*/\s*{person})*"
        rf"|{person} (?:via|for|of) (?:the )?{agency})"
    )
    whole = rf"(?:{picture}[^.]{{2,80}}|(?:(?i:photo|picture|image) )?{signed}|©\s*{person}[^.]{{0,60}})"
    return _Forms(
        labels=labels,
        marks=frozenset(raw["marks"]),
        sections=frozenset(raw["sections"]),
        opening=re.compile(
            rf"(?:{_any(raw['publisher'])})(?![\w,;’'])"
            rf"|follow [^.]{{2,60}} on (?:twitter|facebook|instagram|x)\b"
            rf"|copyright\b\W*(?:\d{{4}}|by\b|$)",
            re.IGNORECASE,
        ),
        contribution=re.compile(rf"(?:{_any(raw['contributions'])})\b", re.IGNORECASE),
        picture=re.compile(picture),
        caption=re.compile(
            rf"(?:{_any(raw['captions'])})\s*(?::|\s[-–—]\s)"
            r"|in this (?:\S+ ){0,5}?(?:photo|image|photograph|picture|frame grab|screen grab|handout)\b",
            re.IGNORECASE,
        ),
        credit=re.compile(rf"\W{{0,3}}{whole}\W{{0,3}}$"),
        tail=re.compile(rf"(?:[(\[]\s*{whole}\s*[)\]]|\s[/|]\s*{whole}|(?<=[.!?”\"])\s+{whole})[.\s]*$"),
        roles=re.compile(rf"\b(?:{_any(raw['roles'])})\b", re.IGNORECASE),
        agency=re.compile(rf"\b{agency}\b"),
    )


def credit_tail(line: str) -> tuple[int, bool] | None:
    """Return where the credit at the end of a caption begins, and whether it speaks of a picture for sure.

    "A ferry in Riga. (Jane Roe/AFP)" is sure; a bracket with nothing but an agency may close a paragraph.
    """
    cut = max(0, len(line) - 120)
    match = _forms().tail.search(line, cut)
    if not match or not line[: match.start()].strip():
        return None
    words = match[0]
    start = match.start() + len(words) - len(words.lstrip())
    return start, bool(
        _forms().picture.search(words)
    ) or "/" in words or " Photo" in words or "Images" in words


def is_section(line: str) -> bool:
    """Say whether a line is the name of a site's section, which stands above a headline."""
    return one_line(line).strip(" |:/>").lower() in _forms().sections


def is_name(words: str) -> bool:
    """Say whether words have the form of a person's name: two to five capitalised words and particles."""
    tokens = words.split()
    capitals = [token for token in tokens if _NAME_WORD.match(token)]
    return (
        2 <= len(tokens) <= 5
        and len(capitals) >= 2
        and all(token in _PARTICLES or token in capitals for token in tokens)
        and not _NOT_NAMES.search(words)
    )


def shape_of(line: str) -> Shape | None:
    """Say what a line is by its form alone; None where it may be text.

    Args:
        line: A whole block.
    """
    words = one_line(line)
    if len(words) > LONGEST_LINE:
        return None
    if not any(character.isalnum() for character in words):
        return Shape("tagline")
    if _SAMPLE.match(words):
        return Shape("tagline", {"sample": "yes"})
    return (
        _labelled(words)
        or _publisher_line(words)
        or _date_line(words)
        or _byline(words)
        or _picture_line(words)
    )


def _labelled(words: str) -> Shape | None:
    label, colon, value = words.partition(":")
    value = value.strip()
    fact = _forms().labels.get(label.strip(" *_#[(").lower())
    if fact is None or len(words.split()) > 40:
        return None
    if fact == "related":
        plain = not colon and words.isupper()
        if not colon and not plain and len(words.split()) < 2:
            return None  # "Background" or "Analysis" alone is a heading
        return Shape("tagline", opens_list=not value)
    if fact == "topics":
        if value and not _SPEECH.search(value):
            return Shape("tagline", {"topics": value})
        return Shape("tagline", opens_list=True) if colon and not value else None
    if not colon or not value:
        return None
    if fact == "source":
        fact = "url" if _URL.match(value) else "publisher"
    if fact == "url" and not _URL.match(value):
        return None
    if fact == "date":
        return Shape("dateline", _dated(value)) if is_date_line(value) else None
    if fact == "title":
        return Shape("headline", {"title": value}, header_only=True)
    if fact == "byline":
        return Shape("byline", {"byline": value.rstrip(".")}, header_only=True) if _names(value) else None
    if len(value.split()) > 8 or (fact == "publisher" and _ends_sentence(value)):
        return None
    return Shape("tagline", {fact: value})


def _publisher_line(words: str) -> Shape | None:
    lower = words.lower().rstrip(" .:!»›→>")
    forms = _forms()
    if lower in forms.marks or words in forms.marks:
        return Shape("tagline")
    if _URL.fullmatch(words):
        return Shape("tagline", {"url": words})
    if all(_HANDLE.fullmatch(word.strip(",;|()")) for word in words.split()):
        return Shape("tagline")
    if len(words.split()) > 60 or _SPEECH.search(words):
        return None
    if forms.opening.match(words):
        return Shape("tagline", _copyright(words))
    inner = words.strip("()[] .—–-")
    contribution = forms.contribution.search(inner)
    if contribution and (contribution.start() == 0 or _names(inner[: contribution.start()].strip())):
        return Shape("credit")
    return None


def _copyright(words: str) -> dict[str, str]:
    match = re.match(
        r"(?:copyright\W*)?(?:©|\(c\)|copyright)?[\s\d–-]*,?\s*(?:by )?(?P<who>[^.|]{2,60}?)\.?"
        r"(?:\s*(?:[|]|all rights reserved).*)?$",
        words,
        re.IGNORECASE,
    )
    who = match["who"].strip(" ,©") if match and re.match(r"copyright|©|\(c\)", words, re.IGNORECASE) else ""
    return {"publisher": who} if who and who[0].isupper() else {}


def _date_line(words: str) -> Shape | None:
    placed = dateline(words)
    if placed is not None and placed[0] == len(words):
        return Shape("dateline", {"date": placed[1]})  # "OSLO, October 5, 2026 -" on a line of its own
    return Shape("dateline", _dated(words)) if is_date_line(words) else None


def _dated(words: str) -> dict[str, str]:
    date = find_date(words)
    return {"date": date} if date else {}


def _byline(words: str) -> Shape | None:
    match = _BY.match(words)
    if not match and _ends_sentence(words):
        return None
    rest = without_dates(words[match.end() :] if match else words).rstrip(".")
    if not _names(rest):
        return None
    facts = {"byline": rest} | _dated(words)
    if match:
        return Shape("byline", facts, header_only=True)
    first = next((part for part in _NAME_SPLIT.split(rest) if part), "")
    signed = rest != first and (_forms().roles.search(rest) or _forms().agency.search(rest))
    if is_name(first) and not _ends_sentence(words) and (signed or "date" in facts):
        return Shape("byline", facts, header_only=True, unsigned=True)
    return None


def _names(words: str) -> bool:
    """Say whether the words of a byline are names, places and roles, beginning with a name."""
    tokens = [token for token in re.split(r"[\s,;|/•·&–—-]+", words) if token]
    first = next((part for part in _NAME_SPLIT.split(words) if part), "")
    roles = _forms().roles
    return (
        0 < len(tokens) <= 16
        and not _SPEECH.search(words.replace("’", "").replace("'", ""))
        and (
            is_name(first)
            or bool(_forms().agency.fullmatch(first))
            or (len(tokens) <= 6 and bool(roles.search(words)))
        )
        and all(
            roles.search(part) or _NAME_WORD.match(token) or token in _LOWER_IN_BYLINE or "@" in token
            for part in re.split(r"[,;|/•·]", words)
            for token in part.split()
            if token[0].isalnum()
        )
    )


def _picture_line(words: str) -> Shape | None:
    forms = _forms()
    if len(words.split()) <= 20 and forms.credit.match(words):
        return Shape("credit")
    match = forms.caption.match(words)
    if match:
        return Shape("caption", header_only=match[0].lower().startswith("in this"))
    tail = credit_tail(words)
    return Shape("caption") if tail and tail[1] else None


def _ends_sentence(words: str) -> bool:
    return bool(re.search(r"[.!?][\"'”’)\]]*$", words))
