import Foundation
import TestSupport
import Testing

@testable import GeoKernel

@Suite("Journals of SQLite")
struct SQLiteJournalTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let header: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

  @Test("a rollback journal is open unless it is empty or its header is zeros")
  func rollback() throws {
    let file = try scratch.write("a.gpkg", bytes: [1])
    #expect(SQLiteJournal.open(besideFile: file) == nil)
    for (bytes, isOpen) in [
      (Self.header + [0, 0, 0, 1], true), ([], false), ([UInt8](repeating: 0, count: 512), false),
      // Only the first byte counts, as for SQLite: what is behind a header of zeros is of the past.
      ([0] + Self.header, false), ([0xD9], true),
    ] {
      try scratch.write("a.gpkg-journal", bytes: bytes)
      #expect((SQLiteJournal.open(besideFile: file) == .rollback) == isOpen, "\(bytes.prefix(9))")
    }
  }

  @Test("a write-ahead log is open unless it is empty")
  func writeAhead() throws {
    let file = try scratch.write("a.gpkg", bytes: [1])
    try scratch.write("a.gpkg-wal", bytes: [])
    #expect(SQLiteJournal.open(besideFile: file) == nil)
    try scratch.write("a.gpkg-wal", bytes: [0])
    #expect(SQLiteJournal.open(besideFile: file) == .writeAhead)
  }

  @Test("the journal of what a link leads to is that of the link")
  func link() throws {
    try scratch.write("whole.gpkg", bytes: [1])
    try scratch.write("whole.gpkg-journal", bytes: Self.header)
    let link = scratch.path("link.gpkg")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: scratch.path("whole.gpkg"))
    #expect(SQLiteJournal.open(besideFile: link) == .rollback)
  }
}
