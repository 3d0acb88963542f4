"""The pages of `dossiers` on paper: two sheets of A4 at most, in Chromium and in a word processor."""

import io
import pathlib
import re
import shutil
import subprocess
import tempfile

import pypdf

from checks_hostile import Study, square

MOST_SHEETS = 2
LOOKED_AT = 12
LONG = "Communauté professionnelle territoriale de santé du Grand Pays de la Très Longue Vallée"


def sheets(document):
    """How many pages a PDF has, all of them A4."""
    pages = pypdf.PdfReader(io.BytesIO(document)).pages
    for sheet in pages:
        width, height = (
            float(side) / 72 * 25.4 for side in (sheet.mediabox.width, sheet.mediabox.height)
        )
        assert abs(width - 210) < 1 and abs(height - 297) < 1, (width, height)
    return len(pages)


def text_length(path):
    """Characters of a page without its picture."""
    return len(re.sub(r"<[^>]*>", "", path.read_text(encoding="utf-8")))


def expect_two_sheets(browser, paths):
    """Prints each page in Chromium, and in LibreOffice where it is installed."""
    context = browser.browser.new_context()
    page = context.new_page()
    for path in paths:
        page.goto(path.as_uri())
        document = page.pdf(prefer_css_page_size=True, print_background=True)
        (browser.output / f"dossier-{path.stem}.pdf").write_bytes(document)
        assert sheets(document) <= MOST_SHEETS, f"Chromium: {path}"
    context.close()
    office = shutil.which("soffice")
    if office is None:
        print("SKIPPED: LibreOffice (soffice) is not installed, its sheets are not counted")
        return
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [office, "--headless", f"-env:UserInstallation=file://{folder}/profile"]
            + ["--convert-to", "pdf", "--outdir", folder, *map(str, paths)],
            check=True,
            capture_output=True,
            timeout=600,
        )
        for path in paths:
            document = (pathlib.Path(folder) / f"{path.stem}.pdf").read_bytes()
            (browser.output / f"dossier-{path.stem}-office.pdf").write_bytes(document)
            assert sheets(document) <= MOST_SHEETS, f"LibreOffice: {path}"


def check_dossiers_on_paper(browser):
    """the longest pages of sectors, of a lot and of a conciliation take two sheets at most"""
    folder = browser.report / "dossiers"
    pages = sorted(folder.glob("*/SB-*.html"), key=text_length)
    assert len(pages) > 100, len(pages)
    others = [
        max(folder.glob(names), key=text_length)
        for names in ("*/petits-secteurs.html", "conciliation/*.html")
    ]
    expect_two_sheets(browser, pages[-LOOKED_AT:] + others)


def check_worst_dossier(browser):
    """300 communes, 38 neighbours, ten projects on one land, and long names take two sheets"""
    side = 18
    inside = [(column, row) for column in range(side) for row in range(side)]
    units, cpts = [], []
    for number, (column, row) in enumerate(inside):
        code = f"01{number:03}" if number < 1000 else ""
        units.append(square(code, f"{LONG} {number}", 100, column, row))
    border = [(place, -1) for place in range(side)] + [(-1, place) for place in range(side)]
    border += [(side, 0), (0, side)]
    for number, (column, row) in enumerate(border):
        code = f"02{number:03}"
        units.append(square(code, f"{LONG} {code}", 9000, column, row))
        cpts.append([f"VOISINE-{number:02}", f"{LONG} voisine {number}", "aci_signe", code])
    assert len(cpts) == 38
    codes = [f"01{number:03}" for number in range(len(inside))]
    for projects in (0, 10):
        rows = list(cpts)
        for number in range(projects):
            name = f"{LONG} projet {number}"
            rows += [[f"PROJET-{number:02}", name, "projet", code] for code in codes]
        study = Study(browser, units, rows, title=LONG)
        pages = list((study.page.parent / "dossiers").glob("*/SB-*.html"))
        assert len(pages) == 1, pages
        expect_two_sheets(browser, pages)


def check_dossier_links(browser):
    """links between the page, the list and the pages of sectors lead to files that are there"""
    folder = browser.report / "dossiers"
    for path in [folder / "index.html", *sorted(folder.glob("*/*.html"))[::25]]:
        for address in re.findall(r'href="([^"]*)"', path.read_text(encoding="utf-8")):
            name, _, anchor = address.partition("#")
            target = (path.parent / name).resolve() if name else path
            assert target.is_file(), (path, address)
            if anchor and target.name in ("petits-secteurs.html", "index.html"):
                assert f'id="{anchor}"' in target.read_text(encoding="utf-8"), (path, address)
