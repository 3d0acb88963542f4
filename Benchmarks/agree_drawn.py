#!/usr/bin/env python3
"""Compares reports on drawn territories with a first one, and lists what differs.

    agree_drawn.py REFERENCE OTHER [OTHER…]

Overlays are measured, not counted, so figures agree within tolerances: people by stage, pairs of CPTS that overlap,
uncovered land and its people. Exit code: 0 when they agree, 1 when they differ, 66 when a file is missing.
"""

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

csv.field_size_limit(1 << 24)  # a white zone may list every commune of France in one cell

SHARE = 1e-4
"""Relative difference allowed: an edge straight in degrees is not quite straight in the peers' plane."""

TOTAL = 1e-5
"""Relative difference allowed on total areas, where such differences cancel out."""

PEOPLE = 10
"""People allowed besides: the tool gives whole people to each part of a cut commune, the peers give decimals."""

ROUNDING = 0.0011
"""Square kilometres allowed besides: the tool writes three decimals."""

HECTARE = 0.0095
"""Square kilometres: what three decimals write as 0.010 or more."""

NEAR = 0.01
"""Relative distance to `HECTARE` at which a pair may be on either side of it."""

BEND = 0.003
"""Square kilometres allowed besides in a pair: an edge of some kilometres bows by a metre from one plane to another."""

ZONES = 0.05
"""Relative difference allowed on the number of zones: whether a thread of land joins two of them is a matter of
precision, and engines differ by some percent among themselves."""

LEVELS = {"national", "region", "departement"}


def read(folder, name, missing_ok=False):
    """Rows of a file."""
    path = folder / name
    if not path.exists() and missing_ok:
        return []
    if not path.exists():
        print(f"{path}: no such file", file=sys.stderr)
        sys.exit(66)
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def number(row, column):
    """A cell as a number; an empty one is nobody or nothing."""
    return float(row[column] or 0)


def close(left, right, share, more):
    """Whether two numbers agree."""
    return abs(left - right) <= share * max(abs(left), abs(right)) + more


def by_key(rows, *keys):
    """Rows by the columns that identify them."""
    return {tuple(row[key] for key in keys): row for row in rows}


def cells(name, left, right, columns):
    """Differences of the rows that two files share, as (subject, text) pairs, and the rows that one of them lacks."""
    for key in sorted(left.keys() ^ right.keys()):
        yield f"{name}, row", f"{' '.join(key)}: only in {'reference' if key in left else 'other'}"
    for key in sorted(left.keys() & right.keys()):
        for column, (share, more) in columns.items():
            values = number(left[key], column), number(right[key], column)
            if not close(*values, share, more):
                yield f"{name}, {column}", f"{' '.join(key)}: {values[0]:g} ≠ {values[1]:g}"


def stages(reference, other):
    """People by stage, at three levels: within `SHARE` of the area's people."""
    left, right = (by_key([row for row in read(folder, "couverture.csv") if row["niveau"] in LEVELS
                           and number(row, "population_totale")], "niveau", "code", "stade")
                   for folder in (reference, other))
    for key in sorted(left.keys() ^ right.keys()):
        yield "couverture.csv, row", f"{' '.join(key)}: only in {'reference' if key in left else 'other'}"
    for key in sorted(left.keys() & right.keys()):
        whole = number(left[key], "population_totale")
        for column in ("population_totale", "population_stade", "population_cumulee"):
            values = number(left[key], column), number(right[key], column)
            if not close(*values, 0, SHARE * whole + PEOPLE):
                yield f"couverture.csv, {column}", f"{' '.join(key)}: {values[0]:g} ≠ {values[1]:g}"


def territories(reference, other):
    """People and area of each CPTS, and people covered of each commune."""
    left, right = (by_key(read(folder, "cpts.csv"), "cpts_id") for folder in (reference, other))
    yield from cells("cpts.csv", left, right, {"population": (SHARE, PEOPLE), "superficie_km2": (SHARE, ROUNDING)})
    left, right = (by_key(read(folder, "communes.csv"), "code") for folder in (reference, other))
    yield from cells("communes.csv", left, right, {"population_couverte": (SHARE, 2)})


def overlaps(reference, other):
    """Pairs above a hectare, but for those that rounding may put on either side; and the ground of all pairs."""
    pairs = [by_key(read(folder, "chevauchements.csv"), "cpts_a", "cpts_b") for folder in (reference, other)]
    near = {key for side in pairs for key, row in side.items()
            if abs(number(row, "superficie_km2") - HECTARE) <= NEAR * HECTARE}
    left, right = ({key: row for key, row in side.items() if number(row, "superficie_km2") > HECTARE
                    and key not in near} for side in pairs)
    yield from cells("chevauchements.csv", left, right,
                     {"population": (SHARE, PEOPLE), "superficie_km2": (10 * SHARE, BEND)})
    totals = [sum(number(row, "superficie_km2") for row in side.values()) for side in pairs]
    counts = [sum(number(row, "superficie_km2") > HECTARE for row in side.values()) for side in pairs]
    print(f"  pairs above 1 ha: {counts[0]} / {counts[1]}, too near to tell: {len(near)};"
          f" overlaps: {totals[0]:.3f} / {totals[1]:.3f} km²")
    if not close(*totals, TOTAL, ROUNDING):
        yield "chevauchements.csv, total", f"{totals[0]:.3f} ≠ {totals[1]:.3f} km²"


def uncovered(reference, other):
    """Uncovered land and its people, slivers included, and how many zones there are above a hectare.

    The tool lists slivers of uncovered land apart, in `liseres.csv`; the peers call all of it zones.
    """
    lands = [[*read(folder, "zones_blanches.csv"), *read(folder, "liseres.csv", missing_ok=True)]
             for folder in (reference, other)]
    areas, people = ([sum(number(row, column) for row in land) for land in lands]
                     for column in ("superficie_km2", "population"))
    counts = [sum(number(row, "superficie_km2") > HECTARE for row in land) for land in lands]
    rows = " / ".join(str(len(land)) for land in lands)
    print(f"  uncovered: {areas[0]:.3f} / {areas[1]:.3f} km², {people[0]:.0f} / {people[1]:.0f} people;"
          f" {rows} pieces, above 1 ha {counts[0]} / {counts[1]}")
    # Each row is rounded: errors of half a thousandth, of either sign, grow with the root of their number.
    if not close(*areas, TOTAL, ROUNDING * max(len(land) for land in lands) ** 0.5):
        yield "zones_blanches.csv, total area", f"{areas[0]:.3f} ≠ {areas[1]:.3f} km²"
    if not close(*people, SHARE, PEOPLE):
        yield "zones_blanches.csv, total people", f"{people[0]:.0f} ≠ {people[1]:.0f}"
    if not close(*counts, ZONES, 0):
        yield "zones_blanches.csv, zones above 1 ha", f"{counts[0]} ≠ {counts[1]}"


def compare(reference, other, limit):
    """Prints the differences of two directories and returns how many there are."""
    print(f"{reference.name} / {other.name}")
    seen = Counter()
    for compared in (stages, territories, overlaps, uncovered):
        for subject, text in compared(reference, other):
            seen[subject] += 1
            if seen[subject] <= limit:
                print(f"  {subject}: {text}")
    for subject, count in seen.items():
        if count > limit:
            print(f"  {subject}: {count - limit} more")
    print(f"  {seen.total()} differences" if seen else "  agree")
    return seen.total()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reference", type=Path)
    parser.add_argument("others", type=Path, nargs="+")
    parser.add_argument("--limit", type=int, default=5, help="differences shown by subject")
    options = parser.parse_args()
    totals = [compare(options.reference, other, options.limit) for other in options.others]
    sys.exit(1 if any(totals) else 0)


if __name__ == "__main__":
    main()
