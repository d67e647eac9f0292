"""What of a briefing stands on its one page: a ranking, and how far down the ranking the page reaches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Literal, NamedTuple

from generator.model import Briefing, Contest, Frozen, KeyActor, Proof, Said, Span
from generator.pages import sheet_words as words

TITLE_LENGTH = 240
"""Code points of a title on the sheet: five or six lines of it."""
LEAD_LENGTH = 480
"""Code points of the first lead sentence on the sheet; a further one that is longer is left out."""
ITEM_LENGTH = 700
"""Code points of a dispute or a quotation with all that belongs to it; a longer one is left out."""
ACTOR_LENGTH = 160
"""Code points of an actor's name and role; a longer one is left out."""
ACTORS = 8
"""Actors in the rail beside the text."""
QUICK_READ = 280
"""A quotation or an evidence sentence of at most as many code points is preferred: it is read at a glance."""
SNIPPET = 30
"""A quotation of fewer code points than this says little by itself."""
PAGE_ROOM = 3050
"""About how many code points of text a page holds beside the title and the first lead sentence."""
TRIES, SHORTER = 2, 0.7
"""How many entries are tried in the room that is left, each 7 ms or 14, and how long they may be beside the one that
was just too long."""
_ITEM_ROOM = 90
"""The room around an item, in code points."""

_SEATS = {"lead": 3, "dispute": 4, "quote": 4}
"""How the room is shared where there is more of everything than fits (see `rank`)."""
_WEIGHT = {"direct": 1.0, "mixed": 0.6, "indirect": 0.25}
"""What a quotation is worth by its kind: the speaker's own words first. With these a third quotation in the own
words of a voice goes before the first that is only reported, in which an analysis errs more often."""


class Excerpt(Frozen):
    """A text that may be too long for the sheet, and how much of it is shown."""

    index: int = 0
    """Which of the briefing's lead sentences (0 for the title)."""
    length: int | None = None
    """How many code points of it are shown, white space folded, an ellipsis after them; None: all of it."""


class Plea(Frozen):
    """A dispute on the sheet, with the one piece of evidence that stands for it."""

    id: str
    """The id of the Contest."""
    evidence: int
    """Which piece of the Contest's evidence."""


class Selection(Frozen):
    """What of a briefing is on its one page, in print and in the PDF sheets of every paper size.

    Everything else of the briefing is only on the full page.
    """

    title: Excerpt = Excerpt()
    lead: tuple[Excerpt, ...] = ()
    """Lead sentences, by their place in Briefing.lead, in its order."""
    actors: tuple[str, ...] = ()
    """Ids of KeyActors, in the briefing's order."""
    disputes: tuple[Plea, ...] = ()
    """In the briefing's order."""
    quotes: tuple[int, ...] = ()
    """Places in Briefing.quotes, the strongest first."""
    left_out: str = ""
    """What is only on the full page, as a phrase ("1 further dispute and 3 quotations"); empty: nothing."""


class Item(NamedTuple):
    """Something that may stand in the text of the sheet."""

    kind: Literal["lead", "dispute", "quote"]
    place: int
    """Its place in the briefing's list of that kind."""


Fits = Callable[[Selection], bool]
"""Says whether a sheet of the selection has one page, on one paper size."""


def select(briefing: Briefing, papers: Sequence[Fits]) -> Selection:
    """Choose what stands on the sheet: as much of the ranking as one page holds.

    The rail of actors stands beside the text and takes no room from it: it is shortened only where it is longer
    than the page by itself. The text is the longest beginning of its ranking that fits on the first paper,
    shortened until every other paper has one page, too; what room is left is given to the next of the ranking that
    are short enough. Type is never made smaller and nothing is clipped.

    Args:
        briefing: What is to be shown.
        papers: Lay a selection out, one function for each paper size, the one with the least room first.

    Returns:
        The selection; the title and the first lead sentence (cut, if need be) if nothing else fits.
    """
    items, rail = rank(briefing), prominent(briefing.actors)
    guess = room(briefing, items)

    def text() -> int:
        return longest(len(items), guess, lambda n: papers[0](selection(briefing, items[:n], rail)))

    shown = text()
    if not shown and not papers[0](selection(briefing, (), rail)):
        rail = rail[: longest(len(rail), len(rail), lambda n: papers[0](selection(briefing, (), rail[:n])))]
        shown = text()
    for fits in papers[1:]:
        while shown and not fits(selection(briefing, items[:shown], rail)):
            shown -= 1
    chosen, rest = items[:shown], items[shown:]
    # The first of the rest has just been too long.
    limit = _length(briefing, rest[0]) if shown and rest else 0
    shorter = (item for item in rest[1:] if _length(briefing, item) < SHORTER * limit)
    for item in islice(shorter, TRIES):
        if all(fits(selection(briefing, [*chosen, item], rail)) for fits in papers):
            chosen = [*chosen, item]
    return selection(briefing, chosen, rail)


def longest(most: int, guess: int, fits: Callable[[int], bool]) -> int:
    """Find the largest number up to `most` that fits, walking up or down from a guess; 0 is taken to fit."""
    number = min(guess, most)
    if number == 0 or fits(number):
        while number < most and fits(number + 1):
            number += 1
        return number
    while number > 1 and not fits(number - 1):
        number -= 1
    return number - 1


def room(briefing: Briefing, items: Sequence[Item]) -> int:
    """Estimate how many items of the ranking a page holds: the better the guess, the fewer layouts."""
    used = 0
    for number, item in enumerate(items):
        used += _ITEM_ROOM + _length(briefing, item)
        if used > PAGE_ROOM:
            return number
    return len(items)


def rank(briefing: Briefing) -> list[Item]:
    """Rank what may stand in the text of the sheet, the most important first.

    The kinds take turns as parties take seats under the Sainte-Laguë method: the n-th of a kind (from 0)
    stands at (2n + 1) / seats of the kind, so that every beginning of the ranking holds a fair share of each.
    The first lead sentence is always there, so it is not ranked; nor is what is too long for a sheet.
    """
    leads = [Item("lead", i) for i in range(len(briefing.lead)) if _lead_excerpt(briefing, i).length is None]
    disputes = [Item("dispute", i) for i, contest in enumerate(briefing.disputes) if plea(briefing, contest)]
    quotes = [Item("quote", i) for i in strongest(briefing)]
    seated = [
        ((2 * turn + 1) / _SEATS[item.kind], order, item)
        for order, items in enumerate((leads, disputes, quotes))
        for turn, item in enumerate(items)
        if item != Item("lead", 0)
    ]
    return [item for *_, item in sorted(seated)]


def plea(briefing: Briefing, contest: Contest) -> Plea | None:
    """Choose the evidence that stands for a dispute.

    Returns:
        One that says who is against whom, does not stand at the top of the sheet anyhow, and is read at a
        glance, else the first; None if each is too long.
    """

    def order(place: int) -> tuple[bool, bool, bool, int]:
        proof = contest.evidence[place]
        undirected = proof.evidence.source is None or proof.evidence.target is None
        long = len(words.evidence_words(briefing, contest, place)) > QUICK_READ
        return undirected, _at_the_top(briefing, proof.article, proof.evidence), long, place

    for place in sorted(range(len(contest.evidence)), key=order):
        if _dispute_length(briefing, contest, place) <= ITEM_LENGTH:
            return Plea(id=contest.id, evidence=place)
    return None


def strongest(briefing: Briefing) -> list[int]:
    """Rank the quotations that can stand on a sheet; return their places.

    A quotation needs a speaker and a length that a sheet can bear; what somebody is only reported to believe
    or to plan nobody said, a snippet of reported speech says little, and the headline is there anyhow. Its
    strength is the weight of its kind, times 1 + the speaker's salience (a half where the speaker is no actor),
    times how sure the speaker is, times 0.6 if it takes long to read or is a mere snippet. Speakers take turns
    as under D'Hondt's method: the n-th quotation of a speaker (from 0) counts for strength / (n + 1), so that
    no voice fills the sheet. What the lead or the evidence of a dispute shows already comes last.
    """
    salience = {actor.id: 1 + actor.salience for actor in briefing.actors}

    def strength(said: Said) -> float:
        speaker = said.quote.speaker.actor if said.quote.speaker else None
        length = len(words.quote_words(briefing, said))
        glance = 1.0 if SNIPPET <= length <= QUICK_READ else 0.6
        weight = _WEIGHT[said.quote.kind] * salience.get(speaker or "", 0.5)
        return weight * said.quote.confidence * glance

    able = [place for place, said in enumerate(briefing.quotes) if _able(briefing, said)]
    able.sort(key=lambda place: (-strength(briefing.quotes[place]), place))
    shown = _evidence_shown(briefing)
    turns: Counter[str] = Counter()
    ranked: list[tuple[bool, float, int]] = []
    for place in able:
        said = briefing.quotes[place]
        name = words.speaker_name(briefing, said)
        first = said.quote.spans[0]
        repeated = _at_the_top(briefing, said.article, first) or any(
            said.article == proof.article and proof.evidence.overlaps(first) for proof in shown
        )
        ranked.append((repeated, -strength(said) / (turns[name] + 1), place))
        turns[name] += 1
    return [place for *_, place in sorted(ranked)]


def prominent(actors: Sequence[KeyActor]) -> list[str]:
    """Return the ids of the most salient actors whose name and role are not too long for the rail."""
    short = (actor.id for actor in actors if len(actor.name) + len(actor.role or "") <= ACTOR_LENGTH)
    return list(short)[:ACTORS]


def selection(briefing: Briefing, items: Sequence[Item], actors: Sequence[str]) -> Selection:
    """Make the selection of these items and actors, in the order in which the sheet shows them."""
    title = words.title_words(briefing)
    places = {kind: [item.place for item in items if item.kind == kind] for kind in _SEATS}
    leads = sorted({*places["lead"], *([0] if briefing.lead else [])})
    pleas = [plea(briefing, briefing.disputes[place]) for place in sorted(places["dispute"])]
    chosen = Selection(
        title=Excerpt(length=words.cut(title, TITLE_LENGTH) if len(title) > TITLE_LENGTH else None),
        lead=tuple(_lead_excerpt(briefing, place) for place in leads),
        actors=tuple(actors),
        disputes=tuple(known for known in pleas if known),
        quotes=tuple(places["quote"]),
    )
    return chosen.model_copy(update={"left_out": left_out(briefing, chosen)})


def left_out(briefing: Briefing, chosen: Selection) -> str:
    """Word what of a briefing is not on its sheet."""
    parts = []
    if chosen.title.length is not None:
        parts.append("the rest of the title")
    if len(chosen.lead) < len(briefing.lead) or any(excerpt.length is not None for excerpt in chosen.lead):
        parts.append("the rest of the lead")
    for shown, there, one, many in (
        (chosen.actors, briefing.actors, "actor", "actors"),
        (chosen.disputes, briefing.disputes, "dispute", "disputes"),
        (chosen.quotes, briefing.quotes, "quotation", "quotations"),
    ):
        if more := len(there) - len(shown):
            further = "further " if shown else ""
            parts.append(words.counted(more, further + one, further + many))
    return words.listing(parts)


def _length(briefing: Briefing, item: Item) -> int:
    if item.kind == "lead":
        return len(words.lead_words(briefing, item.place))
    if item.kind == "quote":
        return _quote_length(briefing, briefing.quotes[item.place])
    contest = briefing.disputes[item.place]
    chosen = plea(briefing, contest)
    return _dispute_length(briefing, contest, chosen.evidence) if chosen else 0


def _lead_excerpt(briefing: Briefing, place: int) -> Excerpt:
    sentence = words.lead_words(briefing, place)
    length = words.cut(sentence, LEAD_LENGTH) if len(sentence) > LEAD_LENGTH else None
    return Excerpt(index=place, length=length)


def _dispute_length(briefing: Briefing, contest: Contest, place: int) -> int:
    proof = contest.evidence[place]
    parties = words.party_names(briefing, contest, proof)
    teller = words.actor_of(briefing, proof.evidence.attributed_to)
    sentence = words.evidence_words(briefing, contest, place)
    return len(parties) + len(contest.issue) + len(sentence) + len(teller.name if teller else "")


def _quote_length(briefing: Briefing, said: Said) -> int:
    """The length of a quotation with its speaker; 0 where nobody is known to have said it."""
    name = words.speaker_name(briefing, said)
    actor = words.actor_of(briefing, said.quote.speaker.actor if said.quote.speaker else None)
    role = actor.role or "" if actor else ""
    return len(words.quote_words(briefing, said)) + len(name) + len(role) if name else 0


def _able(briefing: Briefing, said: Said) -> bool:
    """Say whether a quotation can stand on a sheet."""
    indirect, length = said.quote.kind == "indirect", len(words.quote_words(briefing, said))
    weak = indirect and (said.quote.act in {"belief", "plan"} or length < SNIPPET)
    headline = any(
        block.kind in {"headline", "subtitle"} and block.overlaps(said.quote.spans[0])
        for block in briefing.articles[said.article].blocks
    )
    return not weak and not headline and 0 < _quote_length(briefing, said) <= ITEM_LENGTH


def _at_the_top(briefing: Briefing, article: int, span: Span) -> bool:
    """Say whether a span lies in the lead or in a headline."""
    leads = (lead.span for lead in briefing.lead if lead.article == article)
    blocks = (block for block in briefing.articles[article].blocks if block.kind == "headline")
    return any(shown.overlaps(span) for shown in (*leads, *blocks))


def _evidence_shown(briefing: Briefing) -> list[Proof]:
    """Return the pieces of evidence that the disputes would show."""
    pleas = [(contest, plea(briefing, contest)) for contest in briefing.disputes]
    return [contest.evidence[known.evidence] for contest, known in pleas if known]
