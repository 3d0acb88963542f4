/// The name of each EPCI, as the rows of its communes say it.
struct IntercommunalityNames {
  private var rows: [String: [String: Int]] = [:]

  /// Takes what one row says; a row without code or without name says nothing.
  mutating func add(_ name: String, of code: String) {
    guard !name.isEmpty, !code.isEmpty else { return }
    rows[code, default: [:]][name, default: 0] += 1
  }

  /// The name that most rows say, of equals the first in the alphabet.
  var chosen: [String: String] {
    rows.compactMapValues { names in
      names.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }
  }

  /// EPCI whose rows do not all say the same.
  func anomalies(file: String) -> [Anomaly] {
    let chosen = chosen
    return rows.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { code, names in
      let all = ShownName.list(names.keys.sorted().map { "« \($0) »" }, most: 4)
      let kept = ShownName.shortened(chosen[code] ?? "")
      return Anomaly(
        .information, .severalNames, file: file, object: code,
        finding: Wording(
          fr: "un EPCI, plusieurs noms : \(all)", en: "one EPCI, several names: \(all)"),
        treatment: Wording(
          fr: "« \(kept) » sert, que le plus de lignes donnent",
          en: "“\(kept)” is used, which most rows give"))
    }
  }
}
