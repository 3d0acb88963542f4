import GeoKernel

/// The slivers of one unit, and what they take the covering of.
struct UnitAlignment {
  private(set) var targets: [Index<Piece>: Index<Piece>] = [:]
  private let mesh: Mesh
  private let unit: Index<Unit>

  /// - Complexity: O(edges of the slivers) a round; a round more for each strip that other drawings had divided.
  init(
    _ unit: Index<Unit>, _ mesh: Mesh, _ people: Column<Piece, Int>, _ rule: SliverRule,
    _ narrow: inout NarrowPieces
  ) {
    self.mesh = mesh
    self.unit = unit
    let span = mesh.pieces.of(unit)
    var slivers = span.filter { people[$0] < rule.people && narrow.contain($0) }
    // Each round takes one sliver away at least.
    while !slivers.isEmpty {
      targets = [:]
      follow(slivers, in: span)
      let kept = divided(slivers, people, rule, &narrow)
      if kept.isEmpty { return }
      slivers.removeAll { kept.contains($0) }
    }
    targets = [:]
  }

  /// Gives each sliver a piece of the unit to follow.
  private mutating func follow(_ slivers: [Index<Piece>], in span: Range<Index<Piece>>) {
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

  /// Slivers that are parts of one that is none: side by side, and gained or lost by the same drawing.
  private func divided(
    _ slivers: [Index<Piece>], _ people: Column<Piece, Int>, _ rule: SliverRule,
    _ narrow: inout NarrowPieces
  ) -> Set<Index<Piece>> {
    let isSliver = Set(slivers)
    var beside: [(Index<Piece>, Index<Piece>)] = []
    for piece in slivers {
      for edge in mesh.borders[piece] where mesh.edges.left[edge] == piece {
        let other = mesh.edges.right[edge]
        if other != piece, isSliver.contains(other) { beside.append((piece, other)) }
      }
    }
    if beside.isEmpty { return [] }
    let changes = Dictionary(uniqueKeysWithValues: slivers.map { ($0, change(of: $0)) })
    var kept: Set<Index<Piece>> = []
    for drawing in Set(changes.values.flatMap { $0 }) {
      let pairs = beside.filter {
        changes[$0.0]?.contains(drawing) == true && changes[$0.1]?.contains(drawing) == true
      }
      for group in Self.groups(pairs)
      where group.reduce(0, { $0 + people[$1] }) >= rule.people || !narrow.contain(group) {
        kept.formUnion(group)
      }
    }
    return kept
  }

  /// A drawing that a sliver gains or loses.
  private struct Change: Hashable {
    let drawing: Index<Drawing>
    let isGain: Bool
  }

  private func change(of piece: Index<Piece>) -> Set<Change> {
    let (before, after) = (
      mesh.pieces.label[piece], mesh.pieces.label[targets[piece] ?? piece]
    )
    guard before != after else { return [] }
    let (old, new) = (Set(mesh.pieces.labels[before]), Set(mesh.pieces.labels[after]))
    return Set(
      new.subtracting(old).map { Change(drawing: $0, isGain: true) }
        + old.subtracting(new).map { Change(drawing: $0, isGain: false) })
  }

  /// What hangs together by pairs, each in ascending order.
  private static func groups(_ pairs: [(Index<Piece>, Index<Piece>)]) -> [[Index<Piece>]] {
    let members = Set(pairs.flatMap { [$0.0, $0.1] }).sorted()
    let place = Dictionary(
      uniqueKeysWithValues: members.enumerated().map { ($1, Index<UnitAlignment>($0)) })
    var sets = UnionFind<UnitAlignment>(count: members.count)
    for (first, second) in pairs {
      if let first = place[first], let second = place[second] { sets.unite(first, second) }
    }
    return Dictionary(grouping: members.indices) { sets.find(Index($0)) }
      .sorted { $0.key < $1.key }.map { $0.value.map { members[$0] } }
  }
}
