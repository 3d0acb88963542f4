/// What a table without polygons is worth to a study.
struct ListInspection {
  private(set) var findings: FileFindings
  private var roles: [Int: FieldRole] = [:]

  private var use: FileUse { findings.use }

  init(_ text: DelimitedText, _ input: InputPath) {
    let named = TellingColumns.ofList(text)
    findings = FileFindings(use: FileUse.of(text, named: named))
    if [.cpts, .pairs, .proposal].contains(findings.use) { findings.named = named }
    findRoles(text)
    var anomalies: [Anomaly] = []
    do throws(InputFault) { anomalies = try read(text, input) } catch { findings.obstacle = error }
    anomalies += readCodes(of: text)
    findings.facts += TellingColumns.words(findings.named)
    findings.problems = Inspection.Problem.all(anomalies)
  }

  /// The role that a study would give a column.
  func role(of column: Int) -> FieldRole? { roles[column] }

  private mutating func findRoles(_ text: DelimitedText) {
    let asked: [FieldRole] =
      switch use {
      case .cpts, .pairs, .proposal, .plan:
        [.cptsID, .territory] + UnitCodeColumns.roles + CPTSColumns.attributes
          + CPTSColumns.pairDates
      case .population: UnitCodeColumns.roles
      case .attributes: UnitCodeColumns.roles + [.intercommunality, .intercommunalityName]
      case .grid: [.cell, .cellPopulation, .easting, .northing]
      default: []
      }
    if use == .population,
      let people = try? PopulationColumn.find(nil, in: text.header, path: text.path)
    {
      roles[people] = .population
    }
    guard asked.contains(.cptsID), let columns = try? CPTSColumns(of: text, findings.named) else {
      let fields = try? FieldMap(of: text, asked)
      for role in asked {
        if let column = fields?[role] { roles[column] = roles[column] ?? role }
      }
      return
    }
    for role in asked {
      if let column = columns[role] { roles[column] = roles[column] ?? role }
    }
    for column in columns.continued.others { roles[column] = roles[column] ?? .territory }
    for (column, _) in columns.crossedStages.columns { roles[column] = .stage }
  }

  /// Reads the file as a study would, as far as one can without its units.
  private mutating func read(
    _ text: DelimitedText, _ input: InputPath
  ) throws(InputFault) -> [Anomaly] {
    switch use {
    case .cpts, .pairs, .proposal: return try readCPTS(text, input)
    case .population:
      var reader = PopulationReader()
      try reader.read(text, column: nil, named: [:], StudyUnits(), nil)
      let people = reader.entries.values.reduce(0) { $0 + $1.people }
      findings.facts.append(
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
      findings.facts += GridFacts.all(grid)
      return grid.anomalies
    case .plan:
      let plan = try PlanFile(text)
      findings.facts.append(plan.words)
      return text.readingAnomalies + plan.flaws
    case .decisions:
      let decisions = try Decisions(text)
      findings.facts.append(decisions.words)
      return decisions.anomalies
    case .followUp:
      findings.facts += FollowUp.facts(of: text)
      return text.readingAnomalies
    default: return []
    }
  }

  private mutating func readCPTS(
    _ text: DelimitedText, _ input: InputPath
  ) throws(InputFault) -> [Anomaly] {
    var files = CPTSFiles()
    try files.readList(
      text, named: findings.named,
      unnamedAs: use == .proposal ? CPTSID(CPTSFiles.plainName(of: input)) : nil)
    findings.cpts = Set(files.cpts.keys)
    let groups = files.memberships.isEmpty ? files.usualGroups : []
    findings.hasTerritories = !files.memberships.isEmpty || !groups.isEmpty
    findings.facts.append(use == .proposal ? files.wordsOfProposal : files.wordsOfList)
    if use == .cpts, files.memberships.isEmpty {
      findings.facts.append(groups.isEmpty ? .listWithoutCommunes : .territoriesByGroup(groups))
    }
    let similar = files.similar(files.memberships, in: StudyUnits())
    let anomalies =
      files.anomalies + files.anomalies(ofSimilar: similar, files.memberships, kept: [:])
      + files.settledColumns(in: StudyUnits()).meant.map(\.anomaly)
      + files.nearIdentifiers(butSaid: similar)
    do throws(InputFault) { _ = try PostalCodes.refuse(in: files.memberships) } catch {
      // Whatever else is wrong in the file is still said.
      findings.obstacle = error
    }
    return anomalies
  }

  /// Codes as they are written, held to the pattern of INSEE's codes of communes. Of lists, names and cells
  /// of several places are counted too: only a study can tell what they are.
  private mutating func readCodes(of text: DelimitedText) -> [Anomaly] {
    let isList = [.pairs, .proposal].contains(use)
    let roles = (isList ? [.territory] : []) + UnitCodeColumns.roles
    guard isList || [.population, .attributes].contains(use),
      let fields = isList
        ? (try? CPTSColumns(of: text, findings.named))?.codes
        : (try? FieldMap(of: text, roles, named: findings.named))
          .map({ UnitCodeColumns($0, of: text) })
    else { return [] }
    var anomalies: [Anomaly] = []
    var cells = WrittenCells()
    for row in 0..<text.rowCount {
      var written = fields.text(row: row, of: text)
      if isList, written.isEmpty { written = fields.hint(row: row, of: text).name }
      guard !written.isEmpty else { continue }
      let line = text.line(of: row)
      guard let spelling = CodeSpelling(written, isKnown: { $0.isOfCommune }) else {
        if isList, cells.take(written) { continue }
        anomalies.append(.notACode(written, file: text.path, line: line))
        continue
      }
      findings.codes.insert(spelling.code)
      if !spelling.damage.isEmpty {
        anomalies.append(.repaired(written, spelling, file: text.path, line: line))
      }
    }
    findings.codes.formUnion(cells.codes)
    let count = findings.codes.count
    if count > 0 || cells.isEmpty {
      findings.facts.append(
        Wording(
          fr: "\(count) codes de communes différents", en: "\(count) different codes of communes"))
    }
    findings.facts += cells.words
    return anomalies
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
