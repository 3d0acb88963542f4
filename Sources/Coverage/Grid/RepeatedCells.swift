/// Cells that several files give: the file named first counts, as does the first of two rows in one file.
enum RepeatedCells {
  /// The grids without what an earlier one gives; what is set aside is told with both places.
  ///
  /// - Complexity: O(cells), for each pair of files whose rows meet.
  static func settled(_ given: [PopulationGrid]) -> [PopulationGrid] {
    var grids: [PopulationGrid] = []
    for grid in given {
      var problems = GridProblems(path: grid.ledger.path)
      let layers = grid.layers.map { layer in
        // Earlier files no longer share a cell, so that none comes twice.
        var isRepeated = Array(repeating: false, count: layer.count)
        for earlier in grids { note(layer, in: earlier, &isRepeated, &problems) }
        return isRepeated.contains(true) ? layer.without(isRepeated) : layer
      }
      grids.append(
        problems.rowsSetAside == 0
          ? grid : grid.keeping(layers.filter { $0.count > 0 }, problems))
    }
    return grids
  }

  /// Notes the cells of a layer that an earlier file has.
  private static func note(
    _ layer: PopulationGrid.Layer, in grid: PopulationGrid, _ isRepeated: inout [Bool],
    _ problems: inout GridProblems
  ) {
    guard case .cells(let table) = layer.ground else { return }
    for earlier in grid.layers where earlier.reference == layer.reference {
      guard case .cells(let known) = earlier.ground, let shift = known.shift(of: table) else {
        continue
      }
      known.forEachCell(sharedWith: table, shift) { earlierCell, cell in
        isRepeated[cell] = true
        let problem = GridRowProblem.inOtherFile(
          grid.ledger.path, line: earlier.line(of: earlierCell),
          people: earlier.people[earlierCell], here: layer.people[cell])
        let texts =
          problems.tells(problem) ? GridProblems.Texts(place: layer.name(of: cell)) : nil
        problems.note(problem, line: layer.line(of: cell), texts)
      }
    }
  }
}

extension PopulationGrid {
  /// The grid with fewer cells.
  ///
  /// - Parameter problems: of the rows that are left out.
  fileprivate func keeping(_ layers: [Layer], _ problems: GridProblems) -> PopulationGrid {
    var ledger = ledger
    ledger.rowsSetAside += problems.rowsSetAside
    return PopulationGrid(
      layers: layers, ledger: ledger, anomalies: anomalies + problems.anomalies,
      totalPopulation: layers.reduce(0) { sum, layer in layer.people.reduce(sum, +) })
  }
}

extension PopulationGrid.Layer {
  /// - Complexity: O(cells).
  fileprivate func without(_ isLeftOut: [Bool]) -> PopulationGrid.Layer {
    guard case .cells(let table) = ground else { return self }
    var rest = CellTable(extent: table.extent, origin: table.origin)
    var restPeople: [Double] = []
    var restLines: [UInt32] = []
    for position in table.rowNumbers.indices {
      let row = table.rowNumbers[position]
      for cell in table.cells(ofRow: position) where !isLeftOut[cell] {
        rest.append(key: CellTable.key(row: row, column: table.columns[cell]))
        restPeople.append(people[cell])
        if !lines.isEmpty { restLines.append(lines[cell]) }
      }
    }
    return PopulationGrid.Layer(
      reference: reference, ground: .cells(rest), people: restPeople, lines: restLines)
  }

  /// The line of a cell; nil for a pixel.
  fileprivate func line(of cell: Int) -> Int? { lines.isEmpty ? nil : Int(lines[cell]) }

  /// A cell as INSEE would name it, else the middle of it.
  fileprivate func name(of cell: Int) -> String {
    let (middle, extent) = (centre(of: cell), cellExtent)
    let corner = middle - extent / 2
    let metres = [corner.x, corner.y, extent.x].compactMap { Int32(exactly: $0) }
    guard metres.count == 3, extent.x == extent.y, reference.hasPrefix("EPSG:"),
      let system = Int32(reference.dropFirst(5))
    else { return "\(middle.x) \(middle.y)" }
    return CellName(system: system, size: metres[2], north: metres[1], east: metres[0]).text
  }
}
