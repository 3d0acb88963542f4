"""What `agree_grid.py` holds the tool to: exactextract's sums on the land of each territory, borders drawn two ways.

Not a peer, and not timed. The tool counts people in units only, so what a territory has outside all of them (the sea
half of a cell on the coast) is cut off first. A border straight in degrees bends in the grid's plane, where a border is
straight between projected vertices: `population_grille` takes it straight, `population_grille_bent` in short steps.
"""

from concurrent.futures import ThreadPoolExecutor

import geopandas as gpd
import numpy as np
import shapely

import grid_exactextract
from common import GRID, UNITS, arguments
from drawn_geopandas import polygonal
from geopandas_inputs import read_units
from grid_cells import SYSTEM, read_cells
from report_geopandas import dissolve_groups

STEP = 0.001
"""Longest edge in degrees; ten times shorter ones change the sums by less than 1e-7."""


def land(pool):
    """Ground of all the units of Europe, by department."""
    units, _ = read_units(UNITS)
    units = units[~units["dep"].str.startswith("97")].sort_values("dep", kind="stable")
    return np.array(dissolve_groups(units, units["dep"], units.index, pool))


def on_land(drawn, ground):
    """Numbers of the territories that have land here, and this land in degrees.

    Departments overlap a little: what two of them share is there once.
    """
    territory, place = shapely.STRtree(ground).query(drawn, predicate="intersects")
    pieces = shapely.intersection(drawn[territory], ground[place])
    here = np.unique(territory)
    return here, polygonal(np.array([shapely.union_all(pieces[territory == row]) for row in here]))


def sums(shapes):
    """People of each shape."""
    flat = gpd.GeoSeries(shapes, crs=4326).to_crs(SYSTEM).make_valid(method="structure").to_numpy()
    return grid_exactextract.sums(gpd.GeoDataFrame(geometry=polygonal(flat.copy()), crs=SYSTEM)).round(6)


def main():
    options = arguments("exactextract", GRID)
    grid_exactextract.CELLS = grid_exactextract.raster(*read_cells(options.grid, options.jobs))
    drawn = gpd.read_file(options.cpts, columns=["cpts_id"], use_arrow=True).to_crs(4326)
    with ThreadPoolExecutor(options.jobs) as pool:
        here, shapes = on_land(drawn.geometry.make_valid(method="structure").to_numpy(), land(pool))
    table = drawn.loc[here, ["cpts_id"]].assign(
        population_grille=sums(shapes), population_grille_bent=sums(shapely.segmentize(shapes, STEP)))
    table.sort_values("cpts_id").to_csv(options.output / "cpts.csv", index=False)


if __name__ == "__main__":
    main()
