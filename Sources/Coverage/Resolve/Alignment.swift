import GeoKernel

/// Drawings that follow the borders of communes on another map, or but for noise, brought back to them.
///
/// A piece that a drawing cuts off a unit and that is a sliver does not cut it: it takes the covering of the
/// neighbouring piece of the unit with which it shares most border; where slivers lie between, in turn. Where
/// no piece but slivers is left, the unit has the covering of most of its area. (Convention of the tool.)
struct Alignment: Sendable {
  /// For each piece as drawn, the one of its unit whose covering it takes: itself, nearly always.
  let targets: Column<Piece, Index<Piece>>
  /// Pieces that take another covering, ascending.
  let moved: [Index<Piece>]
  let rule: SliverRule

  /// - Parameters:
  ///   - people: of each piece, as the drawings are.
  /// - Complexity: O(pieces of cut units × their edges), and a search for the few whose width that leaves open.
  init(
    _ mesh: Mesh, people: Column<Piece, Int>, _ rule: SliverRule, jobs: Int
  ) async throws {
    var targets = Column<Piece, Index<Piece>>(count: mesh.pieces.count) { $0 }
    let cut = rule.width > 0 ? mesh.units.filter { mesh.pieces.isCut($0) } : []
    let found = try await mapInTurns(
      jobs: jobs, cut.count, with: NarrowPieces(mesh, than: rule.width)
    ) { narrow, place in
      UnitAlignment(cut[place], mesh, people, rule, &narrow).targets
    }
    for own in found {
      for (piece, target) in own { targets[piece] = target }
    }
    self.targets = targets
    self.rule = rule
    moved = targets.indices.filter { mesh.pieces.label[$0] != mesh.pieces.label[targets[$0]] }
  }

  /// The pieces that are left, of units that slivers no longer cut.
  func joining(_ mesh: Mesh) -> PieceJoining {
    PieceJoining(targets, mesh.pieces, mesh.edges, areas: mesh.unitAreas)
  }
}

/// The slivers of one unit, and what they take the covering of.
private struct UnitAlignment {
  private(set) var targets: [Index<Piece>: Index<Piece>] = [:]
  private let mesh: Mesh
  private let unit: Index<Unit>

  init(
    _ unit: Index<Unit>, _ mesh: Mesh, _ people: Column<Piece, Int>, _ rule: SliverRule,
    _ narrow: inout NarrowPieces
  ) {
    self.mesh = mesh
    self.unit = unit
    let span = mesh.pieces.of(unit)
    let slivers = span.filter { people[$0] < rule.people && narrow.contain($0) }
    guard !slivers.isEmpty else { return }
    if slivers.count < span.count { follow(slivers) }
    let rest = slivers.filter { targets[$0] == nil }
    guard !rest.isEmpty else { return }
    let isSliver = Set(slivers)
    let others = slivers.count < span.count ? span.filter { !isSliver.contains($0) } : Array(span)
    let main = largest(of: others)
    for piece in rest { targets[piece] = main }
  }

  /// Gives each sliver the neighbour that is no sliver, or has one already, with the longest border along it.
  ///
  /// - Complexity: O(edges of the slivers × rounds), of which there are no more than slivers in a row.
  private mutating func follow(_ slivers: [Index<Piece>]) {
    var open = Set(slivers)
    var waiting = slivers
    while !waiting.isEmpty {
      let found = waiting.compactMap { piece in
        neighbour(of: piece, besides: open).map { (piece: piece, beside: $0) }
      }
      if found.isEmpty { return }
      for (piece, beside) in found {
        targets[piece] = targets[beside] ?? beside
        open.remove(piece)
      }
      waiting.removeAll { !open.contains($0) }
    }
  }

  private func neighbour(
    of piece: Index<Piece>, besides open: Set<Index<Piece>>
  ) -> Index<Piece>? {
    var metres: [Index<Piece>: Double] = [:]
    for edge in mesh.borders[piece] {
      let other = mesh.piece(across: edge, from: piece)
      guard other.exists, mesh.pieces.unit[other] == unit, !open.contains(other) else { continue }
      metres[other, default: 0] += mesh.length(of: edge)
    }
    return metres.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The largest piece of the covering that has most of the area of some pieces.
  private func largest(of pieces: [Index<Piece>]) -> Index<Piece> {
    var ofLabel: [Index<Pieces.Label>: (area: Double, first: Index<Piece>)] = [:]
    for piece in pieces {
      ofLabel[mesh.pieces.label[piece], default: (0, piece)].area += mesh.areas[piece]
    }
    return ofLabel.values.max { ($0.area, $1.first) < ($1.area, $0.first) }?.first ?? pieces[0]
  }
}
