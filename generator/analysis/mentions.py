"""Mentions: where the article names an actor, describes one ("the ministry") or uses a pronoun.

Names are runs of capitalised words, cut and joined with the help of the lexicons and of the entity recognizer; what
one place of the article shows about a string (its kind, that it is a name at all) holds for all places.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from generator.analysis.columns import Columns, columns
from generator.analysis.kinds import Guess, of_label, of_name, of_noun
from generator.analysis.names import key
from generator.analysis.world import Sense, first_names, known, nouns, singular, titles
from generator.model import MentionForm


@dataclass(frozen=True, slots=True)
class Found:
    """A mention of somebody or something that may be an actor."""

    start: int
    """First character."""
    end: int
    first: int
    """First token."""
    last: int
    """The token after the last one."""
    head: int
    """The token that the syntax hangs on."""
    form: MentionForm
    kind: Guess = None
    words: tuple[str, ...] = ()
    """The words of a name or of a description."""
    sense: Sense = "name"
    """How a name of the lexicons stands for what it means ("China", "Chinese", "Beijing")."""
    canonical: str | None = None
    """What the lexicons call it."""
    title: tuple[int, int] | None = None
    """The tokens before a person's name that say what the person is ("CIA spokesman")."""
    definite: bool = False
    """A description with "the", "this" or a possessive."""
    plural: bool = False
    entity: int = -1
    """Number of the actor that it stands for; -1: none. Given by the coreference component."""


_PARTICLES = frozenset(
    "de du la le von van der den bin ibn al el da di dos das des del della ben ter ten zu af y e".split()
)
_JOINS = frozenset(("of", "for", "and", "&", "on", "in", "to", "at", "against"))
_NEVER = frozenset(("I", "Mr", "Mrs", "Ms", "Mr.", "Mrs.", "Ms.", "PM", "AM", "TV", "OK"))
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. jan feb mar apr jun jul aug "
    "sept oct nov dec utc gmt est edt bst".split()
)
_FUNCTION = frozenset(
    ("DET", "PRON", "ADP", "SCONJ", "AUX", "ADV", "CCONJ", "INTJ", "NUM", "PART", "PUNCT", "SYM")
)
_NUMERIC = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"))
_QUALIFIERS = frozenset(
    "prime vice deputy foreign defense defence finance minority majority attorney lieutenant first chief senior acting "
    "former house state home interior press executive associate assistant managing general under security trade "
    "shadow supreme crown grand great late then ex vice- environment health education justice treasury opposition "
    "major rear head co- interim special national police chairman secretary minister".split()
)
_DEFINITE = frozenset(
    ("the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your")
)
_PRONOUNS = frozenset(
    "he him his himself she her hers herself they them their theirs themselves themself it its itself "
    "i me my mine myself we us our ours ourselves 'em".split()
)
_FOR_WHAT = frozenset(
    "committee commission council conference department office institute center centre campaign coalition association "
    "agency society fund bureau board panel ministry foundation forum movement party group force union league "
    "secretariat organisation organization network alliance subcommittee academy court".split()
)
"""Bodies whose name goes on with "for" or "on" ("Council on Foreign Relations")."""
_SUBJECT = frozenset(("nsubj", "nsubjpass"))
_HUMAN_VERBS = frozenset(
    "told asked replied explained wrote thinks believes thought argued joked died "
    "married born tweeted recalled remembers smiled".split()
)
_CITY_BEFORE = frozenset(
    "in at near outside around through into across inside throughout downtown central via within leave left".split()
)
_PARTNER = frozenset("with from by between against toward towards for on upon".split())
_CITY_NOUNS = frozenset(
    "mayor street streets airport police suburb suburbs school hotel court time newspaper university stadium exchange "
    "resident residents hospital museum skyline metro subway neighborhood district office embassy".split()
)
_SOME = frozenset(
    "many some most several few other fellow young million thousand hundred more these those".split()
)
_CHIEFS = frozenset(
    "executive chairman chairwoman spokesman spokeswoman shareholders subsidiary employees factory ceo".split()
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
_FULL_LABELS = frozenset(("ORG", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"))
_BODY_WORDS = frozenset("airlines airways open telecom steel oil customs times post electric".split())
_LONGEST_KNOWN = 7
"""Words of the longest name in the lexicons that is looked for outside capitalised runs."""


@Language.component("briefings_mentions", requires=["doc._.blocks"], assigns=["doc._.mentions"])
def mentions(doc: Doc) -> Doc:
    """Find the mentions of the prose blocks, in the order of the text."""
    doc._.mentions = tuple(find_mentions(columns(doc)))
    return doc


def find_mentions(cols: Columns) -> list[Found]:
    """Find names, descriptions and pronouns in the prose blocks, in the order of the text."""
    names = _Names(cols).find()
    taken = {i for name in names for i in range(name.first, name.last)}
    every = names + list(_descriptions(cols, taken)) + list(_pronouns(cols, taken))
    return sorted(every, key=lambda m: (m.start, -m.end))


class _Names:
    """The names of one document."""

    def __init__(self, cols: Columns) -> None:
        self.cols = cols
        self.shouting = _title_case_blocks(cols)
        self.middle = self._seen_inside()

    def find(self) -> list[Found]:
        body, heads = [], []
        for first, last in self._runs():
            (heads if self.cols.block[first] in self.shouting else body).append((first, last))
        found = [name for first, last in body for name in self._cut(first, last)]
        spellings = {tuple(name.words) for name in found}
        surnames = {name.words[-1] for name in found if name.words}
        for first, last in heads:
            found.extend(self._cut_headline(first, last, spellings, surnames))
        return self._judged(found)

    def _seen_inside(self) -> set[str]:
        """Return the words that stand capitalised where no sentence begins."""
        cols, seen = self.cols, set()
        for i in range(1, len(cols.text)):
            word = cols.text[i]
            if word[0].isupper() and cols.block[i] >= 0 and cols.block[i] not in self.shouting:
                if not self._opens(i) and cols.pos[i] == "PROPN":
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
        if not word[0].isupper() or word in _NEVER and word != "PM":
            return False
        label = cols.entity[i]
        if word.lower() in _TIMES and label != "PERSON" and cols.pos[i - 1 if i else 0] != "PROPN":
            return False
        if label in _NUMERIC and word not in known():
            return False
        if self._opens(i):
            if word in known():
                return True
            if cols.pos[i] == "PROPN" or label in ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"):
                # At the head of a sentence the tagger takes many a noun or verb for a name.
                return word in self.middle or cols.pos[i] == "PROPN" or word in first_names()
            return word in self.middle and cols.pos[i] not in _FUNCTION
        if cols.pos[i] in ("DET", "PRON", "ADP", "SCONJ", "AUX", "CCONJ", "PUNCT"):
            return word in known() or (label not in ("", *_NUMERIC) and not cols.begins[i] or label == "ORG")
        return True

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Yield runs of capitalised words: token ranges, joined over hyphens and particles inside a name."""
        cols, i, n = self.cols, 0, len(self.cols.text)
        while i < n:
            if cols.block[i] < 0 or not (self._is_name_word(i) or self._is_lower_start(i)):
                i += 1
                continue
            first, last = i, i + 1
            while (
                last < n
                and cols.block[last] == cols.block[first]
                and cols.sentence[last] == cols.sentence[first]
            ):
                step = self._step(first, last)
                if not step:
                    break
                last += step
            yield first, last
            i = last

    def _is_lower_start(self, i: int) -> bool:
        """Say whether an "al-", "von" or "de" begins a name here ("al-Qaeda", "de Gaulle")."""
        cols = self.cols
        if cols.text[i] in ("al", "el") and i + 2 < len(cols.text) and cols.text[i + 1] == "-":
            return cols.text[i + 2][0].isupper()
        return False

    def _step(self, first: int, last: int) -> int:
        """Return how many tokens the run that reaches up to `last` goes on: 0 if it ends."""
        cols, n = self.cols, len(self.cols.text)
        word = cols.text[last]
        gap = cols.start[last] > cols.end(last - 1)
        if self._is_name_word(last):
            return 1
        if word in ("-", "–") and not gap and last + 1 < n and cols.start[last + 1] == cols.end(last):
            after = last + 1
            given = (
                cols.entity[last - 1] == "PERSON" and last - first > 1 and not cols.begins[after]
            )  # "Ki-moon"
            return (
                2 if cols.text[after][0].isupper() or (given and cols.entity[after] in ("PERSON", "")) else 0
            )
        if word.lower() in _PARTICLES and last + 1 < n:
            after = cols.text[last + 1]
            if after[0].isupper() and self._is_name_word(last + 1) and word.islower():
                return 2
            if after == "-" and last + 2 < n and cols.text[last + 2][0].isupper():
                return 3
            if after in _PARTICLES and last + 2 < n and cols.text[last + 2][0].isupper():
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
            and self._is_name_word(last + 1)
        ):
            tail = cols.text[last + 1].lower()
            return 2 if tail in nouns().organization else 0
        if word[0].isdigit() and cols.entity[last] in ("ORG", "PRODUCT", "FAC") and not cols.begins[last]:
            return 1
        return 0

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
            return 2 if inside and label == "ORG" and cols.entity[first] == label else 0
        run = cols.text[first:at]
        head = run[-1].lower()
        lists = nouns()
        body = head in lists.organization or singular(head) in lists.organization
        if word in ("of", "for", "on", "in", "to", "at", "against"):
            if self._has_title(first, at):
                return 0
            if body and word == "of" and cols.entity[after] != "PERSON":
                return after - at + 1
            if word in ("for", "on") and head in _FOR_WHAT and cols.entity[after] != "PERSON":
                return after - at + 1
            return (
                after - at + 1
                if inside and label in ("ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "GPE", "LOC")
                else 0
            )
        end = after
        while end < n and cols.sentence[end] == cols.sentence[first] and self._is_name_word(end):
            end += 1
        if self._has_title(first, at):
            return 0
        tail = cols.text[end - 1].lower()
        left_known = " ".join(run) in known() and not inside
        if " ".join(cols.text[first:end]) in known():
            return end - at
        if inside and label in ("ORG", "LAW", "WORK_OF_ART", "EVENT", "FAC") and not left_known:
            return after - at + 1
        of_body = any(t in ("of", "for", "on") for t in run) and not any(t == "and" for t in run)
        if word == "&" or (of_body and end - after <= 2 and not left_known and not cols.begins[after]):
            return after - at + 1
        both = bool(cols.entity[at - 1]) and cols.begins[after]
        compound = tail in lists.organization and not both and cols.entity[at - 1] != "PERSON"
        return end - at if compound and not left_known and len(run) <= 3 and not body else 0

    def _has_title(self, first: int, last: int) -> bool:
        """Say whether the run is a title ("Secretary of State" is no body, nor is "President of Egypt")."""
        word = self.cols.text[last - 1].lower()
        return word in titles().gender or of_noun(word) in ("person", "group")

    def _is_dateline(self, first: int, last: int) -> bool:
        """Say whether the run is the place before the news: "OSLO (Wire) —", "VIENNA, May 3 —"."""
        cols = self.cols
        if first and cols.block[first - 1] == cols.block[first] or not cols.text[first].isupper():
            return False
        reach = range(last, min(last + 9, len(cols.text)))
        return any(
            cols.text[i] in ("—", "–", "--", "-", ":") and cols.block[i] == cols.block[first] for i in reach
        )

    def _cut(self, first: int, last: int) -> Iterator[Found]:
        """Cut a run into names."""
        cols = self.cols
        if self._is_dateline(first, last):
            return
        while (
            first < last
            and cols.text[first] in ("The", "the", "-", "A", "An")
            and cols.words(first, last) not in known()
        ):
            first += 1
        if first >= last:
            return
        words = cols.text[first:last]
        if cols.words(first, last) in known():
            yield self._name(first, last)
            return
        if "-" in words or any("-" in word for word in words):
            parts = list(self._countries(first, last))
            if parts:
                yield from parts
                return
        split = self._person_after_title(first, last)
        if split is not None:
            yield from self._titled(first, split, last)
            return
        kind, weight = of_name(words)
        if kind in ("organization", "place", "thing") and weight >= 3 and len(words) > 1:
            yield self._name(first, last)
            yield from self._nested(first, last)
            return
        if kind == "person" and weight >= 2 and len(words) <= 3 and not any(w in known() for w in words[:-1]):
            yield self._name(first, last)
            return
        border = next((i for i in range(first + 1, last) if self._border(i)), None)
        if border is not None:
            yield from self._cut(first, border)
            yield from self._cut(border, last)
            return
        for cut in range(last - 1, first, -1):
            entry = known().get(" ".join(words[: cut - first]))
            apart = cols.begins[cut] or cols.words(cut, last) in known()
            if entry is not None and entry.kind == "organization" and kind is None and apart:
                yield self._name(first, cut)
                yield from self._cut(cut, last)
                return
        lead = self._leading_country(first, last)
        if lead and lead < last:
            rest = cols.text[lead:last]
            whole = len(rest) > 1 or of_noun(rest[0]) is not None or rest[0].lower() in _BODY_WORDS
            if whole and not cols.begins[lead] and cols.entity[last - 1] in _FULL_LABELS:
                yield self._name(first, last)
                yield from self._nested(first, last)
            else:
                yield self._name(first, lead)
                yield from self._cut(lead, last)
            return
        yield self._name(first, last)

    def _border(self, i: int) -> bool:
        """Say whether one recognized entity ends before the token and another begins at it."""
        cols = self.cols
        if cols.text[i - 1] == "-" or cols.text[i] == "-":
            return False
        if not cols.begins[i] or not cols.entity[i - 1] or not cols.entity[i]:
            return False
        # Two places side by side without a comma are one name that the recognizer took apart ("Valeska Paris").
        return cols.entity[i] != cols.entity[i - 1] or cols.text[i - 1] in known()

    def _leading_country(self, first: int, last: int) -> int | None:
        """Return the token after a country's name or adjective with which the run begins."""
        words = self.cols.text[first:last]
        for n in range(min(4, len(words)), 0, -1):
            entry = known().get(" ".join(words[:n]))
            if entry is not None and entry.kind in ("country", "place"):
                return first + n
        return None

    def _nested(self, first: int, last: int) -> Iterator[Found]:
        """Yield the country that a body's name begins with ("U.S. Senate"); an adjective is part of the name."""
        lead = self._leading_country(first, last)
        if lead is not None and lead < last and self.cols.text[lead] != "-":
            entry = known()[" ".join(self.cols.text[first:lead])]
            if entry.kind == "country" and entry.sense == "name":
                yield self._name(first, lead)

    def _countries(self, first: int, last: int) -> Iterator[Found]:
        """Yield the countries of "Sino-North Korean", "U.S.-China" or "U.S.-allied" where such words stand alone."""
        cols = self.cols
        begin = cols.start[first]
        text = cols.words(first, last)
        pieces = text.split("-")
        if not any(piece in known() for piece in pieces):
            return
        if all(piece in known() for piece in pieces):
            position = begin
            for piece in pieces:
                token = next(i for i in range(last - 1, first - 1, -1) if cols.start[i] <= position)
                yield self._part(position, position + len(piece), token, piece)
                position += len(piece) + 1
        elif "-" in cols.text[first] and not cols.text[first].split("-")[-1][:1].isupper():
            # "U.S.-allied South Korea"
            if pieces[0] in known():
                yield self._part(begin, begin + len(pieces[0]), first, pieces[0])
            if first + 1 < last:
                yield from self._cut(first + 1, last)

    def _part(self, start: int, end: int, token: int, name: str) -> Found:
        entry = known()[name]
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
            if word in titles().gender or word in lists.person or (word in _QUALIFIERS and at is not None):
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
        if any(word in _JOINS for word in rest):
            return None
        if cols.entity[last - 1] == "PERSON" or rest[0] in first_names():
            return at + 1
        if tail in lists.organization or tail in lists.place or tail in lists.thing or tail in lists.event:
            return None
        if of_noun(tail) is not None or " ".join(rest) in known():
            return None
        enough = 1 if cols.text[at].lower() in titles().gender else 2
        return at + 1 if enough <= len(rest) <= 4 else None

    def _titled(self, first: int, name: int, last: int) -> Iterator[Found]:
        """Yield what a run of title and name holds: the person, and the body or country before the title."""
        cols = self.cols
        begin = name
        while begin > first:
            word = cols.text[begin - 1].lower()
            if word not in titles().gender and word not in _QUALIFIERS and of_noun(word) != "person":
                break
            begin -= 1
        if begin > first:
            yield from self._cut(first, begin)
        yield replace(self._name(name, last), title=(first, name), kind="person")

    def _name(self, first: int, last: int) -> Found:
        cols = self.cols
        while last - first > 1 and cols.text[last - 1] in ("-", "'s", ",", "&", "of", "and"):
            last -= 1
        while (
            last - first > 2
            and cols.text[last - 1].isupper()
            and (
                cols.text[last - 1] in titles().after
                or cols.entity[first] == "PERSON"
                and cols.text[first] in first_names()
            )
            and cols.text[last - 1].isalpha()
            and len(cols.text[last - 1]) > 1
            and not cols.text[first].isupper()
        ):
            last -= 1  # "Daniel Bernoulli FRS"
        words = tuple(cols.text[first:last])
        entry = known().get(cols.words(first, last))
        return Found(
            start=cols.start[first],
            end=cols.end(last - 1),
            first=first,
            last=last,
            head=head_of(cols, first, last),
            form="name",
            words=words,
            kind=entry.kind if entry else None,
            sense=entry.sense if entry else "name",
            canonical=entry.name if entry else None,
        )

    def _cut_headline(
        self, first: int, last: int, spellings: set[tuple[str, ...]], surnames: set[str]
    ) -> Iterator[Found]:
        """Yield the names in a headline whose words are all capitalised: only those known from elsewhere."""
        cols, i = self.cols, first
        while i < last:
            for end in range(min(last, i + _LONGEST_KNOWN), i, -1):
                words = tuple(cols.text[i:end])
                alone = len(words) == 1 and words[0] in surnames and cols.pos[i] == "PROPN"
                if words in spellings or " ".join(words) in known() or alone:
                    yield self._name(i, end)
                    i = end
                    break
            else:
                i += 1

    def _judged(self, found: list[Found]) -> list[Found]:
        """Give each name its kind, by all places where its string stands; drop what is no actor."""
        cols = self.cols
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        spelt: dict[str, tuple[str, ...]] = {}
        for name in found:
            if name.canonical:
                continue
            string = key(" ".join(name.words))
            kind, weight = of_name(name.words)
            if kind:
                votes[string][kind] += weight  # type: ignore[assignment]
            spelt[string] = name.words
            if name.title:
                votes[string]["person"] += 3
            label = of_label(cols.entity[name.last - 1])
            if label:
                votes[string][label] += 1  # type: ignore[assignment]
            for kind, weight in self._shown(name):
                votes[string][kind] += weight  # type: ignore[assignment]
        for string in self._listed_things(found):
            votes[string]["thing"] += 5
        _agree_on_people(votes, spelt)
        self._agree_in_lists(found, votes)
        kinds = {string: count.most_common(1)[0][0] for string, count in votes.items() if count}
        bearers = {
            words[-1]: string
            for string, words in spelt.items()
            if len(words) > 1 and kinds.get(string) == "person"
        }
        halves = {name.canonical for name in found if name.canonical in ("North Korea", "South Korea")}
        judged: list[Found] = []
        for name in found:
            if name.canonical:
                if self._in_nickname(name, found):
                    continue
                if name.sense == "people" and self._is_counted(name):
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
            kind = kinds.get(key(" ".join(name.words)))
            if kind is None or kind == "thing" or _is_role(name) or self._is_adjective(name, kind):
                continue
            if (
                any(cols.pos[i] in ("VERB", "AUX", "SCONJ", "PRON") for i in range(name.first + 1, name.last))
                and kind == "person"
            ):
                continue  # the title of a book or a slide ("Who Killed ...")
            judged.append(replace(name, kind=kind))  # type: ignore[arg-type]
        return self._cities(self._acting(judged) + self._inside(found, judged))

    def _shown(self, name: Found) -> Iterator[tuple[Guess, float]]:
        """Yield what the words around a name show of its kind, with weights as in `kinds.of_name`."""
        cols, n = self.cols, len(self.cols.text)
        before = cols.text[name.first - 1].lower() if name.first else ""
        after = cols.text[name.last].lower() if name.last < n else ""
        second = cols.text[name.last + 1].lower() if name.last + 1 < n else ""
        if "who" in (after, second) and after in (",", "who"):
            yield "person", 1.5
        if before in ("in", "near", "outside", "across"):
            yield "place", 0.6
        if name.first and cols.text[name.first - 1].islower() and cols.pos[name.first - 1] == "NOUN":
            told = of_noun(before)
            if told == "thing" or (told == "person" and before not in nouns().organization):
                yield told, 1.0 if told == "person" else 2.0
        if before == "of" and name.first > 1 and cols.text[name.first - 2].lower() in _CHIEFS:
            yield "organization", 1.5
        if after in ("'s", "’s") and _CHIEFS & {
            cols.text[i].lower() for i in range(name.last + 1, min(name.last + 4, n))
        }:
            yield "organization", 1.0
        governor = cols.head[name.head]
        if cols.dep[name.head] in _SUBJECT and governor > name.head:
            if cols.text[governor].lower() in _HUMAN_VERBS:
                yield "person", 0.4
            if cols.text[governor] in ("is", "was", "became"):
                for i in range(governor + 1, min(governor + 8, n)):
                    if cols.head[i] == governor and cols.dep[i] == "attr":
                        told = of_noun(cols.text[i])
                        if told in ("person", "organization", "place", "country"):
                            yield ("place" if told == "country" else told), 2.0
        if after == "," and second in ("a", "an", "the", "former"):
            for i in range(name.last + 2, min(name.last + 8, n)):
                if cols.text[i] in (",", ".", "of") or cols.pos[i] == "VERB":
                    break
                told = of_noun(cols.text[i])
                if cols.text[i].lower() in nouns().organization:
                    told = "organization"
                if (
                    told in ("person", "organization")
                    and cols.pos[i] == "NOUN"
                    and cols.pos[i + 1 if i + 1 < n else i] != "NOUN"
                ):
                    yield told, 2.0
                    break

    def _agree_in_lists(self, found: list[Found], votes: dict[str, Counter[str]]) -> None:
        """Give a name of which nothing is known the kind of the name that it is listed with ("Zeus, Hera and X")."""
        cols = self.cols
        at = {name.head: name for name in found}
        for name in found:
            string = key(" ".join(name.words))
            if name.canonical or votes[string]:
                continue
            token, steps = name.head, 0
            while cols.dep[token] == "conj" and steps < 8:
                token, steps = cols.head[token], steps + 1
                other = at.get(token)
                told = other.kind if other and other.canonical else None
                if other is not None and told is None:
                    ranking = votes[key(" ".join(other.words))].most_common(1)
                    told = ranking[0][0] if ranking else None  # type: ignore[assignment]
                if told:
                    votes[string]["place" if told == "country" else told] += 1
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

    def _is_adjective(self, name: Found, kind: str) -> bool:
        """Say whether the name of a people or faith only qualifies a noun ("Communist leader")."""
        cols = self.cols
        if kind != "group" or len(name.words) > 1:
            return False
        return (
            cols.pos[name.first] == "ADJ"
            or cols.dep[name.first] in ("amod", "compound", "nmod")
            and name.words[0][-1] != "s"
        )

    def _listed_things(self, found: list[Found]) -> set[str]:
        """Return the names that stand as examples of things: "missiles, including A, B and C"."""
        cols, things = self.cols, set()
        at = {i: name for name in found for i in range(name.first, name.last)}
        for name in found:
            if (
                name.canonical
                or any(c.isdigit() for word in name.words for c in word)
                and "-" in "".join(name.words)
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
        """Return the names inside other names that the article also uses alone ("Boston" in "Boston University")."""
        cols = self.cols
        alone = {
            name.words[0]: name
            for name in judged
            if len(name.words) == 1 and name.kind in ("place", "person")
        }
        covered = {(name.first, name.last) for name in judged}
        kinds = {(name.first, name.last): name.kind for name in judged}
        inside = []
        for name in found:
            if len(name.words) < 2 or name.title or name.canonical or of_name(name.words)[0] == "person":
                continue
            for i in range(name.first, name.last):
                other = alone.get(cols.text[i])
                if (
                    other is None
                    or (i, i + 1) in covered
                    or cols.entity[i] == "PERSON"
                    and other.kind == "place"
                ):
                    continue
                if kinds.get((name.first, name.last)) == other.kind:
                    continue
                part = self._name(i, i + 1)
                inside.append(replace(part, kind=other.kind, sense=other.sense, canonical=other.canonical))
        return inside

    def _cities(self, found: list[Found]) -> list[Found]:
        """Tell the capital that is a city from the one that stands for its government."""
        evidence: Counter[str] = Counter()
        signs: dict[int, int] = {}
        for n, name in enumerate(found):
            if name.sense == "seat" and name.canonical:
                signs[n] = self._means_government(name)
                evidence[" ".join(name.words)] += signs[n]
        for n, sign in signs.items():
            name = found[n]
            if sign < 0 or (sign == 0 and evidence[" ".join(name.words)] <= 0):
                found[n] = replace(name, kind="place", canonical=None, sense="name")
        # Where the capital acts for its country in the article, its streets and airports make no second actor.
        acting = {found[n].words for n in signs if found[n].canonical}
        return [
            name
            for n, name in enumerate(found)
            if not (n in signs and name.kind == "place" and name.words in acting)
        ]

    def _means_government(self, name: Found) -> int:
        """Return 1 where a seat of power means the government, -1 where it means the city, 0 where nothing tells."""
        cols = self.cols
        if name.words[0] in (
            "Kremlin",
            "Pentagon",
            "Downing",
            "Whitehall",
            "10",
            "No.",
            "Number",
            "Capitol",
            "Foggy",
        ):
            return 1
        before = cols.text[name.first - 1].lower() if name.first else ""
        after = cols.text[name.last] if name.last < len(cols.text) else ""
        following = cols.text[name.last + 1] if name.last + 1 < len(cols.text) else ""
        if before in _CITY_BEFORE or (after == "," and following in known()):
            return -1
        if after in ("—", "–", "-", "(", ":") and (
            name.first == 0 or cols.block[name.first - 1] != cols.block[name.first]
        ):
            return -1
        head = cols.head[name.head]
        governor = cols.text[head].lower()
        dep = cols.dep[name.head]
        if after in ("'s", "’s", "'"):
            possessed = cols.text[head].lower() if dep == "poss" else following.lower()
            return (
                -1
                if possessed in _CITY_NOUNS or cols.pos[head] == "PROPN" or of_noun(possessed) == "place"
                else 1
            )
        if dep in _SUBJECT:
            return -1 if cols.text[head] in ("is", "was", "has") and cols.pos[head] == "AUX" else 1
        if dep in ("dobj", "agent", "dative"):
            return (
                1
                if governor not in ("visit", "visited", "left", "leave", "reach", "reached", "bombed", "hit")
                else -1
            )
        if governor in ("to", "of", "for", "on") or before in ("to", "of"):
            return 0
        if before in _PARTNER or governor in _PARTNER:
            return 1 if before != "from" or cols.pos[cols.head[head]] == "NOUN" else 0
        if dep == "compound" and name.head < head:
            return -1 if governor in _CITY_NOUNS or of_noun(governor) == "place" else 0
        return 0


def _agree_on_people(votes: dict[str, Counter[str]], spelt: dict[str, tuple[str, ...]]) -> None:
    """Let full names and their short forms agree: "Boyd" is a person where "Dean Boyd" is one, and the other way."""

    def leading(string: str) -> str | None:
        ranking = votes[string].most_common(1)
        return ranking[0][0] if ranking else None

    single = {words[0]: string for string, words in spelt.items() if len(words) == 1}
    for string, words in spelt.items():
        # A full name that the recognizer missed, beside a surname that it took for a person now and then.
        short = single.get(words[-1])
        if (
            1 < len(words) <= 3
            and short
            and not votes[string]
            and 3 * votes[short]["person"] >= sum(votes[short].values()) > 0
        ):
            votes[string]["person"] += 1
    people = {string for string in spelt if leading(string) == "person"}
    for string, words in spelt.items():
        if 1 < len(words) <= 4 and string in people:
            for word in (words[-1], words[0]):
                short = single.get(word)
                if short is not None and leading(short) != "person":
                    if word == words[-1] or leading(short) != "organization":
                        votes[short]["person"] += 20
    for string, words in spelt.items():
        if 1 < len(words) <= 3 and string not in people and of_name(words)[1] < 1:
            if any(single.get(word) in people for word in (words[-1], words[0])):
                votes[string]["person"] += 20


def _is_role(name: Found) -> bool:
    """Say whether a capitalised name is but a role ("Prime Minister", "Secretary of State")."""
    return name.title is None and (
        name.words[-1].lower() in nouns().person and all(w.lower() in _QUALIFIERS for w in name.words[:-1])
    )


def head_of(cols: Columns, first: int, last: int) -> int:
    """Return the token of a stretch that hangs on something outside it; the last such one."""
    for i in range(last - 1, first - 1, -1):
        if not first <= cols.head[i] < last or cols.head[i] == i:
            return i
    return last - 1


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


def _descriptions(cols: Columns, taken: set[int]) -> Iterator[Found]:
    """Yield noun phrases whose head stands for a person, a body, a country or a group."""
    lists = nouns()
    for i, pos in enumerate(cols.pos):
        if pos not in ("NOUN", "PROPN") or cols.block[i] < 0 or i in taken:
            continue
        word = cols.text[i].lower()
        if cols.dep[i] in ("compound", "nmod") and cols.head[i] > i:
            if cols.text[cols.head[i]].lower() in lists.publication and of_noun(word) == "organization":
                yield Found(
                    cols.start[i],
                    cols.end(i),
                    i,
                    i + 1,
                    i,
                    "nominal",
                    "organization",
                    (cols.text[i],),
                    definite=True,
                )
            continue
        kind = of_noun(word)
        writes = word in lists.publication
        if kind in (None, "thing", "place") and not writes:
            continue
        first = i
        while first > 0 and cols.sentence[first - 1] == cols.sentence[i] and _left_part(cols, first - 1, i):
            first -= 1
        opener = cols.text[first].lower()
        yield Found(
            start=cols.start[first],
            end=cols.end(i),
            first=first,
            last=i + 1,
            head=i,
            form="nominal",
            kind=kind if not writes or kind not in (None, "thing", "place") else "thing",
            words=tuple(cols.text[first : i + 1]),
            definite=opener in _DEFINITE or (first < i and cols.dep[first] == "poss"),
            plural=cols.tag[i] in ("NNS", "NNPS"),
        )


def _left_part(cols: Columns, token: int, head: int) -> bool:
    """Say whether a token left of a noun belongs to its phrase: it hangs on it, directly or over others between."""
    for _ in range(6):
        if cols.head[token] == head:
            return cols.dep[token] in _LEFT
        if not token < cols.head[token] < head:
            return False
        token = cols.head[token]
    return False


_LEFT = frozenset(
    (
        "det",
        "amod",
        "compound",
        "poss",
        "nummod",
        "nmod",
        "quantmod",
        "npadvmod",
        "case",
        "predet",
        "punct",
        "advmod",
    )
)
_PLURAL = re.compile(r"^(they|them|their|theirs|themselves|we|us|our|ours|ourselves|'em)$")


def _pronouns(cols: Columns, taken: set[int]) -> Iterator[Found]:
    for i, word in enumerate(cols.text):
        low = word.lower()
        if low in _PRONOUNS and cols.block[i] >= 0 and i not in taken and word not in ("US", "IT"):
            if cols.pos[i] not in ("PRON", "DET", "X", "NOUN", "PROPN") or (
                low == "mine" and cols.pos[i] != "PRON"
            ):
                continue
            yield Found(
                cols.start[i],
                cols.end(i),
                i,
                i + 1,
                i,
                "pronoun",
                None,
                (low,),
                plural=bool(_PLURAL.match(low)),
            )
