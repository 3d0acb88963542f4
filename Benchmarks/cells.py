#!/usr/bin/env python3
"""Writes inhabited cells of 200 m over metropolitan France, in the format of INSEE: `IdINSPIRE,Ind`.

    cells.py --output FILE.csv

The people of each commune are spread over the cells whose centre it holds: a village and some hamlets in the
country, every cell in a city. Where people live in a commune is INVENTED; one seed gives one file. Cells come in no
order, as in INSEE's file. Needs the libraries of `requirements.txt`.
"""

import argparse
import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import shapely

ROOT = Path(__file__).resolve().parents[1]
SIDE = 200
INHABITED = 2_300_000
HAMLETS = 3


def read_communes():
    """Communes of metropolitan France with people, in the grid's own system."""
    communes = gpd.read_file(ROOT / "data/france/units-france.gpkg", where="type = 'COM'", use_arrow=True,
                             columns=["code", "population_municipale", "dep"])
    kept = ~communes["dep"].str.startswith("97") & communes["population_municipale"].gt(0) & communes.geometry.notna()
    return communes[kept].sort_values("code").to_crs(3035)


def spans(shapes):
    """Cells of each shape by rows, as columns (shape, row, first column, column past the last).

    A cell belongs to the shape that holds its centre. Each edge crosses the lines through the centres of some
    rows; between two crossings of one shape lies a run of its cells.
    """
    parts, shape_of = shapely.get_parts(shapes, return_index=True)
    rings, part_of = shapely.get_rings(parts, return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    edge = np.flatnonzero(ring[1:] == ring[:-1])
    owner, (x1, y1), (x2, y2) = shape_of[part_of[ring[edge]]], points[edge].T, points[edge + 1].T
    low, high = np.minimum(y1, y2), np.maximum(y1, y2)
    first = np.ceil(low / SIDE - 0.5).astype(np.int64)
    count = np.ceil(high / SIDE - 0.5).astype(np.int64) - first
    edge = np.repeat(np.arange(len(owner)), count)
    row = first[edge] + np.arange(len(edge)) - np.repeat(np.cumsum(count) - count, count)
    x = x1[edge] + ((row + 0.5) * SIDE - y1[edge]) * ((x2 - x1)[edge] / (y2 - y1)[edge])
    order = np.lexsort((x, row, owner[edge]))
    column = np.ceil(x[order] / SIDE - 0.5).astype(np.int64)
    return owner[edge][order][::2], row[order][::2], column[::2], column[1::2]


def cells(shapes):
    """Every cell of every shape, as columns (shape, row, column)."""
    owner, row, first, last = spans(shapes)
    count = last - first
    start = np.repeat(np.cumsum(count) - count, count)
    return np.repeat(owner, count), np.repeat(row, count), np.repeat(first, count) + np.arange(count.sum()) - start


def inhabited(people, room):
    """How many cells of each commune have people: the more there are, and the more room, up to all of them."""
    wish = people ** 0.62 * room ** 0.35
    low, high = 0.0, 1000.0
    for _ in range(60):
        rate = (low + high) / 2
        count = np.minimum(room, np.maximum(1, np.round(rate * wish)))
        low, high = (rate, high) if count.sum() < INHABITED else (low, rate)
    return np.minimum(count, room).astype(np.int64)


def remoteness(owner, row, column, room, random):
    """Distance of each cell to the nearest of its commune's places, longer for the hamlets; lower is denser."""
    starts = np.cumsum(room) - room
    result = np.full(len(owner), np.inf)
    for place in range(1 + HAMLETS):
        chosen = starts + (random.random(len(room)) * room).astype(np.int64)
        chosen = np.minimum(chosen, len(owner) - 1)
        away = np.hypot(row - row[chosen][owner], column - column[chosen][owner])
        result = np.minimum(result, away * (1 if place == 0 else 2) + (0 if place == 0 else 1.5))
    return result + random.exponential(1.5, len(owner))


def populate(communes, random):
    """Inhabited cells, as columns (row, column, people in halves)."""
    owner, row, column = cells(communes.geometry.to_numpy())
    people = communes["population_municipale"].to_numpy(dtype=float)
    room = np.bincount(owner, minlength=len(people))
    order = np.lexsort((remoteness(owner, row, column, room, random), owner))
    rank = np.arange(len(owner)) - (np.cumsum(room) - room)[owner]
    count = inhabited(people, room)
    kept = rank < count[owner]
    owner, row, column, rank = owner[kept], row[order][kept], column[order][kept], rank[kept]
    weight = np.exp(-1.5 * rank / count[owner]) * random.lognormal(0, 0.6, len(owner))
    # INSEE counts the people of fiscal households: a few percent fewer, or more, than the legal population.
    total = people * random.uniform(0.94, 1.01, len(people))
    share = weight * (total / np.maximum(np.bincount(owner, weight, len(people)), 1e-9))[owner]
    return row, column, np.maximum(0.5, np.round(2 * share) / 2)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=2022)
    options = parser.parse_args()
    random = np.random.default_rng(options.seed)
    row, column, people = populate(read_communes(), random)
    order = random.permutation(len(row))
    north, east = (pc.cast(pa.array(values[order] * SIDE), pa.string()) for values in (row, column))
    names = pc.binary_join_element_wise(f"CRS3035RES{SIDE}mN", north, "E", east, "")
    if pc.count_distinct(names).as_py() != len(names):
        sys.exit("two communes share a cell: choose another seed")
    options.output.parent.mkdir(parents=True, exist_ok=True)
    pa.csv.write_csv(pa.table({"IdINSPIRE": names, "Ind": people[order]}), options.output,
                     pa.csv.WriteOptions(quoting_style="none"))
    print(f"{len(row)} cells, {people.sum():.1f} people, {options.output.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
