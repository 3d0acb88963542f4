/// How the people of a unit that a drawing cuts were shared out among its pieces. The raw value is the
/// word in the files.
public enum SharingMethod: String, CaseIterable, Sendable {
  /// The unit is in one piece: its people are counted as a whole.
  case wholeUnit = "unite_entiere"
  /// By the people of the cells of a grid.
  case grid = "carreaux"
  /// By area, for want of cells with people.
  case area = "surface"
  /// Only slivers cut the unit: it is counted as a whole (see `Alignment`).
  case aligned = "alignee"

  /// Whether people of the unit are shared out: a drawing cuts it.
  var isSharing: Bool { self == .grid || self == .area }
}

/// People of pieces relative to each other, where a drawing cuts a unit.
struct PieceWeights: Sendable {
  /// What they are of a whole unit is of no matter.
  var weights: Column<Piece, Double>
  var methods: Column<Unit, SharingMethod>
  /// By cut unit, the cells whose people a drawing divides.
  var mixedCells: [Index<Unit>: [MixedCell]] = [:]
  /// Cut units with too few people in cells to go by, and how many.
  private(set) var withFewCells: [(unit: Index<Unit>, people: Double)] = []

  /// A grid says where the people of a unit live if it has at least this share of them. One that stops
  /// beside a unit has the edge of a cell in it.
  private static let leastShare = 0.5

  /// By area alone.
  init(areasOf pieces: Pieces) {
    weights = pieces.squareMetres
    methods = Column(count: pieces.ends.count) { pieces.isDivided($0) ? .area : .wholeUnit }
  }

  /// By the people of a grid, where it has at least half of those of a cut unit; by area elsewhere. The
  /// people of a grid are relative to each other: the unit keeps its own population.
  ///
  /// - Parameter people: as far as known.
  init(_ grid: GridPeople, areasOf pieces: Pieces, people: Column<Unit, Int?>) {
    self.init(areasOf: pieces)
    for unit in people.indices where pieces.isDivided(unit) {
      let span = pieces.of(unit)
      let inCells = grid.people[span].reduce(0, +)
      guard inCells > 0 else { continue }
      guard inCells >= Self.leastShare * Double(people[unit] ?? 0) else {
        withFewCells.append((unit, inCells))
        continue
      }
      for piece in span { weights[piece] = grid.people[piece] }
      methods[unit] = .grid
    }
    mixedCells = grid.mixedCells
  }

  /// The weights of fewer pieces; units that slivers alone cut are whole.
  func joined(by joining: PieceJoining) -> PieceWeights {
    var result = self
    result.weights = joining.sums(weights)
    for (unit, method) in methods.pairs
    where method != .wholeUnit && !joining.pieces.isDivided(unit) {
      result.methods[unit] = .aligned
    }
    result.mixedCells = mixedCells.mapValues { $0.map { $0.joined(by: joining) } }
    result.withFewCells.removeAll { result.methods[$0.unit] == .aligned }
    return result
  }
}

extension Territories {
  /// These territories, given as lists, together with drawn ones.
  ///
  /// See `StagedShares` for how the people of a cut unit are shared out.
  ///
  /// - Parameter cptsOfDrawing: index of the CPTS of each drawing.
  /// - Complexity: O(parts + pieces).
  func divided(
    by pieces: Pieces, cptsOfDrawing: Column<Drawing, Index<DatedCPTS>>, _ weights: PieceWeights
  ) -> Territories {
    var result = Territories(cpts: cpts)
    var coverings = Coverings(self.coverings)
    let cptsOfLabel = pieces.labels.mapped { $0.map { cptsOfDrawing[$0] } }
    var known: [SIMD2<Int32>: Index<Covering>] = [:]
    func covering(_ listed: Index<Covering>, _ label: Index<Pieces.Label>) -> Index<Covering> {
      if label == Index(0) { return listed }
      let key = SIMD2(listed.raw, label.raw)
      if let index = known[key] { return index }
      let index = coverings.index(of: self.coverings[listed] + cptsOfLabel[label])
      known[key] = index
      return index
    }
    result.parts.reserveCapacity(pieces.count)
    let listed = partsOfUnit(count: pieces.ends.count)
    for unit in pieces.ends.indices {
      let span = pieces.of(unit)
      // Nearly every unit is one piece.
      if span.count == 1 {
        let piece = span.lowerBound
        for index in listed[unit] {
          let part = parts[index]
          result.parts.append(
            Part(
              unit: unit, piece: piece, population: part.population,
              areaShare: part.areaShare,
              covering: covering(part.covering, pieces.label[piece]),
              isStudied: part.isStudied))
        }
        continue
      }
      let own = listed[unit].map { parts[$0] }
      let covers = own.map { part in
        span.map { covering(part.covering, pieces.label[$0]) }
      }
      let people = zip(own, covers).map { part, covers in
        StagedShares(Array(weights.weights[span]), covers.map { coverings.sets[$0] }) {
          self[$0].stage
        }
        .share(part.population)
      }
      let whole = own.reduce(0) { $0 + $1.population }
      let area = pieces.squareMetres[span].reduce(0, +)
      for (place, piece) in span.enumerated() {
        for (index, part) in own.enumerated() {
          let population = people[index][place]
          let isSlight =
            population * 100 < max(1, whole) && pieces.squareMetres[piece] * 100 < area
          result.parts.append(
            Part(
              unit: unit, piece: piece, population: population,
              areaShare: part.areaShare,
              covering: covers[index][place], isStudied: part.isStudied, isSlight: isSlight))
        }
      }
    }
    result.coverings = coverings.sets
    return result
  }
}
