/// How exactly a width is asked for.
struct WidthQuestion: Sendable {
  /// Diameters, ascending: which of them the width reaches is found to within a centimetre.
  let bounds: [Double]
  /// Whether the width itself is asked for as well, to within the tolerance of `InscribedCircle`.
  let isForWidth: Bool

  private static let precision = 0.01

  /// The width itself, and which bounds it reaches.
  static func width(telling bounds: [Double] = []) -> WidthQuestion {
    WidthQuestion(bounds: bounds, isForWidth: true)
  }

  /// Only which bounds a width reaches.
  static func only(_ bounds: [Double]) -> WidthQuestion {
    WidthQuestion(bounds: bounds, isForWidth: false)
  }

  /// Having found a circle, the diameter that a larger one must go beyond to change the answer.
  func beyond(_ diameter: Double) -> Double {
    let next = bounds.first { $0 > diameter }
    return min(
      next.map { max($0, diameter + Self.precision) } ?? .infinity,
      isForWidth ? diameter + InscribedCircle.slack(diameter) : .infinity)
  }
}
