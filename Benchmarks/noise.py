#!/usr/bin/env python3
"""Writes the study of the demonstration with borders that no longer fit: rounded, or with noise at each corner.

    noise.py --decimals N --output DIR
    noise.py --noise DEGREES --output DIR
    noise.py --noise DEGREES --territories FILE [--spoil territories] --output DIR

Each corner of each ring is moved by itself, so that a corner which three units share becomes three. A ring stays
closed: its last corner is its first. Nothing is removed: what falls together stays drawn twice.

With `--territories`, a GeoPackage of `drawn.py`, the study has these drawings in place of the lists of the
demonstration. The units are spoiled, or else the territories.
"""

import argparse
import random
import shutil
import sqlite3
from array import array
from pathlib import Path

from corners import moved


def spoil(source, target, layer, move):
    """A GeoPackage with the corners of one layer moved."""
    shutil.copyfile(source, target)
    target.chmod(0o644)

    def moved_ring(numbers):
        numbers = array("d", map(move, numbers))
        numbers[-2:] = numbers[:2]
        return numbers
    with sqlite3.connect(target) as database:
        rows = database.execute(f"SELECT fid, geom FROM {layer} ORDER BY fid").fetchall()
        database.executemany(f"UPDATE {layer} SET geom = ? WHERE fid = ?",
                             ((moved(geom, moved_ring), fid) for fid, geom in rows))
    database.close()


def write_study(root, territories, output, spoiled, move):
    """The study of the demonstration, or that of drawn territories; the units or the territories are spoiled."""
    output.mkdir(parents=True, exist_ok=True)
    layers = {"units": (root / "data/france/units-france.gpkg", "units")}
    if territories:
        layers["territories"] = (territories, "territoires")
        cpts = "territories.gpkg"
    else:
        for name in ["cpts.csv", "perimetres.csv"]:
            shutil.copyfile(root / "data/demo" / name, output / name)
        cpts = "cpts.csv, perimetres.csv"
    (output / "etude.yml").write_text(f"units: units.gpkg\ncpts: [{cpts}]\nat: 2022-12-31\n")
    for name, (source, layer) in layers.items():
        if name == spoiled:
            spoil(source, output / f"{name}.gpkg", layer, move)
        else:
            shutil.copyfile(source, output / f"{name}.gpkg")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--decimals", type=int, help="round each coordinate")
    way.add_argument("--noise", type=float, help="move each coordinate by as many degrees at most")
    parser.add_argument("--territories", type=Path, help="drawings in place of lists, in degrees")
    parser.add_argument("--spoil", choices=["units", "territories"], default="units")
    parser.add_argument("--seed", type=int, default=14)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    if options.spoil == "territories" and not options.territories:
        parser.error("--spoil territories: name them with --territories")
    number = random.Random(options.seed).uniform
    if options.decimals is not None:
        def move(degrees): return round(degrees, options.decimals)
    else:
        def move(degrees): return degrees + number(-options.noise, options.noise)
    write_study(Path(__file__).resolve().parents[1], options.territories, options.output, options.spoil, move)


if __name__ == "__main__":
    main()
