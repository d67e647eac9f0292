"""The pictures of the documentation are those that the script takes."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_each_picture_of_the_documentation_is_taken_by_the_script() -> None:
    script = runpy.run_path(str(ROOT / "tools" / "make_gallery.py"))
    taken = {name if "." in name else f"{name}.webp" for name in (*script["SHOTS"], *script["SHEETS"])}
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    shown = {
        name for page in pages for name in re.findall(r"images/([\w.-]+)", page.read_text(encoding="utf-8"))
    }
    assert shown == taken
    assert shown == {file.name for file in (ROOT / "docs" / "images").iterdir()}
