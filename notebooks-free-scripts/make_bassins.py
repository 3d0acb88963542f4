"""Derive the bassins de vie of the units from the table of all zonings by commune.

Keeps the code of the unit, that of its bassin de vie 2022 and the bassin's name, which is
that of the commune whose code it bears. A commune newer than the table takes the bassin of
the commune that had its land, a merged one that of its seat. The result is an adapted
database under the ODbL, apart from the other data. The same sources give the same bytes.
"""

import csv
import os
import sys

from france.codes import Parts, Successors, read_csv
from france.inputs import options_of, tell_digest
from france.names import read_labels
from make_france import read_units

INPUTS = {
    "bassins": "bassins-de-vie/bassins-de-vie-2022_cog2024.csv",
    "source": "units-france.gpkg",
    "movements": "insee/mouvements-communes_2024.csv",
    "cog": "insee/communes_cog2024.csv",
}
HEADER = ["code", "bv2022", "bassin_de_vie_nom"]


def bassins_of_units(bassins, successors):
    """({unit: bassin}, communes merged since into a unit of another bassin)."""
    result = {code: bassin for code, bassin in bassins.items() if code in successors.units}
    moved = []
    for code, bassin in sorted(bassins.items()):
        for unit in successors.of(code):
            if result.setdefault(unit, bassin) != bassin:
                moved.append((code, unit))
    return result, moved


def write_table(path, bassins, labels):
    """Write the CSV beside its final name, then rename it."""
    with open(path + ".partial", "w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(HEADER)
        for code, bassin in sorted(bassins.items()):
            writer.writerow([code, bassin, labels[bassin][1]])
    os.replace(path + ".partial", path)


def main():
    options = options_of(__doc__, INPUTS, "data/bassins/bassins-de-vie-2022.csv")
    if options is None:
        return 66
    table = {row["CODGEO"]: row["BV2022"] for row in read_csv(options.bassins) if row["CODGEO"]}
    units, _ = read_units(options.source)
    successors = Successors(units, Parts(options.source), options.movements)
    bassins, moved = bassins_of_units(table, successors)
    write_table(options.output, bassins, read_labels(options.cog))
    print("communes: %d of %d, bassins: %d" % (
        len(bassins), sum(unit.kind == "COM" for unit in units.values()),
        len(set(bassins.values()))))
    print("merged since into a commune of another bassin: %s" % (
        ", ".join("%s in %s" % pair for pair in moved) or "none"))
    tell_digest(options.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
