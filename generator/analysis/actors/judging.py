"""What each name of an article stands for, by all places where it stands; and which names are no actors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analysis.actors.columns import Columns
from generator.analysis.actors.cutting import QUALIFIERS
from generator.analysis.actors.found import Found, name_of
from generator.analysis.actors.seats import tell_cities
from generator.analysis.actors.votes import Votes
from generator.analysis.kinds import Guess, like_person, of_label, of_name, of_noun
from generator.analysis.names import key
from generator.analysis.world import cities, first_names, known, nouns

_SUBJECT = frozenset(("nsubj", "nsubjpass"))
_HUMAN_VERBS = frozenset(
    "told asked replied explained wrote thinks believes thought argued joked died "
    "married born tweeted recalled remembers smiled".split()
)
_WHERE = frozenset(("in", "near", "outside", "across"))
_TOLD = 6.0
"""The article says in so many words that it is a thing ("Cefalin, a drug"), whatever the recognizer says."""
_NEAR_REGION = 1.5
_THE = 1.2
"""An article with a capital inside a sentence is part of the name, and such are newspapers and bands."""
_LEADS_IN = frozenset(("of", "the", "for", "in", "at", ",", "and", "from", "on"))
_UNCLAIMED = 1.2
"""Just more than one label of the recognizer, which takes a name in a headline for the title of a work."""
_WITH_ARTICLE = 1.1
"""Just more than the label of the recognizer: no person has an article, rivers and museums have."""
_LONGEST_INSIDE = 4
"""Words of the longest name that is looked for inside another."""
_SOME = frozenset(
    "many some most several few other fellow young million thousand hundred more these those".split()
)
_ONE = frozenset("the a an one another this that young old".split())
_COLLECTIVE = ("sh", "ch", "ese", "ss")
"""Endings of adjectives that mean all of a people behind "the": "the British", "the Chinese"."""
_CHIEFS = frozenset(
    "executive chairman chairwoman spokesman spokeswoman shareholders subsidiary employees employee factory ceo "
    "member members fighters founder co-founder".split()
)
_OFFICE = frozenset(
    "officials official authorities government troops forces military army navy president minister ministers "
    "ambassador ambassadors diplomats diplomat leaders regime administration parliament police intelligence soldiers "
    "delegation negotiators lawmakers embassy spokesman spokeswoman state congress senate council court cabinet side "
    "chancellor premier king queen prime warships jets warplanes".split()
)
_DIRECTIONS = frozenset(
    "North South East West Northern Southern Eastern Western Northeast Northwest Southeast Southwest".split()
)


class Judge:
    """Judges the names of one document.

    Args:
        cols: The document.
    """

    def __init__(self, cols: Columns) -> None:
        self.cols = cols

    def judge(self, found: list[Found]) -> list[Found]:
        """Give each name its kind, by all places where its string stands; drop what is no actor."""
        cols = self.cols
        votes = self._votes(found)
        bearers = votes.bearers()
        halves = {name.canonical for name in found if name.canonical in ("North Korea", "South Korea")}
        named = {name.canonical for name in found if name.sense in ("name", "seat")}
        judged: list[Found] = []
        for name in found:
            if name.canonical:
                if self._in_nickname(name, found):
                    continue
                if self._is_counted(name) if name.sense == "people" else self._is_one_person(name):
                    continue
                if name.sense == "people" and name.canonical in named:
                    judged.append(replace(name, kind="group", canonical=None, sense="name"))
                    continue
                if name.words[-1] in bearers and len(name.words) == 1 and not self._place_before(name):
                    judged.append(replace(name, kind="person", canonical=None, sense="name"))
                else:
                    judged.append(name)
                continue
            if name.words[0] in _DIRECTIONS and len(name.words) == 1:
                korea = f"{name.words[0]} Korea"
                if korea in halves and name.first and cols.text[name.first - 1].lower() == "the":
                    judged.append(replace(name, kind="country", canonical=korea))
                continue
            kind = votes.leading(key(" ".join(name.words)))
            if kind is None or kind == "thing" or _is_role(name) or self._is_adjective(name, kind):
                continue
            if (
                any(cols.pos[i] in ("VERB", "AUX", "SCONJ", "PRON") for i in range(name.first + 1, name.last))
                and kind == "person"
            ):
                continue  # the title of a book or a slide ("Who Killed ...")
            judged.append(replace(name, kind=kind))
        return tell_cities(cols, self._acting(judged) + self._inside(found, judged))

    def _votes(self, found: list[Found]) -> Votes:
        """Gather what words, labels and surroundings say of each name."""
        votes = Votes()
        for name in found:
            if name.canonical:
                continue
            string = key(" ".join(name.words))
            votes.enter(string, name.words)
            votes.add(string, *of_name(name.words))
            if name.title:
                votes.add(string, "person", 3.0)
            label = self.cols.entity[name.last - 1]
            if not label and "-" in name.words:
                label = self.cols.entity[name.first]  # the recognizer stops at a hyphen ("Bourg-la-Reine")
            votes.add(string, of_label(label))
            for kind, weight in self._shown(name):
                votes.add(string, kind, weight)
            if name.first and self.cols.text[name.first - 1].lower() in _WHERE:
                votes.locate(string)
        for string in self._listed_things(found):
            votes.add(string, "thing", 5.0)
        for string, words in votes.unclaimed():
            if like_person(words):
                votes.add(string, "person", _UNCLAIMED)
        votes.agree_on_people()
        votes.agree_on_bodies()
        self._agree_in_lists(found, votes)
        return votes

    def _shown(self, name: Found) -> Iterator[tuple[Guess, float]]:
        """Yield what the words around a name show of its kind, with weights as in `kinds.of_name`."""
        cols, n = self.cols, len(self.cols.text)
        before = cols.text[name.first - 1].lower() if name.first else ""
        after = cols.text[name.last].lower() if name.last < n else ""
        second = cols.text[name.last + 1].lower() if name.last + 1 < n else ""
        if "who" in (after, second) and after in (",", "who"):
            yield "person", 1.5
        if before in _WHERE:
            yield "place", 0.6
        heads = name.last == n or cols.pos[name.last] not in ("NOUN", "PROPN", "ADJ", "NUM")
        person = cols.entity[name.head] == "PERSON" and not name.title and name.words[-1][-1] != "s"
        if person and before == "the" and heads:
            yield "place", _WITH_ARTICLE  # "in the Louvre"
        if name.first > 1 and cols.text[name.first - 1] == "The" and cols.text[name.first - 2][0].isalpha():
            yield "organization", _THE  # "writes for The Lantern"
        if after == "," and name.last + 1 < n:
            ends = name.last + 2 == n or cols.pos[name.last + 2] == "PUNCT"
            if ends and _is_region(cols.text[name.last + 1]):
                yield "place", _NEAR_REGION  # "Azov, Russia"
        if name.first and cols.text[name.first - 1].islower() and cols.pos[name.first - 1] == "NOUN":
            told = of_noun(before)
            if told == "thing" or (told == "person" and before not in nouns().organization):
                yield told, 1.0 if told == "person" else 2.0
            elif before in nouns().organization and name.words[0] not in first_names():
                yield "organization", 1.0 if told == "person" else 2.0  # "operator" may be either
        if before == "of" and name.first > 1 and cols.text[name.first - 2].lower() in _CHIEFS:
            yield "organization", 1.5
        if after in ("'s", "’s") and _CHIEFS & {
            cols.text[i].lower() for i in range(name.last + 1, min(name.last + 4, n))
        }:
            yield "organization", 1.0
        governor = cols.head[name.head]
        if cols.dep[name.head] == "appos" and cols.pos[governor] == "NOUN":
            noun = cols.text[governor]  # "its drug, Cefalin,"; "its operator" may be a body
            told = "organization" if noun.lower() in nouns().organization else of_noun(noun)
            if told in ("person", "organization", "thing"):
                yield told, _TOLD if told == "thing" else 2.0
        if cols.dep[name.head] in _SUBJECT and governor > name.head:
            if cols.text[governor].lower() in _HUMAN_VERBS:
                yield "person", 0.4
            if cols.text[governor] in ("is", "was", "became"):
                for i in range(governor + 1, min(governor + 8, n)):
                    if cols.head[i] == governor and cols.dep[i] == "attr":
                        told = of_noun(cols.text[i])
                        if told in ("person", "organization", "place", "country", "thing"):
                            yield ("place" if told == "country" else told), 2.0
        if after == "," and second in ("a", "an", "the", "former"):
            for i in range(name.last + 2, min(name.last + 8, n)):
                if cols.text[i] in (",", ".", "of") or cols.pos[i] == "VERB":
                    break
                told = of_noun(cols.text[i])
                if cols.text[i].lower() in nouns().organization:
                    told = "organization"
                ends = cols.pos[i] == "NOUN" and (i + 1 == n or cols.pos[i + 1] != "NOUN")
                if ends and told in ("person", "organization", "thing"):
                    yield told, _TOLD if told == "thing" else 2.0
                    break

    def _agree_in_lists(self, found: list[Found], votes: Votes) -> None:
        """Give a name of which nothing is known the kind of the name that it is listed with ("Zeus, Hera and X")."""
        cols = self.cols
        at = {name.head: name for name in found}
        for name in found:
            string = key(" ".join(name.words))
            if name.canonical or votes.leading(string):
                continue
            token, steps = name.head, 0
            while cols.dep[token] == "conj" and steps < 8:
                token, steps = cols.head[token], steps + 1
                other = at.get(token)
                if other is not None:
                    told = other.kind if other.canonical else votes.leading(key(" ".join(other.words)))
                    votes.add(string, "place" if told == "country" else told)
                    break

    def _place_before(self, name: Found) -> bool:
        return name.first > 0 and self.cols.text[name.first - 1].lower() in (
            "in",
            "at",
            "from",
            "near",
            "to",
            "of",
            ",",
        )

    def _is_adjective(self, name: Found, kind: Guess) -> bool:
        """Say whether the name of a people or faith only qualifies a noun ("Communist leader")."""
        cols = self.cols
        if kind != "group" or len(name.words) > 1:
            return False
        return cols.pos[name.first] == "ADJ" or (
            cols.dep[name.first] in ("amod", "compound", "nmod") and name.words[0][-1] != "s"
        )

    def _listed_things(self, found: list[Found]) -> set[str]:
        """Return the names that stand as examples of things: "missiles, including A, B and C"."""
        cols, things = self.cols, set()
        at = {i: name for name in found for i in range(name.first, name.last)}
        for name in found:
            if name.canonical or (
                any(c.isdigit() for word in name.words for c in word) and "-" in "".join(name.words)
            ):
                if not name.canonical:
                    things.add(key(" ".join(name.words)))
                continue
            token, steps = name.head, 0
            while cols.dep[token] == "conj" and steps < 12:
                token, steps = cols.head[token], steps + 1
            governor = cols.head[token]
            if cols.dep[token] not in ("pobj", "appos", "dobj") or cols.text[governor].lower() not in (
                "including",
                "as",
                "like",
            ):
                continue
            noun = governor - 1
            while noun > 0 and (cols.text[noun] in (",", "such") or cols.pos[noun] == "PUNCT"):
                noun -= 1
            if noun not in at and of_noun(cols.text[noun]) == "thing":
                things.add(key(" ".join(name.words)))
        return things

    def _acting(self, judged: list[Found]) -> list[Found]:
        """Drop the countries of which only adjectives are used, and never of those who act for them.

        "French officials" make France an actor, "a French singer" and "French cooking" do not.
        """
        cols = self.cols
        named = {name.canonical for name in judged if name.kind == "country" and name.sense != "adjective"}
        for name in judged:
            if name.sense == "adjective" and cols.text[cols.head[name.head]].lower() in _OFFICE:
                named.add(name.canonical)
        return [name for name in judged if name.sense != "adjective" or name.canonical in named]

    def _is_counted(self, name: Found) -> bool:
        """Say whether some of a people are meant ("two Britons", "an American"), not the country."""
        if name.words[0][-1] != "s" and not name.words[0].endswith("men"):
            return True
        before = name.first - 1
        return before >= 0 and (
            self.cols.pos[before] == "NUM"
            or self.cols.text[before].lower() in _SOME
            or self.cols.tag[before] == "CD"
        )

    def _is_one_person(self, name: Found) -> bool:
        """Say whether one of a people is meant ("the Kenyan", "an Israeli"), not the country ("the French")."""
        cols = self.cols
        return (
            name.sense == "adjective"
            and not name.words[-1].endswith(_COLLECTIVE)
            and cols.text[name.first - 1].lower() in _ONE
            and name.first > 0
            and cols.dep[name.head] in ("nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "conj")
        )

    def _in_nickname(self, name: Found, found: list[Found]) -> bool:
        """Say whether a country is but a word of a body's short name ("the China commission")."""
        cols = self.cols
        if name.kind != "country" or name.last >= len(cols.text) or cols.dep[name.head] != "compound":
            return False
        noun = cols.text[name.last]
        if not noun.islower() or noun not in nouns().organization:
            return False
        return any(
            len(other.words) > 2
            and other.words[-1].lower() == noun
            and any(name.words[0] in w for w in other.words)
            for other in found
        )

    def _inside(self, found: list[Found], judged: list[Found]) -> list[Found]:
        """Return the names inside other names: "Boston" in "Boston University", "Kenya" in "Bank of Kenya".

        Countries, regions and large cities, and what the article also names alone. Not where the inner name is the
        head of the outer one: what "Environment Canada" does is not done by Canada.
        """
        alone = {name.words: name for name in judged if name.kind in ("place", "country", "organization")}
        named = {name.canonical for name in judged if name.canonical}
        alone |= {name.words: name for name in judged if name.kind == "person" and len(name.words) == 1}
        covered = {(name.first, name.last) for name in judged}
        kinds = {(name.first, name.last): name.kind for name in judged}
        inside = []
        for name in found:
            if len(name.words) < 2 or name.title or name.canonical or of_name(name.words)[0] == "person":
                continue
            own = kinds.get((name.first, name.last))
            i = name.first
            while i < name.last:
                step = 1
                for end in range(min(name.last, i + _LONGEST_INSIDE), i, -1):
                    part = self._part(name, i, end, alone, own)
                    unnamed = part is not None and part.kind == "country" and part.canonical not in named
                    if part is not None and unnamed and part.sense != "seat":
                        part = None
                    if part is not None and (i, end) not in covered:
                        inside.append(replace(part, inside=True))
                        step = end - i
                        break
                i += step
        return inside

    def _part(
        self, outer: Found, first: int, last: int, alone: dict[tuple[str, ...], Found], own: Guess
    ) -> Found | None:
        """Return the name that a stretch inside another name is, if it is one."""
        cols = self.cols
        if last - first == len(outer.words) or first <= outer.head < last or own == "person":
            return None
        if first > outer.first and cols.text[first - 1] not in _LEADS_IN:
            return None  # "Air France Concorde" is not of France
        words = tuple(cols.text[first:last])
        part = name_of(cols, first, last)
        other = alone.get(words)
        if own not in ("organization", "place") and (
            other is None or len(words) > 1 or other.kind == "organization"
        ):
            return None
        if part.canonical:
            named = part.sense in ("name", "seat") and part.kind in ("country", "place")
            return part if named else None
        if other is not None and other.kind != own:
            if cols.entity[first] == "PERSON" and other.kind == "place":
                return None
            return replace(part, kind=other.kind, sense=other.sense, canonical=other.canonical)
        if " ".join(words) in cities() and cols.entity[first] != "PERSON" and own != "place":
            return replace(part, kind="place")
        return None


def _is_region(word: str) -> bool:
    """Say whether a word names a country, a region or a large city."""
    entry = known().get(word)
    if entry is not None:
        return entry.sense in ("name", "seat") and entry.kind in ("country", "place")
    return word in cities() and word not in first_names()


def _is_role(name: Found) -> bool:
    """Say whether a capitalised name is but a role ("Prime Minister", "Secretary of State")."""
    return name.title is None and (
        name.words[-1].lower().rsplit("-", 1)[-1] in nouns().person
        and all(w.lower() in QUALIFIERS for w in name.words[:-1])
    )
