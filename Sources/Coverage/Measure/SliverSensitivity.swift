/// How many places would be noise of drawing, were the thresholds others.
public struct SliverSensitivity: Sendable {
  /// The thresholds.
  public let rule: SliverRule
  /// Overlaps that would be `lisere`.
  public let overlaps: Int
  /// Uncovered pieces of cut units that would be too narrow for a white zone.
  public let uncoveredPieces: Int

  /// Of both thresholds, ascending.
  static let factors = [0.5, 1, 2]

  /// One row for each pair of thresholds: half, as they are, double.
  static func table(
    _ rule: SliverRule, overlaps: [Overlap], uncovered: [(width: Double, people: Int)]
  ) -> [SliverSensitivity] {
    factors.flatMap { width in
      factors.map { people in
        let rule = rule.scaled(width: width, people: people)
        return SliverSensitivity(
          rule: rule,
          overlaps: overlaps.count { overlap in
            overlap.width.map { rule.isSliver(width: $0, people: overlap.population) } ?? false
          },
          uncoveredPieces: uncovered.count { rule.isSliver(width: $0.width, people: $0.people) })
      }
    }
  }
}

extension SliverRule {
  /// Widths that the rule, or its sensitivity table, tells apart.
  var widths: [Double] { SliverSensitivity.factors.map { $0 * width } }
}
