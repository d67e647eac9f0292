"""How a quarrel goes on: what the one who is charged says next, and what the one who charges adds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.analysis.disputes.grouping import Finding
from generator.analysis.disputes.speeches import Talk, lexicon
from generator.model import Span

REPLY = 0.5
"""Probability given to words with which the one who is charged follows the charge."""
AFTER = 2
"""Sentences after the charge (or what is added to it) in which its answer is looked for."""
SPEAKING = 0.35
"""The least probability of a charge whose neighbours are read as an exchange."""


def go_on(findings: Sequence[Finding], talk: Talk) -> Iterator[Finding]:
    """Yield what is said in a quarrel beside the sentences that show it by themselves.

    Args:
        findings: The sentences that show somebody against somebody, in the order of the text.
        talk: What is said in the article.
    """
    camps = talk.camps
    shown = {(talk.place(f.evidence.start), f.pair) for f in findings}
    taken = {talk.place(f.evidence.start) for f in findings}
    quarrel = list(findings)
    for finding in quarrel:  # what is added is answered too
        source, target = finding.evidence.source, finding.evidence.target
        if source is None or target is None or finding.probability < SPEAKING:
            continue
        if finding.evidence.attributed_to is not None:
            continue  # a third one tells it: the two are not speaking to each other
        at = talk.place(finding.evidence.start)
        pair = {camps.of(source), camps.of(target)}
        for place in range(at + 1, min(at + 1 + AFTER + 2, len(talk.spans))):
            who = talk.by_place.get(place, [])
            if not who or any(s.act == "refusal" or talk.is_asked(s) or talk.yields(s) for s in who):
                break
            speaker = who[0].speaker
            mine, theirs = camps.one(speaker, source), camps.one(speaker, target)
            if not (mine or theirs) or mine == theirs:
                break
            if place in taken or any(not pair.issuperset(talk.of_whom(s)) for s in who):
                if theirs:
                    break
                continue
            key = (place, frozenset((speaker, target if mine else source)))
            if key not in shown:
                shown.add(key)
                more = _added(finding, talk.spans[place], speaker, target if mine else source, theirs)
                quarrel.append(more)
                yield more
            if theirs and place - at > AFTER:
                break


def speak_again(findings: Sequence[Finding], talk: Talk) -> Iterator[Finding]:
    """Yield what one of two who are at odds says of the other elsewhere in the article, and of nobody else.

    Args:
        findings: The sentences that show somebody against somebody, in the order of the text.
        talk: What is said in the article.
    """
    camps = talk.camps
    shown = {(talk.place(f.evidence.start), camps.of(party)) for f in findings for party in f.pair}
    opponents: dict[str, dict[str, str]] = {}
    known: dict[frozenset[str], Finding] = {}
    for finding in findings:
        if finding.probability >= SPEAKING and finding.evidence.attributed_to is None:
            known.setdefault(frozenset(camps.of(party) for party in finding.pair), finding)
            one, other = finding.evidence.source or "", finding.evidence.target or ""
            opponents.setdefault(camps.of(one), {}).setdefault(camps.of(other), other)
            opponents.setdefault(camps.of(other), {}).setdefault(camps.of(one), one)
    for speech in talk.speeches:
        others = talk.of_whom(speech)
        against = opponents.get(camps.of(speech.speaker), {})
        if speech.cue in lexicon()["contesting"] and len(against) == 1 and not set(others) & set(opponents):
            others = list(against)  # "she also claims that ...": against the one with whom she is at odds
        if len(others) != 1 or speech.act not in ("statement", "denial"):
            continue
        if talk.yields(speech) or talk.is_asked(speech):
            continue
        quarrel = known.get(frozenset((camps.of(speech.speaker), others[0])))
        if quarrel is None or (speech.place, camps.of(speech.speaker)) in shown:
            continue
        shown.add((speech.place, camps.of(speech.speaker)))
        target = next(
            (about for about in speech.about if camps.of(about) == others[0]), against.get(others[0])
        )
        if target is None:
            continue
        yield _added(quarrel, talk.spans[speech.place], speech.speaker, target, False)


def _added(finding: Finding, span: Span, source: str, target: str, reply: bool) -> Finding:
    evidence = finding.evidence.model_copy(
        update={
            "start": span.start,
            "end": span.end,
            "source": source,
            "target": target,
            "predicate": "answer" if reply else "add",
            "attributed_to": None,
        }
    )
    kind = "denial" if reply else finding.kind
    return replace(finding, evidence=evidence, kind=kind, probability=REPLY, issue=None, hint=None)
