import Testing

@testable import Coverage

/// A list in any of the shapes that people write comes to the same communes as the plain one.
@Suite("Territories as people write them")
struct PlaceLawsTests {
  static let seeds = 1...12 as ClosedRange<UInt64>

  /// How a cell holds the communes of one CPTS.
  private static let separators = [";", ",", "|", "\n", ", ", " ; ", " | ", "\r\n", "\n- "]

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private func table(
    _ header: String, _ world: PlaceWorld, _ keep: (Unit) -> Bool = { _ in true },
    _ cell: ([Unit]) -> String
  ) -> String {
    header + "\n"
      + world.lists.map { list in
        "\(list.cpts)\taci_signe\t\(list.communes.first?.department ?? "")\t"
          + quoted(cell(list.communes.filter(keep)))
      }.joined(separator: "\n") + "\n"
  }

  private func rows(
    _ header: String, _ world: PlaceWorld, _ keep: (Unit) -> Bool = { _ in true },
    _ cells: (Unit) -> [String]
  ) -> String {
    header + "\n"
      + world.lists.flatMap { list in
        list.communes.filter(keep).map { unit in
          ([list.cpts, "aci_signe"] + cells(unit)).map { quoted($0) }.joined(separator: "\t")
        }
      }.joined(separator: "\n") + "\n"
  }

  @Test("codes in one cell, whatever separates them", arguments: seeds)
  func codes(seed: UInt64) throws {
    let world = try PlaceWorld(seed: seed)
    for separator in Self.separators + [" ", "  "] {
      let csv = table("cpts\tstade\tdep\tcodes_insee", world) { units in
        units.map(\.code.text).joined(separator: separator)
      }
      let found = try world.settled(csv)
      #expect(found.pairs == world.truth(), "\(separator.debugDescription)")
      #expect(found.anomalies.serious.isEmpty, "\(separator.debugDescription)")
    }
  }

  @Test("a code and a name in one cell, a row each or all in one", arguments: seeds)
  func labels(seed: UInt64) throws {
    let world = try PlaceWorld(seed: seed)
    let labels: [(Unit) -> String] = [
      { "\($0.name) (\($0.code))" }, { "\($0.code) - \($0.name)" }, { "\($0.code) \($0.name)" },
      { "\($0.name) [\($0.code)]" }, { "\($0.name), \($0.code)" }, { "\($0.code) : \($0.name)" },
      { "\($0.name) (code postal : \($0.code.text.prefix(2))000 / code insee : \($0.code))" },
      { "\($0.name) – INSEE \($0.code)" }, { "\($0.code.text.lowercased()) — \($0.name)" },
    ]
    for (index, label) in labels.enumerated() {
      let one = rows("cpts\tstade\tcommune", world) { [label($0)] }
      let found = try world.settled(one)
      // A column of names of which each CPTS has one may be that of seats: each has two here.
      #expect(found.pairs == world.truth(), "label \(index)")
      #expect(found.anomalies.serious.isEmpty, "label \(index)")
      let all = table("cpts\tstade\tdep\tterritoire", world) { units in
        units.map(label).joined(separator: "; ")
      }
      #expect(try world.settled(all).pairs == world.truth(), "label \(index), in one cell")
    }
  }

  @Test("names, with the department or where only one has them", arguments: seeds)
  func names(seed: UInt64) throws {
    let world = try PlaceWorld(seed: seed)
    let spellings: [(String) -> String] = [
      { $0 }, { $0.uppercased() }, { $0.replacing("-", with: " ") },
      { $0.replacing("Saint-", with: "St ").replacing("Sainte-", with: "Ste-") },
      { $0.replacing("'", with: "’") }, { $0.replacing("-sur-", with: " s/ ") },
      { name in
        for article in ["L'", "Le ", "La ", "Les "] where name.hasPrefix(article) {
          return "\(name.dropFirst(article.count)) (\(article.trimmingPrefix(" ")))"
        }
        return name
      },
    ]
    for (index, spell) in spellings.enumerated() {
      let one = rows("cpts\tstade\tcommune", world, world.isOnly) { [spell($0.name)] }
      if world.lists.allSatisfy({ $0.communes.filter(world.isOnly).count > 1 }) {
        #expect(try world.settled(one).pairs == world.truth(world.isOnly), "spelling \(index)")
      }
      let two = rows("cpts\tstade\tdep\tcommune", world, world.isOnlyOfDepartment) {
        [AdministrativeNames.departments[$0.department] ?? "", spell($0.name)]
      }
      if world.lists.allSatisfy({ $0.communes.filter(world.isOnlyOfDepartment).count > 1 }) {
        #expect(
          try world.settled(two).pairs == world.truth(world.isOnlyOfDepartment),
          "spelling \(index), with its department")
      }
      for separator in Self.separators {
        let all = table("cpts\tstade\tdepartement\tcommunes", world, world.isOnlyOfDepartment) {
          $0.map { spell($0.name) }.joined(separator: separator)
        }
        let found = try world.settled(all)
        #expect(
          found.pairs == world.truth(world.isOnlyOfDepartment),
          "spelling \(index), \(separator.debugDescription)")
        #expect(found.anomalies.serious.isEmpty, "spelling \(index)")
      }
    }
  }

  @Test("a name that several have is never one of them", arguments: seeds)
  func homonyms(seed: UInt64) throws {
    let world = try PlaceWorld(seed: seed)
    let several = { (unit: Unit) in !world.isOnly(unit) }
    let csv = table("cpts\tstade\tx\tcommunes", world, several) { units in
      units.map(\.name).joined(separator: ";")
    }
    let found = try world.settled(csv)
    #expect(found.pairs.isEmpty)
    let names = world.lists.reduce(0) { $0 + $1.communes.filter(several).count }
    #expect(found.anomalies.count { $0.rule == .doubtfulPlace } == names)
  }

  @Test("an EPCI or a department is all of its communes", arguments: seeds)
  func groups(seed: UInt64) throws {
    let world = try PlaceWorld(seed: seed)
    for (header, group) in [
      ("siren_epci", { (unit: Unit) in unit.intercommunality }), ("code", { $0.intercommunality }),
      ("territoire", { $0.intercommunality }), ("perimetre", { $0.department }),
      ("territoire", { AdministrativeNames.departments[$0.department] ?? "" }),
      ("perimetre", { "Département de \(AdministrativeNames.departments[$0.department] ?? "")" }),
    ] {
      let csv =
        "cpts;stade;\(header)\n"
        + world.lists.map { "\($0.cpts);aci_signe;\(group($0.communes[0]))" }
        .joined(separator: "\n") + "\n"
      let found = try world.settled(csv)
      let truth = world.lists.flatMap { list in
        world.units.units.filter { group($0) == group(list.communes[0]) }
          .map { "\(list.cpts)/\($0.code)" }
      }
      #expect(found.pairs == truth.sorted(), "\(header)")
      #expect(found.anomalies.count { $0.rule == .territoryByGroup } == world.lists.count)
      #expect(found.anomalies.serious.isEmpty, "\(header)")
    }
  }
}
