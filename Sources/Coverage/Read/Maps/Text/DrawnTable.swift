import GeoKernel

/// A table of text in which a column has drawings: well-known text or geometries of GeoJSON, as databases and portals
/// of open data export them.
struct DrawnTable {
  private let text: DelimitedText
  private let column: Int

  /// Rows looked at to tell a column of drawings.
  private static let mostRows = 200

  /// - Returns: nil where no column has drawings.
  /// - Throws: where several have: nothing says which is meant.
  init?(_ text: DelimitedText) throws(InputFault) {
    let found = text.header.indices.prefix(1000).filter { Self.hasDrawings($0, of: text) }
    guard let column = found.first else { return nil }
    guard found.count == 1 else {
      let names = ReadingNotes.UnreadPart.listed(found.map { text.header[$0] })
      throw InputFault(
        path: text.path, line: 1,
        problem: Wording(
          fr: "plusieurs colonnes ont des dessins : \(names)",
          en: "several columns have drawings: \(names)"),
        cure: Wording(fr: "n’en gardez qu’une", en: "keep one of them"))
    }
    self.text = text
    self.column = column
  }

  /// Whether the first values of a column, as far as there are any, are drawings.
  private static func hasDrawings(_ column: Int, of text: DelimitedText) -> Bool {
    var seen = false
    for row in 0..<min(text.rowCount, mostRows) {
      let value = text.text(row: row, column: column)
      if value.isEmpty { continue }
      guard DrawnText.isMeant(by: value) else { return false }
      seen = true
    }
    return seen
  }

  /// The table with the drawings in the place of their texts.
  ///
  /// - Complexity: O(bytes).
  /// - Throws: where drawings are in several reference systems.
  func features(handingTo taker: FeatureTable.Taker? = nil) throws(InputFault) -> FeatureTable {
    let others = text.header.indices.filter { $0 != column }
    var table = FeatureTable(path: text.path)
    table.input = text.input
    table.notes = text.notes
    let name = ShownName.shortened(text.header[column])
    table.format = Wording(
      fr: "table, dessins dans la colonne « \(name) »",
      en: "table, drawings in the column “\(name)”")
    table.columns = others.map { text.header[$0] }
    table.values = Array(repeating: [], count: others.count)
    var references: Set<DeclaredReference> = []
    for row in 0..<text.rowCount {
      table.lines.append(text.line(of: row))
      for (index, other) in others.enumerated() {
        let value = text.text(row: row, column: other)
        table.values[index].append(value.isEmpty ? nil : value)
      }
      append(row, to: &table, &references)
      table.endFeature(handingTo: taker)
    }
    guard references.count <= 1 else { throw severalReferences }
    table.reference = references.first ?? .undeclared
    return table
  }

  private func append(
    _ row: Int, to table: inout FeatureTable, _ references: inout Set<DeclaredReference>
  ) {
    let value = text.text(row: row, column: column)
    if value.isEmpty { return }
    guard !text.hasExcess(row: row) else {
      let reason = Wording(
        fr: "\(text.fieldCount(row: row)) champs pour \(text.header.count) colonnes",
        en: "\(text.fieldCount(row: row)) fields for \(text.header.count) columns")
      table.geometryProblems.append((row, .unreadableGeometry(reason)))
      return
    }
    let outline = DrawnText.append(value, to: &table.geometry)
    if let reason = outline.unreadable {
      table.geometry.discardOpenFeature()
      table.geometryProblems.append((row, .unreadableGeometry(reason)))
      return
    }
    if outline.passedOver > 0 {
      table.geometryProblems.append((row, .partsWithoutArea(outline.passedOver)))
    }
    references.insert(outline.reference ?? .undeclared)
  }

  private var severalReferences: InputFault {
    InputFault(
      path: text.path,
      problem: Wording(
        fr: "les dessins sont en plusieurs systèmes de référence",
        en: "the drawings are in several reference systems"),
      cure: Wording(
        fr: "exportez-les tous en WGS 84", en: "export all of them in WGS 84"))
  }
}
