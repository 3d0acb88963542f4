/// A small map as SVG: what it is about with what is around it, which has numbers or letters of a text beside
/// it. It needs no font and no file besides itself; what stands out does so by line and sign as well as by
/// colour.
struct SheetPicture {
  static let width = 520
  /// With a legend of three rows.
  private static let leastHeight = 410

  private let maps: SectorMaps
  let subject: PictureSubject
  let view: MapView
  private let frame: Int32
  private var simplifier: ArcSimplifier
  /// Arcs thinned to what the view shows, each once.
  private var thinned: [Int: [SIMD2<Double>]] = [:]
  /// How each face that is seen shows.
  private var looks: [Int32: PictureSubject.Look] = [:]
  var svg = ByteBuffer(capacity: 1 << 14)
  private var places: [String: WidestPlace] = [:]

  /// Pixels by which a border may move: on paper a fifth of a millimetre at most; twice that where the map
  /// shows no more than where things are.
  private static func tolerance(_ subject: PictureSubject) -> Double {
    subject.showsBorders ? 0.8 : 1.6
  }
  /// Positions in the paths are whole tenths of a pixel.
  private static let fineness = 10.0

  /// - Parameter description: what it shows, for who does not see it.
  /// - Returns: three quarters as large as it is drawn; nil of what is nowhere on a map.
  /// - Complexity: O(faces + points of those that are seen × log).
  static func of(
    _ subject: PictureSubject, _ maps: SectorMaps, description: String
  ) -> PrintedPage.Picture? {
    let own = subject.faces.filter { maps.frame(of: $0) >= 0 }
    guard let first = own.first else { return nil }
    let frame = maps.frame(of: first)
    var box = MapBox()
    for face in own where maps.frame(of: face) == frame && !maps.boxes[Int(face)].isEmpty {
      box.add(maps.boxes[Int(face)].low)
      box.add(maps.boxes[Int(face)].high)
    }
    var picture = SheetPicture(maps, subject, MapView(around: box), frame)
    let height = picture.draw()
    return PrintedPage.Picture(
      svg: picture.svg.bytes, width: width * 3 / 4, height: height * 3 / 4,
      description: description)
  }

  private init(_ maps: SectorMaps, _ subject: PictureSubject, _ view: MapView, _ frame: Int32) {
    (self.maps, self.subject, self.view, self.frame) = (maps, subject, view, frame)
    simplifier = ArcSimplifier(tolerance: Self.tolerance(subject) / view.scale)
  }

  /// - Returns: the height of the picture.
  private mutating func draw() -> Int {
    let seen = maps.boxes.indices.map { Int32($0) }.filter {
      maps.frame(of: $0) == frame && view.shows(maps.boxes[Int($0)])
    }
    for face in seen { looks[face] = subject.look(face) }
    let used = Set(looks.values.map(\.key))
    let keys = subject.keys.indices.filter { used.contains($0) }.map { subject.keys[$0] }
    let height = max(
      Self.leastHeight, Int(MapView.size.y) + PictureLegend.height(of: keys.count + 1))
    svg.append(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(height)" \
      width="\(Self.width)" height="\(height)" font-family="Arial, Helvetica, sans-serif" \
      fill="#1e2b2d">
      <rect width="\(Self.width)" height="\(height)" fill="#ffffff"/>

      """)
    svg.append("<g transform=\"scale(.1)\">\n")
    fill(seen)
    let hasDepartments = borders()
    svg.append("</g>\n")
    for (words, place) in places.sorted(by: { $0.key < $1.key })
    where place.width > subject.leastPlace {
      sign(words, at: place)
    }
    if let dot = subject.dot {
      self.dot(dot.name, at: view.pixels(maps.position(dot.point, in: frame)))
    }
    scaleBar()
    PictureLegend.append(
      keys, hasDepartments: hasDepartments, to: &svg, top: Int(MapView.size.y))
    svg.append(
      "<rect x=\"0.5\" y=\"0.5\" width=\"\(Self.width - 1)\" height=\"\(Int(MapView.size.y))\" "
        + "fill=\"none\" stroke=\"#5c6867\"/>\n</svg>\n")
    return height
  }

  // MARK: Faces

  /// Faces alike are filled as one where no border shows between them: there are fewer points, and no seams.
  private mutating func fill(_ seen: [Int32]) {
    if subject.showsBorders {
      for face in seen { if let look = looks[face] { fill(maps.rings[Int(face)], look) } }
      return
    }
    var groups: [SIMD2<Int>: Int32] = [:]
    var kinds: [PictureSubject.Look] = []
    var groupOfFace = [Int32](repeating: -1, count: maps.boxes.count)
    for face in seen {
      guard let look = looks[face] else { continue }
      let kind = SIMD2(look.key, look.owner ?? -1)
      if groups.updateValue(groups[kind] ?? Int32(kinds.count), forKey: kind) == nil {
        kinds.append(look)
      }
      groupOfFace[Int(face)] = groups[kind] ?? -1
    }
    let rings = FaceRings.rings(maps.arcs, groupOfFace: groupOfFace, groupCount: kinds.count)
    for (look, rings) in zip(kinds, rings) { fill(rings, look) }
  }

  private mutating func fill(_ rings: [[Int32]], _ look: PictureSubject.Look) {
    let rings = rings.map { view.clipped(ring: around($0)) }.filter { $0.count > 2 }
    guard !rings.isEmpty else { return }
    for sign in look.signs { places[sign, default: WidestPlace()].look(in: rings) }
    svg.append("<path fill=\"\(subject.keys[look.key].colour)\" fill-rule=\"evenodd\" d=\"")
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

  /// - Returns: whether there is a limit of departments among them.
  private mutating func borders() -> Bool {
    var between = ByteBuffer()
    var departments = ByteBuffer()
    var inner = ByteBuffer()
    var outline = ByteBuffer()
    var coast = ByteBuffer()
    for arc in 0..<maps.arcs.count {
      let (left, right) = (maps.arcs.left[arc], maps.arcs.right[arc])
      let looks = (looks[left], looks[right])
      guard looks.0 != nil || looks.1 != nil else { continue }
      let owners = (looks.0?.owner, looks.1?.owner)
      let isCoast = left < 0 || right < 0
      let isOfDepartment =
        !isCoast
        && maps.faces.faces[Int(left)].department != maps.faces.faces[Int(right)].department
      for run in view.clipped(line: points(of: arc)) {
        if owners.0 != owners.1 {
          let isOutline = owners.0 == nil || owners.1 == nil
          Self.line(run, into: &outline, if: isOutline)
          Self.line(run, into: &inner, if: !isOutline)
        } else if isCoast {
          Self.line(run, into: &coast)
        } else if isOfDepartment {
          Self.line(run, into: &departments)
        } else if subject.showsBorders {
          Self.line(run, into: &between)
        }
      }
    }
    stroke(between, "#ffffff", "10")
    stroke(coast, "#7d8989", "8")
    stroke(departments, "#3f4d4e", "12", dashes: "50 30")
    stroke(inner, "#4a1602", "15")
    stroke(outline, "#4a1602", "30")
    return departments.count > 0
  }

  private static func line(
    _ points: [SIMD2<Double>], into path: inout ByteBuffer, if isWanted: Bool
  ) {
    if isWanted { line(points, into: &path) }
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
