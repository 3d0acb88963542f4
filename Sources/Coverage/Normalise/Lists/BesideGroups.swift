/// What a list says beside its columns of groups of communes: numbers, which may be those of communes within
/// a department, how many communes each CPTS has, and where it is.
struct BesideGroups: Sendable {
  struct Number: Sendable {
    var cpts: CPTSID
    let department, text: String
    let span: DateSpan
    let line: Int
  }

  /// A column of numbers of one to three digits.
  struct Numbers: Sendable {
    let name: String
    /// Whether its name speaks of communes.
    let saysCommune: Bool
    var rows: [Number] = []
  }

  private(set) var numbers: [Numbers] = []
  /// The name of the column of departments.
  private(set) var department = ""
  /// The name of the column that counts communes, and what it says of each CPTS.
  private(set) var countColumn = ""
  private(set) var counts: [CPTSID: (communes: Int, line: Int)] = [:]
  /// Names of columns that say where CPTS are.
  private(set) var places: [String] = []

  private var columns: [Int] = []
  private var departmentColumn: Int?
  private var count: Int?

  /// Words of what is counted or ranked, and is no code.
  private static let counting: Set<String> = [
    "nombre", "effectif", "effectifs", "total", "population", "habitant", "taux", "part",
    "pourcentage", "rang", "ordre", "annee", "taille", "superficie", "surface", "densite", "age",
    "montant", "budget", "duree", "score", "indice",
  ]
  private static let communes: Set<String> = ["commune", "comm", "insee", "municipalite"]
  private static let addresses: Set<String> = [
    "adresse", "ville", "siege", "localisation", "implantation", "coordonnees", "postal", "cp",
  ]

  /// - Complexity: O(rows) for each column that nothing uses.
  init(_ columns: CPTSColumns, of rows: some AttributeRows) {
    departmentColumn = columns.groups.first {
      LevelName.level(of: rows.header[$0]) == "departement"
    }
    department = departmentColumn.map { rows.header[$0] } ?? ""
    for column in rows.header.indices {
      let name = HeaderName(rows.header[column])
      let isFilled = (0..<rows.rowCount).contains { !rows.value(row: $0, column: column).isEmpty }
      if !isFilled { continue }
      if column == columns[.seat] || column == columns[.postalCode]
        || !columns.uses(column) && !name.words.isDisjoint(with: Self.addresses)
      {
        places.append(rows.header[column])
      } else if columns.uses(column) || Self.isUsualGroup(rows.header[column]) {
        continue
      } else if name.words.contains("nombre"), !name.words.isDisjoint(with: Self.communes) {
        count = column
        countColumn = rows.header[column]
      } else if departmentColumn != nil, name.words.isDisjoint(with: Self.counting),
        Self.areNumbers(column, of: rows)
      {
        self.columns.append(column)
        numbers.append(
          Numbers(
            name: UnusedColumn.name(column, of: rows),
            saysCommune: !name.words.isDisjoint(with: Self.communes)))
      }
    }
  }

  private static func isUsualGroup(_ name: String) -> Bool {
    LevelName.level(of: name).map { LevelName.usual.contains($0) } ?? false
  }

  private static func areNumbers(_ column: Int, of rows: some AttributeRows) -> Bool {
    (0..<rows.rowCount).allSatisfy { row in
      let text = rows.value(row: row, column: column)
      guard !text.isEmpty else { return true }
      guard let plain = CodeSpelling.plain(text)?.code.text else { return false }
      return (1...3).contains(plain.utf8.count) && plain.utf8.allSatisfy(isDigit)
    }
  }

  /// Takes what a row says.
  mutating func see(
    _ row: Int, of rows: some AttributeRows, _ cpts: CPTSID, _ span: DateSpan
  ) {
    if let count, counts[cpts] == nil,
      let communes = Int(rows.value(row: row, column: count).filter { !$0.isWhitespace })
    {
      counts[cpts] = (communes, rows.line(of: row))
    }
    guard let departmentColumn else { return }
    let department = rows.value(row: row, column: departmentColumn)
    if department.isEmpty { return }
    for (index, column) in columns.enumerated() {
      let text = rows.value(row: row, column: column)
      if text.isEmpty { continue }
      numbers[index].rows.append(
        Number(
          cpts: cpts, department: department, text: text, span: span, line: rows.line(of: row)))
    }
  }

  /// The same without the columns of numbers that a study knows as groups.
  func without(_ isLevel: (String) -> Bool) -> BesideGroups {
    var result = self
    result.numbers.removeAll { isLevel(LevelName.level(of: $0.name) ?? "") }
    return result
  }

  /// The same with what is said of some identifiers given to others.
  func shared(_ owners: [CPTSID: [CPTSID]]) -> BesideGroups {
    var result = self
    for index in numbers.indices {
      result.numbers[index].rows = numbers[index].rows.flatMap { number in
        (owners[number.cpts] ?? [number.cpts]).map { owner in
          var number = number
          number.cpts = owner
          return number
        }
      }
    }
    result.counts = [:]
    for (id, count) in counts.sorted(by: { $0.value.line < $1.value.line }) {
      for owner in owners[id] ?? [id] where result.counts[owner] == nil {
        result.counts[owner] = count
      }
    }
    return result
  }
}
