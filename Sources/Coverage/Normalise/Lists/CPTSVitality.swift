/// A flag as people write it; nil for what is none.
func yesOrNo(_ text: String) -> Bool? {
  switch text.lowercased() {
  case "oui", "o", "vrai", "true", "1", "x", "yes", "y": true
  case "non", "n", "faux", "false", "0", "no": false
  default: nil
  }
}

/// No CPTS has more professionals than this: all those of France are some two millions. Sums of counts
/// below it cannot overflow.
private let mostProfessionals = 10_000_000

/// A whole count of professionals as spreadsheets write it: `1 234`, `120.0`; nil for what is none, and
/// for `1.234`, which may be either.
func headcount(_ text: String) -> Int? {
  guard !mayHaveThousands(text), let number = decimalNumber(text), number >= 0,
    number <= Double(mostProfessionals), number == number.rounded()
  else { return nil }
  return Int(number)
}

extension CPTS {
  /// Whether a text is a value of a column of flags or counts.
  ///
  /// - Parameter role: one of `CPTSColumns.vitality`.
  static func canRead(_ text: String, as role: FieldRole) -> Bool {
    role == .fragile ? yesOrNo(text) != nil : headcount(text) != nil
  }

  /// Takes the value of a column of flags or counts.
  mutating func setVitality(_ role: FieldRole, to text: String) {
    switch role {
    case .fragile: isFragile = yesOrNo(text)
    case .professionals: professionals = headcount(text)
    case .members: members = headcount(text)
    case .activeMembers: activeMembers = headcount(text)
    default: break
    }
  }

  /// With a stage at every date, where none and no date is given.
  func completed(by defaultStage: Stage?) -> CPTS {
    var result = self
    if stageDates.isEmpty { result.givenStage = givenStage ?? defaultStage }
    return result
  }

  /// Counts of which the part is more than the whole.
  func inconsistentHeadcounts(_ origin: (file: String, line: Int)) -> [Anomaly] {
    let memberName = Wording(fr: "adhérents", en: "members")
    let activeName = Wording(fr: "actifs", en: "active members")
    let allName = Wording(fr: "professionnels", en: "professionals")
    let pairs = [
      (activeMembers, members, activeName, memberName),
      (members, professionals, memberName, allName),
    ]
    return pairs.compactMap { part, whole, partName, wholeName in
      guard let part, let whole, part > whole else { return nil }
      return Anomaly(
        .warning, .inconsistentHeadcounts, file: origin.file, line: origin.line, object: id.text,
        finding: Wording(
          fr: "\(part) \(partName.french) pour \(whole) \(wholeName.french)",
          en: "\(part) \(partName.english) for \(whole) \(wholeName.english)"),
        treatment: Wording(fr: "gardés tels quels", en: "kept as they are"))
    }
  }
}

extension Anomaly {
  /// A flag or a count of a CPTS that cannot be read.
  static func unreadable(
    _ role: FieldRole, _ text: String, of id: CPTSID, file: String, line: Int
  ) -> Anomaly {
    let short = text.count > 60 ? "\(text.prefix(60))…" : text
    return Anomaly(
      .warning, .unreadableHeadcount, file: file, line: line, object: id.text,
      finding: role == .fragile
        ? Wording(
          fr: "fragile : « \(short) » n’est ni oui ni non",
          en: "fragile: “\(short)” is neither yes nor no")
        : Wording(
          fr: "\(role.rawValue) : « \(short) » n’est pas un effectif entier",
          en: "\(role.rawValue): “\(short)” is no whole count"),
      treatment: Wording(fr: "valeur inconnue", en: "unknown value"))
  }
}
