/// What of the lists and the drawings is in force on some days, by the dates of each pair (CPTS, commune) and
/// of each drawing.
struct PairsInForce: Sendable {
  let memberships: [Membership]
  /// Maps with a drawing in force at least.
  let layers: [DrawnLayer]
  /// CPTS with a territory on another day alone.
  let withoutTerritory: Set<CPTSID>
  private let all: SettledLists

  /// On one day.
  ///
  /// - Complexity: O(rows + vertices).
  init(_ lists: SettledLists, on day: CivilDate) { self.init(lists) { $0.contains(day) } }

  /// On some day at least from one to another, both included.
  ///
  /// - Complexity: O(rows + vertices).
  init(_ lists: SettledLists, during days: ClosedRange<CivilDate>) {
    self.init(lists) { $0.meets(days) }
  }

  /// The same under other identifiers, by CPTS and span.
  func renamed(_ id: (CPTSID, DateSpan) -> CPTSID) -> PairsInForce {
    PairsInForce(
      memberships: memberships.map { row in
        var row = row
        row.cpts = id(row.cpts, row.span)
        return row
      },
      layers: layers.map { layer in
        DrawnLayer(
          path: layer.path, reference: layer.reference, polygons: layer.polygons,
          rows: layer.rows.map {
            DrawnLayer.Row(cpts: id($0.cpts, $0.span), span: $0.span, line: $0.line)
          })
      }, withoutTerritory: withoutTerritory, all: all)
  }

  private init(
    memberships: [Membership], layers: [DrawnLayer], withoutTerritory: Set<CPTSID>,
    all: SettledLists
  ) {
    (self.memberships, self.layers) = (memberships, layers)
    (self.withoutTerritory, self.all) = (withoutTerritory, all)
  }

  private init(_ lists: SettledLists, _ isInForce: (DateSpan) -> Bool) {
    all = lists
    memberships =
      lists.memberships.allSatisfy { isInForce($0.span) }
      ? lists.memberships : lists.memberships.filter { isInForce($0.span) }
    layers = lists.cpts.layers.map { layer in
      layer.keeping(layer.rows.indices.filter { isInForce(layer.rows[$0].span) })
    }.filter { !$0.rows.isEmpty }
    func owners(_ rows: [Membership], _ layers: [DrawnLayer]) -> Set<CPTSID> {
      Set(rows.lazy.map(\.cpts)).union(layers.flatMap { $0.rows.map(\.cpts) })
    }
    withoutTerritory = owners(lists.memberships, lists.cpts.layers)
      .subtracting(owners(memberships, layers))
  }

  /// CPTS of the drawings in force.
  var drawn: Set<CPTSID> { Set(layers.flatMap { $0.rows.map(\.cpts) }) }

  /// What is told of the rows that are not in force on the day of a study: a line for each file, and one for
  /// each CPTS whose stage counts nobody for want of a territory.
  ///
  /// - Parameter cpts: on that day.
  /// - Complexity: O(rows).
  func anomalies(_ cpts: [DatedCPTS], on day: CivilDate) -> [Anomaly] {
    var rows = all.memberships.filter { !$0.span.contains(day) }
      .map { OtherDay(file: $0.file, line: $0.line, cpts: $0.cpts, span: $0.span) }
    for layer in all.cpts.layers {
      rows += layer.rows.filter { !$0.span.contains(day) }
        .map { OtherDay(file: layer.path, line: $0.line, cpts: $0.cpts, span: $0.span) }
    }
    let files = Dictionary(grouping: rows, by: \.file).sorted { $0.key < $1.key }
    return files.map { OtherDay.anomaly($1, on: day) }
      + cpts.filter { $0.stage > .none && withoutTerritory.contains($0.id) }
      .map { Self.withoutTerritory($0, on: day) }
  }

  private static func withoutTerritory(_ cpts: DatedCPTS, on day: CivilDate) -> Anomaly {
    Anomaly(
      .warning, .pairNotInForce, file: cpts.file, line: cpts.line, object: cpts.id.text,
      finding: Wording(
        fr: "au stade \(cpts.stage.key), mais sans territoire le \(day) d’après ses dates",
        en: "at \(cpts.stage.key), but without a territory on \(day) by its dates"),
      treatment: Wording(
        fr: "elle ne couvre personne ce jour-là ; vérifiez ces dates",
        en: "it covers nobody on that day; check these dates"))
  }
}

/// A row that is not in force on the day of a study.
private struct OtherDay {
  let file: String
  let line: Int
  let cpts: CPTSID
  let span: DateSpan

  static func anomaly(_ rows: [OtherDay], on day: CivilDate) -> Anomaly {
    // A row that stands for several communes is one.
    let lines = Set(rows.map(\.line))
    let later = Set(rows.filter { $0.span.start.map { $0 > day } ?? false }.map(\.line)).count
    let first = rows.min { ($0.line, $0.cpts) < ($1.line, $1.cpts) }
    let owners = Set(rows.map(\.cpts))
    return Anomaly(
      .information, .pairNotInForce, file: first?.file ?? "", line: first?.line,
      object: owners.count == 1 ? first?.cpts.text ?? "" : "",
      finding: Wording(
        fr: lines.count.inFrench("ligne n’est", "lignes ne sont")
          + " pas en vigueur le \(day) : \(later) à venir, "
          + (lines.count - later).inFrench("finie", "finies"),
        en: lines.count.inEnglish("row is", "rows are")
          + " not in force on \(day): \(later) to come, \(lines.count - later) ended"),
      treatment: Wording(
        fr: "ce jour-là leurs communes ne sont pas de la CPTS",
        en: "their communes are not of the CPTS on that day"))
  }
}
