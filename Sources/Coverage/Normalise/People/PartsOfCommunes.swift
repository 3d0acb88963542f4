/// People by IRIS, the parts in which INSEE divides the larger communes: nine digits, of which the first five
/// are the commune's code. Their people add up to the commune's.
struct PartsOfCommunes {
  /// The column of IRIS.
  let column: Int
  private let count: Int

  private static let names: Set<String> = ["iris", "code_iris", "codeiris", "dcomiris", "dciris"]

  /// - Returns: nil where no column has IRIS, each once and each of the commune of its row.
  /// - Complexity: O(rows).
  init?(_ text: DelimitedText, _ fields: FieldMap) {
    guard let column = text.header.firstIndex(where: { Self.names.contains(folded($0)) }) else {
      return nil
    }
    var known: Set<String> = []
    for row in 0..<text.rowCount {
      let part = text.text(row: row, column: column)
      let commune = fields[.unitCode].map { text.text(row: row, column: $0) } ?? ""
      guard part.utf8.count == 9, Self.commune(of: part).isOfCommune,
        commune.isEmpty || commune == part || commune == Self.commune(of: part).text,
        known.insert(part).inserted
      else { return nil }
    }
    guard !known.isEmpty else { return nil }
    (self.column, count) = (column, known.count)
  }

  static func commune(of part: String) -> UnitCode { UnitCode(String(part.prefix(5))) }

  func anomaly(communes: Int, of text: DelimitedText) -> Anomaly {
    Anomaly(
      .information, .populationSummed, file: text.path, object: text.header[column],
      finding: Wording(
        fr: "population de \(NumberText.whole(count)) IRIS",
        en: "the population of \(NumberText.whole(count)) IRIS"),
      treatment: Wording(
        fr: "additionnée dans \(NumberText.count(communes, "commune", "communes"))",
        en: "added up in \(NumberText.count(communes, "commune", "communes", .english))"))
  }
}
