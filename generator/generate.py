"""The main job: articles in, Markdown pages and one-page sheets out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator import tree
from generator.errors import ArticleError, BriefingsError
from generator.notes import notes
from generator.outputs.files import MANIFEST as MACHINE_FILES
from generator.outputs.files import machine_files
from generator.pages.render import render
from generator.pages.sheet import select_all, sheet_files
from generator.settings import Settings
from generator.stories import Newsroom, edition

SHEETS = "sheets"
"""The folder of the sheets in docs_dir. It has a manifest of its own: PDFs are not committed."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did."""

    briefings: int
    articles: int
    analysed: int
    """Articles that were not in the archive."""
    left_out: int
    """Articles that could not be used."""
    changes: tree.Changes
    """What was written; in a check, what would have been."""
    notes: tuple[str, ...]
    """What an editor should look at in articles that were used (see `notes`), and corrections that change nothing."""
    unapplied: tuple[str, ...] = ()
    """Corrections that fit nothing, or more than one thing: where each stands, and what to do."""


def generate(
    settings: Settings, *, check: bool = False, on_error: Callable[[ArticleError], None] | None = None
) -> Report:
    """Make the pages of all briefings.

    While an article is left out, no page that was made before is removed: its briefing stays published.

    Args:
        settings: The site's settings.
        check: Write nothing; say what would change.
        on_error: Called for each article that cannot be used; without it the first one ends the run.

    Returns:
        What was done.

    Raises:
        ArticleError: An article cannot be used and there is no `on_error`.
        BriefingsError: No article can be used, or a setting or template is wrong; nothing was written.
    """
    left_out: list[ArticleError] = []

    def leave_out(error: ArticleError) -> None:
        if on_error is None:
            raise error
        left_out.append(error)
        on_error(error)

    newsroom = Newsroom(settings, leave_out)
    corrections = newsroom.corrections()
    stories = newsroom.stories()
    if not stories:
        raise BriefingsError(
            "No article could be used; nothing was written, and what was there is as it was."
        )
    edited = edition(stories, corrections)
    collection = edited.collection
    selections = select_all(collection, settings)
    pages = {name: text.encode() for name, text in render(collection, settings, selections).items()}
    docs = settings.path(settings.docs_dir)
    keep = bool(left_out)
    if check:
        changes = tree.compare(docs, pages, keep)
    else:
        tree.write(docs / SHEETS, sheet_files(collection, selections, settings), keep)
        tree.write(docs, machine_files(collection, settings), keep, MACHINE_FILES)
        changes = tree.write(docs, pages, keep)
    return Report(
        briefings=len(stories),
        articles=sum(len(story.articles) for story in stories),
        analysed=newsroom.analysed,
        left_out=len(left_out),
        changes=changes,
        notes=(*notes(stories), *edited.idle),
        unapplied=edited.unapplied,
    )
