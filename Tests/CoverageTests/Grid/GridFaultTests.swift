import Testing

@testable import Coverage

@Suite("Files that are no gridded population")
struct GridFaultTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func message(_ bytes: [UInt8], system: String = "") throws -> String {
    let input = InputPath(try scratch.file("g.csv", bytes).file + system)
    let fault = fault { _ = try PopulationGrid.read(input, named: [:]) }
    return fault.map { String($0.message(in: .french).dropFirst(scratch.folder.count + 1)) } ?? ""
  }

  private func message(_ csv: String, system: String = "") throws -> String {
    try message(Array(csv.utf8), system: system)
  }

  @Test("a GeoTIFF of nothing, in either byte order and size, is told as one")
  func picture() throws {
    for head in [[0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A], [0x49, 0x49, 0x2B, 0]] as [[UInt8]] {
      let message = try message(head + Array(repeating: 0, count: 100))
      #expect(message.hasPrefix("g.csv: image GeoTIFF incomplète, abîmée ou"))
    }
  }

  @Test("columns that are missing are asked for by name")
  func columns() throws {
    #expect(
      try message("a,b\n1,2\n").hasPrefix("g.csv:1: ni carreaux ni coordonnées parmi : a, b — "))
    #expect(
      try message("idcar,b\n1,2\n").hasPrefix("g.csv:1: aucune colonne « ind » parmi : idcar, b"))
    #expect(try message("x,pop\n1,2\n").hasPrefix("g.csv:1: ni carreaux ni coordonnées"))
    #expect(try message("idcar,ind,IND\n").hasPrefix("g.csv:1: plusieurs colonnes pour « ind »"))
  }

  @Test("a file without a usable row says what is wrong with the first")
  func unusable() throws {
    #expect(
      try message("idcar,ind\n\n12,3\n13,4\n").hasPrefix(
        "g.csv:3: aucune ligne utilisable ; la première : ce n’est pas un nom de carreau — "))
    #expect(try message("idcar,ind\n").contains("aucune ligne utilisable"))
    #expect(try message("x,y,pop\n1,2,\n").contains("nombre d’habitants absent"))
    #expect(try message("").hasPrefix("g.csv: le fichier est vide"))
    #expect(try message("\n\r\n").hasPrefix("g.csv: le fichier est vide"))
  }

  @Test("points in metres need a system, and cells none")
  func systems() throws {
    let metres = "x,y,pop\n2,48,1\n600000,6700000,5\n"
    #expect(
      try message(metres).hasPrefix(
        "g.csv:3: cette position n’est pas en degrés, et rien ne dit son système de référence — "))
    #expect(try message(metres, system: "#2154").contains("« #2154 » ne nomme pas un système"))
    #expect(try message(metres, system: "#EPSG:").contains("ne nomme pas un système"))
    let cells = "idcar,ind\nCRS3035RES200mN2000E4000,1\n"
    #expect(try message(cells, system: "#EPSG:3035").contains("ce fichier n’a pas de couches"))
  }

  @Test("other formats, and no file at all")
  func formats() throws {
    #expect(try message("{\"type\":\"FeatureCollection\"}").hasPrefix("g.csv: ce n’est pas un CSV"))
    #expect(try message([0x50, 0x4B, 3, 4, 0, 0]).hasPrefix("g.csv: "))
    #expect(try message([0xFF, 0xFE, 0x49, 0]).hasPrefix("g.csv:1: texte en UTF-16"))
    let absent = InputPath(scratch.path("absent.csv"))
    #expect(fault { _ = try PopulationGrid.read(absent, named: [:]) }?.kind == .missing)
    let folder = InputPath(scratch.folder)
    #expect(fault { _ = try PopulationGrid.read(folder, named: [:]) }?.kind == .missing)
  }

  @Test("a quote that never closes is a fault, near its line")
  func quotes() throws {
    let message = try message("idcar,ind,n\nCRS3035RES200mN2000E4000,1,a\nb,2,\"c\nd,3,e\n")
    #expect(message.hasPrefix("g.csv:3: un guillemet ouvert n’est jamais fermé"))
  }

  @Test("bytes at random stop with a message or give cells, and never crash")
  func random() throws {
    let alphabet = Array("CRS3035RES200mN24E4,;\"\n\r\t. -e19".utf8) + [0xFF, 0xC3]
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SplitMix(seed: seed)
      let body = (0..<random.int(in: 0...400)).map { _ in alphabet.randomElement(using: &random)! }
      let input = try scratch.file("r.csv", Array("idcar,ind\n".utf8) + body)
      do throws(InputFault) {
        let grid = try PopulationGrid.read(input, named: [:])
        #expect(grid.ledger.rowsKept == grid.layers.reduce(0) { $0 + $1.count }, "seed \(seed)")
        #expect(grid.totalPopulation.isFinite, "seed \(seed)")
      } catch {
        #expect(error.kind == .data, "seed \(seed)")
      }
    }
  }
}
