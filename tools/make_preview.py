"""Draw the picture that link previews show: `python tools/make_preview.py`.

It is made from `tools/preview.typ` with the fonts inside Typst, and is the same for all pages of all sites.
"""

from __future__ import annotations

from pathlib import Path

import typst

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "tools" / "preview.typ"
PICTURE = ROOT / "templates" / "theme" / "assets" / "preview.png"


def drawn() -> bytes:
    """Return the picture as PNG, one pixel for each point."""
    fonts = typst.Fonts(include_system_fonts=False)
    compiler = typst.Compiler(str(SOURCE), root=str(SOURCE.parent), font_paths=fonts)
    made = compiler.compile(format="png", ppi=72)
    assert isinstance(made, bytes)
    return made


if __name__ == "__main__":
    PICTURE.write_bytes(drawn())
