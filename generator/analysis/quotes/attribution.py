"""Which actor stands behind the speaker of a quote, and which actors its words mention."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from generator.analysis.heads import actor_heads, head_of
from generator.analysis.syntax import Word, words_of
from generator.model import Quote, Speaker, Told

_RELATIVE = frozenset(("who", "which", "that", "whom"))


@Language.component(
    "briefings_attribution", requires=["doc._.quotes", "doc._.actors"], assigns=["doc._.quotes"]
)
def attribution(doc: Doc) -> Doc:
    """Fill in the actor of each speaker and what each quote is about; without actors nothing changes."""
    actors, quotes = doc._.actors, doc._.quotes
    if not actors or not quotes:
        return doc
    names = [actor.id for actor in actors]
    persons = frozenset(actor.id for actor in actors if actor.kind == "person")
    heads = actor_heads(doc)
    words = words_of(doc)
    starts = [word.idx for word in words]
    named = sorted(
        (mention.start, mention.end, rank)
        for rank, actor in enumerate(actors)
        for mention in actor.mentions
        if mention.form != "pronoun"
    )
    begins = [start for start, _, _ in named]
    done = []
    for quote in quotes:
        actor = _actor(words, starts, heads, persons, quote.speaker)
        speaker = quote.speaker.model_copy(update={"actor": actor}) if quote.speaker else None
        ranks = {
            rank
            for span in quote.spans
            for _, end, rank in named[bisect_left(begins, span.start) : bisect_left(begins, span.end)]
            if end <= span.end
        }
        about = tuple(names[rank] for rank in sorted(ranks) if names[rank] != actor)
        told = tuple(_told(words, starts, heads, persons, quote, actor))
        done.append(quote.model_copy(update={"speaker": speaker, "about": about, "told": told}))
    doc._.quotes = tuple(done)
    return doc


def _told(
    words: list[Word],
    starts: list[int],
    heads: dict[int, str],
    persons: frozenset[str],
    quote: Quote,
    teller: str | None,
) -> Iterator[Told]:
    """Yield what a quote tells of others, not what its speaker said himself."""
    for told in quote.told:
        actor = _actor(words, starts, heads, persons, told.speaker)
        if actor is None or actor != teller:
            yield told.model_copy(update={"speaker": told.speaker.model_copy(update={"actor": actor})})


def _actor(
    words: list[Word],
    starts: list[int],
    heads: dict[int, str],
    persons: frozenset[str],
    speaker: Speaker | None,
) -> str | None:
    """Return the actor whose mention has the speaker's own head word; a part of the phrase does not count.

    "Smith's lawyer said" gives nothing to Smith: no actor is better than a wrong one.
    """
    if speaker is None:
        return None
    first = max(0, bisect_right(starts, speaker.start) - 1)
    end = bisect_left(starts, speaker.end)
    if first >= end:
        return None
    head = head_of(words[first:end])
    if head.i in heads:
        return heads[head.i]
    if head.lower_ in _RELATIVE:
        return _antecedent(head, heads, persons)
    if head.dep_ in ("compound", "appos", "nmod", "flat") and first <= head.head.i < end:
        return heads.get(head.head.i)
    # Where the parser puts the title at the head ("spokesman Dean Boyd"), the name is its apposition.
    for child in head.children:
        if child.dep_ in ("appos", "flat") and first <= child.i < end and child.i in heads:
            return heads[child.i]
    return None


def _antecedent(relative: Word, heads: dict[int, str], persons: frozenset[str]) -> str | None:
    """Return the actor that a relative pronoun stands for: the noun that its clause hangs on.

    "Which" is no person: of "Jonas Weber of the Green Fields Alliance, which" it is the nearest that is none.
    """
    verb = relative.head
    for _ in range(4):
        if verb.dep_ == "relcl":
            actor = heads.get(verb.head.i)
            if relative.lower_ != "which" or actor not in persons:
                return actor
            between = (heads[i] for i in range(relative.i - 1, verb.head.i, -1) if i in heads)
            return next((near for near in between if near not in persons), None)
        if verb.head.i == verb.i:
            return None
        verb = verb.head
    return None
