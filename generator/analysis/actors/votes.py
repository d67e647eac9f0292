"""Votes on what a name stands for: every place where it stands has a say."""

from __future__ import annotations

from generator.analysis.kinds import Guess, of_name
from generator.analysis.world import first_names


class Votes:
    """The votes of one document, by name (folded as by `names.key`)."""

    def __init__(self) -> None:
        self._of: dict[str, dict[Guess, float]] = {}
        self._words: dict[str, tuple[str, ...]] = {}
        self._located: set[str] = set()

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
            open_question = string not in people and 1 < len(words) <= 3 and of_name(words)[1] < 1
            if open_question and any(single.get(word) in people for word in (words[-1], words[0])):
                self.add(string, "person", _DECIDES)

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


_DECIDES = 20.0
"""More than the recognizer's votes for any name in an article of usual length."""
