"""Which units hold the land of a commune that another year's file names.

INSEE's movements tell it up to 1 January 2024, the delegated and associated communes of the
units after that. The mergers without delegated commune and the division of 2025, which neither
tells, stand below by name: the packaged people of 2017 fit all of them but Saillans, where they tell nothing.
"""

import csv
import sqlite3

FIRST_DAY_NOT_IN_PEOPLE = "2023-01-02"
MERGER, RESTORED = ("31", "32"), "21"

# Mergers of 2025 that left no delegated commune.
MERGED_SINCE = {
    "02311": "02589",  # Filain: Pargny-et-Filain
    "08300": "08439",  # Le Mont-Dieu: Tannay-le-Mont-Dieu
    "16238": "16023",  # Moutonneau: Aunac-sur-Charente
    "25297": "25364",  # Le Gratteris: Mamirolle
    "26371": "26289",  # Véronne: Saillans
    "42072": "42217",  # La Côte-en-Couzan: La Côte-Saint-Didier
    "71131": "71566",  # Ciel: Verdun-Ciel
    "72287": "72155",  # Saint-Gervais-en-Belin: Laigné-Saint-Gervais
}
# Neussargues en Pinatelle, divided on 1 January 2025.
DIVIDED_SINCE = {"15141": ["15031", "15035", "15047", "15141", "15171"]}


def read_csv(path, delimiter=","):
    with open(path, encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=delimiter))


class Parts:
    """Delegated and associated communes of the complete set of units."""

    def __init__(self, path):
        source = sqlite3.connect("file:%s?mode=ro" % path, uri=True)
        rows = source.execute(
            "SELECT code, parent, CAST(population_municipale AS INTEGER) FROM units"
            " WHERE type IN ('COMD', 'COMA') ORDER BY code, type").fetchall()
        source.close()
        self.parent, self.people = {}, {}
        for code, parent, people in rows:
            self.parent.setdefault(code, parent)
            self.people[parent] = self.people.get(parent, 0) + (people or 0)


class Successors:
    """Units of today by the code of a commune of 2023 or 2024."""

    def __init__(self, units, parts, movements):
        self.units = units
        self.parts = parts
        self.merged, self.divided = dict(MERGED_SINCE), dict(DIVIDED_SINCE)
        for row in read_csv(movements):
            if (row["DATE_EFF"] < FIRST_DAY_NOT_IN_PEOPLE
                    or (row["TYPECOM_AV"], row["TYPECOM_AP"]) != ("COM", "COM")):
                continue
            before, after = row["COM_AV"], row["COM_AP"]
            if row["MOD"] in MERGER and before != after:
                self.merged[before] = after
            elif row["MOD"] == RESTORED:
                self.divided.setdefault(before, []).append(after)

    def of(self, code):
        """The codes of the units, in order; an unknown code is an error."""
        if code in self.divided:
            return sorted(self.divided[code])
        if code in self.units:
            return [code]
        after = self.merged.get(code) or self.parts.parent.get(code)
        if after is None:
            raise ValueError("%s: no unit holds the land of this commune" % code)
        return self.of(after)
