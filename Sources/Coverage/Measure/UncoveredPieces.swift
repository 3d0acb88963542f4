/// The pieces that no CPTS covers at the stage required, and which of them belong together.
struct UncoveredPieces {
  private let isUncovered: Column<Piece, Bool>
  private let isStrip: Column<Piece, Bool>
  /// Widths and people of the pieces of cut units, as far as any threshold of the sensitivity table
  /// tells them apart.
  private(set) var candidates: [(width: Double, people: Int)] = []

  /// - Complexity: O(parts), and for uncovered pieces of cut units what their width costs.
  init(
    _ territories: Territories, _ stages: Column<Covering, Stage>, _ mesh: Mesh,
    whiteBelow lowest: Stage,
    _ rule: SliverRule, jobs: Int
  ) async throws {
    var people = Column<Piece, Int>(repeating: 0, count: mesh.pieces.count)
    var isUncovered = Column<Piece, Bool>(repeating: false, count: mesh.pieces.count)
    for part in territories.parts where part.isStudied && stages[part.covering] < lowest {
      people[part.piece] += part.population
      isUncovered[part.piece] = true
    }
    var isStrip = Column<Piece, Bool>(repeating: false, count: mesh.pieces.count)
    let cut = isUncovered.indices.filter { isUncovered[$0] && !mesh.pieces.isWhole($0) }
    let widths = try await Regions.widths(
      of: cut.map { [$0] }, in: mesh, asking: .only(rule.widths), jobs: jobs)
    for (piece, width) in zip(cut, widths) {
      candidates.append((width, people[piece]))
      isStrip[piece] = rule.isSliver(width: width, people: people[piece])
    }
    self.isUncovered = isUncovered
    self.isStrip = isStrip
  }

  /// The width of a piece of a cut unit, as far as any threshold of the sensitivity table tells it.
  static func width(
    of piece: Index<Piece>, _ rule: SliverRule, _ regions: inout Regions
  ) -> Double {
    regions.width(of: [piece], asking: .only(rule.widths))
  }

  /// Narrow strips, as noise of drawing is.
  ///
  /// - Complexity: O(pieces).
  var narrowPieces: Set<Index<Piece>> { Set(isStrip.indices.filter { isStrip[$0] }) }

  /// Whether an uncovered piece is a narrow strip, as noise of drawing is.
  func isNarrow(_ piece: Index<Piece>) -> Bool { isStrip[piece] }

  /// Which of them belong together: see `UncoveredGroups`.
  ///
  /// - Complexity: O(edges).
  func groups(_ mesh: Mesh) -> (zones: [[Index<Piece>]], strips: [[Index<Piece>]]) {
    var place = Column<Piece, Index<UncoveredGroups.Place>>(
      repeating: .missing, count: isUncovered.count)
    var members = Column<UncoveredGroups.Place, Index<Piece>>()
    for piece in isUncovered.indices where isUncovered[piece] {
      place[piece] = members.next
      members.append(piece)
    }
    return UncoveredGroups(members, place: place, isNarrow: members.mapped { isNarrow($0) })
      .groups(mesh.edges.indices, mesh)
  }
}

/// Which of some uncovered pieces belong together.
struct UncoveredGroups {
  /// In ascending order.
  private let members: Column<Place, Index<Piece>>
  /// For each piece of the mesh, its place among the members, if any.
  private let place: Column<Piece, Index<Place>>
  private let isNarrow: Column<Place, Bool>

  /// A place among the members.
  enum Place {}

  init(
    _ members: Column<Place, Index<Piece>>, place: Column<Piece, Index<Place>>,
    isNarrow: Column<Place, Bool>
  ) {
    self.members = members
    self.place = place
    self.isNarrow = isNarrow
  }

  /// Zones: wide pieces that border each other, and the narrow ones along them. Strips: other narrow
  /// pieces that border each other. A narrow strip connects no zones: it is noise of drawing.
  ///
  /// - Parameter edges: in ascending order, with all that lie between two members.
  /// - Complexity: O(edges).
  func groups(
    _ edges: some Sequence<Index<Edge>>, _ mesh: Mesh
  ) -> (zones: [[Index<Piece>]], strips: [[Index<Piece>]]) {
    var sets = UnionFind<Place>(count: members.count)
    var alongZones: [Index<Place>: [Index<Place>: Double]] = [:]
    var narrowPairs: [(Index<Place>, Index<Place>)] = []
    for edge in edges {
      let sides = (mesh.edges.left[edge], mesh.edges.right[edge])
      guard sides.0.exists, sides.1.exists, sides.0 != sides.1 else { continue }
      let (left, right) = (place[sides.0], place[sides.1])
      guard left.exists, right.exists else { continue }
      switch (isNarrow[left], isNarrow[right]) {
      case (false, false): sets.unite(left, right)
      case (true, true): narrowPairs.append((left, right))
      case (true, false): alongZones[left, default: [:]][right, default: 0] += mesh.length(of: edge)
      case (false, true): alongZones[right, default: [:]][left, default: 0] += mesh.length(of: edge)
      }
    }
    Self.attach(alongZones, &sets)
    for (first, second) in narrowPairs where alongZones[first] == nil && alongZones[second] == nil {
      sets.unite(first, second)
    }
    return split(&sets)
  }

  /// Gives each strip to the zone, not the piece, with the longest border along it.
  private static func attach(
    _ alongZones: [Index<Place>: [Index<Place>: Double]], _ sets: inout UnionFind<Place>
  ) {
    for (strip, metres) in alongZones.sorted(by: { $0.key < $1.key }) {
      let ofZone = Dictionary(
        metres.sorted { $0.key < $1.key }.map { (sets.find($0.key), $0.value) },
        uniquingKeysWith: +)
      if let zone = ofZone.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key {
        sets.unite(strip, zone)
      }
    }
  }

  private func split(_ sets: inout UnionFind<Place>) -> (
    zones: [[Index<Piece>]], strips: [[Index<Piece>]]
  ) {
    var membersOfRoot: [Index<Place>: [Index<Place>]] = [:]
    for place in members.indices {
      membersOfRoot[sets.find(place), default: []].append(place)
    }
    let groups = membersOfRoot.values.sorted { $0[0] < $1[0] }
    let isZone = groups.map { $0.contains { !isNarrow[$0] } }
    let pieces = groups.map { $0.map { members[$0] } }
    return (
      zip(pieces, isZone).filter(\.1).map(\.0), zip(pieces, isZone).filter { !$0.1 }.map(\.0)
    )
  }
}
