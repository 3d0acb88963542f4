/// The lines of a map in a picture: paths in whole numbers, as short as they look.
struct MapPath {
  /// Units of the map for one of the picture's paths.
  private static let step: Int32 = 20

  let map: DisplayMap
  /// Pixels for one unit of the paths.
  let scale: Double
  private let points: ArcPoints

  /// - Parameters:
  ///   - width: pixels that there are.
  ///   - height: pixels that there are.
  /// - Complexity: O(points of the map).
  init(_ map: DisplayMap, width: Double, height: Double) {
    self.map = map
    let size = map.frames.size
    let pixels = min(width / max(size.x, 1), height / max(size.y, 1))
    scale = pixels * Double(Self.step)
    // What is below half a pixel is not seen.
    points = map.points.simplified(0.45 / pixels).divided(by: Self.step)
  }

  /// The group that the paths stand in.
  func open(x: Double, y: Double, into text: inout ByteBuffer) {
    text.append("<g transform=\"translate(\(Int(x)) \(Int(y))) scale(")
    text.append(scale, decimals: 5)
    text.append(")\" fill-rule=\"evenodd\" stroke-linejoin=\"round\">\n")
  }

  /// The ground of each group of faces.
  ///
  /// - Parameter fill: of a group.
  func fill(
    _ groupOfFace: [Int32], count: Int, into text: inout ByteBuffer, _ fill: (Int) -> String
  ) {
    let rings = FaceRings.rings(map.arcs, groupOfFace: groupOfFace, groupCount: count)
    for group in 0..<count where !rings[group].isEmpty {
      text.append("<path fill=\"\(fill(group))\" d=\"")
      for ring in rings[group] { path(of: ring, into: &text) }
      text.append("\"/>\n")
    }
  }

  /// The borders that a rule wants, given the faces on both sides; the second is -1 along a coast.
  func lines(
    _ colour: String, width: Double, into text: inout ByteBuffer, _ isWanted: (Int, Int) -> Bool
  ) {
    text.append("<path fill=\"none\" stroke=\"\(colour)\" stroke-width=\"")
    text.append(width / scale, decimals: 2)
    text.append("\" d=\"")
    for arc in 0..<map.arcs.count {
      let (left, right) = (Int(map.arcs.left[arc]), Int(map.arcs.right[arc]))
      if isWanted(max(left, right), min(left, right)) { line(points[arc], into: &text) }
    }
    text.append("\"/>\n")
  }

  private func path(of ring: [Int32], into text: inout ByteBuffer) {
    var around: [SIMD2<Int32>] = []
    for walk in ring {
      if walk >= 0 {
        around.append(contentsOf: points[Int(walk)])
      } else {
        around.append(contentsOf: points[Int(~walk)].reversed())
      }
    }
    line(around[...], into: &text)
    text.append(byte: UInt8(ascii: "z"))
  }

  /// The first point, then steps.
  private func line(_ points: ArraySlice<SIMD2<Int32>>, into text: inout ByteBuffer) {
    guard var previous = points.first else { return }
    text.append(byte: UInt8(ascii: "M"))
    pair(previous, into: &text)
    text.append(byte: UInt8(ascii: "l"))
    for point in points.dropFirst() where point != previous {
      pair(point &- previous, into: &text)
      previous = point
    }
    // A path needs a step, be it of no length.
    text.append("0 0")
  }

  private func pair(_ point: SIMD2<Int32>, into text: inout ByteBuffer) {
    text.append(Int(point.x))
    text.append(byte: UInt8(ascii: " "))
    text.append(Int(point.y))
    text.append(byte: UInt8(ascii: " "))
  }
}
