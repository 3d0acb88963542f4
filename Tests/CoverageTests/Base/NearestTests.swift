import Testing

@testable import Coverage

@Suite("The word that may have been meant")
struct NearestTests {
  @Test(
    "a slip of the pen is recognised; a word of another shape is not",
    arguments: [
      ("unit", "units"), ("untis", "units"), ("cpt", "cpts"), ("report", "report"),
      ("rapport", "report"), ("sliverwidth", "sliver-width"), ("greedy", nil), ("couleur", nil),
      ("x", nil), ("", nil), ("UNITS", "units"), ("Unités", "units"), ("ta", "at"),
      ("gird", "grid"),
    ] as [(String, String?)])
  func word(word: String, meant: String?) {
    let words = ["grid", "cpts", "units", "sliver-width", "by", "at", "report"]
    #expect(nearest(to: word, among: words) == meant)
    #expect(nearest(to: word, among: []) == nil)
  }

  @Test("of words that are as near, the first")
  func first() { #expect(nearest(to: "cat", among: ["bat", "rat", "cats"]) == "bat") }
}
