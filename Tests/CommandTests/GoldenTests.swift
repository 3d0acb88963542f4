import Testing

/// The twelve units whose figures were computed apart from the project.
@Suite
struct GoldenTests {
  @Test("the small world gives the files expected, byte for byte")
  func smallWorld() throws {
    let scratch = try Scratch()
    let outcome = try scratch.run(
      "report", "--units", Checkout.smallWorld + "/units.geojson", "--cpts",
      Checkout.smallWorld + "/cpts.csv", "--at", "2026-01-01", "--output", "out")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    for name in [
      "chevauchements", "communes", "couverture", "cpts", "zones_blanches",
      "zones_blanches_voisins",
    ] {
      let expected = try Checkout.bytes(Checkout.smallWorld + "/expected/\(name).csv")
      let written = try scratch.bytes("out/\(name).csv")
      #expect(
        written == expected, "\(name).csv: \(String(decoding: written, as: UTF8.self))")
    }
  }

  @Test("gross, net and counted more than once are those that the README states")
  func grossAndNet() throws {
    let scratch = try Scratch()
    _ = try scratch.run(
      "report", "--units", Checkout.smallWorld + "/units.geojson", "--cpts",
      Checkout.smallWorld + "/cpts.csv", "--at", "2026-01-01", "--output", "out")
    let resume = try scratch.resume()
    #expect(resume.population_brute == 6500)
    #expect(resume.population_nette == 5800)
    #expect(resume.population_comptee_plusieurs_fois == 700)
  }
}
