import GeoKernel

extension GeoPackageReader {
  /// The rows of a table, or of a view.
  static func statement(
    of layer: Layer, in database: borrowing SQLiteDatabase, _ input: OpenedInput
  ) throws -> SQLiteStatement {
    guard try isView(layer.table, in: database) else {
      try refuseComputedColumns(of: layer.table, in: database)
      return try database.prepare("SELECT * FROM \(SQLiteDatabase.quoted(layer.table))")
    }
    // What the view asks may be computed by the tables that it asks.
    for table in try tables(of: database) { try refuseComputedColumns(of: table, in: database) }
    let size = try input.head(count: 0).size
    do throws(SQLiteFault) {
      return try database.prepare(view: layer.table, fileSize: size)
    } catch { throw unansweredView(input, error) }
  }

  private static func isView(
    _ name: String, in database: borrowing SQLiteDatabase
  ) throws(SQLiteFault) -> Bool {
    let statement = try database.prepare("SELECT name FROM sqlite_master WHERE type = 'view'")
    while try statement.step() {
      if statement.text(0).map({ folded($0) }) == folded(name) { return true }
    }
    return false
  }

  private static func tables(
    of database: borrowing SQLiteDatabase
  ) throws(SQLiteFault) -> [String] {
    let statement = try database.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    var names: [String] = []
    while try statement.step() { if let name = statement.text(0) { names.append(name) } }
    return names
  }
}
