#!/usr/bin/env python3
"""Drives `rapport.html` in a real browser: headless Chromium, without a network.

    python3 Tests/browser/run.py --report out --output out/browser

Checks are functions `check_*` of the modules beside this file. Screenshots and the printed page
stay in the output folder, to be looked at. Without Chromium, or without the packages of
requirements.txt, the checks are skipped aloud.
"""

import argparse
import importlib
import pathlib
import shutil
import sys
import traceback

MODULES = [
    "checks_screen",
    "checks_map",
    "checks_sectors",
    "checks_overlaps",
    "checks_tables",
    "checks_history",
    "checks_changes",
    "checks_access",
    "checks_paper",
    "checks_dossiers",
    "checks_simulation",
    "checks_hostile",
]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--report", default="out", help="folder of a report on the demonstration")
    parser.add_argument("--output", default="out/browser", help="folder of screenshots")
    parser.add_argument("--binary", default=".build/release/coverage-report")
    parser.add_argument("--only", default="", help="run only checks whose name has this text")
    options = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("SKIPPED: the browser tests need Debian's package chromium")
        return 0
    try:
        from browser import Browser
    except ImportError as error:
        print(f"SKIPPED: the browser tests need the packages of requirements.txt ({error})")
        return 0
    pathlib.Path(options.output).mkdir(parents=True, exist_ok=True)
    failures = 0
    with Browser(chromium, options) as browser:
        for module in MODULES:
            for name, check in vars(importlib.import_module(module)).items():
                if not name.startswith("check_") or options.only not in name:
                    continue
                try:
                    check(browser)
                    print(f"ok      {name}: {check.__doc__.splitlines()[0]}", flush=True)
                except Exception:  # One check that fails must not hide the others.
                    failures += 1
                    print(f"FAILED  {name}\n{traceback.format_exc(limit=-2)}", flush=True)
    print(
        f"{failures} failed; screenshots are in {options.output}"
        if failures
        else f"all passed; look at the screenshots in {options.output}"
    )
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
