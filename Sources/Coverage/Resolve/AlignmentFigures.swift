import GeoKernel

/// What alignment did to each drawing, and to how many people.
struct AlignmentFigures: Sendable {
  /// The territory that a CPTS has drawn, in one row of a map or in several.
  struct OfTerritory: Sendable {
    /// The first of its drawings.
    let drawing: Index<Drawing>
    /// Whose it is.
    let cpts: Index<DatedCPTS>
    /// Units wholly in the drawing as it is.
    var wholeUnits = 0
    /// Units wholly in it once slivers follow their neighbours.
    var alignedUnits = 0
    /// Units that it cuts all the same.
    var cutUnits = 0
    /// Metres: the widest of the slivers that it gained or lost at its widest place, and the one in the middle as the
    /// ribbon that it resembles; nil without any.
    var widest: Double?
    var medianWidth: Double?
    /// People who live in these.
    var people = 0

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
  ///   - people: of each of these.
  ///   - drawn: who covers them.
  ///   - aligned: who covers those that are left.
  /// - Complexity: O(parts + pieces × drawings over each), and a width for each sliver that moved.
  init(
    _ alignment: Alignment, _ mesh: Mesh, _ joining: PieceJoining,
    people: Column<Piece, Int>, _ drawn: Territories, _ aligned: Territories,
    _ cptsOfDrawing: Column<Drawing, Index<DatedCPTS>>,
    _ units: StudyUnits, _ options: StudyOptions
  ) async throws {
    let moved = alignment.moved
    var found = Column<Drawing, OfTerritory>(count: cptsOfDrawing.count) {
      OfTerritory(drawing: $0, cpts: cptsOfDrawing[$0])
    }
    Self.countUnits(mesh, joining, into: &found)
    let slivers = Self.slivers(alignment, mesh, drawingCount: found.count)
    for drawing in found.indices {
      found[drawing].people = slivers[drawing].reduce(0) { $0 + people[moved[Int($1)]] }
    }
    let bounds = try await mapInTurns(
      jobs: options.jobs, moved.count, with: SliverWidths(mesh)
    ) { $0.bounds(of: moved[$1], in: mesh) }
    let areStudied = drawn.areStudied(units.area)
    let own = found.values.filter { territory in
      areStudied[territory.cpts]
        && !(territory.isNothing && slivers[territory.drawing].isEmpty)
    }
    territories = try await mapInTurns(
      jobs: options.jobs, own.count, with: SliverWidths(mesh)
    ) { widths, place in
      var territory = own[place]
      let ofTerritory = slivers[territory.drawing].map { bounds[Int($0)] }
      territory.widest = widths.widest(of: ofTerritory)
      territory.medianWidth = Self.middle(ofTerritory.map(\.even))
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

  /// For each first drawing, the slivers that it gained or lost, as places among those that moved.
  private static func slivers(
    _ alignment: Alignment, _ mesh: Mesh, drawingCount: Int
  ) -> Grouping<Drawing, Sliver> {
    let pieces = mesh.pieces
    var known: [SIMD2<Int32>: [Index<Drawing>]] = [:]
    let drawings = alignment.moved.map { piece -> [Index<Drawing>] in
      let (before, after) = (pieces.label[piece], pieces.label[alignment.targets[piece]])
      let key = SIMD2(before.raw, after.raw)
      if let drawings = known[key] { return drawings }
      let drawings = Array(
        Set(pieces.labels[before]).symmetricDifference(pieces.labels[after]))
      known[key] = drawings
      return drawings
    }
    return Grouping(groupCount: drawingCount) { visit in
      for (place, members) in drawings.enumerated() {
        for drawing in members { visit(drawing, Index(place)) }
      }
    }
  }

  /// The one in the middle, or the mean of the two there.
  private static func middle(_ values: [Double]) -> Double? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  /// A place among the slivers that moved.
  private enum Sliver {}

  /// Crumbs below a square metre, the precision of drawings, cut nothing.
  private static func countUnits(
    _ mesh: Mesh, _ joining: PieceJoining, into found: inout Column<Drawing, OfTerritory>
  ) {
    for unit in mesh.units {
      let (before, after) = (mesh.pieces.of(unit), joining.pieces.of(unit))
      // Nearly every unit is one piece.
      if before.count == 1 {
        for drawing in mesh.pieces.labels[mesh.pieces.label[before.lowerBound]] {
          found[drawing].wholeUnits += 1
        }
        continue
      }
      let asDrawn = mesh.pieces.drawings(over: before)
      for (drawing, isWhole) in joining.pieces.drawings(over: after) {
        if !isWhole {
          found[drawing].cutUnits += 1
        } else if asDrawn[drawing] == true {
          found[drawing].wholeUnits += 1
        } else {
          found[drawing].alignedUnits += 1
        }
      }
    }
  }
}

extension Pieces {
  /// The drawings in the pieces of a unit, and whether all of it is in each.
  fileprivate func drawings(over span: Range<Index<Piece>>) -> [Index<Drawing>: Bool] {
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
