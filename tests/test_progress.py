from __future__ import annotations

import pytest

from generator import progress
from generator.progress import tracked


def test_every_item_passes_in_order() -> None:
    assert list(tracked(iter("abc"), "Reading", 3)) == ["a", "b", "c"]


def test_what_is_soon_done_is_done_in_silence(capsys: pytest.CaptureFixture[str]) -> None:
    list(tracked(range(3), "Reading", 3))
    assert capsys.readouterr() == ("", "")


def test_what_takes_longer_shows_a_bar_on_standard_error_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    monkeypatch.setenv("FORCE_COLOR", "1")
    list(tracked(range(3), "Reading articles", 3))
    out, err = capsys.readouterr()
    assert out == ""
    assert "Reading articles" in err
