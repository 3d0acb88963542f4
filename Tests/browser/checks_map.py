"""The map: clicking, keys, layers, search, links."""

from browser import grouped, plain, until


def click_zone(page):
    """Clicks somewhere inside a white zone, and gives its id."""
    face = page.evaluate("""() => {
        for (const path of document.querySelectorAll("path.face")) {
            const face = Number(path.dataset.face), { zoneOf } = PARTS.map;
            if (zoneOf(face) < 0) continue;
            const box = path.getBoundingClientRect();
            const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
            if (document.elementFromPoint(x, y) !== path) continue;
            return { x, y, zone: PARTS.data.ZONES.zone[zoneOf(face)] };
        }
    }""")
    page.mouse.click(face["x"], face["y"])
    return face["zone"]


def check_click(browser):
    """a click on a white zone opens its panel, with the figures of zones_blanches.csv"""
    rows = {row["zone"]: row for row in browser.table("zones_blanches")}
    with browser.page() as page:
        zone = click_zone(page)
        panel = plain(page.locator(".panel").inner_text())
        assert zone in panel, panel[:200]
        assert grouped(rows[zone]["population"]) in panel
        assert rows[zone]["commune_principale"] in panel
        for cpts in rows[zone]["voisins"].split("|")[:1]:
            name = next(row["cpts_nom"] for row in browser.table("cpts") if row["cpts_id"] == cpts)
            assert name in panel, name
        assert f"sel=zone%3A{zone}" in page.url
        assert page.locator(".panel h3").evaluate("(title) => title === document.activeElement")
        page.keyboard.press("Escape")
        assert page.locator(".panel").is_hidden()


def check_hover(browser):
    """the card says what is under the pointer"""
    with browser.page() as page:
        box = page.locator(".stage").bounding_box()
        page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.5)
        assert page.locator(".card").is_visible()
        assert len(page.locator(".card").inner_text().splitlines()) >= 2


def check_keys(browser):
    """keys alone zoom, move and open a territory"""
    with browser.page() as page:
        page.focus(".stage")
        for key in ("+", "+", "ArrowLeft", "ArrowUp", "ArrowDown", "-"):
            page.keyboard.press(key)
        until(page, "location.hash.includes('view=')")
        assert page.locator(".cross").is_visible()
        page.keyboard.press("0")
        until(page, "!location.hash.includes('view=')")
        page.keyboard.press("Enter")
        assert page.locator(".panel h3").inner_text() != ""
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.className") == "stage"


def check_drag_and_wheel(browser):
    """the mouse moves the map, and a drag opens nothing; the wheel alone scrolls the page"""
    with browser.page() as page:
        box = page.locator(".stage").bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.mouse.wheel(0, -300)
        page.wait_for_timeout(400)
        assert "view=" not in page.url
        page.mouse.down()
        page.mouse.move(x + 60, y + 30, steps=4)
        page.mouse.up()
        until(page, "location.hash.includes('view=')")
        assert page.locator(".panel").is_hidden()


def check_layers(browser):
    """a stage that is off is blank on the map, and off in the link"""
    with browser.page() as page:
        page.uncheck("#layer-4")
        assert "hide=4" in page.url
        colour = page.locator("path.stage-4").first.evaluate(
            "(path) => getComputedStyle(path).fill"
        )
        assert colour.startswith("rgb("), colour
        page.reload()
        assert not page.is_checked("#layer-4")


def search(page, text):
    """Types in the search field, and gives the answers."""
    page.fill("#search", text)
    return [plain(answer) for answer in page.locator("#answers li").all_inner_texts()]


def check_search(browser):
    """communes, codes, regions and CPTS are found, with or without accents, by keys alone"""
    with browser.page() as page:
        assert search(page, "Upaix")[0].startswith("Upaix (05173)")
        assert search(page, "05173")[0].startswith("Upaix")
        assert search(page, "Corse")[0].startswith("Corse")
        assert search(page, "cotes d'armor")[0].startswith("Côtes-d'Armor")
        assert "CPTS" in search(page, "FICTIF-0001")[0]
        assert search(page, "<img") == []
        search(page, "Upaix")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        assert "05173" in page.locator(".panel h3").inner_text()
        assert page.locator("circle.marker").get_attribute("cx") is not None
        browser.shot(page, "search-upaix")


def check_department(browser):
    """a department shows its rate, and its largest white zones with their people there"""
    rows = [
        row
        for row in browser.table("couverture")
        if row["niveau"] == "departement" and row["code"] == "24"
    ]
    with browser.page("#sel=department:24") as page:
        panel = plain(page.locator(".panel").inner_text())
        assert "Dordogne" in panel
        for row in rows:
            assert grouped(row["population_stade"]) in panel, row
        communes = [row for row in browser.table("communes") if row["dep"] == "24"]
        people = {}
        for row in communes:
            rest = int(row["population"]) - int(row["population_couverte"])
            for zone in filter(None, row["zone_blanche"].split("|")):
                people[zone] = people.get(zone, 0) + rest
        for zone in sorted(people, key=people.get, reverse=True)[:3]:
            assert zone in panel and grouped(people[zone]) in panel, zone


def check_fragment(browser):
    """a link with a fragment shows the same view, selection, layers, table and language"""
    link = (
        "#lang=en&sel=cpts:FICTIF-0001&view=0.6,0.5,8&hide=0&table=zones&filter=brest"
        "&sort=-population"
    )
    with browser.page(link) as page:
        assert page.evaluate("document.documentElement.lang") == "en"
        assert "Plaine de l'Ain" in page.locator(".panel h3").inner_text()
        assert "scale(8)" in page.locator(".canvas > g").get_attribute("transform")
        assert page.locator("#tab-zones").get_attribute("aria-selected") == "true"
        assert "Brest" in page.locator("table.zones tbody tr").first.inner_text()
        page.evaluate("location.hash = '#lang=fr&sel=region:94'")
        until(page, "document.querySelector('.panel h3')?.textContent === 'Corse'")
    strange = "#lang=xx&sel=nothing:zone&view=a,b,1e99&hide=9,__proto__&table=constructor&sort=x"
    with browser.page(strange) as page:
        assert page.locator(".panel").is_hidden()
