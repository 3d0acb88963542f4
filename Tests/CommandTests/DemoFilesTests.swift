import TestSupport
import Testing

/// What the demonstration study writes, as files: the same bytes again, nothing dropped, inputs intact.
@Suite(.enabled(if: Checkout.hasDemo, "needs data/demo and data/france"), .endsAtAll)
struct DemoFilesTests {
  @Test("one job and two write the same bytes, but for the date and the seconds of resume.json")
  func jobs() throws {
    let demo = try Demo.ran()
    #expect(demo.twoJobs.code == 0)
    #expect(demo.files.keys.sorted() == demo.namesOfTwoJobs)
    #expect(demo.files.count >= 12)
    #expect(demo.differing.allSatisfy { $0 == "resume.json" }, "\(demo.differing)")
    #expect(
      try timeless(demo.bytes("resume.json")) == timeless(demo.summaryOfTwoJobs))
    let words = { (outcome: Outcome, folder: String) in
      outcome.output.replacing("  \(folder)/", with: "  ")
    }
    #expect(words(demo.oneJob, "one") == words(demo.twoJobs, "two"))
  }

  @Test("inputs are not written to, and resume.json has their SHA-256")
  func inputs() throws {
    let demo = try Demo.ran()
    #expect(demo.inputsBefore.count == 5)
    #expect(demo.inputsBefore == demo.inputsAfter)
    let resume = try demo.summary()
    #expect(resume.entrees.items.count == 4)
    for input in resume.entrees.items {
      let name = input.chemin.text.split(separator: "/").last ?? ""
      let line = try #require(demo.inputsBefore.first { $0.hasSuffix("/\(name)") })
      #expect(line.hasPrefix(input.sha256.text + " "), "\(name)")
    }
  }

  @Test("every row read is kept or set aside, and each set aside is in anomalies.csv with its line")
  func ledger() throws {
    let demo = try Demo.ran()
    let anomalies = try demo.table("anomalies")
    for input in try demo.summary().entrees.items {
      let rows = input.lignes_retenues.whole + input.lignes_ecartees.whole
      #expect(input.lignes_lues.whole == rows)
      let lines = anomalies.rows.filter {
        $0["fichier"] == input.chemin.text && $0["ligne"] != ""
          && $0["traitement"] == "ligne écartée"
      }
      #expect(lines.count == input.lignes_ecartees.whole, "\(input.chemin)")
    }
    #expect(try demo.summary().entrees.items.map(\.lignes_lues) == [34_920, 34_875, 765, 26_471])
  }

  @Test("the 8 communes without borders are said, and the population of every commune is known")
  func known() throws {
    let anomalies = try Demo.ran().table("anomalies")
    let rules = Dictionary(grouping: anomalies.rows) { $0["regle"] ?? "" }.mapValues(\.count)
    #expect(rules["unite_sans_population"] == nil)
    #expect(rules["unite_sans_geometrie"] == 8)
    let counts = Dictionary(grouping: anomalies.rows) { $0["gravite"] ?? "" }.mapValues(\.count)
    let said = try Demo.ran().summary().totaux.anomalies.members.mapValues(\.whole)
      .filter { $0.value > 0 }
    #expect(counts == said)
  }

  @Test("every row of couverture.csv has a code and a name, and no EPCI is named by its code")
  func namedAreas() throws {
    let rows = try Demo.ran().table("couverture").rows
    // Four islands are in no EPCI: their row says so, without a code.
    let named = rows.filter { $0["code"] != "" }
    #expect(rows.count - named.count == Self.stages)
    #expect(named.allSatisfy { $0["nom"] != "" && $0["nom"] != $0["code"] })
    let epci = named.filter { $0["niveau"] == "epci" && $0["stade"] == "aucun" }
    #expect(epci.count == 1253)
    let first = try #require(epci.first { $0["code"] == "200000172" })
    #expect(first["nom"] == "Communauté de communes Faucigny-Glières")
  }

  private static let stages = 5

  @Test("the year, the kind and the licence of the population stand on every page")
  func populationSource() throws {
    let demo = try Demo.ran()
    let said = "Population municipale 2021, INSEE, Licence Ouverte 2.0"
    #expect(demo.oneJob.output.contains("\n\(said)"))
    let population = try demo.summary().population
    #expect(population.source.text.hasPrefix(said))
    #expect(population.annee == 2021)
    let map = String(decoding: try demo.bytes("carte.svg"), as: UTF8.self)
    let caption = map.components(separatedBy: "</text>").map {
      $0.split(separator: ">").last.map(String.init) ?? ""
    }
    #expect(caption.joined(separator: " ").contains(said))
    for name in ["rapport.html"] + demo.files.keys.filter({ $0.hasPrefix("dossiers/") }) {
      #expect(String(decoding: try demo.bytes(name), as: UTF8.self).contains(said), "\(name)")
    }
  }

  @Test(
    "rows are sorted by code, and no two have the same",
    arguments: [("communes", "code"), ("cpts", "cpts_id"), ("zones_blanches", "zone")])
  func sorted(table: String, key: String) throws {
    let codes = try Demo.ran().table(table).rows.map { $0[key] ?? "" }
    #expect(codes.count > 100)
    #expect(zip(codes, codes.dropFirst()).allSatisfy { $0 < $1 })
  }

  /// The lines of `resume.json` but for the date and the seconds of each step.
  private func timeless(_ bytes: [UInt8]) throws -> [Substring] {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("  \"secondes\" : {") })
    let end = try #require(lines[start...].firstIndex { $0.hasPrefix("  }") })
    let kept = Array(lines[..<start] + lines[end...])
    try #require(kept.count > 40 && end - start > 4)
    return kept.filter { !$0.hasPrefix("  \"date\" : ") }
  }
}
