"""What services show that preview a link: a title, a description, and a picture where its address is known."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest

from generator import site
from generator.settings import read_settings

ROOT = Path(__file__).resolve().parents[1]
THEME = ROOT / "templates" / "theme"


def heads(folder: Path, address: str) -> dict[str, str]:
    """Build a site of one page; return what its head says, by name."""
    (folder / "briefings").mkdir()
    (folder / "briefings" / "index.md").write_text("# Front page\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        f"site_name: Desk\nplugins: []\ntheme:\n  name: null\n  custom_dir: {THEME}\n{address}",
        encoding="utf-8",
    )
    settings = read_settings(folder / "mkdocs.yml")
    site.build(settings)
    page = (folder / "site" / "index.html").read_text(encoding="utf-8")
    return dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)"', page))


@pytest.mark.parametrize("address", ["https://desk.example/b/", "https://desk.example/b"])
def test_the_picture_is_named_by_its_whole_address_and_lies_there(tmp_path: Path, address: str) -> None:
    said = heads(tmp_path, f"site_url: {address}\n")
    assert said["og:image"] == "https://desk.example/b/assets/preview.png"
    assert said["twitter:card"] == "summary"
    data = (tmp_path / "site" / "assets" / "preview.png").read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", data[16:24]) == (int(said["og:image:width"]), int(said["og:image:height"]))
    assert len(data) < 100_000
    assert said["og:image:alt"]


def test_without_an_address_no_picture_is_named(tmp_path: Path) -> None:
    """A relative one would be read by no service."""
    assert not [name for name in heads(tmp_path, "") if name.startswith("og:image")]
