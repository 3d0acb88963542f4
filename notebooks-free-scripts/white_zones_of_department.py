"""The white zones of a department, ranked by people, with the CPTS beside them.

A zone that crosses the border of the department is listed with its whole
population; the columns say how many of its communes are in the department.
"""

import argparse
import os
import sys

from report_files import (
    EXIT_USAGE, counted, decimal, markdown_table, read_table, say_made, stop, whole, write_csv,
    write_file)

ZONE = ["zone", "statut", "population", "superficie_km2", "nb_communes", "communes",
        "departements", "commune_principale"]
BESIDE = ["zone", "cpts_id", "stade", "frontiere_km", "pct_frontiere", "population_cpts",
          "taille_avant", "population_apres", "taille_apres"]


def department_of(code):
    return code[:3] if code.startswith("97") else code[:2]


def density(zone):
    area = float(zone["superficie_km2"] or 0)
    known = zone["population"] != ""
    return "%.1f" % (int(zone["population"]) / area) if area and known else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--department", required=True, help="as 05, 2A, 974")
    parser.add_argument("--report", default="out")
    parser.add_argument("--output", default="out/analyses")
    options = parser.parse_args()
    department = options.department.upper().zfill(2)
    known = {row["dep"] for row in read_table(options.report, "communes.csv", ["dep"])}
    if department not in known:
        stop(EXIT_USAGE, "%s : département absent du rapport" % department)
    names = {row["cpts_id"]: row["cpts_nom"]
             for row in read_table(options.report, "cpts.csv", ["cpts_id", "cpts_nom"])}
    beside = {}
    for row in read_table(options.report, "zones_blanches_voisins.csv", BESIDE):
        beside.setdefault(row["zone"], []).append(row)
    zones = [row for row in read_table(options.report, "zones_blanches.csv", ZONE)
             if department in row["departements"].split("|")]
    zones.sort(key=lambda row: (-int(row["population"] or 0), row["zone"]))

    rows, neighbours = [], []
    text = ("# Zones blanches du département %s\n\n"
            "%s, de la plus peuplée à la moins peuplée.\n" % (
                department, counted(len(zones), "zone", "zones")))
    for rank, zone in enumerate(zones, 1):
        inside = sum(department_of(c) == department for c in zone["communes"].split("|"))
        rows.append([rank] + [zone[c] for c in ZONE[:5]] + [inside, density(zone)]
                    + [zone[c] for c in ("commune_principale", "departements")])
        near = sorted(beside.get(zone["zone"], []),
                      key=lambda row: (-float(row["frontiere_km"]), row["cpts_id"]))
        neighbours.extend([row[c] for c in BESIDE[:2]] + [names.get(row["cpts_id"], "")]
                          + [row[c] for c in BESIDE[2:]] for row in near)
        text += ("\n## %d. %s (%s)\n\n%s habitants, %s km², %s hab./km² ; %s,"
                 " dont %d dans le département ; statut : %s.\n\n" % (
                     rank, zone["commune_principale"], zone["zone"],
                     whole(zone["population"]), decimal(zone["superficie_km2"]),
                     decimal(density(zone)), counted(int(zone["nb_communes"]), "commune", "communes"),
                     inside, zone["statut"]))
        text += markdown_table(
            ["CPTS voisine", "Stade", "Frontière (km)", "% de la frontière",
             "Habitants avant", "Taille avant", "Habitants après", "Taille après"],
            [["%s (%s)" % (names.get(row["cpts_id"], ""), row["cpts_id"]), row["stade"],
              decimal(row["frontiere_km"]), decimal(row["pct_frontiere"]),
              whole(row["population_cpts"]), row["taille_avant"],
              whole(row["population_apres"]), row["taille_apres"]] for row in near],
            2) if near else "Aucune CPTS voisine.\n"
    name = os.path.join(options.output, "zones-blanches-" + department)
    header = ["rang"] + ZONE[:5] + [
        "nb_communes_departement", "densite_hab_km2", "commune_principale", "departements"]
    say_made([write_csv(name + ".csv", header, rows),
              write_csv(name + "-voisins.csv", BESIDE[:2] + ["cpts_nom"] + BESIDE[2:],
                        neighbours),
              write_file(name + ".md", text)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
