"""Sectors: on the map, in their panel, in search, address and tables, with the figures of the files."""

import pathlib

from browser import PHONE, SCREEN, grouped, plain, share, until
from checks_hostile import ATTACK, Study, square

NATURES = {
    "projet": "Un projet à l’œuvre",
    "projets_concurrents": "Projets concurrents",
    "atone": "Sans projet",
    "reliquat": "Reliquat, sans projet",
}
KINDS = {
    "accompagnement": "Accompagner le projet",
    "reunion": "Réunir les projets",
    "creation": "Créer une CPTS",
    "extension": "Étendre",
    "extension_temporaire": "Étendre pour un temps, avec mentorat",
    "partage": "Partager entre voisines",
    "rattachement_mixte": "Rattacher une part, créer le reste",
}


def sectors(browser):
    return {row["secteur"]: row for row in browser.table("secteurs")}


def busiest(browser):
    """The zone with most sectors."""
    return max(browser.table("zones_blanches"), key=lambda row: int(row["nb_secteurs"]))


def click_sector(page, zone):
    """Clicks somewhere inside a sector of a zone, and gives its id."""
    found = page.evaluate(
        """(zone) => {
        const { sectorOf, zoneOf } = PARTS.map, { SECTORS, ZONES } = PARTS.data;
        for (const path of document.querySelectorAll("path.face")) {
            const face = Number(path.dataset.face);
            if (zoneOf(face) < 0 || ZONES.zone[zoneOf(face)] !== zone) continue;
            const box = path.getBoundingClientRect();
            const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
            if (document.elementFromPoint(x, y) !== path) continue;
            return { x, y, sector: SECTORS.secteur[sectorOf(face)] };
        }
    }""",
        zone,
    )
    page.mouse.click(found["x"], found["y"])
    return found["sector"]


def check_first_screen_of_work(browser):
    """people with a project at work, and without, are those of secteurs.csv, and add up"""
    rows = browser.table("secteurs")
    people = sum(int(row["population"]) for row in rows)
    at_work = sum(int(row["population"]) for row in rows if row["projets"])
    with browser.page() as page:
        said = plain(page.locator("#work").inner_text())
        for count in (at_work, people - at_work):
            assert f"{grouped(count)} ({share(count, people)})" in said, said
        assert grouped(people) in plain(page.locator(".remaining").inner_text())
        page.locator("#work .what").click()
        assert "accompagner" in page.locator("dialog p").inner_text()
    with browser.page("#lang=en") as page:
        assert "where a project is at work" in page.locator("#work").inner_text()


def check_zone_and_its_sectors(browser):
    """a zone lists its sectors, with their nature, and they add up to it"""
    zone = busiest(browser)
    own = [row for row in browser.table("secteurs") if row["zone"] == zone["zone"]]
    with browser.page("#sel=zone:" + zone["zone"]) as page:
        panel = page.locator(".panel")
        assert f"Secteurs ({zone['nb_secteurs']})" in panel.inner_text()
        panel.locator("button:has-text('autres')").first.click()
        table = panel.locator("table").first
        shown = [plain(text) for text in table.locator("tbody tr").all_inner_texts()]
        assert len(shown) == len(own) + 1
        for row in own:
            line = next(text for text in shown if row["secteur"] + ")" in text)
            assert grouped(row["population"]) in line and NATURES[row["nature"]] in line, line
        assert grouped(zone["population"]) in shown[-1]
        assert sum(int(row["population"]) for row in own) == int(zone["population"])
        text = plain(panel.inner_text())
        assert grouped(zone["population_projet"]) in text
        assert grouped(zone["population_sans_projet"]) in text
        browser.shot(page, "zone-sectors")


def check_sector_by_click(browser):
    """in a zone that is selected a click opens the sector under it, with its figures and options"""
    zone = busiest(browser)["zone"]
    rows = sectors(browser)
    with browser.page("#sel=zone:" + zone) as page:
        page.wait_for_timeout(400)
        sector = click_sector(page, zone)
        assert f"sel=secteur%3A{sector}" in page.url
        panel = plain(page.locator(".panel").inner_text())
        row = rows[sector]
        assert sector in panel and row["commune_principale"] in panel, panel[:200]
        assert grouped(row["population"]) in panel and NATURES[row["nature"]] in panel
        assert page.locator("path.line-selected").get_attribute("d") != ""
        browser.shot(page, "sector-clicked")


def check_sector_of_address(browser):
    """an address opens a sector: options in their order, who, how good, gain, what is against, sources"""
    names = {row["cpts_id"]: row["cpts_nom"] for row in browser.table("cpts")}
    options = browser.table("options")
    rows = browser.table("secteurs")
    wanted = [next(row for row in rows if row["nature"] == nature) for nature in NATURES]
    for row in wanted:
        with browser.page("#sel=secteur:" + row["secteur"]) as page:
            panel = page.locator(".panel")
            text = plain(panel.inner_text())
            assert NATURES[row["nature"]] in text and grouped(row["population"]) in text
            for project in filter(None, row["projets"].split("|")):
                assert names[project] in text
            if row["rattache_a"] in names:
                assert names[row["rattache_a"]] in text.split("Ce qui peut se faire")[0]
            possible = [o for o in options if o["secteur"] == row["secteur"] and o["rang"]]
            shown = [plain(item) for item in panel.locator(".options > li").all_inner_texts()]
            assert len(shown) == min(6, len(possible)), (row["secteur"], len(shown))
            for item, option in zip(shown, possible):
                assert item.startswith(KINDS[option["option"]]), (item, option)
                gained = f"{grouped(option['population_gagnee'])} habitant"
                assert gained in item and "couverts de plus" in item, item
                assert option["source"] in item, item
                assert plain(option["motif"]) in item, (item, option["motif"])
                for cpts in option["cpts"].split("|")[:6]:
                    assert names.get(cpts, "une nouvelle CPTS") in item, (cpts, item)
            panel.locator(".options summary").first.click()
            assert "Note " in panel.locator(".options details").first.inner_text()
            link = panel.locator("a.dossier").get_attribute("href")
            assert link.startswith("dossiers/") and row["secteur"] in link or "petits" in link
            browser.shot(page, "sector-" + row["nature"])


def check_dossier_of_sector(browser):
    """the link of each sector leads to a page that the report has"""
    with browser.page() as page:
        links = page.evaluate("PARTS.data.SECTORS.dossier")
    assert len(links) == len(browser.table("secteurs")) == len(set(links))
    missing = [link for link in links if not (browser.report / link.split("#")[0]).exists()]
    assert missing == [], missing[:3]


def check_sector_by_search(browser):
    """a sector is found by its code, and by its main commune, with keys alone"""
    row = max(browser.table("secteurs"), key=lambda row: int(row["population"]))
    with browser.page() as page:
        page.fill("#search", row["secteur"])
        answers = page.locator("#answers li")
        assert row["secteur"] in answers.first.inner_text()
        assert "Secteur" in answers.first.inner_text()
        page.keyboard.press("Enter")
        assert row["secteur"] in page.locator(".panel h3").inner_text()
        page.fill("#search", row["commune_principale"])
        assert any(row["secteur"] in text for text in answers.all_inner_texts())


def check_sectors_near_by(browser):
    """from near by sectors are drawn and opened by keys; a box in the legend, and the link, hide them"""
    def drawn(page):
        return page.locator("path.line-sector").get_attribute("d") or ""

    with browser.page() as page:
        assert drawn(page) == ""
        page.focus(".stage")
        for _ in range(4):
            page.keyboard.press("+")
        until(page, "document.querySelector('path.line-sector').getAttribute('d') !== ''")
        marked = "[...document.querySelectorAll('path.face')].filter((path) => "
        marked += "path.getAttribute('fill').includes('reliquat')).length"
        assert page.evaluate(marked) > 50
        page.uncheck("#layer-sectors")
        assert "hide=sectors" in page.url and drawn(page) == "" and page.evaluate(marked) == 0
        page.reload()
        assert not page.is_checked("#layer-sectors") and drawn(page) == ""
        page.check("#layer-sectors")
        assert drawn(page) != "" and "hide=" not in page.url


def check_table_of_sectors(browser):
    """the table of sectors is sorted and filtered, and opens them"""
    rows = browser.table("secteurs")
    with browser.page("#table=sectors&sort=-population") as page:
        first = plain(page.locator("#tables tbody tr").first.inner_text())
        assert grouped(max(int(row["population"]) for row in rows)) in first
        page.fill("#filter", "Dordogne")
        own = [row for row in rows if row["departement_pilote"] == "24"]
        assert page.locator("#tables tbody tr").count() == len(own) > 0
        page.locator("#tables tbody tr th button").first.click()
        assert "sel=secteur" in page.url
        browser.shot(page, "sectors-table")
    with browser.page("#table=sectors&filter=FICTIF", PHONE) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def check_sectors_at_both_widths(browser):
    """the panel of a sector, in English, fits a screen and a telephone"""
    sector = busiest(browser)["zone"].replace("ZB", "SB")
    for viewport in (SCREEN, PHONE):
        with browser.page(f"#sel=secteur:{sector}&lang=en", viewport) as page:
            assert "What can be done" in page.locator(".panel").inner_text()
            assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
            page.wait_for_timeout(300)
            browser.shot(page, f"sector-{viewport['width']}")


def check_hostile_sector(browser):
    """a sector, its project and its neighbours with names that would be markup are names"""
    units = [
        square("01001", ATTACK, 9000, 0, 0),
        square("01002", "Brie", 8000, 1, 0),
        square("01003", ATTACK, 30_000, 2, 0),
    ]
    study = Study(
        browser,
        units,
        [["A", ATTACK, "projet", "01001"], [ATTACK, ATTACK, "aci_signe", "01002"]],
    )
    for sector in ("SB-01001", "SB-01003"):
        for fragment in (f"#sel=secteur:{sector}", f"#sel=secteur:{sector}&table=sectors&lang=en"):
            with browser.page(fragment, path=pathlib.Path(study.page)) as page:
                assert "onerror" in page.locator(".panel").inner_text()
                assert page.locator("img").count() == 0
                link = page.locator("a.dossier").get_attribute("href")
                assert link.startswith("dossiers/01-ain/"), link
