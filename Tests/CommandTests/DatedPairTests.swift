import Testing

/// Communes and drawings that are of their CPTS for a time.
@Suite("Dates of pairs")
struct DatedPairTests {
  /// Tables that say nothing of the rows themselves.
  private static let figures = World.tables.filter { $0 != "anomalies" }

  private static let cpts =
    "cpts_id,date_lettre_intention,date_aci,date_fin\n"
    + "A,2019-01-01,2020-06-01,\nB,2019-03-01,,2022-07-01\nC,2020-01-15,2021-01-15,\nZ,2019-01-01,,\n"

  private func world(_ pairs: String, named name: String = "pairs.csv") throws -> Scratch {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", Self.cpts)
    try scratch.write(name, pairs)
    return scratch
  }

  private func figures(_ scratch: Scratch, at day: String, _ file: String) throws -> [String] {
    let outcome = try scratch.report("--cpts", file, "--at", day)
    #expect(outcome.code == 0, "\(day): \(outcome.errors)")
    return try Self.figures.map { try scratch.text("out/\($0).csv") }
  }

  private struct Row {
    let cpts, code, start, end: String

    func isInForce(on day: String) -> Bool {
      (start.isEmpty || start <= day) && (end.isEmpty || day < end)
    }
  }

  private func day(_ random: inout SplitMix) -> String {
    let (month, day) = (random.int(in: 1...12), random.int(in: 1...28))
    let digits = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(random.int(in: 2019...2022))-\(digits(month))-\(digits(day))"
  }

  private func rows(_ random: inout SplitMix) -> [Row] {
    var rows = [Row(cpts: "Z", code: "02002", start: "", end: "")]
    for cpts in ["A", "B", "C"] {
      for square in World.squares where random.int(in: 0...2) > 0 {
        let days = [day(&random), day(&random)].sorted()
        let end = days[0] < days[1] && random.int(in: 0...2) > 0 ? days[1] : ""
        rows.append(
          Row(
            cpts: cpts, code: square.code, start: random.int(in: 0...3) > 0 ? days[0] : "",
            end: end))
      }
    }
    return rows
  }

  @Test(
    "a report at a day is that of the rows in force on it",
    arguments: 1...5 as ClosedRange<UInt64>)
  func law(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let rows = rows(&random)
    func list(_ rows: [Row]) -> String {
      rows.reduce("cpts_id,code,date_debut,date_fin\n") {
        $0 + "\($1.cpts),\($1.code),\($1.start),\($1.end)\n"
      }
    }
    let scratch = try world(list(rows))
    // The first day of a row, and its last, among others.
    let starts = rows.map(\.start).filter { !$0.isEmpty }
    let ends = rows.map(\.end).filter { !$0.isEmpty }
    for day in [day(&random)] + starts.suffix(1) + ends.suffix(1) {
      let dated = try figures(scratch, at: day, "pairs.csv")
      let inForce = rows.filter { $0.isInForce(on: day) }
      try scratch.write(
        "reduced.csv",
        inForce.reduce("cpts_id,code\n") { $0 + "\($1.cpts),\($1.code)\n" })
      #expect(try figures(scratch, at: day, "reduced.csv") == dated, "seed \(seed), \(day)")
    }
  }

  @Test("so is one of successive drawings", arguments: 1...3 as ClosedRange<UInt64>)
  func drawnLaw(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let rows = rows(&random)
    func map(_ rows: [Row], dates: Bool) -> String {
      World.collection(
        rows.map { row in
          let square = World.squares.first { $0.code == row.code }!
          let dates = dates ? ",\"date_debut\":\"\(row.start)\",\"date_fin\":\"\(row.end)\"" : ""
          return "{\"type\":\"Feature\",\"properties\":{\"cpts_id\":\"\(row.cpts)\"\(dates)},"
            + "\"geometry\":\(square.geometry)}"
        })
    }
    let scratch = try world(map(rows, dates: true), named: "pairs.geojson")
    let day = rows.last { !$0.start.isEmpty }?.start ?? "2021-01-01"
    let dated = try figures(scratch, at: day, "pairs.geojson")
    try scratch.write("reduced.geojson", map(rows.filter { $0.isInForce(on: day) }, dates: false))
    #expect(try figures(scratch, at: day, "reduced.geojson") == dated, "seed \(seed), \(day)")
    #expect(try scratch.report("--cpts", "pairs.geojson", "--at", day).code == 0)
    let perimeters = try scratch.resume()["perimetres_dates"].items
    #expect(!perimeters.isEmpty)
    #expect(perimeters.allSatisfy { $0.members["communes"] == .null })
  }

  @Test("rows of other days are told, and resume.json has all dates")
  func told() throws {
    let scratch = try world(
      "cpts_id;code;date_debut;date_fin\nA;01001;01/01/2020;\nA;01002;01/01/2020;01/01/2022\n"
        + "A;02001;2022-01-01;\nB;01002;;2021-06-30\nC;02002;;\n")
    #expect(try scratch.report("--cpts", "pairs.csv", "--at", "2021-12-31").code == 0)
    let anomalies = try scratch.text("out/anomalies.csv").split(separator: "\n").filter {
      $0.contains("couple_hors_periode")
    }
    #expect(
      anomalies == [
        "attention,couple_hors_periode,cpts.csv,3,B,\"au stade lettre_intention, mais sans territoire le "
          + "2021-12-31 d’après ses dates\",elle ne couvre personne ce jour-là ; vérifiez ces dates",
        "information,couple_hors_periode,pairs.csv,4,,\"2 lignes ne sont pas en vigueur le 2021-12-31 : 1 à "
          + "venir, 1 finie\",ce jour-là leurs communes ne sont pas de la CPTS",
      ])
    let resume = try scratch.resume()
    let perimeters = resume["perimetres_dates"].items
    #expect(
      perimeters.map {
        "\($0["cpts"].string ?? "?") \($0["debut"].string ?? "–") \($0["fin"].string ?? "–") "
          + ($0["communes"].string ?? "?")
      } == [
        "A 2020-01-01 2022-01-01 01002", "A 2020-01-01 – 01001", "A 2022-01-01 – 02001",
        "B – 2021-06-30 01002",
      ])
    try scratch.write("plain.csv", "cpts_id;code\nA;01001\nB;01002\nC;02002\nZ;02002\n")
    #expect(try scratch.report("--cpts", "plain.csv", "--at", "2021-12-31").code == 0)
    #expect(try !scratch.text("out/resume.json").contains("perimetres_dates"))
  }

  @Test("a list of which no row is in force on the day is no error")
  func noneInForce() throws {
    let scratch = try world("cpts_id,code,date_debut\nA,01001,2025-01-01\nB,01002,2025-01-01\n")
    let outcome = try scratch.report("--cpts", "pairs.csv", "--at", "2021-12-31")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let none = try scratch.table("out/couverture.csv").rows.first { $0["stade"] == "aucun" }
    #expect(none?["population_stade"] == "3340")
  }

  @Test("date_fin is the pair's in a list of pairs, and the CPTS's where rows say its stage")
  func whoseEnd() throws {
    let scratch = try Scratch.world()
    func covered(_ list: String, _ more: String...) throws -> String {
      try scratch.write("cpts.csv", list)
      let outcome = try Command.run(
        [
          "report", "--units", "units.geojson", "--cpts", "cpts.csv", "--at", "2022-12-31",
          "--output", "out",
        ]
          + more, in: scratch.folder)
      guard outcome.code == 0 else { return outcome.message }
      return try scratch.table("out/cpts.csv").rows
        .map { "\($0["cpts_id"] ?? "") \($0["stade"] ?? "") \($0["population"] ?? "")" }
        .joined(separator: ", ")
    }
    #expect(
      try covered(
        "cpts;code;date_fin\nA;01001;\nA;01002;2022-01-01\n", "--default-stage", "aci_signe")
        == "A aci_signe 1000")
    #expect(
      try covered("cpts;code;stade;date_fin\nA;01001;ACI;\nA;01002;ACI;2022-01-01\n")
        == "A aucun 3000")
    #expect(
      try covered("cpts;code;stade;date_debut;date_fin\nA;01001;ACI;;\nA;01002;ACI;;2022-01-01\n")
        == "A aci_signe 1000")
    #expect(
      try covered("cpts;code;stade;date_fin_commune\nA;01001;ACI;\nA;01002;ACI;2022-01-01\n")
        == "A aci_signe 1000")
    #expect(
      try covered(
        "cpts;code;stade;Quitte\nA;01001;ACI;\nA;01002;ACI;2022-01-01\n", "--map-column",
        "date_fin_commune=Quitte") == "A aci_signe 1000")
    // Two days of end for one CPTS: the message names both readings.
    let two = try covered(
      "cpts;code;stade;date_fin\nA;01001;ACI;2021-01-01\nA;01002;ACI;2022-01-01\n")
    #expect(
      two.hasPrefix("cpts.csv:3: CPTS A : date_fin « 2022-01-01 » ici, « 2021-01-01 » à cpts.csv:2")
    )
    #expect(two.contains("nommez la colonne date_fin_commune"))
    // A list of CPTS has no pairs: a first day is of no use there.
    try scratch.write("pairs.csv", "cpts;code\nA;01001\n")
    #expect(
      try covered("cpts;stade;date_debut;date_fin\nA;ACI;2023-06-01;\n", "--cpts", "pairs.csv")
        == "A aci_signe 1000")
  }

  @Test(
    "a first day after the last sets the row aside, and a day that does not exist stops the run")
  func wrongDates() throws {
    let scratch = try world(
      "cpts_id,code,date_debut,date_fin\nA,01001,2021-01-01,2020-01-01\nA,01002,,\n")
    #expect(try scratch.report("--cpts", "pairs.csv", "--at", "2020-06-01").code == 0)
    #expect(
      try scratch.text("out/anomalies.csv").contains(
        "erreur,dates_desordonnees,pairs.csv,2,A,\"fin le 2020-01-01, qui n’est pas après le début, le "
          + "2021-01-01\",ligne écartée : corrigez l’une des deux dates\n"))
    let inputs = try scratch.resume()["entrees"].items
    #expect(
      inputs.first { $0["chemin"].string == "pairs.csv" }?["lignes_ecartees"].whole == 1)
    try scratch.write("pairs.csv", "cpts_id,code,date_debut\nA,01001,31/02/2021\n")
    let outcome = try scratch.report("--cpts", "pairs.csv")
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("pairs.csv:2: « 31/02/2021 » n’est pas une date"))
  }
}
