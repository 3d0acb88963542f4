"""Overlaps and their conciliation on the page, and territories that the study does not have."""

import re

from browser import grouped, plain, until


def conciliated(browser):
    """The overlap with most people of those that have a page, and its page."""
    for row in sorted(
        browser.table("chevauchements"), key=lambda row: -int(row["population"] or 0)
    ):
        page = browser.report / f"dossiers/conciliation/{row['cpts_a']}--{row['cpts_b']}.html"
        if page.is_file():
            return row, page
    raise AssertionError("no overlap has a page")


def check_overlap_and_its_page(browser):
    """the page of a conciliation opens its overlap on the page, which leads back to it"""
    row, sheet = conciliated(browser)
    names = {cpts["cpts_id"]: cpts["cpts_nom"] for cpts in browser.table("cpts")}
    link = re.search(r'rapport\.html(#[^"]*)"', sheet.read_text(encoding="utf-8"))[1]
    with browser.page(link) as page:
        panel = page.locator(".panel")
        text = plain(panel.inner_text())
        assert names[row["cpts_a"]] in text and names[row["cpts_b"]] in text, text
        assert grouped(row["population"]) in text
        assert page.locator("path.line-selected").get_attribute("d") != ""
        href = panel.locator("a.dossier").get_attribute("href")
        assert (browser.report / href).resolve() == sheet.resolve(), href
        browser.shot(page, "overlap")
    with browser.page(f"#sel=cpts:{row['cpts_a']}") as page:
        links = page.locator(".panel a.dossier").evaluate_all(
            "all => all.map(a => a.getAttribute('href'))"
        )
        assert f"dossiers/conciliation/{sheet.name}" in links, links
    with browser.page("#table=overlaps") as page:
        first = page.locator("table.overlaps tbody tr").first
        assert first.locator("a.dossier").get_attribute("href").startswith("dossiers/concil")
        first.locator("button:has-text('Sur la carte')").click()
        until(page, "document.querySelector('.panel .kind')?.textContent === 'Chevauchement'")
        assert "sel=chevauchement" in page.url


def check_territory_that_is_not_there(browser):
    """an address that names what the study does not have says so, until something else is opened"""
    for kind, word in (("secteur", "Secteur"), ("zone", "Zone blanche"), ("cpts", "CPTS")):
        with browser.page(f"#sel={kind}:SB-XXXX") as page:
            panel = page.locator(".panel")
            text = plain(panel.inner_text())
            assert word.upper() in text.upper() and "SB-XXXX" in text, text
            assert "Rien de ce nom dans cette étude" in text
            panel.locator("button.close").click()
            assert panel.is_hidden()
    with browser.page("#sel=secteur:SB-XXXX&lang=en") as page:
        assert "Nothing of this name" in page.locator(".panel").inner_text()
    with browser.page("#sel=strange:SB-XXXX") as page:
        assert page.locator(".panel").is_hidden()
