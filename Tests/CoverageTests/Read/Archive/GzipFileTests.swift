import Foundation
import Testing

@testable import Coverage

@Suite("A file packed alone")
struct GzipFileTests {
  private let scratch: Scratch
  /// `cpts;code;stade`, and a row.
  private let packed = [UInt8](
    Data(base64Encoded: "H4sIAAAAAAACA0suKCm2Ts5PSbUuLklMSeVytDYwNDAwtPbx5AIAdYiVfhsAAAA=")
      ?? Data())

  init() throws { scratch = try Scratch() }

  @Test("it is read as what it holds")
  func read() throws {
    let text = try DelimitedText.read(try scratch.file("l.csv.gz", packed))
    #expect(text.header == ["cpts", "code", "stade"] && text.rowCount == 1)
  }

  @Test("one that is cut, or changed, is told to be damaged")
  func damaged() throws {
    for length in 2..<packed.count {
      let input = try scratch.file("c.csv.gz", Array(packed.prefix(length)))
      #expect(throws: InputFault.self) { try DelimitedText.read(input) }
    }
    for place in 10..<packed.count {
      var bytes = packed
      bytes[place] ^= 1
      let input = try scratch.file("d.csv.gz", bytes)
      #expect(throws: InputFault.self) { try DelimitedText.read(input) }
    }
  }

  @Test("a length that it cannot have is refused before it takes memory")
  func bomb() throws {
    var bytes = packed
    bytes.replaceSubrange((bytes.count - 4)..., with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(
      fault { _ = try GzipFile.unpack(bytes, path: "b.gz") }?.problem.french.contains("plus")
        == true)
  }
}
