/// The people of a cut unit within one cell of a grid, by piece: where in it they live is unknown.
struct MixedCell: Sendable {
  let people: [(piece: Index<Piece>, people: Double)]

  func joined(by joining: PieceJoining) -> MixedCell {
    MixedCell(people: people.map { (joining[$0.piece], $0.people) })
  }
}
