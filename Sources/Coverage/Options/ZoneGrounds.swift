/// Finds the ground of each white zone in a study.
struct ZoneGrounds {
  private let territories: Territories
  private let units: StudyUnits
  private let mesh: Mesh
  private let cptsFigures: [CPTSFigures]
  private let lowest: Stage
  private let stages: Column<Covering, Stage>
  private let countingCPTS: Column<Covering, [Index<DatedCPTS>]>
  private let partsOfPiece: Grouping<Piece, Part>
  private let livingAreas: AreaIndex?
  private let intercommunalities: AreaIndex?
  /// Where the most populous unit of each neighbour is, by CPTS.
  private let mainPoints: [GlobePoint?]
  /// Unit of the zone at hand of each piece, or -1; the same of each CPTS among its neighbours.
  private var unitOfPiece: Column<Piece, Int32>
  private var placeOfCPTS: Column<DatedCPTS, Int32>

  /// - Parameter livingAreas: bassin de vie of each unit, where known.
  /// - Complexity: O(parts of all CPTS + vertices of the main units).
  init(
    _ territories: Territories, _ units: StudyUnits, _ mesh: Mesh, _ figures: StudyFigures,
    whiteBelow lowest: Stage, livingAreas: [String]?
  ) {
    self.territories = territories
    self.units = units
    self.mesh = mesh
    self.lowest = lowest
    cptsFigures = figures.cpts
    stages = territories.stageOfCovering
    countingCPTS = territories.coverings.mapped { covering in
      covering.filter { territories[$0].stage >= lowest }
    }
    partsOfPiece = territories.partsOfPiece(count: mesh.pieces.count)
    var isWanted = [Bool](repeating: false, count: territories.cpts.count)
    for zone in figures.zones {
      for neighbour in zone.neighbours { isWanted[Int(neighbour.cpts)] = true }
    }
    let partsOfCPTS = territories.partsOfCPTS()
    self.livingAreas = livingAreas.map {
      AreaIndex($0, territories, partsOfCPTS, isWanted: isWanted)
    }
    let codes = units.units.map { $0.intercommunality }
    intercommunalities =
      codes.contains { !$0.isEmpty }
      ? AreaIndex(codes, territories, partsOfCPTS, isWanted: isWanted) : nil
    mainPoints = isWanted.indices.map { cpts in
      guard isWanted[cpts] else { return nil }
      return Self.mainUnit(partsOfCPTS[Index(cpts)], territories).flatMap { mesh.centroid(of: $0) }
    }
    unitOfPiece = Column(repeating: -1, count: mesh.pieces.count)
    placeOfCPTS = Column(repeating: -1, count: territories.cpts.count)
  }

  /// The unit with most people in a territory, the first of equals.
  private static func mainUnit(
    _ parts: ArraySlice<Index<Part>>, _ territories: Territories
  ) -> Index<Unit>? {
    var best: (unit: Index<Unit>, people: Int)?
    var last: (unit: Index<Unit>, people: Int) = (.missing, 0)
    for index in parts {
      let part = territories.parts[index]
      last =
        part.unit == last.unit
        ? (part.unit, last.people + part.population)
        : (part.unit, part.population)
      if last.people > best?.people ?? -1 { best = last }
    }
    return best?.unit
  }

  /// - Complexity: O(edges of the zone + neighbours × areas).
  mutating func ground(of zone: WhiteZone) -> ZoneGround {
    var ground = ZoneGround()
    let pieces = zone.pieces.sorted()
    for (index, piece) in pieces.enumerated() { unitOfPiece[piece] = Int32(index) }
    for (place, neighbour) in zone.neighbours.enumerated() {
      placeOfCPTS[neighbour.cpts] = Int32(place)
    }
    defer {
      for piece in pieces { unitOfPiece[piece] = -1 }
      for neighbour in zone.neighbours { placeOfCPTS[neighbour.cpts] = -1 }
    }
    let unitsOfStudy = pieces.map { mesh.pieces.unit[$0] }
    ground.pieces = pieces
    addUnits(pieces, unitsOfStudy, zone.mainUnit, to: &ground)
    ground.neighbours = zone.neighbours.map { neighbour in
      let figures = cptsFigures[Int(neighbour.cpts)]
      return ZoneGround.Neighbour(
        cpts: neighbour.cpts, stage: territories[neighbour.cpts].stage,
        people: figures.population, known: figures.known, main: mainPoints[Int(neighbour.cpts)],
        departments: figures.departments, regions: figures.regions, borderShare: neighbour.share)
    }
    addBorders(pieces, to: &ground)
    let neighbours = zone.neighbours.map { $0.cpts }
    if let livingAreas {
      ground.livingAreas = livingAreas.shared(unitsOfStudy, ground.people, with: neighbours)
    }
    if let intercommunalities {
      ground.intercommunalities = intercommunalities.shared(
        unitsOfStudy, ground.people, with: neighbours)
    }
    return ground
  }

  private func addUnits(
    _ pieces: [Index<Piece>], _ unitsOfStudy: [Index<Unit>], _ main: Index<Unit>,
    to ground: inout ZoneGround
  ) {
    var projects: Set<Index<DatedCPTS>> = []
    var mostPeople = -1
    for (index, piece) in pieces.enumerated() {
      var (people, share) = (0, 0.0)
      for part in partsOfPiece[piece].lazy.map({ territories.parts[$0] })
      where stages[part.covering] < lowest {
        people += part.population
        share += part.areaShare
        for cpts in territories.coverings[part.covering]
        where territories[cpts].stage >= .project { projects.insert(cpts) }
        ground.project = max(ground.project, stages[part.covering])
      }
      let unit = unitsOfStudy[index]
      if unit == main, people > mostPeople {
        ground.mainUnit = Int32(index)
        mostPeople = people
      }
      ground.people.append(people)
      if units[unit].population == nil { ground.unknownUnits.insert(Int32(index)) }
      ground.squareMetres.append(mesh.areas[piece] * share)
      ground.points.append(mesh.centroid(of: unit))
      ground.communes.append(units[unit].commune)
      ground.appendDistrict(
        ZoneGround.District(
          department: units[unit].department, region: units[unit].region))
    }
    ground.projects = projects.sorted()
  }

  private func addBorders(_ pieces: [Index<Piece>], to ground: inout ZoneGround) {
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
          ZoneGround.UnitBorder(
            first: Int32(index), second: unit, metres: metresTo[Int(unit)]))
        metresTo[Int(unit)] = 0
      }
      beside.removeAll(keepingCapacity: true)
      for place in contactOf.indices where contactOf[place] >= 0 {
        ground.contacts.append(
          ZoneGround.Contact(
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
