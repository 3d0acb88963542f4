/// Whether anybody is at work in a *zone blanche*. The raw value is the word in the files.
public enum WhiteZoneStatus: String, CaseIterable, Sendable {
  /// No project at all.
  case none = "atone"
  /// A CPTS below the stage required is at work in it.
  case projectEmerging = "projet_en_emergence"
}

/// A *zone blanche*: a maximal contiguous area that no CPTS covers at the stage required.
struct WhiteZone: Sendable {
  var id = ""
  /// The most populous unit, which names the zone.
  let mainUnit: Index<Unit>
  var status = WhiteZoneStatus.none
  var population = 0
  var squareMetres = 0.0
  /// Pieces of the mesh that make the zone.
  var pieces: [Index<Piece>] = []
  /// Units wholly or partly in the zone, by code.
  var units: [Index<Unit>] = []
  /// CPTS at the stage required or above that border the zone.
  var neighbours: [Neighbour] = []
  /// Diameter in metres of the largest circle inside; only of uncovered strips.
  var width: Double?
  /// Where the zone ends at the limit of the study; nil where the study is of all units.
  var limit: Limit?

  var extent: Extent {
    Extent(population: population, squareMetres: squareMetres, firstPiece: pieces[0])
  }

  /// What follows `ZB-` in the id of a zone.
  ///
  /// - Parameter rank: place among the zones of one main unit, from 1.
  static func name(_ mainUnit: UnitCode, rank: Int) -> String {
    mainUnit.text + (rank > 1 ? "-\(rank)" : "")
  }

  /// Where a zone ends because the study does.
  struct Limit: Sendable {
    /// Metres of its border with units outside of the study.
    var metres = 0.0
    /// People without CPTS with whom it goes on there, as far as the lists reach; nil where they do not.
    var peopleBeyond: Int?
  }

  /// A CPTS at the stage required or above that borders the zone.
  struct Neighbour: Sendable {
    let cpts: Index<DatedCPTS>
    /// Metres of border in common.
    var metres: Double
    /// Share of the zone's border with units outside it, from 0 to 1; where two CPTS share a side it
    /// counts for both, so that shares may add to more than 1.
    var share: Double
  }
}

/// Finds the white zones of a study.
struct WhiteZoneFinder {
  private let units: StudyUnits
  private let mesh: Mesh
  /// What is uncovered, part by part.
  let ground: WhiteGround
  /// CPTS at the stage required or above.
  let bordering: BorderingCPTS
  let uncovered: UncoveredPieces
  private let jobs: Int

  struct Result {
    /// Zones by id.
    var zones: [WhiteZone]
    /// Strips of uncovered land between drawn territories, by id: noise, but people in them are not
    /// covered.
    var strips: [WhiteZone]
    /// Strips below a square metre.
    var crumbs = Crumbs()
    /// Widths and people of the uncovered pieces of cut units, for the sensitivity table.
    var candidates: [(width: Double, people: Int)]
  }

  /// - Parameter lowest: the stage from which people count as covered.
  init(
    _ territories: Territories, _ units: StudyUnits, _ mesh: Mesh, whiteBelow lowest: Stage,
    _ rule: SliverRule, jobs: Int = 1
  ) async throws {
    self.units = units
    self.mesh = mesh
    ground = WhiteGround(territories, mesh, whiteBelow: lowest)
    bordering = BorderingCPTS(ground, from: lowest)
    self.jobs = jobs
    uncovered = try await UncoveredPieces(
      territories, ground.stages, mesh, whiteBelow: lowest, rule, jobs: jobs)
  }

  /// - Complexity: O(edges + parts), and for pieces of cut units what their width costs.
  func zones() async throws -> Result {
    let (zoneMembers, stripMembers) = uncovered.groups(mesh)
    var zones = try await placed(zoneMembers)
    var strips: [WhiteZone] = []
    var crumbs = Crumbs()
    for strip in try await placed(stripMembers) {
      guard strip.population > 0 || strip.squareMetres >= Arrangement.leastSquareMetres else {
        crumbs.add(strip.squareMetres)
        continue
      }
      strips.append(strip)
    }
    let widths = try await Regions.widths(
      of: strips.map { $0.pieces }, in: mesh, asking: .width(), jobs: jobs)
    for (index, width) in widths.enumerated() { strips[index].width = width }
    try await name(&zones, "ZB-")
    if !units.area.isWhole {
      let beyond = LandBeyond(ground, units)
      for index in zones.indices { zones[index].limit = beyond.limit(of: zones[index]) }
    }
    try await name(&strips, "LS-")
    return Result(
      zones: zones, strips: strips, crumbs: crumbs, candidates: uncovered.candidates)
  }

  /// The uncovered parts of each group of pieces, without id and neighbours.
  private func placed(_ groups: [[Index<Piece>]]) async throws -> [WhiteZone] {
    try await mapInTurns(jobs: jobs, groups.count, with: ground) { $0.zone(of: groups[$1]) }
  }

  /// Zones after their most populous units; where several have one, the largest keeps the plain name.
  private func name(_ zones: inout [WhiteZone], _ prefix: String) async throws {
    zones.sort {
      let (left, right) = (units[$0.mainUnit].code, units[$1.mainUnit].code)
      return left != right ? left < right : $0.extent.isLarger(than: $1.extent)
    }
    var place = Column<Piece, Index<WhiteZone>>(repeating: .missing, count: mesh.pieces.count)
    var rank = 1
    for index in zones.indices {
      rank = index > 0 && zones[index - 1].mainUnit == zones[index].mainUnit ? rank + 1 : 1
      zones[index].id =
        prefix + WhiteZone.name(units[zones[index].mainUnit].code, rank: rank)
      for piece in zones[index].pieces { place[piece] = Index(index) }
    }
    let (named, zoneOfPiece, bordering) = (zones, place, bordering)
    let beside = try await mapInTurns(jobs: jobs, named.count, with: ()) { _, place in
      bordering.neighbours(of: named[place].pieces) { zoneOfPiece[$0] == Index(place) }
    }
    for (index, neighbours) in beside.enumerated() { zones[index].neighbours = neighbours }
    zones.sort { $0.id < $1.id }
  }
}
