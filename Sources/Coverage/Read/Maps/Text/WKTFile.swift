/// A file of well-known text: a geometry after the other, each from the beginning of a line on.
enum WKTFile {
  static func read(
    _ input: OpenedInput, handingTo taker: FeatureTable.Taker? = nil
  ) throws(InputFault) -> FeatureTable {
    try read(try input.bytes(), path: input.name, handingTo: taker)
  }

  /// - Complexity: O(bytes).
  static func read(
    _ given: [UInt8], path: String, handingTo taker: FeatureTable.Taker? = nil
  ) throws(InputFault) -> FeatureTable {
    let bytes = UTF8Text.of(given)
    var starts: [(place: Int, line: Int)] = []
    var (place, line) = (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, 1)
    while place < bytes.count {
      let end = bytes[place...].firstIndex(of: 10) ?? bytes.count
      if WKTReader.isMeant(by: bytes[place..<end]) { starts.append((place, line)) }
      (place, line) = (end + 1, line + 1)
    }
    var table = FeatureTable(path: path)
    table.format = Wording("WKT")
    var references: Set<DeclaredReference> = []
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].place : bytes.count
      table.lines.append(start.line)
      do throws(WKTReader.Fault) {
        let reader = try WKTReader.append(bytes[start.place..<end], to: &table.geometry)
        if reader.passedOver > 0 {
          table.geometryProblems.append((index, .partsWithoutArea(reader.passedOver)))
        }
        references.insert(
          reader.reference.map { ReferenceName.reference("EPSG:\($0)") } ?? .undeclared)
      } catch {
        throw InputFault(
          path: path, line: start.line, problem: .unreadableGeometry(error.reason),
          cure: Wording(
            fr: "exportez de nouveau le dessin, en GeoJSON par exemple",
            en: "export the drawing again, as GeoJSON for instance"))
      }
      table.endFeature(handingTo: taker)
    }
    guard references.count <= 1 else {
      throw InputFault(
        path: path,
        problem: Wording(
          fr: "les dessins sont en plusieurs systèmes de référence",
          en: "the drawings are in several reference systems"),
        cure: Wording(fr: "exportez-les tous en WGS 84", en: "export all of them in WGS 84"))
    }
    table.reference = references.first ?? .undeclared
    return table
  }
}
