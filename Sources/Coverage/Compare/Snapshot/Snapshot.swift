/// What a comparison needs of a study: plain values, the same from a study in memory and from the folder that
/// `report` wrote of it.
public struct Snapshot: Sendable, Equatable {
  /// Title of the study; empty where it has none.
  public internal(set) var title = ""
  /// Day of its stages and perimeters.
  public internal(set) var day: CivilDate
  /// Stage from which on people are covered.
  public internal(set) var whiteBelow: Stage
  /// Areas that it is of; nil where it is of all units.
  var area: Area?
  /// What its people are counted by.
  var population = PopulationStatement()
  /// By code.
  var communes: [Commune] = []
  /// By id.
  var cpts: [Member] = []
  /// By id; each is the sum of its sectors.
  var zones: [Land] = []
  /// By id.
  var sectors: [Land] = []
  /// By ids; nil where the folder does not say.
  var overlaps: [Overlap]?
  /// By CPTS and commune; empty where nothing is dated.
  var pairDates: [PairDate] = []

  struct Area: Sendable, Equatable {
    var code: String
    var name: String
  }

  struct PopulationStatement: Sendable, Equatable {
    var column = ""
    var year: Int?
    var source = ""
  }

  /// A row of `communes.csv`.
  struct Commune: Sendable, Equatable {
    var code: UnitCode
    var name: String
    var department: String
    var region: String
    /// nil where no file says.
    var people: Int?
    /// The highest stage reached anywhere in it.
    var stage: Stage
    /// People covered; 0 where the population is unknown.
    var covered: Int
    /// Places in `cpts` of those at `projet` or above, ascending.
    var cpts: [Int32]
  }

  /// A row of `cpts.csv`.
  struct Member: Sendable, Equatable {
    var id: CPTSID
    var name: String
    var stage: Stage
    /// nil where no file says.
    var people: Int?
    /// Those of them whom the study is not of.
    var peopleOutside = 0
    var sizeClass: Int?
  }

  /// A white zone or a sector, by what it has of each commune.
  struct Land: Sendable, Equatable {
    var id: String
    /// Of its most populous commune.
    var name: String
    var people: Int
    var parts: [Part]
    /// The first day seen; nil where the report was made without an earlier one.
    var since: CivilDate?

    struct Part: Sendable, Equatable {
      /// Place in `communes`.
      var commune: Int32
      var people: Int
    }

    /// - Parameter people: of the whole land; those of communes too slight to be named count in the most
    ///   populous one. nil where no file says.
    init(id: String, name: String, people: Int?, parts: [Part]) {
      (self.id, self.name, self.parts) = (id, name, parts)
      let named = parts.reduce(0) { $0 + $1.people }
      self.people = people ?? named
      let most = parts.map(\.people).max()
      if let place = parts.firstIndex(where: { $0.people == most }), self.people > named {
        self.parts[place].people += self.people - named
      }
    }
  }

  /// A row of `chevauchements.csv`.
  struct Overlap: Sendable, Equatable {
    /// The lower id first.
    var first: CPTSID
    var second: CPTSID
    var qualification: String
    var people: Int?
    var communes: [UnitCode]
  }

  /// Since when, and until when, a commune is of a CPTS.
  struct PairDate: Sendable, Equatable {
    var cpts: CPTSID
    /// nil for a drawing, which names none.
    var commune: UnitCode?
    var start: CivilDate?
    var end: CivilDate?
  }
}

extension Snapshot {
  /// People counted and people covered, everywhere.
  var total: Int { communes.reduce(0) { $0 + ($1.people ?? 0) } }
  var covered: Int { communes.reduce(0) { $0 + $1.covered } }

  /// Zones as sums of their sectors.
  ///
  /// - Parameter zoneOfSector: by sector, the id of its zone.
  /// - Complexity: O(parts × log of them).
  static func zones(
    _ named: [(id: String, name: String)], of sectors: [Land], _ zoneOfSector: [String]
  ) -> [Land] {
    var people: [String: [Int32: Int]] = [:]
    for (sector, zone) in zip(sectors, zoneOfSector) {
      for part in sector.parts {
        people[zone, default: [:]][part.commune, default: 0] += part.people
      }
    }
    return named.map { zone in
      let parts = (people[zone.id] ?? [:]).map { Land.Part(commune: $0, people: $1) }
        .sorted { $0.commune < $1.commune }
      return Land(
        id: zone.id, name: zone.name, people: parts.reduce(0) { $0 + $1.people }, parts: parts)
    }
  }
}
