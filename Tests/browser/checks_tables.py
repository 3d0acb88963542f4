"""The tables: filter, sort, links with the map, download."""

import csv
import io

from browser import grouped, plain, share


def rows_of(page):
    """The texts of the rows that are shown."""
    return [plain(text) for text in page.locator("#tables tbody tr").all_inner_texts()]


def check_filter(browser):
    """a filter keeps the rows that have every word, whatever the accents"""
    with browser.page() as page:
        page.click("#tab-zones")
        page.fill("#filter", "Guéret")
        expected = [
            row for row in browser.table("zones_blanches") if "Guéret" in row["commune_principale"]
        ]
        assert len(rows_of(page)) == len(expected) > 0
        page.fill("#filter", "gueret zzz")
        assert rows_of(page) == ["Aucune ligne."]
        assert "filter=gueret" in page.url


def check_sort(browser):
    """a heading sorts its column both ways, by number or by word"""
    with browser.page() as page:
        page.click("#tab-zones")
        people = sorted(int(row["population"]) for row in browser.table("zones_blanches"))
        assert grouped(people[-1]) in rows_of(page)[0]
        page.click("#tables th:has-text('Population') button.sort")
        assert page.locator("#tables th[aria-sort]").get_attribute("aria-sort") == "ascending"
        assert f" {grouped(people[0])} " in rows_of(page)[0]
        page.click("#tables th:has-text('Commune principale') button.sort")
        names = [row.split("\t")[0] for row in rows_of(page)]
        assert names[0].startswith(("A", "Â"))


def check_areas(browser):
    """departments, regions: exclusive and cumulative shares are those of couverture.csv"""
    rows = browser.table("couverture")
    with browser.page() as page:
        page.select_option("#level", "region")
        corse = next(text for text in rows_of(page) if text.startswith("Corse"))
        for row in rows:
            if (row["niveau"], row["code"]) == ("region", "94"):
                people, whole = int(row["population_stade"]), int(row["population_totale"])
                assert share(people, whole) in corse, row
        page.select_option("#measure", "cumulated")
        corse = next(text for text in rows_of(page) if text.startswith("Corse"))
        for row in rows:
            if (row["niveau"], row["code"]) == ("region", "94"):
                people, whole = int(row["population_cumulee"]), int(row["population_totale"])
                # Everybody is at no stage or above: that column would read as covered.
                assert (share(people, whole) in corse) == (row["stade"] != "aucun"), row


def check_area_names(browser):
    """EPCI have names; no row says its code twice"""
    with browser.page() as page:
        page.select_option("#level", "epci")
        cells = [row.split("\t") for row in page.locator("#tables tbody tr").all_inner_texts()]
        assert len(cells) >= 25 and all(row[0] and row[0] != row[1] for row in cells), cells[:3]
        assert any("Communauté" in row[0] for row in cells)


def check_links_with_map(browser):
    """a row opens its territory on the map; a territory is marked in the table"""
    with browser.page() as page:
        page.click("#tab-zones")
        page.click("#tables tbody tr:first-child th button")
        title = page.locator(".panel h3").inner_text()
        marked = page.locator("#tables tr[aria-current]").inner_text()
        assert plain(marked).split(" ZB-")[0] in title
        assert "view=" in page.url or page.evaluate("PARTS.state.STATE.view !== null")
        page.click("text=Voir dans le tableau")
        assert page.evaluate("document.activeElement.closest('tr[aria-current]') !== null")


def check_more(browser):
    """a long table shows its first rows, and the others when asked"""
    with browser.page() as page:
        page.click("#tab-cpts")
        before = len(rows_of(page))
        page.click("button:has-text('lignes de plus')")
        assert len(rows_of(page)) == min(len(browser.table("cpts")), before + 500) > before


def download(page):
    """The CSV that the page offers for the table at hand."""
    with page.expect_download() as waiting:
        page.click(".download")
    with open(waiting.value.path(), "rb") as file:
        return waiting.value.suggested_filename, file.read().decode("utf-8")


def check_download(browser):
    """a table is downloaded as CSV, in the dialect of its language, with the figures of the report"""
    rows = {row["zone"]: row for row in browser.table("zones_blanches")}
    with browser.page("#lang=en&table=zones") as page:
        name, text = download(page)
        assert name == "zones_blanches.csv"
        written = list(csv.DictReader(io.StringIO(text)))
        assert len(written) == len(rows)
        for row in written:
            expected = rows[row["zone"]]
            for key in ("statut", "population", "nb_communes", "departements"):
                assert row[key] == expected[key], (key, row)
            assert float(row["superficie_km2"]) == float(expected["superficie_km2"])
    with browser.page("#lang=fr&table=areas") as page:
        _, text = download(page)
        assert text.startswith("\ufeffnom;code;") and '"=""01"""' in text
        assert ";44,23;" in text.splitlines()[1], text.splitlines()[1]


def check_tabs(browser):
    """arrow keys go from tab to tab"""
    with browser.page() as page:
        page.focus("#tab-areas")
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.activeElement.id") == "tab-zones"
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")
        assert page.evaluate("document.activeElement.id") == "tab-anomalies"
        assert page.locator("#tables table").get_attribute("class") == "data anomalies"
