#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Tables of an earlier run that this one does not write: they would be taken for its own.
enum OutdatedTables {
  /// Removes those that have our header. What anybody else put there under their name stays.
  ///
  /// - Parameters:
  ///   - tables: all that may be there, without rows.
  ///   - written: names of the files of this run.
  static func remove(_ tables: [Table], in output: String, but written: [String]) {
    for table in tables where !written.contains("\(table.name).csv") {
      let file = "\(output)/\(table.name).csv"
      let isOurs = CSVDialect.allCases.contains { dialect in
        let header = CSVWriter.bytes(of: table, dialect)
        return (try? InputPath(file).head(count: header.count))?.elementsEqual(header) == true
      }
      if isOurs { try? FileManager.default.removeItem(atPath: file) }
    }
  }
}
