/// From how far on a commune is unusually far from the main commune of its CPTS.
struct UsualReach: Sendable {
  let metres: Double
  /// Whether the study file says it; else nineteen CPTS of the study in twenty do not exceed it.
  let isGiven: Bool
}
