/// A component of land without project as the ground of a cut, and back from its nodes to pieces.
///
/// A node is a unit; one of which the component has several pieces apart is several. A narrow strip is no
/// node: it joins nothing, and goes with the sector along most of its border.
struct ComponentGround {
  let cut: CutGround
  private let piecesOfNode: [[Index<Piece>]]
  private let strips: [Index<Piece>]
  private let nodeOfPiece: [Index<Piece>: Int]
  private let mesh: Mesh

  /// Numbers of areas, by unit of the study; -1 where unknown.
  struct Areas: Sendable {
    let livingAreas: [Int]
    let intercommunalities: [Int]
    let departments: [Int]

    /// - Complexity: O(units).
    init(_ units: StudyUnits) {
      let livingAreas = units.livingAreaColumn.flatMap { units.attributes[$0] } ?? []
      self.livingAreas = Self.numbers(livingAreas)
      intercommunalities = Self.numbers(units.units.map { $0.intercommunality })
      departments = Self.numbers(units.units.map { $0.department })
    }

    private static func numbers(_ codes: [String]) -> [Int] {
      var known: [String: Int] = [:]
      return codes.map { code in
        guard !StudyUnits.noArea.contains(code) else { return -1 }
        let number = known[code] ?? known.count
        known[code] = number
        return number
      }
    }
  }

  /// - Parameters:
  ///   - pieces: of the component, ascending.
  ///   - people: without CPTS, by piece.
  /// - Complexity: O(edges of the pieces + vertices of the units).
  init(
    _ pieces: [Index<Piece>], people: (Index<Piece>) -> Int, isNarrow: Set<Index<Piece>>,
    _ mesh: Mesh, _ units: StudyUnits, _ areas: Areas, _ points: UnitPoints
  ) {
    self.mesh = mesh
    strips = pieces.filter { isNarrow.contains($0) }
    let wide = pieces.filter { !isNarrow.contains($0) }
    let nodes = Self.nodes(wide, mesh, units)
    piecesOfNode = nodes
    var nodeOfPiece: [Index<Piece>: Int] = [:]
    for (node, pieces) in nodes.enumerated() {
      for piece in pieces { nodeOfPiece[piece] = node }
    }
    self.nodeOfPiece = nodeOfPiece
    let unitOfNode = nodes.map { mesh.pieces.unit[$0[0]] }
    func numbers(_ ofUnit: [Int]) -> [Int] {
      unitOfNode.map { ofUnit.isEmpty ? -1 : ofUnit[Int($0)] }
    }
    cut = CutGround(
      people: nodes.map { $0.reduce(0) { $0 + people($1) } },
      beside: nodes.enumerated().map { node, pieces in
        Set(pieces.flatMap { mesh.beside($0) }.compactMap { nodeOfPiece[$0] })
          .subtracting([node]).sorted()
      },
      livingAreas: numbers(areas.livingAreas),
      intercommunalities: numbers(areas.intercommunalities),
      departments: numbers(areas.departments), points: unitOfNode.map { points[$0] },
      seed: Self.seed(unitOfNode.map { units[$0].code.text }))
  }

  /// Pieces of one unit that touch, by code of the unit.
  private static func nodes(
    _ pieces: [Index<Piece>], _ mesh: Mesh, _ units: StudyUnits
  ) -> [[Index<Piece>]] {
    var left = Set(pieces)
    var nodes: [[Index<Piece>]] = []
    for piece in pieces where left.remove(piece) != nil {
      var (node, found) = ([piece], [piece])
      while let from = found.popLast() {
        for other in mesh.beside(from)
        where mesh.pieces.unit[other] == mesh.pieces.unit[piece] && left.remove(other) != nil {
          node.append(other)
          found.append(other)
        }
      }
      nodes.append(node.sorted())
    }
    return nodes.sorted {
      let (left, right) = (units[mesh.pieces.unit[$0[0]]].code, units[mesh.pieces.unit[$1[0]]].code)
      return left != right ? left < right : $0[0] < $1[0]
    }
  }

  /// A hash (FNV-1a) of the codes of a component.
  private static func seed(_ codes: [String]) -> UInt64 {
    codes.joined(separator: "|").utf8.reduce(0xCBF2_9CE4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
  }

  /// Pieces of each sector, ascending.
  ///
  /// - Complexity: that of the cut, and O(edges of strips).
  func sectors(_ rules: CutRules) -> [[Index<Piece>]] {
    let sectors = cut.cut(rules)
    var pieces = sectors.map { $0.flatMap { piecesOfNode[$0] } }
    guard !strips.isEmpty else { return pieces.map { $0.sorted() } }
    var sectorOfNode = [Int](repeating: 0, count: cut.count)
    for (sector, nodes) in sectors.enumerated() {
      for node in nodes { sectorOfNode[node] = sector }
    }
    for strip in strips {
      var metres = [Double](repeating: 0, count: sectors.count)
      for edge in mesh.borders[strip] {
        guard let node = nodeOfPiece[mesh.piece(across: edge, from: strip)] else { continue }
        metres[sectorOfNode[node]] += mesh.length(of: edge)
      }
      let longest = metres.indices.max { (metres[$0], $1) < (metres[$1], $0) } ?? 0
      pieces[longest].append(strip)
    }
    return pieces.map { $0.sorted() }
  }
}

extension Mesh {
  /// Pieces across the borders of one, each as often as they share an edge.
  fileprivate func beside(_ piece: Index<Piece>) -> [Index<Piece>] {
    borders[piece].map { self.piece(across: $0, from: piece) }.filter { $0.exists && $0 != piece }
  }
}
