#!/usr/bin/env python3
"""Holds the people that a program counts in drawn territories (`population_grille`) to exact fractions of the cells.

    agree_grid.py OUTPUT REFERENCE [OTHER…]

REFERENCE is what `peers/grid_reference.py` wrote: two sums for each territory, with its borders straight in the grid's
plane and with its borders straight in degrees. OUTPUT must be within 1e-6 of one of them; where the two are further
apart, no further from both than they are from each other, for a border may have vertices where it crosses others. How
far other programs are from OUTPUT is shown, not judged: they count what a territory has at sea too, or cells by their
centre. Exit code: 0 when OUTPUT agrees, 1 when it differs, 66 when a file is missing.
"""

import argparse
import csv
import sys
from pathlib import Path
from statistics import median

EXACT = 1e-6
"""Relative difference allowed between two sums of exact fractions."""

STRAIGHT, BENT = "population_grille", "population_grille_bent"


def read(folder):
    """Rows of `cpts.csv` by CPTS, those with a figure."""
    path = folder / "cpts.csv"
    if not path.exists():
        print(f"{path}: no such file", file=sys.stderr)
        sys.exit(66)
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if STRAIGHT not in (rows.fieldnames or []):
            print(f"{path}: no column {STRAIGHT}", file=sys.stderr)
            sys.exit(66)
        return {row["cpts_id"]: row for row in rows if row[STRAIGHT]}


def rounding(text):
    """Half a unit of the last decimal of a number."""
    return 0.5 * 10.0 ** -len(text.partition(".")[2])


def differences(ours, reference):
    """Territories too far from both sums, as (relative distance, text) pairs."""
    for key in sorted(ours.keys() ^ reference.keys()):
        # Overseas the cells say nothing: a program may leave those territories out.
        if float((ours.get(key) or reference[key])[STRAIGHT]) > 0:
            yield float("inf"), f"{key}: only in {'output' if key in ours else 'reference'}"
    for key in sorted(ours.keys() & reference.keys()):
        text = ours[key][STRAIGHT]
        value, straight, bent = float(text), float(reference[key][STRAIGHT]), float(reference[key][BENT])
        away = min(abs(value - straight), abs(value - bent))
        if away > max(EXACT * max(straight, bent), abs(straight - bent)) + rounding(text):
            yield away / max(straight, bent, 1), f"{key}: {text}, neither {straight:.3f} nor {bent:.3f}"


def show(ours, folder):
    """Prints how far another program is from ours."""
    theirs = read(folder)
    pairs = [(float(ours[key][STRAIGHT]), float(theirs[key][STRAIGHT])) for key in sorted(ours.keys() & theirs.keys())]
    gaps = [abs(left - right) / max(left, right) for left, right in pairs if max(left, right) > 0]
    print(f"  {folder.name}: {len(gaps)} territories, relative difference median {median(gaps):.1e},"
          f" most {max(gaps):.1e}; {sum(gap > EXACT for gap in gaps)} above {EXACT:g}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("reference", type=Path)
    parser.add_argument("others", type=Path, nargs="*")
    parser.add_argument("--limit", type=int, default=5, help="differences shown")
    options = parser.parse_args()
    ours = read(options.output)
    print(f"{options.output.name} / exact fractions")
    for folder in (options.reference, *options.others):
        show(ours, folder)
    found = sorted(differences(ours, read(options.reference)), reverse=True)
    for _, text in found[:options.limit]:
        print(f"  {text}")
    print(f"  {len(found)} differences" if found else "  agree")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
