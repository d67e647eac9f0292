"""Fit the weights of antecedent_weights.csv: what speaks for a noun to be what "it" or "they" stands for.

    python tools/fit_antecedents.py GUM [--genres speech,letter,...]

GUM is a clone of the corpus (https://github.com/amir-zeldes/gum, CC BY 4.0 annotations); only its training documents
are read, and of the genres only those given. A log-linear model over the candidates of each pronoun, "none of them"
included, learns which one the annotators chose. News is not among the genres, and in the others bodies seldom speak:
the features of speech are therefore held near weights set by hand. Running it again gives the same bytes.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from generator.analysis.actors.antecedents import Choice, Spot, probabilities, scenes
from generator.analysis.actors.columns import columns
from generator.analysis.actors.coreference import entities_of
from generator.analysis.actors.nominals import with_quantities
from generator.analysis.pipeline import load, prepare
from generator.sources.read import parse_article

TARGET = Path(__file__).resolve().parents[1] / "generator/lexicons/antecedent_weights.csv"
GENRES = "academic,essay,fiction,letter,podcast,speech,textbook,voyage"
PRIOR = {
    "speaks agent": 1.5,
    "reports itself": 1.5,
    "speaks thing": -1.0,
    "speaks place": -1.0,
    "speaks publication": 0.5,
    "owns person agent": 1.0,
    "none speaks": -1.5,
}
HOLD, PULL = 20.0, 1.0
"""Strength of the pull toward the prior, in pronouns: for the features above, and for all others (toward 0)."""
STEPS, RATE = 250, 0.05
FOLDS = 5
BEFORE = ("briefings_coreference", "briefings_actors", "briefings_attribution", "briefings_disputes")


@dataclass
class Document:
    """The text of a corpus document, and where each of its entities is spoken of."""

    text: str = ""
    ends: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    """End of the head of a mention: its start, and the entity."""

    def entity(self, start: int, end: int) -> str | None:
        """Return the entity of the mention whose head ends with a word."""
        return next((name for first, name in self.ends.get(end, ()) if first <= start), None)


@dataclass
class Case:
    """A pronoun: its sort, its candidates, which of them are right, which of them are actors."""

    document: str
    sort: str
    choices: list[Choice]
    right: list[int]


def read(conllu: str) -> Document:
    """Read a document of the corpus: words, spaces, paragraphs, and the entities of the Entity column."""
    document = Document()
    words: list[tuple[int, int]] = []
    open_ones: list[tuple[str, int, str]] = []
    glued: dict[int, bool] = {}
    for line in conllu.splitlines():
        if line.startswith("# newpar") and not line.startswith("# newpar_block") and document.text:
            document.text = document.text.rstrip() + "\n\n"
        fields = line.split("\t")
        if line.startswith("# sent_id"):
            glued = {}
        if len(fields) != 10 or "." in fields[0]:
            continue
        no_space = "SpaceAfter=No" in fields[9]
        if "-" in fields[0]:
            first, last = map(int, fields[0].split("-"))
            glued |= dict.fromkeys(range(first, last), True) | {last: no_space}
            continue
        start = len(document.text)
        document.text += fields[1]
        words.append((start, len(document.text)))
        document.text += "" if glued.get(int(fields[0]), no_space) else " "
        marks = re.search(r"(?:^|\|)Entity=([^|]*)", fields[9])
        for whole, opened, closed in re.findall(
            r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)", marks.group(1) if marks else ""
        ):
            if whole or opened:
                parts = (whole or opened).split("-")
                open_ones.append((parts[0], len(words) - 1, parts[5]))
            name = whole.split("-")[0] or closed
            at = next((n for n in range(len(open_ones) - 1, -1, -1) if open_ones[n][0] == name), None)
            if at is not None:
                _, first_word, least = open_ones.pop(at)
                head = [int(n) for n in least.split(",") if n.isdigit()] or [1]
                one, other = first_word + head[0] - 1, min(first_word + head[-1] - 1, len(words) - 1)
                document.ends.setdefault(words[other][1], []).append((words[one][0], name.split("[")[0]))
    return document


def cases(corpus: Path, names: list[str]) -> Iterator[Case]:
    """Yield the pronouns of the documents, each with the candidates that the extractor sees."""
    nlp = load()
    for name in BEFORE:
        nlp.remove_pipe(name)
    nlp.remove_pipe("briefings_parties")
    nlp.remove_pipe("briefings_summary")
    for name in names:
        gold = read((corpus / "dep" / f"{name}.conllu").read_text(encoding="utf-8"))
        doc = nlp(prepare(nlp, parse_article(gold.text.encode(), f"{name}.txt")))
        cols = columns(doc)
        found = with_quantities(cols, doc._.mentions)
        entities = entities_of(cols, found, doc._.quotes)
        told = [gold.entity(cols.start[t], cols.end(t)) for t in range(len(cols.text))]
        for sort, scene, pronouns in scenes(cols, found, entities, doc._.quotes):
            for i in pronouns:
                head = found[i].head
                choices = scene.choices(head)
                right = [
                    n
                    for n, choice in enumerate(choices)
                    if choice.spot is not None and told[head] and told[choice.spot.head] == told[head]
                ]
                if right and (spot := choices[right[0]].spot) is not None:
                    scene.add(Spot(head, spot.who, spot.kind, "pronoun"))
                yield Case(name, sort, choices, right or [len(choices) - 1])


def fit(data: list[Case]) -> dict[str, float]:
    """Fit the weights by gradient steps (Adam) on the likelihood of the right candidates, pulled to the prior."""
    names = sorted({f for case in data for choice in case.choices for f in choice.features} | set(PRIOR))
    column = {name: n for n, name in enumerate(names)}
    every = [choice for case in data for choice in case.choices]
    flat = np.array([column[f] for choice in every for f in choice.features])
    choice_of = np.repeat(np.arange(len(every)), [len(choice.features) for choice in every])
    case_of = np.repeat(np.arange(len(data)), [len(case.choices) for case in data])
    right = np.concatenate([[n in case.right for n in range(len(case.choices))] for case in data]).astype(
        float
    )
    start = np.array([PRIOR.get(name, 0.0) for name in names])
    pull = np.array([HOLD if name in PRIOR else PULL for name in names])
    w, mean, square = start.copy(), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        score = np.bincount(choice_of, w[flat], len(every))
        power = np.exp(score - score.max())
        p = power / np.bincount(case_of, power, len(data))[case_of]
        wanted = p * right
        wanted /= np.bincount(case_of, wanted, len(data))[case_of]
        gradient = np.bincount(flat, (wanted - p)[choice_of], len(names)) - pull * (w - start)
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.99 * square + 0.01 * gradient**2
        w += RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {name: float(w[n]) for n, name in enumerate(names)}


def report(data: list[Case]) -> None:
    """Print how well weights fitted on other documents choose, at several thresholds."""
    names = sorted({case.document for case in data})
    given: list[tuple[float, bool]] = []
    actors = 0
    for fold in range(FOLDS):
        held = set(names[fold::FOLDS])
        weight = fit([case for case in data if case.document not in held])
        for case in data:
            if case.document in held:
                sure = probabilities(case.choices, weight)
                best = max(range(len(sure)), key=lambda n: sure[n])
                actors += any(case.choices[n].who >= 0 for n in case.right)
                if case.choices[best].who >= 0:
                    given.append((sure[best], best in case.right))
    for least in (0.5, 0.6, 0.7, 0.8):
        taken = [right for sure, right in given if sure >= least]
        print(f"  {least}: {len(taken)} given, {sum(taken)} right, of {actors} that an actor is meant by")


def main() -> None:
    """Read the corpus, say how well held-out documents are read, write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--genres", default=GENRES)
    options = parser.parse_args()
    splits = (options.corpus / "splits.md").read_text(encoding="utf-8")
    train = splits[splits.index("## train") :].split("\n## ")[0]
    genres = options.genres.split(",")
    names = [n for n in re.findall(r"\* (GUM_\w+)", train) if n.split("_")[1] in genres]
    data = list(cases(options.corpus, names))
    weights = {}
    for sort in ("it", "they"):
        part = [case for case in data if case.sort == sort]
        print(f"{sort}: {len(part)} pronouns in {len(names)} documents")
        report(part)
        weights[sort] = fit(part)
    rows = [
        f"{name},{weights['it'].get(name, 0.0):.2f},{weights['they'].get(name, 0.0):.2f}"
        for name in sorted({*weights["it"], *weights["they"]})
    ]
    TARGET.write_text(
        '# What speaks for a candidate to be what "it" or "they" stands for; the features are named in\n'
        "# generator/analysis/actors/antecedents.py. Source: fitted by tools/fit_antecedents.py to training\n"
        "# documents of the GUM corpus (https://github.com/amir-zeldes/gum), with the weights of speech held near\n"
        "# values set by hand.\n"
        "feature,it,they\n" + "\n".join(rows) + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
