import GeoKernel

/// The map of a study as read: rows for the normaliser, vertices for the mesh.
struct StudyInputs: Sendable {
  let table: FeatureTable
  let ground: MeshGround

  /// Reads the units; where two jobs are allowed their vertices get their ids while later rows are
  /// being read.
  static func read(
    _ units: InputPath, jobs: Int, _ clock: StepClock
  ) async throws -> StudyInputs {
    // A vertex takes sixteen bytes of a GeoPackage, and more of GeoJSON. A file may be much longer than
    // what it holds: it does not decide what memory is taken.
    let size = min(InputFile.size(units.file) ?? 0, largestExpected)
    let room = size < smallestAsked ? nil : MemoryRoom.bytes()
    let expected = min(size, (room ?? .max) / 8) / 18
    guard jobs > 1 else {
      var ground = MeshGround(expectedVertices: expected)
      let table = try clock.measure(.reading) {
        try FeatureTable.read(units) { ground.append($0) }
      }
      return StudyInputs(table: table, ground: ground)
    }
    let (pieces, continuation) = AsyncStream.makeStream(of: PolygonColumns.self)
    async let gathered = gather(pieces, expectedVertices: expected)
    let result = Result {
      try clock.measure(.reading) {
        try FeatureTable.read(units) { continuation.yield($0) }
      }
    }
    continuation.finish()
    let ground = await gathered
    return StudyInputs(table: try result.get(), ground: ground)
  }

  /// Bytes of units at which room is made at once; for the rest it grows with what is read.
  private static let largestExpected = 1 << 28
  /// Bytes of units from which on the system is asked how much memory there is, which takes longer than to read less.
  private static let smallestAsked = 1 << 20

  private static func gather(
    _ pieces: AsyncStream<PolygonColumns>, expectedVertices: Int
  ) async -> MeshGround {
    var ground = MeshGround(expectedVertices: expectedVertices)
    for await piece in pieces { ground.append(piece) }
    return ground
  }

  /// Units with their population and attributes.
  struct Normalised {
    var units: StudyUnits
    /// What became of communes, where the user gives their movements.
    var years: YearsOfCodes?
    var decisions: Decisions
    var anomalies: [Anomaly]
    var ledgers: [InputLedger]
  }

  /// - Parameter decided: what was decided of codes, where no setting names a file.
  func normalise(
    _ options: StudyOptions, decided: Decisions = Decisions()
  ) throws(InputFault) -> Normalised {
    var normaliser = try UnitsNormaliser(
      table, named: options.columns, isPopulationUsed: options.population.isEmpty)
    var units = normaliser.run()
    guard !units.units.isEmpty else { throw Self.noUnits(table.path) }
    var anomalies =
      normaliser.anomalies
      + normaliser.unusedColumns(levels: options.by + [options.area?.level ?? ""])
    var ledgers = [normaliser.ledger]
    let decisions =
      try options.decisions.map { input throws(InputFault) in
        try Decisions(try DelimitedText.read(input))
      } ?? decided
    let years = try options.movements.map { input throws(InputFault) in
      try YearsOfCodes(input, decided: decisions, units, unitsPath: table.path)
    }
    anomalies += decisions.anomalies + (years?.anomalies ?? [])
    ledgers += decisions.ledgers + (years?.ledgers ?? [])
    var unreadable: Set<String> = []
    if !options.population.isEmpty {
      // What the units' own column cannot say no longer matters.
      anomalies.removeAll { $0.rule == .unitWithoutPopulation }
      var reader = PopulationReader()
      for input in options.population {
        try reader.read(
          input, column: options.populationColumn, named: options.columns, units, years)
      }
      var file = PopulationFile(reader)
      file.apply(to: &units)
      anomalies += file.anomalies
      ledgers += file.ledgers
      unreadable = file.unreadable
    }
    try units.refuseNobody(table, options.population)
    for input in options.attributes {
      let file = try AttributeFile(input, named: options.columns, years, into: &units)
      anomalies += file.anomalies
      ledgers.append(file.ledger)
    }
    try options.places.placing("by") { () throws(InputFault) in
      try units.refuseKnownLevels(options.by)
      try units.addOwnColumns(options.by, of: table)
    }
    try options.places.placing("area") { () throws(InputFault) in
      if let choice = options.area { units.area = try AreaSearch(choice, units).area() }
    }
    anomalies += units.withoutLevel(options.by, file: options.attributes.first?.name ?? table.path)
    anomalies += units.withoutPopulation(
      file: table.path, butSaid: anomalies, unreadable, given: options.population)
    return Normalised(
      units: units, years: years, decisions: decisions,
      anomalies: anomalies + assumedReference(), ledgers: ledgers)
  }
}

/// The lists of a study as read, and the digests of all its files.
struct StudyLists: Sendable {
  let cpts: CPTSFiles
  let digests: [InputDigest]

  static func read(_ options: StudyOptions, _ clock: StepClock) throws -> StudyLists {
    var cpts = CPTSFiles()
    try clock.measure(.readingLists) {
      for input in options.cpts { try cpts.read(input, named: options.columns) }
      try cpts.propose(options.proposals, named: options.columns)
    }
    let files = options.inputs.flatMap { [$0] + ShapefileCompanions.all(besides: $0.file) }
    let digests = try clock.measure(.hashing) { try files.map { try InputDigest($0) } }
    return StudyLists(cpts: cpts, digests: digests)
  }
}

extension StudyInputs {
  /// A column that the user names must be in one file at least.
  static func checkNamedColumns(
    _ columns: [FieldRole: String], in ledgers: [InputLedger]
  ) throws(InputFault) {
    let present = Set(
      ledgers.flatMap { $0.columns.enumerated().map { FieldMap.plainName($0, folded($1)) } })
    for (role, name) in columns.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where !present.contains(folded(name)) {
      throw InputFault(
        .usage, path: "",
        problem: Wording(
          fr: "\(role.option(name).french) : aucun fichier n’a cette colonne",
          en: "\(role.option(name).english): no file has this column"),
        cure: Wording(
          fr: "vérifiez le nom avec coverage-report inspect",
          en: "check the name with coverage-report inspect"))
    }
  }

  private func assumedReference() -> [Anomaly] {
    table.reference == .undeclared ? [.referenceAssumed(table.path)] : []
  }

  static func noUnits(_ path: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(fr: "aucune unité dans le fichier", en: "no unit in the file"),
      cure: Wording(
        fr: "donnez des communes (type COM) ou des arrondissements (type ARM)",
        en: "give communes (type COM) or arrondissements (type ARM)"))
  }
}

extension StudyUnits {
  /// A level comes once: those that every study has need not be asked for.
  ///
  /// - Throws: a usage fault that names the level.
  func refuseKnownLevels(_ names: [String]) throws(InputFault) {
    // A study of some areas has the level `etude` in the place of `national`.
    let own = CoverageMeasure.levels(of: self) + ["etude"]
    var known: Set<String> = []
    for name in names {
      let isOwn = own.contains(folded(name))
      guard !isOwn, known.insert(folded(name)).inserted else {
        throw InputFault(
          .usage, path: "",
          problem: isOwn
            ? Wording(
              fr: "--by \(name) : ce niveau est dans toute étude",
              en: "--by \(name): every study has this level")
            : Wording(fr: "--by \(name) : donné deux fois", en: "--by \(name): given twice"),
          cure: Wording(
            fr: "enlevez-le ; pour une autre colonne de ce nom, renommez-la",
            en: "leave it out; where another column of that name is meant, rename it"))
      }
    }
  }

  /// Columns of the units' own file that `--by` asks for.
  ///
  /// - Throws: when a column is nowhere.
  mutating func addOwnColumns(_ names: [String], of table: FeatureTable) throws(InputFault) {
    for name in names where attributes[folded(name)] == nil {
      guard let column = table.columns.firstIndex(where: { folded($0) == folded(name) }) else {
        let known = table.columns + attributes.keys.sorted()
        throw InputFault(
          .usage, path: "",
          problem: Wording(
            fr: "--by \(name) : aucune colonne de ce nom", en: "--by \(name): no such column"),
          cure: Wording(
            fr: "choisissez parmi : \(ShownName.quoted(known))",
            en: "choose among: \(ShownName.quoted(known))"))
      }
      let rowOfLine = Dictionary(
        table.lines.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      attributes[folded(name)] = units.map { unit in
        rowOfLine[unit.line].flatMap { table.text(row: $0, column: column) } ?? ""
      }
    }
  }
}
