/// `carte.svg`: the map as one still picture for a slide or a document, with its legend, date and source.
///
/// Stages differ by pattern as well as by colour. The picture needs no font and no file besides itself.
struct MapPicture {
  /// Width and height, in pixels: the shape of a slide.
  static let size = (width: 1600, height: 900)
  /// Where the map stands in it.
  private static let frame = (x: 470.0, y: 20.0, width: 1110.0, height: 860.0)

  private let paths: MapPath
  private let places: [MapPlace]
  private let caption: MapCaption
  private var text = ByteBuffer(capacity: 1 << 19)

  /// - Complexity: O(points of the map).
  static func svg(_ study: Study, _ map: DisplayMap, _ places: [MapPlace]) -> [UInt8] {
    var picture = MapPicture(study, map, places)
    picture.write()
    return picture.text.bytes
  }

  private init(_ study: Study, _ map: DisplayMap, _ places: [MapPlace]) {
    paths = MapPath(map, width: Self.frame.width, height: Self.frame.height)
    self.places = places
    caption = MapCaption(study)
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
      pattern("map-\(stage.rawValue)", stage, scale: 1 / paths.scale)
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
    paths.open(x: Self.frame.x, y: Self.frame.y, into: &text)
    let faces = paths.map.faces.faces
    paths.fill(
      faces.map { Int32($0.stage.rawValue) }, count: Stage.allCases.count, into: &text
    ) { "url(#map-\($0))" }
    let own = faces.map { [places] in places[Int($0.place)] }
    let zones = own.map { $0.zones }
    paths.lines("#ffffff", width: 0.5, into: &text) { $1 >= 0 && own[$0].differs(from: own[$1]) }
    paths.lines("#5c6867", width: 0.6, into: &text) {
      $1 < 0 || faces[$0].department != faces[$1].department
    }
    paths.lines("#2b0d02", width: 1.2, into: &text) {
      $1 < 0 ? !zones[$0].isEmpty : zones[$0] != zones[$1]
    }
    text.append("</g>\n")
  }
}
