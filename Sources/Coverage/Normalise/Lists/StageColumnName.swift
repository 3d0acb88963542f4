/// Names of columns that are of one stage, whatever they say of it: `ACI`, `Avancement PS`, `Validation LI`,
/// `ACI signé (O/N)`.
enum StageColumnName {
  /// What people say of a stage.
  private static let besides: Set<String> = [
    "avancement", "statut", "etat", "etape", "progression", "situation", "phase", "validation",
    "valide", "validee", "signature", "signe", "signee", "conclu", "conclue", "atteint", "date",
    "o", "n", "oui", "non", "cpts", "de", "du", "des", "la", "le", "l", "d", "pct", "taux",
  ]

  /// Nil where the name is of no stage, or of more than a stage: `Nb PS`.
  static func stage(of name: String) -> Stage? {
    if let stage = CrossedStages.stage(of: name) { return stage }
    let words = folded(name).split(separator: "_").map(String.init).filter {
      !besides.contains($0) && !$0.utf8.allSatisfy(isDigit)
    }
    guard !words.isEmpty else { return nil }
    return CrossedStages.stage(of: words.joined(separator: " "))
  }
}

extension UnusedColumn {
  /// Words of columns that say how far something has come.
  private static let ofProgress: Set<String> = [
    "stade", "avancement", "progression", "niveau", "phase", "etape", "statut", "etat",
    "maturite", "situation", "pourcentage", "pct",
  ]

  var saysProgress: Bool { !HeaderName(name).words.isDisjoint(with: Self.ofProgress) }

  /// Whether it may say the stages of CPTS, in whatever words, or their days: then no stage is to be supposed.
  var maySayStages: Bool {
    if values.isEmpty { return false }
    if StageColumnName.stage(of: name) != nil { return true }
    if LevelName.level(of: name).map(LevelName.usual.contains) ?? false { return false }
    switch ColumnContent(self, StudyUnits(), [], isName: { _ in false }) {
    case .drawings, .binaryDrawings, .points, .codes, .postalCodes, .partsOfCommunes,
      .intercommunalities, .identifiers, .names, .places:
      return false
    case .dates: return OtherSense(name, as: .contractDate) != .record
    case .shares, .answers, .stages, .ofStage: return true
    case nil: break
    }
    if values.allSatisfy({ decimalNumber($0) != nil }) { return saysProgress }
    return !values.allSatisfy { $0.contains("@") || $0.contains("://") }
  }
}

extension CPTSFiles {
  /// Whether a CPTS has a stage, or what nothing reads may say some.
  var maySayStages: Bool {
    cpts.values.contains { $0.givenStage != nil || !$0.stageDates.isEmpty }
      || unusedColumns.contains(where: \.maySayStages)
      || anomalies.contains { $0.rule == .partNotRead }
  }
}
