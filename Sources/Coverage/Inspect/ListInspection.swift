/// What a table without polygons is worth to a study.
struct ListInspection {
  let use: FileUse
  private(set) var facts: [Wording] = []
  private(set) var problems: [Inspection.Problem] = []
  private(set) var obstacle: InputFault?
  /// Codes of communes in the file, as they are meant.
  private(set) var codes: Set<UnitCode> = []
  private var roles: [Int: FieldRole] = [:]

  init(_ text: DelimitedText, _ input: InputPath) {
    use = FileUse.of(text)
    findRoles(text)
    var anomalies: [Anomaly] = []
    do throws(InputFault) { anomalies = try read(text, input) } catch { obstacle = error }
    anomalies += readCodes(of: text)
    problems = Inspection.Problem.all(anomalies)
  }

  /// The role that a study would give a column.
  func role(of column: Int) -> FieldRole? { roles[column] }

  private mutating func findRoles(_ text: DelimitedText) {
    let asked: [FieldRole] =
      switch use {
      case .cpts, .pairs: [.cptsID] + UnitCodeColumns.roles + CPTSColumns.attributes
      case .population: UnitCodeColumns.roles
      case .attributes: UnitCodeColumns.roles + [.intercommunality, .intercommunalityName]
      case .grid: [.cell, .cellPopulation, .easting, .northing]
      case .movements, .unknown, .units, .drawnTerritories: []
      }
    if use == .population,
      let people = try? PopulationColumn.find(nil, in: text.header, path: text.path)
    {
      roles[people] = .population
    }
    guard asked.contains(.cptsID), let columns = try? CPTSColumns(of: text, [:]) else {
      let fields = try? FieldMap(of: text, asked)
      for role in asked {
        if let column = fields?[role] { roles[column] = roles[column] ?? role }
      }
      return
    }
    for role in asked {
      if let column = columns[role] { roles[column] = roles[column] ?? role }
    }
  }

  /// Reads the file as a study would, as far as one can without its units.
  private mutating func read(
    _ text: DelimitedText, _ input: InputPath
  ) throws(InputFault) -> [Anomaly] {
    switch use {
    case .cpts, .pairs:
      var files = CPTSFiles()
      try files.readList(text, named: [:])
      let undated = files.cpts.values.count { $0.givenStage == nil && $0.stageDates.isEmpty }
      facts.append(
        Wording(
          fr: "\(files.cpts.count) CPTS, dont \(undated) sans stade ni date ici",
          en: "\(files.cpts.count) CPTS, of which \(undated) without stage or date here"))
      let similar = files.similar(files.memberships, in: StudyUnits())
      return files.anomalies
        + files.anomalies(ofSimilar: similar, files.memberships, kept: [:])
        + files.nearIdentifiers(butSaid: similar)
    case .population:
      var reader = PopulationReader()
      try reader.read(text, column: nil, named: [:], StudyUnits(), nil)
      let people = reader.entries.values.reduce(0) { $0 + $1.people }
      facts.append(
        Wording(
          fr: "\(people) habitants (\(reader.columns[0])) dans \(reader.entries.count) codes",
          en: "\(people) people (\(reader.columns[0])) in \(reader.entries.count) codes"))
      return reader.anomalies
    case .attributes:
      let fields = try FieldMap(of: text, UnitCodeColumns.roles)
      try PostalCodes.refuse(UnitCodeColumns(fields, of: text), of: text)
      return text.readingAnomalies
        + (0..<text.rowCount).filter { text.hasExcess(row: $0) }
        .map { text.excess(row: $0, object: "") }
    case .grid:
      let grid = try PopulationGrid.read(input, named: [:])
      facts += GridFacts.all(grid)
      return grid.anomalies
    case .movements, .unknown, .units, .drawnTerritories:
      return []
    }
  }

  /// Codes as they are written, held to the pattern of INSEE's codes of communes.
  private mutating func readCodes(of text: DelimitedText) -> [Anomaly] {
    guard [.pairs, .population, .attributes].contains(use),
      let fields = try? FieldMap(of: text, UnitCodeColumns.roles)
    else { return [] }
    let columns = UnitCodeColumns(fields, of: text)
    var anomalies: [Anomaly] = []
    for row in 0..<text.rowCount {
      let written = columns.text(row: row, of: text)
      guard !written.isEmpty else { continue }
      let line = text.line(of: row)
      guard let spelling = CodeSpelling(written, isKnown: { $0.isOfCommune }) else {
        anomalies.append(.notACode(written, file: text.path, line: line))
        continue
      }
      codes.insert(spelling.code)
      if !spelling.damage.isEmpty {
        anomalies.append(.repaired(written, spelling, file: text.path, line: line))
      }
    }
    facts.append(
      Wording(
        fr: "\(codes.count) codes de communes différents",
        en: "\(codes.count) different codes of communes"))
    return anomalies
  }
}

extension UnitCode {
  /// Whether the code has the form of INSEE's codes of communes. Corsican codes begin with 2A or 2B;
  /// those of before 1976, and postal codes, with 20.
  var isOfCommune: Bool {
    ["00000", "2A000", "2B000"].contains { isWritten(text, like: $0) } && !text.hasPrefix("20")
  }
}

extension Anomaly {
  fileprivate static func notACode(_ text: String, file: String, line: Int) -> Anomaly {
    Anomaly(
      .error, .unknownCode, file: file, line: line, object: text,
      finding: PostalCodes.mayBe(text)
        ? Wording(
          fr: "pas un code de commune (code postal ?)", en: "no code of a commune (a postal code?)")
        : Wording(fr: "pas la forme d’un code de commune", en: "not the form of a commune's code"),
      treatment: .rowSetAside)
  }
}
