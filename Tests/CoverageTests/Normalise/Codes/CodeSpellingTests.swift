import Testing

@testable import Coverage

@Suite("Codes as spreadsheets leave them")
struct CodeSpellingTests {
  private let known: Set<String> = [
    "01004", "2A004", "26000", "26042", "97411", "59350", "010040101",
  ]

  private func read(_ text: String) -> CodeSpelling? {
    CodeSpelling(text, isKnown: { known.contains($0.text) })
  }

  @Test(
    "each damage is undone, and told",
    arguments: [
      ("01004", "01004", []), ("1004", "01004", [.lostZero]),
      ("1004.0", "01004", [.decimals, .lostZero]), ("1004,00", "01004", [.decimals, .lostZero]),
      ("01004.0", "01004", [.decimals]), ("2a004", "2A004", [.letterCase]),
      (" 01 004", "01004", [.spaces]), ("01\u{A0}004", "01004", [.spaces]),
      ("'01004", "01004", [.spaces]), ("=\"01004\"", "01004", [.spaces]),
      ("1.004E3", "01004", [.scientific, .lostZero]),
      ("1,004E+03", "01004", [.scientific, .lostZero]),
      ("2.6042E4", "26042", [.scientific]), ("2.60420E+4", "26042", [.scientific]),
      ("9.7411e+04", "97411", [.scientific]), ("10040101", "010040101", [.lostZero]),
    ] as [(String, String, [CodeDamage])])
  func undone(text: String, code: String, damage: [CodeDamage]) {
    #expect(read(text)?.code.text == code)
    #expect(read(text)?.damage == damage)
  }

  @Test(
    "what may be several codes, or none, is left alone",
    arguments: [
      "2.6E+4", "2.604E+4", "26E3", "1005", "99999", "", "1004.5", "1.004E99", "1e5", "A", "-1004",
      "2B004", String(repeating: "0", count: 10_000) + "1004",
    ])
  func refused(text: String) { #expect(read(text) == nil) }

  @Test("a text that is a known code is never changed, even if it looks damaged")
  func knownAsWritten() {
    let odd = CodeSpelling("1.004E3", isKnown: { $0.text == "1.004E3" || $0.text == "01004" })
    #expect(odd?.code.text == "1.004E3" && odd?.damage == [])
  }

  @Test("a department and a number make a code")
  func twoColumns() {
    let cases = [
      ("01", "004", "01004"), ("1", "4", "01004"), ("2a", "4", "2A004"), ("974", "11", "97411"),
      ("974", "411", "97411"), ("971", "101", "97101"), ("1.0", "4.0", "01004"),
    ]
    for (department, number, code) in cases {
      #expect(UnitCodeColumns.code(department: department, number: number) == code)
    }
    for (department, number) in [
      ("974", "111"), ("01", "1004"), ("Ain", "4"), ("01", ""), ("", "4"),
    ] {
      #expect(UnitCodeColumns.code(department: department, number: number) == nil)
    }
  }
}

@Suite("Postal codes are not codes of communes")
struct PostalCodesTests {
  @Test("columns of postal codes are recognised, as spreadsheets write them too")
  func recognised() {
    let postal: Set<String> = ["05000", "05100", "5130", "05110.0", "05200", "05400", "05150"]
    #expect(PostalCodes.endingInZero(postal)?.count == 7)
    let mixed = Set((0..<20).map { $0 < 15 ? "\(13_000 + $0 * 10)" : "\(75_000 + $0)" })
    #expect(PostalCodes.endingInZero(mixed)?.count == 15)
  }

  @Test("codes of communes are not, however few")
  func notRecognised() {
    #expect(PostalCodes.endingInZero(["05010", "05020", "05030"]) == nil)
    #expect(PostalCodes.endingInZero(["05010", "05020", "05030", "05061"]) == nil)
    #expect(PostalCodes.endingInZero(Set((0..<900).map { "\(10_000 + $0)" })) == nil)
    #expect(PostalCodes.endingInZero(["A", "B", "C", "D", "E"]) == nil)
  }
}

@Suite("Names of places and of CPTS")
struct NamesTests {
  @Test("spellings of a place are one, and places are not confused")
  func places() {
    #expect(placeName("St-Étienne-du-Bois") == placeName("Saint Etienne du Bois"))
    #expect(placeName("Abergement-Clémenciat (L')") == placeName("L’Abergement-Clémenciat"))
    #expect(placeName("CHALON S/ SAONE") == placeName("Chalon-sur-Saône"))
    #expect(placeName("Le Bourg") != placeName("Le Bourget"))
    #expect(placeName("Les") == "les")
  }

  @Test(
    "two spellings of a CPTS are found",
    arguments: [
      ("CPTS Gapençais", "CPTS du Gapençais"), ("CPTS DU VAL D'ALLIER", "Cpts du val d’allier"),
      ("CPTS Sud-Luberon", "CPTS Sud Lubéron"), ("CPTS du Verdon", "CPTS du Verdun"),
      ("CPTS Briançonnais", "CPTS Brianconnnais"), ("CPTS Val-Marne", "Valmarne"),
    ])
  func similar(left: String, right: String) {
    #expect(
      SimilarNames.pairs([left, "CPTS tout autre", right]).map { [$0.0, $0.1] } == [[0, 2]])
  }

  @Test(
    "neighbours by name are left apart",
    arguments: [
      ("CPTS Lyon 5", "CPTS Lyon 6"), ("CPTS Secteur A", "CPTS Secteur B"),
      ("CPTS Est", "CPTS Ouest"), ("CPTS Nord Isère", "CPTS Sud Isère"), ("CPTS", "CPTS du"),
      ("CPTS Paris 13", "CPTS Paris 14"), ("CPTS Haut Var", "CPTS Haut Jura"),
    ])
  func apart(left: String, right: String) {
    #expect(SimilarNames.pairs([left, right]).isEmpty)
  }

  @Test("names without end, and thousands of one name, take no time")
  func hostile() {
    let long = String(repeating: "a", count: 40_000)
    #expect(SimilarNames.pairs([long, long + "b", long]).map { [$0.0, $0.1] } == [[0, 2]])
    #expect(SimilarNames.pairs(Array(repeating: "CPTS Même", count: 20_000)).isEmpty)
  }
}
