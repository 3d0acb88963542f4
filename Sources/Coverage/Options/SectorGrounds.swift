/// Finds the ground of each sector of a study.
struct SectorGrounds {
  private let territories: Territories
  private let units: StudyUnits
  private let mesh: Mesh
  private let cptsFigures: [CPTSFigures]
  private let lowest: Stage
  private let stages: Column<Covering, Stage>
  private let countingCPTS: Column<Covering, [Index<DatedCPTS>]>
  private let partsOfPiece: Grouping<Piece, Part>
  private let partsOfCPTS: Grouping<DatedCPTS, Part>
  private let points: UnitPoints
  private let livingAreas: AreaIndex?
  private let intercommunalities: AreaIndex?
  /// Where the most populous unit of each neighbour is, by CPTS.
  private let mainPoints: [GlobePoint?]
  /// Unit of the sector at hand of each piece, or -1; the same of each CPTS among its neighbours.
  private var unitOfPiece: Column<Piece, Int32>
  private var placeOfCPTS: Column<DatedCPTS, Int32>

  /// - Parameter livingAreas: bassin de vie of each unit, where known.
  /// - Complexity: O(parts of all CPTS + vertices of the main units).
  init(
    _ territories: Territories, _ units: StudyUnits, _ mesh: Mesh, _ figures: StudyFigures,
    _ sectors: [Sector], _ points: UnitPoints, whiteBelow lowest: Stage, livingAreas: [String]?
  ) {
    self.territories = territories
    self.units = units
    self.mesh = mesh
    self.points = points
    self.lowest = lowest
    cptsFigures = figures.cpts
    stages = territories.stageOfCovering
    countingCPTS = territories.coverings.mapped { covering in
      covering.filter { territories[$0].stage >= lowest }
    }
    partsOfPiece = territories.partsOfPiece(count: mesh.pieces.count)
    var isWanted = [Bool](repeating: false, count: territories.cpts.count)
    for sector in sectors {
      for cpts in sector.reachable { isWanted[Int(cpts)] = true }
    }
    let partsOfCPTS = territories.partsOfCPTS()
    self.partsOfCPTS = partsOfCPTS
    self.livingAreas = livingAreas.map {
      AreaIndex($0, territories, partsOfCPTS, isWanted: isWanted)
    }
    let codes = units.units.map { $0.intercommunality }
    intercommunalities =
      codes.contains { !$0.isEmpty }
      ? AreaIndex(codes, territories, partsOfCPTS, isWanted: isWanted) : nil
    mainPoints = isWanted.indices.map { cpts in
      guard isWanted[cpts] else { return nil }
      return territories.mainUnit(partsOfCPTS[Index(cpts)]).flatMap { points[$0] }
    }
    unitOfPiece = Column(repeating: -1, count: mesh.pieces.count)
    placeOfCPTS = Column(repeating: -1, count: territories.cpts.count)
  }

  /// - Complexity: O(edges of the sector + neighbours × areas + parts of the projects).
  mutating func ground(of sector: Sector) -> SectorGround {
    var ground = SectorGround()
    let pieces = sector.pieces
    for (index, piece) in pieces.enumerated() { unitOfPiece[piece] = Int32(index) }
    let neighbours = sector.reachable
    for (place, cpts) in neighbours.enumerated() { placeOfCPTS[cpts] = Int32(place) }
    defer {
      for piece in pieces { unitOfPiece[piece] = -1 }
      for cpts in neighbours { placeOfCPTS[cpts] = -1 }
    }
    let unitsOfStudy = pieces.map { mesh.pieces.unit[$0] }
    ground.pieces = pieces
    ground.nature = sector.nature
    addUnits(sector, unitsOfStudy, to: &ground)
    ground.isAroundPole = sector.isAroundPole
    ground.isBySea = sector.acrossSea != nil
    ground.neighbours = neighbours.enumerated().map { place, cpts in
      member(cpts, borderShare: ground.isBySea ? 0 : sector.neighbours[place].share)
    }
    // A pole that fewer than half of the people look to says little of the sector.
    if sector.nature == .remnant {
      if case .cpts(let cpts) = sector.attachment, placeOfCPTS[cpts] >= 0 {
        ground.natural = [placeOfCPTS[cpts]]
      }
    } else if let people = sector.peopleOfHeldPoles, 2 * people > sector.population {
      ground.natural = Set(sector.cptsOfPole.map { placeOfCPTS[$0] }.filter { $0 >= 0 })
    }
    addProjects(sector, to: &ground)
    addBorders(pieces, to: &ground)
    if let livingAreas {
      ground.livingAreas = livingAreas.shared(unitsOfStudy, ground.people, with: neighbours)
    }
    if let intercommunalities {
      ground.intercommunalities = intercommunalities.shared(
        unitsOfStudy, ground.people, with: neighbours)
    }
    return ground
  }

  /// How far from its main unit the farthest unit is of all but one in twenty of the CPTS at the stage
  /// required, in metres; nil where there are too few to tell.
  ///
  /// - Complexity: O(parts of all CPTS).
  func usualReach() -> Double? {
    let reaches = territories.cpts.indices.compactMap { index -> Double? in
      let cpts = Index<DatedCPTS>(index)
      guard territories[cpts].stage >= lowest,
        let main = territories.mainUnit(partsOfCPTS[cpts]).flatMap({ points[$0] })
      else { return nil }
      return partsOfCPTS[cpts].compactMap { points[territories.parts[$0].unit]?.metres(to: main) }
        .max()
    }.sorted()
    guard reaches.count >= Self.leastCPTS else { return nil }
    return reaches[(reaches.count * 95 + 99) / 100 - 1]
  }

  private static let leastCPTS = 20

  private func member(
    _ cpts: Index<DatedCPTS>, borderShare: Double
  ) -> SectorGround.Neighbour {
    let figures = cptsFigures[Int(cpts)]
    return SectorGround.Neighbour(
      cpts: cpts, stage: territories[cpts].stage, people: figures.population,
      known: figures.known, unknownCommunes: figures.unknownUnits, main: mainPoints[Int(cpts)],
      departments: figures.departments,
      regions: figures.regions, borderShare: borderShare)
  }

  private func addUnits(
    _ sector: Sector, _ unitsOfStudy: [Index<Unit>], to ground: inout SectorGround
  ) {
    let count = sector.pieces.count
    var shares = [Double](repeating: 0, count: count)
    ground.people = [Int](repeating: 0, count: count)
    for part in sector.parts.lazy.map({ territories.parts[$0] }) {
      let index = Int(unitOfPiece[part.piece])
      ground.people[index] += part.population
      shares[index] += part.areaShare
    }
    var mostPeople = -1
    for (index, unit) in unitsOfStudy.enumerated() {
      if unit == sector.mainUnit, ground.people[index] > mostPeople {
        ground.mainUnit = Int32(index)
        mostPeople = ground.people[index]
      }
      if units[unit].population == nil { ground.unknownUnits.insert(Int32(index)) }
      ground.squareMetres.append(mesh.areas[sector.pieces[index]] * shares[index])
      ground.points.append(points[unit])
      ground.communes.append(units[unit].commune)
      ground.appendDistrict(
        SectorGround.District(
          department: units[unit].department, region: units[unit].region))
    }
  }

  /// The projects of a sector, and whom each covers here and elsewhere.
  private func addProjects(_ sector: Sector, to ground: inout SectorGround) {
    guard !sector.projects.isEmpty else { return }
    ground.projects = sector.projects.map {
      SectorGround.Project(own: member($0, borderShare: 0))
    }
    let place = Dictionary(uniqueKeysWithValues: sector.projects.enumerated().map { ($1, $0) })
    for part in sector.parts.lazy.map({ territories.parts[$0] }) {
      for cpts in territories.coverings[part.covering] {
        guard let project = place[cpts] else { continue }
        ground.projects[project].peopleHere += part.population
        ground.projects[project].unitsHere.insert(unitOfPiece[part.piece])
      }
    }
    var all: Set<Index<Part>> = []
    for (project, cpts) in sector.projects.enumerated() {
      let parts = partsOfCPTS[cpts]
      all.formUnion(parts)
      let uncovered = parts.reduce(0) { sum, index in
        let part = territories.parts[index]
        let isCounted = part.isStudied && stages[part.covering] < lowest
        return isCounted ? sum + part.population : sum
      }
      ground.projects[project].peopleElsewhere = uncovered - ground.projects[project].peopleHere
    }
    ground.unknownCommunesOfProjects =
      Set(
        all.map { territories.parts[$0].unit }.filter { units[$0].population == nil }
          .map { units[$0].commune }
      ).count
    ground.peopleOfProjects = all.reduce(0) { $0 + territories.parts[$1].population }
  }

  private func addBorders(_ pieces: [Index<Piece>], to ground: inout SectorGround) {
    var metresTo = [Double](repeating: 0, count: pieces.count)
    var contactOf = [Double](repeating: -1, count: ground.neighbours.count)
    var beside: [Int32] = []
    for (index, piece) in pieces.enumerated() {
      var outside = 0.0
      // What a list gives of a commune borders the rest of it without any line.
      forEachPlace(of: piece) { contactOf[$0] = 0 }
      for edge in mesh.borders[piece] {
        let other = mesh.piece(across: edge, from: piece)
        guard other.exists, other != piece else { continue }
        let unit = unitOfPiece[other]
        // The border of two units is measured from the first of them.
        guard unit < 0 || unit > index else { continue }
        let metres = mesh.length(of: edge)
        if unit >= 0 {
          if metresTo[Int(unit)] == 0 { beside.append(unit) }
          metresTo[Int(unit)] += max(metres, .leastNormalMagnitude)
        } else {
          outside += metres
          forEachPlace(of: other) { contactOf[$0] = max(0, contactOf[$0]) + metres }
        }
      }
      ground.outsideMetres.append(outside)
      beside.sort()
      for unit in beside {
        ground.borders.append(
          SectorGround.UnitBorder(
            first: Int32(index), second: unit, metres: metresTo[Int(unit)]))
        metresTo[Int(unit)] = 0
      }
      beside.removeAll(keepingCapacity: true)
      for place in contactOf.indices where contactOf[place] >= 0 {
        ground.contacts.append(
          SectorGround.Contact(
            unit: Int32(index), neighbour: Int32(place), metres: contactOf[place]))
        contactOf[place] = -1
      }
    }
  }

  /// Visits the neighbours that cover any part of a piece, each once.
  private func forEachPlace(of piece: Index<Piece>, _ visit: (Int) -> Void) {
    let parts = partsOfPiece[piece]
    func visitAll(_ cpts: [Index<DatedCPTS>]) {
      for cpts in cpts where placeOfCPTS[cpts] >= 0 { visit(Int(placeOfCPTS[cpts])) }
    }
    if parts.count == 1, let only = parts.first {
      visitAll(countingCPTS[territories.parts[only].covering])
    } else {
      visitAll(
        Set(parts.flatMap { countingCPTS[territories.parts[$0].covering] }).sorted())
    }
  }
}

extension Sector {
  /// CPTS that could take it: those that border it, or the one across the sea.
  fileprivate var reachable: [Index<DatedCPTS>] {
    acrossSea.map { [$0] } ?? neighbours.map { $0.cpts }
  }
}
