"""Whom a description stands for: "the governor", "the company", "the environment minister".

A description leads to the actor that the article has called so, or whose name is of that sort. Where two actors fit
and neither is clearly nearer, it leads to nobody: a wrong merge is worse than a missed one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.analysis.actors.beside import beside_names, take_offices
from generator.analysis.actors.calling import (
    POSSESSIVE,
    end_of,
    in_headline,
    is_past,
    noun_of,
    owner_of,
    plain,
    words_of,
)
from generator.analysis.actors.columns import Columns
from generator.analysis.actors.found import Found, head_of
from generator.analysis.actors.governments import governments
from generator.analysis.actors.sorts import may_be_called, sorts
from generator.analysis.actors.stated import noun_by_clause, titles_by_clause
from generator.analysis.actors.telling import is_country
from generator.analysis.actors.writings import speak_for_authors
from generator.analysis.kinds import head_word
from generator.analysis.world import known

if TYPE_CHECKING:
    from generator.analysis.actors.coreference import Entity

_NEAR = 8
"""Sentences within which the actor last spoken of must lie where several fit."""
_BEFORE_NAMED = 2
"""Times that an article calls a body by its noun, at most, before it names it."""
_SOON = 12
"""Sentences within which whom an article only describes at first must be named."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that the article calls an actor."""

    noun: str
    words: frozenset[str]
    at: int
    """The token of the noun."""
    owned: bool = False
    """Whether a pronoun says of what ("its president"): then "the president" may be that of another body."""
    past: bool = False
    """Whether it is so no longer ("a former minister"): then "the minister" is another, if there is one."""


@dataclass(slots=True)
class Bearer:
    """An actor, what it is called, and the sentences that speak of it."""

    entity: Entity
    facts: list[Fact] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    """Tokens at which it is mentioned, in order."""


class Resolver:
    """Finds whom the descriptions of an article stand for; read in the order of the text."""

    def __init__(
        self,
        cols: Columns,
        found: Sequence[Found],
        entities: Sequence[Entity],
        roles: Mapping[int, Sequence[tuple[int, int]]],
    ) -> None:
        self.cols, self.found = cols, found
        self.bearers = [self._bearer(entity, roles) for entity in entities]
        self._by_noun: dict[str, list[Bearer]] = {}
        for bearer in self.bearers:
            for noun in dict.fromkeys(fact.noun for fact in bearer.facts):
                self._by_noun.setdefault(noun, []).append(bearer)
        self.bodies = sorted(
            found[i].head
            for entity in entities
            if entity.kind in ("organization", "country", "group")
            for i in entity.mentions
            if found[i].form == "name"
        )
        self.nobody: set[str] = set()  # nouns by which the article describes somebody whom it does not name
        self._number = {bearer.entity.number: bearer for bearer in self.bearers}

    def _bearer(self, entity: Entity, roles: Mapping[int, Sequence[tuple[int, int]]]) -> Bearer:
        cols = self.cols
        bearer = Bearer(entity, places=sorted(self.found[i].head for i in entity.mentions))
        for i in entity.mentions:
            for first, last in roles.get(i, ()):
                head = head_of(cols, first, last)
                owned = first > 0 and cols.text[first - 1].lower() in POSSESSIVE
                words = words_of(cols, first, last, head)
                past = is_past(cols, first, head)
                bearer.facts.append(Fact(noun_of(cols, head), words, head, owned, past))
            if self.found[i].form == "name" and entity.kind == "person":
                bearer.facts.extend(self._stated(self.found[i]))
            if self.found[i].form == "nominal":
                bearer.facts.append(self._fact(self.found[i]))
        if entity.kind == "organization" and entity.canonical is None:
            noun = head_word(entity.full).lower()
            words = frozenset(plain(w) for w in entity.full if w.lower() != noun)
            bearer.facts.append(Fact(noun, words, -1))
        if entity.kind == "organization" and _is_central_bank(entity.full):
            bearer.facts.append(Fact("bank", frozenset(("central",)), -1))
        return bearer

    def _stated(self, mention: Found) -> Iterator[Fact]:
        cols = self.cols
        for title in titles_by_clause(cols, mention):
            yield Fact(title, frozenset(), mention.head)
        token = noun_by_clause(cols, mention)
        if token is not None:
            first = token
            while first > mention.last and cols.head[first - 1] in (token, first):
                first -= 1
            yield Fact(noun_of(cols, token), words_of(self.cols, first, token, token), token)

    def _fact(self, mention: Found) -> Fact:
        whose = owner_of(self.cols, mention.first, mention.head)
        words = words_of(self.cols, mention.first, mention.last, mention.head)
        words |= words_of(self.cols, whose.start, whose.stop, -1)
        owned = self.cols.text[mention.first].lower() in POSSESSIVE
        past = is_past(self.cols, mention.first, mention.head)
        return Fact(noun_of(self.cols, mention.head), words, mention.head, owned, past)

    def note(self, entity: Entity, i: int) -> None:
        """Note another mention of an actor."""
        insort(self._number[entity.number].places, self.found[i].head)

    def fits(self, i: int) -> list[Bearer]:
        """Return the actors that a description may stand for: those that are called so, else those of its sort."""
        mention, cols = self.found[i], self.cols
        noun = noun_of(cols, mention.head)
        after = end_of(cols, mention.head)
        whose_words = owner_of(cols, mention.first, mention.head)
        words = words_of(cols, mention.first, after, mention.head)
        words |= words_of(cols, whose_words.start, whose_words.stop, -1)
        called = [
            b
            for b in self._by_noun.get(noun, ())
            if b.places[0] < mention.head or _told(b, noun, mention.head)
        ]
        exact = [b for b in called if any(f.noun == noun and words <= f.words for f in b.facts)]
        if len(exact) > 1 and not is_past(cols, mention.first, mention.head):
            exact = [b for b in exact if not _past(b, noun)] or exact
        if len(exact) > 1:
            exact = [b for b in exact if not _owned(b, noun)] or exact
        if cols.text[mention.first].lower() in ("its", "their"):
            # "Its editor" is not the editor of whom the article spoke before it came to another newspaper.
            called = exact = [b for b in exact if not self._another_since(b, mention.head)]
        if exact:
            return exact
        # "The Chilean president" may be President Reyes; "the president of the yard" is another.
        # "Chile's president" is "the Chilean president".
        apart = bool(whose_words) and not any(is_country(cols, t) for t in whose_words)
        plain = words and after <= mention.last and not apart
        loose = [b for b in called if plain and any(f.noun == noun and f.words <= words for f in b.facts)]
        if loose:
            return loose
        whose = cols.text[mention.first].lower()
        another = after > mention.last or whose in POSSESSIVE or noun in self.nobody
        if another or mention.kind != "organization":
            return []  # "its company", "the group that won": another one than that of which the article speaks
        # "The medicines regulator" is the Federal Medicines Agency, and no other agency.
        kept = [b for b in self.bearers if words <= _name_words(b)] if words else self.bearers
        return [b for b in kept if b.places[0] < mention.head and _of_sort(b, noun)]

    def _another_since(self, bearer: Bearer, at: int) -> bool:
        """Say whether the article has named a body since it spoke of somebody."""
        last = bearer.places[max(0, bisect_left(bearer.places, at) - 1)]
        n = bisect_right(self.bodies, last)
        return n < len(self.bodies) and self.bodies[n] < at

    def announced(self, i: int) -> Entity | None:
        """Return whom an article speaks of before it names them: "The finance minister ... Minister Roe".

        Only where nobody else in all of the article is called so, and a name comes soon.
        """
        mention, cols = self.found[i], self.cols
        if cols.text[mention.first].lower() in POSSESSIVE:
            return None  # "its president" may be that of another body
        noun = noun_of(cols, mention.head)
        called = self._by_noun.get(noun, [])
        if not called:
            return self._announced_by_name(i, noun)
        after = end_of(cols, mention.head)
        words = words_of(self.cols, mention.first, after, mention.head)
        if len(called) > 1:
            called = [b for b in called if not _owned(b, noun) and not _past(b, noun)]
        if len(called) > 1 and words:
            called = [b for b in called if any(f.noun == noun and words <= f.words for f in b.facts)]
        if len(called) != 1 or called[0].entity.kind not in ("person", "organization"):
            return None
        if mention.kind != called[0].entity.kind or (mention.kind == "organization" and noun in _VAGUE):
            return None
        owner = owner_of(cols, mention.first, mention.head)
        if owner and "central" not in words and not any(is_country(cols, t) for t in owner):
            return None  # but "Norway's central bank" is the one of the article
        soon = cols.sentence[called[0].places[0]] - cols.sentence[mention.head] <= _SOON
        same = any(
            f.noun == noun and (words <= f.words or (f.words <= words and after <= mention.last))
            for f in called[0].facts
        )
        return called[0].entity if soon and same and called[0].places[0] > mention.head else None

    def _announced_by_name(self, i: int, noun: str) -> Entity | None:
        """Return the body whose name has the words of a description: "the medicines regulator ... Medicines Agency"."""
        mention, cols = self.found[i], self.cols
        words = words_of(cols, mention.first, end_of(cols, mention.head), mention.head)
        bare = (
            in_headline(cols, mention) and noun not in _VAGUE
        )  # "Regulator grounds jets": the one that is named soon
        if mention.kind != "organization" or not (words or bare) or noun in self.nobody:
            return None
        fits = [b for b in self.bearers if words <= _name_words(b) and _of_sort(b, noun)]
        if len(fits) != 1 or fits[0].places[0] < mention.head:
            return None
        soon = cols.sentence[fits[0].places[0]] - cols.sentence[mention.head] <= _SOON
        return fits[0].entity if soon else None

    def comes_later(self, i: int) -> bool:
        """Say whether the article calls somebody so further down: "the ombudsman said ... Ombudsman Ann Roe"."""
        return bool(self._by_noun.get(noun_of(self.cols, self.found[i].head)))

    def choose(self, i: int, fits: Sequence[Bearer]) -> Entity | None:
        """Return the one that is meant, if the article leaves no choice."""
        if len(fits) == 1:
            return fits[0].entity
        here = self.cols.sentence[self.found[i].first]
        at = self.found[i].head
        ranking = sorted((here - self._last(bearer, at), n) for n, bearer in enumerate(fits))
        if len(ranking) < 2 or ranking[0][0] > _NEAR:
            return None
        # Every other must be clearly farther away: three sentences where the nearest was just spoken of.
        nearest, second = ranking[0][0], ranking[1][0]
        return fits[ranking[0][1]].entity if second >= max(nearest + 3, 2 * nearest + 2) else None

    def _last(self, bearer: Bearer, at: int) -> int:
        n = bisect_left(bearer.places, at)
        return self.cols.sentence[bearer.places[n - 1]] if n else -1000


def _name_words(bearer: Bearer) -> frozenset[str]:
    """Return the words of a body's name, and of countries their names."""
    return frozenset(plain(word) for word in bearer.entity.full)


def _is_central_bank(name: Sequence[str]) -> bool:
    """Say whether a name is that of a central bank: "Reserve Bank of Sorland", "Bank of Norway"."""
    small = [word.lower() for word in name]
    if small[-2:] == ["federal", "reserve"]:
        return True
    if small[:2] == ["bank", "of"]:
        entry = known().get(" ".join(name[2:]))
        return entry is not None and entry.kind == "country"
    return "bank" in small and not {"reserve", "central", "national"}.isdisjoint(small)


def _owned(bearer: Bearer, noun: str) -> bool:
    return all(fact.owned for fact in bearer.facts if fact.noun == noun)


def _past(bearer: Bearer, noun: str) -> bool:
    return all(fact.past for fact in bearer.facts if fact.noun == noun)


def _told(bearer: Bearer, noun: str, at: int) -> bool:
    return any(fact.noun == noun and 0 <= fact.at < at for fact in bearer.facts)


def _of_sort(bearer: Bearer, noun: str) -> bool:
    """Say whether a body may be called by a noun because of what its name says that it is."""
    entity = bearer.entity
    if entity.kind != "organization":
        return False
    return may_be_called(
        noun, {fact.noun for fact in bearer.facts}, entity.full if entity.canonical is None else ()
    )


def attach(
    cols: Columns,
    found: Sequence[Found],
    entities: Sequence[Entity],
    roles: Mapping[int, Sequence[tuple[int, int]]],
) -> set[int]:
    """Give each description to the named actor that it stands for, where the article leaves no choice.

    Returns:
        Indexes of the descriptions that fit several actors: they stand for nobody, and are no actors of their own.
    """
    owner = {i: entity for entity in entities for i in entity.mentions}
    beside_names(cols, found, owner, roles)
    undecided = governments(cols, found, owner)
    resolver = Resolver(cols, found, entities, roles)
    descriptions = [
        i
        for i, m in enumerate(found)
        if m.form == "nominal" and i not in owner and (m.definite or in_headline(cols, m))
    ]
    unknown: Counter[str] = Counter()
    for i in sorted(descriptions, key=lambda i: found[i].head):
        fits = resolver.fits(i)
        several = found[i].plural and cols.tag[found[i].head] in ("NNS", "NNPS")
        choice = None if several else resolver.choose(i, fits)
        if choice is None and not fits and not several:
            choice = resolver.announced(i)
        if choice is not None:
            choice.mentions.append(i)
            owner[i] = choice
            resolver.note(choice, i)
        elif len(fits) > several or (not several and resolver.comes_later(i)):
            undecided.add(i)
        if choice is None and not fits and not several and not owner_of(cols, found[i].first, found[i].head):
            noun = noun_of(cols, found[i].head)
            unknown[noun] += 1
            if unknown[noun] > _BEFORE_NAMED or found[i].last - found[i].first > 2:
                resolver.nobody.add(noun)
    speak_for_authors(cols, found, owner)
    take_offices(cols, found, owner)
    for entity in entities:
        entity.mentions.sort()
    return undecided


def announced(
    cols: Columns, found: Sequence[Found], noun: str, mentions: Sequence[int], entities: Sequence[Entity]
) -> Entity | None:
    """Return the body of which an article speaks before it names it: "Union calls strike ... the Dockers' Union".

    Args:
        cols: The document.
        found: All mentions, in the order of the text.
        noun: The noun by which the body is called, without anything that tells it from another.
        mentions: Indexes of the mentions that have no other bearer.
        entities: The actors with a name.

    Returns:
        The only named body of that sort, if all of it is named later than the description stands.
    """
    if noun in _VAGUE or noun not in sorts():
        return None
    bearers = Resolver(cols, found, [e for e in entities if e.named and e.kind == "organization"], {}).bearers
    fits = [bearer for bearer in bearers if _of_sort(bearer, noun)]
    if len(fits) != 1 or fits[0].places[0] < found[mentions[0]].head:
        return None
    if sum(found[i].head < fits[0].places[0] for i in mentions) > _BEFORE_NAMED:
        return None  # a league of which an article has spoken all the time is not the association that it names late
    return fits[0].entity


_VAGUE = frozenset("body group institution organization organisation association movement service".split())
"""Nouns that any of several sorts may be called by."""
