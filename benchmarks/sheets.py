"""How long the one-page sheets of the sample articles take, and whether each has one page.

Run it with ``python benchmarks/sheets.py`` (mkdocs.yml of another site may be given). The articles are analysed
first, which is not measured. Times are processor time of this process, so that other work on the machine
counts little.
"""

from __future__ import annotations

import io
import statistics
import sys
import tempfile
import time
from pathlib import Path

from pypdf import PdfReader

from generator.editorial.compile import compile_collection
from generator.model import Collection
from generator.pages.sheet import PAPERS, Press
from generator.settings import Settings, read_settings
from generator.stories import Newsroom


def collect(settings: Settings) -> Collection:
    """Make the briefings of a site; an article that cannot be used ends the run."""

    def refuse(error: Exception) -> None:
        raise error

    return compile_collection(Newsroom(settings, refuse).stories())


def measure(collection: Collection, settings: Settings) -> None:
    """Print one row for each briefing, and the means."""
    press = Press(settings)
    press.select(collection.briefings[0])  # the fonts are loaded with the first
    print(
        "| briefing | disputes | quotations | choosing, ms | PDF, ms | kB | pages |\n|---|---|---|---|---|---|---|"
    )
    choosing, setting = [], []
    for briefing in collection.briefings:
        started = time.process_time()
        chosen = press.select(briefing)
        choosing.append((time.process_time() - started) * 1000)
        sheets = []
        for paper in PAPERS:
            started = time.process_time()
            sheets.append(press.pdf(briefing, chosen, paper))
            setting.append((time.process_time() - started) * 1000)
        pages = " and ".join(str(len(PdfReader(io.BytesIO(pdf)).pages)) for pdf in sheets)
        size = max(len(pdf) for pdf in sheets) / 1000
        print(
            f"| {briefing.slug} | {len(chosen.disputes)} of {len(briefing.disputes)} "
            f"| {len(chosen.quotes)} of {len(briefing.quotes)} | {choosing[-1]:.0f} "
            f"| {statistics.mean(setting[-2:]):.0f} | {size:.0f} | {pages} |"
        )
    each = statistics.mean(choosing) / len(PAPERS) + statistics.mean(setting)
    print(
        f"\nFor each briefing {statistics.mean(choosing):.1f} ms to choose and {statistics.mean(setting):.1f} ms "
        f"for each PDF: {each:.1f} ms for each sheet."
    )


if __name__ == "__main__":
    given = read_settings(Path(sys.argv[1] if len(sys.argv) > 1 else "mkdocs.yml"))
    with tempfile.TemporaryDirectory() as room:
        given = given.model_copy(update={"archive": Path(room, "archive.sqlite")})
        measure(collect(given), given)
