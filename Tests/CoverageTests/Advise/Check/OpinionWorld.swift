import Testing

@testable import Coverage

/// A map of letters, one a unit of 0.01°, rows from the north; `.` is the sea. Unit `a` has the code
/// 01197, from its letter, 10,000 people and the name A, unless said otherwise.
struct OpinionWorld {
  private let rows: [[Character]]
  var people: [Character: Int?] = [:]
  /// Of letters that are not in 01, in region 84; others are in region 32.
  var departments: [Character: String] = [:]
  var attributes: String?

  init(_ rows: String...) { self.rows = rows.map { Array($0) } }

  init(rows: [String]) { self.rows = rows.map { Array($0) } }

  static func code(_ letter: Character) -> String { "01\(100 + Int(letter.asciiValue ?? 0))" }

  /// A list of units without any column of CPTS.
  static func list(_ letters: String) -> String {
    "code\n" + letters.map { code($0) + "\n" }.joined()
  }

  /// Letters of the map, sorted.
  var letters: [Character] { Set(rows.joined()).subtracting(["."]).sorted() }

  func corner(_ column: Int, _ row: Int) -> (Double, Double) {
    // Rows count from the north.
    let (x, y) = (2 + Double(column) / 100, 46 + Double(rows.count - 1 - row) / 100)
    return ((x * 1e6).rounded() / 1e6, (y * 1e6).rounded() / 1e6)
  }

  /// The cells of some letters as GeoJSON.
  func geometry(_ letters: String) -> String {
    var rings: [String] = []
    for (row, line) in rows.enumerated() {
      for (column, letter) in line.enumerated() where letters.contains(letter) {
        let (west, south) = corner(column, row)
        let (east, north) = corner(column + 1, row - 1)
        let ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
        rings.append("[[" + ring.map { "[\($0.0),\($0.1)]" }.joined(separator: ",") + "]]")
      }
    }
    return #"{"type":"MultiPolygon","coordinates":[\#(rings.joined(separator: ","))]}"#
  }

  private var units: String {
    let features = letters.map { letter in
      let count = people[letter] ?? 10_000
      let department = departments[letter] ?? "01"
      let members = [
        #""code":"\#(Self.code(letter))""#, #""nom":"\#(letter.uppercased())""#,
        #""population":\#(count.map { "\($0)" } ?? "null")"#, #""dep":"\#(department)""#,
        #""reg":"\#(department == "01" ? "84" : "32")""#,
      ]
      return (members.joined(separator: ","), geometry(String(letter)))
    }
    return mapText(features)
  }

  /// - Parameters:
  ///   - cpts: `X aci_signe ab`: X at this stage holds a and b.
  ///   - proposals: names of files, and their text.
  func judged(
    _ cpts: [String] = [], _ proposals: (name: String, text: String)...,
    with edit: (inout StudySettings) -> Void = { _ in }
  ) async throws -> Opinions {
    let scratch = try Scratch()
    var settings = StudySettings()
    settings.units = try scratch.file("units.geojson", units).file
    var list = "cpts_id,stade,code\nNobody,aucun,\n"
    for line in cpts {
      let words = line.split(separator: " ")
      for letter in words[2] { list += "\(words[0]),\(words[1]),\(Self.code(letter))\n" }
    }
    settings.cpts = [try scratch.file("cpts.csv", list).file]
    if let attributes {
      settings.attributes = [try scratch.file("attributes.csv", attributes).file]
    }
    for (name, text) in proposals { settings.proposals.append(try scratch.file(name, text).file) }
    edit(&settings)
    let options = try StudyOptions(
      settings, today: try #require(CivilDate(year: 2026, month: 1, day: 1)), processors: 2)
    return try await Opinions.run(options)
  }

  /// The opinion on one list of units.
  func opinion(
    _ cpts: [String] = [], on letters: String,
    with edit: (inout StudySettings) -> Void = { _ in }
  ) async throws -> Opinion {
    try await judged(cpts, ("p.csv", Self.list(letters)), with: edit).opinions[0]
  }
}

extension Opinion {
  /// `à examiner` of each criterion in order.
  var findings: [String] { criteria.map { $0.finding.rawValue } }
}

extension OpinionCriterion {
  /// A figure as JSON has it.
  func figure(_ key: String) -> String? {
    figures.first { $0.key == key }.map { $0.value.json }
  }

  /// The rows of a table: the values of some columns, as JSON has them.
  func rows(_ table: String, _ columns: String...) -> [[String]] {
    guard let table = tables.first(where: { $0.key == table }) else { return [] }
    let places = columns.map { name in table.columns.firstIndex { $0.key == name } ?? -1 }
    return table.rows.map { row in places.map { $0 < 0 ? "no such column" : row[$0].json } }
  }
}

extension DocumentTable.Entry {
  /// The value as JSON has it, without quotes.
  var json: String { if case .cell(let cell) = self { cell.json } else { "no cell" } }
}

extension Cell {
  /// The value as JSON has it, without quotes.
  var json: String {
    if case .codes(let codes) = self { return codes.joined(separator: "|") }
    var buffer = ByteBuffer()
    buffer.append(json: self)
    return String(decoding: buffer.bytes, as: UTF8.self).replacing("\"", with: "")
  }
}
