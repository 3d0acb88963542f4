/// Polygons whose rings have arcs (OGC 06-104r4, 6.2.15 and the types 8 to 12 of its well-known binary).
extension WKBReader {
  /// Appends a polygon whose rings are lines, arcs, or both.
  ///
  /// - Returns: how many rings enclose nothing.
  mutating func curvePolygon(
    _ little: Bool, into columns: inout PolygonColumns
  ) throws(WKBFault) -> Int {
    var passedOver = 0
    var shellKept = true
    for ring in 0..<(try count(little)) {
      let start = columns.x.count
      try curve(into: &columns, from: start, depth: 0)
      if !shellKept {  // holes of nothing
        columns.x.removeLast(columns.x.count - start)
        columns.y.removeLast(columns.y.count - start)
      }
      let kept = shellKept && columns.endRing(isHole: ring > 0)
      if ring == 0 { shellKept = kept }
      if !kept { passedOver += 1 }
    }
    return passedOver
  }

  /// Appends a line, arcs, or several of both one after another.
  private mutating func curve(
    into columns: inout PolygonColumns, from start: Int, depth: Int
  ) throws(WKBFault) {
    let (little, type, dimensions, code) = try header()
    switch type {
    case 2, 8:
      let points = Int(try count(little))
      let stride = dimensions * 8
      guard points <= remaining / stride else { throw .truncated }
      guard type == 2 || points == 0 || points % 2 == 1 else { throw .badHeader }
      let positions = try (0..<points).map { (index) throws(WKBFault) in
        try position(index * stride, little)
      }
      pass(points * stride)
      try append(positions, areArcs: type == 8, from: start, to: &columns)
    case 9 where depth == 0:
      for _ in 0..<(try count(little)) { try curve(into: &columns, from: start, depth: 1) }
    default: throw .unknownType(code)
    }
  }

  /// - Parameter start: where the ring begins in the columns: what follows begins where it ends.
  private mutating func append(
    _ positions: [SIMD2<Double>], areArcs: Bool, from start: Int, to columns: inout PolygonColumns
  ) throws(WKBFault) {
    guard let first = positions.first else { return }
    let isNext =
      columns.x.count > start && columns.x.last == first.x && columns.y.last == first.y
    if !isNext {
      columns.x.append(first.x)
      columns.y.append(first.y)
    }
    guard areArcs else {
      for position in positions.dropFirst() {
        columns.x.append(position.x)
        columns.y.append(position.y)
      }
      return
    }
    for index in stride(from: 0, to: positions.count - 2, by: 2) {
      try arcs.append(
        positions[index], positions[index + 1], positions[index + 2], to: &columns)
    }
  }
}
