"""Land without project as the tool's report leaves it, rebuilt from the units: its contiguous components as graphs.

Nothing of the tool's cut is used but the answer that is judged: which unit is in which sector.
"""

import csv
import json
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

csv.field_size_limit(1 << 24)

EARTH_METRES = 6_371_008.8
CITIES = {"13055", "69123", "75056"}
"""In the tables of communes and sectors; their arrondissements are the units."""
WITHOUT_PROJECT = {"atone", "reliquat"}


@dataclass
class Component:
    """Contiguous land without project: units in the order of their codes."""

    zone: str
    units: gpd.GeoDataFrame
    people: np.ndarray
    beside: list
    """Places of the neighbours of each unit."""
    areas: dict
    """Numbers of the bassin and EPCI of each unit, -1 where it has none."""
    departments: np.ndarray
    metres: np.ndarray
    """From each unit to each, whole."""
    plane: np.ndarray
    """Coordinates of each unit, metres."""
    ours: np.ndarray
    """The sector of each unit by the report."""

    @property
    def name(self):
        return self.units["nom"].iloc[int(np.argmax(self.people))]

    @property
    def total(self):
        return int(self.people.sum())

    def piece_around(self, start, places):
        """What hangs together with one unit among some."""
        left = {int(place) for place in places} - {start}
        piece, found = {start}, [start]
        while found:
            near = left.intersection(self.beside[found.pop()])
            left -= near
            piece |= near
            found += near
        return piece

    def is_of_one_piece(self, places):
        return len(self.piece_around(int(places[0]), places)) == len(places)


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_units(gpkg, bassins):
    """Communes and, in place of the three cities, their arrondissements, with their bassin, EPCI and department."""
    units = gpd.read_file(gpkg, use_arrow=True).set_index("code", drop=False)
    home = units["parent"].where(units["parent"].fillna("") != "", units["code"])
    for column in ("dep", "epci"):
        units[column] = units[column].where(units[column].fillna("") != "", units[column].reindex(home).to_numpy())
    units["bassin"] = home.map({row["code"]: row["bv2022"] for row in read(bassins)})
    return units[~units["code"].isin(CITIES)].sort_index()


def sectors_of_units(report, units):
    """The sector of each unit without project; arrondissements are found by a point on them in the sector's shape."""
    sectors = [row for row in read(report / "secteurs.csv") if row["nature"] in WITHOUT_PROJECT]
    found = {code: row["secteur"] for row in sectors for code in row["communes"].split("|")}
    in_cities = {row["secteur"] for row in sectors if CITIES & set(row["communes"].split("|"))}
    with open(report / "secteurs.geojson", encoding="utf-8") as file:
        shapes = {feature["properties"]["secteur"]: shapely.geometry.shape(feature["geometry"])
                  for feature in json.load(file)["features"] if feature["properties"]["secteur"] in in_cities}
    districts = units[units["type"] == "ARM"]
    for code, point in districts.geometry.representative_point().items():
        found.update({code: sector for sector, shape in shapes.items() if shape.contains(point)})
    return {code: sector for code, sector in found.items() if code not in CITIES}, sectors


def borders(shapes):
    """Pairs of units with a common border of positive length, each once.

    A border is what of one unit's outline lies in the other: so crossing outlines count too.
    """
    left, right = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    once = left < right
    left, right = left[once], right[once]
    lengths = shapely.length(shapely.intersection(shapes[left], shapely.boundary(shapes[right])))
    return left[lengths > 0], right[lengths > 0]


def centres(shapes):
    """The centroid of the largest ring of each unit, as a vector on the globe."""
    parts, owner = shapely.get_parts(shapes, return_index=True)
    rings = shapely.polygons(shapely.get_exterior_ring(parts))
    order = np.lexsort((-shapely.area(rings), owner))
    largest = order[np.unique(owner[order], return_index=True)[1]]
    east, north = np.radians(shapely.get_coordinates(shapely.centroid(rings[largest]))).T
    return np.column_stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)])


def whole_metres(vectors):
    chords = np.linalg.norm(vectors[:, None] - vectors[None], axis=2)
    return np.floor(2 * EARTH_METRES * np.arcsin(np.minimum(1, chords / 2)) + 0.5).astype(np.int64)


def flattened(vectors):
    """Metres on the plane that touches the globe in their middle."""
    middle = vectors.mean(axis=0)
    middle /= np.linalg.norm(middle)
    east = np.array([-middle[1], middle[0], 0]) / np.hypot(middle[0], middle[1])
    return EARTH_METRES * vectors @ np.column_stack([east, np.cross(middle, east)])


def numbers(codes):
    """Codes as numbers from 0; -1 where there is none."""
    codes = [code if isinstance(code, str) else "" for code in codes]
    known = {code: number for number, code in enumerate(sorted(set(codes) - {""}))}
    return np.array([known.get(code, -1) for code in codes])


def read_components(report, gpkg, bassins):
    """Components of land without project, the most populous first, and the sectors of the report without project.

    Units without polygon border nothing: they are in no component.
    """
    units = read_units(gpkg, bassins)
    found, sectors = sectors_of_units(report, units)
    units = units[units["code"].isin(found) & units.geometry.notna() & ~units.geometry.is_empty]
    shapes = units.geometry.to_numpy()
    left, right = borders(shapes)
    graph = coo_array((np.ones(len(left)), (left, right)), shape=(len(units), len(units)))
    _, label = connected_components(graph, directed=False)
    beside = [[] for _ in range(len(units))]
    for one, other in zip(left.tolist(), right.tolist()):
        beside[one].append(other)
        beside[other].append(one)
    zones = {row["secteur"]: row["zone"] for row in sectors}
    vectors = centres(shapes)
    components = []
    for places in np.split(np.argsort(label, kind="stable"), np.cumsum(np.bincount(label))[:-1]):
        own = units.iloc[places]
        place_of = {place: number for number, place in enumerate(places.tolist())}
        ours = own["code"].map(found).to_numpy()
        components.append(Component(
            zone=zones[ours[0]], units=own, people=own["population_municipale"].to_numpy().astype(np.int64),
            beside=[sorted(place_of[other] for other in beside[place]) for place in places.tolist()],
            areas={"bassin": numbers(own["bassin"]), "epci": numbers(own["epci"])},
            departments=numbers(own["dep"]), metres=whole_metres(vectors[places]),
            plane=flattened(vectors[places]), ours=ours))
    return sorted(components, key=lambda component: -component.total), sectors
