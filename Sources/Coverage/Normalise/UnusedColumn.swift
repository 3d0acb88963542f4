/// A column that nothing uses, with some of its values, which may tell that it was meant.
struct UnusedColumn: Sendable {
  let file: String
  /// Where it first has a value.
  let line: Int?
  let name: String
  /// The first of its different values.
  let values: [String]
  /// Whether a column of its file that is used says the same.
  var isRival = false
  /// Whether another column of its file has the codes of communes.
  var isBesideCodes = false
  /// Whether its file is a map, of which the drawings count.
  var isOfMap = false
  /// Whether a column of stages of its file is used.
  var isBesideStages = false
  /// Whether each row of its file is a commune, of which a CPTS has several.
  var isOfCommunes = false
  /// The EPCI that it gives to the code of each row; nil where it gives something else, or several to one.
  var intercommunalityOfCode: [String: String]?
  /// Whether it gives each row with a CPTS the whole of its commune.
  var isWholeOfCommunes = false
  /// Whether it helps rows without a code alone.
  var isPostal = false
  /// Whether each row has a value.
  private(set) var isEverywhere = false

  private static let mostValues = 200

  /// - Complexity: O(rows) for each column without 200 different values.
  static func all(
    in rows: some AttributeRows, isUsed: (Int) -> Bool, isRival: (Int) -> Bool = { _ in false }
  ) -> [UnusedColumn] {
    rows.header.indices.filter { !isUsed($0) }.compactMap { column in
      var values: [String] = []
      var seen: Set<String> = []
      var first: Int?
      var filled = 0
      for row in 0..<rows.rowCount where column < rows.fieldCount(row: row) {
        guard values.count < mostValues else { break }
        let text = rows.value(row: row, column: column)
        if text.isEmpty { continue }
        filled += 1
        guard seen.insert(text).inserted else { continue }
        first = first ?? row
        values.append(text)
      }
      let name = rows.header[column]
      // What spreadsheets leave behind the last column.
      if name.isEmpty, values.isEmpty { return nil }
      return UnusedColumn(
        file: rows.path, line: first.map { rows.line(of: $0) },
        name: Self.name(column, of: rows), values: values,
        isRival: isRival(column), isEverywhere: filled == rows.rowCount)
    }
  }

  private var treatment: Wording {
    if isPostal {
      return Wording(
        fr: "les codes INSEE servent ; le code postal n’aide que les lignes sans code",
        en: "the INSEE codes are used; the postal code helps rows without a code alone")
    }
    return isRival
      ? Wording(fr: "une autre colonne tient ce rôle", en: "another column has this role")
      : Wording(fr: "colonne non utilisée", en: "the column is not used")
  }

  /// The name of a column, or its place where it has none: `colonne 4`, which `FieldMap` understands.
  static func name(_ column: Int, of rows: some AttributeRows) -> String {
    let name = rows.header[column]
    return name.isEmpty ? "colonne \(column + 1)" : name
  }

  /// For the record.
  var listed: Anomaly {
    let shown = ShownName.list(
      values.prefix(3).map { "« \(ShownName.shortened($0, to: 40)) »" }, most: 3)
    return Anomaly(
      .information, .columnNotUsed, file: file, line: line, object: name,
      finding: values.isEmpty
        ? Wording(fr: "colonne vide", en: "an empty column")
        : isPostal
          ? Wording(fr: "codes postaux : \(shown)…", en: "postal codes: \(shown)…")
          : Wording(
            fr: "colonne dont rien ne sert : \(shown)…",
            en: "a column of which nothing is used: \(shown)…"),
      treatment: treatment)
  }
}
