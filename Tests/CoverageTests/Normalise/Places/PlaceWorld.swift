import Testing

@testable import Coverage

/// Units with names as those of communes are, in three departments and six EPCI, some of one name.
struct PlaceWorld {
  let units: StudyUnits
  /// A third of the communes, shared by three CPTS, each with those of two departments at most.
  var lists: [(cpts: String, communes: [Unit])] = []
  /// Names that one commune has, in the study and in its department.
  private let count: [String: Int]

  private static let firsts = [
    "Saint-Étienne", "Sainte-Colombe", "L'Haÿ", "Le Mesnil", "La Roche", "Les Ormes", "Bourg",
    "Châtillon", "Œuilly", "Villeneuve", "Aÿ", "Mont-d'Or", "Beaumont", "Ars",
  ]
  private static let seconds = [
    "", "-sur-Loire", "-le-Vieux", "-sous-Bois", "-d'Auvergne", "-lès-Prés", "-et-Vaux", "-en-Brie",
    "-la-Forêt", "-aux-Mines",
  ]

  init(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var rows: [[String?]] = []
    for (department, numbers) in [("01", 1...40), ("15", 1...40), ("2A", 1...40)] {
      for number in numbers {
        let name =
          Self.firsts[random.int(in: 0...Self.firsts.count - 1)]
          + Self.seconds[random.int(in: 0...Self.seconds.count - 1)]
        let code = department + (number < 10 ? "00" : "0") + String(number)
        let intercommunality = "24\(department == "2A" ? "20" : department)0000\(number % 2)"
        rows.append([code, name, "\(100 + number)", department, intercommunality])
      }
    }
    units = try NormalisedUnits(["code", "nom", "population", "dep", "epci"], rows).units
    count = Dictionary(
      units.units.flatMap { unit in
        [(placeName(unit.name), 1), (placeName(unit.name) + unit.department, 1)]
      }, uniquingKeysWith: +)
    for (name, departments) in [
      ("CPTS du Nord", ["01"]), ("CPTS du Sud", ["15"]), ("CPTS des Îles", ["2A"]),
    ] {
      var chosen = units.units.filter { departments.contains($0.department) }
      random.shuffle(&chosen)
      lists.append((name, Array(chosen.prefix(random.int(in: 2...12)))))
    }
  }

  func isOnly(_ unit: Unit) -> Bool { count[placeName(unit.name)] == 1 }
  func isOnlyOfDepartment(_ unit: Unit) -> Bool {
    count[placeName(unit.name) + unit.department] == 1
  }

  /// `cpts/code` of each membership that a list comes to, sorted, and what is told.
  func settled(_ csv: String) throws -> (pairs: [String], anomalies: [Anomaly]) {
    var files = CPTSFiles()
    try files.readList(
      try DelimitedText(path: "list.csv", bytes: Array(csv.utf8)), named: [:])
    let lists = try SettledLists(files, units, nil, Decisions(), mergeSimilar: false)
    return (
      lists.memberships.map { "\($0.cpts)/\($0.code)" }.sorted(),
      files.anomalies + lists.anomalies
    )
  }

  /// The pairs of the lists, of those communes that a test keeps.
  func truth(_ keep: (Unit) -> Bool = { _ in true }) -> [String] {
    lists.flatMap { list in list.communes.filter(keep).map { "\(list.cpts)/\($0.code)" } }.sorted()
  }
}

extension Array where Element == Anomaly {
  /// Rules told, each once, but for what is told for the record.
  var serious: [String] {
    Set(filter { $0.severity != .information }.map(\.rule.rawValue)).sorted()
  }
}
