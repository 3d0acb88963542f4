"""The studies that the bench knows: what the tool and its peers are asked to do, on which files."""

import subprocess
import sys
from dataclasses import dataclass

import copies
from processes import ROOT, TOOL

HERE = ROOT / "Benchmarks"
OUT = ROOT / "out/bench"
DATA = OUT / "data"
PYTHON = ROOT / ".build/bench-venv/bin/python"
DAY = "2022-12-31"
UNITS = ROOT / "data/france/units-france.gpkg"
MAKERS = {
    "france-4326.gpkg": ["drawn.py", "freehand.py"], "france-2154.gpkg": ["drawn.py", "freehand.py"],
    "cells-200m.csv": ["cells.py"]}
"""Files made for the bench, each with the scripts that make it, first the one to run."""


@dataclass(frozen=True)
class Study:
    """One piece of work for several programs."""

    title: str
    peers: dict
    """Scripts of the peers by name."""
    last_file: str
    agree: str
    """Script that compares the outputs."""
    files: tuple = ()
    """Made files that it reads."""


STUDIES = {
    "listed": Study("France, territories by list", {"geopandas": "report_geopandas", "duckdb": "report_duckdb"},
                    "zones_blanches_voisins.csv", "agree.py"),
    "drawn": Study("France, territories drawn in EPSG:4326",
                   {"geopandas": "drawn_geopandas", "duckdb": "drawn_duckdb"}, "zones_blanches.csv", "agree_drawn.py",
                   ("france-4326.gpkg",)),
    "lambert": Study("Metropolitan France, territories drawn in EPSG:2154",
                     {"geopandas": "drawn_geopandas", "duckdb": "drawn_duckdb"}, "zones_blanches.csv",
                     "agree_drawn.py", ("france-2154.gpkg",)),
    "grid": Study("People of drawn territories from 2.3 million cells",
                  {"exactextract": "grid_exactextract", "geopandas-points": "grid_points"}, "cpts.csv",
                  "agree_grid.py", ("france-4326.gpkg", "cells-200m.csv")),
}


def make_data(study):
    """Makes the files that a study reads, where they are missing or older than the scripts that make them."""
    DATA.mkdir(parents=True, exist_ok=True)
    for name in study.files:
        path, scripts = DATA / name, [HERE / script for script in MAKERS[name]]
        if path.exists() and path.stat().st_mtime > max(script.stat().st_mtime for script in scripts):
            continue
        print(f"making {name}…", file=sys.stderr)
        subprocess.run([PYTHON, scripts[0], "--output", DATA if path.suffix == ".gpkg" else path], check=True)


def inputs(name):
    """Options of the tool and of the peers for a study at its size. The peers know where the units are."""
    if name == "listed":
        return ["data/demo/etude.yml"], ["--at", DAY]
    territories, *grid = (DATA / file for file in STUDIES[name].files)
    drawn = ["--cpts", territories, *(["--grid", *grid] if grid else [])]
    # The peers take drawings at their word.
    return ["--units", UNITS, "--at", DAY, "--sliver-width", "0", *drawn], drawn


def copied_inputs(name, folder, size):
    """Writes some copies of a study; returns its units, and the options of the tool and of the peers."""
    if name == "listed":
        units = copies.write_study(ROOT, folder, size, DAY)
        return units, [folder / "etude.yml"], ["--at", DAY, "--units", folder / "units.gpkg", "--cpts",
                                               folder / "cpts.csv", "--members", folder / "perimetres.csv"]
    units = copies.write_drawn_study(ROOT, DATA / STUDIES[name].files[0], folder, size)
    drawn = ["--units", folder / "units.gpkg", "--cpts", folder / "territories.gpkg"]
    return units, [*drawn, "--at", DAY, "--sliver-width", "0"], drawn


def programs(command, study, tool_options, peer_options):
    """The command line of each program, without `--output`."""
    lines = {name: [PYTHON, HERE / f"peers/{script}.py", *peer_options] for name, script in study.peers.items()}
    if command.exists():
        return {TOOL: [command, "report", *tool_options, "--quiet"], **lines}
    print(f"skipped: {TOOL}: no command at {command} — build it, or give --command", file=sys.stderr)
    return lines
