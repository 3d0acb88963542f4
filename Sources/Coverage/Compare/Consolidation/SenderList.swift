/// The list of one sender, read as a study reads lists.
struct SenderList: Sendable {
  let sender: Sender
  /// By identifier.
  let declarations: [Declaration]
  /// People of its CPTS, each once.
  let people: Int
  /// Code of the region where most of them live; empty where none is.
  let region: String
  let anomalies: [Anomaly]
  let ledgers: [InputLedger]
  /// Why its CPTS have no territory, where none of a file has: another sender may give it.
  let withoutTerritory: InputFault?

  /// Pairs of a CPTS and a commune.
  var communeCount: Int { declarations.reduce(0) { $0 + $1.communes.count } }

  /// What all senders are read with.
  struct Context {
    let options: StudyOptions
    let units: StudyUnits
    let table: FeatureTable
    let years: YearsOfCodes?
    let decisions: Decisions
  }

  /// - Parameters:
  ///   - place: of the sender among all.
  ///   - files: pinned.
  /// - Complexity: O(rows + units).
  /// - Throws: what stops a study of these lists; for a map of territories.
  init(
    _ sender: Sender, at place: Int, files: ArraySlice<InputPath>, _ context: Context
  ) throws(InputFault) {
    var lists = CPTSFiles()
    for file in files { try lists.read(file, named: context.options.columns) }
    let settled = try SettledLists(
      lists, context.units, context.years, context.decisions,
      mergeSimilar: context.options.mergeSimilar, table: context.table)
    if let layer = settled.cpts.layers.first(where: { !$0.rows.isEmpty }) {
      throw Self.isDrawn(layer.path)
    }
    let (cpts, oddities) = try settled.cpts.dated(
      at: context.options.at, defaultStage: context.options.defaultStage ?? Stage.none)
    let resolved = TerritoryResolver.run(
      cpts, settled.memberships.everHeld, context.units)
    let found =
      settled.cpts.anomalies + settled.anomalies + resolved.anomalies
    do throws(InputFault) {
      try ListsWithoutTerritory(settled.cpts, resolved.territories, context.units, found).refuse()
      withoutTerritory = nil
    } catch { withoutTerritory = error }
    self.sender = sender
    anomalies =
      found + Self.told(oddities, context.options.defaultStage) + sender.unread
    ledgers = lists.ledgers.map { ledger in
      var ledger = ledger
      ledger.rowsSetAside +=
        (settled.setAside[ledger.path] ?? 0) + (resolved.setAside[ledger.path] ?? 0)
      return ledger
    }
    declarations = Self.declarations(
      settled, resolved.territories, of: sender, at: place, context)
    var byRegion: [String: Int] = [:]
    for part in resolved.territories.parts where part.covering != Index(0) {
      byRegion[context.units[part.unit].region, default: 0] += part.population
    }
    people = byRegion.values.reduce(0, +)
    region = most(byRegion) ?? ""
  }

  /// A stage by default is one that the user asked for; without it the stage stays open.
  private static func told(_ oddities: [Anomaly], _ defaultStage: Stage?) -> [Anomaly] {
    guard defaultStage == nil else { return oddities }
    return oddities.map { anomaly in
      guard anomaly.rule == .stageByDefault else { return anomaly }
      return Anomaly(
        .warning, .stageByDefault, file: anomaly.file, line: anomaly.line, object: anomaly.object,
        finding: anomaly.finding,
        treatment: Wording(
          fr: "stade laissé vide ; --default-stage en donne un",
          en: "the stage is left empty; --default-stage gives one"))
    }
  }

  private static func declarations(
    _ settled: SettledLists, _ territories: Territories, of sender: Sender, at place: Int,
    _ context: Context
  ) -> [Declaration] {
    var extents: [CPTSID: [Index<Unit>: Declaration.Extent]] = [:]
    for part in territories.parts {
      for owner in territories.coverings[part.covering] {
        let id = territories[owner].id
        extents[id, default: [:]][part.unit, default: .init()].people += part.population
        extents[id]?[part.unit]?.area += part.areaShare
      }
    }
    let rows = Dictionary(grouping: settled.memberships, by: \.cpts)
    return settled.cpts.cpts.sorted { $0.key < $1.key }.map { id, record in
      let origin = settled.cpts.origins[id] ?? ("", 0)
      return Declaration(
        sender: place, id: id, record: record.completed(by: context.options.defaultStage),
        finess: settled.cpts.records.finess[id] ?? "",
        place: SourcePlace(file: sender.label(of: origin.file), line: origin.line),
        communes: communes(rows[id] ?? [], of: sender, at: place, context.units),
        extent: extents[id] ?? [:])
    }
  }

  /// Rows with a known code, each once for the same days; that others are set aside is said.
  private static func communes(
    _ rows: [Membership], of sender: Sender, at place: Int, _ units: StudyUnits
  ) -> [ClaimedCommune] {
    var seen: [UnitCode: Set<DateSpan>] = [:]
    return rows.filter {
      units.isKnown($0.code) && seen[$0.code, default: []].insert($0.span).inserted
    }
    .map { row in
      ClaimedCommune(
        code: row.code, share: row.share, span: row.span,
        place: SourcePlace(file: sender.label(of: row.file), line: row.line), sender: place)
    }
    .sorted { ($0.code, $0.span) < ($1.code, $1.span) }
  }

  private static func isDrawn(_ path: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr: "une carte de territoires : consolidate ne réunit que des listes",
        en: "a map of territories: consolidate brings lists together"),
      cure: Wording(
        fr: "faites-en une liste : coverage-report inspect --as-list "
          + "\(ShellWord.quoted(path)) > liste.csv",
        en: "make it a list: coverage-report inspect --as-list "
          + "\(ShellWord.quoted(path)) > list.csv"))
  }
}

extension [Membership] {
  /// The rows without those that say again, of other days, what a CPTS has: a territory is all that it ever had.
  var everHeld: [Membership] {
    var seen: [CPTSID: Set<UnitCode>] = [:]
    return filter { row in
      let isNew = seen[row.cpts, default: []].insert(row.code).inserted
      return isNew || row.span == .always
    }
  }
}

extension Sender {
  /// Files of a folder that hold no list are named.
  fileprivate var unread: [Anomaly] {
    others.map { name in
      Anomaly(
        .warning, .partNotRead, file: root, object: name,
        finding: Wording(
          fr: "« \(ShownName.shortened(name)) » n’est pas une liste d’après son nom",
          en: "“\(ShownName.shortened(name))” is no list by its name"),
        treatment: Wording(fr: "fichier non lu", en: "the file is not read"))
    }
  }
}
