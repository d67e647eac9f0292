from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.model import Actor, Analysis, Block, Dispute, Evidence, Mention, Quote, Span, Speaker, Support

ANALYSIS = Analysis(
    source="quay.txt",
    text="Holm accused Vey.",
    title="Quay",
    date="2026-03-01",
    blocks=(Block(start=0, end=17, kind="paragraph"),),
    actors=(
        Actor(id="holm", name="Holm", kind="person", salience=1, mentions=(Mention(start=0, end=4),)),
        Actor(id="vey", name="Vey", kind="person", salience=0.5, mentions=(Mention(start=13, end=16),)),
    ),
    quotes=(Quote(id="q", spans=(Span(start=0, end=17),), kind="indirect", speaker=Speaker(start=0, end=4)),),
    disputes=(
        Dispute(
            id="d",
            parties=("holm", "vey"),
            issue="",
            kind="accusation",
            evidence=(Evidence(start=0, end=17, source="holm", target="vey", predicate="accuse"),),
        ),
    ),
    support=(Support(start=0, end=17, source="holm", target="vey", predicate="back"),),
    sentences=(Span(start=0, end=17),),
)


def test_an_analysis_survives_json_both_ways() -> None:
    assert Analysis.model_validate_json(ANALYSIS.model_dump_json()) == ANALYSIS


def test_json_holds_the_contract() -> None:
    record = ANALYSIS.model_dump(mode="json")
    assert {"source", "text", "title", "date", "byline", "publisher", "url", "topics"} <= set(record)
    assert record["actors"][0]["mentions"][0] == {"start": 0, "end": 4, "form": "name"}
    assert {"id", "spans", "kind", "speaker", "cue", "about"} <= set(record["quotes"][0])
    assert set(record["quotes"][0]["speaker"]) == {"actor", "start", "end"}
    assert {"id", "parties", "issue", "kind", "evidence"} <= set(record["disputes"][0])
    assert set(record["disputes"][0]["evidence"][0]) == {
        "start",
        "end",
        "source",
        "target",
        "predicate",
        "attributed_to",
    }
    assert set(record["support"][0]) == {"start", "end", "source", "target", "predicate", "attributed_to"}


def test_values_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        ANALYSIS.title = "Pier"  # type: ignore[misc]


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_span_is_never_empty_or_turned_round(start: int, end: int) -> None:
    with pytest.raises(ValidationError):
        Span(start=start, end=end)


def test_a_date_is_a_whole_iso_date() -> None:
    with pytest.raises(ValidationError):
        Analysis(source="a", text="x", title="x", date="March 2026")


def test_spans_tell_overlap_and_holding() -> None:
    assert Span(start=0, end=4).overlaps(Span(start=3, end=9))
    assert not Span(start=0, end=4).overlaps(Span(start=4, end=9))
    assert Span(start=0, end=4).holds(Span(start=1, end=4))
    assert Span(start=2, end=4).of("abcdef") == "cd"


def test_an_unknown_actor_is_an_error() -> None:
    assert ANALYSIS.actor("vey").name == "Vey"
    with pytest.raises(KeyError):
        ANALYSIS.actor("nobody")
