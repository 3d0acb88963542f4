/// The name of a place reduced to what its spellings share: `St-Jean (Le)` and `Le Saint Jean` are one.
///
/// - Complexity: O(length).
func placeName(_ text: String) -> String {
  var words = folded(text).split(separator: "_").map { word in
    switch word {
    case "st": "saint"
    case "ste": "sainte"
    case "s": "sur"
    default: String(word)
    }
  }
  if words.count > 1, articles.contains(words[0]) { words.removeFirst() }
  if words.count > 1, let last = words.last, articles.contains(last) { words.removeLast() }
  return words.joined(separator: "_")
}

private let articles: Set<String> = ["l", "le", "la", "les", "los", "lo"]

/// Places that lists may name, by name.
struct PlaceNames: Sendable {
  private var codes: [String: [(code: UnitCode, department: String)]] = [:]

  /// - Complexity: O(units).
  init(_ units: StudyUnits) {
    for unit in units.units { add(unit.name, unit.code, unit.department) }
    for (code, part) in units.delegated.sorted(by: { $0.key < $1.key }) {
      add(part.name, code, units.units[Int(part.unit)].department)
    }
  }

  private mutating func add(_ name: String, _ code: UnitCode, _ department: String) {
    let plain = placeName(name)
    if !plain.isEmpty { codes[plain, default: []].append((code, department)) }
  }

  /// Codes of the places of a name, within some departments where any are given.
  func codes(of name: String, in departments: Set<String> = []) -> [UnitCode] {
    (codes[placeName(name)] ?? []).filter {
      departments.isEmpty || departments.contains($0.department)
    }.map(\.code).sorted()
  }
}
