#!/usr/bin/env python3
"""Makes the workbooks of this folder: what real programs write, not what our own tests imagine.

    python3 -m venv venv && venv/bin/pip install openpyxl==3.1.5 xlsxwriter==3.2.0 odfpy==1.4.1
    venv/bin/python make_fixtures.py
"""

import datetime
import pathlib

import openpyxl
import xlsxwriter
from odf import dc, number, office, style, table, text
from odf.opendocument import OpenDocumentSpreadsheet

FOLDER = pathlib.Path(__file__).parent
ROWS = [
    ("01004", 1004, "Ambérieu-en-Bugey", "CPTS A & B", 14035, datetime.date(2022, 12, 31)),
    ("2A004", 2004, "Ajaccio", "CPTS <du Golfe>", 71361, datetime.date(1900, 2, 28)),
    ("13055", 13055, "Marseille", "CPTS A & B", 870321, datetime.date(1900, 3, 1)),
]


def excel_by_openpyxl():
    book = openpyxl.Workbook()
    hidden = book.active
    hidden.title = "Paramètres"
    hidden.append(["code", "nom", "cpts"])
    hidden.sheet_state = "hidden"
    sheet = book.create_sheet("Liste")
    sheet["A1"] = "Liste des CPTS de la région"
    sheet.merge_cells("A1:F1")
    sheet["A2"] = "Source : ARS"
    sheet.append([])
    sheet.append(["insee", "code_nombre", "nom", "cpts", "population", "date_aci", "total", "vrai"])
    for row in ROWS:
        sheet.append([*row, "=E5*2", True])
    for line in range(5, 8):
        sheet.cell(line, 2).number_format = "00000"
        sheet.cell(line, 6).number_format = "dd/mm/yyyy"
    sheet["C8"] = "#N/A"
    sheet["C8"].data_type = "e"
    sheet["A8"] = "01005"
    sheet["D5"].alignment = openpyxl.styles.Alignment(wrap_text=True)
    sheet.merge_cells("D7:D8")
    book.save(FOLDER / "openpyxl.xlsx")


def excel_by_xlsxwriter():
    with xlsxwriter.Workbook(FOLDER / "xlsxwriter-1904.xlsx", {"date_1904": True}) as book:
        book.set_properties({"created": datetime.datetime(2024, 1, 1)})
        sheet = book.add_worksheet("Communes")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        code = book.add_format({"num_format": "00000"})
        corsica = book.add_format({"num_format": '"2A"000'})
        bold = book.add_format({"bold": True})
        sheet.write_row(0, 0, ["code", "nom", "date", "quand", "part", "corse", "calcul"])
        sheet.write_number(1, 0, 1004, code)
        sheet.write_rich_string(1, 1, "Ambérieu", bold, "-en-", "Bugey")
        sheet.write_datetime(1, 2, datetime.datetime(2022, 12, 31), day)
        sheet.write_datetime(1, 3, datetime.datetime(2022, 12, 31, 12, 30), moment)
        sheet.write_number(1, 4, 0.1)
        sheet.write_number(1, 5, 4, corsica)
        sheet.write_formula(1, 6, "=A2*2", None, 2008)


def cell(kind, value=None, shown=None, style_name=None, **more):
    made = table.TableCell(valuetype=kind, stylename=style_name, **more)
    if value is not None:
        made.setAttribute({"date": "datevalue", "boolean": "booleanvalue"}.get(kind, "value"), value)
    made.addElement(text.P(text=shown if shown is not None else str(value)))
    return made


def open_document():
    book = OpenDocumentSpreadsheet()
    hidden = style.Style(name="hidden", family="table")
    hidden.addElement(style.TableProperties(display="false"))
    book.automaticstyles.addElement(hidden)
    notes = table.Table(name="Notes", stylename=hidden)
    book.spreadsheet.addElement(notes)
    sheet = table.Table(name="Liste")
    book.spreadsheet.addElement(sheet)

    def row(*cells, **more):
        made = table.TableRow(**more)
        for each in cells:
            made.addElement(each)
        sheet.addElement(made)

    row(cell("string", shown="Liste des CPTS", numbercolumnsspanned=5),
        table.CoveredTableCell(numbercolumnsrepeated=4))
    row(table.TableCell(numbercolumnsrepeated=16384), numberrowsrepeated=3)
    row(*(cell("string", shown=name) for name in ["insee", "nom", "cpts", "date_aci", "oui"]))
    spaced = table.TableCell(valuetype="string", numberrowsspanned=2)
    paragraph = text.P(text="CPTS")
    paragraph.addElement(text.S(c=2))
    paragraph.addText("du Golfe")
    note = office.Annotation()
    note.addElement(dc.Creator(text="personne"))
    note.addElement(text.P(text="une remarque"))
    spaced.addElement(note)
    spaced.addElement(paragraph)
    row(cell("float", 1004, "01004"), cell("string", shown="Ambérieu"), spaced,
        cell("date", "2022-12-31", "31/12/22"), cell("boolean", "true", "VRAI"))
    row(cell("float", 2004, "2004"), cell("string", shown="Bidon"), table.CoveredTableCell(),
        cell("date", "2022-12-31T00:00:00", "31/12/22"), cell("boolean", "false", "FAUX"))
    row(cell("string", shown="même", numbercolumnsrepeated=2), numberrowsrepeated=2)
    row(cell("float", 0, "#N/A", formula="of:=[.Z1]"), cell("string", shown="faux"))
    row(table.TableCell(numbercolumnsrepeated=16384), numberrowsrepeated=1048565)
    book.save(FOLDER / "odfpy.ods")


if __name__ == "__main__":
    excel_by_openpyxl()
    excel_by_xlsxwriter()
    open_document()
