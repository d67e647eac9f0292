"""A folder of annotated articles, read for the tools that fit the weights of quotes and speakers.

The folder holds articles (.txt) and gold.jsonl with one object per article: "source", and "attributions" with
"content_spans", "cue_spans", "source_spans" and "source_head_spans" (code points into the article's text).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, DocBin

from generator.analysis.pipeline import installed_model, prepare
from generator.analysis.quotes.reading import Reading
from generator.sources.read import read_article

_KEPT = ["ORTH", "SPACY", "TAG", "POS", "DEP", "HEAD", "LEMMA", "ENT_IOB", "ENT_TYPE"]
"""What is kept of a parse: all that the quotes read."""


def arguments(about: str | None, out: Path) -> tuple[Path, Path | None, Path]:
    """Read the command line of a tool.

    Args:
        about: The tool's docstring.
        out: Where the weights go if the command line does not say.

    Returns:
        The folder, the file in which the parses are kept, if any, and the file of the weights.
    """
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path, help="where the parses are kept (a DocBin)")
    parser.add_argument("--out", type=Path, default=out)
    options = parser.parse_args()
    return options.folder, options.cache, options.out


def annotated(folder: Path, cache: Path | None) -> Iterator[tuple[Doc, list[dict[str, Any]]]]:
    """Yield the parsed articles of a folder, by name, each with its attributions."""
    nlp = spacy.load(installed_model("en_core_web_sm")[0])
    nlp.add_pipe("briefings_blocks", first=True)
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {Path(item["source"]).name: item["attributions"] for item in map(json.loads, lines)}
    paths = sorted(folder.glob("*.txt"))
    articles = [read_article(path) for path in paths]
    if cache is not None and cache.exists():
        docs = list(DocBin().from_disk(cache).get_docs(nlp.vocab))
    else:
        docs = [nlp(prepare(nlp, article)) for article in articles]
        if cache is not None:
            DocBin(attrs=_KEPT, docs=docs).to_disk(cache)
    for path, article, doc in zip(paths, articles, docs, strict=True):
        plain = prepare(nlp, article)
        doc._.source, doc._.blocks, doc._.marks = article.text, plain._.blocks, plain._.marks
        yield doc, gold[path.name]


def tokens_of(reading: Reading, spans: Sequence[Sequence[int]]) -> frozenset[int]:
    """Return the words of character spans."""
    ranges = [reading.range(start, end) for start, end in spans]
    return frozenset(i for first, end in ranges for i in reading.words(range(first, end)))


def words_of(reading: Reading, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return the words of token spans."""
    return frozenset(i for first, end in spans for i in reading.words(range(first, end)))


def likeness(a: frozenset[int], b: frozenset[int]) -> float:
    """Return the F1 of two sets of words."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
