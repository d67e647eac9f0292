from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from markdown import markdown

from generator.model import Contest, Evidence, Proof
from generator.pages.graph import Edge, components, edges, parties_of, strongest
from generator.pages.layout import GAP_X, GAP_Y, Box, arrange
from generator.pages.pictures import MOST_IN_RAIL, RAIL, against_whom


def contest(source: str | None, target: str | None, *parties: str) -> Contest:
    evidence = Evidence(start=0, end=1, source=source, target=target, predicate="accuse")
    return Contest(
        id="d",
        parties=parties or (source or "", target or ""),
        issue="",
        kind="accusation",
        evidence=(Proof(article=0, evidence=evidence),),
    )


def drawn(
    *disputes: Contest, names: dict[str, str] | None = None, most: int = MOST_IN_RAIL
) -> list[ET.Element]:
    """The pictures, one for each group."""
    ids = {party: party.upper() for dispute in disputes for party in dispute.parties}
    figure = against_whom(disputes, ids | (names or {}), {"a": "../../actors/a/"}, most=most)
    assert figure is not None
    return ET.fromstring(figure).findall(".//svg")


def test_who_is_against_whom_is_counted_by_direction() -> None:
    found = edges([contest("a", "b"), contest("a", "b"), contest("b", "a"), contest(None, None, "a", "c")])
    assert found == (Edge("a", "b", 2, 1), Edge("a", "c", 0, 0))
    assert [edge.weight for edge in found] == [3, 1]


def test_a_direction_found_second_counts_for_the_pair_found_first() -> None:
    assert edges([contest("b", "a"), contest("a", "b"), contest("b", "a")]) == (Edge("b", "a", 2, 1),)


def test_of_too_many_parties_those_shown_most_often_stay() -> None:
    found = [Edge("a", "b", 1, 0), Edge("c", "d", 3, 0), Edge("e", "f", 2, 0), Edge("d", "c", 1, 1)]
    assert strongest(found, 4) == (found[1], found[2], found[3])


def test_what_does_not_hang_together_is_taken_apart_the_largest_first() -> None:
    one, two, three = Edge("a", "b", 1, 0), Edge("c", "d", 1, 0), Edge("d", "e", 1, 0)
    assert components([one, two, three]) == [(two, three), (one,)]
    joined = Edge("b", "c", 1, 0)
    assert components([one, two, three, joined]) == [(one, two, three, joined)]


def test_two_sides_need_no_picture() -> None:
    assert against_whom([contest("a", "b")], {"a": "A", "b": "B"}, {}) is None
    assert against_whom([], {}, {}) is None


def test_the_picture_tells_in_words_what_it_shows() -> None:
    (picture,) = drawn(contest("a", "b"), contest(None, None, "b", "c"), contest("c", "d"), contest("d", "c"))
    label = picture.get("aria-label")
    assert label == "Who is against whom: A against B; B at odds with C; C and D against each other"
    assert len(picture.findall(".//polygon")) == 3, "one arrow, one line without, one with two heads"
    assert len(picture.findall(".//rect")) == 4


def test_each_group_has_a_picture_of_its_own() -> None:
    pictures = drawn(contest("a", "b"), contest("b", "c"), contest("x", "y"))
    assert [len(picture.findall(".//rect")) for picture in pictures] == [3, 2]


def test_a_party_with_a_page_is_a_link_to_it() -> None:
    (picture,) = drawn(contest("a", "b"), contest("a", "c"))
    assert [a.get("href") for a in picture.findall(".//a")] == ["../../actors/a/"]


def test_at_most_so_many_parties_are_drawn() -> None:
    (picture,) = drawn(*(contest("a", f"x{n}") for n in range(30)))
    assert len(picture.findall(".//rect")) == MOST_IN_RAIL


@pytest.mark.parametrize(
    "name", ["<script>x</script>", '" onload="x', "{{ 7*7 }}", "*a* _b_", "</svg></figure>"]
)
def test_a_name_is_no_markup(name: str) -> None:
    disputes = [contest("a", "b"), contest("a", "c")]
    figure = against_whom(disputes, {"a": name, "b": "B", "c": "C"}, {})
    html = markdown(f'<aside markdown="1">\n\n{figure}\n\n</aside>', extensions=["attr_list", "md_in_html"])
    tags = {tag.tag for tag in ET.fromstring(html).iter()}
    parts = {"aside", "figure", "div", "svg", "path", "polygon", "g", "rect", "text", "tspan", "figcaption"}
    assert tags == parts
    assert "{{" not in html
    assert not re.search(r"\sonload=", re.sub(r'"[^"]*"', '""', html))


GRAPHS = {
    "a star": [("a", f"x{n}") for n in range(11)],
    "a chain": [(f"x{n}", f"x{n + 1}") for n in range(11)],
    "a ring": [(f"x{n}", f"x{(n + 1) % 9}") for n in range(9)],
    "all with all": [(f"x{m}", f"x{n}") for n in range(7) for m in range(n)],
    "a tree of forty": [(f"x{n}", f"x{n // 3}") for n in range(1, 40)],
}


@pytest.mark.parametrize("kind", GRAPHS)
@pytest.mark.parametrize("width", [RAIL, 560.0])
def test_no_name_touches_another_or_leaves_the_picture(kind: str, width: float) -> None:
    joined = GRAPHS[kind]
    boxes = {
        party: Box(60 + 7 * (n % 10), 23)
        for n, party in enumerate(parties_of(Edge(*e, 1, 0) for e in joined))
    }
    drawing = arrange(boxes, joined, width, 105)
    assert drawing.width <= width + 3
    names = list(boxes)
    for at, one in enumerate(names):
        x, y = drawing.places[one]
        assert boxes[one].width / 2 <= x <= drawing.width - boxes[one].width / 2
        assert boxes[one].height / 2 <= y <= drawing.height - boxes[one].height / 2
        for other in names[at + 1 :]:
            to_x, to_y = drawing.places[other]
            beside = abs(x - to_x) - (boxes[one].width + boxes[other].width) / 2
            above = abs(y - to_y) - (boxes[one].height + boxes[other].height) / 2
            assert beside > 0.7 * GAP_X or above > 0.7 * GAP_Y, (one, other)


@pytest.mark.parametrize("kind", ["a star", "a chain", "a ring"])
def test_no_line_runs_through_a_name_that_it_does_not_join(kind: str) -> None:
    (picture,) = drawn(*(contest(*pair) for pair in GRAPHS[kind]))
    rects = [
        tuple(float(rect.get(k, "")) for k in ("x", "y", "width", "height")) for rect in picture.iter("rect")
    ]
    for path in picture.iter("path"):
        x, y, bend_x, bend_y, to_x, to_y = map(float, re.findall(r"-?[\d.]+", path.get("d", "")))
        for step in range(1, 20):
            t = step / 20
            px = (1 - t) ** 2 * x + 2 * t * (1 - t) * bend_x + t**2 * to_x
            py = (1 - t) ** 2 * y + 2 * t * (1 - t) * bend_y + t**2 * to_y
            assert not any(left < px < left + w and top < py < top + h for left, top, w, h in rects)


def test_two_with_long_names_stand_above_each_other() -> None:
    boxes = {"a": Box(200, 23), "b": Box(190, 23)}
    drawing = arrange(boxes, [("a", "b")], RAIL, 105)
    assert drawing.places["a"][1] < drawing.places["b"][1]
    assert drawing.width == 202
