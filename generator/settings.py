"""Every setting of the generator, read from mkdocs.yml in one place."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from mkdocs.utils.yaml import yaml_load
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.errors import SettingsError


class Settings(BaseModel):
    """`extra.briefings` of mkdocs.yml, and the few settings of MkDocs that the generator shares.

    Paths are relative to the folder of mkdocs.yml.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    root: Path
    """The folder of mkdocs.yml (not a setting)."""
    config: Path
    """mkdocs.yml itself (not a setting)."""
    site_name: str = "Briefings"
    site_url: str = ""
    docs_dir: Path = Path("briefings")
    site_dir: Path = Path("site")
    articles: Path = Path("articles")
    """Where the articles lie: a file is a briefing, a folder of files is one briefing of several articles."""
    corrections: Path | None = None
    """What editors correct in what the program found; where it is not set, `corrections.yml` beside the articles."""
    lexicon: Path | None = None
    """Names that a user adds to those that the program knows, a CSV table: name,kind,also."""
    templates: Path = Path("templates")
    archive: Path = Path(".briefings/archive.sqlite")
    """Where analyses are kept between runs, so that only new and changed articles are analysed."""
    model: str = "en_core_web_sm"
    """An installed spaCy pipeline."""
    encoding: str | None = None
    """The encoding of the articles where it is not UTF-8 (or UTF-16 with its mark)."""
    source_text: Literal["excerpts", "full", "none"] = "excerpts"
    """How much of the articles the pages show: the passages that serve as evidence, all, or none but quoted words."""
    sheets: tuple[Literal["a4", "letter"], ...] = ("a4", "letter")
    """The paper sizes of the one-page sheets."""
    page_size: int = Field(default=50, ge=5, le=500)
    """Entries on a page of an index."""

    def path(self, value: Path) -> Path:
        """Resolve a path of a setting against the folder of mkdocs.yml."""
        return value if value.is_absolute() else self.root / value


def read_settings(config: Path = Path("mkdocs.yml"), **changes: Any) -> Settings:
    """Read mkdocs.yml.

    Args:
        config: The path of mkdocs.yml.
        changes: Settings given on the command line; None means not given. Paths among them are relative to the
            working folder.

    Raises:
        SettingsError: The file is missing, is not YAML, or holds a setting that does not exist or has a wrong value.
    """
    try:
        with config.open("rb") as stream:
            raw = yaml_load(stream)
    except OSError as error:
        raise SettingsError(
            f"{config}: cannot be read ({error.strerror}). Run the command where mkdocs.yml lies, or name it "
            "with --config."
        ) from error
    except Exception as error:  # MkDocs' loader lets the errors of several YAML layers through
        raise SettingsError(f"{config}: is not valid YAML: {error}") from error
    extra = raw.get("extra") or {}
    values: dict[str, Any] = dict((extra.get("briefings") if isinstance(extra, dict) else None) or {})
    for name in ("site_name", "site_url", "docs_dir", "site_dir"):
        if raw.get(name) is not None:
            values[name] = raw[name]
    for name, change in changes.items():
        if change is not None:
            values[name] = change.absolute() if isinstance(change, Path) else change
    try:
        return Settings(root=config.absolute().parent, config=config.absolute(), **values)
    except ValidationError as error:
        problems = "; ".join(
            f"{'.'.join(map(str, item['loc'])) or 'extra.briefings'}: {item['msg']}"
            for item in error.errors()
        )
        raise SettingsError(f"{config}: extra.briefings: {problems}") from error
