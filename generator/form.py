"""A form for corrections: everything that was found in a briefing, with the id of each, ready to be corrected."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches

from generator.editorial.identity import name_key
from generator.editorial.permalinks import evidence_anchor, quote_anchors
from generator.errors import ArticleError, BriefingsError
from generator.model import Briefing
from generator.pages.markdown import shown
from generator.settings import Settings
from generator.stories import Newsroom, edition
from generator.text import distinct

_WORDS = 90
"""Code points of a quotation or sentence in the form: enough to know it again."""
_HEAD = """\
# Take away the # before the lines that you want to correct, and write what is right. Delete all others.
# Every key is explained in the documentation, under "Corrections".
briefings:
"""


def form(
    settings: Settings, names: Sequence[str], *, on_error: Callable[[ArticleError], None] | None = None
) -> str:
    """Write the form of some briefings, as they are with the corrections that there are.

    Args:
        settings: The site's settings.
        names: The names of the briefings, as their addresses have them; none: all.
        on_error: Called for each article that cannot be used; without it the first one ends the run.

    Returns:
        YAML in which every correction is a comment: it changes nothing until a # is taken away.

    Raises:
        ArticleError: An article cannot be used and there is no `on_error`.
        BriefingsError: There is no such briefing.
    """

    def raise_it(error: ArticleError) -> None:
        raise error

    newsroom = Newsroom(settings, on_error or raise_it)
    corrections = newsroom.corrections()
    briefings = {b.slug: b for b in edition(newsroom.stories(), corrections).collection.briefings}
    for name in names:
        if name not in briefings:
            near = get_close_matches(name, briefings, n=3, cutoff=0.4) or sorted(briefings)[:3]
            raise BriefingsError(f"There is no briefing {name!r}. The nearest: {', '.join(near)}.")
    return _HEAD + "".join(
        f"{line}\n" for name in names or sorted(briefings) for line in _lines(briefings[name])
    )


def _lines(briefing: Briefing) -> Iterator[str]:
    called = Counter(name_key(actor.name) for actor in briefing.actors)
    # Two actors of one name are told apart by their ids.
    names = {a.id: a.name if called[name_key(a.name)] == 1 else a.id for a in briefing.actors}
    taken: set[str] = set()
    yield f"  {briefing.slug}:"
    yield f"    # title: {_text(briefing.title)}"
    yield "    actors:"
    for actor in briefing.actors:
        yield f"      # - actor: {_text(names[actor.id])}"
        yield f"      #   kind: {actor.kind}"
        yield f"      #   role: {_text(actor.role or 'none')}"
    yield "    quotations:"
    for said, anchor in zip(briefing.quotes, quote_anchors(briefing), strict=True):
        speaker = said.quote.speaker
        words = " … ".join(shown(briefing.words(said.article, span)) for span in said.quote.spans)
        yield f"      # {_short(words)}"
        yield f"      # - quotation: {anchor}"
        if speaker is None or speaker.actor in names:
            yield f"      #   speaker: {_text(names[speaker.actor or ''] if speaker else 'nobody')}"
        else:
            yield f"      #   speaker:    # no actor: {_text(briefing.words(said.article, speaker))}"
    yield "    disputes:"
    for contest in briefing.disputes:
        yield f"      # {' and '.join(shown(names[party]) for party in contest.parties)}"
        yield f"      # - dispute: {contest.id}"
        yield f"      #   issue: {_text(contest.issue or 'none')}"
    yield "    evidence:"
    for contest in briefing.disputes:
        for proof in contest.evidence:
            evidence = proof.evidence
            yield f"      # {_short(shown(briefing.words(proof.article, evidence)))}"
            yield f"      # - evidence: {distinct(evidence_anchor(briefing, contest, proof), taken)}"
            if evidence.source and evidence.target:
                yield f"      #   who: {_text(names[evidence.source])}"
                yield f"      #   against: {_text(names[evidence.target])}"
            teller = names.get(evidence.attributed_to or "", "the article")
            yield f"      #   according_to: {_text(teller)}"


def _text(words: str) -> str:
    """Write words as YAML reads them back: between quotation marks, which JSON and YAML share."""
    return json.dumps(shown(words), ensure_ascii=False)


def _short(words: str) -> str:
    return words if len(words) <= _WORDS else f"{words[:_WORDS].rsplit(' ', 1)[0]} …"
