import Foundation
import TestSupport
import Testing

/// What the page of the demonstration says of sectors, against `secteurs.csv` and `options.csv`.
@Suite(.enabled(if: Checkout.hasDemo, "needs data/demo and data/france"), .endsAtAll)
struct SectorPageTests {
  private let page: PageBlock
  private let sectors: [[String: String]]
  private let options: [[String: String]]

  /// Options that can be, shown for each sector.
  private static let mostOptions = 6

  init() throws {
    page = try PageBlock(try Demo.ran().bytes("rapport.html"))
    sectors = try Demo.ran().table("secteurs").rows
    options = try Demo.ran().table("options").rows
  }

  private func ids(_ rows: [Int]) throws -> String {
    let ids: [String] = try page.column("cpts", "cpts_id")
    return rows.map { $0 < 0 ? "(nouvelle)" : ids[$0] }.joined(separator: "|")
  }

  @Test("sectors have the names, people, projects and neighbours of secteurs.csv")
  func columns() throws {
    for name in ["secteur", "zone", "nature", "commune_principale", "departement_pilote"] {
      let values: [String] = try page.column("sectors", name)
      #expect(values == sectors.map { $0[name] }, "\(name)")
    }
    for name in [
      "population", "superficie_km2", "nb_communes", "bassins_entiers", "bassins_coupes",
      "epci_entiers", "epci_coupes",
    ] {
      let values: [Double] = try page.column("sectors", name)
      #expect(values == sectors.map { Double($0[name] ?? "") }, "\(name)")
    }
    let projects: [[Int]] = try page.column("sectors", "projects")
    let poles: [[Int]] = try page.column("sectors", "poles")
    let neighbours: [[[Int]]] = try page.column("sectors", "neighbours")
    let across: [[Int]] = try page.column("sectors", "acrossSea")
    let sea = Dictionary(uniqueKeysWithValues: across.map { ($0[0], $0[1]) })
    for (row, sector) in sectors.enumerated() {
      #expect(try ids(projects[row]) == sector["projets"])
      #expect(try ids(poles[row]) == sector["cpts_du_pole"])
      let beside = try sea[row].map { "par_mer:" + (try ids([$0])) }
      #expect(try beside ?? ids(neighbours[row].map { $0[0] }) == sector["voisins"])
    }
  }

  @Test(
    "options stand in the order of options.csv, with who, how good, for whom and what is against")
  func ranked() throws {
    let kinds = try page.names(of: "optionSources")
    let grades: [String] = try page.column("study", "optionGrades")
    let texts: [[String]] = try page.column("sectors", "texts")
    let shown: [[[Any]]] = try page.column("sectors", "options")
    let counts: [Int] = try page.column("sectors", "optionCount")
    let rows = Dictionary(grouping: options) { $0["secteur"] ?? "" }
    for (place, sector) in sectors.enumerated() {
      let own = rows[sector["secteur"] ?? ""] ?? []
      let possible = own.filter { $0["rang"] != "" }
      #expect(counts[place] == possible.count)
      let wanted = possible.prefix(Self.mostOptions) + own.filter { $0["rang"] == "" }
      try #require(shown[place].count == wanted.count, "\(sector)")
      for (option, row) in zip(shown[place], wanted) {
        #expect(kinds[option[0] as? Int ?? -1] == row["option"])
        let against = (option[6] as? [Int] ?? []).map { texts[$0][0] }
        #expect(against.joined(separator: " ") == row["motif"])
        let grade = option[7] as? Int ?? -2
        guard row["rang"] != "" else {
          #expect(grade == -1, "what cannot be has no word")
          continue
        }
        let score = try #require(Double(row["score"] ?? ""))
        #expect(grades[grade] == row["avis"])
        let word = score < 0.5 ? "peu_realiste" : score < 0.7 ? "possible" : "solide"
        #expect((row["avis"] == word) == (row["faisable"] == "oui" || score < 0.5))
        #expect(option[2] as? Double == (score * 1000).rounded())
        #expect(option[3] as? Int == Int(row["population_gagnee"] ?? ""))
        #expect(try ids(option[1] as? [Int] ?? []) == row["cpts"])
      }
    }
  }

  @Test(
    "people of the communes of a sector add up to it, and sectors to the two numbers of the first screen"
  )
  func people() throws {
    let population: [Int] = try page.column("sectors", "population")
    let places: [[Int]] = try page.column("places", "sectors")
    let zones: [[Int]] = try page.column("places", "zones")
    let zoneOfSector: [String] = try page.column("sectors", "zone")
    let zoneIDs: [String] = try page.column("zones", "zone")
    for (sectors, zones) in zip(places, zones) {
      #expect(Set(sectors.map { zoneOfSector[$0] }) == Set(zones.map { zoneIDs[$0] }))
    }
    var divided: [[Int]: Int] = [:]
    let exceptions: [[Int]] = try page.column("sectors", "divided")
    for entry in exceptions { divided[[entry[0], entry[1]]] = entry[2] }
    let communes = try Demo.ran().table("communes").rows
    let place: [Int] = try page.column("communes", "place")
    var sums = [Int](repeating: 0, count: population.count)
    for (row, commune) in communes.enumerated() {
      let people = try #require(Int(commune["population"] ?? ""))
      let rest = people - (Int(commune["population_couverte"] ?? "") ?? 0)
      for sector in places[place[row]] { sums[sector] += divided[[sector, row]] ?? rest }
    }
    #expect(sums == population)

    let projects: [[Int]] = try page.column("sectors", "projects")
    let atWork = zip(projects, population).reduce(0) { $0 + ($1.0.isEmpty ? 0 : $1.1) }
    let national: [[Int]] = try page.column("areas", "people")
    #expect(atWork == national[0][1], "where a project is at work")
    #expect(population.reduce(0, +) == national[0][0] + national[0][1], "all people not covered")
  }

  @Test("every sector is on the map, and no border is drawn twice")
  func arcs() throws {
    let places: [[Int]] = try page.column("places", "sectors")
    let faces: [Int] = try page.column("map", "place")
    let drawn = Set(faces.flatMap { places[$0] })
    let square: [Double] = try page.column("sectors", "superficie_km2")
    #expect(
      drawn == Set(square.indices.filter { square[$0] > 0 }), "all but those without polygon")
    let rings: [[[Int]]] = try page.column("map", "rings")
    let walks = rings.flatMap { $0.flatMap { $0 } }
    #expect(walks.count == Set(walks).count, "an arc is one side of a face, once each way")
    let arcs: [[Int]] = try page.column("map", "arcs")
    #expect(Set(arcs).count == arcs.count)
  }
}

/// The block of data of a page.
private struct PageBlock {
  private let text: String
  private let members: [String: Any]

  init(_ page: [UInt8]) throws {
    let page = String(decoding: page, as: UTF8.self)
    let start = try #require(page.range(of: "<script type=\"application/json\" id=\"data\">"))
    let end = try #require(page[start.upperBound...].range(of: "</script>"))
    text = String(page[start.upperBound..<end.lowerBound])
    members = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  func column<Value>(_ table: String, _ name: String) throws -> [Value] {
    try #require((members[table] as? [String: Any])?[name] as? [Value], "\(table).\(name)")
  }

  /// Names of the members of an object of `study`, in their order.
  func names(of object: String) throws -> [String] {
    let start = try #require(text.range(of: "\"\(object)\":{"))
    let end = try #require(text[start.upperBound...].firstIndex(of: "}"))
    return text[start.upperBound..<end].components(separatedBy: "],").compactMap {
      $0.split(separator: "\"").first.map(String.init)
    }
  }
}
