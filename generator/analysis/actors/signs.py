"""Signs of what a name stands for, in the words around it: "Lumio shares", "residents of Dol", "prescribed Cefalin"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.actors.columns import Columns, noun_at
from generator.analysis.actors.found import Found
from generator.analysis.actors.sorts import sorts
from generator.analysis.kinds import Guess, of_label, of_noun
from generator.analysis.world import cities, first_names, kind_signs, known, nouns

_SUBJECT = frozenset(("nsubj", "nsubjpass"))
_NOMINAL = frozenset(("NOUN", "ADJ", "PROPN"))
_HUMAN_VERBS = frozenset(
    "told asked replied explained wrote thinks believes thought argued joked died "
    "married born tweeted recalled remembers smiled".split()
)
WHERE = frozenset(("in", "near", "outside", "across"))
"""Words before a place, and sometimes before another thing."""
_TOLD = 6.0
"""The article says in so many words that it is a thing ("Cefalin, a drug"), whatever the recognizer says."""
_SAYS = 4.0
"""More than the words of a name ("the charity Open Harbour")."""
_NEAR_REGION = 1.5
_THE = 1.2
"""An article with a capital inside a sentence is part of the name, and such are newspapers and bands."""
_WITH_ARTICLE = 1.1
"""Just more than the label of the recognizer: no person has an article, rivers and museums have."""
_CLEAR = 2.0
"""Two labels of the recognizer: what the words say outweighs it at this place and at another."""
_LIKELY = 1.5
_COURTESY = frozenset("mr mr. mrs mrs. ms ms. miss".split())
_NOUNS = ("NOUN", "ADP", "ADV")
"""What the tagger makes of the last part of a noun before a name ("start-up")."""
_WEAK = 0.6
_ALONE = 0.4
"""Less than any label: it decides where nothing else is known."""
_PLAYS = 4.0
"""A city that beats another by two to one is a club, wherever else the article names it."""
_ACTS = 0.7
"""More than a label on an unknown word: a town neither sues nor is sued."""
_PLACES = frozenset(("GPE", "LOC", "FAC"))


def signs(cols: Columns, name: Found) -> Iterator[tuple[Guess, float]]:
    """Yield what the words around a name show of its kind, with weights as in `kinds.of_name`."""
    yield from _before(cols, name)
    yield from _behind(cols, name)
    yield from _called(cols, name)
    if len(name.words) <= 2 and not name.title:
        yield from _done(cols, name)


def _word(cols: Columns, i: int) -> str:
    """Return a token in lower case, empty outside the document."""
    return cols.text[i].lower() if 0 <= i < len(cols.text) else ""


def _before(cols: Columns, name: Found) -> Iterator[tuple[Guess, float]]:
    """Read the words before the name."""
    known_signs = kind_signs()
    before, second = _word(cols, name.first - 1), _word(cols, name.first - 2)
    heads = name.last == len(cols.text) or cols.pos[name.last] not in ("NOUN", "PROPN", "ADJ", "NUM")
    if before in WHERE:
        yield "place", _WEAK if before == "in" else 1.0
    several = before == "the" and len(name.words) == 1 and cols.tag[name.first] in ("NNPS", "NNS") and heads
    if several and _word(cols, name.last) != "of" and of_label(cols.entity[name.head]) in (None, "thing"):
        yield "group", _WITH_ARTICLE  # "the Huguenots"
    person = cols.entity[name.head] == "PERSON" and not name.title and name.words[-1][-1] != "s"
    if person and before == "the" and heads:
        yield "place", _WITH_ARTICLE  # "in the Louvre"
    several = name.words[-1][-1] == "s" and name.words[0] not in first_names()
    several = several and (len(name.words) > 1 or cols.tag[name.head] == "NNPS")
    if several and before == "the" and heads and cols.entity[name.head] == "PERSON":
        yield "organization", _CLEAR  # "the Harbour City Sharks"
    if name.first > 1 and cols.text[name.first - 1] == "The" and cols.text[name.first - 2][0].isalpha():
        yield "organization", _THE  # "writes for The Lantern"
    if before in _COURTESY:
        yield "person", _SAYS
    if before.islower() and cols.text[name.first - 1].islower() and cols.pos[name.first - 1] in _NOUNS:
        before = noun_at(cols, name.first - 1)
        second = _word(cols, name.first - 2 - 2 * ("-" in before))
        told = of_noun(before)
        if before in sorts() and before not in nouns().organization and cols.entity[name.head] != "PERSON":
            yield "organization", _CLEAR  # "the American giant Norvik"
        if told == "thing" or (told == "person" and before not in nouns().organization):
            yield told, 1.0 if told == "person" else _CLEAR
        elif before in nouns().organization and name.words[0] not in first_names():
            article = second in ("the", "a", "an")
            yield "organization", 1.0 if told == "person" else _SAYS if article else _CLEAR
    of = second if before in ("of", "in") else ""
    if before == "of" and of in known_signs.place_nouns:
        yield "place", _LIKELY
    elif before == "of" and of in known_signs.medicine_nouns:
        yield "thing", _LIKELY
    elif of in known_signs.company_nouns:
        yield "organization", _LIKELY


def _behind(cols: Columns, name: Found) -> Iterator[tuple[Guess, float]]:
    """Read the words behind the name."""
    known_signs, n = kind_signs(), len(cols.text)
    after, second = _word(cols, name.last), _word(cols, name.last + 1)
    if "who" in (after, second) and after in (",", "who"):
        yield "person", _LIKELY
    governor = cols.head[name.head]
    if after == "," and second == "which" and _word(cols, governor) in known_signs.acting_verbs:
        yield "organization", _LIKELY  # "Clean Fjord, which had called the march, accused ..."
    if after == "," and name.last + 1 < n:
        ends = name.last + 2 == n or cols.pos[name.last + 2] == "PUNCT"
        if ends and _is_region(cols.text[name.last + 1]):
            yield "place", _NEAR_REGION  # "Azov, Russia"
    mark = cols.text[name.last + 1] if after == "(" and name.last + 2 < n else ""
    if len(name.words) > 1 and mark.split("-")[0] in known_signs.party_marks:
        yield "person", _CLEAR  # "Emeka Nwosu (Labour)"
    year = cols.text[name.last + 1] if after == "(" and name.last + 2 < n else ""
    if (
        year.isdigit()
        and len(year) == 4
        and cols.text[name.last + 2] == ")"
        and cols.entity[name.head] != "PERSON"
        and (len(name.words) > 1 or cols.entity[name.head] != "ORG")
    ):
        yield "thing", _CLEAR  # a film, a play or a book ("The Lookout (2007)")
    if after in ("'s", "’s"):
        near = {_word(cols, i) for i in range(name.last + 1, min(name.last + 4, n))}
        if near & known_signs.company_nouns:
            yield "organization", 1.0
    elif (
        len(name.words) == 1 and after and cols.text[name.last].islower() and cols.pos[name.last] in _NOMINAL
    ):
        noun = second if after == "chief" else after
        if noun in known_signs.place_nouns:
            yield "place", 1.0
        elif noun in known_signs.medicine_nouns:
            yield "thing", _LIKELY
        elif noun in known_signs.drone_nouns:
            yield "thing", 1.0
        elif noun in known_signs.company_nouns:
            yield "organization", _LIKELY


def _is_region(word: str) -> bool:
    """Say whether a word names a country, a region or a large city."""
    entry = known().get(word)
    if entry is not None:
        return entry.sense in ("name", "seat") and entry.kind in ("country", "place")
    return word in cities() and word not in first_names()


def _called(cols: Columns, name: Found) -> Iterator[tuple[Guess, float]]:
    """Read what the article says that it is: "Cefalin, a drug", "its operator, Norvik", "Dol is a village"."""
    n, governor = len(cols.text), cols.head[name.head]
    after, second = _word(cols, name.last), _word(cols, name.last + 1)
    if cols.dep[name.head] == "appos" and cols.pos[governor] == "NOUN":
        noun = cols.text[governor]  # "its drug, Cefalin,"; "its operator" may be a body
        told = "organization" if noun.lower() in nouns().organization else of_noun(noun)
        if told in ("person", "organization", "thing"):
            yield told, _TOLD if told == "thing" else _CLEAR
    if cols.dep[name.head] in _SUBJECT and governor > name.head:
        if cols.text[governor].lower() in _HUMAN_VERBS or _quarrels(cols, name, governor):
            yield "person", _ALONE
        if cols.text[governor] in ("is", "was", "became"):
            for i in range(governor + 1, min(governor + 8, n)):
                if cols.head[i] == governor and cols.dep[i] == "attr":
                    told = of_noun(cols.text[i])
                    if told in ("person", "organization", "place", "country", "thing"):
                        yield ("place" if told == "country" else told), _CLEAR
    if cols.dep[name.head] == "dobj" and governor < name.head and _quarrels(cols, name, governor):
        yield "person", _ALONE
    if after == "," and second in ("a", "an", "the", "former"):
        for i in range(name.last + 2, min(name.last + 8, n)):
            if cols.text[i] in (",", ".", "of") or cols.pos[i] == "VERB":
                break
            if _word(cols, i + 1) in ("'s", "’s", "'", "’"):
                continue  # "Ingvild Moe, the union's secretary" is no union
            told = of_noun(cols.text[i])
            if cols.text[i].lower() in nouns().organization:
                told = "organization"
            ends = cols.pos[i] == "NOUN" and (i + 1 == n or cols.pos[i + 1] != "NOUN")
            if told == "thing" and (cols.dep[i] in _SUBJECT or name.words[0] in first_names()):
                break  # "With Jane Roe, a prize was won"
            if ends and told in ("person", "organization", "thing", "place"):
                yield told, _TOLD if told == "thing" else _CLEAR
                break


def _quarrels(cols: Columns, name: Found, governor: int) -> bool:
    """Say whether a name of one word, of which nothing is known, does what people do ("Foss accused Kroll")."""
    known_signs, verb = kind_signs(), _word(cols, governor)
    return (
        len(name.words) == 1
        and not cols.entity[name.head]
        and cols.pos[name.head] == "PROPN"
        and cols.tag[name.head] == "NNP"
        and of_noun(_word(cols, name.head)) is None
        and verb in known_signs.charging_verbs
    )


def _done(cols: Columns, name: Found) -> Iterator[tuple[Guess, float]]:
    """Read what it does and what is done with it: "Lumio employs 300", "the Drava flooded", "prescribe Cefalin"."""
    known_signs, dep, governor = kind_signs(), cols.dep[name.head], cols.head[name.head]
    verb = _word(cols, governor)
    if _plays(cols, name):
        yield "organization", _PLAYS
    if dep == "nsubj" and governor >= name.last:
        if _word(cols, name.first - 1) == "the" and verb in known_signs.nature_verbs:
            yield "place", _LIKELY
        elif verb in known_signs.company_verbs:
            yield "organization", 0.8
        elif verb in known_signs.acting_verbs and cols.entity[name.head] in _PLACES:
            yield "organization", _ACTS
        elif verb in known_signs.acting_verbs and _has_inner_capital(name):
            yield "organization", _ACTS  # "OpenMind denied it"
        elif verb in ("has", "had") and _has_people(cols, governor):
            yield "place", _LIKELY
        elif verb in ("is", "was") and _is_like(cols, governor, known_signs.medicine_adjectives):
            yield "thing", 0.8
    unsure = cols.entity[name.head] in _PLACES or _has_inner_capital(name)
    if dep == "dobj" and verb in known_signs.against_bodies and unsure:
        yield "organization", _ACTS
    if dep == "dobj" and verb in known_signs.nature_verbs:
        yield "place", _LIKELY  # "the river flooded Dol"
    if dep in ("dobj", "nsubjpass", "dative"):
        if verb in known_signs.medicine_verbs:
            yield "thing", _CLEAR
        elif dep == "dobj" and verb in known_signs.product_verbs and len(name.words) == 1:
            yield "thing", 1.0


def _plays(cols: Columns, name: Found) -> bool:
    """Say whether a club plays: it beats another by a score, or has a striker ("Leeds beat Hull 2-1")."""
    known_signs, dep, governor = kind_signs(), cols.dep[name.head], cols.head[name.head]
    if _word(cols, name.last) in ("'s", "’s", "") or cols.pos[name.last] == "NOUN":
        beside = {_word(cols, i) for i in range(name.last, min(name.last + 3, len(cols.text)))}
        if beside & known_signs.team_nouns:
            return True
    verb = _word(cols, cols.head[governor] if dep == "pobj" else governor)
    if dep not in ("nsubj", "dobj", "pobj") or verb not in known_signs.team_verbs:
        return False
    near = range(max(0, name.first - 12), min(name.last + 14, len(cols.text)))
    here = cols.sentence[name.first]
    return any(
        cols.sentence[i] == here
        and (_is_score(cols.text[i]) or cols.text[i].lower() in known_signs.team_words)
        for i in near
    )


def _is_score(word: str) -> bool:
    left, dash, right = word.replace("–", "-").partition("-")
    return bool(dash) and left.isdigit() and right.isdigit() and len(left) < 4 and len(right) < 4


def _has_people(cols: Columns, verb: int) -> bool:
    """Say whether the object of "has" are those who live in a place."""
    return any(
        cols.head[i] == verb
        and cols.dep[i] == "dobj"
        and _word(cols, i) in ("inhabitants", "residents", "people")
        for i in range(verb + 1, min(verb + 7, len(cols.text)))
    )


def _is_like(cols: Columns, verb: int, adjectives: frozenset[str]) -> bool:
    """Say whether "is" is followed by one of the adjectives."""
    return any(
        cols.head[i] == verb and cols.dep[i] == "acomp" and _word(cols, i) in adjectives
        for i in range(verb + 1, min(verb + 5, len(cols.text)))
    )


def _has_inner_capital(name: Found) -> bool:
    """Say whether a one-word name is written as companies write theirs ("OpenMind"; not "McCall" or "NATO")."""
    word = name.words[0]
    inner = len(name.words) == 1 and not word.isupper() and word[1:] != word[1:].lower() and word.isalpha()
    return inner and not word.startswith(("Mc", "Mac", "De", "Di", "La", "Le", "Van"))
