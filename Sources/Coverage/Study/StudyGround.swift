/// The ground of a study: which CPTS covers which part of which piece of the mesh.
struct StudyGround: Sendable {
  let mesh: Mesh
  let territories: Territories
  /// CPTS that have a drawing, by index.
  let isDrawn: [Bool]
  /// How drawings divide units; nil where there are none.
  let division: Division?
  let anomalies: [Anomaly]

  struct Division: Sendable {
    /// What lists alone say.
    let listed: Territories
    let cptsOfDrawing: [Int32]
    let weights: PieceWeights
  }

  /// - Parameter listed: what lists say, unit by unit.
  /// - Complexity: O(parts + pieces).
  init(
    _ listed: Territories, _ mesh: Mesh, _ units: StudyUnits, _ table: FeatureTable,
    _ options: StudyOptions
  ) throws(InputFault) {
    self.mesh = mesh
    guard let drawn = mesh.drawn else {
      territories = listed
      isDrawn = Array(repeating: false, count: listed.cpts.count)
      division = nil
      anomalies = []
      return
    }
    let indexOfID = Dictionary(
      uniqueKeysWithValues: listed.cpts.enumerated().map { ($1.id, Int32($0)) })
    let cptsOfDrawing = drawn.territories.cpts.map { id -> Int32 in
      guard let index = indexOfID[id] else { preconditionFailure("drawing of no CPTS: \(id)") }
      return index
    }
    let weights = PieceWeights(areasOf: mesh.pieces, unitCount: units.units.count)
    territories = listed.divided(by: mesh.pieces, cptsOfDrawing: cptsOfDrawing, weights)
    var isDrawn = [Bool](repeating: false, count: listed.cpts.count)
    for cpts in cptsOfDrawing { isDrawn[Int(cpts)] = true }
    self.isDrawn = isDrawn
    division = Division(listed: listed, cptsOfDrawing: cptsOfDrawing, weights: weights)
    anomalies = drawn.territories.anomalies
  }
}
