"""Why the indicator moved: the causes of a comparison, opened into communes.

Runs `coverage-report compare` on two reports, checks that every number of
variation.csv is the sum of its communes, then writes one table (CSV and
Markdown): for France, the causes and the CPTS that make most of each.
"""

import argparse
import collections
import os
import subprocess
import sys

from report_files import (
    EXIT_DATA, EXIT_MISSING, decimal, markdown_table, read_table, say_made, stop, whole,
    write_csv, write_file)

COLUMNS = ["cause", "population", "points", "cpts", "population_cpts"]
MOST = 5
LEVELS = {"region": "reg", "departement": "dep"}


def run_compare(command, before, after, folder):
    try:
        done = subprocess.run([command, "compare", before, after, "--output", folder])
    except OSError as error:
        stop(EXIT_MISSING, "%s : commande introuvable (%s) — « swift build -c release »,"
             " ou --command" % (command, error.strerror))
    if done.returncode:
        stop(done.returncode, "%s : échec (code %d)" % (command, done.returncode))


def sums(communes, column):
    """People by area and cause."""
    found = collections.Counter()
    for row in communes:
        found[row[column] if column else "", row["cause"]] += int(row["population"])
    return found


def check(variation, communes):
    """Every number opens into communes, to the person."""
    by_level = {level: sums(communes, column) for level, column in LEVELS.items()}
    whole_study = sums(communes, None)
    for row in variation:
        code = row["code"] if row["niveau"] in LEVELS else ""
        found = by_level.get(row["niveau"], whole_study)[code, row["cause"]]
        if found != int(row["population"]):
            stop(EXIT_DATA, "%s %s %s : %s dans variation.csv, %d dans les communes" % (
                row["niveau"], row["code"], row["cause"], row["population"], found))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--before", default="out/2021-12")
    parser.add_argument("--after", default="out")
    parser.add_argument("--command", default=".build/release/coverage-report")
    parser.add_argument("--compare", default="out/variation", help="where it is written")
    parser.add_argument("--output", default="out/analyses")
    options = parser.parse_args()

    run_compare(options.command, options.before, options.after, options.compare)
    variation = read_table(
        options.compare, "variation.csv", ["niveau", "code", "cause", "population", "points"])
    communes = read_table(
        options.compare, "communes_variation.csv", ["dep", "reg", "cause", "population", "cpts"])
    check(variation, communes)
    rows = []
    for row in variation:
        if row["niveau"] in LEVELS:
            continue
        people = collections.Counter()
        for commune in communes:
            if commune["cause"] == row["cause"] and commune["cpts"]:
                people[commune["cpts"]] += int(commune["population"])
        largest = sorted(people.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:MOST]
        for cpts, count in largest or [("", "")]:
            rows.append([row["cause"], row["population"], row["points"], cpts, str(count)])
    text = "# Pourquoi l'indicateur a bougé\n\n" + markdown_table(
        ["Cause", "CPTS", "Habitants", "Points", "Dont cette CPTS"],
        [[cause, cpts or "—", whole(people), decimal(points), whole(count)]
         for cause, people, points, cpts, count in rows], text_columns=2)
    name = os.path.join(options.output, "pourquoi")
    say_made([write_csv(name + ".csv", COLUMNS, rows), write_file(name + ".md", text)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
