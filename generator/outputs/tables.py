"""Tables of the whole site as CSV (RFC 4180): for a spreadsheet, or for a program.

A cell that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets do not show:
an article's words must not be run by whoever opens the table.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from generator.model import Change
from generator.outputs.data import Desk
from generator.pages.links import actor_page, briefing_page, dispute_page, evidence_anchor, quote_anchors
from generator.pages.markdown import shown
from generator.pages.wording import beside, quoted_words, reporting

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SEPARATOR = "; "
Row = Sequence[str | int | float | None]


def tables(desk: Desk) -> dict[str, bytes]:
    """Make all tables.

    Returns:
        File name -> CSV in UTF-8 without a mark, with a head line; rows in the order of the pages.
    """
    return {
        "briefings.csv": table(
            "briefing title date publishers topics sample actors quotes disputes corrected url",
            _briefings(desk),
        ),
        "actors.csv": table(
            "actor name kind role aliases briefings quotes disputes corrected url", _actors(desk)
        ),
        "disputes.csv": table(
            "dispute issue kind parties names briefing date publisher evidence source target predicate "
            "attributed_to corrected url evidence_url",
            _evidence(desk),
        ),
        "quotes.csv": table(
            "quote kind act reporting text speaker name speaker_words cue confidence about briefing date publisher "
            "corrected url",
            _quotes(desk),
        ),
    }


def table(head: str, rows: Iterable[Row]) -> bytes:
    """Write a table; `head` holds the names of its columns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(head.split())
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode()


def _cell(value: str | int | float | None) -> str:
    if isinstance(value, str):
        text = shown(value)
        return f"'{text}" if text.startswith(_FORMULA) else text
    return "" if value is None else str(value)


def _corrected(changes: Iterable[Change]) -> str:
    """Name what an editor corrected; empty where that is nothing."""
    return _joined(dict.fromkeys(change.what for change in changes))


def _joined(values: Iterable[str]) -> str:
    return _SEPARATOR.join(values)


def _briefings(desk: Desk) -> Iterator[Row]:
    for briefing in desk.briefings:
        yield (
            briefing.slug,
            briefing.title,
            briefing.date,
            _joined(briefing.publishers),
            _joined(briefing.topics),
            "true" if briefing.sample else "false",
            len(briefing.actors),
            len(briefing.quotes),
            len(briefing.disputes),
            _corrected(briefing.changes),
            desk.addresses.page("", briefing_page(briefing.slug)),
        )


def _actors(desk: Desk) -> Iterator[Row]:
    for actor_id, dossier in sorted(desk.actors.items()):
        yield (
            actor_id,
            dossier.actor.name,
            dossier.actor.kind,
            dossier.role,
            _joined(dossier.aliases),
            len(dossier.briefings),
            len(dossier.said),
            len(dossier.disputes),
            _corrected(dossier.actor.changes),
            desk.addresses.page("", actor_page(actor_id)),
        )


def _evidence(desk: Desk) -> Iterator[Row]:
    """One row for each piece of evidence."""
    for dossier in desk.disputes.values():
        for briefing, contest in dossier.appearances:
            names = {actor.id: actor.name for actor in briefing.actors}
            for proof in contest.evidence:
                evidence = proof.evidence
                yield (
                    contest.id,
                    contest.issue,
                    contest.kind,
                    _joined(contest.parties),
                    _joined(names[party] for party in contest.parties),
                    briefing.slug,
                    briefing.date,
                    briefing.articles[proof.article].publisher,
                    briefing.words(proof.article, evidence),
                    evidence.source,
                    evidence.target,
                    evidence.predicate,
                    evidence.attributed_to,
                    _corrected((*contest.changes, *proof.changes)),
                    desk.addresses.page("", dispute_page(contest.id)),
                    desk.addresses.page(
                        "", briefing_page(briefing.slug), evidence_anchor(briefing, contest, proof)
                    ),
                )


def _quotes(desk: Desk) -> Iterator[Row]:
    for briefing in desk.briefings:
        names = {actor.id: actor.name for actor in briefing.actors}
        for said, anchor in zip(briefing.quotes, quote_anchors(briefing), strict=True):
            quote, speaker = said.quote, said.quote.speaker
            yield (
                anchor,
                quote.kind,
                quote.act,
                reporting(briefing, said.article, quote),
                quoted_words(briefing, said.article, quote),
                speaker.actor if speaker else None,
                names.get(speaker.actor or "") if speaker else None,
                briefing.words(said.article, named) if (named := beside(quote)) else None,
                briefing.words(said.article, quote.cue) if quote.cue else None,
                quote.confidence,
                _joined(quote.about),
                briefing.slug,
                briefing.date,
                briefing.articles[said.article].publisher,
                _corrected(said.changes),
                desk.addresses.page("", briefing_page(briefing.slug), anchor),
            )
