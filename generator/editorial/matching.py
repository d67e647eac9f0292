"""What a correction is about: actors by name, quotations and evidence by words or permalink, disputes by issue.

Each finder returns the one that fits. A `MismatchError` says why there is none or more than one, with the nearest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from generator.editorial.disputes import issue_words
from generator.editorial.identity import name_key
from generator.editorial.permalinks import evidence_anchor, quote_anchors
from generator.model import Briefing, Contest, KeyActor, Span
from generator.text import distinct, one_line, plain_spaces

NEAREST = 3
"""How many candidates a message names."""
_SHOWN = 70
"""Code points of a candidate's words in a message."""
_ALIKE = 0.65
"""Candidates less alike than this (share of matching characters, plus that of matching words) are no help."""
_WORD = re.compile(r"[^\W_]+")
Found = TypeVar("Found")


class MismatchError(Exception):
    """A correction fits nothing, or more than one thing; the message says what to do."""


class AlreadySoError(MismatchError):
    """A correction changes nothing."""

    def __init__(self) -> None:
        super().__init__("the program has it so already. Delete this correction.")


def find_actor(wanted: str, actors: Sequence[KeyActor], advice: str = "") -> KeyActor:
    """Find an actor by its id, else by its name, else by a former or other name.

    Args:
        wanted: The name.
        actors: Those that it may be; several of one id (from several briefings) are one.
        advice: What else to do where there is none.

    Raises:
        MismatchError: None, or more than one, is called so.
    """
    key = name_key(wanted)
    rules = (
        [actor for actor in actors if actor.id == wanted.rstrip("/").rsplit("/", 1)[-1]],
        [actor for actor in actors if key in (name_key(actor.name), *map(name_key, former_names(actor)))],
        [actor for actor in actors if key in map(name_key, actor.aliases)],
    )
    fitting = {actor.id: actor for actor in reversed(next(filter(None, rules), []))}
    if len(fitting) == 1:
        return next(iter(fitting.values()))
    if fitting:
        named = "; ".join(f"{actor.name} ({actor_id})" for actor_id, actor in sorted(fitting.items()))
        raise MismatchError(
            f"{_quoted(wanted)} is the name of {len(fitting)} actors: {named}. Give the id of one."
        )
    names = {actor.name: actor.name for actor in actors} | {
        alias: actor.name for actor in actors for alias in actor.aliases if alias != actor.name
    }
    raise MismatchError(
        f"there is no actor {_quoted(wanted)} here. {_nearest(wanted, names)} {advice}".strip()
    )


def former_names(actor: KeyActor) -> list[str]:
    """Return the names that an editor has replaced."""
    return [change.found for change in actor.changes if change.what == "name" and change.found]


def find_quote(wanted: str, briefing: Briefing) -> int:
    """Find a quotation by its permalink, else by its words, else by some of them.

    Returns:
        Its place in `briefing.quotes`.

    Raises:
        MismatchError: No quotation, or more than one, has these words.
    """
    ids = quote_anchors(briefing)
    texts = [_words(briefing, said.article, said.quote.spans) for said in briefing.quotes]
    return _by_words(wanted, "q-", list(zip(ids, texts, range(len(ids)), strict=True)), "quotation")


def find_proof(wanted: str, briefing: Briefing) -> tuple[int, int]:
    """Find a piece of evidence by its permalink, else by words of its sentence.

    Returns:
        The place of its dispute in `briefing.disputes`, and its own there.

    Raises:
        MismatchError: No piece of evidence, or more than one, has these words.
    """
    taken: set[str] = set()
    known = [
        (
            distinct(evidence_anchor(briefing, contest, proof), taken),
            _words(briefing, proof.article, [proof.evidence]),
            (place, number),
        )
        for place, contest in enumerate(briefing.disputes)
        for number, proof in enumerate(contest.evidence)
    ]
    return _by_words(wanted, "e-", known, "piece of evidence")


def find_dispute(wanted: str | Sequence[str], briefing: Briefing) -> int:
    """Find a dispute by its id, else by its issue, else by some words of it; or by its parties.

    Args:
        wanted: Id or issue; or the names of all parties, or of some that have no other dispute.
        briefing: The briefing.

    Returns:
        Its place in `briefing.disputes`.

    Raises:
        MismatchError: There is none, or more than one.
    """
    disputes = briefing.disputes
    told = {contest.id: describe(briefing, contest) for contest in disputes}
    if isinstance(wanted, str):
        last = wanted.split("#")[0].rstrip("/").rsplit("/", 1)[-1]
        key = issue_words(wanted)
        rules = (
            [n for n, contest in enumerate(disputes) if contest.id in (last, wanted.rsplit("#", 1)[-1])],
            [n for n, contest in enumerate(disputes) if key and issue_words(contest.issue) == key],
            [n for n, contest in enumerate(disputes) if key and set(key) <= set(issue_words(contest.issue))],
        )
        asked = _quoted(wanted)
    else:
        parties = {find_actor(name, briefing.actors).id for name in wanted}
        rules = (
            [n for n, contest in enumerate(disputes) if set(contest.parties) == parties],
            [n for n, contest in enumerate(disputes) if set(contest.parties) > parties],
            [],
        )
        asked = f"between {' and '.join(wanted)}"
    fitting = next(filter(None, rules), [])
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        ids = "; ".join(f"{disputes[n].id} ({told[disputes[n].id]})" for n in fitting)
        raise MismatchError(f"there are {len(fitting)} disputes {asked}: {ids}. Give the id of one.")
    known = "; ".join(f"{i} ({words})" for i, words in list(told.items())[: 2 * NEAREST])
    raise MismatchError(
        f"there is no dispute {asked} here. " + (f"There are: {known}." if known else "There is none.")
    )


def describe(briefing: Briefing, contest: Contest) -> str:
    """Word a dispute for a message: its issue and its parties."""
    names = {actor.id: actor.name for actor in briefing.actors}
    parties = " and ".join(names.get(party, party) for party in contest.parties)
    return f"{contest.issue}: {parties}" if contest.issue else parties


def find_sentence(wanted: str, briefing: Briefing, article: int) -> Span:
    """Find a sentence of an article by some of its words.

    Raises:
        MismatchError: No sentence, or more than one, has these words.
    """
    sentences = briefing.articles[article].sentences
    known = [("", _words(briefing, article, [sentence]), sentence) for sentence in sentences]
    return _by_words(wanted, "", known, "sentence")


def _words(briefing: Briefing, article: int, spans: Iterable[Span]) -> str:
    return " ".join(one_line(briefing.words(article, span)) for span in spans)


def _by_words(wanted: str, prefix: str, known: Sequence[tuple[str, str, Found]], noun: str) -> Found:
    """Find something by its permalink or its words; case, marks and spaces do not count.

    Args:
        wanted: A permalink (or a whole address that ends with one), or words.
        prefix: How permalinks of its kind begin; empty if there are none.
        known: Permalink, words, and the thing itself.
        noun: What it is called in messages.
    """
    permalink = wanted.rsplit("#", 1)[-1]
    if prefix and re.fullmatch(rf"{prefix}[0-9a-f]{{8}}(?:-\d+)?", permalink):
        for anchor, _, thing in known:
            if anchor == permalink:
                return thing
        raise MismatchError(
            f"no {noun} has the permalink {permalink} here. Its words may have changed: give some of them."
        )
    key = word_key(wanted)
    keys = [word_key(text) for _, text, _ in known]
    fitting = [at for at, whole in enumerate(keys) if whole == key] or [
        at for at, whole in enumerate(keys) if key.strip() and key in whole
    ]
    if len(fitting) == 1:
        return known[fitting[0]][2]
    if fitting:
        listed = "; ".join(_candidate(*known[at][:2]) for at in fitting[: 2 * NEAREST])
        what = "Give the permalink of one" if prefix else "Give more of its words"
        raise MismatchError(f"{len(fitting)} {_plural(noun)} hold {_quoted(wanted)}: {listed}. {what}.")
    texts = {_candidate(anchor, text): _candidate(anchor, text) for anchor, text, _ in known}
    raise MismatchError(f"no {noun} here holds {_quoted(wanted)}. {_nearest(wanted, texts)}")


def word_key(text: str) -> str:
    """Fold words for comparison: only letters and digits count; a space at each end keeps words whole."""
    return f" {' '.join(_WORD.findall(plain_spaces(text).casefold()))} "


def _candidate(anchor: str, text: str) -> str:
    words = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"
    return f"{anchor} {_quoted(words)}" if anchor else _quoted(words)


def _nearest(wanted: str, names: Mapping[str, str]) -> str:
    """Name the candidates most like what was asked for.

    Args:
        wanted: What was asked for.
        names: What a candidate is called -> what is said of it.
    """
    key = word_key(wanted)
    initials = {word[0] for word in key.split()}

    def likeness(text: str) -> float:
        other = word_key(text)
        words = set(other.split())
        if initials.isdisjoint(word[0] for word in words):
            return 0  # comparing letter by letter takes a hundred times as long
        shared = len(words & set(key.split())) / max(1, len(key.split()))
        return SequenceMatcher(None, key, other).ratio() + shared

    ranked = sorted(((likeness(text), name) for text, name in names.items()), key=lambda item: -item[0])
    near = list(dict.fromkeys(name for score, name in ranked if score >= _ALIKE))[:NEAREST]
    if near:
        return f"The nearest: {'; '.join(near)}."
    some = "; ".join(list(dict.fromkeys(names.values()))[:NEAREST])
    return f"There are: {some} …" if some else "There is none."


def _plural(noun: str) -> str:
    return "pieces of evidence" if noun == "piece of evidence" else f"{noun}s"


def _quoted(words: str) -> str:
    return f"“{words.strip('“”')}”"
