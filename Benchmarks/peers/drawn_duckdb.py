"""The report's work on drawn territories in DuckDB's spatial extension: `drawn.sql` does the work."""

from common import DRAWN, EQUAL_AREA, arguments
from report_duckdb import connect, run


def main():
    options = arguments("DuckDB spatial", DRAWN)
    inputs = {name: getattr(options, name).resolve() for name in DRAWN}
    session = connect(options.jobs)
    (system,), = session.execute(
        "SELECT layers[1].geometry_fields[1].crs.auth_name || ':' || layers[1].geometry_fields[1].crs.auth_code"
        " FROM ST_Read_Meta($path)", {"path": str(inputs["cpts"])}).fetchall()
    run(session, "drawn.sql", options.output, {**inputs, "system": system, "metric": EQUAL_AREA})


if __name__ == "__main__":
    main()
