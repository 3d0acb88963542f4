/// What the opinions of a study share: who covers what before any proposal, and how its CPTS are shaped.
struct OpinionGround: Sendable {
  let study: Study
  /// The highest stage of each covering, before any proposal.
  let stages: Column<Covering, Stage>
  let partsOfPiece: Grouping<Piece, Part>
  let indexOfID: [CPTSID: Index<DatedCPTS>]
  /// White zone of each piece before any proposal, if any.
  let zoneOfPiece: Column<Piece, Index<WhiteZone>>
  /// A point of each unit; nil without geometry.
  let points: Column<Unit, GlobePoint?>
  /// How the CPTS at `projet` or above are shaped; nil for the others, and where no unit has a map.
  let shapes: [TerritoryShape?]
  private let whiteBelow: Stage

  var units: StudyUnits { study.units }
  var mesh: Mesh { study.mesh }
  var options: StudyOptions { study.options }

  /// - Complexity: O(vertices + parts + edges of all CPTS), and what their extents cost.
  init(_ study: Study) {
    self.study = study
    whiteBelow = study.options.whiteBelow
    let territories = study.territories
    stages = territories.stageOfCovering
    partsOfPiece = territories.partsOfPiece(count: study.mesh.pieces.count)
    indexOfID = territories.indexOfID()
    zoneOfPiece = study.zoneOfPiece()
    let points = Column<Unit, GlobePoint?>(count: study.mesh.unitCount) {
      study.mesh.centroid(of: $0)
    }
    self.points = points
    let partsOfCPTS = territories.partsOfCPTS()
    var measure = ShapeMeasure(study.mesh, points)
    shapes = territories.cpts.indices.map { cpts in
      guard territories.cpts[cpts].stage >= .project else { return nil }
      return measure.shape(of: partsOfCPTS[Index(cpts)].map { territories.parts[$0] })
    }
  }

  /// Whether a stage counts as covered.
  func isCovered(_ stage: Stage) -> Bool { stage >= whiteBelow }

  // MARK: Names

  func name(ofUnit unit: Index<Unit>) -> String {
    let unit = units[unit]
    return unit.name.isEmpty ? unit.code.text : unit.name
  }

  func name(ofCommune commune: Int32) -> String {
    let commune = units.communes[Int(commune)]
    return commune.name.isEmpty
      ? commune.code.text : "\(commune.name) (\(commune.code))"
  }

  /// Names of the communes of some units, by code.
  func communes(of units: [Index<Unit>]) -> [String] {
    self.units.places(of: units).communes.map { name(ofCommune: $0) }
  }
}

extension DatedCPTS {
  /// Name and identifier, as a document shows them.
  var shownName: String {
    let id = ShownName.shortened(id.text)
    return name == self.id.text ? id : "\(ShownName.shortened(name)) (\(id))"
  }
}
