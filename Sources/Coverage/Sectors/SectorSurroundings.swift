/// What is around each sector: its neighbours, the areas of daily life that it holds or cuts, and with whom
/// the work on a remnant is done.
struct SectorSurroundings {
  private let ground: WhiteGround
  private let units: StudyUnits
  private let covered: BorderingCPTS
  /// Projects count beside remnants.
  private let atWork: BorderingCPTS
  private let bySea: SeaNeighbours
  private let livingAreas: HeldAreas?
  private let intercommunalities: HeldAreas?

  /// - Complexity: O(units + parts).
  init(_ ground: WhiteGround, _ units: StudyUnits, _ points: UnitPoints) {
    self.ground = ground
    self.units = units
    covered = BorderingCPTS(ground, from: ground.lowest)
    atWork = BorderingCPTS(ground, from: .project)
    bySea = SeaNeighbours(ground, units, points)
    livingAreas = units.livingAreaColumn.flatMap { units.attributes[$0] }.map {
      HeldAreas($0, ground, units)
    }
    let codes = units.units.map { $0.intercommunality }
    intercommunalities = codes.contains { !$0.isEmpty } ? HeldAreas(codes, ground, units) : nil
  }

  /// - Complexity: O(edges + parts of the sectors).
  func complete(_ sectors: [Sector]) -> [Sector] {
    var sectorOfPiece = Column<Piece, Int32>(repeating: -1, count: ground.mesh.pieces.count)
    return sectors.enumerated().map { place, sector in
      var sector = sector
      for piece in sector.pieces { sectorOfPiece[piece] = Int32(place) }
      let isInside: (Index<Piece>) -> Bool = { sectorOfPiece[$0] == Int32(place) }
      sector.neighbours = covered.neighbours(of: sector.pieces, isInside: isInside)
      if sector.neighbours.isEmpty {
        sector.acrossSea = bySea.nearest(to: sector, isInside: isInside)
      }
      let people = sector.parts.map { part in
        (
          unit: ground.territories.parts[part].unit,
          people: ground.territories.parts[part].population
        )
      }
      sector.livingAreas = livingAreas?.held(people)
      sector.intercommunalities = intercommunalities?.held(people)
      if let livingAreas {
        sector.peopleOfHeldPoles = livingAreas.peopleOfHeldPoles(people, from: ground.lowest)
        sector.isAroundPole = livingAreas.areAroundPole(people)
        sector.cptsOfPole = livingAreas.cptsOfMainPole(people, from: ground.lowest)
      }
      if sector.nature == .remnant {
        let beside = atWork.neighbours(of: sector.pieces, isInside: isInside)
        sector.attachment = attachment(of: sector, beside, people)
      }
      return sector
    }
  }

  /// The CPTS or project with half of the border at least; else the CPTS that holds the pole of the bassin
  /// of most people; else the longest border; else the EPCI of most people.
  private func attachment(
    of sector: Sector, _ beside: [WhiteZone.Neighbour], _ people: [HeldAreas.People]
  ) -> Sector.Attachment? {
    let longest = beside.max { ($0.metres, $1.cpts) < ($1.metres, $0.cpts) }
    if let longest, longest.share >= 0.5 { return .cpts(longest.cpts) }
    if let holder = sector.cptsOfPole.first { return .cpts(holder) }
    if let longest { return .cpts(longest.cpts) }
    return intercommunalities?.main(of: people).map { .intercommunality($0) }
  }
}
