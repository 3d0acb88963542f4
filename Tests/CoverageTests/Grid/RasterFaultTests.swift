import Testing

@testable import Coverage

@Suite("Pictures that are no gridded population")
struct RasterFaultTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// What is said of a file; empty where it is read.
  private func message(_ bytes: [UInt8]) throws -> String {
    let input = InputPath(try scratch.file("g.tif", bytes).file)
    do {
      _ = try PopulationGrid.read(input, named: [:])
      return ""
    } catch {
      return error.message(in: .french)
    }
  }

  private func picture() -> DrawnPicture {
    DrawnPicture(width: 4, values: (0..<16).map { Double($0) })
  }

  @Test("each fault has its words")
  func words() throws {
    var said = picture()
    said.system = nil
    #expect(try message(said.bytes).contains("#EPSG:3035"))
    for (tag, field, words) in [
      (277, .shorts([3]), "3 bandes"), (262, .shorts([5]), "bande"),
      (258, .shorts([12]), "nombres de 12 bits"), (339, .shorts([6]), "nombres de 32 bits"),
      (256, .longs([1 << 23]), "image trop grande"),
      (33550, .doubles([0, 100, 0]), "où sont ses pixels"),
      (33550, .doubles([100, -100, 0]), "l’image est tournée"),
      (33550, .doubles([.nan, 100, 0]), "où sont ses pixels"),
      (33550, .longs([1, 1, 1]), "où sont ses pixels"),
      (33922, .doubles([0, 0, 0]), "où sont ses pixels"),
      (33922, .doubles([0, 0, 0, .infinity, 0, 0]), "où sont ses pixels"),
      (259, .shorts([60_000]), "compression inconnue"), (278, .longs([0]), "incomplète"),
      (273, .longs([8, 1 << 30]), "incomplète"),
    ] as [(UInt16, DrawnPicture.Field, String)] {
      var wrong = picture()
      wrong.fields[tag] = field
      #expect(try message(wrong.bytes).contains(words), "\(tag) \(words)")
    }
    var turned = picture()
    turned.transformation = [70, 70, 0, 0, 70, -70, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    #expect(try message(turned.bytes).contains("l’image est tournée"))
    let empty = DrawnPicture(width: 2, values: [0, 0, .nan, 0])
    #expect(try message(empty.bytes).contains("aucun pixel n’a d’habitants"))
  }

  @Test("a small file whose pixels all name the same bytes does not become a large table")
  func swollen() throws {
    for (width, height, words) in [
      (1 << 16, 12, ""), (1 << 16, 512, "image trop grande"), (1 << 20, 256, "incomplète"),
    ] {
      // PackBits: a byte that stands for 128 ones, for each of them.
      let packed: [Double] = (0..<width / 64).map { $0 % 2 == 0 ? 129 : 1 }
      var picture = DrawnPicture(
        width: packed.count, values: packed, form: .unsigned8, rowsInStrip: 1)
      picture.fields = [
        256: .longs([width]), 257: .longs([height]), 259: .shorts([32_773]), 278: .longs([1]),
        273: .longs(Array(repeating: 8, count: height)),
        279: .longs(Array(repeating: packed.count, count: height)),
      ]
      let said = try message(picture.bytes)
      #expect(words.isEmpty ? said.isEmpty : said.contains(words), "\(width) × \(height)")
    }
  }

  @Test("a file cut anywhere, or changed anywhere, ends in a grid or in a message")
  func damaged() throws {
    for tile in [nil, 16] {
      var whole = picture()
      whole.tile = tile
      let bytes = whole.bytes
      // The last four bytes say that no other picture follows: they are not missed.
      for length in stride(from: 4, to: bytes.count - 4, by: 7) {
        #expect(try !message(Array(bytes[..<length])).isEmpty, "\(length) bytes")
      }
      var random = SplitMix(seed: 3)
      for _ in 0..<400 {
        var changed = bytes
        for _ in 0..<3 {
          let place = 4 + Int(random.next() % UInt64(bytes.count - 4))
          changed[place] = UInt8(truncatingIfNeeded: random.next())
        }
        _ = try message(changed)
      }
    }
  }
}
