/// The uncovered land of today, added up once for whatever would be joined to it: of each white zone
/// its core, all that is no narrow strip; and the strips one by one, as they may go elsewhere.
struct WhiteCores {
  /// Uncovered pieces that belong together.
  enum Group {}

  /// What the core of a white zone brings to a larger one.
  struct Core {
    var extent = WhiteZone.Extent()
    /// People uncovered in its most populous whole unit.
    var main: (unit: Index<Unit>, people: Int)?
    /// People uncovered in cut units, of which other pieces may be elsewhere.
    var peopleOfCutUnit: [Index<Unit>: Int] = [:]
  }

  /// By group of uncovered pieces: those of zones first, then those of strips, which have no core.
  let cores: Column<Group, Core>
  /// Narrow pieces of each group.
  let narrowPieces: Column<Group, [Index<Piece>]>
  /// For each piece, its group, if any.
  let groupOfPiece: Column<Piece, Index<Group>>
  private let isNarrow: Column<Piece, Bool>
  /// Groups that border each other: strips lie between them.
  private let neighbours: [Index<Group>: Set<Index<Group>>]

  /// - Complexity: O(parts + edges).
  init(_ ground: WhiteGround, _ uncovered: UncoveredPieces) {
    let mesh = ground.mesh
    let found = uncovered.groups(mesh)
    let groups = Column<Group, [Index<Piece>]>(found.zones + found.strips)
    var groupOfPiece = Column<Piece, Index<Group>>(repeating: .missing, count: mesh.pieces.count)
    for (index, members) in groups.pairs {
      for piece in members { groupOfPiece[piece] = index }
    }
    isNarrow = Column(count: groupOfPiece.count) { [groupOfPiece] in
      groupOfPiece[$0].exists && uncovered.isNarrow($0)
    }
    narrowPieces = groups.mapped { $0.filter { uncovered.isNarrow($0) } }
    cores = Column<Group, [Index<Piece>]>(found.zones).mapped { members in
      var core = Core()
      for piece in members where !uncovered.isNarrow(piece) { core.add(piece, ground) }
      return core
    }
    var neighbours: [Index<Group>: Set<Index<Group>>] = [:]
    for edge in mesh.edges.indices {
      let (left, right) = (mesh.edges.left[edge], mesh.edges.right[edge])
      guard left.exists, right.exists else { continue }
      let (one, other) = (groupOfPiece[left], groupOfPiece[right])
      guard one.exists, other.exists, one != other else { continue }
      neighbours[one, default: []].insert(other)
      neighbours[other, default: []].insert(one)
    }
    self.neighbours = neighbours
    self.groupOfPiece = groupOfPiece
  }

  /// The group whose core holds a piece, if any.
  func core(of piece: Index<Piece>) -> Index<Group> {
    isNarrow[piece] ? .missing : groupOfPiece[piece]
  }

  /// Groups that hold some pieces or border one of them, and those beside these: a strip goes to the
  /// zone that it borders most, and may leave one zone for another that grows.
  ///
  /// - Returns: in ascending order.
  func groups(around pieces: [Index<Piece>], _ mesh: Mesh) -> [Index<Group>] {
    var found: Set<Index<Group>> = []
    for piece in pieces {
      found.insert(groupOfPiece[piece])
      for edge in mesh.borders[piece] {
        let other = mesh.piece(across: edge, from: piece)
        if other.exists { found.insert(groupOfPiece[other]) }
      }
    }
    found.remove(.missing)
    return found.reduce(into: found) { $0.formUnion(neighbours[$1] ?? []) }.sorted()
  }
}

extension WhiteCores.Core {
  /// - Parameter piece: pieces come in ascending order.
  fileprivate mutating func add(_ piece: Index<Piece>, _ ground: WhiteGround) {
    let unit = ground.mesh.pieces.unit[piece]
    var people = 0
    for part in ground.whiteParts(of: piece) {
      extent.add(part, ground.mesh)
      people += part.population
    }
    guard ground.mesh.pieces.isWhole(piece) else {
      peopleOfCutUnit[unit, default: 0] += people
      return
    }
    if people > main?.people ?? -1 { main = (unit, people) }
  }
}
