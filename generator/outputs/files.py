"""All files for machines, beside the pages."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Collection
from generator.outputs.addresses import DATA, folder
from generator.outputs.data import Desk, encoded
from generator.outputs.feeds import Feeds
from generator.outputs.tables import tables
from generator.pages.links import actor_page, briefing_page, dispute_page
from generator.progress import tracked
from generator.settings import Settings

MANIFEST = ".manifest-data.json"
"""The list of these files in docs_dir. They are not committed: each repeats what a page says."""


def machine_files(collection: Collection, settings: Settings) -> dict[str, bytes]:
    """Make the data of each page, the tables and the feeds.

    Args:
        collection: The briefings, the newest first.
        settings: The site's settings.

    Returns:
        Path within docs_dir -> content, in a fixed order.

    Raises:
        SettingsError: A template of the feeds is missing or is not right.
    """
    desk = Desk.of(collection, settings)
    total = 2 + len(desk.briefings) + len(desk.actors) + len(desk.disputes)
    return {
        name: content
        for files in tracked(_made(desk, settings), "Writing data and feeds", total)
        for name, content in files.items()
    }


def _made(desk: Desk, settings: Settings) -> Iterator[dict[str, bytes]]:
    feeds = Feeds(desk, settings)
    yield tables(desk)
    yield feeds.site()
    for briefing in desk.briefings:
        yield {_data_file(briefing_page(briefing.slug)): encoded(desk.briefing(briefing))}
    for actor_id, known in sorted(desk.actors.items()):
        yield {_data_file(actor_page(actor_id)): encoded(desk.actor(known)), **feeds.actor(known)}
    for contest_id, found in sorted(desk.disputes.items()):
        yield {_data_file(dispute_page(contest_id)): encoded(desk.dispute(found)), **feeds.dispute(found)}


def _data_file(page: str) -> str:
    return folder(page) + DATA
