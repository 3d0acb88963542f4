import Testing

@testable import Coverage

@Suite("CPTS on the day of the study")
struct CPTSDatingTests {
  private let scratch: Scratch
  private let day = CivilDate("2022-12-31")!

  init() throws { scratch = try Scratch() }

  private func read(_ text: String) throws -> CPTSFiles {
    var files = CPTSFiles()
    try files.read(try scratch.file("x.csv", text), named: [:])
    return files
  }

  @Test("dates give the stage of the day, ids their order, and an absent name the id")
  func dated() throws {
    let files = try read(
      """
      cpts_id;cpts_nom;date_projet;date_lettre_intention;date_projet_sante;date_aci;date_fin
      C;;2020-01-01;01/06/2021;;;
      B;Beta;2020-01-01;2021-06-01;2022-12-31;;
      A;Alpha;2020-01-01;;;2021-01-01;2022-12-31
      D;Delta;2023-01-01;;;;
      """)
    let (cpts, anomalies) = try files.dated(at: day, defaultStage: nil)
    #expect(cpts.map(\.id.text) == ["A", "B", "C", "D"])
    #expect(cpts.map(\.stage) == [.none, .validatedProject, .letterOfIntent, .none])
    #expect(cpts.map(\.name) == ["Alpha", "Beta", "C", "Delta"])
    #expect(anomalies.map(\.brief) == ["attention stade_a_venir 5 D"])
  }

  @Test("without stage or date its own stage is asked for, and a default is used and said")
  func undated() throws {
    let files = try read("cpts_id;stade;code\nA;LI;1\nB;;2\nC;;3\n")
    let fault = try #require(fault { _ = try files.dated(at: day, defaultStage: nil) })
    #expect(fault.line == 3)
    #expect(fault.cure.english.contains("write its stage in its row"))
    #expect(fault.problem.french.contains("« B », « C »"))
    #expect(fault.problem.french.hasPrefix("2 CPTS"))
    let (cpts, anomalies) = try files.dated(at: day, defaultStage: .signedContract)
    #expect(cpts.map(\.stage) == [.letterOfIntent, .signedContract, .signedContract])
    #expect(
      anomalies.map(\.brief) == [
        "information stade_par_defaut 3 B", "information stade_par_defaut 4 C",
      ])
    let zero = try files.dated(at: day, defaultStage: Stage.none).cpts
    #expect(zero.map(\.stage) == [.letterOfIntent, .none, .none])
  }

  @Test("dates out of order, and a stage against the dates, are said once each")
  func oddities() throws {
    let files = try read(
      "cpts_id;stade;date_lettre_intention;date_aci\nA;ACI;2022-06-01;2021-06-01\n"
        + "B;ACI;2022-06-01;\nC;LI;2022-06-01;2023-06-01\n")
    let (cpts, anomalies) = try files.dated(at: day, defaultStage: nil)
    #expect(cpts.map(\.stage) == [.signedContract, .letterOfIntent, .letterOfIntent])
    #expect(
      anomalies.map(\.brief) == [
        "attention dates_desordonnees 2 A", "attention stade_contraire_aux_dates 3 B",
        "information stade_a_venir 4 C",
      ])
  }
}
