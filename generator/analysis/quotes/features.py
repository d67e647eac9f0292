"""What is known of a word that may report a part of its sentence: the names that quote_weights.json has weights for."""

from __future__ import annotations

from generator.analysis.quotes.options import Option
from generator.analysis.quotes.reading import Reading
from generator.analysis.quotes.speakers import Found
from generator.analysis.syntax import Word

_NOUN = frozenset(("NOUN", "PROPN"))


def features(reading: Reading, option: Option, found: Found | None) -> list[str]:
    """Return what is known of an option: the names of its features."""
    cue = option.cue
    part = reading.parts[cue.i]
    return [
        *word_features(cue, part),
        *speaker_features(found, part),
        *construction_features(option),
        *option_features(reading, option),
    ]


def speaker_features(found: Found | None, part: str) -> list[str]:
    """Return the features of the speaker that a word with this part of speech names."""
    return ["who " + _who(found), f"how {found.how if found else 'none'} {part}"]


def construction_features(option: Option) -> list[str]:
    """Return the features of the construction in which a cue reports."""
    return ["c " + option.name, f"wc {option.cue.lemma} {option.name}"]


def word_features(cue: Word, part: str) -> list[str]:
    """Return the features of a word that may be a cue, whoever speaks and whatever it reports."""
    lemma = cue.lemma
    result = ["w " + lemma, "tag " + cue.tag_, f"dep {cue.dep_} {part}"]
    for child in cue.children:
        dep = child.dep_
        if dep == "neg":
            result += ["neg", "negw " + lemma]
        elif dep in ("prep", "prt", "mark"):
            result.append(f"has {lemma} {child.lower_}")
        elif dep == "dobj" and child.tag_ == "WP":
            # "what she called a gift": the word that is named stands outside
            result += ["what", "what " + lemma]
    return result


def option_features(reading: Reading, option: Option) -> list[str]:
    """Return the features of a part of the sentence that a cue may report.

    Where it stands (how far from the cue, whether at the end of the sentence, before which mark) adds .010 to the F1 of
    all speech with the right words and speaker on 168 articles that were not fitted.
    """
    cue, name, root, spans = option
    part = reading.parts[root.i]
    lemma = cue.lemma
    length = sum([end - first for first, end in spans])
    first, end = spans[0][0], spans[-1][1]
    word = reading.tokens[first].lower_
    size = "1" if length < 2 else "2" if length < 4 else "4" if length < 7 else "7" if length < 12 else "12"
    start, stop = reading.sentence(cue.i)
    result = [
        f"ctag {name} {cue.tag_}",
        f"len {name} {size}",
        f"first {name} {word if word in _FIRST else part}",
        f"far {name} {_far(cue.i, first, end)}",
        f"closes {name} {end >= stop - 1}",
        f"mark {name} {reading.forms[end] if end < len(reading.forms) else ''}",
    ]
    if part in _NOUN:
        result.append("rw " + root.lemma)
    quoted = reading.quoted_words(((start, stop),))
    inside = reading.quoted_words(spans) if quoted else 0
    if inside:
        result += ["q", "qc " + name, "qw " + lemma, "marks all" if inside == quoted else "marks some"]
    elif quoted:
        result += ["marks outside", "outside " + lemma]
    return result


def _far(cue: int, first: int, end: int) -> str:
    """Say how far behind or before the cue a part of the sentence stands."""
    if first > cue:
        return "next" if first < cue + 2 else "near" if first < cue + 5 else "far"
    return "before" if end > cue - 2 else "well before" if end > cue - 6 else "long before"


_FIRST = frozenset(
    "that to if whether how why what when who where as for it he she they we i there this these".split()
)


def _who(found: Found | None) -> str:
    if found is None:
        return "nobody"
    head = found.head
    if head.pos_ == "PRON":
        return head.lower_
    if head.ent_type_:
        return head.ent_type_
    return head.pos_
