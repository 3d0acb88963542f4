"""Read the CSV files of a `coverage-report report` run; write CSV and Markdown tables.

Shared by the analyses of this folder.
"""

import csv
import io
import os
import sys

EXIT_USAGE, EXIT_DATA, EXIT_MISSING, EXIT_OUTPUT = 64, 65, 66, 73

# A zone of thirty thousand communes lists them in one cell, longer than Python's reader allows by itself.
csv.field_size_limit(1 << 24)


def stop(code, message):
    sys.stderr.write(message + "\n")
    raise SystemExit(code)


def read_table(folder, name, columns):
    """Rows of one file of the report, as dictionaries; stops where it is unusable."""
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        stop(EXIT_MISSING, "%s : fichier absent — lancer d'abord « coverage-report report"
             " … --output %s », ou indiquer le dossier avec --report" % (path, folder))
    with open(path, encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        missing = [c for c in columns if c not in (reader.fieldnames or [])]
        if missing:
            stop(EXIT_DATA, "%s:1: colonne absente : %s — refaire le rapport avec"
                 " --csv standard" % (path, ", ".join(missing)))
        return list(reader)


def write_file(path, text):
    """Write beside the final name, then rename: never half a file."""
    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path + ".partial", "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        os.replace(path + ".partial", path)
    except OSError as error:
        stop(EXIT_OUTPUT, "%s : écriture impossible (%s)" % (path, error.strerror))
    return path


def write_csv(path, header, rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([header] + rows)
    return write_file(path, text.getvalue())


def markdown_table(header, rows, text_columns=1):
    """A Markdown table; the columns after the first `text_columns` are numbers."""
    marks = ["---"] * text_columns + ["---:"] * (len(header) - text_columns)
    body = [[str(cell).replace("|", ", ") for cell in row] for row in rows]
    return "\n".join("| %s |" % " | ".join(line) for line in [header, marks] + body) + "\n"


def whole(number):
    """12345 -> 12 345, with a narrow no-break space; a dash for what the report does not know."""
    return "—" if number == "" else format(int(number), ",").replace(",", "\u202f")


def counted(number, one, many):
    """1 zone, 2 zones: French counts nought as one."""
    return "%s %s" % (whole(number), one if number < 2 else many)


def decimal(text):
    """A decimal number of the report, with a comma; a dash for what it does not know."""
    return str(text).replace(".", ",") or "—"


def say_made(paths):
    print("Fichiers écrits :")
    for path in paths:
        print("  " + path)
