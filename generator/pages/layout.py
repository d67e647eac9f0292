"""Where the names of a small graph stand: stress majorization, then boxes pushed apart.

Only sums, products, quotients and square roots are used, which every machine rounds alike: layouts of numerical
libraries differ in their last digits from machine to machine, and these pages are compared byte by byte.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Place = tuple[float, float]

SWEEPS = 80
"""Of stress majorization: with up to 40 names nothing moves visibly after about 50."""
PUSHES = 200
GAP_X, GAP_Y = 24.0, 24.0
"""Room between two boxes, beside and above each other: an arrow must be seen between them."""


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a name takes."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where each box has its centre, and how large the whole is."""

    places: Mapping[str, Place]
    width: float
    height: float


def arrange(boxes: Mapping[str, Box], joined: Sequence[tuple[str, str]], width: float, hop: float) -> Drawing:
    """Arrange the boxes of a graph that hangs together.

    Joined boxes come to lie near each other, others as far apart as they are steps from each other (Gansner,
    Koren and North 2004: "Graph drawing by stress majorization"); then those that overlap are pushed apart.

    Args:
        boxes: The boxes by name; their order decides where there is a choice.
        joined: Pairs of names.
        width: The greatest width of the whole.
        hop: The wanted distance of two that are joined.
    """
    names = list(boxes)
    if len(names) == 2:
        places = _pair(boxes, names, width)
    else:
        places = _majorize(names, _steps(names, joined), hop)
        # Names are wider than high.
        places = {name: (x * 1.25, y) for name, (x, y) in places.items()}
        left = min(x for x, _ in places.values())
        span = max(x for x, _ in places.values()) - left or 1.0
        room = width - max(box.width for box in boxes.values())
        squeeze = min(1.0, room / span)
        places = {
            name: ((x - left) * squeeze + (width - span * squeeze) / 2, y) for name, (x, y) in places.items()
        }
        places = _push(boxes, places, width)
    return _fitted(boxes, places)


def _pair(boxes: Mapping[str, Box], names: list[str], width: float) -> dict[str, Place]:
    """Two stand beside each other where there is room for an arrow between them, else above each other."""
    one, other = (boxes[name] for name in names)
    between = 1.5 * GAP_X
    if one.width + other.width + between <= width:
        return {names[0]: (0.0, 0.0), names[1]: ((one.width + other.width) / 2 + between, 0.0)}
    return {names[0]: (0.0, 0.0), names[1]: (0.0, (one.height + other.height) / 2 + 1.3 * GAP_Y)}


def _steps(names: list[str], joined: Sequence[tuple[str, str]]) -> list[list[int]]:
    """Count the steps from each to each."""
    number = {name: at for at, name in enumerate(names)}
    near: list[list[int]] = [[] for _ in names]
    for first, second in joined:
        near[number[first]].append(number[second])
        near[number[second]].append(number[first])
    steps = []
    for start in range(len(names)):
        found = [0 if at == start else len(names) for at in range(len(names))]
        waiting = [start]
        for at in waiting:
            for other in near[at]:
                if found[other] == len(names) and other != start:
                    found[other] = found[at] + 1
                    waiting.append(other)
        steps.append(found)
    return steps


def _circle(number: int, of: int) -> Place:
    """A point of the unit circle, without sine and cosine."""
    quarter, rest = divmod(4 * number, of)
    t = rest / of
    x, y = (1 - t * t) / (1 + t * t), 2 * t / (1 + t * t)
    return ((x, y), (-y, x), (-x, -y), (y, -x))[quarter]


def _majorize(names: list[str], steps: list[list[int]], hop: float) -> dict[str, Place]:
    # The one with the most neighbours starts in the middle, the others around it.
    degree = [sum(count == 1 for count in row) for row in steps]
    middle = max(range(len(names)), key=lambda at: (degree[at], -at))
    around = [at for at in range(len(names)) if at != middle]
    start = {at: _circle(number, len(around)) for number, at in enumerate(around)}
    places = [
        (0.0, 0.0) if at == middle else (hop * start[at][0], hop * start[at][1]) for at in range(len(names))
    ]
    for _ in range(SWEEPS):
        for at in range(len(names)):
            sum_x = sum_y = weights = 0.0
            x, y = places[at]
            for other, (other_x, other_y) in enumerate(places):
                if other == at:
                    continue
                wanted = hop * steps[at][other]
                weight = 1 / (wanted * wanted)
                apart = math.sqrt((x - other_x) ** 2 + (y - other_y) ** 2) or 1e-9
                sum_x += weight * (other_x + wanted * (x - other_x) / apart)
                sum_y += weight * (other_y + wanted * (y - other_y) / apart)
                weights += weight
            places[at] = (sum_x / weights, sum_y / weights)
    return dict(zip(names, places, strict=True))


def _push(boxes: Mapping[str, Box], places: Mapping[str, Place], width: float) -> dict[str, Place]:
    """Push boxes apart until none touches another; none leaves the width."""
    moved = {name: list(place) for name, place in places.items()}
    names = list(moved)
    for push in range(PUSHES):
        touched = False
        for at, one in enumerate(names):
            for other in names[at + 1 :]:
                a, b = moved[one], moved[other]
                over_x = (boxes[one].width + boxes[other].width) / 2 + GAP_X - abs(a[0] - b[0])
                over_y = (boxes[one].height + boxes[other].height) / 2 + GAP_Y - abs(a[1] - b[1])
                if over_x <= 0.01 or over_y <= 0.01:
                    continue
                touched = True
                # Boxes that the edges hold side by side give way downwards in the end.
                axis, over = (0, over_x) if over_x < over_y and push < PUSHES / 2 else (1, over_y)
                way = 1 if a[axis] >= b[axis] else -1
                a[axis] += way * over / 2
                b[axis] -= way * over / 2
        for name in names:
            half = boxes[name].width / 2
            held = min(max(moved[name][0], half), width - half)
            touched = touched or abs(held - moved[name][0]) > 0.01
            moved[name][0] = held
        if not touched:
            break
    return {name: (x, y) for name, (x, y) in moved.items()}


def _fitted(boxes: Mapping[str, Box], places: Mapping[str, Place]) -> Drawing:
    left = min(x - boxes[name].width / 2 for name, (x, _) in places.items()) - 1
    top = min(y - boxes[name].height / 2 for name, (_, y) in places.items()) - 1
    right = max(x + boxes[name].width / 2 for name, (x, _) in places.items()) + 1
    bottom = max(y + boxes[name].height / 2 for name, (_, y) in places.items()) + 1
    return Drawing({n: (x - left, y - top) for n, (x, y) in places.items()}, right - left, bottom - top)
