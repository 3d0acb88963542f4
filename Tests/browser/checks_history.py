"""Coverage over time: the chart, the slider, the table, and none without dates."""

import csv
import io

from axe_playwright_python.sync_playwright import Axe

from browser import PHONE, SCREEN, grouped, percent, plain
from checks_hostile import Study, square


def national(browser):
    """Rows of the country in couverture.csv, by stage."""
    rows = browser.table("couverture")
    return {row["stade"]: row for row in rows if row["niveau"] == "national"}


def check_history(browser):
    """the chart ends with the figures of couverture.csv, read by eye, by slider and by table"""
    rows = national(browser)
    with browser.page() as page:
        figure = page.locator("#history figure")
        assert figure.locator("svg path.over").count() == 5
        covered = percent(rows["lettre_intention"]["pct_cumule"])
        assert covered in plain(page.locator(".reading").inner_text())
        assert covered in plain(figure.locator("svg[role=img]").get_attribute("aria-label"))
        shown = [plain(text) for text in page.locator(".legend li").all_inner_texts()]
        for text, stage in zip(shown, rows):
            assert percent(rows[stage]["pct_stade"]) in text, (stage, text)
        browser.shot(page, "history-table-closed")
        page.locator("#history summary").click()
        last = plain(page.locator("#history tbody tr").last.inner_text())
        for row in rows.values():
            assert grouped(row["population_stade"]) in last, (row, last)
        assert covered in last
        page.locator("#history").scroll_into_view_if_needed()
        page.locator("#history").screenshot(path=browser.output / "history-open.png")


def check_history_by_keys(browser):
    """the slider is read with arrow keys, and says its day and the share covered"""
    with browser.page() as page:
        slider = page.locator("#history-day")
        slider.focus()
        before = page.locator(".reading").inner_text()
        cursor = page.locator("#history .cursor").get_attribute("d")
        page.keyboard.press("Home")
        first = page.evaluate("PARTS.language.day(PARTS.data.HISTORY.dates[0])")
        assert slider.get_attribute("aria-valuetext") == first
        assert page.locator(".reading").inner_text() != before
        assert page.locator("#history .cursor").get_attribute("d") != cursor
        page.keyboard.press("ArrowRight")
        assert slider.get_attribute("aria-valuetext") != first


def check_history_download(browser):
    """the table of the chart is downloaded as CSV, each date adding up to the same people"""
    rows = national(browser)
    with browser.page("#lang=en") as page:
        page.locator("#history summary").click()
        with page.expect_download() as waiting:
            page.locator("#history details button").click()
        assert waiting.value.suggested_filename == "evolution.csv"
        with open(waiting.value.path(), "rb") as file:
            written = list(csv.DictReader(io.StringIO(file.read().decode("utf-8"))))
    total = int(rows["aucun"]["population_totale"])
    for row in written:
        assert sum(int(row[f"population_{stage}"]) for stage in rows) == total, row
    for stage, row in rows.items():
        assert written[-1][f"population_{stage}"] == row["population_stade"]


def check_axe_of_history(browser):
    """axe-core finds nothing serious with the table of the chart open"""
    for viewport in (SCREEN, PHONE):
        with browser.page("#lang=en", viewport) as page:
            page.locator("#history summary").click()
            result = Axe().run(page).response
            serious = [
                (found["id"], found["nodes"][0]["html"][:120])
                for found in result["violations"]
                if found["impact"] in ("serious", "critical")
            ]
            assert serious == [], serious
            page.locator("#history").screenshot(
                path=browser.output / f"history-{viewport['width']}.png"
            )


def check_no_history(browser):
    """a study without dates has no chart, and nothing that leads to one"""
    units = [square("01001", "Aulnay", 1000, 0, 0)]
    study = Study(browser, units, [["A", "Amont", "LI", "01001"]])
    with browser.page(path=study.page) as page:
        assert page.locator("#history").count() == 0
        assert page.locator("a[href='#history']").count() == 0
