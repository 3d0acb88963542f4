"""How somebody digitising by hand leaves a border: runs of an outline redrawn, simplified or shifted."""

import math

import numpy as np
import shapely

METRES_PER_DEGREE = 111_195.0

SPACING = 160.0
"""Metres between two clicks of a redrawn run."""

MEAN_DRAWN, MEAN_EXACT = 14, 84
"""Mean numbers of vertices of the runs, drawn or exact, along an outline drawn by hand."""

STYLES = {"redrawn": 0.62, "simplified": 0.2, "shifted": 0.13, "quarrel": 0.05}
"""Share of the drawn runs in each style."""

TRIES = 5
"""Each try halves the deviation; after the last one the run stays exact."""


def smoothed(line, reach):
    """A line averaged over `reach` vertices on each side: a hand does not follow what is finer than its error."""
    if reach < 1:
        return line
    padded = np.vstack([np.repeat(line[:1], reach, 0), line, np.repeat(line[-1:], reach, 0)])
    sums = np.vstack([np.zeros((1, 2)), np.cumsum(padded, axis=0)])
    width = 2 * reach + 1
    return (sums[width:] - sums[:-width]) / width


def along(line, spacing):
    """Vertices every `spacing` metres along a line, both ends included, and their distance from the start."""
    steps = np.hypot(*np.diff(line, axis=0).T)
    distance = np.concatenate([[0], np.cumsum(steps)])
    wanted = np.linspace(0, distance[-1], max(3, round(distance[-1] / spacing) + 1))
    return np.column_stack([np.interp(wanted, distance, column) for column in line.T]), wanted


def normals(line):
    """Unit normals of a line at its vertices."""
    direction = np.gradient(line, axis=0)
    length = np.maximum(np.hypot(*direction.T), 1e-9)[:, None]
    return np.column_stack([-direction[:, 1], direction[:, 0]]) / length


def redrawn(line, random, scale):
    """The run clicked again, off by 3 to 120 m, mostly on one side, with a tremor of a few metres."""
    error = scale * 3 * 40 ** random.random()
    line, distance = along(line, SPACING)
    path = smoothed(line, round(error / SPACING))
    knots = np.arange(0, distance[-1] + 4000, random.uniform(600, 2500))
    drift = np.interp(distance, knots, random.normal(random.choice([-0.8, 0.8]), 0.5, len(knots)))
    ends = np.minimum(1, np.minimum(distance, distance[-1] - distance) / (2 * SPACING))
    offset = ends * (error * drift + random.normal(0, min(0.15 * error, 4), len(path)))
    return (path + normals(path) * offset[:, None])[1:-1]


def simplified(line, random, scale):
    """The run with only the vertices that matter at 20 to 150 m, each clicked within a few metres."""
    kept = shapely.get_coordinates(shapely.simplify(shapely.linestrings(line), scale * random.uniform(20, 150)))
    return kept[1:-1] + random.normal(0, 3, (len(kept) - 2, 2))


def shifted(line, random, scale):
    """The run as it is, moved by 1 to 200 m: a background that was not in its place."""
    angle, distance = random.uniform(0, 2 * math.pi), scale * 200 ** random.random()
    return line[1:-1] + distance * np.array([math.cos(angle), math.sin(angle)])


def quarrel(line, random, scale):
    """The run pushed 1 to 3 km away: a valley that two territories want, or that neither does."""
    line, distance = along(line, SPACING)
    path = smoothed(line, 20)
    depth = scale * random.uniform(1000, 3000) * random.choice([-1, 1])
    bump = np.sin(math.pi * distance / distance[-1]) ** 2
    return (path + normals(smoothed(path, 20)) * (depth * bump)[:, None])[1:-1]


DRAW = {"redrawn": redrawn, "simplified": simplified, "shifted": shifted, "quarrel": quarrel}


def runs(count, random):
    """Bounds of successive runs along `count` vertices, as (first, last, whether it is drawn)."""
    first, drawn = 0, random.random() < 0.5
    while first < count:
        last = min(count, first + 4 + int(random.exponential(MEAN_DRAWN if drawn else MEAN_EXACT)))
        yield first, last, drawn
        first, drawn = last, not drawn


def redraw_ring(ring, holes, random):
    """An outline of which some runs are drawn by hand; each result is valid, whatever the run asked for."""
    scale = np.array([math.cos(math.radians(ring[:, 1].mean())), 1]) * METRES_PER_DEGREE
    pieces = [(ring[first:last], drawn) for first, last, drawn in runs(len(ring) - 1, random)]
    kept = [piece for piece, _ in pieces]
    for place, (piece, drawn) in enumerate(pieces):
        if not drawn:
            continue
        style = DRAW[random.choice(list(STYLES), p=list(STYLES.values()))]
        after = pieces[(place + 1) % len(pieces)][0][:1]
        line = (np.vstack([piece, after]) - ring[0]) * scale
        if style is quarrel and len(line) < MEAN_DRAWN:
            style = redrawn
        for attempt in range(TRIES):
            candidate = np.vstack([piece[:1], ring[0] + style(line, random, 0.5 ** attempt) / scale])
            trial = np.vstack([*kept[:place], candidate, *kept[place + 1:], ring[:1]])
            if shapely.is_valid(shapely.polygons(trial, holes)):
                kept[place] = candidate
                break
    return np.vstack([*kept, ring[:1]])


def redraw(shape, random):
    """A territory whose large outlines are partly drawn by hand; exact where the drawing would make it invalid."""
    parts = []
    for part in shapely.get_parts(shape):
        holes = list(shapely.get_rings(part)[1:]) or None
        ring = shapely.get_coordinates(shapely.get_exterior_ring(part))
        if len(ring) > 30:
            part = shapely.polygons(redraw_ring(ring, holes, random), holes)
        parts.append(part)
    drawn = shapely.multipolygons(parts)
    return drawn if shapely.is_valid(drawn) else shape


def quarter(shape, random):
    """A quarter of a city: a closed line of some kilometres drawn by hand, wholly inside a unit."""
    ground = shapely.get_parts(shape)
    ground = ground[shapely.area(ground).argmax()]
    centre = shapely.get_coordinates(shapely.point_on_surface(ground))[0]
    scale = np.array([math.cos(math.radians(centre[1])), 1]) * METRES_PER_DEGREE
    room = shapely.distance(shapely.points(centre), ground.exterior) * METRES_PER_DEGREE * scale[0] / scale[1]
    angles = np.sort(random.uniform(0, 2 * math.pi, random.integers(20, 60)))
    radius = 0.9 * room * random.uniform(0.5, 1, len(angles))
    ring = centre + np.column_stack([np.cos(angles), np.sin(angles)]) * radius[:, None] / scale
    return shapely.multipolygons([shapely.polygons(np.vstack([ring, ring[:1]]))])
