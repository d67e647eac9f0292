"""Articles in, analyses out: reading and analysing, without a site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from generator.analysis.pipeline import analyse, load
from generator.errors import ArticleError
from generator.model import Analysis, Article
from generator.progress import tracked
from generator.sources.read import find_articles, read_article

OnError = Callable[[ArticleError], None]


def extract(
    paths: Sequence[Path],
    *,
    model: str = "en_core_web_sm",
    encoding: str | None = None,
    on_error: OnError | None = None,
) -> Iterator[Analysis]:
    """Find actors, quotes and disputes in articles.

    Args:
        paths: Files and folders; a folder means all articles in it.
        model: An installed spaCy pipeline.
        encoding: The encoding of the files where it is not UTF-8.
        on_error: Called for each article that cannot be used; the others go on. Without it the first one ends all.

    Yields:
        One analysis per article that can be used, in the order given.

    Raises:
        ArticleError: An article cannot be used and there is no `on_error`.
        SettingsError: The pipeline is not installed.
    """
    files = [file for path in paths for file in find_articles(path)]
    nlp = load(model)
    yield from analyse(nlp, tracked(_readable(files, encoding, on_error), "Reading articles", len(files)))


def _readable(files: Sequence[Path], encoding: str | None, on_error: OnError | None) -> Iterator[Article]:
    for file in files:
        try:
            yield read_article(file, encoding)
        except ArticleError as error:
            if on_error is None:
                raise
            on_error(error)
