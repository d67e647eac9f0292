"""What a word may report: the parts of its sentence, each named by its construction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.analysis.kinds import of_noun
from generator.analysis.quotes.cues import lexicon, speech_verbs
from generator.analysis.quotes.reading import Reading
from generator.analysis.quotes.speakers import TAKES_ADDRESSEE, Found, inverted, phrase, quoted_as
from generator.analysis.syntax import Word

_PARTS = frozenset(
    (
        "ccomp",
        "xcomp",
        "dobj",
        "pobj",
        "pcomp",
        "nsubjpass",
        "acl",
        "oprd",
        "advcl",
        "attr",
        "acomp",
        "relcl",
        "conj",
        "dep",
    )
)
_AUXILIARY = frozenset(("aux", "auxpass"))
_NOUN = frozenset(("NOUN", "PROPN"))


class Option(NamedTuple):
    """A part of a sentence that a word may report."""

    cue: Word
    name: str
    """The construction."""
    root: Word
    spans: tuple[tuple[int, int], ...]


def options(reading: Reading, cue: Word) -> Iterator[Option]:
    """Yield the parts of the sentence that a word may report."""
    here = cue.i
    if cue.dep_ in _AUXILIARY or _goes_on(cue) or quoted_as(cue) is not None:
        return
    objects: list[Word] = []
    children = list(cue.children)
    for child in children:
        dep = child.dep_
        if dep == "dobj" and _is_addressee(reading, cue, child):
            continue
        if dep == "xcomp" and cue.lemma_ == "learn":
            continue  # "learned to sail"
        if dep in _PARTS and not (dep == "conj" or dep == "dep"):
            name = dep
            yield Option(cue, name, child, trim(reading, child.left_edge.i, child.right_edge.i + 1, here))
            if dep in ("dobj", "oprd", "nsubjpass", "dative"):
                objects.append(child)
        elif dep in ("prep", "agent", "dative") and child.pos_ != "NOUN":
            for below in child.children:
                if below.dep_ in ("pobj", "pcomp"):
                    name = "prep." + below.dep_ + ":" + child.lower_
                    yield Option(
                        cue, name, below, trim(reading, below.left_edge.i, below.right_edge.i + 1, here)
                    )
                    if child.lower_ in ("as", "for", "of", "from") and objects and objects[-1].i < child.i:
                        first = objects[-1].left_edge.i
                        if first > here:
                            spans = trim(reading, first, below.right_edge.i + 1, here)
                            yield Option(cue, "object+" + child.lower_, below, spans)
        if dep == "dobj" and child.pos_ in _NOUN:
            if any(_owns(below) for below in child.children):
                continue  # "rejected Kroll's claim that ...": the claim is Kroll's, what is rejected is all of it
            for below in child.children:
                if below.dep_ in ("acl", "relcl", "ccomp") and below.i > child.i:
                    name = "dobj." + below.dep_
                    yield Option(
                        cue, name, below, trim(reading, below.left_edge.i, below.right_edge.i + 1, here)
                    )
    yield from _passive(reading, cue, children)
    if len(objects) > 1 and objects[0].left_edge.i > here:
        yield Option(
            cue,
            "object+oprd",
            objects[-1],
            trim(reading, objects[0].left_edge.i, objects[-1].right_edge.i + 1, here),
        )
    yield from _governing(reading, cue)


def _owns(below: Word) -> bool:
    """Say whether a word under a noun says whose it is: "Kroll's claim", "a claim by Kroll"."""
    if below.dep_ == "poss":
        return below.pos_ != "PRON"
    return below.dep_ in ("prep", "agent") and below.lower_ == "by"


def _is_addressee(reading: Reading, cue: Word, thing: Word) -> bool:
    """Say whether what looks like an object is told something: "told one of the students that ..."."""
    if cue.lemma_ not in TAKES_ADDRESSEE or thing.i < cue.i:
        return False
    return _that(reading, cue.i, reading.sentence(cue.i)[1]) is not None


def is_done(reading: Reading, cue: Word, found: Found | None) -> bool:
    """Say whether a verb's noun object is something done and not said: "the state recalled its envoy".

    It is where a state or body does it, or it is done to somebody or to so many things, unless words are quoted, a
    clause hangs on the noun, or the noun is one of speech ("recalled the promise").
    """
    if cue.lemma not in lexicon()["done"]:
        return False
    children = list(cue.children)
    if any(child.dep_ in ("ccomp", "xcomp", "oprd") for child in children):
        return False
    thing = next((child for child in children if child.dep_ in ("dobj", "nsubjpass")), None)
    if thing is None or thing.pos_ not in _NOUN or thing.lemma in lexicon()["nouns"]:
        return False
    below = list(thing.children)
    if reading.quoted_words([(cue.i, reading.sentence(cue.i)[1])]) or any(
        child.dep_ in ("relcl", "acl", "ccomp") for child in below
    ):
        return False
    return (
        of_noun(thing.lemma_) in _SOMEBODY
        or any(child.dep_ == "nummod" for child in below)
        or (found is not None and (found.head.ent_type_ in _BODIES or of_noun(found.head.lemma_) in _BODY))
    )


_BODIES = frozenset(("ORG", "GPE", "NORP"))
_BODY = frozenset(("organization", "country"))
_SOMEBODY = _BODY | {"person", "group"}


def by_place(reading: Reading, cue: Word, known: Sequence[Option]) -> Iterator[Option]:
    """Yield what a verb of speech may report by its place alone, where the parse fails or ends a clause too early.

    Args:
        reading: The article.
        cue: The word that may report.
        known: Its options by the parse: what ends before the sentence does may go on to its end, and what a relative
            or contrasting clause trails behind a comma may end there.
    """
    first, end = reading.sentence(cue.i)
    speaks = reading.parts[cue.i] == "VERB" and cue.lemma in speech_verbs()
    spans = {option.spans for option in known}
    for option in known:
        if len(option.spans) != 1 or not (
            speaks or reading.parts[option.root.i] in _VERBAL or reading.quoted_words(option.spans)
        ):
            continue
        ((start, stop),) = option.spans
        if start < cue.i:
            continue
        for tail, trailing in _tails(reading, cue, start, stop):
            cut = trim(reading, start, tail, cue.i)
            if cut and cut not in spans:
                spans.add(cut)
                yield Option(cue, option.name + "-" + trailing, option.root, cut)
        if stop < end - 1:
            longer = trim(reading, start, end, cue.i)
            if longer and longer not in spans:
                spans.add(longer)
                pause = "," if reading.forms[stop] == "," else ""
                after = stop + len(pause)
                part = reading.parts[after]
                word = reading.tokens[after].lower_ if part in _SMALL else part
                yield Option(cue, option.name + "+" + pause + word, option.root, longer)
    if cue.lower_ == "according" and cue.i == first and not any(option.name[0] == "^" for option in known):
        comma = next(
            (i for i in range(first + 2, min(first + _THAT, end - 2)) if reading.forms[i] == ","), None
        )
        if comma is not None:
            yield Option(cue, "^prep", reading.tokens[comma + 1], trim(reading, comma + 1, end, first))
        return
    if not speaks:
        return
    that = _that(reading, cue.i, end)
    if that is not None:
        said = trim(reading, that, end, cue.i)
        if said and all(option.spans[0][0] != that for option in known if option.spans):
            yield Option(cue, "that", reading.tokens[that], said)
    if cue.i + 2 < end:
        behind = trim(reading, cue.i + 1, end, cue.i)
        if (
            behind
            and behind not in spans
            and not any(o.spans[0][0] <= behind[0][0] + 1 for o in known if o.spans)
        ):
            yield Option(cue, "behind", reading.tokens[behind[0][0]], behind)
    comma = _comma_before(reading, first, cue.i)
    if comma is not None and comma - first > 1:
        before = trim(reading, first, comma, cue.i)
        if before and before not in spans and comma - first > 2:
            yield Option(cue, "before", reading.tokens[before[0][0]], before)
        both = around(reading, cue)
        if both and both not in spans:
            yield Option(cue, "around", reading.tokens[first], both)


def _behind_cue_clause(reading: Reading, cue: Word, end: int) -> int | None:
    """Return where a sentence goes on behind a clause that only says who speaks: ", he said,", ", said Foss,"."""
    speaker = inverted(cue)
    at = cue.i + 1
    if speaker is not None:
        named = [child.right_edge.i for child in speaker.children if child.dep_ == "appos"]
        at = max([phrase(speaker)[1], *[edge + 1 for edge in named]])
    return at + 1 if at + 2 < end and reading.forms[at] == "," else None


def around(reading: Reading, cue: Word) -> tuple[tuple[int, int], ...]:
    """Return what stands before and behind a clause that only says who speaks, or nothing."""
    first, end = reading.sentence(cue.i)
    behind = _behind_cue_clause(reading, cue, end)
    comma = _comma_before(reading, first, cue.i) if behind is not None else None
    if behind is None or comma is None or comma - first < 2:
        return ()
    return trim(reading, first, comma, cue.i) + trim(reading, behind, end, cue.i)


_VERBAL = frozenset(("VERB", "AUX"))
_SMALL = frozenset(("ADP", "SCONJ", "CCONJ", "PRON", "DET", "PART"))
_THAT = 15
"""How many tokens behind a verb the clause may begin that it reports."""
_LONG = 80
"""How many tokens of a clause are searched for its end: a longer one costs time and is no sentence of news."""
_AND = frozenset(("and", "but"))
_TRAILING = frozenset("which who whom whose while although though but where when as after before and".split())


def _tails(reading: Reading, cue: Word, first: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield where what a clause trails begins, and what that is.

    A relative or contrasting clause behind a comma; and the next report of the same speaker: ", adding that ...",
    "and called it ...".
    """
    trailing = reporting = False
    for i in range(first + 2, min(end - 2, first + _LONG)):
        if reading.quoted[i + 1] >= 0:
            continue
        form = reading.forms[i]
        if form == "," and not trailing and reading.forms[i + 1].lower() in _TRAILING:
            trailing = True
            yield i, reading.forms[i + 1].lower()
        if reporting or (form not in _AND and form != ","):
            continue
        verb = reading.tokens[i + 1]
        if verb.pos_ == "ADV":
            verb = reading.tokens[i + 2]
        if verb.tag_ == ("VBG" if form == "," else cue.tag_) and verb.lemma in speech_verbs():
            reporting = True
            yield i, "report"


def _that(reading: Reading, cue: int, end: int) -> int | None:
    """Return the "that" which opens a clause behind a verb and some words: "told the paper on Friday that ..."."""
    for i in range(cue + 2, min(cue + _THAT, end - 2)):
        if reading.quoted[i] >= 0:
            return None
        if reading.forms[i] == "that" and (
            reading.parts[i] == "SCONJ" or reading.tokens[i].dep_ in ("advmod", "mark")
        ):
            return i
    return None


def _comma_before(reading: Reading, first: int, cue: int) -> int | None:
    """Return the comma, or the end of a quotation, that stands before the words around a cue."""
    for i in range(cue - 1, max(first, cue - 12), -1):
        if reading.forms[i] == "," or (reading.quoted[i] >= 0 and reading.quoted[i + 1] < 0):
            return i if reading.quoted[i] < 0 else i + 1
    return None


def _goes_on(cue: Word) -> bool:
    """Say whether a verb says how an act goes on: "they continue to back it"."""
    return cue.lemma in lexicon()["aspectual"] and any(child.dep_ == "xcomp" for child in cue.children)


def _passive(reading: Reading, cue: Word, children: Sequence[Word]) -> Iterator[Option]:
    """Yield what is said of a passive subject together with it: "who was once described as ..."."""
    about = next((child for child in children if child.dep_ == "nsubjpass"), None)
    if about is None or about.left_edge.i > cue.i:
        return
    for child in children:
        if child.i < cue.i or not (
            child.dep_ in ("oprd", "xcomp", "ccomp") or (child.dep_ == "prep" and child.lower_ in _SAID_OF)
        ):
            continue
        spans = (
            () if about.tag_ in _RELATIVE else trim(reading, about.left_edge.i, about.right_edge.i + 1, cue.i)
        )
        spans += trim(reading, child.left_edge.i, child.right_edge.i + 1, cue.i)
        name = "passive+" + (child.lower_ if child.dep_ == "prep" else child.dep_)
        yield Option(cue, name, child, spans)
        return


_RELATIVE = frozenset(("WP", "WDT"))
"""Tags of pronouns that stand for a word outside of the clause: by itself "who" tells a reader nothing."""
_SAID_OF = frozenset(("as", "of", "for"))


def _governing(reading: Reading, cue: Word) -> Iterator[Option]:
    """Yield the clause that the cue stands beside: "..., he said", "according to ...", "as he put it, ..."."""
    head = cue.head
    dep = cue.dep_
    if head.i == cue.i or (cue.pos_ == "VERB" and cue.lemma not in speech_verbs()):
        return  # nobody adds ", continuing to build," to say who said the rest
    if dep in ("parataxis", "prep", "advcl", "ccomp", "dep", "pcomp", "mark", "nsubj", "attr", "amod"):
        if dep in ("nsubj", "attr"):
            if cue.pos_ not in _NOUN or head.pos_ not in ("AUX", "VERB"):
                return
            for child in head.children:
                if child.dep_ in ("ccomp", "xcomp", "attr", "advcl", "acomp") and child.i != cue.i:
                    name = dep + ">" + child.dep_
                    yield Option(
                        cue, name, child, trim(reading, child.left_edge.i, child.right_edge.i + 1, cue.i)
                    )
            return
        if dep == "amod":
            yield Option(cue, "amod", head, _without(reading, head, cue))
            return
        while head.pos_ == "ADP" and head.head.i != head.i:
            head = head.head
        if head.pos_ in ("VERB", "AUX") or dep in ("prep", "parataxis"):
            sent = head
            for _ in range(6):
                if sent.dep_ in ("ccomp", "xcomp", "conj", "ROOT") and (sent.dep_ == "ROOT" or dep != "prep"):
                    break
                if dep in ("prep", "advcl") and sent.pos_ not in ("VERB", "AUX") and sent.head.i != sent.i:
                    sent = sent.head
                else:
                    break
            yield Option(cue, "^" + dep, sent, _without(reading, sent, cue))
    if dep in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
        yield Option(cue, "^" + dep, head, _without(reading, head, cue))


def _without(reading: Reading, clause: Word, cue: Word) -> tuple[tuple[int, int], ...]:
    """Return a clause without the words of the cue and what hangs on it."""
    first, end = clause.left_edge.i, clause.right_edge.i + 1
    low, high = cue.left_edge.i, cue.right_edge.i + 1
    parts: list[tuple[int, int]] = []
    if low > first:
        parts += trim(reading, first, min(low, end), -1)
    if high < end:
        parts += trim(reading, max(high, first), end, -1)
    return tuple(part for part in parts if any(True for _ in reading.words(range(*part))))


def trim(reading: Reading, first: int, end: int, cue: int) -> tuple[tuple[int, int], ...]:
    """Drop punctuation and spaces at the ends (marks of whole segments stay), and what lies across the cue."""
    tokens, quoted, silent = reading.tokens, reading.quoted, reading.silent
    if first <= cue < end:
        if cue - first > end - cue:
            end = cue
        else:
            first = cue + 1
    while first < end and silent[first] and (quoted[first] < 0 or tokens[first].is_space):
        first += 1
    while end > first and silent[end - 1] and (quoted[end - 1] < 0 or tokens[end - 1].is_space):
        end -= 1
    if first >= end:
        return ()
    # A segment that is cut is taken whole, if only its mark or last words lie outside.
    number = quoted[end - 1]
    if number >= 0:
        segment = reading.segments[number]
        if segment.first >= first - 1 and not segment.first <= cue < segment.end:
            end = segment.end
    number = quoted[first]
    if number >= 0:
        segment = reading.segments[number]
        if segment.end <= end and not segment.first <= cue < segment.end:
            first = segment.first
    return ((first, end),)
