"""Derive the reference units of all France (communes and arrondissements).

Reads the complete set of units (communes, arrondissements, communes déléguées
and associées, sectors) and writes a small, plain GeoPackage that holds only the
communes (COM) and the arrondissements of Paris, Lyon and Marseille (ARM).

Coordinates are copied bit for bit, so that neighbours keep exactly the same
border; only the envelope that precedes each geometry is dropped. A missing
population or geometry stays missing. The same source gives the same bytes.
"""

import argparse
import hashlib
import os
import sqlite3
import struct
import sys

LAST_CHANGE = "2022-12-31T00:00:00.000Z"
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
  dep TEXT, reg TEXT, epci TEXT, parent TEXT);
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


def read_units(path):
    """Rows (geom, code, type, nom, population, dep, reg, epci, parent) and the extent."""
    source = sqlite3.connect("file:%s?mode=ro" % path, uri=True)
    query = (
        "SELECT geom, code, type, nom, CAST(population_municipale AS INTEGER),"
        " dep, reg, epci, parent FROM units WHERE type IN ('COM', 'ARM')"
        " ORDER BY type = 'ARM', code")
    rows, envelopes = [], []
    for geom, *attributes in source.execute(query):
        blob, envelope = without_envelope(geom)
        rows.append([blob] + attributes)
        if envelope:
            envelopes.append(envelope)
    source.close()
    x1, x2, y1, y2 = zip(*envelopes)
    return rows, (min(x1), min(y1), max(x2), max(y2))


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
        "INSERT INTO gpkg_contents VALUES ('units','features','units',"
        "'Communes et arrondissements de France',?,?,?,?,?,4326)",
        (LAST_CHANGE,) + extent)
    target.execute(
        "INSERT INTO gpkg_geometry_columns VALUES"
        " ('units','geom','MULTIPOLYGON',4326,0,0)")
    target.execute("INSERT INTO gpkg_ogr_contents VALUES ('units',?)", (len(rows),))
    target.executemany(
        "INSERT INTO units (geom, code, type, nom, population_municipale, dep, reg,"
        " epci, parent) VALUES (?,?,?,?,?,?,?,?,?)", rows)
    target.execute("COMMIT")
    target.execute("VACUUM")
    target.close()
    # SQLite stamps its own version at byte 96: a constant keeps the bytes the same.
    with open(partial, "r+b") as stream:
        stream.seek(96)
        stream.write(struct.pack(">I", SQLITE_VERSION_WRITTEN))
    os.replace(partial, path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--source", default="../shared/data/units-france.gpkg")
    parser.add_argument("--output", default="data/france/units-france.gpkg")
    options = parser.parse_args()
    if not os.path.exists(options.source):
        sys.stderr.write("%s: file not found - name the source with --source\n"
                         % options.source)
        return 66
    rows, extent = read_units(options.source)
    os.makedirs(os.path.dirname(options.output) or ".", exist_ok=True)
    write_geopackage(options.output, rows, extent)
    with open(options.output, "rb") as stream:
        content = stream.read()
    print("rows: %d COM, %d ARM" % (
        sum(row[2] == "COM" for row in rows), sum(row[2] == "ARM" for row in rows)))
    print("without geometry: %d; without population: %d" % (
        sum(row[0] is None for row in rows), sum(row[4] is None for row in rows)))
    print("population of the communes: %d" % sum(
        row[4] or 0 for row in rows if row[2] == "COM"))
    print("%s: %d bytes, SHA-256 %s" % (
        options.output, len(content), hashlib.sha256(content).hexdigest()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
