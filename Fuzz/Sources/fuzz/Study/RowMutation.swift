/// What becomes of tables that people keep: rows and columns doubled, lost or exchanged, cells that hold the
/// words of others.
struct RowMutation {
  private static let words = [
    "aci", "projet", "lettre_intention", "LI", "projet de santé validé", "aucun", "12", "n/a", "?",
    "2019-03-25", "31/12/2020", "0021-01-01", "2030-01-01", "43831", "-5", "1e9", "12,5", "1.004E3",
    "90004", "9004", "90 004", "02A04", "", "\"", "x|y", "A", "B", "C", "A;B", "=1+1", "oui", "non",
    "90", "é", "\u{202E}", "9223372036854775807", "0", "00000", "90001 90002", "90001, 90010",
  ]
  private static let columns = [
    "cpts_id", "cpts_nom", "nom", "stade", "code_commune", "code", "communes", "date_projet",
    "date_lettre_intention", "date_projet_sante", "date_aci", "date_fin", "fragile", "adherents",
    "actifs", "professionnels", "population", "dep", "part", "siege", "zone", "commune", "action",
    "secteur",
  ]

  private var rows: [[[UInt8]]]
  private let separator: UInt8

  init(_ bytes: [UInt8]) {
    let header = bytes.prefix { $0 != 10 }
    let marks = [UInt8(ascii: ","), UInt8(ascii: ";"), 9]
    let separator = marks.max { a, b in header.count { $0 == a } < header.count { $0 == b } } ?? 44
    self.separator = separator
    rows = bytes.split(separator: 10).map {
      $0.split(separator: separator, omittingEmptySubsequences: false).map { Array($0) }
    }
  }

  var bytes: [UInt8] {
    Array(rows.map { Array($0.joined(separator: [separator])) }.joined(separator: [10])) + [10]
  }

  mutating func mutate(_ dice: inout Dice) {
    guard !rows.isEmpty else { return }
    let (row, other) = (dice.below(rows.count), dice.below(rows.count))
    switch dice.below(9) {
    case 0: rows.insert(rows[row], at: other)
    case 1: if rows.count > 1 { rows.remove(at: row) }
    case 2: rows.swapAt(row, other)
    case 3, 4: set(row, dice.below(rows[row].count), Array(dice.one(of: Self.words).utf8))
    case 5: set(row, dice.below(rows[row].count), cell(other, dice.below(rows[other].count)))
    case 6: set(0, dice.below(rows[0].count), Array(dice.one(of: Self.columns).utf8))
    case 7: doubleColumn(dice.below(rows[0].count))
    default: removeColumn(dice.below(rows[0].count))
    }
  }

  private func cell(_ row: Int, _ column: Int) -> [UInt8] {
    rows[row].indices.contains(column) ? rows[row][column] : []
  }

  private mutating func set(_ row: Int, _ column: Int, _ word: [UInt8]) {
    if rows[row].indices.contains(column) { rows[row][column] = word }
  }

  private mutating func doubleColumn(_ column: Int) {
    for row in rows.indices { rows[row].append(cell(row, column)) }
  }

  private mutating func removeColumn(_ column: Int) {
    for row in rows.indices where rows[row].count > 1 && rows[row].indices.contains(column) {
      rows[row].remove(at: column)
    }
  }
}
