import Foundation
import Testing

/// A city of four arrondissements in a row, white at both ends: what the page says of it in each of its
/// two zones is of that zone, not of the city.
@Suite struct DividedCityTests {
  private static let people = [60_000, 900_000, 700_000, 210_000]

  private func ran() throws -> Scratch {
    let scratch = try Scratch.world()
    let squares = Self.people.enumerated().map { index, people in
      Square("7510\(index + 1)", "Paris \(index + 1)", "\(people)", column: index, row: 0)
    }
    try scratch.write("units.geojson", World.collection(squares.map(\.feature)))
    try scratch.write(
      "cpts.csv", "cpts_id,stade,code\nA,aci_signe,75102\nB,aci_signe,75102\nB,aci_signe,75103\n")
    #expect(try scratch.report().code == 0)
    return scratch
  }

  private func data(_ scratch: Scratch) throws -> [String: Any] {
    let text = try scratch.text("out/rapport.html")
    let start = try #require(text.range(of: "<script type=\"application/json\" id=\"data\">"))
    let end = try #require(text[start.upperBound...].range(of: "</script>"))
    let block = Data(text[start.upperBound..<end.lowerBound].utf8)
    return try #require(try JSONSerialization.jsonObject(with: block) as? [String: Any])
  }

  @Test("people of a commune in a zone are those of the zone, and add up to it")
  func zones() throws {
    let scratch = try ran()
    let zones = try #require(try data(scratch)["zones"] as? [String: Any])
    #expect(zones["zone"] as? [String] == ["ZB-75101", "ZB-75104"])
    #expect(zones["population"] as? [Int] == [60_000, 210_000])
    #expect(zones["divided"] as? [[Int]] == [[0, 0, 60_000], [1, 0, 210_000]])
    let dossier = try scratch.sheet("75-paris/SB-75101")
    #expect(
      dossier.fact("Communes et arrondissements") == "1 : 75101 Paris 1 (60\u{202F}000)")
  }

  @Test("people of a commune in a CPTS are those that it covers")
  func cpts() throws {
    let cpts = try #require(try data(try ran())["cpts"] as? [String: Any])
    #expect(cpts["divided"] as? [[Int]] == [[0, 0, 900_000], [1, 0, 1_600_000]])
  }

  @Test("a commune that is in one zone and one CPTS needs no more words")
  func whole() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report().code == 0)
    let data = try data(scratch)
    for table in ["zones", "cpts"] {
      #expect((data[table] as? [String: Any])?["divided"] as? [[Int]] == [])
    }
  }
}
