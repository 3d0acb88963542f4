import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// `rapport.html` and `carte.svg` as files. What a browser makes of them is in `Tests/browser`.
@Suite struct PageTests {
  static let attack = "</script><img src=x onerror=alert(1)>{{data}}\"'&"

  /// The block of data of a page.
  private func data(_ scratch: Scratch) throws -> [String: Any] {
    let text = try scratch.text("out/rapport.html")
    let start = try #require(text.range(of: "<script type=\"application/json\" id=\"data\">"))
    let end = try #require(text[start.upperBound...].range(of: "</script>"))
    let block = Data(text[start.upperBound..<end.lowerBound].utf8)
    return try #require(try JSONSerialization.jsonObject(with: block) as? [String: Any])
  }

  private func column<Value>(_ data: [String: Any], _ table: String, _ name: String) throws
    -> [Value]
  {
    try #require((data[table] as? [String: Any])?[name] as? [Value], "\(table).\(name)")
  }

  private func isXML(_ bytes: [UInt8]) -> Bool { XMLParser(data: Data(bytes)).parse() }

  @Test("the data of the page are the figures of the tables")
  func figures() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report().code == 0)
    let data = try data(scratch)
    let people: [[Int]] = try column(data, "areas", "people")
    let coverage = try scratch.table("out/couverture.csv").rows
    #expect(people.flatMap { $0 }.map { String($0) } == coverage.map { $0["population_stade"] })
    #expect(try column(data, "zones", "zone") == ["ZB-02001"])
    #expect(try column(data, "zones", "population") == [340])
    #expect(try column(data, "sectors", "secteur") == ["SB-02001"])
    let options: [[[Any]]] = try column(data, "sectors", "options")
    let first = try scratch.table("out/options.csv").rows[0]
    #expect((options[0][0][2] as? Double ?? 0) / 1000 == Double(first["score"] ?? ""))
    for (place, criterion) in OptionFiguresTests.criteria.enumerated() {
      let part = (options[0][0][8] as? [Any])?[place] as? Double
      // No file of the four squares gives bassins or EPCI: null. A part that says nothing is -1.
      #expect((part == nil) == ["bassin", "epci"].contains(criterion), "\(criterion)")
      let note = Double(first["note_\(criterion)"] ?? "") ?? -0.001
      #expect(part.map { $0 / 1000 } ?? -0.001 == note, "\(criterion)")
    }
    #expect(try column(data, "communes", "name") == ["Aulnay", "Brie", "Cère", "Doux"])
    #expect(isXML(try scratch.bytes("out/carte.svg")))
  }

  @Test(
    "tables of the page have the names and values of the files",
    arguments: [
      ("cpts", "cpts"), ("zones", "zones_blanches"), ("sectors", "secteurs"),
    ])
  func columns(member: String, file: String) throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report().code == 0)
    let data = try data(scratch)
    let rows = try scratch.table("out/\(file).csv").rows
    let columns: [[String: Any]] = try column(data, member, "columns")
    let names = columns.compactMap { $0["name"] as? String }.filter { rows[0][$0] != nil }
    #expect(names.count > 6)
    for name in names {
      let values: [Any] = try column(data, member, name)
      #expect(values.count == rows.count)
      for (row, value) in zip(rows, values) {
        switch value {
        case let text as String: #expect(text == row[name])
        case let codes as [String]: #expect(codes.joined(separator: "|") == row[name])
        default: #expect(value as? Double == row[name].flatMap { Double($0) }, "\(name)")
        }
      }
    }
  }

  @Test("the page asks for nothing and allows nothing but itself")
  func policy() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report().code == 0)
    let text = try scratch.text("out/rapport.html")
    #expect(text.contains("content=\"default-src 'none'; style-src 'sha256-"))
    for word in ["unsafe-inline", "unsafe-eval", "@import", "src=\"http", "href=\"http", "fetch("] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test("names that would be markup are names, on the page and in the picture")
  func hostile() throws {
    let scratch = try Scratch.world()
    let name = String(
      decoding: try JSONEncoder().encode(Self.attack).dropFirst().dropLast(), as: UTF8.self)
    let square = Square("01001", name, "1000", column: 0, row: 0)
    try scratch.write("units.geojson", World.collection([square.feature]))
    let quoted = Self.attack.replacing("\"", with: "\"\"")
    try scratch.write("cpts.csv", "cpts_id,cpts_nom,stade,code\nA,\"\(quoted)\",projet,01001\n")
    try scratch.write(
      "study.yml",
      "title: \(String(decoding: try JSONEncoder().encode(Self.attack), as: UTF8.self))\n"
        + "units: units.geojson\ncpts: cpts.csv\nat: 2026-01-01\n")
    #expect(try scratch.run("report", "study.yml", "--output", "out").code == 0)
    let data = try data(scratch)
    #expect(try column(data, "communes", "name") == [Self.attack])
    #expect(try column(data, "cpts", "cpts_nom") == [Self.attack])
    let text = try scratch.text("out/rapport.html")
    #expect(!text.contains("<img"))
    #expect(text.components(separatedBy: "</script>").count == 3, "data and script, no more")
    let picture = try scratch.bytes("out/carte.svg")
    #expect(isXML(picture))
    #expect(!String(decoding: picture, as: UTF8.self).contains("<img"))
  }

  @Test("names of 40 kilobytes do not make the page grow")
  func longNames() throws {
    let scratch = try Scratch.world()
    let squares = World.squares.map {
      Square($0.code, String(repeating: "nom ", count: 10_000), "10", column: 0, row: 0)
        .drawn($0.geometry)
    }
    try scratch.write("units.geojson", World.collection(squares.map(\.feature)))
    #expect(try scratch.report().code == 0)
    let page = try scratch.bytes("out/rapport.html")
    #expect(page.count < 300_000)
    let names: [String] = try column(try data(scratch), "communes", "name")
    #expect(names.allSatisfy { $0.hasSuffix("…") && $0.count <= 300 })
  }

  @Test(
    "a study of one commune, of which no CPTS covers anything, has its page", arguments: [1, 4])
  func small(count: Int) throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "units.geojson", World.collection(World.squares.prefix(count).map(\.feature)))
    try scratch.write("cpts.csv", "cpts_id,cpts_nom,stade,code\nX,,aucun,01001\n")
    #expect(try scratch.report().code == 0)
    let data = try data(scratch)
    let names: [String] = try column(data, "cpts", "cpts_id")
    #expect(names == ["X"])
    let rings: [[[Int]]] = try column(data, "map", "rings")
    #expect(rings.count == min(count, 2), "a face for each department")
    #expect(isXML(try scratch.bytes("out/carte.svg")))
  }

  @Test("the page says how many rows it does not show")
  func manyAnomalies() throws {
    let scratch = try Scratch.world()
    let rows = (0..<3500).map { "A,CPTS A,projet,\(99_000 - $0)\n" }.joined()
    try scratch.write("cpts.csv", "cpts_id,cpts_nom,stade,code\nA,CPTS A,projet,01001\n" + rows)
    #expect(try scratch.report().code == 0)
    let data = try data(scratch)
    let totals: [Int] = try column(data, "anomalies", "totals")
    let rules: [String] = try column(data, "anomalies", "regle")
    #expect(totals.reduce(0, +) == 3500)
    #expect(rules.count == 3000)
  }

  @Test("the language of the study is that of the page and of the picture")
  func language() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report("--language", "en").code == 0)
    #expect(try scratch.text("out/rapport.html").contains("<html lang=\"en\">"))
    #expect(try scratch.text("out/carte.svg").contains("Letter of intent"))
  }
}
