#!/usr/bin/env python3
"""Times `coverage-report` against its peers, as whole processes, in turns, on the same machine and the same data.

    bench.py [--command PATH] [--runs N] [--only SECTION…]

Prints tables, and writes every figure to `out/bench/bench.json`. Needs Python's standard library only: the
peers' libraries go into a virtual environment of their own. Exit code: 0 when all ran and agree, else 1.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import time
import venv
from pathlib import Path
from statistics import median

from processes import ROOT, TOOL, measure, print_growth, print_times, run
from studies import HERE, OUT, PYTHON, STUDIES, copied_inputs, inputs, make_data, programs

SIZES = (1, 2, 4)
WITHOUT_GRID = f"{TOOL}-without-grid"
SECTIONS = {
    "time": ("listed", "time"), "agree": ("listed", "agree"), "scaling": ("listed", "scaling"),
    "drawn-time": ("drawn", "time"), "drawn-agree": ("drawn", "agree"), "drawn-scaling": ("drawn", "scaling"),
    "lambert-time": ("lambert", "time"), "lambert-agree": ("lambert", "agree"),
    "grid-time": ("grid", "time"), "grid-agree": ("grid", "agree"),
}
"""Sections of the bench, each a study and what is done with it. The first three are the study by lists."""


def prepare():
    """Creates the virtual environment when it is missing or its requirements have changed."""
    wanted = (HERE / "requirements.txt").read_text()
    stamp = PYTHON.parents[1] / "requirements.txt"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("installing the peers' libraries…", file=sys.stderr)
    venv.create(stamp.parent, with_pip=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", "-r", HERE / "requirements.txt"], check=True)
    stamp.write_text(wanted)


def folder_of(name):
    """Where the outputs of a study's timed runs are."""
    return OUT / ("time" if name == "listed" else f"{name}-time")


def timing(name, options):
    """A study once at its size: each program with its default jobs, and with one."""
    study = STUDIES[name]
    make_data(study)
    tool_options, peer_options = inputs(name)
    found = programs(options.command, study, tool_options, peer_options)
    if name == "grid" and TOOL in found:
        grid = peer_options[peer_options.index("--grid"):][:2]
        found[WITHOUT_GRID] = [part for part in found[TOOL] if part not in grid]
    lines = {}
    for program, line in found.items():
        lines[program] = line
        lines[f"{program} --jobs 1"] = [*line, "--jobs", "1"]
    print(f"\n{study.title}, {options.runs} runs in turns; × is the ratio of medians to {TOOL} with as many jobs")
    results, failed = measure(lines, options.runs, folder_of(name), study.last_file)
    print_times(results)
    if name == "grid":
        print_grid_cost(results)
    return results, failed


def print_grid_cost(results):
    """What the grid alone costs the tool: its whole report with the grid, less the one without."""
    for jobs in ("", " --jobs 1"):
        if {TOOL + jobs, WITHOUT_GRID + jobs} <= results.keys():
            with_grid, without = (median([row["wall_s"] for row in results[name + jobs]])
                                  for name in (TOOL, WITHOUT_GRID))
            print(f"the grid alone{jobs}: {with_grid - without:.2f} s of {with_grid:.2f} s (difference of medians)")


def scaling(name, options):
    """One, two and four copies of France: how time grows with the size."""
    study = STUDIES[name]
    make_data(study)
    print(f"\nCopies of France side by side, {name} territories, {options.runs} runs in turns, least wall s")
    units, times, failed = {}, {}, []
    for size in SIZES:
        folder = OUT / ("copies" if name == "listed" else f"{name}-copies") / str(size)
        units[size], tool_options, peer_options = copied_inputs(name, folder, size)
        lines = programs(options.command, study, tool_options, peer_options)
        results, broken = measure(lines, options.runs, folder / "out", study.last_file)
        failed += [f"{program} ×{size}" for program in broken]
        for program, rows in results.items():
            times.setdefault(program, {})[size] = min(row["wall_s"] for row in rows)
    return {"units": units, "wall_s": times, "slope": print_growth(units, times)}, failed


def agreement(name, options):
    """Compares the outputs of the timed runs with default jobs; true when all agree."""
    study = STUDIES[name]
    folders = [folder_of(name) / program for program in (TOOL, *study.peers)]
    folders = [folder for folder in folders if (folder / study.last_file).exists()]
    if len(folders) < 2:
        print(f"agreement ({name}): skipped, fewer than two outputs", file=sys.stderr)
        return None, []
    if folders[0].name != TOOL and name == "grid":
        print(f"agreement (grid): skipped, no output of {TOOL}", file=sys.stderr)
        return None, []
    if name == "grid":
        folders.insert(1, grid_reference())
    if folders[0].name != TOOL:
        print(f"agreement ({name}): no output of {TOOL}, the peers are compared with each other", file=sys.stderr)
    print(f"\nAgreement of the outputs, {name} territories", flush=True)
    agreed = subprocess.run([PYTHON, HERE / study.agree, *folders]).returncode == 0
    return agreed, [] if agreed else [f"agreement, {name}"]


def grid_reference():
    """The sums that `agree_grid.py` judges by: one more run of exactextract, not timed."""
    folder = folder_of("grid") / "grid-reference"
    _, peer_options = inputs("grid")
    code, _ = run([PYTHON, HERE / "peers/grid_reference.py", *peer_options], folder)
    if code:
        sys.exit(f"peers/grid_reference.py failed, see {folder / 'log.txt'}")
    return folder


ACTIONS = {"time": timing, "agree": agreement, "scaling": scaling}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", type=Path, default=ROOT / ".build/release/coverage-report")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", nargs="+", metavar="SECTION", choices=list(SECTIONS), default=list(SECTIONS),
                        help="sections: " + ", ".join(SECTIONS))
    options = parser.parse_args()
    options.command = options.command.resolve()
    OUT.mkdir(parents=True, exist_ok=True)
    report = {"date": time.strftime("%Y-%m-%d"), "platform": platform.platform(), "cores": os.cpu_count(),
              "python": platform.python_version(), "runs": options.runs}
    failed = []
    prepare()
    for section, (study, action) in SECTIONS.items():
        if section in options.only:
            report[section], broken = ACTIONS[action](study, options)
            failed += [f"{section}: {what}" for what in broken]
    report["failed"] = failed
    (OUT / "bench.json").write_text(json.dumps(report, indent=2) + "\n")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
