/// Tells postal codes from the codes of communes.
///
/// Nine postal codes of ten end in 0, and one commune code of ten does.
enum PostalCodes {
  /// Fewer codes than this tell nothing.
  private static let fewest = 4
  /// From so many codes on, a share of them is enough.
  private static let many = 10
  private static let share = 0.6

  /// How many of the codes of a column end in 0, where they look like postal codes; nil where they do not.
  ///
  /// - Parameter texts: each once.
  /// - Complexity: O(texts).
  static func endingInZero(_ texts: Set<String>) -> (count: Int, of: Int)? {
    var (count, whole) = (0, 0)
    for text in texts {
      guard let code = fiveDigits(text) else { continue }
      whole += 1
      if code.hasSuffix("0") { count += 1 }
    }
    guard whole >= fewest, whole * 2 >= texts.count else { return nil }
    let least = whole < many ? Double(whole) : share * Double(whole)
    return Double(count) >= least ? (count, whole) : nil
  }

  /// The arrondissement of Paris, Lyon or Marseille that has a postal code of its own.
  static func district(of postal: String) -> UnitCode? {
    guard let number = Int(postal), postal.utf8.count == 5 else { return nil }
    switch number {
    case 75_001...75_020: return UnitCode(String(number + 100))
    case 75_116: return UnitCode("75116")
    case 69_001...69_009: return UnitCode(String(number + 380))
    case 13_001...13_016: return UnitCode(String(number + 200))
    default: return nil
    }
  }

  /// Whether one unknown code may be a postal code.
  static func mayBe(_ text: String) -> Bool {
    guard let code = fiveDigits(text) else { return false }
    return code.hasSuffix("0") || code.hasPrefix("20")
  }

  /// The departments that a postal code may lie in: its first signs tell them, but for some communes on a
  /// limit. Corsica has one beginning for two.
  static func departments(of text: String) -> Set<String> {
    guard let code = fiveDigits(text) else { return [] }
    switch code.prefix(2) {
    case "20": return ["2A", "2B"]
    case "97", "98": return [String(code.prefix(3))]
    default: return [String(code.prefix(2))]
    }
  }

  private static func fiveDigits(_ text: String) -> String? {
    guard let code = CodeSpelling.plain(text)?.code.text,
      code.utf8.allSatisfy(isDigit)
    else { return nil }
    return code.utf8.count == 5 ? code : code.utf8.count == 4 ? "0" + code : nil
  }

  /// - Complexity: O(rows).
  /// - Throws: where the codes of a file look like postal codes.
  static func refuse(_ codes: UnitCodeColumns, of rows: some AttributeRows) throws(InputFault) {
    guard let column = codes.code else { return }
    var texts: Set<String> = []
    for row in 0..<rows.rowCount { texts.insert(rows.value(row: row, column: column)) }
    if let found = endingInZero(texts) {
      throw fault(path: rows.path, column: rows.header[column], found)
    }
  }

  /// Looks at the codes of rows of lists, those in cells of several and those beside names too.
  ///
  /// - Returns: the files in which the codes beside names are postal codes: their names may still tell the
  ///   communes.
  /// - Complexity: O(rows).
  /// - Throws: where codes that stand alone look like postal codes.
  static func refuse(in rows: [Membership]) throws(InputFault) -> Set<String> {
    var codes: [String: Set<String>] = [:]
    var besideNames: [String: Set<String>] = [:]
    for row in rows {
      let text = row.code.text.isEmpty ? row.hint.name : row.code.text
      if !row.code.text.isEmpty,
        text.utf8.count <= 5 || CodeSpelling.plain(text)?.code.text.utf8.count ?? 6 <= 5
      {
        codes[row.file, default: []].insert(text)
        continue
      }
      guard text.utf8.contains(where: isDigit) else { continue }
      for place in WrittenPlace.all(in: text) where !place.code.isEmpty {
        if place.name.isEmpty {
          codes[row.file, default: []].insert(place.code)
        } else {
          besideNames[row.file, default: []].insert(place.code)
        }
      }
    }
    for (file, codes) in codes.sorted(by: { $0.key < $1.key }) {
      if let found = endingInZero(codes) {
        throw fault(path: file, column: rows.first { $0.file == file }?.column ?? "", found)
      }
    }
    return Set(besideNames.filter { endingInZero($0.value) != nil }.keys)
  }

  static func fault(
    path: String, column: String, _ found: (count: Int, of: Int)
  ) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr:
          "la colonne « \(column) » a l’air de tenir des codes postaux (\(found.count) sur \(found.of) finissent par 0), pas des codes de communes",
        en:
          "the column “\(column)” seems to hold postal codes (\(found.count) of \(found.of) end in 0), not codes of communes"
      ),
      cure: Wording(
        fr: "donnez les codes INSEE : un code postal couvre souvent plusieurs communes",
        en: "give INSEE codes: a postal code often stands for several communes"))
  }
}
