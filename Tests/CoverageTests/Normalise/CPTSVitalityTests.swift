import Testing

@testable import Coverage

@Suite("Flags and professionals of CPTS")
struct CPTSVitalityTests {
  private let scratch: Scratch
  private let day = CivilDate("2022-12-31")!

  init() throws { scratch = try Scratch() }

  private func read(_ texts: String...) throws -> CPTSFiles {
    var files = CPTSFiles()
    for (index, text) in texts.enumerated() {
      try files.read(try scratch.file("\(index).csv", text), named: [:])
    }
    return files
  }

  @Test(
    "a flag is read in any usual spelling, and nothing is said of an empty one",
    arguments: [
      ("oui", true), ("OUI", true), ("o", true), ("Vrai", true), ("true", true), ("1", true),
      ("x", true), ("X", true), ("yes", true), ("non", false), ("N", false), ("FAUX", false),
      ("false", false), ("0", false), ("no", false), ("", nil), ("-1", nil), ("fragile", nil),
    ] as [(String, Bool?)])
  func flags(text: String, flag: Bool?) throws {
    let files = try read("cpts_id,stade,fragile\nA,LI,\(text)\n")
    #expect(files.cpts[CPTSID("A")]?.isFragile == flag)
    #expect(files.anomalies.isEmpty == (flag != nil || text.isEmpty))
  }

  @Test(
    "a count is a whole number as spreadsheets write it",
    arguments: [
      ("120", 120), ("1 200", 1200), ("120.0", 120), ("120,0", 120), ("0", 0), ("", nil),
      ("12,5", nil), ("1.200", nil), ("-3", nil), ("environ 40", nil), ("1e30", nil),
      ("99999999999999999999", nil), ("nan", nil), ("10000001", nil),
    ] as [(String, Int?)])
  func counts(text: String, count: Int?) throws {
    let files = try read("cpts_id;stade;professionnels;adherents;actifs\nA;LI;\(text);;\n")
    #expect(files.cpts[CPTSID("A")]?.professionals == count)
    let expected = count != nil || text.isEmpty ? [] : ["attention effectif_illisible 2 A"]
    #expect(files.anomalies.map(\.brief) == expected)
  }

  @Test("rows of one CPTS repeat a value in several spellings; what cannot be read is said once")
  func repeated() throws {
    let files = try read(
      "cpts_id;stade;code;fragile;adherents\nA;LI;1;oui;12\nA;LI;2;x;12,0\nA;;3;;\n"
        + "B;LI;4;?;n.c.\nB;LI;5;?;n.c.\nB;LI;6;non;8\n")
    #expect(files.cpts[CPTSID("A")]?.members == 12)
    #expect(files.cpts[CPTSID("B")]?.isFragile == false)
    #expect(files.cpts[CPTSID("B")]?.members == 8)
    #expect(
      files.anomalies.map(\.brief) == [
        "attention effectif_illisible 5 B", "attention effectif_illisible 5 B",
      ])
    #expect(files.memberships.count == 6)
  }

  @Test("two values of one CPTS are a fault that names both places")
  func contradictions() throws {
    for (column, one, other) in [("fragile", "oui", "non"), ("actifs", "3", "4")] {
      let first = "cpts_id,stade,\(column)\nA,LI,\(one)\n"
      let second = "cpts_id,\(column)\nA,\(other)\n"
      let fault = try #require(fault { _ = try read(first, second) })
      #expect(fault.line == 2)
      #expect(fault.problem.french.contains("\(column) « \(other) » ici, « \(one) » à"))
    }
  }

  @Test("a file may add flags alone, and CPTS put together keep them")
  func merged() throws {
    var files = try read("cpts_id,stade\nA,LI\nB,LI\n", "cpts_id,fragile,actifs\nB,oui,5\n")
    try files.merge(into: [CPTSID("B"): CPTSID("A")])
    #expect(files.cpts[CPTSID("A")]?.isFragile == true)
    #expect(files.cpts[CPTSID("A")]?.activeMembers == 5)
  }

  @Test("a map of territories has them too")
  func map() throws {
    var files = CPTSFiles()
    let text = mapText(
      (#""cpts_id":"A","stade":"LI","fragile":true,"adherents":12"#, rectangleText(0, 0, 1, 1)),
      (#""cpts_id":"B","stade":"LI","fragile":"peut-être""#, rectangleText(1, 0, 2, 1)))
    try files.read(try scratch.file("m.geojson", text), named: [:])
    #expect(files.cpts[CPTSID("A")]?.isFragile == true)
    #expect(files.cpts[CPTSID("A")]?.members == 12)
    #expect(files.anomalies.map(\.brief) == ["attention effectif_illisible 3 B"])
  }

  @Test("more members than professionals are said, and kept")
  func inconsistent() throws {
    let files = try read(
      "cpts_id,stade,professionnels,adherents,actifs\nA,LI,10,12,13\nB,LI,10,10,10\nC,LI,,1,2\n")
    let (cpts, anomalies) = try files.dated(at: day, defaultStage: nil)
    #expect(
      anomalies.map(\.brief) == [
        "attention effectif_incoherent 2 A", "attention effectif_incoherent 2 A",
        "attention effectif_incoherent 4 C",
      ])
    #expect(cpts[0].record.members == 12)
  }
}
