from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from markdown import markdown

from generator.model import Contest, Evidence, Proof
from generator.pages.pictures import MOST_NODES, against_whom, edges


def contest(source: str | None, target: str | None, *parties: str) -> Contest:
    evidence = Evidence(start=0, end=1, source=source, target=target, predicate="accuse")
    return Contest(
        id="d",
        parties=parties or (source or "", target or ""),
        issue="",
        kind="accusation",
        evidence=(Proof(article=0, evidence=evidence),),
    )


def drawn(*disputes: Contest, names: dict[str, str] | None = None) -> ET.Element:
    ids = {party: party.upper() for dispute in disputes for party in dispute.parties}
    figure = against_whom(disputes, ids | (names or {}), {"a": "../../actors/a/"})
    assert figure is not None
    return ET.fromstring(figure)


def test_who_is_against_whom_is_counted_by_direction() -> None:
    found = edges([contest("a", "b"), contest("a", "b"), contest("b", "a"), contest(None, None, "a", "c")])
    assert [(e.source, e.target, e.directed, e.weight) for e in found] == [
        ("a", "b", True, 2),
        ("b", "a", True, 1),
        ("a", "c", False, 1),
    ]


def test_two_sides_need_no_picture() -> None:
    assert against_whom([contest("a", "b")], {"a": "A", "b": "B"}, {}) is None
    assert against_whom([], {}, {}) is None


def test_the_picture_tells_in_words_what_it_shows() -> None:
    figure = drawn(contest("a", "b"), contest(None, None, "b", "c"))
    assert figure[0].get("aria-label") == "Who is against whom: A against B; B at odds with C"
    assert len(figure.findall(".//polygon")) == 1, "one arrow, one line without"
    assert len(figure.findall(".//circle")) == 3


def test_a_party_with_a_page_is_a_link_to_it() -> None:
    assert [a.get("href") for a in drawn(contest("a", "b"), contest("a", "c")).findall(".//a")] == [
        "../../actors/a/"
    ]


def test_at_most_so_many_parties_are_drawn() -> None:
    many = [contest("a", f"x{n}") for n in range(30)]
    assert len(drawn(*many).findall(".//circle")) == MOST_NODES


@pytest.mark.parametrize(
    "name", ["<script>x</script>", '" onload="x', "{{ 7*7 }}", "*a* _b_", "</svg></figure>"]
)
def test_a_name_is_no_markup(name: str) -> None:
    disputes = [contest("a", "b"), contest("a", "c")]
    figure = against_whom(disputes, {"a": name, "b": "B", "c": "C"}, {})
    html = markdown(f'<aside markdown="1">\n\n{figure}\n\n</aside>', extensions=["attr_list", "md_in_html"])
    tags = {tag.tag for tag in ET.fromstring(html).iter()}
    assert tags == {"aside", "figure", "svg", "path", "polygon", "g", "circle", "text", "tspan", "figcaption"}
    assert "{{" not in html
    assert not re.search(r"\sonload=", re.sub(r'"[^"]*"', '""', html))


def test_everything_lies_inside_the_picture() -> None:
    figure = drawn(*(contest("a", f"x{n}") for n in range(7)), names={"a": "A name of a great many words"})
    _, _, width, height = map(float, figure[0].get("viewBox", "").split())
    for circle in figure.findall(".//circle"):
        assert 0 < float(circle.get("cx", "")) < width
        assert 0 < float(circle.get("cy", "")) < height
    for row in figure.findall(".//tspan"):
        assert 10 < float(row.get("y", "")) < height
