"""The report's work on drawn territories, in geopandas: overlays of what is cut, and of nothing else."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

import drawn_tables as tables
from common import DRAWN, EQUAL_AREA, STAGES, WHITE_BELOW, arguments
from geopandas_inputs import read_units
from geojson import write_geojson
from report_geopandas import dissolve

CHUNKS = 64


def in_chunks(pool, function, *columns):
    """A vectorised function over columns, by chunks shared between the threads."""
    rows = np.array_split(np.arange(len(columns[0])), CHUNKS)
    return np.concatenate(list(pool.map(lambda row: function(*(column[row] for column in columns)), rows)))


def projected(places, pool):
    """Shapes in the plane; the few that the projection makes invalid are repaired.

    Rounded to a tenth of a millimetre, so that borders drawn in another system meet those of the units again.
    """
    shapes = places.geometry.to_crs(EQUAL_AREA).to_numpy()
    shapes = in_chunks(pool, lambda chunk: shapely.transform(chunk, lambda positions: positions.round(4)), shapes)
    broken = ~in_chunks(pool, shapely.is_valid, shapes) & ~shapely.is_missing(shapes)
    shapes[broken] = shapely.make_valid(shapes[broken], method="structure")
    return shapes


def polygonal(shapes):
    """Overlays with their polygons alone: two borders that touch also share lines and points."""
    mixed = shapely.get_type_id(shapes) == shapely.GeometryType.GEOMETRYCOLLECTION
    for place in np.flatnonzero(mixed):
        parts = shapely.get_parts(shapes[place])
        shapes[place] = shapely.multipolygons(shapely.get_parts(parts[shapely.area(parts) > 0]))
    return shapes


def related(pool, tree, shapes, predicate):
    """Pairs (shape, shape of the tree) for which a predicate holds; each query prepares its own shapes."""
    rows = np.array_split(np.arange(len(shapes)), CHUNKS)
    found = list(pool.map(lambda row: (row, tree.query(shapes[row], predicate=predicate)), rows))
    return np.hstack([np.stack([row[left], right]) for row, (left, right) in found])


def shares(units, territories, pool):
    """Rows (territory, unit, area, piece): which part of which unit each territory covers.

    Units inside a territory are known by a predicate; only the others that it meets are overlaid. (Telling those that
    merely touch would save a second, but predicates contradict each other on borders a nanometre apart.) `piece` is
    the number of the overlay, or -1 for a whole unit.
    """
    tree = shapely.STRtree(units)
    whole = related(pool, tree, territories, "covers")
    cut = related(pool, tree, territories, "intersects")
    cut = cut[:, ~np.isin(cut[0] * len(units) + cut[1], whole[0] * len(units) + whole[1])]
    pieces = in_chunks(pool, shapely.intersection, territories[cut[0]], units[cut[1]])
    table = pd.DataFrame({
        "territory": np.r_[whole[0], cut[0]], "unit": np.r_[whole[1], cut[1]],
        "area": np.r_[shapely.area(units[whole[1]]), shapely.area(pieces)],
        "piece": np.r_[np.full(whole.shape[1], -1), np.arange(len(pieces))]})
    return table[table["area"] > 0], pieces


def united(pieces):
    """Union of the pieces of one unit, most often a single one."""
    return pieces[0] if len(pieces) == 1 else shapely.union_all(pieces)


def covered_areas(units, rows, pieces, pool):
    """Area of each unit under each stage or a higher one, counted once: a column a rank, from 0.

    Also the union of what covers each unit that is cut at `lettre_intention`, by unit.
    """
    areas = np.zeros((len(units), len(STAGES)))
    areas[:, 0] = shapely.area(units)
    unions = None
    for rank in range(1, len(STAGES)):
        at_least = rows[rows["rank"] >= rank]
        inside = at_least.loc[at_least["piece"] < 0, "unit"].unique()
        partly = at_least[~at_least["unit"].isin(inside)].sort_values("unit", kind="stable")
        cut, starts = np.unique(partly["unit"], return_index=True)
        groups = np.split(pieces[partly["piece"]], starts[1:])
        shapes = np.array(list(pool.map(united, groups)))
        areas[inside, rank] = areas[inside, 0]
        areas[cut, rank] = shapely.area(shapes)
        if rank == WHITE_BELOW:
            unions = pd.Series(shapes, cut)
    return areas, unions


def white_zones(units, covered, cuts, departments, pool):
    """Uncovered land in contiguous parts: their shapes, and rows (zone, unit, area) of what each is made of.

    Whole units first, by department, with the fast union; the general one then joins them and the pieces.
    """
    whole = np.flatnonzero(~covered & ~shapely.is_missing(units))
    order = whole[np.argsort(departments[whole], kind="stable")]
    starts = np.flatnonzero(departments[order][1:] != departments[order][:-1]) + 1
    dissolved = np.array(list(pool.map(dissolve, np.split(units[order], starts))))
    left = in_chunks(pool, shapely.difference, units[cuts.index], cuts.to_numpy())
    zones = shapely.get_parts(shapely.union_all(np.r_[dissolved, left]))

    parts, source = shapely.get_parts(np.r_[units[whole], left], return_index=True)
    some = ~shapely.is_empty(parts)
    parts, unit = parts[some], np.r_[whole, cuts.index][source[some]]
    rows = matched(parts, zones, pool)
    rows["unit"] = unit[rows["part"]]
    named, rows["zone"] = np.unique(rows["zone"], return_inverse=True)
    # A unit without a shape is a zone alone: its people are still uncovered.
    unknown = np.flatnonzero(shapely.is_missing(units))
    alone = pd.DataFrame({"zone": len(named) + np.arange(len(unknown)), "unit": unknown, "area": 0.0})
    return np.r_[zones[named], units[unknown]], pd.concat([rows, alone], ignore_index=True)


def matched(parts, zones, pool):
    """Rows (zone, part, area): by a point inside each part; where that says nothing, by the ground they share.

    The union drops spikes and necks thinner than its precision: the point of a part may lie in one, and a part may
    fall into two zones.
    """
    zone, part = related(pool, shapely.STRtree(shapely.point_on_surface(parts)), zones, "intersects")
    doubtful = np.ones(len(parts), dtype=bool)
    doubtful[part] = False
    lonely = zones[np.setdiff1d(np.arange(len(zones)), zone)]
    doubtful[related(pool, shapely.STRtree(parts), lonely, "intersects")[1]] = True
    near, other = related(pool, shapely.STRtree(parts[doubtful]), zones, "intersects")
    other = np.flatnonzero(doubtful)[other]
    common = shapely.area(in_chunks(pool, shapely.intersection, parts[other], zones[near]))
    sure = ~doubtful[part]
    rows = pd.DataFrame({"zone": np.r_[zone[sure], near], "part": np.r_[part[sure], other],
                         "area": np.r_[shapely.area(parts[part[sure]]), common]})
    return rows[rows["area"] > 0].copy()


def overlaps(territories, rows, pieces, pool):
    """Pairs of territories with their common ground, and the area of each unit in it."""
    left, right = related(pool, shapely.STRtree(territories), territories, "intersects")
    left, right = left[left < right], right[left < right]
    shapes = polygonal(in_chunks(pool, shapely.intersection, territories[left], territories[right]))
    pairs = pd.DataFrame({"a": left, "b": right, "shape": shapes, "square_metres": shapely.area(shapes)})
    pairs = pairs[pairs["square_metres"] > 1].sort_values(["a", "b"]).reset_index(drop=True)

    columns = ["unit", "territory", "area", "piece"]
    shared = rows[columns].merge(rows[columns], on="unit", suffixes=("_a", "_b"))
    shared = shared[shared["territory_a"] < shared["territory_b"]].copy()
    shared["area"] = shared[["area_a", "area_b"]].min(axis=1)
    both = ((shared["piece_a"] >= 0) & (shared["piece_b"] >= 0)).to_numpy()
    cut = shared[both]
    shared.loc[both, "area"] = shapely.area(in_chunks(
        pool, shapely.intersection, pieces[cut["piece_a"]], pieces[cut["piece_b"]]))
    shared = shared.rename(columns={"territory_a": "a", "territory_b": "b"})
    return pairs, shared.loc[shared["area"] > 0, ["a", "b", "unit", "area"]]


def to_map(shapes):
    """Shapes of the plane back in degrees."""
    return gpd.GeoSeries(shapes, crs=EQUAL_AREA).to_crs(4326).to_numpy()


def main():
    options = arguments("geopandas", DRAWN)
    with ThreadPoolExecutor(options.jobs) as pool:
        places, communes = read_units(options.units)
        drawn = gpd.read_file(options.cpts, use_arrow=True).sort_values("cpts_id", ignore_index=True)
        drawn["rank"] = drawn["stade"].map(STAGES.index)
        units, territories = projected(places, pool), projected(drawn, pool)
        places = places.reset_index()

        rows, pieces = shares(units, territories, pool)
        rows["rank"] = drawn["rank"].to_numpy()[rows["territory"]]
        areas, cuts = covered_areas(units, rows, pieces, pool)
        areas = np.nan_to_num(areas)
        whole = areas[:, 0]
        rows["people"] = tables.prorated(places, whole, rows)
        covered = np.zeros(len(units), dtype=bool)
        covered[rows.loc[rows["rank"] >= WHITE_BELOW, "unit"]] = True
        zones, made_of = white_zones(units, covered, cuts, places["dep"].to_numpy(), pool)
        made_of["people"] = tables.prorated(places, whole, made_of)
        pairs, shared = overlaps(territories, rows, pieces, pool)
        shared["people"] = tables.prorated(places, whole, shared)

        cpts = tables.territories(drawn, places, rows)
        files = {
            "couverture": (tables.coverage(places, areas), None),
            "communes": (tables.communes(communes, places, areas, drawn, rows), communes.geometry.to_numpy()),
            "cpts": (cpts, drawn.to_crs(4326).geometry.to_numpy()),
            "chevauchements": (tables.overlaps(cpts, drawn["rank"], places, pairs, shared), to_map(pairs["shape"])),
            "zones_blanches": (tables.zones(places, zones, made_of), to_map(zones)),
        }
        for name, (table, shapes) in files.items():
            table.to_csv(options.output / f"{name}.csv", index=False)
            if shapes is not None:
                write_geojson(options.output / f"{name}.geojson", table, shapes, partial(in_chunks, pool))


if __name__ == "__main__":
    main()
