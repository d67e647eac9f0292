"""Fit the weights that decide which words report which part of a sentence (generator/lexicons/quote_weights.json).

    python tools/fit_quotes.py FOLDER [--cache FILE] [--out FILE]

FOLDER holds articles (.txt) and gold.jsonl with one object per article: "source", and "attributions" with
"content_spans", "cue_spans", "source_head_spans" (code points). Four fifths of the articles are fitted, the rest set
the thresholds; then all are fitted. The same articles give the same file: nothing here is random.

Method: logistic regression with an L1 penalty, minimised by FISTA (Beck and Teboulle 2009) over binary features.
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

from generator.analysis.quotes.cues import lexicon
from generator.analysis.quotes.direct import find_direct
from generator.analysis.quotes.drafts import Draft
from generator.analysis.quotes.features import features
from generator.analysis.quotes.indirect import candidates, choose, probability
from generator.analysis.quotes.options import Option
from generator.analysis.quotes.reading import Reading
from generator.analysis.quotes.speakers import Found
from generator.analysis.quotes.taken import Taken

PENALTY = 0.8
"""The weight of the L1 penalty, in instances; 1.2 gave .002 less of the F1 of all speech on the held-out fifth."""
FEWEST = 4
"""A feature must occur so often, and a cue word report half as often, to be fitted."""
SHARE = 0.01
"""How often a word that is none of speech must report something, of the places where it stands, to be weighed."""
SPEECH = ("statement", "belief", "plan", "denial", "refusal", "nouns")
"""The lists of lexicons/cues.yml with words of speech."""
THING = 0.45
"""How likely it must be that a noun without quoted words is reported ("she blames a parasite"). On the held-out
articles .80 of them are right then, and .76 from .35, for .006 less of the F1 of all speech; from .5 the disputes lose
sentences ("dismissed the accusation")."""
UNLIKELY = 20
"""One of so many likely options hangs on a word from which little is expected, and is not looked at. With 1,000 in its
place the quotes of other articles were no better, and took a fifth longer."""
TOLERANCE = 0.003
"""Differences of the F1 on the held-out articles that count for nothing."""
ROUNDS = 250


class EveryWord(frozenset[str]):
    """Holds every word: what may be a cue is learned."""

    def __contains__(self, word: object) -> bool:
        return True


@dataclass
class Instance:
    """An option with its features and whether the gold has it (None: do not learn from it)."""

    option: Option
    found: Found | None
    names: list[str]
    quoted: bool
    right: bool | None


@dataclass
class Read:
    """A gold article, read and with all options."""

    reading: Reading
    direct: list[Draft]
    gold: list[dict[str, Any]]
    instances: list[Instance]


def read(doc: Doc, attributions: list[dict[str, Any]]) -> Read:
    """Find all options of an article and compare them with the gold."""
    reading = Reading(doc)
    direct, _ = find_direct(reading)
    gold = [
        {
            "words": tokens_of(reading, item["content_spans"]),
            "cue": tokens_of(reading, item["cue_spans"]),
            "speaker": tokens_of(reading, item["source_head_spans"] or item["source_spans"]),
            "quoted": item["kind"] != "indirect",
        }
        for item in attributions
    ]
    holders: dict[int, list[int]] = {}
    for k, item in enumerate(gold):
        for i in item["words"]:
            holders.setdefault(i, []).append(k)
    instances: list[Instance] = []
    best: dict[int, tuple[float, int]] = {}
    for option, found in candidates(reading, EveryWord(), Taken(reading, direct)):
        inside = words_of(reading, option.spans)
        touched = {k for i in inside for k in holders.get(i, ())}
        alike = max(((likeness(inside, gold[k]["words"]), k) for k in touched), default=(0.0, 0))
        right: bool | None = False
        if alike[0] >= 0.5:
            right = None
            if option.cue.i in gold[alike[1]]["cue"] and alike[0] > best.get(alike[1], (0.0, 0))[0]:
                best[alike[1]] = (alike[0], len(instances))
        names = features(reading, option, found)
        instances.append(Instance(option, found, names, reading.quoted_words(option.spans) > 0, right))
    for _, number in best.values():
        instances[number].right = True
    return Read(reading, direct, gold, instances)


def fit(articles: Sequence[Read], cues: frozenset[str]) -> dict[str, float]:
    """Fit the weights of the features; the key "" holds the bias."""
    learned = [
        instance
        for article in articles
        for instance in article.instances
        if instance.right is not None and instance.option.cue.lemma_.lower() in cues
    ]
    counts = Counter(name for instance in learned for name in instance.names)
    names = ["", *sorted(name for name, count in counts.items() if count >= FEWEST)]
    index = {name: k for k, name in enumerate(names)}
    rows, columns = [], []
    for row, instance in enumerate(learned):
        known = [0] + [index[name] for name in instance.names if name in index]
        rows += [row] * len(known)
        columns += known
    row_of, column_of = np.array(rows), np.array(columns)
    target = np.array([float(bool(instance.right)) for instance in learned])
    size = len(learned)
    weight = np.zeros(len(names))
    ahead, momentum = weight.copy(), 1.0
    # The largest curvature of the loss, by the number of features in a row times those in a column.
    step = 4.0 / (_norm(row_of, column_of, size, len(names)) ** 2)
    for _ in range(ROUNDS):
        margin = np.bincount(row_of, weights=ahead[column_of], minlength=size)
        error = 1.0 / (1.0 + np.exp(-margin)) - target
        slope = np.bincount(column_of, weights=error[row_of], minlength=len(names))
        moved = ahead - step * slope
        shrunk = np.sign(moved) * np.maximum(np.abs(moved) - step * PENALTY, 0.0)
        shrunk[0] = moved[0]
        faster = (1 + (1 + 4 * momentum**2) ** 0.5) / 2
        ahead = shrunk + (momentum - 1) / faster * (shrunk - weight)
        weight, momentum = shrunk, faster
    return {
        name: round(float(w), 2)
        for name, w in zip(names, weight, strict=True)
        if name == "" or abs(w) >= 0.05
    }


def _norm(rows: Any, columns: Any, size: int, width: int) -> float:
    """Return the spectral norm of the matrix, by power iteration."""
    vector: Any = np.ones(width) / width**0.5
    norm = 1.0
    for _ in range(20):
        image = np.bincount(rows, weights=vector[columns], minlength=size)
        vector = np.bincount(columns, weights=image[rows], minlength=width)
        norm = float(np.linalg.norm(vector))
        vector /= norm
    return float(norm**0.5)


def measure(article: Read, drafts: Sequence[Draft]) -> Iterator[tuple[bool, bool, Draft]]:
    """Yield for each draft whether its words are right, and whether its speaker is."""
    pairs = []
    for number, draft in enumerate(drafts):
        inside = words_of(article.reading, draft.spans)
        pairs += [
            (-likeness(inside, item["words"]), number, k)
            for k, item in enumerate(article.gold)
            if likeness(inside, item["words"]) >= 0.5
        ]
    matched: dict[int, int] = {}
    for _, number, k in sorted(pairs):
        if number not in matched and k not in matched.values():
            matched[number] = k
    for number, draft in enumerate(drafts):
        words = number in matched
        speaker = frozenset(range(*draft.speaker)) if draft.speaker else frozenset()
        gold = article.gold[matched[number]]["speaker"] if words else frozenset()
        yield words, words and (bool(speaker & gold) if gold else not speaker), draft


def useful(
    articles: Sequence[Read], fitted: dict[str, float], cues: frozenset[str], lowest: float
) -> frozenset[str]:
    """Return the cue words worth weighing: words of speech, and those that often enough report something likely.

    The others are prepositions and nouns ("of", "in", "campaign"): two of three words that were weighed. Without them
    the F1 on the held-out articles is the same within .001.
    """
    places: Counter[str] = Counter()
    likely: Counter[str] = Counter()
    for article in articles:
        places.update(
            article.reading.tokens[i].lemma for i in {item.option.cue.i for item in article.instances}
        )
        likely.update(
            item.option.cue.lemma
            for item in article.instances
            if item.right and _likely(fitted, item) >= lowest
        )
    listed = frozenset[str]().union(*(lexicon()[name] for name in SPEECH))
    return frozenset(
        word for word in cues if word in listed or (likely[word] and likely[word] >= SHARE * places[word])
    )


def hopeless(
    articles: Sequence[Read], fitted: dict[str, float], cues: frozenset[str], lowest: float
) -> dict[str, float]:
    """Return the scores below which a word, and a word in its construction, are not looked at any further.

    Those options are left out that are least expected of their words: UNLIKELY says how many of the likely ones.
    """
    words, constructions = [], []
    for item in (item for article in articles for item in article.instances if item.option.cue.lemma in cues):
        if _likely(fitted, item) < lowest:
            continue
        # The features are those of the word and its speaker, two of the construction, and those of the option.
        at = next(k for k, name in enumerate(item.names) if name.startswith("c "))
        scores = [fitted.get(name, 0.0) for name in item.names[: at + 2]]
        words.append(fitted[""] + sum(scores[:at]))
        constructions.append(fitted[""] + sum(scores))
    words.sort()
    constructions.sort()
    return {
        "word": round(words[len(words) // UNLIKELY], 2),
        "option": round(constructions[len(words) // UNLIKELY], 2),
    }


def _is_unused(name: str, cues: frozenset[str]) -> bool:
    """Say whether a feature is of a cue word that is not weighed."""
    kind, *words = name.split(" ")
    return (
        kind in ("w", "wc", "has", "negw", "what", "qw", "outside") and bool(words) and words[0] not in cues
    )


def _likely(fitted: dict[str, float], instance: Instance) -> float:
    """Return how likely the fitted weights find an option."""
    return probability(fitted[""] + sum(fitted.get(name, 0.0) for name in instance.names))


def thresholds(
    articles: Sequence[Read], fitted: dict[str, float], cues: frozenset[str]
) -> tuple[float, float]:
    """Return the two thresholds with the best F1 (right words and speaker) on held-out articles.

    The first is chosen by the F1 of all speech, the one of clauses with quoted words by that of quoted speech.
    """
    likely = {}
    for article in articles:
        for instance in article.instances:
            if instance.option.cue.lemma_.lower() in cues:
                likely[id(instance)] = _likely(fitted, instance)
    tried: list[tuple[float, float, float, float]] = []
    total = sum(len(article.gold) for article in articles)
    marked = sum(item["quoted"] for article in articles for item in article.gold)
    for plain in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45):
        for quoted in (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4):
            results: list[tuple[bool, bool, Draft]] = []
            for article in articles:
                scored = [
                    (likely[id(i)], i.option, i.found)
                    for i in article.instances
                    if likely.get(id(i), 0.0) >= (quoted if i.quoted else plain)
                ]
                taken = Taken(article.reading, article.direct)
                reported = choose(article.reading, scored, taken)
                drafts = taken.left() + reported
                results += measure(article, drafts)
            both = [right for _, right, draft in results if draft.kind != "indirect"]
            every = 2 * sum(right for _, right, _ in results) / (len(results) + total)
            tried.append((every, 2 * sum(both) / (len(both) + marked), plain, quoted))
    # The curve is flat at its top: of those as good as the best, the strictest; a wrong quote is worse than none.
    top = max(every for every, _, _, _ in tried)
    plain = max(entry[2] for entry in tried if entry[0] >= top - TOLERANCE)
    best = max((entry for entry in tried if entry[2] == plain), key=lambda entry: (entry[1], entry[3]))
    print(f"held out: F1 {best[0]:.3f} at {plain}; of quoted speech {best[1]:.3f} at {best[3]}")
    return plain, best[3]


def main() -> None:
    """Fit and write."""
    folder, cache, out = arguments(__doc__, Path("generator/lexicons/quote_weights.json"))
    articles = [read(doc, attributions) for doc, attributions in annotated(folder, cache)]
    reports = Counter(
        instance.option.cue.lemma_.lower()
        for article in articles
        for instance in article.instances
        if instance.right
    )
    cues = frozenset(word for word, count in reports.items() if count >= FEWEST // 2)
    held_out = articles[::5]
    rest = [article for number, article in enumerate(articles) if number % 5]
    threshold, quoted = thresholds(held_out, fit(rest, cues), cues)
    fitted = fit(articles, cues)
    cues = useful(articles, fitted, cues, min(threshold, quoted))
    lost = hopeless(articles, fitted, cues, min(threshold, quoted))
    fitted = {name: weight for name, weight in fitted.items() if not _is_unused(name, cues)}
    bias = fitted.pop("")
    result = {
        "about": "Made by tools/fit_quotes.py from 840 annotated political news articles (PolNeAR, training part). "
        "A feature is a name and what it says: w the cue word, c the construction, wc both, who the kind "
        "of speaker, len the length of the reported words, q quoted words among them, rw their head; "
        "see features() in generator/analysis/quotes/features.py. "
        "What scores no more than hopeless is not weighed any further.",
        "bias": bias,
        "threshold": threshold,
        "quoted_threshold": quoted,
        "thing_threshold": THING,
        "hopeless": lost,
        "cues": sorted(cues),
        "features": dict(sorted(fitted.items())),
    }
    out.write_text(json.dumps(result, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{out}: {len(fitted)} features, {len(cues)} cue words")


if __name__ == "__main__":
    main()
