"""Pronouns: whom "he", "her" and "they" stand for, by gender, number, syntax, place and speech.

The weights follow the order of Lappin and Leass (1994): what is near, what is subject, what is much spoken of.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.analysis.actors.columns import Columns
from generator.analysis.actors.found import Found
from generator.analysis.kinds import Guess
from generator.analysis.world import nouns
from generator.model import Quote, Span

if TYPE_CHECKING:
    from generator.analysis.actors.coreference import Entity

_MALE = frozenset(("he", "him", "his", "himself"))
_FEMALE = frozenset(("she", "her", "hers", "herself"))
_THEY = frozenset(("they", "them", "their", "theirs", "themselves", "themself", "'em"))
_IT = frozenset(("it", "its", "itself"))
_FIRST = frozenset(("i", "me", "my", "mine", "myself"))
_REFLEXIVE = frozenset(("himself", "herself", "themselves", "themself", "itself"))
_POSSESSIVE = frozenset(("his", "her", "their", "its"))
_WINDOW = 5
"""Sentences back in which an antecedent is looked for."""
_MARKS = frozenset("\"'“”‘’«»„‚") | {"``", "''"}
_BREAKS = frozenset((";", ":"))
_FAR = 15
"""Sentences back if nobody of that gender is nearer (long answers in an interview)."""


def resolve_pronouns(
    cols: Columns, found: list[Found], entities: list[Entity], quotes: tuple[Quote, ...]
) -> dict[int, int]:
    """Add each pronoun to the actor that it stands for, where one fits.

    Returns:
        For each pronoun that stands for a description of somebody without a name, the index of the description.
    """
    described: dict[int, int] = {}
    owner: dict[int, Entity] = {i: e for e in entities for i in e.mentions}
    speech = Speech(cols, found, quotes)
    counts: dict[int, int] = {}
    trail: list[tuple[int, Entity | int]] = []
    for i, mention in enumerate(found):
        if mention.form == "pronoun":
            word = mention.words[0]
            entity: Entity | None = None
            best: Entity | int | None = None
            if word in _FIRST:
                speaker = speech.speaker(mention)
                entity = owner.get(speaker) if speaker is not None else None
            elif word in _MALE or word in _FEMALE:
                best = _best(cols, found, trail, counts, owner, i, speech)
                entity = None if isinstance(best, int) else best
            if isinstance(best, int) and _is_plain(cols, found[best], mention, speech):
                described[i] = best
            if entity is None:
                continue
            if entity.kind == "person" and entity.gender is None and word in _MALE | _FEMALE:
                entity.gender = "m" if word in _MALE else "f"
            owner[i] = entity
            entity.mentions.append(i)
        known = owner.get(i)
        if known is not None:
            trail.append((i, known))
            counts[known.number] = counts.get(known.number, 0) + 1
        elif mention.form == "nominal" and mention.kind == "person" and not mention.plural:
            trail.append((i, i))
    for i, mention in enumerate(found):
        # "My hands are clean," she said: whom "she" stands for was not yet known.
        if mention.form == "pronoun" and i not in owner and mention.words[0] in _FIRST:
            speaker = speech.speaker(mention)
            if speaker is not None and speaker > i and speaker in owner and owner[speaker].kind == "person":
                owner[speaker].mentions.append(i)
    for entity in entities:
        entity.mentions.sort()
    return described


def _best(
    cols: Columns,
    found: list[Found],
    trail: list[tuple[int, Entity | int]],
    counts: dict[int, int],
    owner: dict[int, Entity],
    i: int,
    speech: Speech,
) -> Entity | int | None:
    mention = found[i]
    word = mention.words[0]
    gender = "m" if word in _MALE else "f"
    asked = _who_is_asked(cols, found, owner, i, gender)
    if asked is not None:
        return asked
    here = cols.sentence[mention.first]
    speaker = speech.speaker(mention)
    # "Mr. Kroll has my questions," he said, and "Kroll, he said, had signed": he is not Kroll.
    spoken_of = {owner[j].number for j in speech.named(i) if j in owner}
    best: tuple[float, Entity | int] | None = None
    scores: dict[int, tuple[float, Entity | int]] = {}
    for j, referent in reversed(trail):
        other = found[j]
        distance = here - cols.sentence[other.first]
        if distance > _WINDOW and (scores or distance > _FAR):
            break
        kind: Guess
        told: str | None
        entity: Entity | None
        if isinstance(referent, int):
            kind, told, number, entity = "person", _noun_gender(cols, other), -1 - referent, None
        else:
            kind, told, number, entity = referent.kind, referent.gender, referent.number, referent
        if kind != "person" or told not in (None, gender) or number in spoken_of:
            continue
        if speaker is not None and owner.get(speaker) is entity and entity is not None:
            continue
        if other.end > mention.start or _bound(cols, other, mention, word):
            continue
        score = 10.0 - 3.0 * distance
        dep = _place(cols, other.head)
        if dep in ("nsubj", "nsubjpass"):
            score += 3.0
            if cols.dep[cols.head[other.head]] == "ROOT":
                score += 1.0
        elif dep in ("pobj", "poss", "compound"):
            score -= 1.0
        if told == gender:
            score += 2.0
        if _is_asked(cols, other, mention):
            score += 6.0
        if word in _REFLEXIVE and cols.head[other.head] == cols.head[mention.head]:
            score += 6.0
        if other.form == "nominal" and entity is None:
            score -= 2.0
        score += min(counts.get(number, 0), 8) * 0.5
        if number not in scores or scores[number][0] < score:
            scores[number] = (score, referent)
    for value in scores.values():
        if best is None or value[0] > best[0]:
            best = value
    return best[1] if best else None


def _who_is_asked(
    cols: Columns, found: list[Found], owner: dict[int, Entity], i: int, gender: str
) -> Entity | None:
    """Return who is asked at the head of a sentence and named behind: "Asked if he would resign, Roth laughed"."""
    first = found[i].first
    while first and cols.sentence[first - 1] == cols.sentence[found[i].first]:
        first -= 1
    if cols.text[first] != "Asked" or cols.dep[found[i].head] not in ("nsubj", "nsubjpass"):
        return None
    for j in range(i + 1, min(i + _NEXT, len(found))):
        entity = owner.get(j)
        subject = cols.dep[found[j].head] == "nsubj" and cols.head[found[j].head] == cols.head[first]
        if subject and cols.sentence[found[j].first] == cols.sentence[first]:
            fits = entity is not None and entity.kind == "person" and entity.gender in (None, gender)
            return entity if fits else None
    return None


_NEXT = 8
"""Mentions behind a pronoun among which the subject of its sentence is looked for."""
_ASKING = frozenset(("ask", "asks", "asked", "asking", "pressed", "questioned", "reminded", "reminding"))
_STEPS = 4
"""Verbs on the way up from a pronoun to the question in which it may stand."""


def _is_asked(cols: Columns, other: Found, mention: Found) -> bool:
    """Say whether a pronoun is the subject of what somebody is asked: "asked Roth why he had left" is Roth."""
    verb = cols.head[other.head]
    if cols.dep[other.head] not in ("dobj", "dative") or cols.text[verb].lower() not in _ASKING:
        return False
    if cols.dep[mention.head] not in ("nsubj", "nsubjpass", "poss"):
        return False
    at = mention.head
    for _ in range(_STEPS):
        at = cols.head[at]
        if at == verb:
            return True
    return False


def _is_plain(cols: Columns, described: Found, pronoun: Found, speech: Speech) -> bool:
    """Say whether a pronoun surely stands for somebody unnamed: the subject of its own sentence or the one before."""
    near = cols.sentence[pronoun.first] - cols.sentence[described.first] <= 1
    subject = cols.dep[described.head] in ("nsubj", "nsubjpass")
    return near and subject and speech.speaker(pronoun) is None and speech.speaker(described) is None


def _place(cols: Columns, token: int) -> str:
    """Return what a mention is in its clause; an apposition is what it stands beside ("The mayor, Ann Roe, left")."""
    if cols.dep[token] == "appos" and cols.head[token] != token:
        return cols.dep[cols.head[token]]
    return cols.dep[token]


def _bound(cols: Columns, other: Found, mention: Found, word: str) -> bool:
    """Say whether syntax forbids it: "he saw him" are two, "he saw himself" is one."""
    if cols.sentence[other.first] != cols.sentence[mention.first]:
        return word in _REFLEXIVE
    if word in _REFLEXIVE or cols.dep[mention.head] == "poss":
        return False
    if cols.dep[other.head] not in ("nsubj", "nsubjpass", "dobj", "dative"):
        return False
    verb = cols.head[other.head]
    head = cols.head[mention.head]
    if cols.dep[mention.head] == "pobj":
        head = cols.head[head]
    return head == verb


def _noun_gender(cols: Columns, mention: Found) -> str | None:
    word = cols.text[mention.head].lower()
    if word in nouns().female:
        return "f"
    return "m" if word in nouns().male else None


class Speech:
    """Who speaks where."""

    def __init__(self, cols: Columns, found: Sequence[Found], quotes: Sequence[Quote]) -> None:
        self._spans: list[tuple[int, int, int | None]] = []
        self._named: dict[int, list[int]] = {}
        starts = [mention.start for mention in found]
        for quote in quotes:
            who: int | None = None
            if quote.speaker is not None:
                at = bisect_left(starts, quote.speaker.start)
                inside = [
                    j
                    for j in range(at, min(at + 8, len(found)))
                    if found[j].end <= quote.speaker.end and found[j].start >= quote.speaker.start
                ]
                named = [j for j in inside if found[j].form == "name" and found[j].kind == "person"]
                who = next(iter(named or inside), None)
            if who is not None and (quote.kind == "direct" or len(quote.spans) > 1):
                speaker = found[who].first
                self._named[who] = [
                    j
                    for span in quote.spans
                    for j in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
                    if found[j].form == "name"
                    # "Brandt called it untrue; he had applied, he said": what stands before may be no words of his.
                    and (quote.kind == "direct" or _BREAKS.isdisjoint(cols.text[found[j].first : speaker]))
                ]
            if quote.kind == "direct":
                self._spans.extend((span.start, span.end, who) for span in quote.spans)
            elif quote.kind == "mixed":
                # Of "that he had learned of it “with everybody else”" only the end is in his own words.
                self._spans.extend((*marked, who) for span in quote.spans if (marked := _marked(cols, span)))
        self._spans.sort(key=lambda span: span[:2])
        self._starts = [span[0] for span in self._spans]

    def named(self, i: int) -> Sequence[int]:
        """Return the mentions by name in what the mention with this index says."""
        return self._named.get(i, ())

    def speaker(self, mention: Found) -> int | None:
        """Return the mention that speaks the words in which this one stands."""
        at = bisect_left(self._starts, mention.start + 1) - 1
        if at >= 0 and self._spans[at][1] >= mention.end:
            return self._spans[at][2]
        return None


def _marked(cols: Columns, span: Span) -> tuple[int, int] | None:
    """Return the characters from the first quotation mark in a span to the last one."""
    first, last = bisect_left(cols.start, span.start), bisect_left(cols.start, span.end)
    marks = [i for i in range(first, last) if cols.text[i] in _MARKS]
    return (cols.start[marks[0]], cols.end(marks[-1])) if marks else None
