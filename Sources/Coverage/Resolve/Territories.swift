/// A piece of a unit that is wholly inside or outside of every territory. Every figure is a sum over
/// parts.
struct Part: Sendable {
  let unit: Index<Unit>
  /// Where the part is: a piece of the mesh. Parts that a list tells apart by people alone share one.
  let piece: Index<Piece>
  /// Inhabitants; 0 where the unit's population is unknown.
  let population: Int
  /// Share of the piece's area, from 0 to 1.
  let areaShare: Double
  /// Which CPTS cover the part.
  var covering: Index<Covering>
  /// Whether the study is of its unit: only then its people are in the figures.
  var isStudied = true
  /// Whether the part is less than a hundredth of its unit, in people and in area: it counts, but the
  /// unit is not named for it.
  var isSlight = false
}

/// Which CPTS covers which part of which unit.
struct Territories: Sendable {
  /// Sorted by id.
  var cpts: [DatedCPTS] = []
  /// Sorted by unit, then by piece; the parts of a unit add up to it.
  var parts = Column<Part, Part>()
  /// Distinct sets of CPTS, each sorted; the first is empty.
  var coverings: Column<Covering, [Index<DatedCPTS>]> = Column([[]])

  subscript(index: Index<DatedCPTS>) -> DatedCPTS {
    get { cpts[Int(index)] }
    set { cpts[Int(index)] = newValue }
  }

  /// The highest stage of each covering, which is the stage at which its people count.
  var stageOfCovering: Column<Covering, Stage> {
    coverings.mapped { $0.map { self[$0].stage }.max() ?? .none }
  }

  /// The parts of each CPTS.
  func partsOfCPTS() -> Grouping<DatedCPTS, Part> {
    Grouping(groupCount: cpts.count) { visit in
      for (index, part) in parts.pairs {
        for cpts in coverings[part.covering] { visit(cpts, index) }
      }
    }
  }

  /// The parts of each piece of the mesh.
  func partsOfPiece(count: Int) -> Grouping<Piece, Part> {
    Grouping(groupCount: count) { visit in
      for (index, part) in parts.pairs { visit(part.piece, index) }
    }
  }

  /// Whether the study is of each CPTS: whether any unit of its territory is in it. A crumb of a drawing
  /// beyond the limit is none, and neither is a CPTS without territory where something lies outside.
  ///
  /// - Complexity: O(parts of all CPTS).
  func areStudied(_ area: StudyArea) -> Column<DatedCPTS, Bool> {
    guard !area.isWhole else { return Column(repeating: true, count: cpts.count) }
    let partsOfCPTS = partsOfCPTS()
    return Column(count: cpts.count) { index in
      let own = partsOfCPTS[index].lazy.map { parts[$0] }
      let isCrumbs = own.allSatisfy { $0.isSlight }
      return own.contains { $0.isStudied && (isCrumbs || !$0.isSlight) }
    }
  }

  /// People of each piece.
  func people(pieceCount: Int) -> Column<Piece, Int> {
    var people = Column<Piece, Int>(repeating: 0, count: pieceCount)
    for part in parts { people[part.piece] += part.population }
    return people
  }

  /// The number of each CPTS.
  func indexOfID() -> [CPTSID: Index<DatedCPTS>] {
    Dictionary(uniqueKeysWithValues: cpts.enumerated().map { ($1.id, Index($0)) })
  }

  /// The parts of each unit.
  func partsOfUnit(count: Int) -> Grouping<Unit, Part> {
    Grouping(groupCount: count) { visit in
      for (index, part) in parts.pairs { visit(part.unit, index) }
    }
  }
}
