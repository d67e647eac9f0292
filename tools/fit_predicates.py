"""Fit the weights that say who is against whom: dispute_weights.csv for frames, dispute_pairs.csv for the rest.

    python tools/fit_predicates.py ../shared/eval/disputes/dse/train.jsonl

The file holds sentences with one judged pair of names each (JSON Lines: text, a and b as lists of spans, cls, dir).
For every ordered pair that a frame of the lexicon connects, a logistic regression with a pull toward prior weights
learns from the judgement; what was never seen keeps the prior of its class. For the pairs that no frame connects,
another one keeps the few signs that tell something. The results are tables that an editor can read and change.
Running it again on the same data gives the same bytes. It takes about three minutes.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from fit_pairs import fit_pairs
from spacy.tokens import Doc

from generator.analysis.disputes.component import SURE, listen
from generator.analysis.disputes.predicates import lexicon
from generator.analysis.disputes.stances import DEEDS, read_stances
from generator.analysis.disputes.voices import Voices
from generator.analysis.pipeline import load, prepare
from generator.analysis.syntax import read_words
from generator.model import Article, Block

LEXICONS = Path(__file__).resolve().parents[1] / "generator/lexicons"
FRAMES = LEXICONS / "dispute_weights.csv"
PAIRS = LEXICONS / "dispute_pairs.csv"
FRAMES_HEAD = """\
# What each sign of a dispute is worth: weights of a logistic regression (log-odds), fitted by
# tools/fit_predicates.py to sentences of news in which people judged one pair of names. 'seen': pairs
# with this sign, 'true': how many of them were judged to be against each other in this direction.
"""
PAIRS_HEAD = """\
# Pairs of actors that no frame of disputes.yml connects: what each sign in their sentence is worth (log-odds),
# fitted by tools/fit_predicates.py to the same judged sentences as dispute_weights.csv; most weights were fitted
# to zero and left out. 'loose' is the start of every such pair, less the reserve that it needs to be reported.
# 'who' may be against 'whom'. "criticism: who subject, whom of": the places in which both stand to a word of that
# class; "above who": the word stands on the way up from 'who' to where the two meet in the parse; "says": 'who'
# speaks, the word is in what is said.
"""
REPORTED = 0.40
"""Probability from which a loose pair is reported. In five parts: .30 gives an F1 of .542 at a precision of .60,
.45 .534 at .70, .55 .518 at .74; a false dispute is worse than a missed one."""


@dataclass(frozen=True)
class Sample:
    """An ordered pair of a judged sentence."""

    signs: tuple[str, ...]
    against: bool
    framed: bool
    """A frame connects the two; otherwise they are a loose candidate."""


# Log-odds before any sentence is seen: a class that is an open quarrel, one that is often something else, support.
PRIOR = {
    "accusation": 1.8,
    "criticism": 1.8,
    "rejection": 1.5,
    "denial": 1.5,
    "threat": 1.8,
    "sanction": 2.2,
    "protest": 2.0,
    "lawsuit": 2.3,
    "assault": 2.0,
    "attitude": 2.3,
    "tension": 2.0,
    "reproach": 0.8,
    "support": -2.5,
}
HELD = (*sorted(DEEDS), "tension", "rejection", "attitude")
"""Told soberly, a deed was often judged neutral ("police arrested"), which is no judgement on whether there is a
quarrel: the weight of these classes is held near its prior."""
HOLD = 40.0
DEED_COUNTS = 0.1
"""What a pair with a deed counts, for the same reason: else the bias would make up for what the hold prevents."""
FIXED = 1e6
"""Judges found a tension between two neutral, since neither acts in it: their judgement says nothing here."""
PRIOR_OF_WAY = {" self": 0.5, " owner": 0.4, " author": 0.4}
"""The actor itself, somebody named with what is his, or something that he is behind, stands in the place."""
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


def voices(doc: Doc, found: Voices, parties: dict[str, list[list[int]]]) -> Voices:
    """Put the judged pair in the place of the actors that were found there, with their pronouns and their words."""
    named: dict[str, str] = {}
    marked: dict[int, str] = {}
    spans: dict[int, str] = {}
    for party, places in parties.items():
        for start, end in places:
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is not None:
                marked[span.root.i] = party
                spans |= {token.i: party for token in span}
                if span.root.i in found.heads:
                    named.setdefault(found.heads[span.root.i], party)

    def renamed(actors: Mapping[int, str]) -> dict[int, str]:
        return {at: named.get(actor, actor) for at, actor in actors.items()}

    return Voices(
        heads=renamed(found.heads) | marked,
        inside=renamed(found.inside) | spans,
        speakers=renamed(found.speakers),
        persons=frozenset(named.get(actor, actor) for actor in found.persons),
        countries=frozenset(named.get(actor, actor) for actor in found.countries),
        authors={kind: named.get(actor, actor) for kind, actor in found.authors.items()},
    )


def samples(doc: Doc, found: Voices, row: dict[str, Any]) -> Iterator[Sample]:
    """Yield the signs of both ordered pairs of a judged sentence: of the frames, or else of the loose candidate."""
    frames: dict[tuple[str, str], list[str]] = {}
    loose: dict[tuple[str, str], list[str]] = {}
    for stance in read_stances(
        read_words(doc), voices(doc, found, {"<a>": row["a"], "<b>": row["b"]}), likely=0.0
    ):
        if stance.target is not None and {stance.source, stance.target} == {"<a>", "<b>"}:
            pairs = loose if stance.features[0] == "loose" else frames
            pairs.setdefault((stance.source, stance.target), []).extend(stance.features)
    against = {"ab": ("<a>", "<b>"), "ba": ("<b>", "<a>")}.get(row["dir"] or "")
    for pair in (("<a>", "<b>"), ("<b>", "<a>")):
        signs = frames.get(pair) or loose.get(pair)
        if signs:
            judged = row["cls"] == "negative" and pair == against
            yield Sample(tuple(dict.fromkeys(signs)), judged, pair in frames)


def prior(feature: str) -> float:
    """Return the weight of a feature before any sentence is seen."""
    if feature == "kind criticism clause":
        return 0.5
    if feature.startswith("kind "):
        return PRIOR[feature.split()[1]]
    if feature.startswith(("who ", "whom ", "deed ")):
        return next((w for way, w in PRIOR_OF_WAY.items() if feature.endswith(way)), 0.0)
    return PRIOR_OF_FLAG.get(feature, 0.0)


def _pull(feature: str) -> float:
    if feature == "mutual":
        return FIXED
    first, *rest = feature.split()
    if first == "kind" and rest[0] in HELD:
        return HOLD
    return PULL


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
    heed = np.array([DEED_COUNTS if any(f.startswith("deed ") for f in fs) else 1.0 for fs, _ in data])
    start = np.array([prior(name) for name in names])
    pull = np.array([_pull(name) for name in names])
    w = start.copy()
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (heed * (y - p)) - pull * (w - start)
        hessian = (x * (heed * p * (1 - p))[:, None]).T @ x + np.diag(pull)
        step = np.linalg.solve(hessian, gradient)
        # A full step from priors that are far off overshoots.
        w = w + step * min(1.0, 1.0 / max(np.abs(step).max(), 1e-9))
        if np.abs(step).max() < 1e-6:
            break
    return w


def main() -> None:
    """Read the sentences, fit, and write the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sentences", type=Path)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.sentences.read_text(encoding="utf-8").splitlines()]
    nlp = load()
    for name in ("briefings_disputes", "briefings_summary"):
        nlp.remove_pipe(name)
    by_text: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_text.setdefault(row["text"], []).append(row)
    docs = nlp.pipe((prepare(nlp, article(text)) for text in by_text), batch_size=64)
    write(
        [
            sample
            for doc, several in zip(docs, by_text.values(), strict=True)
            for row in several
            for sample in samples(doc, listen(doc, read_words(doc)), row)
        ]
    )


def article(text: str) -> Article:
    """Make an article of one sentence."""
    return Article(
        source="sentence", text=text, title="", blocks=(Block(start=0, end=len(text), kind="paragraph"),)
    )


def write(data: Sequence[Sample]) -> None:
    """Fit and write both tables."""
    bias = write_frames([(sample.signs, sample.against) for sample in data if sample.framed])
    write_pairs([(sample.signs[1:], sample.against) for sample in data if not sample.framed], bias)


def write_frames(data: list[tuple[tuple[str, ...], bool]]) -> float:
    """Fit the signs of frames, write them (the bias, then all by name), and return the bias."""
    seen = Counter(feature for features, _ in data for feature in features)
    kinds = {f"kind {p.kind} {p.pos}" for several in lexicon().entries.values() for p in several}
    often = {name for name, count in seen.items() if count >= 2}
    names = ["bias", *sorted(kinds | set(PRIOR_OF_FLAG) | often | _ways())]
    fitted = dict(zip(names, fit(data, names), strict=True))
    _table(FRAMES, FRAMES_HEAD, fitted, data)
    return float(fitted["bias"])


def _ways() -> set[str]:
    """Return the places of the lexicon's frames that have a prior: most of those of deeds are hardly ever seen."""
    entries = [predicate for several in lexicon().entries.values() for predicate in several]
    return {
        f"{'deed ' if predicate.kind in DEEDS else ''}whom {slot}{way}"
        for predicate in entries
        for slot in predicate.whom
        for way in PRIOR_OF_WAY
    }


def write_pairs(data: list[tuple[tuple[str, ...], bool]], bias: float) -> None:
    """Fit the signs of pairs without a frame and write them; "loose" takes the place of the bias of frames."""
    fitted = fit_pairs(data)
    reserve = math.log(REPORTED / (1 - REPORTED)) - math.log(SURE / (1 - SURE))
    ranked = sorted(fitted.weights.items(), key=lambda entry: (-entry[1], entry[0]))
    _table(PAIRS, PAIRS_HEAD, {"loose": fitted.start - bias - reserve, **dict(ranked)}, data)


def _table(path: Path, head: str, fitted: dict[str, float], data: list[tuple[tuple[str, ...], bool]]) -> None:
    seen = Counter(feature for features, _ in data for feature in features)
    true = Counter(feature for features, label in data for feature in features if label)
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write(head)
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(["feature", "weight", "seen", "true"])
        for name, weight in fitted.items():
            table.writerow([name, f"{weight:.2f}", seen[name], true[name]])


if __name__ == "__main__":
    main()
