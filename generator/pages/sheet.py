"""One-page sheets: PDFs that one can hand on, set by Typst, the same content as the page's print view."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar

import segno
import typst

from generator.errors import SettingsError
from generator.model import Briefing, Collection
from generator.pages.sheet_contents import contents
from generator.pages.sheet_selection import Excerpt, Plea, Selection, select
from generator.progress import tracked
from generator.settings import Settings

__all__ = ["Excerpt", "Plea", "Press", "Selection", "select_all", "sheet_files", "sheet_name"]

Paper = Literal["a4", "letter"]
Answer = TypeVar("Answer")

PAPERS: tuple[Paper, ...] = ("letter", "a4")
"""A selection fits on both, whichever of them are made, so that print, A4 and Letter show the same. The one
with less room comes first: Letter is 18 mm lower and 6 mm wider."""
_TYPST_PAPER = {"a4": "a4", "letter": "us-letter"}
_STANDARD: typst.PDFStandard = "ua-1"
_PLACEHOLDER = "\u25a1"
"""A white square: stands for a character that no font has."""


def select_all(collection: Collection, settings: Settings) -> dict[str, Selection]:
    """Choose what stands on the sheet of each briefing.

    Returns:
        By the slugs of the briefings.

    Raises:
        SettingsError: The template of the sheet is missing or is not right.
    """
    press = Press(settings)
    briefings = tracked(collection.briefings, "Laying out sheets", len(collection.briefings))
    return {briefing.slug: press.select(briefing) for briefing in briefings}


def sheet_files(
    collection: Collection, selections: Mapping[str, Selection], settings: Settings
) -> dict[str, bytes]:
    """Make the sheets of all briefings in every paper size of the settings.

    Returns:
        File name ("<slug>-a4.pdf") -> PDF.

    Raises:
        SettingsError: The template of the sheet is missing or is not right.
    """
    press = Press(settings)
    wanted = [(briefing, paper) for briefing in collection.briefings for paper in settings.sheets]
    return {
        sheet_name(briefing.slug, paper): press.pdf(briefing, selections[briefing.slug], paper)
        for briefing, paper in tracked(wanted, "Making sheets", len(wanted))
    }


def sheet_name(slug: str, paper: Paper) -> str:
    """Return the file name of a sheet."""
    return f"{slug}-{paper}.pdf"


def page_url(settings: Settings, slug: str) -> str:
    """Return the address of a briefing's page, "" where the site has no address."""
    return f"{settings.site_url.rstrip('/')}/briefings/{slug}/" if settings.site_url else ""


def qr_code(url: str) -> str:
    """Draw an address as a QR code that bears 15% of damage, as SVG without a border; "" for no address."""
    if not url:
        return ""
    drawn = io.BytesIO()
    segno.make_qr(url, error="m", boost_error=False).save(
        drawn, kind="svg", border=0, omitsize=True, xmldecl=False
    )
    return drawn.getvalue().decode()


class Press:
    """Typst with the template of the sheet, the fonts loaded once.

    Only the fonts inside Typst and those in the folder "fonts" beside the template are used, not those of the
    machine: a sheet has the same bytes everywhere. Typst's cover Latin, Greek, Cyrillic, Hebrew and Arabic.

    Args:
        settings: Where the templates lie; the name and the address of the site.

    Raises:
        SettingsError: There is no template.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        folder = settings.path(settings.templates) / "sheet"
        self._template = folder / "sheet.typ"
        if not self._template.is_file():
            raise SettingsError(
                f"{self._template}: is missing. It lays out the one-page sheets; restore it, or mend "
                "`templates` in mkdocs.yml."
            )
        own: list[Path] = [fonts] if (fonts := folder / "fonts").is_dir() else []
        faces = typst.Fonts(include_system_fonts=False, font_paths=own)
        self._compiler = partial(typst.Compiler, root=str(folder), font_paths=faces)
        self._probe = self._compiler(str(folder / "probe.typ"))
        self._glyphs: dict[str, bool] = {}

    def select(self, briefing: Briefing) -> Selection:
        """Choose what stands on the sheet of a briefing, on every paper size."""
        return select(briefing, [partial(self.fits, briefing, paper) for paper in PAPERS])

    def fits(self, briefing: Briefing, paper: Paper, chosen: Selection) -> bool:
        """Lay the sheet out; say whether it has one page."""
        # A query draws nothing: it takes 7 ms where a picture or a PDF takes 10 to 14.
        return (
            self._ask(briefing, chosen, paper, lambda sheet: sheet.query("<pages>", "value", one=True)) == "1"
        )

    def pdf(self, briefing: Briefing, chosen: Selection, paper: Paper) -> bytes:
        """Make the sheet: PDF/UA-1, without a time stamp.

        Characters that no font has are shown as white squares, and the sheet says so.
        """
        made = self._ask(
            briefing, chosen, paper, lambda sheet: sheet.compile(format="pdf", pdf_standards=_STANDARD)
        )
        assert isinstance(made, bytes)
        return made

    def _ask(
        self,
        briefing: Briefing,
        chosen: Selection,
        paper: Paper,
        question: Callable[[typst.Compiler], Answer],
    ) -> Answer:
        said = contents(briefing, chosen, self._settings.site_name, page_url(self._settings, briefing.slug))
        shown = self._displayable(said) | {"paper": _TYPST_PAPER[paper], "qr": qr_code(said["url"])}
        try:
            inputs = {"sheet": json.dumps(shown, ensure_ascii=False)}
            return question(self._compiler(str(self._template), sys_inputs=inputs))
        except RuntimeError as error:  # of which TypstError is one; a query raises the plain kind
            raise SettingsError(
                f"{self._template}: cannot set the sheet of {briefing.slug}: {error}. "
                "Mend the template, or restore it."
            ) from error

    def _displayable(self, said: dict[str, Any]) -> dict[str, Any]:
        """Replace the characters that no font has; `missing` says whether there are any."""
        lost = self._lost("".join(_strings(said)))
        table = str.maketrans(dict.fromkeys(lost, _PLACEHOLDER))
        return {**(_translated(said, table) if lost else said), "missing": bool(lost)}

    def _lost(self, text: str) -> list[str]:
        chars = sorted(set(text))
        fresh = [char for char in chars if char not in self._glyphs]
        if fresh:
            all_there = self._has_glyphs(fresh)
            self._glyphs |= {char: all_there or self._has_glyphs([char]) for char in fresh}
        return [char for char in chars if not self._glyphs[char]]

    def _has_glyphs(self, chars: list[str]) -> bool:
        """Ask Typst, which refuses a PDF/UA with a character that it cannot show."""
        inputs = {"chars": json.dumps(chars)}
        try:
            self._probe.compile(format="pdf", sys_inputs=inputs, pdf_standards=_STANDARD)
        except typst.TypstError as error:
            if "could not be displayed" in error.message:
                return False
            raise
        return True


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for item in inner for text in _strings(item)]


def _translated(value: Any, table: dict[int, str]) -> Any:
    if isinstance(value, str):
        return value.translate(table)
    if isinstance(value, dict):
        return {key: _translated(item, table) for key, item in value.items()}
    return [_translated(item, table) for item in value] if isinstance(value, list) else value
