"""Plain text as it comes from a news site."""

from __future__ import annotations

from generator.model import Article
from generator.sources.article import make_article
from generator.sources.layout import pieces
from generator.sources.roles import read_roles


def read_news_text(text: str, source: str) -> Article:
    """Read a plain text: each line or wrapped paragraph is a block; the text stays as it is.

    Args:
        text: The decoded file.
        source: The article's path.

    Raises:
        ArticleError: It has no body, or is in another language.
    """
    reading = read_roles(text, pieces(text))
    return make_article(source, text, reading.blocks, reading.facts)
