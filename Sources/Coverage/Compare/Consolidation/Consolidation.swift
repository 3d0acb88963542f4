import GeoKernel

/// Lists of several senders as one, with what a person must decide: read → compare → decide.
public struct Consolidation: Sendable {
  /// What was asked for.
  public let options: StudyOptions
  /// What a reader of the lists must know, in the order of `anomalies.csv`.
  public let anomalies: [Anomaly]
  /// The senders' lists, by name.
  let lists: [SenderList]
  /// By identifier.
  let cpts: [ConsolidatedCPTS]
  /// What nobody has decided yet.
  let arbitrations: [Arbitration]
  /// How many declarations say what another one says.
  let sameCount: Int
  /// What changed since the last time, by sender; nil where nobody asks.
  let changes: [ConsolidationChange]?
  /// People of all CPTS, each once.
  let people: Int
  let units: StudyUnits
  let ledgers: [InputLedger]
  let digests: [InputDigest]
  let bounds: StudyBounds

  var senders: [Sender] { lists.map(\.sender) }

  /// What besides the lists a consolidation reads.
  public struct Others: Sendable {
    let decisions: InputPath?
    let since: String?

    /// - Parameters:
    ///   - decisions: what people decided.
    ///   - since: folder of the last consolidation.
    public init(decisions: String?, since: String?) {
      self.decisions = decisions.map { InputPath($0) }
      self.since = since
    }

    /// Every file of them.
    public var files: [InputPath] {
      [decisions].compactMap { $0 }
        + (since.map { folder in LastConsolidation.files.map { InputPath(file: "\(folder)/\($0)") }
        }
          ?? [])
    }
  }

  /// - Parameter options: whose lists are the files of the senders, in their order.
  /// - Complexity: O(senders × units + rows).
  /// - Throws: `InputFault` for what is wrong in an input, with its place and its cure.
  public static func run(
    _ options: StudyOptions, of senders: [Sender], _ others: Others, clock: StepClock = StepClock()
  ) throws -> Consolidation {
    let options = try options.pinned()
    let pinned = try others.files.map { (file) throws(InputFault) in try file.pinned() }
    let bounds = StudyBounds(reading: options.inputs + pinned)
    let decisions =
      try others.decisions.map { _ in try ArbitrationDecisions(try DelimitedText.read(pinned[0])) }
      ?? ArbitrationDecisions()
    let last = try others.since.map { _ in try LastConsolidation(pinned.suffix(3)) }
    let table = try clock.measure(.reading) { try FeatureTable.read(options.units) }
    let normalised = try clock.measure(.normalising) {
      try StudyInputs(table: table, ground: MeshGround(expectedVertices: 0))
        .normalise(options, decided: decisions.ofLists)
    }
    let context = SenderList.Context(
      options: options, units: normalised.units, table: table, years: normalised.years,
      decisions: decisions.ofLists)
    let lists = try clock.measure(.readingLists) {
      try read(senders, of: options.cpts, context)
    }
    var found = try clock.measure(.comparing) {
      try ComparedLists(lists, normalised.units, decisions, bounds)
    }
    let alarms = last.map { $0.alarms(lists) } ?? []
    let ledgers =
      normalised.ledgers + lists.flatMap(\.ledgers) + decisions.ledgers + (last?.ledgers ?? [])
    try StudyInputs.checkNamedColumns(options.columns, in: ledgers)
    let digests = try clock.measure(.hashing) {
      try (options.inputs.flatMap { [$0] + ShapefileCompanions.all(besides: $0.file) } + pinned)
        .map { try InputDigest($0) }
    }
    // No map is drawn, and none of a unit is missed.
    found.anomalies += normalised.anomalies.filter { $0.rule != .unitWithoutGeometry }
    found.anomalies += decisions.anomalies + found.standing(lists.flatMap(\.anomalies))
    return Consolidation(
      options: options, anomalies: (found.anomalies + alarms).sorted(by: Anomaly.precedes),
      lists: lists, cpts: found.cpts, arbitrations: found.arbitrations,
      sameCount: found.sameCount, changes: last.map { $0.changes(found.cpts, lists) },
      people: found.people, units: normalised.units, ledgers: ledgers, digests: digests,
      bounds: bounds)
  }

  private static func read(
    _ senders: [Sender], of files: [InputPath], _ context: SenderList.Context
  ) throws(InputFault) -> [SenderList] {
    var lists: [SenderList] = []
    var rest = files[...]
    for (place, sender) in senders.enumerated() {
      lists.append(
        try SenderList(sender, at: place, files: rest.prefix(sender.files.count), context))
      rest = rest.dropFirst(sender.files.count)
    }
    return lists
  }
}
