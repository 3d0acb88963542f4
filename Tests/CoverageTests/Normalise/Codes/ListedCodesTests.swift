import GeoKernel
import Testing

@testable import Coverage

@Suite("Codes of lists, settled by what the units know")
struct ListedCodesTests {
  /// Two departments, each with a Saint-Jean.
  private var units: StudyUnits {
    get throws {
      try NormalisedUnits(
        ["code", "nom", "population", "dep"],
        [
          ["01004", "Ambérieu", "10", "01"], ["01005", "Saint-Jean", "20", "01"],
          ["2A004", "Ajaccio", "30", "2A"], ["2A005", "Saint-Jean", "40", "2A"],
          ["2A006", "Sainte-Lucie", "50", "2A"],
        ]
      ).units
    }
  }

  private func row(
    _ cpts: String, _ code: String, name: String = "", department: String = "", line: Int = 2
  ) -> Membership {
    Membership(
      cpts: CPTSID(cpts), code: UnitCode(code), hint: UnitHint(name: name, department: department),
      column: "insee", file: "list.csv", line: line)
  }

  private func settled(_ rows: [Membership]) throws -> ListedCodes {
    try ListedCodes(rows, in: try units, isFormer: { $0.text == "01999" })
  }

  @Test("what a spreadsheet changed is read again, and recorded")
  func repaired() throws {
    let codes = try settled([
      row("A", "1004"), row("A", "2a004", line: 3), row("A", "1999", line: 4),
    ])
    #expect(codes.memberships.map(\.code.text) == ["01004", "2A004", "01999"])
    #expect(
      codes.anomalies.map(\.brief) == [
        "information code_repare 2 1004", "information code_repare 3 2a004",
        "information code_repare 4 1999",
      ])
    #expect(codes.anomalies[0].treatment.french == "lu 01004")
    #expect(codes.setAside.isEmpty)
  }

  @Test("a good row says nothing, and an unknown code stays as it is for the resolver to say")
  func left() throws {
    let codes = try settled([row("A", "01004", name: "AMBERIEU"), row("A", "77777")])
    #expect(codes.memberships.map(\.code.text) == ["01004", "77777"] && codes.anomalies.isEmpty)
  }

  @Test("a name stands for a code where one commune of the department has it")
  func byName() throws {
    let codes = try settled([
      row("A", "", name: "St Jean", department: "01"), row("A", "", name: "ste-lucie", line: 3),
    ])
    #expect(codes.memberships.map(\.code.text) == ["01005", "2A006"])
    #expect(codes.anomalies.map(\.rule) == [.nameForCode, .nameForCode])
  }

  @Test("without a department, that of the other communes of the CPTS decides")
  func byNameBesideOthers() throws {
    let codes = try settled([row("A", "", name: "Saint-Jean"), row("A", "2A004", line: 3)])
    #expect(codes.memberships.map(\.code.text) == ["2A004", "2A005"])
  }

  @Test("a name that several communes have is an error that names them, and is not guessed")
  func severalNames() throws {
    let codes = try settled([
      row("A", "", name: "Saint-Jean"), row("A", "", name: "Nulle-Part", line: 3),
    ])
    #expect(codes.memberships.isEmpty && codes.setAside == ["list.csv": 2])
    #expect(
      codes.anomalies.map(\.brief) == [
        "erreur ligne_incomplete 2 A", "erreur ligne_incomplete 3 A",
      ])
    #expect(
      codes.anomalies[0].finding.french.contains(
        "01005 Saint-Jean (Ain) ; 2A005 Saint-Jean (Corse-du-Sud)"))
  }

  @Test("the name of another commune is said; one that may be an older name is not")
  func nameAgainstCode() throws {
    let codes = try settled([
      row("A", "01004", name: "Saint-Jean"),
      row("A", "01005", name: "Saint-Jean-le-Vieux", line: 3),
      row("A", "2A004", name: "Ambérieu", line: 4),
    ])
    #expect(
      codes.anomalies.map(\.brief) == [
        "attention nom_contraire_au_code 2 01004", "attention nom_contraire_au_code 4 2A004",
      ])
    #expect(codes.anomalies[0].finding.french.contains("01005"))
    #expect(codes.memberships.map(\.code.text) == ["01004", "01005", "2A004"])
  }

  @Test("a column of postal codes stops the study, and is named")
  func postal() throws {
    let rows = ["01000", "01500", "20000", "20100", "1300"].map { row("A", $0) }
    let fault = fault { _ = try settled(rows) }
    #expect(fault?.kind == .data && fault?.path == "list.csv")
    #expect(fault?.problem.french.contains("« insee »") == true)
    #expect(fault?.problem.french.contains("codes postaux") == true)
  }
}

@Suite("Communes taken for others of their name")
struct HomonymTests {
  /// Twelve squares in a row; a list has the first five and the last, whose name is also the sixth's.
  private func found(names: [Int: String], list: [Int]) async throws -> [String] {
    let count = 12
    let mesh = try await Mesh(
      PolygonColumns(
        (0..<count).map { drawing((rectangle(Double($0), 0, Double($0) + 1, 1), false)) }), [])
    let units = try NormalisedUnits(
      ["code", "nom", "population", "dep"],
      (0..<count).map { [String(10_000 + $0), names[$0] ?? "N\($0)", "1", "10"] }
    ).units
    let rows = list.map {
      Membership(cpts: CPTSID("A"), code: UnitCode(String(10_000 + $0)), file: "l", line: $0 + 1)
    }
    return Homonyms.anomalies(rows, units, mesh).map(\.brief)
  }

  @Test("one far away is said, with the one that lies beside the territory")
  func stray() async throws {
    let names = [11: "Le Bourg", 5: "Bourg"]
    #expect(
      try await found(names: names, list: [0, 1, 2, 3, 4, 11]) == [
        "attention homonyme_probable 12 10011"
      ])
  }

  @Test("none where the name is not beside, where both are listed, or where the group is near")
  func noStray() async throws {
    let names = [11: "Le Bourg", 5: "Bourg", 6: "Mas", 9: "Mas"]
    #expect(try await found(names: [11: "Bourg", 9: "Bourg"], list: [0, 1, 2, 3, 11]).isEmpty)
    #expect(try await found(names: names, list: [0, 1, 2, 3, 5, 11]).isEmpty)
    #expect(try await found(names: names, list: [0, 1, 2, 3, 6]).isEmpty)
    #expect(try await found(names: names, list: [0, 1, 2, 3, 4]).isEmpty)
  }
}
