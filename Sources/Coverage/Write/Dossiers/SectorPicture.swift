/// The map of one sector with what is around it, as SVG: neighbours have the numbers of a table beside it.
/// It needs no font and no file besides itself; what stands out does so by line and number as well as by
/// colour.
struct SectorPicture {
  static let width = 520
  static let height = 410

  private let maps: SectorMaps
  private let view: MapView
  private let frame: Int32
  private let lowest: Stage
  private let sector: Int32
  private let numbers: [Index<DatedCPTS>: Int]
  private var simplifier: ArcSimplifier
  private var svg = ByteBuffer(capacity: 1 << 14)
  private var places: [Int: WidestPlace] = [:]

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
    // What is below half a pixel is not seen.
    simplifier = ArcSimplifier(tolerance: 0.5 / view.scale)
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
    for face in seen { fill(Int32(face)) }
    borders(of: Set(seen.map { Int32($0) }))
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
    let rings = maps.rings[Int(face)].map { view.clipped(ring: maps.around($0, &simplifier)) }
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

  /// A path through points, in tenths of a pixel; two in one place are one.
  private static func line(_ points: [SIMD2<Double>], into path: inout ByteBuffer) {
    var last: SIMD2<Int>?
    for point in points {
      let tenths = SIMD2(Int((point.x * 10).rounded()), Int((point.y * 10).rounded()))
      guard tenths != last else { continue }
      path.append(last == nil ? "M" : "L")
      path.append(Double(tenths.x) / 10, decimals: tenths.x % 10 == 0 ? 0 : 1)
      path.append(" ")
      path.append(Double(tenths.y) / 10, decimals: tenths.y % 10 == 0 ? 0 : 1)
      last = tenths
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
      for run in view.clipped(line: maps.around([Int32(arc)], &simplifier)) {
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
    stroke(between, "#ffffff", "1")
    stroke(coast, "#7d8989", "0.8")
    stroke(departments, "#3f4d4e", "1.2", dashes: "5 3")
    stroke(outline, "#4a1602", "3")
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

  // MARK: Signs

  private mutating func sign(_ number: Int, at point: SIMD2<Double>) {
    let (x, y) = (Int(point.x.rounded()), Int(point.y.rounded()))
    svg.append(
      """
      <circle cx="\(x)" cy="\(y)" r="11" fill="#ffffff" stroke="#1e2b2d" stroke-width="1.5"/>
      <text x="\(x)" y="\(y + 5)" font-size="14" font-weight="bold" text-anchor="middle">\(number)</text>

      """)
  }

  private mutating func dot(_ name: String, at point: SIMD2<Double>) {
    let (x, y) = (Int(point.x.rounded()), Int(point.y.rounded()))
    let isLeft = x > Self.width / 2
    svg.append("<circle cx=\"\(x)\" cy=\"\(y)\" r=\"4\" fill=\"#1e2b2d\"/>\n")
    guard !name.isEmpty else { return }
    svg.append(
      "<text x=\"\(isLeft ? x - 7 : x + 7)\" y=\"\(max(14, y - 6))\" font-size=\"14\" "
        + "font-weight=\"bold\" text-anchor=\"\(isLeft ? "end" : "start")\">")
    let text = PageTemplate.escaped(TerminalText.cleaned(ShownName.shortened(name, to: 24)))
    svg.append(text[...])
    svg.append("</text>\n")
  }

  /// A round length of a quarter of the map at most.
  private mutating func scaleBar() {
    let most = Double(Self.width) / 4 / view.scale
    let lengths = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000]
    let metres = lengths.first { Double($0) <= most } ?? 500
    let pixels = Int((Double(metres) * view.scale).rounded())
    let y = Int(MapView.size.y) - 12
    let words = metres < 1000 ? "\(metres) m" : "\(metres / 1000) km"
    svg.append(
      """
      <rect x="8" y="\(y - 20)" width="\(pixels + 16)" height="27" fill="#ffffff"/>
      <path d="M16 \(y - 4)V\(y)H\(16 + pixels)V\(y - 4)" fill="none" stroke="#1e2b2d" \
      stroke-width="2"/>
      <text x="\(16 + pixels / 2)" y="\(y - 6)" font-size="12" text-anchor="middle">\(words)</text>

      """)
  }
}
