/// Populations of units that look like thousands of people, as GEOFLA has them: some have decimals, and all are
/// too few for communes.
enum PeopleInThousands {
  /// People that a unit has on average from which on nothing is told: a commune of France has 1,900.
  private static let fewest = 50.0
  private static let leastUnits = 4

  /// - Complexity: O(rows).
  static func anomaly(_ column: Int, of rows: some AttributeRows) -> Anomaly? {
    var (count, fractions, sum) = (0, 0, 0.0)
    var first: Int?
    for row in 0..<rows.rowCount {
      guard let number = decimalNumber(rows.value(row: row, column: column)), number >= 0 else {
        continue
      }
      count += 1
      sum += number
      if number != number.rounded() {
        fractions += 1
        first = first ?? row
      }
    }
    guard let first, count >= leastUnits, 20 * fractions >= count,
      sum / Double(count) < fewest
    else { return nil }
    let shown = ShownName.shortened(rows.value(row: first, column: column))
    let mean = Int((sum / Double(count)).rounded())
    return Anomaly(
      .warning, .fractionalPopulation, file: rows.path, line: rows.line(of: first),
      object: rows.header[column],
      finding: Wording(
        fr:
          "des populations à décimales (« \(shown) »), \(mean) habitants par unité en moyenne : en milliers ?",
        en:
          "populations with decimals (“\(shown)”), \(mean) people a unit on average: in thousands?"),
      treatment: Wording(
        fr:
          "lues comme des habitants ; si ce sont des milliers, multipliez par 1000, ou donnez --population",
        en:
          "read as people; if they are thousands, multiply them by 1000, or give --population"))
  }
}
