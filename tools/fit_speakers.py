"""Fit the weights that choose the speaker beside a cue (generator/lexicons/speaker_weights.json).

    python tools/fit_speakers.py FOLDER [--cache FILE] [--out FILE]

FOLDER is that of fit_quotes.py, whose weights must be there already: the quotes that they find in the articles are
compared with the gold, and of each whose words are right all candidates of analysis/quotes/choosing.py are weighed.

Method: conditional logistic regression (one choice among the candidates of a quote) with an L1 penalty, minimised by
FISTA. Four fifths of the articles are fitted and measured on the rest; then all are fitted. Nothing here is random.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from annotated import annotated, arguments, likeness, tokens_of, words_of
from spacy.tokens import Doc

from generator.analysis.quotes.choosing import GIVEN, SURE, candidates
from generator.analysis.quotes.component import find_quotes
from generator.analysis.quotes.drafts import Draft
from generator.analysis.quotes.reading import Reading
from generator.analysis.quotes.speakers import phrase

PENALTY = 1.0
"""The weight of the L1 penalty, in quotes; 0.3 gave 1.7 times the features and the same on the held-out fifth."""
FEWEST = 4
"""A feature must occur so often to be fitted."""
ROUNDS = 200
_NOT_BESIDE = frozenset(("none", "continued", "interview", "accused"))
"""Constructions whose speaker the gold does not mark: he stands elsewhere, or with another quote, or is the one
whom the gold's speaker blames for the words."""


@dataclass
class Case:
    """A quote whose words are right, with its candidates."""

    quoted: bool
    how: str
    names: list[tuple[str, ...]]
    right: list[bool]
    """For each candidate, whether the gold has it."""
    given: bool
    """Whether the speaker that the construction itself names is right."""


def cases(doc: Doc, attributions: list[dict[str, Any]]) -> Iterator[Case]:
    """Yield the quotes of an article that the gold has too."""
    reading = Reading(doc)
    drafts = find_quotes(reading)
    gold = [
        (
            tokens_of(reading, item["content_spans"]),
            tokens_of(reading, item["source_head_spans"] or item["source_spans"]),
            item["kind"] != "indirect",
        )
        for item in attributions
        if not item.get("nested") and not item.get("optional")
    ]
    pairs = sorted(
        (-alike, number, k)
        for number, draft in enumerate(drafts)
        for k, (inside, _, _) in enumerate(gold)
        if (alike := likeness(words_of(reading, draft.spans), inside)) >= 0.5
    )
    matched: dict[int, int] = {}
    for _, number, k in pairs:
        if number not in matched and k not in matched.values():
            matched[number] = k
    for number, k in sorted(matched.items()):
        yield _case(reading, drafts[number], gold[k][1], gold[k][2])


def _case(reading: Reading, draft: Draft, source: frozenset[int], quoted: bool) -> Case:
    barrier = draft.words() | ({draft.cue.i} if draft.cue is not None else set())
    choices = [] if draft.how in GIVEN else list(candidates(reading, draft))
    heads = [choice.head.i in source if choice.head is not None else not source for choice in choices]
    if not any(heads):
        heads = [
            choice.head is not None and bool(set(range(*phrase(choice.head, barrier))) & source)
            for choice in choices
        ]
    given = bool(set(range(*draft.speaker)) & source) if draft.speaker else not source
    return Case(quoted, draft.how, [choice.names for choice in choices], heads, given)


def fit(learned: Sequence[Case]) -> dict[str, float]:
    """Fit the weights of the features."""
    learned = [case for case in learned if any(case.right)]
    counts = Counter(name for case in learned for names in case.names for name in names)
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    index = {name: k for k, name in enumerate(names)}
    rows: list[int] = []
    columns: list[int] = []
    starts: list[int] = []
    group: list[int] = []
    right: list[bool] = []
    for number, case in enumerate(learned):
        starts.append(len(group))
        for features, good in zip(case.names, case.right, strict=True):
            known = [index[name] for name in features if name in index]
            rows += [len(group)] * len(known)
            columns += known
            group.append(number)
            right.append(good)
    row_of, column_of, group_of = np.array(rows), np.array(columns), np.array(group)
    good_of, size = np.array(right, dtype=float), len(group)
    weight = np.zeros(len(names))
    ahead, momentum = weight.copy(), 1.0
    step = 2.0 / _curvature(row_of, column_of, size, len(names))
    for _ in range(ROUNDS):
        score = np.bincount(row_of, weights=ahead[column_of], minlength=size)
        part = np.exp(score - np.maximum.reduceat(score, starts)[group_of])
        among = part / np.add.reduceat(part, starts)[group_of]
        fine = part * good_of
        wanted = fine / np.add.reduceat(fine, starts)[group_of]
        slope = np.bincount(column_of, weights=(among - wanted)[row_of], minlength=len(names))
        moved = ahead - step * slope
        shrunk = np.sign(moved) * np.maximum(np.abs(moved) - step * PENALTY, 0.0)
        faster = (1 + (1 + 4 * momentum**2) ** 0.5) / 2
        ahead = shrunk + (momentum - 1) / faster * (shrunk - weight)
        weight, momentum = shrunk, faster
    return {name: round(float(w), 2) for name, w in zip(names, weight, strict=True) if abs(w) >= 0.03}


def _curvature(rows: Any, columns: Any, size: int, width: int) -> float:
    """Return the largest eigenvalue of the features' second moments, by power iteration."""
    vector: Any = np.ones(width) / width**0.5
    norm = 1.0
    for _ in range(20):
        image = np.bincount(rows, weights=vector[columns], minlength=size)
        vector = np.bincount(columns, weights=image[rows], minlength=width)
        norm = float(np.linalg.norm(vector))
        vector /= norm
    return norm


def report(measured: Sequence[Case], weights: dict[str, float]) -> None:
    """Print how many speakers are right: as the construction names them, as chosen, and by likelihood."""
    for quoted in (True, False):
        chosen = [case for case in measured if case.quoted == quoted]
        right = 0
        steps: dict[int, list[bool]] = {}
        for case in chosen:
            if not case.names:
                right += case.given
                continue
            scores = [sum(weights.get(name, 0.0) for name in names) for names in case.names]
            best = scores.index(max(scores))
            likely = 1 / float(np.exp(np.array(scores) - max(scores)).sum())
            right += case.right[best]
            steps.setdefault(int(likely * 10), []).append(case.right[best])
        given = sum(case.given for case in chosen)
        print(
            f"held out, {'quoted' if quoted else 'indirect'}: {right} of {len(chosen)} (constructions: {given})"
        )
        for step, results in sorted(steps.items()):
            print(f"  likelihood .{step}: {sum(results)} of {len(results)}")


def main() -> None:
    """Fit and write."""
    folder, cache, out = arguments(__doc__, Path("generator/lexicons/speaker_weights.json"))
    articles = [list(cases(doc, attributions)) for doc, attributions in annotated(folder, cache)]
    rest = [case for number, article in enumerate(articles) if number % 5 for case in article]
    report([case for article in articles[::5] for case in article], fit(rest))
    every = [case for article in articles for case in article]
    given: dict[str, list[bool]] = {}
    for case in every:
        if not case.names and case.how not in _NOT_BESIDE:
            given.setdefault(case.how, []).append(case.given)
    fitted = fit(every)
    result = {
        "about": "Made by tools/fit_speakers.py from 840 annotated political news articles (PolNeAR, training part). "
        "A feature is a name and what it says: way the steps along the parse from the cue to the candidate, how the "
        "construction that names it, place and order where it stands, who what it is; see analysis/quotes/choosing.py. "
        "given holds how often the speaker of a construction without a choice is right.",
        "sure": SURE,
        "given": {
            how: round((sum(results) + 2) / (len(results) + 3), 3) for how, results in sorted(given.items())
        },
        "features": dict(sorted(fitted.items())),
    }
    out.write_text(json.dumps(result, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{out}: {len(fitted)} features")


if __name__ == "__main__":
    main()
