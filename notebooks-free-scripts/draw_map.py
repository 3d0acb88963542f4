"""Draw the map of a report as one SVG: CPTS by stage, white zones, overseas as insets.

Each frame has its own local projection: longitudes and latitudes in proportion, with
the width right at the frame's middle latitude. A map to look at, not to measure on.
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
 height="1040" role="img" aria-labelledby="t d"
 font-family="Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif">
<title id="t">%s</title><desc id="d">%s</desc>
<defs><pattern id="hatch" width="45" height="45" patternUnits="userSpaceOnUse"
 patternTransform="rotate(45)"><path d="M0 0V45" stroke="#b34700" stroke-width="22"
 stroke-opacity=".55"/></pattern></defs><rect width="100%%" height="100%%" fill="#fff"/>"""
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
HATCHED, HALF_PIXEL = 'fill="url(#hatch)"', 0.5


def features(folder, name):
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        stop(EXIT_MISSING, "%s : fichier absent — refaire le rapport" % path)
    with open(path, encoding="utf-8") as stream:
        return json.load(stream)["features"]


def place(x, y, frame):
    """The point of the page for a longitude and a latitude."""
    _, west, south, east, north, left, top, width, height = frame
    narrow = math.cos(math.radians((south + north) / 2))
    scale = min(width / ((east - west) * narrow), height / (north - south))
    return (left + (width + (2 * x - west - east) * narrow * scale) / 2,
            top + (height - (2 * y - south - north) * scale) / 2)


def placed_rings(feature, lost):
    """Rings of a feature on the page, without their closing point."""
    shape = feature["geometry"] or {"type": "MultiPolygon", "coordinates": []}
    polygons = shape["coordinates"]
    rings = []
    for polygon in [polygons] if shape["type"] == "Polygon" else polygons:
        x, y = polygon[0][0]
        frame = next((f for f in FRAMES if f[1] - 0.5 < x < f[3] + 0.5
                      and f[2] - 0.5 < y < f[4] + 0.5), None)
        if frame:
            rings += [[place(x, y, frame) for x, y in ring[:-1]] for ring in polygon]
        else:
            lost.append(polygon)
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
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(points, points[1:])]
        steps = ["%d %d" % step for step in steps if step != (0, 0)]
        if len(steps) > 1:
            text += "M%d %dl%sz" % (*points[0], " ".join(steps).replace(" -", "-"))
    return text


def layer(data, style):
    return ('<path transform="scale(.1)" fill-rule="evenodd" stroke-linejoin="round" %s'
            ' d="%s"/>' % (style, data)) if data else ""


def words(x, y, text, size=14, colour=INK, weight="normal"):
    return '<text x="%d" y="%d" font-size="%d" fill="%s" font-weight="%s">%s</text>' % (
        x, y, size, colour, weight, escape(text))


def box(x, y, width, height, style):
    return '<rect x="%d" y="%d" width="%d" height="%d" %s/>' % (x, y, width, height, style)


def legend(shares, covered_from, zone_count, top):
    """Each colour with its share of the people; then what the orange outline means."""
    square = "M200 %dh340v180h-340z" % (10 * (top + 108))
    parts = []
    for row, stage in enumerate(reversed(LABELS)):
        style = 'fill="%s" stroke="%s"' % (COLOURS[stage], SOFT_INK)
        parts += [box(20, top + 27 * row, 34, 18, style),
                  words(64, top + 14 + 27 * row, "%s : %s %% des habitants" % (
                      LABELS[stage], decimal(shares[stage])))]
    parts.append(layer(square, HATCHED))  # the last box is that of `aucun`
    style = 'fill="none" stroke="%s" stroke-width="3"' % WHITE_ZONE
    return parts + [box(560, top, 34, 18, style),
                    words(604, top + 14, "%d zones blanches" % zone_count, weight="bold"),
                    words(604, top + 36, "d'un seul tenant, sans CPTS au stade"),
                    words(604, top + 56, covered_from + " ou plus")]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--report", default="out")
    parser.add_argument("--output", default="out/analyses/carte.svg")
    parser.add_argument("--title", default="Population couverte par les CPTS")
    parser.add_argument("--note", default="", help="a warning, as « Données fictives »")
    parser.add_argument("--source", default="Source : fichiers du rapport.")
    options = parser.parse_args()

    shares = {row["stade"]: row["pct_stade"] for row in read_table(
        options.report, "couverture.csv", ["niveau", "stade", "pct_stade"])
        if row["niveau"] == "national"}
    lost = []
    cpts = [(feature["properties"]["stade"], placed_rings(feature, lost))
            for feature in features(options.report, "cpts.geojson")]
    zones = [placed_rings(f, lost) for f in features(options.report, "zones_blanches.geojson")]
    fixed = junctions(ring for rings in [own for _, own in cpts] + zones for ring in rings)
    with open(os.path.join(options.report, "resume.json"), encoding="utf-8") as stream:
        summary = json.load(stream)
    covered_from = summary["options"]["white_below"]

    def drawn(rings):
        return path_data(thinned_ring(ring, fixed) for ring in rings)

    white = "".join(map(drawn, zones))
    svg = [HEAD % (escape(options.title), escape("Carte des CPTS par stade. " + options.note)),
           words(20, 40, options.title, 25, weight="bold"),
           words(20, 68, options.note, 16, WHITE_ZONE, "bold"),
           layer(white, 'fill="%s"' % COLOURS["aucun"]), layer(white, HATCHED)]
    for stage in list(LABELS)[1:]:  # the highest last: each place shows its highest stage
        style = 'fill="%s" stroke="#fff" stroke-width="5"' % COLOURS[stage]
        svg += [layer(drawn(rings), style) for own, rings in cpts if own == stage]
    svg.append(layer(white, 'fill="none" stroke="%s" stroke-width="12"' % WHITE_ZONE))
    for name, *_, left, top, width, height in FRAMES[1:]:
        svg += [box(left - 4, top - 22, width + 8, height + 26, 'fill="none" stroke="#bbb"'),
                words(left + 2, top - 6, name, 13)]
    svg += legend(shares, covered_from, len(zones), 848)
    for row, text in enumerate((
            "Au %s. Chaque personne compte une fois, au stade le plus élevé là où elle habite."
            % summary["options"]["at"],
            "Population : %s. %s" % (summary["population"]["colonne"], options.source))):
        svg.append(words(20, 1004 + 20 * row, text, 13, SOFT_INK))
    if lost:
        sys.stderr.write("%d polygone(s) hors des cadres, non dessinés\n" % len(lost))
    say_made([write_file(options.output, "\n".join(svg + ["</svg>"]) + "\n")])
    return 0


if __name__ == "__main__":
    sys.exit(main())
