import GeoKernel

/// Drawings that follow the borders of communes on another map, or but for noise, brought back to them.
///
/// A piece that a drawing cuts off a unit and that is a sliver does not cut it: it takes the covering of the
/// neighbouring piece of the unit with which it shares most border; where slivers lie between, in turn. Where
/// no piece but slivers is left, the unit has the covering of most of its area. Pieces side by side that a drawing
/// would gain or lose together are one sliver or none: the border of another drawing through a quarrel makes no
/// noise of it. (Convention of the tool.)
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
