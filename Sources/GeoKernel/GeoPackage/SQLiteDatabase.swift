import CSQLite

/// An error of SQLite: its code, its own words, and the statement that met it.
package struct SQLiteFault: Error {
  package let code: Int32
  package let message: String
  package let statement: String

  package init(code: Int32, message: String, statement: String) {
    self.code = code
    self.message = message
    self.statement = statement
  }

  /// The file is not a database, or not a whole one.
  package var isCorruption: Bool {
    [SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_IOERR].contains(code & 0xFF)
  }

  /// The file is there, and cannot be opened as a database.
  package var isRefusalToOpen: Bool { code & 0xFF == SQLITE_CANTOPEN }
}

/// A database opened as untrusted: read-only, never written beside; no extension, trigger or virtual table, and a
/// view only where it is asked for.
///
/// The handle stays in the task that opened it: the type is neither copyable nor sendable.
package struct SQLiteDatabase: ~Copyable {
  private let handle: OpaquePointer

  package init(path: String) throws(SQLiteFault) {
    var opened: OpaquePointer?
    // `immutable` keeps SQLite from making -shm and -journal files beside the user's file.
    let code = sqlite3_open_v2(
      "file:\(Self.uriPath(path))?mode=ro&immutable=1", &opened,
      SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(opened)
      throw SQLiteFault(code: code, message: message, statement: "open")
    }
    Self.distrust(opened)
    handle = opened
  }

  /// Opens a database that is in memory, as one taken out of an archive: nothing is written anywhere.
  ///
  /// - Complexity: O(bytes), which are copied.
  package init(bytes: [UInt8]) throws(SQLiteFault) {
    var opened: OpaquePointer?
    var code = sqlite3_open_v2(
      ":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    if code == SQLITE_OK, let opened { code = Self.load(bytes, into: opened) }
    guard code == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      let message = String(cString: sqlite3_errstr(code))
      throw SQLiteFault(code: code, message: message, statement: "open")
    }
    Self.distrust(opened)
    handle = opened
  }

  private static func load(_ bytes: [UInt8], into opened: OpaquePointer) -> Int32 {
    guard let copy = sqlite3_malloc64(UInt64(max(1, bytes.count))) else { return SQLITE_NOMEM }
    bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { copy.copyMemory(from: start, byteCount: source.count) }
    }
    let image = copy.assumingMemoryBound(to: UInt8.self)
    if bytes.count > 19 { forgetJournal(image) }
    // SQLite frees the copy, now or when the database is closed.
    return sqlite3_deserialize(
      opened, "main", image, Int64(bytes.count), Int64(bytes.count),
      UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY))
  }

  /// A database in memory has no journal beside it; one that asks for it is not opened
  /// (sqlite.org/fileformat2.html, section 1.3.3).
  private static func forgetJournal(_ image: UnsafeMutablePointer<UInt8>) {
    for position in 18...19 where image[position] == 2 { image[position] = 1 }
  }

  /// What the file says is data, never something to run.
  private static func distrust(_ opened: OpaquePointer) {
    for (option, value) in [
      (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
      (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0), (SQLITE_DBCONFIG_ENABLE_VIEW, 0),
      (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
    ] {
      _ = coverage_sqlite_configure(opened, Int32(option), Int32(value))
    }
    // A virtual table would have a module run on what the file says: full text, R*Tree.
    sqlite3_drop_modules(opened, nil)
  }

  deinit { sqlite3_close_v2(handle) }

  borrowing func configure(_ option: Int32, _ value: Int32) {
    _ = coverage_sqlite_configure(handle, option, value)
  }

  borrowing func withHandle(_ body: (OpaquePointer) -> Void) { body(handle) }

  /// Prepares one statement. Values of the user's never go into `sql`; names go through `quoted`.
  package borrowing func prepare(_ sql: String) throws(SQLiteFault) -> SQLiteStatement {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement else {
      throw SQLiteFault(
        code: code, message: String(cString: sqlite3_errmsg(handle)), statement: sql)
    }
    return SQLiteStatement(statement, sql: sql)
  }

  /// A name as an SQL identifier.
  package static func quoted(_ name: String) -> String {
    // By scalars: a combining accent after a quote would hide it among characters.
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in name.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    return String(quoted) + "\""
  }

  /// A path inside a `file:` address: the three characters that would end it are escaped.
  private static func uriPath(_ path: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in path.unicodeScalars {
      switch scalar {
      case "%": escaped.append(contentsOf: "%25".unicodeScalars)
      case "?": escaped.append(contentsOf: "%3f".unicodeScalars)
      case "#": escaped.append(contentsOf: "%23".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}

/// A prepared statement, stepped row by row.
package struct SQLiteStatement: ~Copyable {
  private let handle: OpaquePointer
  private let sql: String

  fileprivate init(_ handle: OpaquePointer, sql: String) {
    self.handle = handle
    self.sql = sql
  }

  deinit { sqlite3_finalize(handle) }

  package var columnCount: Int { Int(sqlite3_column_count(handle)) }

  package func columnName(_ column: Int) -> String {
    String(cString: sqlite3_column_name(handle, Int32(column)))
  }

  /// Goes to the next row.
  ///
  /// - Returns: false after the last one.
  package func step() throws(SQLiteFault) -> Bool {
    let code = sqlite3_step(handle)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
      throw SQLiteFault(code: code, message: message, statement: sql)
    }
  }

  /// The value as text, as SQLite converts it; nil for NULL and for binary values.
  package func text(_ column: Int) -> String? {
    let column = Int32(column)
    let type = sqlite3_column_type(handle, column)
    guard type != SQLITE_NULL, type != SQLITE_BLOB else { return nil }
    guard let start = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Whether the value is binary, which `text` does not give.
  package func isBinary(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_BLOB
  }

  /// Appends the polygons of a GeoPackage geometry to the open feature; nothing for NULL.
  ///
  /// - Parameter arcs: how arcs become segments, and how many were drawn so far.
  /// - Returns: how many parts were passed over because they enclose nothing.
  package func appendGeometry(
    _ column: Int, to columns: inout PolygonColumns, drawing arcs: inout ArcDrawing
  ) throws(WKBFault) -> Int {
    let column = Int32(column)
    guard sqlite3_column_type(handle, column) == SQLITE_BLOB else { return 0 }
    let count = Int(sqlite3_column_bytes(handle, column))
    guard let start = sqlite3_column_blob(handle, column) else { return 0 }
    return try WKBReader.appendGeoPackage(
      UnsafeRawBufferPointer(start: start, count: count), to: &columns, drawing: &arcs)
  }
}
