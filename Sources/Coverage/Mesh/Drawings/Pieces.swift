/// The pieces that borders and drawings make of units: what every figure is a sum over.
///
/// A unit that no drawing enters is one piece. Pieces are numbered by unit, the largest first.
struct Pieces: Sendable {
  /// Unit of each piece.
  private(set) var unit: [Int32]
  /// Square metres on the ellipsoid; the pieces of a unit add up to it.
  private(set) var squareMetres: [Double]
  /// Which CPTS cover each piece: an index in `labels`.
  private(set) var label: [Int32]
  /// Sets of drawings, each sorted, of each CPTS the first; the first set is empty.
  let labels: [[Int32]]
  /// For each unit, one past its last piece.
  private(set) var ends: [Int32]

  var count: Int { unit.count }

  /// Pieces of a unit.
  func of(_ unit: Int) -> Range<Int> { (unit == 0 ? 0 : Int(ends[unit - 1]))..<Int(ends[unit]) }

  /// Whether a unit has several pieces that are more than noise of rounding.
  func isDivided(_ unit: Int) -> Bool {
    of(unit).count { squareMetres[$0] >= Arrangement.leastSquareMetres } > 1
  }

  /// Whether a drawing cuts a unit, be it by a crumb.
  func isCut(_ unit: Int) -> Bool { of(unit).count > 1 }

  /// Whether a piece is a whole unit.
  func isWhole(_ piece: Int) -> Bool { !isCut(Int(unit[piece])) }

  /// Each unit whole, and no drawing.
  init(wholeUnits areas: [Double]) {
    unit = areas.indices.map { Int32($0) }
    squareMetres = areas
    label = Array(repeating: 0, count: areas.count)
    labels = [[]]
    ends = areas.indices.map { Int32($0 + 1) }
  }

  /// Rows of one CPTS are one territory: what tells two of its drawings apart divides no piece.
  ///
  /// - Parameters:
  ///   - firstOfCPTS: for each drawing, the first of its CPTS.
  ///   - areas: square metres of each unit, by its own rings.
  ///   - edges: gets the piece on either side of each edge in place of the unit.
  init(
    _ faces: Faces, _ names: FaceLabels, firstOfCPTS: [Int32], areas: [Double],
    _ edges: inout EdgeTable
  ) {
    // A drawing entered twice is drawn badly, or in several rows; either way it is there.
    let sets = names.turns.map { turns in
      Set(turns.lazy.filter { $0.times > 0 }.map { firstOfCPTS[Int($0.drawing)] }).sorted()
    }
    var indexOfSet: [[Int32]: Int32] = [[]: 0]
    var labels: [[Int32]] = [[]]
    let indices = sets.map { set in
      if let index = indexOfSet[set] { return index }
      indexOfSet[set] = Int32(labels.count)
      labels.append(set)
      return Int32(labels.count - 1)
    }
    self.labels = labels
    let labelOfFace = names.labelOfFace.map { indices[Int($0)] }
    let groups = FaceGroups(faces, labelOfFace, edges)
    (unit, squareMetres, label, ends) = ([], [], [], [])
    var pieceOfFace = [Int32](repeating: EdgeTable.outside, count: faces.count)
    for owner in areas.indices {
      let members = groups.groups(of: Int32(owner), faces)
      let total = members.reduce(0) { $0 + $1.squareMetres }
      for group in members {
        for face in group.faces { pieceOfFace[Int(face)] = Int32(unit.count) }
        unit.append(Int32(owner))
        label.append(labelOfFace[Int(group.faces[0])])
        let share = members.count == 1 ? 1 : group.squareMetres / max(total, .leastNormalMagnitude)
        squareMetres.append(areas[owner] * share)
      }
      ends.append(Int32(unit.count))
    }
    for edge in 0..<edges.count {
      guard faces.isActive[edge] else {
        edges.left[edge] = EdgeTable.outside
        edges.right[edge] = EdgeTable.outside
        continue
      }
      let side = DirectedEdge(edge: Int32(edge), isForward: true)
      let left = pieceOfFace[Int(faces.face(onLeftOf: side, edges))]
      let right = pieceOfFace[Int(faces.face(onLeftOf: side.reversed, edges))]
      edges.left[edge] = left
      edges.right[edge] = right
    }
  }
}

/// The faces of each unit that make one piece: those side by side that the same CPTS cover, and the main
/// ones of the parts of a unit (islands of one commune are one, as everywhere else).
private struct FaceGroups {
  struct Group {
    var faces: [Int32]
    var squareMetres: Double
  }

  private let facesOfUnit: Grouping
  private let labelOfFace: [Int32]
  /// For each face, a name of the part of its unit that it lies in.
  private let partOfFace: [Int32]
  /// For each face, a name of the faces beside it in its unit that have its label.
  private let regionOfFace: [Int32]

  init(_ faces: Faces, _ labelOfFace: [Int32], _ edges: EdgeTable) {
    self.labelOfFace = labelOfFace
    facesOfUnit = Grouping(groupCount: faces.isDivided.count) { visit in
      for face in faces.isDivided.count + 1..<faces.count {
        visit(faces.unit[face], Int32(face))
      }
    }
    var parts = UnionFind(count: faces.count)
    var regions = parts
    for edge in faces.isActive.indices
    where faces.isActive[edge] && edges.left[edge] == edges.right[edge] && edges.left[edge] >= 0 {
      let side = DirectedEdge(edge: Int32(edge), isForward: true)
      let left = faces.face(onLeftOf: side, edges)
      let right = faces.face(onLeftOf: side.reversed, edges)
      parts.unite(left, right)
      if labelOfFace[Int(left)] == labelOfFace[Int(right)] { regions.unite(left, right) }
    }
    partOfFace = parts.roots()
    regionOfFace = regions.roots()
  }

  /// The largest group first.
  func groups(of unit: Int32, _ faces: Faces) -> [Group] {
    let members = facesOfUnit[Int(unit)]
    guard faces.isDivided[Int(unit)], !members.isEmpty else {
      return [Group(faces: [Faces.whole(unit)], squareMetres: 1)]
    }
    var groups: [Group] = []
    var mainOfLabel: [Int32: Int] = [:]
    var seen: Set<SIMD2<Int32>> = []
    for region in regions(of: members, faces) {
      let label = labelOfFace[Int(region.faces[0])]
      let isMain = seen.insert(SIMD2(partOfFace[Int(region.faces[0])], label)).inserted
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
  private func regions(of members: ArraySlice<Int32>, _ faces: Faces) -> [Group] {
    var regions: [Int32: Group] = [:]
    for face in members {
      // Noise of rounding can turn a face of no width inside out.
      let area = max(0, faces.squareMetres[Int(face)])
      let region = regionOfFace[Int(face)]
      regions[region, default: Group(faces: [], squareMetres: 0)].faces.append(face)
      regions[region]?.squareMetres += area
    }
    return regions.values.sorted { ($1.squareMetres, $0.faces[0]) < ($0.squareMetres, $1.faces[0]) }
  }
}
