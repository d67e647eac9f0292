"""The words of a parsed document as plain objects, with the attributes of spaCy's tokens that rules on syntax read.

spaCy makes an object for every look at a token, looks up a string for every attribute, and searches the sentence for
every list of children. The rules that find quotes and disputes look at each token dozens of times: read once for all of
them, it takes a third of the time.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

from generator.analysis.document import register

register()

_ATTRIBUTES: list[int | str] = [
    "ORTH",
    "LOWER",
    "LEMMA",
    "POS",
    "TAG",
    "DEP",
    "ENT_TYPE",
    "SENT_START",
    "HEAD",
    "IDX",
]
_STRINGS = 7
"""How many of the attributes are strings; the others are numbers."""


class Word:
    """A word of a parsed sentence; attributes mean what those of a spaCy token of the same name mean."""

    __slots__ = (
        "_edges",
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "lemma",
        "lemma_",
        "lower_",
        "pos_",
        "sent",
        "tag_",
        "text",
    )

    def __init__(
        self,
        i: int,
        text: str,
        lower: str,
        lemma: str,
        lower_lemma: str,
        pos: str,
        tag: str,
        dep: str,
        entity: str,
        idx: int,
    ) -> None:
        self.i = i
        self.text = text
        self.lower_ = lower
        self.lemma_ = lemma
        self.lemma = lower_lemma
        """In lower case."""
        self.pos_ = pos
        self.tag_ = tag
        self.dep_ = dep
        self.ent_type_ = entity
        self.idx = idx
        self.head: Word = self
        self.children: list[Word] | tuple[()] = ()
        """In the order of the text."""
        self.sent: list[Word]
        """All words of its sentence."""
        self.doc: list[Word]
        """All words of the document."""
        self._edges: tuple[Word, Word] | None = None

    def __repr__(self) -> str:
        return f"{self.text}/{self.i}"

    def __len__(self) -> int:
        return len(self.text)

    @property
    def is_alpha(self) -> bool:
        """The word is letters only."""
        return self.text.isalpha()

    @property
    def is_space(self) -> bool:
        """The word is white space."""
        return self.text.isspace()

    @property
    def is_punct(self) -> bool:
        """The word is punctuation."""
        return is_punctuation(self.text)

    @property
    def subtree(self) -> list[Word]:
        """The word and all that hangs below it, each between what hangs left and right of it."""
        found: list[Word] = []
        _gather(self, found)
        return found

    @property
    def is_upper(self) -> bool:
        """The word is in capitals."""
        return self.text.isupper()

    @property
    def is_sent_start(self) -> bool:
        """The word is the first of its sentence."""
        return self.sent[0] is self

    @property
    def lefts(self) -> list[Word]:
        """What hangs on the word and stands left of it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Word]:
        """What hangs on the word and stands right of it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def ancestors(self) -> Iterator[Word]:
        """The words above it, from its head to the root."""
        above = self
        while above.head is not above:
            above = above.head
            yield above

    @property
    def left_edge(self) -> Word:
        """The first word of its subtree."""
        return (self._edges or _measure(self))[0]

    @property
    def right_edge(self) -> Word:
        """The last word of its subtree."""
        return (self._edges or _measure(self))[1]

    @property
    def conjuncts(self) -> list[Word]:
        """The words joined to it, by "and" or a comma, in the order in which they hang on each other."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for word in found:
            found += [child for child in word.children if child.dep_ == "conj" and child.i > word.i]
        return [word for word in found if word is not self]

    def nbor(self) -> Word:
        """Return the next word of the sentence."""
        return self.sent[self.i - self.sent[0].i + 1]

    def is_ancestor(self, other: Word) -> bool:
        """Say whether another word hangs somewhere below this one."""
        while other.head is not other:
            other = other.head
            if other is self:
                return True
        return False


def is_punctuation(form: str) -> bool:
    """Say whether a form is punctuation only."""
    return not form.isalnum() and all(unicodedata.category(character)[0] == "P" for character in form)


def _measure(word: Word) -> tuple[Word, Word]:
    """Find the edges of all words of a sentence, the first time that one of them is asked for."""
    sentence = word.sent
    first = sentence[0].i
    lefts = [other.i - first for other in sentence]
    rights = list(lefts)
    heads = [other.head.i - first for other in sentence]
    places = range(len(sentence))
    changed = True
    while changed:  # once, but for clauses that the parser interleaves
        for i in places:
            if lefts[i] < lefts[heads[i]]:
                lefts[heads[i]] = lefts[i]
        for i in reversed(places):
            if rights[i] > rights[heads[i]]:
                rights[heads[i]] = rights[i]
        changed = any(lefts[i] < lefts[head] or rights[i] > rights[head] for i, head in enumerate(heads))
    for other, left, right in zip(sentence, lefts, rights, strict=True):
        other._edges = sentence[left], sentence[right]
    return sentence[lefts[word.i - first]], sentence[rights[word.i - first]]


def _gather(word: Word, found: list[Word]) -> None:
    at = word.i
    for child in word.children:
        if child.i < at:
            _gather(child, found)
    found.append(word)
    for child in word.children:
        if child.i > at:
            _gather(child, found)


def words_of(doc: Doc) -> list[Word]:
    """Return the words of a parsed document; they are read once, and stay with it."""
    if doc._.words is None:
        doc._.words = read_words(doc)
    found: list[Word] = doc._.words
    return found


class _Strings(dict[int, str]):
    """The strings of a vocabulary by their hashes, each looked up once: spaCy takes ten times as long as a dict."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._store = vocab.strings

    def __missing__(self, value: int) -> str:
        self[value] = found = self._store[value]
        return found


@functools.lru_cache(maxsize=1)
def _strings(vocab: Vocab) -> _Strings:
    """Return the strings of a vocabulary; like the vocabulary they stay, from article to article."""
    return _Strings(vocab)


def read_words(doc: Doc) -> list[Word]:
    """Read the words of a parsed document."""
    table: Any = doc.to_array(_ATTRIBUTES)  # unsigned; a number below zero comes out above 2**63
    hashes, (starts, heads, places) = table.T[:_STRINGS].tolist(), table.T[_STRINGS:].astype("int64").tolist()
    string = _strings(doc.vocab).__getitem__

    def read(column: list[int]) -> list[str]:
        return list(map(string, column))

    text = read(hashes[0])
    lower = read(hashes[1])
    lemma = read(hashes[2])
    lower_lemma = [word.lower() for word in lemma]
    words = list(map(Word, range(len(text)), text, lower, lemma, lower_lemma, *map(read, hashes[3:]), places))
    sentence: list[Word] = []
    for word, start, offset in zip(words, starts, heads, strict=True):
        if start == 1:
            sentence = []
        sentence.append(word)
        word.sent = sentence
        word.doc = words
        if offset:
            word.head = head = words[word.i + offset]
            if head.children:
                head.children.append(word)
            else:
                head.children = [word]
    return words


def sentences_of(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the sentences of a document's words."""
    at = 0
    while at < len(words):
        yield words[at].sent
        at += len(words[at].sent)
