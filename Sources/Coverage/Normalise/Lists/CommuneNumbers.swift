/// Numbers of communes within a department, in a column that the values tell: `01` beside `004` is 01004.
struct CommuneNumbers {
  private(set) var memberships: [Membership] = []
  let anomaly: Anomaly

  /// The codes of a column, and those of them that are known.
  private struct Joined {
    let column: BesideGroups.Numbers
    let codes: [(number: BesideGroups.Number, code: UnitCode)]
    let known: Set<UnitCode>

    init(_ column: BesideGroups.Numbers, _ isKnown: (UnitCode) -> Bool) {
      self.column = column
      codes = column.rows.compactMap { number in
        let departments = UnitCodeColumns.departments(number.department)
        guard departments.count == 1, let only = departments.first,
          let code = UnitCodeColumns.code(department: only, number: number.text)
        else { return nil }
        return (number, UnitCode(code))
      }
      known = Set(codes.map(\.code).filter(isKnown))
    }

    var knownRows: Int { codes.count { known.contains($0.code) } }
    var areMostlyKnown: Bool { 2 * knownRows > column.rows.count }

    /// Whether rows of one CPTS have numbers of their own, which do not only count them.
    var tellRowsApart: Bool {
      let numbers = column.rows.compactMap { Int($0.text) }
      let isRunning = zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
      if isRunning { return false }
      let several = Dictionary(grouping: codes, by: \.number.cpts).values.filter { $0.count > 1 }
      let distinct = several.count { Set($0.map(\.code)).count == $0.count }
      return !several.isEmpty && 2 * distinct > several.count
    }

    var areSure: Bool { areMostlyKnown && (column.saysCommune || tellRowsApart) }
  }

  /// Nil where no column surely holds numbers of communes.
  ///
  /// - Complexity: O(rows) for each column of numbers.
  /// - Throws: `InputFault` where a column is named so, but makes no codes that the units know, and where
  ///   several columns may hold them.
  init?(
    _ beside: BesideGroups, file: String, isKnown: (UnitCode) -> Bool
  ) throws(InputFault) {
    let all = beside.numbers.filter { !$0.rows.isEmpty }.map { Joined($0, isKnown) }
    let sure = all.filter(\.areSure)
    let named = sure.filter(\.column.saysCommune)
    let found = named.isEmpty ? sure : named
    if let other = all.first(where: { $0.column.saysCommune }), found.isEmpty {
      throw Self.unknown(other, beside.department, file)
    }
    guard let first = found.first else { return nil }
    guard found.count == 1 else {
      throw Self.several(found.map(\.column), beside.department, file)
    }
    memberships = first.codes.map { number, code in
      Membership(
        cpts: number.cpts, code: code, column: first.column.name, span: number.span, file: file,
        line: number.line)
    }
    let read = first.codes[0]
    let shown = "« \(ShownName.shortened(first.column.name)) »"
    anomaly = Anomaly(
      .information, .codeRepaired, file: file, line: read.number.line, object: first.column.name,
      finding: Wording(
        fr:
          "\(shown) : des numéros de communes dans « \(ShownName.shortened(beside.department)) », "
          + "qui font des codes connus (\(first.knownRows) sur \(first.column.rows.count))",
        en:
          "\(shown): numbers of communes within “\(ShownName.shortened(beside.department))”, which "
          + "make known codes (\(first.knownRows) of \(first.column.rows.count))"),
      treatment: Wording(
        fr:
          "« \(read.number.department) » et « \(read.number.text) » lus \(read.code), et ainsi de suite",
        en: "“\(read.number.department)” and “\(read.number.text)” read as \(read.code), and so on")
    )
  }

  /// Columns whose numbers make some known codes, but may as well count something.
  static func doubtful(
    _ beside: BesideGroups, isKnown: (UnitCode) -> Bool
  ) -> [String] {
    beside.numbers.filter { !$0.rows.isEmpty }.map { Joined($0, isKnown) }
      .filter { $0.knownRows > 0 }.map(\.column.name)
  }

  /// The options among which a reader chooses.
  private static func choice(_ names: [String], _ department: String) -> Wording {
    let numbers = names.map { FieldRole.communeNumber.option($0) }
    let whole = FieldRole.territory.option(department)
    return Wording(
      fr:
        "pour ces numéros : \(numbers.map(\.french).joined(separator: " ou ")) ; si les CPTS couvrent des départements "
        + "entiers : \(whole.french) ; sinon donnez les codes INSEE",
      en:
        "for these numbers: \(numbers.map(\.english).joined(separator: " or ")); if the CPTS cover whole departments: "
        + "\(whole.english); else give the INSEE codes")
  }

  private static func unknown(
    _ joined: Joined, _ department: String, _ file: String
  ) -> InputFault {
    let name = ShownName.shortened(joined.column.name)
    let odd = joined.codes.first { !joined.known.contains($0.code) }
    let shown = odd.map { ", \($0.code) ne l’est pas" } ?? ""
    let english = odd.map { ", \($0.code) is not" } ?? ""
    let (known, all) = (joined.knownRows, joined.column.rows.count)
    return InputFault(
      path: file, line: odd?.number.line ?? joined.column.rows.first?.line,
      problem: Wording(
        fr:
          "« \(name) » a l’air de tenir les numéros des communes dans le département, mais \(known) sur "
          + "\(all) des codes qu’ils font sont connus\(shown)",
        en:
          "“\(name)” seems to hold the numbers of communes within the department, but \(known) of \(all) "
          + "of the codes that they make are known\(english)"),
      cure: choice([joined.column.name], department))
  }

  private static func several(
    _ columns: [BesideGroups.Numbers], _ department: String, _ file: String
  ) -> InputFault {
    let names = columns.map { "« \(ShownName.shortened($0.name)) »" }.joined(separator: ", ")
    return InputFault(
      path: file, line: columns.first?.rows.first?.line,
      problem: Wording(
        fr: "plusieurs colonnes peuvent tenir les numéros des communes : \(names)",
        en: "several columns may hold the numbers of communes: \(names)"),
      cure: choice(columns.map(\.name), department))
  }
}
