"""How long each stage takes: `make bench`, or `python benchmarks/speed.py [--copies N] [FOLDER]`.

The articles (the project's, or those in FOLDER) are read, analysed, merged, laid out and published in a
temporary folder, in one process. With --copies each article is taken N times under N names, which shows what
grows with the number of briefings; texts stay the same, so that actors and disputes are shared by all copies.
The figures go to standard output as Markdown.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from spacy.language import Language

from generator import tree
from generator.analysis.pipeline import load, prepare
from generator.editorial.compile import compile_collection
from generator.model import Article
from generator.pages.render import render
from generator.pages.sheet import select_all, sheet_files
from generator.settings import Settings, read_settings
from generator.site import build
from generator.sources.read import find_articles, parse_article
from generator.stories import Newsroom

ROOT = Path(__file__).resolve().parents[1]
REPEATS = 3
"""Of the analysis; the fastest counts, since whatever else the machine does can only slow it down."""
OURS = "briefings_"
Result = TypeVar("Result")


def components(nlp: Language, articles: Iterable[Article]) -> dict[str, float]:
    """Measure what each component of the pipeline takes for all articles, in seconds of the processor."""
    took: dict[str, float] = defaultdict(float)
    for article in articles:
        started = time.process_time()
        doc = prepare(nlp, article)
        prepared = time.process_time() - started
        started = time.process_time()
        nlp.make_doc(doc.text)
        tokens = time.process_time() - started
        took["tokenizer"] += tokens
        # Quotation marks are paired before the parse; the component of that name finds it done.
        took["briefings_marks"] += prepared - tokens
        for name, component in nlp.pipeline:
            started = time.process_time()
            doc = component(doc)
            took[name] += time.process_time() - started
    return took


def fastest(runs: list[dict[str, float]]) -> dict[str, float]:
    """Return the shortest time of each part over several runs."""
    return {name: min(run[name] for run in runs) for name in runs[0]}


class Clock:
    """Takes the time of one stage after the other."""

    def __init__(self) -> None:
        self.took: dict[str, float] = {}

    def __call__(self, stage: str, call: Callable[[], Result]) -> Result:
        """Do it, and note how long it took."""
        started = time.perf_counter()
        result = call()
        self.took[stage] = time.perf_counter() - started
        return result


@contextmanager
def desk(folder: Path, copies: int) -> Iterator[Settings]:
    """Set up a site in a temporary folder, with each article under `copies` names."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        (home / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
        (home / "templates").symlink_to(ROOT / "templates")
        for number in range(copies):
            for entry in sorted(folder.iterdir()):
                aim = home / "articles" / f"{entry.stem}-{number}{entry.suffix}"
                aim.parent.mkdir(exist_ok=True)
                shutil.copytree(entry, aim) if entry.is_dir() else shutil.copy(entry, aim)
        yield read_settings(home / "mkdocs.yml")


def stages(settings: Settings) -> tuple[Clock, int, int]:
    """Run the main job stage by stage; return the times, and the numbers of briefings and of files."""
    clock = Clock()
    docs = settings.path(settings.docs_dir)
    stories = clock("read and analyse", Newsroom(settings, _complain).stories)
    clock("the same again, from the archive", Newsroom(settings, _complain).stories)
    collection = clock("merge", lambda: compile_collection(stories))
    chosen = clock("choose what fits a sheet", lambda: select_all(collection, settings))
    sheets = clock("sheets (PDF)", lambda: sheet_files(collection, chosen, settings))
    pages = clock("pages (Markdown)", lambda: render(collection, settings, chosen))
    tree.write(docs / "sheets", sheets)
    clock("write", lambda: tree.write(docs, {name: text.encode() for name, text in pages.items()}))
    clock("publish and index", lambda: build(settings))
    site = settings.path(settings.site_dir)
    return clock, len(stories), sum(path.is_file() for path in site.rglob("*"))


def _complain(error: Exception) -> None:
    print(error, file=sys.stderr)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    print(f"| {' | '.join(head)} |\n|---{'|---:' * (len(head) - 1)}|")
    for row in rows:
        print(f"| {' | '.join(row)} |")
    print()


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "articles")
    parser.add_argument("--copies", type=int, default=1, help="take each article N times")
    given = parser.parse_args()

    started = time.perf_counter()
    nlp = load()
    loading = time.perf_counter() - started
    articles = [parse_article(path.read_bytes(), str(path)) for path in find_articles(given.folder)]
    words = sum(len(article.text.split()) for article in articles)
    took = fastest([components(nlp, articles) for _ in range(REPEATS)])
    model = sum(seconds for name, seconds in took.items() if not name.startswith(OURS))
    ours = sum(took.values()) - model

    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}\n")
    print(f"Analysis: {len(articles)} articles, {words:,} words; the pipeline loads in {loading:.1f} s.\n")
    _table(
        ("component", "processor ms per article", "share of the parse"),
        [
            ("spaCy's own: tokens, tags, parse, names", f"{1000 * model / len(articles):.1f}", "100 %"),
            *(
                (
                    name.removeprefix(OURS),
                    f"{1000 * seconds / len(articles):.2f}",
                    f"{100 * seconds / model:.1f} %",
                )
                for name, seconds in took.items()
                if name.startswith(OURS)
            ),
            (
                "all of this project's",
                f"{1000 * ours / len(articles):.1f}",
                f"{100 * ours / model:.1f} %",
            ),
        ],
    )
    with desk(given.folder, given.copies) as settings:
        clock, briefings, files = stages(settings)
    print(f"The main job: {briefings} briefings; the site has {files:,} files.\n")
    _table(
        ("stage", "seconds", "ms per briefing"),
        [
            (stage, f"{seconds:.2f}", f"{1000 * seconds / briefings:.1f}")
            for stage, seconds in clock.took.items()
        ],
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Kilobytes on Linux, bytes on macOS.
    print(f"Most memory in use: {peak / (1 << 20 if sys.platform == 'darwin' else 1 << 10):,.0f} MB")


if __name__ == "__main__":
    main()
