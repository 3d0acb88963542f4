import GeoKernel

/// The arcs of a TopoJSON document: lines that outlines share, each written once.
struct TopoJSONArcs {
  private var x: [Double] = []
  private var y: [Double] = []
  /// For each arc, one past its last point.
  private var ends: [Int] = []

  /// How positions are written: as they are, or as whole steps from the one before.
  struct Transform {
    var scale = SIMD2(1.0, 1.0)
    var translate = SIMD2(0.0, 0.0)

    init(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
      try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
        switch name {
        case "scale": scale = try Self.pair(&scanner)
        case "translate": translate = try Self.pair(&scanner)
        default: try scanner.skipValue()
        }
      }
    }

    private static func pair(
      _ scanner: inout JSONScanner
    ) throws(JSONScanner.Fault) -> SIMD2<Double> {
      try scanner.take("[")
      let first = try scanner.number()
      try scanner.take(",")
      let second = try scanner.number()
      try scanner.take("]")
      return SIMD2(first, second)
    }
  }

  /// Why a ring cannot be put together.
  enum RingFault: Error {
    case noSuchArc
    /// An arc does not begin where the one before it ends.
    case gap

    var reason: Wording {
      switch self {
      case .noSuchArc: Wording(fr: "un arc n’existe pas", en: "an arc does not exist")
      case .gap: Wording(fr: "des arcs ne se suivent pas", en: "arcs do not join")
      }
    }
  }

  /// - Complexity: O(bytes).
  init(
    _ scanner: inout JSONScanner, _ transform: Transform?
  ) throws(JSONScanner.Fault) {
    try scanner.array { (scanner) throws(JSONScanner.Fault) in
      var sum = SIMD2(0.0, 0.0)
      try scanner.array { (scanner) throws(JSONScanner.Fault) in
        let position = try Self.position(&scanner)
        sum = transform == nil ? position : sum + position
        let place = transform.map { sum * $0.scale + $0.translate } ?? sum
        x.append(place.x)
        y.append(place.y)
      }
      ends.append(x.count)
    }
  }

  private static func position(
    _ scanner: inout JSONScanner
  ) throws(JSONScanner.Fault) -> SIMD2<Double> {
    try scanner.take("[")
    let x = try scanner.number()
    try scanner.take(",")
    let y = try scanner.number()
    while try scanner.takes(",") { try scanner.skipValue() }
    try scanner.take("]")
    return SIMD2(x, y)
  }

  /// How many points an arc has; nil where there is none of this number.
  func count(_ number: Int) -> Int? { points(number)?.count }

  private func points(_ number: Int) -> Range<Int>? {
    // A negative number is the arc of its complement, backwards.
    let index = number < 0 ? ~number : number
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// Appends arcs one after another, each without the point that it shares with the one before.
  func append(_ numbers: [Int], to columns: inout PolygonColumns) throws(RingFault) {
    let start = columns.x.count
    for number in numbers {
      guard let points = points(number) else { throw .noSuchArc }
      guard !points.isEmpty else { continue }
      let isBackwards = number < 0
      let first = isBackwards ? points.upperBound - 1 : points.lowerBound
      let isNext = columns.x.count > start
      if isNext {
        guard columns.x.last == x[first], columns.y.last == y[first] else { throw .gap }
      }
      let rest =
        isBackwards
        ? Array(points.reversed().dropFirst(isNext ? 1 : 0))
        : Array(points.dropFirst(isNext ? 1 : 0))
      for point in rest {
        columns.x.append(x[point])
        columns.y.append(y[point])
      }
    }
  }

  var hasOnlyNumbers: Bool { x.allSatisfy { $0.isFinite } && y.allSatisfy { $0.isFinite } }
}
