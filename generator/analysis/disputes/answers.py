"""Whom a denial without an addressee answers, and what is said in the quarrel before and after."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import yaml
from spacy.tokens import Doc

from generator.analysis.disputes.arguments import copular_subjects, logical_objects
from generator.analysis.disputes.camps import Camps
from generator.analysis.disputes.issue import CLAIMS
from generator.analysis.disputes.stance import Stance
from generator.analysis.disputes.syntax import Word
from generator.analysis.disputes.voices import Voices
from generator.analysis.disputes.weights import probability
from generator.analysis.quotes.cues import lexicon as cues
from generator.model import QuoteAct, Span

REACH = 8
"""Sentences back in which the charge that a denial answers is looked for; any number if one alone accuses."""
NEAR = 2
"""Sentences back in which another's words are what a denial answers, where nobody is charged."""
AROUND = 4
"""Sentences to either side in which an opponent is near."""
CHARGE = 0.3
"""The least probability of a charge that can be answered."""
POINTING = frozenset("this that it them these those so".split())


@cache
def lexicon() -> Mapping[str, frozenset[str]]:
    """Read answers.yml: class to words (once a process)."""
    text = files("generator").joinpath("lexicons/answers.yml").read_text(encoding="utf-8")
    raw: dict[str, list[str]] = yaml.safe_load(text)
    return {name: frozenset(word for line in lines for word in line.split()) for name, lines in raw.items()}


@dataclass(frozen=True, slots=True)
class Speech:
    """What somebody says in a sentence."""

    place: int
    """Number of the sentence."""
    speaker: str
    about: tuple[str, ...]
    act: QuoteAct
    cue: str
    """The word that reports it, in lower case; empty where there is none."""


def find_speeches(doc: Doc, words: Sequence[Word], spans: Sequence[Span], voices: Voices) -> list[Speech]:
    """Return who says something in each sentence, in the order of the text; a long quotation spans several.

    Who speaks of a thing ("the study") speaks of whoever is behind it.
    """
    made = [
        (token.idx, voices.authors[token.lemma])
        for token in words
        if token.lemma in voices.authors
        and token.pos_ == "NOUN"
        and any(child.lower_ in ("the", "this", "that", "these", "those") for child in token.children)
    ]
    starts, ends = [span.start for span in spans], [span.end for span in spans]
    found = []
    text = doc._.source or doc.text
    for quote in doc._.quotes:
        if quote.speaker is None or quote.speaker.actor is None:
            continue
        cue = quote.cue.of(text).lower() if quote.cue else ""
        speaker = quote.speaker.actor
        behind = [
            actor
            for start, actor in made
            if actor != speaker and any(part.start <= start < part.end for part in quote.spans)
        ]
        about = tuple(dict.fromkeys([*quote.about, *behind]))
        first, end = quote.spans[0].start, quote.spans[-1].end
        for place in range(bisect_right(ends, first), bisect_left(starts, end)):
            if any(part.overlaps(spans[place]) for part in quote.spans):
                found.append(Speech(place, speaker, about, quote.act, cue))
    return sorted(found, key=lambda speech: speech.place)


OPENED = frozenset({"accusation", "criticism", "threat", "lawsuit", "protest", "rejection", "denial"})
"""Classes whose words, without an addressee, are meant for the one opponent whom the speaker has nearby."""

OWNED = frozenset({"who by self", "who owner self", "who from self"})
"""Places in which a noun of an act names whose it is."""
OPENLY = frozenset({"who subject self", "who subject appos", "who speaker"})
"""Places in which it is beyond doubt who is against."""


def answer(
    stances: Sequence[Stance], places: Sequence[int], speeches: Sequence[Speech], camps: Camps
) -> list[Stance]:
    """Give each denial without an addressee the one whose charge or claim it meets.

    The latest charge against the one who denies (or against his body) counts; where there is none, whoever spoke
    last before.

    Args:
        stances: In the order of the text.
        places: The number of the sentence of each stance.
        speeches: What is said, in the order of the text.
        camps: Who speaks for whom.
    """
    answered = []
    for at, stance in zip(places, stances, strict=True):
        if stance.target is None and _meets_a_claim(stance):
            charged = _charged_by(stance, at, stances, places, camps)
            accuser = charged or _spoke_before(stance, at, speeches, camps, NEAR)
            if _points_back(stance, POINTING):  # "objected to that": to what was said right before
                accuser = _spoke_before(stance, at, speeches, camps, 1) or accuser
            if accuser is not None:
                stance = _against(stance, accuser, "whom answered")
        answered.append(stance)
    return [
        _against(stance, opponent, "whom near")
        if stance.target is None
        and _is_open(stance)
        and (opponent := _only_opponent(stance.source, at, answered, places, camps)) is not None
        else stance
        for at, stance in zip(places, answered, strict=True)
    ]


def _is_open(stance: Stance) -> bool:
    """Say whether words without an addressee are meant for an opponent: who says them is beyond doubt."""
    kind, features = stance.match.predicate.kind, set(stance.features)
    if kind == "reproach":
        return "who speaker" in features
    if stance.match.predicate.pos == "noun":  # "allegations by the union"
        return kind in ("accusation", "criticism", "protest") and bool(OWNED & features)
    return kind in OPENED and stance.match.predicate.pos == "verb" and bool(OPENLY & features)


def _against(stance: Stance, target: str, way: str) -> Stance:
    features = (*(f for f in stance.features if f != "whom nobody"), way)
    return replace(stance, target=target, features=features)


def _only_opponent(
    source: str, at: int, stances: Sequence[Stance], places: Sequence[int], camps: Camps
) -> str | None:
    """Return the one with whom an actor is at odds in the sentences around, if it is one camp alone."""
    near: dict[str, str] = {}
    for place, other in zip(places, stances, strict=True):
        if other.target is None or abs(place - at) > AROUND or other.match.predicate.kind == "support":
            continue
        if camps.one(other.source, other.target) or probability(other.features) < CHARGE:
            continue
        if camps.one(other.source, source):
            near.setdefault(camps.of(other.target), other.target)
        elif camps.one(other.target, source):
            near.setdefault(camps.of(other.source), other.source)
    return next(iter(near.values())) if len(near) == 1 else None


def _meets_a_claim(stance: Stance) -> bool:
    """Say whether a stance is against what somebody said: "denied it", "said that was untrue"."""
    token, kind = stance.match.token, stance.match.predicate.kind
    if kind == "denial":
        return True
    if kind == "rejection":
        met = logical_objects(token) if stance.match.predicate.pos == "verb" else []
        return not met or any(_is_claim(word) for word in met)
    if kind == "reproach" and token.lemma in lexicon()["untrue"]:
        return any(_is_claim(word) for word in copular_subjects(token))
    return False


def _is_claim(word: Word) -> bool:
    lemma = word.lemma
    return word.lower_ in POINTING or lemma in CLAIMS or lemma in cues()["nouns"]


def _charged_by(
    stance: Stance, at: int, stances: Sequence[Stance], places: Sequence[int], camps: Camps
) -> str | None:
    charges = [
        (abs(at - place), -place, other.source, at - place <= REACH)
        for place, other in zip(places, stances, strict=True)
        if other.target is not None
        and camps.one(other.target, stance.source)
        and not camps.one(other.source, stance.source)
        and other.match.predicate.kind != "support"
        and at - place >= -1
        and probability(other.features) >= CHARGE
    ]
    if not charges or (not min(charges)[3] and len({camps.of(charge[2]) for charge in charges}) > 1):
        return None
    return min(charges)[2]


def _spoke_before(stance: Stance, at: int, speeches: Sequence[Speech], camps: Camps, back: int) -> str | None:
    for speech in reversed(speeches):
        if not at - back <= speech.place < at or camps.one(speech.speaker, stance.source):
            continue
        # "Brugg said this was false": what was said right before, or shortly before of the one who denies.
        if _points_back(stance) and (speech.place == at - 1 or _speaks_of(speech, stance.source, camps)):
            return None if speech.act == "refusal" else speech.speaker
    return None


def _points_back(stance: Stance, words: frozenset[str] = frozenset()) -> bool:
    """Say whether what is denied is "that" or "the claim"; with words given, whether it is one of them."""
    token = stance.match.token
    met = [
        *logical_objects(token),
        *(copular_subjects(token) if stance.match.predicate.pos != "verb" else ()),
    ]
    met += [word for child in token.children if child.lower_ == "to" for word in child.children]
    return any(word.lower_ in words if words else _is_claim(word) for word in met)


def met_claims(
    answered: Sequence[Stance], places: Sequence[int], speeches: Sequence[Speech], camps: Camps
) -> Iterator[tuple[Stance, Speech]]:
    """Yield each denial with the claim that it meets, where the claim is about the one who denies.

    "The union said Brugg had closed every plant. Brugg said this was false.": the union's words are a charge.
    """
    for at, stance in zip(places, answered, strict=True):
        if "whom answered" not in stance.features or stance.target is None:
            continue
        for speech in reversed(speeches):
            near = at - NEAR <= speech.place < at
            if near and speech.speaker == stance.target and _speaks_of(speech, stance.source, camps):
                yield stance, speech
                break


def _speaks_of(speech: Speech, actor: str, camps: Camps) -> bool:
    return any(camps.one(about, actor) for about in speech.about)
