import GeoKernel

/// The records of a `.shp` file, found one after another.
struct ShapeRecords {
  private let file: LittleEndianBytes
  private let path: String
  /// Where the first record begins.
  let start = 100

  private enum Kind {
    static let nothing: UInt32 = 0
    /// Plain, with heights, with measures: the rings are the same.
    static let polygons: Set<UInt32> = [5, 15, 25]
    static let patches: UInt32 = 31
  }

  /// - Throws: where the beginning is not that of a `.shp` file.
  init(_ file: LittleEndianBytes, path: String) throws(InputFault) {
    self.file = file
    self.path = path
    guard file.count >= start, Self.big(file, 0) == 9994, file.u32(28) == 1000 else {
      throw cut(1)
    }
  }

  private static func big(_ file: LittleEndianBytes, _ position: Int) -> Int? {
    file.u32(position).map { Int($0.byteSwapped) }
  }

  func isEnd(_ place: Int) -> Bool { place >= file.count }

  /// The content of the record at a place, which moves on to the next; nil at the end.
  ///
  /// - Parameter row: counted from 0.
  func record(at place: inout Int, _ row: Int) throws(InputFault) -> Range<Int>? {
    if isEnd(place) { return nil }
    guard let words = Self.big(file, place + 4), words >= 2 else { throw cut(row + 1) }
    let content = place + 8
    guard words <= (file.count - content) / 2 else { throw cut(row + 1) }
    place = content + 2 * words
    return content..<place
  }

  private func cut(_ row: Int) -> InputFault {
    InputFault(
      path: path, line: row,
      problem: Wording(
        fr: "Shapefile abîmé ou tronqué", en: "the Shapefile is damaged or truncated"),
      cure: Wording(
        fr: "téléchargez ou exportez le fichier de nouveau", en: "download or export it again"))
  }

  /// Appends the polygons of a record to the open feature.
  ///
  /// - Returns: why they cannot be used, and how many parts have no area.
  func outline(
    _ record: Range<Int>, into columns: inout PolygonColumns
  ) -> (unreadable: Wording?, passedOver: Int) {
    guard let kind = file.u32(record.lowerBound) else { return (WKBFault.truncated.reason, 0) }
    if kind == Kind.nothing { return (nil, 0) }
    if kind == Kind.patches {
      return (
        Wording(
          fr: "surfaces en trois dimensions (MultiPatch)",
          en: "surfaces in three dimensions (MultiPatch)"), 0
      )
    }
    guard Kind.polygons.contains(kind) else { return (nil, 1) }
    guard let ends = ringEnds(record) else { return (WKBFault.truncated.reason, 0) }
    let points = record.lowerBound + 44 + 4 * ends.count
    var sorting = RingSorting()
    var first = 0
    for end in ends {
      let x = (first..<end).map { double(points + 16 * $0) }
      let y = (first..<end).map { double(points + 16 * $0 + 8) }
      guard x.allSatisfy({ $0.isFinite }), y.allSatisfy({ $0.isFinite }) else {
        return (.notFinite, 0)
      }
      sorting.add(x: x, y: y)
      first = end
    }
    guard sorting.append(to: &columns) else { return (.tooManyRings, 0) }
    return (nil, sorting.passedOver)
  }

  /// For each ring one past its last point; nil where the record cannot hold them.
  private func ringEnds(_ record: Range<Int>) -> [Int]? {
    let start = record.lowerBound
    guard record.count >= 44, let rings = file.u32(start + 36), let points = file.u32(start + 40),
      Int(rings) <= (record.count - 44) / 4,
      Int(points) <= (record.count - 44 - 4 * Int(rings)) / 16
    else { return nil }
    var starts = (0..<Int(rings)).map { Int(file.u32(start + 44 + 4 * $0) ?? .max) }
    guard starts.first ?? 0 == 0 else { return nil }
    starts.append(Int(points))
    guard zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }) else { return nil }
    return Array(starts.dropFirst())
  }

  private func double(_ position: Int) -> Double {
    guard let low = file.u32(position), let high = file.u32(position + 4) else { return .nan }
    return Double(bitPattern: UInt64(high) << 32 | UInt64(low))
  }
}
