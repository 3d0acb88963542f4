/// Where the rows of a file have the code of their unit: in one column, or in two as the department and
/// the number of the commune within it.
struct UnitCodeColumns: Sendable {
  /// The column of codes, or of whatever names the territory.
  let code: Int?
  private let number: Int?
  private let department: Int?
  private let region: Int?
  private let name: Int?
  private let postal: Int?

  /// The roles that a file may have for it.
  static let roles: [FieldRole] = [
    .unitCode, .communeNumber, .department, .unitName, .postalCode,
  ]

  /// - Complexity: O(rows) where the codes are numbers within a department, else O(1) as a rule.
  init(_ fields: FieldMap, of rows: some AttributeRows) {
    department = fields[.department]
    region = rows.header.firstIndex { LevelName.level(of: $0) == "region" }
    postal = fields[.postalCode]
    let code = fields[.unitCode]
    let name = fields[.unitName]
    // A column `commune` of numbers is of those within the department.
    let isNumber =
      code == nil && fields[.territory] == nil && fields[.communeNumber] == nil
      && Self.isNumberOfCommune(fields, rows)
    // A column that the user names for both holds departments, not numbers within them.
    if let code, let department, department != code, Self.areNumbers(code, of: rows) {
      self.code = nil
      number = code
    } else if isNumber {
      self.code = nil
      number = name
    } else {
      self.code = code ?? fields[.territory]
      number = fields[.department] == nil ? nil : fields[.communeNumber]
    }
    self.name = name == number ? nil : name
  }

  /// Whether the column of names of communes has numbers within a department that stands beside it.
  static func isNumberOfCommune(_ fields: FieldMap, _ rows: some AttributeRows) -> Bool {
    guard let name = fields[.unitName], let department = fields[.department], department != name
    else { return false }
    return areNumbers(name, of: rows)
  }

  /// The columns of a file in which every row must have a code.
  ///
  /// - Throws: where no column can hold codes.
  init(requiredBy fields: FieldMap, of rows: some AttributeRows) throws(InputFault) {
    self.init(fields, of: rows)
    if !haveCodes { try fields.required(.unitCode, of: rows) }
  }

  /// Whether rows can say which unit they are about.
  var areThere: Bool { haveCodes || name != nil }

  /// Whether rows can have codes, written or put together from two columns.
  var haveCodes: Bool { code != nil || number != nil }

  /// The column that says which unit a row is about, nil where it takes two.
  var column: Int? { code ?? (number == nil ? name : nil) }

  /// The code as written, or put together; empty where there is none.
  func text(row: Int, of rows: some AttributeRows) -> String {
    let written = code.map { rows.value(row: row, column: $0) } ?? ""
    guard written.isEmpty, let number, let department else { return written }
    let parts = (
      department: rows.value(row: row, column: department),
      number: rows.value(row: row, column: number)
    )
    if parts.number.isEmpty { return "" }
    return Self.code(department: parts.department, number: parts.number)
      ?? "\(parts.department)+\(parts.number)"
  }

  /// What else a row says of its unit, for where the code is missing.
  func hint(row: Int, of rows: some AttributeRows) -> UnitHint {
    UnitHint(
      name: name.map { rows.value(row: row, column: $0) } ?? "",
      department: department.map { rows.value(row: row, column: $0) } ?? "",
      region: region.map { rows.value(row: row, column: $0) } ?? "",
      postal: postal.map { rows.value(row: row, column: $0) } ?? "")
  }

  /// The code of a commune: `05` and `173`, `974` and `11`, `971` and `101` (as INSEE publishes them).
  static func code(department: String, number: String) -> String? {
    guard let department = Self.department(department),
      let number = CodeSpelling.plain(number)?.code.text, !number.isEmpty,
      number.utf8.allSatisfy(isDigit)
    else { return nil }
    let width = 5 - department.count
    if number.count <= width {
      return department + String(repeating: "0", count: width - number.count) + number
    }
    guard number.count == 3, number.first == department.last else { return nil }
    return department.prefix(2) + number
  }

  /// The code of a department: `1`, `01`, `2a`, `974`.
  static func department(_ text: String) -> String? {
    guard let plain = CodeSpelling.plain(text)?.code.text else { return nil }
    let padded = plain.count == 1 ? "0" + plain : plain
    let forms = ["00", "2A", "2B", "970", "980"]
    return forms.contains { isWritten(padded, like: $0) } ? padded : nil
  }

  /// The departments that a text names, by codes or names: `15`, `Cantal`, `15 - Cantal`, `15, 46`.
  static func departments(_ text: String) -> Set<String> {
    if text.isEmpty { return [] }
    if let only = department(text) { return [only] }
    if let named = departmentOfName[placeName(text)] { return [named] }
    let parts = text.split { !$0.isLetter && !$0.isNumber }.map { String($0) }
    let numbers = parts.filter { $0.utf8.count > 1 }.compactMap { department($0) }
    if !numbers.isEmpty { return Set(numbers) }
    let names = text.split { ",;/|+&\n".contains($0) }.map {
      departmentOfName[placeName(String($0))]
    }
    return names.contains(nil) ? [] : Set(names.compactMap { $0 })
  }

  private static let departmentOfName = Dictionary(
    AdministrativeNames.departments.map { (placeName($1), $0) }, uniquingKeysWith: min)

  private static func areNumbers(_ column: Int, of rows: some AttributeRows) -> Bool {
    var found = false
    for row in 0..<rows.rowCount {
      let text = rows.value(row: row, column: column)
      if text.isEmpty { continue }
      guard let plain = CodeSpelling.plain(text)?.code.text, plain.utf8.count <= 3 else {
        return false
      }
      found = true
    }
    return found
  }
}

/// What a row says of its unit besides a code.
struct UnitHint: Equatable, Sendable {
  var name = ""
  /// The department as written; empty where the row does not say.
  var department = ""
  /// The region as written; empty where the row does not say.
  var region = ""
  /// The postal code as written: it tells the department of a name, and no more.
  var postal = ""

  /// The departments in which a name is looked for; none where the row does not say.
  var departments: Set<String> {
    let given = UnitCodeColumns.departments(department)
    return given.isEmpty ? PostalCodes.departments(of: postal) : given
  }
}
