"""Whether a sentence tells of what is long past: old quarrels are background, no live dispute."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.analysis.syntax import Word

# What stands before the number is looked at last: a pattern that begins with digits is found four times as fast.
YEAR = re.compile(r"(1[5-9]\d\d|20\d\d)(?<![\d$€£,.]\d{4})(?![\d,]\d|\d)")
SINCE = re.compile(r"\bsince (?:\w+ )?(?:1[5-9]|20)\d\d\b", re.IGNORECASE)
"""What has gone on since an old year goes on."""
RECENT = 3
"""Years back from the latest year that the article names; what is older is background."""
BACKGROUND = re.compile(
    r"\b(?:centur(?:y|ies)|decades? ago|(?<!two )(?<!three )years (?:ago|earlier|before)|years later|"
    r"(?:has|have|had) previously|in the past|historically|history of|at the time of|cold war|world war|"
    r"until (?:then|recently)|last decade|who (?:had )?once|"
    r"(?:this|that|it|the (?:matter|dispute|quarrel|row|feud|case)) (?:is|was|had been) (?:now )?"
    r"(?:over|settled|closed|resolved|dropped))\b",
)
_CLOSED = re.compile(r"\b(?:over|settled|closed|resolved|dropped)$")
"""What is over is over in every clause of its sentence."""
OPENING = re.compile(r"\b(?:has|have|had) previously\b|\b(?:has|have) a history of\b")
"""Words that open an account of earlier cases, which the next sentences of the paragraph may go on with."""
NEWS_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday now tonight".split()
)
DYING = re.compile(r"\b(?:dies|died|has died|passed away|obituary)\b", re.IGNORECASE)
DISASTER = re.compile(
    r"\b(?:earthquakes?|landslides?|mudslides?|avalanches?|floods|flooding|hurricanes?|typhoons?|cyclones?|"
    r"tornado(?:es)?|tsunamis?|eruptions?|erupts|wildfires?|derail(?:s|ed|ment)|shipwrecks?|capsiz(?:es|ed))\b",
    re.IGNORECASE,
)
KILLED = re.compile(
    r"\b(?:kill|murder|shot|shoot|stab|poison|custody|crash|explosion|attack|police|prison|inquest|strangl)",
    re.IGNORECASE,
)


SPORT = frozenset(
    "match semifinal semifinals quarterfinal quarterfinals championship championships tournament league "
    "coach season goal goals striker midfielder goalkeeper defender cup grand slam playoff playoffs "
    "inning innings quarterback wicket wickets halftime referee stadium medal medals teammate teammates "
    "scored score defeat defeated semi-final semi-finals quarter-final quarter-finals final finals "
    "regatta rower sculler runner-up".split()
)
VOTING = frozenset(
    "ballot ballots candidate candidates caucus caucuses delegate delegates election elections electoral electorate "
    "frontrunner front-runner nomination nominee nominees poll polls polling primaries primary runoff turnout vote "
    "voted voter voters votes".split()
)
VOTING_KINDS = 3
"""Different words of elections in an article in which who "captured Georgia" or "would beat" another won votes."""
WINNING = frozenset("beat capture conquer crush defeat rout take thrash trounce".split())
SPORT_WORDS = 0.02
"""Share of an article's words from which on it tells of sport; a sport's politics stay well below."""
SPORT_KINDS = 4
"""Different words of sport that an article uses which tells of it at all."""


def is_sport(words: list[str]) -> bool:
    """Say whether an article tells of contests in sport, in which opponents are no adversaries.

    Args:
        words: The article's words in lower case.
    """
    return mentions_sport(words) and sum(word in SPORT for word in words) >= SPORT_WORDS * len(words)


def mentions_sport(words: list[str]) -> bool:
    """Say whether an article also tells of contests in sport, as one on a sport's politics does."""
    return len(SPORT.intersection(words)) >= SPORT_KINDS


def is_election(words: list[str]) -> bool:
    """Say whether an article tells of an election, in which who beats another wins more votes."""
    return len(VOTING.intersection(words)) >= VOTING_KINDS


def is_disaster(opening: str) -> bool:
    """Say whether an article tells of a disaster: only the plainest charge is a dispute in it.

    Args:
        opening: The words of the article's first sentences, the headline among them.
    """
    return DISASTER.search(opening) is not None


def is_obituary(opening: str) -> bool:
    """Say whether an article tells the life of somebody who died: quarrels of that life are history.

    Args:
        opening: The words of the article's first sentences, the headline among them.
    """
    return DYING.search(opening) is not None and KILLED.search(opening) is None


def latest_year(text: str) -> int | None:
    """Return the latest year that a text names; None if it names none that is old beside it: then nothing is dated."""
    years = {int(year) for year in YEAR.findall(text)}
    return max(years) if years and min(years) <= max(years) - RECENT else None


def is_background(sentence: str, latest: int | None, dated: str | None = None) -> bool:
    """Say whether a sentence only tells of the past: all its years are old, or a phrase says so.

    Args:
        sentence: The words of the sentence.
        latest: The latest year that the article names.
        dated: Those of its words in which an old year counts, if not all: "hit back, saying that the other had done
            so until 2010" is news.
    """
    dated = sentence if dated is None else dated
    years = [int(year) for year in YEAR.findall(dated)]
    if years and latest is not None and max(years) <= latest - RECENT and not SINCE.search(dated):
        return True
    return BACKGROUND.search(sentence.lower()) is not None  # twice as fast as to ignore the case


def dates(sentence: Sequence[Word], token: Word, text: str, latest: int | None) -> bool:
    """Say whether what dates a sentence back dates the clause of a word, and not another one or a thing.

    "Criticised Kroll for what he had said in the past" and "in a manner reminiscent of the Cold War" are news.

    Args:
        sentence: The words of the sentence.
        token: The word of the stance.
        text: The text of the sentence, from its first word on.
        latest: The latest year that the article names.
    """
    start = sentence[0].idx
    found = [match.span() for match in BACKGROUND.finditer(text.lower())]
    if any(_CLOSED.search(text.lower(), *span) for span in found):
        return True
    if latest is not None:
        years = list(YEAR.finditer(text))
        if years and max(int(year.group()) for year in years) <= latest - RECENT and not SINCE.search(text):
            found += [(year.start(), year.end()) for year in years]
    above = {id(token)}
    at = token
    while at.head is not at:
        at = at.head
        above.add(id(at))
    for first, end in found:
        phrase = {id(word) for word in sentence if first <= word.idx - start < end}
        dated = next((_dated(word, phrase) for word in sentence if word.idx - start >= first), None)
        if dated is None or id(dated) in above:
            return True
        if dated.dep_ in ("relcl", "acl") and dated.head is token:
            return True  # "the war that ended years ago"
    return False


def _dated(word: Word, phrase: set[int]) -> Word | None:
    """Return the verb, or the noun, to which a phrase of time belongs; None for the whole sentence."""
    at = word
    while at.head is not at:
        above = at.head
        if id(above) not in phrase and above.pos_ not in _LINKS:
            return above
        at = above
    return None if id(at) in phrase or at.pos_ in _LINKS else at


_LINKS = frozenset(("ADP", "SCONJ", "ADV", "PART"))
"""Parts of speech through which a phrase hangs on what it dates."""


def opens_history(sentence: str) -> bool:
    """Say whether a sentence begins to tell of earlier cases: "Vey has previously been fined"."""
    return OPENING.search(sentence) is not None


def goes_on_telling(sentence: Sequence[Word]) -> bool:
    """Say whether a sentence can go on with what was: told in the past tense, with no day of the news."""
    root = next((word for word in sentence if word.head is word), None)
    if root is None or root.tag_ != "VBD" or (root.lemma == "say"):
        return False
    return not any(word.lower_ in NEWS_DAYS for word in sentence)


def tells_of_old(verb: Word, latest: int | None) -> bool:
    """Say whether a clause is dated to an old year ("In 1814 they fought, and now they share a park")."""
    if latest is None:
        return False
    dates = [c.text for child in verb.children if child.dep_ in ("prep", "npadvmod") for c in child.subtree]
    years = [int(year) for year in YEAR.findall(" ".join(dates))]
    return bool(years) and max(years) <= latest - RECENT
