"""The command `briefings`: each command is a library call of the same name."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from generator.errors import ArticleError, BriefingsError
from generator.settings import Settings, read_settings

ALL_WELL, SOME_ARTICLES, WRONG_USAGE, DIFFERENT = 0, 1, 2, 3
"""Exit codes: all well; some articles or corrections left out; wrong usage or settings; a check found a difference."""

app = typer.Typer(
    name="briefings",
    help="Make briefings from news articles: who acts, who disputes what with whom, and who said what.\n\n"
    "Exit codes: 0 all well; 1 some articles or corrections could not be used (each is named, the others were); "
    "2 wrong usage, a wrong setting, or nothing could be built; 3 a check found a difference.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Paths = Annotated[list[Path], typer.Argument(help="Articles, or folders of articles.", metavar="PATH...")]
Names = Annotated[
    list[str] | None,
    typer.Argument(
        help="The briefings, by the names of their files or folders; none: all.", metavar="NAME..."
    ),
]
Config = Annotated[
    Path, typer.Option(help="The site's mkdocs.yml; extra.briefings in it holds all settings.")
]
Articles = Annotated[Path | None, typer.Option(help="The folder of the articles, instead of the setting.")]
Out = Annotated[Path | None, typer.Option(help="Where the pages go, instead of MkDocs' docs_dir.")]
SiteDir = Annotated[Path | None, typer.Option(help="Where the site goes, instead of MkDocs' site_dir.")]
Model = Annotated[str | None, typer.Option(help="An installed spaCy pipeline, instead of the setting.")]
Encoding = Annotated[str | None, typer.Option(help="The encoding of the articles where it is not UTF-8.")]
MKDOCS = Path("mkdocs.yml")


class Complaints:
    """Names each article that cannot be used on standard error, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, error: ArticleError) -> None:
        """Take note of one."""
        self.count += 1
        typer.echo(f"Left out: {error}", err=True)

    @property
    def exit_code(self) -> int:
        """What the command should end with."""
        return SOME_ARTICLES if self.count else ALL_WELL


@app.command()
def extract(paths: Paths, model: Model = None, encoding: Encoding = None) -> None:
    """Print what is found in articles as JSON Lines, one object per article, in the order given."""
    from generator.extract import extract as call

    complaints = Complaints()
    given = {} if model is None else {"model": model}
    for analysis in call(paths, encoding=encoding, on_error=complaints, **given):
        sys.stdout.write(analysis.model_dump_json() + "\n")
    raise typer.Exit(complaints.exit_code)


@app.command()
def generate(
    config: Config = MKDOCS,
    articles: Articles = None,
    out: Out = None,
    model: Model = None,
    encoding: Encoding = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 3 if a page would change.")
    ] = False,
) -> None:
    """Make the Markdown pages and the one-page sheets of all articles."""
    from generator.generate import generate as call

    complaints = Complaints()
    settings = _settings(config, articles=articles, docs_dir=out, model=model, encoding=encoding)
    report = call(settings, check=check, on_error=complaints)
    for note in report.notes:
        typer.echo(f"Note: {note}", err=True)
    for problem in report.unapplied:
        typer.echo(f"Not applied: {problem}", err=True)
    changes = report.changes
    if check:
        for label, names in (("new", changes.added), ("changed", changes.changed), ("gone", changes.removed)):
            for name in names:
                typer.echo(f"{label}: {name}")
    typer.echo(
        f"{_count(report.briefings, 'briefing')} from {_count(report.articles, 'article')} "
        f"({report.analysed} newly analysed, {report.left_out} left out); pages in {settings.docs_dir}: "
        f"{len(changes.added)} new, {len(changes.changed)} changed, {len(changes.removed)} removed"
        + (" if they were written." if check else ".")
    )
    raise typer.Exit(
        DIFFERENT if check and changes else SOME_ARTICLES if report.unapplied else complaints.exit_code
    )


@app.command()
def corrections(
    names: Names = None, config: Config = MKDOCS, articles: Articles = None, model: Model = None
) -> None:
    """Print a form for corrections: everything that was found in briefings, with the id of each."""
    from generator.form import form as call

    complaints = Complaints()
    settings = _settings(config, articles=articles, model=model)
    sys.stdout.write(call(settings, names or [], on_error=complaints))
    raise typer.Exit(complaints.exit_code)


@app.command()
def check(config: Config = MKDOCS, articles: Articles = None, site_dir: SiteDir = None) -> None:
    """Prove the published site: every quoted word stands in its article, and every link leads somewhere."""
    from generator.check import check as call

    complaints = Complaints()
    report = call(_settings(config, articles=articles, site_dir=site_dir), on_error=complaints)
    for problem in report.problems:
        typer.echo(problem)
    typer.echo(
        f"{_count(report.pages, 'page')}: {_count(report.quoted, 'quoted passage')} looked up in the "
        f"articles, {_count(report.edited, 'place')} with words of editors, "
        f"{_count(report.links, 'link')} followed, {_count(len(report.problems), 'problem')}."
    )
    raise typer.Exit(DIFFERENT if report.problems else complaints.exit_code)


@app.command()
def build(config: Config = MKDOCS, site_dir: SiteDir = None) -> None:
    """Publish the pages as a static site with MkDocs, and index it for the search."""
    from generator.site import build as call

    settings = _settings(config, site_dir=site_dir)
    call(settings)
    typer.echo(f"The site is in {settings.site_dir}: look at it with `make serve` or `briefings serve`.")


@app.command()
def serve(
    config: Config = MKDOCS,
    site_dir: SiteDir = None,
    port: Annotated[int, typer.Option(help="The port on this machine.")] = 8000,
) -> None:
    """Show the built site on this machine, search included; Ctrl+C ends it."""
    from generator.site import serve as call

    call(_settings(config, site_dir=site_dir), port=port)


def _settings(config: Path, **changes: Path | str | None) -> Settings:
    return read_settings(config, **changes)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def main() -> None:
    """Run the command; an error that the user can mend is one line, not a traceback."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    try:
        app()
    except BriefingsError as error:
        typer.echo(f"briefings: {error}", err=True)
        raise SystemExit(WRONG_USAGE) from None


if __name__ == "__main__":
    main()
