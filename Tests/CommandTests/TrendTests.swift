import Testing

/// The figures of each date are those of a report of that day.
@Suite("The trend")
struct TrendTests {
  private struct Row {
    let cpts, code, part, start, end: String

    var line: String { "\(cpts),\(code),\(part),\(start),\(end)\n" }
  }

  private func day(_ random: inout SplitMix) -> String {
    func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return
      "\(random.int(in: 2018...2022))-\(digits(random.int(in: 1...12)))-\(digits(random.int(in: 1...28)))"
  }

  /// Two days in order, either of which may be left out.
  private func span(_ random: inout SplitMix) -> (start: String, end: String) {
    let days = [day(&random), day(&random)].sorted()
    guard days[0] < days[1], random.int(in: 0...1) == 0 else { return ("", "") }
    return (random.int(in: 0...3) > 0 ? days[0] : "", random.int(in: 0...2) > 0 ? days[1] : "")
  }

  /// CPTS with dates, a stage alone, or an end; pairs with parts and dates; drawings that cut communes.
  private func world(_ random: inout SplitMix) throws -> Scratch {
    let scratch = try Scratch.world()
    var cpts =
      "cpts_id,stade,date_projet,date_lettre_intention,date_projet_sante,date_aci,date_fin\n"
    var pairs = "cpts_id,code,part,date_debut,date_fin\n"
    var drawings: [String] = []
    for (number, id) in ["A", "B", "C", "D", "E"].enumerated() {
      var dates = (0..<4).map { _ in random.int(in: 0...2) > 0 ? day(&random) : "" }
      let stage = dates.allSatisfy(\.isEmpty) || number == 1 ? "lettre_intention" : ""
      if !stage.isEmpty { dates = dates.map { _ in "" } }
      let end = random.int(in: 0...3) == 0 ? day(&random) : ""
      cpts += "\(id),\(stage),\(dates.joined(separator: ",")),\(end)\n"
      if number < 3 {
        for square in World.squares where random.int(in: 0...2) > 0 {
          for _ in 0..<random.int(in: 1...2) {
            let part = ["", "", "0.5", "0.37"][random.int(in: 0...3)]
            let (start, end) = span(&random)
            pairs += Row(cpts: id, code: square.code, part: part, start: start, end: end).line
          }
        }
        pairs += Row(cpts: id, code: "02002", part: "", start: "", end: "").line
      } else {
        for _ in 0..<2 {
          let (start, end) = span(&random)
          drawings.append(drawing(id, start, end, &random))
        }
      }
    }
    try scratch.write("cpts.csv", cpts)
    try scratch.write("pairs.csv", pairs)
    try scratch.write("drawn.geojson", World.collection(drawings))
    try scratch.write("by.csv", "code,bassin\n01001,X\n01002,X\n02001,Y\n02002,X\n")
    return scratch
  }

  private func drawing(
    _ id: String, _ start: String, _ end: String, _ random: inout SplitMix
  ) -> String {
    func sides() -> (Int, Int) {
      let low = random.int(in: 0...6)
      return (low, random.int(in: low + 2...8))
    }
    func place(_ step: Int, _ origin: Int) -> String {
      let thousandths = origin * 10_000 + step * 25
      let decimals = String(thousandths % 10_000)
      return
        "\(thousandths / 10_000).\(String(repeating: "0", count: 4 - decimals.count))\(decimals)"
    }
    let ((west, east), (south, north)) = (sides(), sides())
    let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    let ring = corners.map { "[\(place($0.0, 2)),\(place($0.1, 46))]" }.joined(separator: ",")
    return
      "{\"type\":\"Feature\",\"properties\":{\"cpts_id\":\"\(id)\",\"date_debut\":\"\(start)\","
      + "\"date_fin\":\"\(end)\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[\(ring)]]}}"
  }

  private static let study = [
    "--units", "units.geojson", "--cpts", "cpts.csv", "--cpts", "pairs.csv", "--cpts",
    "drawn.geojson",
    "--attributes", "by.csv", "--by", "bassin", "--sliver-width", "0",
  ]

  @Test(
    "people and CPTS at each date are those of a report of that day",
    arguments: 1...4 as ClosedRange<UInt64>)
  func law(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let scratch = try world(&random)
    let outcome = try Command.run(
      ["trend"] + Self.study
        + ["--from", "2019-01-31", "--to", "2022-12-15", "--every", "year", "--output", "trend"],
      in: scratch.folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let rows = try scratch.table("trend/tendance.csv").rows
    let days = ["2019-01-31", "2020-01-31", "2021-01-31", "2022-01-31", "2022-12-15"]
    #expect(Set(rows.map { $0["date"] ?? "" }).sorted() == days)
    for day in days {
      let report = try Command.run(
        ["report"] + Self.study + ["--at", day, "--output", "out"], in: scratch.folder)
      #expect(report.code == 0, "\(report.errors)")
      let own = rows.filter { $0["date"] == day }
      let expected = try scratch.table("out/couverture.csv").rows
      let columns = [
        "niveau", "code", "nom", "stade", "population_stade", "pct_stade", "population_cumulee",
        "pct_cumule",
      ]
      #expect(
        own.map { row in columns.map { row[$0] } }
          == expected.map { row in columns.map { row[$0] } },
        "seed \(seed), \(day)")
      let cpts = try scratch.table("out/cpts.csv").rows.filter { $0["nb_communes"] != "0" }
      for row in own where ["national", "departement"].contains(row["niveau"]) {
        let count = cpts.count { found in
          let departments = (found["departements"] ?? "").split(separator: "|").map(String.init)
          return found["stade"] == row["stade"]
            && (row["niveau"] == "national" || departments.contains(row["code"] ?? ""))
        }
        #expect(row["nb_cpts"] == String(count), "seed \(seed), \(day), \(row)")
      }
    }
  }

  @Test(
    "the curve of a report uses the dates of pairs, and says so; of drawings too",
    arguments: [false, true])
  func history(isDrawn: Bool) throws {
    var random = SplitMix(seed: 7)
    let scratch = try world(&random)
    if !isDrawn {
      // The same drawings, on every day.
      let map = try scratch.text("drawn.geojson")
      try scratch.write(
        "drawn.geojson", map.replacing(#/"date_(debut|fin)":"[^"]*"/#, with: "\"a\":1"))
    }
    let report = try Command.run(
      ["report"] + Self.study + ["--at", "2022-12-15", "--output", "out"], in: scratch.folder)
    #expect(report.code == 0, "\(report.errors)")
    let history = try scratch.resume()["evolution"]
    #expect(history["perimetres"].text == "ceux de chaque date, selon les dates des couples")
    let days = history["dates"].items.map(\.text)
    let outcome = try Command.run(
      ["trend"] + Self.study + ["--from", days[0], "--to", "2022-12-15", "--output", "trend"],
      in: scratch.folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let trend = try scratch.resume("trend")
    #expect(trend["dates"] == history["dates"])
    #expect(trend["population_par_stade"] == history["population_par_stade"])
    let page = try scratch.text("out/rapport.html")
    #expect(page.contains("\"dated\":true"))
  }

  @Test(
    "the screen has the first and the last date, the points of each year, and the reason of no projection"
  )
  func screen() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "cpts.csv",
      "cpts_id,code,date_lettre_intention,stade\nA,01001,2020-06-01,\nB,01002,2021-03-31,\nC,02001,,projet\n"
    )
    let outcome = try scratch.run(
      "trend", "--units", "units.geojson", "--cpts", "cpts.csv", "--from", "2019-12-31", "--to",
      "2021-12-31", "--every", "quarter", "--output", "out")
    #expect(outcome.code == 0, "\(outcome.errors)")
    for line in [
      "À ce stade ou plus, de 3 340 habitants : le 2019-12-31, le 2021-12-31\n",
      "  lettre_intention         0,00 %   89,82 %\n",
      "  projet                   8,98 %   98,80 %\n",
      "Points gagnés par an, au stade « Lettre d’intention » ou plus\n  2020    +29,94\n  2021    +59,88\n",
      "Pas de projection : 0 délai observé à partir du stade « Projet », il en faut 20\n",
      "Les périmètres sont ceux de l’étude, à toutes les dates.\n"
        + "1 CPTS a un stade sans date : il vaut à toutes les dates.\n",
      "  out/tendance.csv\n  out/projection.csv\n  out/tendance.html\n  out/tendance.svg\n  out/resume.json\n",
    ] {
      let plain = outcome.output.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
      #expect(plain.contains(line), "\(line)\n\(plain)")
    }
    let dates = try scratch.resume()["dates"].items.map(\.text)
    #expect(
      dates == [
        "2019-12-31", "2020-03-31", "2020-06-30", "2020-09-30", "2020-12-31", "2021-03-31",
        "2021-06-30",
        "2021-09-30", "2021-12-31",
      ])
    #expect(try scratch.text("out/projection.csv").split(separator: "\n").count == 1)
    #expect(try scratch.resume()["cpts_sans_date"].whole == 1)
    let english = try scratch.run(
      "trend", "--units", "units.geojson", "--cpts", "cpts.csv", "--from", "2021-12-31", "--to",
      "2021-12-31", "--output", "one", "--language", "en")
    #expect(english.output.contains("At this stage or above, of 3"))
    #expect(try Set(scratch.table("one/tendance.csv").rows.map { $0["date"] }) == ["2021-12-31"])
  }

  @Test(
    "dates that cannot be are usage errors, with what to write",
    arguments: [
      (["--to", "2021-12-31"], "il manque --from ou --to"),
      (
        ["--from", "2022-01-01", "--to", "2021-12-31"],
        "--from 2022-01-01 est après --to 2021-12-31"
      ),
      (["--from", "1900-01-01", "--to", "2022-01-01"], "1466 dates demandées, 1200 au plus"),
      (["--from", "2022-01-01", "--to", "2023-01-01", "--every", "week"], "valeur « week »"),
    ])
  func usage(arguments: [String], problem: String) throws {
    let scratch = try Scratch.world()
    let outcome = try Command.run(
      ["trend", "--units", "units.geojson", "--cpts", "cpts.csv", "--output", "out"] + arguments,
      in: scratch.folder)
    #expect(outcome.code == 64)
    #expect(outcome.message.contains(problem), "\(outcome.message)")
    #expect(scratch.names(in: "out").isEmpty)
  }

  @Test("names go into page and picture as text, and into the table as no formula")
  func hostile() throws {
    let scratch = try Scratch.world()
    let name = "<script>alert(1)</script>"
    try scratch.write("by.csv", "code,epci,epci_nom\n01001,200000001,=1+1\n")
    try scratch.write(
      "etude.yml",
      "title: \"\(name) & co\"\nunits: units.geojson\ncpts: cpts.csv\nattributes: by.csv\n")
    let outcome = try scratch.run(
      "trend", "etude.yml", "--from", "2021-12-31", "--to", "2022-12-31", "--output", "out")
    #expect(outcome.code == 0, "\(outcome.errors)")
    for file in ["tendance.html", "tendance.svg"] {
      let text = try scratch.text("out/\(file)")
      #expect(!text.contains("<script"), "\(file)")
      #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; co"), "\(file)")
    }
    #expect(try scratch.text("out/tendance.csv").contains(",200000001,'=1+1,"))
  }
}
