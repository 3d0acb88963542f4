import TestSupport
import Testing

/// Sectors of a small world whose files were made apart from the project.
@Suite
struct SectorTests {
  private static let world = Checkout.root + "/Tests/CommandTests/Fixtures/sectors"

  @Test("the small world of sectors gives the columns expected")
  func smallWorld() throws {
    let scratch = try Scratch()
    let outcome = try scratch.run(
      "report", "--units", Self.world + "/units.geojson", "--cpts", Self.world + "/cpts.csv",
      "--at",
      "2026-01-01", "--output", "out")
    #expect(outcome.code == 0, "\(outcome.message)")
    let expected = try CSVRows(
      Checkout.text("Tests/CommandTests/Fixtures/sectors/expected/secteurs.csv"))
    let written = try scratch.table("out/secteurs.csv")
    #expect(written.rows.count == expected.rows.count)
    for (row, wanted) in zip(written.rows, expected.rows) {
      for column in expected.header { #expect(row[column] == wanted[column], "\(column)") }
    }
    let zones = try scratch.table("out/zones_blanches.csv")
    for zone in zones.rows {
      let own = written.rows.filter { $0["zone"] == zone["zone"] }
      let people = own.reduce(0) { $0 + (Int($1["population"] ?? "") ?? 0) }
      let atWork = own.filter { $0["projets"] != "" }.reduce(0) {
        $0 + (Int($1["population"] ?? "") ?? 0)
      }
      #expect(zone["population"] == "\(people)")
      #expect(zone["population_projet"] == "\(atWork)")
      #expect(zone["population_sans_projet"] == "\(people - atWork)")
      #expect(zone["nb_secteurs"] == "\(own.count)")
    }
    #expect(scratch.names(in: "out").contains("secteurs.geojson"))
  }
}
