import Testing

@testable import Coverage

@Suite("Oddities of lists that would be lost in silence")
struct ListOddityTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func read(_ text: String, named: [FieldRole: String] = [:]) throws -> CPTSFiles {
    var result = CPTSFiles()
    try result.read(try scratch.file("l.csv", text), named: named)
    return result
  }

  private func told(_ files: CPTSFiles) -> [String] {
    (files.anomalies + files.settledColumns(in: StudyUnits()).meant.map(\.anomaly)).map {
      "\($0.severity.rawValue) \($0.rule.rawValue) \($0.line ?? 0) \($0.object)"
    }
  }

  // MARK: Rows

  @Test("a row without code that only repeats its CPTS is set aside, wherever it stands")
  func lostCode() throws {
    for row in ["X,N,projet,", "X,N,projet", "X,,,", "X,N,,"] {
      for text in ["\(row)\nX,N,projet,01001\n", "X,N,projet,01001\n\(row)\n"] {
        let files = try read("cpts_id,cpts_nom,stade,code\n" + text)
        #expect(files.anomalies.map(\.rule) == [.incompleteRow], "\(text)")
        #expect(files.ledgers[0].rowsSetAside == 1)
      }
    }
  }

  @Test("a row of the CPTS itself, which says more than those of its communes, is used")
  func ownRow() throws {
    let files = try read("cpts_id,cpts_nom,stade,code\nX,N,projet,\nX,,,01001\nY,M,projet,\n")
    #expect(files.anomalies.isEmpty && files.cpts.count == 2)
  }

  @Test("empty fields beyond the header say nothing, and the header once more is told")
  func shape() throws {
    let files = try read(
      "cpts_id,stade,code\nX,projet,01001,,\ncpts_id,stade,code\nX,projet,01002\n")
    #expect(told(files) == ["attention ligne_irreguliere 3 "])
    #expect(files.memberships.map(\.line) == [2, 4])
  }

  // MARK: Columns

  @Test(
    "two columns for one role that differ stop, and the choice is the user's",
    arguments: [
      ("cpts_id,stade,code_insee,codgeo", "X,projet,01001,01002", FieldRole.unitCode, "codgeo"),
      ("cpts_id,stade,stage,code", "X,projet,aci,01001", .stage, "stage"),
      (
        "cpts_id,date_fin,date_cloture,code", "X,2021-01-01,2022-01-01,01001", .endDate,
        "date_cloture"
      ),
      ("cpts_id,stade,code_insee,codgeo", "X,projet,,01002", .unitCode, "codgeo"),
    ])
  func rivals(header: String, row: String, role: FieldRole, other: String) throws {
    let fault = try #require(fault { _ = try read("\(header)\n\(row)\n") })
    #expect(
      fault.line == 2 && fault.cure.english.contains("--map-column \(role.rawValue)=\(other)"))
    _ = try read("\(header)\n\(row)\n", named: [role: other])
  }

  @Test(
    "two columns that say the same, each in its way, are as one",
    arguments: [
      "cpts_id,stade,code_insee,codgeo\nX,projet,01001,1001\n",
      "cpts_id,stade,stage,code\nX,aci_signe,ACI signé,01001\n",
      "cpts_id,date_fin,date_cloture,code\nX,2021-01-01,01/01/2021,01001\n",
      "cpts_id,finess,stade,code\nX,750000001,projet,01001\nX,750000001,projet,01002\n",
      "dep,com,depcom,cpts_id,stade\n15,014,15014,X,projet\n",
      "cpts_id,stade,insee,com\nX,projet,15014,Aurillac\n",
    ])
  func same(text: String) throws {
    #expect(try read(text).anomalies.isEmpty)
  }

  @Test("two names of one CPTS, and an identifier with two others, are told")
  func toldRivals() throws {
    let names = try read("cpts_id,cpts_nom,nom_cpts,stade,code\nX,Est,Ouest,projet,01001\n")
    #expect(told(names) == ["erreur colonnes_contraires 2 nom_cpts"])
    let ids = try read("cpts_id,finess,stade,code\nX,1,projet,01001\nX,2,projet,01002\n")
    #expect(told(ids) == ["attention colonnes_contraires 3 finess"])
  }

  @Test(
    "dates are recognised by the words of their column",
    arguments: [
      ("Date de fin", FieldRole.endDate), ("date_cloture", .endDate), ("fin", .endDate),
      ("Date de la clôture", .endDate), ("Date de signature de l’ACI", .contractDate),
      ("Date ACI", .contractDate), ("date_signature_contrat", .contractDate),
      ("date LI", .letterDate), ("Date de la lettre d'intention", .letterDate),
      ("Date de validation du projet de santé", .healthProjectDate),
      ("Date du projet", .projectDate),
    ])
  func dates(name: String, role: FieldRole) throws {
    let files = try read("cpts_id,stade,\(name),code\nX,projet,2021-03-01,01001\n")
    let record = try #require(files.cpts[CPTSID("X")])
    let dated = FieldRole.stageDates.first { $0.role == role }.flatMap {
      record.stageDates[$0.stage]
    }
    #expect((role == .endDate ? record.endDate : dated) == CivilDate("2021-03-01"))
    #expect(files.anomalies.isEmpty)
  }

  @Test("a column of dates that nothing uses is told once; one of other things is not")
  func unused() throws {
    let files = try read(
      "cpts_id,stade,Date de fin ACI,note,code\nX,projet,2021-03-01,2021,01001\nX,projet,2021-03-01,12,01002\n"
    )
    #expect(told(files) == ["attention colonne_inutilisee 2 Date de fin ACI"])
  }

  // MARK: Dates

  @Test("a year that cannot be is told once a CPTS, and not used")
  func years() throws {
    let files = try read(
      "cpts_id,date_lettre_intention,date_aci,code\nX,2019-01-01,0021-03-01,01001\n"
        + "X,2019-01-01,0021-03-01,01002\nY,2201-01-01,2020-01-01,01003\n")
    #expect(told(files) == ["erreur annee_impossible 2 X", "erreur annee_impossible 4 Y"])
    #expect(files.cpts[CPTSID("X")]?.stageDates.keys.sorted() == [.letterOfIntent])
  }

  @Test("a CPTS that has nothing but such a year stops, with its line")
  func onlyYear() throws {
    let files = try read("cpts_id,date_aci,code\nX,0021-03-01,01001\n")
    let day = try #require(CivilDate("2024-01-01"))
    let fault = try #require(fault { _ = try files.dated(at: day, defaultStage: nil) })
    #expect(fault.line == 2 && fault.problem.english.contains("0021-03-01"))
  }

  @Test("an end before a stage is told")
  func end() throws {
    let files = try read("cpts_id,date_aci,date_fin,code\nX,2021-03-01,2020-01-01,01001\n")
    let day = try #require(CivilDate("2024-01-01"))
    let (_, oddities) = try files.dated(at: day, defaultStage: nil)
    #expect(oddities.map(\.rule) == [.datesOutOfOrder])
  }

  // MARK: Identifiers

  @Test("an identifier with the sign that separates identifiers stops")
  func separator() throws {
    let fault = try #require(fault { _ = try read("cpts_id,stade,code\nA|B,projet,01001\n") })
    #expect(fault.line == 2 && fault.problem.english.contains("A|B"))
  }

  @Test("an identifier of signs that nobody sees is none")
  func invisible() throws {
    let files = try read("cpts_id,stade,code\n\u{200B}\u{7},projet,01001\nX,projet,01002\n")
    #expect(files.cpts.keys.map(\.text) == ["X"])
    #expect(
      Set(told(files))
        == ["attention texte_nettoye 2 cpts_id", "erreur ligne_incomplete 2 "])
  }

  @Test("identifiers that differ by what readers overlook are told, once a pair")
  func near() throws {
    let files = try read(
      "cpts_id,cpts_nom,stade,code\nA-1,Est,projet,01001\na 1,Ouest,projet,01002\nB,Sud,projet,01003\n"
    )
    let near = files.nearIdentifiers(butSaid: [])
    #expect(near.map(\.rule) == [.nearIdentifiers] && near.first?.line == 3)
    #expect(files.nearIdentifiers(butSaid: [(CPTSID("a 1"), CPTSID("A-1"))]).isEmpty)
  }
}
