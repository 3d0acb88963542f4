/// The follow-up that task-forces keep of their sectors, by its columns. Nothing reads it yet.
enum FollowUp {
  /// Columns that only a follow-up has beside its place and its state.
  static let columns = [
    "responsable", "acteurs", "obstacle", "action", "cpts_cible", "echeance", "remarque",
  ]

  /// How far a sector has come.
  private static let states = [
    "a_investiguer", "investiguee", "plan_etabli", "plan_en_cours", "couverte",
  ]

  /// How many rows have which state, and which states nobody knows.
  ///
  /// - Complexity: O(rows).
  static func facts(of text: DelimitedText) -> [Wording] {
    guard let column = text.header.firstIndex(where: { folded($0) == "etat" }) else { return [] }
    var counts: [String: Int] = [:]
    var unknown: [(text: String, line: Int)] = []
    for row in 0..<text.rowCount {
      let state = text.text(row: row, column: column)
      if states.contains(folded(state)) {
        counts[folded(state), default: 0] += 1
      } else if !state.isEmpty {
        unknown.append((state, text.line(of: row)))
      }
    }
    let known = states.compactMap { state in counts[state].map { "\(state) \($0)" } }
    var facts = [Wording(known.joined(separator: ", "))].filter { !$0.french.isEmpty }
    if let first = unknown.first {
      let list = states.joined(separator: ", ")
      let shown = ShownName.shortened(first.text)
      facts.append(
        Wording(
          fr: "états inconnus : \(unknown.count), le premier ligne \(first.line), « \(shown) » ; "
            + "il y a \(list)",
          en: "unknown states: \(unknown.count), the first at line \(first.line), “\(shown)”; "
            + "there are \(list)"))
    }
    return facts
  }
}
