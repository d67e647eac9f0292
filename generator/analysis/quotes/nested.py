"""What somebody says within what another tells: 'Kroll said that Roth had called the plan "a bad joke"'.

Only quoted words are looked for: a clause within a reported clause is the teller's to word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.analysis.quotes.cues import lexicon, speech_verbs
from generator.analysis.quotes.drafts import Draft
from generator.analysis.quotes.indirect import Scored
from generator.analysis.quotes.options import Option
from generator.analysis.quotes.reading import Reading
from generator.analysis.quotes.speakers import phrase, subject
from generator.analysis.syntax import Word

_BESIDE = 4
"""Words between a verb of speech and the inner quotation: "told all of us, 'Go home'"."""
_FEW = 3
"""Words; fewer within a quotation are most often no speech ("they call it a ‘pause’")."""
_ABOVE = 3
"""Verbs above a cue that may say that nothing was said."""
_STOPS = frozenset((".", "!", "?", ";", ":"))


def find_told(
    reading: Reading, drafts: Sequence[Draft], scored: Sequence[Scored], swallowed: Sequence[Draft]
) -> None:
    """Note in each quote the quoted words in it that are of another speaker.

    Args:
        reading: The article.
        drafts: The quotes of the article.
        scored: The reported clauses that were likely enough, chosen or not.
        swallowed: Direct speech that reported clauses have taken over.
    """
    found: list[Draft] = []
    mixed = [draft for draft in drafts if draft.kind == "mixed"]
    if mixed:
        holder = {i: draft for draft in mixed for i in draft.words()}
        found += _in_clauses(reading, holder, scored)
        for draft in swallowed:
            host = holder.get(draft.spans[0][0])
            if host is not None and draft.cue is not None and draft.how == "subject":
                found.append(replace(draft, host=host))
    found += _in_quotations(reading, drafts)
    used: set[int] = set()
    for draft in found:
        words = draft.words()
        if draft.host is not None and used.isdisjoint(words) and _is_of_another(reading, draft):
            used |= words
            draft.host.told.append(draft)


def _in_clauses(reading: Reading, holder: dict[int, Draft], scored: Sequence[Scored]) -> Iterator[Draft]:
    """Yield the reported clauses with quoted words whose cue and speaker lie in another reported clause."""
    for _, option, found in sorted(scored, key=lambda entry: (-entry[0], entry[1].cue.i, entry[1].spans)):
        host = holder.get(option.cue.i)
        if host is None or found is None or not _is_speech(option) or not reading.quoted_words(option.spans):
            continue
        inside = frozenset(i for first, end in option.spans for i in range(first, end))
        words = host.words()
        if not inside < words or found.head.i not in words or found.head.i in inside:
            continue
        numbers = sorted({reading.quoted[i] for i in inside if reading.quoted[i] >= 0})
        quoted = [(reading.segments[number].first, reading.segments[number].end) for number in numbers]
        speaker = phrase(found.head, inside | {option.cue.i})
        yield Draft(quoted, "direct", option.cue, speaker, found.how, numbers, head=found.head.i, host=host)


def _is_speech(option: Option) -> bool:
    """Say whether somebody says what an option reports: by a verb of speech, or in a clause on a noun of speech."""
    lemma = option.cue.lemma
    if option.cue.pos_ == "VERB":
        return lemma in speech_verbs() and not any(child.dep_ == "prt" for child in option.cue.children)
    return lemma in lexicon()["nouns"] and option.root.pos_ in ("VERB", "AUX")


def _in_quotations(reading: Reading, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the quotations within quotations that a verb of speech stands beside."""
    inner = [reading.range(pair.start, pair.end) for pair in reading.doc._.marks if pair.depth == 1]
    if not inner:
        return
    hosts = {number: draft for draft in drafts for number in draft.segments}
    for first, end in inner:
        host = hosts.get(reading.quoted[first])
        if host is None or not _is_said(reading, first, end):
            continue
        cue = _verb_beside(reading, first, end, reading.quoted[first])
        found = subject(cue) if cue is not None else None
        if cue is not None and found is not None and not first <= found.head.i < end:
            speaker = phrase(found.head, frozenset(range(first, end)) | {cue.i})
            yield Draft([(first, end)], "direct", cue, speaker, found.how, head=found.head.i, host=host)


def _is_said(reading: Reading, first: int, end: int) -> bool:
    """Say whether the inner words are more than a name for something: a few of them, or the head of a sentence."""
    words = list(reading.words(range(first, end)))
    return len(words) >= _FEW or any(reading.forms[i][:1].isupper() for i in words[:1])


def _verb_beside(reading: Reading, first: int, end: int, segment: int) -> Word | None:
    """Return the verb of speech right before or right behind an inner quotation, in the same outer one."""
    for way in (range(first - 1, first - 2 - _BESIDE, -1), range(end, end + _BESIDE)):
        for i in way:
            if not 0 <= i < len(reading.tokens) or reading.quoted[i] != segment:
                break
            token = reading.tokens[i]
            if token.text in _STOPS and not (token.text == ":" and i == first - 1):
                break
            if token.pos_ == "VERB" and token.lemma in speech_verbs():
                return token
    return None


def _is_of_another(reading: Reading, draft: Draft) -> bool:
    """Say whether the words beside it name somebody else than who tells it.

    A pronoun names nobody: of 23 nested quotations in 84 articles 11 had one, and 6 of them meant the teller or
    were led to a wrong actor.
    """
    if draft.speaker is None or draft.host is None or draft.cue is None or not _is_fact(draft.cue):
        return False
    first, end = draft.speaker
    if end - first == 1 and reading.parts[first] == "PRON":
        return False
    host, own = draft.host.speaker, [form.lower() for form in reading.forms[first:end]]
    return host is None or own != [form.lower() for form in reading.forms[slice(*host)]]


def _is_fact(cue: Word) -> bool:
    """Say whether something is told as said: not denied, wished or supposed ("if they had said, ‘Stay’")."""
    token = cue
    for _ in range(_ABOVE):
        for child in token.children:
            if child.dep_ == "neg" or (child.dep_ == "aux" and child.tag_ == "MD"):
                return False
            if child.dep_ == "mark" and child.lower_ in ("if", "unless"):
                return False
        if token.dep_ not in ("conj", "xcomp", "advcl", "ccomp"):
            break
        token = token.head
    return cue.tag_ != "VB" or any(child.dep_ == "aux" and child.lower_ == "did" for child in cue.children)
