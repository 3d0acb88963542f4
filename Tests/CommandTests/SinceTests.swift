import Foundation
import Testing

/// `report --since`: what changed on the first screen, and zones that keep their history.
@Suite struct SinceTests {
  /// Three months of the four squares: nothing but Amont; then Bas signs; then Cère gets a CPTS too, and the zone
  /// that is left has another main commune.
  private static let months = [
    ("octobre", "2022-10-31", "A,CPTS Amont,aci_signe,01001\n"),
    ("novembre", "2022-11-30", "A,CPTS Amont,aci_signe,01001\nB,CPTS Bas,aci_signe,01002\n"),
    (
      "decembre", "2022-12-31",
      "A,CPTS Amont,aci_signe,01001\nB,CPTS Bas,aci_signe,01002\nC,CPTS Cère,lettre_intention,02001\n"
    ),
  ]

  private func world() throws -> Scratch {
    let scratch = try Scratch.world()
    for (name, day, rows) in Self.months {
      try scratch.write("\(name).csv", "cpts_id,cpts_nom,stade,code_commune\n" + rows)
      try scratch.write(
        "\(name).yml", "units: units.geojson\ncpts: [\(name).csv]\nat: \(day)\n")
    }
    return scratch
  }

  private func report(
    _ scratch: Scratch, _ month: String, since: String? = nil, _ more: String...
  ) throws -> Outcome {
    try Command.run(
      ["report", "\(month).yml", "--output", month]
        + (since.map { ["--since", $0] } ?? []) + more, in: scratch.folder)
  }

  @Test("zones and sectors keep the first day seen and the names before, from month to month")
  func history() throws {
    let scratch = try world()
    #expect(try report(scratch, "octobre", "--quiet").code == 0)
    let first = try scratch.table("octobre/zones_blanches.csv")
    #expect(!first.header.contains("depuis"))
    #expect(try report(scratch, "novembre", since: "octobre", "--quiet").code == 0)
    #expect(try report(scratch, "decembre", since: "novembre", "--quiet").code == 0)
    let (before, after) = (
      try scratch.table("novembre/zones_blanches.csv"),
      try scratch.table("decembre/zones_blanches.csv")
    )
    #expect(after.header.suffix(2) == ["depuis", "etait"])
    let name = before[0, "zone"]
    #expect(after.rows.map { $0["depuis"] } == ["2022-10-31"])
    #expect(after.rows.map { $0["etait"] } == [name])
    #expect(after[0, "zone"] != name)
    for sector in try scratch.table("decembre/secteurs.csv").rows {
      #expect(sector["depuis"] == "2022-10-31")
    }
    let properties = try scratch.text("decembre/zones_blanches.geojson")
    #expect(properties.contains(#""depuis":"2022-10-31""#))
  }

  @Test("the screen, the page and resume.json say what compare says")
  func agreement() throws {
    let scratch = try world()
    #expect(try report(scratch, "octobre", "--quiet").code == 0)
    let outcome = try report(scratch, "decembre", since: "octobre")
    #expect(outcome.code == 0)
    let compared = try scratch.run("compare", "octobre", "decembre", "--output", "variation")
    let sentence = try #require(
      compared.output.split(separator: "\n").first { $0.hasPrefix("Du 31 octobre 2022") })
    #expect(outcome.output.contains(sentence))
    let causes = try scratch.resume("decembre").depuis.causes.items
    let rows = try scratch.table("variation/variation.csv").rows
      .filter { $0["niveau"] == "national" }
    #expect(causes.map(\.cause) == rows.map { .text($0["cause"] ?? "") })
    #expect(causes.map(\.population) == rows.map { .number(Double($0["population"] ?? "") ?? -1) })
    #expect(causes.map(\.points) == rows.map { .number(Double($0["points"] ?? "") ?? -1) })
    let page = try scratch.text("decembre/rapport.html")
    #expect(page.contains(#""since":{"day":"2022-10-31""#))
  }

  @Test("without an earlier report nothing is different")
  func absent() throws {
    let scratch = try world()
    #expect(try report(scratch, "octobre", "--quiet").code == 0)
    #expect(try !scratch.text("octobre/rapport.html").contains(#""since":{"#))
    #expect(try scratch.resume("octobre").depuis == .null)
  }

  @Test(
    "an earlier report that is none, is changed, is later, or is the folder of the results is refused",
    arguments: [
      ("nowhere", 66, "pas de dossier de ce nom"), ("changed", 65, "communes.csv"),
      ("later", 64, "ce rapport est du 2022-12-31"), ("self", 73, "octobre"),
    ])
  func refused(folder: String, code: Int32, words: String) throws {
    let scratch = try world()
    for month in ["octobre", "decembre"] {
      #expect(try report(scratch, month, "--quiet").code == 0)
    }
    try scratch.write(
      "octobre/communes.csv",
      scratch.text("octobre/communes.csv") + (folder == "changed" ? "x" : ""))
    let month = folder == "self" ? "octobre" : "novembre"
    let since = ["changed": "octobre", "later": "decembre", "self": "octobre"][folder] ?? folder
    let outcome = try report(scratch, month, since: since)
    #expect(outcome.code == code, "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test("only report takes it")
  func elsewhere() throws {
    let scratch = try world()
    let outcome = try scratch.run(
      "simulate", "octobre.yml", "--since", "octobre", "--output", "out")
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("--since"))
  }
}
