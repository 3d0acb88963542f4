"""The indicator of a month: population covered by a CPTS, by stage.

Runs `coverage-report report` on the last day of the month, then writes one table
(CSV and Markdown) for France and its regions: the shares by stage, exclusive
(they add up to 100 %) and cumulative (at least this stage).
"""

import argparse
import calendar
import os
import subprocess
import sys

from report_files import (
    EXIT_MISSING, decimal, markdown_table, read_table, say_made, stop, whole, write_csv,
    write_file)

STAGES = ["aucun", "projet", "lettre_intention", "projet_sante_valide", "aci_signe"]
LABELS = ["aucun", "projet", "lettre d'intention", "projet de santé validé", "ACI signé"]
COLUMNS = ["niveau", "code", "nom", "population_totale", "stade", "population_stade",
           "pct_stade", "population_cumulee", "pct_cumule"]


def last_day(month):
    try:
        year, number = (int(part) for part in month.split("-"))
        return "%04d-%02d-%02d" % (year, number, calendar.monthrange(year, number)[1])
    except ValueError:
        raise argparse.ArgumentTypeError("%s : un mois s'écrit 2022-12" % month)


def run_report(command, study, day, folder):
    if not os.path.isfile(study):
        stop(EXIT_MISSING, "%s : étude absente — l'indiquer avec --study" % study)
    try:
        done = subprocess.run(
            [command, "report", study, "--at", day, "--output", folder])
    except OSError as error:
        stop(EXIT_MISSING, "%s : commande introuvable (%s) — « swift build -c release »,"
             " ou --command" % (command, error.strerror))
    if done.returncode:
        stop(done.returncode, "%s : échec (code %d)" % (command, done.returncode))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--month", type=last_day, default="2022-12", help="as 2022-12")
    parser.add_argument("--study", default="data/demo/etude.yml")
    parser.add_argument("--command", default=".build/release/coverage-report")
    parser.add_argument("--report", default="out", help="where the report is written")
    parser.add_argument("--output", default="out/analyses")
    options = parser.parse_args()
    run_report(options.command, options.study, options.month, options.report)

    places = {}
    for row in read_table(options.report, "couverture.csv", COLUMNS):
        if row["niveau"] in ("national", "region"):
            key = (row["niveau"], row["code"], row["nom"], row["population_totale"])
            places.setdefault(key, {})[row["stade"]] = row

    def values(column):
        return [list(key) + [rows[stage][column] for stage in STAGES]
                for key, rows in places.items()]

    kinds = ["population_stade", "pct_stade", "population_cumulee", "pct_cumule"]
    header = COLUMNS[:4] + ["%s_%s" % (kind, s) for kind in kinds for s in STAGES]
    rows = [sum((part[4:] for part in parts), parts[0][:4])
            for parts in zip(*(values(kind) for kind in kinds))]
    name = os.path.join(options.output, "indicateur-" + options.month[:7])
    text = "# Population couverte par une CPTS au %s\n" % options.month
    for title, column in (
            ("Parts par stade (%), chacun compté une fois", "pct_stade"),
            ("Parts cumulées (%) : au moins ce stade", "pct_cumule")):
        text += "\n## %s\n\n" % title + markdown_table(
            ["Territoire", "Population"] + LABELS,
            [[row[2], whole(row[3])] + [decimal(v) for v in row[4:]]
             for row in values(column)])
    say_made([write_csv(name + ".csv", header, rows), write_file(name + ".md", text)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
