#!/usr/bin/env python3
"""Draws the lists of the demonstration on other editions of the map, and holds what is read of them to the lists.

    alignment.py [--only EDITION…] [--runs N] [--command PATH] [--growth]

Editions: the units' own map, rounded to 7 decimals of a degree and to 5 (a metre), and generalised by 50, 100 and
200 m. For each: communes that the drawings cut, those that are whole and of the right CPTS, with the thresholds that
the tool names where it names any; then the same by two rules of others: whoever has most of a commune's area, and
`maup.assign`, which gives a commune to one territory at most. Needs the libraries of `requirements.txt`.
`--growth` then times one, two and four copies of France, drawn to a metre, side by side.
Exit code: 0 when at least 99 % of the communes are whole and right in every edition, else 1.
"""

import argparse
import csv
import json
import re
import subprocess
import sys
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

import geopandas as gpd
import numpy as np
import shapely

from copies import write_drawn_study
from drawn import ROOT, STAGES, read_cpts, read_members, write
from report_geopandas import dissolve_groups
from studies import DAY, OUT, UNITS

LAMBERT, DEGREES = 2154, 4326
EDITIONS = "exact", "7 decimals", "metre", "50 m", "100 m", "200 m"
ENOUGH = 0.99
METRES = 111_194.9, 111_194.9 * np.cos(np.radians(46.5))
"""Of a degree of latitude, and of one of longitude in the middle of France."""


def scaled(shapes, factors):
    return shapely.transform(shapes, lambda corners: corners * factors)


def edition(shapes, name):
    """The shapes of units as another map has them; they still fit each other."""
    if not name.endswith(" m"):
        return shapes
    flat = scaled(shapes, METRES[::-1])
    return scaled(shapely.coverage_simplify(flat, float(name[:-2])), 1 / np.array(METRES[::-1]))


def territories(cpts, pairs, units, name):
    """The lists dissolved on an edition of the map."""
    there = ~units.geometry.isna()
    drawn = units[there].copy()
    drawn["geometry"] = edition(drawn.geometry.to_numpy(), name)
    kept = pairs[pairs["unit"].isin(drawn.index)]
    with ThreadPoolExecutor() as pool:
        shapes = dissolve_groups(drawn, kept["cpts_id"], kept["unit"], pool)
    decimals = {"7 decimals": 7, "metre": 5}.get(name)
    if decimals:
        shapes = shapely.transform(np.asarray(shapes), lambda corners: np.round(corners, decimals))
    table = cpts.loc[kept["cpts_id"].unique()].reset_index()
    table["stade"] = np.array(STAGES)[table["rank"]]
    return gpd.GeoDataFrame(table[["cpts_id", "cpts_nom", "stade"]], geometry=list(shapes), crs=DEGREES)


def report(command, path, output, more=(), units=UNITS):
    """Seconds of one report, and its folder."""
    line = [command, "report", "--units", units, "--cpts", path, "--at", DAY, "--output", output, "--quiet", *more]
    start = time.monotonic()
    subprocess.run([str(word) for word in line], check=True)
    return time.monotonic() - start


def grow(command, path, runs):
    """Seconds of copies of France side by side, and the slope of their logarithms: 1 is linear."""
    seconds = {}
    for copies in (1, 2, 4):
        folder = path.parent / f"growth-{copies}"
        write_drawn_study(ROOT, path, folder, copies)
        seconds[copies] = median(
            report(command, folder / "territories.gpkg", folder / "out", units=folder / "units.gpkg")
            for _ in range(runs))
        print(f"{copies} × France, a metre: {seconds[copies]:.2f} s", flush=True)
    print(f"slope {np.log(seconds[4] / seconds[1]) / np.log(4):.2f}")


def rows(path):
    with open(path, encoding="utf-8") as file:
        yield from csv.DictReader(file)


def read_back(folder):
    """CPTS of each commune that no drawing cuts; communes cut; thresholds named, if any."""
    whole, cut = {}, 0
    for row in rows(folder / "communes.csv"):
        if row["methode"] in ("unite_entiere", "alignee"):
            whole[row["code"]] = frozenset(row["cpts"].split("|")) - {""}
        else:
            cut += 1
    named = [re.search(r"--sliver-width (\d+) --sliver-people (\d+)", row["traitement"]).groups()
             for row in rows(folder / "anomalies.csv") if row["regle"] == "autre_edition"]
    return whole, cut, named[0] if named else None


def right(found, truth):
    return sum(found.get(code) == owners for code, owners in truth.items()) / len(truth)


def by_majority(drawn, units):
    """Territories that have more than half of each unit's area."""
    flat, own = drawn.to_crs(LAMBERT), units.to_crs(LAMBERT)
    tree = shapely.STRtree(own.geometry.to_numpy())
    owners = defaultdict(set)
    for name, shape in zip(flat["cpts_id"], flat.geometry):
        shape = shape if shape.is_valid else shape.buffer(0)
        near = tree.query(shape, predicate="intersects")
        inside = own.geometry.to_numpy()[near]
        shapely.prepare(shape)
        share = np.ones(len(near))
        cut = ~shapely.covers(shape, inside)
        share[cut] = shapely.area(shapely.intersection(inside[cut], shape)) / shapely.area(inside[cut])
        for place in near[share > 0.5]:
            owners[own["commune"].iloc[place]].add(name)
    return {code: frozenset(owners.get(code, ())) for code in own["commune"]}


def by_maup(drawn, units):
    """What `maup.assign` gives; nothing where it is not installed."""
    try:
        import maup
    except ImportError:
        return None
    flat, own = drawn.to_crs(LAMBERT), units.to_crs(LAMBERT)
    flat["geometry"] = flat.geometry.buffer(0)
    given = maup.assign(own.reset_index(drop=True), flat)
    names = flat["cpts_id"]
    return {code: frozenset() if np.isnan(place) else frozenset([names.iloc[int(place)]])
            for code, place in zip(own["commune"], given)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", type=Path, default=ROOT / ".build/release/coverage-report")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", nargs="+", choices=EDITIONS, default=EDITIONS)
    parser.add_argument("--growth", action="store_true")
    options = parser.parse_args()
    folder = OUT / "alignment"
    folder.mkdir(parents=True, exist_ok=True)
    cpts = read_cpts(ROOT / "data/demo/cpts.csv", DAY)
    pairs, units, _ = read_members(ROOT / "data/demo/perimetres.csv", cpts, UNITS)
    there = units[~units.geometry.isna()]
    owners = defaultdict(set)
    for name, unit in zip(pairs["cpts_id"], pairs["unit"]):
        owners[units.loc[unit, "commune"]].add(name)
    truth = {code: frozenset(owners.get(code, ())) for code in there["commune"]}
    print(f"{len(truth)} communes; s: median of {options.runs}; %: whole and of the right CPTS, of all")
    print(f"{'':<12}{'s':>6}{'cut':>8}{'%':>8}{'named':>12}{'cut':>8}{'%':>8}{'majority %':>12}{'maup %':>9}"
          f"{'differ from majority':>22}")
    results, worst = {}, 1.0
    for name in options.only:
        drawn = territories(cpts, pairs, units, name)
        path = folder / f"{name.replace(' ', '-')}.gpkg"
        write(drawn, path)
        output = folder / name.replace(" ", "-")
        seconds = median(report(options.command, path, output) for _ in range(options.runs))
        found, cut, named = read_back(output)
        first = (cut, right(found, truth))
        if named:
            report(options.command, path, output, ["--sliver-width", named[0], "--sliver-people", named[1]])
            found, cut, _ = read_back(output)
        others, assigned = by_majority(drawn, there), by_maup(drawn, there)
        sure = {code: names for code, names in truth.items() if len(names) < 2}
        differ = [code for code in truth if code in found and found[code] != others[code]]
        share = right(found, truth)
        worst = min(worst, share)
        print(f"{name:<12}{seconds:>6.2f}{first[0]:>8}{100 * first[1]:>8.2f}{' '.join(named or ['—']):>12}{cut:>8}"
              f"{100 * share:>8.2f}{100 * right(others, truth):>12.2f}"
              f"{100 * right(assigned, sure) if assigned else float('nan'):>9.2f}{len(differ):>22}", flush=True)
        for code in differ[:10]:
            print(f"    {code}: list {sorted(truth[code])}, ours {sorted(found[code])}, majority {sorted(others[code])}")
        results[name] = {"seconds": seconds, "cut": first[0], "right": first[1], "thresholds": named,
                         "cut_with_them": cut, "right_with_them": share, "differ": len(differ)}
    if options.growth:
        grow(options.command, folder / "metre.gpkg", options.runs)
    (folder / "alignment.json").write_text(json.dumps(results, indent=2) + "\n")
    sys.exit(0 if worst >= ENOUGH else 1)


if __name__ == "__main__":
    main()
