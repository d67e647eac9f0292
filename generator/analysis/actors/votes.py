"""Votes on what a name stands for: every place where it stands has a say."""

from __future__ import annotations

from generator.analysis.kinds import Guess, of_name, of_noun
from generator.analysis.names import abbreviates, is_acronym, key
from generator.analysis.world import cities, first_names, known


class Votes:
    """The votes of one document, by name (folded as by `names.key`)."""

    def __init__(self) -> None:
        self._of: dict[str, dict[Guess, float]] = {}
        self._words: dict[str, tuple[str, ...]] = {}
        self._located: set[str] = set()
        self._with_article: set[str] = set()
        self.spelt_out: dict[str, str] = {}
        """Acronyms of what is no body, to the full names."""

    def enter(self, string: str, words: tuple[str, ...]) -> None:
        """Note a name and its words."""
        self._words[string] = words

    def add(self, string: str, kind: Guess, weight: float = 1.0) -> None:
        """Add a vote; None votes for nothing."""
        if kind is not None:
            votes = self._of.setdefault(string, {})
            votes[kind] = votes.get(kind, 0.0) + weight

    def locate(self, string: str) -> None:
        """Note that something happens in what bears the name."""
        self._located.add(string)

    def articled(self, string: str) -> None:
        """Note that the name stands behind an article ("the Lodge"): such are no surnames."""
        self._with_article.add(string)

    def leading(self, string: str) -> Guess:
        """Return the kind with the most votes, the earlier one of equals, None without votes."""
        votes = self._of.get(string)
        return max(votes, key=lambda kind: votes[kind]) if votes else None

    def unclaimed(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return the names, with their words, for which no actor's kind leads."""
        return [(s, w) for s, w in self._words.items() if self.leading(s) in (None, "thing")]

    def bearers(self) -> set[str]:
        """Return the last words of the full names of persons."""
        return {w[-1] for s, w in self._words.items() if len(w) > 1 and self.leading(s) == "person"}

    def agree_on_people(self) -> None:
        """Let full names and their short forms agree: "Boyd" is a person where "Dean Boyd" is one.

        The other way too, for full names of which the words themselves tell nothing.
        """
        single = {words[0]: string for string, words in self._words.items() if len(words) == 1}
        for string, words in self._words.items():
            # A full name that the recognizer missed, beside a surname that it took for a person now and then.
            votes = self._of.get(single.get(words[-1], ""), {})
            unknown = 1 < len(words) <= 3 and string not in self._of
            if unknown and votes and 3 * votes.get("person", 0.0) >= sum(votes.values()):
                self.add(string, "person")
        people = {string for string in self._words if self.leading(string) == "person"}
        for string, words in self._words.items():
            if string in people and 1 < len(words) <= 4:
                for word in (words[-1], words[0]):
                    short = single.get(word)
                    # A first name may well be a company's too ("Morgan"): there the surname alone decides.
                    if short is None or (word != words[-1] and self.leading(short) == "organization"):
                        continue
                    if self.leading(short) != "person":
                        self.add(short, "person", _DECIDES)
        for string, words in self._words.items():
            if len(words) == 2 and key(" ".join(words[::-1])) in people:
                self.add(string, "person", _DECIDES)  # the family name first or last
            open_question = string not in people and 1 < len(words) <= 3 and of_name(words)[1] < 1
            if open_question and any(single.get(word) in people for word in (words[-1], words[0])):
                self.add(string, "person", _DECIDES)

    def follow_surnames(self) -> None:
        """Take for a person an unknown name that the recognizer calls a place and whose last word also stands alone.

        Bodies are cut to their first word or to a noun, and places not at all.
        """
        single = {
            words[0] for s, words in self._words.items() if len(words) == 1 and s not in self._with_article
        }
        for string, words in self._words.items():
            last = words[-1]
            cut = 1 < len(words) <= 3 and last in single and string not in self._with_article
            if not cut or self.leading(string) != "place" or of_name(words)[1] >= 1:
                continue
            named = last in cities() or last in known() or of_noun(last) is not None
            if not named and words[0] not in _PLACE_OPENINGS:
                self.add(string, "person", _SURNAME * self._of[string]["place"])

    def follow_full_names(self) -> None:
        """Take an acronym for the place or the thing whose name alone it abbreviates ("Grey Point Light", "GPL")."""
        full = [(string, words) for string, words in self._words.items() if len(words) > 2]
        for string, words in self._words.items():
            if len(words) > 1 or not is_acronym(words[0]):
                continue
            fits = [other for other, long in full if abbreviates(words[0], long)]
            kind = self.leading(fits[0]) if len(fits) == 1 else None
            if kind in ("place", "thing"):
                self.add(string, kind, _DECIDES)
                self.spelt_out[string] = " ".join(self._words[fits[0]])

    def agree_on_bodies(self) -> None:
        """Take the first word of a body's name for the body: "Meridian" where "Meridian Terminals" is one.

        Not where things happen in it: "Halifax" is a city beside "Halifax Port Authority" too.
        """
        single = {words[0]: string for string, words in self._words.items() if len(words) == 1}
        for string, words in self._words.items():
            short = (
                single.get(words[0])
                if 1 < len(words) <= 3 and self.leading(string) == "organization"
                else None
            )
            if short is not None and short not in self._located and words[0] not in first_names():
                self.add(short, "organization", _DECIDES)
            last = single.get(words[-1]) if len(words) > 1 else None
            body = last in self._with_article and of_noun(words[-1]) == "organization"
            if last is not None and body and self.leading(string) == "organization":
                self.add(last, "organization", _DECIDES)  # "the Guild" beside "Flight Crew Guild"


_PLACE_OPENINGS = frozenset(
    "New San Santa Santo Saint St St. Port Fort North South East West Northern Southern Eastern Western Central "
    "Upper Lower Greater Los Las El La Le Mount Lake River".split()
)
"""First words of places, which tell nothing of a surname behind them ("New Sorva", "Sorva")."""
_SURNAME = 1.5
"""As often as the recognizer calls it a place, and half as much again."""
_DECIDES = 20.0
"""More than the recognizer's votes for any name in an article of usual length."""
