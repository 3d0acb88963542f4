/// A unit of a white zone, by its place among them.
enum ZoneUnit {}

/// One white zone and what is around it, in columns: all that its options are computed from.
///
/// Units are the pieces of the zone, in ascending order; a commune that no drawing cuts is one unit.
struct ZoneGround: Sendable {
  /// Piece of the mesh of each unit.
  var pieces: [Index<Piece>] = []
  /// Inhabitants without CPTS, by unit; 0 where unknown.
  var people: [Int] = []
  /// Units whose population no file gives.
  var unknownUnits: Set<Int32> = []
  /// Square metres, by unit.
  var squareMetres: [Double] = []
  /// A point within or near each unit; nil without geometry.
  var points: [GlobePoint?] = []
  /// Numbers of communes, by unit.
  var communes: [Int32] = []
  /// Department and region of each unit: an index in `districts`.
  private(set) var districtOfUnit: [Int32] = []
  private(set) var districts: [District] = []
  /// Metres that each unit shares with units that are not in the zone.
  var outsideMetres: [Double] = []
  /// Unit that is the most populous: the seat of a CPTS that the zone would create.
  var mainUnit: Int32 = 0
  /// CPTS at work in the zone below the stage required, and the highest stage among them.
  var projects: [Index<DatedCPTS>] = []
  var project = Stage.none
  /// Pairs of units of the zone that share a border.
  var borders: [UnitBorder] = []
  /// Where units touch the territory of a neighbour.
  var contacts: [Contact] = []
  /// CPTS that border the zone, by id.
  var neighbours: [Neighbour] = []
  var livingAreas = SharedAreas()
  var intercommunalities = SharedAreas()

  /// Codes; empty where unknown.
  struct District: Sendable, Equatable {
    let department: String
    let region: String
  }

  /// Gives the next unit its department and region.
  ///
  /// - Complexity: O(districts), of which a zone has few.
  mutating func appendDistrict(_ district: District) {
    let known = districts.lastIndex(of: district)
    if known == nil { districts.append(district) }
    districtOfUnit.append(Int32(known ?? districts.count - 1))
  }

  struct UnitBorder: Sendable {
    let first: Int32
    let second: Int32
    let metres: Double
  }

  struct Contact: Sendable {
    let unit: Int32
    let neighbour: Int32
    /// 0 where a list divides a commune by people alone.
    let metres: Double
  }

  struct Neighbour: Sendable {
    let cpts: Index<DatedCPTS>
    let stage: Stage
    let people: Int
    /// How far its people are known.
    var known = CountedPeople.Known.all
    /// Where its most populous unit is.
    let main: GlobePoint?
    let departments: [String]
    let regions: [String]
    /// Share of the zone's border with units outside it, from 0 to 1.
    let borderShare: Double
  }

  var unitCount: Int { people.count }
  var totalPeople: Int { people.reduce(0, +) }
  /// How far the people of the zone are known.
  var known: CountedPeople.Known {
    CountedPeople.Known(totalPeople, unknown: unknownUnits.count, of: unitCount)
  }
}

/// Areas that people of a zone share with others (bassins de vie, EPCI), and where their people live.
struct SharedAreas: Sendable {
  /// Codes of the areas that touch the zone, sorted.
  var codes: [String] = []
  /// Area of each unit of the zone, or -1 where unknown.
  var ofUnit: [Int32] = []
  /// People of each area in the whole study.
  var people: [Int] = []
  /// People of each area in the zone.
  var peopleInZone: [Int] = []
  /// People of each area in the territory of each neighbour: `neighbour * codes.count + area`.
  var peopleInNeighbour: [Int] = []

  /// Whether the area of any unit is known.
  var isKnown: Bool { !codes.isEmpty }

  /// People of an area in a neighbour's territory, or in none for a new CPTS.
  func people(of area: Int32, in target: Int32, _ neighbourCount: Int) -> Int {
    Int(target) < neighbourCount
      ? peopleInNeighbour[Int(target) * codes.count + Int(area)] : 0
  }
}
