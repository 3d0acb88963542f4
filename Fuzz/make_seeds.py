#!/usr/bin/env python3
"""Makes the seed corpora of corpus/: small valid files from which the fuzzer sets out.

    python3 Fuzz/make_seeds.py
"""

import pathlib
import sqlite3
import struct
import tempfile
import zipfile
import zlib

from study_seeds import study_seeds

HERE = pathlib.Path(__file__).parent
CORPUS = HERE / "corpus"
FIXTURES = HERE.parent / "Tests" / "CoverageTests" / "Fixtures"

CSV = {
    "cpts": "cpts_id;cpts_nom;date_projet;date_aci;date_fin;stade\n"
    "1;CPTS A;2019-03-25;31/12/2020;;aci\n2;\"CPTS \"\"B\"\"\";;;;LI\n",
    "pairs": "cpts,code_commune\nA,01004\nA,1005\nB,2a004\nB,1.004E+03\nC,1004.0\n",
    "two-columns": "cpts\tdep\tcom\tnom\nA\t01\t004\tAmb\u00e9rieu\nB\t2A\t004\tAjaccio\n",
    "population": "CODGEO;LIBGEO;PMUN;PTOT\n01004;Amb\u00e9rieu;14 035;14035\n97608;Koungou;32156;s\n",
    "attributes": "code,epci,apl\r\n01004,240100750,3.1\r\n01005,240100750,\r\n",
    "grid": "idcar_200m,ind\nCRS3035RES200mN2029800E4252400,12.5\nCRS3035RES200mN2030000E4252400,3\n",
    "points": "x;y;ind\n3800100;2500100;4\n3800300;2500100;2,5\n",
    "movements": "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TYPECOM_AP,COM_AP\n"
    "32,2016-01-01,COM,01004,COM,01005\n",
    "names": "cpts,commune,departement\nCPTS du Gapen\u00e7ais,Gap,05\nCPTS Gapencais,Gap,05\n",
}

SQUARE = [(2.0, 46.0), (2.1, 46.0), (2.1, 46.1), (2.0, 46.1), (2.0, 46.0)]
HOLE = [(2.02, 46.02), (2.02, 46.04), (2.04, 46.04), (2.02, 46.02)]
BOW = [(2.0, 46.0), (2.1, 46.1), (2.1, 46.0), (2.0, 46.1), (2.0, 46.0)]


def ring(points):
    return "[" + ",".join(f"[{x},{y}]" for x, y in points) + "]"


def feature(properties, geometry):
    return f'{{"type":"Feature","properties":{properties},"geometry":{geometry}}}'


def collection(*features, more=""):
    return f'{{"type":"FeatureCollection",{more}"features":[' + ",\n".join(features) + "]}"


POLYGON = f'{{"type":"Polygon","coordinates":[{ring(SQUARE)},{ring(HOLE)}]}}'
EASTINGS = [(700000, 6600000), (700100, 6600000), (700100, 6600100), (700000, 6600000)]
LAMBERT = f'{{"type":"Polygon","coordinates":[{ring(EASTINGS)}]}}'
GEOJSON = {
    "units": collection(
        feature('{"code":"01004","nom":"Amb\\u00e9rieu","population":14035,"dep":"01","reg":"84"}', POLYGON),
        feature('{"code":"01005","population":null,"type":"COM"}', "null"),
    ),
    "territories": collection(
        feature(
            '{"cpts":"A","stade":"aci"}',
            f'{{"coordinates":[[{ring(BOW)}],[{ring(SQUARE)}]],"type":"MultiPolygon"}}',
        ),
        feature(
            '{"cpts":"B"}',
            '{"type":"GeometryCollection","geometries":[' + POLYGON + ',{"type":"Point","coordinates":[2,46,1e2]}]}',
        ),
    ),
    "lambert": collection(
        feature('{"code":"01004"}', LAMBERT),
        more='"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}},',
    ),
}


ARCS = [SQUARE[:3], SQUARE[2:][::-1], HOLE]
TOPOJSON = {
    "plain": '{"type":"Topology","objects":{"t":{"type":"GeometryCollection","geometries":['
    '{"type":"Polygon","arcs":[[0,-2],[2]],"properties":{"cpts":"A","stade":"aci"}},'
    '{"type":"MultiPolygon","arcs":[[[0,1]],[[-3]]],"properties":{"cpts":"B"}}]}},'
    f'"arcs":[{",".join(ring(arc) for arc in ARCS)}]}}',
    "quantised": '{"type":"Topology","transform":{"scale":[0.01,0.01],"translate":[2,46]},'
    '"objects":{"t":{"type":"Polygon","arcs":[[0]],"properties":{"cpts":"A"}}},'
    '"arcs":[[[0,0],[10,0],[0,10],[-10,0],[0,-10]]]}',
    "esri": '{"geometryType":"esriGeometryPolygon","spatialReference":{"wkid":102110,"latestWkid":2154},'
    '"fields":[{"name":"date_aci","type":"esriFieldTypeDate"}],'
    '"features":[{"attributes":{"cpts":"A","date_aci":1640995200000},'
    f'"geometry":{{"rings":[{ring(EASTINGS)}]}}}}]}}',
    "esri-holes": '{"spatialReference":{"wkid":4326},"features":[{"attributes":{"cpts":"A"},'
    f'"geometry":{{"rings":[{ring(SQUARE)},{ring(HOLE)},{ring(BOW)}]}}}}]}}',
}


def kml_polygon(*rings):
    names = ["outerBoundaryIs"] + ["innerBoundaryIs"] * (len(rings) - 1)
    return "<Polygon>" + "".join(
        f"<{name}><LinearRing><coordinates>{' '.join(f'{x},{y},0' for x, y in points)}"
        f"</coordinates></LinearRing></{name}>"
        for name, points in zip(names, rings)
    ) + "</Polygon>"


KML = {
    "data": '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
    "<Folder><name>LI</name><Placemark><name>A</name><description><![CDATA[<b>x</b>]]></description>"
    '<ExtendedData><Data name="stade"><value>aci</value></Data></ExtendedData>'
    f"{kml_polygon(SQUARE, HOLE)}</Placemark></Folder></Document></kml>",
    "schema": '<kml><Document><Placemark><ExtendedData><SchemaData schemaUrl="#s">'
    '<SimpleData name="cpts">A &amp; B</SimpleData></SchemaData></ExtendedData><MultiGeometry>'
    f"{kml_polygon(SQUARE)}{kml_polygon(BOW)}<Point><coordinates>2,46</coordinates></Point>"
    "</MultiGeometry></Placemark><NetworkLink/></Document></kml>",
}


def wkt_polygon(*rings):
    return "(" + ",".join("(" + ", ".join(f"{x} {y}" for x, y in points) + ")" for points in rings) + ")"


WKT = {
    "alone": f"POLYGON {wkt_polygon(SQUARE, HOLE)}\nSRID=0;MULTIPOLYGON Z ({wkt_polygon(BOW)})\n",
    "collection": f"GEOMETRYCOLLECTION (POINT (2 46), POLYGON {wkt_polygon(SQUARE)}, POLYGON EMPTY)",
    "triangle": f"SRID=4326;TRIANGLE {wkt_polygon(HOLE)}",
}

DRAWN = {
    "drawn": f'cpts;stade;wkt\nA;aci;"POLYGON {wkt_polygon(SQUARE)}"\nB;li;"SRID=4326;TRIANGLE {wkt_polygon(HOLE)}"\n',
    "drawn-json": 'cpts,geom\nA,"' + POLYGON.replace('"', '""') + '"\n',
}


def shapefile(rings, prj=b"", values=("A", "aci"), kind=5):
    points = [point for points in rings for point in points]
    starts = [sum(len(one) for one in rings[:index]) for index in range(len(rings))]
    content = struct.pack("<I4d2I", kind, 0, 0, 0, 0, len(rings), len(points))
    content += struct.pack(f"<{len(starts)}I", *starts)
    content += b"".join(struct.pack("<2d", *point) for point in points)
    shp = struct.pack(">I20xI", 9994, (108 + len(content)) // 2) + struct.pack("<2I64x", 1000, kind)
    shp += struct.pack(">2I", 1, len(content) // 2) + content
    fields = b"".join(struct.pack("<11sc4xB15x", name, b"C", 8) for name in (b"cpts", b"stade"))
    dbf = struct.pack("<4BIHH20x", 3, 122, 11, 30, 1, 32 + len(fields) + 1, 17) + fields + b"\r "
    dbf += b"".join(value.encode().ljust(8) for value in values) + b"\x1a"
    return struct.pack("<H", len(shp)) + shp + struct.pack("<H", len(dbf)) + dbf + prj


SHAPEFILE = {
    "square": shapefile([SQUARE[::-1], HOLE[::-1]]),
    "parts": shapefile([SQUARE, BOW], b'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]]]'),
    "lambert": shapefile([EASTINGS], b"EPSG:2154"),
}


def wkb(kind, body, little=True, flags=0):
    mark = "<" if little else ">"
    return bytes([1 if little else 0]) + struct.pack(mark + "I", kind | flags) + body


def wkb_polygon(rings, dimensions=2, kind=3, little=True, flags=0, srs=b""):
    mark = "<" if little else ">"
    body = srs + struct.pack(mark + "I", len(rings))
    for points in rings:
        body += struct.pack(mark + "I", len(points))
        for point in points:
            body += struct.pack(mark + f"{dimensions}d", *(point + (7.0, 8.0))[:dimensions])
    return wkb(kind, body, little, flags)


def geopackage_blob(geometry, envelope=b"", flags=1):
    return b"GP\0" + bytes([flags]) + struct.pack("<i", 4326) + envelope + geometry


COUNT_OF_TWO = struct.pack("<I", 2)
WKB = {
    "polygon": geopackage_blob(wkb_polygon([SQUARE, HOLE])),
    "bow": geopackage_blob(wkb_polygon([BOW])),
    "envelope": geopackage_blob(wkb_polygon([SQUARE]), struct.pack("<4d", 2, 2.1, 46, 46.1), 3),
    "big-endian": geopackage_blob(wkb_polygon([SQUARE], little=False), flags=0),
    "empty": geopackage_blob(b"", flags=0x11),
    "z": geopackage_blob(wkb_polygon([SQUARE], 3, 1003)),
    "zm": geopackage_blob(wkb_polygon([SQUARE], 4, 3003)),
    "ewkb": geopackage_blob(
        wkb_polygon([SQUARE], 3, flags=0xA0000000, srs=struct.pack("<I", 4326))
    ),
    "half-disc": geopackage_blob(
        wkb(
            10,
            struct.pack("<I", 1)
            + wkb(
                9,
                COUNT_OF_TWO
                + wkb(8, struct.pack("<I6d", 3, 2, 46, 2.1, 46.1, 2.2, 46))
                + wkb(2, struct.pack("<I4d", 2, 2.2, 46, 2, 46)),
            ),
        )
    ),
    "multipolygon": geopackage_blob(
        wkb(6, COUNT_OF_TWO + wkb_polygon([SQUARE]) + wkb_polygon([BOW]))
    ),
    "collection": geopackage_blob(
        wkb(7, COUNT_OF_TWO + wkb(1, struct.pack("<2d", 2, 46)) + wkb_polygon([SQUARE]))
    ),
    "line": geopackage_blob(wkb(2, COUNT_OF_TWO + struct.pack("<4d", 2, 46, 3, 47))),
}


def geopackage(table, columns, rows, srs=4326, more=()):
    """A GeoPackage in small pages; its bytes do not tell which SQLite wrote it."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "seed.gpkg"
        base = sqlite3.connect(path)
        base.execute("PRAGMA page_size = 512")
        base.execute("CREATE TABLE gpkg_spatial_ref_sys(srs_id INTEGER PRIMARY KEY,"
                     " organization TEXT, organization_coordsys_id INTEGER, definition TEXT)")
        base.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES(?,?,?,?)",
                         [(4326, "EPSG", 4326, ""), (2154, "EPSG", 2154, ""), (0, "NONE", 0, "undefined")])
        base.execute("CREATE TABLE gpkg_geometry_columns(table_name TEXT, column_name TEXT,"
                     " geometry_type_name TEXT, srs_id INTEGER)")
        base.execute("INSERT INTO gpkg_geometry_columns VALUES(?,'geom','POLYGON',?)", (table, srs))
        base.execute(f'CREATE TABLE "{table}"(fid INTEGER PRIMARY KEY, {columns}, geom BLOB)')
        marks = ",".join("?" * len(rows[0]))
        base.executemany(f'INSERT INTO "{table}" VALUES({marks})', rows)
        for statement in more:
            base.execute(statement)
        base.commit()
        base.close()
        image = bytearray(path.read_bytes())
    image[96:100] = struct.pack(">I", 3040000)
    return bytes(image)


def geopackages():
    square, bow = WKB["polygon"], WKB["bow"]
    return {
        "units": geopackage("units", "code TEXT, nom TEXT, population INTEGER",
                            [(1, "01004", "Amb\u00e9rieu", 14035, square), (2, "01005", None, None, None)]),
        "territories": geopackage("zones", "cpts TEXT, stade TEXT",
                                  [(1, "A", "aci", square), (2, "B", "LI", bow)]),
        "trigger": geopackage("units", "code TEXT",
                              [(1, "01004", square)], srs=2154,
                              more=["CREATE VIEW v AS SELECT * FROM units",
                                    "CREATE INDEX i ON units(code)",
                                    "CREATE TRIGGER t AFTER INSERT ON units BEGIN DELETE FROM units; END"]),
    }


SHORT, LONG, DOUBLE, ASCII, LONG8 = 3, 4, 12, 2, 16
PACKED = {SHORT: "H", LONG: "I", DOUBLE: "d", LONG8: "Q"}


def geotiff(width, height, pixels, bits, form, mark="<", big=False, tile=None, compression=1, more=()):
    """A GeoTIFF of one band; `pixels` are the numbers of a block, `more` adds or replaces fields."""
    code = {(8, 1): "B", (16, 1): "H", (16, 2): "h", (32, 3): "f", (64, 3): "d"}[bits, form]
    block = struct.pack(f"{mark}{len(pixels)}{code}", *pixels)
    block = zlib.compress(block, 9) if compression == 8 else block
    start = 16 if big else 8
    fields = {
        256: (LONG, [width]), 257: (LONG, [height]), 258: (SHORT, [bits]), 259: (SHORT, [compression]),
        262: (SHORT, [1]), 277: (SHORT, [1]), 339: (SHORT, [form]),
        33550: (DOUBLE, [200, 200, 0]), 33922: (DOUBLE, [0, 0, 0, 3800000, 2500000, 0]),
        34735: (SHORT, [1, 1, 0, 2, 1025, 0, 1, 1, 3072, 0, 1, 3035]),
    }
    fields |= {322: (SHORT, [tile]), 323: (SHORT, [tile])} if tile else {278: (SHORT, [height])}
    fields |= {(324 if tile else 273): (LONG, [start]), (325 if tile else 279): (LONG, [len(block)])}
    fields |= dict(more)
    fields = {tag: field for tag, field in fields.items() if field[1]}
    offset, count, inline = ("Q", "Q", 8) if big else ("I", "H", 4)
    body = block
    entries = b""
    for tag, (kind, values) in sorted(fields.items()):
        raw = values if kind == ASCII else struct.pack(f"{mark}{len(values)}{PACKED[kind]}", *values)
        if len(raw) > inline:
            raw, body = struct.pack(mark + offset, start + len(body)), body + raw
        entries += struct.pack(f"{mark}HH{offset}", tag, kind, len(values)) + raw.ljust(inline, b"\0")
    directory = struct.pack(mark + count, len(fields)) + entries + bytes(inline)
    order = b"II" if mark == "<" else b"MM"
    head = struct.pack(mark + "HHH", 43, 8, 0) if big else struct.pack(mark + "H", 42)
    return order + head + struct.pack(mark + offset, start + len(body)) + body + directory


def geotiffs():
    people = [0, 1.5, 2, -9999, 30, 4]
    tile = [0, 3, 5, 0] * 64
    degrees = [1, 1, 0, 1, 2048, 0, 1, 4326]
    matrix = [0.01, 0, 0, 2, 0, -0.01, 0, 46, 0, 0, 0, 0, 0, 0, 0, 1]
    return {
        "strip": geotiff(3, 2, people, 32, 3, more={42113: (ASCII, b"-9999\0")}.items()),
        "tile": geotiff(12, 9, tile, 16, 1, tile=16, compression=8, more={317: (SHORT, [2])}.items()),
        "big-endian": geotiff(3, 2, [0, 1, 2, -3, 4, 5], 16, 2, mark=">"),
        "big": geotiff(3, 2, people, 64, 3, big=True),
        "degrees": geotiff(
            2, 2, [1, 2, 3, 255], 8, 1,
            more={34735: (SHORT, degrees), 34264: (DOUBLE, matrix), 33550: (DOUBLE, [])}.items()),
    }


def archive(members, method):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "seed.zip"
        with zipfile.ZipFile(path, "w", method) as made:
            for name, content in members:
                made.writestr(zipfile.ZipInfo(name), content, method)
        return path.read_bytes()


def zips():
    pairs = CSV["pairs"].encode()
    found = {
        "stored": archive([("liste.csv", pairs)], zipfile.ZIP_STORED),
        "deflated": archive([("d/liste.csv", pairs * 20), ("lisez-moi.md", b"x")], zipfile.ZIP_DEFLATED),
        "geojson": archive([("zones.geojson", GEOJSON["territories"])], zipfile.ZIP_STORED),
    }
    for path in sorted(FIXTURES.iterdir()):
        if path.suffix in (".xlsx", ".ods"):
            found[path.stem] = path.read_bytes()
    return found


def part(book, name):
    with zipfile.ZipFile(FIXTURES / book) as archive:
        return archive.read(name) if name in archive.namelist() else b""


SHEET = (
    '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>cpts</t>'
    '</is></c></row><row r="2"><c r="A2" s="1"><v>1004</v></c><c r="B2" t="str"><f>A1</f><v>A</v></c></row>'
    '<row><c><v>1.0040000000000001E3</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c></row></sheetData>'
    '<mergeCells><mergeCell ref="B2:B3"/></mergeCells></worksheet>'
)
TEXTS = "<sst><si><t>code</t></si><si><r><t>cp</t></r><r><t>ts_x0041_</t></r></si></sst>"
STYLES = (
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" '
    'formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/>'
    "</cellXfs></styleSheet>"
)
BOOK = (
    '<workbook><workbookPr date1904="1"/><sheets><sheet name="Z" state="hidden" r:id="b"/>'
    '<sheet name="Feuil1" r:id="a"/></sheets></workbook>'
)


def excel_parts():
    made = {"written": [SHEET.encode(), TEXTS.encode(), STYLES.encode(), BOOK.encode()], "sheet": [SHEET.encode()]}
    for book, sheet in (("openpyxl.xlsx", 2), ("xlsxwriter-1904.xlsx", 1)):
        made[book.split(".")[0]] = [
            part(book, f"xl/worksheets/sheet{sheet}.xml"), part(book, "xl/sharedStrings.xml"),
            part(book, "xl/styles.xml"),
        ]
    return {name: b"\0".join(parts) for name, parts in made.items()}


ODS = (
    '<office:spreadsheet><table:table table:name="L"><table:table-row><table:table-cell office:value-type='
    '"string"><text:p>insee</text:p></table:table-cell><table:table-cell><text:p>cpts</text:p></table:table-cell>'
    '</table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" '
    'office:value="1004"><text:p>01004</text:p></table:table-cell><table:table-cell '
    'table:number-columns-repeated="2" table:number-rows-spanned="2"><text:p>A<text:s text:c="3"/>B</text:p>'
    "</table:table-cell></table:table-row></table:table></office:spreadsheet>"
)


def main():
    corpora = {
        "csv": {
            name: text.encode("cp1252" if name == "names" else "utf-8") for name, text in (CSV | DRAWN).items()
        },
        "geojson": {name: text.encode() for name, text in GEOJSON.items()},
        "topojson": {name: text.encode() for name, text in TOPOJSON.items()},
        "kml": {name: text.encode() for name, text in KML.items()},
        "wkt": {name: text.encode() for name, text in WKT.items()},
        "shapefile": SHAPEFILE,
        "wkb": WKB,
        "geopackage": geopackages(),
        "geotiff": geotiffs(),
        "xlsx": excel_parts(),
        "ods": {"written": ODS.encode(), "odfpy": part("odfpy.ods", "content.xml")},
        "zip": zips(),
        "study": study_seeds(),
    }
    for target, seeds in corpora.items():
        folder = CORPUS / target
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in seeds.items():
            (folder / name).write_bytes(content)


if __name__ == "__main__":
    main()
