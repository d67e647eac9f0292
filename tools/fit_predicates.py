"""Fit the weights of dispute_weights.csv: what each predicate and each place of its frame is worth.

    python tools/fit_predicates.py ../shared/eval/disputes/dse/train.jsonl

The file holds sentences with one judged pair of names each (JSON Lines: text, a and b as lists of spans, cls, dir).
For every ordered pair that the lexicon connects, a logistic regression with a pull toward prior weights learns from
the judgement; what was never seen keeps the prior of its class. The result is a table that an editor can read and
change. Running it again on the same data gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc

from generator.analysis.pipeline import installed_model
from generator.analysis.predicates import lexicon
from generator.analysis.stances import read_stances
from generator.analysis.voices import Voices

TARGET = Path(__file__).resolve().parents[1] / "generator/lexicons/dispute_weights.csv"
NAMES = frozenset("PERSON ORG GPE NORP LOC FAC PRODUCT LAW".split())
# Log-odds before any sentence is seen: a class that is an open quarrel, one that is often something else, support.
PRIOR = {
    "accusation": 1.8,
    "criticism": 1.8,
    "rejection": 1.5,
    "denial": 1.5,
    "threat": 1.8,
    "sanction": 2.2,
    "protest": 2.0,
    "lawsuit": 2.0,
    "assault": 2.0,
    "attitude": 2.3,
    "tension": 2.0,
    "reproach": 0.8,
    "support": -2.5,
}
DEEDS = ("sanction", "protest", "lawsuit", "assault", "tension", "threat", "rejection", "attitude")
"""Told soberly, a deed was often judged neutral ("police arrested"), which is no judgement on whether there is a
quarrel: the weight of these classes is held near its prior."""
HOLD = 40.0
FIXED = 1e6
"""Judges found a tension between two neutral, since neither acts in it: their judgement says nothing here."""
PRIOR_OF_WAY = {" self": 0.5, " owner": 0.3}
"""The actor itself, or somebody named with what is his, stands in the place."""
PRIOR_OF_FLAG = {
    "mutual": 3.0,
    "support negated": 2.0,
    "who namer self": 1.5,
    "negated": -2.5,
    "supposed": -0.7,
    "asked": -0.7,
    "reported": -0.1,
    "passive": 0.0,
}
PULL = 1.0
"""Strength of the pull toward the prior, in sentences."""
STEPS = 60


def voices(doc: Doc, parties: dict[str, list[list[int]]]) -> Voices:
    """Make the actors of one sentence: the names in it, and the judged pair."""
    heads: dict[int, str] = {}
    inside: dict[int, str] = {}
    spans = [(e.text, e) for e in doc.ents if e.label_ in NAMES]
    spans += [
        (party, span)
        for party, places in parties.items()
        for start, end in places
        if (span := doc.char_span(start, end, alignment_mode="expand")) is not None
    ]
    for name, span in spans:
        heads[span.root.i] = name
        inside |= {token.i: name for token in span}
    persons = {inside[t.i] for e in doc.ents if e.label_ == "PERSON" for t in e if t.i in inside}
    return Voices(heads, inside, {}, frozenset(persons))


def samples(docs: dict[str, Doc], rows: list[dict[str, Any]]) -> list[tuple[tuple[str, ...], bool]]:
    """Return the features and the judgement of every ordered pair that the lexicon connects."""
    found = []
    for row in rows:
        pairs: dict[tuple[str, str], list[str]] = {}
        for stance in read_stances(
            docs[row["text"]], voices(docs[row["text"]], {"<a>": row["a"], "<b>": row["b"]})
        ):
            if stance.target is not None and {stance.source, stance.target} == {"<a>", "<b>"}:
                pairs.setdefault((stance.source, stance.target), []).extend(stance.features)
        against = {"ab": ("<a>", "<b>"), "ba": ("<b>", "<a>")}.get(row["dir"] or "")
        for pair, features in pairs.items():
            found.append((tuple(dict.fromkeys(features)), row["cls"] == "negative" and pair == against))
    return found


def prior(feature: str) -> float:
    """Return the weight of a feature before any sentence is seen."""
    if feature == "kind criticism clause":
        return 0.5
    if feature == "kind criticism clause":
        return 0.5
    if feature.startswith("kind "):
        return PRIOR[feature.split()[1]]
    if feature.startswith(("who ", "whom ")):
        return next((w for way, w in PRIOR_OF_WAY.items() if feature.endswith(way)), 0.0)
    return PRIOR_OF_FLAG.get(feature, 0.0)


def _pull(feature: str) -> float:
    if feature == "mutual":
        return FIXED
    return HOLD if feature.startswith("kind ") and feature.split()[1] in DEEDS else PULL


def fit(data: list[tuple[tuple[str, ...], bool]], names: list[str]) -> np.ndarray:
    """Fit the weights by Newton steps; the first is the bias."""
    column = {name: number for number, name in enumerate(names)}
    x = np.zeros((len(data), len(names)))
    x[:, 0] = 1
    for row, (features, _) in enumerate(data):
        for feature in features:
            if feature in column:
                x[row, column[feature]] = 1
    y = np.array([float(label) for _, label in data])
    start = np.array([prior(name) for name in names])
    pull = np.array([_pull(name) for name in names])
    w = start.copy()
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (y - p) - pull * (w - start)
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(pull)
        step = np.linalg.solve(hessian, gradient)
        # A full step from priors that are far off overshoots.
        w = w + step * min(1.0, 1.0 / max(np.abs(step).max(), 1e-9))
        if np.abs(step).max() < 1e-6:
            break
    return w


def main() -> None:
    """Read the sentences, fit, and write the table."""
    import spacy

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sentences", type=Path)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.sentences.read_text(encoding="utf-8").splitlines()]
    nlp = spacy.load(installed_model("en_core_web_sm")[0])
    texts = sorted({row["text"] for row in rows})
    write(samples(dict(zip(texts, nlp.pipe(texts, batch_size=64), strict=True)), rows))


def write(data: list[tuple[tuple[str, ...], bool]]) -> None:
    """Fit and write the table: the bias, then all features by name."""
    seen = Counter(feature for features, _ in data for feature in features)
    true = Counter(feature for features, label in data for feature in features if label)
    kinds = {f"kind {p.kind} {p.pos}" for several in lexicon().entries.values() for p in several}
    names = [
        "bias",
        *sorted(kinds | set(PRIOR_OF_FLAG) | {name for name, count in seen.items() if count >= 2}),
    ]
    fitted = fit(data, names)
    with TARGET.open("w", encoding="utf-8", newline="") as stream:
        stream.write(
            "# What each sign of a dispute is worth: weights of a logistic regression (log-odds), fitted by\n"
            "# tools/fit_predicates.py to sentences of news in which people judged one pair of names. 'seen': pairs\n"
            "# with this sign, 'true': how many of them were judged to be against each other in this direction.\n"
        )
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(["feature", "weight", "seen", "true"])
        for name, weight in zip(names, fitted, strict=True):
            table.writerow([name, f"{weight:.2f}", seen[name], true[name]])


if __name__ == "__main__":
    main()
