import CSQLite

/// Views are questions that the file asks: they are answered within bounds, and only plain ones.
extension SQLiteDatabase {
  /// Steps of SQLite's machine that any view may take, and how many more for each byte of the file. A join of all
  /// communes takes some fifty a row.
  private static let steps = (least: 500_000, perByte: 100)
  /// Bytes that a value may have, where the file is shorter.
  private static let leastLength = 1 << 14

  /// Prepares `SELECT *` from a view.
  ///
  /// Nothing that sorts or gathers rows is run, as that may take any amount of memory; no function but plain ones of
  /// numbers and texts; and no more steps than the size of the file explains: then SQLite says “interrupted”.
  ///
  /// - Parameter fileSize: in bytes.
  package borrowing func prepare(
    view: String, fileSize: Int
  ) throws(SQLiteFault) -> SQLiteStatement {
    let sql = "SELECT * FROM \(Self.quoted(view))"
    let most = Int(Int32.max)
    allowViews(
      steps: min(most, Self.steps.least + Self.steps.perByte * min(fileSize, most / 200)),
      longest: min(most, max(Self.leastLength, fileSize)))
    let program = try prepare("EXPLAIN \(sql)")
    while try program.step() {
      guard let operation = program.text(1), Self.gathering.contains(operation) else { continue }
      throw SQLiteFault(code: 0, message: "view \(view): \(operation)", statement: sql)
    }
    return try prepare(sql)
  }

  /// Operations that keep rows for later (sqlite.org/opcode.html). An index made for a join holds no more than its
  /// table.
  private static let gathering: Set<String> = ["SorterOpen", "OpenEphemeral"]

  private borrowing func allowViews(steps: Int, longest: Int) {
    configure(SQLITE_DBCONFIG_ENABLE_VIEW, 1)
    withHandle { handle in
      sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32(longest))
      sqlite3_progress_handler(handle, Int32(steps), { _ in 1 }, nil)
      sqlite3_set_authorizer(
        handle,
        { _, action, first, second, _, _ in
          SQLiteDatabase.allows(action, first, second) ? SQLITE_OK : SQLITE_DENY
        }, nil)
    }
  }

  /// Functions that make no value much longer than they are given, and always the same one.
  private static let functions: Set<String> = [
    "abs", "avg", "coalesce", "count", "date", "glob", "ifnull", "iif", "instr", "length", "like",
    "lower", "ltrim", "max", "min", "nullif", "round", "rtrim", "substr", "substring", "sum",
    "total", "trim", "typeof", "upper",
  ]

  private static func allows(
    _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?
  ) -> Bool {
    switch action {
    case SQLITE_SELECT, SQLITE_READ: true
    case SQLITE_FUNCTION: second.map { functions.contains(String(cString: $0)) } ?? false
    case SQLITE_PRAGMA: first.map { String(cString: $0) == "table_xinfo" } ?? false
    default: false
    }
  }
}
