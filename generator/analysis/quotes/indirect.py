"""Reported clauses: indirect and mixed speech, found at the words that may report and weighed in each construction.

For every possible cue word each part of the sentence that could be what it reports is an option. A logistic
regression, fitted on annotated news (tools/fit_quotes.py), says how likely it is that the word reports this part.
Its features (features.py) are words and constructions; its weights lie in quote_weights.json, one readable line each.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import chain

from generator.analysis.quotes.cues import is_avoided, lexicon, speech_verbs
from generator.analysis.quotes.drafts import Draft
from generator.analysis.quotes.features import (
    construction_features,
    option_features,
    speaker_features,
    word_features,
)
from generator.analysis.quotes.headlines import find_labelled
from generator.analysis.quotes.options import Option, is_done, options
from generator.analysis.quotes.places import around, by_place, closed_by, without_reaction
from generator.analysis.quotes.reading import Reading
from generator.analysis.quotes.speakers import (
    Found,
    after_to,
    behind_dateline,
    is_dateline,
    of_noun,
    phrase,
    subject,
)
from generator.analysis.quotes.taken import Taken
from generator.analysis.quotes.termed import find_termed
from generator.analysis.quotes.worded import find_worded
from generator.analysis.syntax import Word

_CUE_POS = frozenset(("VERB", "NOUN", "ADJ", "ADP", "AUX", "SCONJ", "PROPN"))
_NOUN = frozenset(("NOUN", "PROPN"))
_VERBAL = frozenset(("VERB", "AUX"))
_TRAILING = 4
"""Words that may stand behind what a thing is called and belong to its clause ("on Monday")."""
_HEADLINE = 0.9
"""How likely the words behind the colon of a headline are those of the one before it."""
_DENIED = 0.15
"""How likely what is denied must be: the word hardly has another sense, and disputes hang on denials."""
_SET_APART = 0.97
"""How likely, at least, a sentence is reported that ", said Foss," interrupts, or that is in
somebody's words or view; it stands above any verb within it that may report too."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What was fitted: the weight of each feature, the words that can be cues, the thresholds.

    Weights are in hundredths: whole numbers add up to the same in any order.
    """

    bias: int
    features: Mapping[str, int]
    cues: frozenset[str]
    threshold: float
    quoted_threshold: float
    thing_threshold: float
    """For a noun without quoted words ("she blames a parasite")."""
    hopeless_word: int
    """A word that scores no more, whatever it reports, is not looked at."""
    hopeless_option: int
    """Nor is an option whose word and construction score no more."""
    most: Mapping[str, int]
    """What the speaker can add to the score of a word, at most, by the word's part of speech."""

    def threshold_of(self, reading: Reading, option: Option) -> float:
        """Return how likely an option must be."""
        if option.cue.lemma == "deny" and option.root.pos_ in _VERBAL | _NOUN:
            return _DENIED
        if reading.quoted_words(option.spans):
            return self.quoted_threshold
        return self.threshold if reading.parts[option.root.i] in _VERBAL else self.thing_threshold


@functools.cache
def weights() -> Weights:
    """Read the fitted weights (generator/lexicons/quote_weights.json)."""
    path = resources.files("generator").joinpath("lexicons/quote_weights.json")
    raw = json.loads(path.read_text(encoding="utf-8"))
    fitted = {name: round(100 * weight) for name, weight in raw["features"].items()}
    who = max([0, *(weight for name, weight in fitted.items() if name.startswith("who "))])
    most = {
        part: who
        + max(
            [0, *(fitted[name] for name in fitted if name.startswith("how ") and name.endswith(" " + part))]
        )
        for part in _CUE_POS
    }
    return Weights(
        round(100 * raw["bias"]),
        fitted,
        frozenset(raw["cues"]),
        raw["threshold"],
        raw["quoted_threshold"],
        raw["thing_threshold"],
        round(100 * raw["hopeless"]["word"]),
        round(100 * raw["hopeless"]["option"]),
        most,
    )


_IMPERSONAL = frozenset(("seem", "appear"))


def speaker_of(cue: Word) -> Found | None:
    """Return the speaker that a cue word names: a verb's subject, a noun's owner, whom "according to" names."""
    if cue.pos_ in _NOUN:
        return of_noun(cue)
    if cue.lemma_ == "accord" or cue.lower_ in ("according", "per"):
        for child in cue.children:
            if child.dep_ == "prep":
                for below in child.children:
                    if below.dep_ == "pobj":
                        return Found(below, "according to")
            if child.dep_ == "pobj":
                return Found(child, "according to")
        return after_to(cue)
    if cue.lemma in _IMPERSONAL:
        return None  # "the minister seems to waver": somebody says so, but not the minister
    found = subject(cue)
    if found is not None and is_dateline(found.head):
        return behind_dateline(cue, found.head)
    return found


def candidates(
    reading: Reading,
    words: frozenset[str],
    taken: Taken,
    hopeful: Callable[[Word], bool] | None = None,
    worth: Callable[[Word, Found | None], bool] | None = None,
) -> Iterator[tuple[Option, Found | None]]:
    """Yield all options of all words that may be cues and are not inside of direct speech.

    Args:
        reading: The article.
        words: The lemmas that may be cues.
        taken: Which words direct speech holds.
        hopeful: Says of a word whether to look for its speaker.
        worth: Says of a word and its speaker whether to look at its options.
    """
    for passage in reading.passages:
        for cue in reading.tokens[passage.first : passage.end]:
            if cue.lemma not in words or cue.pos_ not in _CUE_POS:
                continue
            i = cue.i
            if taken[i] or reading.quoted[i] >= 0:
                continue  # what quoted people report belongs to the quotation
            if hopeful is not None and not hopeful(cue):
                continue
            found = speaker_of(cue)
            if worth is not None and not worth(cue, found):
                continue
            if is_done(reading, cue, found) or _is_rejected(reading, cue) or is_avoided(cue):
                continue
            known = list(options(reading, cue))
            inverted = found is not None and found.how == "inverted"
            set_apart = inverted or reading.forms[i + 1 : i + 2] == [","]
            apart = around(reading, cue) if set_apart else ()
            goes_on = bool(apart) and _goes_on(reading, apart[-1])
            closing = closed_by(reading, cue)
            for option in chain(known, by_place(reading, cue, known), [closing] if closing else []):
                if apart and (
                    inverted or (option.name[0] == "^" and (goes_on or option.spans == apart[-1:]))
                ):
                    option = option._replace(spans=apart)  # the parser takes the words before for the subject
                if not option.spans or _is_empty(reading, option) or _of_a_noun(reading, option):
                    continue
                if taken.may_end(option.spans):
                    yield option, found


def _goes_on(reading: Reading, rest: tuple[int, int]) -> bool:
    """Say whether quoted words follow "and" or "but" behind the clause that says who speaks."""
    first, end = rest
    return reading.forms[first] in ("and", "but") and any(
        reading.quoted[i] >= 0 for i in range(first + 1, min(first + 3, end))
    )


def _is_rejected(reading: Reading, cue: Word) -> bool:
    """Say whether what looks like a verb of speech is the object of another: "Trust rejects claims it hid figures"."""
    if cue.tag_ != "VBZ" or cue.i == 0 or cue.lemma not in lexicon()["nouns"]:
        return False
    before = reading.forms[cue.i - 1].lower()
    return any(
        before.removesuffix(ending) in speech_verbs() for ending in ("s", "es") if before.endswith("s")
    )


def _of_a_noun(reading: Reading, option: Option) -> bool:
    """Say whether a that-clause hung on a verb belongs to a noun of speech before it.

    "brushing aside a warning from the minister that ...": the one who brushes it aside says nothing.
    """
    cue, first = option.cue, option.spans[0][0]
    if option.name != "ccomp" or cue.lemma in speech_verbs() or reading.tokens[first].lower_ != "that":
        return False
    return any(
        reading.tokens[i].pos_ == "NOUN" and reading.tokens[i].lemma_ in lexicon()["nouns"]
        for i in range(cue.i + 1, first)
    )


def _is_empty(reading: Reading, option: Option) -> bool:
    """Say whether a reader learns nothing of what is said: a pronoun alone, or what somebody talks about."""
    (first, end), *more = option.spans
    if option.cue.lemma in _TALKS and option.root.pos_ in _NOUN and not reading.quoted_words(option.spans):
        return True  # "spoke to the novelist about her new book"
    return not more and end - first == 1 and reading.parts[first] in ("PRON", "DET")


_TALKS = frozenset(("speak", "talk"))


def _tells(cue: Word) -> bool:
    """Say whether a clause hangs on a noun of speech ("the zoo's insistence that ..."): always worth a look.

    Such nouns are too rare in the annotated news for weights of their own.
    """
    return (
        cue.pos_ == "NOUN"
        and cue.lemma in lexicon()["nouns"]
        and any(child.dep_ in ("acl", "ccomp") and child.i > cue.i for child in cue.children)
    )


def probability(score: float) -> float:
    """Return the logistic function of a score."""
    return 1.0 / (1.0 + math.exp(-score)) if score > -30 else 0.0


Scored = tuple[float, Option, Found | None]
"""How likely it is that a word reports a part of its sentence, and who says it."""


def weigh_clauses(reading: Reading, taken: Taken) -> list[Scored]:
    """Find what may be indirect or mixed speech, beside the direct speech of an article.

    Args:
        reading: The article.
        taken: Which words direct speech holds.
    """
    fitted = weights()
    scored: list[Scored] = [(_HEADLINE, *headline) for headline in find_labelled(reading, taken)]
    lowest = min(fitted.threshold, fitted.quoted_threshold)
    scored += [(_SET_APART, *worded) for worded in find_worded(reading, taken)]
    # A longer reported clause that holds them is chosen before; they are then what its speaker tells of another.
    scored += [(lowest, *named) for named in find_termed(reading, taken)]
    # "Kroll condemned what she called 'a breach'" stays hers; what another is named for is not.
    termed = {
        option.cue.i: option.spans[-1][1]
        for _, option, found in scored
        if option.name == "termed" and found is not None and found.head.pos_ != "PRON"
    }
    weight = fitted.features.get
    base = 0

    def hopeful(cue: Word) -> bool:
        nonlocal base
        part = reading.parts[cue.i]
        base = fitted.bias + sum([weight(name, 0) for name in word_features(cue, part)])
        return base + fitted.most[part] > fitted.hopeless_word or _tells(cue)

    def worth(cue: Word, found: Found | None) -> bool:
        nonlocal base
        base += sum([weight(name, 0) for name in speaker_features(found, reading.parts[cue.i])])
        return base > fitted.hopeless_word or (found is not None and _tells(cue))

    for option, found in candidates(reading, fitted.cues, taken, hopeful, worth):
        if option.cue.i < option.root.i and option.spans[-1][1] <= termed.get(option.root.i, 0) + _TRAILING:
            continue  # "rejected what the mayor called 'a fairy tale'"
        score = base + sum([weight(name, 0) for name in construction_features(option)])
        if score <= fitted.hopeless_option and (found is None or not _tells(option.cue)):
            continue
        score += sum([weight(name, 0) for name in option_features(reading, option)])
        likely = probability(score / 100)
        if option.name == "closing" or (found is not None and found.how == "inverted"):
            # A verb within the words that are said loses to the one that says them.
            likely = max(likely, _SET_APART)
        if likely < _DENIED:
            continue
        if likely >= fitted.threshold_of(reading, option):
            scored.append((likely, option, found))
    return scored


def choose(reading: Reading, scored: Sequence[Scored], taken: Taken) -> list[Draft]:
    """Take the likeliest options that share no words: nothing is reported twice, no cue lies in what is reported.

    Args:
        reading: The article.
        scored: The options that are likely enough, with their likelihood and speaker.
        taken: Which words direct speech holds; what is chosen here is added.
    """
    used: set[int] = set()
    drafts = []
    scored = sorted(scored, key=lambda entry: (-entry[0], entry[1].cue.i, entry[1].spans))
    for likely, option, found in scored:
        if option.cue.i in used or taken[option.cue.i]:
            continue
        inside = [i for first, end in option.spans for i in range(first, end)]
        if not used.isdisjoint(inside) or not taken.take(option.spans, likely):
            continue
        used.add(option.cue.i)
        spans = list(without_reaction(reading, option.spans))
        barrier = frozenset(inside) | {option.cue.i}
        if option.name == "termed":
            barrier |= {option.cue.left_edge.i}  # its "what"
        speaker = phrase(found.head, barrier) if found and found.head.i not in barrier else None
        drafts.append(
            Draft(
                spans,
                kind_of(reading, option.spans),
                option.cue,
                speaker,
                found.how if found and speaker else "none",
                sorted({reading.quoted[i] for i in inside if reading.quoted[i] >= 0}),
                option.root.pos_ in _VERBAL or reading.quoted_words(option.spans) > 0,
                found.head.i if found and speaker else None,
            )
        )
    return drafts


def kind_of(reading: Reading, spans: tuple[tuple[int, int], ...]) -> str:
    """Say whether all, some or none of the words are quoted."""
    if not reading.quoted_words(spans):
        return "indirect"
    words = [reading.quoted[i] >= 0 for first, end in spans for i in reading.words(range(first, end))]
    if not any(words):
        return "indirect"
    return "direct" if all(words) else "mixed"
