"""People of each territory from gridded cells, with exactextract: the exact fraction of each cell."""

import multiprocessing

import numpy as np
from exactextract import exact_extract
from exactextract.raster import NumPyRasterSource

from common import GRID, arguments
from grid_cells import SIDE, SYSTEM, read_cells, read_territories, write


def raster(east, north, people):
    """The cells as a dense raster, north up. Single precision suffices: `Ind` has few digits, sums are in double."""
    west, south = east.min(), north.min()
    top = north.max() + SIDE
    rows, columns = (top - south) // SIDE, (east.max() + SIDE - west) // SIDE
    values = np.zeros((rows, columns), dtype=np.float32)
    values[(top - SIDE - north) // SIDE, (east - west) // SIDE] = people
    return NumPyRasterSource(values, xmin=west, ymin=south, xmax=west + columns * SIDE, ymax=top, srs_wkt=SYSTEM)


def sums(territories):
    """People of some territories. Reads the raster that its process inherited."""
    found = exact_extract(CELLS, territories, ["sum"], output="pandas", strategy="raster-sequential")
    return found["sum"].to_numpy()


def main():
    global CELLS
    options = arguments("exactextract", GRID)
    CELLS = raster(*read_cells(options.grid, options.jobs))
    territories = read_territories(options.cpts)
    if options.jobs == 1:
        people = sums(territories)
    else:
        # The library holds Python's lock: only processes work side by side, and a fork shares the raster.
        shares = np.array_split(np.arange(len(territories)), options.jobs)
        with multiprocessing.get_context("fork").Pool(options.jobs) as pool:
            people = np.concatenate(pool.map(sums, [territories.iloc[share] for share in shares]))
    write(options.output, territories, people)


if __name__ == "__main__":
    main()
