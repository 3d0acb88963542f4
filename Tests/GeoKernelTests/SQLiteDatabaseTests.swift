import Foundation
import Testing

@testable import GeoKernel

@Suite("SQLite files are opened as untrusted and never written")
struct SQLiteDatabaseTests {
  /// The first value of a statement.
  private func value(_ sql: String, in path: String) throws -> String? {
    let database = try SQLiteDatabase(path: path)
    let statement = try database.prepare(sql)
    guard try statement.step() else { return nil }
    return statement.text(0)
  }

  @Test(
    "reading leaves the bytes and the folder as they were",
    .enabled(if: Checkout.hasFrance, "data/france/units-france.gpkg is absent"))
  func untouched() throws {
    let scratch = try Scratch()
    let path = scratch.path("copy.gpkg")
    try FileManager.default.copyItem(atPath: Checkout.france, toPath: path)
    let before = try InputFile.digest(path).sha256
    do {
      let database = try SQLiteDatabase(path: path)
      let statement = try database.prepare("SELECT code FROM units")
      var rows = 0
      while try statement.step() { rows += 1 }
      #expect(rows == 34_920)
      #expect(scratch.names() == ["copy.gpkg"], "no journal while it is open")
    }
    #expect(try InputFile.digest(path).sha256 == before)
    #expect(scratch.names() == ["copy.gpkg"])
  }

  @Test(
    "statements that write are refused",
    .enabled(if: Checkout.hasFrance, "data/france/units-france.gpkg is absent"),
    arguments: ["DELETE FROM units", "CREATE TABLE t(x)", "PRAGMA user_version = 5"])
  func readOnly(sql: String) throws {
    let path = Checkout.france
    let before = try InputFile.digest(path).sha256
    #expect(throws: SQLiteFault.self) { try value(sql, in: path) }
    #expect(try InputFile.digest(path).sha256 == before)
  }

  @Test("a file that is no database throws, as corrupt")
  func notADatabase() throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      "text.gpkg", bytes: Array(String(repeating: "code;nom\n", count: 99).utf8))
    do {
      _ = try value("SELECT name FROM sqlite_schema", in: path)
      Issue.record("a text was read as a database")
    } catch let fault as SQLiteFault {
      #expect(fault.isCorruption)
      #expect(!fault.message.isEmpty)
      #expect(fault.statement == "SELECT name FROM sqlite_schema")
    }
  }

  @Test("a missing file throws and is not created")
  func missing() throws {
    let scratch = try Scratch()
    #expect(throws: SQLiteFault.self) { _ = try SQLiteDatabase(path: scratch.path("no.gpkg")) }
    #expect(scratch.names().isEmpty)
  }

  @Test(
    "a database cut anywhere throws before its last row",
    .enabled(if: Checkout.hasFrance, "data/france/units-france.gpkg is absent"),
    arguments: [100, 4_096, 5_000, 65_536, 1_000_000, 20_000_000])
  func truncated(length: Int) throws {
    let scratch = try Scratch()
    let whole = try InputFile.head(Checkout.france, count: length)
    let path = try scratch.write("cut.gpkg", bytes: whole)
    #expect(throws: SQLiteFault.self) {
      let database = try SQLiteDatabase(path: path)
      let statement = try database.prepare("SELECT * FROM units")
      while try statement.step() {}
    }
  }

  @Test(
    "names that mean something in an address are only names",
    arguments: [
      "a?b.gpkg", "a#b.gpkg", "100%25.gpkg", "%41.gpkg", "a b.gpkg", "é\u{301}.gpkg", "a&mode=rw",
      "?mode=memory", "#\u{FE0F}\u{20E3}.gpkg", "a?\u{301}b.gpkg",
    ])
  func oddNames(name: String) throws {
    let scratch = try Scratch()
    let path = try scratch.write(name, bytes: [])  // an empty file is an empty database
    #expect(try value("SELECT 'opened'", in: path) == "opened")
    #expect(scratch.names() == [name])
  }

  @Test(
    "a quoted name is one identifier",
    arguments: [
      "units", "two words", "a\"b", "\"", "\"\"", "a\"; DROP TABLE x; --", "é", "a\"\u{301}b",
    ])
  func quoted(name: String) throws {
    let scratch = try Scratch()
    let path = try scratch.write("empty.gpkg", bytes: [])
    let database = try SQLiteDatabase(path: path)
    let sql =
      "SELECT \(SQLiteDatabase.quoted(name)) FROM (SELECT 1 AS \(SQLiteDatabase.quoted(name)))"
    let statement = try database.prepare(sql)
    #expect(statement.columnCount == 1)
    // Scalars, not characters: a quote and the accent after it must stay what they were.
    #expect(Array(statement.columnName(0).unicodeScalars) == Array(name.unicodeScalars))
  }

  @Test("values are given as SQLite's text; nothing for NULL and for binary")
  func values() throws {
    let scratch = try Scratch()
    let database = try SQLiteDatabase(path: try scratch.write("empty.gpkg", bytes: []))
    let statement = try database.prepare("SELECT 'é', 12, 1.5, NULL, x'4750', '' AS vide")
    #expect(try statement.step())
    let texts = (0..<6).map { statement.text($0) }
    #expect(texts == ["é", "12", "1.5", nil, nil, ""])
    #expect(statement.columnName(5) == "vide")
    #expect(try !statement.step())
  }

  @Test("a fault carries the statement and SQLite's words")
  func faults() throws {
    let scratch = try Scratch()
    let database = try SQLiteDatabase(path: try scratch.write("empty.gpkg", bytes: []))
    do {
      _ = try database.prepare("SELECT * FROM nowhere")
      Issue.record("a table that is not there was found")
    } catch {
      #expect(error.statement == "SELECT * FROM nowhere")
      #expect(error.message.contains("nowhere"))
      #expect(!error.isCorruption)
    }
  }
}
