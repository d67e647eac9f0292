"""The disputes of an article, each with the words that name its issue."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from generator.analysis.disputes.apart import set_apart
from generator.analysis.disputes.grouping import Finding, group
from generator.analysis.disputes.issue import common_thing, what_is_said
from generator.analysis.disputes.ranking import set_stage
from generator.analysis.disputes.speeches import Talk
from generator.analysis.disputes.topics import Finders, choose_issue, read_topics
from generator.analysis.document import words as printed
from generator.analysis.syntax import Word
from generator.model import Dispute, Span


def name_disputes(
    doc: Doc, words: Sequence[Word], findings: Sequence[Finding], talk: Talk
) -> tuple[Dispute, ...]:
    """Make disputes of what was found, and choose the words for the issue of each.

    Args:
        doc: An article.
        words: Its words.
        findings: Its sentences that show somebody against somebody, at least one.
        talk: What is said in it, and its sentences.
    """
    spans, sentences, camps, inside = talk.spans, talk.sentences, talk.camps, talk.voices.inside
    stage = set_stage(doc._.actors, doc._.blocks, spans)
    titles = [n for n, span in enumerate(spans) if span.start < stage.body]
    headline = frozenset(word.lemma for n in titles for word in sentences[n] if word.pos_ == "NOUN")
    topics = read_topics(words, sentences, stage.body, inside)

    def said(finding: Finding) -> Span | None:
        evidence = finding.evidence
        sentence = sentences[talk.place(evidence.start)]
        return span_of(doc, what_is_said(sentence, evidence.source or "", evidence.target or "", talk.voices))

    def common(starts: Sequence[int], least: int) -> Span | None:
        told = [sentences[talk.place(start)] for start in starts]
        return span_of(doc, common_thing(told, headline, inside, topics.counts, least))

    def around(found: Sequence[Finding]) -> Span | None:
        parties = {camps.of(party) for finding in found for party in finding.pair}
        both = [
            n for n in titles if parties <= {camps.of(inside[w.i]) for w in sentences[n] if w.i in inside}
        ]
        places = dict.fromkeys(talk.place(finding.evidence.start) for finding in found)
        told = [sentences[n] for n in (*both, *places)]
        return span_of(doc, common_thing(told, headline, inside, topics.counts))

    def name(found: Sequence[Finding]) -> Span | None:
        return choose_issue(found, topics, Finders(said, common, around))

    def apart(found: Sequence[Finding]) -> list[list[Finding]]:
        return set_apart(found, topics, spans, name)

    return group(findings, doc._.source or doc.text, stage, camps, name, apart)


def span_of(doc: Doc, phrase: tuple[Word, Word] | None) -> Span | None:
    """Return where a phrase stands, without white space at its end."""
    if phrase is None:
        return None
    start, end = phrase[0].idx, phrase[1].idx + len(phrase[1])
    end = start + len(printed(doc, start, end).rstrip())
    return Span(start=start, end=end) if end > start else None
