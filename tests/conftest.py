"""What the tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from generator.analysis.pipeline import load

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, loaded once."""
    return load()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the evaluation data and the seed article; tests that need it are skipped without it."""
    if not SHARED.is_dir():
        pytest.skip("../shared is absent: nothing to measure against")
    return SHARED
