import GeoKernel

/// The polygons of a placemark: they go into columns, the rest is counted.
struct KMLOutline {
  /// Points, lines, and rings that enclose nothing.
  var passedOver = 0
  /// Why the geometry cannot be used at all.
  private(set) var unreadable: Wording?

  private static let badPosition = Wording(
    fr: "coordonnées mal écrites : « longitude,latitude » sans espace est attendu",
    en: "coordinates badly written: “longitude,latitude” without a space is expected")

  /// Reads the polygon opened last, to its end; its holes may come before its outer boundary.
  mutating func readPolygon(
    _ scanner: inout XMLScanner, into columns: inout PolygonColumns
  ) throws(InputFault) {
    let depth = scanner.depth
    var shells: [PolygonColumns] = []
    var holes: [PolygonColumns] = []
    var isHole = false
    while scanner.depth >= depth {
      switch try scanner.next() {
      case .open(.outerBoundaryIs): isHole = false
      case .open(.innerBoundaryIs): isHole = true
      case .open(.coordinates):
        let ring = try positions(&scanner)
        if isHole { holes.append(ring) } else { shells.append(ring) }
      default: break
      }
    }
    guard let shell = shells.first else {
      passedOver += 1
      return
    }
    // A polygon has one outer boundary: of several the others are polygons too.
    append(shell, isHole: false, to: &columns, holes)
    for other in shells.dropFirst() { append(other, isHole: false, to: &columns, []) }
  }

  private mutating func append(
    _ ring: PolygonColumns, isHole: Bool, to columns: inout PolygonColumns,
    _ holes: [PolygonColumns]
  ) {
    columns.x += ring.x
    columns.y += ring.y
    guard columns.endRing(isHole: isHole) else {
      passedOver += 1 + holes.count
      return
    }
    for hole in holes { append(hole, isHole: true, to: &columns, []) }
  }

  /// `longitude,latitude` or `longitude,latitude,height`, with white space between positions.
  private mutating func positions(
    _ scanner: inout XMLScanner
  ) throws(InputFault) -> PolygonColumns {
    let depth = scanner.depth
    var bytes: [UInt8] = []
    while scanner.depth >= depth {
      if try scanner.next() == .text { try scanner.appendText(to: &bytes) }
    }
    var ring = PolygonColumns()
    for position in bytes.split(whereSeparator: { $0 <= 0x20 }) {
      let numbers = position.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      guard (2...3).contains(numbers.count),
        let x = Double(String(decoding: numbers[0], as: UTF8.self)),
        let y = Double(String(decoding: numbers[1], as: UTF8.self))
      else {
        unreadable = Self.badPosition
        break
      }
      guard x.isFinite, y.isFinite else {
        unreadable = .notFinite
        break
      }
      ring.x.append(x)
      ring.y.append(y)
    }
    return ring
  }
}
