"""What a word may report by its place in the sentence alone, where the parse fails or ends a clause elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.analysis.quotes.cues import lexicon, speech_verbs
from generator.analysis.quotes.options import THAT, Option, that_behind, trim
from generator.analysis.quotes.reading import Reading
from generator.analysis.quotes.speakers import TAKES_ADDRESSEE, inverted, phrase
from generator.analysis.syntax import Word


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
            (i for i in range(first + 2, min(first + THAT, end - 2)) if reading.forms[i] == ","), None
        )
        if comma is not None:
            yield Option(cue, "^prep", reading.tokens[comma + 1], trim(reading, comma + 1, end, first))
        return
    if not speaks:
        return
    that = that_behind(reading, cue.i, end)
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


def closed_by(reading: Reading, cue: Word) -> Option | None:
    """Return what a clause at the end of a sentence reports ("The dam can hold, the minister, Ines Roth, told MPs").

    Found by its place, where the parser joins the two clauses and hangs neither on the other.
    """
    if cue.tag_ not in _TOLD or cue.dep_ not in ("conj", "ROOT") or cue.lemma not in lexicon()["closing"]:
        return None
    first, end = reading.sentence(cue.i)
    deps = {child.dep_: child for child in cue.children}
    said_by = deps.get("nsubj")
    if said_by is None or said_by.i > cue.i or "mark" in deps or "ccomp" in deps or end - cue.i > _CLOSING:
        return None
    start = said_by.left_edge.i
    thing = deps.get("dobj")
    if (
        start - first < _LEAST
        or reading.forms[start - 1] != ","
        or reading.forms[first].lower() in _SUBORDINATE
    ):
        return None
    if thing is not None and cue.lemma not in TAKES_ADDRESSEE:
        return None
    if any(reading.quoted[i] >= 0 for i in range(first, end)) or not any(
        reading.tokens[i].tag_ in _FINITE for i in range(first, start)
    ):
        return None
    spans = trim(reading, first, start, cue.i)
    return Option(cue, "closing", reading.tokens[first], spans) if spans else None


_TOLD = frozenset(("VBD", "VBZ"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_CLOSING = 9
"""Words from the verb to the end of the sentence, at most."""
_LEAST = 5
"""Words before the clause, at least."""
_SUBORDINATE = frozenset(
    "when if as although though while because after before since unless despite asked where whenever once until".split()
)
_VERBAL = frozenset(("VERB", "AUX"))
_SMALL = frozenset(("ADP", "SCONJ", "CCONJ", "PRON", "DET", "PART"))
_LONG = 80
"""How many tokens of a clause are searched for its end: a longer one costs time and is no sentence of news."""
_AND = frozenset(("and", "but"))
_TRAILING = frozenset("which who whom whose while although though but where when as after before and".split())


def without_reaction(reading: Reading, spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Leave out what a reporter adds to what is reported: ", sending its shares down", ", unlike his rival".

    In the annotated news none of seven such clauses was the speaker's. Most others behind a comma are, whatever their
    form ("including", "in"; 115 of 148 participles), and stay.
    """
    (first, end) = spans[-1]
    for i in range(first + 3, min(end - 2, first + _LONG)):
        if reading.forms[i] != "," or reading.quoted[i + 1] >= 0:
            continue
        token = reading.tokens[i + 1]
        word = token.lemma if token.tag_ == "VBG" else token.lower_
        if word in lexicon()["reaction"] and (token.tag_ == "VBG" or word == "unlike"):
            return (*spans[:-1], (first, i))
    return spans


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


def _comma_before(reading: Reading, first: int, cue: int) -> int | None:
    """Return the comma, or the end of a quotation, that stands before the words around a cue."""
    for i in range(cue - 1, max(first, cue - 12), -1):
        if reading.forms[i] == "," or (reading.quoted[i] >= 0 and reading.quoted[i + 1] < 0):
            return i if reading.quoted[i] < 0 else i + 1
    return None
