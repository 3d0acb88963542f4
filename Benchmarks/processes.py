"""Whole processes, run in turns and measured, and the tables of what they took."""

import math
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
TOOL = "coverage-report"
UNAVAILABLE = 75
MEASURES = {"wall_s": "wall s", "cpu_s": "cpu s", "rss_mb": "RSS MB"}


def run(line, folder):
    """One whole process: its exit code, wall time, processor time (user and system) and peak memory."""
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


def measure(lines, runs, folder, last_file):
    """Runs the programs in turns, so that whatever slows the machine slows all of them. Leaves out those that fail.

    A run that did not write `last_file` did not do the work, whatever its exit code.
    """
    results, failed = {name: [] for name in lines}, []
    # A file system that has just freed thousands of files is slow to make new ones: folders go at once, before.
    shutil.rmtree(folder, ignore_errors=True)
    for turn in range(runs):
        for name, line in lines.items():
            if name not in results:
                continue
            place = folder / name.replace(" ", "")
            # The last run keeps the plain name, under which outputs are compared.
            output = place if turn == runs - 1 else place.with_name(f"{place.name}-{turn}")
            code, figures = run(line, output)
            if code == 0 and (output / last_file).exists():
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
    print(f"{'':<34}" + "".join(f"{head:>13}" for head in heads))
    for name, rows in results.items():
        cells = []
        for key in MEASURES:
            values = [row[key] for row in rows]
            ours = reference(name, results)
            ratio = f"{median(values) / median([row[key] for row in ours]):.2f}" if ours else "–"
            cells += [f"{min(values):.2f}", f"{median(values):.2f}", ratio]
        print(f"{name:<34}" + "".join(f"{cell:>13}" for cell in cells))


def slope(sizes, times):
    """Slope of log(time) against log(size), by least squares: 1 is linear."""
    x, y = [math.log(size) for size in sizes], [math.log(value) for value in times]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / sum((a - mean_x) ** 2 for a in x)


def print_growth(units, times):
    """Least wall times of each program by size; returns the slopes of those that ran at every size."""
    sizes, slopes = list(units), {}
    print(f"{'units':<20}" + "".join(f"{units[size]:>10}" for size in sizes) + f"{'slope':>10}")
    for name, walls in times.items():
        cells = [f"{walls[size]:.2f}" if size in walls else "–" for size in sizes]
        if len(walls) == len(sizes):
            slopes[name] = slope(list(units.values()), [walls[size] for size in sizes])
        cells.append(f"{slopes[name]:.2f}" if name in slopes else "–")
        print(f"{name:<20}" + "".join(f"{cell:>10}" for cell in cells))
    return slopes
