/// CPTS of which each has its territory on the days of one span: one whose communes have several dates is as
/// many, so that who covers what is found once for all days.
struct SpannedCPTS: Sendable {
  /// Sorted by id.
  private(set) var cpts: [DatedCPTS] = []
  /// When the territory of each is in force, and which CPTS of the files each is.
  private(set) var spans = Spans()
  /// The lists and the drawings, of these CPTS.
  let pairs: PairsInForce

  /// By CPTS: the days of its territory, and the place of the CPTS of the files that it is.
  struct Spans: Sendable {
    var days = Column<DatedCPTS, DateSpan>()
    var origin = Column<DatedCPTS, Int>()

    /// Each CPTS of the files as it is, on every day.
    init(alwaysOf count: Int = 0) {
      days = Column(repeating: .always, count: count)
      origin = Column(Array(0..<count))
    }

    /// Of some owners those in force on a day, one for each CPTS of the files.
    func inForce(_ owners: [Index<DatedCPTS>], on day: CivilDate) -> [Index<DatedCPTS>] {
      var seen: Set<Int> = []
      return owners.filter { days[$0].contains(day) && seen.insert(origin[$0]).inserted }
    }
  }

  /// What stands between an identifier and the number of a span: no identifier of a file has it.
  private static let separator: Character = "|"

  /// - Parameter cpts: of the files, with their stages on some day; stages are kept where the span has that day.
  /// - Complexity: O(rows + CPTS × log).
  init(_ cpts: [DatedCPTS], _ pairs: PairsInForce, on day: CivilDate) {
    var known: [CPTSID: Set<DateSpan>] = [:]
    for row in pairs.memberships where row.span != .always {
      known[row.cpts, default: []].insert(row.span)
    }
    for row in pairs.layers.flatMap(\.rows) where row.span != .always {
      known[row.cpts, default: []].insert(row.span)
    }
    let numbers = known.mapValues { spans in
      Dictionary(uniqueKeysWithValues: spans.sorted().enumerated().map { ($1, $0 + 1) })
    }
    func id(_ cpts: CPTSID, _ span: DateSpan) -> CPTSID {
      numbers[cpts]?[span].map { CPTSID("\(cpts)\(Self.separator)\($0)") } ?? cpts
    }
    var all: [(cpts: DatedCPTS, span: DateSpan, origin: Int)] = []
    for (origin, cpts) in cpts.enumerated() {
      all.append((cpts, .always, origin))
      for span in numbers[cpts.id]?.keys.sorted() ?? [] {
        all.append(
          (
            DatedCPTS(
              id: id(cpts.id, span), name: cpts.name,
              stage: span.contains(day) ? cpts.stage : .none, file: cpts.file, line: cpts.line,
              record: cpts.record), span, origin
          ))
      }
    }
    all.sort { $0.cpts.id < $1.cpts.id }
    self.cpts = all.map(\.cpts)
    spans.days = Column(all.map(\.span))
    spans.origin = Column(all.map(\.origin))
    self.pairs = numbers.isEmpty ? pairs : pairs.renamed(id)
  }

  /// Whether some pair has a date.
  var haveDates: Bool { spans.days.contains { $0 != .always } }

  /// What is said of a CPTS as its file names it.
  static func given(_ anomaly: Anomaly) -> Anomaly {
    guard anomaly.object.contains(separator) else { return anomaly }
    return Anomaly(
      anomaly.severity, anomaly.rule, file: anomaly.file, line: anomaly.line,
      object: given(anomaly.object), finding: anomaly.finding, treatment: anomaly.treatment)
  }

  /// The identifier that a file has.
  static func given(_ id: String) -> String {
    id.firstIndex(of: separator).map { String(id[..<$0]) } ?? id
  }
}
