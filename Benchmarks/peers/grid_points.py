"""People of each territory from gridded cells, with geopandas: a cell counts where its centre is."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import shapely

from common import GRID, arguments
from grid_cells import SIDE, read_cells, read_territories, write

CHUNKS = 64


def main():
    options = arguments("geopandas", GRID)
    east, north, people = read_cells(options.grid, options.jobs)
    territories = read_territories(options.cpts)
    tree = shapely.STRtree(shapely.points(east + SIDE / 2, north + SIDE / 2))
    shapes = territories.geometry.to_numpy()

    def sums(rows):
        """People of some territories; each query prepares its own outlines."""
        territory, cell = tree.query(shapes[rows], predicate="intersects")
        return np.bincount(territory, people[cell], len(rows))

    with ThreadPoolExecutor(options.jobs) as pool:
        found = np.concatenate(list(pool.map(sums, np.array_split(np.arange(len(shapes)), CHUNKS))))
    write(options.output, territories, found)


if __name__ == "__main__":
    main()
