/// How a column writes counts of people: what separates thousands is told by the whole column.
///
/// A point or a comma separates thousands where all numbers that have it have groups of three digits after
/// it, all that have none are below one thousand, and one has two groups or several have one. It separates
/// decimals where other numbers show so. Else nothing tells, and nothing is guessed.
struct PopulationSpelling: Sendable {
  /// The sign that separates thousands; nil where none does.
  private let thousands: Character?
  /// The sign that separates decimals, where other values of the column show it.
  private let decimals: Character?
  /// The first row whose number may be read in two ways.
  let ambiguousRow: Int?

  /// Numbers one by one, of which nothing else is known.
  static let alone = PopulationSpelling(thousands: nil, decimals: nil, ambiguousRow: nil)

  private init(thousands: Character?, decimals: Character?, ambiguousRow: Int?) {
    (self.thousands, self.decimals, self.ambiguousRow) = (thousands, decimals, ambiguousRow)
  }

  /// - Complexity: O(rows).
  init(_ column: Int, of rows: some AttributeRows) {
    var grouped: [Character: (count: Int, first: Int, isSure: Bool)] = [:]
    var others: Set<Character> = []
    var isLargeWithout = false
    for row in 0..<rows.rowCount {
      let text = Self.plain(rows.value(row: row, column: column))
      guard let mark = text.first(where: { $0 == "." || $0 == "," }) else {
        isLargeWithout = isLargeWithout || (Int(text) ?? 0) >= 1000
        continue
      }
      guard mayHaveThousands(text), !text.hasPrefix("0") else {
        others.insert(mark)
        continue
      }
      let isSure = text.count { $0 == mark } > 1 && !text.contains(mark == "." ? "," : ".")
      let known = grouped[mark] ?? (0, row, false)
      grouped[mark] = (known.count + 1, known.first, known.isSure || isSure)
    }
    guard let (mark, found) = grouped.first, grouped.count == 1 else {
      let first = grouped.values.map(\.first).min()
      self.init(thousands: nil, decimals: nil, ambiguousRow: first)
      return
    }
    if others.contains(mark) {
      self.init(
        thousands: nil, decimals: found.isSure ? nil : mark,
        ambiguousRow: found.isSure ? found.first : nil)
    } else if !isLargeWithout, found.isSure || found.count > 1 {
      self.init(thousands: mark, decimals: nil, ambiguousRow: nil)
    } else {
      self.init(thousands: nil, decimals: nil, ambiguousRow: found.first)
    }
  }

  /// The first row of a column whose numbers are too small and too little whole to count people: they are in
  /// thousands, or shares; nil where they may count people.
  ///
  /// - Complexity: O(rows).
  func rowOfNoCount(_ column: Int, of rows: some AttributeRows) -> Int? {
    var (count, fractions, largest) = (0, 0, 0.0)
    var first: Int?
    for row in 0..<rows.rowCount {
      guard let number = decimalNumber(unmarked(rows.value(row: row, column: column))) else {
        continue
      }
      count += 1
      largest = max(largest, number)
      guard abs(number - number.rounded()) > 0.01 else { continue }
      fractions += 1
      first = first ?? row
    }
    return fractions > 1 && 2 * fractions > count && largest < Self.mostOfThousands ? first : nil
  }

  /// Thousands of people that no commune has.
  private static let mostOfThousands = 3000.0

  /// A number without what separates its thousands.
  func unmarked(_ text: String) -> String {
    let plain = Self.plain(text)
    guard let thousands, mayHaveThousands(plain) else { return plain }
    return plain.filter { $0 != thousands }
  }

  /// Whether a number that might have thousands has decimals.
  func hasDecimals(_ text: String) -> Bool { decimals.map { text.contains($0) } ?? false }

  /// A number without the words and signs that change nothing: `25'499`, `25499 hab.`, narrow spaces.
  static func plain(_ text: String) -> String {
    // Most numbers are digits alone.
    if text.utf8.allSatisfy(isDigit) { return text }
    var number = text.filter { !($0.isWhitespace || $0 == "\u{2060}") }
    for word in ["habitants", "habitant", "hab.", "hab", "personnes"]
    where number.lowercased().hasSuffix(word) {
      number.removeLast(word.count)
      break
    }
    if let whole = withBothMarks(number) { return whole }
    let groups = number.split(omittingEmptySubsequences: false) {
      $0 == "'" || $0 == "’" || $0 == "ʼ"
    }
    guard groups.count > 1, (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      groups.allSatisfy({ $0.utf8.allSatisfy(isDigit) })
    else { return number }
    return groups.joined()
  }
}

extension PopulationSpelling {
  /// A whole number with both marks, as `20,000.00`, can be read in one way: the one that stands once, last, is
  /// that of decimals.
  fileprivate static func withBothMarks(_ text: String) -> String? {
    guard let place = text.lastIndex(where: { $0 == "." || $0 == "," }) else { return nil }
    let (whole, decimals) = (text[..<place], text[text.index(after: place)...])
    guard !whole.contains(text[place]), whole.contains(where: { $0 == "." || $0 == "," }),
      mayHaveThousands(String(whole)), !decimals.isEmpty, decimals.allSatisfy({ $0 == "0" })
    else { return nil }
    return whole.filter { $0 != "." && $0 != "," }
  }
}

extension InputFault {
  /// Numbers that are no counts of people.
  static func noCounts(_ text: String, path: String, line: Int) -> InputFault {
    let shown = ShownName.shortened(text)
    return InputFault(
      path: path, line: line,
      problem: Wording(
        fr:
          "population « \(shown) », et presque aucune n’est entière : en milliers, ou des parts ?",
        en: "population “\(shown)”, and hardly any is whole: in thousands, or shares?"),
      cure: Wording(
        fr: "donnez une colonne en habitants, nombres entiers : 25499",
        en: "give a column in people, whole numbers: 25499"))
  }

  /// A count of people that may be read in two ways.
  static func thousandsOrDecimals(_ text: String, path: String, line: Int) -> InputFault {
    let shown = ShownName.shortened(text)
    return InputFault(
      path: path, line: line,
      problem: Wording(
        fr: "population « \(shown) » : milliers ou décimales ?",
        en: "population “\(shown)”: thousands or decimals?"),
      cure: Wording(
        fr: "écrivez les populations de cette colonne en chiffres seuls : 25499",
        en: "write the populations of this column in digits alone: 25499"))
  }
}
