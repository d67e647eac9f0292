"""Who is behind a thing: the plan's author, the ruling's judge, the strike's union."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from spacy.tokens import Doc

from generator.analysis.disputes.clauses import is_passive, logical_objects, subjects
from generator.analysis.disputes.modality import is_negated
from generator.analysis.disputes.voices import Voices, holders
from generator.analysis.syntax import Word

OWNING = frozenset({"owner", "by", "from"})
"""Ways by which a noun phrase says whose a thing is ("Smith's plan", "the plan by Smith")."""
NAMED = frozenset({"self", "appos"})
"""Ways by which a noun phrase names somebody itself."""
JUDGES = frozenset({"judge", "magistrate", "justice", "tribunal", "jury"})
BACKED = 0.5
"""What backing a thing counts beside making it."""
CLEARLY = 2.0
"""How much more the first must be behind "the decision" than the second: it may be any deed."""
BILATERAL = frozenset({"contract", "clause", "provision", "deal", "agreement"})
"""What is signed by both sides."""
SURE = 1.0
"""What must be counted for somebody to be behind a thing by its own name."""


@dataclass(frozen=True, slots=True)
class Things:
    """The lexicon: nouns for things, and the verbs that say who is behind them."""

    groups: Mapping[str, tuple[int, ...]]
    """Noun to the numbers of its groups."""
    sites: frozenset[str]
    """Nouns for what is built."""
    weight: Mapping[str, float]
    """Verb to how much its subject is behind its object."""
    called: frozenset[str]
    """Verbs whose agent, in the passive, is behind it: "a strike called by the union"."""
    deeds: Mapping[str, tuple[str, ...]]
    """Verb to the nouns for what it does."""
    needs: Mapping[str, frozenset[str]]
    """Verb to the words of which one must hang on it for it to be that deed."""
    acts: tuple[str, ...]
    """Nouns for whatever somebody does."""
    words: frozenset[str]
    """All words that tell of a thing."""


@cache
def lexicon() -> Things:
    """Read things.yml (once a process)."""
    text = files("generator").joinpath("lexicons/things.yml").read_text(encoding="utf-8")
    raw: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    deeds: dict[str, list[str]] = {}
    for noun, verbs in raw["deeds"].items():
        for verb in verbs:
            deeds.setdefault(verb, []).append(noun)
    groups: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate([*raw["groups"], f"{raw['sites']} {raw['ventures']}"]):
        for noun in line.split():
            groups[noun] = (*groups.get(noun, ()), number)
    weight = dict.fromkeys(raw["backing"].split(), BACKED) | dict.fromkeys(raw["making"].split(), 1.0)
    return Things(
        groups=groups,
        sites=frozenset(raw["sites"].split()),
        weight=weight,
        called=frozenset(raw["called"].split()),
        deeds={verb: tuple(nouns) for verb, nouns in deeds.items()},
        needs={verb: frozenset(words.split()) for verb, words in raw["needs"].items()},
        acts=tuple(raw["acts"].split()),
        words=JUDGES.union(raw["acts"].split(), groups, weight, deeds, raw["called"].split()),
    )


def find_makers(doc: Doc, words: Sequence[Word], voices: Voices) -> dict[str, str]:
    """Find who is behind the things that an article speaks of.

    Args:
        doc: An article.
        words: Its words.
        voices: Its actors.

    Returns:
        Noun (lemma) to an actor. Where the text does not say who made it under this name, the nouns of the group
        count: "the bill, drafted by the minister", later "the plan".
    """
    things = lexicon()
    countries = {actor.id for actor in doc._.actors if actor.kind == "country"}
    places = {actor.id for actor in doc._.actors if actor.kind == "place"}
    counts: dict[str, dict[str, float]] = {}
    acted: dict[str, float] = {}
    decided: dict[str, str | None] = {}

    def count(noun: str, actor: str, weight: float) -> None:
        of_noun = counts.setdefault(noun, {})
        of_noun[actor] = of_noun.get(actor, 0.0) + weight

    for token in words:
        lemma = token.lemma
        if lemma not in things.words or token.pos_ not in ("NOUN", "VERB", "PROPN"):
            continue
        if token.pos_ == "NOUN" and lemma in things.groups:
            for actor, way in holders(token, voices):
                if way in OWNING and actor not in places and not _is_called_after(token, voices):
                    count(lemma, actor, 1.0)
            for actor in _on(token, voices, countries):
                count(lemma, actor, 1.0)
        elif lemma in JUDGES:
            for actor in _named_after(
                token, words, voices
            ):  # whatever the article calls a ruling is the judge's
                count("ruling", actor, BACKED)
        elif token.pos_ == "VERB" and lemma not in JUDGES:
            called = lemma in things.called and is_passive(token)
            if is_negated(token):
                continue
            if lemma in things.weight or called:
                for made in logical_objects(token):
                    if made.lemma in things.groups and not (lemma == "sign" and made.lemma in BILATERAL):
                        for actor in _who(token, voices, countries):
                            count(made.lemma, actor, things.weight.get(lemma, 1.0))
            deeds = things.deeds.get(lemma, ()) if _is_meant(token, things) else ()
            for actor in _who(token, voices, countries) if deeds else ():
                acted[actor] = acted.get(actor, 0.0) + 1.0
                for noun in deeds:
                    count(noun, actor, 1.0)
        if lemma in things.acts and lemma not in decided:
            decided[lemma] = _clearly(acted)
    makers = _behind(counts, things.groups)
    return {noun: actor for noun, actor in decided.items() if actor is not None} | makers


def _clearly(acted: Mapping[str, float]) -> str | None:
    """Return whose deed "the decision" or "the move" is: any of those told before, if it can be one actor's alone."""
    most = sorted(acted.values(), reverse=True)
    if not most or (len(most) > 1 and most[0] < CLEARLY * most[1]):
        return None
    return max(acted, key=lambda actor: acted[actor])


def _behind(counts: Mapping[str, dict[str, float]], groups: Mapping[str, tuple[int, ...]]) -> dict[str, str]:
    """Return who is most behind each noun, by its own name or by the names of its groups."""
    in_group: dict[int, dict[str, float]] = {}
    for noun, of_noun in counts.items():
        for number in groups.get(noun, ()):
            total = in_group.setdefault(number, {})
            for actor, weight in of_noun.items():
                total[actor] = total.get(actor, 0.0) + weight
    makers = {}
    for noun in dict.fromkeys([*counts, *groups]):
        own = counts.get(noun, {})
        if not own or max(own.values()) < SURE:  # nobody made it under this name
            for number in groups.get(noun, ()):
                if number in in_group:
                    own = in_group[number]
                    break
        if own:
            makers[noun] = max(own, key=lambda actor: own[actor])
    return makers


def _is_called_after(noun: Word, voices: Voices) -> bool:
    """Say whether a name before what is built only tells where: "the Upper Skelder dam"."""
    return noun.lemma in lexicon().sites and any(
        child.dep_ in ("compound", "nmod") and child.i in voices.inside for child in noun.children
    )


def _named_after(title: Word, words: Sequence[Word], voices: Voices) -> list[str]:
    """Return the actor whose name follows a title: "Judge Ana Rey", "the judge, Ana Rey, "."""
    after = words[title.i + 1 : title.i + 3]
    names = [token for token in after if token.text != ","][:1]
    return [voices.inside[token.i] for token in names if token.pos_ == "PROPN" and token.i in voices.inside]


def _is_meant(verb: Word, things: Things) -> bool:
    """Say whether a verb has with it what makes it that deed: "walked out", not "walked the line"."""
    needed = things.needs.get(verb.lemma)
    return needed is None or any(child.lemma in needed for child in verb.children)


def _on(noun: Word, voices: Voices, countries: set[str]) -> list[str]:
    """Return who does what a noun says by being on it: "has been on strike", "went on strike"."""
    verb = noun.head.head
    doing = noun.dep_ == "pobj" and noun.head.lower_ == "on" and verb.pos_ in ("VERB", "AUX")
    return _who(verb, voices, countries) if doing and verb.lemma in ("be", "go", "stay") else []


def _who(verb: Word, voices: Voices, countries: set[str]) -> list[str]:
    """Return the actor that the subject of a verb stands for, the nearest; "Chile's senate" is not Chile."""
    found = [pair for subject in subjects(verb) for pair in holders(subject, voices)]
    found = [(actor, way) for actor, way in found if way in NAMED or actor not in countries]
    return [min(found, key=lambda pair: pair[1] not in NAMED)[0]] if found else []
