from __future__ import annotations

from pathlib import Path

import pytest

from generator import tree
from generator.errors import BriefingsError
from generator.tree import Changes


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    tree.write(tmp_path, {"a.md": b"one", "b.md": b"two"})
    before = (tmp_path / "a.md").stat().st_mtime_ns
    changes = tree.write(tmp_path, {"a.md": b"one", "b.md": b"three", "c/d.md": b"new"})
    assert changes == Changes(added=("c/d.md",), changed=("b.md",))
    assert (tmp_path / "a.md").stat().st_mtime_ns == before
    assert (tmp_path / "b.md").read_bytes() == b"three"


def test_a_second_run_writes_nothing_at_all(tmp_path: Path) -> None:
    tree.write(tmp_path, {"a.md": b"one"})
    stamps = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert not tree.write(tmp_path, {"a.md": b"one"})
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == stamps


def test_what_is_no_longer_made_is_removed_with_its_empty_folders(tmp_path: Path) -> None:
    tree.write(tmp_path, {"x/y/a.md": b"one", "b.md": b"two"})
    assert tree.write(tmp_path, {"b.md": b"two"}).removed == ("x/y/a.md",)
    assert sorted(path.name for path in tmp_path.iterdir()) == [tree.MANIFEST, "b.md"]


def test_a_hand_written_file_is_never_deleted(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "mine.md").write_text("hand-written")
    tree.write(tmp_path, {"x/a.md": b"one"})
    tree.write(tmp_path, {"b.md": b"two"})
    assert (tmp_path / "x" / "mine.md").read_text() == "hand-written"
    assert not (tmp_path / "x" / "a.md").exists()


def test_keep_leaves_what_is_no_longer_made_and_remembers_it(tmp_path: Path) -> None:
    tree.write(tmp_path, {"a.md": b"one", "b.md": b"two"})
    assert not tree.write(tmp_path, {"b.md": b"two"}, keep=True)
    assert (tmp_path / "a.md").exists()
    assert tree.write(tmp_path, {"b.md": b"two"}).removed == ("a.md",)


def test_compare_tells_and_writes_nothing(tmp_path: Path) -> None:
    tree.write(tmp_path, {"a.md": b"one", "b.md": b"two"})
    stamps = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert tree.compare(tmp_path, {"b.md": b"three", "c.md": b""}) == Changes(("c.md",), ("b.md",), ("a.md",))
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == stamps


@pytest.mark.parametrize("name", ["../out.md", "/etc/out.md", "a/../../out.md", ""])
def test_a_name_that_leads_out_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BriefingsError, match="outside"):
        tree.write(tmp_path / "docs", {name: b"x"})
    assert not list(tmp_path.rglob("out.md"))


def test_a_broken_manifest_is_named(tmp_path: Path) -> None:
    (tmp_path / tree.MANIFEST).write_text("{")
    with pytest.raises(BriefingsError, match="manifest"):
        tree.write(tmp_path, {"a.md": b"one"})
