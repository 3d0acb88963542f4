"""The printed page."""

import io

import pypdf

from browser import plain


def check_print(browser):
    """on A4: the figures and the map on the first page, then tables; nothing of the screen's tools"""
    with browser.page() as page:
        page.emulate_media(media="print")
        document = page.pdf(prefer_css_page_size=True, print_background=True)
    (browser.output / "print.pdf").write_bytes(document)
    pages = pypdf.PdfReader(io.BytesIO(document)).pages
    assert 5 <= len(pages) <= 14, len(pages)
    for sheet in pages:
        width, height = (
            float(side) / 72 * 25.4 for side in (sheet.mediabox.width, sheet.mediabox.height)
        )
        assert abs(width - 210) < 1 and abs(height - 297) < 1, (width, height)
    texts = [plain(sheet.extract_text()) for sheet in pages]
    assert "68,00 %" in texts[0] and "Guadeloupe" in texts[0], texts[0]
    whole = " ".join(texts)
    for words in ("Dordogne", "Corse", "ZB-10387", "Deux projets validés"):
        assert words in whole, words
    assert "Télécharger" not in whole and "Imprimer" not in whole


def check_screen_after_print(browser):
    """printing leaves the page on screen as it was"""
    with browser.page("#table=zones") as page:
        before = page.evaluate("location.hash + document.querySelector('#tables').innerText")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator("#paper table").count() >= 3
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator("#paper table").count() == 0
        assert (
            page.evaluate("location.hash + document.querySelector('#tables').innerText") == before
        )
