/// What is apart from the main part of a territory, and what the territory surrounds.
///
/// Parts belong together where they share a border of positive length. A part that no way over land
/// leads to is across the sea (or beyond the limits of the map); any other is behind a gap, and the
/// communes in the gap have names.
struct TerritoryContiguity: Sendable {
  /// A group of pieces that share borders.
  struct Group: Sendable {
    var pieces: [Index<Piece>] = []
    var people = 0
    var squareMetres = 0.0
    /// Units that it is named after.
    var units: [Index<Unit>] = []
    /// Metres to the main group, between points of their outlines.
    var metres: Double?
    /// Units on the shortest way over land to the main group, from this one on; nil where there is no
    /// such way.
    var between: [Index<Unit>]?
  }

  /// The most populous first: the main one.
  private(set) var groups: [Group] = []
  /// Groups outside the territory that it wholly surrounds, the most populous first.
  private(set) var enclaves: [Group] = []
  /// Units of the territory without polygon: nobody knows what they touch.
  private(set) var unlocated: [Index<Unit>] = []

  /// - Complexity: O(edges + parts), and what distances cost.
  init(_ ground: OpinionGround, _ subject: ProposedTerritory) {
    let (mesh, territories) = (ground.mesh, ground.study.territories)
    var isMember = Column<Piece, Bool>(repeating: false, count: mesh.pieces.count)
    for part in subject.parts { isMember[territories.parts[part].piece] = true }
    var components = PieceComponents(mesh, isMember)
    let isMain = Set(subject.named.pieces)
    unlocated = subject.named.units.filter { !mesh.hasGeometry($0) }
    groups = components.groups(of: subject.parts.map { territories.parts[$0] }, mesh)
      .filter { $0.pieces.contains { isMain.contains($0) } }
    enclaves = components.enclosed(mesh, ground)
    if groups.count > 1 { measureGaps(mesh, isMember) }
  }

  private mutating func measureGaps(_ mesh: Mesh, _ isMember: Column<Piece, Bool>) {
    let ways = LandWays(mesh, to: groups[0].pieces)
    let distances = OutlineDistances(mesh, groups.map { $0.pieces })
    for index in groups.indices.dropFirst() {
      groups[index].metres = distances.metres(toMainFrom: index)
      groups[index].between = ways.way(from: groups[index].pieces).map { pieces in
        var units: [Index<Unit>] = []
        for piece in pieces where !isMember[piece] {
          let unit = mesh.pieces.unit[piece]
          if units.last != unit { units.append(unit) }
        }
        return units
      }
    }
  }
}

/// Pieces inside and outside of a territory, each side in contiguous groups.
private struct PieceComponents {
  private var sets: UnionFind<Piece>
  private let isMember: Column<Piece, Bool>
  /// For each root, whether some of it is at the coast or at a limit of the map.
  private var isOpen: Column<Piece, Bool>

  init(_ mesh: Mesh, _ isMember: Column<Piece, Bool>) {
    self.isMember = isMember
    sets = UnionFind(count: mesh.pieces.count)
    var outer = Column<Piece, Bool>(repeating: false, count: mesh.pieces.count)
    for edge in mesh.edges.indices {
      let (left, right) = (mesh.edges.left[edge], mesh.edges.right[edge])
      guard left.exists, right.exists else {
        if max(left, right).exists { outer[max(left, right)] = true }
        continue
      }
      if isMember[left] == isMember[right] { sets.unite(left, right) }
    }
    isOpen = Column(repeating: false, count: mesh.pieces.count)
    for piece in outer.indices where outer[piece] {
      isOpen[sets.find(piece)] = true
    }
  }

  /// Groups of parts with a map, the most populous first.
  mutating func groups(of parts: [Part], _ mesh: Mesh) -> [TerritoryContiguity.Group] {
    var group: [Index<Piece>: TerritoryContiguity.Group] = [:]
    var named: [Index<Piece>: NamedUnits] = [:]
    for part in parts where mesh.hasGeometry(part.unit) {
      let root = sets.find(part.piece)
      group[root, default: TerritoryContiguity.Group()].add(part, mesh)
      named[root, default: NamedUnits()].add(part)
    }
    for (root, names) in named { group[root]?.units = names.units }
    return group.values.sorted {
      ($1.people, $0.pieces[0]) < ($0.people, $1.pieces[0])
    }
  }

  /// Groups outside that touch neither the coast nor a limit of the map, and so are surrounded.
  mutating func enclosed(
    _ mesh: Mesh, _ ground: OpinionGround
  ) -> [TerritoryContiguity.Group] {
    var pieces: [Index<Piece>] = []
    for piece in isMember.indices
    where !isMember[piece] && mesh.hasGeometry(mesh.pieces.unit[piece]) {
      if !isOpen[sets.find(piece)] { pieces.append(piece) }
    }
    let parts = pieces.flatMap { piece in
      ground.partsOfPiece[piece].map { ground.study.territories.parts[$0] }
    }
    let slight = Set(parts.filter { $0.isSlight }.map { $0.piece })
    // Crumbs of drawing are no enclaves.
    return groups(of: parts, mesh).filter { group in
      group.pieces.contains { !slight.contains($0) }
    }
  }
}

extension TerritoryContiguity.Group {
  fileprivate mutating func add(_ part: Part, _ mesh: Mesh) {
    people += part.population
    squareMetres += mesh.areas[part.piece] * part.areaShare
    if pieces.last != part.piece { pieces.append(part.piece) }
  }
}
