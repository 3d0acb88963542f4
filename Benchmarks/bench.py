#!/usr/bin/env python3
"""Times `coverage-report` against its peers, as whole processes, in turns, on the same machine and the same data.

    bench.py [--command PATH] [--runs N] [--only time agree scaling]

Prints tables, and writes every figure to `out/bench/bench.json`. Needs Python's standard library only: the
peers' libraries go into a virtual environment of their own. Exit code: 0 when all ran and agree, else 1.
"""

import argparse
import json
import math
import os
import platform
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path
from statistics import median

import copies

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "Benchmarks"
OUT = ROOT / "out/bench"
VENV = ROOT / ".build/bench-venv"
PYTHON = VENV / "bin/python"
TOOL = "coverage-report"
UNAVAILABLE = 75
DAY = "2022-12-31"
SIZES = (1, 2, 4)
LAST_FILE = "zones_blanches_voisins.csv"
"""A run that did not write this one did not do the work, whatever its exit code."""

MEASURES = {"wall_s": "wall s", "cpu_s": "cpu s", "rss_mb": "RSS MB"}


def prepare():
    """Creates the virtual environment when it is missing or its requirements have changed."""
    wanted = (HERE / "requirements.txt").read_text()
    stamp = VENV / "requirements.txt"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("installing the peers' libraries…", file=sys.stderr)
    venv.create(VENV, with_pip=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", "-r", HERE / "requirements.txt"], check=True)
    stamp.write_text(wanted)


def programs(command, study, inputs):
    """The command line of each program, without `--output`; `inputs` are the peers' options for the same study."""
    lines = {peer: [PYTHON, HERE / f"peers/report_{peer}.py", *inputs] for peer in ("geopandas", "duckdb")}
    if command.exists():
        return {TOOL: [command, "report", study, "--quiet"], **lines}
    print(f"skipped: {TOOL}: no command at {command} — build it, or give --command", file=sys.stderr)
    return lines


def run(line, folder):
    """One whole process: its exit code, wall time, processor time (user and system) and peak memory."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with open(folder / "log.txt", "w") as log:
        start = time.perf_counter()
        process = subprocess.Popen([*map(str, line), "--output", str(folder)], cwd=ROOT, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return process.returncode, {
        "wall_s": wall, "cpu_s": usage.ru_utime + usage.ru_stime, "rss_mb": usage.ru_maxrss / unit}


def measure(lines, runs, folder):
    """Runs the programs in turns, so that whatever slows the machine slows all of them. Leaves out those that fail."""
    results, failed = {name: [] for name in lines}, []
    for _ in range(runs):
        for name, line in lines.items():
            if name not in results:
                continue
            output = folder / name.replace(" ", "")
            code, figures = run(line, output)
            if code == 0 and (output / LAST_FILE).exists():
                results[name].append(figures)
                continue
            first = [line for line in (output / "log.txt").read_text().splitlines() if line.strip()][:1]
            print(f"{name}: failed, exit code {code}", *first, sep=" — ", file=sys.stderr)
            del results[name]
            if code != UNAVAILABLE:
                failed.append(name)
    return results, failed


def reference(name, results):
    """The run of ours to which a program compares: the one with as many jobs."""
    ours = name.replace(name.split(" ")[0], TOOL)
    return results.get(ours)


def print_times(results):
    """Least and median of each measure, and the ratio of the medians to ours with the same number of jobs."""
    heads = [f"{label} {which}" for label in MEASURES.values() for which in ("min", "med", "×")]
    print(f"{'':<26}" + "".join(f"{head:>13}" for head in heads))
    for name, rows in results.items():
        cells = []
        for key in MEASURES:
            values = [row[key] for row in rows]
            ours = reference(name, results)
            ratio = f"{median(values) / median([row[key] for row in ours]):.2f}" if ours else "–"
            cells += [f"{min(values):.2f}", f"{median(values):.2f}", ratio]
        print(f"{name:<26}" + "".join(f"{cell:>13}" for cell in cells))


def timing(options):
    """The study once at its size: each program with its default jobs, and with one."""
    study = "data/demo/etude.yml"
    lines = {}
    for name, line in programs(options.command, study, ["--at", DAY]).items():
        lines[name] = line
        lines[f"{name} --jobs 1"] = [*line, "--jobs", "1"]
    print(f"\nFrance, {options.runs} runs in turns; × is the ratio of medians to {TOOL} with as many jobs")
    results, failed = measure(lines, options.runs, OUT / "time")
    print_times(results)
    return results, failed


def slope(sizes, times):
    """Slope of log(time) against log(size), by least squares: 1 is linear."""
    x, y = [math.log(size) for size in sizes], [math.log(value) for value in times]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / sum((a - mean_x) ** 2 for a in x)


def scaling(options):
    """One, two and four copies of France: how time grows with the size."""
    print(f"\nCopies of France side by side, {options.runs} runs in turns, least wall s")
    units, times, failed = {}, {}, []
    for size in SIZES:
        study = OUT / f"copies/{size}"
        units[size] = copies.write_study(ROOT, study, size, DAY)
        inputs = ["--at", DAY, "--units", study / "units.gpkg", "--cpts", study / "cpts.csv",
                  "--members", study / "perimetres.csv"]
        results, broken = measure(programs(options.command, study / "etude.yml", inputs), options.runs, study / "out")
        failed += [f"{name} ×{size}" for name in broken]
        for name, rows in results.items():
            times.setdefault(name, {})[size] = min(row["wall_s"] for row in rows)
    slopes = {}
    print(f"{'units':<20}" + "".join(f"{units[size]:>10}" for size in SIZES) + f"{'slope':>10}")
    for name, walls in times.items():
        cells = [f"{walls[size]:.2f}" if size in walls else "–" for size in SIZES]
        if len(walls) == len(SIZES):
            slopes[name] = slope([units[size] for size in SIZES], list(walls.values()))
        cells.append(f"{slopes[name]:.2f}" if name in slopes else "–")
        print(f"{name:<20}" + "".join(f"{cell:>10}" for cell in cells))
    return {"units": units, "wall_s": times, "slope": slopes}, failed


def agreement():
    """Runs `agree.py` on the outputs of the timed runs with default jobs; true when all agree."""
    folders = [OUT / "time" / name for name in (TOOL, "geopandas", "duckdb")]
    folders = [folder for folder in folders if (folder / LAST_FILE).exists()]
    if len(folders) < 2:
        print("agreement: skipped, fewer than two outputs", file=sys.stderr)
        return None
    print("\nAgreement of the outputs", flush=True)
    return subprocess.run([sys.executable, HERE / "agree.py", *folders]).returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", type=Path, default=ROOT / ".build/release/coverage-report")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", nargs="+", choices=["time", "agree", "scaling"], default=["time", "agree", "scaling"])
    options = parser.parse_args()
    options.command = options.command.resolve()
    OUT.mkdir(parents=True, exist_ok=True)
    report = {"date": time.strftime("%Y-%m-%d"), "platform": platform.platform(), "cores": os.cpu_count(),
              "python": platform.python_version(), "runs": options.runs}
    failed = []
    if {"time", "scaling"} & set(options.only):
        prepare()
    if "time" in options.only:
        report["time"], broken = timing(options)
        failed += broken
    if "agree" in options.only:
        report["agree"] = agreement()
    if "scaling" in options.only:
        report["scaling"], broken = scaling(options)
        failed += broken
    report["failed"] = failed
    (OUT / "bench.json").write_text(json.dumps(report, indent=2) + "\n")
    sys.exit(1 if failed or report.get("agree") is False else 0)


if __name__ == "__main__":
    main()
