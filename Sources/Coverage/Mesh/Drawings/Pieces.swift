/// The pieces that borders and drawings make of units: what every figure is a sum over.
///
/// A unit that no drawing enters is one piece. Pieces are numbered by unit, the largest first.
struct Pieces: Sendable {
  /// Unit of each piece.
  private(set) var unit: Column<Piece, Index<Unit>>
  /// Square metres on the ellipsoid; the pieces of a unit add up to it.
  private(set) var squareMetres: Column<Piece, Double>
  /// Which CPTS cover each piece.
  private(set) var label: Column<Piece, Index<Label>>
  /// Sets of drawings, each sorted, of each CPTS the first; the first set is empty.
  let labels: Column<Label, [Index<Drawing>]>
  /// For each unit, one past its last piece.
  private(set) var ends: Column<Unit, Index<Piece>>

  /// A set of CPTS that have drawings.
  enum Label {}

  var count: Int { unit.count }
  var indices: Range<Index<Piece>> { unit.indices }

  /// Pieces of a unit.
  func of(_ unit: Index<Unit>) -> Range<Index<Piece>> {
    (unit == Index(0) ? Index(0) : ends[unit - 1])..<ends[unit]
  }

  /// Whether a unit has several pieces that are more than noise of rounding.
  func isDivided(_ unit: Index<Unit>) -> Bool {
    of(unit).count { squareMetres[$0] >= Arrangement.leastSquareMetres } > 1
  }

  /// Whether a drawing cuts a unit, be it by a crumb.
  func isCut(_ unit: Index<Unit>) -> Bool { of(unit).count > 1 }

  /// Whether a piece is a whole unit.
  func isWhole(_ piece: Index<Piece>) -> Bool { !isCut(unit[piece]) }

  /// Each unit whole, and no drawing: the piece has the unit's own number.
  init(wholeUnits areas: Column<Unit, Double>) {
    unit = Column(Array(areas.indices))
    squareMetres = Column(areas.values)
    label = Column(repeating: Index(0), count: areas.count)
    labels = Column([[]])
    ends = areas.mapped { _ in Index(0) }
    for unit in areas.indices { ends[unit] = Self.whole(unit) + 1 }
  }

  /// The piece that a unit is where no drawing enters any.
  static func whole(_ unit: Index<Unit>) -> Index<Piece> { Index(unit.raw) }

  /// The edges of whole units, with each unit's piece on its sides.
  static func edges(ofWholeUnits edges: EdgeTable<Unit>) -> EdgeTable<Piece> {
    EdgeTable(
      edges.ends, left: edges.left.mapped { whole($0) }, right: edges.right.mapped { whole($0) })
  }

  private init(labels: Column<Label, [Index<Drawing>]>) {
    self.labels = labels
    (unit, squareMetres, label, ends) = (Column(), Column(), Column(), Column())
  }

  /// Rows of one CPTS are one territory: what tells two of its drawings apart divides no piece.
  ///
  /// - Parameters:
  ///   - firstOfCPTS: for each drawing, the first of its CPTS.
  ///   - areas: square metres of each unit, by its own rings.
  /// - Returns: the pieces, and the edges with pieces in place of units.
  static func divided(
    _ faces: Faces, _ names: FaceLabels, firstOfCPTS: Column<Drawing, Index<Drawing>>,
    areas: Column<Unit, Double>, _ edges: EdgeTable<Unit>
  ) -> (pieces: Pieces, edges: EdgeTable<Piece>) {
    // A drawing entered twice is drawn badly, or in several rows; either way it is there.
    let sets = names.turns.mapped { turns in
      Set(turns.lazy.filter { $0.times > 0 }.map { firstOfCPTS[$0.drawing] }).sorted()
    }
    var indexOfSet: [[Index<Drawing>]: Index<Label>] = [[]: Index(0)]
    var labels: Column<Label, [Index<Drawing>]> = Column([[]])
    let indices = sets.mapped { set in
      if let index = indexOfSet[set] { return index }
      indexOfSet[set] = labels.next
      labels.append(set)
      return labels.next - 1
    }
    let labelOfFace = names.labelOfFace.mapped { indices[$0] }
    let groups = FaceGroups(faces, labelOfFace, edges)
    var pieces = Pieces(labels: labels)
    var pieceOfFace = Column<Face, Index<Piece>>(repeating: .outside, count: faces.count)
    for owner in areas.indices {
      let members = groups.groups(of: owner, faces)
      let total = members.reduce(0) { $0 + $1.squareMetres }
      for group in members {
        for face in group.faces { pieceOfFace[face] = pieces.unit.next }
        pieces.unit.append(owner)
        pieces.label.append(labelOfFace[group.faces[0]])
        let share = members.count == 1 ? 1 : group.squareMetres / max(total, .leastNormalMagnitude)
        pieces.squareMetres.append(areas[owner] * share)
      }
      pieces.ends.append(pieces.unit.next)
    }
    return (pieces, Self.edges(edges, faces, pieceOfFace))
  }

  /// The same units in fewer pieces.
  ///
  /// - Parameters:
  ///   - groups: of the pieces of each unit, in the order of units; each of pieces under one label.
  ///   - areas: square metres of each unit, which one that is whole again has.
  init(
    _ pieces: Pieces, inGroups groups: [[Index<Piece>]], labels: Column<Piece, Index<Label>>,
    areas: Column<Unit, Double>
  ) {
    self.init(labels: pieces.labels)
    ends = Column(repeating: Index(0), count: pieces.ends.count)
    for members in groups {
      let owner = pieces.unit[members[0]]
      unit.append(owner)
      label.append(labels[members[0]])
      squareMetres.append(
        members.count == pieces.of(owner).count
          ? areas[owner] : members.reduce(0) { $0 + pieces.squareMetres[$1] })
      ends[owner] = unit.next
    }
  }

  private static func edges(
    _ edges: EdgeTable<Unit>, _ faces: Faces, _ pieceOfFace: Column<Face, Index<Piece>>
  ) -> EdgeTable<Piece> {
    func sides(isLeft: Bool) -> Column<Edge, Index<Piece>> {
      Column(count: edges.count) { edge in
        guard faces.isActive[edge] else { return .outside }
        let side = DirectedEdge(edge: edge, isForward: isLeft)
        return pieceOfFace[faces.face(onLeftOf: side, edges)]
      }
    }
    return EdgeTable(edges.ends, left: sides(isLeft: true), right: sides(isLeft: false))
  }
}

/// The faces of each unit that make one piece: those side by side that the same CPTS cover, and the main
/// ones of the parts of a unit (islands of one commune are one, as everywhere else).
private struct FaceGroups {
  struct Group {
    var faces: [Index<Face>]
    var squareMetres: Double
  }

  private let facesOfUnit: Grouping<Unit, Face>
  private let labelOfFace: Column<Face, Index<Pieces.Label>>
  /// For each face, a name of the part of its unit that it lies in.
  private let partOfFace: Column<Face, Index<Face>>
  /// For each face, a name of the faces beside it in its unit that have its label.
  private let regionOfFace: Column<Face, Index<Face>>

  init(
    _ faces: Faces, _ labelOfFace: Column<Face, Index<Pieces.Label>>, _ edges: EdgeTable<Unit>
  ) {
    self.labelOfFace = labelOfFace
    facesOfUnit = Grouping(groupCount: faces.isDivided.count) { visit in
      for face in faces.walked { visit(faces.unit[face], face) }
    }
    var parts = UnionFind<Face>(count: faces.count)
    var regions = parts
    for edge in faces.isActive.indices
    where faces.isActive[edge] && edges.left[edge] == edges.right[edge] && edges.left[edge].exists {
      let side = DirectedEdge(edge: edge, isForward: true)
      let left = faces.face(onLeftOf: side, edges)
      let right = faces.face(onLeftOf: side.reversed, edges)
      parts.unite(left, right)
      if labelOfFace[left] == labelOfFace[right] { regions.unite(left, right) }
    }
    partOfFace = parts.roots()
    regionOfFace = regions.roots()
  }

  /// The largest group first.
  func groups(of unit: Index<Unit>, _ faces: Faces) -> [Group] {
    let members = facesOfUnit[unit]
    guard faces.isDivided[unit], !members.isEmpty else {
      return [Group(faces: [Faces.whole(unit)], squareMetres: 1)]
    }
    var groups: [Group] = []
    var mainOfLabel: [Index<Pieces.Label>: Int] = [:]
    var seen: Set<SIMD2<Int32>> = []
    for region in regions(of: members, faces) {
      let label = labelOfFace[region.faces[0]]
      let isMain = seen.insert(SIMD2(partOfFace[region.faces[0]].raw, label.raw)).inserted
      if isMain, let main = mainOfLabel[label] {
        groups[main].faces += region.faces
        groups[main].squareMetres += region.squareMetres
      } else {
        if isMain { mainOfLabel[label] = groups.count }
        groups.append(region)
      }
    }
    return groups
  }

  /// Faces side by side with one label, the largest region first.
  private func regions(of members: ArraySlice<Index<Face>>, _ faces: Faces) -> [Group] {
    var regions: [Index<Face>: Group] = [:]
    for face in members {
      // Noise of rounding can turn a face of no width inside out.
      let area = max(0, faces.squareMetres[face])
      let region = regionOfFace[face]
      regions[region, default: Group(faces: [], squareMetres: 0)].faces.append(face)
      regions[region]?.squareMetres += area
    }
    return regions.values.sorted { ($1.squareMetres, $0.faces[0]) < ($0.squareMetres, $1.faces[0]) }
  }
}
