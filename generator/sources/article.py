"""From blocks and facts to an article: what every format has in common."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from generator.errors import ArticleError
from generator.model import BODY, Article, Block
from generator.sources.language import refuse_other_languages
from generator.text import one_line

_TITLE = 80
"""Characters of a title that is made of the first words of the body."""
_TOPIC_SPLIT = re.compile(r"\s*[,;|·•]\s*")


def make_article(source: str, text: str, blocks: Sequence[Block], facts: Mapping[str, str]) -> Article:
    """Make an article, or refuse it if it has no body or is not in English.

    Args:
        source: The article's path.
        text: Its text.
        blocks: Its blocks in order.
        facts: title, date, byline, publisher, url, topics (separated by commas), sample; any may be missing.

    Raises:
        ArticleError: It has no body, or is in another language.
    """
    body = [block for block in blocks if block.kind in BODY]
    if not body:
        raise ArticleError(
            source,
            "has no body: there is a headline or a line of the publisher, but no paragraph. Add the "
            "text, or delete the file.",
        )
    refuse_other_languages("\n".join(block.of(text) for block in body), source)
    headline = next((block.of(text) for block in blocks if block.kind == "headline"), "")
    title = facts.get("title") or one_line(headline) or first_words(body[0].of(text)) or PurePath(source).stem
    return Article(
        source=source,
        text=text,
        title=title,
        date=facts.get("date"),
        byline=facts.get("byline"),
        publisher=facts.get("publisher"),
        url=facts.get("url"),
        topics=split_topics(facts.get("topics", "")),
        sample="sample" in facts,
        blocks=tuple(blocks),
    )


def first_words(text: str) -> str:
    """Return the first words of a text as a title, with an ellipsis where more follows."""
    line = one_line(text)
    if len(line) <= _TITLE:
        return line
    cut = line[: _TITLE + 1].rsplit(" ", 1)[0][:_TITLE]
    return cut.rstrip(" ,;:-–—") + " …"


def split_topics(line: str) -> tuple[str, ...]:
    """Split a line of topics ("China , North Korea"; "#trade #fish"); each topic once, in order."""
    if "#" in line and not _TOPIC_SPLIT.search(line):
        line = line.replace("#", ",")
    topics = (topic.strip(" .#") for topic in _TOPIC_SPLIT.split(one_line(line)))
    return tuple(dict.fromkeys(topic for topic in topics if topic))
