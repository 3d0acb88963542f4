#!/usr/bin/env python3
"""Holds the scripts of the page to their borders: `python3 .ci/page_scripts.py`.

Each script is a part, `part("map", ({ data: { MAP } }) => { … return { boxOf }; })`: a function
that takes names of parts before it and gives names to those after. Said here, as no browser says it
before the line runs: a name that nobody declares, takes or gives; one taken or given for nothing;
a part out of order, or missing from its page. Their syntax is read by node, where there is one.
"""

import pathlib
import re
import shutil
import subprocess
import sys

from javascript import Script

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "Sources/Coverage/Write/Page/Resources"
PAGES = [ROOT / "Sources/Coverage/Write/Page" / name for name in ("StudyPage.swift", "SimulationPage.swift")]
CHECKS = ROOT / "Tests/browser"

# What the page asks of the browser, a name more being a decision; and what makes a part.
BROWSER = set(
    "Array Blob Date Infinity Int32Array Intl JSON Map Math Number Object RegExp Set String URL "
    "URLSearchParams addEventListener clearTimeout document history location "
    "part requestAnimationFrame setTimeout window".split()
)


def borders(script):
    """Names taken, by part, and names given."""
    if script.words[-3:] != ["}", ")", ";"]:
        return {}, []
    takes, index = {}, 6
    end = script.ends[4] - 1
    while index < end:
        if script.words[index + 1] == ":":
            names = script.words[index + 3 : script.ends[index + 2]]
            takes[script.words[index]] = [name for name in names if name != ","]
            index = script.ends[index + 2]
        elif script.words[index - 1] in ("{", ","):
            takes[script.words[index]] = []
        index += 1
    # The last statement gives.
    last = len(script.words) - 5
    start = script.ends.get(last, 0)
    is_given = script.words[last : last + 2] == ["}", ";"] and script.words[start - 1] == "return"
    given = script.words[start + 1 : last] if is_given else []
    return takes, [name for name in given if name != ","]


def problems(scripts, order):
    """What breaks the borders between parts, as `file: what`."""
    takes, gives = {}, {}
    for name in order:
        takes[name], gives[name] = borders(scripts[name])
    wanted = {name: set() for name in order}
    for name in order:
        script = scripts[name]
        if script.text.count(f'part("{name}", ') != 1:
            yield f"{script.path.name}: is not one part(\"{name}\", …)"
        for index in script.unknown():
            if script.words[index] not in BROWSER:
                yield f"{script.line(index)}: {script.words[index]} is not taken from any part"
        for other, names in takes[name].items():
            if other not in order[: order.index(name)]:
                yield f"{script.path.name}: takes of {other}, which is not before it"
                continue
            wanted[other].update(names)
            for taken in names:
                if taken not in gives[other]:
                    yield f"{script.path.name}: {other} does not give {taken}"
                if script.words.count(taken) < 2:
                    yield f"{script.path.name}: takes {taken} for nothing"
    checks = "".join(path.read_text(encoding="utf-8") for path in sorted(CHECKS.glob("*.py")))
    for name in order:
        for given in gives[name]:
            if given not in wanted[name] and f"PARTS.{name}.{given}" not in checks:
                yield f"{scripts[name].path.name}: gives {given}, which nobody takes"


def main():
    scripts = {path.stem.replace(".", "_"): Script(path) for path in sorted(SCRIPTS.glob("*.js"))}
    orders = [
        re.findall(r"PackageResources\.(\w+)_js\b", page.read_text(encoding="utf-8"))
        for page in PAGES
    ]
    # What makes a part is in every page; each other script is in one.
    order = ["parts"] + [name for order in orders for name in order if name != "parts"]
    found = []
    if sorted(order) != sorted(scripts):
        found.append(f"pages: each script once: {sorted(set(order) ^ set(scripts))}")
    else:
        for order in orders:
            found += problems(scripts, [name for name in order if name != "parts"])
    node = shutil.which("node")
    if node is None:
        print("SKIPPED: the syntax of the page's scripts needs Debian's package nodejs")
    else:
        for script in scripts.values():
            command = [node, "--check", script.path]
            outcome = subprocess.run(command, capture_output=True, text=True, check=False)
            found += [outcome.stderr] if outcome.returncode else []
    print("\n".join(found) or f"{len(scripts)} scripts of the page keep to their borders")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
