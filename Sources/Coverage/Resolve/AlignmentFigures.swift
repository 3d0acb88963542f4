import GeoKernel

/// What alignment did to each drawing, and to how many people.
struct AlignmentFigures: Sendable {
  /// The territory that a CPTS has drawn, in one row of a map or in several.
  struct OfTerritory: Sendable {
    /// The first of its drawings.
    let drawing: Index<Drawing>
    /// Whose it is.
    var cpts: Index<DatedCPTS> = .missing
    /// Units wholly in the drawing as it is.
    var wholeUnits = 0
    /// Units wholly in it once slivers follow their neighbours.
    var alignedUnits = 0
    /// Units that it cuts all the same.
    var cutUnits = 0
    /// Metres: widths of the slivers that it gained or lost, ascending.
    var widths: [Double] = []
    /// People who live in these.
    var people = 0

    /// The middle of these widths, or the mean of the two in the middle.
    var medianWidth: Double? {
      guard !widths.isEmpty else { return nil }
      return (widths[(widths.count - 1) / 2] + widths[widths.count / 2]) / 2
    }

    /// Whether the drawing is, but for slivers, a union of whole units.
    var isList: Bool { cutUnits == 0 && !isNothing }

    /// Whether slivers are all that the drawing has.
    var isNothing: Bool { wholeUnits + alignedUnits + cutUnits == 0 }
  }

  /// By first drawing; of the CPTS of the study whose drawings have a place among the units.
  let territories: [OfTerritory]
  /// Slivers that took another covering.
  let pieceCount: Int
  /// Units that slivers cut no more.
  let unitCount: Int
  /// People in slivers that took another covering.
  let people: Int
  let squareMetres: Double
  /// By unit where it is not 0, people covered with alignment less those covered without.
  let gained: [Index<Unit>: Int]

  /// - Parameters:
  ///   - mesh: with the pieces as drawn.
  ///   - drawn: who covers these pieces.
  ///   - aligned: who covers those that are left.
  /// - Complexity: O(parts + pieces × drawings over each), and a width for each sliver that moved.
  init(
    _ alignment: Alignment, _ mesh: Mesh, _ joining: PieceJoining, _ drawn: Territories,
    _ aligned: Territories, _ cptsOfDrawing: Column<Drawing, Index<DatedCPTS>>,
    _ units: StudyUnits, _ options: StudyOptions
  ) async throws {
    let moved = alignment.moved
    let people = drawn.people(pieceCount: mesh.pieces.count)
    let widths = try await Regions.roughWidths(of: moved, in: mesh, jobs: options.jobs)
    var found: [Index<Drawing>: OfTerritory] = [:]
    Self.countUnits(mesh, joining, into: &found)
    for (piece, width) in zip(moved, widths) {
      let before = Set(mesh.pieces.labels[mesh.pieces.label[piece]])
      let after = Set(mesh.pieces.labels[mesh.pieces.label[alignment.targets[piece]]])
      for drawing in before.symmetricDifference(after) {
        found[drawing, default: OfTerritory(drawing: drawing)].widths.append(width)
        found[drawing]?.people += people[piece]
      }
    }
    let areStudied = drawn.areStudied(units.area)
    let own = found.values.filter { areStudied[cptsOfDrawing[$0.drawing]] }
    territories = own.sorted { $0.drawing < $1.drawing }.map { territory in
      var territory = territory
      territory.widths.sort()
      territory.cpts = cptsOfDrawing[territory.drawing]
      return territory
    }
    let studied = moved.filter { units.area.contains(mesh.pieces.unit[$0]) }
    pieceCount = studied.count
    unitCount = mesh.units.count {
      units.area.contains($0) && mesh.pieces.isDivided($0) && !joining.pieces.isDivided($0)
    }
    self.people = studied.reduce(0) { $0 + people[$1] }
    squareMetres = studied.reduce(0) { $0 + mesh.areas[$1] }
    gained = aligned.covered(from: options.whiteBelow)
      .merging(drawn.covered(from: options.whiteBelow).mapValues { -$0 }, uniquingKeysWith: +)
      .filter { $0.value != 0 }
  }

  /// Crumbs below a square metre, the precision of drawings, cut nothing.
  private static func countUnits(
    _ mesh: Mesh, _ joining: PieceJoining, into found: inout [Index<Drawing>: OfTerritory]
  ) {
    for unit in mesh.units {
      let before = mesh.pieces.drawings(over: unit)
      let after = joining.pieces.drawings(over: unit)
      for (drawing, isWhole) in after {
        if !isWhole {
          found[drawing, default: OfTerritory(drawing: drawing)].cutUnits += 1
        } else if before[drawing] == true {
          found[drawing, default: OfTerritory(drawing: drawing)].wholeUnits += 1
        } else {
          found[drawing, default: OfTerritory(drawing: drawing)].alignedUnits += 1
        }
      }
    }
  }
}

extension Pieces {
  /// The drawings in a unit, and whether all of it is in each.
  fileprivate func drawings(over unit: Index<Unit>) -> [Index<Drawing>: Bool] {
    let span = of(unit)
    let own = span.filter { squareMetres[$0] >= Arrangement.leastSquareMetres }
    let pieces = own.isEmpty ? Array(span) : own
    var counts: [Index<Drawing>: Int] = [:]
    for piece in pieces {
      for drawing in labels[label[piece]] { counts[drawing, default: 0] += 1 }
    }
    return counts.mapValues { $0 == pieces.count }
  }
}

extension Territories {
  /// People covered at a stage or above, of the units where there are any in the study.
  fileprivate func covered(from stage: Stage) -> [Index<Unit>: Int] {
    let stages = stageOfCovering
    var covered: [Index<Unit>: Int] = [:]
    for part in parts where part.isStudied && stages[part.covering] >= stage {
      covered[part.unit, default: 0] += part.population
    }
    return covered
  }
}
