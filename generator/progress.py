"""A progress bar on standard error for whatever takes longer than two seconds."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

Item = TypeVar("Item")

PATIENCE = 2.0
"""Seconds of silence before a bar is drawn: what is done sooner needs none."""


def tracked(items: Iterable[Item], label: str, total: int) -> Iterator[Item]:
    """Yield the items, drawing a bar on standard error once it has taken more than `PATIENCE` seconds.

    Args:
        items: What is worked through; one step of the bar for each.
        label: What is being done ("Reading articles").
        total: How many there are.
    """
    started = time.monotonic()
    progress: Progress | None = None
    try:
        for done, item in enumerate(items, 1):
            yield item
            if progress is None and time.monotonic() - started > PATIENCE:
                progress = _bar(label, total)
            if progress is not None:
                progress.update(progress.task_ids[0], completed=done)
    finally:
        if progress is not None:
            progress.stop()


@contextmanager
def working(label: str) -> Iterator[None]:
    """Show a spinner on standard error while one long step runs."""
    console = Console(stderr=True)
    with console.status(label) if console.is_terminal else _said(console, label):
        yield


@contextmanager
def _said(console: Console, label: str) -> Iterator[None]:
    console.print(f"{label} ...", style="dim", highlight=False)
    yield


def _bar(label: str, total: int) -> Progress:
    progress = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    progress.add_task(label, total=total)
    progress.start()
    return progress
