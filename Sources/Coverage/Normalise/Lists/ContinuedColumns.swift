/// Columns in which the territory of a row goes on: `Commune 1`, `Commune 2`…, or columns without a name
/// right of that of the communes, into which its cells were spread.
struct ContinuedColumns: Sendable {
  /// The column that the others continue; nil for none.
  private(set) var first: Int?
  private(set) var others: [Int] = []
  /// Numbered columns that say the same in other words: the names beside the codes.
  private(set) var rivals: Set<Int> = []

  private enum Kind: Int, Comparable {
    case codes, territory, names, groups

    static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }

    init?(_ base: String) {
      let role = HeaderRules.role(of: HeaderName(base))
      if FieldRole.unitCode.recognisedNames.contains(base) || role == .unitCode {
        self = .codes
      } else if FieldRole.territory.recognisedNames.contains(base) {
        self = .territory
      } else if FieldRole.communeNames.contains(base) || role == .unitName {
        self = .names
      } else if LevelName.level(of: base).map({ LevelName.usual.contains($0) }) ?? false {
        self = .groups
      } else {
        return nil
      }
    }
  }

  /// - Parameters:
  ///   - place: the column that names the unit of a row so far; nil for none.
  ///   - id: the column that tells CPTS apart.
  ///   - asked: a column without a name that the user gives.
  /// - Complexity: O(rows) for each column without a name beside that of communes.
  init(
    of rows: some AttributeRows, place: Int?, id: Int?, asked: Int?, isUsed: (Int) -> Bool
  ) {
    findNumbered(rows.header, place, isUsed)
    if first == nil, let place, let id { findNameless(rows, place, id, isUsed) }
    if let asked, let place, !others.contains(asked) {
      first = place
      others = (others + [asked]).sorted()
    }
  }

  var isEmpty: Bool { others.isEmpty }

  func contains(_ column: Int) -> Bool {
    column == first || others.contains(column) || rivals.contains(column)
  }

  // MARK: Numbered

  /// The name of a column without its number: `Commune 2`, `commune_n°2`, `commune2`; nil without one. A year
  /// is no such number.
  private static func base(_ name: String) -> String? {
    var words = folded(name).split(separator: "_").map(String.init)
    guard let last = words.popLast() else { return nil }
    let digits = last.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard (1...3).contains(digits) else { return nil }
    if digits < last.count { words.append(String(last.dropLast(digits))) }
    while let word = words.last, ["n", "no", "num", "numero"].contains(word) { words.removeLast() }
    return words.isEmpty ? nil : words.joined(separator: "_")
  }

  private mutating func findNumbered(_ header: [String], _ place: Int?, _ isUsed: (Int) -> Bool) {
    var families: [String: [Int]] = [:]
    for column in header.indices where !isUsed(column) {
      if let base = Self.base(header[column]) { families[base, default: []].append(column) }
    }
    let known = families.compactMap { base, columns in
      Kind(base).map { (kind: $0, base: base, columns: columns) }
    }.sorted { ($0.kind, $0.base) < ($1.kind, $1.base) }
    if let place {
      let bases = [folded(header[place]), Self.base(header[place])]
      guard let own = known.first(where: { bases.contains($0.base) }) else { return }
      (first, others) = (place, own.columns)
    } else {
      guard let own = known.first(where: { $0.columns.count > 1 }) else { return }
      (first, others) = (own.columns[0], Array(own.columns.dropFirst()))
    }
    rivals = Set(known.filter { $0.kind != .groups }.flatMap(\.columns)).subtracting(others)
    if let first { rivals.remove(first) }
  }

  // MARK: Without a name

  private mutating func findNameless(
    _ rows: some AttributeRows, _ place: Int, _ id: Int, _ isUsed: (Int) -> Bool
  ) {
    let run = (place + 1..<max(place + 1, rows.header.count)).prefix {
      rows.header[$0].isEmpty && !isUsed($0)
    }
    guard !run.isEmpty else { return }
    var owners: Set<String> = []
    for row in 0..<rows.rowCount {
      let owner = rows.value(row: row, column: id)
      // A list with a row for each commune has no reason to spread.
      if !owner.isEmpty, !owners.insert(owner).inserted { return }
    }
    let own = Self.values(of: [place], rows)
    let spread = Self.values(of: Array(run), rows)
    guard !spread.isEmpty, Self.areCodes(own) == Self.areCodes(spread),
      PostalCodes.endingInZero(spread) == nil,
      Self.areCodes(own) || spread.allSatisfy({ !$0.contains(where: \.isNumber) })
    else { return }
    first = place
    others = Array(run)
  }

  private static func values(of columns: [Int], _ rows: some AttributeRows) -> Set<String> {
    var values: Set<String> = []
    for row in 0..<rows.rowCount {
      for column in columns {
        let text = rows.value(row: row, column: column)
        if !text.isEmpty { values.insert(text) }
      }
    }
    return values
  }

  private static func areCodes(_ values: Set<String>) -> Bool {
    values.allSatisfy { CodeSpelling($0, isKnown: { $0.isOfCommune }) != nil }
  }

  /// The number of a column of the territory; nil for one without.
  static func number(_ name: String) -> Int? {
    guard base(name) != nil else { return nil }
    return Int(String(String(folded(name).reversed().prefix { $0.isNumber }).reversed()))
  }

  /// What is told of them.
  func anomaly(_ rows: some AttributeRows) -> Anomaly? {
    guard let first, !others.isEmpty else { return nil }
    let name = ShownName.shortened(rows.header[first])
    let names = ShownName.list(
      others.map { "« \(UnusedColumn.name($0, of: rows)) »" }, most: 8)
    return Anomaly(
      .information, .communesInCell, file: rows.path, line: 1, object: rows.header[first],
      finding: Wording(
        fr: "le territoire continue après « \(name) » : \(names)",
        en: "the territory goes on after “\(name)”: \(names)"),
      treatment: Wording(
        fr: "toutes ces colonnes sont lues comme des communes",
        en: "all these columns are read as communes"))
  }
}

extension CPTSColumns {
  /// What is told of the commune of a seat that stands in the place of the first of numbered ones; nil where
  /// there is none.
  func seatBeforeCommunes(in rows: some AttributeRows) -> Anomaly? {
    guard let seat = self[.seat], let first = continued.first,
      folded(rows.header[seat]).split(separator: "_").contains("commune"),
      let number = ContinuedColumns.number(rows.header[first]), number > 1
    else { return nil }
    let (name, next) = (
      ShownName.shortened(rows.header[seat]), ShownName.shortened(rows.header[first])
    )
    return Anomaly(
      .warning, .communesInCell, file: rows.path, line: 1, object: rows.header[seat],
      finding: Wording(
        fr: "« \(name) » dit le siège, et le territoire ne commence qu’à « \(next) »",
        en: "“\(name)” says the seat, and the territory begins at “\(next)” only"),
      treatment: Wording(
        fr: "le siège n’est pas compté dans le territoire ; s’il en est, nommez sa colonne "
          + "« Commune \(number - 1) »",
        en: "the seat does not count in the territory; if it is of it, name its column "
          + "“Commune \(number - 1)”"))
  }
}
