import Testing

@testable import Coverage

@Suite("Which sheets of a workbook are read")
struct SheetsTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A workbook of OpenDocument with the texts of each sheet.
  private func book(_ sheets: [(name: String, rows: [[String]])]) throws -> InputPath {
    let tables = sheets.map { name, rows in
      let lines = rows.map { row in
        let cells = row.map {
          "<table:table-cell office:value-type=\"string\"><text:p>\($0)</text:p></table:table-cell>"
        }
        return "<table:table-row>\(cells.joined())</table:table-row>"
      }
      return "<table:table table:name=\"\(name)\">\(lines.joined())</table:table>"
    }
    let content =
      "<office:document-content><office:body><office:spreadsheet>\(tables.joined())"
      + "</office:spreadsheet></office:body></office:document-content>"
    let bytes = ZipWriter.archive([
      .init("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      .init("content.xml", content),
    ])
    return try scratch.file("liste.ods", bytes)
  }

  private func read(_ input: InputPath) throws -> CPTSFiles {
    var files = CPTSFiles()
    try files.read(input, named: [:])
    return files
  }

  private let notes = ("Lisez-moi", [["Ce classeur contient le périmètre"], ["Onglet 2 : liste"]])
  private let list = [["cpts", "code", "stade"], ["A", "01001", "LI"]]

  @Test("the one that alone has known names, and the others are said")
  func onlyTable() throws {
    let files = try read(try book([notes, ("Périmètres", list)]))
    #expect(files.memberships.map(\.code.text) == ["01001"])
    #expect(files.anomalies.map(\.rule) == [.partNotRead])
    #expect(files.anomalies[0].finding.french.contains("Lisez-moi"))
  }

  @Test("of several none: the message names them, and its cure works")
  func several() throws {
    let input = try book([notes, ("2021", list), ("2022", list)])
    let problem = fault { _ = try read(input) }
    #expect(
      problem?.problem.french
        == "plusieurs feuilles ont une liste de mêmes colonnes : « 2021 », « 2022 »")
    let named = try #require(problem?.cure.french.split(separator: " ").last.map(String.init))
    #expect(try read(InputPath(named)).memberships.count == 1)
  }

  @Test("a sheet for each CPTS, by its name; one input in the ledger")
  func sheetForEach() throws {
    let own = { (code: String) in [["code", "commune"], [code, "Bourg"], [code + "x", "Lieu"]] }
    let files = try read(
      try book([("CPTS Amont", own("01001")), ("CPTS Aval", own("01002")), notes]))
    #expect(
      files.memberships.map(\.cpts.text) == ["CPTS Amont", "CPTS Amont", "CPTS Aval", "CPTS Aval"])
    #expect(files.ledgers.map(\.rowsRead) == [4])
    let said = files.anomalies.filter { $0.rule == .partNotRead }
    #expect(said.count == 1 && said[0].severity == .warning)
    // Names that a spreadsheet gives are those of no CPTS.
    let generic = try book([("Feuil1", own("01001")), ("Feuil2", own("01002"))])
    #expect(fault { _ = try read(generic) }?.problem.french.contains("cpts_id") == true)
  }

  @Test("the sheet of what no CPTS covers is of none, wherever it stands")
  func sheetWithoutCPTS() throws {
    let own = { (code: String) in [["code", "commune"], [code, "Bourg"]] }
    for name in ["Hors CPTS", "Sans CPTS", "Hors territoire"] {
      let files = try read(
        try book([
          (name, own("01003")), ("CPTS Amont", own("01001")), ("CPTS Aval", own("01002")),
        ]))
      #expect(files.memberships.map(\.cpts.text) == ["CPTS Amont", "CPTS Aval"])
      #expect(files.ledgers.map(\.rowsRead) == [3] && files.ledgers[0].rowsSetAside == 0)
      let said = files.anomalies.filter { $0.rule == .withoutCPTS }
      #expect(said.map(\.object) == [name] && said[0].severity == .information)
    }
  }

  @Test("a list without rows is not the one that was meant")
  func empty() throws {
    for text in ["cpts;code;stade\n", "cpts;code;stade\n;;\n"] {
      let input = try scratch.file("vide.csv", text)
      #expect(fault { _ = try read(input) }?.problem.french.contains("aucune ligne") == true)
    }
  }

  @Test("totals, notes and rows of no CPTS are told, and make no CPTS")
  func notesOfTable() throws {
    let text =
      "cpts;code;pop;stade\nA;01001;5;LI\nTotal A;;5;\nTOTAL GENERAL;1;5;\nHors CPTS;01002;7;\n"
      + "-;01004;7;\n0;01005;7;\n* provisoire;;;\nSource : ARS;;;\n"
    let files = try read(try scratch.file("l.csv", text))
    #expect(Set(files.cpts.keys.map(\.text)) == ["A"] && files.memberships.count == 1)
    #expect(files.ledgers[0].rowsRead == 8 && files.ledgers[0].rowsSetAside == 4)
    #expect(files.anomalies.count { $0.rule == .noteOfTable } == 4)
    #expect(files.anomalies.filter { $0.rule == .withoutCPTS }.map(\.line) == [5, 6, 7])
    // A CPTS may be named so; zero is one among numbers alone.
    let named = try read(
      try scratch.file("m.csv", "cpts;code;stade\nTotal Santé;01001;LI\n0;;ACI\n"))
    #expect(Set(named.cpts.keys.map(\.text)) == ["Total Santé"])
    #expect(named.anomalies.map(\.severity) == [.warning])
    let numbered = try read(try scratch.file("n.csv", "cpts;code;stade\n7;01001;LI\n0;01002;ACI\n"))
    #expect(Set(numbered.cpts.keys.map(\.text)) == ["7", "0"])
  }

  @Test("CPTS without stage: the message names the columns that nothing uses, and its cure works")
  func stageUnderAnotherName() throws {
    let input = try scratch.file("l.csv", "cpts;code;Où en est-on\nA;01001;LI validée\n")
    let day = try #require(CivilDate("2022-12-31"))
    let problem = fault { _ = try read(input).dated(at: day, defaultStage: nil) }
    #expect(problem?.problem.french.contains("colonnes non utilisées : « Où en est-on »") == true)
    #expect(problem?.cure.french.hasPrefix("nommez la colonne des stades (--map-column") == true)
    var files = CPTSFiles()
    try files.read(input, named: [.stage: "Où en est-on"])
    #expect(try files.dated(at: day, defaultStage: nil).cpts.map(\.stage) == [.letterOfIntent])
  }

  @Test("generic names hold stages where their values do")
  func genericNames() throws {
    let day = try #require(CivilDate("2022-12-31"))
    for name in ["Statut", "État", "Avancement du projet", "Phase", "Situation au 31/12/2022"] {
      let input = try scratch.file("l.csv", "cpts;code;\(name)\nA;01001;ACI signé\n")
      #expect(
        try read(input).dated(at: day, defaultStage: nil).cpts.map(\.stage) == [.signedContract])
      let other = try scratch.file("o.csv", "cpts;code;stade;\(name)\nA;01001;LI;Association\n")
      #expect(
        try read(other).dated(at: day, defaultStage: nil).cpts.map(\.stage) == [.letterOfIntent])
    }
    let both = try scratch.file("b.csv", "cpts;code;stade;Statut\nA;01001;LI;ACI signé\n")
    #expect(fault { _ = try read(both) }?.cure.french.contains("--map-column stade=Statut") == true)
  }

  @Test("a doubtful date is no stage, and alone it stops the run")
  func doubtful() throws {
    let day = try #require(CivilDate("2023-12-31"))
    let text = "cpts;code;date_li;date_aci\nA;01001;01/03/2020;31/12/2022 annulé\n"
    let files = try read(try scratch.file("d.csv", text))
    #expect(files.anomalies.map(\.brief) == ["erreur date_douteuse 2 A"])
    #expect(try files.dated(at: day, defaultStage: nil).cpts.map(\.stage) == [.letterOfIntent])
    let alone = try read(try scratch.file("e.csv", "cpts;code;date_aci\nA;01001;31/12/2022 ?\n"))
    #expect(
      fault { _ = try alone.dated(at: day, defaultStage: nil) }?.problem.french.contains(
        "rien d’autre ne dit son stade") == true)
  }

  @Test("Territoire CPTS is the CPTS, or the place where another column names the CPTS")
  func territory() throws {
    let alone = try read(try scratch.file("t.csv", "Territoire CPTS;stade;code\nA;LI;01001\n"))
    #expect(alone.memberships.map(\.cpts.text) == ["A"])
    let beside = try read(
      try scratch.file("u.csv", "Nom CPTS;Territoire CPTS;dpt\nA;Bourg;1\n"))
    #expect(beside.memberships.map(\.hint) == [UnitHint(name: "Bourg", department: "1")])
  }
}
