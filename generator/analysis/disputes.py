"""The component that finds disputes: who is at odds with whom, over what, according to whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from generator.analysis.document import actor_heads, prose_sentences, words
from generator.analysis.grouping import Finding, group
from generator.analysis.history import is_background, is_sport, latest_year, tells_of_old
from generator.analysis.issue import issue_of
from generator.analysis.stance import Stance
from generator.analysis.stances import read_stances
from generator.analysis.voices import Voices, find_authors
from generator.analysis.weights import probability
from generator.model import BODY, Evidence, Span

CONTESTS = frozenset({"assault", "rejection", "tension", "threat", "protest", "attitude"})
"""Classes whose words tell of a game when the article tells of sport."""
NOT_SO = frozenset({"negated", "supposed", "asked"})
"""Signs by which a stance is none, however strong its words."""
SURE = 0.35
"""The least probability of a pair that is reported: a false dispute is worse than a missed one."""


@Language.component(
    "briefings_disputes", requires=["doc._.actors", "doc._.quotes"], assigns=["doc._.disputes"]
)
def disputes(doc: Doc) -> Doc:
    """Find the disputes of an article."""
    if len(doc._.actors) < 2:
        return doc
    voices = listen(doc)
    sentences = prose_sentences(doc)
    latest = latest_year(doc.text)
    number = {
        token: n
        for n, sentence in enumerate(sentences)
        if not is_background(words(doc, sentence.start_char, sentence.end_char), latest)
        for token in range(sentence.start, sentence.end)
    }
    sport = is_sport([token.lower_ for token in doc])
    stances = [
        stance
        for stance in read_stances(doc, voices)
        if stance.match.token.i in number
        and not (sport and stance.match.predicate.kind in CONTESTS)
        and not NOT_SO & set(stance.features)
        and not tells_of_old(stance.match.token, latest)
    ]
    places = [number[stance.match.token.i] for stance in stances]
    spans = [Span(start=s.start_char, end=s.end_char) for s in sentences]
    findings = list(weigh(doc, _answer(stances, places), places, spans, voices))
    salience = {actor.id: actor.salience for actor in doc._.actors}
    body = next((block.start for block in doc._.blocks if block.kind in BODY), 0)
    doc._.disputes = group(findings, doc._.source or doc.text, salience, body)
    return doc


def listen(doc: Doc) -> Voices:
    """Note which actor each word stands for, and who says the words of each quotation."""
    inside: dict[int, str] = {}
    mentions = [(m.end - m.start, m, actor.id) for actor in doc._.actors for m in actor.mentions]
    for _, mention, actor_id in sorted(mentions, key=lambda entry: (-entry[0], entry[1].start)):
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None:
            inside |= {token.i: actor_id for token in span}
    speakers: dict[int, str] = {}
    for quote in doc._.quotes:
        if quote.speaker is None or quote.speaker.actor is None:
            continue
        for part in quote.spans:
            span = doc.char_span(part.start, part.end, alignment_mode="contract")
            if span is not None:
                speakers |= {token.i: quote.speaker.actor for token in span}
    persons = frozenset(actor.id for actor in doc._.actors if actor.kind == "person")
    voices = Voices(actor_heads(doc), inside, speakers, persons)
    return replace(voices, authors=find_authors(doc, voices))


def _answer(stances: Sequence[Stance], places: Sequence[int]) -> list[Stance]:
    """Give a denial without an addressee the one who made the charge before it (or just after it)."""
    answered = []
    for at, stance in enumerate(stances):
        if stance.target is None and stance.match.predicate.kind in ("denial", "rejection"):
            charges = [
                (abs(places[at] - places[n]), -n, other.source)
                for n, other in enumerate(stances)
                if other.target == stance.source
                and other.match.predicate.kind != "support"
                and places[at] - places[n] >= -1
            ]
            if charges:
                features = (*(f for f in stance.features if f != "whom nobody"), "whom answered")
                stance = Stance(stance.source, min(charges)[2], stance.match, features, stance.attributed_to)
        answered.append(stance)
    return answered


def weigh(
    doc: Doc, stances: Sequence[Stance], places: Sequence[int], spans: Sequence[Span], voices: Voices
) -> Iterator[Finding]:
    """Yield the pairs of each sentence that are at odds surely enough, in the order of the text."""
    pairs: dict[tuple[int, str, str], list[Stance]] = {}
    for stance, place in zip(stances, places, strict=True):
        if stance.target is not None:
            pairs.setdefault((place, stance.source, stance.target), []).append(stance)
    for (place, source, target), several in pairs.items():
        sure = probability(feature for stance in several for feature in stance.features)
        against = [s for s in several if s.match.predicate.kind != "support"]
        if sure < SURE or not against:
            continue
        strongest = max(against, key=lambda s: probability(s.features))
        phrase = issue_of(strongest.match, voices.heads)
        issue = None
        if phrase is not None:
            start, end = phrase[0].idx, phrase[1].idx + len(phrase[1])
            if words(doc, start, end).strip():
                issue = Span(start=start, end=end)
        yield Finding(
            evidence=Evidence(
                start=spans[place].start,
                end=spans[place].end,
                source=source,
                target=target,
                predicate=strongest.match.predicate.name,
                attributed_to=strongest.attributed_to,
            ),
            kind=strongest.match.predicate.kind,
            probability=sure,
            issue=issue,
            anchor=strongest.match.token.i,
        )
