import Foundation
import TestSupport
import Testing

/// `check` on the demonstration: all of France, with CPTS that are invented.
@Suite(.enabled(if: Checkout.hasDemo, "needs data/demo and data/france"), .endsAtAll)
struct CheckFranceTests {
  private struct Criterion {
    let finding: String
    let figures: [String: Any]
    let details: [String: [[String: Any]]]
  }

  private func criteria(_ territory: String) throws -> [String: Criterion] {
    let scratch = try Scratch()
    let outcome = try scratch.run(
      "check", Checkout.demo, "--territory", territory, "--format", "json")
    #expect(outcome.code == 0)
    let parsed = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let opinions = (parsed as? [String: Any])?["avis"] as? [[String: Any]]
    let criteria = try #require(opinions?.first?["criteres"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: criteria.map { item in
        (
          item["critere"] as? String ?? "",
          Criterion(
            finding: item["constat"] as? String ?? "",
            figures: item["chiffres"] as? [String: Any] ?? [:],
            details: item["details"] as? [String: [[String: Any]]] ?? [:])
        )
      })
  }

  /// The real Pays de Redon has 39 communes, 81,000 inhabitants, in three departments and two regions.
  /// Its list is not at hand: that of the fixture is Redon Agglomération and eight of its neighbours.
  @Test("39 communes around Redon are of size 3, in three departments and two regions")
  func redon() throws {
    let found = try criteria(Checkout.root + "/Tests/CommandTests/Fixtures/redon.csv")
    let size = try #require(found["taille"])
    #expect(size.figures["population"] as? Int == 81_744)
    #expect(size.figures["taille"] as? Int == 3)
    // By the people of 2017 they were 1.34 % above the bound of 80,000, by those of 2021 they are 2.18 %.
    #expect(size.figures["seuil_proche"] is NSNull)
    let limits = try #require(found["limites_administratives"])
    #expect(limits.figures["nb_departements"] as? Int == 3)
    #expect(limits.figures["nb_regions"] as? Int == 2)
    #expect(limits.finding == "à examiner")
    let people = limits.details["departements"]?.compactMap { $0["population"] as? Int }
    #expect(people?.reduce(0, +) == 81_744)
    #expect(found["continuite"]?.finding == "favorable")
    #expect(found["codes"]?.finding == "favorable")
  }

  @Test("the proposal of the demonstration is a whole white zone, and closes it")
  func demonstration() throws {
    let zones = try Demo.ran().table("zones_blanches").rows
    let zone = try #require(zones.first { $0["zone"] == "ZB-53097" })
    let listed = try CSVRows(
      try String(
        contentsOfFile: Checkout.demoFolder + "/proposition.csv", encoding: .utf8))
    #expect(
      listed.rows.compactMap { $0["code_commune"] }
        == (zone["communes"] ?? "").split(separator: "|").map(String.init))
    let found = try criteria(Checkout.demoFolder + "/proposition.csv")
    let white = try #require(found["zones_blanches"])
    #expect(white.figures["zones_fermees"] as? Int == 1)
    #expect(
      white.figures["population_nouvellement_couverte"] as? Int == Int(zone["population"] ?? ""))
    #expect(white.details["reliquats"] == nil)
    let size = try #require(found["taille"])
    #expect(size.figures["population"] as? Int == 40_720)
    #expect(size.figures["seuil_proche"] as? Int == 40_000)
    #expect(size.finding == "à examiner")
    #expect(found["chevauchement"]?.finding == "à examiner" || zone["statut"] == "atone")
  }
}
