"""The report's work in geopandas: pandas for the people, shapely 2 (vectorised) for the shapes."""

from concurrent.futures import ThreadPoolExecutor

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

import geopandas_tables as tables
from common import METRIC, WHITE_BELOW, arguments
from geopandas_inputs import read_cpts, read_members


def dissolve(shapes):
    """Union of some units.

    The coverage union is several times faster than the general one, and wrong where units do not match
    their neighbours, which some do not.
    """
    drawn = shapes[~shapely.is_missing(shapes)]
    return shapely.coverage_union_all(drawn) if shapely.coverage_is_valid(drawn) else shapely.union_all(drawn)


def dissolve_groups(units, keys, members, pool):
    """One shape for each distinct key, in the order of the keys, which must be sorted."""
    shapes = units.geometry.reindex(members).to_numpy()
    keys = keys.to_numpy()
    starts = np.flatnonzero(keys[1:] != keys[:-1]) + 1
    return list(pool.map(dissolve, np.split(shapes, starts)))


def white_zones(units, pool):
    """Labels the white units by zone in column `zone`, and returns the borders of zones with covered units.

    Contiguity is a shared border of positive length. A border is the part of one unit's outline
    that lies in the other unit, so that slivers where two outlines cross count as border too.
    """
    flat = units.geometry.to_crs(METRIC)
    shapes, outlines = flat.to_numpy(), flat.boundary.to_numpy()
    white = np.flatnonzero(units["rank"] < WHITE_BELOW)
    left, right = flat.sindex.query(shapes[white], predicate="intersects")
    left, is_white = white[left], (units["rank"] < WHITE_BELOW).to_numpy()
    once = ~is_white[right] | (left < right)
    left, right = left[once], right[once]
    chunks = np.array_split(np.arange(len(left)), 64)
    lengths = np.concatenate(list(pool.map(
        lambda part: shapely.length(shapely.intersection(shapes[left[part]], outlines[right[part]])), chunks)))
    left, right, lengths = (column[lengths > 0] for column in (left, right, lengths))

    inside = is_white[right]
    graph = coo_array((lengths[inside], (left[inside], right[inside])), shape=(len(units), len(units)))
    label = connected_components(graph, directed=False)[1]
    ranked = units.assign(label=label, people=units["population"].fillna(-1))[is_white].sort_values(
        ["label", "people", "code"], ascending=[True, False, True])
    names = "ZB-" + ranked.index.to_series().groupby(ranked["label"]).first()
    units["zone"] = pd.Series(label, units.index).map(names).where(is_white)
    units["area"] = flat.area.fillna(0) / 1e6
    return pd.DataFrame({"zone": units["zone"].to_numpy()[left[~inside]],
                         "unit": units.index.to_numpy()[right[~inside]],
                         "km": lengths[~inside] / 1000})


def write(options, name, table, shapes=None):
    """The CSV and, with shapes, the GeoJSON of a table."""
    table.to_csv(options.output / f"{name}.csv", index=False)
    if shapes is not None:
        gpd.GeoDataFrame(table, geometry=shapes, crs=4326).to_file(
            options.output / f"{name}.geojson", driver="GeoJSON", engine="pyogrio", use_arrow=True, RFC7946="YES")


def main():
    options = arguments("geopandas")
    with ThreadPoolExecutor(options.jobs) as pool:
        cpts = read_cpts(options.cpts, options.at)
        pairs, units, communes = read_members(options.members, cpts, options.units)
        by_unit = pairs.groupby("unit")["rank"].agg(["max", "size"])
        units["rank"] = by_unit["max"].reindex(units.index, fill_value=0)
        units["covers"] = by_unit["size"].reindex(units.index, fill_value=0)
        borders = white_zones(units, pool)
        rows = pairs.join(units[["commune", "dep", "reg", "population", "area"]], on="unit")

        cpts = tables.cpts_table(cpts, units, rows)
        shapes = dissolve_groups(units, rows["cpts_id"], rows["unit"], pool)
        cpts["nb_parties"] = shapely.get_num_geometries(shapes)
        overlaps, shared = tables.overlaps_table(cpts, units, rows)
        overlap_shapes = dissolve_groups(units, shared["cpts_a"] + "|" + shared["cpts_b"], shared["unit"], pool)
        around = tables.neighbours(borders, units.groupby("zone")["population"].sum().astype(int), cpts, rows)
        zones = tables.zones_table(units, around)
        zoned = units["zone"].dropna().sort_values(kind="stable")
        zone_shapes = dissolve_groups(units, zoned, zoned.index, pool)

        write(options, "couverture", tables.coverage(units))
        places = tables.communes_table(units, communes, rows).reset_index()
        write(options, "communes", places, communes.geometry.to_numpy())
        write(options, "cpts", cpts.reset_index(), shapes)
        write(options, "chevauchements", overlaps, overlap_shapes)
        write(options, "zones_blanches", zones.reset_index(), zone_shapes)
        write(options, "zones_blanches_voisins", around)


if __name__ == "__main__":
    main()
