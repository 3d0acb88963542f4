#!/usr/bin/env python3
"""Compares the output directories of several programs with a first one, and lists what differs.

    agree.py REFERENCE OTHER [OTHER…]

People are compared to the unit; areas and lengths within half a percent, in metropolitan France only.
Exit code: 0 when they agree, 1 when they differ, 66 when a file is missing.
"""

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

csv.field_size_limit(1 << 24)  # a white zone may list every commune of France in one cell

TOLERANCE = 0.005
"""Relative difference allowed between a measure on the ellipsoid and one in EPSG:2154."""

SOUTHERN = {"2A"}
"""South of 41.8° N the scale of EPSG:2154 alone changes areas by more than half a percent."""

SOUTHERN_TOLERANCE = 0.008

ROUNDING = 0.0021
"""Absolute difference allowed, km or km²: each side is written with three decimals."""

LEVELS = {"national", "region", "departement"}
PEOPLE = int
WORD = str
MEASURE = float

FILES = {
    "couverture.csv": (["niveau", "code", "stade"], {
        "population_totale": PEOPLE, "population_stade": PEOPLE, "population_cumulee": PEOPLE}),
    "communes.csv": (["code"], {
        "population": PEOPLE, "stade": WORD, "population_couverte": PEOPLE, "cpts": WORD, "zone_blanche": WORD}),
    "cpts.csv": (["cpts_id"], {
        "stade": WORD, "population": PEOPLE, "taille": WORD, "seuil_proche": WORD, "nb_communes": PEOPLE,
        "superficie_km2": MEASURE, "departements": WORD, "regions": WORD,
        "population_partagee": PEOPLE}),
    "chevauchements.csv": (["cpts_a", "cpts_b"], {
        "qualification": WORD, "population": PEOPLE, "superficie_km2": MEASURE, "communes": WORD}),
    "zones_blanches.csv": (["zone"], {
        "statut": WORD, "population": PEOPLE, "superficie_km2": MEASURE, "nb_communes": PEOPLE, "communes": WORD,
        "departements": WORD, "regions": WORD, "commune_principale": WORD, "voisins": WORD}),
    "zones_blanches_voisins.csv": (["zone", "cpts_id"], {
        "frontiere_km": MEASURE, "population_cpts": PEOPLE, "taille_avant": WORD, "population_apres": PEOPLE,
        "taille_apres": WORD}),
}
"""Of each file, the columns that identify a row and those that must agree. `nb_parties` is left out: the peers count
polygons, islands of a commune included; the tool counts groups of communes that border each other."""


def read(folder, name):
    """Rows of a file by key; of the coverage, only the three levels that every program computes."""
    path = folder / name
    if not path.exists():
        print(f"{path}: no such file", file=sys.stderr)
        sys.exit(66)
    keys = FILES[name][0]
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row.get("niveau", "national") in LEVELS]
    # What the tool lists and the peers leave out: areas of unknown population, CPTS that do not exist that day.
    rows = [row for row in rows if row.get("population_totale") != ""]
    if name == "cpts.csv":
        rows = [row for row in rows if row["stade"] != "aucun"]
    return {tuple(row[key] for key in keys): row for row in rows}


def departments(folder):
    """Departments of each zone, CPTS and commune, to know where a row lies."""
    places = {}
    for name, column in [("zones_blanches.csv", "departements"), ("cpts.csv", "departements"), ("communes.csv", "dep")]:
        places.update({key[0]: set(row[column].split("|")) for key, row in read(folder, name).items()})
    return places


def badly_drawn(folder):
    """Zones and CPTS with a commune whose border does not match its neighbours', as the tool itself lists them."""
    path = folder / "anomalies.csv"
    if not path.exists():
        return set()
    with open(path, encoding="utf-8-sig", newline="") as file:
        codes = {row["objet"] for row in csv.DictReader(file) if row["regle"] == "frontiere_discordante"}
    rows = read(folder, "communes.csv")
    cells = [rows[code,][column] for code in codes if (code,) in rows for column in ("cpts", "zone_blanche")]
    return {name for cell in cells for name in cell.split("|")} - {""}


def tolerance(place):
    """Relative tolerance of a measure, or None overseas, where EPSG:2154 does not apply."""
    if any(department.startswith(("97", "98")) for department in place):
        return None
    return SOUTHERN_TOLERANCE if place & SOUTHERN else TOLERANCE


def same(kind, left, right, place):
    """Whether two cells agree."""
    if kind is WORD or not left or not right:
        return left == right
    if kind is PEOPLE:
        return float(left) == float(right)
    allowed = tolerance(place)
    left, right = float(left), float(right)
    return allowed is None or abs(left - right) <= max(ROUNDING, allowed * max(left, right))


def differences(name, reference, other, places):
    """What differs in a file, as (subject, text) pairs; the subject serves to count them."""
    left, right = read(reference, name), read(other, name)
    for key in sorted(left.keys() - right.keys()):
        yield "row only in reference", " ".join(key)
    for key in sorted(right.keys() - left.keys()):
        yield "row only in other", " ".join(key)
    for key in sorted(left.keys() & right.keys()):
        for column, kind in FILES[name][1].items():
            cells = left[key][column], right[key][column]
            if not same(kind, *cells, places.get(key[0], set())):
                shown = [cell if len(cell) <= 40 else cell[:39] + "…" for cell in cells]
                yield column, f"{' '.join(key)}: {shown[0] or 'empty'} ≠ {shown[1] or 'empty'}"


def compare(reference, other, limit):
    """Prints the differences of two directories and returns how many there are."""
    places, excused, total, explained = departments(reference), badly_drawn(reference), 0, 0
    print(f"{reference.name} / {other.name}")
    for name in FILES:
        found = list(differences(name, reference, other, places))
        # There the peers miss sides that meet without sharing their points.
        kept = [(s, t) for s, t in found if not (s == "frontiere_km" and excused & set(t.split(":")[0].split()))]
        explained += len(found) - len(kept)
        found = kept
        total += len(found)
        seen = Counter()
        for subject, text in found:
            seen[subject] += 1
            if seen[subject] <= limit:
                print(f"  {name}, {subject}: {text}")
        for subject, count in seen.items():
            if count > limit:
                print(f"  {name}, {subject}: {count - limit} more")
    if explained:
        print(f"  {explained} lengths differ in zones with borders that do not match (frontiere_discordante)")
    print(f"  {total} differences" if total else "  agree")
    return total


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reference", type=Path)
    parser.add_argument("others", type=Path, nargs="+")
    parser.add_argument("--limit", type=int, default=5, help="differences shown by file and column")
    options = parser.parse_args()
    totals = [compare(options.reference, other, options.limit) for other in options.others]
    sys.exit(1 if any(totals) else 0)


if __name__ == "__main__":
    main()
