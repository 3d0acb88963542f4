"""Draw the map of a report as one SVG: CPTS by stage, white zones, overseas as insets.

Each frame has its own local projection, right at its middle latitude: to look at, not to measure.
"""

import argparse
import json
import math
import os
import sys
from html import escape

from report_files import EXIT_MISSING, decimal, read_table, say_made, stop, write_file

# name; west, south, east, north in degrees; left, top, width, height on the page
FRAMES = [
    ("", -5.2, 41.3, 9.65, 51.15, 196, 92, 744, 722),
    ("Guadeloupe", -61.85, 15.8, -60.95, 16.55, 20, 112, 156, 118),
    ("Martinique", -61.26, 14.36, -60.78, 14.92, 20, 256, 156, 118),
    ("Guyane", -54.65, 2.1, -51.6, 5.8, 20, 400, 156, 118),
    ("La Réunion", 55.2, -21.42, 55.86, -20.84, 20, 544, 156, 118),
    ("Mayotte", 45.0, -13.04, 45.33, -12.62, 20, 688, 156, 118)]
HEAD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 1040" width="960"
 height="1040" role="img" aria-labelledby="t d" stroke-linejoin="round"
 font-family="Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif">
<title id="t">%s</title><desc id="d">%s</desc><defs><pattern id="hatch" width="45"
 height="45" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V45"
 stroke="#b34700" stroke-width="22" stroke-opacity=".55"/></pattern></defs><rect width="100%%" height="100%%" fill="#fff"/>"""
LABELS = {  # from the lowest stage to the highest
    "aucun": "aucune CPTS (aucun)",
    "projet": "projet seulement (projet)",
    "lettre_intention": "lettre d'intention (lettre_intention)",
    "projet_sante_valide": "projet de santé validé (projet_sante_valide)",
    "aci_signe": "contrat signé (aci_signe)"}
# Blues darken with the stage; orange is told from blue in every common colour blindness.
COLOURS = {"aci_signe": "#0b4a8f", "projet_sante_valide": "#3f8fd2",
           "lettre_intention": "#a9d1ee", "projet": "#fbd9a5", "aucun": "#fffdf7"}
WHITE_ZONE, INK, SOFT_INK = "#b34700", "#1a1a1a", "#4a4a4a"
HATCHED, OUTLINE = 'fill="url(#hatch)"', 'fill="none" stroke="#b34700" stroke-width="%d"'
HALF_PIXEL = 0.5


def read_json(folder, name):
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        stop(EXIT_MISSING, "%s : fichier absent — refaire le rapport" % path)
    with open(path, encoding="utf-8") as stream:
        return json.load(stream)


def place(x, y, frame):
    _, west, south, east, north, left, top, width, height = frame
    narrow = math.cos(math.radians((south + north) / 2))
    scale = min(width / ((east - west) * narrow), height / (north - south))
    return (left + (width + (2 * x - west - east) * narrow * scale) / 2,
            top + (height - (2 * y - south - north) * scale) / 2)


def placed_rings(feature, lost):
    """Rings of a feature on the page, without their closing point."""
    shape, rings = feature["geometry"] or {"type": "", "coordinates": []}, []
    polygons = shape["coordinates"]
    for polygon in [polygons] if shape["type"] == "Polygon" else polygons:
        x, y = polygon[0][0]
        frame = next((f for f in FRAMES if f[1] - 0.5 < x < f[3] + 0.5
                      and f[2] - 0.5 < y < f[4] + 0.5), None)
        lost += [] if frame else [polygon]
        rings += [[place(*p, frame) for p in ring[:-1]] for ring in polygon if frame]
    return rings


def junctions(all_rings):
    """Points where more than two lines meet: they stay, so that neighbours still fit."""
    beside = {}
    for ring in all_rings:
        for before, point, after in zip(ring[-1:] + ring, ring, ring[1:] + ring[:1]):
            beside.setdefault(point, set()).update((before, after))
    return {point for point, others in beside.items() if len(others) > 2}


def thinned(line):
    """Douglas and Peucker: drops what moves the line by half a pixel or less."""
    kept, spans = {0, len(line) - 1}, [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        (ax, ay), (bx, by) = line[first], line[last]
        dx, dy = bx - ax, by - ay
        square = dx * dx + dy * dy
        worst, where = HALF_PIXEL ** 2, None
        for index in range(first + 1, last):
            px, py = line[index][0] - ax, line[index][1] - ay
            along = min(1, max(0, (px * dx + py * dy) / square)) if square else 0
            away = (px - along * dx) ** 2 + (py - along * dy) ** 2
            if away > worst:
                worst, where = away, index
        if where:
            kept.add(where)
            spans += [(first, where), (where, last)]
    return [line[index] for index in sorted(kept)]


def thinned_ring(ring, fixed):
    """A ring thinned between junctions, each stretch in one direction from either side."""
    starts = [index for index, point in enumerate(ring) if point in fixed]
    if not starts:
        low = ring.index(min(ring))
        far = max(range(len(ring)), key=lambda index: math.dist(ring[index], ring[low]))
        starts = sorted({low, far})
    result = []
    for start, end in zip(starts, starts[1:] + [starts[0] + len(ring)]):
        line = [ring[index % len(ring)] for index in range(start, end + 1)]
        result += (thinned(line) if line < line[::-1] else thinned(line[::-1])[::-1])[:-1]
    return result


def path_data(rings):
    """An SVG path in tenths of a pixel; what is too small for that vanishes."""
    text = ""
    for ring in rings:
        points = [(round(x * 10), round(y * 10)) for x, y in ring]
        steps = ["%d %d" % (b[0] - a[0], b[1] - a[1])
                 for a, b in zip(points, points[1:]) if a != b]
        if len(steps) > 1:
            text += "M%d %dl%sz" % (*points[0], " ".join(steps).replace(" -", "-"))
    return text


def layer(data, style):
    return '<path transform="scale(.1)" fill-rule="evenodd" %s d="%s"/>' % (style, data)


def words(x, y, text, size=14, colour=INK, weight="normal"):
    return '<text x="%d" y="%d" font-size="%d" fill="%s" font-weight="%s">%s</text>' % (
        x, y, size, colour, weight, escape(text))


def box(*place_and_style):
    return '<rect x="%d" y="%d" width="%d" height="%d" %s/>' % place_and_style


def legend(shares, covered_from, zone_count, top):
    """Each colour with its share of the people; then what the orange outline means."""
    parts = []
    for row, stage in enumerate(reversed(LABELS)):
        style = 'fill="%s" stroke="%s"' % (COLOURS[stage], SOFT_INK)
        parts += [box(20, top + 27 * row, 34, 18, style),
                  words(64, top + 14 + 27 * row, "%s : %s %% des habitants" % (
                      LABELS[stage], decimal(shares[stage])))]
    # The last box is that of `aucun`: hatched, by a path in tenths of a pixel.
    parts.append(layer("M200 %dh340v180h-340z" % (10 * (top + 108)), HATCHED))
    return parts + [box(560, top, 34, 18, OUTLINE % 3),
                    words(604, top + 14, "%d zones blanches" % zone_count, weight="bold"),
                    words(604, top + 36, "d'un seul tenant, sans CPTS au stade"),
                    words(604, top + 56, covered_from + " ou plus")]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--report", default="out")
    parser.add_argument("--output", default="out/carte.svg")
    parser.add_argument("--title", default="Population couverte par les CPTS")
    parser.add_argument("--note", default="", help="a warning; default: the study's title")
    parser.add_argument("--source", default="Source : fichiers du rapport.")
    options = parser.parse_args()

    rows = read_table(options.report, "couverture.csv", ["niveau", "stade", "pct_stade"])
    shares = {row["stade"]: row["pct_stade"] for row in rows if row["niveau"] == "national"}
    lost = []
    cpts = [(f["properties"]["stade"], placed_rings(f, lost))
            for f in read_json(options.report, "cpts.geojson")["features"]]
    zones = [placed_rings(f, lost)
             for f in read_json(options.report, "zones_blanches.geojson")["features"]]
    fixed = junctions(ring for rings in [own for _, own in cpts] + zones for ring in rings)
    summary = read_json(options.report, "resume.json")
    cpts = [(own, path_data(thinned_ring(ring, fixed) for ring in r)) for own, r in cpts]
    white = path_data(thinned_ring(ring, fixed) for rings in zones for ring in rings)
    svg = [HEAD % (escape(options.title), escape("Carte des CPTS par stade. " + options.note)),
           words(20, 40, options.title, 25, INK, "bold"),
           words(20, 68, options.note or summary["titre"], 16, WHITE_ZONE, "bold"),
           layer(white, 'fill="%s"' % COLOURS["aucun"]), layer(white, HATCHED)]
    for stage in list(LABELS)[1:]:  # the highest last: each place shows its highest stage
        style = 'fill="%s" stroke="#fff" stroke-width="5"' % COLOURS[stage]
        svg += [layer(data, style) for own, data in cpts if own == stage and data]
    svg.append(layer(white, OUTLINE % 12))
    for name, *_, left, top, width, height in FRAMES[1:]:
        svg += [box(left - 4, top - 22, width + 8, height + 26, 'fill="none" stroke="#bbb"'),
                words(left + 2, top - 6, name, 13)]
    svg += legend(shares, summary["options"]["white_below"], len(zones), 848)
    svg += [words(20, 1004, "Au %s. Chaque personne compte une fois, au stade le plus élevé là"
                  " où elle habite." % summary["options"]["at"], 13, SOFT_INK),
            words(20, 1024, "Population : %s. %s" % (
                summary["population"]["colonne"], options.source), 13, SOFT_INK)]
    sys.stderr.write("%d polygone(s) hors des cadres\n" % len(lost) if lost else "")
    say_made([write_file(options.output, "\n".join(svg + ["</svg>"]) + "\n")])
    return 0


if __name__ == "__main__":
    sys.exit(main())
