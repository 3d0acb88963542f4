import Foundation
import Testing

@testable import Coverage

@Suite("Rules of anomaly")
struct AnomalyRulesTests {
  private static let root = Checkout.root

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: Self.root + "/" + path, encoding: .utf8)
  }

  @Test("each is described in Anomalies.md and in its French twin, and nothing else is")
  func described() throws {
    let rules = Set(Anomaly.Rule.allCases.map(\.rawValue))
    let page = try text("Sources/Coverage/Coverage.docc/Anomalies.md")
    let headings = page.matches(of: /(?m)^### ([a-z_]+)$/).map { String($0.1) }
    #expect(Set(headings) == rules && headings.count == rules.count)
    let twin = "docs/fr/anomalies.md"
    let rows = try text(twin).matches(of: /(?m)^\| `([a-z]+_[a-z_]+)` \| [a-z]/)
      .map { String($0.1) }
    #expect(rules.subtracting(rows).isEmpty, "\(twin)")
  }
}
