"""What each name of an article stands for, by all places where it stands; and which names are no actors."""

from __future__ import annotations

from dataclasses import replace

from generator.analysis.actors.aliases import one_of_two
from generator.analysis.actors.columns import Columns
from generator.analysis.actors.cutting import QUALIFIERS
from generator.analysis.actors.found import Found, name_of
from generator.analysis.actors.runs import PARTICLES
from generator.analysis.actors.seats import tell_cities
from generator.analysis.actors.signs import WHERE, signs
from generator.analysis.actors.votes import Votes
from generator.analysis.kinds import Guess, like_person, of_label, of_name, of_noun
from generator.analysis.names import key
from generator.analysis.world import cities, first_names, kind_signs, nouns, surnames

_LEADS_IN = frozenset(("of", "the", "for", "in", "at", ",", "and", "from", "on"))
_UNCLAIMED = 1.2
"""Just more than one label of the recognizer, which takes a name in a headline for the title of a work."""
_UNKNOWN = 0.6
"""Weight of the recognizer's label on one word that no lexicon knows: it guesses, and the same way each time."""
_UNKNOWN_THING = 0.3
"""Of such labels, those of works, products and events are wrong most often: 6 more names found in 35 documents."""
_LONGEST_INSIDE = 4
"""Words of the longest name that is looked for inside another."""
_GENERIC = frozenset(("Company", "Firm", "Corporation", "Group"))
"""Nouns that contracts and press offices write with a capital."""
_BUILDINGS = frozenset(
    "airport arena stadium hospital museum cathedral prison zoo library theatre theater opera".split()
)
"""Places that are called by the city in which they stand; not so bays, counties and streets."""
_PLACE_BEFORE = frozenset(("in", "at", "from", "near", "to", "of", ","))
_SOME = frozenset(
    "many some most several few other fellow young million thousand hundred more these those".split()
)
_ONE = frozenset("the a an one another this that young old".split())
_COLLECTIVE = ("sh", "ch", "ese", "ss")
"""Endings of adjectives that mean all of a people behind "the": "the British", "the Chinese"."""
_OFFICE = frozenset(
    "officials official authorities government troops forces military army navy president minister ministers "
    "ambassador ambassadors diplomats diplomat leaders regime administration parliament police intelligence soldiers "
    "delegation negotiators lawmakers embassy spokesman spokeswoman state congress senate council court cabinet side "
    "chancellor premier king queen prime warships jets warplanes envoy envoys governments airstrikes sanctions calls "
    "demands threats".split()
)
_OTHER_HALF = frozenset(("and South Korea", "and North Korea", "or South Korea", "or North Korea"))
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
        visited = {name.words for name in found if name.canonical and self._word_before(name) in WHERE}
        judged: list[Found] = []
        for name in found:
            if name.canonical:
                if name.kind == "thing":
                    continue  # an entry of the user's lexicon says that it is no actor
                if self._in_nickname(name, found):
                    continue
                if self._is_counted(name) if name.sense == "people" else self._is_one_person(name):
                    continue
                if name.sense == "people" and name.canonical in named:
                    judged.append(replace(name, kind="group", canonical=None, sense="name"))
                    continue
                located = name.words in visited and self._word_before(name) in _PLACE_BEFORE
                if name.words[-1] in bearers and len(name.words) == 1 and not located:
                    judged.append(replace(name, kind="person", canonical=None, sense="name"))
                else:
                    judged.append(name)
                continue
            if name.words == ("Korea",) and len(halves) == 1:
                judged.append(replace(name, kind="country", canonical=next(iter(halves))))
                continue
            if name.words[0] in _DIRECTIONS and len(name.words) == 1:
                korea = f"{name.words[0]} Korea"
                listed = " ".join(cols.text[name.last : name.last + 3]) in _OTHER_HALF
                articled = name.first > 0 and cols.text[name.first - 1].lower() == "the"
                if listed or (korea in halves and articled):
                    judged.append(replace(name, kind="country", canonical=korea))
                continue
            if len(name.words) == 1 and name.words[0] in _GENERIC and self._word_before(name) == "the":
                continue  # "The Company" is "the company", and is read as such
            string = key(" ".join(name.words))
            kind = votes.leading(string)
            if (
                kind is None
                or kind == "thing"
                or _is_role(name)
                or _is_nameless(name)
                or self._is_adjective(name, kind)
            ):
                continue
            if kind == "person" and self._is_sentence(name):
                continue  # the title of a book or a slide ("Who Killed ...")
            judged.append(replace(name, kind=kind, canonical=votes.spelt_out.get(string)))
        judged = one_of_two(cols, parties(judged))
        return tell_cities(cols, self._acting(judged) + self._inside(found, judged))

    def _is_sentence(self, name: Found) -> bool:
        """Say whether a name holds a verb; "den" and "van" are often taken for one."""
        cols = self.cols
        return any(
            cols.pos[i] in ("VERB", "AUX", "SCONJ", "PRON") and cols.text[i] not in PARTICLES
            for i in range(name.first + 1, name.last)
        )

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
            told = of_label(label)
            unsure = _UNKNOWN_THING if told == "thing" else _UNKNOWN
            votes.add(string, told, unsure if _is_unknown(name.words) else 1.0)
            for kind, weight in signs(self.cols, name):
                votes.add(string, kind, weight)
            if self._word_before(name) in WHERE:
                votes.locate(string)
            elif self._word_before(name) in ("the", "a", "an"):
                votes.articled(string)
        for string in self._listed_things(found):
            votes.add(string, "thing", 5.0)
        for string, words in votes.unclaimed():
            if like_person(words):
                votes.add(string, "person", _UNCLAIMED)
        votes.follow_surnames()
        votes.agree_on_people()
        votes.agree_on_bodies()
        votes.follow_full_names()
        self._agree_in_lists(found, votes)
        return votes

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

    def _word_before(self, name: Found) -> str:
        return self.cols.text[name.first - 1].lower() if name.first else ""

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
                "-" in "".join(name.words) and any(c.isdigit() for word in name.words for c in word)
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
            person = name.words[0] in first_names() and cols.entity[name.head] == "PERSON"
            if noun not in at and of_noun(cols.text[noun]) == "thing" and not person:
                things.add(key(" ".join(name.words)))
        return things

    def _acting(self, judged: list[Found]) -> list[Found]:
        """Drop the countries of which only adjectives are used, and never of those who act for them.

        "French officials" make France an actor, "a French singer" and "French cooking" do not.
        """
        cols = self.cols
        named = {name.canonical for name in judged if name.kind == "country" and name.sense != "adjective"}
        for name in judged:
            described = cols.head[name.head]
            if cols.dep[name.head] == "conj" and cols.pos[described] in ("ADJ", "PROPN"):
                described = cols.head[described]  # "Chilean and Peruvian envoys"
            if name.sense == "adjective" and cols.text[described].lower() in _OFFICE:
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
        building = outer.words[-1].lower() in _BUILDINGS
        if " ".join(words) in cities() and cols.entity[first] != "PERSON" and (own != "place" or building):
            return replace(part, kind="place")  # "Lyon Airport"
        return None


def parties(judged: list[Found]) -> list[Found]:
    """Let those who are called by their party stand for it: "the Greens" where one "Green Alliance" is named.

    Not where two bodies could be meant ("Conservative Party", "Conservative Union").
    """
    last = kind_signs().party_words
    bodies = {
        name.canonical or " ".join(name.words): name.words
        for name in judged
        if name.kind == "organization" and len(name.words) > 1 and name.words[-1].lower() in last
    }

    def told(name: Found) -> Found:
        if name.canonical or name.kind not in ("group", "organization") or name.words[-1][-1] != "s":
            return name
        *lead, members = name.words
        stem, n = members[:-1], len(name.words)  # "Social Democrats", "Social Democratic Party"
        openings = [(*lead, word) for word in (stem, f"{stem}ic", members)]
        fits = [full for full, words in bodies.items() if words[:n] in openings and len(words) > n]
        return replace(name, kind="organization", canonical=fits[0]) if len(fits) == 1 else name

    return [told(name) for name in judged]


def _is_unknown(words: tuple[str, ...]) -> bool:
    """Say whether a name is one word of which the lexicons know nothing: the recognizer can but guess."""
    word = words[0]
    return len(words) == 1 and word not in first_names() and word not in surnames() and word not in cities()


def _is_nameless(name: Found) -> bool:
    """Say whether a name is but a part of any body ("Press Office")."""
    told = kind_signs()
    return (
        len(name.words) == 2
        and name.words[0].lower() in told.nameless_first
        and name.words[1].lower() in told.nameless_last
    )


def _is_role(name: Found) -> bool:
    """Say whether a capitalised name is but a role ("Prime Minister", "Secretary of State")."""
    return name.title is None and (
        name.words[-1].lower().rsplit("-", 1)[-1] in nouns().person
        and all(w.lower() in QUALIFIERS for w in name.words[:-1])
    )
