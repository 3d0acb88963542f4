/// The ground of a study: which CPTS covers which part of which piece of the mesh.
struct StudyGround: Sendable {
  let mesh: Mesh
  private(set) var territories: Territories
  /// CPTS that have a drawing, by index.
  private(set) var isDrawn: [Bool]
  /// How drawings divide units; nil where there are none.
  private(set) var division: Division?
  let anomalies: [Anomaly]
  /// Another map whose borders drawings follow; nil where they do not.
  let edition: MapEdition?
  /// Cut units computed again; nil where nobody asked for it and nothing is in doubt.
  let check: OverlayCheck?

  struct Division: Sendable {
    /// What lists alone say; nil once the territories are not those of the files.
    fileprivate(set) var listed: Territories?
    /// Numbers of CPTS in the territories of the files.
    let cptsOfDrawing: Column<Drawing, Index<DatedCPTS>>
    let weights: PieceWeights
    /// What the drawings were before slivers ceased to cut units.
    let alignment: AlignmentFigures
  }

  /// People of a grid by piece; nil without one.
  let grid: GridPeople?

  /// - Parameter listed: what lists say, unit by unit.
  /// - Complexity: O(parts + pieces).
  init(
    _ listed: Territories, _ mesh: Mesh, _ units: StudyUnits, _ table: FeatureTable,
    _ grid: GridPeople?, _ options: StudyOptions
  ) async throws {
    guard let drawn = mesh.drawn else {
      (self.mesh, self.grid) = (mesh, grid)
      territories = listed
      isDrawn = Array(repeating: false, count: listed.cpts.count)
      division = nil
      anomalies = []
      edition = nil
      check = nil
      return
    }
    let indexOfID = listed.indexOfID()
    let cptsOfDrawing = drawn.territories.cpts.mapped { id -> Index<DatedCPTS> in
      guard let index = indexOfID[id] else { preconditionFailure("drawing of no CPTS: \(id)") }
      return index
    }
    let people = Column<Unit, Int?>(units.units.map { $0.population })
    let drawnWeights =
      grid.map { PieceWeights($0, areasOf: mesh.pieces, people: people) }
      ?? PieceWeights(areasOf: mesh.pieces)
    let asDrawn = listed.divided(by: mesh.pieces, cptsOfDrawing: cptsOfDrawing, drawnWeights)
    let peopleOfPiece = asDrawn.people(pieceCount: mesh.pieces.count)
    let alignment = try await Alignment(
      mesh, people: peopleOfPiece, SliverRule(options),
      jobs: options.jobs)
    let joining = alignment.joining(mesh)
    let weights = drawnWeights.joined(by: joining)
    (territories, self.mesh) = try await concurrently(
      jobs: options.jobs,
      { listed.divided(by: joining.pieces, cptsOfDrawing: cptsOfDrawing, weights) },
      { mesh.joined(by: joining) })
    self.grid = grid?.joined(by: joining)
    var isDrawn = [Bool](repeating: false, count: listed.cpts.count)
    for cpts in cptsOfDrawing { isDrawn[Int(cpts)] = true }
    self.isDrawn = isDrawn
    let aligned = try await AlignmentFigures(
      alignment, mesh, joining, people: peopleOfPiece, asDrawn, territories, cptsOfDrawing, units,
      options)
    division = Division(
      listed: listed, cptsOfDrawing: cptsOfDrawing, weights: weights, alignment: aligned)
    edition = try await MapEdition(
      mesh, people: peopleOfPiece, left: joining.pieces,
      SliverRule(options), jobs: options.jobs)
    let stages = cptsOfDrawing.mapped { listed[$0].stage }
    check = try Self.check(
      options.verify, mesh, drawn, stages, alignment, units.area, table.path)
    anomalies =
      try DrawnAnomalies.all(drawn, mesh, units, file: table.path)
      + (check.map {
        DrawnAnomalies.all($0, units, file: table.path)
          + DrawnAnomalies.wideSlivers($0, units, file: table.path)
      } ?? [])
      + DrawnAnomalies.fewCells(weights, units, file: table.path)
      + DrawnAnomalies.narrow(aligned, drawn)
      + (edition.map { [$0.anomaly(file: drawn.territories.layers[0].path)] } ?? [])
  }

  /// The same ground with other territories.
  ///
  /// - Complexity: O(parts).
  func changed(by change: TerritoryChange) -> StudyGround {
    var result = self
    let (territories, newIndex) = change.finished()
    result.territories = territories
    result.isDrawn = Array(repeating: false, count: territories.cpts.count)
    for (old, new) in newIndex.enumerated() where new.exists && old < isDrawn.count {
      result.isDrawn[Int(new)] = isDrawn[old]
    }
    result.division?.listed = nil
    return result
  }

  private static func check(
    _ verification: Verification?, _ mesh: Mesh, _ drawn: DrawnGround,
    _ stages: Column<Drawing, Stage>, _ alignment: Alignment, _ area: StudyArea,
    _ path: String
  ) throws(InputFault) -> OverlayCheck? {
    let isInDoubt = drawn.doubtfulUnits.contains { area.contains($0) }
    guard verification != nil || isInDoubt else { return nil }
    do {
      return try OverlayCheck(
        verification, mesh, drawn, stages: stages, in: area, aligned: alignment)
    } catch {
      throw InputFault(
        path: path,
        problem: Wording(
          fr: "--verify : GEOS ne peut superposer (\(error))",
          en: "--verify: GEOS cannot overlay (\(error))"),
        cure: Wording(
          fr: "réparez la couche des unités, ou ôtez --verify",
          en: "repair the layer of units, or drop --verify"))
    }
  }
}
