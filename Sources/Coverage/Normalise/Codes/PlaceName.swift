/// The name of a place reduced to what its spellings share: `St-Jean (Le)` and `Le Saint Jean` are one.
///
/// - Complexity: O(length).
func placeName(_ text: String) -> String {
  var words = folded(text).split(separator: "_").map { word in
    switch word {
    case "st": "saint"
    case "ste": "sainte"
    case "s": "sur"
    case "ss": "sous"
    case "lez": "les"
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
  /// Cities that are several units, and these by their numbers: `Lyon`, `Lyon 3e`.
  private var cities: [String: (code: UnitCode, department: String)] = [:]

  /// - Complexity: O(units).
  init(_ units: StudyUnits) {
    for unit in units.units { add(unit.name, unit.code, unit.department) }
    for (code, part) in units.delegated.sorted(by: { $0.key < $1.key }) {
      add(part.name, code, units.units[Int(part.unit)].department)
    }
    for (code, city) in units.cities { addCity(code, units.communes[Int(city)], units) }
  }

  /// Words of the names that are long enough to tell one.
  ///
  /// - Complexity: O(names).
  var words: Set<String> {
    var words: Set<String> = []
    for name in codes.keys {
      for word in name.split(separator: "_") where word.utf8.count > 2 {
        words.insert(String(word))
      }
    }
    return words.subtracting(NoteWords.harmless)
  }

  private mutating func addCity(_ code: UnitCode, _ city: Commune, _ units: StudyUnits) {
    let name = placeName(city.name)
    guard !name.isEmpty else { return }
    cities[name] = (code, city.department)
    let first = CityWithDistricts.all.first { $0.commune == code }?.districts.lowerBound ?? 1
    for unit in city.units {
      guard let whole = Int(units[unit].code.text), whole >= first else { continue }
      let number = whole - first + 1
      let spellings =
        ["\(number)", "\(number)e", "\(number)eme", number == 1 ? "1er" : "\(number)e"]
        + (number < 10 ? ["0\(number)"] : [])
      for spelling in spellings {
        for key in [
          "\(name)_\(spelling)", "\(name)_\(spelling)_arrondissement",
          "\(spelling)_arrondissement_de_\(name)", "\(spelling)_arrondissement_\(name)",
        ] {
          cities[key] = (units[unit].code, city.department)
        }
      }
    }
  }

  /// As `codes(of:in:)`, with cities that are several units and their arrondissements by number.
  func places(of name: String, in departments: Set<String> = []) -> [UnitCode] {
    let known = codes(of: name, in: departments)
    guard let city = cities[placeName(name)],
      departments.isEmpty || departments.contains(city.department), !known.contains(city.code)
    else { return known }
    return (known + [city.code]).sorted()
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
