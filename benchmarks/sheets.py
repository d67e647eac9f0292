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
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from pypdf import PdfReader

from generator.editorial.compile import compile_collection
from generator.model import Collection
from generator.pages.sheet import PAPERS, Press, Selection
from generator.settings import Settings, read_settings
from generator.stories import Newsroom


def collect(settings: Settings) -> Collection:
    """Make the briefings of a site; an article that cannot be used ends the run."""

    def refuse(error: Exception) -> None:
        raise error

    return compile_collection(Newsroom(settings, refuse).stories())


Asked = TypeVar("Asked")


def timed(question: Callable[[], Asked]) -> tuple[Asked, float]:
    """Return the answer, and the milliseconds that it took."""
    started = time.process_time()
    return question(), (time.process_time() - started) * 1000


def measure(collection: Collection, settings: Settings) -> None:
    """Print one row for each briefing, and the means. As in a run, all are chosen before the first is made."""
    press = Press(settings)
    briefings = collection.briefings
    press.fits(briefings[0], "a4", Selection())  # the fonts are read with the first
    chosen = [timed(partial(press.select, briefing)) for briefing in briefings]
    print(
        "| briefing | disputes | quotations | choosing, ms | a PDF, ms | kB | pages |\n|---|---|---|---|---|---|---|"
    )
    setting = []
    for briefing, (selection, choosing) in zip(briefings, chosen, strict=True):
        made = [timed(partial(press.pdf, briefing, selection, paper)) for paper in PAPERS]
        setting += [took for _, took in made]
        pages = " and ".join(str(len(PdfReader(io.BytesIO(pdf)).pages)) for pdf, _ in made)
        print(
            f"| {briefing.slug} | {len(selection.disputes)} of {len(briefing.disputes)} "
            f"| {len(selection.quotes)} of {len(briefing.quotes)} | {choosing:.0f} "
            f"| {statistics.mean(setting[-2:]):.0f} | {max(len(pdf) for pdf, _ in made) / 1000:.0f} | {pages} |"
        )
    choosing, one = statistics.mean(took for _, took in chosen), statistics.mean(setting)
    print(
        f"\nFor each briefing {choosing:.0f} ms to choose and {one:.0f} ms for each PDF: "
        f"{choosing / len(PAPERS) + one:.0f} ms for each sheet."
    )


if __name__ == "__main__":
    given = read_settings(Path(sys.argv[1] if len(sys.argv) > 1 else "mkdocs.yml"))
    with tempfile.TemporaryDirectory() as room:
        given = given.model_copy(update={"archive": Path(room, "archive.sqlite")})
        measure(collect(given), given)
