/// A unit of a sector, by its place among them.
enum SectorUnit {}

/// One sector and what is around it, in columns: all that its options are computed from.
///
/// Units are the pieces of the sector, in ascending order; a commune that no drawing cuts is one unit.
struct SectorGround: Sendable {
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
  /// Metres that each unit shares with units that are not in the sector.
  var outsideMetres: [Double] = []
  /// Unit that is the most populous: the seat of a CPTS that the sector would create.
  var mainUnit: Int32 = 0
  var nature = SectorNature.none
  /// Whether no CPTS borders it by land, and its one neighbour is the nearest across a sea.
  var isBySea = false
  /// CPTS below the stage required whose land the sector is, by id.
  var projects: [Project] = []
  /// People of the territories of all of them together.
  var peopleOfProjects = 0
  /// Communes of them whose population no file gives.
  var unknownCommunesOfProjects = 0
  /// Whether it has the pole, and more than half of the people, of the bassin de vie of most of its people.
  var isAroundPole = false
  /// Neighbours that hold the pole of the bassin de vie of most people, by number; of a remnant, the one that it is
  /// done with (`rattache_a`).
  var natural: Set<Int32> = []
  /// Pairs of units of the sector that share a border.
  var borders: [UnitBorder] = []
  /// Where units touch the territory of a neighbour.
  var contacts: [Contact] = []
  /// CPTS that border the sector, by id.
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
    /// Its communes of unknown population.
    var unknownCommunes = 0
    /// Where its most populous unit is.
    let main: GlobePoint?
    let departments: [String]
    let regions: [String]
    /// Share of the sector's border with units outside it, from 0 to 1.
    let borderShare: Double
  }

  /// A CPTS at work that is not at the stage required.
  struct Project: Sendable {
    /// As it would be beside a neighbour.
    let own: Neighbour
    /// People of the sector that it covers, and units.
    var peopleHere = 0
    var unitsHere: Set<Int32> = []
    /// People whom it covers, and no CPTS at the stage required, in other sectors.
    var peopleElsewhere = 0
  }

  /// The CPTS that a target of an option stands for: a neighbour, nil for their number (a new one), a
  /// project above.
  func member(_ target: Int32) -> Neighbour? {
    let place = Int(target)
    if place < neighbours.count { return neighbours[place] }
    return place == neighbours.count ? nil : projects[place - neighbours.count - 1].own
  }

  func target(ofProject place: Int) -> Int32 { Int32(neighbours.count + 1 + place) }

  /// People of the CPTS that is to come where another takes the sector for a time: those of the projects that
  /// are there, with what they have elsewhere, or of the sector.
  var toCome: CountedPeople {
    projects.isEmpty
      ? CountedPeople(count: totalPeople, known: known)
      : CountedPeople(
        count: peopleOfProjects,
        known: projects.reduce(.all) { CountedPeople.Known.both($0, $1.own.known) })
  }

  /// Communes of the sector whose population no file gives.
  var unknownCommunes: Int { Set(unknownUnits.map { communes[Int($0)] }).count }
  /// Those of the CPTS that is to come.
  var unknownToCome: Int { projects.isEmpty ? unknownCommunes : unknownCommunesOfProjects }

  var unitCount: Int { people.count }
  var totalPeople: Int { people.reduce(0, +) }
  /// How far the people of the sector are known.
  var known: CountedPeople.Known {
    CountedPeople.Known(totalPeople, unknown: unknownUnits.count, of: unitCount)
  }
}

/// Areas that people of a sector share with others (bassins de vie, EPCI), and where their people live.
struct SharedAreas: Sendable {
  /// Codes of the areas that touch the sector, sorted.
  var codes: [String] = []
  /// Area of each unit of the sector, or -1 where unknown.
  var ofUnit: [Int32] = []
  /// People of each area in the whole study.
  var people: [Int] = []
  /// People of each area in the sector.
  var peopleInSector: [Int] = []
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
