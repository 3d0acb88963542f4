#!/usr/bin/env python3
"""Checks that each folder of Sources uses only those above it in Sources/FLOW.

Uses are those that the compiler found: the index that `swift build` keeps, read through the
toolchain's libIndexStore. Each use that runs upward is printed with both files. Exits 1 on one.
"""

import ctypes
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCES = ROOT / "Sources"
RECORD = 2  # kind of a dependency
DEFINITION, REFERENCE = 2, 4  # roles of an occurrence


class Text(ctypes.Structure):
    _fields_ = [("data", ctypes.c_void_p), ("length", ctypes.c_size_t)]

    def __str__(self):
        return ctypes.string_at(self.data, self.length).decode() if self.length else ""


POINTER, FLAG, NUMBER = ctypes.c_void_p, ctypes.c_bool, ctypes.c_uint
FUNCTIONS = {
    "store_create": (POINTER, [ctypes.c_char_p, POINTER]),
    "store_units_apply_f": (FLAG, [POINTER, NUMBER, POINTER, POINTER]),
    "unit_reader_create": (POINTER, [POINTER, ctypes.c_char_p, POINTER]),
    "unit_reader_get_main_file": (Text, [POINTER]),
    "unit_reader_dependencies_apply_f": (FLAG, [POINTER, POINTER, POINTER]),
    "unit_reader_dispose": (None, [POINTER]),
    "unit_dependency_get_kind": (ctypes.c_int, [POINTER]),
    "unit_dependency_get_filepath": (Text, [POINTER]),
    "unit_dependency_get_name": (Text, [POINTER]),
    "record_reader_create": (POINTER, [POINTER, ctypes.c_char_p, POINTER]),
    "record_reader_occurrences_apply_f": (FLAG, [POINTER, POINTER, POINTER]),
    "record_reader_dispose": (None, [POINTER]),
    "occurrence_get_symbol": (POINTER, [POINTER]),
    "occurrence_get_roles": (ctypes.c_uint64, [POINTER]),
    "occurrence_get_line_col": (None, [POINTER, POINTER, POINTER]),
    "symbol_get_usr": (Text, [POINTER]),
    "symbol_get_name": (Text, [POINTER]),
}


class Index:
    """The compiler's index of one build folder."""

    def __init__(self, store):
        info = json.loads(subprocess.check_output(["swift", "-print-target-info"]))
        libraries = pathlib.Path(info["paths"]["runtimeResourcePath"]).parent
        self.library = ctypes.CDLL(str(libraries / "libIndexStore.so"))
        for name, (result, arguments) in FUNCTIONS.items():
            function = getattr(self.library, "indexstore_" + name)
            function.restype, function.argtypes = result, arguments
            setattr(self, name, function)
        self.folder = store / "v5" / "units"
        self.store = self.store_create(str(store).encode(), None)
        if not self.store:
            sys.exit(f"no index of the compiler in {store}: swift build")

    def listed(self, apply, take, *arguments, kind=POINTER):
        """What an apply function hands out, each as `take` makes it."""
        found = []

        def visit(_, item):
            found.append(take(item))
            return True

        apply(*arguments, None, ctypes.CFUNCTYPE(FLAG, POINTER, kind)(visit))
        return found

    def dependency(self, item):
        kind, name = self.unit_dependency_get_kind(item), self.unit_dependency_get_name(item)
        return kind, str(self.unit_dependency_get_filepath(item)), str(name)

    def occurrence(self, item):
        symbol, line, column = self.occurrence_get_symbol(item), NUMBER(), NUMBER()
        self.occurrence_get_line_col(item, ctypes.byref(line), ctypes.byref(column))
        usr, name = str(self.symbol_get_usr(symbol)), str(self.symbol_get_name(symbol))
        return usr, name, self.occurrence_get_roles(item), line.value

    def records(self):
        """The newest record of each file of Sources; ends where one is missing or older than its file."""
        newest = {}
        for unit in self.listed(self.store_units_apply_f, str, self.store, 0, kind=Text):
            reader = self.unit_reader_create(self.store, unit.encode(), None)
            if not reader:
                sys.exit(f"the compiler's index has a unit that cannot be read: {unit}")
            file = str(self.unit_reader_get_main_file(reader))
            if file.startswith(f"{SOURCES}/") and os.path.exists(file):
                age = os.stat(self.folder / unit).st_mtime
                for kind, path, name in self.listed(
                    self.unit_reader_dependencies_apply_f, self.dependency, reader
                ):
                    if kind == RECORD and path == file and age > newest.get(file, (0, ""))[0]:
                        newest[file] = (age, name)
            self.unit_reader_dispose(reader)
        for file in map(str, SOURCES.rglob("*.swift")):
            if newest.get(file, (0, ""))[0] < os.stat(file).st_mtime:
                sys.exit(f"the compiler's index is older than {file}: swift build")
        return {pathlib.Path(file): name for file, (_, name) in newest.items()}

    def uses(self):
        """(file, line, name, file of the definition) of what another file defines."""
        definitions, references = {}, []
        for file, record in self.records().items():
            reader = self.record_reader_create(self.store, record.encode(), None)
            if not reader:
                sys.exit(f"the compiler's index has nothing of {file}: swift build")
            for usr, name, roles, line in self.listed(
                self.record_reader_occurrences_apply_f, self.occurrence, reader
            ):
                if roles & DEFINITION:
                    definitions[usr] = file
                elif roles & REFERENCE:
                    references.append((file, line, name, usr))
            self.record_reader_dispose(reader)
        return [
            (file, line, name, definitions[usr])
            for file, line, name, usr in references
            if definitions.get(usr, file) != file
        ]


def order():
    """The rank of each folder."""
    lines = (SOURCES / "FLOW").read_text().splitlines()
    return {line.split()[0]: n for n, line in enumerate(lines) if line and line[0] != "#"}


def folder(file):
    parts = file.relative_to(SOURCES).parts
    return "/".join(parts[:2]) if parts[0] == "Coverage" else parts[0]


def upward(uses, ranks):
    """The first use of each pair of files that runs against the flow."""
    found = {}
    for file, line, name, definition in uses:
        if ranks[folder(file)] < ranks[folder(definition)]:
            found.setdefault((file, definition), (line, name))
    return found


def main():
    build = subprocess.check_output(["swift", "build", "--show-bin-path"], cwd=ROOT, text=True)
    store = pathlib.Path(build.strip()) / "index" / "store"
    uses, ranks = Index(store).uses(), order()
    files = set(SOURCES.rglob("*.swift"))
    named = files | {file for a, _, _, b in uses for file in (a, b)}
    homeless = sorted({folder(file) for file in named} - set(ranks))
    if homeless:
        sys.exit(f"Sources/FLOW does not say where {', '.join(homeless)} stands")
    across = {(a, b) for a, _, _, b in uses if folder(a) != folder(b)}
    found = upward(uses, ranks)
    for (file, definition), (line, name) in sorted(found.items()):
        place = f"{file.relative_to(ROOT)}:{line}"
        print(f"{place}: {name} stands below, in {definition.relative_to(ROOT)}", file=sys.stderr)
    print(f"{len(files)} files, {len(across)} uses between files of two folders, {len(found)} upward")
    sys.exit(1 if found else 0)


main()
