"""The component that finds disputes: who is at odds with whom, over what, according to whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from generator.analysis.disputes.answers import answer, met_claims
from generator.analysis.disputes.camps import Camps, find_camps, heard
from generator.analysis.disputes.defendants import find_defendants
from generator.analysis.disputes.exchange import go_on, speak_again
from generator.analysis.disputes.grouping import Finding
from generator.analysis.disputes.history import (
    WINNING,
    dates,
    goes_on_telling,
    is_background,
    is_disaster,
    is_election,
    is_obituary,
    is_sport,
    latest_year,
    mentions_sport,
    opens_history,
    tells_of_old,
)
from generator.analysis.disputes.issue import issue_of
from generator.analysis.disputes.modality import is_mended
from generator.analysis.disputes.naming import name_disputes, span_of
from generator.analysis.disputes.settled import is_settled
from generator.analysis.disputes.speeches import Talk, find_bystanders, find_speeches, is_silence, lexicon
from generator.analysis.disputes.stance import Stance
from generator.analysis.disputes.stances import LIKELY, read_stances
from generator.analysis.disputes.support import find_support, who_can
from generator.analysis.disputes.tellers import carry_on, name_tellers
from generator.analysis.disputes.things import find_makers
from generator.analysis.disputes.vocabulary import vocabulary
from generator.analysis.disputes.voices import Voices, find_authors
from generator.analysis.disputes.weights import probability
from generator.analysis.document import dateline, prose_sentences
from generator.analysis.heads import actor_heads
from generator.analysis.syntax import Word, words_of
from generator.model import Evidence, Span

CONTESTS = frozenset({"assault", "rejection", "tension", "threat", "protest", "attitude", "denial"})
"""Classes whose words tell of a game when the article tells of sport."""
GOVERNED = frozenset({"lawsuit", "sanction", "accusation"})
"""Classes by which bodies of a sport are at odds off the pitch: a league investigates, fines or accuses a club."""
NOT_SO = frozenset({"negated", "supposed", "asked"})
"""Signs by which a stance is none, however strong its words."""
NEAR_ONES = frozenset({"who subject owner", "who subject of"})
"""Ways to a person that lead to somebody else ("Vey's brother", "the wife of Vey")."""
ADVICE = frozenset({"warn", "warning"})
"""Predicates that are care for those who are not named ("warned drivers of ice"), and a threat to those who are."""
LISTED = 0.8
"""Probability given to a defendant whom a sentence lists."""
OPENING = 3
"""Sentences at the head of an article, headline included, that say what it is."""
SURE = 0.30
"""The least probability of a pair that is reported: a false dispute is worse than a missed one. From .35 to .30 the
samples gain 3 right pairs and none that is wrong, single sentences .017 (F1); .26 gains nothing more."""
ANSWERED = 0.5
"""The least probability of a denial that meets a charge or claim, and of that claim."""
DOUBTING = frozenset({"reproach", "denial"})
"""Classes by which somebody says that what a sentence tells is not so."""
DOUBTFUL = 0.8
"""... and of two of one camp, or of a pair one of which is described once and never named: it may be nobody at all."""
SHORT = 5
"""Sentences of a text that has no room to say a thing twice: any party may be spoken of once (.44 -> .54 on event
sentences), and loose stances are read. In 28 whole articles these gave 2 right pairs and 7 wrong ones."""
KNOWN = 0.2
"""The least probability of a further sentence on two who are at odds already."""


@Language.component(
    "briefings_disputes",
    requires=["doc._.actors", "doc._.quotes"],
    assigns=["doc._.disputes", "doc._.support"],
)
def disputes(doc: Doc) -> Doc:
    """Find the disputes of an article."""
    if len(doc._.actors) < 2:
        return doc
    words = words_of(doc)
    voices = listen(doc, words)
    camps = find_camps(doc, words, voices)
    voices = heard(voices, camps)
    parts = prose_sentences(doc)
    sentences = [words[part.start : part.end] for part in parts]
    plain = doc.text  # put together token by token, each time that it is asked for
    text = doc._.source or plain
    edges = [(part.start_char, part.end_char) for part in parts]
    # of the article's text: the text of a part of a document is put together token by token
    spans = [Span(start=start + dateline(text[start:end]), end=end) for start, end in edges]
    latest = latest_year(text)
    number = {word.i: n for n, sentence in enumerate(sentences) for word in sentence}
    lower = [word.lower_ for word in words]
    sport, games, votes = is_sport(lower), mentions_sport(lower), is_election(lower)
    opening = " ".join(part.text for part in parts[:OPENING])
    late = departed(doc, opening)
    named = {actor.id for actor in doc._.actors if any(m.form == "name" for m in actor.mentions)}
    told = list(read_stances(words, voices, LIKELY if len(sentences) <= SHORT else None))
    telling = dict.fromkeys(number[s.match.token.i] for s in told if s.match.token.i in number)
    whole = {n: text[spans[n].start : spans[n].end] for n in telling}
    live = {n for n in telling if not is_background(whole[n], latest)}
    past = [n for n in telling if n not in live]
    newly = {n for n in past if not is_background(whole[n], latest, _own_words(sentences[n], voices))}
    blocks = [block.start for block in doc._.blocks]
    history = {n for n in telling if _is_history(n, sentences, spans, text, blocks)}
    live, newly = live - history, newly - history

    def is_live(stance: Stance) -> bool:
        token = stance.match.token
        n = number.get(token.i)
        if n is None or n in live:
            return n is not None
        if n in history:
            return False
        if n in newly and token.i not in voices.speakers:
            return True
        return not dates(sentences[n], token, plain[edges[n][0] : edges[n][1]], latest)

    def is_over(stance: Stance) -> bool:
        token = stance.match.token
        n = number[token.i]
        goes_on = n + 1 < len(edges) and bisect_right(blocks, edges[n + 1][0]) == bisect_right(
            blocks, token.idx
        )
        following = plain[slice(*edges[n + 1])] if goes_on else ""
        return is_settled(plain[token.idx + len(token) : edges[n][1]], following)

    stances = [
        stance
        for stance in told
        if is_live(stance)
        and not (sport and stance.match.predicate.kind in CONTESTS)
        and not (
            sport
            and stance.match.predicate.kind not in GOVERNED
            and not {stance.source, stance.target} & voices.persons
        )
        and not (games and stance.match.predicate.kind == "assault")
        and not (votes and _is_won(stance))
        and not NOT_SO & set(stance.features)
        and not is_mended(stance.match.token)
        and not is_silence(stance.match.token)
        and not is_over(stance)
        and not is_absence(stance)
        and not (NEAR_ONES & set(stance.features) and stance.source in voices.persons)
        and not (stance.match.predicate.name in ADVICE and stance.target not in named)
        # "complained that her engineers were threatened": they are who is spoken up for
        and not ("whom clause self" in stance.features and stance.target not in named)
        and (late is None or late not in (stance.source, stance.target))
        and not tells_of_old(stance.match.token, latest)
    ]
    places = [number[stance.match.token.i] for stance in stances]
    least = DOUBTFUL if is_disaster(opening) else SURE
    speeches = find_speeches(doc, words, spans, voices, camps)
    talk = Talk(speeches, spans, sentences, camps, voices, find_bystanders(doc))
    answered = answer(stances, places, talk)
    findings = carry_on(list(weigh(doc, answered, places, spans, voices, camps, least)), talk)
    findings = name_tellers(findings, doc._.actors)
    findings += sue(find_defendants(sentences, voices), spans, findings)
    findings += meet_claims(findings, answered, places, talk)
    talk = replace(talk, bystanders=talk.bystanders.difference(*(f.pair for f in findings)))
    findings += go_on(findings, talk)
    findings += speak_again(findings, talk)
    if findings:
        doc._.disputes = name_disputes(doc, words, findings, talk)
    shown: dict[int, frozenset[frozenset[str]]] = {}
    for finding in findings:
        at = finding.evidence.start
        shown[at] = shown.get(at, frozenset()) | {finding.pair}
    able = who_can(doc._.actors, doc._.quotes, doc._.disputes)
    placed = zip(stances, (spans[place] for place in places), strict=True)
    doc._.support = tuple(find_support(placed, shown, able, voices))
    return doc


def is_absence(stance: Stance) -> bool:
    """Say whether somebody only did not do what friends do: "has not joined the walkout" is no stand against it."""
    return "support negated" in stance.features and stance.match.predicate.words[0] in lexicon()["presence"]


def _is_won(stance: Stance) -> bool:
    """Say whether a stance is a contest for votes ("would beat Kroll", "captured Georgia")."""
    return stance.match.predicate.kind == "assault" and stance.match.token.lemma in WINNING


def _own_words(sentence: Sequence[Word], voices: Voices) -> str:
    """Return the words of a sentence that are the article's own, not those that somebody says."""
    return " ".join(word.text for word in sentence if word.i not in voices.speakers)


def _is_history(
    place: int, sentences: Sequence[Sequence[Word]], spans: Sequence[Span], text: str, blocks: Sequence[int]
) -> bool:
    """Say whether a sentence goes on with what a sentence before it in its paragraph began to tell of earlier cases."""
    if not goes_on_telling(sentences[place]):
        return False
    block = bisect_right(blocks, spans[place].start)
    for before in range(place - 1, -1, -1):
        if bisect_right(blocks, spans[before].start) != block:
            return False
        if opens_history(text[spans[before].start : spans[before].end]):
            return True
        if not goes_on_telling(sentences[before]):
            return False
    return False


def departed(doc: Doc, opening: str) -> str | None:
    """Return the person whose death an obituary tells, or None; `opening` is the article's first sentences."""
    persons = [actor for actor in doc._.actors if actor.kind == "person"]
    if not persons or not is_obituary(opening):
        return None
    return str(max(persons, key=lambda actor: actor.salience).id)


def listen(doc: Doc, words: Sequence[Word]) -> Voices:
    """Note which actor each word stands for, and who says the words of each quotation."""
    starts = [word.idx for word in words]
    ends = [word.idx + len(word) for word in words]
    inside: dict[int, str] = {}
    mentions = [(m.end - m.start, m, actor.id) for actor in doc._.actors for m in actor.mentions]
    for _, mention, actor_id in sorted(mentions, key=lambda entry: (-entry[0], entry[1].start)):
        first, end = bisect_right(starts, mention.start) - 1, bisect_left(starts, mention.end)
        inside |= dict.fromkeys(range(first, end), actor_id)
    speakers: dict[int, str] = {}
    reported: set[int] = set()
    for quote in doc._.quotes:
        if quote.speaker is None or quote.speaker.actor is None:
            continue
        if (
            quote.cue is not None
            and words[bisect_right(starts, quote.cue.start) - 1].lemma in vocabulary().learning
        ):
            continue  # who has read that one attacks another does not say so
        for part in quote.spans:
            first, end = bisect_left(starts, part.start), bisect_right(ends, part.end)
            speakers |= dict.fromkeys(range(first, end), quote.speaker.actor)
            if quote.kind == "indirect":
                reported.update(range(first, end))
    persons = frozenset(actor.id for actor in doc._.actors if actor.kind == "person")
    countries = frozenset(actor.id for actor in doc._.actors if actor.kind in ("country", "place"))
    voices = Voices(actor_heads(doc), inside, speakers, persons, countries, frozenset(reported))
    return replace(voices, authors=find_authors(words, voices) | find_makers(doc, words, voices))


def weigh(
    doc: Doc,
    stances: Sequence[Stance],
    places: Sequence[int],
    spans: Sequence[Span],
    voices: Voices,
    camps: Camps,
    least: float,
) -> Iterator[Finding]:
    """Yield the pairs of each sentence that are at odds surely enough, in the order of the text.

    Of two who are at odds by another sentence, weaker words are believed too.
    """
    told = _pairs(stances, places)
    passing = {
        actor.id
        for actor in doc._.actors
        if len(actor.mentions) == 1
        and all(mention.form != "name" for mention in actor.mentions)
        and len(spans) > SHORT
    }
    sure = {key: _sure(several) for key, several in told.items()}
    shown = {key: _strongest(several) for key, several in told.items()}
    doubted = {
        (stance.source, below.i)
        for stance in stances
        if stance.match.predicate.kind in DOUBTING and stance.attributed_to is None
        for below in stance.match.token.subtree
        # "said warplanes had attacked the town": a reproach, and the deed is told all the same
        if below.i != stance.match.token.i or stance.match.predicate.kind == "denial"
    }
    quarrels = {
        frozenset((camps.of(source), camps.of(target)))
        for (place, source, target), strongest in shown.items()
        if sure[place, source, target] >= least and strongest is not None
    }
    certain = {frozenset(pair) for (_, *pair), p in sure.items() if p >= DOUBTFUL}
    for (place, source, target), several in told.items():
        strongest = shown[place, source, target]
        if strongest is None:
            continue
        framed = "loose" not in strongest.features
        known = framed and frozenset((camps.of(source), camps.of(target))) in quarrels
        if sure[place, source, target] < (KNOWN if known else least):
            continue
        if (strongest.attributed_to, strongest.match.token.i) in doubted:
            continue  # "called the report misleading in telling of a rift": no rift is told here
        # "Prison authorities denied that": who denies what one with a name said is somebody
        denies = strongest.match.predicate.kind == "denial" and "whom answered" in strongest.features
        nobody = target in passing or (source in passing and not denies)
        doubtful = (nobody or camps.one(source, target)) and frozenset((source, target)) not in certain
        if doubtful and sure[place, source, target] < DOUBTFUL:
            continue
        against = sorted(
            (s for s in several if s.match.predicate.kind != "support"), key=lambda s: s != strongest
        )
        phrases = (issue_of(stance.match, voices.heads) for stance in against)
        issue = next((span_of(doc, phrase) for phrase in phrases if phrase is not None), None)
        vague = issue_of(strongest.match, voices.heads, vague=True)
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
            probability=sure[place, source, target],
            issue=issue,
            hint=span_of(doc, vague),
            anchor=strongest.match.token.i,
        )


def _pairs(stances: Sequence[Stance], places: Sequence[int]) -> dict[tuple[int, str, str], list[Stance]]:
    pairs: dict[tuple[int, str, str], list[Stance]] = {}
    for stance, place in zip(stances, places, strict=True):
        if stance.target is not None:
            pairs.setdefault((place, stance.source, stance.target), []).append(stance)
    return pairs


def _sure(stances: Sequence[Stance]) -> float:
    """Return the probability that one is against the other; a denial that meets a charge is one."""
    sure = probability(feature for stance in stances for feature in stance.features)
    return max(sure, ANSWERED) if any("whom answered" in s.features for s in stances) else sure


def sue(
    suits: Iterable[tuple[int, str, str]], spans: Sequence[Span], findings: Sequence[Finding]
) -> Iterator[Finding]:
    """Yield the defendants whom a sentence lists, beside those found already."""
    shown = {(f.evidence.start, f.pair) for f in findings}
    for place, source, target in suits:
        span = spans[place]
        if (span.start, frozenset((source, target))) not in shown:
            evidence = Evidence(
                start=span.start, end=span.end, source=source, target=target, predicate="name defendant"
            )
            yield Finding(evidence=evidence, kind="lawsuit", probability=LISTED, issue=None, anchor=-place)


def meet_claims(
    findings: Sequence[Finding], stances: Sequence[Stance], places: Sequence[int], talk: Talk
) -> Iterator[Finding]:
    """Yield the claims that are charges since somebody says that they are not true."""
    shown = {(f.evidence.start, f.pair) for f in findings}
    for denial, claim, target in met_claims(stances, places, talk):
        span = talk.spans[claim.place]
        if (span.start, frozenset((claim.speaker, target))) in shown:
            continue
        yield Finding(
            evidence=Evidence(
                start=span.start, end=span.end, source=claim.speaker, target=target, predicate="claim"
            ),
            kind="accusation",
            probability=ANSWERED,
            issue=None,
            anchor=denial.match.token.i,
        )


def _strongest(stances: Sequence[Stance]) -> Stance | None:
    """Return the stance that shows most surely that one is against the other; None if all are support."""
    against = [s for s in stances if s.match.predicate.kind != "support"]
    return max(against, key=lambda s: probability(s.features)) if against else None
