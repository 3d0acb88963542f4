/// Writes well-known binary by the letter of OGC 06-103r4, independently of the reader.
package struct WKBBytes {
  package var bytes: [UInt8] = []
  package var isLittle = true

  package init(little: Bool = true) { isLittle = little }

  package mutating func head(_ type: UInt32) {
    bytes.append(isLittle ? 1 : 0)
    word(type)
  }

  package mutating func word(_ value: UInt32) {
    let little = (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    bytes += isLittle ? little : little.reversed()
  }

  package mutating func double(_ value: Double) {
    let little = (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
    bytes += isLittle ? little : little.reversed()
  }

  /// A polygon; every position gets `extra` ordinates that no reader of maps wants.
  package mutating func polygon(_ rings: [[(Double, Double)]], type: UInt32 = 3, extra: Int = 0) {
    head(type)
    body(rings, extra: extra)
  }

  package mutating func body(_ rings: [[(Double, Double)]], extra: Int = 0) {
    word(UInt32(rings.count))
    for ring in rings {
      word(UInt32(ring.count))
      for (x, y) in ring {
        double(x)
        double(y)
        for index in 0..<extra { double(1e6 + Double(index)) }
      }
    }
  }
}
