from __future__ import annotations

from pathlib import Path

import pytest

from generator.archive import Archive, fingerprint
from generator.errors import BriefingsError
from generator.model import Analysis, Block

ANALYSIS = Analysis(
    source="a.txt", text="It rained.", title="Rain", blocks=(Block(start=0, end=10, kind="paragraph"),)
)


def test_what_was_kept_comes_back_in_the_next_run(tmp_path: Path) -> None:
    with Archive(tmp_path / "new" / "archive.sqlite", "maker") as archive:
        archive.put(archive.key(b"It rained."), ANALYSIS)
    with Archive(tmp_path / "new" / "archive.sqlite", "maker") as archive:
        assert archive.get(archive.key(b"It rained.")) == ANALYSIS
        assert archive.get(archive.key(b"It rained!")) is None


def test_what_another_extractor_made_is_made_anew(tmp_path: Path) -> None:
    with Archive(tmp_path / "archive.sqlite", "maker") as archive:
        archive.put(archive.key(b"x"), ANALYSIS)
    with Archive(tmp_path / "archive.sqlite", "another") as archive:
        assert archive.get(archive.key(b"x")) is None


def test_the_circumstances_belong_to_the_key() -> None:
    archive = Archive(None, "maker")
    assert archive.key(b"x", ".txt") != archive.key(b"x", ".md")


def test_work_that_was_done_before_an_error_is_kept(tmp_path: Path) -> None:
    def broken_off() -> None:
        with Archive(tmp_path / "archive.sqlite", "maker") as archive:
            archive.put("key", ANALYSIS)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken_off()
    with Archive(tmp_path / "archive.sqlite", "maker") as archive:
        assert archive.get("key") == ANALYSIS


def test_a_file_that_is_no_archive_is_named(tmp_path: Path) -> None:
    (tmp_path / "archive.sqlite").write_bytes(b"no archive at all, but long enough to be looked at" * 20)
    with pytest.raises(BriefingsError, match=r"archive\.sqlite.*Delete it"):
        Archive(tmp_path / "archive.sqlite", "maker")


def test_the_fingerprint_tells_pipelines_apart() -> None:
    assert fingerprint("sm", "1") == fingerprint("sm", "1")
    assert len({fingerprint("sm", "1"), fingerprint("sm", "2"), fingerprint("md", "1")}) == 3
