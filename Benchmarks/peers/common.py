"""What both peers share: the command line and the names of the files they write."""

import argparse
import os
import sys
from pathlib import Path

STAGES = ["aucun", "projet", "lettre_intention", "projet_sante_valide", "aci_signe"]
DATES = ["date_projet", "date_lettre_intention", "date_projet_sante", "date_aci"]
"""Date column of each stage from `projet` up, in the order of `STAGES[1:]`."""

WHITE_BELOW = 2
"""Rank of `lettre_intention`: a unit below it is white."""

METRIC = "EPSG:2154"
"""The one plane in which the peers measure. It is wrong overseas, and `agree.py` knows it."""


EQUAL_AREA = "EPSG:6933"
"""The plane in which the peers measure drawn territories: areas are true in it everywhere, overseas included."""

ROOT = Path(__file__).resolve().parents[2]
UNITS = ROOT / "data/france/units-france.gpkg"
LISTED = {"units": UNITS, "cpts": ROOT / "data/demo/cpts.csv", "members": ROOT / "data/demo/perimetres.csv"}
DRAWN = {"units": UNITS, "cpts": ROOT / "out/bench/data/france-4326.gpkg"}
GRID = {"cpts": DRAWN["cpts"], "grid": ROOT / "out/bench/data/cells-200m.csv"}
"""Inputs of each kind of study, with the files that `bench.py` gives by default."""


def arguments(tool, inputs=LISTED):
    """Options of a peer; `tool` names it in the help, `inputs` are the files that it reads."""
    parser = argparse.ArgumentParser(description=f"The report's work, done with {tool}.")
    for name, default in inputs.items():
        parser.add_argument(f"--{name}", type=Path, default=default)
    if inputs is LISTED:
        parser.add_argument("--at", default="2022-12-31", help="day of the report, YYYY-MM-DD")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="threads")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    for path in (getattr(options, name) for name in inputs):
        if not path.exists():
            sys.exit(f"{path}: no such file — give it with an option, see --help")
    options.output.mkdir(parents=True, exist_ok=True)
    return options


def note_unknown(codes):
    """Says which listed codes no unit has: like the tool, a peer drops nothing in silence."""
    if codes:
        shown = ", ".join(codes[:5]) + (" …" if len(codes) > 5 else "")
        print(f"{len(codes)} listed codes without a unit, set aside: {shown}", file=sys.stderr)
