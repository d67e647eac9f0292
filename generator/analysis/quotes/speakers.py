"""Whose words they are: the noun phrase or pronoun that a cue word gives them to."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis import kinds
from generator.analysis.quotes.cues import lexicon, speech_verbs
from generator.analysis.syntax import Word

SUBJECTS = frozenset(("nsubj", "csubj"))
_INHERIT = frozenset(("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep", "aux", "auxpass"))
_OBJECT_CONTROL = frozenset(
    "ask urge tell order invite encourage persuade force allow advise instruct want expect call".split()
)
_LIGHT = frozenset(
    "make issue offer have give express voice hold release deliver take cite raise share repeat be send publish post "
    "write show get reject deny dismiss drop present file lodge announce renew withdraw defend outline draft bear "
    "level launch lay bring come reach face convey describe reiterate stand read carry submit sign".split()
)
"""Verbs whose subject owns the statement that is their object ("issued a warning")."""
_NOMINAL = frozenset(("PROPN", "NOUN", "PRON"))
TAKES_ADDRESSEE = frozenset("tell remind inform assure notify warn ask advise".split())
"""Verbs behind which the person spoken to stands, not the speaker."""
_SOURCE_PREPOSITIONS = frozenset(("from", "by", "of", "for"))
_SPEAKERS = frozenset(("person", "organization", "group", "country"))
_RIGHT = frozenset(
    ("prep", "conj", "cc", "flat", "appos", "nummod", "case", "punct", "nmod", "amod", "npadvmod")
)


@dataclass(frozen=True, slots=True)
class Found:
    """The head word of a speaker and the construction that led to it (confidences are measured by it)."""

    head: Word
    how: str


def subject(cue: Word, depth: int = 0) -> Found | None:
    """Return who does what a verb says: its subject or agent, or that of the verb that it hangs on."""
    told = quoted_as(cue)
    if told is None and cue.dep_ == "pcomp":
        told = quoted_as(cue.head.head)  # the cue is "saying"
    if told is not None:
        return Found(told, "quoted as")
    passive = None
    for child in cue.children:
        dep = child.dep_
        if dep in SUBJECTS:
            if child.lower_ in ("it", "there") and child.dep_ == "expl":
                continue
            behind = inverted(cue) if child.i < cue.i else None
            if behind is not None:
                return Found(behind, "inverted")
            return Found(child, "subject" if depth == 0 else "inherited")
        if dep == "nsubjpass":
            passive = child
        elif dep == "agent":
            named = [below for below in child.children if below.dep_ == "pobj"]
            if named:
                return Found(named[0], "agent")
    if passive is not None:
        # "He was accused of ...": whoever did it is not named. Only what hangs on it is his ("was quoted as saying").
        return Found(passive, "passive subject") if depth else None
    behind = inverted(cue) or _behind_quotation(cue)
    return Found(behind, "inverted") if behind is not None else _inherited(cue, depth)


def quoted_as(verb: Word) -> Word | None:
    """Return who is quoted by somebody else: "the agency quoted Finch as saying", "Finch was quoted as saying"."""
    if verb.lemma_ not in _QUOTING:
        return None
    children = verb.children
    if not any(
        child.lower_ == "as"
        and any(below.tag_ == "VBG" and below.lemma_ in speech_verbs() for below in child.children)
        for child in children
    ):
        return None
    return next((child for child in children if child.dep_ in ("dobj", "nsubjpass")), None)


_QUOTING = frozenset("quote cite report hear record".split())


def _inherited(cue: Word, depth: int) -> Found | None:
    """Return the subject of the verb that a verb without subject hangs on ("told the court, adding ...")."""
    head = cue.head
    dep = cue.dep_
    if depth > 4 or head.i == cue.i or (cue.tag_ == "VBN" and dep in ("advcl", "acl")):
        return None  # "asked about the leaks, she ...": who asked is not said
    if dep == "acl" and cue.tag_ == "VBG" and cue.doc[cue.left_edge.i - 1].text == ",":
        # ", saying ..." behind a comma belongs to the whole clause, whatever noun the parser hangs it on.
        clause = next((above for above in cue.ancestors if above.pos_ in ("VERB", "AUX")), None)
        found = subject(clause, depth + 1) if clause is not None else None
        return Found(found.head, "inherited behind a comma") if found else None
    if dep in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
        return Found(head, "modified noun") if cue.tag_ in ("VBG", "VBZ", "VBD", "VBP", "TO", "VB") else None
    if dep == "pcomp" and head.lower_ in ("of", "for") and head.head.pos_ == "VERB":
        for child in head.head.children:
            if child.dep_ == "dobj" and child.i < head.i and can_speak(child):
                return Found(child, "accused")  # "blamed her for calling ...": she called
    if dep == "prep" or head.pos_ == "ADP":
        return _inherited(head, depth + 1)
    if dep == "xcomp" and head.lemma_ in _OBJECT_CONTROL:
        for child in head.children:
            if child.dep_ in ("dobj", "dative", "nsubjpass"):
                return Found(child, "controlled")
    if dep == "xcomp" and head.tag_ == "VBN" and head.lemma_ in lexicon()["hearsay"]:
        for child in head.children:
            if child.dep_ == "nsubjpass":
                return Found(child, "said to")
    if dep in _INHERIT and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        found = subject(head, depth + 1)
        return Found(found.head, "inherited " + dep) if found else None
    return None


def inverted(cue: Word) -> Word | None:
    """Return the speaker behind a verb in a clause between commas: "The audit, said Foss, is wrong".

    The parser often gives the words before the first comma for a subject.
    """
    doc = cue.doc
    if (
        cue.tag_ not in ("VBD", "VBZ")
        or cue.i < 2
        or doc[cue.i - 1].text != ","
        or cue.lemma_ not in lexicon()["inverting"]
    ):
        return None
    for i in range(cue.i + 1, min(cue.i + _NEAR, len(doc) - 1)):
        if doc[i].pos_ in _NOMINAL:
            head = _head_within(doc[i], range(cue.i + 1, min(cue.i + _NEAR, len(doc))))
            end = phrase(head)[1] if head is not None else len(doc)
            apart = end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].text not in _GOES_ON
            return head if apart else None
        if doc[i].pos_ not in ("DET", "ADJ", "NUM"):
            return None
    return None


def _behind_quotation(cue: Word) -> Word | None:
    """Return what the parser takes for the object of a verb right behind a quotation: '"Why?" asked Judge Sand.'."""
    doc = cue.doc
    if (
        cue.tag_ not in ("VBD", "VBZ")
        or cue.i < 2
        or doc[cue.i - 1].text not in _CLOSING
        or doc[cue.i - 2].text not in _PAUSES
        or cue.lemma_ not in lexicon()["inverting"] | {"ask"}
    ):
        return None
    thing = next((child for child in cue.children if child.dep_ == "dobj" and child.i > cue.i), None)
    if thing is None or thing.left_edge.i != cue.i + 1 or not can_speak(thing):
        return None
    end = phrase(thing)[1]
    return thing if end >= len(doc) or doc[end].text in _PAUSES else None


_CLOSING = frozenset("\"'”’»“")
_PAUSES = frozenset(",.?!;")
_NEAR = 8
"""Words behind a verb within which its speaker ends."""
_GOES_ON = frozenset(("and", "or", "but", "who", "which"))


def is_dateline(head: Word) -> bool:
    """Say whether a word is the place at the head of a report ("OSLO - The minister said")."""
    doc = head.doc
    if not (head.is_upper and len(head) > 3 and head.i + 1 < len(doc)):
        return False
    starts = head.is_sent_start or (head.i > 0 and doc[head.i - 1].is_upper and doc[head.i - 1].is_sent_start)
    return bool(starts) and doc[head.i + 1].text in ("-", "—", "–", "--", "(", ",", "―")


def behind_dateline(cue: Word, place: Word) -> Found | None:
    """Return the nearest noun before the verb, behind the place."""
    doc = cue.doc
    for i in range(cue.i - 1, place.i, -1):
        if doc[i].pos_ in ("NOUN", "PROPN", "PRON"):
            return Found(_phrase_head(doc[i], place.i), "beside")
    return None


def _phrase_head(noun: Word, behind: int) -> Word:
    """Return the noun that a name belongs to: the trader of "a trader at Banca Loris"."""
    while noun.dep_ in ("pobj", "compound", "poss"):
        above = noun.head if noun.dep_ != "pobj" else noun.head.head
        if above.i <= behind or above.pos_ not in ("NOUN", "PROPN"):
            break
        noun = above
    return noun


def can_speak(noun: Word) -> bool:
    """Say whether a noun is a name, a pronoun, or somebody or a body: no "day" and no "hope"."""
    return noun.pos_ in ("PROPN", "PRON") or kinds.of_noun(noun.lemma) in _SPEAKERS


def noun_beside(tokens: list[Word], quoted: list[int], verb: Word, place: range) -> Found | None:
    """Find the speaker by its place: right before the verb, right behind it ("said Smith"), or first in its clause.

    Args:
        tokens: The tokens of the document.
        quoted: For each token, whether it is quoted (>= 0).
        verb: The cue.
        place: The tokens of narration among which the speaker stands.
    """
    steps = [range(verb.i - 1, place.start - 1, -1)]
    if verb.lemma_ not in TAKES_ADDRESSEE:
        steps.append(range(verb.i + 1, place.stop))
    for step in steps:
        for i in step:
            token = tokens[i]
            if token.pos_ in _NOMINAL and quoted[i] < 0:
                found = _head_within(token, place)
                if found is not None:
                    return Found(found, "beside")
                break
            if token.text == "," or token.pos_ not in ("ADV", "AUX", "DET", "ADJ", "NUM", "PART"):
                break
    for i in range(place.start, verb.i):
        if tokens[i].pos_ in _NOMINAL and quoted[i] < 0:
            found = _head_within(tokens[i], range(place.start, verb.i))
            return Found(found, "first in clause") if found is not None else None
    return None


def _head_within(token: Word, place: range) -> Word | None:
    while token.dep_ in ("compound", "nmod", "poss", "amod", "appos", "flat") and token.head.i in place:
        token = token.head
    return None if token.pos_ not in _NOMINAL or token.ent_type_ in ("DATE", "TIME") else token


def _named_behind(noun: Word) -> Found | None:
    """Return whom "from" or "by" right behind a noun of speech names, where the parser hung it elsewhere."""
    doc = noun.doc
    if noun.i + 2 >= len(doc) or doc[noun.i + 1].lower_ not in ("from", "by"):
        return None
    place = range(noun.i + 2, min(noun.i + 9, len(doc)))
    for i in place:
        if doc[i].pos_ in _NOMINAL:
            found = _head_within(doc[i], place)
            return Found(found, "of noun") if found is not None else None
    return None


def after_to(cue: Word) -> Found | None:
    """Return whom "according to" names, by its place, where the parser lost it."""
    return _behind(cue, "to")


def after_of(cue: Word) -> Found | None:
    """Return whom "in the words of" names."""
    return _behind(cue, "of")


def _behind(cue: Word, preposition: str) -> Found | None:
    doc = cue.doc
    if cue.i + 2 >= len(doc) or doc[cue.i + 1].lower_ != preposition:
        return None
    for i in range(cue.i + 2, min(cue.i + 8, len(doc))):
        if doc[i].pos_ in _NOMINAL:
            found = _head_within(doc[i], range(cue.i + 2, min(cue.i + 12, len(doc))))
            return Found(found, "according to") if found is not None else None
    return None


def of_noun(cue: Word) -> Found | None:
    """Return whose a noun of speech is: "Smith's claim", "a statement from Smith", "the report"."""
    for child in cue.children:
        if child.dep_ == "poss":
            return Found(child, "possessor")
    for child in cue.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in _SOURCE_PREPOSITIONS:
            named = [below for below in child.children if below.dep_ == "pobj"]
            if named:
                # "dismissed a claim by Merrin that ...": whoever dismisses it does not say it
                return Found(named[0], "possessor" if child.lower_ == "by" else "of noun")
    behind = _named_behind(cue)
    if behind is not None:
        return behind
    for child in cue.children:
        if child.dep_ in ("compound", "nmod", "amod") and child.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
            return Found(child, "compound")
    if cue.dep_ in ("dobj", "attr", "pobj", "oprd"):
        verb = cue.head if cue.dep_ != "pobj" else cue.head.head
        if verb.lemma_ not in _LIGHT:
            return None  # "the delay fed rumours that ...": the delay says nothing
        return subject(verb, 1) if verb.pos_ in ("VERB", "AUX") else None
    return None


def phrase(head: Word, barrier: frozenset[int] = frozenset()) -> tuple[int, int]:
    """Return the noun phrase of a head word as tokens first..end, without what follows behind a comma.

    Args:
        head: The head of the noun phrase.
        barrier: Tokens that do not belong to it (cue, quoted words).
    """
    doc = head.doc
    if head.pos_ == "PRON" and not any(child.dep_ in ("prep", "relcl", "acl") for child in head.children):
        return head.i, head.i + 1
    first, end = head.i, head.i + 1
    for child in head.lefts:
        if child.dep_ in ("relcl", "acl", "advcl", "cc", "punct", "preconj", "advmod", "dep"):
            continue
        first = min(first, child.left_edge.i)
    for child in head.rights:
        dep = child.dep_
        if child.i in barrier or child.is_space or dep == "case":
            break
        if dep == "punct" or dep not in _RIGHT:
            break
        if dep in ("appos", "amod", "npadvmod", "nmod") and child.left_edge.i > end:
            break
        stop = child.right_edge.i + 1
        if dep == "prep" and child.lower_ not in ("of", "for", "from", "in", "at", "with", "on"):
            break
        if stop - end > 8 or any(i in barrier for i in range(end, stop)):
            break
        if dep == "prep" and any(doc[i].lower_ in (",", "who", "that", "which") for i in range(end, stop)):
            break
        end = stop
    while first < head.i and (first in barrier or doc[first].is_punct or doc[first].is_space):
        first += 1
    inside = [i for i in range(first, head.i) if i in barrier]
    if inside:
        first = inside[-1] + 1
    while end > head.i + 1 and (
        (doc[end - 1].is_punct and doc[end - 1].text not in ".)") or doc[end - 1].is_space
    ):
        end -= 1
    return first, end
