"""Names that a user adds to those that the program knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.analysis.pipeline import analyse, load
from generator.analysis.world import read_lexicon
from generator.errors import SettingsError
from generator.model import Actor, Article, Block

TABLE = """# names of our own beat
name,kind,also
Grey Heron,organization,GHX|The Herons
Port Tarn Dialogue,none,
Sorva,person,
"""
TEXT = (
    "Grey Heron sued the Port Tarn Dialogue. GHX wants damages, and the Herons will not settle. Sorva agreed."
)


def actors(lexicon: Path | None) -> dict[str, Actor]:
    article = Article(
        source="own", text=TEXT, title="own", blocks=(Block(start=0, end=len(TEXT), kind="paragraph"),)
    )
    return {actor.name: actor for actor in next(analyse(load(lexicon=lexicon), [article])).actors}


def test_names_of_the_user_are_one_actor_of_the_kind_given(tmp_path: Path) -> None:
    file = tmp_path / "lexicon.csv"
    file.write_text(TABLE, encoding="utf-8")
    found = actors(file)
    assert found["Grey Heron"].kind == "organization"
    assert [m.of(TEXT) for m in found["Grey Heron"].mentions] == ["Grey Heron", "GHX", "Herons"]
    assert found["Sorva"].kind == "person"


def test_what_the_user_calls_no_actor_is_none(tmp_path: Path) -> None:
    file = tmp_path / "lexicon.csv"
    file.write_text(TABLE, encoding="utf-8")
    assert "Port Tarn Dialogue" not in actors(file)


def test_without_the_lexicon_the_names_are_not_joined() -> None:
    found = actors(None)
    assert not any({"Grey Heron", "GHX"} <= {name, *actor.aliases} for name, actor in found.items())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title,sort\nGrey Heron,body\n", "name,kind,also"),
        ("name,kind\nGrey Heron,body\n", "line 2: 'body' is no kind"),
        ("# a comment\nname,kind\n\n,person\n", "line 4"),
    ],
)
def test_an_unusable_lexicon_says_where_and_what_to_do(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "lexicon.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=told.replace("'", ".")):
        read_lexicon(file)


def test_a_missing_lexicon_is_an_error_of_the_settings(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read_lexicon(tmp_path / "none.csv")
