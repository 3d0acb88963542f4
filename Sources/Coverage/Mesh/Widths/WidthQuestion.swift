/// How exactly a width is asked for.
struct WidthQuestion: Sendable {
  /// Diameters, ascending: which of them the width reaches is found to within a centimetre.
  let bounds: [Double]
  /// How far the width may be found from the true one, where it is asked for itself: a share of it, or metres where
  /// that is more.
  let tolerance: (relative: Double, metres: Double)?

  var isForWidth: Bool { tolerance != nil }

  private static let precision = 0.01

  /// The width itself, and which bounds it reaches.
  static func width(telling bounds: [Double] = []) -> WidthQuestion {
    WidthQuestion(bounds: bounds, tolerance: InscribedCircle.tolerance)
  }

  /// The width itself to within a hundredth, or a centimetre where that is more.
  static func precisely(telling bounds: [Double]) -> WidthQuestion {
    WidthQuestion(bounds: bounds, tolerance: (relative: 0.01, metres: precision))
  }

  /// Only which bounds a width reaches.
  static func only(_ bounds: [Double]) -> WidthQuestion {
    WidthQuestion(bounds: bounds, tolerance: nil)
  }

  /// Having found a circle, the diameter that a larger one must go beyond to change the answer.
  func beyond(_ diameter: Double) -> Double {
    let next = bounds.first { $0 > diameter }
    return min(
      next.map { max($0, diameter + Self.precision) } ?? .infinity,
      tolerance.map { diameter + max($0.metres, $0.relative * diameter) } ?? .infinity)
  }
}
