"""What an editor should look at in articles that can be used: no errors, but worth a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.analysis.quotes.marks import Marked, find_marks
from generator.editorial.compile import Story
from generator.model import BODY, Analysis


def notes(stories: Sequence[Story]) -> tuple[str, ...]:
    """List what looks like a slip: one headline on two briefings, and quotation marks without a partner.

    Args:
        stories: The stories of a site, in order.

    Returns:
        One sentence each, naming the article and saying what to do; in the order of the articles.
    """
    return (*_same_headlines(stories), *(note for story in stories for note in _open_marks(story.articles)))


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


def _goes_on(article: Analysis, mark: Marked) -> bool:
    """Say whether the next paragraph opens with a quotation mark: then the missing mark is no slip."""
    body = [block for block in article.blocks if block.kind in BODY]
    following = next((block for block in body if block.start > mark.start), None)
    return following is not None and not article.text[following.start].isalnum()


def _first_words(text: str, mark: Marked) -> str:
    return " ".join(text[mark.start : min(mark.end, mark.start + 60)].split()[:5]).lstrip("\"'“‘„«`")
