#!/usr/bin/env python3
"""Writes a study of N copies of France side by side, to see how programs grow with the size.

    copies.py N --output DIR

Each copy lies 16° of longitude east of the one before it: metropolitan France is 15° wide, and the overseas
departments are far enough from each other, so that no two copies touch. The codes of the second copy and after
take a letter in front (`B01001`, department `B01`), and its CPTS too.
"""

import argparse
import csv
import shutil
import sqlite3
from array import array
from pathlib import Path

from corners import moved

STEP = 16.0
"""Degrees of longitude between two copies."""

MOST = 8
"""Copies before the easternmost overseas department would leave the map."""


def shifted(blob, degrees):
    """A GeoPackage polygon or multipolygon moved east."""
    def move(numbers):
        numbers[0::2] = array("d", (longitude + degrees for longitude in numbers[0::2]))
        return numbers
    return moved(blob, move)


def letter(copy):
    """What stands before the codes of a copy: nothing for the first."""
    return "ABCDEFGH"[copy] if copy else ""


def repeat(database, table, codes, others, copies):
    """Adds the shifted copies of a table's rows and returns how many rows it holds; `codes` take the letter."""
    columns = ", ".join(["geom", *codes, *others])
    rows = database.execute(f"SELECT {columns} FROM {table}").fetchall()
    marks = ", ".join("?" * (1 + len(codes) + len(others)))
    for copy in range(1, copies):
        database.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})",
            ((shifted(geom, STEP * copy), *(letter(copy) + value if value else None for value in values[:len(codes)]),
              *values[len(codes):]) for geom, *values in rows))
    database.execute("UPDATE gpkg_contents SET max_x = max_x + ?", [STEP * (copies - 1)])
    return len(rows) * copies


def write_layer(source, target, copies, *columns):
    """A GeoPackage with the rows of one layer repeated, and returns how many rows it holds."""
    shutil.copyfile(source, target)
    target.chmod(0o644)
    with sqlite3.connect(target) as database:
        count = repeat(database, *columns, copies)
    database.close()
    return count


def write_units(source, target, copies):
    """The units repeated, and returns how many there are."""
    return write_layer(source, target, copies, "units", ["code", "dep", "reg", "epci", "parent"],
                       ["type", "nom", "population_municipale"])


def write_territories(source, target, copies):
    """The drawn territories repeated, and returns how many there are."""
    return write_layer(source, target, copies, "territoires", ["cpts_id"], ["cpts_nom", "stade"])


def write_rows(source, target, copies, columns):
    """A CSV with its rows repeated; `columns` are those that take the letter of the copy."""
    with open(source, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
    with open(target, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, reader.fieldnames, lineterminator="\n")
        writer.writeheader()
        for copy in range(copies):
            for row in rows:
                writer.writerow({**row, **{column: letter(copy) + row[column] for column in columns}})


def write_study(root, output, copies, day):
    """The whole study of some copies; returns how many units it holds."""
    output.mkdir(parents=True, exist_ok=True)
    write_rows(root / "data/demo/cpts.csv", output / "cpts.csv", copies, ["cpts_id"])
    write_rows(root / "data/demo/perimetres.csv", output / "perimetres.csv", copies, ["cpts_id", "code_commune"])
    (output / "etude.yml").write_text(f"units: units.gpkg\ncpts: [cpts.csv, perimetres.csv]\nat: {day}\n")
    return write_units(root / "data/france/units-france.gpkg", output / "units.gpkg", copies)


def write_drawn_study(root, territories, output, copies):
    """The units and the drawn territories of some copies; returns how many units there are."""
    output.mkdir(parents=True, exist_ok=True)
    write_territories(territories, output / "territories.gpkg", copies)
    return write_units(root / "data/france/units-france.gpkg", output / "units.gpkg", copies)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("copies", type=int)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--at", default="2022-12-31")
    options = parser.parse_args()
    if not 1 <= options.copies <= MOST:
        parser.error(f"{options.copies} copies: choose from 1 to {MOST}")
    units = write_study(Path(__file__).resolve().parents[1], options.output, options.copies, options.at)
    print(f"{units} units")


if __name__ == "__main__":
    main()
