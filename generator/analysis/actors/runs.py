"""Runs of capitalised words: where a name may stand, and how far it reaches over "of", "and" and hyphens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.analysis.actors.columns import Columns
from generator.analysis.kinds import of_noun
from generator.analysis.world import cities, first_names, kind_signs, nouns, singular, titles

PARTICLES = frozenset(
    "de du la le von van der den bin ibn al el da di dos das des del della ben ter ten zu af y e".split()
)
_SURNAME_PARTICLES = frozenset("von van de du della di dos bin ibn ter ten der den".split())
"""Those with which a surname may begin where no first name stands before it ("von Hagen said")."""
_LINKS = frozenset("e i a o y al el ul ud de la le les du des sur en of and".split())
"""Small words between the hyphens of one name."""
_KINSHIP = frozenset("sons daughters friends mothers grandmothers brothers sisters knights".split())
_FIELDS = frozenset("ministry department directorate secretariat faculty committee".split())
"""Bodies whose name may list what they see to ("Ministry of Education, Youth and Sport")."""
_ELIDED = frozenset(("d", "l", "dell", "dall", "de", "t"))
_JOINS = frozenset(("of", "for", "and", "&", "on", "in", "to", "at", "against"))
_NEVER = frozenset(("I", "Mr", "Mrs", "Ms", "Mr.", "Mrs.", "Ms.", "PM", "AM", "TV", "OK"))
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. "
    "jan feb mar apr jun jul aug sept oct nov dec utc gmt est edt bst".split()
)
_FUNCTION = frozenset(
    ("DET", "PRON", "ADP", "SCONJ", "AUX", "ADV", "CCONJ", "INTJ", "NUM", "PART", "PUNCT", "SYM")
)
_NUMERIC = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"))
_DATELINE = 12
"""Tokens up to the dash of the longest dateline ("PORT LOUIS, Mauritius, March 3 (Reuters) —")."""
_FOR_WHAT = frozenset(
    "committee commission council conference department office institute center centre campaign coalition association "
    "agency society fund bureau board panel ministry foundation forum movement party group force union league "
    "secretariat organisation organization network alliance subcommittee academy court".split()
)
"""Bodies whose name goes on with "for" or "on" ("Council on Foreign Relations")."""


class Runs:
    """The runs of one document.

    Args:
        cols: The document.
    """

    def __init__(self, cols: Columns) -> None:
        self.cols = cols
        self.shouting = _title_case_blocks(cols)
        """Headlines in which every large word has a capital, so that a capital says nothing."""
        self.capitals = {block for block in self.shouting if self._is_in_capitals(block)}
        """Those that are written in capitals altogether."""
        self.middle = self._seen_inside()

    def _is_in_capitals(self, block: int) -> bool:
        cols = self.cols
        first = cols.block.index(block)
        return all(
            cols.text[i].isupper() or not cols.text[i].isalpha()
            for i in range(first, len(cols.text))
            if cols.block[i] == block
        )

    def _seen_inside(self) -> set[str]:
        """Return the words that stand capitalised where no sentence begins."""
        cols, seen = self.cols, set()
        for i in range(1, len(cols.text)):
            word = cols.text[i]
            large = cols.pos[i] == "PROPN" and cols.block[i] >= 0 and word[0].isupper()
            if large and word not in seen and cols.block[i] not in self.shouting and not self._opens(i):
                seen.add(word)
        return seen

    def _opens(self, i: int) -> bool:
        """Say whether the token is capitalised for its place: first in a sentence, a quotation or after a colon."""
        cols = self.cols
        if i == 0 or cols.sentence[i] != cols.sentence[i - 1] or cols.block[i] != cols.block[i - 1]:
            return True
        before = cols.text[i - 1]
        return before in ('"', "'", "“", "‘", ":", "-", "–", "—", "(", "[", "...", "*") or before.isspace()

    def _is_name_word(self, i: int) -> bool:
        cols = self.cols
        word = cols.text[i]
        if not word[0].isupper() or (word in _NEVER and word != "PM"):
            return _is_elided(word)
        label = cols.entity[i]
        if word.lower() in _TIMES and label != "PERSON" and cols.pos[i - 1 if i else 0] != "PROPN":
            return False
        if label in _NUMERIC and word not in cols.known:
            return False
        if self._opens(i):
            if word in cols.known or self._opens_surname(i):
                return True
            if cols.pos[i] == "PROPN" or label in ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"):
                # At the head of a sentence the tagger takes many a noun or verb for a name.
                named = word in self.middle or cols.pos[i] == "PROPN" or word in first_names()
                return named or self._accuses_or_says(i)
            if 2 < len(word) < 7 and word.isupper() and word.isalpha():
                return True  # "NAFP leaders want"
            return word in self.middle and cols.pos[i] not in _FUNCTION
        if cols.pos[i] in ("DET", "PRON", "ADP", "SCONJ", "AUX", "CCONJ", "PUNCT"):
            return word in cols.known or (
                (label not in ("", *_NUMERIC) and not cols.begins[i]) or label == "ORG"
            )
        return True

    def _accuses_or_says(self, i: int) -> bool:
        """Say whether a word of no known sense, which the recognizer takes for a name, accuses or says something."""
        cols, signs = self.cols, kind_signs()
        verb = cols.text[cols.head[i]].lower()
        return (
            cols.dep[i] == "nsubj"
            and cols.head[i] > i
            and (verb in signs.charging_verbs or verb in signs.acting_verbs)
            and of_noun(cols.text[i].lower()) is None
        )

    def _opens_surname(self, i: int) -> bool:
        """Say whether a particle with the sentence's capital begins a surname ("Van den Berg said")."""
        text = self.cols.text
        if text[i].lower() not in _SURNAME_PARTICLES or i + 2 >= len(text):
            return False
        return text[i + 1] in PARTICLES and text[i + 2][0].isupper()

    def find(self) -> Iterator[tuple[int, int]]:
        """Yield runs of capitalised words: token ranges, joined over hyphens and particles inside a name."""
        cols, i, n = self.cols, 0, len(self.cols.text)
        while i < n:
            large = cols.text[i][0].isupper()
            begins = (self._is_name_word(i) or self._known_end(i)) if large else self._is_lower_start(i)
            if cols.block[i] < 0 or not begins:
                i += 1
                continue
            first, last = i, max(i + 1, self._known_end(i))
            while last < n and cols.block[last] == cols.block[first] and self._goes_on(first, last):
                step = self._step(first, last)
                if not step:
                    break
                last += step
            yield first, last
            i = last

    def _known_end(self, i: int) -> int:
        """Return the token behind a long name of the lexicons that begins here ("Doctors Without Borders"), or 0."""
        text = self.cols.text
        for words in self.cols.lexicon.long.get(text[i], ()):
            if text[i : i + len(words)] == words:
                return i + len(words)
        return 0

    def _goes_on(self, first: int, last: int) -> bool:
        """Say whether the sentence goes on: a border between two words of a name is the parser's mistake."""
        cols = self.cols
        if cols.sentence[last] == cols.sentence[first]:
            return True
        both = cols.pos[last] == "PROPN" == cols.pos[last - 1] and cols.text[last][0].isupper()
        return both and cols.text[last - 1].isalpha() and cols.start[last] == cols.end(last - 1) + 1

    def _is_lower_start(self, i: int) -> bool:
        """Say whether an "al-", "von" or "de" begins a name here ("al-Qaeda", "de Gaulle")."""
        cols = self.cols
        if cols.text[i] in ("al", "el") and i + 2 < len(cols.text) and cols.text[i + 1] == "-":
            return cols.text[i + 2][0].isupper()
        if cols.text[i] in _SURNAME_PARTICLES and i + 1 < len(cols.text) and cols.pos[i] != "NOUN":
            own = cols.start[i + 1] > cols.end(i) and cols.block[i + 1] == cols.block[i]
            return own and cols.text[i + 1][0].isupper() and cols.pos[i + 1] == "PROPN"
        return _is_elided(cols.text[i])

    def _step(self, first: int, last: int) -> int:
        """Return how many tokens the run that reaches up to `last` goes on: 0 if it ends."""
        cols, n = self.cols, len(self.cols.text)
        word = cols.text[last]
        gap = cols.start[last] > cols.end(last - 1)
        if self._is_name_word(last):
            return 1
        if word == "-" and not gap and self._is_linked(last):
            return 4  # "Lashkar-e-Taiba"
        if word in ("-", "–") and not gap and last + 1 < n and cols.start[last + 1] == cols.end(last):
            # "Kim Yo-jong", "Ban Ki-moon": what follows may be small inside a person's name.
            given = cols.entity[last - 1] == "PERSON" and last - first > 1 and not cols.begins[last + 1]
            small = given and cols.entity[last + 1] in ("PERSON", "")
            return 2 if cols.text[last + 1][0].isupper() or small else 0
        if word.lower() in PARTICLES and last + 1 < n:
            after = cols.text[last + 1]
            if after[0].isupper() and self._is_name_word(last + 1) and word.islower():
                return 2
            if after == "-" and last + 2 < n and cols.text[last + 2][0].isupper():
                return 3
            if after in PARTICLES and last + 2 < n and cols.text[last + 2][0].isupper():
                return 3
        if word in _JOINS or word == ",":
            return self._join(first, last)
        if (
            word == "'s"
            and cols.entity[last]
            and not cols.begins[last]
            and last + 1 < n
            and self._is_name_word(last + 1)
        ):
            return 2 if cols.entity[last + 1] == cols.entity[last] and not cols.begins[last + 1] else 0
        if (
            word in ("'", "’")
            and not gap
            and cols.text[last - 1][-1] == "s"
            and last + 1 < n
            and cols.text[last + 1][0].isupper()  # also where the tagger sees a common noun in "League"
        ):
            tail = cols.text[last + 1].lower()
            return 2 if tail in nouns().organization else 0
        if word[0].isdigit() and cols.entity[last] in ("ORG", "PRODUCT", "FAC") and not cols.begins[last]:
            score = last + 1 < n and cols.text[last + 1] in ("-", "–")  # "beat Arsenal 2-0"
            return 0 if score else 1
        return 0

    def _is_linked(self, at: int) -> bool:
        """Say whether a hyphen, a small word and another hyphen join two parts of one name."""
        text = self.cols.text
        return (
            at + 3 < len(text)
            and text[at + 1] in _LINKS
            and text[at + 2] == "-"
            and text[at + 3][0].isupper()
        )

    def _join(self, first: int, at: int) -> int:
        """Return how far "of", "and", "," ... at `at` joins what follows to the run, 0 if it does not."""
        cols, n, word = self.cols, len(self.cols.text), self.cols.text[at]
        after = at + 1
        if after < n and cols.text[after] in ("the", "The") and word != ",":
            after += 1
        if after >= n or cols.sentence[after] != cols.sentence[first] or not self._is_name_word(after):
            return 0
        label = cols.entity[at]
        inside = (
            bool(label) and not cols.begins[at] and not cols.begins[after] and cols.entity[after] == label
        )
        if word == ",":
            if (
                cols.text[at - 2] == "of"
                and cols.text[first].lower() in _FIELDS
                and self._lists_fields(after)
            ):
                return 4
            return 2 if inside and label == "ORG" and cols.entity[first] == label else 0
        run = cols.text[first:at]
        head = run[-1].lower()
        lists = nouns()
        body = head in lists.organization or singular(head) in lists.organization
        if word in ("of", "for", "on", "in", "to", "at", "against"):
            if (
                word == "of"
                and run == [run[-1]]
                and head in _KINSHIP
                and (cols.text[after - 1].lower() == "the" or head == "friends")
            ):
                return after - at + 1  # "the Daughters of the Harvest", "Friends of Skelder"
            if self._has_title(at):
                return 0
            if body and word == "of" and cols.entity[after] != "PERSON":
                return after - at + 1
            if word in ("for", "on") and head in _FOR_WHAT and cols.entity[after] != "PERSON":
                return after - at + 1
            if word == "on" and label not in ("EVENT", "LAW", "WORK_OF_ART") and head not in _FOR_WHAT:
                return 0  # "against Corvanity on French television"
            if word == "in" and label == "WORK_OF_ART" and cols.text[after] in cities():
                return 0  # "the cruise ship Marela in Bonaire"
            return (
                after - at + 1
                if inside and label in ("ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "GPE", "LOC")
                else 0
            )
        end = after
        while end < n and cols.sentence[end] == cols.sentence[first] and self._is_name_word(end):
            end += 1
        if self._has_title(at):
            return 0
        if (
            cols.text[after - 1].lower() == "the"
            and cols.text[after].lower() in lists.organization
            and (body or run[0].lower() in lists.organization)
        ):
            return 0  # "the Board of Timber and the Board of Trade"
        if (
            run[0].lower() in _FIELDS
            and "of" in run
            and end - after == 1
            and self._is_field(cols.text[after])
        ):
            return end - at  # "Ministry of Fisheries and Oceans"
        tail = cols.text[end - 1].lower()
        if " ".join(run) in cols.known and cols.words(after, end) in cols.known:
            return 0  # "Amnesty International and Human Rights Watch"
        left_known = " ".join(run) in cols.known and not inside
        if " ".join(cols.text[first:end]) in cols.known:
            return end - at
        if inside and label in ("ORG", "LAW", "WORK_OF_ART", "EVENT", "FAC") and not left_known:
            return after - at + 1
        of_body = any(t in ("of", "for", "on") for t in run) and not any(t == "and" for t in run)
        if word == "&" or (of_body and end - after <= 2 and not left_known and not cols.begins[after]):
            return after - at + 1
        both = bool(cols.entity[at - 1]) and cols.begins[after]
        compound = tail in lists.organization and not both and cols.entity[at - 1] != "PERSON"
        return end - at if compound and not left_known and len(run) <= 3 and not body else 0

    def _lists_fields(self, at: int) -> bool:
        """Say whether two more fields follow, of which nothing is known that acts ("..., Youth and Sport")."""
        text = self.cols.text
        if at + 2 >= len(text) or text[at + 1] not in ("and", "&") or not text[at + 2][0].isupper():
            return False
        return self._is_field(text[at]) and self._is_field(text[at + 2])

    def _is_field(self, word: str) -> bool:
        """Say whether a word may be what a body sees to: nothing is known of it that acts."""
        acts = of_noun(word) in ("organization", "country")
        return not (acts or word in self.cols.known or word in first_names() or word in cities())

    def _has_title(self, last: int) -> bool:
        """Say whether the run is a title ("Secretary of State" is no body, nor is "President of Egypt")."""
        word = self.cols.text[last - 1].lower()
        return word in titles().gender or of_noun(word) in ("person", "group")

    def is_dateline(self, first: int, last: int) -> bool:
        """Say whether the run is of the line before the news: "OSLO (Wire) —", "HALIFAX, Nova Scotia —"."""
        cols, begin = self.cols, first
        while begin and cols.block[begin - 1] == cols.block[first] and first - begin < _DATELINE:
            begin -= 1
        opens = not begin or cols.block[begin - 1] != cols.block[first]
        if not opens or not cols.text[begin].isupper() or len(cols.text[begin]) < 3:
            return False
        reach = range(last, min(begin + _DATELINE, len(cols.text)))
        return any(
            cols.text[i] in ("—", "–", "--", "-")
            and cols.block[i] == cols.block[first]
            # no hyphen: "ISIS carried out a multi-pronged attack"
            and not (i + 1 < len(cols.text) and cols.end(i - 1) == cols.start[i] == cols.start[i + 1] - 1)
            for i in reach
        )


def _is_elided(word: str) -> bool:
    """Say whether a word begins with an elided particle ("d'Estrel", "dell'Orso")."""
    if "'" not in word and "’" not in word:
        return False  # nearly every word, and this is asked of every word
    small, _, rest = word.replace("’", "'").partition("'")
    return small in _ELIDED and rest[:1].isupper()


def _title_case_blocks(cols: Columns) -> set[int]:
    """Return the headlines and headings in which every large word is capitalised."""
    large: Counter[int] = Counter()
    capital: Counter[int] = Counter()
    for i, block in enumerate(cols.block):
        if block >= 0 and (not cols.kinds or cols.kinds[block] in ("headline", "subtitle", "heading")):
            word = cols.text[i]
            if len(word) > 3 and word.isalpha():
                large[block] += 1
                capital[block] += word[0].isupper()
    # A headline of two words ("Jane Roe") is a name more often than a sentence.
    return {block for block, n in large.items() if n > 2 and capital[block] > 0.7 * n}
