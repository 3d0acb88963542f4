import GeoKernel

/// What a file holds, told without running a study.
public struct Inspection: Sendable {
  /// A column, the role that a study would give it, and some of its values.
  public struct Column: Sendable {
    /// Name in the header.
    public let name: String
    /// The role that a study would give it; nil for none.
    public let role: FieldRole?
    /// The first values that differ, three at most.
    public let examples: [String]
  }

  /// Rows that a study would set aside or mend, or would want a reader to know of.
  public struct Problem: Sendable {
    /// How much it matters.
    public let severity: Anomaly.Severity
    /// The rule, as in `anomalies.csv`.
    public let rule: Anomaly.Rule
    /// How many rows.
    public let count: Int
    /// Where the first of them are.
    public let lines: [Int]
    /// What was found in the first of them, and what a study would do.
    public let example: Wording
  }

  /// What is counted of a file.
  enum Counted: Sendable { case rows, pixels, keys }

  /// The file, as the user named it.
  public let path: String
  /// The format in words, with layer or encoding and separator.
  public let format: Wording
  /// Rows, the header left out; of a picture the pixels with people, of YAML the keys.
  public let rows: Int
  /// Columns in their order.
  public let columns: [Column]
  /// What a study would take the file for, in words.
  public var use: Wording { findings.use.wording }
  /// What there is to know besides: reference system, place, years of the codes, health of drawings.
  public var facts: [Wording] { findings.facts }
  /// What a study would find wrong in it.
  public var problems: [Problem] { findings.problems }
  /// What would stop a study that used it; nil where nothing would.
  public var obstacle: InputFault? { findings.obstacle }

  var findings: FileFindings
  let counted: Counted

  /// - Parameter movements: INSEE's movements of communes, to tell the year of the codes.
  /// - Throws: `InputFault` when a file is missing or cannot be read.
  public init(_ input: InputPath, movements: InputPath? = nil) throws(InputFault) {
    let input = try input.pinned()
    path = input.name
    if try input.isPicture {
      let picture = try RasterInspection(input)
      findings = FileFindings(
        use: .grid, facts: picture.facts, problems: picture.problems, obstacle: picture.obstacle)
      (format, rows, columns, counted) = (Wording("GeoTIFF"), picture.pixels, [], .pixels)
      return
    }
    let opened = try OpenedInput(input)
    if let table = try Self.map(opened) {
      format = table.format
      let map = MapInspection(table)
      findings = map.findings
      (rows, counted) = (table.rowCount, .rows)
      columns = Self.columns(of: table, role: map.role)
    } else {
      if let yaml = try YAMLInspection(input, opened) {
        (format, rows, columns, counted) = (Wording("YAML"), yaml.keys.count, [], .keys)
        findings = yaml.findings
        return
      }
      let text = try DelimitedText.read(opened)
      let list = ListInspection(text, input)
      findings = list.findings
      format = text.formatWords
      (rows, counted) = (text.rowCount, .rows)
      columns = Self.columns(of: text, role: list.role)
    }
    findings.facts += try Self.year(of: findings.codes, movements)
  }

  /// The map that a file is, or the drawings of its table; nil for any other table.
  private static func map(_ opened: OpenedInput) throws(InputFault) -> FeatureTable? {
    if opened.format.isMap { return try FeatureTable.read(opened) }
    guard [.delimitedText, .workbook].contains(opened.format),
      let text = try? DelimitedText.read(opened),
      ![.pairs, .cpts].contains(FileUse.of(text)) || !CPTSColumns.listUnits(of: text, [:]),
      let drawn = try DrawnTable(text)
    else { return nil }
    var table = try drawn.features()
    table.input = text.input
    return table
  }

  /// The year of some codes of communes, in words; nothing where it cannot be told.
  private static func year(
    of codes: Set<UnitCode>, _ movements: InputPath?
  ) throws(InputFault) -> [Wording] {
    guard let movements, !codes.isEmpty else { return [] }
    let file = try MovementsFile(try DelimitedText.read(movements))
    let history = try CodeHistory(file.movements, reference: codes, path: file.path)
    return [Anomaly.year(CodeYearDetector(history).detect(codes), file: "", of: history).finding]
  }

  private static func columns(
    of rows: some AttributeRows, role: (Int) -> FieldRole?
  ) -> [Column] {
    let examples = examples(of: rows)
    return rows.header.indices.map { column in
      Column(name: rows.header[column], role: role(column), examples: examples[column])
    }
  }

  /// The first values of each column that differ, three at most.
  ///
  /// - Complexity: O(fields): row by row, as a file may name more columns than its rows fill.
  private static func examples(of rows: some AttributeRows) -> [[String]] {
    var examples = [[String]](repeating: [], count: rows.header.count)
    var open = Array(rows.header.indices)
    for row in 0..<rows.rowCount where !open.isEmpty {
      let count = rows.fieldCount(row: row)
      var isComplete = false
      for column in open.prefix(while: { $0 < count }) {
        let value = rows.value(row: row, column: column)
        if value.isEmpty || examples[column].contains(value) { continue }
        examples[column].append(value)
        isComplete = isComplete || examples[column].count == 3
      }
      if isComplete { open.removeAll { examples[$0].count == 3 } }
    }
    return examples
  }
}

extension Inspection.Problem {
  /// Anomalies by severity and rule, in the order of `anomalies.csv`.
  static func all(_ anomalies: [Anomaly]) -> [Inspection.Problem] {
    var problems: [Inspection.Problem] = []
    let sorted = anomalies.sorted(by: Anomaly.precedes)
    var start = 0
    while start < sorted.count {
      let first = sorted[start]
      let end =
        sorted[start...].firstIndex { $0.rule != first.rule || $0.severity != first.severity }
        ?? sorted.count
      let object = first.object.isEmpty ? "" : "\(first.object.prefix(60)) : "
      problems.append(
        Inspection.Problem(
          severity: first.severity, rule: first.rule, count: end - start,
          lines: Array(sorted[start..<end].lazy.compactMap(\.line).prefix(8)),
          example: Wording(
            fr: "\(object)\(first.finding.french) → \(first.treatment.french)",
            en: "\(object)\(first.finding.english) → \(first.treatment.english)")))
      start = end
    }
    return problems
  }
}

extension DelimitedText {
  /// The format in words, with encoding and separator, or with sheet and header.
  var formatWords: Wording {
    if let sheet {
      let others = sheet.names.filter { $0 != sheet.name }.joined(separator: ", ")
      return Wording(
        fr: "classeur, feuille « \(sheet.name) », en-tête ligne \(sheet.headerLine)"
          + (others.isEmpty ? "" : " ; autres feuilles : \(others)"),
        en: "workbook, sheet “\(sheet.name)”, header at line \(sheet.headerLine)"
          + (others.isEmpty ? "" : "; other sheets: \(others)"))
    }
    let separators: [UInt8: String] = [0x3B: ";", 0x2C: ",", 0x09: "tab"]
    let separator = separators[separator] ?? ""
    return Wording(
      fr: "CSV, séparateur « \(separator) », \(encoding.rawValue)",
      en: "CSV, separator “\(separator)”, \(encoding.rawValue)")
  }
}
