"""Access: axe-core in several states of the page, keyboard, colours to colour-blind readers."""

import itertools

from axe_playwright_python.sync_playwright import Axe

from browser import PHONE, SCREEN

STATES = [
    "",
    "#lang=en&sel=zone:ZB-10387",
    "#sel=department:24&table=zones",
    "#sel=secteur:SB-10387&table=sectors",
    "#sel=cpts:FICTIF-0001&table=overlaps",
    "#sel=commune:05173&table=anomalies",
]

# Linear RGB as seen without long, middle or short cones (Viénot, Brettel and Mollon 1999; for the
# third, Brettel's half-plane is close to this one matrix).
BLINDNESS = {
    "nobody": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.1124, 0.8876, 0), (0.1124, 0.8876, 0), (0.0040, -0.0040, 1)),
    "deuteranopia": ((0.2920, 0.7054, 0), (0.2934, 0.7089, 0), (-0.0210, 0.0256, 1)),
    "tritanopia": ((1.0102, 0.1358, -0.1446), (-0.0060, 0.8669, 0.1394), (0.0767, 0.7718, 0.1514)),
}


def check_axe(browser):
    """axe-core finds nothing serious or critical, on a screen and on a telephone"""
    for viewport, state in itertools.product((SCREEN, PHONE), STATES):
        with browser.page(state, viewport) as page:
            result = Axe().run(page).response
            assert len(result["passes"]) > 20, "axe has not looked at the page"
            serious = [
                (found["id"], found["nodes"][0]["html"][:120])
                for found in result["violations"]
                if found["impact"] in ("serious", "critical")
            ]
            assert serious == [], (state, serious)


def check_axe_of_dialog(browser):
    """axe-core finds nothing serious in an open definition"""
    with browser.page() as page:
        page.locator(".what").first.click()
        result = Axe().run(page).response
        assert not [
            found["id"]
            for found in result["violations"]
            if found["impact"] in ("serious", "critical")
        ]


def check_landmarks(browser):
    """one title, one main part, headings without a gap, and two links to skip to"""
    with browser.page("#sel=zone:ZB-10387") as page:
        assert page.locator("h1").count() == 1 and page.locator("main").count() == 1
        levels = page.evaluate(
            "[...document.querySelectorAll('h1,h2,h3,h4,h5')].map((h) => +h.localName[1])"
        )
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), levels
        page.evaluate("document.activeElement.blur()")
    with browser.page() as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "summary-title"


def check_targets(browser):
    """what a finger or a pointer must hit is at least 24 pixels wide and high"""
    with browser.page(viewport=PHONE) as page:
        small = page.evaluate("""() => [...document.querySelectorAll(
                'button:not(.link):not(.sort), select, input:not([type=checkbox])')]
            .filter((element) => element.checkVisibility() && !element.classList.contains('what'))
            .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
            .filter(([, box]) => Math.min(box.width, box.height) < 24).map(([html]) => html)""")
        assert small == [], small


def check_still(browser):
    """nothing moves by itself where less motion is asked for"""
    with browser.page(reduced_motion="reduce") as page:
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        assert page.evaluate("document.getAnimations().length") == 0


def stage_colours(page):
    """Colours of the five stages, from 0 to 255."""
    colours = page.evaluate("""PARTS.data.STAGES.map((_, stage) =>
        getComputedStyle(document.querySelector(".stagebar .flat-" + stage)).fill)""")
    return [tuple(int(part) for part in colour[4:-1].split(",")) for colour in colours]


def linear(colour):
    return [
        (part / 255 / 12.92) if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in colour
    ]


def seen(colour, matrix):
    light = linear(colour)
    return [min(max(sum(row[i] * light[i] for i in range(3)), 0), 1) for row in matrix]


def lab(light):
    """CIE L*a*b* of linear RGB, white point D65."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    x, y, z = (
        sum(row[i] * light[i] for i in range(3)) / white
        for row, white in zip(rows, (0.9505, 1, 1.089))
    )
    fx, fy, fz = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def check_colours(browser):
    """stages stay far apart to colour-blind readers, and differ by pattern as well"""
    with browser.page() as page:
        colours = stage_colours(page)
        patterns = page.evaluate("""PARTS.data.STAGES.map((_, stage) =>
            document.getElementById("map-" + stage).innerHTML.replace(/flat-\\d/, ""))""")
    for name, matrix in BLINDNESS.items():
        points = [lab(seen(colour, matrix)) for colour in colours]
        for one, other in itertools.combinations(range(5), 2):
            apart = sum((a - b) ** 2 for a, b in zip(points[one], points[other])) ** 0.5
            assert apart > 14, (name, one, other, apart)
            # Neighbours in lightness have different marks, for readers who see none of the hues.
            if abs(points[one][0] - points[other][0]) < 10:
                assert patterns[one] != patterns[other], (name, one, other)


def luminance(colour):
    return sum(w * part for w, part in zip((0.2126, 0.7152, 0.0722), linear(colour)))


def check_contrast_of_graphics(browser):
    """the outline of white zones is at 3:1 or more against every stage, and against the paper"""
    with browser.page() as page:
        colours = stage_colours(page)
        outline = page.locator("path.line-zone").evaluate("(line) => getComputedStyle(line).stroke")
        dark = tuple(int(part) for part in outline[4:-1].split(","))
    for colour in colours + [(255, 255, 255)]:
        one, other = sorted((luminance(colour), luminance(dark)))
        assert (other + 0.05) / (one + 0.05) >= 3, colour
