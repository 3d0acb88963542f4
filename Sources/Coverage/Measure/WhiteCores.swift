/// The uncovered land of today, added up once for whatever would be joined to it: of each white zone
/// its core, all that is no narrow strip; and the strips one by one, as they may go elsewhere.
struct WhiteCores {
  /// What the core of a white zone brings to a larger one.
  struct Core {
    var extent = WhiteZone.Extent()
    /// People uncovered in its most populous whole unit.
    var main: (unit: Int32, people: Int)?
    /// People uncovered in cut units, of which other pieces may be elsewhere.
    var peopleOfCutUnit: [Int32: Int] = [:]
  }

  /// By group of uncovered pieces: those of zones first, then those of strips, which have no core.
  let cores: [Core]
  /// Narrow pieces of each group.
  let narrowPieces: [[Int32]]
  /// For each piece, its group, or -1.
  let groupOfPiece: [Int32]
  private let isNarrow: [Bool]
  /// Groups that border each other: strips lie between them.
  private let neighbours: [Int32: Set<Int32>]

  /// - Complexity: O(parts + edges).
  init(_ ground: WhiteGround, _ uncovered: UncoveredPieces) {
    let mesh = ground.mesh
    let found = uncovered.groups(mesh)
    let groups = found.zones + found.strips
    var groupOfPiece = [Int32](repeating: -1, count: mesh.pieces.count)
    for (index, members) in groups.enumerated() {
      for piece in members { groupOfPiece[Int(piece)] = Int32(index) }
    }
    isNarrow = groupOfPiece.indices.map { groupOfPiece[$0] >= 0 && uncovered.isNarrow(Int32($0)) }
    narrowPieces = groups.map { $0.filter { uncovered.isNarrow($0) } }
    cores = found.zones.map { members in
      var core = Core()
      for piece in members where !uncovered.isNarrow(piece) { core.add(piece, ground) }
      return core
    }
    var neighbours: [Int32: Set<Int32>] = [:]
    for edge in 0..<mesh.edges.count {
      let (left, right) = (mesh.edges.left[edge], mesh.edges.right[edge])
      guard left >= 0, right >= 0 else { continue }
      let (one, other) = (groupOfPiece[Int(left)], groupOfPiece[Int(right)])
      guard one >= 0, other >= 0, one != other else { continue }
      neighbours[one, default: []].insert(other)
      neighbours[other, default: []].insert(one)
    }
    self.neighbours = neighbours
    self.groupOfPiece = groupOfPiece
  }

  /// The group whose core holds a piece, or -1.
  func core(of piece: Int32) -> Int32 {
    isNarrow[Int(piece)] ? -1 : groupOfPiece[Int(piece)]
  }

  /// Groups that hold some pieces or border one of them, and those beside these: a strip goes to the
  /// zone that it borders most, and may leave one zone for another that grows.
  ///
  /// - Returns: in ascending order.
  func groups(around pieces: [Int32], _ mesh: Mesh) -> [Int32] {
    var found: Set<Int32> = []
    for piece in pieces {
      found.insert(groupOfPiece[Int(piece)])
      for edge in mesh.borders[Int(piece)] {
        let other = mesh.piece(across: Int(edge), from: piece)
        if other >= 0 { found.insert(groupOfPiece[Int(other)]) }
      }
    }
    found.remove(-1)
    return found.reduce(into: found) { $0.formUnion(neighbours[$1] ?? []) }.sorted()
  }
}

extension WhiteCores.Core {
  /// - Parameter piece: pieces come in ascending order.
  fileprivate mutating func add(_ piece: Int32, _ ground: WhiteGround) {
    let unit = ground.mesh.pieces.unit[Int(piece)]
    var people = 0
    for part in ground.whiteParts(of: piece) {
      extent.add(part, ground.mesh)
      people += part.population
    }
    guard ground.mesh.pieces.isWhole(Int(piece)) else {
      peopleOfCutUnit[unit, default: 0] += people
      return
    }
    if people > main?.people ?? -1 { main = (unit, people) }
  }
}
