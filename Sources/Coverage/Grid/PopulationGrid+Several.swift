extension PopulationGrid {
  /// Reads files that are to be added up: no cell counts twice, and files that lie on each other are
  /// told.
  ///
  /// - Throws: `InputFault` where one of them cannot be used, or has a reference system that PROJ
  ///   refuses.
  static func read(
    all inputs: [InputPath], named: [FieldRole: String]
  ) throws(InputFault) -> [PopulationGrid] {
    var grids: [PopulationGrid] = []
    for input in inputs {
      grids.append(try read(input, named: named, keepingLines: inputs.count > 1))
    }
    guard grids.count > 1 else { return grids }
    let settled = RepeatedCells.settled(grids)
    let overlaps = try OverlappingGrids.anomalies(settled)
    return zip(settled, overlaps).map { grid, overlaps in
      PopulationGrid(
        layers: grid.layers, ledger: grid.ledger, anomalies: grid.anomalies + overlaps,
        totalPopulation: grid.totalPopulation)
    }
  }
}
