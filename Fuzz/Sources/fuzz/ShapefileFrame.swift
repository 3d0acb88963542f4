/// The files of a Shapefile, put together in an archive: a mutation changes what is in one of them, never which there
/// are.
enum ShapefileFrame {
  private static let names = ["a.shp", "a.dbf", "a.prj"]

  /// - Parameter bytes: for each file but the last its length in two bytes, the lower first, then its bytes.
  static func archive(_ bytes: [UInt8]) -> [UInt8]? {
    var rest = bytes[...]
    var members: [(name: String, bytes: [UInt8])] = []
    for name in names.dropLast() {
      guard let low = rest.popFirst(), let high = rest.popFirst() else { return nil }
      let length = min(rest.count, Int(low) | Int(high) << 8)
      members.append((name, Array(rest.prefix(length))))
      rest = rest.dropFirst(length)
    }
    if !rest.isEmpty { members.append((names[2], Array(rest))) }
    return WorkbookFrame.archive(members)
  }
}
