import Testing

@testable import Coverage

@Suite("Folding of spellings")
struct FoldingTests {
  @Test(
    "spellings of one word are one",
    arguments: [
      ("Lettre d'intention", "lettre_d_intention"), ("LETTRE_D’INTENTION", "lettre_d_intention"),
      ("Code INSEE", "code_insee"), ("  code-insee ", "code_insee"), ("Œuvre", "oeuvre"),
      ("Curriculum vitæ", "curriculum_vitae"), ("ÎLE-DE-FRANCE", "ile_de_france"),
      ("L'Haÿ-les-Roses", "l_hay_les_roses"), ("Ça été noël", "ca_ete_noel"),
      ("PMUN 2021", "pmun_2021"), ("e\u{301}te\u{301}", "ete"), ("a\u{A0}\u{202F}b", "a_b"),
      ("___", ""), ("", ""), ("%", ""), ("Zoë & Noé (2)", "zoe_noe_2"), ("SEÑOR", "senor"),
    ])
  func words(text: String, expected: String) {
    #expect(folded(text) == expected)
  }

  @Test("folding a folded word changes nothing, and leaves no edge or double underscore")
  func idempotent() {
    var random = SplitMix(seed: 5)
    let alphabet = Array("aZé È-_’'œÆ9 .;\u{301}\u{A0}ÿÇ/ß日".unicodeScalars)
    for _ in 0..<3_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        text.append(alphabet.randomElement(using: &random) ?? "a")
      }
      let once = folded(String(text))
      #expect(folded(once) == once)
      #expect(!once.hasPrefix("_") && !once.hasSuffix("_") && !once.contains("__"))
    }
  }

  @Test("composed and decomposed accents fold alike")
  func normalForms() {
    let pairs = [("é", "e\u{301}"), ("ç", "c\u{327}"), ("ï", "i\u{308}"), ("Â", "A\u{302}")]
    for (composed, decomposed) in pairs {
      #expect(folded("x\(composed)y") == folded("x\(decomposed)y"))
    }
  }
}
