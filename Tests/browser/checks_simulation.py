"""The page of a simulation: a plan and a search on the demonstration, made by the command itself."""

import csv
import io
import subprocess

import pypdf
from axe_playwright_python.sync_playwright import Axe

from browser import PHONE, SCREEN, grouped, percent, plain

LABELS = {
    "aci_signe": "ACI signé",
    "projet_sante_valide": "Projet de santé validé",
    "lettre_intention": "Lettre d’intention",
    "projet": "Projet",
}


def simulated(browser):
    """The folder of the simulation, made once."""
    folder = browser.output / "simulation"
    if not (folder / "rapport.html").exists():
        subprocess.run(
            [
                browser.binary, "simulate", "data/demo/etude.yml", "--plan", "data/demo/plan.csv",
                "--greedy", "3", "--output", folder, "--language", "fr", "--quiet",
            ],
            check=True,
        )
    return folder


def check_simulation(browser):
    """before and after are those of simulation.csv, both maps are drawn, nothing overflows"""
    folder = simulated(browser)
    with open(folder / "simulation.csv", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["niveau"] == "national"]
    for name, viewport in (("simulation", SCREEN), ("simulation-phone", PHONE)):
        with browser.page(viewport=viewport, path=folder / "rapport.html") as page:
            assert "SIMULATION" in page.locator("h1").inner_text()
            assert "fictives" in page.locator(".banner").inner_text()
            table = page.locator("table").first
            shown = {
                plain(row.locator("th").inner_text()): [
                    plain(cell) for cell in row.locator("td").all_inner_texts()
                ]
                for row in table.locator("tbody tr").all()
            }
            for row in rows:
                if row["stade"] == "aucun":
                    continue
                cells = shown[LABELS[row["stade"]]]
                assert cells[0] == percent(row["pct_cumul_avant"]), (cells, row)
                assert cells[1] == percent(row["pct_cumul_apres"]), (cells, row)
                assert cells[3] == grouped(row["cumul_apres"]), (cells, row)
                assert cells[4] == "+" + grouped(row["cumul_ecart"]), (cells, row)
            assert page.evaluate("[...document.images].map((i) => i.naturalWidth > 0)") == [
                True,
                True,
            ]
            assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
            browser.shot(page, name, full_page=True)


def trajectory(browser):
    """Rows of trajectoire.csv of the simulation."""
    with open(simulated(browser) / "trajectoire.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def check_trajectory(browser):
    """the chart is read by slider, by keys and by pointer, and says what trajectoire.csv says"""
    rows = trajectory(browser)
    for viewport in (SCREEN, PHONE):
        with browser.page(viewport=viewport, path=simulated(browser) / "rapport.html") as page:
            figure = page.locator("#trajectory")
            figure.scroll_into_view_if_needed()
            assert figure.locator("svg circle.dot").count() == len(rows)
            reading, slider = figure.locator(".reading"), page.locator("#trajectory-rank")
            assert percent(rows[-1]["pct_couvert"]) in plain(reading.inner_text())
            slider.focus()
            page.keyboard.press("Home")
            assert plain(reading.inner_text()).startswith("Avant")
            for row in rows:
                page.keyboard.press("ArrowRight")
                said = plain(reading.inner_text())
                assert said.startswith(f"Décision {row['rang']}/{len(rows)}"), said
                assert "+" + grouped(row["population_gagnee"]) in said, (said, row)
                assert percent(row["pct_couvert"]) in said, (said, row)
                assert plain(slider.get_attribute("aria-valuetext")) == said
            box = figure.locator("svg").bounding_box()
            page.mouse.move(box["x"] + 40, box["y"] + box["height"] / 2)
            assert plain(reading.inner_text()).startswith("Avant")
            browser.shot(page, f"trajectory-{viewport['width']}")


def check_simulation_axe(browser):
    """axe-core finds nothing serious or critical, on a screen and on a telephone"""
    for viewport in (SCREEN, PHONE):
        with browser.page(viewport=viewport, path=simulated(browser) / "rapport.html") as page:
            result = Axe().run(page).response
            assert len(result["passes"]) > 15, "axe has not looked at the page"
            serious = [
                (found["id"], found["nodes"][0]["html"][:120])
                for found in result["violations"]
                if found["impact"] in ("serious", "critical")
            ]
            assert serious == [], serious


def check_simulation_print(browser):
    """on A4: the figures and both maps on the first page"""
    with browser.page(path=simulated(browser) / "rapport.html") as page:
        page.emulate_media(media="print")
        document = page.pdf(prefer_css_page_size=True, print_background=True)
    (browser.output / "simulation.pdf").write_bytes(document)
    pages = pypdf.PdfReader(io.BytesIO(document)).pages
    assert 2 <= len(pages) <= 12, len(pages)
    first = plain(pages[0].extract_text())
    assert "68,00 %" in first and "Cartes avant et après" in first, first
