"""What a sheet says, as plain values for the template: no markup, nothing to be computed there."""

from __future__ import annotations

from typing import Any

from generator.model import Briefing
from generator.pages import sheet_words as words
from generator.pages.sheet_selection import Excerpt, Plea, Selection
from generator.text import one_line

MOST_SOURCES = 3
"""Sources named on the sheet; more are counted."""
_NAME_LENGTH = 80
"""Code points of the name of a publisher or of the site."""
_ADDRESS_LENGTH = 160
"""A longer address is of no use on paper: the name of the site stands there instead."""


def contents(briefing: Briefing, chosen: Selection, site_name: str, url: str) -> dict[str, Any]:
    """Return what the sheet of a briefing says.

    Args:
        briefing: The briefing.
        chosen: What of it is shown.
        site_name: The name of the site.
        url: The address of the full page; "" where the site has none yet.

    Returns:
        Strings, booleans, and lists and dictionaries of them; every string is on one line and safe to set
        (see `sheet_words.settable`). The template adds only the labels between them.
    """
    return {
        "site": words.settable(_short(site_name)),
        "title": words.settable(_excerpt(words.title_words(briefing), chosen.title)),
        "date": words.unbroken(words.day(briefing.date)),
        "corrected": any(change.what == "title" for change in briefing.changes),
        "sample": briefing.sample,
        "sources": _sources(briefing),
        "lead": [
            words.settable(_excerpt(words.lead_words(briefing, excerpt.index), excerpt))
            for excerpt in chosen.lead
        ],
        "actors": [_actor(briefing, actor_id) for actor_id in chosen.actors],
        "disputes": [_dispute(briefing, plea) for plea in chosen.disputes],
        "disputes_found": bool(briefing.disputes),
        "quotes": [_quote(briefing, place) for place in chosen.quotes],
        "quotes_found": bool(briefing.quotes),
        "left_out": chosen.left_out,
        "url": url if len(url) <= _ADDRESS_LENGTH else "",
        "address": words.settable(words.web_address(url)) if len(url) <= _ADDRESS_LENGTH else "",
    }


def _excerpt(text: str, excerpt: Excerpt) -> str:
    return text if excerpt.length is None else f"{text[: excerpt.length]} …"


def _short(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _NAME_LENGTH else f"{text[: words.cut(text, _NAME_LENGTH)]} …"


def _sources(briefing: Briefing) -> list[str]:
    """Publisher (else by-line) and day of each article, each pair once; what has neither is not named."""
    named = [
        ", ".join(filter(None, [_short(name), words.day(article.date)]))
        for article in briefing.articles
        if (name := article.publisher or article.byline)
    ]
    sources = list(dict.fromkeys(named))
    more = len(sources) - MOST_SOURCES
    shown = [words.settable(source) for source in sources[:MOST_SOURCES]]
    return [*shown, words.counted(more, "more source", "more sources")] if more > 0 else shown


def _actor(briefing: Briefing, actor_id: str) -> dict[str, Any]:
    actor = words.actor_of(briefing, actor_id)
    assert actor is not None, f"{actor_id} is not an actor of {briefing.slug}"
    return {
        "name": words.settable(actor.name),
        "role": words.settable(actor.role or ""),
        "mentions": words.counted(actor.named, "mention", "mentions"),
        "corrected": bool(actor.changes),
    }


def _dispute(briefing: Briefing, plea: Plea) -> dict[str, Any]:
    contest = next(contest for contest in briefing.disputes if contest.id == plea.id)
    proof = contest.evidence[plea.evidence]
    teller = words.actor_of(briefing, proof.evidence.attributed_to)
    several = len({article.publisher for article in briefing.articles if article.publisher}) > 1
    publisher = briefing.articles[proof.article].publisher or ""
    return {
        "parties": words.party_names(briefing, contest, proof),
        "issue": words.settable(contest.issue),
        "kind": words.settable(contest.kind),
        "evidence": words.settable(words.evidence_words(briefing, contest, plea.evidence)),
        "according_to": words.settable_name(teller.name) if teller else "",
        "source": words.settable(_short(publisher)) if several else "",
        "corrected": bool(contest.changes or proof.changes),
    }


def _quote(briefing: Briefing, place: int) -> dict[str, Any]:
    said = briefing.quotes[place]
    speaker = said.quote.speaker
    actor = words.actor_of(briefing, speaker.actor if speaker else None)
    return {
        "words": words.settable(words.quote_words(briefing, said)),
        "speaker": words.settable_name(words.speaker_name(briefing, said)),
        "role": words.settable((actor.role or "") if actor else ""),
        "kind": said.quote.kind,
        "corrected": bool(said.changes),
    }
