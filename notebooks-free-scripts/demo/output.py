"""Names and files of the fictitious list."""

import csv
import io
import os

STUDY = """# Étude de démonstration : toutes les CPTS en sont inventées (voir README.md).
title: Démonstration — données FICTIVES, décembre 2022
fictitious: true
units: ../france/units-france.gpkg
attributes: ../bassins/bassins-de-vie-2022.csv
cpts: [cpts.csv, perimetres.csv]
at: 2022-12-31
"""
PREFIXES = (
    "Communauté d'agglomération", "Communauté de communes", "Communauté urbaine",
    "Communauté d’agglomération", "Métropole")
ARTICLES = ("de la ", "de l'", "de l’", "des ", "du ", "de ", "d'", "d’")
HEADER = ["cpts_id", "cpts_nom", "date_projet", "date_lettre_intention",
          "date_projet_sante", "date_aci", "date_fin"]


def short_name(name):
    """The EPCI's name without its legal form and the article that follows it."""
    for prefix in PREFIXES:
        if name.startswith(prefix + " "):
            rest = name[len(prefix) + 1:]
            for article in ARTICLES:
                if rest.lower().startswith(article):
                    rest = rest[len(article):]
                    break
            return rest[0].upper() + rest[1:]
    return name


def read_epci_names(path):
    with open(path, encoding="utf-8", newline="") as stream:
        return {row["epci"]: short_name(row["nom"]) for row in csv.DictReader(stream)}


def name_all(cells, territories, epci_names):
    """One distinct name each: the main EPCI, with the main commune where needed."""
    plain, largest = {}, {}
    for territory in territories:
        people = {}
        for code in sorted(territory.codes):
            epci = cells[code].epci
            people[epci] = people.get(epci, 0) + cells[code].known_people
        main = max(people, key=lambda epci: (people[epci], epci))
        largest[territory] = max(
            (code for code in territory.codes if cells[code].epci == main),
            key=lambda code: (cells[code].known_people, code))
        plain[territory] = epci_names.get(main, cells[largest[territory]].name)
    times = {}
    for name in plain.values():
        times[name] = times.get(name, 0) + 1
    names = {}
    for territory, name in plain.items():
        if times[name] > 1:
            name = "%s – %s" % (name, cells[largest[territory]].name)
        names[territory] = "CPTS fictive " + name + territory.suffix
    return names


def write_rows(path, rows):
    """Write a CSV beside its final name, then rename it."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    write_text(path, text.getvalue())


def write_text(path, text):
    with open(path + ".partial", "w", encoding="utf-8", newline="") as stream:
        stream.write(text)
    os.replace(path + ".partial", path)


def write_study(folder, cells, territories, epci_names):
    """Write the study file and the two lists; return the paths."""
    os.makedirs(folder, exist_ok=True)
    names = name_all(cells, territories, epci_names)
    ordered = sorted(territories, key=lambda t: (t.home, min(t.codes), t.suffix))
    cpts, pairs = [HEADER], [["cpts_id", "code_commune"]]
    for rank, territory in enumerate(ordered, 1):
        identifier = "FICTIF-%04d" % rank
        days = territory.dates[1:] + [territory.end]
        cpts.append([identifier, names[territory]]
                    + [day.isoformat() if day else "" for day in days])
        pairs.extend([identifier, code] for code in sorted(territory.codes))
    paths = [os.path.join(folder, name)
             for name in ("etude.yml", "cpts.csv", "perimetres.csv")]
    write_text(paths[0], STUDY)
    write_rows(paths[1], cpts)
    write_rows(paths[2], pairs)
    return paths
