"""Studies that nobody would make in good faith, and very small ones: made by the command itself."""

import csv
import io
import json
import pathlib
import subprocess
import tempfile

from browser import PHONE, plain

ATTACK = "</script><img src=x onerror=alert(1)><!--{{data}}\u2028'\"&amp;"
FORMULA = '=HYPERLINK("http://example.org")'


def square(code, name, people, column, row):
    """A commune of 0.01°."""
    west, south = 2 + column / 100, 46 + row / 100
    ring = [
        [west, south],
        [west + 0.01, south],
        [west + 0.01, south + 0.01],
        [west, south + 0.01],
        [west, south],
    ]
    return {
        "type": "Feature",
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "properties": {
            "code": code,
            "nom": name,
            "population": people,
            "dep": code[:2],
            "reg": "84",
        },
    }


class Study:
    """A report on a few squares, in a folder of its own."""

    def __init__(self, browser, units, cpts, title=None):
        self.folder = tempfile.TemporaryDirectory()
        place = pathlib.Path(self.folder.name)
        units = {"type": "FeatureCollection", "features": units}
        (place / "units.geojson").write_text(json.dumps(units), encoding="utf-8")
        with open(place / "cpts.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["cpts_id", "cpts_nom", "stade", "code_commune"], *cpts])
        settings = {"units": "units.geojson", "cpts": "cpts.csv", "at": "2026-01-01"}
        if title:
            settings["title"] = title
        (place / "study.yml").write_text(json.dumps(settings), encoding="utf-8")
        outcome = subprocess.run(
            [browser.binary, "report", "study.yml", "--output", "out", "--quiet"],
            cwd=place,
            capture_output=True,
            text=True,
            check=False,
        )
        assert outcome.returncode == 0, outcome.stderr
        self.page = place / "out" / "rapport.html"


def check_attack(browser):
    """names that would be markup, a script or a formula are just names"""
    units = [
        square("01001", ATTACK, 1000, 0, 0),
        square("01002", FORMULA, 2000, 1, 0),
        square("01003", "Doux", 500, 2, 0),
    ]
    study = Study(
        browser,
        units,
        [["A", ATTACK, "projet", "01001"], ["B", FORMULA, "aci_signe", "01002"]],
        title=ATTACK,
    )
    with browser.page(path=study.page, expected="Content Security Policy") as page:
        assert page.locator("h1").inner_text().startswith("</script><img")
        assert page.locator("img").count() == 0
        assert page.title().startswith("</script>")
        page.fill("#search", "script")
        assert page.locator("#answers li").count() >= 1
        page.locator("#answers li").first.dispatch_event("pointerdown")
        assert "onerror" in page.locator(".panel").inner_text()
        assert page.locator("img").count() == 0
        page.click("#tab-cpts")
        with page.expect_download() as waiting:
            page.click(".download")
        text = pathlib.Path(waiting.value.path()).read_text(encoding="utf-8-sig")
        names = [row["cpts_nom"] for row in csv.DictReader(io.StringIO(text), delimiter=";")]
        # A line end that no keyboard has is a space where names are read.
        assert "'" + FORMULA in names and ATTACK.replace("\u2028", " ") in names, names
        policy = page.locator("meta[http-equiv]").get_attribute("content")
        assert "default-src 'none'" in policy and "unsafe" not in policy
        # The policy holds: nothing can be fetched, and no script of another hand can run.
        page.evaluate("""() => { const script = document.createElement('script');
            script.textContent = 'window.broken = true'; document.body.append(script); }""")
        assert page.evaluate("window.broken") is None


def check_long_names(browser):
    """names of 40 kilobytes are cut, and the page stays readable"""
    name = "Très long " * 4000
    units = [square("01001", name, 1000, 0, 0), square("01002", "x" * 40_000, 10, 1, 0)]
    study = Study(browser, units, [["A", "y" * 40_000, "projet", "01001"]], title=name)
    assert study.page.stat().st_size < 400_000
    for sel in ("", "#sel=zone:ZB-01001", "#table=zones", "#table=cpts"):
        with browser.page(sel, PHONE, study.page) as page:
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
            if sel.startswith("#sel"):
                browser.shot(page, "long-names-390")


def check_no_cpts(browser):
    """where no CPTS is at any stage everything is white, and said"""
    study = Study(
        browser,
        [square("01001", "Aulnay", 1000, 0, 0), square("01002", "Brie", 500, 1, 0)],
        [["A", "Amont", "aucun", "01001"]],
    )
    with browser.page(path=study.page) as page:
        assert plain(page.locator("#indicator").inner_text()) == "0,00 %"
        assert "1 500" in plain(page.locator(".remaining").inner_text())
        page.focus(".stage")
        page.keyboard.press("Enter")
        # So small a map is near by: its sector opens, and leads to the zone.
        panel = page.locator(".panel")
        assert "Aucune CPTS au stade retenu ne touche ce secteur" in panel.inner_text()
        panel.locator("button:has-text('ZB-01001')").click()
        assert "Aucune CPTS ne touche cette zone" in panel.inner_text()
        page.click("#tab-cpts")
        assert "Amont" in page.locator("#tables tbody").inner_text()


def check_divided_city(browser):
    """a city white at both ends: each zone has its own people, and the stage is said to be of a part"""
    people = [60_000, 900_000, 700_000, 210_000]
    units = [
        square(f"7510{index + 1}", f"Paris {index + 1}", count, index, 0)
        for index, count in enumerate(people)
    ]
    study = Study(browser, units, [["A", "Seine", "aci_signe", f"7510{i}"] for i in (2, 3)])
    with browser.page("#sel=commune:75056", path=study.page) as page:
        panel = plain(page.locator(".panel").inner_text())
        assert "pour une partie : 85,6 % des habitants couverts, 270 000 habitants sans" in panel
        for count in ("60 000", "210 000"):
            assert f"— {count} habitants (sur 1 870 000 dans la commune)" in panel, panel
        browser.shot(page, "divided-city-1280")
    for fragment in ("#sel=zone:ZB-75101", "#sel=department:75"):
        with browser.page(fragment, path=study.page) as page:
            panel = plain(page.locator(".panel").inner_text())
            assert "60 000 habitants" in panel and "270 000 habitants ·" not in panel, panel
    with browser.page("#sel=cpts:A", path=study.page) as page:
        panel = plain(page.locator(".panel").inner_text())
        assert "— 1 600 000 habitants (sur 1 870 000 dans la commune)" in panel, panel


def check_one_commune(browser):
    """one commune, wholly covered"""
    study = Study(
        browser, [square("01001", "Aulnay", 1000, 0, 0)], [["A", "Amont", "aci_signe", "01001"]]
    )
    with browser.page(path=study.page) as page:
        assert plain(page.locator("#indicator").inner_text()) == "100,00 %"
        assert "Tout le monde est couvert" in page.locator(".remaining").inner_text()
        browser.shot(page, "one-commune-1280")
        page.focus(".stage")
        page.keyboard.press("Enter")
        assert "Amont" in page.locator(".panel h3").inner_text()


def check_unknown_zone(browser):
    """people whom no file gives are unknown on every part of the page, and never nought"""
    units = [
        square("01001", "Aulnay", 1000, 0, 0),
        square("02001", "Cère", None, 1, 0),
        square("02002", "Doux", None, 2, 0),
    ]
    study = Study(browser, units, [["A", "Amont", "aci_signe", "01001"]])
    with browser.page("#sel=zone:ZB-02001&table=zones", path=study.page) as page:
        panel = plain(page.locator(".panel").inner_text())
        assert "Population inconnue" in panel and "ni la taille ni les euros" in panel, panel
        assert " 0 habitant" not in panel, panel
        assert "Population inconnue" in plain(page.locator(".largest").inner_text())
        row = plain(page.locator("#tables tbody tr").first.inner_text())
        assert row.count("inconnu") == 1, row
        browser.shot(page, "unknown-zone-1280")


def check_unknown_everything(browser):
    """units without polygon, most of them without population: no figure is made up"""
    units = [square("01001", "Aulnay", None, 0, 0), square("01002", "Brie", 10, 1, 0)]
    for unit in units:
        unit["geometry"] = None
    study = Study(browser, units, [["A", "Amont", "aci_signe", "01001"]])
    with browser.page(path=study.page) as page:
        assert plain(page.locator("#indicator").inner_text()) == "0,00 %"
        assert "il n’y a pas de carte" in page.locator("#map").inner_text()
