/// When a CPTS is fragile: where the files flag it, or where its members or active members fall below
/// what the user sets. No text sets a threshold, so none has a default.
public struct FragilityRule: Sendable, Equatable {
  /// Percent of its professionals who adhere, below which a CPTS is fragile; nil for no such rule.
  public let leastMembers: Double?
  /// Percent of its members who are active, below which a CPTS is fragile; nil for no such rule.
  public let leastActive: Double?

  /// Flags alone.
  static let none = FragilityRule(leastMembers: nil, leastActive: nil)

  /// Why a CPTS is fragile. The raw value is the word in the file.
  public enum Reason: String, CaseIterable, Sendable {
    /// The files flag it.
    case flagged = "signalee"
    /// Too few of its professionals adhere.
    case fewMembers = "adherents"
    /// Too few of its members are active.
    case fewActive = "actifs"
  }

  /// Why a CPTS is fragile, in the order of `Reason`.
  ///
  /// - Returns: nil where nothing tells whether it is: no flag, and no threshold with both its counts.
  func reasons(_ cpts: CPTS) -> [Reason]? {
    let answers: [(reason: Reason, holds: Bool?)] = [
      (.flagged, cpts.isFragile),
      (.fewMembers, Self.isBelow(leastMembers, cpts.members, of: cpts.professionals)),
      (.fewActive, Self.isBelow(leastActive, cpts.activeMembers, of: cpts.members)),
    ]
    guard answers.contains(where: { $0.holds != nil }) else { return nil }
    return answers.compactMap { $0.holds == true ? $0.reason : nil }
  }

  /// Whether a part of a whole is below a percentage; nil where one of them is not known, or there is
  /// no whole.
  private static func isBelow(_ percent: Double?, _ part: Int?, of whole: Int?) -> Bool? {
    guard let percent, let part, let whole, whole > 0 else { return nil }
    return Double(part) < withoutNoise(percent * Double(whole) / 100)
  }
}

extension FragilityRule {
  /// What was published, to hold thresholds against.
  ///
  /// Source: plan of 2023, axis 3 (who adheres, who is active), and 2.1 with its note 7 (who says that it is
  /// exhausted: questionnaire of the mission "Tour de France des CPTS").
  static let references = Wording(
    fr:
      "Repères publiés (plan de 2023) : 20 à 25 % des professionnels adhèrent, 25 % des adhérents "
      + "sont actifs ; 4 % des CPTS interrogées se disent essoufflées",
    en: "Published (plan of 2023): 20 to 25 % of the professionals adhere, 25 % of the members are "
      + "active; 4 % of the CPTS asked say that they are exhausted")

  /// What the study file says.
  init(_ settings: StudySettings) {
    self.init(leastMembers: settings.fragileMembers, leastActive: settings.fragileActive)
  }
}
