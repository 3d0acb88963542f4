import TestSupport
import Testing

/// The public list of the CPTS of Provence-Alpes-Côte d'Azur on the units of France, which the tool
/// carries: figures counted apart, from the list and the legal populations of 2021.
@Suite(.enabled(if: PACA.isThere, "needs ../shared and data/france"), .endsAtAll)
struct RegionTests {
  @Test("--area region:93 gives the region and its departments")
  func region() throws {
    let scratch = try Scratch()
    let outcome = try Command.run(
      PACA.call + ["--area", "region:93", "--output", "out"], in: scratch.folder)
    #expect(outcome.code == 0, "\(outcome.message)")
    let rows = try scratch.table("out/couverture.csv").rows.filter { $0["stade"] == "aci_signe" }
    #expect(rows[0]["niveau"] == "etude")
    #expect(rows[0]["nom"] == "Provence-Alpes-Côte d'Azur")
    #expect(rows[0]["pct_cumule"] == "98.74")
    let departments = rows.filter { $0["niveau"] == "departement" }
    #expect(departments.map { $0["code"] } == ["04", "05", "06", "13", "83", "84"])
    let people = departments.map { [$0["population_cumulee"], $0["population_totale"]] }
    #expect(people[0] == ["149093", "166077"])
    #expect(people[1] == ["140503", "140976"])
    #expect(people[2] == ["1056846", "1103941"])
    for whole in people[3...] { #expect(whole[0] == whole[1]) }
    let zones = try scratch.table("out/zones_blanches.csv")
    #expect(zones.rows.allSatisfy { $0["regions"] == "93" })
    #expect(
      zones.sum("population") == (Int(rows[0]["population_totale"] ?? "") ?? 0)
        - (Int(rows[0]["population_cumulee"] ?? "") ?? 0))
  }

  @Test("without --area the screen and the anomalies name it")
  func hint() throws {
    let scratch = try Scratch()
    let outcome = try Command.run(PACA.call + ["--output", "out"], in: scratch.folder)
    #expect(outcome.code == 0, "\(outcome.message)")
    #expect(outcome.output.contains("--area region:93\n"))
    let row = try scratch.table("out/anomalies.csv").row("regle", "etude_plus_large_que_les_listes")
    #expect(row["objet"] == "region:93")
  }
}

enum PACA {
  private static let list = Checkout.shared + "/data/cpts-paca/cpts_paca_communes.csv"
  private static let insee = Checkout.shared + "/data/insee"

  static var isThere: Bool { Checkout.hasFrance && Checkout.existing(list) != nil }

  static var call: [String] {
    [
      "report", list, "--default-stage", "aci_signe", "--at", "2024-12-31", "--population",
      insee + "/donnees_communes_2021.csv", "--population",
      insee + "/donnees_communes_mayotte.csv", "--cog", insee + "/mouvements-communes_2024.csv",
    ]
  }
}
