"""Pages of a report in headless Chromium: from a file, without a network, and no error let by."""

import contextlib
import csv
import pathlib
import time

from playwright.sync_api import sync_playwright

SCREEN = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


class Browser:
    """Chromium, and the report to look at."""

    def __init__(self, chromium, options):
        self.chromium = chromium
        self.report = pathlib.Path(options.report).resolve()
        self.output = pathlib.Path(options.output).resolve()
        self.binary = pathlib.Path(options.binary).resolve()

    def __enter__(self):
        self.driver = sync_playwright().start()
        # The sandbox needs rights that a container seldom has; the page is a local file of ours.
        self.browser = self.driver.chromium.launch(
            executable_path=self.chromium, args=["--no-sandbox", "--force-device-scale-factor=1"]
        )
        return self

    def __exit__(self, *_):
        self.browser.close()
        self.driver.stop()

    @contextlib.contextmanager
    def page(self, fragment="", viewport=SCREEN, path=None, expected=None, **settings):
        """A page that fails its check on any error, message or request but those expected."""
        context = self.browser.new_context(viewport=viewport, accept_downloads=True, **settings)
        context.set_offline(True)
        page = context.new_page()
        problems = []
        page.on("pageerror", lambda error: problems.append(f"error: {error}"))
        page.on("console", lambda message: problems.append(f"{message.type}: {message.text}"))
        page.on("dialog", lambda dialog: (problems.append("a dialog opened"), dialog.dismiss()))
        page.on(
            "request",
            lambda request: (
                problems.append(f"request: {request.url}")
                if not request.url.startswith(("file:", "blob:"))
                else None
            ),
        )
        if "lang=" not in fragment:
            fragment = (fragment or "#") + "&lang=fr"
        address = (path or self.report / "rapport.html").as_uri() + fragment
        page.goto(address)
        page.wait_for_selector("#indicator")
        yield page
        context.close()
        problems = [text for text in problems if expected is None or expected not in text]
        assert not problems, problems

    def shot(self, page, name, **settings):
        """Keeps a picture of the page."""
        page.screenshot(path=self.output / f"{name}.png", **settings)

    def table(self, name):
        """Rows of a CSV file of the report."""
        with open(self.report / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))


def until(page, expression, seconds=10):
    """Waits until an expression holds: the page's policy forbids the driver's way of waiting."""
    end = time.monotonic() + seconds
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"never: {expression}"
        time.sleep(0.05)


def plain(text):
    """A text with ordinary spaces."""
    return " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").split())


def grouped(number):
    """A number as the French page writes it, with ordinary spaces."""
    return f"{int(number):,}".replace(",", " ")


def share(part, whole):
    """A share with one decimal, as the French page writes it."""
    tenths = (2000 * part + whole) // (2 * whole) if whole else 0
    if tenths == 0 and part > 0:
        return "< 0,1 %"
    if tenths == 1000 and part < whole:
        return "> 99,9 %"
    return f"{tenths // 10},{tenths % 10} %"


def percent(text):
    """`68.00` as the French page writes it."""
    return text.replace(".", ",") + " %"
