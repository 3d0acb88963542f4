import GeoKernel

/// Reads a Shapefile (ESRI Shapefile Technical Description, July 1998): the outlines of `.shp`, the attributes of the
/// `.dbf` beside it, the reference system of `.prj`, the encoding of `.cpg`.
struct ShapefileReader {
  private let path: String
  private let shapes: ShapeRecords
  private let attributes: DBaseTable
  private var table: FeatureTable
  private var budget: TableBudget
  private let taker: FeatureTable.Taker?

  static func read(
    _ input: OpenedInput, handingTo taker: FeatureTable.Taker? = nil
  ) throws(InputFault) -> FeatureTable {
    try refuseIndex(input)
    let attributes = try input.companion(".dbf") ?? []
    let encoding = try input.companion(".cpg").map {
      String(decoding: $0.prefix(64), as: UTF8.self)
    }
    let reference = try input.companion(".prj")
    guard !attributes.isEmpty else { throw withoutAttributes(input) }
    return try read(
      try input.bytes(), attributes: attributes, encoding: encoding, reference: reference,
      path: input.name, handingTo: taker)
  }

  /// - Parameters:
  ///   - encoding: what `.cpg` says, if it is there.
  ///   - reference: the bytes of `.prj`, if it is there.
  static func read(
    _ bytes: [UInt8], attributes: [UInt8], encoding: String?, reference: [UInt8]?, path: String,
    handingTo taker: FeatureTable.Taker? = nil
  ) throws(InputFault) -> FeatureTable {
    let shapes = try ShapeRecords(LittleEndianBytes(bytes: bytes), path: path)
    let attributes = try DBaseTable(
      LittleEndianBytes(bytes: attributes), encoding: encoding, path: path)
    var reader = ShapefileReader(
      path: path, shapes: shapes, attributes: attributes, table: FeatureTable(path: path),
      budget: TableBudget(fileSize: bytes.count + attributes.file.count), taker: taker)
    reader.table.format = Wording("Shapefile (\(attributes.encoding.name))")
    reader.table.reference = Self.reference(reference)
    try reader.rows()
    return reader.table
  }

  private mutating func rows() throws(InputFault) {
    table.columns = attributes.fields.map { withoutInvisibleSigns($0.name) ?? $0.name }
    table.values = Array(repeating: [], count: attributes.fields.count)
    var place = shapes.start
    var deleted = 0
    for row in 0..<attributes.rowCount {
      guard let record = try shapes.record(at: &place, row) else { throw differentCounts(row) }
      if attributes.isDeleted(row) {
        deleted += 1
        continue
      }
      try append(record, row)
    }
    guard shapes.isEnd(place) else { throw differentCounts(attributes.rowCount + 1) }
    if deleted > 0 { table.notes.unreadParts.append(.deletedRows(deleted)) }
  }

  private mutating func append(_ record: Range<Int>, _ row: Int) throws(InputFault) {
    let index = table.rowCount
    table.lines.append(row + 1)
    var isWithin = budget.take(cells: attributes.fields.count)
    for (column, field) in attributes.fields.enumerated() {
      let value = attributes.value(row, field)
      if value.isUnread { table.notes.note(.notText, row: index, column: column) }
      let text = value.text.map { table.notes.taken($0, row: index, column: column) }
      isWithin = budget.take(text) && isWithin
      table.values[column].append(text)
    }
    guard isWithin else {
      throw FeatureTableBuilder.Fault.tooManyCells.fault(path: path, line: row + 1)
    }
    let outline = shapes.outline(record, into: &table.geometry)
    if let reason = outline.unreadable {
      table.geometry.discardOpenFeature()
      table.geometryProblems.append((index, .unreadableGeometry(reason)))
    } else if outline.passedOver > 0 {
      table.geometryProblems.append((index, .partsWithoutArea(outline.passedOver)))
    }
    table.endFeature(handingTo: taker)
  }

  /// What `.prj` says, in well-known text.
  private static func reference(_ bytes: [UInt8]?) -> DeclaredReference {
    guard let bytes else { return .undeclared }
    let text = trimmedSpace(String(decoding: UTF8Text.of(bytes), as: UTF8.self))
    return text.isEmpty ? .undeclared : .other(text)
  }

  // MARK: Faults

  /// `.shx` begins as `.shp` does.
  private static func refuseIndex(_ input: OpenedInput) throws(InputFault) {
    guard input.name.lowercased().hasSuffix(".shx") else { return }
    throw InputFault(
      path: input.name,
      problem: Wording(
        fr: "c’est l’index d’un Shapefile, pas la carte",
        en: "this is the index of a Shapefile, not the map"),
      cure: Wording(
        fr: "donnez le fichier .shp du même nom", en: "give the .shp file of the same name"))
  }

  private static func withoutAttributes(_ input: OpenedInput) -> InputFault {
    InputFault(
      path: input.name,
      problem: Wording(
        fr: "le fichier .dbf du même nom, avec les attributs de la carte, n’est pas à côté",
        en: "the .dbf file of the same name, with the attributes of the map, is not beside it"),
      cure: Wording(
        fr:
          "mettez ensemble les fichiers .shp, .dbf, .prj et .cpg, ou donnez l’archive ZIP qui les contient",
        en:
          "put the files .shp, .dbf, .prj and .cpg together, or give the ZIP archive that holds them"
      ))
  }

  private func differentCounts(_ row: Int) -> InputFault {
    InputFault(
      path: path, line: row,
      problem: Wording(
        fr:
          "le .dbf a \(attributes.rowCount) lignes, le .shp pas autant : rien ne dit quelle ligne va avec quel dessin",
        en:
          "the .dbf has \(attributes.rowCount) rows, the .shp has not as many: nothing says which row goes with which drawing"
      ),
      cure: Wording(
        fr: "reprenez ensemble les fichiers d’un même export",
        en: "take the files of one export together"))
  }
}

extension ReadingNotes.UnreadPart {
  fileprivate static func deletedRows(_ count: Int) -> Self {
    Self(
      severity: .information,
      finding: Wording(
        fr: "\(count.inFrench("ligne", "lignes")) du .dbf marquées comme supprimées",
        en: "\(count.inEnglish("row", "rows")) of the .dbf marked as deleted"),
      treatment: Wording(
        fr: "non lues, comme dans QGIS", en: "not read, as in QGIS"))
  }
}
