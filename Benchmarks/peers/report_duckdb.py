"""The report's work in DuckDB's spatial extension: this file sets the session up, `report.sql` does the work."""

import importlib.util
import os
import sys
from pathlib import Path

import duckdb

from common import LISTED, METRIC, arguments, note_unknown

UNAVAILABLE = 75
"""Exit code when the extension cannot be had: `bench.py` then leaves this peer out, and says so."""


def load_spatial(session):
    """Loads the extension: from the Python package that carries it, else by DuckDB's own download."""
    package = importlib.util.find_spec("duckdb_extension_spatial")
    try:
        if package:
            session.load_extension(str(next(Path(package.origin).parent.rglob("spatial.duckdb_extension"))))
        else:
            session.install_extension("spatial")
            session.load_extension("spatial")
    except duckdb.Error as error:
        print(f"skipped: duckdb spatial extension unavailable ({str(error).splitlines()[0]})", file=sys.stderr)
        sys.exit(UNAVAILABLE)


def connect(jobs):
    """A session with the extension, tuned for this work."""
    # The GDAL inside the extension has a race in its asynchronous reading of a GeoPackage that does not state its
    # count of rows (gpkg_ogr_contents): it crashes now and then. Reading row by row costs a tenth of a second.
    os.environ["OGR_GPKG_STREAM_BASE_IMPL"] = "YES"
    # Threads share a table by row groups: the default of 122,880 rows would leave this one to a single thread.
    session = duckdb.connect()
    session.execute("ATTACH ':memory:' AS work (ROW_GROUP_SIZE 2048); USE work")
    session.execute(f"SET threads = {jobs}")
    load_spatial(session)
    return session


def run(session, script, output, variables):
    """Runs a script of this folder in the folder of its outputs."""
    for name, value in variables.items():
        session.execute(f"SET VARIABLE {name} = $value", {"value": str(value)})
    text = Path(__file__).with_name(script).read_text()
    os.chdir(output)
    session.execute(text)


def main():
    options = arguments("DuckDB spatial")
    session = connect(options.jobs)
    inputs = {name: getattr(options, name).resolve() for name in LISTED}
    run(session, "report.sql", options.output, {**inputs, "day": options.at, "metric": METRIC})
    unknown = "SELECT DISTINCT code FROM listed ANTI JOIN place USING (code) ORDER BY code"
    note_unknown([code for (code,) in session.sql(unknown).fetchall()])


if __name__ == "__main__":
    main()
