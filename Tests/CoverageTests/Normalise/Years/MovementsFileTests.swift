import Testing

@testable import Coverage

@Suite("Reading movements and decisions")
struct MovementsFileTests {
  private let header = "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TYPECOM_AP,COM_AP\n"

  private func table(_ text: String) throws -> DelimitedText {
    try DelimitedText(path: "m.csv", bytes: Array(text.utf8))
  }

  @Test("Columns of any case and order, with or without names")
  func layouts() throws {
    let old = try MovementsFile(
      try table(
        "mod;date_eff;typecom_av;com_av;libelle_av;typecom_ap;com_ap;libelle_ap\n"
          + "32;2018-01-01;COM;2A004;Ajaccio;COM;2A004;Ajaccio\n"))
    let new = try MovementsFile(
      try table(
        "COM_AP,TYPECOM_AP,COM_AV,TYPECOM_AV,DATE_EFF,MOD\n2A004,COM,2A004,COM,2018-01-01,32\n"))
    #expect(old.movements[0].after.name == "Ajaccio")
    var nameless = old.movements[0]
    nameless.before?.name = ""
    nameless.after.name = ""
    #expect(new.movements == [nameless])
  }

  @Test(
    "What cannot be used is set aside, with its line and the reason",
    arguments: [
      ("99,2018-01-01,COM,01001,COM,01002", "unknown MOD “99”"),
      (",2018-01-01,COM,01001,COM,01002", "unknown MOD “”"),
      ("31,2018-02-30,COM,01001,COM,01002", "DATE_EFF “2018-02-30” is no day"),
      ("31,2018-01-01,COM,1001,COM,01002", "“COM 1001” before is no commune"),
      ("31,2018-01-01,COM,01001,XXX,01002", "“XXX 01002” after is no commune"),
      ("31,2018-01-01,,,COM,01002", "no commune before"),
      ("10,2018-01-01,COM,01001,COM,01002", "a new name between two codes"),
      ("31", "DATE_EFF “” is no day"),
    ])
  func setAside(row: String, reason: String) throws {
    let good = "31,2018-01-01,COM,01001,COM,01002\n"
    let file = try MovementsFile(try table(header + good + row + "\n" + good))
    #expect(file.movements.map { $0.line } == [2, 4])
    #expect(file.setAside.map { $0.line } == [3])
    #expect(file.setAside[0].reason.english == reason)
  }

  @Test("A file that is no such file is refused")
  func refused() throws {
    let missing = #expect(throws: InputFault.self) {
      try MovementsFile(try table("MOD,DATE_EFF,COM_AV\n31,2018-01-01,01001\n"))
    }
    #expect(missing?.problem.english == "missing columns: TYPECOM_AV, TYPECOM_AP, COM_AP")
    #expect(throws: InputFault.self) { try MovementsFile(try table(header)) }
    #expect(throws: InputFault.self) {
      try MovementsFile(try table("MOD,mod,DATE_EFF,TYPECOM_AV,COM_AV,TYPECOM_AP,COM_AP\n"))
    }
  }

  @Test("Contradictions are told and left out")
  func contradictions() throws {
    let rows = [
      "31,2000-01-01,COM,01001,COM,01002", "31,2000-01-01,COM,01002,COM,01002",
      "31,2001-01-01,COM,01001,COM,01003",
    ]
    let file = try MovementsFile(try table(header + rows.joined(separator: "\n") + "\n"))
    let history = try CodeHistory(file.movements, reference: [], path: "m.csv")
    #expect(history.contradictions.map { $0.line } == [4])
    #expect(history.communes(in: 2001) == codes("01002"))
  }

  @Test("Communes that merge and divide without end are refused, in bounded work")
  func tangled() throws {
    var text = header
    for year in 1...9000 {
      let day = String(1000 + year % 8999) + (year % 2 == 0 ? "-01-01" : "-07-01")
      text += "20,\(day),COM,01001,COM,01001\n20,\(day),COM,01001,COM,01002\n"
      text += "20,\(day),COM,01002,COM,01002\n20,\(day),COM,01002,COM,01001\n"
    }
    let file = try MovementsFile(try table(text))
    let fault = #expect(throws: InputFault.self) {
      try CodeHistory(file.movements, reference: [], path: "m.csv")
    }
    #expect(fault?.problem.english.hasPrefix("communes that merge and divide") == true)
  }

  @Test("Decisions that contradict each other, or are half empty, are refused with their line")
  func decisions() throws {
    let good = try Decisions(try table("code;code_retenu\n01001;01002\n01001;01002\n"))
    #expect(good.codes == [UnitCode("01001"): Decisions.Choice(name: UnitCode("01002"), line: 3)])
    #expect(good.unused([]).map { $0.code } == codes("01001"))
    #expect(good.unused(Set(codes("01001"))).isEmpty)
    let against = #expect(throws: InputFault.self) {
      try Decisions(try table("code,code_retenu\n01001,01002\n01001,01003\n"))
    }
    #expect(against?.line == 3)
    #expect(against?.problem.english == "01001: 01003 here, 01002 on line 2")
    let half = #expect(throws: InputFault.self) {
      try Decisions(try table("code,code_retenu\n01001,\n"))
    }
    #expect(half?.line == 2)
  }
}
