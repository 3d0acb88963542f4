import Coverage
import Foundation

/// What holds of the files of a study: they say the same sums, and every JSON is one.
struct WrittenLaws {
  let study: Study
  let folder: String

  /// Stops the fuzzer at the first law that does not hold, then removes the folder.
  func check() {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    if names.contains(where: { $0.hasSuffix(".partial") }) { fail("law: a partial file stays") }
    for name in names where name.hasSuffix("json") {
      let bytes = contents(name)
      if (try? JSONSerialization.jsonObject(with: bytes)) == nil { fail("law: \(name) is no JSON") }
    }
    let whole = study.coverage[0].breakdown
    let covered = whole.cumulative(study.options.whiteBelow)
    equal(sum("communes.csv", "population"), whole.total, "communes.csv")
    equal(sum("communes.csv", "population_couverte"), covered, "communes.csv, covered")
    let strips = names.contains("liseres.csv") ? sum("liseres.csv", "population") : 0
    equal(
      sum("zones_blanches.csv", "population") + strips, whole.total - covered, "zones_blanches.csv")
    equal(
      sum("cpts.csv", "population"), study.cpts.reduce(0) { $0 + ($1.people ?? 0) }, "cpts.csv")
    equal(
      rows("couverture.csv").filter { $0.first == "national" }.compactMap { Int($0[5]) }
        .reduce(0, +), whole.total, "couverture.csv")
    equal(rows("anomalies.csv").count - 1, study.anomalies.count, "anomalies.csv")
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func equal(_ found: Int, _ expected: Int, _ place: String) {
    if found != expected { fail("law: \(place) says \(found), the study \(expected)") }
  }

  private func contents(_ name: String) -> Data {
    FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
  }

  private func sum(_ name: String, _ column: String) -> Int {
    let rows = rows(name)
    guard let place = rows.first?.firstIndex(of: column) else {
      fail("law: \(name) without \(column)")
    }
    return rows.dropFirst().reduce(0) { $0 + (Int($1[place]) ?? 0) }
  }

  /// Rows of a CSV file (RFC 4180), the names of its columns first.
  private func rows(_ name: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var wasQuote = false
    for byte in contents(name) {
      if isQuoted, byte != UInt8(ascii: "\"") {
        cell.append(byte)
      } else if byte == UInt8(ascii: "\"") {
        if wasQuote && !isQuoted { cell.append(byte) }
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ",") || byte == 10 {
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
        if byte == 10 {
          rows.append(row)
          row = []
        }
      } else {
        cell.append(byte)
      }
      wasQuote = byte == UInt8(ascii: "\"")
    }
    for row in rows where row.count != rows[0].count {
      fail("law: \(name) has a row of \(row.count)")
    }
    return rows
  }
}
