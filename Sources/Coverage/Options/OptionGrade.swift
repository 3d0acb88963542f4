/// The score of an option in a word, for those who read no decimals. The raw value is the word of the page.
///
/// The bounds are conventions of the tool; they order no options.
public enum OptionGrade: String, CaseIterable, Sendable {
  /// Most criteria speak for it, and no convention against it.
  case solid = "solide"
  /// Some speak for it.
  case possible
  /// Few do.
  case unlikely = "peu_realiste"

  /// Thousandths of the score from which an option is solid, and from which it is possible.
  static let bounds = (solid: 700, possible: 500)

  /// - Parameters:
  ///   - total: thousandths of the score.
  ///   - against: conventions that speak against the option: each takes the word a step down.
  init(_ total: Int, against: Int) {
    let step = total >= Self.bounds.solid ? 0 : total >= Self.bounds.possible ? 1 : 2
    self = Self.allCases[min(step + against, 2)]
  }

  /// The word.
  public var label: Wording {
    switch self {
    case .solid: Wording(fr: "solide", en: "solid")
    case .possible: Wording(fr: "possible", en: "possible")
    case .unlikely: Wording(fr: "peu réaliste", en: "unlikely")
    }
  }
}

extension SectorOption {
  /// nil for an option that has no score.
  var grade: OptionGrade? { score.map { OptionGrade($0.total, against: reservations.count) } }
}

extension SectorGround {
  /// Criteria that nobody can judge where they have no value, as bassins de vie without their column: they
  /// lower no option.
  var unjudged: Set<OptionRules.Criterion> {
    var unjudged: Set<OptionRules.Criterion> = [.cost]
    if !livingAreas.isKnown { unjudged.insert(.livingArea) }
    if !intercommunalities.isKnown { unjudged.insert(.intercommunality) }
    if points.allSatisfy({ $0 == nil }) { unjudged.insert(.proximity) }
    return unjudged
  }

  /// Whether a criterion has no value for an option because nobody knows it, not because it says nothing of it.
  func isUnjudged(_ criterion: OptionRules.Criterion, of option: SectorOption) -> Bool {
    if criterion == .size { return option.score.map { $0[criterion] == nil } ?? false }
    // A project that is accompanied gains no land that could be judged.
    return option.kind != .support && option.score?[criterion] == nil
      && unjudged.contains(criterion)
  }
}
