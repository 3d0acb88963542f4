"""Derive the reference units of all France (communes and arrondissements).

Reads the complete set of units (communes, arrondissements, communes déléguées
and associées, sectors) and writes a small, plain GeoPackage that holds only the
communes (COM) and the arrondissements of Paris, Lyon and Marseille (ARM), with
INSEE's legal populations of 2021, the names of the COG and those of the EPCI.

Coordinates are copied bit for bit, so that neighbours keep exactly the same
border; only the envelope that precedes each geometry is dropped. A missing
geometry stays missing. The same sources give the same bytes.
"""

import os
import sqlite3
import struct
import sys

from france.codes import Parts, Successors
from france.inputs import options_of, tell_digest
from france.names import full_name, read_epci_names, read_labels
from france.people import by_unit, read_people

# The program shows the line that begins with "Population".
DESCRIPTION = """\
Communes de France et arrondissements de Paris, Lyon et Marseille, aux codes du 1er janvier 2025.
Population : Population municipale 2021, INSEE, Licence Ouverte 2.0 (Mayotte : recensement de 2017)
Limites : IGN ADMIN EXPRESS, Licence Ouverte 2.0 ; antérieures à quelque 60 fusions de communes
Noms et codes : INSEE, code officiel géographique 2024, Licence Ouverte 2.0
Communes divisées depuis 2023 (Neussargues en Pinatelle, Essarts en Bocage, Les Hauts-Talican) : \
leur population de 2021 est partagée dans les proportions de 2017"""
LAST_CHANGE = "2025-01-01T00:00:00.000Z"
SQLITE_VERSION_WRITTEN = 3040000
ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}

WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,'
    'AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,'
    'AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,'
    'AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],'
    'AUTHORITY["EPSG","4326"]]'
)

SCHEMA = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
  identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id)
    REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name)
    REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id)
    REFERENCES gpkg_spatial_ref_sys (srs_id));
-- Not in the standard, but its absence sends some readers down a slower path.
CREATE TABLE gpkg_ogr_contents (
  table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER DEFAULT NULL);
CREATE TABLE units (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON,
  code TEXT, type TEXT, nom TEXT, population_municipale INTEGER,
  dep TEXT, reg TEXT, epci TEXT, parent TEXT, epci_nom TEXT);
"""

REFERENCE_SYSTEMS = [
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined",
     "undefined Cartesian coordinate reference system"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined",
     "undefined geographic coordinate reference system"),
    ("WGS 84 geodetic", 4326, "EPSG", 4326, WGS84,
     "longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid"),
]


def without_envelope(blob):
    """Return (blob without envelope, envelope or None) of a GeoPackage geometry."""
    if blob is None:
        return None, None
    if blob[:2] != b"GP":
        raise ValueError("not a GeoPackage geometry")
    flags = blob[3]
    order = "<" if flags & 1 else ">"
    size = ENVELOPE_BYTES[(flags >> 1) & 7]
    envelope = struct.unpack_from(order + "4d", blob, 8) if size else None
    return blob[:3] + bytes([flags & ~0x0E]) + blob[4:8] + blob[8 + size:], envelope


class Unit:
    """A row of the layer; its people are those packaged until INSEE's replace them."""

    def __init__(self, geometry, code, kind, name, people, dep, reg, epci, parent):
        self.geometry = geometry
        self.code = code
        self.kind = kind
        self.name = name
        self.people = people
        self.dep = dep
        self.reg = reg
        self.epci = epci
        self.parent = parent
        self.epci_name = None

    @property
    def row(self):
        return (self.geometry, self.code, self.kind, self.name, self.people, self.dep,
                self.reg, self.epci, self.parent, self.epci_name)


def read_units(path):
    """({code: Unit} in the order of the layer, the extent)."""
    source = sqlite3.connect("file:%s?mode=ro" % path, uri=True)
    query = (
        "SELECT geom, code, type, nom, CAST(population_municipale AS INTEGER),"
        " dep, reg, epci, parent FROM units WHERE type IN ('COM', 'ARM')"
        " ORDER BY type = 'ARM', code")
    units, envelopes = {}, []
    for geom, code, *attributes in source.execute(query):
        blob, envelope = without_envelope(geom)
        units[code] = Unit(blob, code, *attributes)
        if envelope:
            envelopes.append(envelope)
    source.close()
    x1, x2, y1, y2 = zip(*envelopes)
    return units, (min(x1), min(y1), max(x2), max(y2))


def complete(units, options):
    """Give the units INSEE's people and all names; return the communes shared out."""
    successors = Successors(units, Parts(options.source), options.movements)
    people, shared = by_unit(
        read_people(options.population, options.mayotte), units, successors)
    labels, epci_names = read_labels(options.cog), read_epci_names(options.epci)
    for unit in units.values():
        unit.people = people.get(unit.code)
        unit.name = full_name(unit.code, unit.name, labels)
        unit.epci_name = epci_names.get(unit.epci)
    return shared


def write_geopackage(path, rows, extent):
    """Write the GeoPackage beside its final name, then rename it."""
    partial = path + ".partial"
    if os.path.exists(partial):
        os.remove(partial)
    target = sqlite3.connect(partial, isolation_level=None)
    target.execute("PRAGMA page_size = 4096")
    target.execute("PRAGMA application_id = 1196444487")
    target.execute("PRAGMA user_version = 10200")
    target.executescript(SCHEMA)
    target.execute("BEGIN")
    target.executemany(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)", REFERENCE_SYSTEMS)
    target.execute(
        "INSERT INTO gpkg_contents VALUES ('units','features','units',?,?,?,?,?,?,4326)",
        (DESCRIPTION, LAST_CHANGE) + extent)
    target.execute(
        "INSERT INTO gpkg_geometry_columns VALUES"
        " ('units','geom','MULTIPOLYGON',4326,0,0)")
    target.execute("INSERT INTO gpkg_ogr_contents VALUES ('units',?)", (len(rows),))
    target.executemany(
        "INSERT INTO units (geom, code, type, nom, population_municipale, dep, reg,"
        " epci, parent, epci_nom) VALUES (?,?,?,?,?,?,?,?,?,?)", rows)
    target.execute("COMMIT")
    target.execute("VACUUM")
    target.close()
    # SQLite stamps its own version at byte 96: a constant keeps the bytes the same.
    with open(partial, "r+b") as stream:
        stream.seek(96)
        stream.write(struct.pack(">I", SQLITE_VERSION_WRITTEN))
    os.replace(partial, path)


INPUTS = {
    "source": "units-france.gpkg",
    "population": "insee/donnees_communes_2021.csv",
    "mayotte": "insee/donnees_communes_mayotte.csv",
    "movements": "insee/mouvements-communes_2024.csv",
    "cog": "insee/communes_cog2024.csv",
    "epci": "epci.csv",
}


def main():
    options = options_of(__doc__, INPUTS, "data/france/units-france.gpkg")
    if options is None:
        return 66
    units, extent = read_units(options.source)
    shared = complete(units, options)
    write_geopackage(options.output, [unit.row for unit in units.values()], extent)
    tell(units, shared)
    tell_digest(options.output)
    return 0


def tell(units, shared):
    """The figures of data/france/README.md."""
    communes = [unit for unit in units.values() if unit.kind == "COM"]
    print("rows: %d COM, %d ARM" % (len(communes), len(units) - len(communes)))
    print("without geometry: %d; without population: %d; without EPCI: %d" % (
        sum(unit.geometry is None for unit in units.values()),
        sum(unit.people is None for unit in units.values()),
        sum(unit.epci is None for unit in communes)))
    for code, shares in shared.items():
        print("shared out: %s = %s" % (code, ", ".join(
            "%s %d" % (unit, people) for unit, people in shares.items())))
    mayotte = sum(unit.people for unit in communes if unit.dep == "976")
    whole = sum(unit.people or 0 for unit in communes)
    print("population of the communes: %d, of which Mayotte %d" % (whole, mayotte))


if __name__ == "__main__":
    sys.exit(main())
