/// The land that the study is not of and that no CPTS covers: what a white zone of the study goes on with.
///
/// A list of one department says nothing of the next: land counts only in departments where a CPTS has
/// most of its people. There may be more beyond.
struct LandBeyond {
  private let units: StudyUnits
  private let mesh: Mesh
  /// Whether a unit lies outside, where the lists reach.
  private let isListed: Column<Unit, Bool>
  /// People without CPTS of each piece that is such land; nil for the others.
  private let people: Column<Piece, Int?>
  /// The piece that stands for all that a piece is contiguous with.
  private let root: Column<Piece, Index<Piece>>
  private let peopleOfRoot: [Index<Piece>: Int]

  /// - Complexity: O(parts + edges).
  init(_ ground: WhiteGround, _ units: StudyUnits) {
    let (territories, mesh) = (ground.territories, ground.mesh)
    let listed = ListReach(territories) { units[$0].department }.areas
    let isListed = Column<Unit, Bool>(count: units.units.count) {
      !units.area.contains($0) && listed.contains(units[$0].department)
    }
    var people = Column<Piece, Int?>(repeating: nil, count: mesh.pieces.count)
    for part in territories.parts
    where isListed[part.unit] && ground.stages[part.covering] < ground.lowest {
      people[part.piece] = (people[part.piece] ?? 0) + part.population
    }
    var sets = UnionFind<Piece>(count: mesh.pieces.count)
    for edge in mesh.edges.indices {
      let (left, right) = (mesh.edges.left[edge], mesh.edges.right[edge])
      guard left.exists, right.exists, people[left] != nil, people[right] != nil else { continue }
      sets.unite(left, right)
    }
    let root = sets.roots()
    var peopleOfRoot: [Index<Piece>: Int] = [:]
    for (piece, count) in people.pairs {
      if let count { peopleOfRoot[root[piece], default: 0] += count }
    }
    (self.units, self.mesh, self.isListed, self.people) = (units, mesh, isListed, people)
    (self.root, self.peopleOfRoot) = (root, peopleOfRoot)
  }

  /// - Complexity: O(edges of the zone).
  func limit(of zone: WhiteZone) -> WhiteZone.Limit {
    var limit = WhiteZone.Limit()
    var beyond: Set<Index<Piece>> = []
    for piece in zone.pieces {
      for edge in mesh.borders[piece] {
        let other = mesh.piece(across: edge, from: piece)
        guard other.exists, !units.area.contains(mesh.pieces.unit[other]) else { continue }
        limit.metres += mesh.length(of: edge)
        guard isListed[mesh.pieces.unit[other]] else { continue }
        limit.peopleBeyond = limit.peopleBeyond ?? 0
        if people[other] != nil { beyond.insert(root[other]) }
      }
    }
    if limit.peopleBeyond != nil {
      limit.peopleBeyond = beyond.reduce(0) { $0 + (peopleOfRoot[$1] ?? 0) }
    }
    return limit
  }
}
