/// What a reader must know of drawn territories: which lie nowhere, and where shares are in doubt.
enum DrawnAnomalies {
  /// Drawings looked at to tell whether their coordinates are exchanged.
  private static let mostExchanged = 100

  static func all(
    _ drawn: DrawnGround, _ mesh: Mesh, _ units: StudyUnits, file: String
  ) throws(InputFault) -> [Anomaly] {
    let doubtful = drawn.doubtfulUnits.filter { units.area.contains($0) }.map { unit in
      let unit = units[unit]
      return Anomaly(
        .warning, .doubtfulCut, file: file, line: unit.line, object: unit.code.text,
        finding: Wording(
          fr: "les dessins s’y contredisent : ils ne divisent pas l’unité",
          en: "drawings contradict each other there: they do not divide the unit"),
        treatment: Wording(
          fr: "recalculée par superposition (voir resume.json, verification)",
          en: "computed again by overlay (see resume.json, verification)"))
    }
    return try drawn.territories.anomalies + doubtful + outsideUnits(drawn, mesh)
      + DrawnBeyond(drawn, mesh).anomalies
  }

  static func all(_ check: OverlayCheck, _ units: StudyUnits, file: String) -> [Anomaly] {
    Dictionary(grouping: check.differences, by: \.unit).map { unit, differences in
      let largest = differences.map { abs($0.arranged - $0.overlaid) }.max() ?? 0
      let (squareMetres, unit) = (Int(largest.rounded()), units[unit])
      return Anomaly(
        .warning, .verificationDifference, file: file, line: unit.line, object: unit.code.text,
        finding: Wording(
          fr: "\(squareMetres) m² d’écart avec la superposition par GEOS",
          en: "\(squareMetres) m² of difference with the overlay by GEOS"),
        treatment: Wording(
          fr: "le partage par l’arrangement est gardé", en: "the arrangement's shares are kept"))
    }
  }

  /// Slivers that are none by GEOS.
  static func wideSlivers(_ check: OverlayCheck, _ units: StudyUnits, file: String) -> [Anomaly] {
    Set(check.wideSlivers).sorted().map { unit in
      Anomaly(
        .warning, .verificationDifference, file: file, line: units[unit].line,
        object: units[unit].code.text,
        finding: Wording(
          fr: "un liseré y est plus large que le seuil, selon GEOS",
          en: "a sliver there is wider than the threshold, by GEOS"),
        treatment: Wording(
          fr: "il suit tout de même la commune", en: "it follows the commune all the same"))
    }
  }

  /// Cut units of which the grid has too few people to say where they live.
  static func fewCells(
    _ weights: PieceWeights, _ units: StudyUnits, file: String
  ) -> [Anomaly] {
    weights.withFewCells.filter { units.area.contains($0.unit) }.map { index, inCells in
      let (unit, found) = (units[index], Int(inCells.rounded()))
      let whole = unit.population ?? 0
      return Anomaly(
        .warning, .fewCells, file: file, line: unit.line, object: unit.code.text,
        finding: Wording(
          fr: "\(found) habitants dans les carreaux, sur \(whole)",
          en: "\(found) people in the cells, of \(whole)"),
        treatment: Wording(
          fr: "habitants répartis selon la surface", en: "people shared out by area"))
    }
  }

  /// Drawings of which alignment leaves nothing.
  static func narrow(_ figures: AlignmentFigures, _ drawn: DrawnGround) -> [Anomaly] {
    figures.territories.filter { $0.isNothing }.map { territory in
      let (layer, feature) = drawn.territories.place(of: territory.drawing)
      return layer.tooNarrow(feature, width: territory.widest ?? 0)
    }
  }

  private static func outsideUnits(
    _ drawn: DrawnGround, _ mesh: Mesh
  ) throws(InputFault) -> [Anomaly] {
    var anomalies: [Anomaly] = []
    var first = Index<Drawing>(0)
    for layer in drawn.territories.layers {
      let outside = layer.rows.indices.filter { !drawn.isPlaced[first + $0] }
      first = first + layer.rows.count
      let exchanged = try layer.exchangedPositions(
        of: Array(outside.prefix(mostExchanged)), in: .wgs84)
      let swapped = Set(exchanged.filter { mesh.hasUnit(at: $0.x, $0.y) }.map(\.feature))
      anomalies += outside.map {
        layer.outsideUnits($0, looksSwapped: swapped.contains($0))
      }
    }
    return anomalies
  }
}

extension Mesh {
  /// Whether a unit lies at a place in degrees.
  ///
  /// - Complexity: O(vertices).
  fileprivate func hasUnit(at x: Double, _ y: Double) -> Bool {
    units.contains { unit in
      let outline = outline(of: unit)
      return (0..<outline.ringCount).count { ring(outline.ring($0), contains: x, y) } % 2 == 1
    }
  }
}
