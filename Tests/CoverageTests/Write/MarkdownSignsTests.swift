import Testing

@testable import Coverage

@Suite("Names in Markdown")
struct MarkdownSignsTests {
  @Test(
    "nothing in a name becomes a link, an item or an underline",
    arguments: [
      ("https://evil.example", "https\\://evil.example"), ("www.x.example", "www\\.x.example"),
      ("WWW.x", "WWW\\.x"), ("ftp://x", "ftp\\://x"), ("a@b.c", "a\\@b.c"), ("@user", "\\@user"),
      ("![a](b)", "\\!\\[a\\](b)"), ("a: b. c", "a: b. c"), ("a\u{202E}b\nc", "a b c"),
      ("10:30", "10:30"), ("L’Est", "L’Est"),
    ])
  func inLine(name: String, shown: String) {
    #expect(MarkdownSigns.escaped(name, startsLine: false) ?? name == shown)
  }

  @Test(
    "at the beginning of a line",
    arguments: [
      ("- a", "\\- a"), ("+ a", "\\+ a"), ("=== a", "\\=== a"), ("---", "\\---"),
      ("1. a", "1\\. a"),
      ("12) a", "12\\) a"), ("1.5 a", "1.5 a"), ("-1", "-1"), ("12 a", "12 a"), ("Est", "Est"),
      ("", ""),
    ])
  func beginning(name: String, shown: String) {
    #expect(MarkdownSigns.escaped(name, startsLine: true) ?? name == shown)
    #expect(MarkdownSigns.escaped(name, startsLine: false) ?? name == name)
  }
}
