"""What `build` gives the theme besides MkDocs' own: the schema.org description of each page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page

from generator.outputs.addresses import DATA, folder
from generator.outputs.structured import described, front, script
from generator.settings import Settings


# MkDocs types neither the making of subclasses nor further values of a template.
class Descriptions(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Sets `structured` in the template of each page whose data lies beside it.

    Args:
        settings: The site's settings.
        docs: The folder of the pages.
    """

    def __init__(self, settings: Settings, docs: Path) -> None:
        self._settings, self._docs = settings, docs

    def on_page_context(self, context: Any, /, *, page: Page, **_: Any) -> Any:
        """Add the description of a page to what its template is filled with."""
        data = self._docs / folder(page.file.src_uri) / DATA
        record = None
        if page.is_homepage:
            record = front(self._settings.site_name, self._settings.site_url)
        elif data.is_file():
            record = described(json.loads(data.read_text(encoding="utf-8")), self._settings.site_name)
        return context if record is None else {**context, "structured": script(record)}
