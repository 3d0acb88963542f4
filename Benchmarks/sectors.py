#!/usr/bin/env python3
"""Holds the sectors of a report to their laws, to known optima, and to other ways of dividing the same land.

    sectors.py OUT [--only SECTION…] [--seconds S] [--peer-seconds S] [--jobs N] [--command PATH]

OUT is a report of the demonstration, whose territories are lists: so its units are whole. Needs the libraries of
`requirements.txt`. Exit code: 0 when all laws hold, 1 when one does not, 66 when a file is missing.
"""

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from statistics import median

from processes import ROOT, measure
os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy: one processor a job
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from sector_bounds import bound
from sector_cost import Rules, cost_of, cut_people, parts_of
from sector_ground import read_components
from sector_laws import components_divided, zones_shared_out
from sector_peers import PEERS, ask
from studies import OUT, UNITS

BASSINS = ROOT / "data/bassins/bassins-de-vie-2022.csv"
NEAR = 0.005
"""By so much more than the least that is possible ours may cost."""
LARGEST = 10
SECTIONS = "laws", "optima", "peers", "time"
UNCUT = 39_000_000
"""Fewer people than a sector has at least: so no component is cut."""


def laws(components, sectors, rules, options):
    found = [*zones_shared_out(options.report), *components_divided(components, sectors, rules)]
    print(f"\nLaws: {len(sectors)} sectors without project in {len(components)} components, {len(found)} broken")
    return found


def timed_bound(rules, seconds, component):
    start = time.monotonic()
    return bound(component, rules, seconds), time.monotonic() - start


def optima(components, sectors, rules, options):
    """Ours against the least that is possible."""
    divisible = [component for component in components
                 if component.total >= 2 * rules.smallest and len(component.people) > 1]
    print(f"\nOptima: {len(divisible)} components that may be cut, {options.seconds} s each at most; costs in people")
    print(f"{'':<28}{'people':>9}{'units':>7}{'sectors':>9}{'ours':>10}{'least':>10}{'more':>8}{'s':>7}")
    found, proven, near = [], 0, 0
    with ProcessPoolExecutor(options.jobs) as pool:
        results = pool.map(partial(timed_bound, rules, options.seconds), divisible)
        for component, (best, seconds) in zip(divisible, results):
            ours, count = cost_of(component, rules, component.ours), len(set(component.ours))
            line = f"{component.name:<28}{component.total:>9}{len(component.people):>7}{count:>9}{ours.people:>10.0f}"
            if best is None:
                print(f"{line}   out of bounds by {ours.out} people")
                continue
            more = ours.people / best.least - 1 if best.least > 0 else float(ours.cost > 0)
            proven, near = proven + best.is_proven * (best.found == ours.people), near + (more <= NEAR)
            print(f"{line}{best.least:>10.0f}{more:>8.2%}{seconds:>7.1f}", flush=True)
            if ours.people > best.found * (1 + NEAR):
                found.append(f"{component.name}: costs {ours.people:.0f}, and {best.found:.0f} is possible")
                print(f"  possible: {names(component, best.labels)}")
    print(f"proven least: {proven}; within {NEAR:.1%} of the bound: {near}")
    return found


def names(component, labels):
    """The sectors of a division by their main units and people."""
    return ", ".join(f"{component.units['nom'].iloc[places[component.people[places].argmax()]]} "
                     f"{component.people[places].sum()}" for places in parts_of(labels))


def peers(components, sectors, rules, options):
    """Ours against the best answer of each peer."""
    largest = [component for component in components if len(component.people) > 1][:LARGEST]
    print(f"\nPeers on the {len(largest)} largest components, {options.peer_seconds} s of processor each at most: cost "
          "more than ours, sectors, people cut off their bassin, of the best answer, people out of bounds first")
    found, ahead = [], {name: [] for name in PEERS}
    for component in largest:
        ours, cut = cost_of(component, rules, component.ours), cut_people(component, rules, "bassin", component.ours)
        print(f"{component.name}: {component.total} people, {len(component.people)} units; ours {ours.people:.0f}, "
              f"{len(set(component.ours))} sectors, {cut} cut")
        with ProcessPoolExecutor(options.jobs) as pool:
            asked = partial(ask, component=component, rules=rules, seconds=options.peer_seconds)
            for name, (answers, seconds) in zip(PEERS, pool.map(asked, PEERS)):
                costs = sorted((cost_of(component, rules, labels), len(parts_of(labels)),
                                cut_people(component, rules, "bassin", labels)) for labels in answers)
                print_peer(name, costs, ours, seconds)
                ahead[name] += [(cost.people / ours.people - 1, apart - cut)
                                for cost, _, apart in costs[:1] if not cost.out]
                if costs and costs[0][0] < ours:
                    found.append(f"{component.name}: {name} costs {costs[0][0].people:.0f}, ours {ours.people:.0f}")
    print(f"\n{'':<22}{'within bounds':>14}{'more cost, median':>19}{'least':>9}{'fewer people cut':>18}")
    for name, rows in ahead.items():
        more = [row[0] for row in rows]
        figures = f"{median(more):>19.1%}{min(more):>9.1%}" if rows else f"{'–':>19}{'–':>9}"
        print(f"{name:<22}{len(rows):>8} of {len(largest):>2}{figures}{sum(row[1] < 0 for row in rows):>18}")
    return found


def print_peer(name, costs, ours, seconds):
    if not costs:
        print(f"  {name:<22}no answer{seconds:>36.1f} s")
        return
    cost, count, cut = costs[0]
    state = f"out of bounds by {cost.out}" if cost.out else "within bounds"
    print(f"  {name:<22}{cost.people / ours.people - 1:>+8.1%}{count:>3} sectors{cut:>8} cut{seconds:>8.1f} s  "
          f"{state}, {len(costs)} answers", flush=True)


def spent(components, sectors, rules, options):
    """What the cut takes: a whole run less one that cuts nothing."""
    if not options.command.exists():
        print(f"skipped: time: no command at {options.command} — build it, or give --command", file=sys.stderr)
        return []
    data = ROOT / "data/demo"
    OUT.mkdir(parents=True, exist_ok=True)
    study = OUT / "uncut.yml"
    study.write_text(f"units: {UNITS}\nattributes: {BASSINS}\ncpts: [{data}/cpts.csv, {data}/perimetres.csv]\n"
                     f"at: 2022-12-31\noption-smallest: {UNCUT}\noption-largest: {UNCUT + 1}\n")
    lines = {name: [options.command, "report", path, "--quiet", "--jobs", "1"]
             for name, path in [("cut", data / "etude.yml"), ("uncut", study)]}
    results, failed = measure(lines, 5, OUT / "sectors", "secteurs.csv")
    if not failed:
        cut, uncut = (median(row["cpu_s"] for row in results[name]) for name in ("cut", "uncut"))
        print(f"\nTime: {cut - uncut:.2f} s of processor for all cuts of France, of {cut:.2f} s for the report "
              "(difference of medians of 5 runs in turns)")
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=Path)
    parser.add_argument("--only", nargs="+", choices=SECTIONS, default=SECTIONS)
    parser.add_argument("--seconds", type=float, default=60, help="for each optimum")
    parser.add_argument("--peer-seconds", type=float, default=10, help="of processor, for each peer on each component")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--command", type=Path, default=ROOT / ".build/release/coverage-report")
    options = parser.parse_args()
    try:
        components, sectors = read_components(options.report, UNITS, BASSINS)
    except FileNotFoundError as error:
        print(f"{error.filename}: no such file", file=sys.stderr)
        sys.exit(66)
    parts = dict(zip(SECTIONS, (laws, optima, peers, spent)))
    broken = [law for section in options.only for law in parts[section](components, sectors, Rules(), options)]
    for law in broken:
        print(f"broken: {law}")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
