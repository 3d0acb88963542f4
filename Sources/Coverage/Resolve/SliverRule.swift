/// When a strip of land is noise of drawing (a *liseré*): narrow, and hardly anybody lives there.
public struct SliverRule: Sendable {
  /// Metres: a strip is at least this wide not to be noise.
  public let width: Double
  /// People: a strip where at least as many live is no noise, however narrow.
  public let people: Int

  func isSliver(width: Double, people: Int) -> Bool {
    width < self.width && people < self.people
  }

  /// The rule with its thresholds multiplied.
  func scaled(width: Double, people: Double) -> SliverRule {
    SliverRule(width: self.width * width, people: Int((Double(self.people) * people).rounded()))
  }
}

extension SliverRule {
  init(_ options: StudyOptions) {
    self.init(width: options.sliverWidth, people: options.sliverPeople)
  }
}
