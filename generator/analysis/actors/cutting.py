"""Cutting runs of capitalised words into names: "Apple CEO Jane Roe" is a company and a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analysis.actors.columns import Columns
from generator.analysis.actors.found import Found, name_of
from generator.analysis.kinds import of_name, of_noun
from generator.analysis.world import cities, first_names, nouns, surnames, titles

_JOINS = frozenset(("of", "for", "and", "&", "on", "in", "to", "at", "against"))
_FULL_LABELS = frozenset(("ORG", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"))
_BODY_WORDS = frozenset("airlines airways open telecom steel oil customs times post electric news".split())
_LONGEST_KNOWN = 7
"""Words of the longest name in the lexicons that is looked for outside capitalised runs."""

QUALIFIERS = frozenset(
    "prime vice deputy foreign defense defence finance minority majority attorney lieutenant first chief senior acting "
    "former house state home interior press executive associate assistant managing general under security trade "
    "shadow supreme crown grand great late then ex vice- environment health education justice treasury opposition "
    "major rear head co- interim special national police chairman secretary minister".split()
)
"""Words between a title and what it is of ("Prime Minister", "House Minority Leader")."""


class Cutter:
    """Cuts the runs of one document.

    Args:
        cols: The document.
    """

    def __init__(self, cols: Columns) -> None:
        self.cols = cols

    def cut(self, first: int, last: int) -> Iterator[Found]:
        """Cut a run into names."""
        cols = self.cols
        while (
            first < last
            and cols.text[first] in ("The", "the", "-", "–", "—", "A", "An")
            and cols.words(first, last) not in cols.known
        ):
            first += 1
        if first >= last:
            return
        words = cols.text[first:last]
        if cols.words(first, last) in cols.known:
            yield name_of(cols, first, last)
            return
        if "-" in words or any("-" in word for word in words):
            parts = list(self._countries(first, last))
            if parts:
                yield from parts
                return
        person = self._person_after_body(first, last)
        if person is not None:
            yield from self.cut(first, person)
            yield from self.cut(person, last)
            return
        split = self._person_after_title(first, last)
        if split is not None:
            yield from self._titled(first, split, last)
            return
        if self._stands_before_person(first, last):
            yield from self.cut(first, first + 1)
            yield from self.cut(first + 1, last)
            return
        kind, weight = of_name(words)
        if kind in ("organization", "place", "thing") and weight >= 3 and len(words) > 1:
            yield name_of(cols, first, last)
            yield from self._nested(first, last)
            return
        given = words[0] in first_names() or cols.entity[first] == cols.entity[last - 1] == "PERSON"
        places = [word for word in words[given:-1] if word in cols.known]
        if (
            ((kind == "person" and weight >= 2) or given)
            and 1 < len(words) <= 3
            and not places
            and kind in ("person", None)
        ):
            yield name_of(cols, first, last)
            return
        border = next((i for i in range(first + 1, last) if self._border(i)), None)
        if border is not None:
            yield from self.cut(first, border)
            yield from self.cut(border, last)
            return
        for cut in range(last - 1, first, -1):
            entry = cols.known.get(" ".join(words[: cut - first]))
            office = of_noun(words[-1]) == "person"  # "UN High Commissioner"
            apart = cols.begins[cut] or cols.words(cut, last) in cols.known or office
            if entry is not None and entry.kind == "organization" and kind is None and apart:
                yield name_of(cols, first, cut)
                yield from self.cut(cut, last)
                return
        lead = self._leading_country(first, last)
        if lead and lead < last:
            rest = cols.text[lead:last]
            whole = len(rest) > 1 or of_noun(rest[0]) is not None or rest[0].lower() in _BODY_WORDS
            if whole and not cols.begins[lead] and cols.entity[last - 1] in _FULL_LABELS:
                yield name_of(cols, first, last)
                yield from self._nested(first, last)
            else:
                yield name_of(cols, first, lead)
                yield from self.cut(lead, last)
            return
        yield name_of(cols, first, last)

    def _border(self, i: int) -> bool:
        """Say whether one recognized entity ends before the token and another begins at it."""
        cols = self.cols
        if cols.text[i - 1] in ("-", *_JOINS) or cols.text[i] in ("-", *_JOINS):
            return False
        if not cols.begins[i] or not cols.entity[i - 1] or not cols.entity[i]:
            return False
        # Two places side by side without a comma are one name that the recognizer took apart ("Valeska Paris").
        return cols.entity[i] != cols.entity[i - 1] or cols.text[i - 1] in cols.known

    def _stands_before_person(self, first: int, last: int) -> bool:
        """Say whether a body or role stands before a person's name ("member of Parliament Tomas Reyes")."""
        words = self.cols.text[first:last]
        if not 3 <= len(words) <= 4 or words[1] not in first_names() or words[0] in first_names():
            return False
        inner = words[0][1:] != words[0][1:].lower() and not words[0].startswith(("Mc", "Mac", "O'", "D'"))
        city = words[0] in cities() and first > 0 and self.cols.text[first - 1] in ("of", "in", "from")
        known_word = of_noun(words[0]) is not None or words[0] in self.cols.known or inner or city
        return (
            known_word
            and of_noun(words[-1]) is None
            and words[-1] not in self.cols.known
            and words[2][0].isupper()
        )

    def _person_after_body(self, first: int, last: int) -> int | None:
        """Return where a person's name begins behind the name of a body ("Refugee Council Enver Sol"), or None."""
        cols = self.cols
        for i in range(max(first + 2, last - 3), last - 1):
            body = cols.text[i - 1].lower() in nouns().organization
            if (
                body
                and cols.text[i] in first_names()
                and of_noun(cols.text[last - 1]) is None
                and cols.text[last - 1] not in cols.known
            ):
                return i
        return None

    def _leading_country(self, first: int, last: int) -> int | None:
        """Return the token after a country's name or adjective with which the run begins."""
        words = self.cols.text[first:last]
        for n in range(min(4, len(words)), 0, -1):
            entry = self.cols.known.get(" ".join(words[:n]))
            if entry is not None and entry.kind in ("country", "place"):
                return first + n
        return None

    def _nested(self, first: int, last: int) -> Iterator[Found]:
        """Yield the country that a body's name begins with ("U.S. Senate"); an adjective is part of the name."""
        lead = self._leading_country(first, last)
        if lead is not None and lead < last and self.cols.text[lead] != "-":
            entry = self.cols.known[" ".join(self.cols.text[first:lead])]
            if entry.kind == "country" and entry.sense == "name":
                yield name_of(self.cols, first, lead)

    def _countries(self, first: int, last: int) -> Iterator[Found]:
        """Yield the countries of "Sino-North Korean", "U.S.-China" or "U.S.-allied" where such words stand alone."""
        cols = self.cols
        begin = cols.start[first]
        text = cols.words(first, last)
        pieces = text.split("-")
        if not any(piece in cols.known for piece in pieces):
            return
        if all(piece in cols.known for piece in pieces):
            position = begin
            for piece in pieces:
                token = next(i for i in range(last - 1, first - 1, -1) if cols.start[i] <= position)
                yield self._part(position, position + len(piece), token, piece)
                position += len(piece) + 1
        elif "-" in cols.text[first] and not cols.text[first].split("-")[-1][:1].isupper():
            # "U.S.-allied South Korea"
            if pieces[0] in cols.known:
                yield self._part(begin, begin + len(pieces[0]), first, pieces[0])
            if first + 1 < last:
                yield from self.cut(first + 1, last)

    def _part(self, start: int, end: int, token: int, name: str) -> Found:
        entry = self.cols.known[name]
        return Found(
            start, end, token, token + 1, token, "name", entry.kind, (name,), entry.sense, entry.name
        )

    def _person_after_title(self, first: int, last: int) -> int | None:
        """Return where a person's name begins in a run that starts with a title or a role, or None."""
        cols = self.cols
        lists = nouns()
        at = None
        for i in range(first, last - 1):
            word = cols.text[i].lower()
            if i == first and last - first == 2 and cols.text[i] in first_names():
                continue  # "Dean Howarth" is no dean
            if i > first and cols.text[i - 1] in ("bin", "ibn", "bint", "al", "el", "de", "van", "von"):
                continue  # nor is the father of "Zayed bin Sultan" a sultan
            if word in titles().gender or word in lists.person or (word in QUALIFIERS and at is not None):
                at = i
        if at is None or (
            first
            and at == first
            and cols.text[first - 1].islower()
            and of_noun(cols.text[first - 1]) == "person"
        ):
            return None
        rest = cols.text[at + 1 : last]
        tail = rest[-1].lower()
        if any(word in _JOINS for word in rest) or rest[0] in ("-", "–"):
            return None
        if cols.words(first, last) in cities() or (
            cols.entity[last - 1] == "GPE" and rest[-1] not in surnames()
        ):
            return None  # "Saint Petersburg"
        bodies = lists.organization | lists.place
        if tail in bodies and rest[-1] not in surnames() and rest[0] not in first_names():
            return None  # "General Assembly", but "General Park"
        if cols.entity[last - 1] == "PERSON" or rest[0] in first_names():
            return at + 1
        if tail in lists.organization or tail in lists.place or tail in lists.thing or tail in lists.event:
            return None
        if of_noun(tail) is not None or " ".join(rest) in cols.known:
            return None
        enough = 1 if cols.text[at].lower() in titles().gender else 2
        return at + 1 if enough <= len(rest) <= 4 else None

    def _titled(self, first: int, name: int, last: int) -> Iterator[Found]:
        """Yield what a run of title and name holds: the person, and the body or country before the title."""
        cols = self.cols
        begin = name
        while begin > first:
            word = cols.text[begin - 1].lower()
            if word not in titles().gender and word not in QUALIFIERS and of_noun(word) != "person":
                break
            begin -= 1
        if begin > first:
            yield from self.cut(first, begin)
        yield replace(name_of(self.cols, name, last), title=(first, name), kind="person")

    def cut_headline(
        self, first: int, last: int, spellings: set[tuple[str, ...]], surnames: set[str]
    ) -> Iterator[Found]:
        """Yield the names in a headline whose words are all capitalised: only those known from elsewhere."""
        cols, i = self.cols, first
        while i < last:
            for end in range(min(last, i + _LONGEST_KNOWN), i, -1):
                words = tuple(cols.text[i:end])
                small = tuple(word.title() for word in words)
                if all(word.isupper() and len(word) > 3 for word in words) and (
                    small in spellings or (len(small) == 1 and small[0] in surnames)
                ):
                    entry = cols.known.get(" ".join(small))
                    name = name_of(cols, i, end)
                    if entry is not None:
                        name = replace(name, kind=entry.kind, sense=entry.sense, canonical=entry.name)
                    yield replace(name, words=small)
                    i = end
                    break
                alone = len(words) == 1 and words[0] in surnames and cols.pos[i] == "PROPN"
                if words in spellings or " ".join(words) in cols.known or alone:
                    yield name_of(self.cols, i, end)
                    i = end
                    break
            else:
                i += 1
