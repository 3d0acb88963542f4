/// Names of what decisions are about, for people who know no codes.
struct DecisionNames {
  private let communes: [String: String]
  private let cpts: [String: String]
  private let language: Language
  /// Sectors, and CPTS, of one decision that are named.
  private static let mostNamed = 3

  /// - Complexity: O(sectors + CPTS).
  init(_ simulation: Simulation) {
    let (before, after) = (simulation.before, simulation.after)
    communes = Dictionary(
      before.sectors.map { ($0.id, before.units[$0.mainUnit].name) }, uniquingKeysWith: { $1 })
    cpts = Dictionary(
      after.territories.cpts.map { ($0.id.text, $0.name) }, uniquingKeysWith: { $1 })
    language = after.options.language
  }

  /// `Nantes (SB-44109)`, one after the other.
  func sectors(_ ids: [String]) -> String {
    list(ids.map { id in communes[id].map { "\(ShownName.shortened($0)) (\(id))" } ?? id })
  }

  func cpts(_ ids: [String]) -> String { list(ids.map { ShownName.shortened(cpts[$0] ?? $0) }) }

  private func list(_ names: [String]) -> String {
    let shown = names.prefix(Self.mostNamed).joined(separator: ", ")
    guard names.count > Self.mostNamed else { return shown }
    let rest = NumberText.whole(names.count - Self.mostNamed)
    return shown + Wording(fr: " et \(rest) de plus", en: " and \(rest) more")[language]
  }
}
