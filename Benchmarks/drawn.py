#!/usr/bin/env python3
"""Writes the study's territories as polygons, most of them drawn on commune borders and some of them by hand.

    drawn.py --output DIR

`france-4326.gpkg` holds every territory, `france-2154.gpkg` those of metropolitan France in Lambert-93; layer
`territoires`, columns `cpts_id`, `cpts_nom`, `stade`. To the CPTS of the demonstration are added some that nobody
listed: discs of communes across the others, and quarters of cities. All are FICTITIOUS; one seed gives one file.
Needs the libraries of `requirements.txt`.
"""

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely

import freehand

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "Benchmarks/peers"))

from common import STAGES  # noqa: E402
from geopandas_inputs import read_cpts, read_members  # noqa: E402
from report_geopandas import dissolve, dissolve_groups  # noqa: E402

DISCS, QUARTERS = 78, 16
"""Territories that the demonstration does not have."""

BY_HAND = 0.9
"""Share of the territories that somebody drew; the others follow commune borders everywhere."""

LAYER = "territoires"
WRITTEN = "2022-12-31T00:00:00.000Z"


def demonstration(day):
    """The CPTS of the demonstration as unions of units, and the units."""
    cpts = read_cpts(ROOT / "data/demo/cpts.csv", day)
    pairs, units, _ = read_members(ROOT / "data/demo/perimetres.csv", cpts, ROOT / "data/france/units-france.gpkg")
    with ThreadPoolExecutor() as pool:
        shapes = dissolve_groups(units, pairs["cpts_id"], pairs["unit"], pool)
    table = cpts.loc[pairs["cpts_id"].unique()].reset_index()
    return table.assign(geometry=shapes), units[~units.geometry.isna()]


def discs(units, random):
    """Territories made of the units nearest to one of them, whoever has them already."""
    centres = shapely.get_coordinates(shapely.centroid(units.geometry.to_numpy()))
    centres[:, 0] *= np.cos(np.radians(centres[:, 1]))
    for seed in random.choice(len(units), DISCS, replace=False):
        near = np.argsort(((centres - centres[seed]) ** 2).sum(axis=1), kind="stable")[:random.integers(25, 71)]
        yield f"CPTS fictive Bassin de {units['nom'].iloc[seed]}", dissolve(units.geometry.to_numpy()[np.sort(near)])


def quarters(units, random):
    """Quarters of the largest units."""
    for _, city in units.nlargest(QUARTERS, "population").iterrows():
        yield f"CPTS fictive Quartier de {city['nom']}", freehand.quarter(city.geometry, random)


def territories(day, seed):
    """All the territories in EPSG:4326, valid, sorted by identifier; and the units they were drawn over."""
    random = np.random.default_rng(seed)
    table, units = demonstration(day)
    table["geometry"] = [freehand.redraw(shape, random) if random.random() < BY_HAND else shape
                         for shape in table["geometry"]]
    added = [(name, freehand.redraw(shape, random) if random.random() < BY_HAND else shape)
             for name, shape in discs(units, random)]
    added += list(quarters(units, random))
    extra = pd.DataFrame(added, columns=["cpts_nom", "geometry"])
    extra["cpts_id"] = [f"FICTIF-D{number:03}" for number in range(1, len(extra) + 1)]
    extra["rank"] = random.integers(1, len(STAGES), len(extra))
    table = pd.concat([table, extra], ignore_index=True)
    table["stade"] = np.array(STAGES)[table["rank"]]
    return gpd.GeoDataFrame(table[["cpts_id", "cpts_nom", "stade", "geometry"]], crs=4326), units


def write(table, path):
    """A GeoPackage with the same bytes for the same table; without a spatial index, which `copies.py` cannot fill."""
    path.unlink(missing_ok=True)
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": WRITTEN})
    table.to_file(path, layer=LAYER, engine="pyogrio", promote_to_multi=True, SPATIAL_INDEX="NO")


def metropolitan(table):
    """The territories of metropolitan France in Lambert-93, with all the digits that PROJ gives."""
    bounds = table.geometry.bounds
    return table[(bounds["miny"] > 40) & (bounds["minx"] > -6)].to_crs(2154)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--at", default="2022-12-31")
    parser.add_argument("--seed", type=int, default=2022)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    table, units = territories(options.at, options.seed)
    if not table.is_valid.all():
        sys.exit("a territory is not valid: " + ", ".join(table.loc[~table.is_valid, "cpts_id"]))
    flat = metropolitan(table)
    write(table, options.output / "france-4326.gpkg")
    write(flat, options.output / "france-2154.gpkg")
    vertices = shapely.get_coordinates(table.geometry.to_numpy())
    known = pd.MultiIndex.from_arrays(shapely.get_coordinates(units.geometry.to_numpy()).T)
    drawn = ~pd.MultiIndex.from_arrays(vertices.T).isin(known)
    print(f"{len(table)} territories, {len(vertices)} vertices, of which {drawn.mean():.1%} on no commune's;"
          f" {len(flat)} in metropolitan France, {(~flat.is_valid).sum()} made invalid by the projection")


if __name__ == "__main__":
    main()
