"""What changed since an earlier report, and the pages of compare and trend."""

import json
import subprocess

from axe_playwright_python.sync_playwright import Axe

from browser import PHONE, SCREEN, plain

STUDY = "data/demo/etude.yml"


def run(browser, *words):
    """A run of the command on the demonstration; its folder."""
    folder = browser.output / "changes" / words[0]
    line = [browser.binary, *words[1:], "--output", folder, "--language", "fr", "--quiet"]
    subprocess.run([str(word) for word in line], check=True)
    return folder


def month(browser, day, *more):
    return run(browser, day, "report", STUDY, "--at", day, *more)


def check_since(browser):
    """the first screen says what changed since an earlier report, and why, a click away"""
    before = month(browser, "2022-11-30")
    after = month(browser, "2022-12-31", "--since", before)
    change = json.loads((after / "resume.json").read_text(encoding="utf-8"))["depuis"]
    with browser.page(path=after / "rapport.html") as page:
        note = page.locator("#since")
        assert "+0,90 point depuis le 30 novembre 2022" in plain(note.locator("summary").inner_text())
        assert not note.locator("table").is_visible()
        note.locator("summary").click()
        rows = note.locator("tbody tr")
        assert rows.count() == len(change["causes"]) + 1
        for row, cause in zip(rows.all(), change["causes"]):
            assert f"{cause['points']:.2f}".replace(".", ",") in plain(row.inner_text())
        note.screenshot(path=browser.output / "since-open.png")
        assert not Axe().run(page, context="#since").response["violations"]
    zone = (after / "zones_blanches.csv").read_text(encoding="utf-8").splitlines()[1].split(",")[0]
    with browser.page(f"#sel=zone:{zone}", path=after / "rapport.html") as page:
        assert "30 novembre 2022" in plain(page.locator(".panel").inner_text())


def check_pages_of_change(browser):
    """the pages of compare and trend need no script, no network, and no wider screen than a phone's"""
    folders = [
        (run(browser, "compare", "compare", month(browser, "2021-12-31"), month(browser, "2022-12-31")),
         "comparaison.html"),
        (run(browser, "trend", "trend", STUDY, "--from", "2020-12-31", "--to", "2022-12-31", "--every", "quarter"),
         "tendance.html"),
    ]
    for folder, name in folders:
        for viewport, screen in ((SCREEN, "wide"), (PHONE, "phone")):
            context = browser.browser.new_context(viewport=viewport, java_script_enabled=False)
            context.set_offline(True)
            page = context.new_page()
            asked = []
            page.on("request", lambda request: asked.append(request.url))
            page.goto((folder / name).as_uri())
            assert len(asked) == 1, asked
            page.screenshot(path=browser.output / f"{name[:-5]}-{screen}.png", full_page=screen == "wide")
            context.close()
        context = browser.browser.new_context(viewport=PHONE)
        page = context.new_page()
        page.goto((folder / name).as_uri())
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"], (name, width)
        serious = [v["id"] for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]
        assert not serious, (name, serious)
        context.close()
