"""Whom "it" and "they" stand for, where the article makes it sure enough.

Each noun before a pronoun is a candidate, whether an actor or not: "it" is a plan or a law more often than a company.
The candidates are weighed by number, place, part of the sentence and what the pronoun does; the weights are in
antecedent_weights.csv, fitted by tools/fit_antecedents.py. Only a candidate that is sure, and an actor, is taken.
"""

from __future__ import annotations

import csv
import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from generator.analysis.actors.columns import Columns
from generator.analysis.actors.found import Found
from generator.analysis.actors.pronouns import Speech
from generator.analysis.actors.telling import lists
from generator.analysis.kinds import of_noun
from generator.analysis.world import nouns
from generator.model import Quote

if TYPE_CHECKING:
    from generator.analysis.actors.coreference import Entity

IT = frozenset(("it", "its", "itself"))
THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
ACTORS = ("organization", "country", "group")
WE = frozenset(("we", "us", "our", "ours", "ourselves"))
SURE = 0.7
"""The least probability of an antecedent that is taken."""
SURE_SPEAKER = 0.6
"""... where the pronoun speaks or decides, which few things do."""
SURE_OWNER = 0.5
"""... or has people ("its secretary")."""
SURER = 0.85
"""... and within a quotation, where people speak of what the article has not named."""
WINDOW = 2
"""Sentences back in which candidates are looked for."""
MOST = 24
"""Candidates of one pronoun; those farther away are never taken."""
NOBODY = -1
_UNKNOWN = ""
"""Kind of a noun that nobody has asked about yet."""
_SUBJECT = ("nsubj", "nsubjpass")
_OBJECT = ("dobj", "dative")
_NO_ANTECEDENT = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where something is spoken of to which a pronoun may refer."""

    head: int
    who: int
    """The number of its actor; for a thing a negative number of its own."""
    kind: str
    """The kind of the actor, or what the noun stands for; "thing" where nothing is known."""
    form: str
    """name, nominal, pronoun; for things "noun"."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate, by the place where it is spoken of last, and what speaks for it."""

    who: int
    spot: Spot | None
    features: tuple[str, ...]


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """Read the weights of the features, for either sort of pronoun."""
    text = (resources.files("generator") / "lexicons" / "antecedent_weights.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    found: dict[str, dict[str, float]] = {"it": {}, "they": {}}
    for row in rows:
        for pronoun in found:
            found[pronoun][row["feature"]] = float(row[pronoun])
    return found


class Scene:
    """What an article speaks of, in the order of the text, for one sort of pronoun."""

    def __init__(
        self,
        cols: Columns,
        found: Sequence[Found],
        entities: Sequence[Entity],
        quotes: Sequence[Quote],
        nominals: Sequence[int],
        plural: bool,
    ) -> None:
        self.cols, self.plural = cols, plural
        self._quotes = sorted((s.start, s.end) for q in quotes if q.kind != "indirect" for s in q.spans)
        self._starts = [start for start, _ in self._quotes]
        spots: dict[int, Spot] = {}
        taken: set[int] = set()
        for entity in entities:
            for i in entity.mentions:
                mention = found[i]
                taken.update(range(mention.first, mention.last))
                if mention.form != "pronoun" and self._fits(entity, mention):
                    if cols.dep[mention.head] in ("compound", "amod", "nmod"):
                        continue
                    spots[mention.head] = Spot(
                        mention.head, entity.number, entity.kind or "thing", mention.form
                    )
        for token in nominals:
            if token not in taken and self._is_noun(token):
                spots[token] = Spot(token, -2 - token, _UNKNOWN, "noun")
        self.spots = [spots[head] for head in sorted(spots)]
        self._heads = [spot.head for spot in self.spots]
        self.counts: dict[int, int] = {}

    def _fits(self, entity: Entity, mention: Found) -> bool:
        if self.plural:
            group = entity.kind == "group" or entity.plural or mention.plural
            return group or entity.kind == "organization"
        return entity.kind != "person" and not (entity.plural and not entity.named)

    def _is_noun(self, token: int) -> bool:
        cols = self.cols
        if cols.block[token] < 0 or cols.pos[token] not in ("NOUN", "PROPN"):
            return False
        if (
            cols.dep[token] in ("compound", "nmod", "amod", "npadvmod", "det")
            or cols.entity[token] in _NO_ANTECEDENT
        ):
            return False
        if self.plural:
            return cols.tag[token] in ("NNS", "NNPS") or cols.text[token].lower() in lists().collective
        if cols.tag[token] not in ("NN", "NNP"):
            return False
        return cols.entity[token] != "PERSON" and of_noun(cols.text[token]) != "person"

    def add(self, spot: Spot) -> None:
        """Note a pronoun that has been given to somebody or something."""
        at = bisect_right(self._heads, spot.head)
        self._heads.insert(at, spot.head)
        self.spots.insert(at, spot)

    def choices(self, token: int) -> list[Choice]:
        """Return the candidates for a pronoun, nearest first, and the possibility that it is none of them."""
        cols = self.cols
        here = cols.sentence[token]
        at = bisect_right(self._heads, token - 1)
        near: dict[int, Spot] = {}
        counts: dict[int, int] = {}
        for n in range(at - 1, max(-1, at - 1 - 3 * MOST), -1):
            spot = self.spots[n]
            if here - cols.sentence[spot.head] > WINDOW:
                break
            counts[spot.who] = counts.get(spot.who, 0) + 1
            if spot.who not in near and len(near) < MOST and not self._excluded(spot, token):
                near[spot.who] = spot
        found = [
            Choice(who, spot, tuple(self._features(spot, token, rank, counts[who])))
            for rank, (who, spot) in enumerate(near.items())
        ]
        return [*found, Choice(NOBODY, None, tuple(self._none(token, len(found))))]

    def _excluded(self, spot: Spot, token: int) -> bool:
        """Say whether syntax forbids it: the other argument of the same verb, or a noun that the pronoun stands in."""
        cols = self.cols
        if cols.dep[token] == "poss":
            return cols.head[token] == spot.head
        verb = cols.head[token]
        if cols.dep[token] == "pobj":
            verb = cols.head[verb]
        return cols.head[spot.head] == verb and cols.dep[spot.head] in (*_SUBJECT, *_OBJECT)

    def _features(self, spot: Spot, token: int, rank: int, count: int) -> Iterator[str]:
        cols = self.cols
        distance = cols.sentence[token] - cols.sentence[spot.head]
        role, own = _role(cols, spot.head), _role(cols, token)
        kind = self._kind(spot)
        agent = kind in ("organization", "country", "group")
        yield f"sentences {distance}"
        yield f"rank {min(rank, 4)}"
        yield f"is {role}"
        yield f"kind {kind}"
        yield f"form {spot.form}"
        yield f"count {min(count, 3)}"
        if role == own:
            yield f"both {role}"
        if distance == 0:
            yield "close" if token - spot.head <= 6 else "same sentence far"
        if own == "subject":
            does = _does(cols, cols.head[token])
            yield f"{does} {'agent' if agent else kind}"
            if (
                cols.dep[cols.head[token]] in ("ccomp", "advcl")
                and cols.head[spot.head] == cols.head[cols.head[token]]
            ):
                yield f"clause of its verb {role}"
                if role == "subject" and _does(cols, cols.head[spot.head]) == "speaks":
                    yield "reports itself"
        if own == "owner":
            owned = of_noun(cols.text[cols.head[token]])
            yield f"owns {owned or 'thing'} {'agent' if agent else kind}"
            if role == "subject" and distance == 0 and cols.head[spot.head] == _verb(cols, token):
                yield "owner in the clause of its subject"
        if self.inside(spot.head) != self.inside(token):
            yield "other speech"
        if spot.head and cols.text[spot.head - 1].lower() in ("a", "an") and spot.form == "noun":
            yield "indefinite"
        if (
            cols.begins[spot.head]
            or spot.head == 0
            or cols.sentence[spot.head - 1] != cols.sentence[spot.head]
        ):
            yield "opens"

    def _kind(self, spot: Spot) -> str:
        if spot.kind != _UNKNOWN:
            return spot.kind
        word = self.cols.text[spot.head].lower()
        return "publication" if word in nouns().publication else of_noun(word) or "thing"

    def _none(self, token: int, candidates: int) -> Iterator[str]:
        cols = self.cols
        yield "none"
        yield f"none {_role(cols, token)}"
        yield f"none of {min(candidates, 3)}"
        if _role(cols, token) == "subject":
            yield f"none {_does(cols, cols.head[token])}"
        if not self.plural and cols.text[token].lower() == "it" and _is_empty(cols, token):
            yield "none empty it"

    def inside(self, token: int) -> int:
        """Return the number of the direct quotation in which a token stands, or -1."""
        position = self.cols.start[token]
        at = bisect_right(self._starts, position) - 1
        return at if at >= 0 and position < self._quotes[at][1] else -1


def _role(cols: Columns, token: int) -> str:
    for _ in range(3):
        if cols.dep[token] not in ("conj", "appos"):
            break
        token = cols.head[token]
    dep = cols.dep[token]
    if dep in _SUBJECT:
        return "subject"
    if dep in _OBJECT:
        return "object"
    return {"pobj": "prepositional", "poss": "owner"}.get(dep, "other")


def _verb(cols: Columns, token: int) -> int:
    for _ in range(5):
        token = cols.head[token]
        if cols.pos[token] in ("VERB", "AUX"):
            break
    return token


def _does(cols: Columns, verb: int) -> str:
    """Say what a verb lets its subject do: speak or decide as only people do, be something, or anything else."""
    word = cols.text[verb].lower()
    if word in lists().speaks:
        return "speaks"
    return "is" if cols.pos[verb] == "AUX" else "acts"


def _is_empty(cols: Columns, token: int) -> bool:
    """Say whether an "it" stands for nothing: "it is clear that", "it seems", "it takes"."""
    verb = cols.head[token]
    word = cols.text[verb].lower()
    if word in (
        "seems",
        "seemed",
        "appears",
        "appeared",
        "turns",
        "turned",
        "takes",
        "took",
        "rained",
        "snowed",
    ):
        return True
    if cols.pos[verb] != "AUX":
        return False
    return any(
        cols.text[t].lower() in ("that", "to", "whether", "how", "why", "who")
        for t in range(verb + 1, verb + 6)
        if t < len(cols.text)
    )


def probabilities(choices: Sequence[Choice], weight: Mapping[str, float]) -> list[float]:
    """Return how probable each choice is; they add up to 1."""
    scores = [sum(weight.get(feature, 0.0) for feature in choice.features) for choice in choices]
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def scenes(
    cols: Columns, found: Sequence[Found], entities: Sequence[Entity], quotes: Sequence[Quote]
) -> Iterator[tuple[str, Scene, list[int]]]:
    """Yield the pronouns of either sort ("it", "they") with what they may stand for."""
    nominals = [t for t, pos in enumerate(cols.pos) if pos in ("NOUN", "PROPN") and cols.block[t] >= 0]
    for sort, words in (("it", IT), ("they", THEY)):
        pronouns = [i for i, m in enumerate(found) if m.form == "pronoun" and m.words[0] in words]
        if pronouns:
            yield sort, Scene(cols, found, entities, quotes, nominals, sort == "they"), pronouns


def resolve(
    cols: Columns, found: Sequence[Found], entities: Sequence[Entity], quotes: Sequence[Quote]
) -> None:
    """Give each "it" and "they" to the actor that it surely stands for."""
    by_number = {entity.number: entity for entity in entities}
    for sort, scene, pronouns in scenes(cols, found, entities, quotes):
        weight = weights()[sort]
        for i in pronouns:
            choices = scene.choices(found[i].head)
            sure = probabilities(choices, weight)
            best = max(range(len(choices)), key=lambda n: sure[n])
            choice = choices[best]
            if choice.spot is None:
                continue
            scene.add(Spot(found[i].head, choice.who, choice.spot.kind, "pronoun"))
            spoken = "other speech" in choice.features or scene.inside(found[i].head) >= 0
            enough = SURER if spoken else _enough(choice)
            if choice.who >= 0 and choice.spot.kind in ACTORS and sure[best] >= enough:
                by_number[choice.who].mentions.append(i)
    _speak_together(cols, found, entities, quotes)
    for entity in entities:
        entity.mentions.sort()


def _enough(choice: Choice) -> float:
    """Return how sure a choice must be: only bodies speak, and only bodies have secretaries and leaders."""
    if "speaks agent" in choice.features:
        return SURE_SPEAKER
    return SURE_OWNER if "owns person agent" in choice.features else SURE


def _speak_together(
    cols: Columns, found: Sequence[Found], entities: Sequence[Entity], quotes: Sequence[Quote]
) -> None:
    """Give "we" in a quotation to the body or group that speaks; a person's "we" may be anybody's."""
    said = Speech(cols, found, quotes)
    owner = {i: entity for entity in entities if entity.kind in ACTORS for i in entity.mentions}
    for i, mention in enumerate(found):
        if mention.form == "pronoun" and mention.words[0] in WE:
            speaker = said.speaker(mention)
            if speaker in owner and i not in owner:
                owner[speaker].mentions.append(i)
