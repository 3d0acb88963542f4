"""Make the demonstration study: a FICTITIOUS national list of CPTS.

None of these CPTS exists. Their number, stages and coverage retell the figures
published for December 2022, and at a later date those of June 2023, so that a
whole report can be tried at true scale.
Territories are made from EPCI: small neighbours joined, large ones split.
The same seed and the same units give the same files.
"""

import argparse
import os
import random
import sys

from demo.cells import read_cells
from demo.dates import set_dates, set_ended_dates
from demo.details import detach, ended_territories, forget_communes, forget_epci, overlap
from demo.figures import figures
from demo.output import read_epci_names, write_study
from demo.partition import Territory, make_territories
from demo.stages import PROJECT, advance, assign, balance, break_up, tune

TERRITORIES = 940
STRADDLING_EPCI = 46


def make_study(cells, total, rng):
    """All the CPTS: alive on 31 December 2022, then those that ended before."""
    territories = make_territories(cells, rng, TERRITORIES, STRADDLING_EPCI)
    assign(cells, territories, rng)
    tune(cells, territories, total * 1.02, rng, 0.002)
    break_up(cells, territories, rng)
    forget_epci(cells, territories, rng)
    forget_communes(cells, territories, rng)
    detach(cells, territories, rng)
    balance(cells, territories, rng)
    break_up(cells, territories, rng)
    overlap(cells, territories, rng)
    tune(cells, territories, total, rng, 0.0001)
    ended = ended_territories(cells, territories, rng, Territory)
    alive = [t for t in territories if t.stage >= PROJECT]
    advance(cells, alive, total, rng, 0.00005)
    set_dates(cells, alive, ended, total, rng)
    set_ended_dates(ended, rng)
    return alive + ended


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--units", default="data/france/units-france.gpkg")
    parser.add_argument("--epci", default="../shared/data/epci.csv")
    parser.add_argument("--output", default="data/demo")
    parser.add_argument("--seed", type=int, default=2022)
    options = parser.parse_args()
    for path in (options.units, options.epci):
        if not os.path.exists(path):
            sys.stderr.write("%s: file not found - name it with --units or --epci\n" % path)
            return 66
    cells, total = read_cells(options.units)
    territories = make_study(cells, total, random.Random(options.seed))
    paths = write_study(
        options.output, cells, territories, read_epci_names(options.epci))
    for label, value in figures(cells, territories, total):
        print("%-46s %s" % (label, value))
    for path in paths:
        print("wrote %s" % path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
