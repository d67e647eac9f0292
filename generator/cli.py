"""The command `briefings`: each command is a library call of the same name."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from generator.errors import ArticleError, BriefingsError

ALL_WELL, SOME_ARTICLES, WRONG_USAGE, DIFFERENT = 0, 1, 2, 3
"""Exit codes: all well; some articles could not be used; wrong usage or settings; a check found a difference."""

app = typer.Typer(
    name="briefings",
    help="Make briefings from news articles: who acts, who disputes what with whom, and who said what.\n\n"
    "Exit codes: 0 all well; 1 some articles could not be used (each is named, the others were built); "
    "2 wrong usage, a wrong setting, or nothing could be built; 3 a check found a difference.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Config = Annotated[Path, typer.Option(help="The site's mkdocs.yml; its extra.briefings holds all settings.")]
Model = Annotated[str | None, typer.Option(help="An installed spaCy pipeline (default: as in mkdocs.yml).")]
Encoding = Annotated[str | None, typer.Option(help="The encoding of the articles where it is not UTF-8.")]


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
def extract(
    paths: Annotated[list[Path], typer.Argument(help="Articles, or folders of articles.", metavar="PATH...")],
    model: Model = None,
    encoding: Encoding = None,
) -> None:
    """Print what was found in articles as JSON Lines, one object per article, in the order given."""
    from generator.extract import extract as call

    complaints = Complaints()
    for analysis in call(paths, model=model or "en_core_web_sm", encoding=encoding, on_error=complaints):
        sys.stdout.write(analysis.model_dump_json() + "\n")
    raise typer.Exit(complaints.exit_code)


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
