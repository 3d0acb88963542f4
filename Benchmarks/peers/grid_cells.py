"""What the peers of the grid share: the cells, the territories and the file that both write."""

import geopandas as gpd
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

SIDE = 200
SYSTEM = "EPSG:3035"
NORTH, EAST = slice(15, 22), slice(23, 30)
"""Where the coordinates of the lower left corner are in `CRS3035RES200mN2029400E4259000`."""


def read_cells(path, jobs):
    """Columns of the cells: east and north of the lower left corner in metres, and people."""
    pa.set_cpu_count(jobs)
    table = pa.csv.read_csv(path, convert_options=pa.csv.ConvertOptions(
        include_columns=["IdINSPIRE", "Ind"], column_types={"Ind": pa.float64()}))
    names = table["IdINSPIRE"]
    east, north = (pc.cast(pc.utf8_slice_codeunits(names, part.start, part.stop), pa.int32()).to_numpy()
                   for part in (EAST, NORTH))
    return east, north, table["Ind"].to_numpy()


def read_territories(path):
    """Territories of Europe, valid, in the grid's system."""
    drawn = gpd.read_file(path, columns=["cpts_id"], use_arrow=True).sort_values("cpts_id", ignore_index=True)
    bounds = drawn.geometry.to_crs(4326).bounds
    near = drawn[(bounds["miny"] > 34) & (bounds["minx"] > -15) & (bounds["maxx"] < 45)]
    near = near.to_crs(SYSTEM)
    near["geometry"] = near.geometry.make_valid(method="structure")
    return near.reset_index(drop=True)


def write(output, territories, people):
    """`cpts.csv`, with the one column that the tool has too."""
    table = territories[["cpts_id"]].assign(population_grille=np.round(people, 6))
    table.to_csv(output / "cpts.csv", index=False)
