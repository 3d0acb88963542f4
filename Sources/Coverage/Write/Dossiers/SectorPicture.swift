/// The map of one sector with what is around it, as SVG: neighbours have the numbers of a table beside it.
/// It needs no font and no file besides itself; what stands out does so by line and number as well as by
/// colour.
struct SectorPicture {
  static let width = 520
  static let height = 410

  private let maps: SectorMaps
  let view: MapView
  let frame: Int32
  private let lowest: Stage
  private let sector: Int32
  private let numbers: [Index<DatedCPTS>: Int]
  private var simplifier: ArcSimplifier
  /// Arcs thinned to what the view shows, each once.
  private var thinned: [Int: [SIMD2<Double>]] = [:]
  var svg = ByteBuffer(capacity: 1 << 14)
  private var places: [Int: WidestPlace] = [:]

  /// Pixels by which a border may move: on paper a fifth of a millimetre at most.
  private static let tolerance = 0.8
  /// Positions in the paths are whole tenths of a pixel.
  private static let fineness = 10.0

  private static let ownColour = "#d9622b"
  private static let otherColour = "#e4e7e6"
  private static let whiteColour = "#fbe6d5"

  /// - Parameters:
  ///   - numbered: CPTS that get the numbers from 1 on.
  ///   - seat: the main commune, and where it is.
  /// - Returns: nil for a sector that is nowhere on a map.
  /// - Complexity: O(faces + points of those that are seen × log).
  static func svg(
    _ maps: SectorMaps, sector: Int, numbered: [Index<DatedCPTS>], lowest: Stage,
    seat: (name: String, point: GlobePoint?)
  ) -> [UInt8]? {
    let own = maps.faces.ofSector[sector].filter { maps.frame(of: $0) >= 0 }
    guard let first = own.first else { return nil }
    let frame = maps.frame(of: first)
    var box = MapBox()
    for face in own where maps.frame(of: face) == frame && !maps.boxes[Int(face)].isEmpty {
      box.add(maps.boxes[Int(face)].low)
      box.add(maps.boxes[Int(face)].high)
    }
    let numbers = Dictionary(
      uniqueKeysWithValues: numbered.enumerated().map { ($1, $0 + 1) })
    var picture = SectorPicture(
      maps: maps, view: MapView(around: box), frame: frame, lowest: lowest, sector: Int32(sector),
      numbers: numbers)
    picture.draw(seat)
    return picture.svg.bytes
  }

  private init(
    maps: SectorMaps, view: MapView, frame: Int32, lowest: Stage, sector: Int32,
    numbers: [Index<DatedCPTS>: Int]
  ) {
    (self.maps, self.view, self.frame, self.lowest) = (maps, view, frame, lowest)
    (self.sector, self.numbers) = (sector, numbers)
    simplifier = ArcSimplifier(tolerance: Self.tolerance / view.scale)
  }

  private mutating func draw(_ seat: (name: String, point: GlobePoint?)) {
    svg.append(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(Self.height)" \
      width="\(Self.width)" height="\(Self.height)" font-family="Arial, Helvetica, sans-serif" \
      fill="#1e2b2d">
      <rect width="\(Self.width)" height="\(Self.height)" fill="#ffffff"/>

      """)
    let seen = maps.boxes.indices.filter {
      maps.frame(of: Int32($0)) == frame && view.shows(maps.boxes[$0])
    }
    svg.append("<g transform=\"scale(.1)\">\n")
    for face in seen { fill(Int32(face)) }
    borders(of: Set(seen.map { Int32($0) }))
    svg.append("</g>\n")
    for (number, place) in places.sorted(by: { $0.key < $1.key }) where place.width > 12 {
      sign(number, at: place.point)
    }
    if let point = seat.point { dot(seat.name, at: view.pixels(maps.position(point, in: frame))) }
    scaleBar()
    SectorLegend.append(to: &svg, from: lowest, top: MapView.size.y)
    svg.append(
      "<rect x=\"0.5\" y=\"0.5\" width=\"\(Self.width - 1)\" height=\"\(Int(MapView.size.y))\" "
        + "fill=\"none\" stroke=\"#5c6867\"/>\n</svg>\n")
  }

  // MARK: Faces

  private mutating func fill(_ face: Int32) {
    let (cpts, stage) = maps.covering(face, from: lowest)
    let rings = maps.rings[Int(face)].map { view.clipped(ring: around($0)) }
      .filter { $0.count > 2 }
    guard !rings.isEmpty else { return }
    let isOwn = maps.faces.faces[Int(face)].sector == sector
    let known = cpts.compactMap { numbers[$0] }
    for number in known where !isOwn { places[number, default: WidestPlace()].look(in: rings) }
    let colour =
      isOwn
      ? Self.ownColour
      : !known.isEmpty
        ? StageStyle.colour(of: stage) : cpts.isEmpty ? Self.whiteColour : Self.otherColour
    svg.append("<path fill=\"\(colour)\" fill-rule=\"evenodd\" d=\"")
    for ring in rings {
      Self.line(ring, into: &svg)
      svg.append("z")
    }
    svg.append("\"/>\n")
  }

  /// The points of a ring, once around.
  private mutating func around(_ ring: [Int32]) -> [SIMD2<Double>] {
    var around: [SIMD2<Double>] = []
    for walk in ring {
      let points = points(of: Int(walk < 0 ? ~walk : walk))
      around.append(contentsOf: walk < 0 ? points.reversed() : points)
    }
    return around
  }

  private mutating func points(of arc: Int) -> [SIMD2<Double>] {
    if let known = thinned[arc] { return known }
    let points = maps.thinned(arc, &simplifier)
    thinned[arc] = points
    return points
  }

  /// A path through points, each from the one before; two in one place are one.
  private static func line(_ points: [SIMD2<Double>], into path: inout ByteBuffer) {
    var last: SIMD2<Int>?
    for point in points {
      let place = SIMD2(
        Int((point.x * fineness).rounded()), Int((point.y * fineness).rounded()))
      guard place != last else { continue }
      path.append(last == nil ? "M" : "l")
      let step = place &- (last ?? .zero)
      path.append(step.x)
      if step.y >= 0 { path.append(" ") }
      path.append(step.y)
      last = place
    }
  }

  // MARK: Borders

  private mutating func borders(of seen: Set<Int32>) {
    var between = ByteBuffer()
    var departments = ByteBuffer()
    var outline = ByteBuffer()
    var coast = ByteBuffer()
    for arc in 0..<maps.arcs.count {
      let (left, right) = (maps.arcs.left[arc], maps.arcs.right[arc])
      guard seen.contains(left) || seen.contains(right) else { continue }
      let sides = [left, right].map { $0 < 0 ? nil : maps.faces.faces[Int($0)] }
      let isOutline = (sides[0]?.sector == sector) != (sides[1]?.sector == sector)
      let isCoast = sides[0] == nil || sides[1] == nil
      let isOfDepartment = sides[0]?.department != sides[1]?.department
      for run in view.clipped(line: points(of: arc)) {
        if isOutline {
          Self.line(run, into: &outline)
        } else if isCoast {
          Self.line(run, into: &coast)
        } else if isOfDepartment {
          Self.line(run, into: &departments)
        } else {
          Self.line(run, into: &between)
        }
      }
    }
    stroke(between, "#ffffff", "10")
    stroke(coast, "#7d8989", "8")
    stroke(departments, "#3f4d4e", "12", dashes: "50 30")
    stroke(outline, "#4a1602", "30")
  }

  private mutating func stroke(
    _ path: ByteBuffer, _ colour: String, _ width: String, dashes: String? = nil
  ) {
    guard path.count > 0 else { return }
    svg.append("<path fill=\"none\" stroke=\"\(colour)\" stroke-width=\"\(width)\"")
    if let dashes { svg.append(" stroke-dasharray=\"\(dashes)\"") }
    svg.append(" d=\"")
    svg.append(path.bytes[...])
    svg.append("\"/>\n")
  }
}
