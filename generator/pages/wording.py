"""The words of a page that are the article's, and whether they are so to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.model import Briefing, Quote, Span, Speaker, Told
from generator.pages.markdown import Safe, escape, shown
from generator.text import one_line, plain_spaces

_MARKS = "'\"‘’“”„‚«»‹›`´"
PRONOUNS = frozenset(
    "i we you he she it they him her them us me one who whoever this that these those".split()
    + "himself herself itself themselves everyone everybody someone somebody".split()
)
"""Words that name no speaker."""
NEAR = 60
"""Code points that may lie between a speaker and the cue for both to be shown as one phrase."""
_LONG_NAME = 24
"""A name of more code points may break at the end of a line."""

_TOLD = frozenset({"told", "tells", "tell", "telling", "assured", "informed", "reminded"})
"""Verbs of saying that are no phrase without the one who is told."""
_LISTENER = re.compile(r"\s+([^.,;:!?()“”\"\n—–]*?\b(?:[a-z]\w*|\w{4,}))\s*[.,;:!?()“”\"\n—–]")
"""Words up to the next mark; a full stop behind a short word with a capital letter may belong to a title."""


class Wording:
    """Shows words as the articles' own where, and only where, an article has them so.

    Args:
        briefings: The briefings whose articles count.
    """

    def __init__(self, briefings: Sequence[Briefing]) -> None:
        self._texts = [
            one_line(plain_spaces(article.text)) for briefing in briefings for article in briefing.articles
        ]
        self._known: dict[str, bool] = {}
        self._edited = frozenset(editors_words(briefings))

    @classmethod
    def together(cls, several: Sequence[Wording]) -> Wording:
        """Return what knows the articles of several: no text is read again."""
        both = cls(())
        both._texts = [text for one in several for text in one._texts]
        both._edited = frozenset().union(*(one._edited for one in several))
        return both

    def verbatim(self, words: str) -> bool:
        """Say whether the words stand in an article, white space apart."""
        if words not in self._known:
            folded = one_line(plain_spaces(words))
            self._known[words] = any(folded in text for text in self._texts)
        return self._known[words]

    def cited(self, words: str) -> Safe:
        """Return words of an article or of an editor as an element whose text is proved; others are only escaped."""
        mark = self.mark(words).removeprefix(".")
        return Safe(f'<span class="{mark}">{escape(words)}</span>') if mark else escape(words)

    def mark(self, words: str) -> Safe:
        """Return the class for an attribute list of an element that holds the words, and nothing else."""
        return Safe(
            ".from-article" if self.verbatim(words) else ".from-editor" if words in self._edited else ""
        )


def editors_words(briefings: Iterable[Briefing]) -> Iterator[str]:
    """Yield the words on the pages of briefings that are an editor's own."""
    for briefing in briefings:
        if any(change.what == "title" for change in briefing.changes):
            yield briefing.title
        for actor in briefing.actors:
            kinds = {change.what for change in actor.changes}
            if kinds & {"name", "added"}:
                yield actor.name
            if actor.role and kinds & {"role", "added"}:
                yield actor.role
        for contest in briefing.disputes:
            if contest.issue and any(change.what == "issue" for change in contest.changes):
                yield contest.issue


def name_class(name: str) -> Safe:
    """Return the class of a name: a short one never breaks."""
    return Safe(".name" if len(name) <= _LONG_NAME else ".name .long")


def unlinked(name: str, wording: Wording) -> Safe:
    """Show the name of an actor that has no page."""
    return Safe(f'<span class="{name_class(name).replace(".", "")}">{wording.cited(name)}</span>')


def quoted_words(briefing: Briefing, article: int, quote: Quote) -> str:
    """Return what was said without the marks around it, an ellipsis where the article breaks off.

    The marks are the page's: the article's own may be of two kinds, or missing at one end.
    """
    parts = [shown(briefing.words(article, span)) for span in quote.spans]
    if quote.kind == "direct":
        parts = [_bare(part) for part in parts]
        # The comma before "he said" closes nothing where the quotation stands by itself.
        parts[-1] = parts[-1].rstrip(" ,")
    return " … ".join(part for part in parts if part)


def told_of_another(briefing: Briefing, article: int, told: Told) -> str:
    """Return words that a quotation tells of another than its speaker, without the marks around them."""
    return " … ".join(_bare(shown(briefing.words(article, span))).rstrip(" ,") for span in told.spans)


def _bare(words: str) -> str:
    """Take off the marks at both ends; one that belongs to a quotation inside it or to a word stays."""
    bare = words[1:] if words[:1] and words[0] in _MARKS else words
    return (bare[:-1] if bare[-1:] and bare[-1] in _MARKS else bare).strip()


def attribution(briefing: Briefing, article: int, quote: Quote) -> str:
    """Return the article's words that tell who says it and how: "said the board's director", or nothing.

    Speaker and cue are one phrase if they are near each other and no word of the quotation lies between.
    """
    speaker, cue = beside(quote), quote.cue
    if cue is None:
        return shown(briefing.words(article, speaker)) if speaker else ""
    if speaker is None or speaker.overlaps(cue):
        return shown(briefing.words(article, cue))
    first, last = sorted((speaker, cue), key=lambda span: span.start)
    phrase = Span(start=first.start, end=max(first.end, last.end))
    if last.start - first.end <= NEAR and not any(span.overlaps(phrase) for span in quote.spans):
        return shown(briefing.words(article, phrase))
    return f"{shown(briefing.words(article, first))} … {shown(briefing.words(article, last))}"


def credit(briefing: Briefing, article: int, quote: Quote) -> str:
    """Return the words of `attribution`, with whom it was told: "Roth told" alone is no phrase.

    Where the listener cannot be taken from the words up to the next mark, the speaker alone is named.
    """
    phrase, cue, speaker = attribution(briefing, article, quote), quote.cue, beside(quote)
    if cue is None or phrase.rsplit(" ", 1)[-1].casefold() not in _TOLD:
        return phrase
    text = briefing.articles[article].text
    starts = [span.start for span in quote.spans if span.start >= cue.end]
    rest = text[cue.end : min([cue.end + NEAR, *starts])]
    whom = _LISTENER.match(rest)
    if whom and speaker and speaker.end <= cue.start:
        return f"{phrase} {shown(whom.group(1))}"
    return shown(briefing.words(article, speaker)) if speaker else phrase


def beside(quote: Quote) -> Speaker | None:
    """Return the words beside a quotation that name its speaker; None where there are none, or an editor names it."""
    speaker, first = quote.speaker, quote.spans[0]
    return None if speaker and (speaker.start, speaker.end) == (first.start, first.end) else speaker


def reporting(briefing: Briefing, article: int, quote: Quote) -> str:
    """Return the words that lead up to a reported clause: "Strand denied", "she has not said", or nothing.

    Without them a denial would read as the statement that is denied. They are given if speaker and cue stand
    before the clause, near each other.
    """
    speaker, cue, clause = beside(quote), quote.cue, quote.spans[0]
    if quote.kind == "direct" or speaker is None or cue is None or speaker.overlaps(cue):
        return ""
    first, last = sorted((speaker, cue), key=lambda span: span.start)
    if last.end > clause.start or last.start - first.end > NEAR or clause.start - last.end > NEAR:
        return ""
    return shown(briefing.words(article, Span(start=first.start, end=clause.start)))


_ACTS = {"denial": "Denied:", "refusal": "Refused:", "plan": "Planned:", "belief": "Believed:"}


def told(briefing: Briefing, article: int, quote: Quote) -> Safe:
    """Return what was said, as a page shows it: with what leads up to it, where it is not the speaker's words.

    Where nothing leads up to it, the page names what is no statement: a denial, a refusal, a plan, a belief.
    """
    words = escape(quoted_words(briefing, article, quote))
    before = reporting(briefing, article, quote)
    if before:
        return Safe(
            f'<span class="from-article"><span class="reporting">{escape(before)}</span> {words}</span>'
        )
    act = "" if quote.kind == "direct" else _ACTS.get(quote.act, "")
    label = f'<span class="reporting">{act}</span> ' if act else ""
    return Safe(f'{label}<span class="from-article">{words}</span>')
