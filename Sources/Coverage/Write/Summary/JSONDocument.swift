#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// JSON for people and machines: members sorted, in snake case, one a line.
enum JSONDocument {
  /// - Complexity: O(characters).
  static func bytes(of value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(value)) + [10]
    } catch {
      fatalError("a summary of numbers and texts is encodable: \(error)")
    }
  }
}
