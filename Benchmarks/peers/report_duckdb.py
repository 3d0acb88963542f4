"""The report's work in DuckDB's spatial extension: this file sets the session up, `report.sql` does the work."""

import importlib.util
import os
import sys
from pathlib import Path

import duckdb

from common import METRIC, arguments, note_unknown

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


def main():
    options = arguments("DuckDB spatial")
    # The GDAL inside the extension has a race in its asynchronous reading of a GeoPackage that does not state its
    # count of rows (gpkg_ogr_contents): it crashes now and then. Reading row by row costs a tenth of a second.
    os.environ["OGR_GPKG_STREAM_BASE_IMPL"] = "YES"
    # Threads share a table by row groups: the default of 122,880 rows would leave this one to a single thread.
    session = duckdb.connect()
    session.execute("ATTACH ':memory:' AS work (ROW_GROUP_SIZE 2048); USE work")
    session.execute(f"SET threads = {options.jobs}")
    load_spatial(session)
    inputs = {name: str(getattr(options, name).resolve()) for name in ("units", "cpts", "members")}
    for name, value in {**inputs, "day": options.at, "metric": METRIC}.items():
        session.execute(f"SET VARIABLE {name} = $value", {"value": value})
    script = Path(__file__).with_name("report.sql").read_text()
    os.chdir(options.output)
    session.execute(script)
    unknown = "SELECT DISTINCT code FROM listed ANTI JOIN place USING (code) ORDER BY code"
    note_unknown([code for (code,) in session.sql(unknown).fetchall()])


if __name__ == "__main__":
    main()
