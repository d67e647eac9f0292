"""Names of the places of quotations and pieces of evidence, which outlive regeneration and correction."""

from __future__ import annotations

from generator.model import Briefing, Contest, Proof, Said
from generator.text import digest, distinct, one_line


def quote_anchor(briefing: Briefing, said: Said) -> str:
    """Name a quotation by its words: a corrected speaker or a further quotation does not move it."""
    return f"q-{digest(*(one_line(briefing.words(said.article, span)) for span in said.quote.spans))}"


def quote_anchors(briefing: Briefing) -> tuple[str, ...]:
    """Name every quotation of a briefing, in their order; of equal words the second ends with -2, as on the page."""
    taken: set[str] = set()
    return tuple(distinct(quote_anchor(briefing, said), taken) for said in briefing.quotes)


def evidence_anchor(briefing: Briefing, contest: Contest, proof: Proof) -> str:
    """Name a piece of evidence by its sentence and by the parties of its dispute, as the program found them."""
    sentence = one_line(briefing.words(proof.article, proof.evidence))
    return f"e-{digest(sentence, *sorted(proof.parties or contest.parties))}"
