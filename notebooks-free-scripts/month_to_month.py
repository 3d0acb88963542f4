"""The monthly routine: one list, the report, what changed, and the three files to send.

Takes what each region sent (a file or a folder a sender), brings it together
(`consolidate`), makes the report of the month's last day (`report`), and says why
the indicator moved since the month before (`compare`). Each month has a folder of
its own in --work: the month before, where it is there, is what this one is held to.
"""

import argparse
import os
import shutil
import subprocess
import sys

from indicator_of_month import last_day
from report_files import EXIT_DATA, EXIT_MISSING, read_table, say_made, stop, write_csv

DATES = ["date_projet", "date_lettre_intention", "date_projet_sante", "date_aci", "date_fin"]


def run(command, *words):
    try:
        done = subprocess.run([command, *words, "--language", "fr"], stdout=subprocess.PIPE, text=True)
    except OSError as error:
        stop(EXIT_MISSING, "%s : commande introuvable (%s) — « swift build -c release »,"
             " ou --command" % (command, error.strerror))
    if done.returncode:
        stop(done.returncode, "%s %s : échec (code %d)" % (command, words[0], done.returncode))
    return done.stdout


def senders_of(folder):
    """Files and folders of the month, a sender each."""
    if not os.path.isdir(folder):
        stop(EXIT_MISSING, "%s : dossier absent — y mettre un fichier, ou un dossier, par"
             " expéditeur" % folder)
    names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    if not names:
        stop(EXIT_MISSING, "%s : dossier vide — y mettre les listes reçues" % folder)
    return [os.path.join(folder, name) for name in names]


def month_before(month):
    year, number = int(month[:4]), int(month[5:7])
    return "%04d-%02d" % (year - (number == 1), (number - 2) % 12 + 1)


def split_demonstration(folder, day, report, study):
    """What each region would send of the demonstration: the CPTS whose people mostly live there."""
    people = {row["code"]: (row["reg"], int(row["population"] or 0))
              for row in read_table(report, "communes.csv", ["code", "reg", "population"])}
    pairs, weights = {}, {}
    for row in read_table(study, "perimetres.csv", ["cpts_id", "code_commune"]):
        pairs.setdefault(row["cpts_id"], []).append(row["code_commune"])
        region, count = people.get(row["code_commune"], ("autres", 0))
        weight = weights.setdefault(row["cpts_id"], {})
        weight[region] = weight.get(region, 0) + count
    lists = {}
    for row in read_table(study, "cpts.csv", ["cpts_id", "cpts_nom"] + DATES):
        # Nobody knew in that month what came later.
        dates = [row[name] if row[name] <= day else "" for name in DATES]
        if not any(dates) or row["cpts_id"] not in weights:
            continue
        weight = weights[row["cpts_id"]]
        region = min(weight, key=lambda name: (-weight[name], name))
        lists.setdefault(region, []).append([row["cpts_id"], row["cpts_nom"]] + dates)
    if os.path.isdir(folder):
        shutil.rmtree(folder)
    for region, rows in lists.items():
        place = os.path.join(folder, "region-" + region)
        write_csv(os.path.join(place, "cpts.csv"), ["cpts_id", "cpts_nom"] + DATES, rows)
        write_csv(os.path.join(place, "perimetres.csv"), ["cpts_id", "code_commune"],
                  [[row[0], code] for row in rows for code in pairs[row[0]]])


def month_of(command, month, day, senders, work, accept):
    """Makes one month; returns the files to send, and why the indicator moved."""
    folder, before = (os.path.join(work, name) for name in (month, month_before(month)))
    lists, report = os.path.join(folder, "listes"), os.path.join(folder, "rapport")
    is_followed = os.path.isfile(os.path.join(before, "rapport", "resume.json"))

    def since(name):
        return ["--since", os.path.join(before, name)] if is_followed else []

    told = run(command, "consolidate", *senders_of(senders), "--at", day, "--output", lists,
               *since("listes"))
    alarms = [line for line in told.splitlines() if line.lstrip().startswith("!")]
    for line in alarms:
        sys.stderr.write(line + "\n")
    if alarms and not accept:
        stop(EXIT_DATA, "%s : envoi manquant ou coupé, l'indicateur baisserait à tort —"
             " redemander la liste, ou relancer avec --accept" % month)
    run(command, "report", "--cpts", os.path.join(lists, "cpts.csv"),
        "--cpts", os.path.join(lists, "perimetres.csv"), "--at", day, "--output", report,
        *since("rapport"))
    files = [os.path.join(report, "rapport.html"), os.path.join(lists, "arbitrages.csv")]
    if not is_followed:
        print("%s : pas de rapport du mois d'avant dans %s, donc pas de comparaison" % (
            month, os.path.join(before, "rapport")))
        return files, ""
    changes = os.path.join(folder, "variation")
    told = run(command, "compare", os.path.join(before, "rapport"), report, "--output", changes)
    sentence = next((line for line in told.splitlines() if " : " in line and "→" in line), "")
    return files[:1] + [os.path.join(changes, "comparaison.html")] + files[1:], sentence


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--month", type=last_day, default="2022-12", help="as 2022-12")
    parser.add_argument("--senders", help="folder of what was received, a file or folder a"
                        " sender; without it, the demonstration, split by region, for two months")
    parser.add_argument("--command", default=".build/release/coverage-report")
    parser.add_argument("--study", default="data/demo", help="lists of the demonstration")
    parser.add_argument("--report", default="out", help="its report, to split it by region")
    parser.add_argument("--work", default="out/mois", help="a folder a month is written there")
    parser.add_argument("--accept", action="store_true",
                        help="go on though a sender is missing, or sent far less")
    options = parser.parse_args()
    month = options.month[:7]
    if options.senders:
        months = [(month, options.month, options.senders)]
    else:
        months = []
        for name in (month_before(month), month):
            day, folder = last_day(name), os.path.join(options.work, "recu", name)
            split_demonstration(folder, day, options.report, options.study)
            months.append((name, day, folder))
    for name, day, senders in months:
        files, sentence = month_of(
            options.command, name, day, senders, options.work, options.accept)
    if sentence:
        print(sentence)
    say_made(files)
    return 0


if __name__ == "__main__":
    sys.exit(main())
