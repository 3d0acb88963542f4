/// What would be uncovered if one CPTS ended and nothing else changed.
struct CPTSLoss: Sendable {
  /// People of the study whom no other CPTS covers at the stage required.
  var population = 0
  /// Such people whom the study is not of.
  var peopleOutside = 0
  /// Pieces of the mesh of which more would be uncovered.
  var pieces: [Index<Piece>] = []
  /// Units wholly or partly in them, by code.
  var units: [Index<Unit>] = []
  /// White zones that would open, and those that would grow as they would then be, by id.
  var zones: [Zone] = []

  /// A white zone that would be.
  struct Zone: Sendable {
    var id = ""
    let mainUnit: Index<Unit>
    let extent: WhiteZone.Extent
  }
}

/// Finds what would be uncovered without one CPTS or another, each time around that CPTS alone.
struct CPTSLossFinder {
  private let units: StudyUnits
  private let mesh: Mesh
  private let rule: SliverRule
  /// As it is; while a loss is measured, as it would be.
  private var ground: WhiteGround
  private let partsOfCPTS: Grouping<DatedCPTS, Part>
  private let coveringsOfCPTS: Grouping<DatedCPTS, Covering>
  private let cores: WhiteCores
  /// The white zones of today by main unit, each with its group.
  private let zonesOfUnit:
    [Index<Unit>: [(group: Index<WhiteCores.Group>, extent: WhiteZone.Extent)]]
  private var joining: JoinedPieces
  private var regions: Regions

  /// - Parameter zones: what the finder found.
  /// - Complexity: O(parts + edges).
  init(
    _ finder: WhiteZoneFinder, _ zones: [WhiteZone], _ units: StudyUnits, _ rule: SliverRule
  ) {
    self.units = units
    self.rule = rule
    ground = finder.ground
    mesh = ground.mesh
    let territories = ground.territories
    partsOfCPTS = territories.partsOfCPTS()
    coveringsOfCPTS = Grouping(groupCount: territories.cpts.count) { visit in
      for (index, members) in territories.coverings.pairs {
        for cpts in members { visit(cpts, index) }
      }
    }
    let cores = WhiteCores(ground, finder.uncovered)
    self.cores = cores
    zonesOfUnit = Dictionary(grouping: zones, by: { $0.mainUnit }).mapValues { zones in
      zones.map { (cores.groupOfPiece[$0.pieces[0]], $0.extent) }
    }
    joining = JoinedPieces(mesh)
    regions = Regions(mesh)
  }

  /// - Complexity: O(parts and edges of the CPTS, and of the strips around it).
  mutating func loss(of cpts: Index<DatedCPTS>) -> CPTSLoss {
    let (stages, parts) = (ground.stages, ground.territories.parts)
    end(cpts)
    defer { ground.stages = stages }
    var loss = CPTSLoss()
    var named = NamedUnits()
    var lost: [Part] = []
    for part in partsOfCPTS[cpts].lazy.map({ parts[$0] })
    where stages[part.covering] >= ground.lowest
      && ground.stages[part.covering] < ground.lowest
    {
      guard part.isStudied else {
        loss.peopleOutside += part.population
        continue
      }
      loss.population += part.population
      if loss.pieces.last != part.piece { loss.pieces.append(part.piece) }
      lost.append(part)
      named.add(part)
    }
    loss.units = named.units
    loss.zones = zones(with: lost, in: loss.pieces)
    return loss
  }

  /// Takes a CPTS out of every covering that it is in.
  private mutating func end(_ cpts: Index<DatedCPTS>) {
    let territories = ground.territories
    for covering in coveringsOfCPTS[cpts] {
      ground.stages[covering] =
        territories.coverings[covering].lazy.filter { $0 != cpts }
        .map { territories[$0].stage }.max() ?? .none
    }
  }

  /// The zones that hold some newly uncovered parts.
  private mutating func zones(with lost: [Part], in pieces: [Index<Piece>]) -> [CPTSLoss.Zone] {
    guard !pieces.isEmpty else { return [] }
    let around = cores.groups(around: pieces, mesh)
    let isLost = Set(pieces)
    let strips = Set(around.flatMap { cores.narrowPieces[$0] })
    let singles = strips.union(pieces.filter { !cores.core(of: $0).exists }).sorted()
    let isNarrow = singles.map { isLost.contains($0) ? isStrip($0) : true }
    let found = joining.zones(singles, isNarrow, around, cores)
    var lostInCore: [Index<WhiteCores.Group>: [Part]] = [:]
    for part in lost where cores.core(of: part.piece).exists {
      lostInCore[cores.core(of: part.piece), default: []].append(part)
    }
    let zones = found.map { members in
      let lostThere = members.cores.flatMap { lostInCore[$0] ?? [] }
      return (
        zone: zone(of: members, lostThere),
        isGrown: !lostThere.isEmpty || members.pieces.contains { isLost.contains($0) }
      )
    }
    return zones.filter { $0.isGrown }.map { grown in
      var zone = grown.zone
      zone.id = "ZB-" + name(of: zone, among: zones.map { $0.zone }, replacing: around)
      return zone
    }
    .sorted { $0.id < $1.id }
  }

  /// - Parameter lost: newly uncovered parts of pieces in its cores.
  private func zone(of members: JoinedPieces.Members, _ lost: [Part]) -> CPTSLoss.Zone {
    var extent = WhiteZone.Extent()
    var people: [Index<Unit>: Int] = [:]
    for core in members.cores.lazy.map({ cores.cores[$0] }) {
      extent.add(core.extent)
      people.merge(core.peopleOfCutUnit, uniquingKeysWith: +)
      if let main = core.main { people[main.unit] = main.people }
    }
    for part in members.pieces.lazy.flatMap({ ground.whiteParts(of: $0) }) {
      extent.add(part, mesh)
      people[part.unit, default: 0] += part.population
    }
    for part in lost {
      extent.add(part, mesh)
      people[part.unit] =
        mesh.pieces.isWhole(part.piece)
        ? ground.whiteParts(of: part.piece).reduce(0) { $0 + $1.population }
        : (people[part.unit] ?? 0) + part.population
    }
    let main = people.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? Index(0)
    return CPTSLoss.Zone(mainUnit: main, extent: extent)
  }

  private mutating func isStrip(_ piece: Index<Piece>) -> Bool {
    guard !mesh.pieces.isWhole(piece) else { return false }
    let people = ground.whiteParts(of: piece).reduce(0) { $0 + $1.population }
    return rule.isSliver(
      width: UncoveredPieces.width(of: piece, rule, &regions), people: people)
  }

  /// What the zone would be called: of those of one main unit the largest has the plain name.
  private func name(
    of zone: CPTSLoss.Zone, among changed: [CPTSLoss.Zone],
    replacing groups: [Index<WhiteCores.Group>]
  ) -> String {
    let unchanged = (zonesOfUnit[zone.mainUnit] ?? []).filter { !groups.contains($0.group) }
    let others =
      unchanged.map { $0.extent }
      + changed.filter { $0.mainUnit == zone.mainUnit }.map { $0.extent }
    return WhiteZone.name(
      units[zone.mainUnit].code,
      rank: 1 + others.count { $0.isLarger(than: zone.extent) })
  }
}
