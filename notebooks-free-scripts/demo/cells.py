"""Elementary cells (communes, and arrondissements in place of Paris, Lyon, Marseille).

Two cells are neighbours when their polygons hold the same segment, read from
the GeoPackage bit for bit.
"""

import math
import sqlite3
import struct


class Cell:
    """One commune or arrondissement, with its place and its neighbours."""

    def __init__(self, code, name, people, dep, reg, epci):
        self.code = code
        self.name = name
        self.people = people
        self.dep = dep
        self.reg = reg
        self.epci = epci
        self.x = self.y = None
        self.km2 = 0.0
        self.neighbours = {}

    @property
    def known_people(self):
        return self.people or 0

    @property
    def kind(self):
        """Rough class of density: rural, intermediaire or urbain."""
        density = self.known_people / self.km2 if self.km2 else 0
        if self.known_people < 2500 or density < 150:
            return "rural"
        return "urbain" if density >= 1400 else "intermediaire"


def rings(blob):
    """Each ring of a little-endian MultiPolygon: a list of 16-byte points."""
    position = 8 + {0: 0, 1: 32}[(blob[3] >> 1) & 7] + 5
    polygons = struct.unpack_from("<I", blob, position)[0]
    position += 4
    for _ in range(polygons):
        count = struct.unpack_from("<I", blob, position + 5)[0]
        position += 9
        for _ in range(count):
            size = struct.unpack_from("<I", blob, position)[0]
            position += 4
            yield [blob[at:at + 16] for at in range(position, position + 16 * size, 16)]
            position += 16 * size


def place(cell, ring_list):
    """Set the cell's planar position (degrees of latitude) and its area."""
    twice = 0.0
    for ring in ring_list:
        points = [struct.unpack("<2d", point) for point in ring]
        for (x1, y1), (x2, y2) in zip(points, points[1:]):
            twice += x1 * y2 - x2 * y1
    outer = [struct.unpack("<2d", point) for point in max(ring_list, key=len)]
    xs = sum(point[0] for point in outer) / len(outer)
    ys = sum(point[1] for point in outer) / len(outer)
    scale = math.cos(math.radians(ys))
    cell.x, cell.y = xs * scale, ys
    cell.km2 = abs(twice) / 2 * scale * 111.2 ** 2


def link(cells, geometries):
    """Fill in the neighbours of each cell: code -> number of shared segments."""
    first_owner = {}
    for code, blob in geometries:
        ring_list = list(rings(blob))
        place(cells[code], ring_list)
        for ring in ring_list:
            for start, end in zip(ring, ring[1:]):
                segment = start + end if start < end else end + start
                other = first_owner.pop(segment, None)
                if other is None:
                    first_owner[segment] = code
                elif other != code:
                    for here, there in ((code, other), (other, code)):
                        known = cells[here].neighbours
                        known[there] = known.get(there, 0) + 1


def read_cells(path):
    """Return ({code: Cell} in order of code, people of all the communes)."""
    base = sqlite3.connect("file:%s?mode=ro" % path, uri=True)
    rows = base.execute(
        "SELECT code, type, nom, population_municipale, dep, reg, epci, parent, geom"
        " FROM units ORDER BY code").fetchall()
    base.close()
    communes = {row[0]: row for row in rows if row[1] == "COM"}
    with_parts = {row[7] for row in rows if row[1] == "ARM"}
    cells, geometries = {}, []
    for code, kind, name, people, dep, reg, epci, parent, blob in rows:
        if code in with_parts:
            continue
        if kind == "ARM":
            dep, reg, epci = communes[parent][4:7]
        cells[code] = Cell(code, name, people, dep, reg, epci or "ILE-" + code)
        if blob is not None:
            geometries.append((code, blob))
    link(cells, geometries)
    for cell in cells.values():
        cell.neighbours = dict(sorted(cell.neighbours.items()))
    return cells, sum(row[3] or 0 for row in communes.values())


def components(cells, codes):
    """Connected pieces of a list of codes, largest first; no geometry, no piece."""
    left = dict.fromkeys(code for code in codes if cells[code].x is not None)
    pieces = []
    for start in list(left):
        if start not in left:
            continue
        del left[start]
        piece, position = [start], 0
        while position < len(piece):
            for other in cells[piece[position]].neighbours:
                if other in left:
                    del left[other]
                    piece.append(other)
            position += 1
        pieces.append(piece)
    return sorted(pieces, key=lambda piece: (-len(piece), piece[0]))
