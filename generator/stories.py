"""Which files make which briefing, read and analysed; what is in the archive is not analysed again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language

from generator.analysis.pipeline import analyse, installed_model, load
from generator.analysis.world import read_lexicon
from generator.archive import Archive, fingerprint
from generator.editorial.compile import Story, collect, drafts
from generator.editorial.correct import correct
from generator.editorial.corrections_file import CorrectionsFile, read_corrections
from generator.errors import ArticleError, BriefingsError
from generator.model import Analysis, Collection
from generator.progress import tracked
from generator.settings import Settings
from generator.sources.read import find_articles, parse_article
from generator.text import digest, distinct, slug

OnError = Callable[[ArticleError], None]


def _bytes(file: Path, source: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ArticleError(
            source, f"cannot be read ({error.strerror}). Check the file's permissions."
        ) from error


@dataclass(frozen=True, slots=True)
class Desk:
    """What has come in, before anything is read."""

    slug: str
    files: tuple[Path, ...]


def desks(articles: Path) -> list[Desk]:
    """List the briefings to be: a file is one, a folder with all files in it is one.

    The slug comes from the name of the file or folder, not from the headline: a page keeps its address when
    the headline is corrected.

    Raises:
        BriefingsError: The folder is not there or holds no article.
    """
    if not articles.is_dir():
        raise BriefingsError(
            f"{articles}: is no folder. Put the articles there, or name their folder with --articles or with "
            "extra.briefings.articles in mkdocs.yml."
        )
    taken: set[str] = set()
    found = []
    files = find_articles(articles)
    for name, together in groupby(files, key=lambda file: file.relative_to(articles).parts[0]):
        stem = name if (articles / name).is_dir() else Path(name).stem
        found.append(Desk(distinct(slug(stem, "briefing"), taken), tuple(together)))
    if not found:
        raise BriefingsError(f"{articles}: holds no article (.txt or .md). Nothing was written.")
    return found


class Newsroom:
    """Reads and analyses articles for a site, with an archive of what was analysed before.

    Args:
        settings: The site's settings.
        on_error: Called for each article that cannot be used.
    """

    def __init__(self, settings: Settings, on_error: OnError) -> None:
        self._settings = settings
        self._on_error = on_error
        self._model = installed_model(settings.model)
        self._lexicon = settings.path(settings.lexicon) if settings.lexicon is not None else None
        names = () if self._lexicon is None else sorted(read_lexicon(self._lexicon).known.items())
        self._state = f"{self._model[1]} {digest(repr(names))}"
        self._nlp: Language | None = None
        self.analysed = 0
        """How many articles were analysed, and not taken from the archive."""

    def stories(self) -> list[Story]:
        """Return the stories of which at least one article can be used, in the order of their files."""
        settings = self._settings
        waiting = desks(settings.path(settings.articles))
        total = sum(len(desk.files) for desk in waiting)
        with Archive(settings.path(settings.archive), fingerprint(self._model[0], self._state)) as archive:
            files = ((desk, file) for desk in waiting for file in desk.files)
            done: dict[str, list[Analysis]] = {}
            for desk, file in tracked(files, "Reading articles", total):
                done.setdefault(desk.slug, []).extend(self._read(file, archive))
        return [Story(desk.slug, tuple(done[desk.slug])) for desk in waiting if done.get(desk.slug)]

    def corrections(self) -> CorrectionsFile:
        """Read the corrections of the site: the file that is set, else `corrections.yml` beside the articles, if any.

        Raises:
            SettingsError: The file that is set is not there, or says something that no correction says.
        """
        settings = self._settings
        if settings.corrections is not None:
            return read_corrections(settings.path(settings.corrections), required=True)
        return read_corrections(settings.path(settings.articles) / "corrections.yml")

    def _read(self, file: Path, archive: Archive) -> Iterator[Analysis]:
        source = self._source(file)
        encoding = self._settings.encoding
        try:
            data = _bytes(file, source)
            key = archive.key(data, file.suffix.lower(), encoding or "")
            known = archive.get(key)
            if known is None:
                known = self._analyse(data, source, encoding)
                archive.put(key, known)
            yield known.model_copy(update={"source": source})
        except ArticleError as error:
            self._on_error(ArticleError(source, error.problem))

    def _analyse(self, data: bytes, source: str, encoding: str | None) -> Analysis:
        article = parse_article(data, source, encoding)
        if self._nlp is None:
            self._nlp = load(self._settings.model, self._lexicon)
        self.analysed += 1
        return next(analyse(self._nlp, [article]))

    def _source(self, file: Path) -> str:
        """Name an article as seen from the folder of articles: no page carries a path of a machine."""
        return file.relative_to(self._settings.path(self._settings.articles)).as_posix()


class Edition(NamedTuple):
    """The briefings of a site as its editors want them."""

    collection: Collection
    unapplied: tuple[str, ...]
    """A sentence for each correction that does not apply: where it stands, why, and what to do."""
    idle: tuple[str, ...]
    """A sentence for each correction that changes nothing."""


def edition(stories: Sequence[Story], corrected: CorrectionsFile) -> Edition:
    """Make the briefings of a site.

    Args:
        stories: What was analysed.
        corrected: What editors correct in it.
    """
    briefings, unapplied = correct(drafts(stories), corrected.corrections)
    told = [(one.idle, f"{corrected.where(one.place)}: {one.problem}") for one in unapplied]
    return Edition(
        collection=collect(briefings),
        unapplied=tuple(words for idle, words in told if not idle),
        idle=tuple(words for idle, words in told if idle),
    )
