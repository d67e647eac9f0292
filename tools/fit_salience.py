"""Fit the weights by which the actors of an article are ranked (generator/analysis/actors/salience.py).

    python tools/fit_salience.py FOLDER [FOLDER ...]

Each FOLDER holds articles (.txt) and gold.jsonl with one object per article: "source", and "actors" with "key" (should
be listed), "salient" (may be listed) and "mentions" ("hs", "he": code points of the head). Where it says "unlisted":
"ignore", what the gold does not know of is neither right nor wrong. The weights are printed, not written: they are
rounded by hand. The same articles give the same weights: nothing here is random.

Method: logistic regression with an L2 penalty on the differences between each key actor of an article and each other
actor; every article weighs the same. The figure is the average precision of the ranking, on the articles that were
fitted and on those left out in turn (five parts).
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language

from generator.analysis.actors.columns import columns
from generator.analysis.actors.component import features, groups, kind_of
from generator.analysis.actors.salience import KINDS, WEIGHTS, Features
from generator.analysis.pipeline import load, prepare
from generator.sources.read import read_article

PENALTY = 0.002
"""Weight of the L2 penalty, in articles; five times as much or as little changes the figures by less than 0.005."""
ROUNDS = 3000
RATE = 0.5
PARTS = 5
NAMES = (*WEIGHTS, *KINDS)


@dataclass(frozen=True, slots=True)
class Ranked:
    """The actors of one article: a row of features for each, and whether it is right (None: it does not count)."""

    rows: Any
    right: list[bool | None]
    wanted: int
    """Key actors of the gold, found or not."""


def vector(counted: Features) -> list[float]:
    """Return the features in the order of NAMES, as `salience` weighs them."""
    plain = replace(counted, mentions=0)
    values = [math.log2(1 + counted.mentions), *(float(getattr(plain, name)) for name in list(WEIGHTS)[1:])]
    return values + [float(counted.kind == kind) for kind in KINDS]


def read(nlp: Language, folder: Path) -> list[Ranked]:
    """Analyse the articles of a folder; those whose gold has no key actor are left out."""
    found = []
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        wanted = sum(actor["key"] for actor in gold["actors"])
        if not wanted:
            continue
        doc = nlp(prepare(nlp, read_article(folder / gold["source"])))
        named, _ = groups(doc._.mentions)
        kinds = [kind_of(doc._.mentions, group) for group in named]
        counted = features(doc, columns(doc), doc._.mentions, named, kinds)
        spans = [[(doc._.mentions[i].start, doc._.mentions[i].end) for i in group] for group in named]
        found.append(Ranked(np.array([vector(one) for one in counted]), judge(gold, spans), wanted))
    return found


def judge(gold: dict[str, Any], spans: Sequence[Sequence[tuple[int, int]]]) -> list[bool | None]:
    """Say which actors are key actors of the gold: by the gold actor with most of their mentions' heads."""
    right: list[bool | None] = []
    taken: set[int] = set()
    for mentions in spans:
        votes = Counter(
            n
            for n, actor in enumerate(gold["actors"])
            for head in actor["mentions"]
            if any(start <= head["hs"] and head["he"] <= end for start, end in mentions)
        )
        if not votes:
            right.append(None if gold.get("unlisted") == "ignore" else False)
            continue
        n = votes.most_common(1)[0][0]
        actor = gold["actors"][n]
        right.append(None if actor["salient"] and not actor["key"] else actor["key"] and n not in taken)
        taken.add(n)
    return right


def fit(articles: Sequence[Ranked]) -> Any:
    """Return the weights."""
    differences, weights = [], []
    for article in articles:
        good = [i for i, right in enumerate(article.right) if right]
        bad = [i for i, right in enumerate(article.right) if right is False]
        for i in good:
            for j in bad:
                differences.append(article.rows[i] - article.rows[j])
                weights.append(1 / (len(good) * len(bad)))
    x, share = np.array(differences), np.array(weights) / sum(weights)
    fitted = np.zeros(len(NAMES))
    for _ in range(ROUNDS):
        fitted += RATE * (x.T @ (share / (1 + np.exp(x @ fitted))) - PENALTY * fitted)
    return fitted


def precision(articles: Sequence[Ranked], weights: Any) -> list[float]:
    """Return the average precision of each article's ranking."""
    figures = []
    for article in articles:
        order = np.argsort(-(article.rows @ weights), kind="stable").tolist() if len(article.rows) else []
        hits, total, rank = 0, 0.0, 0
        for i in order:
            if article.right[i] is not None:
                rank += 1
                hits += bool(article.right[i])
                total += hits / rank if article.right[i] else 0.0
        figures.append(total / article.wanted)
    return figures


def main() -> None:
    """Read, fit, and print weights and figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    nlp = load()
    articles = [article for folder in parser.parse_args().folders for article in read(nlp, folder)]
    weights = fit(articles)
    for name, weight in zip(NAMES, weights, strict=True):
        print(f"{name:14} {weight:6.2f}")
    now = np.array([*WEIGHTS.values(), *KINDS.values()])
    left_out = [
        figure
        for part in range(PARTS)
        for figure in precision(
            articles[part::PARTS], fit([a for i, a in enumerate(articles) if i % PARTS != part])
        )
    ]
    print(f"{len(articles)} articles; average precision: fitted {np.mean(precision(articles, weights)):.3f},")
    print(
        f"left out {np.mean(left_out):.3f}, with the weights in use {np.mean(precision(articles, now)):.3f}"
    )


if __name__ == "__main__":
    main()
