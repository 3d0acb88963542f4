"""Seeds of whole studies: neighbouring communes of the Territoire de Belfort (90), as data/france draws
them, with lists, drawings, cells, plans and proposals on them. The format is that of StudyParts.swift."""

import json
import pathlib
import sqlite3
import struct

UNITS = pathlib.Path(__file__).parent.parent / "data" / "france" / "units-france.gpkg"


def polygons(blob):
    """Polygons of a geometry of a GeoPackage: little-endian MULTIPOLYGON."""
    place = 8 + {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[blob[3] >> 1 & 7]
    (count,) = struct.unpack_from("<I", blob, place + 5)
    place += 9
    result = []
    for _ in range(count):
        (rings,) = struct.unpack_from("<I", blob, place + 5)
        place += 9
        result.append([])
        for _ in range(rings):
            (points,) = struct.unpack_from("<I", blob, place)
            numbers = struct.unpack_from(f"<{2 * points}d", blob, place + 4)
            result[-1].append(list(zip(numbers[::2], numbers[1::2])))
            place += 4 + 16 * points
    return result


def belfort():
    with sqlite3.connect(UNITS) as base:
        rows = base.execute(
            "SELECT code, nom, population_municipale, dep, reg, epci, geom FROM units WHERE dep = '90' ORDER BY code"
        ).fetchall()
    return [(*row[:6], polygons(row[6])) for row in rows]


def middle(commune):
    ring = commune[6][0][0]
    return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)


def around(communes, code, count):
    """Some communes, the nearest to one of them."""
    (here,) = [middle(c) for c in communes if c[0] == code]
    near = sorted(communes, key=lambda c: (middle(c)[0] - here[0]) ** 2 + (middle(c)[1] - here[1]) ** 2)
    return sorted(near[:count])


def rounded(ring, decimals):
    points = [(round(x, decimals), round(y, decimals)) for x, y in ring]
    return [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]


def geometry(shapes, decimals):
    rings = [[[list(p) for p in rounded(r, decimals)] for r in shape] for shape in shapes]
    kind = ("Polygon", rings[0]) if len(rings) == 1 else ("MultiPolygon", rings)
    return {"type": kind[0], "coordinates": kind[1]}


def collection(features):
    lines = [
        json.dumps({"type": "Feature", "properties": p, "geometry": g}, separators=(",", ":"), ensure_ascii=False)
        for p, g in features
    ]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def units(communes, decimals=5):
    names = ("code", "nom", "population", "dep", "reg", "epci")
    return collection(
        [(dict(zip(names, c[:6])) | ({"dep": "70"} if c[0] > "90060" else {}), geometry(c[6], decimals)) for c in communes]
    )


def listed(communes, owners):
    rows = [f"{o},CPTS {o},{s},{c[0]}" for c, pairs in zip(communes, owners) for o, s in pairs]
    return "cpts_id,cpts_nom,stade,code_commune\n" + "\n".join(sorted(rows)) + "\n"


def box(west, south, east, north):
    return [[[(west, south), (east, south), (east, north), (west, north), (west, south)]]]


def moved(shapes, step):
    return [[[(x + step, y - step) for x, y in ring] for ring in shape] for shape in shapes]


def drawn(territories, decimals=5):
    return collection(
        [({"cpts_id": i, "stade": s}, geometry(shapes, decimals)) for i, s, shapes in territories]
    )


def cells(communes, step=0.004):
    rows = []
    for index, c in enumerate(communes):
        x, y = middle(c)
        rows += [f"{x + dx * step:.4f};{y + dy * step:.4f};{5 + index + 3 * dx}" for dx in (0, 1) for dy in (0, 1)]
    return "longitude;latitude;ind\n" + "\n".join(rows) + "\n"


def text(**parts):
    return "".join(f"=== {name}\n{content}" + ("" if content.endswith("\n") else "\n") for name, content in parts.items()).encode()


def study_seeds():
    all_communes = belfort()
    few, some = around(all_communes, "90010", 5), around(all_communes, "90033", 8)
    other = around(all_communes, "90072", 6)
    aci, letter, project = "aci_signe", "lettre_intention", "projet"
    lists = listed(few, [[("A", aci)], [("A", aci), ("B", letter)], [("B", letter)], [], []])
    west, south = min(middle(c) for c in some)[0], min(middle(c)[1] for c in some)
    square = box(west, south, west + 0.05, south + 0.04)
    seeds = {
        "list": text(settings="jw", units=units(few), list=lists),
        "dates": text(
            settings="s", units=units(other, 4),
            list="cpts_id;cpts_nom;date_projet;date_lettre_intention;date_aci;date_fin;professionnels;adherents\n"
            "1;Nord;2019-03-25;;31/12/2020;;40;12\n2;Sud;2021-05-01;2022-01-01;;2025-06-30;;\n",
            pairs="cpts_id;code_commune\n" + "".join(f"{1 + i % 2};{c[0]}\n" for i, c in enumerate(other[:4])),
        ),
        "cells": text(
            settings="w", units=units(few, 4), drawn=drawn([("A", aci, moved(few[0][6] + few[1][6], 0.003))], 4),
            grid=cells(few),
        ),
        "plan": text(
            settings="g", units=units(few, 3), list=lists,
            plan=f"zone,commune,action,cpts_id,stade\n,{few[3][0]},extension,A,\n,{few[4][0]},creation,N,\n,,stade,B,aci_signe\n",
        ),
        "proposal": text(
            units=units(few, 3), list=lists, territory=f"cpts_id,code_commune\nP,{few[3][0]}\nP,{few[4][0]}\n"
        ),
        "drawn-proposal": text(units=units(few, 3), list=lists, territory=drawn([("P", aci, few[3][6])], 4)),
        "people": text(
            units=units(few, 2), list=lists,
            population="CODGEO;PMUN\n" + "".join(f"{c[0]};{100 + i}\n" for i, c in enumerate(few)),
            attributes="code,bassin\n" + "".join(f"{c[0]},B{i % 2}\n" for i, c in enumerate(few)),
        ),
    }
    # Of a few corners, so that many more are run in the same time.
    tiny = around(all_communes, "90010", 3)
    pairs = listed(tiny, [[("A", aci)], [("A", aci), ("B", letter)], []])
    ground = units(tiny, 2)
    shapes = drawn([("A", aci, tiny[0][6]), ("B", letter, moved(tiny[1][6], 0.003)), ("C", project, square)], 2)
    seeds |= {
        "tiny-list": text(settings="", units=ground, list=pairs),
        "tiny-drawn": text(settings="", units=ground, drawn=shapes),
        "tiny-both": text(settings="", units=units(tiny, 3), list=pairs, drawn=drawn([("C", project, square)], 2)),
        "tiny-cells": text(settings="", units=ground, drawn=shapes, grid=cells(tiny, 0.01)),
        "tiny-plan": text(
            settings="", units=ground, list=pairs, plan=f"zone,commune,action,cpts_id,stade\n,{tiny[2][0]},extension,A,\n"
        ),
        "tiny-proposal": text(settings="", units=ground, list=pairs, territory=drawn([("P", aci, tiny[2][6])], 2)),
    }
    for decimals in (2, 3, 4, 5):
        seeds[f"drawn-{decimals}"] = text(
            settings="jv" if decimals == 5 else "n" if decimals == 4 else "", units=units(some, decimals),
            drawn=drawn(
                [("A", aci, some[0][6] + some[1][6]), ("B", letter, moved(some[2][6], 1e-4)), ("C", project, square)],
                decimals,
            ),
        )
        seeds[f"rounded-{decimals}"] = text(
            settings="", units=units(other, decimals), list=listed(other, [[("A", aci)], [("B", project)]] + [[]] * 4)
        )
    return seeds
