/// `carte.svg`: the map as one still picture for a slide or a document, with its legend, date and source.
///
/// Stages differ by pattern as well as by colour. The picture needs no font and no file besides itself.
struct MapPicture {
  /// Width and height, in pixels: the shape of a slide.
  static let size = (width: 1600, height: 900)
  /// Where the map stands in it.
  private static let frame = (x: 470.0, y: 20.0, width: 1110.0, height: 860.0)
  /// Units of the map for one of the picture's paths: they are whole numbers, as short as they look.
  private static let step: Int32 = 20

  private let map: DisplayMap
  private let places: [MapPlace]
  private let caption: MapCaption
  private let points: ArcPoints
  /// Pixels for one unit of the paths.
  private let scale: Double
  private var text = ByteBuffer(capacity: 1 << 19)

  /// - Complexity: O(points of the map).
  static func svg(_ study: Study, _ map: DisplayMap, _ places: [MapPlace]) -> [UInt8] {
    var picture = MapPicture(study, map, places)
    picture.write()
    return picture.text.bytes
  }

  private init(_ study: Study, _ map: DisplayMap, _ places: [MapPlace]) {
    self.map = map
    self.places = places
    caption = MapCaption(study)
    let size = map.frames.size
    let pixels = min(Self.frame.width / max(size.x, 1), Self.frame.height / max(size.y, 1))
    scale = pixels * Double(Self.step)
    // What is below half a pixel is not seen.
    points = map.points.simplified(0.45 / pixels).divided(by: Self.step)
  }

  private mutating func write() {
    let (width, height) = Self.size
    text.append(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" role="img" aria-labelledby="title" font-family="Arial, Helvetica, sans-serif" \
      fill="#1e2b2d">
      <title id="title">
      """)
    text.append(caption.title)
    text.append("</title>\n<defs>\n")
    for stage in Stage.allCases {
      pattern("map-\(stage.rawValue)", stage, scale: 1 / scale)
      pattern("key-\(stage.rawValue)", stage, scale: 1)
    }
    text.append("</defs>\n<rect width=\"\(width)\" height=\"\(height)\" fill=\"#fff\"/>\n")
    drawMap()
    text.append(caption.svg)
    text.append("</svg>\n")
  }

  /// A tile of eight pixels.
  private mutating func pattern(_ id: String, _ stage: Stage, scale: Double) {
    text.append(
      "<pattern id=\"\(id)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\""
        + " patternTransform=\"scale(")
    text.append(scale, decimals: 4)
    text.append(")\"><rect width=\"8\" height=\"8\" fill=\"\(StageStyle.colour(of: stage))\"/>")
    text.append(StageStyle.marks(of: stage))
    text.append("</pattern>\n")
  }

  private mutating func drawMap() {
    text.append("<g transform=\"translate(\(Int(Self.frame.x)) \(Int(Self.frame.y))) scale(")
    text.append(scale, decimals: 5)
    text.append(")\" fill-rule=\"evenodd\" stroke-linejoin=\"round\">\n")
    let faces = map.faces.faces
    let rings = FaceRings.rings(
      map.arcs, groupOfFace: faces.map { Int32($0.stage.rawValue) },
      groupCount: Stage.allCases.count)
    for stage in Stage.allCases where !rings[stage.rawValue].isEmpty {
      text.append("<path fill=\"url(#map-\(stage.rawValue))\" d=\"")
      for ring in rings[stage.rawValue] { path(of: ring) }
      text.append("\"/>\n")
    }
    let own = faces.map { [places] in places[Int($0.place)] }
    let zones = own.map { $0.zones }
    lines("#ffffff", width: 0.5) { $1 >= 0 && own[$0].differs(from: own[$1]) }
    lines("#5c6867", width: 0.6) { $1 < 0 || faces[$0].department != faces[$1].department }
    lines("#2b0d02", width: 1.2) { $1 < 0 ? !zones[$0].isEmpty : zones[$0] != zones[$1] }
    text.append("</g>\n")
  }

  /// The borders that a rule wants, given the faces on both sides; the second is -1 along a coast.
  private mutating func lines(
    _ colour: String, width: Double, _ isWanted: (Int, Int) -> Bool
  ) {
    text.append("<path fill=\"none\" stroke=\"\(colour)\" stroke-width=\"")
    text.append(width / scale, decimals: 2)
    text.append("\" d=\"")
    for arc in 0..<map.arcs.count {
      let (left, right) = (Int(map.arcs.left[arc]), Int(map.arcs.right[arc]))
      if isWanted(max(left, right), min(left, right)) { line(points[arc]) }
    }
    text.append("\"/>\n")
  }

  private mutating func path(of ring: [Int32]) {
    var around: [SIMD2<Int32>] = []
    for walk in ring {
      if walk >= 0 {
        around.append(contentsOf: points[Int(walk)])
      } else {
        around.append(contentsOf: points[Int(~walk)].reversed())
      }
    }
    line(around[...])
    text.append(byte: UInt8(ascii: "z"))
  }

  /// The first point, then steps.
  private mutating func line(_ points: ArraySlice<SIMD2<Int32>>) {
    guard var previous = points.first else { return }
    text.append(byte: UInt8(ascii: "M"))
    pair(previous)
    text.append(byte: UInt8(ascii: "l"))
    for point in points.dropFirst() where point != previous {
      pair(point &- previous)
      previous = point
    }
    // A path needs a step, be it of no length.
    text.append("0 0")
  }

  private mutating func pair(_ point: SIMD2<Int32>) {
    text.append(Int(point.x))
    text.append(byte: UInt8(ascii: " "))
    text.append(Int(point.y))
    text.append(byte: UInt8(ascii: " "))
  }
}
