extension FeatureTableBuilder {
  /// Takes the members of an object as values of the row; anything else than an object says nothing.
  ///
  /// - Parameter edit: what a value means, where its text does not say it.
  mutating func properties(
    _ scanner: inout JSONScanner, edit: (_ name: String, _ text: String) -> String = { $1 }
  ) throws(JSONScanner.Fault) {
    guard try scanner.peek() == UInt8(ascii: "{") else { return try scanner.skipValue() }
    try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      let start = scanner.position
      let isNested = try [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(scanner.peek())
      let text = try scanner.scalarText().map { edit(name, $0) }
      do throws(Fault) { try set(name, text, isNested: isNested) } catch {
        if case .twice(let name) = error { throw JSONMembers.twice(name, at: start) }
        throw JSONScanner.Fault(offset: scanner.position, problem: error.problem)
      }
    }
  }

  /// Begins the row of an object.
  mutating func beginRow(
    _ scanner: JSONScanner, _ lines: inout LineCounter
  ) throws(JSONScanner.Fault) {
    do throws(Fault) {
      try beginRow(line: lines.line(at: scanner.position, in: scanner.bytes))
    } catch { throw JSONScanner.Fault(offset: scanner.position, problem: error.problem) }
  }
}

/// Tells the lines of places that are asked for in their order.
struct LineCounter {
  private var countedTo = 0
  private var current = 1

  /// - Complexity: O(bytes since the place asked for before).
  mutating func line(at position: Int, in bytes: [UInt8]) -> Int {
    if position > countedTo {
      current += bytes[countedTo..<position].count { $0 == 10 }
      countedTo = position
    }
    return current
  }
}
