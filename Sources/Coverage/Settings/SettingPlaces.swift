/// Where a study file sets what it sets. What is wrong with a setting is told there.
struct SettingPlaces: Sendable {
  struct Place: Sendable {
    let path: String
    let line: Int?
  }

  /// By key.
  private var places: [String: Place] = [:]

  subscript(key: String) -> Place? {
    get { places[key] }
    set { places[key] = newValue }
  }

  /// The study files that set something.
  var files: Set<String> { Set(places.values.map(\.path)) }

  /// These, and those of others for keys that are not given here.
  func over(_ others: SettingPlaces, given: some Collection<String>) -> SettingPlaces {
    var result = self
    for (key, place) in others.places where !given.contains(key) { result[key] = place }
    return result
  }

  /// Does what may find a setting wrong.
  ///
  /// - Parameter keys: of the settings concerned.
  /// - Throws: what the work throws; where the study file sets one of them, a usage fault as one of the
  ///   data, at its line.
  func placing<Value>(
    _ keys: String..., work: () throws(InputFault) -> Value
  ) throws(InputFault) -> Value {
    do {
      return try work()
    } catch {
      guard error.kind == .usage, let place = keys.lazy.compactMap({ places[$0] }).first else {
        throw error
      }
      throw InputFault(
        path: place.path, line: place.line, problem: error.problem.withoutDashes, cure: error.cure)
    }
  }
}

extension Wording {
  /// A key of a study file has no dashes.
  fileprivate var withoutDashes: Wording {
    Wording(fr: String(french.trimmingPrefix("--")), en: String(english.trimmingPrefix("--")))
  }
}
