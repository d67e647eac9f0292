"""What an editor should look at in articles that can be used: no errors, but worth a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.analysis.quotes.marks import Marked, find_marks
from generator.editorial.compile import Story
from generator.model import BODY, Analysis


def notes(stories: Sequence[Story]) -> tuple[str, ...]:
    """List what to look at: one headline on two briefings, quotation marks without a partner, shared surnames.

    Args:
        stories: The stories of a site, in order.

    Returns:
        One sentence each, naming the article and saying what to do; in the order of the articles.
    """
    return (
        *_same_headlines(stories),
        *(note for story in stories for note in _open_marks(story.articles)),
        *(note for story in stories for article in story.articles for note in _shared_surnames(article)),
    )


def _same_headlines(stories: Sequence[Story]) -> Iterator[str]:
    first: dict[str, str] = {}
    for story in stories:
        article = story.articles[0]
        known = first.setdefault(article.title.casefold(), article.source)
        if known != article.source:
            yield (
                f"{article.source}: has the same headline as {known}. Both are built; put them into one "
                "folder if they belong to one briefing, or delete one."
            )


def _open_marks(articles: Sequence[Analysis]) -> Iterator[str]:
    for article in articles:
        marks = [mark for mark in find_marks(article.text, article.blocks) if not mark.depth]
        for mark in marks:
            if not mark.closed and not _goes_on(article, mark):
                line = article.text.count("\n", 0, mark.start) + 1
                words = _first_words(article.text, mark)
                yield (
                    f'{article.source}: line {line}: the quotation mark before "{words}" has no partner. The '
                    "quotation may be cut short; add the missing mark."
                )


def _shared_surnames(article: Analysis) -> Iterator[str]:
    """Yield a note for each surname that stands alone where two people of the article bear it."""
    bearers: dict[str, list[str]] = {}
    for actor in article.actors:
        words = actor.name.split()
        if actor.kind == "person" and len(words) > 1:
            bearers.setdefault(words[-1], []).append(actor.name)
    taken = [(mention.start, mention.end) for actor in article.actors for mention in actor.mentions]
    for surname, names in sorted(bearers.items()):
        if len(names) < 2:
            continue
        for place in re.finditer(rf"\b{re.escape(surname)}\b", article.text):
            prose = any(b.kind in BODY and b.start <= place.start() < b.end for b in article.blocks)
            if prose and not any(start <= place.start() < end for start, end in taken):
                line = article.text.count("\n", 0, place.start()) + 1
                yield (
                    f'{article.source}: line {line}: "{surname}" may be {" or ".join(sorted(names))}, and is '
                    "given to neither. Where that matters, say in corrections.yml whose words they are."
                )


def _goes_on(article: Analysis, mark: Marked) -> bool:
    """Say whether the next paragraph opens with a quotation mark: then the missing mark is no slip."""
    body = [block for block in article.blocks if block.kind in BODY]
    following = next((block for block in body if block.start > mark.start), None)
    return following is not None and not article.text[following.start].isalnum()


def _first_words(text: str, mark: Marked) -> str:
    return " ".join(text[mark.start : min(mark.end, mark.start + 60)].split()[:5]).lstrip("\"'“‘„«`")
