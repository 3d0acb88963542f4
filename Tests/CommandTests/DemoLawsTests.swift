import TestSupport
import Testing

/// Laws that hold on the whole of France, with the demonstration study.
@Suite(.enabled(if: Checkout.hasDemo, "needs data/demo and data/france"), .endsAtAll)
struct DemoLawsTests {
  static let stages = ["aucun", "projet", "lettre_intention", "projet_sante_valide", "aci_signe"]
  static let covered: Set = ["lettre_intention", "projet_sante_valide", "aci_signe"]

  @Test("the run succeeds, in silence on standard error")
  func succeeds() throws {
    let demo = try Demo.ran()
    #expect(demo.oneJob.code == 0)
    #expect(demo.oneJob.errors == "")
    #expect(demo.oneJob.output.hasPrefix("Démonstration — données FICTIVES, décembre 2022\n"))
    let resume = try demo.summary()
    #expect(resume.titre == "Démonstration — données FICTIVES, décembre 2022")
    #expect(resume.options.at == "2022-12-31")
  }

  @Test("at each level, exclusive shares add up to the total, and cumulative ones are suffix sums")
  func shares() throws {
    let coverage = try Demo.ran().table("couverture")
    let areas = Dictionary(grouping: coverage.rows) { "\($0["niveau"] ?? "") \($0["code"] ?? "")" }
    #expect(areas.count > 100)
    for (area, rows) in areas {
      try #require(rows.map { $0["stade"] } == Self.stages, "\(area)")
      let total = rows[0]["population_totale"] ?? ""
      guard let people = Int(total) else {
        #expect(rows.allSatisfy { $0["population_stade"] == "" }, "\(area) of unknown population")
        continue
      }
      var above = 0
      for row in rows.reversed() {
        above += try #require(Int(row["population_stade"] ?? ""))
        #expect(row["population_totale"] == total)
        #expect(Int(row["population_cumulee"] ?? "") == above, "\(area) \(row)")
        #expect(row["pct_cumule"] == percent(above, people), "\(area) \(row)")
      }
      #expect(above == people, "\(area)")
    }
  }

  @Test("every level has the whole population, but for people whose area is not known")
  func levels() throws {
    let coverage = try Demo.ran().table("couverture")
    let none = coverage.rows.filter { $0["stade"] == "aucun" }
    let national = try #require(Int(coverage[0, "population_totale"]))
    #expect(national == 67_664_570)
    #expect(Set(none.map { $0["niveau"] }) == ["national", "region", "departement", "epci"])
    for level in ["region", "departement", "epci"] {
      let sum = none.filter { $0["niveau"] == level }
        .reduce(0) { $0 + (Int($1["population_totale"] ?? "") ?? 0) }
      #expect(sum == national, "\(level)")
    }
  }

  @Test("covered and white people make the total, in the communes as in the summary")
  func coveredAndWhite() throws {
    let demo = try Demo.ran()
    let totals = try demo.summary().totaux
    let (covered, white) = (totals.population_couverte.whole, totals.population_non_couverte.whole)
    #expect(covered > 0 && white > 0)
    #expect(covered + white == totals.population_totale.whole)
    let communes = try demo.table("communes")
    #expect(communes.rows.count == 34_875)
    #expect(communes.sum("population") == covered + white)
    #expect(communes.sum("population_couverte") == covered)
  }

  @Test("the sums of the communes are those of their departments")
  func departments() throws {
    let demo = try Demo.ran()
    let communes = Dictionary(grouping: try demo.table("communes").rows) { $0["dep"] ?? "" }
    let coverage = try demo.table("couverture").rows.filter { $0["niveau"] == "departement" }
    #expect(Set(coverage.map { $0["code"] }) == Set(communes.keys))
    for (department, members) in communes {
      let rows = coverage.filter { $0["code"] == department }
      let people = members.reduce(0) { $0 + (Int($1["population"] ?? "") ?? 0) }
      let covered = members.reduce(0) { $0 + (Int($1["population_couverte"] ?? "") ?? 0) }
      #expect(Int(rows[0]["population_totale"] ?? "") ?? 0 == people, "\(department)")
      #expect(Int(rows[2]["population_cumulee"] ?? "") ?? 0 == covered, "\(department)")
    }
  }

  @Test("the people of the zones are the people nobody covers, and each zone those of its communes")
  func zones() throws {
    let demo = try Demo.ran()
    let zones = try demo.table("zones_blanches")
    #expect(zones.rows.count > 100)
    #expect(try zones.sum("population") == demo.summary().totaux.population_non_couverte.whole)
    var communesOfZone: [Substring: [String]] = [:]
    for commune in try demo.table("communes").rows {
      // The arrondissements of a city may lie in several zones.
      for zone in (commune["zone_blanche"] ?? "").split(separator: "|") {
        communesOfZone[zone, default: []].append(commune["code"] ?? "")
      }
    }
    #expect(communesOfZone.count == zones.rows.count)
    for zone in zones.rows {
      let members = communesOfZone[(zone["zone"] ?? "")[...]] ?? []
      #expect(zone["communes"] == members.joined(separator: "|"))
      #expect(zone["nb_communes"] == "\(members.count)")
    }
  }

  @Test("gross is net and counted again; the sum over CPTS is the gross")
  func grossAndNet() throws {
    let demo = try Demo.ran()
    let resume = try demo.summary()
    let again = resume.comptages_en_trop.whole
    #expect(again > 0)
    #expect(resume.population_brute.whole == resume.population_nette.whole + again)
    #expect(resume.population_nette == resume.totaux.population_couverte)
    let cpts = try demo.table("cpts")
    let gross = cpts.sum("population") { Self.covered.contains($0["stade"] ?? "") }
    #expect(gross == resume.population_brute.whole)
  }

  private func percent(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "0.00" }
    let hundredths = (part * 20_000 + whole) / (2 * whole)
    let digits = "\(hundredths % 100)"
    return "\(hundredths / 100)." + (digits.count == 1 ? "0" : "") + digits
  }
}
