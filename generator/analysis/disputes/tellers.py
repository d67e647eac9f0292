"""According to whom: one who tells of a quarrel goes on telling, and has one name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.analysis.disputes.grouping import Finding
from generator.analysis.disputes.speeches import Talk
from generator.model import Actor

ADDING = frozenset({"also", "furthermore", "moreover", "additionally"})
ADDED = 2
"""Sentences back in which the one is looked for who tells what an "also" adds to."""


def carry_on(findings: Sequence[Finding], talk: Talk) -> list[Finding]:
    """Give a sentence that adds to what somebody told of the same two ("also") to the one who told it."""
    camps = talk.camps
    carried: list[Finding] = []
    for finding in findings:
        place = talk.place(finding.evidence.start)
        also = any(word.lower_ in ADDING for word in talk.sentences[place])
        if finding.evidence.attributed_to is None and also:
            tellers = [
                before.evidence.attributed_to
                for before in carried
                if 0 < place - talk.place(before.evidence.start) <= ADDED
                and before.evidence.attributed_to not in (None, *finding.pair)
                and {camps.of(party) for party in before.pair} == {camps.of(party) for party in finding.pair}
            ]
            if tellers:
                evidence = finding.evidence.model_copy(update={"attributed_to": tellers[-1]})
                finding = replace(finding, evidence=evidence)
        carried.append(finding)
    return carried


def name_tellers(findings: Sequence[Finding], actors: Iterable[Actor]) -> list[Finding]:
    """Give what somebody tells who is described once to the one of that description who tells the rest.

    "An international commission" of the lead is the Joint Commission, if that is the one commission which tells of
    the same two.
    """
    known = {actor.id: actor for actor in actors}
    told: dict[frozenset[str], dict[str, None]] = {}
    for finding in findings:
        if finding.evidence.attributed_to is not None:
            told.setdefault(finding.pair, {})[finding.evidence.attributed_to] = None

    def name(finding: Finding) -> Finding:
        teller = finding.evidence.attributed_to
        if teller is None or not _is_described_once(known[teller]):
            return finding
        noun = known[teller].name.lower().split()[-1]
        others = [a for a in told[finding.pair] if a != teller and noun in known[a].name.lower().split()]
        if len(others) != 1:
            return finding
        return replace(finding, evidence=finding.evidence.model_copy(update={"attributed_to": others[0]}))

    return [name(finding) for finding in findings]


def _is_described_once(actor: Actor) -> bool:
    return len(actor.mentions) == 1 and actor.mentions[0].form != "name"
