#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that SQLite keeps beside a database while it writes: with one that holds anything, the database
/// alone is not what its owner last saw.
package enum SQLiteJournal: Sendable, CaseIterable {
  /// Changes that are not in the database yet.
  case writeAhead
  /// What a transaction that was never finished has overwritten: without it the database is half old and
  /// half new.
  case rollback

  /// What SQLite adds to the name of the database.
  package var suffix: String {
    switch self {
    case .writeAhead: "-wal"
    case .rollback: "-journal"
    }
  }

  /// The first byte tells a journal that is done with: SQLite keeps it, with zeros in the place of its
  /// header (`journal_mode=PERSIST`), empties it (`TRUNCATE`), or deletes it (sqlite.org/fileformat2.html,
  /// section 3; `hasHotJournal` asks the same).
  ///
  /// One that names a super-journal is taken as open too: whether its transaction was finished, only
  /// SQLite may decide, and it would write.
  package func isOpen(head: some Sequence<UInt8>, size: Int) -> Bool {
    switch self {
    case .writeAhead: size > 0
    case .rollback: size > 0 && head.first { _ in true } != 0
    }
  }

  /// The open journal of a database on disk, if it has one: beside the file, or beside what a link of that
  /// name leads to, as SQLite looks for it.
  package static func open(besideFile path: String) -> SQLiteJournal? {
    let resolved = realpath(path, nil)
    defer { free(resolved) }
    let paths = Set([path] + (resolved.map { [String(cString: $0)] } ?? []))
    return allCases.first { journal in
      paths.contains { path in
        let name = path + journal.suffix
        guard let size = InputFile.size(name) else { return false }
        // What cannot be read may hold anything.
        let head = (try? InputFile.head(name, count: 1)) ?? [1]
        return journal.isOpen(head: head, size: size)
      }
    }
  }
}
