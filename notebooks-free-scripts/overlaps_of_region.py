"""The overlaps to settle in a region, ranked by people.

Keeps the overlaps qualified `a_concilier` or `deux_projets_valides` of which at
least one CPTS has part of its territory in the region.
"""

import argparse
import os
import sys

from report_files import (
    EXIT_USAGE, counted, decimal, markdown_table, read_table, say_made, stop, whole, write_csv,
    write_file)

KINDS = {"deux_projets_valides": "deux projets validés", "a_concilier": "à concilier"}
OVERLAP = ["cpts_a", "cpts_b", "stade_a", "stade_b", "qualification", "population",
           "superficie_km2", "pct_population_a", "pct_population_b", "communes"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--region", required=True, help="INSEE code, as 93 or 04")
    parser.add_argument("--report", default="out")
    parser.add_argument("--output", default="out/analyses")
    options = parser.parse_args()
    region = options.region.zfill(2)
    cpts = {row["cpts_id"]: row for row in read_table(
        options.report, "cpts.csv", ["cpts_id", "cpts_nom", "regions"])}
    places = read_table(options.report, "communes.csv", ["code", "nom", "reg"])
    communes = {row["code"]: row["nom"] for row in places}
    if region not in {row["reg"] for row in places}:
        stop(EXIT_USAGE, "%s : région absente du rapport" % region)

    def concerns(row):
        return any(region in cpts[row[side]]["regions"].split("|")
                   for side in ("cpts_a", "cpts_b") if row[side] in cpts)

    def label(identifier):
        return "%s (%s)" % (cpts.get(identifier, {}).get("cpts_nom", ""), identifier)

    overlaps = [row for row in read_table(options.report, "chevauchements.csv", OVERLAP)
                if row["qualification"] in KINDS and concerns(row)]
    overlaps.sort(key=lambda row: (-int(row["population"] or 0), row["cpts_a"], row["cpts_b"]))
    rows = [[rank] + [row[c] for c in OVERLAP[:2]]
            + [cpts.get(row[side], {}).get("cpts_nom", "") for side in ("cpts_a", "cpts_b")]
            + [row[c] for c in OVERLAP[2:]] for rank, row in enumerate(overlaps, 1)]
    header = ["rang"] + OVERLAP[:2] + ["cpts_nom_a", "cpts_nom_b"] + OVERLAP[2:]

    people = sum(int(row["population"] or 0) for row in overlaps)
    text = ("# Chevauchements de CPTS à régler, région %s\n\n"
            "%s, %s habitants (somme des paires).\n\n" % (
                region, counted(len(overlaps), "chevauchement", "chevauchements"), whole(people)))
    if overlaps:
        text += markdown_table(
            ["Rang", "CPTS a", "Stade a", "CPTS b", "Stade b", "À faire", "Communes",
             "Habitants", "% de a", "% de b"],
            [[rank, label(row["cpts_a"]), row["stade_a"], label(row["cpts_b"]),
              row["stade_b"], KINDS[row["qualification"]],
              ", ".join("%s (%s)" % (communes.get(code, "arrondissement"), code)
                        for code in row["communes"].split("|")),
              whole(row["population"]), decimal(row["pct_population_a"]),
              decimal(row["pct_population_b"])] for rank, row in enumerate(overlaps, 1)],
            7)
    name = os.path.join(options.output, "chevauchements-" + region)
    say_made([write_csv(name + ".csv", header, rows), write_file(name + ".md", text)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
