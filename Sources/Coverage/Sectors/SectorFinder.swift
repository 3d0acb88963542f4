/// Divides white zones into sectors: the land of projects first, then what no project holds, in contiguous
/// components, which are cut where they are several territories. Every uncovered part of a zone is in one sector, and one only.
struct SectorFinder {
  private let ground: WhiteGround
  private let units: StudyUnits
  private let zones: [WhiteZone]
  private let isNarrow: Set<Index<Piece>>
  private let remnantLargest: Int
  private let rules: CutRules
  private let points: UnitPoints
  private var territories: Territories { ground.territories }

  /// - Parameters:
  ///   - isNarrow: uncovered pieces that are narrow strips, as noise of drawing is.
  ///   - remnantLargest: people below which land without project is a remnant.
  ///   - rules: how components are cut.
  init(
    _ ground: WhiteGround, _ units: StudyUnits, _ zones: [WhiteZone],
    isNarrow: Set<Index<Piece>>, remnantLargest: Int, _ rules: CutRules, _ points: UnitPoints
  ) {
    self.ground = ground
    self.units = units
    self.zones = zones
    self.isNarrow = isNarrow
    self.remnantLargest = remnantLargest
    self.rules = rules
    self.points = points
  }

  /// - Returns: sectors by id.
  /// - Complexity: O(parts + edges + pairs of projects on one part), and what the cuts take.
  func sectors(jobs: Int) async throws -> [Sector] {
    var withoutProject: [[Index<Part>]] = []
    var sectors: [Sector] = []
    for (place, zone) in zones.enumerated() {
      let parts = zone.pieces.flatMap { ground.partsOfPiece[$0] }.filter {
        ground.stages[territories.parts[$0].covering] < ground.lowest
      }
      let groups = ProjectGroups(parts, ground)
      var partsOfGroup = [[Index<Part>]](repeating: [], count: groups.groups.count)
      var atone: [Index<Part>] = []
      for part in parts {
        let projects = ground.projects(of: territories.parts[part].covering)
        if let group = groups.group(of: projects) {
          partsOfGroup[group].append(part)
        } else {
          atone.append(part)
        }
      }
      for (projects, parts) in zip(groups.groups, partsOfGroup) where !parts.isEmpty {
        sectors.append(
          sector(
            parts, Index(place), projects.count > 1 ? .competingProjects : .project, projects))
      }
      withoutProject.append(atone)
    }
    sectors += try await withoutProjects(withoutProject, jobs: jobs)
    name(&sectors)
    return sectors
  }

  /// Land without project: contiguous components of each zone, cut.
  private func withoutProjects(
    _ partsOfZone: [[Index<Part>]], jobs: Int
  ) async throws -> [Sector] {
    var zoneOfPiece: [Index<Piece>: Int] = [:]
    var partsOfPiece: [Index<Piece>: [Index<Part>]] = [:]
    for (zone, parts) in partsOfZone.enumerated() {
      for part in parts {
        zoneOfPiece[territories.parts[part].piece] = zone
        partsOfPiece[territories.parts[part].piece, default: []].append(part)
      }
    }
    let members = Column<UncoveredGroups.Place, Index<Piece>>(zoneOfPiece.keys.sorted())
    let edges = Set(members.values.flatMap { ground.mesh.borders[$0] }).filter { edge in
      let (left, right) = (ground.mesh.edges.left[edge], ground.mesh.edges.right[edge])
      guard left.exists, right.exists, let zone = zoneOfPiece[left] else { return false }
      return zoneOfPiece[right] == zone
    }.sorted()
    var place = Column<Piece, Index<UncoveredGroups.Place>>(
      repeating: .missing, count: ground.mesh.pieces.count)
    for (index, piece) in members.pairs { place[piece] = index }
    let groups = UncoveredGroups(
      members, place: place, isNarrow: members.mapped { isNarrow.contains($0) }
    ).groups(edges, ground.mesh)
    let areas = ComponentGround.Areas(units)
    let peopleOfPiece = partsOfPiece.mapValues { parts in
      parts.reduce(0) { $0 + territories.parts[$1].population }
    }
    let people: @Sendable (Index<Piece>) -> Int = { peopleOfPiece[$0] ?? 0 }
    // The largest first: whoever has done with small ones takes the next.
    let order = groups.zones.indices.sorted {
      (groups.zones[$1].count, $0) < (groups.zones[$0].count, $1)
    }
    let cut = try await mapAll(jobs: jobs, order) { place in
      let pieces = groups.zones[place]
      guard rules.mayCut(pieces.reduce(0) { $0 + people($1) }) else { return [pieces] }
      return ComponentGround(
        pieces, people: people, isNarrow: isNarrow, ground.mesh, units, areas, points
      ).sectors(rules)
    }
    return (cut.flatMap { $0 } + groups.strips).map { pieces in
      let parts = pieces.flatMap { partsOfPiece[$0] ?? [] }
      return sector(parts, Index(zoneOfPiece[pieces[0]] ?? 0), .none, [])
    }
  }

  private func sector(
    _ parts: [Index<Part>], _ zone: Index<WhiteZone>, _ nature: SectorNature,
    _ projects: [Index<DatedCPTS>]
  ) -> Sector {
    let parts = parts.sorted()
    var named = NamedUnits()
    var peopleOfUnit: [Index<Unit>: Int] = [:]
    var sizes: [String: (people: Int, squareMetres: Double)] = [:]
    var (people, squareMetres) = (0, 0.0)
    for index in parts {
      let part = territories.parts[index]
      let area = ground.squareMetres(of: part)
      named.add(part)
      peopleOfUnit[part.unit, default: 0] += part.population
      let department = units[part.unit].department
      let size = sizes[department] ?? (0, 0)
      sizes[department] = (size.people + part.population, size.squareMetres + area)
      people += part.population
      squareMetres += area
    }
    let main = peopleOfUnit.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? Index(0)
    let pilot = sizes.max {
      ($0.value.people, $0.value.squareMetres, $1.key)
        < ($1.value.people, $1.value.squareMetres, $0.key)
    }
    var nature = nature
    let isKnown = units.unknownCount(of: named.units) == 0
    if nature == .none, isKnown, people < remnantLargest { nature = .remnant }
    return Sector(
      zone: zone, nature: nature, projects: projects, parts: parts,
      pieces: Array(Set(parts.map { territories.parts[$0].piece })).sorted(), units: named.units,
      mainUnit: main, population: people, squareMetres: squareMetres, pilot: pilot?.key ?? "")
  }

  /// Sectors after their most populous units, as zones are. The one sector of a zone has the code of its
  /// zone; of others of one unit, the largest has the first that is left.
  private func name(_ sectors: inout [Sector]) {
    var taken: Set<String> = []
    let counts = Dictionary(sectors.map { ($0.zone, 1) }, uniquingKeysWith: +)
    for place in sectors.indices where counts[sectors[place].zone] == 1 {
      sectors[place].id = "SB-" + zones[Int(sectors[place].zone)].id.dropFirst(3)
      taken.insert(sectors[place].id)
    }
    sectors.sort {
      let (left, right) = (units[$0.mainUnit].code, units[$1.mainUnit].code)
      return left != right ? left < right : $0.extent.isLarger(than: $1.extent)
    }
    for place in sectors.indices where sectors[place].id.isEmpty {
      let code = units[sectors[place].mainUnit].code
      let rank = (1...sectors.count).first {
        !taken.contains("SB-" + WhiteZone.name(code, rank: $0))
      }
      sectors[place].id = "SB-" + WhiteZone.name(code, rank: rank ?? 1)
      taken.insert(sectors[place].id)
    }
    sectors.sort { $0.id < $1.id }
  }
}
