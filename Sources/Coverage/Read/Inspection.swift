import GeoKernel

/// What a file holds, told without running a study.
public struct Inspection: Sendable {
  /// A column, the role that a study would give it, and a value of it.
  public struct Column: Sendable {
    /// Name in the header.
    public let name: String
    /// The role that a study would give it; nil for none.
    public let role: FieldRole?
    /// The first value that is not empty.
    public let example: String
  }

  /// The file, as the user named it.
  public let path: String
  /// The format in words, with layer or encoding and separator.
  public let format: Wording
  /// Rows, the header left out.
  public let rows: Int
  /// Columns in their order.
  public let columns: [Column]
  /// For maps: the reference system and how many rows have polygons.
  public let map: Wording?
  /// For maps that a study can take for territories of CPTS: how many drawings, and their health.
  public let territories: [Wording]

  /// - Throws: `InputFault` when the file is missing or cannot be read.
  public init(_ input: InputPath) throws(InputFault) {
    path = input.file
    switch try input.format() {
    case .geoPackage, .geoJSON:
      let isPackage = try input.format() == .geoPackage
      let table = try FeatureTable.read(input)
      let layer = input.layer.map { "#\($0)" } ?? ""
      format = isPackage ? Wording("GeoPackage\(layer)") : Wording("GeoJSON")
      rows = table.rowCount
      let drawings = TerritoryInspection(table)
      territories = drawings?.lines ?? []
      columns = Self.columns(
        table.columns, role: { drawings?.role(of: $0) },
        example: { column in
          table.values[column].lazy.compactMap { $0 }.first { !$0.isEmpty } ?? ""
        })
      map = Self.map(of: table)
    case .delimitedText, .other:
      let text = try DelimitedText.read(input)
      let separators: [UInt8: String] = [0x3B: ";", 0x2C: ",", 0x09: "tab"]
      let separator = separators[text.separator] ?? ""
      format = Wording(
        fr: "CSV, séparateur « \(separator) », \(text.encoding.rawValue)",
        en: "CSV, separator “\(separator)”, \(text.encoding.rawValue)")
      rows = text.rowCount
      territories = []
      columns = Self.columns(
        text.header, role: { _ in nil },
        example: { column in
          (0..<text.rowCount).lazy.map { text.text(row: $0, column: column) }
            .first { !$0.isEmpty } ?? ""
        })
      map = nil
    }
  }

  /// A few lines that a reader who does not program understands.
  public func text(in language: Language) -> String {
    var lines = [
      path, "  \(format[language])",
      "  " + Wording(fr: "\(rows) lignes", en: "\(rows) rows")[language],
    ]
    for line in (map.map { [$0] } ?? []) + territories { lines.append("  \(line[language])") }
    for column in columns {
      let role = column.role.map { " → \($0.rawValue)" } ?? ""
      let example = column.example.isEmpty ? "" : "   (\(column.example.prefix(40)))"
      lines.append("    \(column.name)\(role)\(example)")
    }
    return lines.joined(separator: "\n")
  }

  /// - Parameter role: the role that the kind of file gives a column, before its mere name does.
  private static func columns(
    _ header: [String], role: (Int) -> FieldRole?, example: (Int) -> String
  ) -> [Column] {
    header.indices.map { index in
      let plain = folded(header[index])
      return Column(
        name: header[index],
        role: role(index) ?? FieldRole.allCases.first { $0.recognisedNames.contains(plain) },
        example: example(index))
    }
  }

  private static func map(of table: FeatureTable) -> Wording {
    let system =
      switch table.reference {
      case .wgs84: Wording("WGS 84")
      case .other(let definition): Wording(definition)
      case .undeclared: Wording(fr: "non déclaré", en: "not declared")
      }
    let drawn = table.isDrawn.count { $0 }
    return Wording(
      fr:
        "système de référence : \(system.french) ; \(drawn) lignes avec polygone, \(table.geometry.vertexCount) sommets",
      en:
        "reference system: \(system.english); \(drawn) rows with a polygon, \(table.geometry.vertexCount) vertices"
    )
  }
}

extension Wording {
  /// A word that is the same in both languages.
  init(_ word: String) { self.init(fr: word, en: word) }
}
