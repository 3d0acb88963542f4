#!/usr/bin/env python3
"""Writes the study of the demonstration with units that no longer fit: rounded, or with noise at each corner.

    noise.py --decimals N --output DIR
    noise.py --noise DEGREES --output DIR

Each corner of each ring is moved by itself, so that a corner which three units share becomes three. A ring stays
closed: its last corner is its first. Nothing is removed: what falls together stays drawn twice.
"""

import argparse
import random
import shutil
import sqlite3
import struct
from array import array
from pathlib import Path

from copies import ENVELOPE_BYTES


def moved_polygon(wkb, at, move):
    """Moves the corners of a polygon in place; `at` is the offset of its count of rings. Returns the offset past it."""
    (rings,) = struct.unpack_from("<I", wkb, at)
    at += 4
    for _ in range(rings):
        (points,) = struct.unpack_from("<I", wkb, at)
        start, at = at + 4, at + 4 + 16 * points
        numbers = array("d", map(move, array("d", bytes(wkb[start:at]))))
        numbers[-2:] = numbers[:2]
        wkb[start:at] = numbers.tobytes()
    return at


def moved(blob, move):
    """A GeoPackage polygon or multipolygon with its corners moved; its envelope, which is optional, is left out."""
    if blob is None:
        return None
    flags = blob[3]
    wkb = bytearray(blob[8 + ENVELOPE_BYTES[flags >> 1 & 7]:])
    kind = wkb[:5]
    if kind == b"\x01\x03\x00\x00\x00":
        moved_polygon(wkb, 5, move)
    elif kind == b"\x01\x06\x00\x00\x00":
        (parts,), at = struct.unpack_from("<I", wkb, 5), 9
        for _ in range(parts):
            at = moved_polygon(wkb, at + 5, move)
    else:
        raise ValueError(f"not a little-endian plane polygon: {kind.hex()}")
    return blob[:3] + bytes([flags & ~0x0E]) + blob[4:8] + bytes(wkb)


def write_study(root, output, move):
    """The study of the demonstration, its units moved."""
    output.mkdir(parents=True, exist_ok=True)
    for name in ["cpts.csv", "perimetres.csv"]:
        shutil.copyfile(root / "data/demo" / name, output / name)
    (output / "etude.yml").write_text("units: units.gpkg\ncpts: [cpts.csv, perimetres.csv]\nat: 2022-12-31\n")
    units = output / "units.gpkg"
    shutil.copyfile(root / "data/france/units-france.gpkg", units)
    units.chmod(0o644)
    with sqlite3.connect(units) as database:
        rows = database.execute("SELECT fid, geom FROM units ORDER BY fid").fetchall()
        database.executemany("UPDATE units SET geom = ? WHERE fid = ?", ((moved(geom, move), fid) for fid, geom in rows))
    database.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--decimals", type=int, help="round each coordinate")
    way.add_argument("--noise", type=float, help="move each coordinate by as many degrees at most")
    parser.add_argument("--seed", type=int, default=14)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    number = random.Random(options.seed).uniform
    if options.decimals is not None:
        def move(degrees): return round(degrees, options.decimals)
    else:
        def move(degrees): return degrees + number(-options.noise, options.noise)
    write_study(Path(__file__).resolve().parents[1], options.output, move)


if __name__ == "__main__":
    main()
